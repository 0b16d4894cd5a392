/**
 * What the editor, the graph and the designer ask while somebody writes: checks, completions, edits, and the modules themselves.
 *
 * <p>Imports {@code web} and {@code web.runs}, which keeps drafts with runs.
 */
@NullMarked
package dev.statecraft.web.editor;

import org.jspecify.annotations.NullMarked;
