"""CX2, GraphML and tables of a network read into the same plain shape: nodes, edges, their values as text or lists."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
SEPARATOR = "|"
NO_FORMS = frozenset({"process", "source", "sink"})
ENDS = {"consumption": ("source", "target"), "production": ("target", "source")}  # of an edge: form, process

Row = Mapping[str, str]


class FileError(ValueError):
    """A file that is no network at all."""


@dataclass(slots=True)
class Plain:
    """Nodes by model id, and edges; every value as the text that a table would show."""

    nodes: dict[str, dict[str, str]] = field(default_factory=dict)
    edges: list[dict[str, str]] = field(default_factory=list)  # source, target, and the values


def of_model(model: Mapping[str, Any]) -> list[str]:
    """The ids of the nodes that a network of forms and processes must have, by the manifest."""
    ids = [form["id"] for form in model["forms"]]
    for process in model["processes"]:
        ids.append(process["id"])
        ids += [f"source.{process['id']}"] * (not process["reactants"])
        ids += [f"sink.{process['id']}"] * (not process["products"])
    return ids


def load_cx2(path: Path) -> list[dict[str, Any]]:
    """The blocks of a CX2 file.

    Raises:
        FileError: when it is no list of objects, or when a key is repeated in an object.
    """
    try:
        blocks = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise FileError(f"is no JSON: {error}") from error
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise FileError("is no list of objects")
    return blocks


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise FileError(f"repeats the key {next(name for name in names if names.count(name) > 1)!r} in one object")
    return found


def aspects(blocks: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """The aspects of a CX2 file by name."""
    return {name: items for block in blocks for name, items in block.items() if isinstance(items, list)}


def cx2(path: Path) -> Plain:
    """A CX2 file as a plain network."""
    found = aspects(load_cx2(path))
    names = {node["id"]: node["v"]["model_id"] for node in found["nodes"]}
    plain = Plain({names[node["id"]]: _texts(node["v"]) for node in found["nodes"]})
    for edge in found["edges"]:
        ends = {"source": names[edge["s"]], "target": names[edge["t"]]}
        plain.edges.append({**ends, **_texts(edge["v"])})
    return plain


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: text(value) for name, value in values.items()}


def text(value: Any) -> str:
    """A value as a table shows it."""
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def graphml(path: Path) -> Plain:
    """A GraphML file as a plain network, read with lxml."""
    root = etree.parse(path).getroot()
    keys = {key.get("id", ""): key.get("attr.name", "") for key in root.iterfind(f"{GRAPHML}key")}
    plain = Plain()
    for node in root.iter(f"{GRAPHML}node"):
        plain.nodes[node.get("id", "")] = _data(node, keys)
    for edge in root.iter(f"{GRAPHML}edge"):
        ends = {"source": edge.get("source", ""), "target": edge.get("target", "")}
        plain.edges.append({**ends, **_data(edge, keys)})
    return plain


def _data(element: etree._Element, keys: Mapping[str, str]) -> dict[str, str]:
    found = ((keys.get(one.get("key", ""), ""), one.text or "") for one in element.iterfind(f"{GRAPHML}data"))
    return {name: value for name, value in found if name}


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated table, by column."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t"))


def listed(row: Row, column: str) -> list[str]:
    """The items of a list in a cell."""
    return row[column].split(SEPARATOR) if row.get(column) else []


def form_and_process(edge: Row) -> tuple[str, str]:
    """The form and the process of an edge."""
    form, process = ENDS.get(edge.get("interaction", ""), ("source", "target"))
    return edge[form], edge[process]


def differences(first: Plain, second: Plain) -> Iterator[tuple[str, str]]:
    """What two networks do not have in common, as (thing, what is the matter), drawing apart."""
    for id in sorted(first.nodes.keys() ^ second.nodes.keys()):
        yield id, "this node is in one file only"
    for id in sorted(first.nodes.keys() & second.nodes.keys()):
        yield from _values(id, first.nodes[id], second.nodes[id])
    here, there = ({edge["name"]: edge for edge in one.edges} for one in (first, second))
    for name in sorted(here.keys() ^ there.keys()):
        yield name, "this edge is in one file only"
    for name in sorted(here.keys() & there.keys()):
        yield from _values(name, here[name], there[name])


def _values(id: str, first: Row, second: Row) -> Iterator[tuple[str, str]]:
    for name in sorted((first.keys() | second.keys()) - {"x", "y", "width", "height"}):
        if first.get(name, "") != second.get(name, ""):
            yield id, f"{name} is {first.get(name, '')!r} in one file, {second.get(name, '')!r} in the other"
