"""What a control does to the molecules that its process changes, and what a drug in rapid equilibrium does."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_model.activity.actions import Action, forms_of, holding, ids, is_medicine, marks_of, molecules
from igf1r_model.activity.actors import Actors, of_drugs
from igf1r_model.activity.potency import Potency
from igf1r_model.model import Effect, Model, Process, Role

OPPOSITE = {"+": "-", "-": "+", "?": "?"}


def of_controls(model: Model, actors: Actors, potency: Potency) -> Iterator[Action]:
    """Every controller's action on every molecule that its process changes."""
    for process in model.processes:
        if not process.controls:
            continue
        targets = _targets(process, actors, potency)
        for control in process.controls:
            for source in dict.fromkeys(one for form in control.members for one in actors.of(process, control, form)):
                for target, sign in targets.items():
                    turned = OPPOSITE[sign] if control.role is Role.INHIBITOR else sign
                    evidence = (*control.evidence, *process.evidence)
                    switch = process.switch.id if process.switch else ""
                    yield Action(source, target, turned, process.id, process.verb, evidence, switch)


def of_inhibitions(model: Model) -> Iterator[Action]:
    """A drug in rapid equilibrium lowers what its targets do."""
    sides = of_drugs(model.inhibitions)
    for inhibition in model.inhibitions:
        sources, targets = sides[inhibition.id]
        for source in sources:
            for target in targets:
                yield Action(source, target, "-", inhibition.id, "drug", inhibition.evidence)


def _targets(process: Process, actors: Actors, potency: Potency) -> dict[str, str]:
    """The molecules that a process changes, each with what the change does to it."""
    medicines = {m.id for p in (*process.reactants, *process.products) for m in molecules(p.form) if is_medicine(m)}
    found = _marked(process, potency) or _made_or_lost(process) or _moved(process, actors, potency)
    found = found or {one: "?" for p in process.products for one in ids(p.form)}
    return {target: sign for target, sign in found.items() if target not in medicines}


def _marked(process: Process, potency: Potency) -> dict[str, str]:
    """Molecules whose marks change."""
    left, right = forms_of(process.reactants), forms_of(process.products)
    changed = {}
    for molecule in dict.fromkeys(one for form in left for one in ids(form)):
        before, after = holding(molecule, process.reactants), holding(molecule, process.products)
        if before and after and marks_of(molecule, left) != marks_of(molecule, right):
            changed[molecule] = potency.change(molecule, before, after)
    return changed


def _made_or_lost(process: Process) -> dict[str, str]:
    """Molecules that are on one side only: made, destroyed, or turned into another."""
    left = {one for participant in process.reactants for one in ids(participant.form)}
    right = {one for participant in process.products for one in ids(participant.form)}
    return dict.fromkeys(sorted(right - left), "+") | dict.fromkeys(sorted(left - right), "-")


def _moved(process: Process, actors: Actors, potency: Potency) -> dict[str, str]:
    """Molecules that move; of a complex those that act themselves, not the ligand that is taken along."""
    if Effect.MOVES not in process.effects:
        return {}
    after = process.products[0].form
    inside = [one for one in ids(after) if one in actors.known] or list(ids(after))
    befores = {one: holding(one, process.reactants) for one in inside}
    return {one: potency.change(one, before, after) for one, before in befores.items() if before}
