// The form of one question, put together from `talk.js` (saving), `blanks.js` (drawing) and the script of each kind
// of blank.
// `make bundle` puts them into forms.bundle.js, which the kernel sends once a page: `slot.js` is where the forms of
// the page find it, by its KEY, which stands above the bundle.
// `nongju.answers.web.exchange` says what the messages mean.

import "../../kinds/all.js";
import { DRAW, fresh, INERT, make } from "./blanks.js";
import { placed, sheetOf } from "./sheet.js";
import { slot } from "./slot.js";
import { Talk } from "./talk.js";
import { heard, WORDS } from "./words.js";

function paragraphs(text) {
  return text.split("\n").filter((line) => line.trim()).map((line) => make("p", {}, line));
}

// What is said below one blank: what was read, when it was saved, or what is wrong and what is still stored.
function drawSay(talk, blank, id) {
  const node = make("div", { class: "nj-say", id, role: "status", "aria-live": "polite" });
  const paint = () => {
    const { alarm } = talk;
    const unsaved = blank.pending && (alarm === "lost" || alarm === "restarted");
    node.className = `nj-say${unsaved ? " nj-red" : blank.problem ? " nj-warn" : blank.clock ? " nj-good" : ""}`;
    const words = [];
    if (unsaved) words.push(`！${WORDS.lost}`);
    else if (blank.pending && alarm === "waiting") words.push(WORDS.waiting);
    else if (blank.problem) {
      words.push(`▶ ${blank.problem}`);
      const { inParts } = blank.field;
      if (blank.theirs?.echo) words.push(WORDS.stored + blank.theirs.echo);
      if (blank.kept === "typed") words.push(inParts ? WORDS.others : WORDS.keptAsTyped);
      if (blank.keptEcho && !inParts) words.push((blank.kept ? WORDS.before : WORDS.still) + blank.keptEcho);
    } else if (!blank.pending && !blank.blank && blank.clock) {
      if (heard(blank)) words.push(heard(blank));
      words.push(`✓ ${WORDS.saved} ${blank.clock}`);
    } else if (!blank.pending) words.push("");
    else return; // a value on its way: leave what stands there, so that nothing flickers
    const text = words.join(" ");
    if (node.dataset.text !== text) {
      node.dataset.text = text;
      node.replaceChildren(...words.map((word) => make("span", {}, word)));
      if (unsaved || blank.refused) node.append(make("button", { type: "button", onclick: () => talk.retry(blank) }, WORDS.again));
      if (blank.theirs) node.append(make("button", { type: "button", class: "nj-quiet", onclick: () => talk.give(blank) }, WORDS.theirs));
    }
  };
  return { node, paint };
}

function drawVerdict(talk, key) {
  const node = make("div", { class: "nj-verdict", "aria-live": "polite" });
  const paint = () => {
    const part = (talk.state.parts ?? []).find((one) => one.field === key);
    node.hidden = !part;
    node.className = `nj-verdict nj-${part?.verdict ?? "none"}`;
    const text = JSON.stringify(part ?? "");
    if (node.dataset.text === text) return;
    node.dataset.text = text;
    node.replaceChildren();
    if (part) node.append(make("strong", {}, part.word), ...part.texts.flatMap(paragraphs));
  };
  return { node, paint };
}

const NEAR = 12; // pixels between press and release that are still one press
const ONE_PRESS_MS = 500; // a click this soon after a press is the same press
const TWICE_MS = 700; // a second press of mouse or finger this soon is a double click

// A press counts where it began. The button takes the focus, what was typed last is saved, and the answer may push
// the button down before the finger is up: to the browser that is no click.
function pressing(act) {
  let begun = null;
  let acted = -Infinity;
  let last = -Infinity;
  return {
    onpointerdown: (event) => {
      begun = event.button === 0 ? event : null;
      event.target.setPointerCapture(event.pointerId);
    },
    onpointerup: (event) => {
      if (!begun || Math.hypot(event.clientX - begun.clientX, event.clientY - begun.clientY) > NEAR) return;
      acted = event.timeStamp;
      act(acted - last < TWICE_MS);
      last = acted;
    },
    onclick: (event) => {
      if (event.detail === 0 || event.timeStamp - acted > ONE_PRESS_MS) act(false); // keyboard, screen reader
    },
    onkeydown: (event) => {
      if (event.repeat) event.preventDefault(); // a key that is held down is one press
    },
  };
}

// The button and the sentence below a practice question or a prediction; the lines below a sheet.
function drawFoot(talk) {
  const { role, tries } = talk.spec;
  const say = make("span", { class: "nj-foot-say", role: "status", "aria-live": "polite" });
  if (role === "sheet") {
    const lines = make("div", { class: "nj-lines", role: "status", "aria-live": "polite" });
    return { node: lines, paint: () => {
      const html = talk.state.lines ?? "";
      lines.hidden = html === "";
      if (lines.dataset.text !== html) {
        lines.dataset.text = html;
        lines.innerHTML = html; // escaped in the kernel (nongju.answers.static_html)
      }
    } };
  }
  if (role !== "practice" && role !== "predict") return null;
  const press = pressing((twice) => talk.act(role === "practice" ? "check" : "lock", twice));
  const button = make("button", { type: "button", class: "nj-main", ...press },
    role === "practice" ? "看看对不对" : "就猜这个");
  const paint = () => {
    const { problem, used = 0, done, locked } = talk.state;
    button.disabled = Boolean(done || locked || talk.action);
    let text = problem ? `▶ ${problem}` : "";
    if (!text && role === "practice") text = done ? "做完了。看看每一问的算法。" : `可以试 ${tries} 次，还有 ${tries - used} 次。`;
    if (!text && role === "predict") text = locked ? "定了，不能改了。最后再回头看猜得准不准。" : "点了就定下来，猜错不要紧。";
    if (say.textContent !== text) say.textContent = text;
  };
  return { node: make("div", { class: "nj-row nj-foot" }, button, say), paint };
}

