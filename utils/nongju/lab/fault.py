"""Why a worksheet could not be shown, in words that a learner can pass on."""

from __future__ import annotations

import errno

from nongju.errors import NongjuError

REASONS = {
    errno.ENOSPC: "盘满了",
    errno.EDQUOT: "盘满了",
    errno.EROFS: "这个盘只能读",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EIO: "盘读写不了",
    errno.ENOENT: "找不到文件夹",
    errno.ENOTDIR: "找不到文件夹",
    errno.EMFILE: "开的东西太多",
    errno.ENFILE: "开的东西太多",
    errno.ENOMEM: "内存不够",
    errno.EAGAIN: "开的东西太多",
}
"""What the system says, in Chinese; its own words are English."""


class NotServedError(NongjuError):
    """The worksheet could not be shown; the text is a Chinese sentence."""


def reason_of(error: BaseException) -> str:
    """A few words for an error; of an unknown one its number or kind, for whoever helps."""
    if isinstance(error, MemoryError):
        return REASONS[errno.ENOMEM]
    if isinstance(error, OSError) and error.errno is not None:
        return REASONS.get(error.errno, f"系统说 {error.errno}")
    return type(error).__name__
