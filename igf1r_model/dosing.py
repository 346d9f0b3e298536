"""Doses that may come later than the start, as slots: each is an event of the SBML file with two parameters.

SED-ML and COPASI change values before a run, not in it. So a model has a slot for every dose that one of its
experiments gives later: when it is given and how much are parameters, and a time of 0 means that it is not given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from igf1r_model.protocol import Act, Arm, Change, Experiment

MOST: Final = 3  # later doses of one ligand or drug in one arm; each slot is three elements of the SBML file
VERBS: Final = {Act.SET: "dose", Act.ADD: "addition"}


@dataclass(frozen=True, slots=True)
class Dosing:
    """A slot for a later dose: `act` says whether the concentration of the form is set or added to."""

    form: str
    act: Act
    number: int = 1

    @property
    def id(self) -> str:
        """The id of the event: ``dose__IGF1``, the second ``dose__IGF1__2``, an added one ``addition__IGFBP3``."""
        return "__".join((VERBS[self.act], self.form, *([str(self.number)] if self.number > 1 else ())))

    @property
    def time(self) -> str:
        """The id of the parameter with its time (s); 0 for never."""
        return f"{self.id}__time"

    @property
    def amount(self) -> str:
        """The id of the parameter with its concentration (nM)."""
        return f"{self.id}__nM"


def dosings(experiments: Iterable[Experiment], forms: Sequence[str]) -> tuple[Dosing, ...]:
    """The slots that experiments need, in the order of the forms."""
    needed: Counter[tuple[str, Act]] = Counter()
    known = set(forms)
    for one in experiments:
        for arm in one.arms:
            if not unsayable(arm, known):
                needed |= Counter((change.target, change.act) for change in _later(arm))
    order = {id: n for n, id in enumerate(forms)}
    ranked = sorted(needed, key=lambda slot: (order[slot[0]], slot[1]))
    return tuple(Dosing(form, act, n + 1) for form, act in ranked for n in range(needed[form, act]))


def unsayable(arm: Arm, forms: Iterable[str]) -> str:
    """Why the later changes of an arm have no slots; empty when they have."""
    known = frozenset(forms)
    for change in _later(arm):
        if change.target not in known or change.act not in VERBS:
            return f"{change.target} is changed in the run, and is no dose"
    counts = Counter((change.target, change.act) for change in _later(arm))
    return next((f"{form} is given later {n} times" for (form, _), n in counts.items() if n > MOST), "")


def slots(arm: Arm) -> Mapping[Dosing, Change]:
    """The slots that an arm uses, each with the change that it makes; its changes in the order of their times."""
    return dict(_slots(arm))


def _slots(arm: Arm) -> Iterator[tuple[Dosing, Change]]:
    seen: Counter[tuple[str, Act]] = Counter()
    for change in sorted(_later(arm), key=lambda one: one.at):
        seen[change.target, change.act] += 1
        yield Dosing(change.target, change.act, seen[change.target, change.act]), change


def _later(arm: Arm) -> list[Change]:
    return [change for change in arm.changes if change.at > 0]
