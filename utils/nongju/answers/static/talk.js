// What the form knows and how it is saved: one `Talk` for each widget model, shared by its views.
//
// A typed value stays in the browser (localStorage) until the kernel acknowledges it. Nothing polls: the talk
// looks at the kernel's own status signals and at one timer that runs only while a value waits.

const ACK_MS = 3000; // an idle kernel answers in milliseconds; this long means that something is wrong
const QUIET_MS = 500; // how long a value may be on its way before anything is said about it
const TYPING_MS = 450; // pause after a key before a value is sent, shorter than a breath between two digits

const WORDS = {
  waiting: "正在处理……",
  lost: "还没存上。别关这一页，叫老师来看。",
  again: "再存一次",
  restarted: "这一页和电脑断开过。点最上面的「开始／重新打开本页」，写的字会自己回来。",
  cutOff: "这一页和电脑断开了。先别写，叫老师来看。",
  saved: "已保存",
  read: "我读到：",
  still: "先前存的还在：",
  keptAsTyped: "写的字留着，还没算数。",
  before: "先前读到的：",
  others: "写的都留着，没读懂的格还没算数。",
};

// What was read of a stored value, said back; a choice, a text or where sliders stand needs no reading.
function heard(blank) {
  return blank.echo && blank.field.saidBack ? WORDS.read + blank.echo : "";
}

class Talk {
  constructor(model) {
    this.model = model;
    this.spec = model.get("spec");
    this.state = model.get("state");
    this.views = new Set();
    this.seq = 0;
    this.blanks = new Map();
    this.action = null; // a check or a lock on its way
    this.alarm = ""; // "", "waiting", "lost" or "restarted"
    this.timer = null;
    this.slow = null;
    this.cleanups = [];
    for (const field of this.spec.fields) {
      const stored = this.state.answers[field.key];
      this.blanks.set(field.key, { field, raw: stored ? stored.raw : null, ...outcome(stored), pending: 0, timer: null });
    }
    model.on("msg:custom", (message) => this.receive(message));
    this.watchKernel();
    this.bringBack();
  }

  // ---- where a value waits in the browser ----

  place(key) {
    const { week, learner, folder, question } = this.spec;
    const path = this.manager?.context?.path ?? "";
    return ["nongju-1", week, learner, folder, path, `${question}.${key}`].join("|");
  }

  keepHere(key, raw) {
    const base = this.state.answers[key]?.stamp ?? "";
    try {
      localStorage.setItem(this.place(key), JSON.stringify({ raw, base, at: Date.now() }));
    } catch {
      // private window or a full disk: the value is still in the field
    }
  }

  forgetHere(key) {
    try {
      localStorage.removeItem(this.place(key));
    } catch {
      // nothing was kept
    }
  }

  bringBack() {
    for (const [key, blank] of this.blanks) {
      let kept = null;
      try {
        kept = JSON.parse(localStorage.getItem(this.place(key)));
      } catch {
        this.forgetHere(key);
      }
      if (kept === null || typeof kept !== "object") continue;
      const stamp = this.state.answers[key]?.stamp ?? "";
      if (kept.base === stamp || kept.at > Date.parse(stamp)) {
        blank.raw = kept.raw;
        this.send(key);
      } else {
        this.forgetHere(key); // something newer was stored from elsewhere
      }
    }
  }

  // ---- the kernel ----

  watchKernel() {
    this.manager = this.model.widget_manager;
    this.kernel = this.manager?.kernel ?? null;
    if (!this.kernel?.statusChanged) return;
    const changed = (_, status) => {
      if (["restarting", "autorestarting", "dead", "terminating"].includes(status)) this.restarted = true;
      if (status === "autorestarting") closeRestartDialog();
      this.look();
    };
    const cut = () => {
      this.look();
      if (this.kernel?.connectionStatus !== "connected") return;
      // what was on its way is lost: ask the kernel where to go on
      for (const blank of this.blanks.values()) if (blank.upload?.file) blank.upload.begin();
    };
    this.kernel.statusChanged.connect(changed);
    this.kernel.connectionStatusChanged.connect(cut);
    this.cleanups.push(() => this.kernel.statusChanged.disconnect(changed));
    this.cleanups.push(() => this.kernel.connectionStatusChanged.disconnect(cut));
  }

