"""COPASI and libRoadRunner compute the same curve for every species over a day, undosed, dosed, and dosed later.

Two engines with their own reading of volumes, units and laws agree only if the file says what it
means. The constants below are the one tolerance of the project.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lxml import etree

from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "same curves"
QUICK = False
ISOLATED = True  # COPASI has crashed on bad input: it must not take the other judges with it

TOLERANCE = 1e-4  # largest relative difference at any output point
FLOOR = 1e-6  # of the species' peak: below it a value counts as zero
# A species that nothing makes is 0 in one engine and 1e-20 in the other: its peak is noise and no measure of
# anything. This lowest floor, in nM, is a millionth of one molecule in a cell of 2e-12 litre.
NOTHING_NM = 1e-9
RELATIVE_TOLERANCE = 1e-9  # of both integrators
# Both engines integrate amounts (COPASI as particle numbers) and multiply this number, species by species,
# with the amount at the start, or with the amount of 1 nM in the species' compartment if it starts from
# nothing: volumes of 1e-12 litre need no smaller number. On random networks of 120 species it leaves the
# engines 8e-7 apart at most; 1e-14 leaves rare species 5e-4 apart, and it costs no time.
ABSOLUTE_TOLERANCE = 1e-18
SECONDS = 86_400
POINTS = 145
DOSE_NM = 10.0
# When a slot for a later dose is used: one after another, never at an output time, which could mean before or after.
FIRST_SLOT, NEXT_SLOT, SLOTS_A_DAY = 300, 3000, 28

Curves = dict[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Worst:
    """Where the two engines differ most: the relative difference of one species at one time."""

    difference: float
    species: str
    seconds: float


def judge(build: Path, model: str) -> Verdict:
    """Run the file as written, with every input at 10 nM, and with every later dose; compare all species."""
    file = f"{model}.xml"
    try:
        import COPASI  # noqa: F401
        import roadrunner  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "COPASI, libRoadRunner", file, str(error))
    tool = f"COPASI {version('python-copasi')}, libRoadRunner {version('libroadrunner')}"
    written = (build / file).read_bytes()
    inputs = read_inputs(build / f"{model}.model.json")
    found = [*_unknown_inputs(written, inputs)]
    details = [_compare(written, "as written", found)]
    if inputs:
        dosed = with_doses(written, inputs)
        details.append(_compare(dosed, f"{len(inputs)} inputs at {DOSE_NM:g} nM", found))
    else:
        details.append("the manifest names no inputs")
    if slots := read_slots(build / f"{model}.model.json"):
        found += _unknown_slots(written, slots)
        details.append(_compare(with_slots(written, slots), f"{len(slots)} later doses of {DOSE_NM:g} nM", found))
    return verdict(NAME, tool, file, found, "; ".join(details))


def read_inputs(manifest: Path) -> list[str]:
    """The forms a user doses: members of the group of inputs, and forms flagged as input."""
    content = json.loads(manifest.read_text(encoding="utf-8"))
    grouped = [member for group in content["groups"] if "inputs" in group["id"] for member in group["members"]]
    flagged = [form["id"] for form in content["forms"] if form.get("input")]
    return list(dict.fromkeys([*grouped, *flagged]))


def read_slots(manifest: Path) -> list[tuple[str, str]]:
    """The parameters of each slot for a later dose: its time and its concentration."""
    content = json.loads(manifest.read_text(encoding="utf-8"))
    return [(slot["time"], slot["amount"]) for slot in content.get("dosings", ())]


def _unknown_slots(sbml: bytes, slots: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    known = {parameter.get("id") for parameter in _parameters(etree.fromstring(sbml))}
    ids = [id for slot in slots for id in slot]
    return (Finding(one, "slot", "a slot of the manifest is no parameter") for one in ids if one not in known)


def _unknown_inputs(sbml: bytes, inputs: Iterable[str]) -> Iterator[Finding]:
    known = {species.get("id") for species in _species(etree.fromstring(sbml))}
    return (Finding(one, "input", "an input of the manifest is no species") for one in inputs if one not in known)


def _species(root: etree._Element) -> Iterator[etree._Element]:
    return root.iterfind("{*}model/{*}listOfSpecies/{*}species")


def with_doses(sbml: bytes, inputs: Iterable[str]) -> bytes:
    """The same model with each input at the dose from the start."""
    root = etree.fromstring(sbml)
    dosed = frozenset(inputs)
    for species in _species(root):
        if species.get("id") in dosed:
            species.attrib.pop("initialAmount", "")
            species.set("initialConcentration", str(DOSE_NM))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _parameters(root: etree._Element) -> Iterator[etree._Element]:
    return root.iterfind("{*}model/{*}listOfParameters/{*}parameter")


def with_slots(sbml: bytes, slots: Iterable[tuple[str, str]]) -> bytes:
    """The same model with a dose in every slot, one after another."""
    values: dict[str | None, str] = {}
    for number, (time, amount) in enumerate(slots):
        values[time] = str(FIRST_SLOT + NEXT_SLOT * (number % SLOTS_A_DAY))
        values[amount] = str(DOSE_NM)
    root = etree.fromstring(sbml)
    for parameter in _parameters(root):
        if parameter.get("id") in values:
            parameter.set("value", values[parameter.get("id")])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _compare(sbml: bytes, run: str, found: list[Finding]) -> str:
    """Add what differs to the findings; say in words which species differs most."""
    text = sbml.decode("utf-8")
    ids = [species.get("id", "") for species in _species(etree.fromstring(sbml))]
    ours, theirs = copasi_curves(text, ids), roadrunner_curves(text, ids)
    worst = [_worst(one, ours[one], theirs[one]) for one in ids]
    found += [
        Finding(one.species, "difference", f"{run}: {one.difference:.1e} at {one.seconds:.0f} s")
        for one in worst
        if not one.difference < TOLERANCE
    ]
    if not worst:
        found.append(Finding("", "difference", f"{run}: there is no species to compare"))
        return run
    largest = max(worst, key=lambda one: math.inf if math.isnan(one.difference) else one.difference)
    return f"{run}: worst of {len(ids)} species {largest.species} {largest.difference:.1e}"


def _worst(species: str, first: Sequence[float], second: Sequence[float]) -> Worst:
    """The largest relative difference of one species; a value that is no number is an infinite one."""
    if len(first) != POINTS or len(second) != POINTS:
        return Worst(math.inf, species, min(len(first), len(second)) * SECONDS / (POINTS - 1))
    floor = floor_of((*first, *second))
    differences = [relative_difference(one, other, floor) for one, other in zip(first, second, strict=True)]
    largest = max(differences)
    return Worst(largest, species, differences.index(largest) * SECONDS / (POINTS - 1))


def floor_of(values: Iterable[float]) -> float:
    """Below this a value of the curve counts as zero."""
    return max(FLOOR * max(map(abs, values)), NOTHING_NM)


def relative_difference(one: float, other: float, floor: float) -> float:
    """How far two values are apart, relative to the larger one but at least to the floor."""
    if not (math.isfinite(one) and math.isfinite(other)):
        return math.inf
    return abs(one - other) / max(abs(one), abs(other), floor)


def copasi_curves(sbml: str, ids: Sequence[str]) -> Curves:
    """Concentrations of all species by COPASI's deterministic method (LSODA)."""
    import COPASI

    data = COPASI.CRootContainer.addDatamodel()
    if not data.importSBMLFromString(sbml):
        raise RuntimeError(f"COPASI could not import the file: {COPASI.CCopasiMessage.getAllMessageText()}")
    task = data.getTask("Time-Course")
    task.setMethodType(COPASI.CTaskEnum.Method_deterministic)
    _set_up(task)
    if not (task.initializeRaw(COPASI.CCopasiTask.OUTPUT_UI) and task.processRaw(True)):
        raise RuntimeError(f"COPASI could not run the file: {COPASI.CCopasiMessage.getAllMessageText()}")
    series = task.getTimeSeries()
    columns = {series.getSBMLId(column, data): column for column in range(series.getNumVariables())}
    points = range(series.getRecordedSteps())
    curves: Curves = {
        one: [series.getConcentrationData(point, columns[one]) for point in points] for one in ids if one in columns
    }
    fixed = {species.getSBMLId(): species.getInitialConcentration() for species in data.getModel().getMetabolites()}
    # A species that no reaction changes is no column of COPASI's series.
    return curves | {one: [fixed[one]] * POINTS for one in ids if one not in columns}


