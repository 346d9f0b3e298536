"""Which molecule acts on which, and whether it raises or lowers what the other does: worked out from the processes.

Nobody writes these signs down. A form *acts* when it controls a process, or when it holds back another molecule that
does. A control raises a molecule when it brings it nearer to acting, and lowers it when it takes it further away; a
binding raises a partner that then acts together with the other, and lowers one that cannot act while it is held. The
rules and their limits are told in docs/formats.md, section "Activity flow".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from igf1r_model.activity.actions import Action, is_medicine, molecules
from igf1r_model.activity.actors import Actors
from igf1r_model.activity.binding import Bindings
from igf1r_model.activity.controls import of_controls, of_inhibitions
from igf1r_model.activity.potency import Potency
from igf1r_model.model import Model, Molecule

__all__ = ["Action", "Influence", "influences", "is_medicine", "shown"]

RAISES, LOWERS, BOTH, UNKNOWN = "+", "-", "+-", "?"
ORDER: Final = (RAISES, LOWERS)


@dataclass(frozen=True, slots=True)
class Influence:
    """One molecule's effect on another: all actions that agree on its sign (``+``, ``-``, ``+-`` or ``?``)."""

    source: str
    target: str
    sign: str
    actions: tuple[Action, ...]

    @property
    def contested(self) -> bool:
        """Whether all of it stands behind switches."""
        return all(action.switch for action in self.actions)


def influences(model: Model) -> tuple[Influence, ...]:
    """Every influence of one molecule on another, in the order in which the model first shows it."""
    actors, potency = Actors(model), Potency(model)
    bindings = Bindings(model, actors, potency)  # also finds out who holds whom, which the rest needs
    controls = list(of_controls(model, actors, potency))
    actions = [*controls, *bindings.actions(regulated={action.target for action in controls}), *of_inhibitions(model)]
    return tuple(_merged(actions, {process.id: n for n, process in enumerate(model.processes)}))


def shown(model: Model) -> tuple[Molecule, ...]:
    """The molecules that an activity flow shows: all in some form, but for cofactors."""
    there = {molecule.id for form in model.forms for molecule in molecules(form)}
    return tuple(molecule for molecule in model.molecules if molecule.id in there)


def _merged(actions: Iterable[Action], order: dict[str, int]) -> list[Influence]:
    pairs: dict[tuple[str, str], list[Action]] = {}
    for action in sorted(actions, key=lambda one: order.get(one.process, len(order))):
        if action.source != action.target:
            pairs.setdefault((action.source, action.target), []).append(action)
    return [_influence(source, target, found) for (source, target), found in pairs.items()]


def _influence(source: str, target: str, actions: list[Action]) -> Influence:
    """What cannot be told is left out where something can be told."""
    signs = {action.sign for action in actions} - {UNKNOWN}
    telling = [action for action in actions if action.sign in signs] or actions
    return Influence(source, target, "".join(one for one in ORDER if one in signs) or UNKNOWN, tuple(telling))
