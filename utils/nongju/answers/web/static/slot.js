// Where the script of all forms lies in a page, by its KEY: filled by one model, awaited by the others.
export function slot(key) {
  const slots = (globalThis.nongjuSlots ??= new Map());
  if (!slots.has(key)) {
    const one = {};
    one.whole = new Promise((resolve) => (one.fill = resolve));
    one.whole.then(() => (one.filled = true));
    slots.set(key, one);
  }
  return slots.get(key);
}
