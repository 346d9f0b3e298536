"""Run what a SED-ML file tells with libRoadRunner, by our own small reading of the file (`sedml_told`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from igf1r_validation.sedml_told import Told

Columns = dict[str, list[float]]


class RoadRunnerDesk:
    """One model, loaded once; every run starts from the model as written.

    Raises:
        RuntimeError: from `curves`, when an integration breaks off, or the model has no such id.
    """

    def __init__(self, sbml: Path) -> None:
        import roadrunner

        roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
        self._runner: Any = roadrunner.RoadRunner(sbml.read_text(encoding="utf-8"))
        model = self._runner.model
        self._forms = frozenset([*model.getFloatingSpeciesIds(), *model.getBoundarySpeciesIds()])

    def curves(self, told: Told) -> list[Columns]:
        """For each dose (once without doses), what every data generator reads at the output times."""
        series = [{told.dosed: dose} for dose in told.doses] if told.dosed else [{}]
        return [self._run(told, {**dict(told.changes), **dose}) for dose in series]

    def _run(self, told: Told, values: Mapping[str, float]) -> Columns:
        self._runner.resetToOrigin()
        self._runner.integrator.relative_tolerance = told.course.relative
        self._runner.integrator.absolute_tolerance = told.course.absolute
        for id, value in values.items():
            self._runner[self._symbol(id)] = value
        symbols = [self._symbol(id) for id in told.reads.values()]
        rows = self._runner.simulate(0, told.course.end, told.course.steps + 1, symbols).tolist()
        return {generator: [row[column] for row in rows] for column, generator in enumerate(told.reads)}

    def _symbol(self, id: str) -> str:
        return f"[{id}]" if id in self._forms else id
