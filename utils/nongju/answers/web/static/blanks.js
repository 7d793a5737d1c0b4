// Drawing the blanks: native inputs with labels, so that the keyboard and screen readers work by themselves.
// Each kind of blank has a script of its own (nongju/answers/kinds) that puts a function into DRAW, by its name.
// DRAW[kind](talk, blank, say) returns { node, paint }: paint() puts the stored value in, unless somebody is typing
// there. CELL[kind](column, attributes, changed, flush) returns the input of a table's cell.

export const INERT = "tex2jax_ignore mathjax_ignore"; // dollar signs in an answer are no formula

export const DRAW = {};
export const CELL = {};

let serial = 0;

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : value);
  }
  // JupyterLab takes letters and arrows on a focused radio or button for its own commands (d d deletes the
  // cell) unless that very element forbids it; on an ancestor the mark comes too late.
  if (["input", "button", "select", "textarea"].includes(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...children.filter((child) => child !== null));
  return node;
}

export function fresh(name) {
  serial += 1;
  return `nj-${name}-${serial}-${Math.random().toString(36).slice(2, 7)}`;
}

// A line of text that is sent while it is typed, never in the middle of a Chinese composition.
export function typed(attributes, changed, flush, tag = "input") {
  let composing = false;
  return make(tag, {
    autocomplete: "off",
    spellcheck: "false",
    ...attributes,
    oncompositionstart: () => (composing = true),
    oncompositionend: (event) => {
      composing = false;
      changed(event.target.value);
    },
    oninput: (event) => {
      if (!composing && !event.isComposing) changed(event.target.value);
    },
    onkeydown: (event) => {
      if (event.key === "Enter" && tag === "input" && !event.isComposing) flush();
    },
    onblur: () => flush(),
  });
}

export function put(input, value) {
  if (document.activeElement !== input && input.value !== value) input.value = value;
}

// What could not be read stays in its field, and is marked for eyes and for screen readers.
export function mark(input, unread) {
  if (unread) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

export function drawPad(target) {
  const keys = ["7", "8", "9", "4", "5", "6", "1", "2", "3", "0", ".", "退格"];
  const press = (key) => {
    const input = target();
    if (!input || input.disabled) return;
    input.value = key === "退格" ? input.value.slice(0, -1) : input.value + key;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const id = fresh("pad");
  const pad = make("div", { class: "nj-pad", id, role: "group", "aria-label": "点数字", hidden: true });
  for (const key of keys) {
    // mousedown keeps the focus where it is, so that the field stays the one being written
    const button = make("button", { type: "button", onmousedown: (e) => e.preventDefault(), onclick: () => press(key) }, key);
    pad.append(button);
  }
  const toggle = make("button", { type: "button", class: "nj-quiet", "aria-expanded": "false", "aria-controls": id }, "点数字");
  toggle.addEventListener("click", () => {
    pad.hidden = !pad.hidden;
    toggle.setAttribute("aria-expanded", String(!pad.hidden));
    toggle.textContent = pad.hidden ? "点数字" : "收起";
  });
  return { toggle, pad };
}
