"""One SED-ML file on the bench: read, opened by COPASI, run in both engines, and compared with its experiment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from igf1r_validation.arms import Json, Run
from igf1r_validation.behaviours.lab import Lab
from igf1r_validation.same_curves import TOLERANCE
from igf1r_validation.sedml_compare import COPASI, EXPERIMENT, ROADRUNNER, Apart, Curve, compared
from igf1r_validation.sedml_copasi import METHOD, CopasiDesk, Opened
from igf1r_validation.sedml_roadrunner import RoadRunnerDesk
from igf1r_validation.sedml_told import Told, read
from igf1r_validation.verdict import Finding

SUFFIX: Final = ".sedml"
EXPERIMENTS: Final = ".experiments.json"
ALLOWED: Final = (  # what COPASI says to every file with changes
    "Currently there is only limited support for changing model entities. Only value changes are imported into the "
    "model."
)
TOLERANCES: Final = (1e-9, 1e-20)  # relative, absolute
JUST_AFTER: Final = 1e-6  # s after a dose
SAME_TIME: Final = 1e-9  # relative


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in one file, and how much of it was compared."""

    file: str
    findings: tuple[Finding, ...]
    curves: int = 0
    points: int = 0
    worst: Apart | None = None


class Bench:
    """All that runs the files of one model, loaded when it is needed.

    `light` is a folder with the copies that COPASI opens: the model's, and in a folder of its name the SED-ML files.
    """

    def __init__(self, build: Path, model: str, light: Path, master: str) -> None:
        self.build, self.model, self.light, self.master = build, model, light, master

    @cached_property
    def copasi(self) -> CopasiDesk:
        """COPASI."""
        return CopasiDesk()

    @cached_property
    def roadrunner(self) -> RoadRunnerDesk:
        """libRoadRunner with the model."""
        return RoadRunnerDesk(self.light / f"{self.model}.xml")

    @cached_property
    def lab(self) -> Lab:
        """The experiments, run as their file tells."""
        return Lab(self.build / f"{self.model}.xml", self.build / f"{self.model}{EXPERIMENTS}")

    def path(self, file: str) -> Path:
        """The file that COPASI opens."""
        return (self.build if file == self.master else self.light) / self.model / file


def look(bench: Bench, run: Run) -> Judged:
    """Run one file in both engines, and its experiment, unless it says at once that it is of something else."""
    file = f"{run.experiment}__{run.arm}{SUFFIX}"
    try:
        told = read(bench.build / bench.model / file)
        experiment = bench.lab.experiments[run.experiment]
        if found := list(_described(told, run, experiment, f"../{bench.model}.xml")):
            return _objected(file, found)
        opened = bench.copasi.opened(bench.path(file))
        if found := list(_kept(told, opened, file == bench.master)):
            return _objected(file, found)
        return measured(file, list(_curves(bench, run, told, opened)))
    except Exception as error:  # COPASI has exceptions of its own
        return _objected(file, [Finding("", "breaks off", " ".join(f"{type(error).__name__}: {error}".split()))])


def _objected(file: str, found: Sequence[Finding]) -> Judged:
    """What is wrong with a file before any curve is compared."""
    return Judged(file, tuple(Finding(file, one.rule, one.message) for one in found))


def measured(file: str, curves: Sequence[Curve]) -> Judged:
    """Compare the curves of a file: one finding for each data generator, dose and pair that is too far apart."""
    apart = [one for curve in curves for one in compared(curve)]
    far = [one for one in apart if not one.difference < TOLERANCE]
    found = tuple(Finding(file, f"{one.who[0]} and {one.who[1]}", str(one)) for one in far)
    points = sum(len(curve.times) for curve in curves)
    return Judged(file, found, len(curves), points, max(apart, key=lambda one: one.difference, default=None))


