"""Judge: everything the manifest has is in the BioPAX file by its recipe, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from lxml import etree

from igf1r_validation.biopax_arrival_forms import Item, Source, forms, molecules
from igf1r_validation.biopax_arrival_pathway import papers, pathways, steps, unknown
from igf1r_validation.biopax_arrival_processes import controls, processes
from igf1r_validation.biopax_graph import Graph, read_graph
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "biopax-arrival"
READS = ".owl"
QUICK = True
ISOLATED = False
CHECKS = (molecules, forms, processes, controls, pathways, steps, papers, unknown)


def judge(build: Path, model: str) -> Verdict:
    """Compare ``<model>.owl`` with ``<model>.model.json``, thing by thing."""
    path, manifest = build / f"{model}.owl", build / f"{model}.model.json"
    tool = f"lxml {version('lxml')}"
    if not manifest.is_file():
        return not_run(NAME, tool, path.name, f"{manifest.name} is not there")
    plain = json.loads(manifest.read_text("utf-8"))
    try:
        graph = read_graph(path)
    except (OSError, etree.XMLSyntaxError) as problem:
        return verdict(NAME, tool, path.name, [Finding("", "xml", str(problem))])
    detail = f"{len(plain['forms'])} forms, {len(plain['processes'])} processes"
    return verdict(NAME, tool, path.name, check(graph, plain), detail)


def check(graph: Graph, manifest: Item) -> Iterator[Finding]:
    """Everything that differs between a file and its manifest."""
    source = Source(graph, manifest)
    for compare in CHECKS:
        yield from compare(source)
