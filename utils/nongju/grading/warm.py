"""Work on a cell's source that IPython repeats and that depends on the source alone, kept from the fork on.

IPython transforms a cell twice, tokenizes it again to look for a semicolon, hashes it in Python and
compiles it; ipykernel inspects its own signature. Our own cells are the same for every learner, so the
process that forks the children which run them does all of it once. Only that process is warmed: the one
whose children run learner code never sees a key.
"""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import ipykernel.compiler
import ipykernel.kernelbase
import IPython.core.displayhook
import IPython.core.interactiveshell

compiling: Any = ipykernel.compiler
kernelbase: Any = ipykernel.kernelbase
interactiveshell: Any = IPython.core.interactiveshell
DisplayHook: Any = IPython.core.displayhook.DisplayHook  # IPython marks none of this as typed

KEPT = 4096
"""Sources that are remembered; a week has some 60."""


def remember(kernel: Any) -> Callable[[list[str]], None]:
    """Let a kernel remember; returns the function that warms it with sources."""
    compiling.get_file_name = lru_cache(KEPT)(compiling.get_file_name)
    interactiveshell._should_be_async = lru_cache(KEPT)(interactiveshell._should_be_async)
    accepts = lru_cache(KEPT)(kernelbase._accepts_parameters)
    kernelbase._accepts_parameters = lambda method, names: accepts(method, tuple(names))
    tail = lru_cache(KEPT)(DisplayHook.semicolon_at_end_of_expression)
    DisplayHook.semicolon_at_end_of_expression = staticmethod(tail)
    shell = kernel.shell
    transformed: dict[str, str] = {}
    trees: dict[tuple[str, str, int], ast.AST] = {}
    codes: dict[tuple[int, str, str, int], Any] = {}
    warmed: set[int] = set()
    transform, parse, compiler = shell.transform_cell, shell.compile.ast_parse, type(shell.compile)

    def transform_cell(raw: str) -> str:
        return transformed[raw] if raw in transformed else str(transform(raw))

    def ast_parse(source: str, filename: str = "<unknown>", symbol: str = "exec") -> Any:
        tree = trees.get((source, filename, shell.compile.flags)) if symbol == "exec" else None
        return parse(source, filename, symbol) if tree is None else tree

    class Remembering(compiler):  # type: ignore[misc, valid-type]
        def __call__(self, source: Any, filename: str, symbol: str, **named: Any) -> Any:
            body = getattr(source, "body", None)
            node = id(body[0]) if isinstance(body, list) and len(body) == 1 else 0
            if node not in warmed:
                return super().__call__(source, filename, symbol, **named)
            key = (node, filename, symbol, self.flags)
            if key not in codes:
                codes[key] = super().__call__(source, filename, symbol, **named)
            return codes[key]

    shell.transform_cell = transform_cell
    shell.compile.__class__ = Remembering
    shell.compile.ast_parse = ast_parse

    def warm(sources: list[str]) -> None:
        for source in sources:
            with contextlib.suppress(Exception):
                text = transformed[source] = str(transform(source))
                name = compiling.get_file_name(source)
                tree = parse(text, name)
                trees[(text, name, shell.compile.flags)] = tree
                warmed.update(id(node) for node in tree.body)
                interactiveshell._should_be_async(text)
                DisplayHook.semicolon_at_end_of_expression(text.rstrip("\n"))
                interactive = isinstance(tree.body[-1], ast.Expr)
                with shell.compile.extra_flags(getattr(ast, "PyCF_ALLOW_TOP_LEVEL_AWAIT", 0)):
                    for node in tree.body:
                        single = interactive and node is tree.body[-1]
                        module = ast.Interactive([node]) if single else ast.Module([node], [])
                        shell.compile(module, name, "single" if single else "exec")

    return warm
