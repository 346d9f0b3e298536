"""Who of a controlling complex acts: the molecules that all controllers of the same conversion have in common.

SOS1 loads RAS from SHC1, from IRS1 and from EGFR: it is SOS1 that acts. When no molecule is in all of them (an insulin
receptor may be of isoform A or B), the fewest molecules are taken that between them are in all. Of several that are
always together, those that are modified or active act (of mTORC1 it is MTOR).
"""

from __future__ import annotations

from collections.abc import Iterable

from igf1r_model.activity.actions import ids, is_medicine, molecules
from igf1r_model.model import Control, Form, Inhibition, Model, Process, Role

Conversion = tuple[tuple[str, ...], tuple[str, ...], str]


class Actors:
    """The acting molecules of every controlling form."""

    def __init__(self, model: Model) -> None:
        groups: dict[Conversion, dict[str, Form]] = {}
        for process in model.processes:
            for control in process.controls:
                if not control.itself:
                    groups.setdefault(_conversion(process, control), {}).update({f.id: f for f in control.members})
        self._chosen = {key: _fewest(forms.values()) for key, forms in groups.items()}
        acting = {
            (key[2], one) for key, forms in groups.items() for form in forms.values() for one in self._of(key, form)
        }
        self.known = {one for _, one in acting}
        self._enzymes = {one for role, one in acting if role == Role.CATALYST}

    def of(self, process: Process, control: Control, form: Form) -> tuple[str, ...]:
        """The molecules of a form that act when it controls a process; when it acts on itself, its known enzymes."""
        if control.itself:
            return tuple(one for one in ids(form) if one in self._enzymes)
        return self._of(_conversion(process, control), form)

    def _of(self, key: Conversion, form: Form) -> tuple[str, ...]:
        return _picked(form, self._chosen[key])


def of_drugs(inhibitions: Iterable[Inhibition]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """By inhibition, who acts (the drug, not the protein that it may need) and on whom (what its targets share)."""
    found = {}
    items = tuple(inhibitions)
    for one in items:
        drug = _medicines(one)
        all_targets = [form for other in items if _medicines(other) == drug for form in other.targets]
        chosen = _fewest(all_targets)
        found[one.id] = drug, tuple(dict.fromkeys(m for form in one.targets for m in _picked(form, chosen)))
    return found


def _medicines(inhibition: Inhibition) -> tuple[str, ...]:
    inside = molecules(inhibition.drug)
    return tuple(one.id for one in inside if is_medicine(one)) or tuple(one.id for one in inside)


def _picked(form: Form, chosen: set[str]) -> tuple[str, ...]:
    """The chosen molecules of a form; where some of them carry marks, only those."""
    inside = [one for one in ids(form) if one in chosen]
    marked = {part.molecule.id for part in form.parts if part.marks}
    return tuple([one for one in inside if one in marked] or inside)


def _conversion(process: Process, control: Control) -> Conversion:
    left = tuple(sorted(p.form.id for p in process.reactants))
    return left, tuple(sorted(p.form.id for p in process.products)), control.role


def _fewest(forms: Iterable[Form]) -> set[str]:
    """Molecules of which every form has one: the most common first, with those that are always beside it."""
    left, chosen = [ids(form) for form in forms], set[str]()
    while left:
        where: dict[str, list[int]] = {}
        for number, inside in enumerate(left):
            for one in inside:
                where.setdefault(one, []).append(number)
        best = max(where.values(), key=len)
        chosen |= {one for one, numbers in where.items() if numbers == best}
        left = [inside for number, inside in enumerate(left) if number not in best]
    return chosen
