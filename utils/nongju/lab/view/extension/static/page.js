// What `nongju lab` adds to JupyterLab's page: one notebook in it, whose page it is, and that it stays alive.

import { cover } from "./cover.js";
import { closeDialogs } from "./dialogs.js";
import { keepCode } from "./keepcode.js";
import { drawLateOnes, giveMoreTime } from "./late.js";
import { live } from "./live.js";
import { nameInChinese } from "./names.js";
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

const RESTARTED = "运行代码的那一头重新启动了。从最上面一格起，再一格一格运行。写的代码都在。";

// A kernel of the learner's own code starts again by itself, with nothing in it.
function tellRestarts(panel, plate) {
  panel.sessionContext.statusChanged.connect((_, status) => {
    if (status === "autorestarting") plate.say(RESTARTED, "red");
  });
}

const page = {
  id: "nongju-lab:page",
  autoStart: true,
  activate(app) {
    const sheet = sheetOf();
    const plate = nameplate(sheet);
    document.body.classList.toggle("nongju-code", sheet.code);
    closeDialogs(sheet, plate);
    const line = live(sheet, plate);
    const reopen = () => (sheet.code ? app.commands.execute("notebook:run-all-cells") : line.again());
    window.nongjuLab = { plate, reopen };
    app.commands.addCommand("nongju:open", { execute: reopen });
    whenOpen(app, (panel) => {
      // another evening of the same learner is open now: this page has no part in it
      if (panel.context.path === sheet.path) line.shows(panel, sheet.code ? keepCode(app, panel) : null);
      else line.leave();
      if (sheet.code) tellRestarts(panel, plate);
      nameInChinese(panel, sheet);
      drawLateOnes(panel);
      const place = keepPlace(panel);
      cover(panel, place);
    });
  },
};

export default [page];
