"""One action of a molecule on another, and small questions about forms that all rules ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from igf1r_model.model import Evidence, Form, Kind, Mark, Molecule, Participant


@dataclass(frozen=True, slots=True)
class Action:
    """What a molecule does to another in one process (or by one inhibition), with the evidence for it.

    `how` is ``binding``, ``drug``, or the verb of the process that the source controls; `switch` is the id of the
    switch that the process stands behind, if any.
    """

    source: str
    target: str
    sign: str
    process: str
    how: str
    evidence: tuple[Evidence, ...]
    switch: str = ""


def molecules(form: Form) -> tuple[Molecule, ...]:
    """The molecules of a form, each once, without cofactors."""
    return tuple(dict.fromkeys(part.molecule for part in form.parts if not part.molecule.currency))


def ids(form: Form) -> tuple[str, ...]:
    """The ids of the molecules of a form."""
    return tuple(molecule.id for molecule in molecules(form))


def is_medicine(molecule: Molecule) -> bool:
    """Whether a molecule is a drug or an antibody: it acts, and nothing acts on it."""
    return molecule.kind in (Kind.DRUG, Kind.ANTIBODY)


def marks_of(molecule: str, forms: Iterable[Form]) -> list[tuple[Mark, ...]]:
    """The marks of every copy of a molecule in some forms, in a fixed order."""
    parts = (part for form in forms for part in form.parts if part.molecule.id == molecule)
    return sorted(tuple(sorted(part.marks)) for part in parts for _ in range(part.count))


def forms_of(side: Iterable[Participant]) -> list[Form]:
    """Each form of a side as often as it takes part."""
    return [participant.form for participant in side for _ in range(participant.count)]


def holding(molecule: str, side: Iterable[Participant]) -> Form | None:
    """The first form of a side that has the molecule in it."""
    return next((participant.form for participant in side if molecule in ids(participant.form)), None)
