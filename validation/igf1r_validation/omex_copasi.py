"""The judge omex-copasi: COPASI opens the archive without a word and shows what the master simulation says.

It crashes on an archive whose simulation names a species that is not there, and ignores silently what it does not
know; so it runs in a process of its own, and task, scan and plots are compared with the file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from lxml import etree

from igf1r_validation import copasi_import
from igf1r_validation.omex_archive import SEDML, Archive, NoArchiveError, opened
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "omex-copasi"
QUICK: Final = False
ISOLATED: Final = True
READS: Final = ".omex"

SED: Final = {"s": SEDML}
METHOD: Final = "Deterministic (LSODA)"
TOLERANCES: Final = {"KISAO:0000209": "Relative Tolerance", "KISAO:0000211": "Absolute Tolerance"}


def judge(build: Path, model: str) -> Verdict:
    """Open the archive as a user does, and look at the model, the tasks and the plots."""
    file = f"{model}.omex"
    try:
        import COPASI
    except ImportError as error:
        return not_run(NAME, "COPASI", file, str(error))
    tool = f"COPASI (python-copasi {version('python-copasi')})"
    try:
        archive = opened(build / file)
    except NoArchiveError as error:
        return verdict(NAME, tool, file, [Finding("", "no archive", str(error))])
    copasi_import.load_resources(COPASI)
    COPASI.CCopasiMessage.clearDeque()
    data = COPASI.CRootContainer.addDatamodel()
    opens = data.openCombineArchive(str(build / file))
    found = list(copasi_import._messages(COPASI))
    if not opens:
        return verdict(NAME, tool, file, [*found, Finding("", "open", "COPASI could not open the archive")])
    sbml = archive.contents[f"{model}.xml"]
    found += [*_model(data, sbml), *_simulation(data, archive, sbml)]
    return verdict(NAME, tool, file, found, _detail(data))


def _detail(data: Any) -> str:
    problem = data.getTask("Time-Course").getProblem()
    return f"{problem.getDuration():g} s in {problem.getStepNumber()} steps, {data.getNumPlotSpecifications()} plots"


def _model(data: Any, sbml: bytes) -> Iterator[Finding]:
    """The model that COPASI holds is the one of the archive."""
    root = etree.fromstring(sbml)
    held = {"species": data.getModel().getMetabolites().size(), "reaction": data.getModel().getReactions().size()}
    for tag, count in held.items():
        written = sum(1 for _ in root.iterfind(f"{{*}}model/{{*}}listOf{tag.capitalize()}{'s' * (tag != 'species')}/*"))
        if count != written:
            yield Finding("", "model", f"the file has {written} {tag} elements, COPASI holds {count}")


def _simulation(data: Any, archive: Archive, sbml: bytes) -> Iterator[Finding]:
    """Duration, steps, method, plots and scan are those of the master; without a master there is nothing to show."""
    masters = [name for name in archive.masters if name in archive.contents]
    shown = [data.getPlotSpecification(number).getTitle() for number in range(data.getNumPlotSpecifications())]
    if not masters:
        if shown:
            yield Finding("", "plots", f"the archive has no master, COPASI shows {shown}")
        return
    name = posixpath.basename(masters[0])
    root = etree.fromstring(archive.contents[masters[0]])
    yield from _time_course(data, root, name)
    yield from _scan(data, root, name, sbml)
    written = [plot.get("name", "") for plot in root.iterfind(".//s:plot2D", SED)]
    if shown != written:
        yield Finding(name, "plots", f"the file has {written}, COPASI shows {shown}")


def _time_course(data: Any, root: Any, name: str) -> Iterator[Finding]:
    """The time course that the file describes, to be run with its method and tolerances."""
    course = root.find(".//s:uniformTimeCourse", SED)
    task = data.getTask("Time-Course")
    problem, method = task.getProblem(), task.getMethod()
    told = {
        "duration": (float(course.get("outputEndTime")), problem.getDuration()),
        "steps": (int(course.get("numberOfSteps") or course.get("numberOfPoints")), problem.getStepNumber()),
        "output start": (float(course.get("outputStartTime")), problem.getOutputStartTime()),
        "method": (METHOD, method.getObjectName()),
    }
    for one in course.iterfind(".//s:algorithmParameter", SED):
        if one.get("kisaoID") in TOLERANCES:
            parameter = TOLERANCES[one.get("kisaoID")]
            told[parameter] = (float(one.get("value")), method.getParameter(parameter).getDblValue())
    for what, (written, held) in told.items():
        if written != held:
            yield Finding(name, what, f"the file says {written}, COPASI {held}")


def _scan(data: Any, root: Any, name: str, sbml: bytes) -> Iterator[Finding]:
    """A repeated task is a scan over the same values, and it is the task to run."""
    task = data.getTask("Scan")
    repeated = root.find(".//s:repeatedTask", SED)
    written = [float(value.text) for value in root.iterfind(".//s:repeatedTask//s:vectorRange/s:value", SED)]
    items = [task.getProblem().getScanItem(number) for number in range(task.getProblem().getNumberOfScanItems())]
    held = [float(value) for one in items for value in one.getParameter("Values").getStringValue().split()]
    if written != held:
        yield Finding(name, "scan", f"the file has the values {written}, COPASI {held}")
    if task.isScheduled() != (repeated is not None):
        yield Finding(name, "scan", f"is {'' if task.isScheduled() else 'not '}the task that COPASI would run")
    for one, (species, titled) in zip(items, _varied(root, sbml), strict=False):
        varies = one.getParameter("Object").getCNValue().getString()
        if not varies.endswith(f"Metabolites[{titled}],Reference=InitialConcentration"):
            yield Finding(name, "scan", f"the file varies {species} at the start, COPASI {varies or 'nothing'}")


def _varied(root: Any, sbml: bytes) -> list[tuple[str, str]]:
    """Id and name of the species whose initial concentrations a repeated task sets; COPASI knows them by name."""
    targets = [change.get("target", "") for change in root.iterfind(".//s:repeatedTask//s:setValue", SED)]
    ids = [target.partition("@id='")[2].partition("'")[0] for target in targets]
    species = etree.fromstring(sbml).iterfind("{*}model/{*}listOfSpecies/{*}species")
    names = {one.get("id", ""): one.get("name", "") for one in species}
    return [(id, names.get(id, "?")) for id in ids]
