// Running the whole sheet leaves JupyterLab at its end: the page comes back to what the learner was reading.
// `nongju lab` lends its commands (window.jupyterapp); once a page is enough, whichever form is drawn first.

const SETTLE_MS = 4000; // longest wait for forms to be drawn again after the last cell ran, on a slow PC

function keepPlace(app) {
  const page = () => document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer");
  let place = null;

  // JupyterLab moves on within the press itself, so where the reader was is noted just before it.
  const note = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    const top = page()?.getBoundingClientRect().top;
    const cells = [...(page()?.querySelectorAll(".jp-Cell") ?? [])];
    const cell = cells.find((one) => one.getBoundingClientRect().bottom > top);
    place = cell ? { cell, offset: cell.getBoundingClientRect().top } : null;
  };
  for (const act of ["pointerdown", "keydown", "click"]) document.addEventListener(act, note, true);

  app.commands.commandExecuted.connect((_, done) => {
    if (done.id !== "notebook:run-all-cells" || !place) return;
    const { cell, offset } = place;
    const back = () => page()?.scrollBy(0, cell.getBoundingClientRect().top - offset);
    const watcher = new ResizeObserver(back);
    const stop = () => watcher.disconnect();
    for (const one of page().querySelectorAll(".jp-Cell")) watcher.observe(one);
    done.result.finally(() => {
      back();
      for (const act of ["wheel", "pointerdown", "keydown"]) page()?.addEventListener(act, stop, { once: true });
      setTimeout(stop, SETTLE_MS);
    });
  });
}

if (window.jupyterapp && !window.nongjuKeepsPlace) {
  window.nongjuKeepsPlace = true;
  keepPlace(window.jupyterapp);
}
