/**
 * The services that tasks call, each with the answers and errors of the real one.
 *
 * <p>Imports {@code sandbox}, {@code sandbox.world} and {@code sandbox.stores}.
 */
@NullMarked
package dev.statecraft.sandbox.services;

import org.jspecify.annotations.NullMarked;
