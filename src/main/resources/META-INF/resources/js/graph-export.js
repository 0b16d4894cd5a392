/*
 * Saves a drawing as a file: the whole of it at its own size, in the colours that it has on the page. The styles of the page
 * are written into the copy, since a file has no style sheet of ours.
 */
const STYLES = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "opacity", "font-family", "font-size", "font-weight", "text-anchor", "unicode-bidi", "white-space",
];
/* Sharp on screens with two dots to a pixel; smaller where the picture would be larger than browsers can draw. */
const SCALE = 2;
const MOST_PIXELS = 8000;

export function addExports(svg, frame) {
    frame.querySelector(":scope > .graph-exports")?.remove();
    const tools = document.createElement("div");
    tools.className = "graph-tools graph-exports";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", "Save the drawing");
    tools.append(
        button("SVG", "Save as SVG", () => save(svgBlob(svg, frame), "workflow.svg")),
        button("PNG", "Save as PNG", async () => save(await pngBlob(svg, frame), "workflow.png")),
    );
    frame.append(tools);
}

function button(text, label, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    return made;
}

function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
}

function svgBlob(svg, frame) {
    return new Blob([standalone(svg, frame).text], { type: "image/svg+xml" });
}

async function pngBlob(svg, frame) {
    const { text, width, height } = standalone(svg, frame);
    const scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
}

function standalone(svg, frame) {
    const copy = svg.cloneNode(true);
    const originals = [svg, ...svg.querySelectorAll("*")];
    const copies = [copy, ...copy.querySelectorAll("*")];
    // What shows a selection belongs to the page and not to the drawing.
    const passing = [...copy.querySelectorAll(".ring[data-chosen], .switches")];
    originals.forEach((original, i) => write(original, copies[i]));
    passing.forEach(it => it.remove());
    // Links lead nowhere from a file.
    copy.querySelectorAll("a").forEach(it => it.replaceWith(...it.childNodes));
    const width = Number(svg.getAttribute("width"));
    const height = Number(svg.getAttribute("height"));
    copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ground.setAttribute("width", width);
    ground.setAttribute("height", height);
    ground.setAttribute("fill", solid(frame));
    copy.prepend(ground);
    return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function write(original, copy) {
    const style = getComputedStyle(original);
    for (const name of STYLES) copy.setAttribute(name, style.getPropertyValue(name));
    for (const name of [...copy.getAttributeNames()]) {
        if (name.startsWith("data-") || name === "class" || name === "style" || name === "tabindex") copy.removeAttribute(name);
    }
}

/* The colour behind the drawing: the nearest ground that can be seen. */
function solid(element) {
    for (let it = element; it; it = it.parentElement) {
        const colour = getComputedStyle(it).backgroundColor;
        if (colour && colour !== "transparent" && !/, 0\)$/.test(colour)) return colour;
    }
    return "#fff";
}
