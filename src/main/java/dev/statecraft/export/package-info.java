/**
 * Writes a definition in the forms that AWS's own tools take: CloudFormation, SAM and the AWS CLI.
 *
 * <p>It may import {@code asl} and {@code sandbox}.
 */
@NullMarked
package dev.statecraft.export;

import org.jspecify.annotations.NullMarked;
