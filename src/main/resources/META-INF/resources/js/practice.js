// Answering by keyboard: 1 to 9 choose an option, N goes on, F flags. Shows how much time is left.
const form = document.querySelector("[data-answer]");
const hint = document.querySelector("[data-keys]");
if (hint) hint.hidden = false;

document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, input[type=text]")) return;
    if (/^[1-9]$/.test(event.key) && form) {
        const box = form.querySelectorAll("input[name=option]")[Number(event.key) - 1];
        if (box) { box.click(); box.focus(); }
    } else if (event.key === "n" || event.key === "N") {
        document.querySelector("[data-next]")?.click();
    } else if (event.key === "f" || event.key === "F") {
        document.querySelector("[data-flag]")?.click();
    }
});

// A second click on the way would only be refused; it is not sent at all.
form?.addEventListener("submit", event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => { if (form) delete form.dataset.sent; });

const clock = document.querySelector("[data-ends]");
if (clock) {
    const tell = () => {
        const seconds = Math.max(0, Math.round((Date.parse(clock.dataset.ends) - Date.now()) / 1000));
        clock.textContent = seconds >= 120 ? `${Math.ceil(seconds / 60)} minutes left` : `${seconds} seconds left`;
        if (seconds === 0) location.reload();
        else setTimeout(tell, seconds > 130 ? 10000 : 1000);
    };
    tell();
}
