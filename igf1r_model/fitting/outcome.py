"""What a fit says of each constant: its interval, whether the data determine it, and which of them do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from igf1r_model.calibration import SCALE, Row
from igf1r_model.fitting.search import Floats, Found, Search, data_residuals, scales

NORMAL_95: Final = 1.959964  # standard deviations
NARROWED: Final = 0.5  # of the prior's standard deviation: less is left where the data determine a constant
INFORMED: Final = 1e-9  # of the prior's information: less is none
SHARE: Final = 0.01  # of the data's information about a constant: an experiment with less is not named
NEAR: Final = 0.01  # of the distance between the bounds, on the logarithmic scale
DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """A constant's row of the table, how much of the prior's width is left, and whether it ended at a bound."""

    row: Row
    left: float
    at_bound: bool


def verdicts(search: Search, found: Found) -> list[Verdict]:
    """One for each constant: a normal approximation at the optimum, with the information of data and prior."""
    data = found.jacobian.T @ found.jacobian
    covariance = np.linalg.inv(data + np.diag(1 / search.sd**2))
    left = np.sqrt(np.diag(covariance)) / search.sd
    informed = np.diag(data) * search.sd**2 > INFORMED
    width = search.high - search.low
    near = np.minimum(found.at - search.low, search.high - found.at) < NEAR * width
    names = _informative(search, found.jacobian)
    return [
        Verdict(_row(search, n, found, left[n], bool(informed[n]), names[n]), float(left[n]), bool(near[n]))
        for n in range(len(found.at))
    ]


def _row(search: Search, n: int, found: Found, left: float, informed: bool, data: str) -> Row:
    one, x, sd = search.problem.parameters[n], found.at[n], search.sd[n]
    reach = NORMAL_95 * left * sd
    low, value, high = (float(10 ** (x + step)) / one.factor for step in (-reach, 0.0, reach))
    identifiable = bool(informed and left < NARROWED)
    return Row(one.id, value, one.unit, low, high, one.start / one.factor, float(sd), identifiable, data)


def _informative(search: Search, jacobian: Floats) -> list[str]:
    """For each constant the experiments that tell something of it."""
    ids = [point.experiment for point in search.problem.points]
    squares, told = jacobian**2, []
    for n in range(jacobian.shape[1]):
        total = squares[:, n].sum()
        by = {id: sum(squares[i, n] for i, other in enumerate(ids) if other == id) for id in dict.fromkeys(ids)}
        told.append(" ".join(id for id, share in by.items() if total > 0 and share >= SHARE * total))
    return told


def scale_rows(search: Search, found: Found) -> list[Row]:
    """The factors of relative data."""
    factors = scales(search.problem.points, found.predicted)
    return [Row(f"{SCALE}{name}", value, "dimensionless") for name, value in factors.items()]


def rounded(search: Search, found: Found) -> Found:
    """The same with the constants as they will stand in the table."""
    told = [float(f"{10**x / p.factor:.{DIGITS}g}") for x, p in zip(found.at, search.problem.parameters, strict=True)]
    at = np.log10([value * p.factor for value, p in zip(told, search.problem.parameters, strict=True)])
    return search.found(np.asarray(at), found.jacobian)


def residual_lines(search: Search, found: Found) -> list[str]:
    """Data against model as tab-separated text, a line for each published number."""
    factors = scales(search.problem.points, found.predicted)
    residuals = data_residuals(search.problem.points, found.predicted)
    lines = ["\t".join(("experiment", "arm", "dose", "read", "at", "value", "error", "scale", "model", "residual"))]
    for point, model, residual in zip(search.problem.points, found.predicted, residuals, strict=True):
        told = model * factors.get(point.scale, 1.0)
        dose = "" if point.dose is None else f"{point.dose:g}"
        numbers: Sequence[str] = [f"{point.at:g}", f"{point.value:g}", f"{point.error:g}"]
        ends = [point.scale, f"{told:.6g}", f"{residual:.4g}"]
        lines.append("\t".join([point.experiment, point.arm, dose, point.read, *numbers, *ends]))
    return lines