  health() {
    const { kernel } = this;
    if (!kernel?.statusChanged) return "idle"; // a page that tells nothing about its kernel
    if (kernel.isDisposed || this.restarted || ["dead", "terminating"].includes(kernel.status)) return "gone";
    if (kernel.connectionStatus !== "connected") return "gone";
    return kernel.status === "idle" ? "idle" : "busy";
  }

  waits() {
    return this.action !== null || [...this.blanks.values()].some((blank) => blank.pending);
  }

  // Decide what to show, and let the timer run only while an idle kernel owes an answer.
  look() {
    const health = this.health();
    clearTimeout(this.timer);
    this.timer = null;
    if (health === "gone") {
      this.setAlarm(this.restarted ? "restarted" : "lost");
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
    if (JSON.stringify(blank.raw) === JSON.stringify(raw) && !blank.timer) return;
    blank.raw = raw;
    this.keepHere(key, raw);
    if (this.state.parts && !this.state.done) {
      // what was said of the earlier answer no longer holds
      this.state = { ...this.state, parts: this.state.parts.filter((part) => part.field !== key), problem: "" };
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
    blank.timer = null;
    blank.pending = this.post({ type: "save", field: key, raw: blank.raw });
    this.look();
    this.repaint();
  }

  flushAll() {
    for (const key of this.blanks.keys()) this.flush(key);
  }

  act(type) {
    this.flushAll();
    this.action = { type, seq: this.post({ type }) };
    this.look();
  }

  again() {
    if (this.restarted) {
      // nongju lab may lend its commands; without them the sentence says which button to press
      window.jupyterapp?.commands.execute("notebook:run-all-cells");
      return;
    }
    this.alarm = "";
    for (const [key, blank] of this.blanks) if (blank.pending) this.send(key);
    if (this.action) this.act(this.action.type);
    this.repaint();
  }

  // Send one refused or lost value again.
  retry(blank) {
    blank.refused = false;
    if (this.restarted) this.again();
    else this.send(blank.field.key);
  }

  canRetry() {
    return !this.restarted || Boolean(window.jupyterapp);
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
    if (message.stamp !== undefined) {
      this.state = { ...this.state, answers: { ...this.state.answers, [message.field]: message } };
    }
    for (const name of ["lines", "locked"]) if (name in message) this.state = { ...this.state, [name]: message[name] };
    if (message.seq !== blank.pending) return; // an answer to an earlier value
    blank.pending = 0;
    Object.assign(blank, outcome(message));
    if (!blank.timer) this.forgetHere(message.field);
  }

  refused(message) {
    for (const blank of this.blanks.values()) {
      if (blank.pending === message.seq) Object.assign(blank, { pending: 0, problem: message.problem, refused: true });
    }
    if (this.action?.seq === message.seq) this.action = null;
  }

  acted(message) {
    if (this.action?.seq === message.seq) this.action = null;
    this.state = { ...this.state, ...message };
  }

  repaint() {
    for (const view of this.views) view();
  }

  close() {
    for (const cleanup of this.cleanups) cleanup();
    clearTimeout(this.timer);
    clearTimeout(this.slow);
    this.flushAll();
  }
}

function outcome(message) {
  return {
    echo: message?.echo ?? "",
    problem: message?.problem ?? "",
    clock: message?.clock ?? "",
    keptEcho: message?.keptEcho ?? "",
    blank: message?.blank ?? false,
    cells: message?.cells ?? [],
    kept: message?.kept ?? "",
    refused: false,
  };
}

// JupyterLab 4.6 tells of a kernel that died in a dialog which is English whatever the language (its notebook
// panel is made without a translator). Our red line says it, so the dialog's one button is pressed here.
function closeRestartDialog() {
  const close = () => {
    for (const dialog of document.querySelectorAll(".jp-Dialog")) {
      if (/Kernel Restarting|正在重启内核/.test(dialog.textContent)) dialog.querySelector(".jp-mod-accept")?.click();
    }
  };
  const watcher = new MutationObserver(close);
  watcher.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watcher.disconnect(), ACK_MS);
  close();
}
