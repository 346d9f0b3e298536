"""What is done to a cell in an experiment, as plain data: one description is simulated, drawn, fitted and judged.

Times are seconds from the start of the arm. How an arm is run is told in docs/architecture.md, and in the files
that describe experiments themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a model holds experiments
    from igf1r_model.model import Source


class Act(StrEnum):
    """What happens to a value."""

    SET = "set"
    ADD = "add"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Change:
    """At a time, the concentration of a form, a constant or a switch becomes something else.

    `value` is in `unit`, or a plain factor if the act is to scale. `why` says what stands behind it.
    """

    target: str
    act: Act
    value: float
    unit: str
    at: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Arm:
    """One way of treating one kind of cell.

    `context` is the kind of cell, the model as written if empty. `cell` changes what the cell is (a knock-down, a
    transfection): it comes to rest with them, without doses, before time 0. `changes` happen after that. `rest` is
    where such a changed cell comes to rest (form and nM), as ``igf1r-model baseline`` computed it; empty before that.
    """

    id: str
    name: str
    changes: tuple[Change, ...]
    context: str = ""
    cell: tuple[Change, ...] = ()
    rest: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A dose that is varied: every arm is run once for each of the `values` (nM) of the target, set at a time."""

    target: str
    values: tuple[float, ...]
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Datum:
    """A published number: what was read in an arm at a time (and a dose), with its standard error.

    Relative numbers name a `scale`: all that share one are known up to a common factor.
    """

    arm: str
    read: str
    at: float
    value: float
    error: float
    dose: float | None = None
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Experiment:
    """Arms that are compared, what is read of them (ids of observables or forms) and when.

    `data` are numbers that the paper gives; they are what `make calibrate` fits.
    """

    id: str
    name: str
    question: str
    reads: tuple[str, ...]
    times: tuple[float, ...]
    arms: tuple[Arm, ...]
    sources: tuple[Source, ...] = ()
    series: Series | None = None
    data: tuple[Datum, ...] = ()
    origin: str = field(default="", compare=False)
