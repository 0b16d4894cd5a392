/*
 * Zoom and pan of one drawing. A view that somebody chose is kept by the id of the frame, so that a drawing which the
 * server has redrawn is seen as the one before it was.
 */
const LEAST = 0.15;
const MOST = 3;
const STEP = 1.25;
/* The smallest scale at which names can be read, where there is room and where there is little. */
const READABLE = 0.62;
const READABLE_NARROW = 0.85;
const NARROW = 600;
const MARGIN = 24;
const DRAG = 4;
const kept = new Map();
/* How large the drawing before this one was shown. To measure it anew, the browser would have to lay out the new drawing twice. */
const measured = new Map();

/* Where a state stands in the drawing, as the server wrote it. */
export function boxOf(node) {
    if (!node.dataset?.box) return (node.querySelector(".plate") ?? node).getBBox();
    const [x, y, width, height] = node.dataset.box.split(" ").map(Number);
    return { x, y, width, height };
}

export function attachView(svg, frame) {
    const whole = svg.viewBox.baseVal;
    const size = { width: whole.width, height: whole.height };
    const key = frame.id || (frame.matches("[data-graph-pane]") ? "pane" : "");
    const known = measured.get(key);
    const isFixed = known?.isFixed ?? hasOwnHeight(svg, frame);
    let seen = known ?? null;
    const pointers = new Map();
    let view = { x: 0, y: 0, scale: 1 };
    let dragged = false;

    frame.classList.add("is-live");
    svg.style.width = "100%";
    resize();
    const before = kept.get(key);
    begin();
    addTools();

    let isGuess = known !== undefined && !before;
    new ResizeObserver(() => {
        if (!svg.isConnected) return;
        const guess = port();
        seen = null;
        resize();
        seen = null;
        // What was taken from the drawing before may have been wrong: notes below the graph take room from it.
        const isOther = port().width !== guess.width || port().height !== guess.height;
        if (isGuess && isOther) begin();
        else show(view);
        isGuess = false;
    }).observe(frame);

    svg.addEventListener("wheel", event => {
        if (event.ctrlKey || event.metaKey) {
            zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
            event.preventDefault();
        } else if (isZoomed()) {
            const moved = pan(event.deltaX, event.deltaY);
            // At the edge of the drawing the page scrolls on.
            if (moved) event.preventDefault();
        }
    }, { passive: false });

    frame.addEventListener("keydown", event => {
        if (event.altKey || event.metaKey || event.ctrlKey) return;
        if (event.key === "+" || event.key === "=") zoomAtCentre(STEP);
        else if (event.key === "-") zoomAtCentre(1 / STEP);
        else if (event.key === "0") fit();
        else return;
        event.preventDefault();
    });

    svg.addEventListener("pointerdown", event => {
        if (event.pointerType === "mouse" && event.button !== 0) return;
        pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        if (pointers.size === 1) dragged = false;
    });
    svg.addEventListener("pointermove", event => {
        const last = pointers.get(event.pointerId);
        if (!last) return;
        const dx = event.clientX - last.x;
        const dy = event.clientY - last.y;
        if (pointers.size === 2) {
            pinch(event);
        } else if (dragged || Math.hypot(dx, dy) > DRAG) {
            if (!dragged) svg.setPointerCapture(event.pointerId);
            dragged = true;
            frame.classList.add("is-dragging");
            pan(-dx, -dy);
        } else {
            return;
        }
        pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    });
    for (const type of ["pointerup", "pointercancel", "pointerleave"]) {
        svg.addEventListener(type, event => {
            pointers.delete(event.pointerId);
            frame.classList.remove("is-dragging");
        });
    }
    // A link must not be dragged out of the drawing as a link.
    svg.addEventListener("dragstart", event => event.preventDefault());

    function begin() {
        if (before) show(before);
        else start();
        const selected = svg.querySelector(".station.is-selected");
        if (selected) reveal(selected);
    }

    function corner() {
        const { left, top } = svg.getBoundingClientRect();
        return { left, top };
    }

    /* How much room the frame has, and how large the drawing is in it. */
    function port() {
        if (!seen) {
            const box = svg.getBoundingClientRect();
            seen = { isFixed, room: frame.clientWidth, width: box.width || size.width, height: box.height || size.height };
            if (key) measured.set(key, seen);
        }
        return seen;
    }

    function readable() {
        return port().room < NARROW ? READABLE_NARROW : READABLE;
    }

    /* A frame with a height of its own is filled; any other takes the height of the drawing. */
    function resize() {
        if (isFixed) {
            svg.style.height = "100%";
        } else {
            const scale = Math.min(1, Math.max(readable(), port().room / size.width));
            const height = Math.round(Math.min(size.height * scale, 0.8 * window.innerHeight));
            svg.style.height = `${height}px`;
            seen = { ...port(), height };
        }
    }

    function show(next) {
        const { width, height } = port();
        view = { scale: Math.min(MOST, Math.max(least(), next.scale)), x: next.x, y: next.y };
        view.x = within(view.x, width / view.scale, size.width);
        view.y = within(view.y, height / view.scale, size.height);
        const box = [view.x, view.y, width / view.scale, height / view.scale].join(" ");
        if (svg.getAttribute("viewBox") !== box) svg.setAttribute("viewBox", box);
        frame.classList.toggle("is-zoomed", isZoomed());
    }

    /* Keeps the drawing in the window: centred where it is smaller, never past its edge where it is larger. */
    function within(from, seen, all) {
        if (seen >= all) return (all - seen) / 2;
        return Math.min(Math.max(from, -MARGIN), all - seen + MARGIN);
    }

    function isZoomed() {
        const { width, height } = port();
        return size.width * view.scale > width + 1 || size.height * view.scale > height + 1;
    }

    function fittingScale() {
        const { width, height } = port();
        return Math.min(1, width / size.width, height / size.height);
    }

    /* However large a drawing is, it can be seen as a whole. */
    function least() {
        return Math.min(LEAST, fittingScale());
    }

    function fit() {
        show({ scale: fittingScale(), x: 0, y: 0 });
        kept.delete(key);
    }

    /* All of it if that can be read; otherwise from where the line begins. */
    function start() {
        const scale = Math.max(readable(), fittingScale());
        const { width } = port();
        const begin = Number(svg.querySelector(".terminal.start circle")?.getAttribute("cx") ?? 0);
        show({ scale, x: begin - width / scale / 2, y: 0 });
    }

    function keep() {
        if (key) kept.set(key, view);
    }

    function zoom(factor, clientX, clientY) {
        const { left, top } = corner();
        const scale = Math.min(MOST, Math.max(least(), view.scale * factor));
        const x = view.x + (clientX - left) / view.scale;
        const y = view.y + (clientY - top) / view.scale;
        show({ scale, x: x - (clientX - left) / scale, y: y - (clientY - top) / scale });
        keep();
    }

    function zoomAtCentre(factor) {
        const { left, top } = corner();
        const { width, height } = port();
        zoom(factor, left + width / 2, top + height / 2);
    }

    function pan(dx, dy) {
        const { x, y } = view;
        show({ ...view, x: x + dx / view.scale, y: y + dy / view.scale });
        keep();
        return view.x !== x || view.y !== y;
    }

    function pinch(event) {
        const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
        const last = pointers.get(event.pointerId);
        const was = Math.hypot(last.x - other.x, last.y - other.y);
        const is = Math.hypot(event.clientX - other.x, event.clientY - other.y);
        dragged = true;
        if (was > 0) zoom(is / was, (event.clientX + other.x) / 2, (event.clientY + other.y) / 2);
    }

    /* Moves no more than it must. */
    function reveal(element) {
        const box = boxOf(element);
        const { width, height } = port();
        const seen = { width: width / view.scale, height: height / view.scale };
        show({
            ...view,
            x: shifted(view.x, seen.width, box.x, box.width),
            y: shifted(view.y, seen.height, box.y, box.height),
        });
    }

    function shifted(from, seen, start, length) {
        if (start - MARGIN < from) return start - MARGIN;
        if (start + length + MARGIN > from + seen) return start + length + MARGIN - seen;
        return from;
    }

    function addTools() {
        if (frame.querySelector(":scope > .graph-tools")) frame.querySelector(":scope > .graph-tools").remove();
        const tools = document.createElement("div");
        tools.className = "graph-tools";
        tools.setAttribute("role", "group");
        tools.setAttribute("aria-label", "Zoom");
        tools.append(
            tool("+", "Zoom in", () => zoomAtCentre(STEP)),
            tool("−", "Zoom out", () => zoomAtCentre(1 / STEP)),
            tool("Fit", "Show the whole drawing", fit),
        );
        frame.append(tools);
    }

    return { reveal, wasDragged: () => dragged };
}

function tool(text, label, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.title = label;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", action);
    return button;
}

function hasOwnHeight(svg, frame) {
    svg.style.display = "none";
    const height = frame.clientHeight;
    svg.style.display = "";
    return height > 40;
}
