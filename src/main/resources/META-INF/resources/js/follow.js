/*
 * Follows a link inside a drawing. Where the frame (or something around it) names an element in data-swap and htmx is
 * there, only that element is exchanged and the address kept in step; returns true then. False: the browser may go there.
 */
export function follow(href, frame) {
    const target = frame.closest("[data-swap]")?.dataset.swap;
    if (!target || !window.htmx || !document.querySelector(target)) return false;
    window.htmx.ajax("GET", href, { target, select: target, swap: "outerHTML" }).then(() => {
        history.replaceState(history.state, "", href);
    });
    return true;
}
