"""One evaluation: with given constants every cell comes to rest, is treated and read, with libRoadRunner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from igf1r_model.fitting.problem import Changes, Problem, Run
from igf1r_model.simulate import TRACE, SimulationError

DAY: Final = 86_400.0
STRETCHES: Final = tuple(2.0**n * DAY for n in range(10))  # each twice as long as the one before, three years in all
STILL: Final = 1e-7  # relative change in a stretch
NEGLIGIBLE: Final = 1e-9  # of the largest concentration
RELATIVE, ABSOLUTE = 1e-8, 1e-18  # tolerances; ten times finer changes no number by more than 1e-7 of itself

Concentrations = list[float]  # of all species


class Bench:
    """A model that is loaded once, and evaluated for many constants."""

    def __init__(self, problem: Problem) -> None:
        import roadrunner

        roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
        self._problem = problem
        self._runner: Any = roadrunner.RoadRunner(problem.sbml)
        self._runner.integrator.relative_tolerance = RELATIVE
        self._runner.integrator.absolute_tolerance = ABSOLUTE
        model = self._runner.model
        self._forms = frozenset([*model.getFloatingSpeciesIds(), *model.getBoundarySpeciesIds()])

    def evaluate(self, constants: Mapping[str, float]) -> list[float]:
        """What is predicted for each published number.

        Raises:
            SimulationError: when an integration breaks off or a cell finds no rest.
        """
        try:
            rests = [self._rest(cell, constants) for cell in range(len(self._problem.cells))]
            tables = [self._read(run, constants, rests[run.cell]) for run in self._problem.runs]
        except RuntimeError as error:
            raise SimulationError(f"{self._problem.model}: {error}") from error
        return [tables[point.run][point.read, point.at] for point in self._problem.points]

    def _rest(self, cell: int, constants: Mapping[str, float]) -> Concentrations:
        """Where a cell comes to rest. A start that is nearer than the file's saves no time."""
        self._prepare(cell, constants)
        before = self._concentrations()
        for stretch in STRETCHES:
            self._runner.simulate(0.0, stretch, 2)
            after = [0.0 if abs(value) < TRACE else value for value in self._concentrations()]
            self._runner.model.setFloatingSpeciesConcentrations(after)
            floor = NEGLIGIBLE * max(after)
            if all(abs(b - a) <= STILL * max(b, floor) for a, b in zip(before, after, strict=True)):
                return after
            before = after
        raise SimulationError(f"a cell finds no rest in {sum(STRETCHES) / DAY:g} days")

    def _prepare(self, cell: int, constants: Mapping[str, float]) -> None:
        """The cell as it is before it rests; a context or a change comes after the constants that are searched."""
        self._runner.resetToOrigin()
        for id, value in (*constants.items(), *self._problem.cells[cell].values):
            self._runner[self._symbol(id)] = value
        self._make(self._problem.cells[cell].changes)

    def _make(self, changes: Changes) -> None:
        for target, act, value in changes:
            symbol = self._symbol(target)
            before = float(self._runner[symbol])
            self._runner[symbol] = {"set": value, "add": before + value, "scale": before * value}[act]

    def _read(self, run: Run, constants: Mapping[str, float], rest: Concentrations) -> dict[tuple[str, float], float]:
        """Treat a cell at rest and read it, by readout and time."""
        self._prepare(run.cell, constants)
        self._runner.model.setFloatingSpeciesConcentrations(rest)
        for id, value in run.doses:
            self._runner[self._symbol(id)] = value
        self._make(run.changes)
        symbols = [self._symbol(read) for read in run.reads]
        if len(run.times) == 1:  # nothing is read after time 0
            return {(read, 0.0): float(self._runner[symbol]) for read, symbol in zip(run.reads, symbols, strict=True)}
        rows = self._runner.simulate(times=list(run.times), selections=symbols)
        return {
            (read, at): float(row[n])
            for at, row in zip(run.times, rows, strict=True)
            for n, read in enumerate(run.reads)
        }

    def _symbol(self, id: str) -> str:
        return f"[{id}]" if id in self._forms else id

    def _concentrations(self) -> Concentrations:
        return [float(value) for value in self._runner.model.getFloatingSpeciesConcentrations()]
