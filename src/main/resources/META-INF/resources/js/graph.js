/*
 * Makes a drawing (svg[data-graph], made by the server) live: select a state by click or Enter, walk from state to state
 * with the arrow keys, zoom and pan. Without this script the drawing is complete, and its states are links.
 *
 * A selection fires "state-selected" on the station, with { state, href }. Whoever handles it calls preventDefault();
 * otherwise the link is followed: into the element that the frame names in data-swap, if htmx is there, or as a page.
 *
 * Beside an editor (in [data-graph-pane]) the graph has a state of its own that is selected: the one that was chosen here,
 * or the one that "text-in-state" names because the cursor stands in it. Its ring outlives a redraw.
 */
import { attachView, boxOf } from "./graph-view.js";
import { addExports } from "./graph-export.js";
import { follow } from "./follow.js";

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

const SVG = "http://www.w3.org/2000/svg";
const views = new WeakMap();
let chosen = "";

function attach(svg) {
    if (svg.dataset.live !== undefined) return;
    svg.dataset.live = "";
    const frame = svg.closest(".graph-frame") ?? svg.parentElement;
    const stations = [...svg.querySelectorAll("[data-state]")];
    const view = attachView(svg, frame);
    const isBesideEditor = frame.matches("[data-graph-pane]");
    views.set(svg, view);
    if (isBesideEditor) {
        for (const station of stations) if (!station.closest("a")) station.setAttribute("role", "button");
        ring(svg);
    }
    makeRoving(stations);
    addExports(svg, frame);

    svg.addEventListener("click", event => {
        const station = stationOf(event.target);
        if (!station) return;
        if (view.wasDragged()) event.preventDefault();
        else if (!event.metaKey && !event.ctrlKey && !event.shiftKey) select(station, frame, event);
    });
    svg.addEventListener("keydown", event => {
        const station = stationOf(event.target);
        if (!station || event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
        if (ARROWS[event.key]) {
            const next = neighbour(station, stations, ARROWS[event.key]);
            if (next) focus(next, stations);
            event.preventDefault();
            // The page's own arrow keys step through events.
            event.stopPropagation();
        } else if ((event.key === "Enter" || event.key === " ") && event.target === station) {
            // A station that is no link has no click of its own.
            select(station, frame, event);
        }
    });
    svg.addEventListener("focusin", event => {
        const station = stationOf(event.target);
        // A mouse is on what it presses; the drawing must not move away under it before the click.
        if (station && event.target.matches(":focus-visible")) view.reveal(station);
    });
}

function stationOf(target) {
    return target.closest?.("[data-state]") ?? target.closest?.("a")?.querySelector("[data-state]");
}

function select(station, frame, event) {
    if (frame.matches("[data-graph-pane]")) choose(station.dataset.state, frame);
    const href = station.closest("a")?.getAttribute("href");
    const selected = new CustomEvent("state-selected", {
        bubbles: true,
        cancelable: true,
        detail: { state: station.dataset.state, href },
    });
    if (!station.dispatchEvent(selected) || (href && follow(href, frame))) event.preventDefault();
}

function choose(state, frame) {
    chosen = state;
    frame.querySelectorAll("svg[data-graph]").forEach(ring);
}

/* Puts the ring around the chosen state, as the server does around one that is selected by the address. */
function ring(svg) {
    svg.querySelectorAll(".ring[data-chosen]").forEach(it => it.remove());
    let found;
    for (const station of svg.querySelectorAll("[data-state]")) {
        const isChosen = station.dataset.state === chosen;
        station.classList.toggle("is-selected", isChosen);
        if (station.getAttribute("role") === "button") station.setAttribute("aria-pressed", isChosen);
        if (isChosen) found = station;
    }
    if (!found) return;
    const plate = found.querySelector(".plate");
    const box = boxOf(found);
    const ring = document.createElementNS(SVG, "rect");
    const values = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8, rx: 14 };
    for (const [name, value] of Object.entries(values)) ring.setAttribute(name, value);
    ring.setAttribute("class", "ring");
    ring.dataset.chosen = "";
    plate.before(ring);
}

document.addEventListener("text-in-state", event => {
    for (const pane of document.querySelectorAll("[data-graph-pane]")) {
        choose(event.detail.state ?? "", pane);
        const station = pane.querySelector(".station.is-selected");
        if (station) views.get(station.ownerSVGElement)?.reveal(station);
    }
});

/* One stop in the tab order for the whole drawing; the arrow keys do the rest. */
function makeRoving(stations) {
    const current = stations.find(it => it.classList.contains("is-selected")) ?? stations[0];
    for (const station of stations) focusable(station).setAttribute("tabindex", station === current ? "0" : "-1");
}

function focus(station, stations) {
    for (const other of stations) focusable(other).setAttribute("tabindex", "-1");
    focusable(station).setAttribute("tabindex", "0");
    focusable(station).focus({ preventScroll: true });
}

function focusable(station) {
    return station.closest("a") ?? station;
}

/* The nearest station in a direction; what lies straight ahead counts as nearer than what lies aside. */
function neighbour(station, stations, [dx, dy]) {
    const from = centre(station);
    let best;
    let least = Infinity;
    for (const other of stations) {
        if (other === station) continue;
        const to = centre(other);
        const ahead = (to.x - from.x) * dx + (to.y - from.y) * dy;
        const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
        if (ahead > 4 && ahead + 2 * aside < least) {
            least = ahead + 2 * aside;
            best = other;
        }
    }
    return best;
}

function centre(station) {
    const box = boxOf(station);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function attachAll(root) {
    if (root.matches?.("svg[data-graph]")) attach(root);
    root.querySelectorAll?.("svg[data-graph]").forEach(attach);
}

attachAll(document);
// Whoever redraws (htmx, the editor) only puts the new drawing into the page.
new MutationObserver(changes => {
    for (const change of changes) change.addedNodes.forEach(attachAll);
}).observe(document.body, { childList: true, subtree: true });
