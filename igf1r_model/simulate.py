"""Simulation of written SBML with libRoadRunner (extra ``validate``): what is on disk is what is simulated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

DAY: Final = 86_400.0
LONGEST: Final = 400  # days; slower than the slowest turnover in the models
TRACE: Final = 1e-15  # nM
STILL: Final = 1e-7  # relative change per day, of the largest concentration


class SimulationError(RuntimeError):
    """A simulation that failed or did not come to rest."""


def steady_state(sbml: str, name: str) -> Mapping[str, float]:
    """The concentrations (nM, by species) where a model comes to rest from its initial amounts.

    The system is integrated day by day rather than solved for: a root finder knows no conserved moieties and no
    stability.

    Raises:
        SimulationError: naming the model, and either what the integrator said or what still moves.
    """
    import roadrunner

    roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
    runner = roadrunner.RoadRunner(sbml)
    runner.integrator.relative_tolerance = 1e-9
    runner.integrator.absolute_tolerance = 1e-20
    species = list(runner.model.getFloatingSpeciesIds())
    before = _concentrations(runner, species)
    for day in range(LONGEST):
        try:
            runner.simulate(day * DAY, (day + 1) * DAY, 2)
        except RuntimeError as error:
            raise SimulationError(f"{name}: day {day + 1} of the way to the steady state: {error}") from error
        _drop_traces(runner, species)
        after = _concentrations(runner, species)
        if _largest_change(before, after) < STILL:
            return after
        before = after
    raise SimulationError(
        f"{name}: no steady state after {LONGEST} days; {_fastest(before, runner, species)} still changes"
    )


def _drop_traces(runner: Any, species: list[str]) -> None:
    """Set what has all but gone to nothing: CVODE breaks off on numbers near the smallest there are."""
    for id, value in _concentrations(runner, species).items():
        if value != 0.0 and abs(value) < TRACE:
            runner[f"[{id}]"] = 0.0


def _concentrations(runner: Any, species: list[str]) -> dict[str, float]:
    return dict(zip(species, map(float, runner.model.getFloatingSpeciesConcentrations()), strict=True))


def _largest_change(before: Mapping[str, float], after: Mapping[str, float]) -> float:
    top = max(after.values(), default=0.0) or 1.0
    floor = 1e-9 * top
    return max((abs(after[id] - before[id]) / max(abs(after[id]), floor) for id in after), default=0.0)


def _fastest(before: Mapping[str, float], runner: Any, species: list[str]) -> str:
    rates = dict(zip(species, map(float, runner.model.getFloatingSpeciesConcentrationRates()), strict=True))
    return max(rates, key=lambda one: abs(rates[one]) / max(before[one], 1e-9))
