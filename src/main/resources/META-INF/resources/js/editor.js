/*
 * Makes a code editor of each textarea[data-editor], and keeps diagnostics and graph in step with its text. The textarea stays
 * the form's field and always holds the text.
 *
 * Other scripts change the text through textarea.editor: text(), apply(edits, selectAt), select(from, to), undo(), redo(),
 * focus(). Edits are {from, to, insert} in offsets of the present text; one apply is one step to undo.
 *
 * On the document it fires "definition-changed" {text} at once, "definition-checked" {valid} when the server's answer is in the
 * page, and "text-in-state" {state} when the cursor comes into another state. A graph's "state-selected" {state} selects the
 * state's text.
 */
import { EditorState, Prec } from "/modules/@codemirror/state.js";
import { EditorView, keymap, lineNumbers, drawSelection, highlightActiveLine } from "/modules/@codemirror/view.js";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, redo, undo } from "/modules/@codemirror/commands.js";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "/modules/@codemirror/language.js";
import { forEachDiagnostic, lintGutter, nextDiagnostic, setDiagnostics } from "/modules/@codemirror/lint.js";
import { bar } from "./editor-bar.js";
import { changes } from "./editor-changes.js";
import { find } from "./editor-find.js";
import { look } from "./editor-look.js";
import { notation } from "./editor-notation.js";
import { closeQuietly, panel, say } from "./editor-panel.js";
import { stateSpans } from "./editor-spans.js";
import { strings } from "./editor-strings.js";
import { words } from "./editor-words.js";

// Just long enough that what one key does to the text in two steps is checked once.
const PAUSE = 20;

function diagnosticsIn(fragment, length, mend) {
  const severities = { error: "error", warning: "warning", hint: "info" };
  return [...fragment.querySelectorAll("[data-note]")].map((note) => ({
    from: Math.min(Number(note.dataset.from), length),
    to: Math.min(Math.max(Number(note.dataset.to), Number(note.dataset.from)), length),
    severity: severities[note.dataset.severity],
    message: note.dataset.message,
    actions: [...note.querySelectorAll("[data-fix]")].map((fix) => ({ name: fix.textContent, apply: () => mend(fix) })),
  }));
}

/* For those who cannot rest a mouse on a mark. */
function tellDiagnostic(view) {
  const { from, to } = view.state.selection.main;
  forEachDiagnostic(view.state, (it, start, end) => {
    if (start === from && end === to) say(view, `Line ${view.state.doc.lineAt(from).number}: ${it.message}${it.actions.length > 0 ? " Ctrl+. shows what can be done." : ""}`);
  });
  return true;
}

/* The drawing as the server wrote it; a large one takes time to put into the page, so the same one is not put there again. */
function drawing(fragment) {
  return fragment.querySelector("[data-graph-pane] svg")?.outerHTML ?? "";
}

/* Buttons that need scripts. */
function offerFixes(fragment) {
  fragment.querySelectorAll("[data-fix]").forEach((fix) => (fix.hidden = false));
}

/* What is the same stays, so that nothing flickers and nobody loses their place in it. */
function renew(old, fresh) {
  if (!old.isEqualNode(fresh)) old.replaceWith(fresh);
}

