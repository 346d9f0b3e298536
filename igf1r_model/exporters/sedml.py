"""SED-ML Level 1 Version 4, what is simulated: one file for each arm of an experiment, for COPASI and other programs.

A file changes values of the SBML file only (where the arm starts, the slots of later doses), so that every program can
follow it. It has one time course, one plot for each unit, and a report with all that is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil, gcd
from typing import Final

from igf1r_model.dosing import slots, unsayable
from igf1r_model.exporters._starts import Starts, Values
from igf1r_model.exporters._uris import uri, uri_style
from igf1r_model.exporters._xml import DECLARATION, element, fixed, leaf, number
from igf1r_model.model import Model
from igf1r_model.protocol import Arm, Experiment, Series
from igf1r_model.sentences import SAYS

SUFFIX: Final = ".sedml"
LOSES: Final = (
    "arms that change something else than a dose while they run, or give one ligand or drug more than three times then",
    "arms with a changed cell whose rest has not been computed (igf1r-model baseline), and series that start later",
    "experiments themselves: each arm is a file; published numbers, and why a value was set",
    "times that are no whole milliseconds, or need more than 5000 even steps: then there are 1000",
)
VERBS: Final = SAYS

ROOT: Final = fixed(
    {
        "xmlns": "http://sed-ml.org/sed-ml/level1/version4",
        "xmlns:sbml": "http://www.sbml.org/sbml/level3/version1/core",  # the targets are XPaths with this prefix
        "level": "1",
        "version": "4",
    }
)
XHTML: Final = fixed({"xmlns": "http://www.w3.org/1999/xhtml"})
MATHML: Final = fixed({"xmlns": "http://www.w3.org/1998/Math/MathML"})
SPECIES: Final = "/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='{}']"
PARAMETER: Final = "/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='{}']"
LSODA: Final = "KISAO:0000560"  # COPASI takes it without a message; KISAO:0000019 and 0000088 draw one
TOLERANCES: Final = {"KISAO:0000209": "1e-9", "KISAO:0000211": "1e-20"}  # relative, absolute
MILLISECONDS: Final = 1000
FEWEST, EVEN, MOST = 60, 1000, 5000  # steps of a time course


@dataclass(frozen=True, slots=True)
class _Read:
    """Something that is read: its id, what it is called, its unit and where it stands in the SBML file."""

    id: str
    name: str
    unit: str
    target: str

    @property
    def label(self) -> str:
        """For the legend of a plot."""
        return f"{self.name} ({self.unit})"


def files(model: Model) -> Mapping[str, str]:
    """The files by their paths below the build folder, in the order of the experiments."""
    texts, write = {}, _Writer(model).document
    forms = [form.id for form in model.forms]
    for place, one in enumerate(model.experiments, 1):
        for arm in one.arms:
            if not left_out(one, arm, forms):
                texts[path(model, one, arm)] = write(place, one, arm)
    return texts


def path(model: Model, one: Experiment, arm: Arm) -> str:
    """The file of an arm, below the build folder."""
    return f"{model.id}/{one.id}__{arm.id}{SUFFIX}"


def left_out(one: Experiment, arm: Arm, forms: Iterable[str]) -> str:
    """Why an arm has no file; empty if it has one."""
    if one.series and one.series.at > 0:
        return f"{one.series.target} is varied later"
    if arm.cell and not arm.rest:
        return "where the changed cell comes to rest has not been computed"
    return unsayable(arm, forms)


def steps(times: Iterable[float]) -> int:
    """How many even steps a time course from 0 has, so that each of the times (s) ends one."""
    wanted = [time * MILLISECONDS for time in times]
    whole = [round(time) for time in wanted]
    if any(abs(exact - near) > 1e-6 for exact, near in zip(wanted, whole, strict=True)):
        return EVEN
    fewest = max(whole) // gcd(*whole)
    return EVEN if fewest > MOST else fewest * ceil(FEWEST / fewest)


class _Writer:
    """What the files of one model share."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._starts = Starts(model)
        self._own = self._starts.of_model()
        self._forms = {form.id for form in model.forms}
        self._contexts = {one.id: one.name for one in model.contexts}
        forms = (_Read(form.id, form.name, "nM", SPECIES.format(form.id)) for form in model.forms)
        seen = (_Read(o.id, o.name, o.unit, PARAMETER.format(o.id)) for o in model.observables)
        self._reads = {one.id: one for one in (*forms, *seen)}

    def document(self, place: int, one: Experiment, arm: Arm) -> str:
        """The file of an arm; the experiment stands at this place among those of the model."""
        reads = [self._reads[id] for id in one.reads]
        title = f"Figure {place}: {one.name}, {arm.name}"
        return DECLARATION + element(
            "sedML",
            ROOT,
            self._notes(one, arm, reads),
            element("listOfModels", None, self._changed_model(arm)),
            element("listOfSimulations", None, _time_course(one.times)),
            element("listOfTasks", None, *self._tasks(one.series)),
            element("listOfDataGenerators", None, *_generators(reads, "doses" if one.series else "task")),
            element("listOfOutputs", None, *_plots(title, reads), _report(title, reads)),
        )

    def _notes(self, one: Experiment, arm: Arm, reads: Iterable[_Read]) -> str:
        where = f", in the context {self._contexts[arm.context]}" if arm.context else ""
        told = [one.question, f"Arm: {arm.name}{where}.", f"Read: {', '.join(read.label for read in reads)}."]
        links = [leaf("a", link, {"href": link}) for link in (uri(source.curie, uri_style()) for source in one.sources)]
        sources = [element("p", None, "Sources:\n", *links)] if links else []
        return element("notes", None, element("body", XHTML, *(leaf("p", text) for text in told), *sources))

    def _changed_model(self, arm: Arm) -> str:
        head = {"id": "model", "language": "urn:sedml:language:sbml.level-3.version-1"}
        changes = [_change(self._attribute(id), value) for id, value in self._values(arm).items()]
        inner = element("listOfChanges", None, *changes) if changes else ""
        return element("model", {**head, "source": f"../{self._model.id}.xml"}, inner)

    def _values(self, arm: Arm) -> Values:
        """What differs from the SBML file; numbers that are written alike are alike."""
        start = self._starts.of(arm).items()
        values = {id: value for id, value in start if number(value) != number(self._own[id])}
        for slot, change in slots(arm).items():
            values |= {slot.time: change.at, slot.amount: change.value}
        return values

    def _attribute(self, id: str) -> str:
        """Where the value stands at which a form or a parameter starts."""
        kind, attribute = (SPECIES, "initialConcentration") if id in self._forms else (PARAMETER, "value")
        return f"{kind.format(id)}/@{attribute}"

    def _tasks(self, series: Series | None) -> Iterator[str]:
        yield element("task", {"id": "task", "modelReference": "model", "simulationReference": "simulation"})
        if series is None:
            return
        varied = {"target": self._attribute(series.target), "modelReference": "model", "range": "dose"}
        yield element(
            "repeatedTask",
            {"id": "doses", "range": "dose", "resetModel": "true"},
            _ranges(series),
            element("listOfChanges", None, element("setValue", varied, _math("dose"))),
            element("listOfSubTasks", None, element("subTask", {"order": "1", "task": "task"})),
        )


