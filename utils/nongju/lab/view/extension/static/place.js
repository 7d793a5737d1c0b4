// A page that is loaded again comes back to where the learner was reading, with the cursor in the same blank.

const KEY = "nongju-place";
const SETTLE_MS = 10000; // longest wait for questions around it to be drawn, on a slow PC

const scroller = (panel) => panel.node.querySelector(".jp-WindowedPanel-outer");

function blankOf(node) {
  const field = node?.closest?.("[data-field]");
  const question = field?.closest("[data-question]");
  if (!question) return null;
  const inputs = [...field.querySelectorAll("input, textarea, select, button")];
  return { question: question.dataset.question, field: field.dataset.field, at: inputs.indexOf(node) };
}

function focus({ question, field, at }) {
  const blank = document.querySelector(`[data-question="${question}"] [data-field="${field}"]`);
  const input = blank?.querySelectorAll("input, textarea, select, button")[at];
  if (!input || input === document.activeElement) return;
  input.focus({ preventScroll: true });
  if (input.matches('input[type="text"], textarea')) input.setSelectionRange(input.value.length, input.value.length);
}

export function keepPlace(panel) {
  const page = scroller(panel);
  const cells = () => [...panel.node.querySelectorAll(".jp-Cell")];

  const note = () => {
    const top = page.getBoundingClientRect().top;
    const at = cells().findIndex((one) => one.getBoundingClientRect().bottom > top);
    const offset = at < 0 ? 0 : cells()[at].getBoundingClientRect().top - top;
    const place = { path: location.pathname, at, offset, blank: blankOf(document.activeElement) };
    try {
      sessionStorage.setItem(KEY, JSON.stringify(place));
    } catch {
      // a private window: the page then begins at its top
    }
  };

  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
  if (kept?.path !== location.pathname) kept = null;
  const target = kept && kept.at >= 0 ? cells()[kept.at] : null;
  addEventListener("pagehide", note);

  const back = () => {
    page.scrollTop += target.getBoundingClientRect().top - page.getBoundingClientRect().top - kept.offset;
  };
  return {
    // How many cells must be drawn before the page may be shown.
    until: target ? kept.at + 1 : 1,
    // Goes back, and stays there while questions above are still being drawn.
    restore() {
      if (!target) return;
      const settle = () => {
        back();
        if (kept.blank) focus(kept.blank); // its own question may be drawn later than the first on the page
      };
      settle();
      const watcher = new ResizeObserver(settle);
      for (const one of cells()) watcher.observe(one);
      const stop = () => watcher.disconnect();
      for (const act of ["wheel", "pointerdown", "keydown", "touchstart"]) addEventListener(act, stop, { once: true, capture: true });
      setTimeout(stop, SETTLE_MS);
    },
  };
}
