// The workbench around editor and graph: the divider between them, drafts of the other fields, and parts that change in place.
const PAUSE = 400;
const SPLIT = "statecraft-split";

/** A divider is moved by mouse, touch or arrow keys; the browser remembers where it was left. */
function divide(bench) {
  const divider = bench.querySelector("[data-divider]");
  if (!divider) return;
  divider.hidden = false;
  const set = (percent) => {
    const held = Math.round(Math.min(75, Math.max(25, percent)));
    bench.style.setProperty("--split", held);
    divider.setAttribute("aria-valuenow", held);
    localStorage.setItem(SPLIT, held);
  };
  const remembered = Number(localStorage.getItem(SPLIT));
  if (remembered) set(remembered);
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  divider.addEventListener("pointermove", (event) => {
    if (!divider.hasPointerCapture(event.pointerId)) return;
    const text = bench.querySelector(".text-pane").getBoundingClientRect();
    const picture = bench.querySelector(".picture-pane").getBoundingClientRect();
    set(((event.clientX - text.left) / (picture.right - text.left)) * 100);
  });
  divider.addEventListener("keydown", (event) => {
    const now = Number(divider.getAttribute("aria-valuenow"));
    const to = { ArrowLeft: now - 2, ArrowRight: now + 2, Home: 25, End: 75 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  });
  divider.addEventListener("dblclick", () => set(50));
}

/** What is typed beside the definition is kept too. */
function keep(form) {
  const timers = new Map();
  form.addEventListener("input", ({ target }) => {
    const place = target.dataset?.keep;
    if (!place) return;
    clearTimeout(timers.get(place));
    timers.set(place, setTimeout(() => {
      const body = new URLSearchParams({ place, text: target.value, token: form.elements.token.value });
      fetch("/drafts", { method: "POST", body });
    }, PAUSE));
  });
}

/** A button with data-swap sends the form and renews only the part that it names. */
function swap(form) {
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    const part = button?.dataset.swap;
    if (!part) return;
    event.preventDefault();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, button)) {
      if (typeof value === "string") body.append(name, value);
    }
    try {
      const answer = await fetch(button.getAttribute("formaction") ?? form.getAttribute("action"), { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(part);
      if (!fresh) throw new Error(String(answer.status));
      document.querySelector(part).replaceWith(fresh);
      arrange(fresh);
      (fresh.querySelector("[role=alert]")?.closest("fieldset, section")?.querySelector("input, textarea")
        ?? fresh.querySelector("input, select, button"))?.focus();
    } catch {
      // Without an answer of the expected kind the browser does as it would without this script.
      delete button.dataset.swap;
      button.click();
    }
  });
  form.addEventListener("keydown", (event) => {
    // Enter in a field of the fault form adds the fault; it does not run.
    const button = event.key === "Enter" && event.target.matches(".fault-form input")
      && event.target.closest("fieldset").querySelector("[data-swap]");
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
}

/** Run shows what came of it under the design, so that nobody loses their place; the run has a page of its own too. */
function glance(form) {
  let plain = false;
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (plain || !button?.matches("[data-run]")) return;
    event.preventDefault();
    button.setAttribute("aria-busy", "true");
    const body = new URLSearchParams({ glance: "1" });
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") body.append(name, value);
    }
    try {
      const answer = await fetch(button.getAttribute("formaction") ?? form.getAttribute("action"), { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && page.querySelector("#glance");
      if (!fresh) throw new Error(String(answer.status));
      document.querySelector("#glance").replaceWith(fresh);
      fresh.querySelector("h2").focus({ preventScroll: true });
      fresh.scrollIntoView({ block: "center", behavior: "smooth" });
    } catch {
      // What cannot be run comes back as a whole page that says why.
      plain = true;
      form.requestSubmit(button);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
}

/** Of the fields for a fault only those are shown that its kind needs. */
function arrange(root) {
  const kind = root.querySelector("#faultKind");
  if (!kind) return;
  const show = () => root.querySelectorAll("[data-for]").forEach((field) => (field.hidden = field.dataset.for !== kind.value));
  kind.addEventListener("change", show);
  show();
}

/** A button with data-fill writes its text into a field. */
function fill(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.querySelector(button.dataset.fill);
    field.value = button.dataset.text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}

document.querySelectorAll("[data-fill]").forEach(fill);
document.querySelectorAll("[data-bench]").forEach(divide);
document.querySelectorAll("[data-workbench]").forEach((form) => {
  keep(form);
  swap(form);
  glance(form);
  arrange(form);
  // After an import or a fault the page stands at its own address again, so that it can be reloaded.
  const address = form.dataset.address;
  // What could not be used is shown at once, however far down it stands.
  const alert = [...form.querySelectorAll(".problem[role=alert]")].find((it) => !it.closest("#checked"));
  if (alert) {
    alert.scrollIntoView({ block: "center" });
    alert.closest("section, details")?.querySelector("textarea:not([data-editor])")?.focus({ preventScroll: true });
  }
  if (address && location.pathname !== address) history.replaceState(null, "", address);
});
