"use strict";
// The picture is whole without this. With it a head of a table sorts, Escape puts a note away, and a note stands under
// what it belongs to.
(() => {
  const root = document.querySelector(".govnews");

  const figure = (cell) => cell.dataset.sort ?? cell.textContent.trim();
  const compare = (one, other) => {
    const [a, b] = [one, other].map((value) => (value === "" ? NaN : Number(value)));
    if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
    if (!Number.isNaN(a) || !Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
    return one.localeCompare(other, "zh");
  };

  const sort = (table, column, heading) => {
    const way = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", way);
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, at) => ({ row, at, key: figure(row.cells[column]) }));
    const turn = way === "ascending" ? 1 : -1;
    rows.sort((one, other) => turn * compare(one.key, other.key) || one.at - other.at);
    body.append(...rows.map(({ row }) => row));
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, column, heading));
      heading.append(button);
    });
  }

  const place = (event) => {
    const at = event.target.closest?.(".at");
    root.classList.remove("quiet");
    if (!at) return;
    const [link, note] = [at.firstElementChild, at.lastElementChild];
    const frame = note.offsetParent;
    if (!frame) return;
    const left = link.getClientRects()[0].left - frame.getBoundingClientRect().left;
    note.style.left = `${Math.max(0, Math.min(left, frame.clientWidth - note.offsetWidth))}px`;
  };
  document.addEventListener("mouseover", place);
  document.addEventListener("focusin", place);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.add("quiet");
  });
})();
