// Turns a textarea[data-editor] into a code editor, and keeps diagnostics and graph in step with the text.
import { EditorState } from "/modules/@codemirror/state.js";
import { EditorView, keymap, lineNumbers, drawSelection, highlightActiveLine } from "/modules/@codemirror/view.js";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "/modules/@codemirror/commands.js";
import { bracketMatching, foldGutter, HighlightStyle, indentOnInput, syntaxHighlighting } from "/modules/@codemirror/language.js";
import { json } from "/modules/@codemirror/lang-json.js";
import { lintGutter, setDiagnostics } from "/modules/@codemirror/lint.js";
import { tags } from "/modules/@lezer/highlight.js";

const PAUSE = 150;

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--signal)" },
  { tag: tags.string, color: "var(--ok)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--caught)" },
  { tag: tags.invalid, color: "var(--bad)" },
]);

const theme = EditorView.theme({
  "&": {
    backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--radius)",
    height: "min(560px, 70vh)", fontSize: "var(--small)",
  },
  "&.cm-focused": { outline: "2px solid var(--signal)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--ink-quiet)", border: "none" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--signal) 7%, transparent)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--signal) 24%, transparent) !important" },
  ".cm-tooltip": { backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-foldPlaceholder": { backgroundColor: "transparent", border: "1px solid var(--line)", color: "var(--ink-quiet)" },
});

function diagnosticsIn(fragment, length) {
  const severities = { error: "error", warning: "warning", hint: "info" };
  return [...fragment.querySelectorAll("[data-note]")].map((note) => ({
    from: Math.min(Number(note.dataset.from), length),
    to: Math.min(Math.max(Number(note.dataset.to), Number(note.dataset.from)), length),
    severity: severities[note.dataset.severity],
    message: note.dataset.message,
  }));
}

function attach(textarea) {
  const form = textarea.form;
  const saved = form.querySelector("[data-saved]");
  let timer;
  let running;

  // The editor brings its styles along. In a shadow tree it adds them as style sheet objects, which the content security policy
  // allows; in the page it would write style elements, which it forbids.
  const host = document.createElement("div");
  const tree = host.attachShadow({ mode: "open" });
  textarea.after(host);
  const view = new EditorView({
    parent: tree,
    root: tree,
    state: EditorState.create({
      doc: textarea.value,
      extensions: [
        lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine(),
        json(), syntaxHighlighting(colours), lintGutter(), theme,
        EditorView.contentAttributes.of({ "aria-label": form.querySelector(`label[for=${textarea.id}]`).textContent }),
        keymap.of([
          { key: "Mod-Enter", run: () => { form.querySelector("[data-run]").click(); return true; } },
          indentWithTab, ...defaultKeymap, ...historyKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            textarea.value = update.state.doc.toString();
            clearTimeout(timer);
            timer = setTimeout(check, PAUSE);
          }
        }),
      ],
    }),
  });
  // A region that scrolls must take the keyboard.
  view.scrollDOM.tabIndex = 0;
  textarea.hidden = true;
  show(document);

  function show(fragment) {
    view.dispatch(setDiagnostics(view.state, diagnosticsIn(fragment, view.state.doc.length)));
  }

  async function check() {
    running?.abort();
    running = new AbortController();
    const body = new URLSearchParams({
      definition: textarea.value, place: textarea.dataset.place, token: form.elements.token.value,
    });
    try {
      const answer = await fetch("/definitions/checks", { method: "POST", body, signal: running.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      swap(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#checked"));
      saved.textContent = "Kept. Ctrl+Enter runs.";
    } catch (problem) {
      if (problem.name !== "AbortError") saved.textContent = "Not kept: the server does not answer. Your text stays here.";
    }
  }

  function swap(fresh) {
    const old = document.querySelector("#checked");
    if (fresh.dataset.checked === "faulty") {
      // The last good graph stays, greyed, while the text is being mended.
      const pane = old.querySelector("[data-graph-pane]");
      if (pane.querySelector("svg")) {
        pane.classList.add("stale");
        fresh.querySelector("[data-graph-pane]").replaceWith(pane);
        const word = document.createElement("p");
        word.className = "quiet";
        word.textContent = "The graph shows the last valid definition.";
        fresh.querySelector(".notes").prepend(word);
      }
    }
    old.replaceWith(fresh);
    show(fresh);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-goto]");
    if (link) {
      event.preventDefault();
      const at = Math.min(Number(link.dataset.goto), view.state.doc.length);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    }
  });
}

document.querySelectorAll("textarea[data-editor]").forEach(attach);