// Red for the whole form when the kernel is gone, also when nothing waits: the next word would be lost.
function drawAlarm(talk) {
  const node = make("div", { class: "nj-alarm", role: "alert", hidden: true });
  const paint = () => {
    let whole = "";
    // under nongju lab the page as a whole says that it is cut off
    if (talk.alarm === "restarted") whole = (talk.waits() ? WORDS.lost : "") + WORDS.restarted;
    else if (talk.alarm === "lost" && talk.action) whole = WORDS.lost;
    else if (talk.alarm === "lost" && !talk.waits()) whole = WORDS.cutOff; // a waiting blank says so itself
    node.hidden = whole === "";
    if (node.dataset.text === whole) return;
    node.dataset.text = whole;
    node.replaceChildren(make("span", {}, `！${whole}`));
    if (whole && talk.canRetry()) node.append(make("button", { type: "button", onclick: () => talk.again() }, WORDS.again));
  };
  return { node, paint };
}

// Keys stay in the form. Ctrl+S, which people press out of habit, sends what is being typed.
function keepKeys(talk) {
  return (event) => {
    event.stopPropagation();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      talk.flushAll();
    }
  };
}

// A value that was stored elsewhere is shown also in the blank where the cursor stands.
function leave(node, blank) {
  if (!blank.taken) return;
  blank.taken = false;
  if (node.contains(document.activeElement)) document.activeElement.blur();
}

// Why there is no question here yet.
function drawClosed({ title, closed }) {
  return make("section", { class: `nj-form nj-closed ${INERT}` },
    title ? make("p", { class: "nj-title" }, title) : null, make("p", { role: "status" }, closed));
}

function drawForm(talk) {
  const { title, story, role, problems } = talk.spec;
  const heading = fresh("title");
  const form = make("section", { class: `nj-form nj-role-${role} ${INERT}`, "data-question": talk.spec.question, onkeydown: keepKeys(talk) });
  const paints = [];
  if (title) {
    form.setAttribute("aria-labelledby", heading);
    form.append(make("p", { id: heading, class: "nj-title", role: "heading", "aria-level": "3" }, title));
  }
  form.append(make("div", { class: "nj-story" }, ...paragraphs(story)));
  for (const problem of problems) form.append(make("p", { class: "nj-warn nj-file", role: "alert" }, `▶ ${problem}`));
  for (const [key, blank] of talk.blanks) {
    const id = fresh("say");
    const drawn = DRAW[blank.field.kind](talk, blank, id);
    const say = drawSay(talk, blank, id);
    const verdict = drawVerdict(talk, key);
    const node = make("div", { class: "nj-field", "data-field": key }, drawn.node, say.node, verdict.node);
    form.append(node);
    paints.push(() => leave(node, blank), drawn.paint, say.paint, verdict.paint);
  }
  for (const extra of [drawFoot(talk), drawAlarm(talk)]) {
    if (extra === null) continue;
    form.append(extra.node);
    paints.push(extra.paint);
  }
  const paint = () => {
    for (const one of paints) one();
    const fixed = Boolean(talk.state.locked || talk.state.done);
    for (const input of form.querySelectorAll(".nj-field input, .nj-field textarea, .nj-field select")) input.disabled = fixed;
  };
  return { form, paint };
}

function drawLines(model, el) {
  const node = make("div", { class: `nj-recap ${INERT}`, role: "status", "aria-live": "off" });
  const paint = () => (node.innerHTML = model.get("html")); // escaped in the kernel
  model.on("change:html", paint);
  paint();
  el.append(node);
  return () => model.off("change:html", paint);
}

function linesOf(model) {
  return {
    render(el) {
      const ends = [drawLines(model, el), placed(model, el)];
      return () => ends.forEach((end) => end());
    },
    close() {},
  };
}

// A question in all its views; another learner's, when somebody sits down.
function questionOf(model) {
  let talk = null;
  const views = new Set();
  const begin = () => {
    talk?.close();
    talk = model.get("spec").closed ? null : new Talk(model);
    for (const draw of views) draw();
  };
  const show = (place) => {
    if (talk === null) {
      place.replaceChildren(drawClosed(model.get("spec")));
      return () => {};
    }
    const drawn = talk;
    const { form, paint } = drawForm(drawn);
    place.replaceChildren(form);
    drawn.views.add(paint);
    paint();
    drawn.look();
    return () => drawn.views.delete(paint);
  };
  model.on("change:spec", begin);
  begin();
  return {
    render(el) {
      const place = make("div");
      el.append(place);
      let hide = () => {};
      const draw = () => {
        hide();
        hide = show(place);
      };
      views.add(draw);
      draw();
      const end = placed(model, el);
      return () => {
        views.delete(draw);
        hide();
        end();
      };
    },
    close() {
      model.off("change:spec", begin);
      talk?.close();
    },
  };
}

const ROLES = { lines: linesOf, page: sheetOf };

// What one model shows, in all its views.
const formOf = (model) => (ROLES[model.get("spec").role] ?? questionOf)(model);

/* global KEY */
slot(KEY).fill(formOf);
export default {};
