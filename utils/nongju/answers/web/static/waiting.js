// Where a typed value waits in the browser (localStorage) until the kernel has stored it: over a reload, a power
// cut, a server that is gone. Beside the value stands what this page knew to be stored, so that a value that comes
// back does not write over a newer one from elsewhere.

export class Waiting {
  constructor(model, spec) {
    const { week, learner, folder, question } = spec;
    const path = model.widget_manager?.context?.path ?? "";
    this.place = (key) => ["nongju-2", week, learner, folder, path, `${question}.${key}`].join("|");
  }

  keep(key, raw, seen) {
    try {
      localStorage.setItem(this.place(key), JSON.stringify({ raw, seen }));
    } catch {
      // private window or a full disk: the value is still in the field
    }
  }

  forget(key) {
    try {
      localStorage.removeItem(this.place(key));
    } catch {
      // nothing was kept
    }
  }

  // {raw, seen} of a value that was not stored, or null.
  kept(key) {
    try {
      const kept = JSON.parse(localStorage.getItem(this.place(key)));
      return kept && Array.isArray(kept.seen) ? kept : null;
    } catch {
      this.forget(key);
      return null;
    }
  }
}
