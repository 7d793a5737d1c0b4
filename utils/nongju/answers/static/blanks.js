// Drawing the blanks: native inputs with labels, so that the keyboard and screen readers work by themselves.
// Each `draw*` returns { node, paint }: paint() puts the stored value in, unless somebody is typing there.

let serial = 0;

function make(tag, attributes = {}, ...children) {
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

function fresh(name) {
  serial += 1;
  return `nj-${name}-${serial}-${Math.random().toString(36).slice(2, 7)}`;
}

// A line of text that is sent while it is typed, never in the middle of a Chinese composition.
function typed(attributes, changed, flush, tag = "input") {
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

function put(input, value) {
  if (document.activeElement !== input && input.value !== value) input.value = value;
}

// What could not be read stays in its field, and is marked for eyes and for screen readers.
function mark(input, unread) {
  if (unread) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

function drawPad(target) {
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
    if (column.kind === "choice") {
      const select = make("select", { "aria-label": name, onchange: () => changed(true) }, make("option", { value: "" }, "请选"));
      for (const [value, text] of column.options) select.append(make("option", { value }, text));
      return select;
    }
    const input = typed(
      { type: "text", "aria-label": name, "aria-describedby": say, ...(column.kind === "number" ? { inputmode: "decimal", class: "nj-cell-number" } : {}) },
      () => changed(false),
      () => talk.flush(key),
    );
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

const DRAW = { number: drawNumber, gain: drawGain, choice: drawChoice, choices: drawChoice, text: drawText, table: drawTable };
