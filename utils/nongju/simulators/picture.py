"""The figure of a simulation without a browser: a table with bars, in tags that every page keeps.

Feedback pages drop SVG (nongju.nbgrading.sanitize), and a printout drops colours: so each bar is a row of
signs, and what goes away carries ▼.
"""

from collections.abc import Sequence
from html import escape

from nongju.digits import plain

LONGEST = 24
"""Signs of the longest bar: with label and number they fit a page at 18 px."""


def picture(title: str, sentence: str, rows: Sequence[Sequence[object]]) -> str:
    """A static figure as HTML.

    Arguments:
        title: heading, Chinese.
        sentence: what the figure says in words.
        rows: [label, number] or [label, number, unit]. Bars are drawn when all rows share one unit,
            otherwise they could not be compared.
    """
    numbers = [float(str(row[1])) for row in rows]
    units = [str(row[2]) if len(row) > 2 else "" for row in rows]
    widest = max((abs(number) for number in numbers), default=0.0)
    drawn = widest > 0 and len(set(units)) == 1
    lines = []
    for row, number, unit in zip(rows, numbers, units, strict=True):
        bar = ("▒" if number < 0 else "█") * round(abs(number) / widest * LONGEST) if drawn else ""
        said = f"{'▼' if number < 0 else ''}{plain(abs(number), 2)}{' ' if unit else ''}{unit}"
        lines.append(
            f'<tr><th scope="row" style="text-align:right">{escape(str(row[0]))}</th>'
            f'<td style="text-align:left">{bar} {escape(said)}</td></tr>'
        )
    table = f'<table style="font-size:18px">{"".join(lines)}</table>' if lines else ""
    return (
        f'<figure class="nj-picture" style="font-size:18px;margin:8px 0"><figcaption><b>{escape(title)}</b>'
        f"<br>{escape(sentence)}</figcaption>{table}</figure>"
    )
