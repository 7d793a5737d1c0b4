// JupyterLab tells of its kernels and of its server in dialogs, some of them English whatever the language. The
// page says the same in one sentence of its own, so such a dialog is closed before anybody reads it. A worksheet
// has nothing else to ask either: it is not saved, and nothing of it can be lost.

const SOON_MS = 30;
const KERNEL = /kernel|server connection|内核|服务器连接/i;
// What browsers say of a request that nobody answered; a code notebook is saved again when the server is back.
const AWAY = /Failed to fetch|NetworkError|Load failed/;
const CHINESE = /\p{Script=Han}/u;
const TROUBLE = "这一页出了点问题。点「开始／重新打开本页」，写过的都在。";

function close(dialog) {
  const buttons = [...dialog.querySelectorAll(".jp-Dialog-button")];
  (buttons.find((one) => one.classList.contains("jp-mod-reject")) ?? buttons.at(-1))?.click();
}

export function closeDialogs({ code }, plate) {
  const look = () => {
    for (const dialog of document.querySelectorAll(".jp-Dialog")) {
      const header = dialog.querySelector(".jp-Dialog-header");
      const title = header?.textContent ?? "";
      if (KERNEL.test(title) || AWAY.test(dialog.textContent)) close(dialog);
      else if (!code) {
        plate.say(TROUBLE, "red");
        close(dialog);
      } else if (header && !CHINESE.test(title)) header.textContent = "出了点问题";
    }
  };
  let soon = null; // while a sheet opens, the page changes thousands of times
  const changed = () => {
    soon ??= setTimeout(() => {
      soon = null;
      look();
    }, SOON_MS);
  };
  new MutationObserver(changed).observe(document.body, { childList: true, subtree: true });
  look();
}
