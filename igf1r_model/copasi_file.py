"""A COPASI file (``.cps``) of a built model, by basico: contexts to choose from, the first figures, a scan of doses.

It is a companion for people who work in COPASI, made with a deposit. It is not the same bytes twice (COPASI numbers
what it saves by chance), so nothing else is made from it, and tests compare what it says.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from igf1r_model.engine import NotInstalledError
from igf1r_model.exporters._uris import OBO

SUFFIX: Final = ".cps"
FIGURES: Final = 4  # the experiments at the head of the list, which every model has; one more is one more empty window
AS_WRITTEN: Final = "as written"
TOLERANCES: Final = {"Relative Tolerance": 1e-9, "Absolute Tolerance": 1e-20}
SEDML: Final = "{http://sed-ml.org/sed-ml/level1/version4}"
MIRIAM: Final = re.compile(r"identifiers\.org/([A-Za-z][A-Za-z0-9.-]*)[:/]")

Json = dict[str, Any]
Values = Mapping[str, float]


class CopasiFileError(ValueError):
    """A file that COPASI cannot read, or cannot write."""


@dataclass(frozen=True, slots=True)
class _Run:
    """An arm of an experiment as its SED-ML file has it: what it is called, its time course (s), its changes."""

    name: str
    duration: float
    steps: int
    values: Values


def write_cps(model_xml: Path, path: Path) -> None:
    """Write the COPASI file of a model.

    Args:
        model_xml: the SBML file, in a build: beside it stand `<id>.experiments.json`, `<id>.interface.tsv` (contexts)
            and, in the folder `<id>`, the SED-ML files.
        path: where to write; what is there is overwritten.

    Raises:
        NotInstalledError: without basico.
        FileNotFoundError: a file is missing beside the SBML, or the folder to write into.
        CopasiFileError: COPASI cannot import the SBML, or write; with what it says.
    """
    basico, copasi = _software()
    stem = model_xml.with_suffix("")
    told = json.loads(Path(f"{stem}.experiments.json").read_text(encoding="utf-8"))
    contexts = _contexts(Path(f"{stem}.interface.tsv"))
    with tempfile.TemporaryDirectory() as folder:
        # COPASI keeps the ids of the SBML file if it knows the file, and names it without a folder if it lies beside.
        beside = Path(shutil.copy(model_xml, folder))
        made = beside.with_suffix(SUFFIX)
        data = _imported(copasi, beside)
        try:
            _Writer(basico, copasi, data).fill(told, contexts, stem)
            if not data.saveModel(str(made), True):
                raise CopasiFileError(f"COPASI cannot write the file: {_said(copasi)}")
        finally:
            copasi.CRootContainer.removeDatamodel(data)
        shutil.copy(made, path)


def _software() -> tuple[Any, Any]:
    try:
        import basico
        import COPASI
    except ModuleNotFoundError as error:
        told = "basico is not installed; type: make test, or: pip install copasi-basico"
        raise NotInstalledError(told) from error
    return basico, COPASI


def _imported(copasi: Any, sbml: Path) -> Any:
    """The model in COPASI."""
    _tell_prefixes(copasi, sbml.read_text(encoding="utf-8"))
    copasi.CCopasiMessage.clearDeque()
    data = copasi.CRootContainer.addDatamodel()
    try:
        if data.importSBML(str(sbml)):
            return data
    except copasi.CCopasiException:  # raised for some faults, not for all; the message tells either
        pass
    said = _said(copasi)
    copasi.CRootContainer.removeDatamodel(data)
    raise CopasiFileError(f"COPASI cannot import {sbml.name}: {said}")


def _tell_prefixes(copasi: Any, sbml: str) -> None:
    """Tell COPASI the identifier collections of a file: the Python package knows none, and loses papers then."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collections.xml"
        path.write_text(_collections(sbml), encoding="utf-8")
        copasi.CRootContainer.getMiriamResources().updateMIRIAMResourcesFromFile(None, str(path))


def _collections(sbml: str) -> str:
    """The list in COPASI's format; those of ontologies (GO) repeat their prefix in the path form of a URI."""
    prefixes = {*MIRIAM.findall(sbml), "SBO"}
    found = {prefix.lower(): prefix.upper() in OBO for prefix in prefixes}
    rows = []
    for number, (prefix, embedded) in enumerate(sorted(found.items())):
        # COPASI annotates what has an sboTerm; it finds the collection by this name and this old form.
        name = "Systems Biology Ontology" if prefix == "sbo" else prefix
        old = '<uri deprecated="true">http://biomodels.net/SBO/</uri>' if prefix == "sbo" else ""
        pattern = f"^{prefix.upper()}:.+$" if embedded else "^.+$"
        rows.append(
            f'<datatype id="MIR:{number:08d}" pattern={quoteattr(pattern)} namespaceEmbeddedInPattern="{embedded}">'
            f"<name>{name}</name><uris><uri>urn:miriam:{prefix}</uri>{old}</uris></datatype>"
        )
    return "<miriam>\n" + "\n".join(rows) + "\n</miriam>\n"


