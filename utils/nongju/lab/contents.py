"""What JupyterLab's page gets and saves: the sheet as it was run here, all else as it lies in the folder."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

from nongju.lab.opening import Opening

CHECKPOINT = "sheet"
"""Name of the one checkpoint that a sheet seems to have: nothing of it is ever written."""


class SheetContents(AsyncLargeFileManager):
    """Files of the learner's folder; the worksheet comes from memory and is never written.

    Attributes:
        opening: the worksheet; None where the notebook is the learner's own code.
    """

    opening: Opening | None = None
    _since = datetime.now(UTC)

    async def get(
        self,
        path: str,
        content: bool = True,
        type: str | None = None,
        format: str | None = None,
        require_hash: bool = False,
    ) -> Any:
        """The model of a file or folder; that of the sheet waits until it has been run."""
        if self.opening is None or path.strip("/") != self.opening.name:
            return await super().get(path, content, type, format, require_hash)  # type: ignore[no-untyped-call]
        model = self._model(self.opening.name)
        if content or require_hash:
            notebook = await self.opening.notebook()
            if content:
                model |= {"content": notebook, "format": "json"}
            if require_hash:
                digest = sha256(json.dumps(notebook, sort_keys=True).encode()).hexdigest()
                model |= {"hash": digest, "hash_algorithm": "sha256"}
        return model

    async def save(self, model: dict[str, Any], path: str = "") -> Any:
        """Writes a file; a save of the sheet is answered and not done."""
        if self._is_sheet(path):
            return self._model(path.strip("/"))
        return await super().save(model, path)  # type: ignore[no-untyped-call]

    async def file_exists(self, path: str) -> bool:
        """Whether there is such a file; the sheet is there, whatever has become of the learner's copy."""
        return self._is_sheet(path) or bool(await super().file_exists(path))

    async def is_hidden(self, path: str) -> bool:
        """Whether a file is hidden; the sheet never is."""
        return not self._is_sheet(path) and bool(await super().is_hidden(path))  # type: ignore[no-untyped-call]

    async def create_checkpoint(self, path: str) -> Any:
        """A checkpoint; that of the sheet is a name alone."""
        return self._checkpoint() if self._is_sheet(path) else await super().create_checkpoint(path)  # type: ignore[no-untyped-call]

    async def list_checkpoints(self, path: str) -> Any:
        """The checkpoints of a file."""
        return [self._checkpoint()] if self._is_sheet(path) else await super().list_checkpoints(path)  # type: ignore[no-untyped-call]

    def _is_sheet(self, path: str) -> bool:
        return self.opening is not None and path.strip("/") == self.opening.name

    def _checkpoint(self) -> dict[str, Any]:
        return {"id": CHECKPOINT, "last_modified": self._since}

    def _model(self, name: str) -> dict[str, Any]:
        return {
            "name": name,
            "path": name,
            "type": "notebook",
            "writable": True,
            "created": self._since,
            "last_modified": self._since,
            "mimetype": None,
            "content": None,
            "format": None,
            "hash": None,
            "hash_algorithm": None,
        }
