// What a form says of a value: whether it is stored, what was read, and what to do.

export const WORDS = {
  waiting: "正在处理……",
  lost: "还没存上。别关这一页，叫老师来看。",
  again: "再存一次",
  theirs: "用存着的",
  elsewhere: "这一格在别的窗口改过了。要换成你写的，点「再存一次」。",
  stored: "存着的是：",
  restarted: "这一页和电脑断开过。点最上面菜单里的「运行」「运行所有单元格」，写的字会自己回来。",
  cutOff: "这一页和电脑断开了。先别写，叫老师来看。",
  saved: "已保存",
  read: "我读到：",
  still: "先前存的还在：",
  keptAsTyped: "写的字留着，还没算数。",
  before: "先前读到的：",
  others: "写的都留着，没读懂的格还没算数。",
};

// What was read of a stored value, said back; a choice, a text or where sliders stand needs no reading.
export function heard(blank) {
  return blank.echo && blank.field.saidBack ? WORDS.read + blank.echo : "";
}

// What the kernel says of a stored or refused value, as a blank keeps it.
export function outcome(message) {
  return {
    echo: message?.echo ?? "",
    problem: message?.problem ?? "",
    clock: message?.clock ?? "",
    keptEcho: message?.keptEcho ?? "",
    blank: message?.blank ?? false,
    cells: message?.cells ?? [],
    kept: message?.kept ?? "",
    refused: false,
  };
}
