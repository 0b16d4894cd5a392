// Brings the selected event into view in its table, without moving the page; again after every exchange of the view.
function show() {
  const row = document.querySelector("tr.selected");
  const frame = row?.closest(".tall");
  if (frame) frame.scrollTop = row.offsetTop - frame.clientHeight / 2;
}

document.addEventListener("htmx:afterSettle", show);
show();
