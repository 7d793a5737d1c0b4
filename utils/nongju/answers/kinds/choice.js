// One of a few options, or any of them.

import { CELL, DRAW, fresh, make } from "../web/static/blanks.js";

function drawChoice(talk, blank, say) {
  const { key, label, options, kind } = blank.field;
  const many = kind === "choices";
  const name = fresh(key);
  const boxes = options.map(([value, text]) => {
    const box = make("input", { type: many ? "checkbox" : "radio", name, value, "aria-describedby": say, onchange: () => changed() });
    return { box, node: make("label", { class: "nj-option" }, box, make("span", {}, text)) };
  });
  const changed = () => {
    const ticked = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    talk.write(key, many ? ticked : (ticked[0] ?? ""), true);
  };
  const node = make("fieldset", { class: "nj-group" },
    make("legend", { class: "nj-label" }, label, many ? make("span", { class: "nj-aside" }, "（可以选几个）") : null),
    make("div", { class: "nj-options" }, ...boxes.map((one) => one.node)));
  const paint = () => {
    const chosen = many ? (blank.raw ?? []) : [blank.raw];
    for (const { box } of boxes) box.checked = chosen.includes(box.value);
  };
  return { node, paint };
}

DRAW.choice = drawChoice;
DRAW.choices = drawChoice;
CELL.choice = (column, attributes, changed, flush) => {
  const select = make("select", { ...attributes, onchange: () => {
    changed();
    flush();
  } }, make("option", { value: "" }, "请选"));
  for (const [value, text] of column.options) select.append(make("option", { value }, text));
  return select;
};
