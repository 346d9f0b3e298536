"""CX2, for Cytoscape and NDEx: forms and processes with identifiers, papers, a style and coordinates."""

from __future__ import annotations

from typing import Final

from igf1r_model.exporters._network import cx2, processes, style
from igf1r_model.model import Model

SUFFIX: Final = ".cx2"
LOSES: Final = processes.LOSES
VERBS: Final = processes.VERBS


def export(model: Model) -> str:
    """The network as text."""
    return cx2.document(processes.network(model), style.of_processes())
