// Lets a file be chosen instead of pasting its content.
for (const input of document.querySelectorAll("[data-file-for]")) {
    input.hidden = false;
    input.addEventListener("change", async () => {
        const file = input.files[0];
        if (file) document.getElementById(input.dataset.fileFor).value = await file.text();
    });
}
