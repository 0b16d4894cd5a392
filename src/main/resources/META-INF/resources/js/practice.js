// Answering by keyboard (1 to 9 choose, N goes on, F flags), the clock of an exam, and the place on the page after each answer.
const answers = () => document.querySelectorAll("[data-answer] input[type=radio], [data-answer] input[type=checkbox]");
const typing = target => target.closest("textarea, input:not([type=radio]):not([type=checkbox])");

function showKeys() {
    const hint = document.querySelector(".keys");
    if (hint) hint.hidden = false;
}

document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (/^[1-9]$/.test(event.key)) {
        const box = answers()[Number(event.key) - 1];
        if (box) { box.click(); box.focus(); }
    } else if (event.key === "n" || event.key === "N") {
        document.querySelector("[data-next]")?.click();
    } else if (event.key === "f" || event.key === "F") {
        document.querySelector("[data-flag]")?.click();
    }
});

// Part of the page is swapped. A refusal is shown like a success; an answer that leads to another page is followed there.
document.addEventListener("htmx:beforeSwap", event => {
    const { xhr, target } = event.detail;
    if (!target.matches("[data-practice]")) return;
    if (xhr.status === 422) event.detail.shouldSwap = true;
    if (xhr.status < 400 && !xhr.responseText.includes(`id="${target.id}"`)) {
        event.detail.shouldSwap = false;
        location.assign(xhr.responseURL);
    }
});
// Whoever had the focus on something that is gone goes on at the verdict, or at the new question.
document.addEventListener("htmx:afterSettle", () => {
    showKeys();
    if (document.activeElement && document.activeElement !== document.body) return;
    const place = document.querySelector("[data-focus]");
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "nearest" });
});

// Without htmx a second click on the way would only be refused; it is not sent at all.
document.addEventListener("submit", event => {
    const form = event.target.closest("[data-answer]");
    if (!form || window.htmx) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach(form => delete form.dataset.sent));

// The server says how many seconds are left: this machine's clock may be wrong, but it runs as fast as any other.
const ends = new WeakMap();
function tell() {
    const clock = document.querySelector("[data-left]");
    if (!clock) return;
    if (!ends.has(clock)) ends.set(clock, Date.now() + 1000 * Number(clock.dataset.left));
    const seconds = Math.max(0, Math.round((ends.get(clock) - Date.now()) / 1000));
    clock.textContent = seconds >= 120 ? `${Math.ceil(seconds / 60)} minutes left` : `${seconds} seconds left`;
    if (seconds === 0) location.reload();
}
showKeys();
tell();
document.documentElement.dataset.keys = "live";
setInterval(tell, 1000);
