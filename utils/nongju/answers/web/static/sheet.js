// The worksheet as a whole (nongju.answers.web.sheet_widget): whose it is, how far the learner is, handing in.
//
// `nongju lab` has a place for them: its bar above the page and the page's end. On any other page they stand
// above the first question and behind the last one.

import { fresh, INERT, make } from "./blanks.js";
import { inLab } from "./talk.js";

const whole = { model: null, shown: new Map(), top: null, end: null };

const PARTS = [["must", "必做还差："], ["other", "还要交的："], ["extra", "加练还差（可以不做）："]];

function list(words, lines) {
  if (!lines?.length) return [];
  return [make("p", { class: "nj-list-head" }, words), make("ul", {}, ...lines.map((line) => make("li", {}, line)))];
}

// Asks once who sits there; nobody is somebody by one press.
function drawSeat(model) {
  const id = fresh("seat");
  const say = make("span", { class: "nj-warn", role: "status", "aria-live": "polite" });
  const input = make("input", { id, type: "text", class: "nj-number", autocomplete: "off", spellcheck: "false" });
  const row = make("div", { class: "nj-row" });
  const ask = () => {
    const go = () => input.value.trim() && confirm(input.value.trim());
    row.replaceChildren(input, make("button", { type: "button", onclick: go }, "坐下"), say);
    input.onkeydown = (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault(); // or the same press would answer the question that comes next
      go();
    };
  };
  const confirm = (learner) => {
    say.textContent = "";
    const yes = make("button", { type: "button", onclick: () => model.send({ type: "sit", learner }) }, "对，开始");
    row.replaceChildren(make("strong", {}, `你的编号是「${learner}」，对吗？`), yes,
      make("button", { type: "button", class: "nj-quiet", onclick: ask }, "打错了"));
    yes.focus();
  };
  ask();
  const hear = (message) => {
    if (message.type !== "seat") return;
    ask();
    say.textContent = `▶ ${message.problem}再打一次。`;
  };
  model.on("msg:custom", hear);
  const node = make("section", { class: "nj-form nj-seat" },
    make("label", { for: id, class: "nj-title" }, "你是谁？打自己的编号，题目就出来。"), row,
    make("p", { class: "nj-aside" }, "编号是老师给的那一个。每个人的题不一样，打错了就是别人的题。"));
  return node;
}

function drawTop(model) {
  const node = make("div", { class: "nj-top" });
  const paint = () => {
    const { who, closed, progress, fresh: untouched } = model.get("state");
    const text = JSON.stringify([who, closed, progress, untouched]);
    if (node.dataset.text === text) return;
    node.dataset.text = text;
    if (who === "") return node.replaceChildren(...(closed ? [drawSeat(model)] : []));
    const other = make("button", { type: "button", class: "nj-quiet", onclick: () => node.append(drawSeat(model)) }, "不是我");
    return node.replaceChildren(make("div", { class: "nj-form nj-row nj-strip", role: "status" },
      make("strong", {}, `这是「${who}」的练习纸`), ...progress.map((one) => make("span", {}, one)), untouched ? other : null));
  };
  return { node, paint };
}

function drawEnd(model) {
  const node = make("section", { class: `nj-form nj-end ${INERT}`, "aria-label": "交作业", onkeydown: (event) => event.stopPropagation() });
  const press = (words, message, quiet = false) =>
    make("button", { type: "button", class: quiet ? "nj-quiet" : "nj-main", onclick: () => model.send(message) }, words);
  const paint = () => {
    const { closed, handing = {} } = model.get("state");
    node.hidden = closed !== "";
    const text = JSON.stringify(handing);
    if (node.dataset.text === text) return;
    node.dataset.text = text;
    const parts = [make("p", { class: "nj-title" }, "交作业")];
    if (handing.busy) parts.push(make("p", { role: "status" }, "正在打包……"));
    else if (handing.missing) {
      for (const [part, words] of PARTS) parts.push(...list(words, handing.missing[part]));
      parts.push(make("div", { class: "nj-row" }, press("先不交，回去写", { type: "later" }), press("就这样交", { type: "hand-in", anyway: true }, true)));
    } else {
      if (handing.problem) parts.push(make("p", { class: "nj-warn", role: "alert" }, `▶ ${handing.problem}`));
      if (handing.name) {
        parts.push(make("p", { class: "nj-handed", role: "status" }, `✓ 打好包了：${handing.name}`),
          make("p", {}, `在这个文件夹里：${handing.folder}`), make("p", {}, "拷到老师的 U 盘上，或者用微信发给老师。"));
      }
      parts.push(...(handing.sentences ?? []).map((one) => make("p", { class: "nj-warn" }, `▶ ${one}`)));
      if (!handing.name && !handing.problem) parts.push(make("p", {}, "做完了，点这里打成一个包，再交给老师。交过还能改，改了再交一次。"));
      parts.push(make("div", { class: "nj-row" }, press(handing.name ? "改过了，再交一次" : "交作业", { type: "hand-in" })));
    }
    node.replaceChildren(...parts);
  };
  return { node, paint };
}

// Puts the parts where they belong, also when the first or the last question is drawn later than they are.
function arrange() {
  const { model, shown, top, end } = whole;
  if (model === null) return;
  top.paint();
  end.paint();
  const lab = globalThis.nongjuLab;
  const { progress } = model.get("state");
  if (lab) lab.plate.progress.textContent = progress.join("　");
  else shown.get(model.get("first"))?.prepend(top.node);
  const page = lab && document.querySelector(".jp-NotebookPanel .jp-WindowedPanel-inner");
  const host = page || shown.get(model.get("last"));
  if (host?.lastElementChild !== end.node) host?.append(end.node); // sixty times while the page opens
}

// On a page of its own the tab says whose it is, too.
function titleOf(model) {
  if (inLab()) return;
  const name = () => {
    const { who } = model.get("state");
    if (who && !document.title.startsWith(`${who} · `)) document.title = `${who} · ${document.title}`;
  };
  name();
  new MutationObserver(name).observe(document.head, { childList: true, subtree: true, characterData: true });
}

export function sheetOf(model) {
  Object.assign(whole, { model, top: drawTop(model), end: drawEnd(model) });
  for (const name of ["state", "first", "last"]) model.on(`change:${name}`, arrange);
  titleOf(model);
  arrange();
  return { render() {}, close() {} };
}

// A question, or lines, are drawn in this element.
export function placed(model, el) {
  const serial = model.get("serial");
  whole.shown.set(serial, el);
  arrange();
  return () => whole.shown.get(serial) === el && whole.shown.delete(serial);
}
