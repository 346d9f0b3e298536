"""libRoadRunner loads the SBML file and runs it for ten minutes with its default settings."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lxml import etree

from igf1r_validation.same_curves import floor_of
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "roadrunner load"
QUICK = False
ISOLATED = False

SECONDS = 600
POINTS = 101


def judge(build: Path, model: str) -> Verdict:
    """Load, count, simulate; every concentration must stay a number that is not negative."""
    file = f"{model}.xml"
    try:
        import roadrunner
    except ImportError as error:
        return not_run(NAME, "libRoadRunner", file, str(error))
    tool = f"libRoadRunner {version('libroadrunner')}"
    roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
    written = (build / file).read_bytes()
    try:
        runner = roadrunner.RoadRunner(written.decode("utf-8"))
    except RuntimeError as error:
        return verdict(NAME, tool, file, [Finding("", "load", str(error))])
    root = etree.fromstring(written)
    ids = [species.get("id", "") for species in root.iterfind("{*}model/{*}listOfSpecies/{*}species")]
    found = [*_counts(root, runner.model), *_run(runner, ids)]
    detail = f"{len(ids)} species, {runner.model.getNumReactions()} reactions, {SECONDS} s in {POINTS} points"
    return verdict(NAME, tool, file, found, detail)


def _counts(root: etree._Element, model: Any) -> Iterator[Finding]:
    held = {
        "listOfCompartments": model.getNumCompartments(),
        "listOfSpecies": model.getNumFloatingSpecies() + model.getNumBoundarySpecies(),
        "listOfParameters": model.getNumGlobalParameters(),
        "listOfReactions": model.getNumReactions(),
        "listOfEvents": model.getNumEvents(),
    }
    for name, number in held.items():
        written = sum(1 for _ in root.iterfind(f"{{*}}model/{{*}}{name}/*"))
        if number != written:
            yield Finding("", "count", f"the file has {written} elements in {name}, libRoadRunner holds {number}")


def _run(runner: Any, ids: Sequence[str]) -> Iterator[Finding]:
    runner.timeCourseSelections = ["time", *(f"[{one}]" for one in ids)]
    try:
        rows = runner.simulate(0, SECONDS, POINTS).tolist()
    except RuntimeError as error:
        yield Finding("", "simulate", str(error))
        return
    for column, one in enumerate(ids, start=1):
        yield from _curve(one, [row[column] for row in rows])


def _curve(species: str, values: Sequence[float]) -> Iterator[Finding]:
    """A value below zero by less than the floor is the integrator's noise; the floor is the project's one."""
    if not all(map(math.isfinite, values)):
        yield Finding(species, "finite", "the concentration is no finite number")
    elif min(values) < -floor_of(values):
        yield Finding(species, "not negative", f"the concentration falls to {min(values):.3g} nM")
