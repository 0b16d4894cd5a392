/** Tests of the two query languages. */
@NullMarked
package dev.statecraft.query;

import org.jspecify.annotations.NullMarked;
