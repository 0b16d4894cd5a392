// How the editor looks: the colours of the page's tokens, in light and dark.
import { EditorView } from "/modules/@codemirror/view.js";
import { HighlightStyle, syntaxHighlighting } from "/modules/@codemirror/language.js";
import { tags } from "/modules/@lezer/highlight.js";

const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--signal)" },
  { tag: [tags.string, tags.content], color: "var(--ok)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--caught)" },
  { tag: [tags.comment, tags.meta], color: "var(--ink-quiet)" },
  { tag: tags.invalid, color: "var(--bad)" },
]));

const theme = EditorView.theme({
  "&": {
    backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--radius)",
    height: "var(--editor-height, min(560px, 70vh))", fontSize: "var(--small)",
  },
  "&.cm-focused": { outline: "2px solid var(--signal)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--ink-quiet)", border: "none" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--signal) 7%, transparent)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--signal) 24%, transparent) !important" },
  ".cm-tooltip": { backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--radius)" },
  ".cm-tooltip p": { margin: "0", fontFamily: "var(--sans)", fontSize: "var(--small)", lineHeight: "1.45" },
  ".cm-tooltip code": { fontFamily: "var(--mono)" },
  ".cm-tooltip .about": { padding: "8px 12px", maxWidth: "min(420px, 80vw)" },
  ".cm-tooltip .about strong": { fontFamily: "var(--mono)", fontSize: "var(--small)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxWidth: "min(560px, 90vw)", maxHeight: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--signal)", color: "var(--on-signal)" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionDetail": { color: "var(--ink-quiet)", fontStyle: "normal", marginLeft: "1em", fontFamily: "var(--sans)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-tooltip.cm-completionInfo": { padding: "8px 12px", maxWidth: "min(340px, 80vw)" },
  ".cm-foldPlaceholder": { backgroundColor: "transparent", border: "1px solid var(--line)", color: "var(--ink-quiet)" },
});

export const look = [theme, colours];
