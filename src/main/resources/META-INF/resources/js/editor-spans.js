// Where each state stands in the text: read from the page's hidden list, and moved along while somebody types.

export function stateSpans() {
  let spans = [];
  let visited;

  return {
    /* Takes over what the server found. A text of which it could read nothing leaves the spans as they are. */
    read(fragment) {
      const items = [...fragment.querySelectorAll("[data-spans] [data-state]")];
      if (items.length > 0 || fragment.querySelector?.("[data-checked=valid]")) {
        spans = items.map(({ dataset }) => ({ state: dataset.state, from: Number(dataset.from), to: Number(dataset.to) }));
      }
    },

    move(changes) {
      spans = spans
        .map(({ state, from, to }) => ({ state, from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }))
        .filter(({ from, to }) => from < to);
    },

    /* Adds to a fragment that knows fewer states than we do those that it lacks. */
    write(fragment) {
      const list = fragment.querySelector("[data-spans]");
      const known = new Set([...list.children].map(({ dataset }) => dataset.state));
      for (const { state, from, to } of spans) {
        if (!known.has(state)) {
          const item = document.createElement("li");
          Object.assign(item.dataset, { state, from, to });
          list.append(item);
        }
      }
    },

    of(state) {
      return spans.find((span) => span.state === state);
    },

    /* Calls back if an offset lies in another state than the one before: the innermost, or "" outside of all. */
    visit(offset, entered) {
      const around = spans.filter(({ from, to }) => from <= offset && offset <= to);
      const innermost = around.reduce((best, span) => (!best || span.from >= best.from ? span : best), undefined);
      const state = innermost?.state ?? "";
      if (state !== visited) {
        const isFirst = visited === undefined;
        visited = state;
        if (!isFirst || state) entered(state);
      }
    },
  };
}
