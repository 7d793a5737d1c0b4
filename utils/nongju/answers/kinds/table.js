// Rows of cells, fixed ones or as many as the learner adds; what a cell is, its column's kind says.

import { CELL, DRAW, drawPad, make, mark, put } from "../web/static/blanks.js";

function drawTable(talk, blank, say) {
  const { key, label, columns, rows, minRows, maxRows } = blank.field;
  const body = make("tbody");
  const rowHeads = rows ? [make("th", { scope: "col" }, make("span", { class: "nj-hidden" }, "哪一行"))] : [make("th", { scope: "col" }, "行")];
  const heads = columns.map((column) => make("th", { scope: "col" }, column.unit ? `${column.label}（${column.unit}）` : column.label));
  let cells = [];
  let last = null;
  const changed = (at_once) => {
    const raw = cells.map((row) => Object.fromEntries(row.map(([name, input]) => [name, input.value])));
    talk.write(key, raw, at_once);
  };
  const drawCell = (column, at) => {
    const name = `第 ${at + 1} 行 ${rows ? rows[at] + " " : ""}${column.label}`;
    const attributes = { "aria-label": name, "aria-describedby": say };
    const input = CELL[column.kind](column, attributes, () => changed(false), () => talk.flush(key));
    if (column.kind === "number") input.addEventListener("focus", () => (last = input));
    return input;
  };
  const addRow = () => {
    const at = cells.length;
    const row = columns.map((column) => [column.key, drawCell(column, at)]);
    cells.push(row);
    body.append(make("tr", {}, make("th", { scope: "row" }, rows ? rows[at] : String(at + 1)), ...row.map(([, input]) => make("td", {}, input))));
  };
  const more = make("button", { type: "button", class: "nj-quiet", onclick: () => {
    addRow();
    cells[cells.length - 1][0][1].focus();
    settle();
  } }, "加一行");
  const fewer = make("button", { type: "button", class: "nj-quiet", onclick: () => {
    cells.pop();
    body.lastChild.remove();
    changed(true);
    settle();
  } }, "去掉最后一行");
  const settle = () => {
    more.disabled = cells.length >= maxRows;
    const tail = cells[cells.length - 1] ?? [];
    // a row with writing in it is emptied first, so that one click never throws work away
    fewer.disabled = cells.length <= minRows || tail.some(([, input]) => input.value !== "");
  };
  const { toggle, pad } = drawPad(() => last);
  const numbers = columns.some((column) => column.kind === "number");
  const node = make("fieldset", { class: "nj-group" },
    make("legend", { class: "nj-label" }, label),
    make("div", { class: "nj-scroll" }, make("table", { class: "nj-table" }, make("thead", {}, make("tr", {}, ...rowHeads, ...heads)), body)),
    make("div", { class: "nj-row" }, ...(rows ? [] : [more, fewer]), ...(numbers ? [toggle] : [])),
    numbers ? pad : null);
  node.addEventListener("input", settle);
  const paint = () => {
    const raw = blank.raw ?? [];
    const count = rows ? rows.length : Math.min(maxRows, Math.max(minRows, raw.length, cells.length));
    while (cells.length < count) addRow();
    cells.forEach((row, at) => row.forEach(([name, input]) => {
      put(input, raw[at]?.[name] ?? "");
      mark(input, blank.cells.some(([place, key]) => place === at && key === name));
    }));
    settle();
  };
  return { node, paint };
}

DRAW.table = drawTable;
