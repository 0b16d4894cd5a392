/** Tests of what is written for AWS's own tools. */
@NullMarked
package dev.statecraft.export;

import org.jspecify.annotations.NullMarked;
