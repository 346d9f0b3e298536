"""Every SED-ML file gives the same curves in COPASI and in libRoadRunner, and they are those of its experiment.

COPASI opens the file itself; libRoadRunner runs our own small reading of it (`sedml_told`); the experiment is run as
the experiments file tells it, by the laboratory of the other judges. All data generators are compared at all output
times and doses, within the one tolerance of the project. The file of the master experiment is opened with the model's
file as it is, and in silence. For all others COPASI gets a copy of the model without annotations, notes and layout,
which it reads in a third of the time.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Final

from lxml import etree

from igf1r_validation.arms import Json, Run, bundles, in_parallel
from igf1r_validation.sedml_bench import SUFFIX, Bench, Judged, look
from igf1r_validation.verdict import Finding, Verdict, not_applicable, not_run, verdict

NAME: Final = "sedml curves"
QUICK: Final = False
ISOLATED: Final = True
READS: Final = ".experiments.json"
SAMPLES: Final = True

VERBS: Final = {"set": "dose", "add": "addition"}  # how events of later doses are called
FEW: Final = 12  # files that are looked at all, in a sample too
HEAVY: Final = ("annotation", "notes", "listOfLayouts", "listOfGroups")


def judge(build: Path, model: str, sample: bool = False) -> Verdict:
    """Run every SED-ML file of a model (or a fixed sample of them) in both engines, and its experiment."""
    told = f"{model}/*{SUFFIX}"
    try:
        import COPASI  # noqa: F401
        import roadrunner  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "COPASI, libRoadRunner", told, str(error))
    tool = f"COPASI {version('python-copasi')}, libRoadRunner {version('libroadrunner')}"
    content = json.loads((build / f"{model}{READS}").read_text(encoding="utf-8"))
    experiments = {one["id"]: one for one in content["experiments"]}
    arms = {f"{run.experiment}__{run.arm}{SUFFIX}": run for run in _arms(experiments.values())}
    if not arms:
        return not_applicable(NAME, tool, told, f"{model} has no experiments")
    there = {path.name for path in (build / model).glob(f"*{SUFFIX}")}
    found = list(_unpaired(experiments, arms, there, etree.parse(build / f"{model}.xml").getroot()))
    files = {name: run for name, run in arms.items() if name in there}
    if not files and not found:
        return not_applicable(NAME, tool, told, f"no arm of {model} can be told in SED-ML")
    wanted = sampled(experiments, files) if sample and len(files) > FEW else files
    judged = _judge_all(build, model, experiments, wanted, next(iter(arms)))
    found += [finding for one in judged for finding in one.findings]
    return verdict(NAME, tool, told, found, _detail(judged, len(files), len(arms)))


def _arms(experiments: Iterable[Json]) -> Iterator[Run]:
    return (Run(one["id"], arm["id"], None) for one in experiments for arm in one["arms"])


def _unpaired(
    experiments: dict[str, Json], arms: dict[str, Run], there: set[str], sbml: etree._Element
) -> Iterator[Finding]:
    """Files of no arm, and arms without a file although nothing keeps them from having one."""
    for name in sorted(there - set(arms)):
        yield Finding(name, "no arm", "no arm of an experiment has this file")
    events = {one.get("id", "") for one in sbml.iterfind("{*}model/{*}listOfEvents/{*}event")}
    for name, run in arms.items():
        if name not in there and sayable(experiments[run.experiment], _arm(experiments, run), events):
            yield Finding(name, "no file", f"{run} has no SED-ML file")


def sayable(experiment: Json, arm: Json, events: Iterable[str]) -> bool:
    """Whether an arm must have a file: its cell's rest is told, and the model has an event for each later change."""
    slots = Counter("__".join(event.split("__")[:2]) for event in events)
    later = Counter(f"{VERBS.get(one['act'])}__{one['target']}" for one in arm["changes"] if one["at"] > 0)
    varied_later = experiment["series"] and experiment["series"]["at"] > 0
    return ("rest" in arm or not arm["cell"]) and not varied_later and later <= slots


def _arm(experiments: dict[str, Json], run: Run) -> Json:
    arms: list[Json] = experiments[run.experiment]["arms"]
    return next(arm for arm in arms if arm["id"] == run.arm)


def sampled(experiments: dict[str, Json], files: dict[str, Run]) -> dict[str, Run]:
    """The master, of each kind of arm the shortest (of equal ones the first), and the one that reads most.

    The same every time. COPASI treats plots of many curves otherwise than those of few.
    """
    kinds: tuple[Callable[[Json], bool], ...] = (
        lambda arm: bool(arm["context"]) and not arm["cell"],
        lambda arm: bool(arm["cell"]),
        lambda arm: any(change["at"] > 0 and change["act"] == "set" for change in arm["changes"]),
        lambda arm: any(change["at"] > 0 and change["act"] == "add" for change in arm["changes"]),
        lambda arm: any(change["at"] == 0 and change["act"] != "set" for change in arm["changes"]),
    )
    chosen = [next(iter(files))]
    for kind in kinds:
        fitting = [name for name, run in files.items() if kind(_arm(experiments, run))]
        chosen += [min(fitting, key=lambda name: _cost(experiments[files[name].experiment]))] if fitting else []
    chosen.append(max(files, key=lambda name: len(experiments[files[name].experiment]["reads"])))
    return {name: files[name] for name in dict.fromkeys(chosen)}


def _cost(experiment: Json) -> float:
    series = experiment["series"]
    return float(experiment["times"][-1]) * (len(series["values"]) if series else 1)


def _judge_all(
    build: Path, model: str, experiments: dict[str, Json], files: dict[str, Run], master: str
) -> list[Judged]:
    with tempfile.TemporaryDirectory() as folder:
        light = Path(folder)
        lighten(build / f"{model}.xml", light / f"{model}.xml")
        (light / model).mkdir()
        for name in files:
            shutil.copy(build / model / name, light / model)
        rows = bundles(experiments, files.values())
        return in_parallel(partial(Bench, build, model, light, master), look, rows)


def lighten(sbml: Path, copy: Path) -> None:
    """A copy of a model without what says nothing to an engine."""
    tree = etree.parse(sbml)
    for element in list(tree.iter(*(f"{{*}}{tag}" for tag in HEAVY))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    tree.write(copy, encoding="utf-8", xml_declaration=True)


def _detail(judged: Sequence[Judged], there: int, arms: int) -> str:
    curves, points = sum(one.curves for one in judged), sum(one.points for one in judged)
    told = f"{len(judged)} of {there} files run, {curves} curves, {points} points"
    worst = max((one for one in judged if one.worst), key=_difference, default=None)
    far = f"; worst {worst.file}, {worst.worst}" if worst else ""
    lost = f"; {arms - there} of {arms} arms have no file" if there < arms else ""
    return told + far + lost


def _difference(judged: Judged) -> float:
    return judged.worst.difference if judged.worst else 0.0
