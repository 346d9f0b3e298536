"""The judge networkx: it reads the GraphML file as typed attributes, and they are those of the CX2 file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from igf1r_validation import networks, sbml_common
from igf1r_validation.networks import Plain
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "networkx"
READS: Final = ".graphml"
QUICK: Final = False
WHOLE: Final = ("name", "description", "organism", "reference", "rights", "version")


def judge(build: Path, model: str) -> Verdict:
    """Read the file and compare it with the CX2 file, node by node and edge by edge."""
    path, other = build / f"{model}.graphml", build / f"{model}.cx2"
    tool = sbml_common.tool("networkx")
    if reason := sbml_common.obstacle(("networkx",), path, other):
        return not_run(NAME, tool, path.name, reason)
    try:
        graph = _read(path)
    except Exception as error:  # whatever its parser says of a broken file
        return verdict(NAME, tool, path.name, [Finding("", "unreadable", f"{type(error).__name__}: {error}")])
    found = [Finding("", "graph", "is not directed")] * (not graph.is_directed())
    found += [Finding(name, "graph", "the graph does not say it") for name in WHOLE if not graph.graph.get(name)]
    here, there = _plain(graph), networks.cx2(other)
    found += [Finding(subject, "not as in CX2", message) for subject, message in networks.differences(here, there)]
    found += _types(graph)
    return verdict(NAME, tool, path.name, found, f"{len(here.nodes)} nodes and {len(here.edges)} edges, as in CX2")


def _read(path: Path) -> Any:
    import networkx

    return networkx.read_graphml(path, force_multigraph=True)


def _plain(graph: Any) -> Plain:
    plain = Plain({str(id): _texts(values) for id, values in graph.nodes(data=True)})
    for source, target, values in graph.edges(data=True):
        ends = {"source": str(source), "target": str(target)}
        plain.edges.append({**ends, **{name: text for name, text in _texts(values).items() if name != "id"}})
    return plain


def _texts(values: dict[str, Any]) -> dict[str, str]:
    return {name: networks.text(value) for name, value in values.items()}


def _types(graph: Any) -> list[Finding]:
    """Numbers and truths arrive as such."""
    found = []
    for id, values in graph.nodes(data=True):
        if not isinstance(values.get("input", False), bool) or not isinstance(values.get("reversible", False), bool):
            found.append(Finding(str(id), "type", "input or reversible is no boolean"))
    for source, target, values in graph.edges(data=True):
        if not isinstance(values.get("stoichiometry", 1), int):
            found.append(Finding(f"{source} {target}", "type", "stoichiometry is no integer"))
    return found
