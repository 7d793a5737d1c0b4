// A few words of one's own.

import { CELL, DRAW, fresh, make, mark, put, typed } from "../web/static/blanks.js";

function drawText(talk, blank, say) {
  const { key, label, maxChars, starter } = blank.field;
  const id = fresh(key);
  const area = typed(
    { id, rows: 3, class: "nj-text", "aria-describedby": say },
    (value) => talk.write(key, value),
    () => talk.flush(key),
    "textarea",
  );
  const begin = starter
    ? make("button", { type: "button", class: "nj-quiet", onclick: () => {
        area.value = area.value ? `${area.value}\n${starter}` : starter;
        area.focus();
        talk.write(key, area.value);
      } }, `用这句开头：${starter}`)
    : null;
  const node = make("div", {},
    make("label", { for: id, class: "nj-label" }, label),
    begin,
    area,
    make("p", { class: "nj-aside" }, `最多 ${maxChars} 个字。不写手机号、身份证号。`));
  const paint = () => {
    put(area, blank.raw ?? "");
    mark(area, blank.problem);
  };
  return { node, paint };
}

DRAW.text = drawText;
CELL.text = (column, attributes, changed, flush) => typed({ type: "text", ...attributes }, changed, flush);
