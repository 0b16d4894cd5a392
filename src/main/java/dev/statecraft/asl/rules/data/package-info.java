/**
 * Rules about what flows between states: variables, references, texts that look like paths, payloads that grow.
 *
 * <p>Imports {@code rules} and, for what can be reached, {@code rules.flow}.
 */
@NullMarked
package dev.statecraft.asl.rules.data;

import org.jspecify.annotations.NullMarked;
