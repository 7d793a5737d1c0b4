"""Numbers in a sentence: the one place where Python and JavaScript would round differently."""


def said(number: float) -> float:
    """A number of 0 or more, ready to be formatted: halves go up in both languages.

    Python writes 2.5 without decimals as 2, JavaScript as 3. A billionth more is nobody's money.
    """
    return number + 0.000000001
