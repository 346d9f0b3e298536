"""What binding does: a partner is raised when it then acts together with the other, lowered when it is only held."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from igf1r_model.activity.actions import Action, ids, is_medicine, molecules
from igf1r_model.activity.actors import Actors
from igf1r_model.activity.potency import Potency
from igf1r_model.model import Form, Model, Molecule, Process


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two forms that become one, seen from one side: the molecule that touches, and the side that it touches."""

    process: Process
    side: Form
    other: Form
    complex: Form
    source: Molecule
    touched: str
    first: bool


class Bindings:
    """All bindings of a model; making it finds out which molecules hold others back."""

    def __init__(self, model: Model, actors: Actors, potency: Potency) -> None:
        self._potency = potency
        self._meetings = [meeting for process in model.processes for meeting in _meetings(process)]
        self._medicines = {inhibition.drug.id for inhibition in model.inhibitions}
        self._actors = _actors_by_form(model, actors)
        while self._found_holders():
            pass  # who is held may itself hold: a binder of a binder is found in the next round

    def actions(self, regulated: Collection[str]) -> Iterator[Action]:
        """Every binding as actions; `regulated` are the molecules that something controls."""
        told = set()
        for meeting in self._meetings:
            for target, sign in self._signs(meeting, regulated).items():
                told.add(meeting.process.id)
                yield _action(meeting, target, sign)
        for meeting in self._meetings:  # where neither partner acts, nothing can be told but that they meet
            if meeting.first and meeting.process.id not in told:
                yield _action(meeting, meeting.touched, "?")

    def _found_holders(self) -> bool:
        """Note who holds whom, by what is known so far; whether that is news."""
        held = [
            (meeting, target) for meeting in self._meetings for target in ids(meeting.other)
            if self._is_held(meeting, target)
        ]  # fmt: skip
        news = False
        for meeting, target in held:
            holder = meeting.source.id
            for form in self._potency.unmarked_reach(meeting.complex.id, (holder, target)):
                news |= self._potency.hold(holder, form, target)
        return news

    def _signs(self, meeting: Meeting, regulated: Collection[str]) -> dict[str, str]:
        if is_medicine(meeting.source):
            helped = meeting.complex.id in self._medicines
            return {} if helped else {meeting.touched: "-"} if meeting.touched in _proteins(meeting.other) else {}
        signs = {}
        for target in ids(meeting.other):
            if target not in _proteins(meeting.other):
                if meeting.complex.id in self._medicines:
                    signs[target] = "+"  # a drug that needs a protein to act
            elif self._is_raised(meeting, target, regulated):
                signs[target] = "+"
            elif self._is_held(meeting, target):
                signs[target] = "-"
        return signs

    def _together(self, meeting: Meeting, target: str) -> list[str]:
        """The forms in which source and target are together and the target takes part in controlling something."""
        acting = self._potency.acting.get(target, {})
        return [form for form in self._potency.reach(meeting.complex.id, (target, meeting.source.id)) if form in acting]

    def _hold_together(self, meeting: Meeting, target: str) -> bool:
        """Whether the target holds something, but for the source, in company of the source."""
        held = self._potency.held.get(target, {})
        forms = self._potency.reach(meeting.complex.id, (target, meeting.source.id))
        return any(held.get(form, set()) - {meeting.source.id} for form in forms)

    def _is_held(self, meeting: Meeting, target: str) -> bool:
        """Whether the target acts somewhere, but never in company of the source."""
        source = meeting.source.id
        if source == target or target not in _proteins(meeting.other):
            return False
        if self._together(meeting, target) or self._hold_together(meeting, target):
            return False
        whom = self._potency.holds(target)
        return target in self._potency.acting or (bool(whom) and source not in whom)

    def _is_raised(self, meeting: Meeting, target: str, regulated: Collection[str]) -> bool:
        """Whether the two act together, and the target is the one that acts or comes later."""
        forms = self._together(meeting, target)
        if not forms or target == meeting.source.id:
            return False
        acts = {one for form in forms for one in self._actors.get(form, ())}
        if (target in acts) != (meeting.source.id in acts):
            return target in acts
        return self._comes_first(meeting, regulated)

    def _comes_first(self, meeting: Meeting, regulated: Collection[str]) -> bool:
        """Which of two equals acts on the other: what is dosed, else what something regulates, else the first named."""
        sides = meeting.side, meeting.other
        dosed, other_dosed = (form.input for form in sides)
        if dosed != other_dosed:
            return dosed
        steered, other_steered = (any(one in regulated for one in ids(form)) for form in sides)
        return steered if steered != other_steered else meeting.first


def _action(meeting: Meeting, target: str, sign: str) -> Action:
    process = meeting.process
    switch = process.switch.id if process.switch else ""
    return Action(meeting.source.id, target, sign, process.id, "binding", process.evidence, switch)


def _actors_by_form(model: Model, actors: Actors) -> dict[str, set[str]]:
    """The molecules that act in each controlling form."""
    found: dict[str, set[str]] = {}
    for process in model.processes:
        for control in process.controls:
            if not control.itself:
                for form in control.members:
                    found.setdefault(form.id, set()).update(actors.of(process, control, form))
    return found


def _proteins(form: Form) -> set[str]:
    """The molecules of a form on which something may act."""
    return {molecule.id for molecule in molecules(form) if not is_medicine(molecule)}


def _meetings(process: Process) -> Iterator[Meeting]:
    """Both sides of a process that makes one form of two."""
    forms = [participant.form for participant in process.reactants]
    if len(forms) != 2 or len(process.products) != 1:
        return
    product = process.products[0].form
    for number, (side, other) in enumerate((forms, forms[::-1])):
        for source, touched in _contacts(side, other, product):
            yield Meeting(process, side, other, product, source, touched, first=number == 0)


def _contacts(side: Form, other: Form, product: Form) -> list[tuple[Molecule, str]]:
    """The molecules of a side that touch the other side in the complex, with what they touch."""
    inside = {molecule.id: molecule for molecule in molecules(side)}
    old = {*_pairs(side), *_pairs(other)}
    new = [pair for pair in _pairs(product) if pair not in old]
    return [(inside[one], two) for one, two in new if one in inside and two in ids(other) and one != two]


def _pairs(form: Form) -> list[tuple[str, str]]:
    """The pairs of molecules that touch in a form, each both ways round."""
    names = [part.molecule.id for part in form.parts]
    pairs = [(names[i], names[j]) for i, j in form.bonds]
    return list(dict.fromkeys([*pairs, *((two, one) for one, two in pairs)]))
