/**
 * Speaks the Step Functions JSON protocol, so that the AWS CLI and SDKs work against the sandbox.
 *
 * <p>It may import {@code sandbox}, {@code engine}, {@code asl} and {@code query}.
 */
@NullMarked
package dev.statecraft.api;

import org.jspecify.annotations.NullMarked;
