/**
 * Rules about what tasks call: resources, parameters, tokens, retries, readers and writers of a Distributed Map.
 *
 * <p>Imports {@code rules} and, for fields, {@code reading}.
 */
@NullMarked
package dev.statecraft.asl.rules.calls;

import org.jspecify.annotations.NullMarked;
