/*
 * One selection over the whole page of a run: whatever is chosen in the graph, the timeline, the table or a list of links,
 * all parts follow, and the address with them. Without this script the same things are links.
 */
import { show } from "./run-parts.js";
import "./player.js";
import "./live.js";

function go(href) {
    show(href).catch(() => location.assign(href));
}

for (const type of ["event-selected", "state-selected"]) {
    document.addEventListener(type, event => {
        if (!event.detail.href) return;
        event.preventDefault();
        go(event.detail.href);
    });
}

/* Links of the page that lead to another place in the same run. */
document.addEventListener("click", event => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const link = event.target.closest?.("[data-part] a[href], .player a[href]");
    if (!link || link.hash || link.closest("svg") || link.hasAttribute("download")) return;
    const there = new URL(link.href, location.href);
    const self = new URL(document.querySelector("[data-run]").dataset.self, location.href);
    const isHere = there.pathname === self.pathname && there.searchParams.has("e")
        && there.searchParams.get("arn") === self.searchParams.get("arn");
    if (!isHere) return;
    event.preventDefault();
    go(there.pathname + there.search);
});

/* The number of the next call stands ready when another function is to go wrong. */
document.addEventListener("change", event => {
    if (!event.target.matches("[data-fork-target]")) return;
    event.target.form.elements.number.value = event.target.selectedOptions[0].dataset.next;
});

function settle() {
    const row = document.querySelector("tr.selected");
    const frame = row?.closest(".tall");
    if (frame && (row.offsetTop < frame.scrollTop + 40 || row.offsetTop + row.offsetHeight > frame.scrollTop + frame.clientHeight)) {
        frame.scrollTop = row.offsetTop - frame.clientHeight / 2;
    }
    const cursor = document.querySelector(".timeline-frame .cursor .line");
    const times = cursor?.closest(".timeline-frame");
    if (times && times.scrollWidth > times.clientWidth) {
        const x = cursor.getBoundingClientRect().x - times.getBoundingClientRect().x;
        if (x < 40 || x > times.clientWidth - 40) times.scrollLeft += x - times.clientWidth / 2;
    }
}

document.addEventListener("run-shown", () => {
    settle();
    const said = document.querySelector("[data-said]");
    if (said) said.textContent = document.querySelector("[data-run]").dataset.say;
});
settle();
