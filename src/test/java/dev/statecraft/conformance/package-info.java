/**
 * Runs recorded cases of the real service through Statecraft and compares what happened.
 *
 * <p>The cases are not part of this repository: the system property {@code conformance.cases} names the folder that holds
 * them. Without it the tests are skipped.
 */
@NullMarked
package dev.statecraft.conformance;

import org.jspecify.annotations.NullMarked;
