/*
 * The designer: changes the definition through its picture. Every change is made by the server in the text ("/definitions/edits")
 * and applied through textarea.editor, so that text and picture have one history to undo.
 *
 * Something is selected: a state, a line, or an empty branch. A palette puts a piece there; keys and buttons do the rest. Where
 * a second place is needed (a line to move to, a state to connect with), the designer asks for it and waits: it is "choosing".
 */
import { attachBoard } from "./designer-board.js";
import { attachInspector } from "./designer-form.js";

const textarea = document.querySelector("textarea[data-editor]");
const palette = document.querySelector("[data-palette]");
const status = document.querySelector("[data-designer-status]");
const pane = () => document.querySelector("[data-graph-pane]");

const ACTS = {
  move: { key: "m", label: "Move", asks: "line", says: (it) => `Choose the line that ${it.name} moves to.` },
  connect: { key: "c", label: "Connect", asks: "state", says: (it) => `Choose the state that ${it.name ?? "the line"} leads to.` },
  catch: { key: "x", label: "Catch errors", asks: "state", says: (it) => `Choose the state that errors of ${it.name} lead to.` },
  duplicate: { key: "d", label: "Duplicate", done: "Duplicated." },
  "wrap-map": { key: "w", label: "Wrap in Map", done: "Wrapped in a Map." },
  "wrap-parallel": { key: "p", label: "Wrap in Parallel", done: "Wrapped in a Parallel." },
  delete: { key: "delete", label: "Delete", done: "Deleted." },
};
const LINE_ACTS = ["connect", "delete"];
const ENDING_ACTS = ["move", "duplicate", "delete"];
const NOT_FOR = { choice: ["catch", "wrap-map", "wrap-parallel"], pass: ["catch"], wait: ["catch"] };

let selected = null;
let choosing = null;
let refocus = false;
let queue = Promise.resolve();

const board = attachBoard({ pane, pick, dropped, key: graphKey, isChoosing: () => choosing?.asks });
const inspector = attachInspector({ perform, act, undo, redo });

palette.hidden = false;
select(null);
board.draw();
say("");

/* Sends one operation after the other, each with the text that the one before it left. */
function perform(operation, fields = {}) {
  queue = queue.then(() => send(operation, fields)).catch(() => ({ problem: "The server does not answer. Try again." }));
  return queue;
}

async function send(operation, fields) {
  const definition = textarea.value;
  const token = textarea.form.elements.token.value;
  const body = new URLSearchParams({ definition, token, operation, ...fields });
  const answer = await fetch("/definitions/edits", { method: "POST", body });
  if (answer.status !== 200 && answer.status !== 422) throw new Error(String(answer.status));
  const change = await answer.json();
  // Somebody typed meanwhile: the offsets are of a text that is gone.
  if (textarea.value !== definition) return send(operation, fields);
  if (!change.problem && change.edits.length > 0) {
    textarea.editor.apply(change.edits, change.at < 0 ? undefined : change.at);
  }
  return change;
}

/* An operation of the picture: says what came of it and selects what it left. */
async function draw(operation, fields, done) {
  stopChoosing();
  const change = await perform(operation, fields);
  if (change.problem) {
    say(change.problem, true);
    refocus = false;
    return;
  }
  say(done ?? "");
  select(change.select ? { type: "state", name: change.select } : null);
}

function placeOf(spot) {
  if (spot.type === "line") return { place: "track", kind: spot.kind, from: spot.from, to: spot.to };
  if (spot.type === "slot") return { place: "slot", slot: spot.slot };
  return { place: "after", after: spot.name };
}

function select(what) {
  selected = what;
  board.mark(selected);
  inspector.show(selected, actsFor(selected));
}

function actsFor(what) {
  const names = what?.type === "state" ? actsForState(board.typeOf(what.name)) : what?.type === "line" ? LINE_ACTS : [];
  const labels = { connect: "Lead elsewhere", delete: "Take away" };
  return names.map((name) => ({ name, label: (what.type === "line" && labels[name]) || ACTS[name].label, key: ACTS[name].key }));
}

function actsForState(type) {
  if (type === "succeed" || type === "fail") return ENDING_ACTS;
  return Object.keys(ACTS).filter((name) => !NOT_FOR[type]?.includes(name));
}

/* Does what a key or a button says with what is selected. */
function act(name) {
  if (!selected) return;
  const { asks, says, done } = ACTS[name];
  if (asks) return choose({ act: name, asks, of: selected }, says(selected));
  if (selected.type === "state") draw(name, { state: selected.name }, done);
  else if (selected.type === "line" && name === "delete") draw("cut", track(selected), "Taken away.");
}

function track({ kind, from, to }) {
  return { kind, from, to };
}

function choose(what, words) {
  choosing = what;
  board.ask(what.asks);
  say(`${words} Escape lets it be.`);
}

