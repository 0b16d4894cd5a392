/*
 * Steps through the events of an execution with the keyboard, wherever on the run's page the focus is not in a field:
 * left and right arrow for events, with Shift from state to state, Home and End to jump.
 *
 * Attached by svg[data-timeline], made by the server, which says where each step leads (data-next, data-next-href, ...).
 * A step fires "event-selected" with { event, href }. Whoever handles it calls preventDefault(); otherwise the link is
 * followed as in graph.js.
 */
import { follow } from "./follow.js";

const STEPS = { ArrowLeft: "previous", ArrowRight: "next", Home: "first", End: "last" };
const STATE_STEPS = { ArrowLeft: "previous-state", ArrowRight: "next-state" };
const FIELDS = "input, textarea, select, [contenteditable], .cm-editor, .graph-frame, [role=tablist], [role=slider]";

/* True if somebody else did it, or does it. */
function select(source, event, href) {
    const selected = new CustomEvent("event-selected", {
        bubbles: true,
        cancelable: true,
        detail: { event, href },
    });
    return !source.dispatchEvent(selected) || follow(href, source);
}

document.addEventListener("keydown", event => {
    const timeline = document.querySelector("svg[data-timeline]");
    if (!timeline || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.target.closest?.(FIELDS)) return;
    const step = (event.shiftKey ? STATE_STEPS : STEPS)[event.key];
    const href = step && timeline.getAttribute(`data-${step}-href`);
    if (!href) return;
    event.preventDefault();
    if (!select(timeline, Number(timeline.getAttribute(`data-${step}`)), href)) location.assign(href);
});

document.addEventListener("click", event => {
    const link = event.target.closest?.("svg[data-timeline] a[data-event]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (select(link, Number(link.dataset.event), link.getAttribute("href"))) event.preventDefault();
});
