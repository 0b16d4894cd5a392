/**
 * Evaluates the two query languages: JSONPath (with payload templates and intrinsic functions) and JSONata.
 *
 * <p>It imports no other package of Statecraft.
 */
@NullMarked
package dev.statecraft.query;

import org.jspecify.annotations.NullMarked;
