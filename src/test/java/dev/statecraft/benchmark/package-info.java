/** Measures of speed, run on demand and never by the tests: see {@code src/docs/benchmarks.md}. */
@NullMarked
package dev.statecraft.benchmark;

import org.jspecify.annotations.NullMarked;
