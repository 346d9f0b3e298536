"""Simulation of written SBML with libRoadRunner (extra ``validate``): what is on disk is what is simulated.

    result = run("build/igf1r_full.xml", "rapamycin_rebound")
    result.at("rapamycin", "pAKT") / result.at("control", "pAKT")

`Bench` does the same for several experiments on a model that is loaded once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from igf1r_model.cells import CellKey, cell_key
from igf1r_model.engine import (
    DAY,
    STILL_CELL,
    TRACE,
    NotInstalledError,
    SimulationError,
    drop_traces,
    loaded,
    make,
    rested,
    steady_state,
)
from igf1r_model.protocol import Act, Arm, Change, Experiment
from igf1r_model.results import Key, Result
from igf1r_model.written import Written, read

if TYPE_CHECKING:
    from igf1r_model.results import Floats

__all__ = ["TRACE", "Bench", "Job", "NotInstalledError", "SimulationError", "Watch", "run", "steady_state"]


@dataclass(frozen=True, slots=True)
class Job:
    """One arm at one dose."""

    arm: Arm
    dose: float | None

    @property
    def name(self) -> str:
        """For progress and errors."""
        return self.arm.id if self.dose is None else f"{self.arm.id} at {self.dose:g} nM"


Watch = Callable[[Sequence[Job]], Iterable[Job]]


def run(
    model_xml: Path | str, experiment: str | Experiment, *, arms: Sequence[str] = (), reads: Sequence[str] = (),
    also_at: Sequence[float] = (), every_form: bool = False,
) -> Result:  # fmt: skip
    """Run one experiment on one model; see `Bench.run`."""
    return Bench(model_xml).run(experiment, arms=arms, reads=reads, also_at=also_at, every_form=every_form)


class Bench:
    """A model of a build, loaded once, and experiments done on it.

    Args:
        model_xml: the SBML file; its ``.experiments.json`` stands beside it.

    Raises:
        FileNotFoundError: when one of the two files is not there.
        ValueError: when one of them cannot be read.
    """

    def __init__(self, model_xml: Path | str) -> None:
        self.written: Written = read(Path(model_xml))
        self._rests: dict[CellKey, Mapping[str, float]] = {}

    def run(
        self, experiment: str | Experiment, *, arms: Sequence[str] = (), reads: Sequence[str] = (),
        also_at: Sequence[float] = (), every_form: bool = False, watch: Watch = lambda jobs: jobs,
    ) -> Result:  # fmt: skip
        """Run the arms of an experiment, for every dose if one varies.

        Args:
            experiment: the id of one that was built, or one that you wrote.
            arms: only these.
            reads: observables or forms, instead of those of the experiment.
            also_at: more times (s) at which to read.
            every_form: read every form too.
            watch: goes through the jobs, to show how far it is.

        Raises:
            ValueError: when a name or a time is not there, saying what is.
            SimulationError: when an integration breaks off, saying where; or when a changed cell finds no rest.
            NotInstalledError: without libRoadRunner.
        """
        one = experiment if isinstance(experiment, Experiment) else _one(experiment, self.written.experiments)
        one = _narrowed(one, arms, reads, also_at)
        _check(one, self.written)
        ids = tuple(dict.fromkeys((*one.reads, *(self.written.forms if every_form else ()))))
        doses = one.series.values if one.series else (None,)
        jobs = [Job(arm, dose) for arm in one.arms for dose in doses]
        curves: dict[Key, Mapping[str, Floats]] = {}
        for job in watch(jobs):
            curves[job.arm.id, job.dose] = self._curves(one, job, ids)
        import numpy as np

        readable = {id: self.written.readable[id] for id in ids}
        return Result(self.written.model, one, readable, np.array(one.times), curves)

    @cached_property
    def _runner(self) -> Any:
        return loaded(self.written.sbml)

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(self.written.forms)

    def _curves(self, one: Experiment, job: Job, ids: Sequence[str]) -> Mapping[str, Floats]:
        changes = list(job.arm.changes)
        if one.series is not None and job.dose is not None:
            changes.append(Change(one.series.target, Act.SET, job.dose, "nM", one.series.at))
        try:
            self._start(job.arm)
            return self._course(changes, one.times, ids)
        except SimulationError as error:
            raise SimulationError(f"{self.written.model}, experiment {one.id}, arm {job.name}: {error}") from error

    def _start(self, arm: Arm) -> None:
        """The resting cell of an arm in its medium."""
        self._runner.resetToOrigin()
        context = self.written.contexts[arm.context]
        self._put(context.values)
        if arm.cell:
            self._put(dict.fromkeys(self.written.inputs, 0.0))
            make(self._runner, arm.cell)
            self._rest(arm)
        self._put(context.doses)

    def _rest(self, arm: Arm) -> None:
        """Let a changed cell come to rest; where it came to is remembered."""
        cell = cell_key(arm)
        if cell not in self._rests:
            self._rests[cell] = rested(self._runner, STILL_CELL)
        self._put(self._rests[cell])

    def _put(self, values: Mapping[str, float]) -> None:
        for id, value in values.items():
            self._runner[self._symbol(id)] = value

    def _symbol(self, id: str) -> str:
        """What libRoadRunner calls it: a form by its concentration."""
        return f"[{id}]" if id in self._forms else id

    def _course(self, changes: Sequence[Change], times: Sequence[float], ids: Sequence[str]) -> Mapping[str, Floats]:
        """Integrate from stop to stop. Changes are made at the start of a stretch, so readings come before them."""
        import numpy as np

        end = times[-1]
        stops = {0.0, *(change.at for change in changes if change.at < end), *_days(end), end}
        rows: list[Floats] = []
        for start, stop in pairwise(sorted(stops)):
            make(self._runner, (change for change in changes if change.at == start))
            wanted = [time for time in times if start < time <= stop or time == start == 0.0]
            rows.append(self._stretch(start, stop, wanted, ids))
        values = np.concatenate(rows)
        return {id: values[:, n] for n, id in enumerate(ids)}

    def _stretch(self, start: float, stop: float, wanted: Sequence[float], ids: Sequence[str]) -> Floats:
        """The values at the times wanted. Each stretch has a clock of its own: CVODE loses tiny steps in late times."""
        import numpy as np

        drop_traces(self._runner)
        points = sorted({start, *wanted, stop})
        clock = [point - start for point in points]
        try:
            found = np.array(self._runner.simulate(times=clock, selections=[self._symbol(id) for id in ids]))
        except RuntimeError as error:
            raise SimulationError(f"between {start:g} and {stop:g} s: {error}") from error
        return found[[n for n, point in enumerate(points) if point in wanted]]


def _days(end: float) -> list[float]:
    """A long arm is broken into days, so that traces can be dropped."""
    return [DAY * day for day in range(1, int(end // DAY) + 1)]


# What is asked for, held against what there is.


def _one(id: str, experiments: Mapping[str, Experiment]) -> Experiment:
    if id not in experiments:
        raise ValueError(f"no experiment is called {id}; there are {', '.join(experiments) or 'none'}")
    return experiments[id]


def _narrowed(one: Experiment, arms: Sequence[str], reads: Sequence[str], also_at: Sequence[float]) -> Experiment:
    there = [arm.id for arm in one.arms]
    unknown = [arm for arm in arms if arm not in there]
    if unknown:
        raise ValueError(f"{one.id} has no arm {', '.join(unknown)}; there are {', '.join(there)}")
    late = [time for time in also_at if not 0 <= time <= one.times[-1]]
    if late:
        told = ", ".join(f"{time:g} s" for time in late)
        raise ValueError(f"{one.id} runs from 0 to {one.times[-1]:g} s; it cannot be read at {told}")
    return replace(
        one,
        arms=tuple(arm for arm in one.arms if not arms or arm.id in arms),
        reads=tuple(dict.fromkeys(reads or one.reads)),
        times=tuple(sorted({*one.times, *map(float, also_at)})),
    )


def _check(one: Experiment, written: Written) -> None:
    """What was built was checked then; this is for what is written or asked for now."""
    if not one.arms or not one.reads or not one.times or one.times[-1] <= 0:
        raise ValueError(f"{one.id} needs arms, something to read, and times after 0")
    unknown = [read for read in one.reads if read not in written.readable]
    if unknown:
        there = ", ".join(written.observables)
        raise ValueError(f"{written.model} has no readout {', '.join(unknown)}; there are {there}, and every form")
    settable = {*written.forms, *written.constants}
    varied = [one.series.target] if one.series else []
    for arm in one.arms:
        targets = [*varied, *(change.target for change in (*arm.cell, *arm.changes))]
        missing = [target for target in targets if target not in settable]
        if missing:
            raise ValueError(f"{one.id}.{arm.id}: {written.model} has no form or constant {', '.join(missing)}")
        if arm.context not in written.contexts:
            there = ", ".join(id for id in written.contexts if id) or "none"
            raise ValueError(f"{one.id}.{arm.id}: no experiment that was built has the context {arm.context}: {there}")
