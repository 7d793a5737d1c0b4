"""What a child says, brought into the shape that nbclient, nbformat and nbgrader rely on."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode

SMALL = 256 * 1024
"""Bytes of a result or an error that is kept although the output budget is spent: marks hang on them."""

RESERVE = 16 * 1024 * 1024
"""Bytes of all those results and errors together; a child may forge any number of them."""

TRUNCATED = "\n... Output truncated ...\n"

LANGUAGE_INFO: dict[str, Any] = {}


def language_info() -> dict[str, Any]:
    """What the kernel would have said about its language."""
    if not LANGUAGE_INFO:
        from ipykernel.ipkernel import IPythonKernel

        LANGUAGE_INFO.update(IPythonKernel.language_info)
    return dict(LANGUAGE_INFO)


def checked_reply(content: dict[str, Any]) -> dict[str, Any]:
    """A reply with the fields that nbgrader reads, whatever the child sent."""
    if content.get("status") != "error":
        return {"content": {"status": "ok"}}
    lines = content.get("traceback")
    lines = [str(line) for line in lines] if isinstance(lines, list) else []
    return {
        "content": {
            "status": "error",
            "ename": str(content.get("ename")),
            "evalue": str(content.get("evalue")),
            "traceback": lines,
        }
    }


def well_formed(output: NotebookNode) -> bool:
    """Whether an output has the shape that nbformat wants; a child may have sent anything."""
    kind = output.get("output_type")
    if kind == "stream":
        return output.get("name") in ("stdout", "stderr") and isinstance(output.get("text"), str)
    if kind == "error":
        lines = output.get("traceback")
        texts = [output.get("ename"), output.get("evalue"), *(lines if isinstance(lines, list) else [None])]
        return all(isinstance(text, str) for text in texts)
    return isinstance(output.get("data"), dict) and isinstance(output.get("metadata"), dict)
