// Choosing a clip or a photo: from the newest files that the kernel finds, or any file by the browser.
// `nongju.answers.uploads.controller` says what the messages mean. A file of the browser goes over in pieces, each
// asked for by the kernel, which knows how much is there; after a break it asks for the next one again.

import { DRAW, fresh, make } from "../web/static/blanks.js";
import { outcome } from "../web/static/words.js";

const PIECE = 512 * 1024; // bytes of one message; Jupyter's websocket takes up to 10 MB, others answer in between
const UPLOAD = {
  clip: { find: "找新拍的视频", own: "自己选一个文件", accept: "video/*,.mp4,.mov,.mkv,.webm", play: "▶ 放一遍" },
  photo: { find: "找新拍的照片", own: "自己选一张照片", accept: "image/jpeg,image/png,image/webp", play: "看大图" },
};

// Where the server serves the learner's folder; "" on a page that has no such server.
function servedFolder(talk) {
  try {
    const { baseUrl } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
    const path = (talk.manager?.context?.path ?? "").replace(/^[A-Za-z]+:/, "").split("/").slice(0, -1);
    return `${baseUrl.replace(/\/$/, "")}/${["files", ...path.map(encodeURIComponent)].join("/")}/`;
  } catch {
    return "";
  }
}

class Upload {
  constructor(talk, blank) {
    Object.assign(this, { talk, blank, key: blank.field.key, panel: {}, file: null, flying: null });
    this.stored = this.talk.state.answers[this.key] ?? null;
  }

  say(message, buffers) {
    this.talk.post({ type: "upload", field: this.key, ...message }, buffers);
    this.talk.look();
  }

  send(file) {
    if (this.panel.phase) return; // one file at a time
    this.file = file;
    this.flying = null;
    this.panel = { ...this.panel, phase: "send", words: "", share: 0 };
    this.blank.problem = "";
    this.begin();
    this.talk.repaint();
  }

  begin() {
    const { name, size, lastModified } = this.file;
    this.flying = null;
    this.say({ do: "begin", name, size, modified: lastModified });
  }

  async piece(at) {
    if (this.file === null || this.flying === at) return;
    this.flying = at;
    try {
      const bytes = await this.file.slice(at, at + PIECE).arrayBuffer();
      if (this.file !== null) this.say({ do: "piece", at }, [bytes]);
    } catch {
      this.file = null; // the stick was pulled out
      this.panel = { ...this.panel, phase: "" };
      this.blank.problem = "文件读不出来。插好了再选一次，会接着传。";
      this.talk.repaint();
    }
  }

  stop() {
    this.file = null;
    this.say({ do: "stop" });
  }

  // Another tab, or another lab on the same folder, stored a file.
  follow(stored) {
    if (this.panel.phase) return;
    this.stored = stored ?? null;
    Object.assign(this.blank, outcome(stored));
  }

  receive(message) {
    const { thumb, files, early, ...changed } = message.panel;
    this.panel = { ...this.panel, ...changed };
    if (files !== undefined) this.panel = { ...this.panel, files, thumbs: {} };
    if (early !== undefined) this.panel = { ...this.panel, early };
    if (thumb !== undefined) this.panel = { ...this.panel, thumbs: { ...this.panel.thumbs, [thumb.id]: thumb.jpeg } };
    if (changed.phase === "send" && typeof changed.at === "number") this.piece(changed.at);
    else if (changed.phase !== undefined && changed.phase !== "send") this.file = null;
    if ("small" in changed && this.stored) this.stored = { ...this.stored, small: changed.small };
    if ("raw" in message) {
      this.stored = message;
      this.panel = { ...this.panel, early: null };
      this.talk.state = { ...this.talk.state, answers: { ...this.talk.state.answers, [this.key]: message } };
      for (const name of ["lines", "locked"]) if (name in message) this.talk.state = { ...this.talk.state, [name]: message[name] };
      if (this.talk.state.parts && !this.talk.state.done) {
        this.talk.state = { ...this.talk.state, parts: this.talk.state.parts.filter((part) => part.field !== this.key) };
      }
    }
    if ("stamp" in message) Object.assign(this.blank, outcome(message));
  }
}

function uploadOf(talk, blank) {
  blank.upload ??= new Upload(talk, blank);
  return blank.upload;
}

const sentences = (look) => [
  look.facts.join("、"),
  look.good.length ? `好的地方：${look.good.join("")}` : "",
  ...look.advice.map((one) => `可以改：${one}`),
  ...look.unsure.map((one) => `老师看看：${one}`),
  ...look.sentences,
].filter(Boolean);

function drawLook(look, name) {
  const still = look.poster ? make("img", { class: "nj-still", alt: `${name}的画面`, src: `data:image/jpeg;base64,${look.poster}` }) : null;
  return make("div", { class: "nj-look" }, still, make("div", {}, ...sentences(look).map((line) => make("p", {}, line))));
}

