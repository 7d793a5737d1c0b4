// What the form knows and how it is saved: one `Talk` for each widget model, shared by its views.
//
// A typed value stays in the browser (waiting.js) until the kernel acknowledges it. Nothing polls: the talk
// looks at the kernel's own status signals and at one timer that runs only while a value waits. What is stored from
// elsewhere (another tab, another lab on the same folder) is shown where nobody is writing; a value that would
// write over it is asked about. Under `nongju lab` the page says what is wrong with itself (window.nongjuLab).

import { KernelWatch } from "./kernelwatch.js";
import { Waiting } from "./waiting.js";
import { outcome, WORDS } from "./words.js";

const ACK_MS = 3000; // an idle kernel answers in milliseconds; this long means that something is wrong
const QUIET_MS = 500; // how long a value may be on its way before anything is said about it
const TYPING_MS = 450; // pause after a key before a value is sent, shorter than a breath between two digits
const RETRY_MS = [2000, 4000, 8000, 16000, 32000, 60000]; // pauses before a refused value is sent again by itself
const SEEN = 40; // values that are remembered as this page's own

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
export const inLab = () => Boolean(globalThis.nongjuLab);

export class Talk {
  constructor(model) {
    this.model = model;
    this.spec = model.get("spec");
    this.state = model.get("state");
    this.views = new Set();
    // every page hears every answer of the kernel: two of them must never count alike
    this.seq = Math.floor(Math.random() * 2 ** 40);
    this.blanks = new Map();
    this.action = null; // a check or a lock on its way
    this.written = true; // whether anything was written since the last one was pressed
    this.alarm = ""; // "", "waiting", "lost" or "restarted"
    this.timer = null;
    this.slow = null;
    this.cleanups = [];
    this.waiting = new Waiting(model, this.spec);
    for (const field of this.spec.fields) {
      const stored = this.state.answers[field.key];
      const raw = stored ? stored.raw : null;
      this.blanks.set(field.key, { field, raw, seen: [raw], ...outcome(stored), pending: 0, timer: null, tries: 0 });
    }
    const receive = (message) => this.receive(message);
    const follow = () => this.follow();
    model.on("msg:custom", receive);
    model.on("change:state", follow);
    this.cleanups.push(() => model.off("msg:custom", receive), () => model.off("change:state", follow));
    this.manager = this.model.widget_manager;
    this.kernel = new KernelWatch(this.manager?.kernel ?? null, () => this.look(), () => this.ask());
    this.cleanups.push(() => this.kernel.close());
    this.bringBack();
  }

  bringBack() {
    for (const [key, blank] of this.blanks) {
      const kept = this.waiting.kept(key);
      if (kept === null) continue;
      Object.assign(blank, { raw: kept.raw, seen: kept.seen });
      this.send(key);
    }
  }

  get restarted() {
    return this.kernel.restarted;
  }

  // What was on its way is lost: ask the kernel where to go on.
  ask() {
    for (const blank of this.blanks.values()) if (blank.upload?.file) blank.upload.begin();
    for (const [key, blank] of this.blanks) if (blank.pending) this.send(key);
  }

  waits() {
    return this.action !== null || [...this.blanks.values()].some((blank) => blank.pending);
  }

  // Decide what to show, and let the timer run only while an idle kernel owes an answer.
  look() {
    const health = this.kernel.health();
    clearTimeout(this.timer);
    this.timer = null;
    if (health === "gone") {
      if (inLab()) this.setAlarm(this.waits() ? "lost" : ""); // the page as a whole says the rest
      else this.setAlarm(this.restarted ? "restarted" : "lost");
    } else if (!this.waits()) {
      this.setAlarm("");
    } else {
      if (health === "idle") this.timer = setTimeout(() => this.setAlarm("lost"), ACK_MS);
      else if (this.alarm === "lost") this.setAlarm("waiting"); // it is alive after all
      // an answer usually comes at once: speak of waiting only when it does not
      this.slow ??= setTimeout(() => {
        this.slow = null;
        if (this.waits() && this.alarm === "") this.setAlarm("waiting");
      }, QUIET_MS);
    }
  }

  setAlarm(alarm) {
    if (this.alarm === alarm) return;
    this.alarm = alarm;
    this.repaint();
  }

  // ---- sending and hearing ----

  write(key, raw, at_once) {
    const blank = this.blanks.get(key);
    if (same(blank.raw, raw) && !blank.timer) return;
    blank.raw = raw;
    this.written = true;
    this.waiting.keep(key, raw, blank.seen);
    // what was said of the earlier answer, or of a blank that was empty, no longer holds
    if (!this.state.done && !this.state.locked && (this.state.problem || this.state.parts)) {
      this.state = { ...this.state, parts: (this.state.parts ?? []).filter((part) => part.field !== key), problem: "" };
      this.repaint();
    }
    clearTimeout(blank.timer);
    if (at_once) this.send(key);
    else blank.timer = setTimeout(() => this.send(key), TYPING_MS);
  }

  flush(key) {
    if (this.blanks.get(key).timer) this.send(key);
  }

  send(key) {
    const blank = this.blanks.get(key);
    clearTimeout(blank.timer);
    clearTimeout(blank.retry);
    blank.timer = null;
    const { seen } = blank;
    if (!seen.some((one) => same(one, blank.raw))) blank.seen = [...seen, blank.raw].slice(-SEEN);
    this.waiting.keep(key, blank.raw, blank.seen);
    blank.pending = this.post({ type: "save", field: key, raw: blank.raw, seen });
    this.look();
    this.repaint();
  }

