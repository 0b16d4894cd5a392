/*
 * The graph as a drawing board: switches on its lines and in its empty branches, to choose them by mouse, finger or keyboard, and
 * dragging: a piece onto a line, a state onto another line, a line's end onto another state.
 */
import { boxOf } from "./graph-view.js";

const SVG = "http://www.w3.org/2000/svg";
const FAR = 4;
const NEAR = 56;
const EDGE = 32;
const STEP = 14;

export function attachBoard({ pane, pick, dropped, key, isChoosing }) {
  let marked = null;
  let dragged = false;
  const svg = () => pane()?.querySelector("svg[data-graph]");
  const switches = () => [...(svg()?.querySelectorAll(".switch, [data-slot]") ?? [])];
  const stations = () => [...(svg()?.querySelectorAll("[data-state]") ?? [])];

  /* Lays the switches over a drawing that the server has made. */
  function draw() {
    const drawing = svg();
    if (!drawing || drawing.querySelector(".switches")) return;
    const layer = element("g", { class: "switches" });
    for (const track of drawing.querySelectorAll("[data-edge]")) layer.append(switchOn(track));
    drawing.querySelectorAll("[data-slot]").forEach((slot, i) => {
      focusable(slot, `Empty branch ${i + 1}`);
      const box = slot.querySelector(".plate").getBBox();
      slot.append(plus(box.x + box.width / 2, box.y + box.height));
    });
    drawing.append(layer);
    drawing.addEventListener("click", clicked);
    drawing.addEventListener("keydown", pressed, true);
    drawing.addEventListener("pointerdown", grasped, true);
  }

  function switchOn(track) {
    const { edge, from, to, label, spot } = track.dataset;
    const [x, y] = spot.split(" ");
    const made = plus(x, y);
    Object.assign(made.dataset, { kind: edge, from, to });
    made.classList.add("switch", edge);
    const source = edge === "start" && !from ? "the start" : from;
    focusable(made, `Line from ${source} to ${to || "the end"}${label ? `, ${label}` : ""}`);
    return made;
  }

  function plus(x, y) {
    const made = element("g", { class: "spot", transform: `translate(${x} ${y})` });
    made.append(element("circle", { class: "hit", r: 15 }), element("circle", { class: "disc", r: 9 }), element("path", { d: "M-4 0H4M0-4V4" }));
    return made;
  }

  function focusable(node, label) {
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", "-1");
    node.setAttribute("aria-label", label);
  }

  function what(node) {
    const spot = node?.closest?.(".switch, [data-slot], [data-state]");
    if (!spot) return null;
    if (spot.dataset.state !== undefined) return { type: "state", name: spot.dataset.state };
    if (spot.dataset.slot !== undefined) return { type: "slot", slot: spot.dataset.slot };
    const { kind, from, to } = spot.dataset;
    return { type: "line", kind, from, to };
  }

  function nodeOf(it) {
    if (!it) return null;
    const same = (node) => Object.entries(it).every(([name, value]) => name === "type" || node.dataset[name === "name" ? "state" : name] === value);
    return (it.type === "state" ? stations() : switches()).find(same) ?? null;
  }

  function mark(it) {
    marked = it;
    const chosen = it && it.type !== "state" ? nodeOf(it) : null;
    for (const node of switches()) {
      node.classList.toggle("is-selected", node === chosen);
      node.setAttribute("aria-pressed", node === chosen);
    }
    svg()?.querySelectorAll(".handle").forEach((handle) => handle.remove());
    const station = it?.type === "state" ? nodeOf(it) : null;
    if (station) addHandles(station);
  }

  /* Small knobs at the selected state; dragged to another state they draw a line. */
  function addHandles(station) {
    if (station.matches(".succeed, .fail")) return;
    const box = boxOf(station);
    const layer = svg().querySelector(".switches");
    const add = (act, y, words) => {
      const handle = element("g", { class: `handle ${act}`, transform: `translate(${box.x - 4} ${y})`, "data-handle": act, "data-of": station.dataset.state });
      const title = element("title", {});
      title.textContent = words;
      handle.append(title, element("circle", { class: "hit", r: 11 }), element("circle", { class: "disc", r: 6 }));
      layer?.append(handle);
    };
    add("connect", box.y + 15, "Drag to the state that comes next");
    if (station.matches(".task, .map, .parallel")) add("catch", box.y + box.height - 15, "Drag to the state that errors lead to");
  }

  /* The empty machine, which has nothing else. */
  function onlyPlace() {
    const slots = svg()?.querySelectorAll("[data-slot]") ?? [];
    return slots.length === 1 && stations().length === 0 ? what(slots[0]) : null;
  }

  function ask(asks) {
    pane()?.classList.toggle("asks-line", asks === "line");
    pane()?.classList.toggle("asks-state", asks === "state");
  }

  function clicked(event) {
    const node = event.target.closest(".switch, [data-slot]");
    if (!node || dragged) return;
    event.stopPropagation();
    pick(what(node));
  }

  function pressed(event) {
    const node = event.target.closest(".switch, [data-slot], [data-state]");
    const it = what(node);
    const taken = lineKey(event, node, it) || key(event, it);
    if (taken) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  function lineKey(event, node, it) {
    if (event.ctrlKey || event.metaKey || event.altKey || !it) return false;
    const isLine = it.type !== "state";
    if (event.key.toLowerCase() === "l" || (isChoosing() === "line" && event.key.startsWith("Arrow"))) {
      focusLine(node, event.key === "ArrowUp" || event.key === "ArrowLeft" || event.shiftKey ? -1 : 1);
    } else if (isLine && (event.key === "Enter" || event.key === " ")) {
      pick(it);
    } else if (isLine && (event.key === "ArrowDown" || event.key === "ArrowRight")) {
      focusState(it.to || it.from);
    } else if (isLine && (event.key === "ArrowUp" || event.key === "ArrowLeft" || (event.key === "Escape" && !isChoosing()))) {
      focusState(it.from || it.to);
    } else {
      return false;
    }
    return true;
  }

  /* From a state, the first line that leaves it; from a line, the next one. */
  function focusLine(node, step) {
    const all = switches();
    if (all.length === 0) return;
    const at = all.indexOf(node);
    const own = all.findIndex((it) => it.dataset.from === node?.dataset.state && it.dataset.kind !== "start");
    const next = at < 0 ? Math.max(own, 0) : (at + step + all.length) % all.length;
    focusNode(all[next]);
  }

  function focusNode(node) {
    if (!node) return;
    for (const other of [...stations(), ...switches()]) other.setAttribute("tabindex", "-1");
    node.setAttribute("tabindex", "0");
    node.focus({ preventScroll: true });
  }

  function focusState(name) {
    focusNode(nodeOf({ type: "state", name }) ?? stations()[0]);
  }

  function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /* A drag begins on a state, on a line's switch or on a knob. */
  function grasped(event) {
    dragged = false;
    if (event.button !== 0 || event.pointerType === "touch") return;
    const handle = event.target.closest("[data-handle]");
    if (handle) {
      const from = { type: "state", name: handle.dataset.of };
      return drag(event, { act: handle.dataset.handle, from, aims: "state" });
    }
    const it = what(event.target);
    if (it?.type === "state") drag(event, { act: "move", from: it, aims: "line", words: it.name });
    else if (it?.type === "line") drag(event, { act: "connect", from: it, aims: "state" });
  }

  function dragPiece(event, piece) {
    dragged = false;
    drag(event, { act: "insert", from: piece.dataset.piece, aims: "line", words: piece.textContent.trim() });
  }

  function drag(start, { act, from, aims, words }) {
    let ghost = null;
    let line = null;
    let target = null;
    const mouse = { x: start.clientX, y: start.clientY };
    const source = start.target.closest(".switch, [data-handle]");

    function moved(event) {
      if (!ghost && Math.hypot(event.clientX - mouse.x, event.clientY - mouse.y) < FAR) return;
      if (!ghost) begin();
      event.stopImmediatePropagation();
      event.preventDefault();
      ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 8}px)`;
      aim(event);
      if (line) pull(event);
    }

    function begin() {
      dragged = true;
      ghost = document.createElement("div");
      ghost.className = "drag-ghost";
      ghost.textContent = words ?? "";
      ghost.hidden = !words;
      document.body.append(ghost);
      document.body.classList.add("is-dragging-piece");
      ask(aims);
      if (source && svg()) {
        line = element("path", { class: `rubber ${act}` });
        svg().append(line);
      }
    }

    function aim(event) {
      const nodes = aims === "line" ? switches() : stations();
      target?.classList.remove("is-target");
      target = null;
      let least = NEAR;
      for (const node of nodes) {
        const box = (node.querySelector(".hit, .plate") ?? node).getBoundingClientRect();
        const dx = Math.max(box.left - event.clientX, 0, event.clientX - box.right);
        const dy = Math.max(box.top - event.clientY, 0, event.clientY - box.bottom);
        const distance = Math.hypot(dx, dy);
        if (distance < least) {
          least = distance;
          target = node;
        }
      }
      const frame = pane().getBoundingClientRect();
      scroll(event, frame);
      const isOutside = event.clientX < frame.left || event.clientX > frame.right || event.clientY < frame.top || event.clientY > frame.bottom;
      if (isOutside) target = null;
      target?.classList.add("is-target");
    }

    /* Near its edge the drawing moves on, so that what lies outside can be reached. */
    function scroll(event, frame) {
      const towards = (at, from, to) => (at > from && at < from + EDGE ? -STEP : at < to && at > to - EDGE ? STEP : 0);
      const deltaX = towards(event.clientX, frame.left, frame.right);
      const deltaY = towards(event.clientY, frame.top, frame.bottom);
      if (deltaX || deltaY) svg().dispatchEvent(new WheelEvent("wheel", { deltaX, deltaY, cancelable: true }));
    }

    function pull(event) {
      const toDrawing = svg().getScreenCTM().inverse();
      const box = source.querySelector(".disc").getBoundingClientRect();
      const a = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(toDrawing);
      const b = new DOMPoint(event.clientX, event.clientY).matrixTransform(toDrawing);
      line.setAttribute("d", `M${a.x} ${a.y}L${b.x} ${b.y}`);
    }

    function ended(event) {
      removeEventListener("pointermove", moved, true);
      removeEventListener("pointerup", ended, true);
      removeEventListener("pointercancel", ended, true);
      if (!ghost) return;
      ghost.remove();
      line?.remove();
      document.body.classList.remove("is-dragging-piece");
      target?.classList.remove("is-target");
      ask("");
      if (target && event.type === "pointerup") dropped(act, from, what(target));
      // The click that ends a drag is no click.
      addEventListener("click", swallow, true);
      setTimeout(() => removeEventListener("click", swallow, true));
    }

    addEventListener("pointermove", moved, true);
    addEventListener("pointerup", ended, true);
    addEventListener("pointercancel", ended, true);
  }

  function swallow(event) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }

  return {
    draw,
    mark,
    ask,
    onlyPlace,
    dragPiece,
    /* Such as "task"; a state that is not drawn yet has no type. */
    typeOf: (name) => ["task", "choice", "parallel", "map", "wait", "pass", "succeed", "fail"].find((type) => nodeOf({ type: "state", name })?.classList.contains(type)),
    wasDragged: () => dragged,
    hasFocus: () => Boolean(pane()?.contains(document.activeElement)),
    focus: (it) => focusNode(nodeOf(it ?? marked) ?? stations()[0]),
    focusFirstLine: () => focusNode(switches()[0]),
  };
}
