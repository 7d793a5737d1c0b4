"""相机: light, shutter, ISO and white balance on one picture of 腊肉, beside the picture to match.

Invented for the exercise, and labelled so on the page: how bright and how yellow the three places are, how
deep their lamps flicker, how fast the knife is, the lens, the sensor. What follows from them is physics
(nongju.models.camera).
"""

from collections.abc import Mapping
from typing import Any

from nongju.models.camera import (
    _not_negative,
    _positive,
    colour_cast,
    exposure,
    flashes,
    flicker_depth,
    motion_blur,
    noise_share,
    sine,
    stops,
)
from nongju.simulators.control import Pick, Slider
from nongju.simulators.saying import said
from nongju.simulators.simulation import Simulation


def stage(place: str) -> dict[str, Any]:
    """One of the three places.

    Returns:
        lux: on the goods; kelvin: colour temperature of the light; ripple: of its lamp, 0 to 1; speed: of the
            knife, cm a second; shutter: part of a second with which the picture to match was taken.
    """
    if place == "window":  # a metre from a window by day; chopping is fast
        return {"lux": 1000.0, "kelvin": 5500.0, "ripple": 0.0, "speed": 100.0, "shutter": 250.0}
    if place == "lamp":  # a bright LED lamp over the table, with a cheap driver
        return {"lux": 300.0, "kelvin": 4000.0, "ripple": 0.8, "speed": 50.0, "shutter": 100.0}
    # the kitchen's one small bulb; nothing moves
    return {"lux": 50.0, "kelvin": 3000.0, "ripple": 0.8, "speed": 0.0, "shutter": 50.0}


def phone() -> dict[str, float]:
    """The phone of the exercise.

    Returns:
        aperture: f-number of a usual main camera; electrons: of a middle grey at ISO 100, for pixels of a
            thousandth of a millimetre; mains: Hz; pixels: of the frame's 1080 for a centimetre of board.
    """
    return {"aperture": 1.8, "electrons": 900.0, "mains": 50.0, "pixels": 40.0}


def limits() -> dict[str, float]:
    """What still counts as good. Assumptions of this course: they judge an exercise, no learner's clip.

    Returns:
        stops: a third of a stop and a little, one click of a camera's dial; mired: two clicks of 10, which
            a careful eye begins to see; noise: share of a middle grey, one part in ten; blur: cm, less than
            the edge of the knife is broad in the frame; bands: share, one part in fifty.
    """
    return {"stops": 0.35, "mired": 20.0, "noise": 0.1, "blur": 0.6, "bands": 0.02}


def look_of(place: str, shutter: float, iso: float, kelvin: float) -> dict[str, float]:
    """What the picture looks like.

    Arguments:
        place: as in `stage`.
        shutter: open for one part in so many of a second.
        iso: sensitivity.
        kelvin: where the white balance stands.

    Returns:
        stops, cast (mired), noise (share), blur (cm), pixels (blur in a frame 1080 wide), bands (share),
        flashes (of the lamp while the shutter is open).
    """
    here = stage(place)
    camera = phone()
    seconds = 1 / shutter
    blur = motion_blur(here["speed"], seconds)
    return {
        "stops": exposure(here["lux"], seconds, iso, camera["aperture"]),
        "cast": colour_cast(kelvin, here["kelvin"]),
        "noise": noise_share(here["lux"], seconds, camera["aperture"], camera["electrons"]),
        "blur": blur,
        "pixels": blur * camera["pixels"],
        "bands": flicker_depth(seconds, here["ripple"], camera["mains"]),
        "flashes": flashes(seconds, camera["mains"]),
    }


def verdicts(look: Mapping[str, float]) -> list[list[Any]]:
    """Brightness, colour, noise, blur and bands in words, each with 1 when it is good and 0 when not."""
    most = limits()
    light = look["stops"] if look["stops"] >= 0 else -look["stops"]
    cast = look["cast"] if look["cast"] >= 0 else -look["cast"]
    brightness = ["亮度正好", 1]
    if light > most["stops"]:
        brightness = [f"{'亮过了' if look['stops'] > 0 else '暗了'} {said(light):.1f} 档", 0]
    colour = ["颜色正", 1]
    if cast > most["mired"]:
        colour = ["颜色偏黄" if look["cast"] > 0 else "颜色偏蓝", 0]
    noise = ["画面干净", 1]
    if look["noise"] > most["noise"]:
        noise = ["麻点多", 0]
    knife = ["刀不糊", 1]
    if look["blur"] > most["blur"]:
        knife = [f"刀糊 {said(look['blur']):.1f} 厘米", 0]
    bands = ["没有横纹", 1]
    if look["bands"] > most["bands"]:
        bands = ["有横纹", 0]
    return [brightness, colour, noise, knife, bands]


