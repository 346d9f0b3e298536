"""What a published behaviour is: a claim with its paper and band, the experiments it needs, and what is measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from igf1r_validation.behaviours.lab import Table

Priority = Literal["must", "should", "could"]
PRIORITIES: Final[tuple[Priority, ...]] = ("must", "should", "could")


@dataclass(frozen=True, slots=True)
class Check:
    """One number that was measured in the simulation, and the band in which it should lie (both ends belong to it)."""

    what: str
    value: float
    low: float = -math.inf
    high: float = math.inf

    @property
    def holds(self) -> bool:
        """Whether the value is in the band; a value that is no number is in none."""
        return self.low <= self.value <= self.high

    def __str__(self) -> str:
        sign = "" if self.holds else " (not in the band)"
        return f"{self.what} {self.value:.3g}{sign}"


Tables = Mapping[str, Table]
Measure = Callable[[Tables], Iterable[Check]]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """A published observation and how it is looked for.

    Attributes:
        id: as in the project's list of published behaviours.
        priority: a `must` that fails is a failed judgement.
        claim: what the paper says, in one sentence.
        band: what counts as consistent with it, in words; the numbers stand in the checks.
        paper: CURIE of the paper, empty for a check of the construction.
        confirmed: somebody saw the paper's number and title and what it says; only then it counts.
        uses: the experiments (ids) whose tables `measure` gets.
        lacks: what the model does not have and why, if it cannot show the behaviour at all.
        note: why it fails, or what a pass rests on.
    """

    id: str
    priority: Priority
    claim: str
    band: str
    paper: str
    confirmed: bool
    uses: tuple[str, ...]
    measure: Measure
    lacks: str = ""
    note: str = ""


BEHAVIOURS: Final[dict[str, Behaviour]] = {}


def behaviour(
    id: str, priority: Priority, claim: str, *, band: str, paper: str, uses: Sequence[str], confirmed: bool = True,
    note: str = "",
) -> Callable[[Measure], Measure]:  # fmt: skip
    """Enter a behaviour in the list; the function below measures it."""

    def enter(measure: Measure) -> Measure:
        _enter(Behaviour(id, priority, claim, band, paper, confirmed, tuple(uses), measure, note=note))
        return measure

    return enter


def not_modelled(
    id: str, priority: Priority, claim: str, *, band: str, paper: str, lacks: str, confirmed: bool = True
) -> None:
    """Enter a behaviour that the model cannot show, with the reason."""
    _enter(Behaviour(id, priority, claim, band, paper, confirmed, (), lambda _: (), lacks))


def _enter(new: Behaviour) -> None:
    if new.id in BEHAVIOURS:
        raise ValueError(f"{new.id} is entered twice")
    BEHAVIOURS[new.id] = new


# Small measures that several behaviours share.


def dose_for(doses: Sequence[float], responses: Sequence[float], level: float) -> float:
    """The dose at which a rising or falling response crosses a level, interpolated on log dose; nan if nowhere."""
    steps = list(zip(doses, responses, strict=True))
    for (dose, value), (next_dose, next_value) in pairwise(steps):
        if (value - level) * (next_value - level) <= 0 and value != next_value:
            part = (level - value) / (next_value - value)
            return math.exp(math.log(dose) + part * (math.log(next_dose) - math.log(dose)))
    return math.nan


def ec50(doses: Sequence[float], responses: Sequence[float], rest: float = 0.0) -> float:
    """The dose of half the largest effect above `rest`."""
    return dose_for(doses, responses, rest + (max(responses) - rest) / 2)


def ic50(doses: Sequence[float], responses: Sequence[float], control: float) -> float:
    """The dose that leaves half of the control."""
    return dose_for(doses, responses, control / 2)


def hill(doses: Sequence[float], responses: Sequence[float]) -> float:
    """The Hill number from the doses of 10 % and 90 % of the largest response."""
    top = max(responses)
    return math.log(81) / math.log(dose_for(doses, responses, 0.9 * top) / dose_for(doses, responses, 0.1 * top))


def area(times: Sequence[float], values: Sequence[float]) -> float:
    """The area under a curve, by trapezoids, in value times seconds."""
    points = list(zip(times, values, strict=True))
    return sum((t2 - t1) * (v1 + v2) / 2 for (t1, v1), (t2, v2) in pairwise(points))


def rise_time(times: Sequence[float], values: Sequence[float], share: float = 0.9) -> float:
    """When a curve first reaches a share of its largest value, interpolated, in seconds."""
    goal = share * max(values)
    points = list(zip(times, values, strict=True))
    for (t1, v1), (t2, v2) in pairwise(points):
        if v1 < goal <= v2:
            return t1 + (t2 - t1) * (goal - v1) / (v2 - v1)
    return points[0][0]
