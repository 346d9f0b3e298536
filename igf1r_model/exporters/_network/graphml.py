"""A network as GraphML, with typed keys in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from igf1r_model.exporters._network import BOOLEAN, INTEGER, Columns, Edge, Network, Node, Values, present, used
from igf1r_model.exporters._network.tables import cell
from igf1r_model.exporters._xml import DECLARATION, element, fixed, leaf

ROOT: Final = fixed(
    {
        "xmlns": "http://graphml.graphdrawing.org/xmlns",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
    }
)
TYPES: Final = {INTEGER: "int", BOOLEAN: "boolean"}  # all else is text; lists are joined
COORDINATES: Final[Columns] = {"x": INTEGER, "y": INTEGER, "width": INTEGER, "height": INTEGER}


def document(network: Network, id: str) -> str:
    """The network as a GraphML document."""
    whole = {key: value for key, value in network.about.items() if value}
    drawn = COORDINATES if any(node.at for node in network.nodes) else {}
    keys = [
        *_keys("graph", dict.fromkeys(whole, "string")),
        *_keys("node", {**used(network.node_columns, network.nodes), **drawn}),
        *_keys("edge", used(network.edge_columns, network.edges)),
    ]
    graph = element(
        "graph",
        {"id": id, "edgedefault": "directed"},
        *_data("graph", whole),
        *map(_node, network.nodes),
        *map(_edge, network.edges),
    )
    return DECLARATION + element("graphml", ROOT, *keys, graph)


def _keys(domain: str, columns: Columns) -> Iterator[str]:
    for name, kind in columns.items():
        head = {"id": f"{domain}.{name}", "for": domain, "attr.name": name, "attr.type": TYPES.get(kind, "string")}
        yield element("key", head)


def _data(domain: str, values: Values) -> Iterator[str]:
    filled = present(values)
    return (leaf("data", cell(filled, name), {"key": f"{domain}.{name}"}) for name in filled)


def _node(node: Node) -> str:
    drawn: dict[str, int] = {}
    if node.at is not None and node.size is not None:
        drawn = dict(zip(COORDINATES, (*node.at, *node.size), strict=True))
    return element("node", {"id": node.id}, *_data("node", {**node.values, **drawn}))


def _edge(edge: Edge) -> str:
    return element("edge", {"id": edge.id, "source": edge.source, "target": edge.target}, *_data("edge", edge.values))
