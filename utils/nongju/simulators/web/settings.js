// The settings of one simulator: what each control stands at, its history, and the code that names it.

const ALPHABET = "0123456789abcdefghjkmnpqrstuvwxyz";

function steps(control) {
  return control.options
    ? control.options.length - 1
    : Math.round((control.high - control.low) / control.step);
}

export function valueAt(control, index) {
  const i = Math.min(Math.max(index, 0), steps(control));
  if (control.options) return control.options[i][0];
  return Number((control.low + i * control.step).toFixed(control.decimals));
}

export function indexOf(control, value) {
  if (control.options) {
    const found = control.options.findIndex((option) => option[0] === value);
    return found < 0 ? 0 : found;
  }
  const number = Number(value);
  const i = Number.isFinite(number) ? Math.round((number - control.low) / control.step) : 0;
  return Math.min(Math.max(i, 0), steps(control));
}

export class Settings {
  constructor(controls, values) {
    this.controls = controls;
    this.start = controls.map((c) => indexOf(c, c.start));
    this.now = controls.map((c, i) => (c.key in values ? indexOf(c, values[c.key]) : this.start[i]));
    this.past = [];
  }

  values(at = this.now) {
    return Object.fromEntries(this.controls.map((c, i) => [c.key, valueAt(c, at[i])]));
  }

  // One undo step is one finished movement, not each pixel of a drag.
  move(position, index, finished) {
    if (this.held === undefined) this.held = [...this.now];
    this.now[position] = Math.min(Math.max(index, 0), steps(this.controls[position]));
    if (finished) this.keep();
  }

  keep() {
    if (this.held && this.held.join() !== this.now.join()) this.past.push(this.held);
    this.held = undefined;
  }

  jump(to) {
    this.held = [...this.now];
    this.now = [...to];
    this.keep();
  }

  undo() {
    if (this.past.length) this.now = this.past.pop();
  }

  // Two characters a control and one that checks them, so that a code can be read out loud.
  code() {
    const digits = this.now.map((i) => ALPHABET[Math.floor(i / 33)] + ALPHABET[i % 33]).join("");
    return digits + this.check(digits);
  }

  check(digits) {
    let sum = 0;
    for (let i = 0; i < digits.length; i++) sum = (sum * 7 + ALPHABET.indexOf(digits[i]) + i) % 31;
    return ALPHABET[sum];
  }

  fromCode(text) {
    const code = text.normalize("NFKC").trim().toLowerCase().replaceAll("o", "0").replaceAll("i", "1").replaceAll("l", "1");
    const digits = code.slice(0, -1);
    if (digits.length !== 2 * this.controls.length || this.check(digits) !== code.slice(-1)) return null;
    return this.controls.map((c, k) => {
      const i = ALPHABET.indexOf(digits[2 * k]) * 33 + ALPHABET.indexOf(digits[2 * k + 1]);
      return Math.min(Math.max(i, 0), steps(c));
    });
  }
}

export { steps };
