// What the pure parts of the forms need of a browser: a place to keep values, and a widget's model.

export function keepsValues() {
  const values = new Map();
  globalThis.localStorage = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => values.set(key, value),
    removeItem: (key) => values.delete(key),
  };
  return values;
}

// A model with one blank "x"; `status` and `connectionStatus` of its kernel may be set.
export function modelOf({ answers = {}, fields = [{ key: "x", kind: "number" }] } = {}) {
  const signal = () => ({ connect() {}, disconnect() {} });
  const kernel = {
    status: "idle", connectionStatus: "connected", statusChanged: signal(), connectionStatusChanged: signal(),
  };
  const traits = {
    spec: { week: "w", learner: "wang-li", folder: "f", question: "p1", fields },
    state: { answers },
  };
  const heard = {};
  return {
    kernel,
    sent: [],
    widget_manager: { kernel, context: { path: "w/worksheet.ipynb" } },
    get: (name) => traits[name],
    set(name, value) {
      traits[name] = value;
      heard[`change:${name}`]?.();
    },
    on: (name, act) => (heard[name] = act),
    off() {},
    send(message) {
      this.sent.push(message);
    },
    answer: (message) => heard["msg:custom"](message),
  };
}
