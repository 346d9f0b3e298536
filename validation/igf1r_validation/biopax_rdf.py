"""Judge: rdflib reads the file as RDF, and every name in it resolves to one address."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from igf1r_validation.biopax_graph import RDF, XML_BASE, individuals, local_name, read_tree
from igf1r_validation.biopax_rules_file import NCNAME
from igf1r_validation.biopax_schema import NAMESPACE
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

if TYPE_CHECKING:
    import rdflib

NAME = "biopax-rdf"
READS = ".owl"
QUICK = True
ISOLATED = False


def judge(build: Path, model: str) -> Verdict:
    """Read ``<model>.owl`` as RDF/XML; each object of the file is one resource ``<xml:base><id>``."""
    path = build / f"{model}.owl"
    try:
        tool = f"rdflib {version('rdflib')}"
    except PackageNotFoundError:
        return not_run(NAME, "rdflib", path.name, "rdflib is not installed")
    try:
        graph, findings = read(path)
        root = read_tree(path)
    except Exception as problem:  # rdflib's parsers raise errors of many libraries
        return verdict(NAME, tool, path.name, [Finding("", "exception", f"{type(problem).__name__}: {problem}")])
    return verdict(NAME, tool, path.name, [*findings, *ids(root), *resources(root, graph)], f"{len(graph)} triples")


class _Collector(logging.Handler):
    """Keeps what rdflib logs: it warns about bad literals and addresses there and goes on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.findings: list[Finding] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Turn one line of the log into a finding."""
        self.findings.append(Finding("", "log", record.getMessage(), "warning"))


def read(path: Path) -> tuple[rdflib.Graph, list[Finding]]:
    """The triples of a file and what rdflib said about them."""
    import rdflib

    collector, logger = _Collector(), logging.getLogger("rdflib")
    logger.addHandler(collector)
    try:
        graph = rdflib.Graph().parse(str(path), format="xml")
    finally:
        logger.removeHandler(collector)
    return graph, collector.findings


def ids(root: etree._Element) -> Iterator[Finding]:
    """An rdf:ID is an NCName, else the file is no RDF."""
    for element in individuals(root):
        name = element.get(f"{{{RDF}}}ID", "")
        if not NCNAME.fullmatch(name):
            yield Finding(name, "NCName", "the rdf:ID is no NCName")


def resources(root: etree._Element, graph: rdflib.Graph) -> Iterator[Finding]:
    """The typed resources are base + id, no others; every link leads to one of them; nothing is anonymous."""
    import rdflib

    base = root.get(XML_BASE, "")
    written = {(base + element.get(f"{{{RDF}}}ID", ""), local_name(element)) for element in individuals(root)}
    types = [(str(thing), str(kind)) for thing, kind in graph.subject_objects(rdflib.RDF.type)]
    typed = {(thing, kind.removeprefix(NAMESPACE)) for thing, kind in types if kind.startswith(NAMESPACE)}
    for address, kind in sorted(written - typed):
        yield Finding(address.removeprefix(base), "address", f"no {kind} resolves to {address}")
    for address, kind in sorted(typed - written):
        yield Finding(address, "address", f"a {kind} resolves to an address that Paxtools would not give it")
    known = {address for address, _ in typed}
    for thing, predicate, value in graph:
        if isinstance(thing, rdflib.BNode) or isinstance(value, rdflib.BNode):
            yield Finding(str(thing), "anonymous", f"{predicate} has an anonymous end")
        elif isinstance(value, rdflib.URIRef) and str(predicate).startswith(NAMESPACE) and str(value) not in known:
            yield Finding(str(thing).removeprefix(base), "address", f"{predicate} leads to {value}, which is nothing")
