// What the editor can do, as buttons, and the keys that do it. Made here, since none of it works without scripts.
const KEYS = [
  ["Ctrl+Space", "complete"], ["F1", "explain the word"], ["Ctrl+.", "mend, or change the state"], ["F2", "rename the state"], ["F8", "next problem"],
  ["Ctrl+F", "find and replace"], ["Ctrl+Z, Ctrl+Y", "undo, redo"], ["Shift+Alt+F", "format"],
  ["Ctrl+Alt+[ and ]", "fold and unfold all"], ["Ctrl+Enter", "run"], ["Esc, then Tab", "leave the editor"],
];

export function bar(actions) {
  const strip = document.createElement("div");
  strip.className = "editor-bar";
  strip.setAttribute("role", "group");
  strip.setAttribute("aria-label", "The text");
  const buttons = {};
  for (const [name, title, act] of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button plain small";
    button.textContent = title;
    button.addEventListener("click", act);
    buttons[name] = button;
    strip.append(button);
  }
  strip.append(keys());
  return { strip, buttons };
}

function keys() {
  const help = document.createElement("details");
  help.className = "keys";
  const summary = document.createElement("summary");
  summary.textContent = "Keys";
  const list = document.createElement("dl");
  for (const [key, does] of KEYS) {
    const row = document.createElement("div");
    const name = document.createElement("dt");
    const kbd = document.createElement("kbd");
    kbd.textContent = key;
    name.append(kbd);
    const says = document.createElement("dd");
    says.textContent = does;
    row.append(name, says);
    list.append(row);
  }
  help.append(summary, list);
  document.addEventListener("click", (event) => { if (!help.contains(event.target)) help.open = false; });
  help.addEventListener("keydown", (event) => { if (event.key === "Escape") help.open = false; });
  return help;
}
