// Numbers as people write them, the same as nongju.digits in Python: no trailing zeros, no dust, halves away from 0.

const MOST_DECIMALS = 9;
const SIGNIFICANT = 12; // what comes after is the dust of binary fractions: 0.1 + 0.2 is 0.30000000000000004

export function plain(number, decimals = MOST_DECIMALS) {
  if (Number.isInteger(number)) return BigInt(number).toString();
  // whole numbers throughout: they round the decimal number, and not the binary one beside it
  const [mantissa, exponent] = Math.abs(number).toExponential(SIGNIFICANT - 1).split("e");
  const digits = BigInt(mantissa.replace(".", ""));
  const spare = SIGNIFICANT - 1 - Number(exponent) - decimals;
  const rounded = spare > 0
    ? (digits + 5n * 10n ** BigInt(spare - 1)) / 10n ** BigInt(spare)
    : digits * 10n ** BigInt(-spare);
  const text = rounded.toString().padStart(decimals + 1, "0");
  const behind = decimals ? text.slice(-decimals).replace(/0+$/, "") : "";
  const written = text.slice(0, text.length - decimals) + (behind && `.${behind}`);
  return number < 0 && rounded ? `-${written}` : written;
}
