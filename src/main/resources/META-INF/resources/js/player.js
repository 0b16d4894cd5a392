/*
 * Plays a run: event after event at a chosen speed, with a slider to scrub. The space bar plays and pauses wherever it has
 * no other meaning.
 */
import { show } from "./run-parts.js";

const BEAT = 800;
const TAKES_SPACE = "a, button, input, select, textarea, summary, [contenteditable], [role=button], .cm-editor";
const run = () => document.querySelector("[data-run]");
const at = () => Number(run().dataset.event);
const last = () => Number(run().dataset.last);
const play = document.querySelector("[data-play]");
const slider = document.querySelector("#scrub");
const speed = document.querySelector("#speed");
let timer;
let playing = false;

function address(event) {
    const self = run().dataset.self;
    return `${self}${self.includes("?") ? "&" : "?"}e=${event}`;
}

function start() {
    if (last() < 2) return;
    playing = true;
    mark();
    if (at() === last()) step(1);
    else timer = setTimeout(() => step(at() + 1), 0);
}

function pause() {
    playing = false;
    clearTimeout(timer);
    mark();
}

async function step(event) {
    const begun = performance.now();
    try {
        const shown = await show(address(event));
        // Somebody chose another event meanwhile: from there it goes on.
        if (!playing) return;
        if (shown && at() >= last()) return pause();
    } catch {
        return pause();
    }
    const beat = BEAT / Number(speed.value);
    timer = setTimeout(() => step(Math.min(at() + 1, last())), Math.max(0, beat - (performance.now() - begun)));
}

function mark() {
    play.setAttribute("aria-pressed", String(playing));
    play.querySelector("[data-play-word]").textContent = playing ? "Pause" : "Play";
    play.querySelector("[aria-hidden]").textContent = playing ? "❚❚" : "▶";
}

if (play) {
    for (const tool of [play, slider.closest("[hidden]"), speed.closest("[hidden]")]) tool.hidden = false;
    play.addEventListener("click", () => (playing ? pause() : start()));
    slider.addEventListener("input", () => {
        pause();
        show(address(slider.value)).catch(() => location.assign(address(slider.value)));
    });
    document.addEventListener("keydown", event => {
        if (event.key !== " " || event.defaultPrevented || event.target.closest?.(TAKES_SPACE)) return;
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (playing) pause();
        else start();
    });
    document.addEventListener("run-shown", () => {
        slider.max = String(last());
        if (document.activeElement !== slider || Number(slider.value) > last()) slider.value = String(at());
        slider.setAttribute("aria-valuetext", run().dataset.say);
    });
    slider.setAttribute("aria-valuetext", run().dataset.say);
}
