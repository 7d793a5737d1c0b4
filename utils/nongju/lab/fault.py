"""Why a worksheet could not be shown."""

from __future__ import annotations


class NotServedError(Exception):
    """The worksheet could not be shown; the text is a Chinese sentence."""
