"""Made from course/facts.csv by `python -m nongju.simulators.compile`: what simulators assume."""


def assumed_fee() -> float:
    """The platform's service fee as a share of what buyers pay: the fact `fee_assumed`."""
    return 0.02
