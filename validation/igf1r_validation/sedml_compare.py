"""Compare the curves of a SED-ML file: of two engines that ran the file, and of the experiment that it is to say.

At the time of a later dose a reading may be one before the dose or one after it: the experiments file reads before,
both engines read after their event. So at such a time each engine is held against the nearer one of the experiment's
values just before and just after, and where these two differ, the engines are not held against each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from igf1r_validation.same_curves import TOLERANCE, floor_of, relative_difference

COPASI, ROADRUNNER, EXPERIMENT = "COPASI", "libRoadRunner", "the experiment"
PAIRS: Final = ((COPASI, ROADRUNNER), (COPASI, EXPERIMENT), (ROADRUNNER, EXPERIMENT))

Values = Sequence[float]


@dataclass(frozen=True, slots=True)
class Curve:
    """One data generator at one dose, by who computed it, at the output times (s).

    Attributes:
        after: what the experiment reads just after the later doses, by the place of their time.
    """

    generator: str
    dose: float | None
    times: Values
    values: Mapping[str, Values]
    after: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Apart:
    """Where two curves differ most."""

    difference: float
    who: tuple[str, str]
    generator: str
    dose: float | None
    seconds: float
    both: tuple[float, float]

    def __str__(self) -> str:
        dose = "" if self.dose is None else f" at {self.dose:g} nM"
        values = ", ".join(f"{who} {value:.8g}" for who, value in zip(self.who, self.both, strict=True))
        return f"{self.generator}{dose} at {self.seconds:g} s: {values} (relative difference {self.difference:.1e})"


def compared(curve: Curve) -> list[Apart]:
    """The largest difference of each pair, also when it is small; a curve of another length is infinitely far."""
    lengths = {who: len(values) for who, values in curve.values.items()}
    if set(lengths.values()) != {len(curve.times)}:
        who = next((pair for pair in PAIRS if lengths[pair[0]] != lengths[pair[1]]), PAIRS[0])
        ends = (float(lengths[who[0]]), float(lengths[who[1]]))
        return [Apart(math.inf, who, f"{curve.generator} (number of points)", curve.dose, curve.times[-1], ends)]
    floor = floor_of(value for values in curve.values.values() for value in values)
    return [max(_points(curve, pair, floor), key=lambda one: one.difference) for pair in PAIRS]


def _points(curve: Curve, who: tuple[str, str], floor: float) -> Iterator[Apart]:
    first, second = (curve.values[one] for one in who)
    for place, seconds in enumerate(curve.times):
        one, other = first[place], second[place]
        if place in curve.after:
            one, other = _at_dose(curve, place, who, floor)
        difference = relative_difference(one, other, floor)
        yield Apart(difference, who, curve.generator, curve.dose, seconds, (one, other))


def _at_dose(curve: Curve, place: int, who: tuple[str, str], floor: float) -> tuple[float, float]:
    """The values to compare at the time of a later dose; two that are equal where there is nothing to compare."""
    before, after = curve.values[EXPERIMENT][place], curve.after[place]
    value = curve.values[who[0]][place]
    if who[1] == EXPERIMENT:
        return value, min(before, after, key=lambda near: relative_difference(value, near, floor))
    jumps = not relative_difference(before, after, floor) < TOLERANCE
    return (value, value) if jumps else (value, curve.values[who[1]][place])
