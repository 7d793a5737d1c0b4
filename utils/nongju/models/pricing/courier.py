"""The sealed box on the courier's scale: billed weight and freight by zone.

Rounding up without `math.ceil`, which pscript does not know: `//` means the same in Python
and JavaScript. A weight that passes a whole step by less than a thousand-millionth is that
step: 0.1 + 0.2 kg is 0.3 kg.
"""

from nongju.models.pricing.checks import require_amount, require_positive


def sealed_weight(jin: float, box_kg: float, kg_per_jin: float = 0.5) -> float:
    """Weight of the sealed box in kilogram: goods, box, padding, ice.

    Arguments:
        jin: goods in jin, at least 0.
        box_kg: everything that is not goods, kilogram, at least 0.
        kg_per_jin: 0.5 in mainland China; a parameter because no jin is 500 g by nature.
    """
    require_amount(jin, "jin")
    require_amount(box_kg, "box_kg")
    require_positive(kg_per_jin, "kg_per_jin")
    return jin * kg_per_jin + box_kg


def billed_weight(kg: float, step_kg: float = 1.0) -> float:
    """Weight the courier bills: the sealed weight rounded up to the next step.

    Arguments:
        kg: weight of the sealed box, above 0.
        step_kg: rounding step of the contract in kilogram, above 0 (1, 0.5 or 0.1), or 0 for
            a contract that bills the exact weight.
    """
    require_positive(kg, "kg")
    require_amount(step_kg, "step_kg")
    if step_kg == 0:
        return kg
    steps = kg / step_kg
    whole = steps // 1
    if steps - whole > 0.000000001:
        whole = whole + 1
    return whole * step_kg


def freight(billed_kg: float, first_price: float, step_price: float, first_kg: float = 1.0) -> float:
    """Freight of one parcel: the first weight has its price, the rest is paid by the kilogram.

    Arguments:
        billed_kg: billed weight, above 0.
        first_price: yuan for the first weight in this zone, at least 0.
        step_price: yuan for each further kilogram in this zone, at least 0.
        first_kg: how much the first weight covers, kilogram, above 0.
    """
    require_positive(billed_kg, "billed_kg")
    require_amount(first_price, "first_price")
    require_amount(step_price, "step_price")
    require_positive(first_kg, "first_kg")
    further = billed_kg - first_kg
    further = max(further, 0)
    return first_price + step_price * further


def parcel_freight(
    jin: float,
    box_kg: float,
    first_price: float,
    step_price: float,
    step_kg: float = 1.0,
    first_kg: float = 1.0,
) -> float:
    """Freight of a box of so many jin: weighed sealed, rounded up, priced by zone.

    Arguments:
        jin: goods in jin, at least 0.
        box_kg: everything that is not goods, kilogram, at least 0.
        first_price: yuan for the first weight in this zone, at least 0.
        step_price: yuan for each further kilogram in this zone, at least 0.
        step_kg: rounding step of the contract, see `billed_weight`.
        first_kg: how much the first weight covers, kilogram, above 0.
    """
    return freight(billed_weight(sealed_weight(jin, box_kg, 0.5), step_kg), first_price, step_price, first_kg)
