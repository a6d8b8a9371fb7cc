"use strict";
for (const place of document.querySelectorAll(".place")) {
  const table = place.querySelector(".table");
  const rows = [...table.querySelectorAll(".row")];
  const tools = place.querySelector(".tools");
  const search = tools.querySelector("input");
  const order = tools.querySelector("select");
  const all = tools.querySelector("button");
  const left = tools.querySelector("output");
  const plain = text => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
  const texts = new Map(rows.map(row => [row, plain(row.textContent)]));

  const count = () => {
    const shown = rows.filter(row => getComputedStyle(row).display !== "none").length;
    left.textContent = left.dataset.text.replace("{0}", shown);
  };
  search.addEventListener("input", () => {
    const asked = plain(search.value);
    for (const row of rows) {
      row.hidden = !texts.get(row).includes(asked);
    }
    table.classList.toggle("sorted", asked !== "" || order.value !== "number");
    count();
  });
  order.addEventListener("change", () => {
    const key = row => order.value === "number" ? 0 : Number(row.dataset[order.value] ?? Infinity);
    const sorted = order.value === "number" ? rows : [...rows].sort((a, b) => key(a) === key(b) ? 0 : key(a) - key(b));
    table.append(...sorted);
    table.classList.toggle("sorted", search.value !== "" || order.value !== "number");
  });
  all.addEventListener("click", () => {
    const details = [...table.querySelectorAll(".more > details")];
    const open = !details.every(one => one.open);
    for (const one of details) {
      one.open = open;
    }
  });
  for (const only of place.querySelectorAll(".only")) {
    only.addEventListener("change", count);
  }
  table.addEventListener("click", event => {
    const row = event.target.closest(".row");
    if (row && !event.target.closest(".more-line, a") && String(getSelection()) === "") {
      const details = row.querySelector("details");
      details.open = !details.open;
    }
  });
  tools.hidden = false;
  count();
}
