/**
 * Runs engine work in a process that can be killed.
 *
 * <p>It may import {@code grading}, {@code sandbox}, {@code engine} and {@code asl}.
 */
@NullMarked
package dev.statecraft.worker;

import org.jspecify.annotations.NullMarked;
