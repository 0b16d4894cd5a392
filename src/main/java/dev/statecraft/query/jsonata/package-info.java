/**
 * Evaluates JSONata behind walls: steps, depth, sizes and regular expressions are bounded, and the functions are those of Step Functions.
 *
 * <p>The only package that knows the JSONata library; imports {@code query}.
 */
@NullMarked
package dev.statecraft.query.jsonata;

import org.jspecify.annotations.NullMarked;
