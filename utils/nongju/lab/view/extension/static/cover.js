// 正在打开 stands over the page (custom.css) until what the learner will see first is drawn: no code, no half
// drawn question.

import { isPending } from "./late.js";

const LOOK_MS = 200; // each look makes the browser lay the page out
const LONGEST_MS = 45_000; // then the page is shown as it is: reading is better than waiting

export function cover(panel, place) {
  const end = performance.now() + LONGEST_MS;
  const page = panel.node.querySelector(".jp-WindowedPanel-outer");

  // Cells down to the end of the first screen, counted from where the page will stand.
  const awaited = () => {
    const cells = panel.content.widgets;
    const first = Math.min(place.until, cells.length) - 1;
    const bottom = (cells[first]?.node.getBoundingClientRect().top ?? 0) + page.clientHeight;
    return cells.filter((cell, at) => at <= first || cell.node.getBoundingClientRect().top < bottom);
  };
  const look = () => {
    const waits = awaited().some((cell) => cell.outputArea && isPending(cell.outputArea));
    if (waits && performance.now() < end) return setTimeout(look, LOOK_MS);
    place.restore();
    document.body.classList.add("nongju-ready");
    return undefined;
  };
  requestAnimationFrame(look);
}
