/**
 * Shows pages and page fragments.
 *
 * <p>It may import every package but {@code api}.
 */
@NullMarked
package dev.statecraft.web;

import org.jspecify.annotations.NullMarked;
