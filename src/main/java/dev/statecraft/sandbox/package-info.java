/**
 * Simulates the AWS account that tasks call: functions, tables, queues, topics, buckets, roles, prices, and their faults.
 *
 * <p>It may import {@code engine}, {@code asl} and {@code query}.
 */
@NullMarked
package dev.statecraft.sandbox;

import org.jspecify.annotations.NullMarked;
