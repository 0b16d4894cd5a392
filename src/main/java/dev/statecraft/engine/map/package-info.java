/**
 * Items and their executions: inline Map, Distributed Map with its readers, batches, results and Map Runs.
 *
 * <p>Imports {@code engine}, {@code states}, {@code history} and {@code tasks}.
 */
@NullMarked
package dev.statecraft.engine.map;

import org.jspecify.annotations.NullMarked;