def _said(copasi: Any) -> str:
    """COPASI's last message, without its severity and time."""
    return " ".join(copasi.CCopasiMessage.getLastMessage().getText().partition("\n")[2].split())


def _contexts(table: Path) -> dict[str, dict[str, float]]:
    """The values of every context, by target, what it puts into the medium too."""
    contexts: dict[str, dict[str, float]] = {}
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] == "context":
                contexts.setdefault(row["id"], {})[row["target"]] = float(row["value"])
    return contexts


def _runs(place: int, one: Json, folder: Path) -> Iterator[_Run]:
    """The arms of an experiment that have a SED-ML file."""
    for arm in one["arms"]:
        path = folder / f"{one['id']}__{arm['id']}.sedml"
        if path.is_file():
            yield _run(f"Figure {place}: {one['name']}, {arm['name']}", ElementTree.parse(path).getroot())


def _run(name: str, root: ElementTree.Element) -> _Run:
    course = next(root.iter(f"{SEDML}uniformTimeCourse"))
    changes = root.iter(f"{SEDML}changeAttribute")
    values = {one.attrib["target"].split("@id='")[1].split("'")[0]: float(one.attrib["newValue"]) for one in changes}
    return _Run(name, float(course.attrib["outputEndTime"]), int(course.attrib["numberOfSteps"]), values)


class _Writer:
    """Puts sets of values, plots and tasks beside the model."""

    def __init__(self, basico: Any, copasi: Any, data: Any) -> None:
        self._basico, self._copasi, self._data = basico, copasi, data
        self._model = data.getModel()
        self._species = {one.getSBMLId(): one for one in self._model.getMetabolites()}
        self._values = {one.getSBMLId(): one for one in self._model.getModelValues()}

    def fill(self, told: Json, contexts: Mapping[str, Values], stem: Path) -> None:
        """All sets, plots and tasks, from the experiments, the contexts and the SED-ML files of the folder `stem`."""
        sets: dict[str, Values] = {AS_WRITTEN: {}} | dict(contexts)
        runs: list[_Run] = []
        for place, one in enumerate(told["experiments"][:FIGURES], 1):
            self._plots(f"Figure {place}: {one['name']}", one["reads"], active=place == 1)
            runs += _runs(place, one, stem)
        sets |= {f"{run.name} ({run.duration:g} s)": run.values for run in runs if run.values}
        self._parameter_sets(sets)
        if runs:
            self._time_course(runs[0])
        if told["experiments"] and told["experiments"][0]["series"]:
            self._scan(told["experiments"][0]["series"])

    def _parameter_sets(self, sets: Mapping[str, Values]) -> None:
        """Each set is the whole model with some values changed; the model ends as it was."""
        start = {id: self._value(id) for values in sets.values() for id in values}
        changed: dict[str, float] = {}
        for name, values in sets.items():
            self._put({id: start[id] for id in changed} | dict(values))
            self._basico.add_parameter_set(name, model=self._data)
            changed = dict(values)
        self._put({id: start[id] for id in changed})

    def _value(self, id: str) -> float:
        return float(
            self._species[id].getInitialConcentration() if id in self._species else self._values[id].getInitialValue()
        )

    def _put(self, values: Values) -> None:
        for id, value in values.items():
            if id in self._species:
                self._species[id].setInitialConcentration(value)
            else:
                self._values[id].setInitialValue(value)
        self._model.updateInitialValues(self._copasi.CCore.Framework_Concentration)

    def _plots(self, title: str, reads: list[Json], active: bool) -> None:
        """A plot for each unit against time; those of the later figures are there to be switched on."""
        units = dict.fromkeys(read["unit"] for read in reads)
        for unit in units:
            curves = [self._curve(read) for read in reads if read["unit"] == unit]
            name = f"{title} ({unit})" if len(units) > 1 else title
            self._basico.add_plot(name, active=active, tasks="Time-Course;Scan", curves=curves, model=self._data)

    def _curve(self, read: Json) -> Json:
        id = read["id"]
        one = self._species[id] if id in self._species else self._values[id]
        shown = one.getConcentrationReference() if id in self._species else one.getValueReference()
        channels = [self._model.getValueReference().getCN().getString(), shown.getCN().getString()]
        return {"name": f"{one.getObjectName()} ({read['unit']})", "channels": channels}

    def _time_course(self, run: _Run) -> None:
        settings = {
            "scheduled": True,
            "problem": {"Duration": run.duration, "StepNumber": run.steps, "AutomaticStepSize": False},
            "method": {"name": "Deterministic (LSODA)", **TOLERANCES},
        }
        self._basico.set_task_settings("Time-Course", settings, model=self._data)

    def _scan(self, series: Json) -> None:
        dose = self._species[series["target"]].getInitialConcentrationReference().getCN().getString()
        item = {"type": "scan", "cn": dose, "values": [float(one) for one in series["values"]], "num_steps": 1}
        self._basico.set_scan_settings(
            subtask="Time-Course", output_during_subtask=True, scan_items=[item], model=self._data
        )
