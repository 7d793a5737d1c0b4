"""Growing in stages: what 1, 10 and 50 tonnes mean a day, how news spreads, a thousand true fans."""

from math import exp, log


def boxes_per_year(tonnes: float, jin_per_box: float) -> float:
    """Boxes that a year's harvest fills; one jin is half a kilogram.

    Arguments:
        tonnes: per year, at least 0.
        jin_per_box: jin in a box, above 0.
    """
    if not tonnes >= 0:
        raise ValueError(f"tonnes must be at least 0, not {tonnes}")
    if not jin_per_box > 0:
        raise ValueError(f"jin_per_box must be above 0, not {jin_per_box}")
    return tonnes * 2000 / jin_per_box


def days_to_clear(boxes: float, boxes_per_day: float) -> float:
    """Days until a stock is packed and sent by hands that manage so many boxes a day."""
    if not boxes_per_day > 0:
        raise ValueError("nobody packs: boxes_per_day must be above 0")
    return boxes / boxes_per_day


def boxes_a_day(tonnes: float, jin_per_box: float, days: float) -> float:
    """Boxes that leave on an average day of the season.

    1, 10 and 50 tonnes in 5-jin boxes over a whole year are 1.1, 11 and 55 a day.

    Arguments:
        tonnes: per year, at least 0.
        jin_per_box: jin in a box, above 0.
        days: on which parcels leave, above 0; a fresh fruit has 30, not 365.
    """
    if not days > 0:
        raise ValueError(f"days must be above 0, not {days}")
    return boxes_per_year(tonnes, jin_per_box) / days


def tonnes_carried(daily_boxes: list[float], jin_per_box: float, days: float) -> float:
    """Tonnes a year that a chain of steps carries: its slowest step decides.

    Arguments:
        daily_boxes: boxes a day that each step manages (sort, pack, courier, orders), at least 0 each,
            at least one step.
        jin_per_box: jin in a box, above 0.
        days: of the season, at least 0.

    Source: a chain's throughput is its bottleneck's, Goldratt and Cox, The Goal (1984).
    """
    if len(daily_boxes) == 0:
        raise ValueError("a chain needs at least one step")
    if not jin_per_box > 0:
        raise ValueError(f"jin_per_box must be above 0, not {jin_per_box}")
    if not days >= 0:
        raise ValueError(f"days must be at least 0, not {days}")
    slowest = daily_boxes[0]
    for step in daily_boxes:
        if not step >= 0:
            raise ValueError(f"boxes a day must be at least 0, not {step}")
        slowest = min(slowest, step)
    return slowest * days * jin_per_box / 2000


def stage_reached(tonnes: float, stages: list[float]) -> int:
    """How many of the stages a harvest fills, 0 for none: sell 1 tonne first, then 10, then 50.

    Arguments:
        tonnes: that can be grown, packed and sold in a year, at least 0.
        stages: tonnes of each stage, rising.
    """
    if not tonnes >= 0:
        raise ValueError(f"tonnes must be at least 0, not {tonnes}")
    reached = 0
    for i in range(len(stages)):
        if i > 0 and not stages[i] > stages[i - 1]:
            raise ValueError("stages must rise")
        if tonnes >= stages[i]:
            reached = i + 1
    return reached


def bass_share(t: float, innovation: float, imitation: float) -> float:
    """Share of all who will ever adopt that has adopted by time t: F(t) of the Bass model.

    Arguments:
        t: periods since the start, at least 0.
        innovation: p, per period, above 0.
        imitation: q, per period, at least 0.

    Source: Bass, A New Product Growth for Model Consumer Durables, Management Science 15 (1969).
    """
    _bass(innovation, imitation)
    if not t >= 0:
        raise ValueError(f"t must be at least 0, not {t}")
    decay = exp(-(innovation + imitation) * t)
    return (1 - decay) / (1 + imitation / innovation * decay)


def bass_peak(innovation: float, imitation: float) -> tuple[float, float]:
    """When adoption is fastest and what share adopts per period then: t* = ln(q/p)/(p+q), (p+q)²/4q.

    Raises:
        ValueError: imitation is not above innovation, so adoption only falls.
    """
    _bass(innovation, imitation)
    if not imitation > innovation:
        raise ValueError("adoption falls from the start: imitation is not above innovation")
    rate = innovation + imitation
    return log(imitation / innovation) / rate, rate * rate / (4 * imitation)


def _bass(innovation: float, imitation: float) -> None:
    if not innovation > 0:
        raise ValueError(f"innovation must be above 0, not {innovation}")
    if not imitation >= 0:
        raise ValueError(f"imitation must be at least 0, not {imitation}")


def fans_needed(yearly_income: float, margin_per_fan: float) -> float:
    """Regular buyers whose yearly margin adds up to an income.

    Source: Kelly, 1,000 True Fans, The Technium (2008).
    """
    if not margin_per_fan > 0:
        raise ValueError("a buyer who leaves no margin carries no income")
    if not yearly_income >= 0:
        raise ValueError(f"yearly_income must be at least 0, not {yearly_income}")
    return yearly_income / margin_per_fan
