"""Simple interaction format, for any network tool, with its nodes and edges as tables: who does what to whom, by ids.

What the simple interaction format cannot hold stands in `.nodes.tsv` and `.edges.tsv`, by the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from igf1r_model.exporters._network import processes, tables
from igf1r_model.model import Model

SUFFIX: Final = ".sif"
LOSES: Final = processes.LOSES
VERBS: Final = processes.VERBS


def files(model: Model) -> Mapping[str, str]:
    """The network and its two tables."""
    network = processes.network(model)
    return {
        f"{model.id}{SUFFIX}": tables.sif(network),
        f"{model.id}.nodes.tsv": tables.nodes(network),
        f"{model.id}.edges.tsv": tables.edges(network),
    }
