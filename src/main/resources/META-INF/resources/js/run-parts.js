/*
 * Shows another event of a run: fetches its page and exchanges the parts ([data-part]) that differ, so that the focus, the
 * scrolling and the slider stay where they are. The last wish wins: what was asked for before it is dropped.
 *
 * After each exchange "run-shown" is fired on the document.
 */
let asked;

/* True when the view was exchanged; false if a later wish came in between. */
export async function show(href, { address = href } = {}) {
    asked?.abort();
    const mine = new AbortController();
    asked = mine;
    try {
        const answer = await fetch(href, { signal: mine.signal, headers: { Accept: "text/html" } });
        if (!answer.ok) throw new Error(`The server answered with ${answer.status}`);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (asked !== mine) return false;
        exchange(page);
        history.replaceState(history.state, "", address);
        document.dispatchEvent(new CustomEvent("run-shown"));
        return true;
    } catch (error) {
        if (error.name === "AbortError") return false;
        throw error;
    }
}

function exchange(page) {
    const focused = describe(document.activeElement);
    const opened = new Set([...document.querySelectorAll("details[id][open]")].map(it => it.id));
    const run = document.querySelector("[data-run]");
    const next = page.querySelector("[data-run]");
    for (const { name, value } of next.attributes) run.setAttribute(name, value);
    for (const part of document.querySelectorAll("[data-part]")) {
        const other = page.querySelector(`[data-part="${part.dataset.part}"]`);
        if (!other || isBeingFilledIn(part)) continue;
        if (part.outerHTML === other.outerHTML) continue;
        const fresh = document.importNode(other, true);
        for (const details of fresh.querySelectorAll("details[id]")) details.open ||= opened.has(details.id);
        keepScroll(part, fresh);
    }
    refocus(focused);
}

/* What somebody has begun to write is not taken from them. */
function isBeingFilledIn(part) {
    return [...part.querySelectorAll("input:not([type=hidden]), textarea, select")].some(field =>
        field === document.activeElement
        || (field instanceof HTMLSelectElement
            ? [...field.options].some(it => it.selected !== it.defaultSelected && it.index > 0)
            : field.value !== field.defaultValue));
}

function keepScroll(part, fresh) {
    const places = [...part.querySelectorAll(".scroll[id]")].map(it => [it.id, it.scrollTop, it.scrollLeft]);
    const top = part.scrollTop;
    part.replaceWith(fresh);
    fresh.scrollTop = part.querySelector("#event-title")?.textContent === fresh.querySelector("#event-title")?.textContent ? top : 0;
    for (const [id, y, x] of places) {
        const place = document.getElementById(id);
        if (place) {
            place.scrollTop = y;
            place.scrollLeft = x;
        }
    }
}

/* How to find the same thing again after an exchange. */
function describe(element) {
    const part = element?.closest?.("[data-part]");
    if (!part) return null;
    const within = `[data-part="${part.dataset.part}"]`;
    const station = element.querySelector?.("[data-state]") ?? element.closest("[data-state]");
    if (element.id) return [`#${CSS.escape(element.id)}`, within];
    if (station) return [`${within} [data-state="${CSS.escape(station.dataset.state)}"]`, within];
    if (element.dataset?.event || element.dataset?.event === "") return [`${within} [data-event="${element.dataset.event}"]`, within];
    return [within];
}

function refocus(places) {
    if (!places || (document.activeElement && document.activeElement !== document.body)) return;
    for (const place of places) {
        const found = document.querySelector(place);
        const target = found?.closest("a") ?? found;
        if (!target) continue;
        if (target.tabIndex < 0 && !target.matches("a, button, [tabindex]")) target.setAttribute("tabindex", "-1");
        target.focus({ preventScroll: true });
        if (document.activeElement === target) return;
    }
}
