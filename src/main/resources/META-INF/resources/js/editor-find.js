// Find and replace, fetched when it is first asked for.
import { StateEffect } from "/modules/@codemirror/state.js";
import { keymap } from "/modules/@codemirror/view.js";

let module;

export async function find(view) {
  const isFirst = !module;
  module ??= import("/modules/@codemirror/search.js");
  const { openSearchPanel, search, searchKeymap } = await module;
  if (isFirst) view.dispatch({ effects: StateEffect.appendConfig.of([search({ top: true }), keymap.of(searchKeymap)]) });
  openSearchPanel(view);
}
