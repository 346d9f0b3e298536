"""GraphML, for yEd, Gephi, igraph and networkx: forms and processes with the attributes of the CX2 file."""

from __future__ import annotations

from typing import Final

from igf1r_model.exporters._network import graphml, processes
from igf1r_model.model import Model

SUFFIX: Final = ".graphml"
LOSES: Final = processes.LOSES
VERBS: Final = processes.VERBS


def export(model: Model) -> str:
    """The network as text."""
    return graphml.document(processes.network(model), model.id)
