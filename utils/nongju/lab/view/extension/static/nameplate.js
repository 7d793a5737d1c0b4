// Whose page this is: beside the big button, and in the title of the browser's tab. Beside it stands how far the
// learner is (nongju/answers/web/static/sheet.js), and what is wrong with the page as a whole, in one sentence.

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export function nameplate({ who, title }) {
  const progress = make("span", { class: "nongju-progress", role: "status" });
  const words = make("span", { class: "nongju-words", role: "alert" });
  const node = make("div", { class: "nongju-plate" },
    make("span", { class: "nongju-who" }, `${who}的练习纸`), progress, words);
  document.body.prepend(node); // on paper it stands above the sheet

  const name = `${who} · ${title}`;
  const keep = () => {
    if (document.title !== name) document.title = name;
  };
  keep();
  new MutationObserver(keep).observe(document.head, { childList: true, subtree: true, characterData: true });
  return {
    node,
    progress,
    say(text, sign = "") {
      words.textContent = text && `${sign === "red" ? "！" : ""}${text}`;
      node.classList.toggle("nongju-red", sign === "red" && text !== "");
    },
  };
}