function attach(textarea) {
  const form = textarea.form;
  const saved = form.querySelector("[data-saved]");
  const spans = stateSpans();
  const change = changes(post, apply);
  const written = notation((name) => {
    const other = name === "JSON" ? "YAML" : "JSON";
    tools.buttons.convert.textContent = other;
    tools.buttons.convert.setAttribute("aria-label", `Write as ${other}`);
  });
  const tools = bar([
    ["mend", "Mend", () => change.menu(view)],
    ["rename", "Rename", () => change.rename(view)],
    ["find", "Find", () => find(view)],
    ["undo", "Undo", () => { undo(view); view.focus(); }],
    ["redo", "Redo", () => { redo(view); view.focus(); }],
    ["format", "Format", () => change.format(view)],
    ["convert", "YAML", () => change.convert(view)],
  ]);
  let timer;
  let isAsking = false;
  let drawn = drawing(document);

  // The editor brings its styles along. In a shadow tree it adds them as style sheet objects, which the content security policy
  // allows; in the page it would write style elements, which it forbids.
  const host = document.createElement("div");
  const tree = host.attachShadow({ mode: "open" });
  textarea.after(host);
  host.before(tools.strip);
  const view = new EditorView({
    parent: tree,
    root: tree,
    state: EditorState.create({
      doc: textarea.value,
      extensions: [
        lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine(),
        written.extension, strings, look, lintGutter(), panel, words(ask),
        // On a phone there is no room to scroll sideways.
        matchMedia("(max-width: 700px)").matches ? EditorView.lineWrapping : [],
        EditorView.contentAttributes.of({ "aria-label": form.querySelector(`label[for=${textarea.id}]`).textContent }),
        Prec.high(keymap.of([
          { key: "Mod-.", run: () => { change.menu(view); return true; } },
          { key: "F2", run: () => { change.rename(view); return true; } },
          { key: "F8", run: (view) => nextDiagnostic(view) && tellDiagnostic(view) },
          { key: "Escape", run: closeQuietly },
          { key: "Shift-Alt-f", run: () => { change.format(view); return true; } },
          { key: "Mod-f", run: () => { find(view); return true; } },
        ])),
        keymap.of([
          { key: "Mod-Enter", run: () => { form.querySelector("[data-run]").click(); return true; } },
          indentWithTab, ...defaultKeymap, ...historyKeymap, ...foldKeymap,
        ]),
        EditorView.updateListener.of(updated),
      ],
    }),
  });
  // A region that scrolls must take the keyboard.
  view.scrollDOM.tabIndex = 0;
  textarea.hidden = true;
  saved.hidden = false;
  form.querySelector("[data-plain]").hidden = true;
  textarea.editor = {
    text: () => view.state.doc.toString(),
    apply,
    select,
    undo: () => undo(view),
    redo: () => redo(view),
    focus: () => view.focus(),
  };
  written.adapt(view);
  offerFixes(document);
  mark(document);
  locate(document);

  function updated(update) {
    if (update.docChanged) {
      textarea.value = update.state.doc.toString();
      spans.move(update.changes);
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE);
      tell("definition-changed", { text: textarea.value });
    }
    if (update.docChanged || update.selectionSet) {
      spans.visit(update.state.selection.main.head, (state) => tell("text-in-state", { state }));
    }
  }

  function tell(name, detail) {
    document.dispatchEvent(new CustomEvent(name, { detail }));
  }

  function apply(edits, selectAt) {
    view.dispatch({
      changes: edits,
      selection: selectAt === undefined ? undefined : { anchor: selectAt },
      annotations: isolateHistory.of("full"),
      userEvent: "input.edit",
      scrollIntoView: selectAt !== undefined,
    });
  }

  function select(from, to = from) {
    const length = view.state.doc.length;
    const head = Math.min(from, length);
    view.dispatch({
      selection: { anchor: Math.min(to, length), head },
      effects: EditorView.scrollIntoView(head, { y: "center" }),
    });
  }

  function mark(fragment) {
    view.dispatch(setDiagnostics(view.state, diagnosticsIn(fragment, view.state.doc.length, mend)));
  }

  /* Tells in which state the cursor stands. */
  function locate(fragment) {
    spans.read(fragment);
    spans.visit(view.state.selection.main.head, (state) => tell("text-in-state", { state }));
  }

  function mend(fix) {
    change.mend(view, Number(fix.dataset.at), fix.dataset.fix);
  }

  async function post(address, fields) {
    try {
      const answer = await fetch(address, { method: "POST", body: body(fields) });
      return { ok: answer.ok, answer: await answer.json() };
    } catch {
      return { ok: false, answer: { problem: "The server does not answer. Your text stays as it is." } };
    }
  }

  function body(more) {
    return new URLSearchParams({
      definition: textarea.value, place: textarea.dataset.place, token: form.elements.token.value, ...more,
    });
  }

  /* What the server knows about a place in the text; undefined where it knows nothing or does not answer. */
  async function ask(address, at) {
    const world = form.elements.world?.value ?? "";
    try {
      const answer = await fetch(address, { method: "POST", body: body({ at, world }) });
      return answer.status === 200 ? await answer.json() : undefined;
    } catch {
      return undefined;
    }
  }

  /* One question at a time, so that the server never works on a text that is no longer there; then one about the newest text. */
  async function check() {
    if (isAsking) return;
    isAsking = true;
    const asked = textarea.value;
    try {
      const answer = await fetch("/definitions/checks", { method: "POST", body: body(), signal: AbortSignal.timeout(20000) });
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#checked");
      if (asked === textarea.value) swap(fresh);
      saved.textContent = "Kept. Ctrl+Enter runs.";
    } catch {
      saved.textContent = "Not kept: the server does not answer. Your text stays here.";
    }
    isAsking = false;
    if (asked !== textarea.value) check();
  }

  function swap(fresh) {
    const old = document.querySelector("#checked");
    offerFixes(fresh);
    const valid = fresh.dataset.checked !== "faulty";
    const pane = old.querySelector("[data-graph-pane]");
    const now = drawing(fresh);
    const isStale = !now && pane.querySelector("svg") !== null;
    old.dataset.checked = fresh.dataset.checked;
    // The last good graph stays, greyed, while the text is being mended; so does where its states stand in the text.
    pane.classList.toggle("stale", isStale);
    if (isStale) {
      const word = document.createElement("p");
      word.className = "quiet";
      word.textContent = "The graph shows the last valid definition.";
      fresh.querySelector(".notes").prepend(word);
      spans.write(fresh);
    }
    // The editor looks at where its text stands: asked after the new drawing is in, that would lay the drawing out at once.
    for (const part of [".notes", "[data-spans]"]) renew(old.querySelector(part), fresh.querySelector(part));
    mark(old);
    if (now && now !== drawn) {
      pane.replaceWith(fresh.querySelector("[data-graph-pane]"));
      drawn = now;
    }
    locate(old);
    tell("definition-checked", { valid });
  }

  document.addEventListener("click", (event) => {
    const fix = event.target.closest("[data-fix]");
    const link = event.target.closest("[data-goto]");
    if (fix) {
      mend(fix);
    } else if (link) {
      event.preventDefault();
      select(Number(link.dataset.goto));
      view.focus();
    }
  });

  document.addEventListener("state-selected", (event) => {
    const span = event.target.closest("[data-graph-pane]") && spans.of(event.detail.state);
    if (span) {
      event.preventDefault();
      select(span.from, span.to);
    }
  });
}

document.querySelectorAll("textarea[data-editor]").forEach(attach);
