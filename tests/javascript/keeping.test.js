import assert from "node:assert/strict";
import { test } from "node:test";

import { Keeping } from "../../utils/nongju/simulators/web/keeping.js";

function keepingOf(setting = null, best = null) {
  const blanks = new Map([["setting", { raw: setting }], ["best", { raw: best }]]);
  const talk = { blanks, write: (key, raw) => (blanks.get(key).raw = raw) };
  return new Keeping(talk, ({ stars }) => stars);
}

test("the best setting stays when a worse one follows", () => {
  const keeping = keepingOf();
  assert.equal(keeping.best(), null);
  for (const stars of [1, 3, 2]) keeping.write({ stars });
  assert.deepEqual([keeping.values(), keeping.best()], [{ stars: 2 }, 3]);
});

test("an equal setting does not take the best one's place", () => {
  const keeping = keepingOf(null, { stars: 2, first: true });
  keeping.write({ stars: 2 });
  assert.equal(keeping.talk.blanks.get("best").raw.first, true);
});
