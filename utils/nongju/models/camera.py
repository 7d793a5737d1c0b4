"""What a phone's camera makes of light: brightness, noise, motion blur, mains flicker, colour cast.

Brightness is counted in stops (档): one more stop is twice the light. Nothing is rounded here; who shows
a number rounds it. The functions keep to the part of Python that pscript can turn into JavaScript, which
has no `math`: the logarithm and the sine are worked out here, to the last digits of a float.
"""


def _positive(name: str, value: float) -> None:
    if not value > 0:
        raise ValueError(f"{name} must be above 0, not {value}")


def _not_negative(name: str, value: float) -> None:
    if not value >= 0:
        raise ValueError(f"{name} must be at least 0, not {value}")


def stops(ratio: float) -> float:
    """How many stops more light a ratio is: its logarithm to base 2.

    Arguments:
        ratio: of two amounts of light, above 0; 4 times is 2 stops, a half is -1.
    """
    _positive("ratio", ratio)
    whole = 0
    rest = ratio
    while rest >= 2:
        rest = rest / 2
        whole = whole + 1
    while rest < 1:
        rest = rest * 2
        whole = whole - 1
    # ln x = 2 (y + y^3/3 + y^5/5 ...), y = (x - 1)/(x + 1) below 1/3: 20 terms reach a float's last digit.
    y = (rest - 1) / (rest + 1)
    power = y
    total = 0.0
    for term in range(20):
        total = total + power / (2 * term + 1)
        power = power * y * y
    return whole + 2 * total / 0.6931471805599453


def exposure(lux: float, seconds: float, iso: float, aperture: float) -> float:
    """Stops by which a picture is too bright (above 0) or too dark (below 0).

    Arguments:
        lux: light that falls on the goods, above 0.
        seconds: how long the shutter is open, above 0.
        iso: sensitivity, above 0.
        aperture: f-number of the lens, above 0.

    Source: ISO 2720:1974, incident-light meters: right when aperture² / seconds = lux · iso / C,
    with C = 250 for a flat receptor.
    """
    _positive("lux", lux)
    _positive("seconds", seconds)
    _positive("iso", iso)
    _positive("aperture", aperture)
    return stops(lux * iso * seconds / (250 * aperture * aperture))


def noise_share(lux: float, seconds: float, aperture: float, electrons: float) -> float:
    """Noise of a middle grey as a share of its brightness: one over the root of the light caught.

    ISO is not in it: ISO makes light and noise brighter together, only light makes the picture cleaner.

    Arguments:
        lux: light on the goods, above 0.
        seconds: how long the shutter is open, above 0.
        aperture: f-number of the lens, above 0.
        electrons: what a pixel's middle grey holds where ISO 100 is exposed rightly, above 0.

    Source: photons arrive as a Poisson process, so N of them scatter by √N (Schottky 1918; Janesick,
    Photon Transfer, 2007). Read noise is left out.
    """
    _positive("lux", lux)
    _positive("seconds", seconds)
    _positive("aperture", aperture)
    _positive("electrons", electrons)
    caught = electrons * lux * 100 * seconds / (250 * aperture * aperture)
    share: float = caught**-0.5
    return share


def motion_blur(speed: float, seconds: float) -> float:
    """How far something moves while the shutter is open, in the speed's unit of length.

    Arguments:
        speed: a second, at least 0.
        seconds: how long the shutter is open, above 0.
    """
    _not_negative("speed", speed)
    _positive("seconds", seconds)
    return speed * seconds


def flashes(seconds: float, mains: float) -> float:
    """How often a mains lamp flashes while the shutter is open: twice a period of the mains.

    Arguments:
        seconds: how long the shutter is open, above 0.
        mains: frequency of the mains, Hz, above 0; 50 in China.
    """
    _positive("seconds", seconds)
    _positive("mains", mains)
    return seconds * 2 * mains


def sine(turns: float) -> float:
    """The sine of an angle given in full turns, at least 0."""
    _not_negative("turns", turns)
    part = turns - int(turns)
    sign = 1.0
    if part >= 0.5:
        part = part - 0.5
        sign = -1.0
    if part > 0.25:
        part = 0.5 - part
    x = part * 6.283185307179586
    term = x
    total = 0.0
    for step in range(12):
        total = total + term
        term = -term * x * x / ((2 * step + 2) * (2 * step + 3))
    return sign * total


def flicker_depth(seconds: float, ripple: float, mains: float) -> float:
    """How deep the bands of a mains lamp are: 0 for none, else a share of the mean brightness.

    A lamp's light swings as 1 + ripple · cos(2π · 2 · mains · t). A row of the picture sees its mean over the
    time the shutter is open; rows are read one after the other, so the swing that is left stands as bands.
    Whole flashes leave none.

    Arguments:
        seconds: how long the shutter is open, above 0.
        ripple: of the lamp, 0 for daylight to 1 for a lamp that goes out between two flashes.
        mains: frequency of the mains, Hz, above 0.

    Source: the mean of a cosine over a window is its amplitude times sin(πx)/(πx), x the number of
    periods in the window; Poplin, An Automatic Flicker Detection Method for Embedded Camera Systems,
    IEEE Trans. Consumer Electronics 52 (2006).
    """
    if not 0 <= ripple <= 1:
        raise ValueError(f"ripple must lie between 0 and 1, not {ripple}")
    count = flashes(seconds, mains)
    left = sine(count / 2)
    if left < 0:
        left = -left
    return ripple * left / (3.141592653589793 * count)


def colour_cast(set_to: float, light: float) -> float:
    """How far white is from white, in mired: above 0 yellowish, below 0 bluish.

    Equal steps of mired look like equal steps of colour; equal steps of kelvin do not.

    Arguments:
        set_to: colour temperature that the white balance stands at, kelvin, above 0.
        light: colour temperature of the light, kelvin, above 0.

    Source: Judd, Sensibility to Color-Temperature Change, J. Opt. Soc. Am. 23 (1933); mired = 10⁶/K.
    """
    _positive("set_to", set_to)
    _positive("light", light)
    return 1000000 / light - 1000000 / set_to


def lamp_nearer(before: float, after: float) -> float:
    """How many times brighter a small lamp lights the goods when it is moved: by the square of the distance.

    Arguments:
        before: from the goods, in any unit, above 0.
        after: the new distance in the same unit, above 0.
    """
    _positive("before", before)
    _positive("after", after)
    return (before / after) ** 2
