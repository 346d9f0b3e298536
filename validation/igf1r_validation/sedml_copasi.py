"""COPASI opens a SED-ML file and runs what it found in it: its scan if there is one, its time course otherwise.

COPASI makes of a repeated task a scan of the species' *initial* concentration, whether the target of the setValue is
the species or its ``/@initialConcentration``: both start every run at its dose. Of a report it keeps the columns, of a
plot its curves, each as the common name (CN) of what it took the data generator for. Values of observables are only
computed during a run when an output asks for them, so the recorder must be an output of the data model.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from igf1r_validation.copasi_import import load_resources

METHOD: Final = "Deterministic (LSODA)"
SEPARATOR: Final = "Separator="


@dataclass(frozen=True, slots=True)
class Opened:
    """What COPASI made of a file.

    Attributes:
        messages: everything that it said on import.
        course: end (s), steps, relative and absolute tolerance, as its time course has them.
        asked: its task and method, and whether the steps are the ones asked for.
        doses: the values of its scan, as text; empty without one.
        columns: the CNs in its report.
        plots: for each plot, the CNs (x, y) of its curves.
        rows: what it recorded of the columns, run after run.
    """

    messages: tuple[str, ...]
    course: tuple[float, int, float, float]
    asked: tuple[str, str, bool]
    doses: tuple[float, ...]
    columns: tuple[str, ...]
    plots: tuple[tuple[tuple[str, ...], ...], ...]
    rows: tuple[tuple[float, ...], ...]


class CopasiDesk:
    """COPASI with the project's list of identifier collections.

    Raises:
        RuntimeError: from `opened`, when COPASI cannot import a file or cannot run it.
    """

    def __init__(self) -> None:
        import COPASI

        self._copasi: Any = COPASI
        load_resources(COPASI)

    def opened(self, path: Path) -> Opened:
        """Import a file, with the model that it names, and run its task."""
        self._copasi.CCopasiMessage.clearDeque()
        data = self._copasi.CRootContainer.addDatamodel()
        try:
            if not data.importSEDML(str(path)):
                raise RuntimeError(f"COPASI could not import it: {' '.join(self._said())}")
            return self._run(data, tuple(self._said()))
        finally:
            self._copasi.CRootContainer.removeDatamodel(data)

    def _said(self) -> Iterator[str]:
        """All messages, without severity and time."""
        while self._copasi.CCopasiMessage.size():
            text = self._copasi.CCopasiMessage.getFirstMessage().getText()
            yield " ".join(text.partition("\n")[2].split())

    def _run(self, data: Any, messages: tuple[str, ...]) -> Opened:
        course, scan = data.getTask("Time-Course"), data.getTask("Scan")
        task = scan if scan.isScheduled() else course
        if not task.isScheduled():
            raise RuntimeError("COPASI found no task in it")
        method = course.getMethod().getObjectName()
        columns = _columns(task)
        return Opened(
            messages,
            _course(course),
            (task.getObjectName(), method, not course.getProblem().getAutomaticStepSize()),
            _doses(scan.getProblem()) if scan.isScheduled() else (),
            columns,
            tuple(_curves(data.getPlotSpecification(number)) for number in range(data.getNumPlotSpecifications())),
            self._recorded(data, task, columns),
        )

    def _recorded(self, data: Any, task: Any, columns: tuple[str, ...]) -> tuple[tuple[float, ...], ...]:
        recorder = self._copasi.CDataHandler()
        for column in columns:
            recorder.addDuringName(self._copasi.CRegisteredCommonName(column, data))
        task.getReport().setTarget("")  # or COPASI writes a file of its own (Scan.txt)
        data.addInterface(recorder)
        try:
            flag = self._copasi.CCopasiTask.OUTPUT_UI
            if not (task.initializeRawWithOutputHandler(flag, data) and task.processRaw(True)):
                raise RuntimeError(f"COPASI could not run it: {' '.join(self._said())}")
            return tuple(tuple(recorder.getNthRow(row)) for row in range(recorder.getNumRowsDuring()))
        finally:
            task.restore(True)
            data.removeInterface(recorder)


def _course(task: Any) -> tuple[float, int, float, float]:
    problem, method = task.getProblem(), task.getMethod()
    tolerances = (method.getParameter(f"{kind} Tolerance").getDblValue() for kind in ("Relative", "Absolute"))
    relative, absolute = tolerances
    return problem.getDuration(), problem.getStepNumber(), relative, absolute


def _doses(problem: Any) -> tuple[float, ...]:
    items = [problem.getScanItem(number) for number in range(problem.getNumberOfScanItems())]
    values = [item.getParameter("Values").getStringValue() for item in items]
    return tuple(float(value) for value in " ".join(values).split())


def _columns(task: Any) -> tuple[str, ...]:
    report = task.getReport().getReportDefinition()
    if report is None:
        raise RuntimeError("COPASI has no report for its task")
    items = [report.getNthBodyItem(number).getString() for number in range(report.getNumBodyItems())]
    return tuple(item for item in items if not item.startswith(SEPARATOR))


def _curves(plot: Any) -> tuple[tuple[str, ...], ...]:
    items = [plot.getItem(number) for number in range(plot.getNumPlotItems())]
    return tuple(tuple(str(channel.getString()) for channel in item.getChannels()) for item in items)
