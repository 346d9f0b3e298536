"""The activity flow, for an overview and for network analysis: molecule to molecule, signed, with papers.

As CX2 for Cytoscape and NDEx, and as simple interaction format with two tables. How the signs are found is told in
docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from igf1r_model.exporters._network import activity, cx2, style, tables
from igf1r_model.model import Model

SUFFIX: Final = ".activity.cx2"
LOSES: Final = activity.LOSES
VERBS: Final = activity.VERBS


def files(model: Model) -> Mapping[str, str]:
    """The network, and its tables."""
    network = activity.network(model)
    return {
        f"{model.id}{SUFFIX}": cx2.document(network, style.of_activities()),
        f"{model.id}.activity.sif": tables.sif(network),
        f"{model.id}.activity.nodes.tsv": tables.nodes(network),
        f"{model.id}.activity.edges.tsv": tables.edges(network),
    }
