/**
 * What services keep: objects, items and messages.
 *
 * <p>Imports {@code sandbox} and {@code sandbox.world}.
 */
@NullMarked
package dev.statecraft.sandbox.stores;

import org.jspecify.annotations.NullMarked;
