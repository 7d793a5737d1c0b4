// An amount, typed as people say it; a gain or a loss has two buttons in front.

import { CELL, DRAW, drawPad, fresh, make, mark, put, typed } from "../web/static/blanks.js";

function drawNumber(talk, blank, say) {
  const { key, label, unit } = blank.field;
  const id = fresh(key);
  const input = typed(
    { id, type: "text", inputmode: "decimal", class: "nj-number", "aria-describedby": say },
    (value) => talk.write(key, value),
    () => talk.flush(key),
  );
  const { toggle, pad } = drawPad(() => input);
  const node = make("div", {},
    make("label", { for: id, class: "nj-label" }, label),
    make("div", { class: "nj-row" }, input, make("span", { class: "nj-unit" }, unit), toggle),
    pad);
  const paint = () => {
    put(input, blank.raw ?? "");
    mark(input, blank.problem);
  };
  return { node, paint };
}

const SIGNS = [["赚", "▲"], ["亏", "▼"]];

function drawGain(talk, blank, say) {
  const { key, label, unit } = blank.field;
  const name = fresh(key);
  const radios = SIGNS.map(([word, arrow]) => {
    const radio = make("input", { type: "radio", name, value: word, onchange: () => changed(true) });
    return { radio, word, node: make("label", { class: "nj-option nj-sign" }, radio, make("span", {}, `${arrow} ${word}`)) };
  });
  const amount = typed(
    { type: "text", inputmode: "decimal", class: "nj-number", "aria-label": `${label} 几${unit}`, "aria-describedby": say },
    () => changed(false),
    () => talk.flush(key),
  );
  const changed = (at_once) => {
    const sign = radios.find(({ radio }) => radio.checked)?.word ?? "";
    talk.write(key, sign + amount.value, at_once);
  };
  const { toggle, pad } = drawPad(() => amount);
  const node = make("fieldset", { class: "nj-group" },
    make("legend", { class: "nj-label" }, label),
    make("div", { class: "nj-row" }, ...radios.map((one) => one.node), amount, make("span", { class: "nj-unit" }, unit), toggle),
    pad);
  const paint = () => {
    const raw = blank.raw ?? "";
    const front = SIGNS.some(([word]) => raw.startsWith(word)) ? raw[0] : "";
    // 亏1.5 or -1.5 typed into the amount: the echo knows the sign, so let the button show it
    const sign = front || (blank.pending ? "" : blank.echo[0]);
    for (const { radio, word } of radios) if (sign === word) radio.checked = true;
    put(amount, raw.slice(front.length));
    mark(amount, blank.problem);
  };
  return { node, paint };
}

DRAW.number = drawNumber;
DRAW.gain = drawGain;
CELL.number = (column, attributes, changed, flush) =>
  typed({ type: "text", ...attributes, inputmode: "decimal", class: "nj-cell-number" }, changed, flush);
