// Keeps the page alive. The server tells over one websocket which run of the sheet is the one to show
// (nongju/lab/live.py); a page that shows another one loads itself again: what was typed waits in the browser.
//
// Where the server is gone the page says so in one sentence, looks for it with a growing pause, and goes on by
// itself when it is back. Where it answers but does not know this page any more, another learner sits here now.
// A notebook of the learner's own code is saved before it is loaded again.

const PAUSES_MS = [500, 1000, 2000, 4000, 8000];
const RESAVE_MS = 8000; // before code that could not be saved is saved again
const JOIN_MS = 6000; // how long JupyterLab may take to reach the kernel again by itself

const WORDS = {
  again: "正在重新打开这一页，写过的都在……",
  gone: "这一页和练习纸断开了，先别写。把练习纸再打开一次，这一页会自己接上，写过的都在。",
  moved: "练习纸在新的一页里打开了。请用浏览器里最后打开的那一页，这一页可以关掉。",
};

export function live(sheet, plate) {
  let socket = null;
  let state = { run: "", busy: true, problem: "" };
  let mine = null; // the run that this page shows
  let lost = false; // whether the server was gone since this page was loaded
  let left = false; // whether this page is none of the server's any more
  let tries = 0;
  let panel = null;
  let keep = null; // saves the learner's own code
  let leaving = false; // whether this page is being saved and loaded again

  const reload = async () => {
    if (leaving) return;
    leaving = true;
    try {
      if (keep !== null) await keep();
      location.reload();
    } catch {
      leaving = false; // not stored yet, or the learner wants to look first: what was typed stays on the page
      setTimeout(decide, RESAVE_MS);
    }
  };

  const joined = () => panel?.sessionContext?.session?.kernel?.connectionStatus === "connected";

  const decide = () => {
    if (left) plate.say(WORDS.moved, "red");
    else if (state.busy) plate.say(mine === null ? "" : WORDS.again);
    else if (mine !== null && state.run !== mine) reload();
    else if (state.problem) plate.say(state.problem, "red");
    else {
      plate.say("");
      if (lost) setTimeout(() => (joined() ? (lost = false) : reload()), JOIN_MS);
    }
  };

  const later = () => {
    const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)];
    tries += 1;
    setTimeout(connect, pause);
  };

  // A websocket that was refused does not say why.
  const refused = async () => {
    try {
      const answer = await fetch(`${sheet.base}api/me`, { cache: "no-store" });
      if (answer.status === 403 || answer.redirected) return plate.say(WORDS.moved, "red");
    } catch {
      plate.say(WORDS.gone, "red");
    }
    return later();
  };

  function connect() {
    const address = new URL(`${sheet.base}nongju/live`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    socket = new WebSocket(address);
    let opened = false;
    socket.addEventListener("open", () => {
      opened = true;
      tries = 0;
    });
    socket.addEventListener("message", ({ data }) => {
      state = JSON.parse(data);
      if (sheet.code) mine ??= state.run; // an ordinary file, which no run makes
      decide();
    });
    socket.addEventListener("close", () => {
      lost = true;
      if (!opened) return refused();
      plate.say(WORDS.gone, "red");
      return later();
    });
  }

  connect();
  return {
    // `save` is how to keep what nobody else keeps: the learner's own code.
    shows(shown, save) {
      [panel, keep] = [shown, save];
      if (!sheet.code) mine = panel.content.model.getMetadata("nongju")?.run ?? "";
      decide();
    },
    leave() {
      left = true;
      decide();
    },
    // The big button of a worksheet: the server runs it in a new kernel, then the page loads itself again.
    again() {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ do: "again" }));
      else location.reload();
    },
  };
}
