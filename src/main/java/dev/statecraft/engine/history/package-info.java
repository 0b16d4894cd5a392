/**
 * What happened in an execution, event by event, and how the service writes it as JSON.
 *
 * <p>Imports from {@code engine} what an event is about.
 */
@NullMarked
package dev.statecraft.engine.history;

import org.jspecify.annotations.NullMarked;
