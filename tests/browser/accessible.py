"""What axe-core finds on a worksheet: our own parts have nothing serious, JupyterLab's no more than today."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = frozenset({"serious", "critical"})

OURS = ".nj-form, .nj-simulator, .nj-recap, .nj-lines, .nj-mark, .jp-MarkdownOutput"
"""What a week or this package draws; all else is JupyterLab's shell."""

SHELL = frozenset({"aria-required-children"})
"""Rules that JupyterLab's own shell breaks. The list may grow shorter, never longer."""


def serious_findings(page: Page) -> tuple[list[str], set[str]]:
    """Serious findings on a page: what is ours, with the rule and the element; the shell's rules."""
    ours: list[str] = []
    shell: set[str] = set()
    found: dict[str, Any] = Axe().run(page, options={"resultTypes": ["violations"]}).response
    for rule in found["violations"]:
        for node in rule["nodes"]:
            if (node["impact"] or rule["impact"]) not in SERIOUS:
                continue
            where = page.locator(node["target"][-1]).first
            if where.evaluate("(one, ours) => one.closest(ours) !== null", OURS):
                ours.append(f"{rule['id']}: {node['html'][:200]}")
            else:
                shell.add(rule["id"])
    return ours, shell