def _change(target: str, value: float) -> str:
    return element("changeAttribute", {"newValue": number(value), "target": target})


def _time_course(times: tuple[float, ...]) -> str:
    head = {
        "id": "simulation", "initialTime": "0", "outputStartTime": "0", "outputEndTime": number(times[-1]),
        "numberOfSteps": str(steps(times)),
    }  # fmt: skip
    parameters = (element("algorithmParameter", {"kisaoID": id, "value": v}) for id, v in TOLERANCES.items())
    inner = element("listOfAlgorithmParameters", None, *parameters)
    return element("uniformTimeCourse", head, element("algorithm", {"kisaoID": LSODA, "name": "LSODA"}, inner))


def _ranges(series: Series) -> str:
    values = (leaf("value", number(value)) for value in series.values)
    return element("listOfRanges", None, element("vectorRange", {"id": "dose"}, *values))


def _math(symbol: str) -> str:
    return element("math", MATHML, leaf("ci", symbol))


def _generators(reads: Iterable[_Read], task: str) -> Iterator[str]:
    yield _generator("time", "time (s)", {"symbol": "urn:sedml:symbol:time"}, task)
    for read in reads:
        yield _generator(read.id, read.label, {"target": read.target}, task)


def _generator(id: str, name: str, what: Mapping[str, str], task: str) -> str:
    variable = element("variable", {"id": f"v_{id}", **what, "taskReference": task})
    return element(
        "dataGenerator", {"id": f"dg_{id}", "name": name}, element("listOfVariables", None, variable), _math(f"v_{id}")
    )


def _plots(title: str, reads: Iterable[_Read]) -> Iterator[str]:
    """A plot for each unit: COPASI draws a plot as a window, with one axis for all curves."""
    by_unit: dict[str, list[_Read]] = {}
    for read in reads:
        by_unit.setdefault(read.unit, []).append(read)
    for place, (unit, alike) in enumerate(by_unit.items(), 1):
        id = "figure" if place == 1 else f"figure_{place}"
        name = f"{title} ({unit})" if len(by_unit) > 1 else title
        yield element(
            "plot2D",
            {"id": id, "name": name},
            element("xAxis", {"name": "time (s)", "type": "linear"}),
            element("yAxis", {"name": unit, "type": "linear"}),
            element("listOfCurves", None, *(_curve(read, order) for order, read in enumerate(alike))),
        )


def _curve(read: _Read, order: int) -> str:
    """A curve with its order: without it COPASI shuffles the curves of a plot that has more than sixteen."""
    data = {"xDataReference": "dg_time", "yDataReference": f"dg_{read.id}"}
    head = {"id": f"curve_{read.id}", "name": read.label, "order": str(order), "type": "points"}
    return element("curve", head | data)


def _report(title: str, reads: Iterable[_Read]) -> str:
    ids = ("time", *(read.id for read in reads))
    sets = (element("dataSet", {"id": f"ds_{id}", "label": id, "dataReference": f"dg_{id}"}) for id in ids)
    return element("report", {"id": "report", "name": f"{title} (values)"}, element("listOfDataSets", None, *sets))
