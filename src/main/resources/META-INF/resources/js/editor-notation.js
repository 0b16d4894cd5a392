// JSON or YAML, whichever the text is written in. The reader of YAML is fetched when it is first needed.
import { Compartment } from "/modules/@codemirror/state.js";
import { EditorView } from "/modules/@codemirror/view.js";
import { json } from "/modules/@codemirror/lang-json.js";

/* As the server tells them apart: by the first character that is no blank. */
export function isYaml(doc) {
  const start = doc.sliceString(0, 2000).trimStart();
  return /^[\p{L}#%-]/u.test(start) || /^(["']).*?\1:/.test(start);
}

export function notation(changed) {
  const place = new Compartment();
  let current = "";

  async function adapt(view) {
    const wanted = isYaml(view.state.doc) ? "YAML" : "JSON";
    if (wanted === current) return;
    current = wanted;
    changed(wanted);
    const language = wanted === "JSON" ? json() : (await import("/modules/@codemirror/lang-yaml.js")).yaml();
    if (wanted === current) view.dispatch({ effects: place.reconfigure(language) });
  }

  return {
    extension: [place.of(json()), EditorView.updateListener.of((update) => { if (update.docChanged) adapt(update.view); })],
    adapt,
  };
}