  flushAll() {
    for (const key of this.blanks.keys()) this.flush(key);
  }

  // A check or a lock. A second press while the first is on its way is the same press; so is the second one of a
  // double click, with nothing written in between.
  act(type, twice = false, press = `${Date.now()}-${this.seq}`) {
    if (this.action !== null || this.state.done || this.state.locked || (twice && !this.written)) return;
    this.written = false;
    this.flushAll();
    this.action = { type, press, seq: this.post({ type, press }) };
    this.look();
    this.repaint();
  }

  again() {
    if (this.restarted) {
      if (inLab()) globalThis.nongjuLab.reopen();
      // another page may lend its commands; without them the sentence says what to press
      else window.jupyterapp?.commands.execute("notebook:run-all-cells");
      return;
    }
    this.alarm = "";
    for (const [key, blank] of this.blanks) {
      if (blank.pending) this.send(key);
      else if (blank.refused) this.retry(blank);
    }
    if (this.action) {
      const { type, press } = this.action;
      this.action = null;
      this.act(type, false, press);
    }
    this.repaint();
  }

  // Send one refused or lost value again; one that something newer stood against, on purpose.
  retry(blank) {
    blank.refused = false;
    if (blank.theirs) blank.seen = [...blank.seen, blank.theirs.raw];
    blank.theirs = null;
    if (this.restarted) this.again();
    else this.send(blank.field.key);
  }

  // Take what is stored in place of what this page would write over it.
  give(blank) {
    this.take(blank, blank.theirs);
    this.repaint();
  }

  canRetry() {
    return !this.restarted || inLab() || Boolean(window.jupyterapp);
  }

  post(message, buffers) {
    this.seq += 1;
    try {
      this.model.send({ ...message, seq: this.seq }, undefined, buffers);
    } catch {
      // a dead kernel refuses messages: `look` shows it, the value waits in the browser
    }
    return this.seq;
  }

  receive(message) {
    if (message.type === "refused") this.refused(message);
    else if (message.type === "saved") this.saved(message);
    else if (message.type === "upload") this.blanks.get(message.field)?.upload?.receive(message);
    else if (message.type === "checked" || message.type === "locked") this.acted(message);
    this.look();
    this.repaint();
  }

  saved(message) {
    const blank = this.blanks.get(message.field);
    if (!blank) return;
    for (const name of ["lines", "locked"]) if (name in message) this.state = { ...this.state, [name]: message[name] };
    if (message.seq !== blank.pending) return; // an answer to an earlier value, or to another page: `follow`
    if (message.stamp !== undefined) this.note(message.field, message);
    blank.pending = 0;
    blank.tries = 0;
    if (message.elsewhere) {
      Object.assign(blank, { problem: WORDS.elsewhere, keptEcho: "", kept: "", cells: [], refused: true, theirs: message });
      return;
    }
    Object.assign(blank, outcome(message));
    if ("raw" in message) blank.seen = [message.raw];
    if (!blank.timer) this.waiting.forget(message.field);
  }

  refused(message) {
    for (const [key, blank] of this.blanks) {
      if (blank.pending !== message.seq) continue;
      Object.assign(blank, { pending: 0, problem: message.problem, refused: true });
      if (!message.again) continue;
      const pause = RETRY_MS[Math.min(blank.tries, RETRY_MS.length - 1)];
      blank.tries += 1;
      clearTimeout(blank.retry);
      blank.retry = setTimeout(() => blank.refused && this.send(key), pause);
    }
    if (this.action?.seq === message.seq) {
      this.action = null;
      this.state = { ...this.state, problem: message.problem };
    }
  }

  acted(message) {
    if (this.action?.seq === message.seq) this.action = null;
    this.state = { ...this.state, ...message };
  }

  // ---- what is stored from elsewhere ----

  note(key, stored) {
    this.state = { ...this.state, answers: { ...this.state.answers, [key]: stored } };
  }

  // The kernel's state changed: by this page, another tab, or another lab on the same folder.
  follow() {
    const fresh = this.model.get("state");
    for (const [key, blank] of this.blanks) {
      const [known, stored] = [this.state.answers[key], fresh.answers[key]];
      if (same(known?.raw, stored?.raw) && known?.stamp === stored?.stamp) continue;
      if (blank.upload) blank.upload.follow?.(stored);
      else if (!blank.pending && !blank.timer && !blank.refused && !same(known?.raw, stored?.raw)) this.take(blank, stored);
    }
    const { used, done, locked, lines } = fresh;
    this.state = { ...this.state, answers: fresh.answers, ...Object.fromEntries(Object.entries({ used, done, locked, lines }).filter(([, one]) => one !== undefined)) };
    if (done && fresh.parts?.length) this.state = { ...this.state, parts: fresh.parts };
    this.repaint();
  }

  take(blank, stored) {
    Object.assign(blank, { raw: stored?.raw ?? null, seen: [stored?.raw ?? null], theirs: null, ...outcome(stored), taken: true });
    this.waiting.forget(blank.field.key);
  }

  repaint() {
    for (const view of this.views) view();
  }

  close() {
    for (const cleanup of this.cleanups) cleanup();
    clearTimeout(this.timer);
    clearTimeout(this.slow);
    for (const blank of this.blanks.values()) clearTimeout(blank.retry);
    this.flushAll();
  }
}
