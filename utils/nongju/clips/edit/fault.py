"""What an edit is refused for, and the Chinese sentence that says what to do instead."""

from __future__ import annotations

from nongju.clips.refusal import ClipRefused


class EditFault(ClipRefused):
    """An edit that cannot be made as it was asked for.

    Arguments:
        reason: short code in English, for programs and tests.
        sentence: Chinese, says what to do.
    """

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(reason, sentence)
