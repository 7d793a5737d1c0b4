// An extension of JupyterLab for old PCs, written as the container that its loader asks for: no build step.
//
// The page joins a kernel in which the sheet has run. ipywidgets waits two seconds for each widget that a cell
// shows; where the page is busy longer than that (an old PC), the widget comes after the wait has ended, and
// "Error displaying widget: model not found" would stand in place of the question for good. Such an output is
// drawn again, now that its widget is there.

//
// anywidget gives each widget two seconds to start, and a widget that was late hears nothing from the kernel any
// more: every answer would look unsaved. The clock runs while the page is busy with other things, so it gets more.

const MORE_TIME = 20;
const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => timeout(ms * MORE_TIME);

const LATE = "model not found";
const LOOK_MS = 700;
const TRIES = 8; // a widget whose kernel is gone never comes: do not draw its error for ever

function isLate(area) {
  return [...area.node.querySelectorAll(".jupyter-widgets")].some((node) => node.textContent.endsWith(LATE));
}

// Looks until the sheet has stood without such an output for a while; starts anew when a kernel is joined.
function drawLateOnes(app) {
  const tries = new WeakMap();
  let timer = null;
  let calm = 0;

  const look = () => {
    const areas = (app.shell.currentWidget?.content?.widgets ?? []).map((cell) => cell.outputArea);
    const late = areas.filter((area) => area && isLate(area) && (tries.get(area) ?? 0) < TRIES);
    for (const area of late) {
      tries.set(area, (tries.get(area) ?? 0) + 1);
      area.model.fromJSON(area.model.toJSON());
    }
    calm = late.length > 0 || areas.length === 0 ? 0 : calm + 1;
    timer = calm < TRIES ? setTimeout(look, LOOK_MS) : null;
  };
  return () => {
    calm = 0;
    timer ??= setTimeout(look, LOOK_MS);
  };
}

const plugin = {
  id: "nongju-lab:late-widgets",
  autoStart: true,
  activate(app) {
    const look = drawLateOnes(app);
    const seen = new WeakSet();
    const watch = () => {
      const session = app.shell.currentWidget?.sessionContext;
      if (session && !seen.has(session)) {
        seen.add(session);
        session.connectionStatusChanged.connect(look);
      }
      look();
    };
    app.shell.currentChanged?.connect(watch);
    app.restored.then(watch);
  },
};

(window._JUPYTERLAB ??= {})["nongju-lab"] = {
  init: () => undefined,
  get: async () => () => ({ __esModule: true, default: plugin }),
};
