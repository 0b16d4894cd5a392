// Copies the text of the element that a button names, and says so.
document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) {
        return;
    }
    const text = document.getElementById(button.dataset.copy).textContent;
    try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
    } catch {
        // Without permission the text is selected, so that the keyboard can copy it.
        getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
        button.textContent = "Selected";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
});
