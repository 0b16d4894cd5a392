/**
 * The language on one page, each part with an example that the build executes.
 *
 * <p>Imports {@code web}.
 */
@NullMarked
package dev.statecraft.web.reference;

import org.jspecify.annotations.NullMarked;
