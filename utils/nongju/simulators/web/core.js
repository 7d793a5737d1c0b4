// The part that all simulators share: controls, figure, sentence, comparison and challenge.
//
// A simulator is a list of controls, a model (Python turned into JavaScript) and a view.
// Everything here runs in the browser; the kernel hears only of what is kept.

import { control, shown } from "./controls.js";
import * as d3 from "./d3.js";
import { plain } from "./digits.js";
import { button, csv, make, offer, png, say, starred } from "./dom.js";
import { Talk } from "./forms.js";
import { Keeping } from "./keeping.js";
import { indexOf, Settings } from "./settings.js";

const HEIGHT = 370;
const NARROWEST = 500; // px; narrower, and the figure scrolls: its text never shrinks below 18 px
const WIDEST = 720;
const LINE = 24; // characters of 20 px that fit the narrowest figure

// A function, so that every model gets a talk of its own, shared by all its views.
export function widget({ outcome, view }) {
  return () => {
    let keeping = null;
    return {
      initialize({ model }) {
        if (!model.get("spec").week) return undefined; // not placed: an ordinary widget
        const keep = () => {
          keeping?.talk.close();
          keeping = new Keeping(new Talk(model), (values) => evaluate(outcome, values).stars ?? 0);
        };
        model.on("change:spec", keep); // another learner sits down
        keep();
        return () => {
          model.off("change:spec", keep);
          keeping.talk.close();
        };
      },
      render: ({ model, el }) => render(model, el, outcome, view, () => keeping),
    };
  };
}

// A sentence cut into lines of the narrowest figure.
function pieces(said) {
  return said.match(new RegExp(`.{1,${LINE}}`, "gu")) ?? [];
}

function evaluate(outcome, values) {
  try {
    return outcome(values);
  } catch (error) {
    console.error("nongju:", error);
    return { problem: "这样的数算不出来。按「重置」，换一组试试。" };
  }
}

function render(model, el, outcome, view, keeping) {
  const { title } = model.get("spec");
  const root = make("section", {
    class: "nj-simulator tex2jax_ignore mathjax_ignore", "aria-label": title, "data-lm-suppress-shortcuts": "true",
  });
  el.replaceChildren(root);
  const heading = make("h3", {}, title);
  let stop = null;
  const anew = () => {
    stop?.();
    stop = null;
    open();
  };
  const open = () => {
    const closed = model.get("closed");
    const spec = model.get("spec");
    if (closed) {
      root.replaceChildren(heading, make("p", { class: "nj-closed", role: "status" }, closed));
    } else if (stop === null) {
      const goal = spec.goal ? make("p", { class: "nj-goal" }, make("b", {}, "目标："), spec.goal) : "";
      const story = (spec.story ?? "").split("\n").filter(Boolean).map((text) => make("p", {}, text));
      const troubles = (spec.problems ?? []).map((text) => make("p", { class: "nj-trouble", role: "alert" }, `▶ ${text}`));
      const drawn = board(model, spec, outcome, view, keeping());
      root.replaceChildren(heading, ...troubles, ...story, goal, ...drawn.nodes);
      stop = drawn.stop;
    }
  };
  model.on("change:closed", open);
  model.on("change:spec", anew);
  open();
  return () => {
    model.off("change:closed", open);
    model.off("change:spec", anew);
    stop?.();
  };
}

