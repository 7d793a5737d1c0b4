// Whether the kernel behind a form is idle, busy or gone, by its own status signals: nothing polls.

const DIALOG_MS = 3000; // how long after a restart JupyterLab's own dialog may still come

export class KernelWatch {
  // `changed`: the status is another one; `joined`: the connection is back.
  constructor(kernel, changed, joined) {
    this.kernel = kernel;
    this.restarted = false;
    this.cleanups = [];
    if (!kernel?.statusChanged) return;
    const status = (_, now) => {
      if (["restarting", "autorestarting", "dead", "terminating"].includes(now)) this.restarted = true;
      if (now === "autorestarting") closeRestartDialog();
      changed();
    };
    const connection = () => {
      changed();
      if (kernel.connectionStatus === "connected") joined();
    };
    kernel.statusChanged.connect(status);
    kernel.connectionStatusChanged.connect(connection);
    this.cleanups.push(() => kernel.statusChanged.disconnect(status));
    this.cleanups.push(() => kernel.connectionStatusChanged.disconnect(connection));
  }

  health() {
    const { kernel } = this;
    if (!kernel?.statusChanged) return "idle"; // a page that tells nothing about its kernel
    if (kernel.isDisposed || this.restarted || ["dead", "terminating"].includes(kernel.status)) return "gone";
    if (kernel.connectionStatus !== "connected") return "gone";
    return kernel.status === "idle" ? "idle" : "busy";
  }

  close() {
    for (const cleanup of this.cleanups) cleanup();
  }
}

// JupyterLab 4.6 tells of a kernel that died in a dialog which is English whatever the language (its notebook
// panel is made without a translator). Our red line says it, so the dialog's one button is pressed here.
function closeRestartDialog() {
  const close = () => {
    for (const dialog of document.querySelectorAll(".jp-Dialog")) {
      if (/Kernel Restarting|正在重启内核/.test(dialog.textContent)) dialog.querySelector(".jp-mod-accept")?.click();
    }
  };
  const watcher = new MutationObserver(close);
  watcher.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watcher.disconnect(), DIALOG_MS);
  close();
}
