/*
 * The form of the selected state: made by the server, sent field by field as it is filled in, and refreshed after each check
 * without disturbing the field that somebody is typing in.
 */
const PAUSE = 200;

export function attachInspector({ perform, act, undo, redo }) {
  const textarea = document.querySelector("textarea[data-editor]");
  const section = document.querySelector("[data-inspector]");
  const title = section.querySelector("[data-inspector-title]");
  const acts = section.querySelector("[data-inspector-acts]");
  const place = section.querySelector("[data-inspector-form]");
  const waiting = new Map();
  let shown = null;
  let overwrite = false;
  let asked = 0;
  let busy = 0;

  const toggle = section.querySelector("[data-inspector-toggle]");
  const body = section.querySelector("[data-inspector-body]");
  const wide = matchMedia("(min-width: 901px)");
  const home = section.parentElement;

  section.hidden = false;
  settle();
  wide.addEventListener("change", settle);
  toggle.addEventListener("click", () => open(body.hidden, true));

  /* Under the text where there is room beside the graph; under the graph on a phone. */
  function settle() {
    if (wide.matches) home.append(section);
    else section.closest(".bench")?.after(section);
  }

  function open(isOpen, isWish = false) {
    if (isWish) wish(isOpen ? "open" : "closed");
    body.hidden = !isOpen;
    section.classList.toggle("is-open", isOpen);
    toggle.setAttribute("aria-expanded", isOpen);
    if (isOpen) refresh();
  }

  /* Who closed the form does not want it to open by itself. */
  function wish(word) {
    try {
      if (word) localStorage.setItem("designer-form", word);
      return localStorage.getItem("designer-form");
    } catch {
      return null;
    }
  }

  function show(selected, offered) {
    const isOther = JSON.stringify(selected) !== JSON.stringify(shown);
    shown = selected;
    title.textContent = headline(selected);
    title.dir = "auto";
    // A button that has the focus stays while it is still offered.
    if (acts.dataset.offered !== JSON.stringify(offered)) acts.replaceChildren(...offered.map(button));
    acts.dataset.offered = JSON.stringify(offered);
    toggle.hidden = selected?.type !== "state";
    if (toggle.hidden) place.replaceChildren();
    else if (isOther) refresh();
  }

  function headline(selected) {
    if (!selected) return "Select a state or a line in the graph";
    if (selected.type === "state") return selected.name;
    if (selected.type === "slot") return "Empty branch";
    return `Line from ${selected.from || "the start"} to ${selected.to || "the end"}`;
  }

  function button({ name, label, key }) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "act";
    made.textContent = label;
    made.title = `Key: ${key.length > 1 ? "Delete" : key.toUpperCase()}`;
    made.addEventListener("click", () => act(name));
    return made;
  }

  async function refresh() {
    if (shown?.type !== "state" || body.hidden) return;
    const ask = ++asked;
    const state = shown.name;
    const fields = new URLSearchParams({ definition: textarea.value, token: textarea.form.elements.token.value, state });
    let answer;
    try {
      answer = await fetch("/definitions/forms", { method: "POST", body: fields });
    } catch {
      return;
    }
    if (ask !== asked || shown?.name !== state) return;
    if (!answer.ok) {
      place.replaceChildren();
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-state-form]");
    if (ask === asked && fresh) put(fresh);
  }

  function put(fresh) {
    const old = place.querySelector("[data-state-form]");
    if (old && shape(old) === shape(fresh)) update(old, fresh);
    else replace(old, fresh);
    overwrite = false;
  }

  /* Two forms of one shape differ only in what stands in them. */
  function shape(form) {
    const parts = [...form.querySelectorAll("[data-entry], [data-act]")].map((it) => it.dataset.entry ?? it.dataset.act + it.dataset.pointer);
    return [form.dataset.stateForm, form.dataset.language, ...parts].join("\n");
  }

  function update(old, fresh) {
    for (const field of fresh.querySelectorAll("[data-entry]")) {
      const mine = old.querySelector(`[data-entry="${CSS.escape(field.dataset.entry)}"]`);
      const remarks = old.querySelector(`[data-remarks="${CSS.escape(field.dataset.entry)}"]`);
      const isTyping = mine === document.activeElement || waiting.has(mine);
      if (overwrite || !isTyping) {
        if (mine.tagName === "SELECT") refill(mine, field);
        else if (mine.value !== field.value) mine.value = field.value;
      }
      // What cannot be read yet is not in the text, so the check knows nothing of it.
      if (overwrite || !isTyping || !remarks.querySelector("[data-unread]")) {
        remarks.replaceChildren(...fresh.querySelector(`[data-remarks="${CSS.escape(field.dataset.entry)}"]`).childNodes);
      }
    }
  }

  /* Options that move one by one choose each other on the way. */
  function refill(select, fresh) {
    const chosen = fresh.value;
    select.replaceChildren(...fresh.children);
    select.value = chosen;
  }

  function replace(old, fresh) {
    const active = document.activeElement;
    const { entry, act: acted, pointer } = old?.contains(active) ? active.dataset : {};
    const isSame = old?.dataset.stateForm === fresh.dataset.stateForm;
    if (isSame) {
      for (const part of fresh.querySelectorAll("details[data-part]")) {
        const before = old.querySelector(`details[data-part="${CSS.escape(part.dataset.part)}"]`);
        if (before) part.open = before.open || (part.open && part.childElementCount !== before.childElementCount);
      }
    }
    place.replaceChildren(fresh);
    const again = entry
      ? place.querySelector(`[data-entry="${CSS.escape(entry)}"]`)
      : acted && place.querySelector(`[data-act="${acted}"][data-pointer="${CSS.escape(pointer)}"]`);
    if (again) again.focus();
  }

  async function send(field) {
    waiting.delete(field);
    const { operation, pointer, input, entry } = field.dataset;
    if (!field.isConnected || shown?.type !== "state") return;
    busy += 1;
    const change = await perform(operation, { state: shown.name, pointer, input, value: field.value });
    busy -= 1;
    if (change.problem) remark(entry, change.problem);
    else if (operation === "rename") {
      shown = { type: "state", name: change.select };
      title.textContent = change.select;
      document.dispatchEvent(new CustomEvent("text-in-state", { detail: { state: change.select } }));
    } else {
      remark(entry, "");
    }
  }

  function remark(entry, problem) {
    const remarks = place.querySelector(`[data-remarks="${CSS.escape(entry)}"]`);
    remarks?.querySelector("[data-unread]")?.remove();
    if (!problem || !remarks) return;
    const made = document.createElement("p");
    made.className = "remark error";
    made.dataset.unread = "";
    made.textContent = problem;
    remarks.replaceChildren(made);
  }

  section.addEventListener("input", (event) => {
    const field = event.target.closest("input[data-entry], textarea[data-entry]");
    if (!field || field.dataset.operation === "rename") return;
    clearTimeout(waiting.get(field));
    waiting.set(field, setTimeout(() => send(field), PAUSE));
  });
  section.addEventListener("change", (event) => {
    const field = event.target.closest("[data-entry]");
    if (!field || (!waiting.has(field) && field.tagName !== "SELECT" && field.dataset.operation !== "rename")) return;
    clearTimeout(waiting.get(field));
    send(field);
  });
  section.addEventListener("click", async (event) => {
    const pressed = event.target.closest("[data-act]");
    if (!pressed || shown?.type !== "state") return;
    const change = await perform(pressed.dataset.act, { state: shown.name, pointer: pressed.dataset.pointer });
    if (change.problem) remark(pressed.dataset.pointer, change.problem);
  });
  section.addEventListener("keydown", (event) => {
    // The form stands in that of the page, which Enter would send.
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      event.target.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (event.key === "Escape") {
      document.querySelector("[data-graph-pane] .station.is-selected")?.focus();
    }
  });

  return {
    show,
    refresh,
    offer: () => { if (body.hidden && wish() !== "closed") open(true); },
    /* The next refresh fills in every field, also the one that has the focus: the text went back in time. */
    forget: () => { overwrite = true; },
    isBusy: () => busy > 0,
    focus: async () => {
      open(true, true);
      await refresh();
      section.scrollIntoView({ block: "nearest" });
      (place.querySelector("[data-entry]") ?? title).focus();
    },
  };
}
