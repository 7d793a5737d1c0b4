"""Every sentence that a grader reads about a hand-in, in one place.

Graders and instructors read Chinese; what a program reads is in the JSON summary beside them.
"""

from __future__ import annotations

BOM = "文件开头多了记号（BOM），已略过。"
NO_NOTEBOOK = "文件夹里没有笔记本，按没交算。"
LINKS = "文件夹里有链接、特殊文件或读不懂的 timestamp.txt，没有用它们。"
LOCKED_DATABASE = "成绩库被别的程序占着，这一份没有写进去；再运行一次就会补上。"
WORKER_LOST = "批改它的进程两次都没了，这一份没有批改；再运行一次试试，或加 --workers 1。"
NO_WALL_AT_ALL = (
    "这台电脑没有沙箱，不能放心运行学员写的代码。装上 bubblewrap（Debian：apt install bubblewrap）再批改，"
    "或者在 Linux、WSL2 上批改；确实信得过这些代码，可以加 --no-sandbox。"
)

_PROBLEMS = {
    "bare": "这台电脑没有沙箱，交来的片子和照片是在普通的子进程里看的。",
    "output": "输出太多，后面的没有留。",
    "gone:memory": "用的内存超过了上限，被停下；后面的格子没有运行。",
    "gone:processes": "开的进程超过了上限，被停下；后面的格子没有运行。",
    "gone:time": "停不下来，被关掉；后面的格子没有运行。",
    "gone:killed": "被停下；后面的格子没有运行。",
    "gone:": "运行到一半自己退出了；后面的格子没有运行。",
}


def problem(kind: str) -> str:
    """What happened while cells ran."""
    if kind.startswith("kernel:"):
        return f"它要用的内核 {kind.partition(':')[2]} 这台电脑没有装，是用这里的 Python 运行的。"
    return _PROBLEMS.get(kind, "运行中途断了；后面的格子没有运行。")


def missing(notebook: str) -> str:
    """A notebook that was not handed in."""
    return f"没有交 {notebook}.ipynb，这一本按 0 分算。"


def unknown(files: list[str]) -> str:
    """Notebooks that the week does not have."""
    return f"这一周没有这样的笔记本：{'、'.join(files)}。是不是改了名字？"


def unreadable(notebook: str, error: Exception) -> str:
    """A file that is no notebook."""
    return f"{notebook}.ipynb 打不开（{type(error).__name__}），这一本没有批改，请学员重新交。"


def too_large(notebook: str, megabytes: int) -> str:
    """A file that is too large to read."""
    return f"{notebook}.ipynb 有 {megabytes} MB，太大，这一本没有批改。"


def crashed(notebook: str, error: Exception, trace: str) -> str:
    """Something failed that is not the learner's doing."""
    where = trace.strip().splitlines()[-1] if trace.strip() else ""
    return f"{notebook}.ipynb 批改时出错：{where or type(error).__name__}。这一本没有批改。"


def no_sandbox(notebook: str, error: Exception) -> str:
    """Code that must not run here."""
    return f"{notebook}.ipynb 里有学员写的代码，这里没有可用的沙箱（{error}），这一本没有批改。"


def kernel_foreign(name: str, language: str) -> str:
    """A notebook in another language."""
    return (
        f"里面写的是 {language}（内核 {name}），沙箱里只能运行 Python，这一本没有批改。"
        "信得过这些代码，可以加 --no-sandbox 再批改一次。"
    )


def kernel_missing(name: str) -> str:
    """A kernel that is not installed and may be of any language."""
    return (
        f"要用内核 {name}，这台电脑没有装，这一本没有批改。"
        "装上它再批改，或者把老师的那一本换成 python3 再发布。"
    )


def kernel_elsewhere(name: str) -> str:
    """A Python kernel with libraries of its own."""
    return (
        f"要用内核 {name}，那是另一个环境里的 Python，装的库不一定一样，这一本没有批改。"
        "请在那个环境里装上 nongju 再批改，或者在那里用 nbgrader autograde。"
    )


def kernel(notebook: str, sentence: Exception) -> str:
    """A notebook whose kernel is not this Python."""
    return f"{notebook}.ipynb {sentence}"


def repaired(notebook: str) -> str:
    """Cells were put back from the instructor's notebook."""
    return f"{notebook}.ipynb 的格子被动过，已按老师的原本补好再批改。"


def replaced(notebook: str) -> str:
    """A worksheet that could not be read, marked from its answers."""
    return f"{notebook}.ipynb 没有或打不开；答案在 answers.json 里，照答案批改了。"


def one_repair(change: str) -> str:
    """One change of `nbgrading.repair`, as a sentence of its own."""
    return f"{change}。"


def left_out(files: list[str]) -> str:
    """Files beyond the limit, which no cell could read."""
    shown = "、".join(files[:3]) + (f" 等 {len(files)} 个" if len(files) > 3 else "")
    return f"文件太大，批改时没有看：{shown}。请老师打开看看。"


def by_hand(count: int) -> str:
    """Cells that only a person can mark."""
    return f"有 {count} 处要老师看。"


def not_graded(reason: str) -> str:
    """A hand-in without marks."""
    return f"没有批改：{reason}"
