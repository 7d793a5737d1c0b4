import assert from "node:assert/strict";
import { test } from "node:test";

import { Waiting } from "../../utils/nongju/answers/web/static/waiting.js";
import { keepsValues, modelOf } from "./browser.js";

const spec = (learner) => ({ ...modelOf().get("spec"), learner });

test("what one learner left is not another one's", () => {
  keepsValues();
  const model = modelOf();
  new Waiting(model, spec("wang-li")).keep("x", "14", [null]);
  assert.deepEqual(new Waiting(model, spec("wang-li")).kept("x"), { raw: "14", seen: [null] });
  assert.equal(new Waiting(model, spec("chen-jun")).kept("x"), null);
});

test("what is no JSON, or not ours, is nothing", () => {
  const values = keepsValues();
  const waiting = new Waiting(modelOf(), spec("wang-li"));
  for (const text of ["{", "3", '{"raw": "14"}']) {
    values.set(waiting.place("x"), text);
    assert.equal(waiting.kept("x"), null, text);
  }
});

test("a browser that keeps nothing is no fault", () => {
  const full = () => {
    throw new Error("QuotaExceededError");
  };
  globalThis.localStorage = { getItem: () => null, setItem: full, removeItem: full };
  const waiting = new Waiting(modelOf(), spec("wang-li"));
  waiting.keep("x", "14", []);
  waiting.forget("x");
  assert.equal(waiting.kept("x"), null);
});
