/*
 * Follows a run that somebody acts on, here or in another tab: the server says when it has a new version, and the page
 * exchanges what is new. Who stood at the last event then stands at the new last one.
 */
import { show } from "./run-parts.js";

const head = () => document.querySelector("[data-changes]");

function catchUp(version) {
    if (!version || version === head().dataset.version) return;
    const run = document.querySelector("[data-run]");
    const isNewest = run.dataset.event === run.dataset.last;
    const href = isNewest ? run.dataset.self : location.pathname + location.search;
    show(href).catch(() => {});
}

if (head() && window.EventSource) {
    const source = new EventSource(head().dataset.changes);
    source.addEventListener("message", event => catchUp(event.data));
    source.addEventListener("open", () => (document.documentElement.dataset.live = ""));
    addEventListener("pagehide", () => source.close());
    // A page that comes back from the browser's memory has missed what happened.
    addEventListener("pageshow", event => event.persisted && location.reload());
}
