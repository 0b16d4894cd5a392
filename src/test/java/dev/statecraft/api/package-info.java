/** Tests of the Step Functions API as its clients see it, over HTTP. */
@NullMarked
package dev.statecraft.api;

import org.jspecify.annotations.NullMarked;
