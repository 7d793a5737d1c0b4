"""Mobile and identity numbers, which texts and tables do not take.

Practice orders are invented; a real customer's numbers have no business in homework that is copied,
graded and kept (PIPL art. 6). What is refused is not written anywhere.
"""

from __future__ import annotations

import re

from nongju.answers.quantities.characters import plain

_GAP = r"[\s\-.·_()]*"
_MOBILE = re.compile(rf"(?<![\d.])(?:(?:\+|00)?8{_GAP}6{_GAP})?1{_GAP}[3-9](?:{_GAP}\d){{9}}(?!\d)")
_IDENTITY = re.compile(rf"(?<!\d)[1-9](?:{_GAP}\d){{16}}{_GAP}[\dXx](?!\d)")
_RUN = re.compile(rf"\d(?:{_GAP}\d){{6,}}")
"""As many digits as the beginning of a number has when typing stops for a breath."""

MOBILE = "这里不能写手机号。练习用的名字、电话都编一个假的，别人的号码不能放进作业。"
IDENTITY = "这里不能写身份证号。作业会有人看，身份证号谁也不给。"


def refusal(text: str) -> str:
    """The sentence why a text is not taken, or "" when it may be."""
    typed = plain(text)
    if _IDENTITY.search(typed):
        return IDENTITY
    if _MOBILE.search(typed):
        return MOBILE
    return ""


def without_digits(text: str) -> str:
    """The text without longer runs of digits: what was stored a moment ago may hold the first of a number."""
    return _RUN.sub("", text)
