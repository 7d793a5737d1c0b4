import assert from "node:assert/strict";
import { test } from "node:test";

import { plain } from "../../utils/nongju/simulators/web/digits.js";
import { indexOf, Settings, steps, valueAt } from "../../utils/nongju/simulators/web/settings.js";

const price = { key: "price", low: 10, high: 20, step: 0.5, decimals: 1, start: 14 };
const box = { key: "box", options: [["small", "小"], ["large", "大"]], start: "small" };
const settings = (values = {}) => new Settings([price, box], values);

test("numbers are written without dust and without zeros at the end", () => {
  assert.deepEqual([0.1 + 0.2, 14, 2.5, 1e21, -0.0004].map((one) => plain(one)), [
    "0.3", "14", "2.5", "1000000000000000000000", "-0.0004",
  ]);
  assert.deepEqual([2.345, -2.345, -0.001].map((one) => plain(one, 2)), ["2.35", "-2.35", "0"]);
});

test("values outside a control stand at its ends, unknown ones at its first", () => {
  assert.equal(steps(price), 20);
  assert.deepEqual([valueAt(price, -3), valueAt(price, 99), valueAt(box, 9)], [10, 20, "large"]);
  assert.deepEqual([indexOf(price, 99), indexOf(price, "salt"), indexOf(box, "huge")], [20, 0, 0]);
});

test("one undo is one movement, not each pixel of it", () => {
  const ours = settings({ price: 14 });
  for (const index of [9, 10, 11]) ours.move(0, index, index === 11);
  assert.equal(ours.values().price, 15.5);
  ours.undo();
  assert.equal(ours.values().price, 14);
  ours.undo();
  assert.equal(ours.values().price, 14);
});

test("a code that is read out loud brings the same setting, and a wrong one none", () => {
  const ours = settings({ price: 17.5, box: "large" });
  assert.deepEqual(settings().fromCode(` ${ours.code().toUpperCase()} `), ours.now);
  const code = ours.code();
  assert.equal(settings().fromCode(code.slice(0, -1) + (code.endsWith("0") ? "1" : "0")), null);
  assert.equal(settings().fromCode(""), null);
});
