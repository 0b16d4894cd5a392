// Colours what is evaluated inside texts: paths, intrinsic functions, JSONata. Only in the lines that can be seen.
import { RangeSetBuilder } from "/modules/@codemirror/state.js";
import { Decoration, ViewPlugin } from "/modules/@codemirror/view.js";

const marks = Object.fromEntries(
  ["path", "function", "variable", "text", "number", "word", "edge", "jsonata"].map((name) => [name, Decoration.mark({ class: `asl-${name}` })]),
);

// A text that begins with a dollar sign or an intrinsic function; in YAML it may stand without quotation marks.
const EVALUATED = /(?:["']|(?:: |- ))((?:\$|States\.[A-Z]\w*\()(?:[^"\\\n]|\\.)*)/g;
const JSONATA = /\{%([\s\S]*?)(?:%\}|$)/g;
const PARTS = /(?<function>States\.[A-Z]\w*(?=\()|\$[a-zA-Z]\w*(?=\s*\())|(?<variable>\$[A-Za-z_][\w.]*)|(?<path>\$\$?(?:\.[\w-]+|\[[^\]\n]*\])*)|(?<text>\\?"(?:[^"\\]|\\[^"])*\\?"|'[^'\n]*')|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>\b(?:and|or|in|function|true|false|null)\b)/g;

function parts(text, from, found) {
  for (const part of text.matchAll(PARTS)) {
    const name = Object.keys(part.groups).find((it) => part.groups[it] !== undefined);
    found.push([from + part.index, from + part.index + part[0].length, name]);
  }
}

function decorations(view) {
  const found = [];
  for (const { from, to } of view.visibleRanges) {
    const text = view.state.sliceDoc(from, to);
    const covered = [];
    for (const expression of text.matchAll(JSONATA)) {
      const start = from + expression.index;
      const end = start + expression[0].length;
      covered.push([start, end]);
      found.push([start, start + 2, "edge"]);
      parts(expression[1], start + 2, found);
      if (expression[0].endsWith("%}")) found.push([end - 2, end, "edge"]);
    }
    for (const value of text.matchAll(EVALUATED)) {
      const start = from + value.index + value[0].length - value[1].length;
      if (!covered.some(([first, last]) => start >= first && start < last)) parts(value[1].replace(/["']?,?\s*$/, ""), start, found);
    }
  }
  const builder = new RangeSetBuilder();
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).forEach(([from, to, name]) => builder.add(from, to, marks[name]));
  return builder.finish();
}

export const strings = ViewPlugin.fromClass(class {
  constructor(view) {
    this.decorations = decorations(view);
  }

  update(update) {
    if (update.docChanged || update.viewportChanged) this.decorations = decorations(update.view);
  }
}, { decorations: (plugin) => plugin.decorations });
