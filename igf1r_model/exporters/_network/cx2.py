"""A network as CX2, Cytoscape's exchange format version 2, with a style for each class of nodes and edges.

The aspects come in the order of the specification: declarations first, since they type all that follows. Nothing is
styled one by one; whoever adds a node gets its look from its type.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from igf1r_model.exporters._network import INTEGER, STRING, Columns, Edge, Network, Node, Values, present, used
from igf1r_model.exporters._uris import uri, uri_style
from igf1r_model.identifiers import PATTERNS

Json = dict[str, Any]
SIZE: Final[Columns] = {"width": INTEGER, "height": INTEGER}


def document(network: Network, style: Json) -> str:
    """The network as a CX2 document: one element on a line, so that a difference can be read."""
    drawn = any(node.at for node in network.nodes)
    columns = {**used(network.node_columns, network.nodes), **(SIZE if drawn else {})}
    numbers = {node.id: number for number, node in enumerate(network.nodes)}
    nodes = [_node(numbers[node.id], node) for node in network.nodes]
    edges = [_edge(number, edge, numbers) for number, edge in enumerate(network.edges)]
    about = present({**network.about, "@context": context(network)})
    aspects = {
        "attributeDeclarations": [_declarations(columns, used(network.edge_columns, network.edges), about)],
        "networkAttributes": [about],
        "nodes": nodes,
        "edges": edges,
        "visualProperties": [_with_size(style) if drawn else style],
    }
    counts = [{"elementCount": len(items), "name": name} for name, items in aspects.items() if items]
    blocks: Json = {"metaData": counts, **aspects, "status": [{"error": "", "success": True}]}
    head = _json({"CXVersion": "2.0", "hasFragments": False})
    return "[\n" + ",\n".join([head, *(_block(name, items) for name, items in blocks.items())]) + "\n]\n"


def _block(name: str, items: Iterable[object]) -> str:
    return f'{{"{name}": [\n' + ",\n".join(map(_json, items)) + "\n]}"


def _json(item: object) -> str:
    return json.dumps(item, ensure_ascii=False)


def _declarations(nodes: Columns, edges: Columns, about: Values) -> Json:
    domains = {"networkAttributes": dict.fromkeys(about, STRING), "nodes": nodes, "edges": edges}
    return {name: {key: {"d": kind} for key, kind in columns.items()} for name, columns in domains.items() if columns}


def _node(number: int, node: Node) -> Json:
    where: Json = {}
    size: dict[str, int] = {}
    if node.at is not None and node.size is not None:
        where = dict(zip(("x", "y"), node.at, strict=True))
        size = dict(zip(SIZE, node.size, strict=True))
    return {"id": number, **where, "v": present({**node.values, **size})}


def _edge(number: int, edge: Edge, numbers: dict[str, int]) -> Json:
    return {"id": number, "s": numbers[edge.source], "t": numbers[edge.target], "v": present(edge.values)}


def context(network: Network) -> str:
    """The prefixes of all identifiers in the network with what they stand for, as NDEx wants it: JSON in a text."""
    used = {prefix for values in _all_values(network) for text in _texts(values) if (prefix := _prefix(text))}
    style = uri_style()
    return _json({prefix: uri(f"{prefix}:", style) for prefix in PATTERNS if prefix in used})


def _all_values(network: Network) -> Iterator[Values]:
    yield network.about
    yield from (node.values for node in network.nodes)
    yield from (edge.values for edge in network.edges)


def _texts(values: Values) -> Iterator[str]:
    """The words in which an identifier may stand: whole values, items of lists, the last word of a state."""
    for key, value in values.items():
        if key in ("sentence", "description", "name"):
            continue
        items = value if isinstance(value, tuple) else (value,)
        yield from (word for item in items if isinstance(item, str) for word in item.replace(",", " ").split())


def _prefix(text: str) -> str:
    prefix, colon, local = text.partition(":")
    return prefix if colon and local and prefix in PATTERNS else ""


def _with_size(style: Json) -> Json:
    """A style whose nodes have the size of the drawing's boxes."""
    sizes = {f"NODE_{name.upper()}": passed(name, INTEGER) for name in SIZE}
    return {**style, "nodeMapping": {**style["nodeMapping"], **sizes}}


def passed(attribute: str, kind: str) -> Json:
    """A visual property that takes the value of a column."""
    return {"type": "PASSTHROUGH", "definition": {"attribute": attribute, "type": kind}}


def mapped(attribute: str, looks: dict[str, str]) -> Json:
    """A visual property by the value of a column; NDEx calls a mapping without its `type` illegal."""
    pairs = [{"v": value, "vp": look} for value, look in looks.items()]
    return {"type": "DISCRETE", "definition": {"attribute": attribute, "type": "string", "map": pairs}}
