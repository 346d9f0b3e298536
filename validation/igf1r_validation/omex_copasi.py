"""The judge omex-copasi: COPASI opens the archive without a word and shows what the master simulation says.

It has crashed on simulations that are slightly wrong, and ignores silently what it does not know. So it runs in a
process of its own, and task, scan, plots and curves are compared with the file.
"""

from __future__ import annotations

import contextlib
import posixpath
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from lxml import etree

from igf1r_validation import copasi_import, omex_plots
from igf1r_validation.omex_archive import Archive, NoArchiveError, opened
from igf1r_validation.omex_plots import SED
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "omex-copasi"
QUICK: Final = False
ISOLATED: Final = True
READS: Final = ".omex"

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
    path = str((build / file).resolve())
    # COPASI unpacks into the working directory, and leaves a file there when it dies.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        opens = data.openCombineArchive(path)
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
    if not masters:
        if data.getNumPlotSpecifications():
            yield Finding("", "plots", "the archive has no master, COPASI shows plots all the same")
        return
    name = posixpath.basename(masters[0])
    root = etree.fromstring(archive.contents[masters[0]])
    yield from _time_course(data, root, name)
    yield from omex_plots.of_scan(data, root, name, sbml)
    yield from omex_plots.of_plots(data, root, name, sbml)
    yield from _runs(data, name)


def _runs(data: Any, name: str) -> Iterator[Finding]:
    """What the master schedules runs to its end; COPASI would write the values into files, so it is told not to."""
    import COPASI

    scan, course = data.getTask("Scan"), data.getTask("Time-Course")
    for task in (scan, course) if scan.isScheduled() else (course,):
        task.getReport().setTarget("")
        ran = task.initializeRaw(COPASI.CCopasiTask.OUTPUT_UI) and task.processRaw(True)
        task.restore()
        if not ran:
            said = " ".join(task.getProcessError().split())
            yield Finding(name, "run", f"{task.getObjectName()} does not run: {said}")
    rows, steps = course.getTimeSeries().getRecordedSteps(), course.getProblem().getStepNumber()
    if rows != steps + 1:
        yield Finding(name, "run", f"the time course has {rows} rows, not {steps + 1}")


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
