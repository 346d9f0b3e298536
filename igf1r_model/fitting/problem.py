"""What is fitted, as plain data that workers can be given: parameters, cells at rest, treatments, published numbers.

It is made of what the exporters write, the SBML and the experiments, so what is fitted is what others read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from igf1r_model.calibration import estimates
from igf1r_model.exporters import experiments, sbml
from igf1r_model.model import Constant, Model
from igf1r_model.units import parse_unit

SIGMAS: Final = 4  # standard deviations of a prior between its bounds

Json = dict[str, Any]
Changes = tuple[tuple[str, str, float], ...]  # target, act, value
Values = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A constant that is searched, in the unit of the SBML file; `factor` leads there from the curator's unit."""

    id: str
    start: float
    low: float
    high: float
    unit: str
    factor: float
    present: float

    @property
    def sd(self) -> float:
        """The standard deviation of the prior, in powers of ten."""
        return (math.log10(self.high) - math.log10(self.low)) / SIGMAS


@dataclass(frozen=True, slots=True)
class Cell:
    """A kind of cell that comes to rest: values that are set, then changes that are made."""

    values: Values
    changes: Changes


@dataclass(frozen=True, slots=True)
class Run:
    """A treatment of a cell at rest, and what of it is read when."""

    cell: int
    doses: Values
    changes: Changes
    times: tuple[float, ...]
    reads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A published number, the run that it belongs to, and where in its table it is found."""

    experiment: str
    arm: str
    dose: float | None
    run: int
    read: str
    at: float
    value: float
    error: float
    scale: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that an evaluation needs."""

    model: str
    sbml: str
    parameters: tuple[Parameter, ...]
    cells: tuple[Cell, ...]
    runs: tuple[Run, ...]
    points: tuple[Point, ...]


def problem(model: Model) -> Problem:
    """The problem of a model that starts at its rest.

    Raises:
        ValueError: when it has no constant to fit, or no data to fit it to.
    """
    told: Json = json.loads(experiments.export(model))
    found = [(one, arm, dose) for one in told["experiments"] for arm in one["arms"] for dose in _doses(one, arm)]
    parameters = tuple(map(_parameter, estimates(model)))
    if not parameters:
        raise ValueError(f"{model.id} has no constant to fit; declare one with estimated(...)")
    if not found:
        raise ValueError(f"{model.id} has no data to fit to; give experiments data=published(...)")
    cells: dict[str, Cell] = {}
    for _, arm, _ in found:
        cells.setdefault(_key(arm), _cell(arm, told))
    names = list(cells)
    runs = tuple(_run(one, arm, dose, names.index(_key(arm)), told) for one, arm, dose in found)
    points = tuple(_points(found))
    return Problem(model.id, sbml.export(model), parameters, tuple(cells.values()), runs, points)


def _parameter(constant: Constant) -> Parameter:
    quantity = constant.quantity
    assert quantity.bounds is not None
    assert quantity.start is not None
    factor = parse_unit(quantity.unit).factor
    start, low, high = (factor * number for number in (quantity.start, *quantity.bounds))
    return Parameter(constant.id, start, low, high, quantity.unit, factor, factor * quantity.value)


def _doses(one: Json, arm: Json) -> list[float | None]:
    """The doses of an arm that have data; none if it has no data."""
    return list(dict.fromkeys(datum.get("dose") for datum in one["data"] if datum["arm"] == arm["id"]))


def _key(arm: Json) -> str:
    return json.dumps([arm["context"], arm["cell"]])


def _cell(arm: Json, told: Json) -> Cell:
    """The context's values, nothing in the medium, and the changes of the cell."""
    context: Mapping[str, float] = told["contexts"].get(arm["context"], {"values": {}})["values"]
    return Cell((*context.items(), *((id, 0.0) for id in told["inputs"])), _changes(arm["cell"]))


def _run(one: Json, arm: Json, dose: float | None, cell: int, told: Json) -> Run:
    doses: Mapping[str, float] = told["contexts"].get(arm["context"], {"doses": {}})["doses"]
    varied: Changes = ((one["series"]["target"], "set", dose),) if dose is not None else ()
    here = [datum for datum in one["data"] if datum["arm"] == arm["id"] and datum.get("dose") == dose]
    times = tuple(sorted({0.0, *(datum["at"] for datum in here)}))
    reads = tuple(dict.fromkeys(datum["read"] for datum in here))
    return Run(cell, tuple(doses.items()), (*_changes(arm["changes"]), *varied), times, reads)


def _changes(changes: Sequence[Json]) -> Changes:
    return tuple((change["target"], change["act"], change["value"]) for change in changes)


def _points(found: Sequence[tuple[Json, Json, float | None]]) -> list[Point]:
    """The data, run by run."""
    return [
        Point(
            one["id"], arm["id"], dose, run, datum["read"], datum["at"], datum["value"], datum["error"],
            datum.get("scale", ""),
        )
        for run, (one, arm, dose) in enumerate(found)
        for datum in one["data"]
        if datum["arm"] == arm["id"] and datum.get("dose") == dose
    ]  # fmt: skip