function board(model, spec, outcome, view, keeping) {
  const settings = new Settings(spec.controls, keeping?.values() ?? model.get("values"));
  let other = null; // what is compared with, once 「记住这一种」 was pressed
  let waiting = 0;
  let again = false;
  let width = 640;

  const svg = d3.select(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  svg.attr("class", "nj-figure").attr("role", "img").attr("height", HEIGHT).attr("font-size", 18);
  const sentence = make("p", { class: "nj-sentence", "aria-live": "polite" });
  const versus = make("p", { class: "nj-versus" });
  const stars = make("p", { class: "nj-stars", "aria-live": "polite" });
  const code = make("input", { class: "nj-code", "aria-label": "这一组的暗号", spellcheck: "false", autocomplete: "off" });
  const note = make("p", { class: "nj-note", role: "status" });

  const parts = spec.controls.map((one, position) => control(one, (index, finished) => {
    settings.move(position, index, finished);
    schedule();
    if (finished) keep();
  }));
  const kept = keeping?.draw((raw) => leap(() => settings.jump(indices(raw))));
  const frame = make("div", { class: "nj-frame" }, svg.node());
  const main = make("div", { class: "nj-board" },
    make("div", { class: "nj-controls" }, ...parts.map((part) => part.node), tools()),
    make("div", { class: "nj-panel" }, sentence, frame, versus, stars));
  const watching = new ResizeObserver(() => {
    const room = Math.min(Math.max(frame.clientWidth, NARROWEST), WIDEST);
    if (room === width) return;
    width = room;
    requestAnimationFrame(schedule);
  });
  watching.observe(frame);

  function tools() {
    const remember = button("记住这一种", () => {
      other = other ? null : settings.values();
      remember.textContent = other ? "不比了" : "记住这一种";
      schedule();
    });
    const take = () => {
      const to = settings.fromCode(code.value);
      note.textContent = to ? "" : "暗号不对。看看有没有漏字，再试一次。";
      if (to) leap(() => settings.jump(to));
    };
    code.addEventListener("keydown", (event) => { if (event.key === "Enter") take(); });
    const more = make("details", { class: "nj-more" }, make("summary", {}, "存图、存表、暗号"),
      make("div", { class: "nj-row" },
        button("存成图", async () => offer(`${spec.name}.png`, await png(svg.node(), width, HEIGHT, [spec.title, ...pieces(sentence.textContent)]))),
        button("存成表", () => offer(`${spec.name}.csv`, csv(table())))),
      make("div", { class: "nj-row" }, code, button("用这个暗号", take)), note);
    return make("div", { class: "nj-tools" },
      make("div", { class: "nj-row" },
        button("退一步", () => leap(() => settings.undo())),
        button("重置", () => leap(() => settings.jump(settings.start))), remember), more);
  }

  function table() {
    const values = settings.values();
    const result = evaluate(outcome, values);
    return [
      ["项目", "数", "单位"],
      ...spec.controls.map((one) => [one.label, one.options ? shown(one, values[one.key]) : values[one.key], one.unit ?? ""]),
      ...(result.rows ?? []).map(([label, number, unit]) => [label, Number(plain(number, 4)), unit ?? ""]),
      ["一句话", result.problem ?? result.sentence, ""],
    ];
  }

  const indices = (values) => spec.controls.map((one, i) => (one.key in values ? indexOf(one, values[one.key]) : settings.now[i]));

  function leap(action) {
    action();
    schedule();
    keep();
  }

  function keep() {
    const values = settings.values();
    model.set("values", values);
    model.save_changes();
    keeping?.write(values);
    kept?.paint();
  }

  // The first change of a frame is drawn at once; those that follow in the same frame, together in the next.
  function schedule() {
    if (waiting) {
      again = true;
      return;
    }
    waiting = requestAnimationFrame(() => {
      waiting = 0;
      if (!again) return;
      again = false;
      schedule();
    });
    draw();
  }

  function draw() {
    const values = settings.values();
    const result = evaluate(outcome, values);
    parts.forEach((part, position) => part.show(settings.now[position]));
    const said = result.problem ?? result.sentence;
    say(sentence, said);
    main.classList.toggle("nj-problem", "problem" in result);
    svg.attr("aria-label", said).attr("width", width).attr("viewBox", `0 0 ${width} ${HEIGHT}`);
    const compared = other && evaluate(outcome, other);
    if ("problem" in result) complain(said);
    else {
      svg.selectAll("g.nj-complaint").remove();
      const beside = compared && !("problem" in compared) ? compared : null;
      view.draw({ svg, d3, result, other: beside, width, height: HEIGHT });
    }
    say(versus, compared ? `记住的那一种：${compared.problem ?? compared.sentence}` : "");
    const count = result.stars ?? 0;
    const hint = result.hint ?? "";
    say(stars, `${starred(count)} ${hint}`);
    stars.setAttribute("aria-label", `三颗星里得了 ${count} 颗。${hint}`);
    code.value = settings.code();
  }

  // Instead of a figure: the sentence, so that a saved picture says it, too.
  function complain(said) {
    svg.selectAll("*").remove();
    svg.append("g").attr("class", "nj-complaint").selectAll("text").data(pieces(said)).join("text")
      .attr("x", width / 2).attr("y", (_, i) => HEIGHT / 2 + i * 30).attr("text-anchor", "middle")
      .attr("font-size", 20).text((text) => text);
  }

  const fromKernel = () => {
    const to = indices(model.get("values"));
    if (to.join() !== settings.now.join()) {
      settings.jump(to);
      schedule();
    }
  };
  model.on("change:values", fromKernel);
  keeping?.talk.views.add(kept.paint);
  kept?.paint();
  keeping?.talk.look();
  draw();
  return {
    nodes: [main, spec.note ? make("p", { class: "nj-invented" }, spec.note) : "", kept?.node ?? ""],
    stop: () => {
      model.off("change:values", fromKernel);
      keeping?.talk.views.delete(kept.paint);
      watching.disconnect();
      cancelAnimationFrame(waiting);
    },
  };
}

export { d3, plain };
