"""Judge: pybiopax, the Python library of BioPAX, reads every object back."""

from __future__ import annotations

import logging
import warnings
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lxml import etree

from igf1r_validation.biopax_graph import RDF, individuals, local_name, read_tree
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "pybiopax"
READS = ".owl"
QUICK = True
ISOLATED = False


def judge(build: Path, model: str) -> Verdict:
    """Read ``<model>.owl`` with pybiopax: the objects per class, the ids of the file, and no warning.

    Values are not compared: the library keeps only the last of several evidence codes or comments.
    """
    path = build / f"{model}.owl"
    try:
        tool = f"pybiopax {version('pybiopax')}"
    except PackageNotFoundError:
        return not_run(NAME, "pybiopax", path.name, "pybiopax is not installed")
    try:
        kinds, findings = read(path)
        root = read_tree(path)
    except Exception as problem:  # the library raises whatever its parser or its constructors raise
        return verdict(NAME, tool, path.name, [Finding("", "exception", f"{type(problem).__name__}: {problem}")])
    return verdict(NAME, tool, path.name, [*findings, *compared(root, kinds)], f"{len(kinds)} objects")


class _Collector(logging.Handler):
    """Keeps what the library logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.findings: list[Finding] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Turn one line of the log into a finding."""
        self.findings.append(Finding("", "log", record.getMessage(), "warning"))


def read(path: Path) -> tuple[dict[str, str], list[Finding]]:
    """Class of each object by id as pybiopax sees it, and what it warned about."""
    import pybiopax
    from pybiopax.biopax.model import PYBIOPAX_TQDM_CONFIG

    PYBIOPAX_TQDM_CONFIG["disable"] = True
    collector, logger = _Collector(), logging.getLogger("pybiopax")
    logger.addHandler(collector)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            model = pybiopax.model_from_owl_file(str(path), encoding="utf-8")
    finally:
        logger.removeHandler(collector)
    told = [Finding("", "warning", str(warning.message), "warning") for warning in caught]
    return {name: type(thing).__name__ for name, thing in model.objects.items()}, [*collector.findings, *told]


def compared(root: etree._Element, kinds: dict[str, str]) -> Iterator[Finding]:
    """Objects that did not arrive, that came from nowhere, or that replaced another of the same id."""
    written = {element.get(f"{{{RDF}}}ID", ""): local_name(element) for element in individuals(root)}
    for name in sorted(set(written) - set(kinds)):
        yield Finding(name, "missing", f"the {written[name]} did not arrive")
    for name in sorted(set(kinds) - set(written)):
        yield Finding(name, "extra", f"a {kinds[name]} that is not in the file")
    counts = Counter(local_name(element) for element in individuals(root))
    arrived = Counter(kinds.values())
    for kind in sorted(counts.keys() | arrived.keys()):
        if counts[kind] != arrived[kind]:
            yield Finding("", "count", f"{arrived[kind]} of {counts[kind]} objects of class {kind} arrived")
