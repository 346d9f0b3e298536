"""What a SED-ML file tells to do: our own small reading of it, which refuses whatever it does not understand.

Only what changes values, runs one time course (once, or once for each dose) and shows it is known here. So nothing in
a file can be passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

LISTS: Final = ("Models", "Simulations", "Tasks", "DataGenerators", "Outputs")
TIME: Final = "urn:sedml:symbol:time"
LSODA: Final = "KISAO:0000560"
RELATIVE, ABSOLUTE = "KISAO:0000209", "KISAO:0000211"
TARGET: Final = re.compile(
    r"/sbml:sbml/sbml:model/sbml:listOf(?:Species/sbml:species|Parameters/sbml:parameter)\[@id='(\w+)'\](/@\w+)?"
)
VALUES: Final = {"species": "/@initialConcentration", "parameter": "/@value"}


class NotUnderstoodError(ValueError):
    """The file says something that this reading does not know."""


@dataclass(frozen=True, slots=True)
class Course:
    """A uniform time course (s) and its tolerances."""

    end: float
    steps: int
    relative: float
    absolute: float

    @property
    def times(self) -> tuple[float, ...]:
        """The output times."""
        return tuple(map(self.time, range(self.steps + 1)))

    def time(self, step: int) -> float:
        """The time after so many steps."""
        return self.end * step / self.steps


@dataclass(frozen=True, slots=True)
class Told:
    """The contents of a SED-ML file.

    Attributes:
        source: the model's file, as written.
        changes: values (nM for species) by id, in the order of the file.
        course: the time course.
        dosed: the id that is set to each of the `doses`; empty without doses.
        reads: what each data generator reads: an id of the model, or ``time``.
        columns: label and data generator of each data set of the report.
        plots: for each plot, the data generators (x, y) of its curves.
    """

    source: str
    changes: tuple[tuple[str, float], ...]
    course: Course
    dosed: str
    doses: tuple[float, ...]
    reads: Mapping[str, str]
    columns: tuple[tuple[str, str], ...]
    plots: tuple[tuple[tuple[str, str], ...], ...]


def read(path: Path) -> Told:
    """Read a file.

    Raises:
        NotUnderstoodError: when it is no XML, lacks something, or holds more than is known here.
    """
    try:
        root = etree.parse(path).getroot()
        return _told(root)
    except (etree.XMLSyntaxError, KeyError, TypeError, IndexError) as error:
        raise NotUnderstoodError(f"{type(error).__name__}: {error}") from error


def _told(root: etree._Element) -> Told:
    _only(root, *(f"listOf{name}" for name in LISTS))
    model, course = _one(root, "Models", "model"), _one(root, "Simulations", "uniformTimeCourse")
    changes = tuple(_change(one) for one in model.iterfind("{*}listOfChanges/*"))
    dosed, doses = _doses(root, model, course)
    return Told(
        _said(model, "source"), changes, _course(course), dosed, doses, _reads(root), _columns(root), _plots(root)
    )


def _one(root: etree._Element, items: str, tag: str) -> etree._Element:
    found = root.findall(f"{{*}}listOf{items}/*")
    if [etree.QName(one).localname for one in found] != [tag]:
        raise NotUnderstoodError(f"listOf{items} must have one {tag}, and has {_names(found)}")
    return found[0]


def _said(element: etree._Element, attribute: str) -> str:
    """What an attribute says, which must be there."""
    value = element.get(attribute)
    if value is None:
        raise NotUnderstoodError(f"{etree.QName(element).localname} has no {attribute}")
    return str(value)


def _names(elements: list[etree._Element]) -> str:
    return ", ".join(etree.QName(one).localname for one in elements) or "nothing"


def _only(element: etree._Element, *tags: str) -> None:
    """Notes and annotations say nothing to an engine; anything else must be known."""
    known = {*tags, "notes", "annotation"}
    strange = [one for one in element.iterchildren(tag=etree.Element) if etree.QName(one).localname not in known]
    if strange:
        raise NotUnderstoodError(f"{etree.QName(element).localname} has {_names(strange)}; known are {', '.join(tags)}")


def _change(element: etree._Element) -> tuple[str, float]:
    if etree.QName(element).localname != "changeAttribute":
        raise NotUnderstoodError(f"a change must be a changeAttribute, and is a {_names([element])}")
    return _valued(_said(element, "target")), float(_said(element, "newValue"))


def _valued(target: str) -> str:
    """The id of what gets a value: the concentration of a species, or the value of a parameter."""
    id, attribute = _target(target)
    if attribute != VALUES["species" if "/sbml:species[" in target else "parameter"]:
        raise NotUnderstoodError(f"{target} is neither an initialConcentration nor a parameter's value")
    return id


def _target(target: str) -> tuple[str, str]:
    match = TARGET.fullmatch(target)
    if not match:
        raise NotUnderstoodError(f"{target} is no species and no parameter")
    return match[1], match[2] or ""


def _course(element: etree._Element) -> Course:
    starts = {float(_said(element, "initialTime")), float(_said(element, "outputStartTime"))}
    algorithm = element.find("{*}algorithm")
    if starts != {0.0} or algorithm is None or algorithm.get("kisaoID") != LSODA:
        raise NotUnderstoodError(f"a time course must start at 0 and be run by {LSODA}")
    path = "{*}listOfAlgorithmParameters/{*}algorithmParameter"
    given = {_said(one, "kisaoID"): float(_said(one, "value")) for one in algorithm.iterfind(path)}
    steps = element.get("numberOfSteps") or _said(element, "numberOfPoints")
    return Course(float(_said(element, "outputEndTime")), int(steps), given[RELATIVE], given[ABSOLUTE])


def _doses(root: etree._Element, model: etree._Element, course: etree._Element) -> tuple[str, tuple[float, ...]]:
    """What is dosed and how, from the tasks: one that runs the course, and perhaps one that repeats it."""
    first, *others = root.findall("{*}listOfTasks/*")
    runs = (first.get("modelReference"), first.get("simulationReference"))
    if runs != (model.get("id"), course.get("id")) or len(others) > 1:
        raise NotUnderstoodError(f"the tasks must be one of the model and the simulation, and at most one that repeats "
                                 f"it; they are {_names([first, *others])}")  # fmt: skip
    used = {one.get("taskReference") for one in root.iterfind("{*}listOfDataGenerators//{*}variable")}
    if used != {(others or [first])[0].get("id")}:
        raise NotUnderstoodError(f"all variables must be of the last task, and are of {sorted(map(str, used))}")
    return _repeated(others[0], first, model) if others else ("", ())


def _repeated(task: etree._Element, first: etree._Element, model: etree._Element) -> tuple[str, tuple[float, ...]]:
    span, change, part = (task.findall(f"{{*}}listOf{name}/*") for name in ("Ranges", "Changes", "SubTasks"))
    if (_names(span), _names(change), _names(part)) != ("vectorRange", "setValue", "subTask"):
        raise NotUnderstoodError(f"a repeated task has {_names(span)}; {_names(change)}; {_names(part)}")
    id, formula = span[0].get("id"), " ".join("".join(str(one) for one in change[0].itertext()).split())
    same = {task.get("range"), change[0].get("range", id), formula, id}
    right = (task.get("resetModel"), change[0].get("modelReference"), part[0].get("task"))
    if len(same) > 1 or right != ("true", model.get("id"), first.get("id")):
        raise NotUnderstoodError("a repeated task must reset the model and set one value to its range")
    return _valued(_said(change[0], "target")), tuple(float(one.text or "") for one in span[0].iterfind("{*}value"))


def _reads(root: etree._Element) -> dict[str, str]:
    return {_said(one, "id"): _read(one) for one in root.iterfind("{*}listOfDataGenerators/{*}dataGenerator")}


def _read(generator: etree._Element) -> str:
    variables = generator.findall("{*}listOfVariables/{*}variable")
    formula = " ".join("".join(str(one) for one in generator.find("{*}math").itertext()).split())  # type: ignore[union-attr]
    if len(variables) != 1 or formula != variables[0].get("id"):
        raise NotUnderstoodError(f"{generator.get('id')} must be one variable as it is, and is {formula}")
    if variables[0].get("symbol") == TIME:
        return "time"
    id, attribute = _target(_said(variables[0], "target"))
    if attribute:
        raise NotUnderstoodError(f"{generator.get('id')} must read {id} over time, and reads its {attribute}")
    return id


def _columns(root: etree._Element) -> tuple[tuple[str, str], ...]:
    reports = root.findall("{*}listOfOutputs/{*}report")
    if len(reports) != 1:
        raise NotUnderstoodError(f"there must be one report, and there are {len(reports)}")
    sets = reports[0].iterfind("{*}listOfDataSets/{*}dataSet")
    return tuple((_said(one, "label"), _said(one, "dataReference")) for one in sets)


def _plots(root: etree._Element) -> tuple[tuple[tuple[str, str], ...], ...]:
    plots = root.iterfind("{*}listOfOutputs/{*}plot2D")
    return tuple(
        tuple(
            (_said(curve, "xDataReference"), _said(curve, "yDataReference"))
            for curve in plot.iterfind("{*}listOfCurves/{*}curve")
        )
        for plot in plots
    )
