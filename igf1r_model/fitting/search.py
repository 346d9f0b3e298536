"""The search: least squares from several starts, with the factors of relative data solved for in each evaluation.

The parameters are powers of ten. What is minimised is the sum of ((data - model)/error)^2 and of the prior
((log10 p - log10 start)/sd)^2. All that share a scale are compared with the model times one factor, the best there is
for these constants; that is the same optimum as with the factor as one more parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from igf1r_model.fitting.problem import Point, Problem
from igf1r_model.fitting.workers import Evaluate, Predicted
from igf1r_model.simulate import SimulationError

STEP: Final = 1e-3  # of the finite differences, in powers of ten
MARGIN: Final = 0.02  # of the distance between the bounds: no start is nearer to one

Floats = npt.NDArray[np.float64]
Watch = Callable[[float | None], None]  # told each evaluation, and the sum of squares of those that are no small step


@dataclass(frozen=True, slots=True)
class Found:
    """Where a search ended: log10 of the constants, what is predicted there, and the sensitivities of the residuals."""

    at: Floats
    predicted: tuple[float, ...]
    misfit: float
    penalty: float
    jacobian: Floats  # of the data's residuals

    @property
    def objective(self) -> float:
        """The sum that was minimised."""
        return self.misfit + self.penalty


class Search:
    """The objective of a problem and its derivative, for SciPy."""

    def __init__(self, problem: Problem, evaluate: Evaluate, watch: Watch = lambda _: None) -> None:
        self.problem = problem
        self._evaluate, self._watch = evaluate, watch
        self.start = np.log10([one.start for one in problem.parameters])
        self.present = np.log10([one.present for one in problem.parameters])
        self.low = np.log10([one.low for one in problem.parameters])
        self.high = np.log10([one.high for one in problem.parameters])
        self.sd = np.array([one.sd for one in problem.parameters])
        self._last: tuple[bytes, Predicted] = (b"", None)

    def from_(self, start: Floats, evaluations: int) -> Found:
        """The optimum that is nearest downhill.

        Raises:
            SimulationError: when the start cannot be simulated.
        """
        from scipy.optimize import least_squares

        room = MARGIN * (self.high - self.low)
        begin = np.clip(start, self.low + room, self.high - room)
        if not np.all(np.isfinite(self.residuals(begin))):
            raise SimulationError(f"{self.problem.model}: a start of the search cannot be simulated")
        ended = least_squares(
            self.residuals, begin, self.jacobian, bounds=(self.low, self.high), method="trf", x_scale=self.sd,
            ftol=1e-6, xtol=1e-5, gtol=1e-6, max_nfev=evaluations,
        )  # fmt: skip
        return self.found(np.asarray(ended.x, dtype=float), self.jacobian(ended.x))

    def found(self, at: Floats, jacobian: Floats) -> Found:
        """What there is to say of a place, with the sensitivities there or near by."""
        predicted, number = self._here(at), len(self.problem.points)
        if predicted is None:
            raise SimulationError(f"{self.problem.model}: the constants that were found cannot be simulated")
        squares = self.residuals(at) ** 2
        misfit, penalty = float(squares[:number].sum()), float(squares[number:].sum())
        return Found(at, tuple(predicted), misfit, penalty, jacobian[:number])

    def residuals(self, at: Floats) -> Floats:
        """Those of the data and of the prior; none is a number where the model cannot be simulated."""
        found = self._residuals(at, self._here(at))
        self._watch(float((found**2).sum()))
        return found

    def jacobian(self, at: Floats) -> Floats:
        """By steps of one constant after the other; where one cannot be simulated, by steps the other way."""
        base = self._residuals(at, self._here(at))
        forward = np.where(at + STEP > self.high, -STEP, STEP)
        columns = self._columns(at, forward, base)
        if not np.all(np.isfinite(columns)):
            columns = self._columns(at, -forward, base)
        if not np.all(np.isfinite(columns)):
            raise SimulationError(f"{self.problem.model}: cannot be simulated all around a point of the search")
        return np.column_stack(columns)

    def _columns(self, at: Floats, steps: Floats, base: Floats) -> list[Floats]:
        moved = [at + np.where(np.arange(len(at)) == n, step, 0.0) for n, step in enumerate(steps)]
        evaluations = self._evaluate([self.constants(place) for place in moved])
        columns = []
        for place, step, predicted in zip(moved, steps, evaluations, strict=True):
            columns.append((self._residuals(place, predicted) - base) / step)
            self._watch(None)
        return columns

    def constants(self, at: Floats) -> dict[str, float]:
        """The constants at a place, in the units of the SBML file."""
        return {one.id: float(10.0**x) for one, x in zip(self.problem.parameters, at, strict=True)}

    def _here(self, at: Floats) -> Predicted:
        key = at.tobytes()
        if self._last[0] != key:
            self._last = (key, next(iter(self._evaluate([self.constants(at)]))))
        return self._last[1]

    def _residuals(self, at: Floats, predicted: Predicted) -> Floats:
        if predicted is None:
            return np.full(len(self.problem.points) + len(at), np.nan)
        prior = (at - self.start) / self.sd
        return np.concatenate([data_residuals(self.problem.points, predicted), prior])


def data_residuals(points: Sequence[Point], predicted: Sequence[float]) -> Floats:
    """(data - model)/error, the model times the factor of its scale."""
    factors = scales(points, predicted)
    pairs = zip(points, predicted, strict=True)
    return np.array([(point.value - factors.get(point.scale, 1.0) * model) / point.error for point, model in pairs])


def scales(points: Sequence[Point], predicted: Sequence[float]) -> dict[str, float]:
    """The best factor of each scale."""
    found = {}
    for name in dict.fromkeys(point.scale for point in points if point.scale):
        here = [(p, m) for p, m in zip(points, predicted, strict=True) if p.scale == name]
        weight = sum((m / p.error) ** 2 for p, m in here)
        found[name] = sum(p.value * m / p.error**2 for p, m in here) / weight if weight > 0 else 1.0
    return found


def starts(search: Search, number: int, seed: int) -> Iterator[Floats]:
    """The values that the model has now, then others spread over the prior as a Latin hypercube."""
    yield search.present
    if number > 1:
        from scipy.stats import norm, qmc

        cube: Any = qmc.LatinHypercube(len(search.start), rng=np.random.default_rng(seed))
        for row in cube.random(number - 1):
            yield search.start + search.sd * norm.ppf(row)
