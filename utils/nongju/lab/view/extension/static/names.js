// What a screen reader says of the page. JupyterLab's Chinese lacks these words, so it says them in English.

const NAMES = {
  "main area toolbar": "按钮",
  "main area content": "练习纸",
  Cells: "练习纸的内容",
  "Markdown Cell Content": "课文",
  "Raw Cell Content": "课文",
  "Cell toolbar": "这一格的按钮",
};
const CODE = /^Code Cell Content/;

export function nameInChinese({ node }, { code }) {
  const name = (one) => {
    const said = one.getAttribute("aria-label") ?? "";
    const chinese = CODE.test(said) ? (code ? "代码" : "题目") : NAMES[said];
    if (chinese) one.setAttribute("aria-label", chinese);
  };
  const within = (part) => {
    name(part);
    for (const one of part.querySelectorAll("[aria-label]")) name(one);
  };
  const look = (changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") name(target);
      else for (const one of addedNodes) if (one.nodeType === Node.ELEMENT_NODE) within(one);
    }
  };
  new MutationObserver(look).observe(node, { attributes: true, attributeFilter: ["aria-label"], childList: true, subtree: true });
  within(node);
}
