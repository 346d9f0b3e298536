"""The engine: libRoadRunner (extra ``validate``) as every simulation here uses it, and how a model comes to rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from igf1r_model.protocol import Act, Change

DAY: Final = 86_400.0
LONGEST: Final = 400  # days; slower than the slowest turnover in the models
TRACE: Final = 1e-15  # nM
NEGLIGIBLE: Final = 1e-9  # of the largest concentration
STILL: Final = 1e-7  # relative change per day at which a model starts
STILL_CELL: Final = 1e-6  # at which a changed cell rests, by the rules in the experiments file


class SimulationError(RuntimeError):
    """A simulation that failed or did not come to rest."""


class NotInstalledError(ImportError):
    """Software that is needed for this and comes with an extra."""


def loaded(sbml: str) -> Any:
    """The model in libRoadRunner.

    Raises:
        NotInstalledError: without libRoadRunner.
    """
    try:
        import roadrunner
    except ModuleNotFoundError as error:
        told = "libRoadRunner is not installed; type: make test, or: pip install libroadrunner"
        raise NotInstalledError(told) from error
    roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
    runner = roadrunner.RoadRunner(sbml)
    runner.integrator.relative_tolerance = 1e-9
    runner.integrator.absolute_tolerance = 1e-20
    return runner


def steady_state(sbml: str, name: str) -> Mapping[str, float]:
    """The concentrations (nM, by species) where a model comes to rest from its initial amounts.

    The system is integrated day by day rather than solved for: a root finder knows no conserved moieties and no
    stability.

    Raises:
        SimulationError: naming the model, and either what the integrator said or what still moves.
        NotInstalledError: without libRoadRunner.
    """
    try:
        return rested(loaded(sbml), STILL)
    except SimulationError as error:
        raise SimulationError(f"{name}: {error}") from error


def rest_of_cell(sbml: str, changes: Iterable[Change], name: str) -> Mapping[str, float]:
    """The concentrations (nM, by species) where a model comes to rest after its cell has been changed.

    Raises:
        SimulationError: naming the cell, and either what the integrator said or what still moves.
        NotInstalledError: without libRoadRunner.
    """
    runner = loaded(sbml)
    make(runner, changes)
    try:
        return rested(runner, STILL_CELL)
    except SimulationError as error:
        raise SimulationError(f"{name}: {error}") from error


def make(runner: Any, changes: Iterable[Change]) -> None:
    """Make changes one after the other, of species in nM."""
    species = {*runner.model.getFloatingSpeciesIds(), *runner.model.getBoundarySpeciesIds()}
    for change in changes:
        symbol = f"[{change.target}]" if change.target in species else change.target
        runner[symbol] = _changed(float(runner[symbol]), change)


def _changed(before: float, change: Change) -> float:
    match change.act:
        case Act.SET:
            return change.value
        case Act.ADD:
            return before + change.value
        case Act.SCALE:
            return before * change.value


def rested(runner: Any, still: float) -> Mapping[str, float]:
    """The concentrations after the first day on which none of them changed by more than a part `still` of itself."""
    before = _concentrations(runner)
    for day in range(LONGEST):
        try:
            runner.simulate(0, DAY, 2)
        except RuntimeError as error:
            raise SimulationError(f"day {day + 1} of the way to the steady state: {error}") from error
        drop_traces(runner)
        after = _concentrations(runner)
        if _largest_change(before, after) < still:
            return after
        before = after
    raise SimulationError(f"no steady state after {LONGEST} days; {_fastest(before, runner)} still changes")


def drop_traces(runner: Any) -> None:
    """Set what has all but gone to nothing: CVODE breaks off on numbers near the smallest there are."""
    for id, value in _concentrations(runner).items():
        if value != 0.0 and abs(value) < TRACE:
            runner[f"[{id}]"] = 0.0


def _concentrations(runner: Any) -> dict[str, float]:
    species = runner.model.getFloatingSpeciesIds()
    return dict(zip(species, map(float, runner.model.getFloatingSpeciesConcentrations()), strict=True))


def _largest_change(before: Mapping[str, float], after: Mapping[str, float]) -> float:
    floor = NEGLIGIBLE * (max(after.values(), default=0.0) or 1.0)
    return max((abs(after[id] - before[id]) / max(abs(after[id]), floor) for id in after), default=0.0)


def _fastest(before: Mapping[str, float], runner: Any) -> str:
    rates = dict(zip(before, map(float, runner.model.getFloatingSpeciesConcentrationRates()), strict=True))
    return max(rates, key=lambda one: abs(rates[one]) / max(before[one], 1e-9))
