// A placed simulation is an answer of the week. The forms' Talk (nongju/answers/web/static/talk.js) keeps a value in
// the browser until the kernel acknowledges it; here is what it is told, and what the learner reads about it.

import { button, fresh, make, starred } from "./dom.js";
import { DRAW, heard, WORDS } from "./forms.js";

export const SETTING = "setting";
export const BEST = "best";

export class Keeping {
  constructor(talk, score) {
    this.talk = talk;
    this.score = score; // from values to stars
  }

  // What was stored, or still waits in the browser from before the page was reloaded.
  values() {
    return this.talk.blanks.get(SETTING).raw;
  }

  best() {
    const raw = this.talk.blanks.get(BEST).raw;
    return raw ? this.score(raw) : null;
  }

  write(values) {
    this.talk.write(SETTING, values, true);
    const best = this.best();
    if (best === null || this.score(values) > best) this.talk.write(BEST, values, true);
  }

  // The lines below the figure: best so far, saved or not, and the other blanks of the question.
  draw(toBest) {
    const { talk } = this;
    const back = button("回到最好的一次", () => toBest(talk.blanks.get(BEST).raw));
    const best = make("span", {});
    const line = make("div", { class: "nj-row nj-best" }, best, back);
    const own = this.say(SETTING, [SETTING, BEST]);
    const parts = [own];
    const blanks = [...talk.blanks.values()].filter(({ field }) => field.kind !== "setting").map((blank) => {
      const id = fresh("say");
      const drawn = DRAW[blank.field.kind](talk, blank, id);
      const say = this.say(blank.field.key, [blank.field.key], id);
      parts.push(drawn, say);
      return make("div", { class: "nj-field", "data-field": blank.field.key }, drawn.node, say.node);
    });
    const node = make("div", { class: "nj-form nj-kept", "data-question": talk.spec.question }, line, own.node, ...blanks);
    const paint = () => {
      const stars = this.best();
      line.hidden = stars === null;
      best.textContent = `最好的一次：${starred(stars ?? 0)}`;
      for (const part of parts) part.paint();
    };
    return { node, paint };
  }

  say(key, keys, id = fresh("say")) {
    const { talk } = this;
    const words = make("span", {});
    const again = button(WORDS.again, () => talk.again());
    const node = make("div", { class: "nj-say", id, role: "status", "aria-live": "polite" }, words, again);
    const paint = () => {
      const blanks = keys.map((one) => talk.blanks.get(one));
      const blank = talk.blanks.get(key);
      const pending = blanks.some((one) => one.pending);
      const problem = blanks.map((one) => one.problem).find((one) => one) ?? "";
      // a blank that waits says so itself; the setting's line speaks for the page when nothing waits
      const speaks = pending || (key === SETTING && !talk.waits());
      const restarted = talk.alarm === "restarted" && (pending || key === SETTING);
      const lost = restarted || (talk.alarm === "lost" && speaks);
      let text = words.textContent;
      if (restarted) text = `！${pending ? WORDS.lost : ""}${WORDS.restarted}`;
      else if (lost) text = `！${pending ? WORDS.lost : WORDS.cutOff}`;
      else if (pending) text = talk.alarm === "waiting" ? WORDS.waiting : text;
      else if (problem) text = `▶ ${problem}${blank.kept === "typed" ? ` ${WORDS.keptAsTyped}` : ""}`;
      else text = blank.clock && !blank.blank ? `${heard(blank)} ✓ ${WORDS.saved} ${blank.clock}`.trim() : "";
      const refused = blanks.some((one) => one.refused);
      node.className = `nj-say${lost ? " nj-red" : problem ? " nj-warn" : " nj-good"}`;
      if (words.textContent !== text) words.textContent = text;
      again.hidden = !((lost && talk.canRetry()) || refused);
    };
    return { node, paint };
  }
}
