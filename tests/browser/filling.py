"""How a learner fills in each kind of blank: letters by keyboard, the rest by mouse and keys in turn."""

from typing import Any

from playwright.sync_api import Locator, expect

from nongju.form import format_number


def typed_number(one: Any, value: float) -> str:
    """A number as a person types it into a field of this unit."""
    if getattr(one, "unit", "") == "折":
        return f"{format_number(value * 10)}折"
    return format_number(abs(value))


def fill_number(blank: Locator, one: Any, value: float) -> None:
    box = blank.locator("input.nj-number")
    box.click()
    box.press_sequentially(typed_number(one, float(value)))
    box.press("Tab")


def fill_gain(blank: Locator, one: Any, value: float) -> None:
    blank.locator(f'input[value="{"赚" if value >= 0 else "亏"}"]').click()
    fill_number(blank, one, value)


def fill_choice(blank: Locator, one: Any, value: str) -> None:
    blank.locator(f'input[value="{value}"]').click()


def fill_choices(blank: Locator, one: Any, value: frozenset[str]) -> None:
    for option in sorted(value):
        box = blank.locator(f'input[value="{option}"]')
        box.focus()
        box.press("Space")


def fill_order(blank: Locator, one: Any, value: tuple[str, ...]) -> None:
    """Brings each step to its place from the top by ▲: the first by mouse, the others by keys."""
    for at, step in enumerate(value):
        while (place := steps(blank).index(step)) > at:
            button = blank.locator(f'[data-step="{step}"] button').first
            if at == 0:
                button.click()
            else:
                button.press("Enter")
            expect(blank.locator("[data-step]").nth(place - 1)).to_have_attribute("data-step", step)


def steps(blank: Locator) -> list[str]:
    """The steps of an order as they stand there."""
    return [one.get_attribute("data-step") or "" for one in blank.locator("[data-step]").all()]


def fill_text(blank: Locator, one: Any, value: str) -> None:
    box = blank.locator("textarea")
    box.click()
    box.press_sequentially(str(value))
    box.press("Tab")


def fill_table(blank: Locator, one: Any, rows: list[dict[str, Any]]) -> None:
    for at, row in enumerate(rows):
        if blank.locator("tbody tr").count() <= at:
            blank.get_by_text("加一行").click()
        cells = blank.locator("tbody tr").nth(at).locator("input, select")
        for column, cell in zip(one.columns, cells.all(), strict=True):
            if row.get(column.key) is None:
                continue
            if column.kind == "choice":
                cell.select_option(row[column.key])
            else:
                value = row[column.key]
                cell.fill("")
                cell.press_sequentially(typed_number(column, value) if column.kind == "number" else value)
                cell.press("Tab")


FILL = {name.removeprefix("fill_"): one for name, one in list(vars().items()) if name.startswith("fill_")}
"""Every `fill_<kind>` of this module."""
