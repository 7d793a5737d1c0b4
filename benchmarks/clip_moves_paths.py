"""The camera paths of the rendered clips, and the hand that carries the camera along them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from clip_scenes import View, eased


def path_of(
    rng: np.random.Generator, kind: str, size: tuple[int, int], focal: float, near: float, seconds: float
) -> tuple[Callable[[float], View], str, float]:
    """Where the camera is at each moment, the move's direction, how much of it there is.

    The amount is the product's growth for push, pull and zoom, else frame widths (or heights).
    """
    wait, rest = rng.uniform(0, 0.2), rng.uniform(0, 0.2)
    sign = float(rng.choice([-1, 1]))

    def share(at: float) -> float:
        return eased((at / seconds - wait) / (1 - wait - rest))

    base = View(focal, pitch=rng.uniform(-0.05, 0.2))
    if kind == "static":
        return (lambda _: base), "", 0.0
    if kind in {"push", "pull", "zoom"}:
        return _along(rng, kind, base, near, sign, share)
    return _aside(rng, kind, base, size, near, sign, share)


def _along(
    rng: np.random.Generator,
    kind: str,
    base: View,
    near: float,
    sign: float,
    share: Callable[[float], float],
) -> tuple[Callable[[float], View], str, float]:
    """A push, a pull, or a zoom in or out."""
    growth = float(np.exp(rng.uniform(np.log(1.13), np.log(1.7))))
    inward = sign > 0 if kind == "zoom" else kind == "push"
    direction = "in" if inward else "out"

    def done(at: float) -> float:
        return share(at) if inward else 1 - share(at)

    if kind == "zoom":
        return (lambda at: replace(base, focal=base.focal * growth ** done(at))), direction, growth
    way = near * (1 - 1 / growth)
    aside = rng.uniform(-0.15, 0.15) * way
    return (lambda at: replace(base, z=way * done(at), x=aside * done(at))), direction, growth


def _aside(
    rng: np.random.Generator,
    kind: str,
    base: View,
    size: tuple[int, int],
    near: float,
    sign: float,
    share: Callable[[float], float],
) -> tuple[Callable[[float], View], str, float]:
    """A pan, tilt, truck or pedestal; the wrist of a pan swings the camera a little."""
    flat = kind in {"pan", "truck"}
    direction = {(True, 1): "right", (True, -1): "left", (False, 1): "down", (False, -1): "up"}[
        flat, int(sign)
    ]
    amount = float(np.exp(rng.uniform(np.log(0.18), np.log(1.0))))
    amount = amount if flat else min(amount, 0.7)
    seen = size[0 if flat else 1] / base.focal
    if kind in {"pan", "tilt"}:
        angle, arm = sign * amount * seen, rng.uniform(0, 0.06) * near

        def turning(at: float) -> View:
            now = angle * (share(at) - 0.5)
            swing = arm * np.sin(now)
            if flat:
                return replace(base, yaw=now, x=swing)
            return replace(base, pitch=base.pitch + now, y=swing)

        return turning, direction, amount
    turned = rng.uniform(-0.04, 0.04)
    amount = amount if flat else amount * 0.6
    way = sign * amount * seen * near

    def going(at: float) -> View:
        gone = way * (share(at) - 0.5)
        if flat:
            return replace(base, x=gone, yaw=turned * share(at))
        return replace(base, y=gone, pitch=base.pitch + turned * share(at))

    return going, direction, amount


def in_hand(
    rng: np.random.Generator, path: Callable[[float], View], near: float, *, tripod: bool
) -> Callable[[float], View]:
    """The same path in a hand: tremor (2 to 9 Hz), sway (0.2 to 1.2 Hz) and steps."""
    if tripod:
        return path
    tremor = np.radians(np.exp(rng.uniform(np.log(0.03), np.log(0.3))))
    sway = np.radians(np.exp(rng.uniform(np.log(0.08), np.log(0.6))))
    shift = near * np.exp(rng.uniform(np.log(0.001), np.log(0.006)))
    steps = rng.uniform(0, 0.012) * near * (rng.random() < 0.4)
    quick = [(rng.uniform(2, 9), rng.uniform(0, 2 * np.pi, 6), rng.normal(0, 0.45, 6)) for _ in range(5)]
    slow = [(rng.uniform(0.2, 1.2), rng.uniform(0, 2 * np.pi, 6), rng.normal(0, 0.5, 6)) for _ in range(3)]
    walk = rng.uniform(1.5, 2.1)

    def shaken(at: float) -> View:
        fast, lazy = (
            np.sum([np.sin(2 * np.pi * rate * at + phase) * weight for rate, phase, weight in waves], axis=0)
            for waves in (quick, slow)
        )
        turn, move = tremor * fast[:3] + sway * lazy[:3], shift * (0.3 * fast[3:] + lazy[3:])
        view = path(at)
        return replace(
            view,
            yaw=view.yaw + turn[0], pitch=view.pitch + turn[1], roll=view.roll + turn[2],
            x=view.x + move[0] + steps * 0.5 * np.sin(np.pi * walk * at),
            y=view.y + move[1] + steps * np.sin(2 * np.pi * walk * at),
            z=view.z + move[2],
        )  # fmt: skip

    return shaken
