// The few D3 functions that the views draw with.
import { select, selection } from "d3-selection";

export { range } from "d3-array";
export { sankey, sankeyLinkHorizontal } from "d3-sankey";
export { scaleBand, scaleLinear } from "d3-scale";
export { select };

// Setting what stands there already makes the browser lay the text out again, so a step of a slider touches
// only what changed.
const attr = selection.prototype.attr;
selection.prototype.attr = function quiet(name, value) {
  if (arguments.length < 2 || name.includes(":")) return attr.apply(this, arguments);
  return this.each(function set(...at) {
    const next = typeof value === "function" ? value.apply(this, at) : value;
    if (next === null || next === undefined) this.removeAttribute(name);
    else if (this.getAttribute(name) !== String(next)) this.setAttribute(name, next);
  });
};
const text = selection.prototype.text;
selection.prototype.text = function quiet(value) {
  if (arguments.length < 1) return text.apply(this, arguments);
  return this.each(function set(...at) {
    const next = String((typeof value === "function" ? value.apply(this, at) : value) ?? "");
    if (this.textContent !== next) this.textContent = next;
  });
};
