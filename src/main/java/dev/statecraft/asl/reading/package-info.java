/**
 * Makes states of the values, field by field, and reports the fields that do not fit.
 *
 * <p>Imports {@code source} and {@code problems}; rules that look at several states lie in {@code rules}.
 */
@NullMarked
package dev.statecraft.asl.reading;

import org.jspecify.annotations.NullMarked;
