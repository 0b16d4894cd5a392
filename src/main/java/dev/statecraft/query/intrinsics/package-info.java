/**
 * The intrinsic functions of JSONPath states and how a call of one is read.
 *
 * <p>Imports {@code query}.
 */
@NullMarked
package dev.statecraft.query.intrinsics;

import org.jspecify.annotations.NullMarked;
