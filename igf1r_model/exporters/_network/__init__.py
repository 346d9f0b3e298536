"""Networks as plain nodes and edges, and the ways of writing one down; several formats share them.

`processes.py` and `activity.py` make a network of a model, the one place each for what a node and an edge is.
`cx2.py`, `graphml.py` and `tables.py` write any network.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

Value = str | int | bool | tuple[str, ...]
Values = Mapping[str, Value]

# What a column holds, as CX2 calls it.
STRING: Final = "string"
INTEGER: Final = "integer"
BOOLEAN: Final = "boolean"
LIST: Final = "list_of_string"
Columns = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its id is the model's; `at` is the middle of its box and `size` width and height, where it is drawn."""

    id: str
    values: Values
    at: tuple[int, int] | None = None
    size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from one node to another, by their ids."""

    id: str
    source: str
    target: str
    interaction: str
    values: Values


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges with their columns; a value that is empty is left out. `about` tells of the whole."""

    about: Values
    node_columns: Columns
    edge_columns: Columns
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def present(values: Values) -> dict[str, Value]:
    """The values that are there: no empty texts and lists; a `False` is a value."""
    return {key: value for key, value in values.items() if value not in ("", ())}


def used(columns: Columns, things: Iterable[Node | Edge]) -> Columns:
    """The columns in which something stands: a file declares no others."""
    filled = {key for thing in things for key in present(thing.values)}
    return {name: kind for name, kind in columns.items() if name in filled}
