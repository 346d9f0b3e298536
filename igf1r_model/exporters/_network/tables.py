"""A network as simple interaction format, and its nodes and edges as tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from igf1r_model.exporters._network import Columns, Network, Value, Values

SEPARATOR = "|"  # between the items of a list


def sif(network: Network) -> str:
    """One line for each edge: source, interaction, target; what has no edge stands in the table of nodes only."""
    return "".join(f"{edge.source}\t{edge.interaction}\t{edge.target}\n" for edge in network.edges)


def nodes(network: Network) -> str:
    """The table of nodes; `id` is what the simple interaction format calls them."""
    rows = ({"id": node.id, **node.values} for node in network.nodes)
    return _table(("id", *network.node_columns), rows)


def edges(network: Network) -> str:
    """The table of edges; `id` is how Cytoscape names an edge of a simple interaction file."""
    columns = _without(network.edge_columns, "name", "interaction")
    rows = (
        {"id": f"{edge.source} ({edge.interaction}) {edge.target}", "source": edge.source,
         "interaction": edge.interaction, "target": edge.target, **edge.values}
        for edge in network.edges
    )  # fmt: skip
    return _table(("id", "source", "interaction", "target", *columns), rows)


def _without(columns: Columns, *names: str) -> list[str]:
    return [name for name in columns if name not in names]


def _table(columns: Iterable[str], rows: Iterable[Values]) -> str:
    head = tuple(columns)
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(head)
    writer.writerows([cell(row, column) for column in head] for row in rows)
    return text.getvalue()


def cell(row: Mapping[str, Value], column: str) -> str:
    """A value as text: a list joined, a truth in small letters, nothing where there is nothing."""
    value = row.get(column, "")
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
