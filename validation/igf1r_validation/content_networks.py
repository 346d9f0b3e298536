"""What a CX2 and a GraphML file say about forms, processes and controls, read into the shape of `content.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from igf1r_validation import networks
from igf1r_validation.content import PAPERS, Content, Form, Process, Side
from igf1r_validation.networks import NO_FORMS, Plain, Row, form_and_process, listed

IDENTITIES = ("represents", "member")


def read_cx2(path: Path) -> Content:
    """Forms, processes and controls of a CX2 file."""
    return _content(networks.cx2(path))


def read_graphml(path: Path) -> Content:
    """Forms, processes and controls of a GraphML file."""
    return _content(networks.graphml(path))


def _content(plain: Plain) -> Content:
    content = Content()
    sides = _sides(plain)
    for id, node in plain.nodes.items():
        if node.get("type") == "process":
            content.processes[id] = Process(
                node.get("name", ""), _papers(node), *sides.get(id, ({}, {})), node.get("reversible") == "true"
            )
        elif node.get("type") not in NO_FORMS:
            content.forms[id] = Form(node.get("name", ""), frozenset(listed(node, "compartment_go")), _uniprot(node))
    for edge in plain.edges:
        form, process = form_and_process(edge)
        if edge.get("interaction") not in networks.ENDS:
            key = (process, form, edge.get("sign", "?"))
            content.controls[key] = content.controls.get(key, frozenset()) | _papers(edge)
    return content


def _sides(plain: Plain) -> dict[str, tuple[Side, Side]]:
    """What each process uses up and makes; sources and sinks are nothing."""
    found: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
    for edge in plain.edges:
        form, process = form_and_process(edge)
        if edge.get("interaction") in networks.ENDS and plain.nodes[form].get("type") not in NO_FORMS:
            side = found.setdefault(process, ({}, {}))[edge["interaction"] == "production"]
            side[form] = side.get(form, 0.0) + float(edge.get("stoichiometry", "nan"))
    return dict(found)


def _papers(row: Row) -> frozenset[str]:
    return frozenset(curie for curie in listed(row, "citation") if curie.startswith(PAPERS))


def _uniprot(node: Row) -> frozenset[str]:
    return frozenset(_proteins(node))


def _proteins(node: Row) -> Iterator[str]:
    """The UniProt ids of a node: what it represents, or what it has as members; isoforms as UniProt ids."""
    for name in IDENTITIES:
        for curie in listed(node, name):
            if curie.startswith(("uniprot:", "uniprot.isoform:")):
                yield curie.replace(".isoform:", ":")
