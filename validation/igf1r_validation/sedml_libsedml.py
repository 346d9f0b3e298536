"""libSEDML reads the SED-ML files without an error or warning, and finds in them everything that stands there.

It does not follow references, nor look into the SBML file: the judge ``sedml-rules`` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lxml import etree

from igf1r_validation.verdict import Finding, Severity, Verdict, not_applicable, not_run, verdict

NAME = "sedml"
QUICK = False
ISOLATED = True  # so that a crash of libSEDML is a finding
READS = ".sedml"

# Lists of a document by the element that stands in them; then lists of those elements.
LISTS = {
    "model": "Model",
    "uniformTimeCourse": "Simulation",
    "task": "Task",
    "dataGenerator": "DataGenerator",
    "plot2D": "Output",
}
INNER = {
    "model": {"changeAttribute": "Change"},
    "repeatedTask": {"vectorRange": "Range", "setValue": "TaskChange", "subTask": "SubTask"},
    "dataGenerator": {"variable": "Variable"},
    "plot2D": {"curve": "Curve"},
    "report": {"dataSet": "DataSet"},
    "vectorRange": {"value": "Value"},
    "algorithm": {"algorithmParameter": "AlgorithmParameter"},
}


def judge(build: Path, model: str) -> Verdict:
    """Have libSEDML read every file."""
    file = f"{model}/*.sedml"
    paths = sorted((build / model).glob("*.sedml"))
    try:
        import libsedml
    except ImportError as error:
        return not_run(NAME, "libSEDML", file, str(error))
    tool = f"libSEDML {libsedml.getLibSEDMLDottedVersion()} (python-libsedml {version('python-libsedml')})"
    if not paths:
        return not_applicable(NAME, tool, file, "there are no SED-ML files")
    found = [finding for path in paths for finding in _of_file(path, libsedml)]
    return verdict(NAME, tool, file, found, f"{len(paths)} files")


def _of_file(path: Path, libsedml: Any) -> Iterator[Finding]:
    document = libsedml.readSedMLFromFile(str(path))
    for number in range(document.getNumErrors()):
        error = document.getError(number)
        severity: Severity = "warning" if error.isWarning() or error.isInfo() else "error"
        yield Finding(path.stem, f"message {error.getErrorId()}", " ".join(error.getMessage().split()), severity)
    if document.getNumErrors():
        return
    held, written = Counter(_held(document)), _written(path)
    for tag in sorted(held.keys() | written.keys()):
        if held[tag] != written[tag]:
            yield Finding(path.stem, "count", f"the file has {written[tag]} {tag} elements, libSEDML holds {held[tag]}")


def _written(path: Path) -> Counter[str]:
    """How many elements of each kind that is counted stand in the file."""
    counted = {*LISTS, "repeatedTask", "report", "algorithm", *(tag for inner in INNER.values() for tag in inner)}
    tags = (str(one.tag).rpartition("}")[2] for one in etree.parse(path).iter("{*}*"))
    return Counter(tag for tag in tags if tag in counted)


def _held(document: Any) -> Iterator[str]:
    """The same, as libSEDML holds it."""
    for name in LISTS.values():
        for one in _items(document, name):
            yield from _inside(one)


def _inside(one: Any) -> Iterator[str]:
    tag = one.getElementName()
    yield tag
    if tag == "uniformTimeCourse" and one.isSetAlgorithm():
        yield from _inside(one.getAlgorithm())
    for inner, name in INNER.get(tag, {}).items():
        if inner == "value":
            yield from [inner] * one.getNumValues()
        else:
            for item in _items(one, name):
                yield from _inside(item)


def _items(parent: Any, name: str) -> Iterator[Any]:
    return (getattr(parent, f"get{name}")(number) for number in range(getattr(parent, f"getNum{name}s")()))
