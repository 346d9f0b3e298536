"""COPASI and libRoadRunner read the same numbers in every experiment, each with its own contexts, rests and changes.

A judgement of published behaviours is then not one of an engine. The tolerance is the one of the project; its lowest
floor, in nM, holds for readouts without a unit too: those are shares of totals of some nM, or ratios of such.

Where a changed cell rests may also stand in the file, computed beforehand. Both engines find their own; a stored one
that differs from that of libRoadRunner is a finding.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Final

from igf1r_validation.arms import Json, Run, bundles, in_parallel, runs
from igf1r_validation.behaviours.lab import Lab
from igf1r_validation.copasi_lab import CopasiLab
from igf1r_validation.same_curves import TOLERANCE, floor_of, relative_difference
from igf1r_validation.stored_rests import RestingLab
from igf1r_validation.verdict import Finding, Verdict, not_applicable, not_run, verdict

NAME: Final = "two engines"
QUICK: Final = False
ISOLATED: Final = True
READS: Final = ".experiments.json"
SAMPLES: Final = True  # all arms take COPASI minutes

STEP: Final = 2  # a sample is one run of every second experiment


@dataclass(frozen=True, slots=True)
class Compared:
    """Where the engines differ most in what was read in one run, or why they could not be compared.

    `rest` is the stored rest of the arm's cell, if it has one, and `wrong_rest` what is wrong with it.
    """

    run: Run
    difference: float
    read: str = ""
    seconds: float = 0.0
    broke_off: str = ""
    rest: str = ""
    wrong_rest: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.run.arm}{self.run.at_dose}: {self.read} {self.difference:.1e} at {self.seconds:.0f} s"


class Pair:
    """The two engines, with the same files."""

    def __init__(self, sbml: Path, experiments: Path) -> None:
        self.ours = RestingLab(sbml, experiments)
        self.theirs = CopasiLab(sbml, experiments)


def judge(build: Path, model: str, sample: bool = False) -> Verdict:
    """Run every arm of every experiment (or, as a sample, one of every second) in both engines, and compare."""
    file = f"{model}{READS}"
    try:
        import COPASI  # noqa: F401
        import roadrunner  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "COPASI, libRoadRunner", file, str(error))
    tool = f"COPASI {version('python-copasi')}, libRoadRunner {version('libroadrunner')}"
    lab = Lab(build / f"{model}.xml", build / file)
    everything = [run for one in lab.experiments.values() for run in runs(one)]
    if not everything:
        return not_applicable(NAME, tool, file, f"{model} has no experiments")
    wanted = [sampled(one) for one in list(lab.experiments.values())[::STEP]] if sample else everything
    rows = bundles(lab.experiments, wanted)
    compared = in_parallel(partial(Pair, *lab.files), compare, rows)
    return verdict(NAME, tool, file, _findings(compared), _detail(compared, len(everything)))


def sampled(experiment: Json) -> Run:
    """The last run of the first arm that is changed most often, before it starts or while it runs: always the same."""
    most = max(experiment["arms"], key=lambda arm: (len({change["at"] for change in arm["changes"]}), len(arm["cell"])))
    return [run for run in runs(experiment) if run.arm == most["id"]][-1]


def compare(pair: Pair, run: Run) -> Compared:
    """Run one arm in both engines."""
    try:
        ours, theirs = pair.ours.curves(run), pair.theirs.curves(run)
    except Exception as error:  # COPASI has exceptions of its own
        return Compared(run, math.inf, broke_off=" ".join(f"{type(error).__name__}: {error}".split()))
    times = pair.ours.experiments[run.experiment]["times"]
    worst = max((_worst(run, read, times, ours[read], theirs[read]) for read in ours), key=lambda one: one.difference)
    return replace(worst, rest=pair.ours.stored_rest(run), wrong_rest=pair.ours.wrong_rest(run))


def _worst(run: Run, read: str, times: Sequence[float], ours: Sequence[float], theirs: Sequence[float]) -> Compared:
    if len(ours) != len(times) or len(theirs) != len(times):
        return Compared(run, math.inf, read)
    floor = floor_of((*ours, *theirs))
    differences = [relative_difference(one, other, floor) for one, other in zip(ours, theirs, strict=True)]
    return Compared(run, max(differences), read, times[differences.index(max(differences))])


def _findings(compared: Sequence[Compared]) -> list[Finding]:
    found = [Finding(one.run.experiment, "breaks off", one.broke_off) for one in compared if one.broke_off]
    apart = [one for one in compared if not one.broke_off and not one.difference < TOLERANCE]
    found += [Finding(one.run.experiment, "difference", str(one)) for one in apart]
    wrong = {one.rest: one for one in reversed(compared) if one.wrong_rest}  # arms of one cell have one rest
    rests = [(one.run.experiment, one.wrong_rest) for one in wrong.values()]
    return found + [Finding(id, "rest", f"{told[0]}{_more(told)}") for id, told in rests]


def _more(told: Sequence[str]) -> str:
    return f", and {len(told) - 1} more forms" if len(told) > 1 else ""


def _detail(compared: Sequence[Compared], number: int) -> str:
    worst = max(compared, key=lambda one: one.difference)
    told = f"worst {worst.run.experiment}, {worst}" if worst.read else "an engine broke off"
    rests = len({one.rest for one in compared if one.rest})
    stored = f"; {rests} stored rests of changed cells compared" if rests else ""
    return f"{len(compared)} of {number} runs compared; {told}{stored}"
