// Small builders for the page's parts.

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

export function button(text, onclick, attributes = {}) {
  return make("button", { type: "button", class: "nj-button", onclick, ...attributes }, text);
}

// Letters stand out from the lines that they cross; the style sheet says the same.
const HALO = "paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round;";

export function fresh(word) {
  return `nj-${word}-${Math.random().toString(36).slice(2)}`;
}

// Only what changed: a text set again is laid out again, and read out again by a screen reader.
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function starred(count) {
  return "★".repeat(count) + "☆".repeat(3 - count);
}

export function offer(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// Rows as a table that a spreadsheet opens: UTF-8 with a mark, and no cell that it could run.
export function csv(rows) {
  const cell = (value) => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => row.map(cell).join(","));
  return new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" });
}

// The figure as a picture with some lines above it, drawn by the browser in its own fonts.
export async function png(svg, width, height, lines) {
  const head = 16 + lines.length * 28;
  const copy = svg.cloneNode(true);
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = `text { font-family: ${getComputedStyle(svg).fontFamily}; ${HALO} }`;
  copy.prepend(style);
  // a canvas inside the figure comes as an empty copy: its pixels go along as a picture
  const painted = svg.querySelectorAll("foreignObject");
  copy.querySelectorAll("foreignObject").forEach((place, i) => {
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "image");
    for (const name of ["x", "y", "width", "height"]) if (place.hasAttribute(name)) picture.setAttribute(name, place.getAttribute(name));
    picture.setAttribute("href", painted[i].querySelector("canvas").toDataURL());
    place.replaceWith(picture);
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const source = new XMLSerializer().serializeToString(copy);
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(source);
  await image.decode();
  const canvas = make("canvas", { width: width * 2, height: (head + height) * 2 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, head * 2, width * 2, height * 2);
  pen.fillStyle = "#1a1a1a";
  pen.font = `bold 40px ${getComputedStyle(svg).fontFamily}`;
  lines.forEach((line, i) => pen.fillText(line, 16, (i + 1) * 56));
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
