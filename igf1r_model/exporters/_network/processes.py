"""A model as a network of forms and processes: what is used up, what is made, what controls it, with papers.

Nodes are the forms, the processes, and a source or a sink for each process that makes something from nothing or
nothing from something. Families are spelled out: one edge for each member that controls. A drug in rapid equilibrium
has an edge to each process that it slows. Cofactors are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from igf1r_model.exporters._network import BOOLEAN, INTEGER, LIST, STRING, Columns, Edge, Network, Node, Value, Values
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
from igf1r_model.kinetics import Drugs, drugs_by_target, drugs_in
from igf1r_model.model import (
    Control,
    Evidence,
    Family,
    Form,
    Inhibition,
    Kind,
    Mark,
    MarkKind,
    Model,
    Molecule,
    Process,
    Role,
)
from igf1r_model.sentences import sentence
from igf1r_model.terms import CONTROL_SBO, DRUG_SBO, PRODUCT_SBO, REACTANT_SBO, form_sbo
from igf1r_model.terms import PROCESS_SBO as VERBS

__all__ = ["LOSES", "VERBS", "network"]

LOSES: Final = (
    "rate laws, constants, amounts and observables: they stand in the SBML file",
    "cofactors (ATP, ADP, GTP, GDP, water, phosphate)",
    "which molecules of a complex touch each other",
)
NODES: Final[Columns] = {
    "name": STRING,
    "model_id": STRING,
    "type": STRING,
    "represents": STRING,
    "alias": LIST,
    "member": LIST,
    "gene": LIST,
    "state": LIST,
    "mod": LIST,
    "compartment": STRING,
    "compartment_name": STRING,
    "compartment_go": STRING,
    "module": STRING,
    "input": BOOLEAN,
    "sbo": STRING,
    "verb": STRING,
    "sentence": STRING,
    "go": STRING,
    "reversible": BOOLEAN,
    "contested": STRING,
    "citation": LIST,
    "evidence": LIST,
}
EDGES: Final[Columns] = {
    "name": STRING,
    "model_id": STRING,
    "interaction": STRING,
    "sign": STRING,
    "stoichiometry": INTEGER,
    "family": STRING,
    "sbo": STRING,
    "citation": LIST,
    "evidence": LIST,
}
CONSUMPTION, PRODUCTION = "consumption", "production"
CONTROLS: Final[dict[Role, tuple[str, str]]] = {
    Role.CATALYST: ("catalysis", "+"),
    Role.ACTIVATOR: ("stimulation", "+"),
    Role.ESSENTIAL_ACTIVATOR: ("necessary-stimulation", "+"),
    Role.INHIBITOR: ("inhibition", "-"),
}


def network(model: Model) -> Network:
    """The forms and processes of a model, with coordinates where the model has been laid out."""
    modules = {id: module.id for module in model.modules for id in (*module.forms, *module.processes)}
    drugs = drugs_by_target(model.inhibitions)
    nodes = [_form(form, modules) for form in model.forms]
    nodes += [node for process in model.processes for node in _process(process, modules)]
    edges = tuple(edge for process in model.processes for edge in _edges(process, drugs))
    drawing = model.layout.whole if model.layout is not None else None
    return Network(about(model, model.id, _told(model)), NODES, EDGES, placed(nodes, drawing), edges)


def _told(model: Model) -> str:
    return f"{model.name}. {model.description} Forms and processes; laws and constants stand in the SBML file."


def _form(form: Form, modules: dict[str, str]) -> Node:
    molecules = [part.molecule for part in form.parts]
    values = {
        "name": form.name,
        "model_id": form.id,
        "type": "complex" if form.is_complex else TYPES[molecules[0].kind],
        **_identity(form, molecules),
        "gene": symbols(molecules),
        "state": unique(_state(part.molecule, mark) for part in form.parts for mark in part.marks),
        "mod": unique(mark.mod for mark in form.marks if mark.mod),
        **_place(form),
        "module": modules.get(form.id, ""),
        "input": form.input,
        "sbo": form_sbo(form),
    }
    return Node(form.id, values)


def _identity(form: Form, molecules: list[Molecule]) -> dict[str, str | tuple[str, ...]]:
    """A single molecule represents its entry in a database; a complex or a family has members instead."""
    if form.is_complex:
        return {"member": identities(molecules)}
    (molecule,) = molecules
    inside = identities(molecules) if molecule.kind is Kind.FAMILY and members(molecule) != (molecule,) else ()
    return {"represents": molecule.identity, "alias": molecule.xrefs, "member": inside}


def _state(molecule: Molecule, mark: Mark) -> str:
    """A mark in words: ``IGF1R Y1161 MOD:00048``, ``MTOR active``."""
    what = {MarkKind.RESIDUE: f"{mark.site} {mark.mod}", MarkKind.UNPLACED: mark.mod}.get(mark.kind, mark.kind.value)
    return f"{molecule.id} {what}"


def _place(thing: Form | Process) -> dict[str, str]:
    place = thing.place
    return {"compartment": place.id, "compartment_name": place.name, "compartment_go": place.go}


def _process(process: Process, modules: dict[str, str]) -> Iterator[Node]:
    """The process, and the source or sink that it needs."""
    values = {
        "name": process.name,
        "model_id": process.id,
        "type": "process",
        "alias": (f"ec-code:{process.ec}",) if process.ec else (),
        **_place(process),
        "module": modules.get(process.id, process.module),
        "sbo": VERBS[process.verb],
        "verb": process.verb,
        "sentence": sentence(process),
        "go": process.go,
        "reversible": process.reversible,
        "contested": process.switch.id if process.switch is not None else "",
        "citation": papers(process.evidence),
        "evidence": codes(process.evidence),
    }
    yield Node(process.id, values)
    for kind, side in (("source", process.reactants), ("sink", process.products)):
        if not side:
            id = f"{kind}.{process.id}"
            yield Node(id, {"name": "∅", "model_id": id, "type": kind, **_place(process), "sbo": "SBO:0000291"})


def _edges(process: Process, drugs: Drugs) -> Iterator[Edge]:
    yield from _participants(process)
    for control in process.controls:
        interaction, sign = CONTROLS[control.role]
        for form in control.members:
            yield _control(process, form, interaction, sign, CONTROL_SBO[control.role], control.evidence,
                           control.by.id if isinstance(control.by, Family) else "")  # fmt: skip
    for found in _acting(process, drugs_in(process, drugs)):
        evidence = tuple(item for inhibition in found for item in inhibition.evidence)
        sbo = DRUG_SBO[all(inhibition.competitive for inhibition in found)]
        yield _control(process, found[0].drug, "inhibition", "-", sbo, evidence)


def _participants(process: Process) -> Iterator[Edge]:
    """What is used up and made; these edges rest on the evidence of the process."""
    sides = [
        ("reactant", p.form.id, process.id, CONSUMPTION, p.count, REACTANT_SBO, p.form.id) for p in process.reactants
    ] or [("reactant", f"source.{process.id}", process.id, CONSUMPTION, 1, REACTANT_SBO, "source")]
    sides += [
        ("product", process.id, p.form.id, PRODUCTION, p.count, PRODUCT_SBO, p.form.id) for p in process.products
    ] or [("product", process.id, f"sink.{process.id}", PRODUCTION, 1, PRODUCT_SBO, "sink")]
    for kind, source, target, interaction, count, sbo, end in sides:
        values: Values = {"stoichiometry": count, "sbo": sbo, "citation": papers(process.evidence),
                  "evidence": codes(process.evidence)}  # fmt: skip
        yield _edge(f"{kind}.{process.id}.{end}", source, target, interaction, values)


def _control(
    process: Process,
    form: Form,
    interaction: str,
    sign: str,
    sbo: str,
    evidence: tuple[Evidence, ...],
    family: str = "",
) -> Edge:
    values: Values = {
        "sign": sign,
        "family": family,
        "sbo": sbo,
        "citation": papers(evidence),
        "evidence": codes(evidence),
    }
    return _edge(f"control.{process.id}.{form.id}", form.id, process.id, interaction, values)


def _edge(id: str, source: str, target: str, interaction: str, values: Values) -> Edge:
    head: dict[str, Value] = {"name": f"{source} ({interaction}) {target}", "model_id": id, "interaction": interaction}
    return Edge(id, source, target, interaction, {**head, **values})


def _acting(process: Process, drugs: Drugs) -> list[tuple[Inhibition, ...]]:
    """What each drug does to the catalysts of a process; a drug is named once, with all that it does there."""
    acting: dict[str, dict[str, Inhibition]] = {}
    for form in _catalysts(process.controls):
        for inhibition in drugs.get(form.id, ()):
            acting.setdefault(inhibition.drug.id, {})[inhibition.id] = inhibition
    return [tuple(by_id.values()) for by_id in acting.values()]


def _catalysts(controls: tuple[Control, ...]) -> Iterator[Form]:
    return (form for control in controls if control.role is Role.CATALYST for form in control.members)