def _described(told: Told, run: Run, experiment: Json, source: str) -> Iterator[Finding]:
    """The model, the times, the doses and the readouts are those of the experiment."""
    series = experiment["series"] or {"values": ()}
    held: list[tuple[str, object, object]] = [
        ("model", told.source, source),
        ("doses", list(told.doses), [float(value) for value in series["values"]]),
        ("end (s)", told.course.end, experiment["times"][-1]),
        ("tolerances", (told.course.relative, told.course.absolute), TOLERANCES),
        ("readouts", [label for label, _ in told.columns], ["time", *(one["id"] for one in experiment["reads"])]),
        ("data generators", sorted(told.reads), sorted(generator for _, generator in told.columns)),
        (
            "curves",
            sorted(y for _, y in chain(*told.plots)),
            sorted(id for id in told.reads if told.reads[id] != "time"),
        ),
    ]
    yield from (
        Finding("", what, f"{said}, and for {run} it must be {wanted}") for what, said, wanted in held if said != wanted
    )
    missed = [time for time in experiment["times"] if _place(told, time) is None]
    if missed:
        yield Finding("", "times", f"{_some(missed)} s of the experiment are no output times")


def _place(told: Told, time: float) -> int | None:
    """Which output time this is."""
    course = told.course
    place = round(time / course.end * course.steps)
    near = 0 <= place <= course.steps and abs(course.time(place) - time) <= SAME_TIME * course.end
    return place if near else None


def _some(values: Sequence[float]) -> str:
    return ", ".join(f"{value:g}" for value in values[:3]) + (", ..." if len(values) > 3 else "")


def _kept(told: Told, opened: Opened, master: bool) -> Iterator[Finding]:
    """What COPASI said, and whether its tasks, plots and report are those of the file."""
    allowed = [ALLOWED] if told.changes and not master else []
    yield from (Finding("", "message", said) for said in opened.messages if said not in allowed)
    names = dict(zip((generator for _, generator in told.columns), opened.columns, strict=False))
    course = told.course
    held: list[tuple[str, object, object]] = [
        ("time course", opened.course, (course.end, course.steps, course.relative, course.absolute)),
        ("task", opened.asked, ("Scan" if told.doses else "Time-Course", METHOD, True)),
        ("scan", opened.doses, told.doses),
        ("report columns", len(opened.columns), len(told.columns)),
        ("plots", opened.plots, tuple(tuple(tuple(map(names.get, curve)) for curve in plot) for plot in told.plots)),
        ("rows", len(opened.rows), (course.steps + 1) * max(1, len(told.doses))),
    ]
    yield from (Finding("", what, f"COPASI has {has}, the file {said}") for what, has, said in held if has != said)


def _curves(bench: Bench, run: Run, told: Told, opened: Opened) -> Iterator[Curve]:
    """Every data generator at every dose, the time too."""
    moments = _moments(bench.lab.experiments[run.experiment], run.arm)
    ours = bench.roadrunner.curves(told)
    size = told.course.steps + 1
    for number, dose in enumerate(told.doses or (None,)):
        experiment = _experiment(bench.lab, Run(run.experiment, run.arm, dose), told, moments)
        rows = opened.rows[number * size : (number + 1) * size]
        for column, (label, generator) in enumerate(told.columns):
            read_at = experiment[label]
            values = {
                COPASI: [row[column] for row in rows],
                ROADRUNNER: ours[number][generator],
                EXPERIMENT: [read_at[time] for time in told.course.times],
            }
            after = {p: read_at[m + JUST_AFTER] for m in moments if (p := _place(told, m)) is not None}
            yield Curve(generator, dose, told.course.times, values, after)


def _moments(experiment: Json, arm_id: str) -> list[float]:
    """The times of later doses (s)."""
    arm = next(one for one in experiment["arms"] if one["id"] == arm_id)
    changes = [*arm["changes"], *([experiment["series"]] if experiment["series"] else [])]
    return sorted({change["at"] for change in changes if change["at"] > 0})


def _experiment(lab: Lab, run: Run, told: Told, moments: Sequence[float]) -> dict[str, dict[float, float]]:
    """What the experiment itself reads, by time: at the output times and just after its later doses."""
    written = lab.experiments[run.experiment]
    times = sorted({*told.course.times, *(moment + JUST_AFTER for moment in moments)})
    lab.experiments[run.experiment] = {**written, "times": times}
    try:
        read_at = lab.curves(run)
    finally:
        lab.experiments[run.experiment] = written
    columns = {**read_at, "time": times}
    return {label: dict(zip(times, values, strict=True)) for label, values in columns.items()}
