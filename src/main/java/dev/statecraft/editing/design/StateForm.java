package dev.statecraft.editing.design;

import java.util.List;

/**
 * What a person can change about one state, as a form shows it: the fields of its type and query language with what stands in
 * them, and beside each what is wrong with it.
 *
 * @param remarks about the state that belong to no field of the form
 */
public record StateForm(
        String state, String type, String language, List<Part> parts, List<Remark> remarks) {

    /**
     * A titled part of the form.
     *
     * @param isOpen false for a part in which nothing is set yet
     * @param pointer of the list that the elements are in; empty where there is none
     */
    public record Part(
            String title,
            boolean isOpen,
            List<Entry> entries,
            String pointer,
            String adds,
            List<Element> elements) {}

    /** A rule, a retrier, a catcher, or a condition in a rule. */
    public record Element(
            String title,
            String pointer,
            boolean isFirst,
            boolean isLast,
            List<Entry> entries,
            String listPointer,
            List<Element> elements) {}

    /**
     * One labelled input.
     *
     * @param operation what a change of it does: {@code set}, {@code lead}, {@code rename}, {@code compare}, {@code operand},
     *     {@code combine}
     * @param isLong true where the value wants several lines
     */
    public record Entry(
            String label,
            String pointer,
            String operation,
            Input input,
            String value,
            String help,
            List<Option> options,
            boolean isLong,
            List<Remark> remarks) {

        /** Names the entry within the form, also for the page's scripts. */
        public String key() {
            return operation + pointer;
        }

        /** How many lines the value takes, within reason. */
        public int rows() {
            return Math.clamp(value.lines().count(), 2, 12);
        }

        public boolean isChoice() {
            return !options.isEmpty();
        }
    }

    public record Option(String value, String label, boolean isChosen) {}

    /** @param severity {@code error}, {@code warning} or {@code hint} */
    public record Remark(String severity, String message, String remedy) {}
}
