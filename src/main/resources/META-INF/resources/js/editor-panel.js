// A strip at the foot of the editor for one question at a time: a choice, a name, or a word on why something cannot be done.
import { StateEffect, StateField } from "/modules/@codemirror/state.js";
import { showPanel } from "/modules/@codemirror/view.js";

const show = StateEffect.define();

export const panel = StateField.define({
  create: () => null,
  update: (value, transaction) => transaction.effects.reduce((now, effect) => (effect.is(show) ? effect.value : now), value),
  provide: (field) => showPanel.from(field),
});

export function close(view) {
  if (view.state.field(panel)) {
    view.dispatch({ effects: show.of(null) });
    view.focus();
  }
}

/* The key that closes it from within the text; false if there is nothing to close. */
export function closeQuietly(view) {
  const isOpen = view.state.field(panel) !== null;
  close(view);
  return isOpen;
}

/* A word about the place where the cursor stands, which stays in the text. */
export function say(view, text) {
  const word = document.createElement("p");
  word.setAttribute("role", "status");
  open(view, "About this place", word).setAttribute("role", "group");
  word.textContent = text;
}

function open(view, label, ...content) {
  const dom = document.createElement("div");
  dom.className = "strip";
  dom.setAttribute("role", "dialog");
  dom.setAttribute("aria-label", label);
  const shut = button("×", () => close(view));
  shut.className = "shut";
  shut.setAttribute("aria-label", "Close");
  dom.append(...content, shut);
  dom.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close(view);
    }
  });
  view.dispatch({ effects: show.of(() => ({ dom })) });
  return dom;
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

export function tell(view, text) {
  const word = document.createElement("p");
  word.setAttribute("role", "alert");
  word.textContent = text;
  open(view, "Not possible", word).querySelector(".shut").focus();
}

/* A word and what it means. */
export function explain(view, word, about) {
  open(view, `About ${word}`, heading(word), about).querySelector(".shut").focus();
}

/* A list to choose from by arrow keys and Enter. */
export function choose(view, label, options) {
  const list = document.createElement("ul");
  const buttons = options.map(({ title, act }) => button(title, () => { close(view); act(); }));
  for (const each of buttons) {
    const item = document.createElement("li");
    item.append(each);
    list.append(item);
  }
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const at = buttons.indexOf(event.target);
      buttons[(at + step + buttons.length) % buttons.length].focus();
    }
  });
  open(view, label, heading(label), list);
  buttons[0].focus();
}

function heading(text) {
  const title = document.createElement("strong");
  title.textContent = text;
  return title;
}

/* Asks for one line; what comes back from `act` is why it will not do. */
export function ask(view, label, value, act) {
  const field = document.createElement("input");
  field.value = value;
  field.maxLength = 200;
  field.setAttribute("aria-label", label);
  const word = document.createElement("p");
  word.setAttribute("role", "alert");
  const go = async () => {
    const problem = await act(field.value);
    if (problem) word.textContent = problem;
    else close(view);
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      go();
    }
  });
  open(view, label, heading(label), field, button("Rename", go), word);
  field.select();
  field.focus();
}
