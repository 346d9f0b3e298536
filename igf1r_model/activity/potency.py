"""How near each form of a molecule is to acting, and whether a change brings it nearer or takes it further away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from igf1r_model.activity.actions import ids, marks_of
from igf1r_model.kinetics import coherent
from igf1r_model.model import Control, Form, MarkKind, Model, Process

Strengths = dict[str, float]  # by the id of the process that a form controls
FAR: Final = 10**9  # no way leads to a form that acts


class Potency:
    """The forms in which each molecule acts, and the number of processes that lead from any form to one of them."""

    def __init__(self, model: Model) -> None:
        self.forms = {form.id: form for form in model.forms}
        self.acting: dict[str, dict[str, Strengths]] = {}
        self.held: dict[str, dict[str, set[str]]] = {}  # holder, form, whom it holds there
        self._steps = _steps(model)
        self._near: dict[str, dict[str, tuple[int, Strengths]]] = {}
        for process in model.processes:
            for control in process.controls:
                if not control.itself:
                    self._note(process, control)
        for inhibition in model.inhibitions:
            self._add(inhibition.drug, inhibition.id, 1.0)

    def _note(self, process: Process, control: Control) -> None:
        strength = _strength(control)
        for form in control.members:
            self._add(form, process.id, strength)

    def _add(self, form: Form, process: str, strength: float) -> None:
        for molecule in ids(form):
            strengths = self.acting.setdefault(molecule, {}).setdefault(form.id, {})
            strengths[process] = max(strength, strengths.get(process, 0.0))

    def hold(self, holder: str, form: str, held: str) -> bool:
        """Note that a molecule acts in a form by holding another there; whether that is news."""
        known = self.held.setdefault(holder, {}).setdefault(form, set())
        if held in known:
            return False
        known.add(held)
        self._near.pop(holder, None)
        return True

    def holds(self, holder: str) -> set[str]:
        """All that a molecule holds somewhere."""
        return set().union(*self.held.get(holder, {}).values())

    def reach(self, form: str, together: Iterable[str]) -> list[str]:
        """The forms that a form can become, itself first, without any of some molecules leaving it."""
        found, keep = [form], list(together)
        for one in found:
            found += [
                after
                for after in self._steps[keep[0]].get(one, ())
                if after not in found and all(molecule in ids(self.forms[after]) for molecule in keep)
            ]
        return found

    def unmarked_reach(self, form: str, together: Iterable[str]) -> list[str]:
        """As `reach`, but only as long as the marks of those molecules stay as they are."""
        keep = list(together)
        marks = [marks_of(one, [self.forms[form]]) for one in keep]
        return [f for f in self.reach(form, keep) if [marks_of(one, [self.forms[f]]) for one in keep] == marks]

    def change(self, molecule: str, before: Form, after: Form) -> str:
        """``+`` when a molecule is nearer to acting afterwards, or acts more; ``-`` the other way; ``?`` if neither."""
        gained = _is_active(molecule, after) - _is_active(molecule, before)
        if gained:
            return "+" if gained > 0 else "-"
        near = self._nearness(molecule)
        first, strengths = near.get(before.id, (FAR, {}))
        second, others = near.get(after.id, (FAR, {}))
        if first == second == FAR:  # in this place or cell it acts on nothing; a state means the same elsewhere
            first, second = (self._elsewhere(near, form) for form in (before, after))
        if first != second:
            return "+" if second < first else "-"
        more = sum(others.get(one, 0) > strengths.get(one, 0) for one in {**strengths, **others})
        less = sum(others.get(one, 0) < strengths.get(one, 0) for one in {**strengths, **others})
        return "+" if more > less else "-" if less > more else "?"

    def _elsewhere(self, near: Mapping[str, tuple[int, Strengths]], form: Form) -> int:
        """The steps to acting from the nearest form of the same parts in another place."""
        twins = (other.id for other in self.forms.values() if other.parts == form.parts)
        return min((near[one][0] for one in twins if one in near), default=FAR)

    def _nearness(self, molecule: str) -> Mapping[str, tuple[int, Strengths]]:
        """For each form of a molecule the steps to the nearest one that acts, and what that one does."""
        if molecule not in self._near:
            self._near[molecule] = self._walked_back(molecule)
        return self._near[molecule]

    def _walked_back(self, molecule: str) -> dict[str, tuple[int, Strengths]]:
        before: dict[str, list[str]] = {}
        for form, nexts in self._steps.get(molecule, {}).items():
            for one in nexts:
                before.setdefault(one, []).append(form)
        near = {form: (0, dict(strengths)) for form, strengths in self.acting.get(molecule, {}).items()}
        near |= {form: (0, {}) for form in self.held.get(molecule, {}) if form not in near}
        wave, distance = list(near), 0
        while wave:
            distance += 1
            wave = _step(wave, before, near, distance)
        return near


def _step(
    wave: list[str], before: Mapping[str, list[str]], near: dict[str, tuple[int, Strengths]], distance: int
) -> list[str]:
    """One step back from the forms of a wave; several ways that are equally long add what they lead to."""
    reached: dict[str, None] = {}
    for form in wave:
        for one in before.get(form, ()):
            known, strengths = near.setdefault(one, (distance, {}))
            if known == distance:
                reached[one] = None
                for process, strength in near[form][1].items():
                    strengths[process] = max(strength, strengths.get(process, 0.0))
    return list(reached)


def _steps(model: Model) -> dict[str, dict[str, dict[str, None]]]:
    """By molecule and form, the forms that one process makes of it; a reversible process goes both ways."""
    steps: dict[str, dict[str, dict[str, None]]] = {}
    for process in model.processes:
        ways = [(process.reactants, process.products)]
        ways += [(process.products, process.reactants)] if process.reversible else []
        for left, right in ways:
            for one in left:
                for other in right:
                    for molecule in set(ids(one.form)) & set(ids(other.form)):
                        steps.setdefault(molecule, {}).setdefault(one.form.id, {})[other.form.id] = None
    return steps


def _strength(control: Control) -> float:
    """How strongly a control acts, comparable within one process: k, kcat/Km, or the inverse of K or Ki."""
    values = {constant.role: coherent(constant)[0] for constant in control.constants}
    if "kcat" in values:
        return values["kcat"] / values["Km"]
    if "k" in values:
        return values["k"]
    return next((1 / values[role] for role in ("K", "Ki") if values.get(role)), 1.0)


def _is_active(molecule: str, form: Form) -> int:
    marks = [mark.kind for part in form.parts if part.molecule.id == molecule for mark in part.marks]
    return int(MarkKind.ACTIVE in marks)
