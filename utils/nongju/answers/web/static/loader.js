// All that a form carries itself. A sheet has some sixty of them and anywidget gives each two seconds to start:
// with the whole script in each, an old PC did not make it, and the question stayed away.

import { slot } from "./slot.js";

/* global KEY */
const PATIENCE_MS = 5000; // by then the script has come, or the page never heard of it: ask for it
const OPENING = "正在打开这道题……";

async function take(message) {
  if (message.type !== "script" || slot(KEY).filled) return;
  const address = URL.createObjectURL(new Blob([message.script], { type: "text/javascript" }));
  await import(address);
  URL.revokeObjectURL(address);
}

export default () => {
  let form = null;
  return {
    initialize({ model }) {
      model.on("msg:custom", take);
      const late = setTimeout(() => slot(KEY).filled || model.send({ type: "script" }), PATIENCE_MS);
      let closed = false;
      form = slot(KEY).whole.then((formOf) => (closed ? null : formOf(model)));
      return () => {
        closed = true;
        clearTimeout(late);
        form.then((made) => made?.close());
      };
    },
    async render({ el }) {
      if (!slot(KEY).filled) {
        el.textContent = OPENING;
        el.classList.add("nj-opening");
      }
      const made = await form;
      el.replaceChildren();
      el.classList.remove("nj-opening");
      return made?.render(el);
    },
  };
};
