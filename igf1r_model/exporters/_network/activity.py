"""A model as an activity flow: which molecule raises or lowers which, by what, and on whose word."""

from __future__ import annotations

from typing import Final

from igf1r_model.activity import Influence, influences, shown
from igf1r_model.exporters._network import BOOLEAN, LIST, STRING, Columns, Edge, Network, Node, Values
from igf1r_model.exporters._network.common import (
    TYPES,
    about,
    codes,
    identities,
    members,
    papers,
    placed,
    symbols,
    unique,
)
from igf1r_model.model import Model, Molecule
from igf1r_model.sentences import SAYS
from igf1r_model.terms import molecule_sbo

__all__ = ["LOSES", "VERBS", "network"]

VERBS: Final = SAYS
LOSES: Final = (
    "forms, places and stoichiometry: they stand in the network of forms and processes",
    "rate laws, constants and amounts: they stand in the SBML file",
    "molecules that act on nothing and on which nothing acts (subunits)",
    "how strong an influence is, and that a process may undo another",
)
NODES: Final[Columns] = {
    "name": STRING,
    "model_id": STRING,
    "type": STRING,
    "represents": STRING,
    "alias": LIST,
    "member": LIST,
    "gene": LIST,
    "sbo": STRING,
}
EDGES: Final[Columns] = {
    "name": STRING,
    "model_id": STRING,
    "interaction": STRING,
    "sign": STRING,
    "how": LIST,
    "process": LIST,
    "contested": BOOLEAN,
    "switch": LIST,
    "sbo": STRING,
    "citation": LIST,
    "evidence": LIST,
}
# What an edge is called by its sign, with its SBO term: stimulation, inhibition, control.
INTERACTIONS: Final = {"+": ("activates", "SBO:0000170"), "-": ("inhibits", "SBO:0000169")}
OTHERWISE: Final = ("influences", "SBO:0000168")


def network(model: Model) -> Network:
    """The molecules of a model and their influences, with coordinates where the overview has been laid out."""
    found = influences(model)
    joined = {end for one in found for end in (one.source, one.target)}
    nodes = [_node(molecule) for molecule in shown(model) if molecule.id in joined]
    drawing = model.layout.overview if model.layout is not None else None
    told = f"{model.name}. {model.description} Molecules and their signed influences, worked out from the processes."
    title = f"{model.id} activity flow"
    return Network(about(model, title, told), NODES, EDGES, placed(nodes, drawing), tuple(map(_edge, found)))


def _node(molecule: Molecule) -> Node:
    values: Values = {
        "name": molecule.name,
        "model_id": molecule.id,
        "type": TYPES[molecule.kind],
        "represents": molecule.identity,
        "alias": molecule.xrefs,
        "member": identities([molecule]) if members(molecule) != (molecule,) else (),
        "gene": symbols([molecule]),
        "sbo": molecule_sbo(molecule),
    }
    return Node(molecule.id, values)


def _edge(one: Influence) -> Edge:
    interaction, sbo = INTERACTIONS.get(one.sign, OTHERWISE)
    evidence = [item for action in one.actions for item in action.evidence]
    id = f"influence.{one.source}.{one.target}"
    values: Values = {
        "name": f"{one.source} ({interaction}) {one.target}",
        "model_id": id,
        "interaction": interaction,
        "sign": one.sign,
        "how": unique(action.how for action in one.actions),
        "process": unique(action.process for action in one.actions),
        "contested": one.contested,
        "switch": unique(action.switch for action in one.actions if action.switch),
        "sbo": sbo,
        "citation": papers(evidence),
        "evidence": codes(evidence),
    }
    return Edge(id, one.source, one.target, interaction, values)