def _set_up(task: Any) -> None:
    problem, method = task.getProblem(), task.getMethod()
    problem.setAutomaticStepSize(False)
    problem.setStepNumber(POINTS - 1)
    problem.setDuration(float(SECONDS))
    problem.setOutputStartTime(0.0)
    problem.setTimeSeriesRequested(True)
    for name, value in (
        ("Relative Tolerance", RELATIVE_TOLERANCE),
        ("Absolute Tolerance", ABSOLUTE_TOLERANCE),
    ):
        parameter = method.getParameter(name)
        parameter.setDblValue(value)
        if parameter.getDblValue() != value:
            raise RuntimeError(f"COPASI did not take the {name.lower()} {value:g}")


def roadrunner_curves(sbml: str, ids: Sequence[str]) -> Curves:
    """Concentrations of all species by libRoadRunner's stiff integrator (CVODE)."""
    import roadrunner

    roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
    runner = roadrunner.RoadRunner(sbml)
    integrator = runner.getIntegrator()
    integrator.setValue("relative_tolerance", RELATIVE_TOLERANCE)
    integrator.setValue("absolute_tolerance", ABSOLUTE_TOLERANCE)
    runner.timeCourseSelections = ["time", *(f"[{one}]" for one in ids)]
    rows = runner.simulate(0, SECONDS, POINTS).tolist()
    return {one: [row[column] for row in rows] for column, one in enumerate(ids, start=1)}
