// What a learner moves: a slider with − and ＋, or a few words to pick from.

import { button, fresh, make } from "./dom.js";
import { steps, valueAt } from "./settings.js";

export function shown(control, value) {
  if (control.options) return control.options.find((option) => option[0] === value)[1];
  return `${value.toFixed(control.decimals)} ${control.unit}`;
}

// Each gives { node, show }: show(index) puts the control there. `change(index, finished)` is told of every
// move; a drag is finished when the slider is let go.
export function control(spec, change) {
  return spec.options ? pick(spec, change) : slider(spec, change);
}

function slider(spec, change) {
  const id = fresh("slider");
  const out = make("output", { for: id });
  const input = make("input", {
    id, type: "range", min: 0, max: steps(spec), step: 1,
    oninput: () => change(Number(input.value), false),
    onchange: () => change(Number(input.value), true),
  });
  const by = (distance) => {
    input.value = Number(input.value) + distance; // the browser keeps it within its range
    change(Number(input.value), true);
  };
  const nudge = (distance, sign, word) => button(sign, () => by(distance), {
    class: "nj-button nj-nudge", "aria-label": `${spec.label}${word}`,
  });
  return {
    node: make("div", { class: "nj-control" },
      make("label", { for: id }, spec.label), out,
      make("div", { class: "nj-track" }, nudge(-1, "−", "减一格"), input, nudge(1, "＋", "加一格"))),
    show: (index) => {
      const words = shown(spec, valueAt(spec, index));
      if (Number(input.value) !== index) input.value = index;
      if (out.textContent === words) return;
      input.setAttribute("aria-valuetext", words);
      out.textContent = words;
    },
  };
}

function pick(spec, change) {
  const name = fresh("pick");
  const radios = spec.options.map((_, index) => make("input", {
    type: "radio", name, value: index, onchange: () => change(index, true),
  }));
  return {
    node: make("fieldset", { class: "nj-pick" }, make("legend", {}, spec.label),
      make("div", { class: "nj-picks" },
        ...spec.options.map((option, index) => make("label", {}, radios[index], make("span", {}, option[1]))))),
    show: (index) => { radios[index].checked = true; },
  };
}
