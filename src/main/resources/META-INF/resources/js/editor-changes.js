// Changes that the server works out: quick fixes, another name for a state, a tidy text, the other notation.
import { ask as askName, choose, tell } from "./editor-panel.js";

/* `post(address, fields)` gives {ok, answer}; `apply(edits, at)` does them as one step. */
export function changes(post, apply) {
  const done = ({ edits, at }) => apply(edits, at < 0 ? undefined : at);

  async function whole(view, address) {
    const { ok, answer } = await post(address, {});
    if (ok) done(answer);
    else tell(view, answer.problem);
    view.focus();
  }

  async function mendings(at) {
    const { ok, answer } = await post("/definitions/mendings", { at });
    return ok ? answer : [];
  }

  function take(view, option) {
    if (option.problem) {
      tell(view, option.problem);
    } else {
      done(option);
      view.focus();
    }
  }

  return {
    /* Everything that can be done where the cursor stands. */
    async menu(view) {
      const options = await mendings(view.state.selection.main.head);
      if (options.length === 0) tell(view, "Nothing to mend here. Put the cursor into a state, or on a mistake.");
      else choose(view, "What can be done here", options.map((it) => ({ title: it.title, act: () => take(view, it) })));
    },

    /* What a button beside a diagnostic says. */
    async mend(view, at, title) {
      const option = (await mendings(at)).find((it) => it.title === title);
      if (option) take(view, option);
    },

    async rename(view) {
      const at = view.state.selection.main.head;
      const { ok, answer } = await post("/definitions/names", { at });
      if (!ok) return tell(view, answer.problem);
      askName(view, `Rename “${answer.state}” everywhere`, answer.state, async (name) => {
        const renamed = await post("/definitions/names", { at, name });
        if (!renamed.ok) return renamed.answer.problem;
        done(renamed.answer);
        return "";
      });
    },

    format: (view) => whole(view, "/definitions/formats"),
    convert: (view) => whole(view, "/definitions/notations"),
  };
}
