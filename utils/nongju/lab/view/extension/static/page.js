// What `nongju lab` adds to JupyterLab's page: one notebook in it, whose page it is, and that it stays alive.

import { cover } from "./cover.js";
import { closeDialogs } from "./dialogs.js";
import { drawLateOnes, giveMoreTime } from "./late.js";
import { live } from "./live.js";
import { nameplate } from "./nameplate.js";
import { keepPlace } from "./place.js";

giveMoreTime();

// The sheet as the server describes it (`_write_settings` in nongju/lab/server.py).
function sheetOf() {
  const config = JSON.parse(document.getElementById("jupyter-config-data").textContent);
  return { ...JSON.parse(config.nongju), base: config.baseUrl };
}

// Calls back with the notebook's panel once its content is there.
function whenOpen(app, call) {
  const seen = new WeakSet();
  const look = () => {
    const panel = app.shell.currentWidget;
    if (!panel?.context || seen.has(panel)) return;
    seen.add(panel);
    panel.context.ready.then(() => call(panel));
  };
  app.shell.currentChanged?.connect(look);
  app.restored.then(look);
}

const page = {
  id: "nongju-lab:page",
  autoStart: true,
  activate(app) {
    const sheet = sheetOf();
    const plate = nameplate(sheet);
    closeDialogs(sheet, plate);
    const line = sheet.code ? null : live(sheet, plate);
    window.nongjuLab = { plate, reopen: () => line?.again() };
    app.commands.addCommand("nongju:open", { execute: () => (line ? line.again() : app.commands.execute("notebook:run-all-cells")) });
    whenOpen(app, (panel) => {
      line?.shows(panel);
      drawLateOnes(panel);
      const place = keepPlace(panel);
      cover(panel, place);
    });
  },
};

export default [page];