function stopChoosing() {
  if (!choosing) return;
  choosing = null;
  board.ask("");
  say("");
}

/* A place in the graph was clicked, tapped or chosen by Enter. True if that was an answer to what the designer asked. */
function pick(what) {
  if (!choosing) {
    select(what);
    inspector.offer();
    if (what.type !== "state") say("Choose a piece from the palette to put it here.");
    return false;
  }
  const { act: name, asks, of, piece } = choosing;
  if (asks === "state" && what.type !== "state") return false;
  if (asks === "line" && what.type === "state") return false;
  if (piece) draw("insert", { piece, ...placeOf(what) }, "Put in.");
  else dropped(name, of, what);
  return true;
}

/* The same by dragging. */
function dropped(name, from, what) {
  refocus ||= board.hasFocus();
  if (name === "insert") draw("insert", { piece: from, ...placeOf(what) }, "Put in.");
  else if (name === "move") draw("move", { state: from.name, ...placeOf(what) }, "Moved.");
  else if (from.type === "line") draw("lead-track", { ...track(from), value: what.name }, "Connected.");
  else draw(name, { state: from.name, value: what.name }, "Connected.");
}

function put(piece, byKeyboard) {
  refocus = byKeyboard;
  const place = selected ?? board.onlyPlace();
  if (place) {
    draw("insert", { piece, ...placeOf(place) }, "Put in.");
  } else {
    choose({ asks: "line", piece }, "Choose a line for it.");
    if (byKeyboard) board.focusFirstLine();
  }
}

function say(words, isBad = false) {
  status.textContent = words;
  status.classList.toggle("is-bad", isBad);
}

function undo() {
  textarea.editor?.undo();
}

function redo() {
  textarea.editor?.redo();
}

/* Keys in the graph; true if one was meant for the designer. what: the state, line or branch that has the focus. */
function graphKey(event, what) {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (key === "escape" && choosing) {
    stopChoosing();
    return true;
  }
  if (!what) return false;
  if (key === "a") {
    select(what);
    palette.querySelector("[data-piece][tabindex='0']").focus();
    return true;
  }
  if (key === "e" && what.type === "state") {
    select(what);
    inspector.focus();
    return true;
  }
  const name = Object.keys(ACTS).find((it) => ACTS[it].key === key || (it === "delete" && key === "backspace"));
  if (!name || (what.type !== "state" && !(what.type === "line" && LINE_ACTS.includes(name)))) return false;
  refocus = true;
  select(what);
  act(name);
  if (choosing?.asks === "line") board.focusFirstLine();
  return true;
}

/* The palette: one stop in the tab order; arrows walk, Enter puts in. */
const pieces = [...palette.querySelectorAll("[data-piece]")];
pieces.forEach((it, i) => it.setAttribute("tabindex", i === 0 ? "0" : "-1"));
palette.addEventListener("keydown", (event) => {
  const at = pieces.indexOf(event.target);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    board.focus(selected);
  } else if (at >= 0 && step) {
    const next = pieces[(at + step + pieces.length) % pieces.length];
    pieces.forEach((it) => it.setAttribute("tabindex", it === next ? "0" : "-1"));
    next.focus();
  } else {
    return;
  }
  event.preventDefault();
});
palette.addEventListener("focusin", (event) => {
  const says = event.target.dataset?.says;
  if (says && event.target.matches(":focus-visible")) say(says);
});
palette.addEventListener("click", (event) => {
  const piece = event.target.closest("[data-piece]");
  if (piece && !board.wasDragged()) put(piece.dataset.piece, event.detail === 0);
});
palette.addEventListener("pointerdown", (event) => {
  const piece = event.target.closest("[data-piece]");
  if (piece && event.button === 0 && event.pointerType !== "touch") board.dragPiece(event, piece);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") stopChoosing();
  const isOurs = event.target.closest?.("[data-palette], [data-graph-pane], [data-inspector]");
  if (!isOurs || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) undo();
  else if (key === "y" || (key === "z" && event.shiftKey)) redo();
  else return;
  inspector.forget();
  event.preventDefault();
});

document.addEventListener("state-selected", (event) => {
  if (!event.target.closest("[data-graph-pane]")) return;
  if (pick({ type: "state", name: event.detail.state })) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);
document.addEventListener("text-in-state", (event) => {
  const name = event.detail.state;
  if (choosing || inspector.isBusy()) return;
  if (name && selected?.name !== name) select({ type: "state", name });
  else if (!name && selected?.type === "state") select(null);
});
document.addEventListener("definition-checked", () => {
  board.draw();
  select(selected);
  if (choosing) board.ask(choosing.asks);
  inspector.refresh();
  if (refocus && selected) board.focus(selected);
  refocus = false;
});
