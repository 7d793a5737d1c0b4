import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { Talk } from "../../utils/nongju/answers/web/static/talk.js";
import { keepsValues, modelOf } from "./browser.js";

let waiting;

beforeEach(() => {
  waiting = keepsValues();
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
});

test("a value waits in the browser until the kernel says that it is stored", () => {
  const model = modelOf();
  const talk = new Talk(model);
  talk.write("x", "14");
  assert.equal(model.sent.length, 0); // somebody may still be typing
  mock.timers.tick(450);
  const [{ type, raw, seq }] = model.sent;
  assert.deepEqual([type, raw, waiting.size], ["save", "14", 1]);
  model.answer({ type: "saved", field: "x", seq, echo: "14 元", clock: "20:05" });
  assert.deepEqual([waiting.size, talk.waits(), talk.blanks.get("x").echo], [0, false, "14 元"]);
});

test("an idle kernel that does not answer is said to be lost, and to wait once it is busy", () => {
  const model = modelOf();
  const talk = new Talk(model);
  talk.write("x", "14", true);
  mock.timers.tick(500);
  assert.equal(talk.alarm, "waiting");
  mock.timers.tick(2500);
  assert.equal(talk.alarm, "lost");
  model.kernel.status = "busy";
  talk.look();
  assert.equal(talk.alarm, "waiting");
});

test("a kernel that is cut off is lost at once", () => {
  const model = modelOf();
  const talk = new Talk(model);
  model.kernel.connectionStatus = "disconnected";
  talk.look();
  assert.equal(talk.alarm, "lost");
});

test("what was not stored comes back after a reload, and is sent again", () => {
  new Talk(modelOf()).write("x", "14");
  const model = modelOf();
  const talk = new Talk(model);
  assert.equal(talk.blanks.get("x").raw, "14");
  assert.equal(model.sent[0].raw, "14");
});

test("a refused value is sent again after longer and longer pauses", () => {
  const model = modelOf();
  const talk = new Talk(model);
  talk.write("x", "14", true);
  for (const pause of [2000, 4000, 8000]) {
    const count = model.sent.length;
    model.answer({ type: "refused", seq: model.sent.at(-1).seq, problem: "没存上。", again: true });
    mock.timers.tick(pause - 1);
    assert.equal(model.sent.length, count);
    mock.timers.tick(1);
    assert.equal(model.sent.length, count + 1);
  }
});

test("a value from elsewhere is shown where nobody writes, and asked about where somebody does", () => {
  const model = modelOf();
  const talk = new Talk(model);
  model.set("state", { answers: { x: { raw: "15", stamp: 1 } } });
  assert.equal(talk.blanks.get("x").raw, "15");
  talk.write("x", "16", true);
  model.answer({ type: "saved", field: "x", seq: model.sent.at(-1).seq, elsewhere: true, raw: "17" });
  assert.equal(talk.blanks.get("x").raw, "16");
  talk.retry(talk.blanks.get("x"));
  assert.ok(model.sent.at(-1).seen.includes("17"));
});

test("a second press while a check is on its way is the same press", () => {
  const model = modelOf();
  const talk = new Talk(model);
  talk.act("check");
  talk.act("check");
  assert.equal(model.sent.length, 1);
  model.answer({ type: "checked", seq: model.sent[0].seq, used: 1 });
  talk.act("check", true); // the second half of a double click, nothing written between
  assert.equal(model.sent.length, 1);
  talk.act("check");
  assert.equal(model.sent.length, 2);
});
