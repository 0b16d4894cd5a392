/**
 * Keeps what an account has at Step Functions, as the service's control plane does: state machines with their versions and
 * aliases, executions, activities and tags. The AWS door and the pages look at the same account through it.
 */
@NullMarked
package dev.statecraft.region;

import org.jspecify.annotations.NullMarked;