def camera_stars(checks: list[list[Any]], lamp: bool) -> list[Any]:
    """Stars and the next hint, as [stars, hint].

    Arguments:
        checks: as `verdicts` gives them.
        lamp: whether a mains lamp lights the place.
    """
    if checks[0][1] < 1:
        return [0, "先让亮度正好：动快门，或者动感光。"]
    if checks[4][1] < 1:
        return [1, "再让横纹不见：快门里，灯要闪整数下。"]
    if checks[3][1] < 1:
        return [1, "再让刀不糊：快门再短些，感光补上。"]
    if checks[2][1] < 1:
        return [2, "麻点多，是光收少了：快门能不能长些？"]
    if checks[1][1] < 1:
        return [2, "再让白碗是白的：动白平衡。"]
    why = "为什么是这个快门？" if lamp else "窗边为什么不用管灯闪？"
    return [3, "和照着的一样了。想一想：" + why]


def phone_camera_outcome(values: Mapping[str, Any]) -> dict[str, Any]:
    """The picture in numbers and words, and the picture to match.

    Arguments:
        values: place ("window", "lamp" or "dim"), shutter (part of a second, as text), iso, kelvin.
    """
    place = values["place"]
    here = stage(place)
    look = look_of(place, float(values["shutter"]), values["iso"], values["kelvin"])
    best = look_of(place, here["shutter"], 100, here["kelvin"])
    best["stops"] = 0.0
    checks = verdicts(look)
    words = []
    for check in checks:
        words.append(check[0])
    sentence = words[0] + "，" + words[1] + "。" + words[2] + "，" + words[3] + "，" + words[4] + "。"
    lamp = here["ripple"] > 0
    rows = [
        ["亮度差", look["stops"], "档"],
        ["白平衡比光高", values["kelvin"] - here["kelvin"], "K"],
        ["麻点", look["noise"] * 100, "%"],
        ["刀糊", look["blur"], "厘米"],
        ["横纹", look["bands"] * 100, "%"],
    ]
    if lamp:
        rows.append(["快门里灯闪", look["flashes"], "下"])
    earned = camera_stars(checks, lamp)
    return {
        "sentence": sentence,
        "rows": rows,
        "look": look,
        "best": best,
        "checks": checks,
        "stars": earned[0],
        "hint": earned[1],
    }


PHONE_CAMERA = Simulation(
    name="相机",
    title="相机：照着那一张拍",
    goal="拍得和「照着拍」一样：亮度正好，没有横纹，刀不糊，干净，白碗是白的。",
    controls=(
        Pick(
            "place",
            "在哪里拍",
            (("window", "白天靠窗，剁肉"), ("lamp", "晚上亮灯下，切肉"), ("dim", "灶屋小灯，没人动")),
            "lamp",
        ),
        Pick(
            "shutter",
            "快门：开几分之一秒",
            (
                ("30", "1/30"),
                ("50", "1/50"),
                ("60", "1/60"),
                ("100", "1/100"),
                ("125", "1/125"),
                ("250", "1/250"),
            ),
            "60",
        ),
        Slider("iso", "感光（调亮）", "度", 100, 3200, 100, 400),
        Slider("kelvin", "白平衡（光有多黄）", "K", 2500, 7500, 100, 5500),
    ),
    model=(
        said,
        _positive,
        _not_negative,
        stops,
        exposure,
        noise_share,
        motion_blur,
        flashes,
        sine,
        flicker_depth,
        colour_cast,
        stage,
        phone,
        limits,
        look_of,
        verdicts,
        camera_stars,
    ),
    outcome=phone_camera_outcome,
    view="camera.js",
    note="练习用的数：三处的亮和黄、灯闪多深、刀多快、镜头和感光片，都是估的。横纹、糊和颜色照光的道理算。"
    "真手机会自己抹掉一些麻点，细处也一起抹了。",
)
