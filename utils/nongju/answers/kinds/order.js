// Steps in order: each row has ▲ and ▼. The keyboard presses them, or takes the arrow keys on one of them. Until
// something is moved (or the order that stands there is taken as it is) the blank is blank.

import { DRAW, make } from "../web/static/blanks.js";

function drawOrder(talk, blank, say) {
  const { key, label, options, start } = blank.field;
  const words = new Map(options);
  const told = make("p", { class: "nj-hidden", role: "status", "aria-live": "polite" });
  const list = make("ol", { class: "nj-order" });
  const taken = () => (Array.isArray(blank.raw) && blank.raw.length ? blank.raw : null);
  let order = [...start];

  const swap = (step, by) => {
    const from = order.indexOf(step);
    const to = from + by;
    if (fixed(talk) || to < 0 || to >= order.length) return;
    order = [...order];
    [order[from], order[to]] = [order[to], order[from]];
    talk.write(key, order, true);
    place();
    told.textContent = `第 ${to + 1} 步：${words.get(step)}`;
  };
  const arrow = (step, by, sign, word) => {
    const button = make("button", { type: "button", class: "nj-quiet nj-arrow", "aria-label": `「${words.get(step)}」${word}`, "aria-describedby": say,
      onclick: (event) => click(event, step, by, button),
      onkeydown: (event) => {
        const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!way) return;
        event.preventDefault();
        press(step, way, button);
      } }, sign);
    return button;
  };
  // the row moves in the page and takes the focus along
  const press = (step, by, button) => {
    swap(step, by);
    button.focus();
  };
  // Who clicks again without moving the pointer means the step that has just moved away from under it.
  let last = null;
  const click = (event, step, by, button) => {
    const still = last && event.detail && last.by === by && Math.hypot(event.clientX - last.x, event.clientY - last.y) < STILL;
    last = { by, x: event.clientX, y: event.clientY, step: still ? last.step : step, button: still ? last.button : button };
    press(last.step, by, last.button);
  };
  const rows = new Map(options.map(([step, text]) => {
    const up = arrow(step, -1, "▲", "往前挪");
    const down = arrow(step, 1, "▼", "往后挪");
    const node = make("li", { class: "nj-option nj-step", "data-step": step }, make("span", { class: "nj-place" }), make("span", { class: "nj-words" }, text), up, down);
    return [step, { node, up, down }];
  }));
  const asItIs = make("button", { type: "button", class: "nj-quiet", onclick: () => {
    talk.write(key, order, true);
    told.textContent = order.map((step, at) => `第 ${at + 1} 步：${words.get(step)}`).join("；");
  } }, "就按这样排");
  const place = () => {
    order.forEach((step, at) => {
      const { node, up, down } = rows.get(step);
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
      node.firstChild.textContent = `${at + 1}.`;
      // not `disabled`, which would throw the focus away in the middle of a walk
      up.setAttribute("aria-disabled", String(at === 0 || fixed(talk)));
      down.setAttribute("aria-disabled", String(at === order.length - 1 || fixed(talk)));
    });
  };
  const node = make("fieldset", { class: "nj-group" },
    make("legend", { class: "nj-label" }, label),
    make("p", { class: "nj-aside" }, "点 ▲ 往前挪，点 ▼ 往后挪。"),
    list, asItIs, told);
  const paint = () => {
    const stored = taken();
    const known = stored && stored.length === words.size && stored.every((step) => words.has(step));
    if (known && stored.join() !== order.join()) order = [...stored];
    node.classList.toggle("nj-untouched", !stored);
    asItIs.hidden = Boolean(stored) || fixed(talk);
    place();
  };
  return { node, paint };
}

// A locked prediction, or a practice question that is done.
function fixed(talk) {
  return Boolean(talk.state.locked || talk.state.done);
}

const STILL = 4; // pixels that a hand trembles

DRAW.order = drawOrder;
