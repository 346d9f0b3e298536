"""The literature as a judge: published behaviours, each held against experiments on the files of a build.

A topic is a module of this package that enters its behaviours; it is found by being there. A `must` that fails is a
finding; `should` and `could` are told. What nobody has confirmed in the paper is measured, told and not counted.
"""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import version
from pathlib import Path
from typing import Final

from igf1r_validation.behaviours.entry import BEHAVIOURS, Behaviour
from igf1r_validation.behaviours.lab import Lab
from igf1r_validation.behaviours.scoring import Score, detail, outside, run_all, scored, written
from igf1r_validation.verdict import Finding, Verdict, not_applicable, not_run, verdict

NAME: Final = "behaviours"
QUICK: Final = False
ISOLATED: Final = True
READS: Final = ".experiments.json"
TABLE: Final = "behaviours.tsv"
PLOTS: Final = "behaviours"


def load_topics() -> None:
    """Have every topic enter its behaviours in the list."""
    for found in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{found.name}")


def entries() -> list[Behaviour]:
    """Every behaviour of every topic, by id."""
    load_topics()
    return [BEHAVIOURS[id] for id in sorted(BEHAVIOURS)]


def judge(build: Path, model: str) -> Verdict:
    """Run the experiments that behaviours need, measure, and write down what came out."""
    file = f"{model}{READS}"
    try:
        import matplotlib  # noqa: F401
        import roadrunner  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "libRoadRunner, matplotlib", file, str(error))
    tool = f"libRoadRunner {version('libroadrunner')}"
    lab, asked = Lab(build / f"{model}.xml", build / file), entries()
    needed = {id for one in asked for id in one.uses}
    there = [id for id in lab.experiments if id in needed]
    if not there:
        return not_applicable(NAME, tool, file, f"{model} has no experiment that a behaviour needs")
    results = run_all(lab, there)
    scores = [scored(one, model, results) for one in asked]
    if needed == set(there):
        _write(build, lab, scores)
    return verdict(NAME, tool, file, [_finding(one) for one in scores if one.is_failure], detail(scores))


def _finding(one: Score) -> Finding:
    if one.broke_off:
        return Finding(one.entry.id, "breaks off", one.reason)
    return Finding(one.entry.id, "must", outside(one.checks))


def _write(build: Path, lab: Lab, scores: list[Score]) -> None:
    """The table and the figures; files of the same content are left alone."""
    from igf1r_validation.behaviours.plots import draw_all

    written(build / TABLE, scores)
    draw_all(build / PLOTS, lab.experiments, [one for one in scores if one.tables])
