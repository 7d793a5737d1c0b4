// The film panel: one button makes the film of the table above it, with a progress line and a preview.
// `nongju.answers.film.panel` says what the messages mean.

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

// Where the server serves the learner's folder; "" on a page that has no such server.
function servedFolder(model) {
  try {
    const { baseUrl } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
    const path = (model.widget_manager?.context?.path ?? "").replace(/^[A-Za-z]+:/, "").split("/").slice(0, -1);
    return `${baseUrl.replace(/\/$/, "")}/${["files", ...path.map(encodeURIComponent)].join("/")}/`;
  } catch {
    return "";
  }
}

export default {
  render({ model, el }) {
    let seq = 0;
    const say = (what) => model.send({ type: "film", do: what, seq: (seq += 1) });
    const start = make("button", { type: "button", onclick: () => say("make") }, "做成片");
    const stop = make("button", { type: "button", class: "nj-quiet", onclick: () => say("stop") }, "停");
    const give = make("button", { type: "button", onclick: () => say("hand_in") }, "交这一条");
    const bar = make("progress", { max: "1", "aria-label": "做到哪里了" });
    const words = make("p", { class: "nj-say", role: "status", "aria-live": "polite" });
    const more = make("div");
    const place = make("div");
    const root = make("section", { class: "nj-form nj-film", "aria-label": "剪片台", "data-lm-suppress-shortcuts": "true" },
      make("p", { class: "nj-title" }, "剪片台"), make("div", { class: "nj-row" }, start, stop, bar), words, more, place);
    el.replaceChildren(root);

    const paint = (state) => {
      start.disabled = give.disabled = state.busy;
      stop.hidden = bar.hidden = !state.busy;
      if (typeof state.share === "number") bar.value = state.share;
      else bar.removeAttribute("value");
      const sign = state.trouble ? "▶ " : state.busy ? "" : state.words ? "✓ " : "";
      const percent = state.busy && typeof state.share === "number" ? ` ${Math.round(100 * state.share)}%` : "";
      words.textContent = `${sign}${state.words}${percent}`;
      words.className = `nj-say ${state.trouble ? "nj-warn" : "nj-good"}`;
      more.replaceChildren(...(state.more ?? []).map((line) => make("p", {}, line)));
      if (state.src === undefined) return;
      place.replaceChildren();
      if (!state.src) return;
      const address = `${servedFolder(model)}${state.src.split("/").map(encodeURIComponent).join("/")}?${state.stamp}`;
      place.append(
        make("video", { controls: true, playsinline: true, preload: "metadata", height: 420, src: address, "aria-label": "成片" }),
        make("div", { class: "nj-row" }, give));
    };
    model.on("msg:custom", paint);
    paint({ words: "", busy: false, ...model.get("made") });
    return () => model.off("msg:custom", paint);
  },
};
