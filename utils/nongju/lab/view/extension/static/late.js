// Old PCs: what comes late is drawn all the same.
//
// The page joins a kernel in which the sheet has run. ipywidgets waits two seconds for each widget that a cell
// shows; where the page is busy longer than that, the widget comes after the wait has ended, and "model not
// found" would stand in place of the question for good. Such an output is drawn again, now that its widget is
// there. anywidget gives each widget two seconds to start, and a widget that was late hears nothing from the kernel
// any more: every answer would look unsaved. The clock runs while the page is busy with other things.

const MORE_TIME = 20;
const LATE = "model not found";
const LOOK_MS = 700;
const TRIES = 8; // a widget whose kernel is gone never comes: do not draw its error for ever

export function giveMoreTime() {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(ms * MORE_TIME);
}

// Widgets of an output that are not drawn: the widget machinery's words stand there, and no element.
const undrawn = (area) => [...area.node.querySelectorAll(".jp-OutputArea-output.lm-Panel")].filter((node) => node.childElementCount === 0);

// Whether a question of this output is not drawn yet.
export function isPending(area) {
  return undrawn(area).length > 0 || area.node.querySelector(".nj-opening") !== null;
}

const isLate = (area) => undrawn(area).some((node) => node.textContent.endsWith(LATE));

export function areasOf(panel) {
  return panel.content.widgets.map((cell) => cell.outputArea).filter(Boolean);
}

// Looks until the sheet has stood without such an output for a while; starts anew when a kernel is joined.
export function drawLateOnes(panel) {
  const tries = new WeakMap();
  let timer = null;
  let calm = 0;

  const look = () => {
    const areas = areasOf(panel);
    const late = areas.filter((area) => isLate(area) && (tries.get(area) ?? 0) < TRIES);
    for (const area of late) {
      tries.set(area, (tries.get(area) ?? 0) + 1);
      area.model.fromJSON(area.model.toJSON());
    }
    calm = late.length > 0 || areas.length === 0 ? 0 : calm + 1;
    timer = calm < TRIES ? setTimeout(look, LOOK_MS) : null;
  };
  const anew = () => {
    calm = 0;
    timer ??= setTimeout(look, LOOK_MS);
  };
  panel.sessionContext.connectionStatusChanged.connect(anew);
  anew();
}
