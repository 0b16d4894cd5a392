// Completion and hover: what can be written at the cursor, and what a word means. The server knows; the browser lists.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, startCompletion } from "/modules/@codemirror/autocomplete.js";
import { hoverTooltip, keymap } from "/modules/@codemirror/view.js";
import { explain, tell } from "./editor-panel.js";

// As long as one goes on typing a word, the list that was fetched for its beginning is good.
const WORD = /^["']?[\w$.:-]*["']?$/;

export function words(ask) {
  async function complete(context) {
    const before = context.matchBefore(/[\w$."':-]+$/);
    const fresh = /[[{,:\n]\s*$/.test(context.state.sliceDoc(Math.max(0, context.pos - 200), context.pos));
    if (!context.explicit && !before && !fresh) return null;
    const answer = await ask("/definitions/completions", context.pos);
    if (!answer || context.aborted || answer.options.length === 0) return null;
    const quote = context.state.sliceDoc(answer.from, answer.from + 1);
    const tail = context.state.sliceDoc(context.pos, answer.to);
    return {
      from: answer.from,
      validFor: WORD,
      options: answer.options.map((it, index) => option(it, /["']/.test(quote) ? quote : "", tail, -index)),
    };
  }

  /* CodeMirror matches a label with what stands in the text before the cursor, quotation mark and all. */
  function option({ label, kind, detail, about, insert, cursor }, quote, tail, order) {
    return {
      label: quote + label,
      displayLabel: label,
      type: kind,
      detail,
      boost: Math.max(-99, order),
      info: about ? () => paragraph(about) : undefined,
      apply: (view, completion, from, to) => {
        // What stood behind the cursor of the name or text goes with it, such as its closing mark.
        const isThere = view.state.sliceDoc(to, to + tail.length) === tail;
        view.dispatch({
          changes: { from, to: isThere ? to + tail.length : to, insert },
          selection: { anchor: from + cursor },
          userEvent: "input.complete",
        });
        if (kind === "field") startCompletion(view);
      },
    };
  }

  const hover = hoverTooltip(async (view, pos) => {
    const answer = await ask("/definitions/explanations", pos);
    return answer && {
      pos: answer.from,
      end: answer.to,
      above: true,
      create: () => {
        const dom = document.createElement("div");
        dom.className = "about";
        const name = document.createElement("strong");
        name.textContent = answer.name;
        dom.append(name, paragraph(answer.about));
        return { dom };
      },
    };
  }, { hoverTime: 350 });

  /* What the mouse shows by resting on a word, for those who have none. */
  async function about(view) {
    const answer = await ask("/definitions/explanations", view.state.selection.main.head);
    if (answer) explain(view, answer.name, paragraph(answer.about));
    else tell(view, "Nothing is known about this place. Put the cursor into the name of a field, a state, an error or a function.");
  }

  return [
    autocompletion({ override: [complete], icons: false, activateOnTyping: true, maxRenderedOptions: 80 }),
    closeBrackets(), hover, keymap.of([{ key: "F1", run: (view) => { about(view); return true; } }, ...closeBracketsKeymap, ...completionKeymap]),
  ];
}

/* Text in which `names` stand between backticks. */
function paragraph(text) {
  const dom = document.createElement("p");
  text.split("`").forEach((part, index) => {
    if (index % 2) {
      const code = document.createElement("code");
      code.textContent = part;
      dom.append(code);
    } else {
      dom.append(part);
    }
  });
  return dom;
}
