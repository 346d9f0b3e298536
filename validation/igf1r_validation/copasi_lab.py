"""Run the experiments that a build describes with COPASI: contexts, rests and changes are its own.

The rules are those of the experiments file, and nothing is taken from libRoadRunner. After each stretch COPASI takes
its end as its new start, and what changes is changed there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from igf1r_validation.arms import Json, Run
from igf1r_validation.same_curves import ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE

DAY: Final = 86_400.0
LONGEST_DAYS: Final = 400
LEAP: Final = 19  # days that are run at once, before the one that shows whether the cell rests
STILL: Final = 1e-6
NEGLIGIBLE: Final = 1e-9
TRACE_NM: Final = 1e-15  # LSODA takes its tolerance from where a species starts, and breaks off on hardly anything

Curves = dict[str, list[float]]


class CopasiLab:
    """One model, imported once into COPASI.

    Raises:
        RuntimeError: when COPASI cannot import the model, cannot run it, or a changed cell finds no rest.
    """

    def __init__(self, sbml: Path, experiments: Path) -> None:
        import COPASI

        self._copasi = COPASI
        self._told: Json = json.loads(experiments.read_text(encoding="utf-8"))
        self._experiments = {one["id"]: one for one in self._told["experiments"]}
        self._data = COPASI.CRootContainer.addDatamodel()
        if not self._data.importSBML(str(sbml)):
            raise RuntimeError(self._said("import"))
        self._model = self._data.getModel()
        self._species = {one.getSBMLId(): one for one in self._model.getMetabolites()}
        self._values = {one.getSBMLId(): one for one in self._model.getModelValues()}
        self._origin = self._now()
        self._task = self._time_course()
        self._rests: dict[str, dict[str, float]] = {}

    def curves(self, run: Run) -> Curves:
        """What is read in one arm of an experiment, in a series with one of its doses."""
        experiment = self._experiments[run.experiment]
        arm = next(one for one in experiment["arms"] if one["id"] == run.arm)
        self._prepare(arm)
        changes: dict[float, list[Json]] = {0.0: []}
        for change in arm["changes"]:
            changes.setdefault(change["at"], []).append(change)
        if run.dose is not None:
            series = experiment["series"]
            changes.setdefault(series["at"], []).append({**series, "act": "set", "value": run.dose})
        reads = [one["id"] for one in experiment["reads"]]
        return self._stretches(changes, experiment["times"], reads)

    def _stretches(self, changes: Mapping[float, list[Json]], times: Sequence[float], reads: Sequence[str]) -> Curves:
        """From change to change; a time that is also one of a change belongs to the stretch before it."""
        curves: Curves = {read: [] for read in reads}
        starts = sorted(changes)
        for number, start in enumerate(starts):
            last = number + 1 == len(starts)
            end = times[-1] if last else starts[number + 1]
            self._change(changes[start])
            wanted = [time - start for time in times if start < time <= end or (time == 0.0 == start)]
            if end > start:
                for read, values in self._simulate(end - start, wanted, reads).items():
                    curves[read] += values
        return curves

    def _prepare(self, arm: Json) -> None:
        self._put(self._origin)
        context = self._told["contexts"].get(arm["context"])
        if context:
            self._put(context["values"])
        if arm["cell"]:
            self._come_to_rest(arm)
        if context:
            self._put(context["doses"])

    def _come_to_rest(self, arm: Json) -> None:
        cell = repr((arm["context"], arm["cell"]))
        if cell not in self._rests:
            self._put(dict.fromkeys(self._told["inputs"], 0.0))
            self._change(arm["cell"])
            self._wait()
            self._rests[cell] = self._now()
        self._put(self._rests[cell])

    def _wait(self) -> None:
        for _ in range(0, LONGEST_DAYS, LEAP + 1):
            self._simulate(LEAP * DAY, [], ())
            before = self._concentrations()
            self._simulate(DAY, [], ())
            after = self._concentrations()
            least = NEGLIGIBLE * max(after)
            if all(abs(new - old) <= STILL * max(new, least) for old, new in zip(before, after, strict=True)):
                return
        raise RuntimeError(f"COPASI: the changed cell found no rest in {LONGEST_DAYS} days")

    def _concentrations(self) -> list[float]:
        return [one.getInitialConcentration() for one in self._species.values()]

    def _now(self) -> dict[str, float]:
        """Where the model stands: concentrations, constants and switches."""
        held = {id: one.getInitialConcentration() for id, one in self._species.items()}
        fixed = self._copasi.CModelEntity.Status_FIXED
        return held | {id: one.getInitialValue() for id, one in self._values.items() if one.getStatus() == fixed}

    def _put(self, values: Mapping[str, float]) -> None:
        for id, value in values.items():
            if id in self._species:
                self._species[id].setInitialConcentration(value)
            else:
                self._values[id].setInitialValue(value)
        self._model.updateInitialValues(self._copasi.CCore.Framework_Concentration)

    def _change(self, changes: Iterable[Json]) -> None:
        for change in changes:
            id, value = change["target"], change["value"]
            if change["act"] != "set":
                of_species = id in self._species
                before = (
                    self._species[id].getInitialConcentration() if of_species else self._values[id].getInitialValue()
                )
                value = before + value if change["act"] == "add" else before * value
            self._put({id: value})

    def _time_course(self) -> Any:
        task = self._data.getTask("Time-Course")
        task.setMethodType(self._copasi.CTaskEnum.Method_deterministic)
        task.setUpdateModel(True)
        method, problem = task.getMethod(), task.getProblem()
        method.getParameter("Relative Tolerance").setDblValue(RELATIVE_TOLERANCE)
        method.getParameter("Absolute Tolerance").setDblValue(ABSOLUTE_TOLERANCE)
        problem.setAutomaticStepSize(False)
        problem.setUseValues(True)
        problem.setOutputStartTime(0.0)
        problem.setTimeSeriesRequested(True)
        return task

    def _simulate(self, duration: float, wanted: Sequence[float], reads: Sequence[str]) -> Curves:
        """A stretch with a clock of its own; the model stands at its end afterwards."""
        self._copasi.CCopasiMessage.clearDeque()
        self._model.setInitialTime(0.0)
        self._put({id: 0.0 for id, one in self._species.items() if abs(one.getInitialConcentration()) < TRACE_NM})
        points = sorted({0.0, *wanted, duration})
        problem = self._task.getProblem()
        problem.setDuration(duration)
        problem.setValues(" ".join(map(repr, points)))
        if not (self._task.initializeRaw(self._copasi.CCopasiTask.OUTPUT_UI) and self._task.processRaw(True)):
            raise RuntimeError(self._said("time course"))
        read = self._read(reads, len(points))
        self._task.restore()
        return {id: [values[points.index(time)] for time in wanted] for id, values in read.items()}

    def _read(self, reads: Sequence[str], number: int) -> Curves:
        series = self._task.getTimeSeries()
        if series.getRecordedSteps() != number:
            raise RuntimeError(f"COPASI recorded {series.getRecordedSteps()} of {number} points")
        columns = {series.getSBMLId(column, self._data): column for column in range(series.getNumVariables())}
        rows = range(number)
        return {id: [series.getConcentrationData(row, columns[id]) for row in rows] for id in reads}

    def _said(self, what: str) -> str:
        """COPASI's last message, without its severity and time."""
        text = self._copasi.CCopasiMessage.getLastMessage().getText()
        return f"COPASI, {what}: {' '.join(text.partition(chr(10))[2].split())}"
