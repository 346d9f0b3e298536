"""Processes as SBML reactions, with annotated modifiers and a kinetic law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from igf1r_model.exporters._xml import element
from igf1r_model.exporters.sbml.annotations import annotation, evidence_terms, process_terms
from igf1r_model.exporters.sbml.mathml import math
from igf1r_model.exporters.sbml.notes import notes
from igf1r_model.exporters.sbml.tables import VERBS, law_sbo
from igf1r_model.kinetics import Drugs, drugs_in
from igf1r_model.model import Evidence, Form, Inhibition, Participant, Process, Role
from igf1r_model.sentences import evidence_notes, sentence
from igf1r_model.terms import CONTROL_SBO, DRUG_SBO, PRODUCT_SBO, REACTANT_SBO


def reaction(process: Process, drugs: Drugs) -> str:
    """The reaction element of a process; drugs on its catalysts are modifiers."""
    assert process.law is not None
    metaid = f"meta_{process.id}"
    head = {
        "metaid": metaid, "id": process.id, "name": process.name, "sboTerm": VERBS[process.verb],
        "reversible": "true" if process.reversible else "false", "fast": "false", "compartment": process.place.id,
    }  # fmt: skip
    acting = _acting(process, drugs_in(process, drugs))
    law = {"metaid": f"meta_law__{process.id}", "sboTerm": law_sbo(process, bool(acting))}
    return element(
        "reaction",
        head,
        notes(sentence(process), *evidence_notes(process.evidence)),
        annotation(metaid, process_terms(process)),
        _side("Reactants", "reactant", REACTANT_SBO, process, process.reactants),
        _side("Products", "product", PRODUCT_SBO, process, process.products),
        _modifiers(process, acting),
        element("kineticLaw", law, math(process.law)),
    )


def _side(list_name: str, kind: str, sbo: str, process: Process, side: Iterable[Participant]) -> str:
    inner = "".join(_reference(kind, sbo, process, participant) for participant in side)
    return element(f"listOf{list_name}", None, inner) if inner else ""


def _reference(kind: str, sbo: str, process: Process, participant: Participant) -> str:
    id = f"{kind}__{process.id}__{participant.form.id}"
    head = {
        "metaid": f"meta_{id}", "id": id, "sboTerm": sbo, "species": participant.form.id,
        "stoichiometry": str(participant.count), "constant": "true",
    }  # fmt: skip
    return element("speciesReference", head)


def _modifiers(process: Process, drugs: Iterable[Sequence[Inhibition]]) -> str:
    inner = "".join([*_controls(process), *_drugs(process, drugs)])
    return element("listOfModifiers", None, inner) if inner else ""


def _controls(process: Process) -> Iterator[str]:
    for control in process.controls:
        if not control.itself:
            for form in control.members:
                yield _modifier(process, form, CONTROL_SBO[control.role], control.evidence)


def _acting(process: Process, drugs: Drugs) -> list[tuple[Inhibition, ...]]:
    """What each drug does to the catalysts of a process."""
    acting: dict[str, dict[str, Inhibition]] = {}
    for control in process.controls:
        for form in control.members if control.role is Role.CATALYST else ():
            for inhibition in drugs.get(form.id, ()):
                acting.setdefault(inhibition.drug.id, {})[inhibition.id] = inhibition
    return [tuple(by_id.values()) for by_id in acting.values()]


def _drugs(process: Process, drugs: Iterable[Sequence[Inhibition]]) -> Iterator[str]:
    """A drug is named once, with the evidence of all that it does to the process."""
    for found in drugs:
        evidence = tuple(item for inhibition in found for item in inhibition.evidence)
        competitive = all(inhibition.competitive for inhibition in found)
        yield _modifier(process, found[0].drug, DRUG_SBO[competitive], evidence)


def _modifier(process: Process, form: Form, sbo: str, evidence: tuple[Evidence, ...]) -> str:
    id = f"control__{process.id}__{form.id}"
    head = {"metaid": f"meta_{id}", "id": id, "sboTerm": sbo, "species": form.id}
    return element("modifierSpeciesReference", head, annotation(f"meta_{id}", evidence_terms(evidence)))