// The stored file: its still, what was seen, and the file itself once somebody wants to see it.
function drawStored(talk, upload, kind) {
  const { stored } = upload;
  const card = make("div", { class: "nj-card" }, make("p", { class: "nj-name" }, stored.echo));
  if (stored.look) card.append(drawLook(stored.look, stored.echo));
  const folder = servedFolder(talk);
  if (folder === "" || !stored.src) return card;
  const src = folder + (stored.small || stored.src);
  const whole = () => {
    if (kind === "photo") return make("img", { class: "nj-whole", alt: stored.echo, src });
    const video = make("video", { class: "nj-whole", controls: true, autoplay: true, playsinline: true, src });
    // This browser may lack the codec (HEVC): the kernel makes a copy that it has. Where it has the sound's codec
    // there is no error: it plays the sound alone.
    let asked = false;
    const copy = () => {
      if (asked || stored.small) return;
      asked = upload.wanted = true;
      video.pause();
      upload.say({ do: "small" });
    };
    video.addEventListener("error", copy);
    video.addEventListener("loadedmetadata", () => { if (!video.videoWidth) copy(); });
    return video;
  };
  if (upload.wanted && stored.small) {
    upload.wanted = false;
    card.append(whole());
    return card;
  }
  const play = make("button", { type: "button", class: "nj-quiet" }, UPLOAD[kind].play);
  play.addEventListener("click", () => play.replaceWith(whole()));
  card.append(play);
  return card;
}

function drawFiles(upload, kind) {
  const { files, thumbs } = upload.panel;
  const list = make("ul", { class: "nj-files", "aria-label": UPLOAD[kind].find });
  for (const file of files) {
    const picture = thumbs[file.id] ? make("img", { alt: "", src: `data:image/jpeg;base64,${thumbs[file.id]}` }) : make("span", { class: "nj-nothumb", "aria-hidden": "true" }, "▭");
    const words = make("span", {}, make("strong", {}, file.name), make("span", {}, [file.place, file.when, file.size].filter(Boolean).join(" · ")));
    const choose = () => {
      upload.panel = { ...upload.panel, phase: "copy", words: "", share: 0 };
      upload.blank.problem = "";
      upload.say({ do: "choose", id: file.id });
      upload.talk.repaint();
    };
    list.append(make("li", {}, make("button", { type: "button", class: "nj-quiet", onclick: choose }, picture, words)));
  }
  return list;
}

function progressWords(panel) {
  if (panel.phase === "copy") return `正在拷，${Math.floor(100 * (panel.share ?? 0))}%。U 盘慢，要等一会儿。`;
  if (panel.phase === "send") return `正在传，${Math.floor(100 * (panel.share ?? 0))}%。`;
  return panel.words ?? "";
}

function drawUpload(talk, blank, say) {
  const { key, label, kind, seconds } = blank.field;
  const upload = uploadOf(talk, blank);
  const words = UPLOAD[kind];
  const input = make("input", { type: "file", accept: words.accept, id: fresh(key), class: "nj-hidden", tabindex: "-1", "aria-describedby": say });
  input.addEventListener("change", () => {
    if (input.files.length) upload.send(input.files[0]);
    input.value = "";
  });
  const find = make("button", { type: "button", onclick: () => upload.say({ do: "list" }) }, words.find);
  const own = make("button", { type: "button", class: "nj-quiet", onclick: () => input.click() }, words.own);
  const stored = make("div");
  const files = make("div");
  const early = make("div");
  const bar = make("progress", { max: "1", "aria-label": "做到哪里了" });
  const told = make("span", { role: "status", "aria-live": "polite" });
  const stop = make("button", { type: "button", class: "nj-quiet", onclick: () => upload.stop() }, "停");
  const progress = make("div", { class: "nj-row nj-progress" }, bar, told, stop);
  const limit = seconds ? `最多 ${seconds} 秒、100 MB。也可以把文件拖到这里。` : "最大 100 MB。也可以把文件拖到这里。";
  const node = make("fieldset", { class: "nj-group nj-drop" },
    make("legend", { class: "nj-label" }, label),
    stored,
    make("div", { class: "nj-row" }, find, own, make("label", { for: input.id, class: "nj-hidden" }, words.own), input),
    make("p", { class: "nj-aside" }, limit),
    files, early, progress);
  const over = (event) => {
    if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.toggle("nj-over", event.type !== "drop");
    if (event.type === "drop" && event.dataTransfer.files.length && !input.disabled) upload.send(event.dataTransfer.files[0]);
  };
  for (const name of ["dragenter", "dragover", "drop"]) node.addEventListener(name, over);
  node.addEventListener("dragleave", () => node.classList.remove("nj-over"));
  const redraw = (place, value, draw) => {
    if (place.nongju === value) return; // what is being played or has the focus stays
    place.nongju = value;
    place.replaceChildren(...(value ? [draw()] : []));
  };
  const paint = () => {
    const { panel } = upload;
    const busy = Boolean(panel.phase);
    const fixed = Boolean(talk.state.locked || talk.state.done);
    redraw(stored, upload.stored, () => drawStored(talk, upload, kind));
    redraw(early, panel.phase === "look" ? panel.early : null, () => drawLook(panel.early, label));
    if (files.nongjuThumbs !== panel.thumbs || files.nongjuFiles !== panel.files) {
      // thumbnails come one by one: keep the focus where it is
      const at = [...files.querySelectorAll("button")].indexOf(document.activeElement);
      files.replaceChildren(...(panel.files?.length ? [drawFiles(upload, kind)] : []));
      Object.assign(files, { nongjuThumbs: panel.thumbs, nongjuFiles: panel.files });
      if (at >= 0) files.querySelectorAll("button")[at]?.focus();
    }
    files.hidden = busy || fixed;
    const line = progressWords(panel);
    progress.hidden = !busy && line === "";
    bar.hidden = stop.hidden = !busy;
    if (typeof panel.share === "number" && panel.phase !== "list") bar.value = panel.share;
    else bar.removeAttribute("value");
    if (told.textContent !== line) told.textContent = line;
    find.disabled = own.disabled = busy || fixed;
  };
  return { node, paint };
}

DRAW.clip = drawUpload;
DRAW.photo = drawUpload;
