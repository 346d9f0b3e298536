"""What the verbs mean beyond their kinetics: effects, place, currency molecules, GO term, the numbers they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from igf1r_model.model import ALTERNATIVES, Control, Effect, Form, Mark, Molecule, Participant, Place
from igf1r_model.nouns import ADP, ATP, GDP, GTP, PHOSPHATE, WATER

# The GO term of a process whose curator gives none; a more exact one is better.
GO_OF_VERB: Final[dict[str, str]] = {
    "bind": "GO:0065003",
    "unbind": "GO:0032984",
    "phosphorylate": "GO:0006468",
    "autophosphorylate": "GO:0046777",
    "dephosphorylate": "GO:0006470",
    "ubiquitinate": "GO:0016567",
    "internalise": "GO:0006898",
    "translocate": "GO:0008104",
    "synthesise": "GO:0010467",
    "degrade": "GO:0030163",
}

Currency = tuple[tuple[Molecule, int], ...]
SPENT: Final[dict[str, tuple[Molecule, Molecule]]] = {
    "phosphorylate": (ATP, ADP),
    "autophosphorylate": (ATP, ADP),
    "convert_ATP": (ATP, ADP),
    "dephosphorylate": (WATER, PHOSPHATE),
    "convert_water": (WATER, PHOSPHATE),
    "load_gtp": (GTP, GDP),
    "hydrolyse_gtp": (WATER, PHOSPHATE),
}


def default_go(verb: str) -> str:
    """The verb's GO term, or nothing where only the curator can know."""
    return GO_OF_VERB.get(verb, "")


def needs_numbers(verb: str, roles: Iterable[str], *, by_enzyme: bool) -> str:
    """What is missing among the constants of a process or of its enzyme, in words; empty when there is enough."""
    have = set(roles)
    if verb == "bind":
        return " and ".join(sorted({"kon", "Kd"} - have))
    if ("kcat" in have or "Km" in have) and not by_enzyme:
        return "by=ENZYME, whose kcat and Km these are"
    if "kcat" in have or "Km" in have:
        return " and ".join(sorted({"kcat", "Km"} - have))
    return "" if "k" in have else "k, or kcat and Km, or by=[catalyst(...)]"


def default_place(left: Sequence[Participant], right: Sequence[Participant], controls: Iterable[Control]) -> Place:
    """Whose volume counts: the membrane partner's, else the source's of a transport, else the catalyst's."""
    sides = left or right
    actors = [form for control in controls if control.role in ALTERNATIVES for form in control.members]
    for form in (*(p.form for p in sides), *actors):
        if form.place.membrane:
            return form.place
    moves = bool(left and right) and {p.form.place.id for p in left} != {p.form.place.id for p in right}
    return actors[0].place if actors and left and not moves else sides[0].form.place


def computed_effects(left: Sequence[Participant], right: Sequence[Participant]) -> tuple[Effect, ...]:
    """What a process does to its participants, read off them."""
    if not left:
        return (Effect.MAKES,)
    if not right:
        return (Effect.DESTROYS,)
    found = []
    if _places(left) != _places(right) and not _binds_across(left, right):
        found.append(Effect.MOVES)
    if _marks(left) != _marks(right):
        found.append(Effect.MARKS)
    whole_left, whole_right = (sum(p.count for p in side) for side in (left, right))
    if whole_left > whole_right:
        found.append(Effect.BINDS)
    elif whole_left < whole_right:
        found.append(Effect.RELEASES)
    return tuple(found)


def _places(side: Iterable[Participant]) -> set[str]:
    return {p.form.place.id for p in side}


def _binds_across(left: Sequence[Participant], right: Sequence[Participant]) -> bool:
    """A ligand joining a receptor in a membrane (or leaving it) is binding, not transport."""
    few, many = sorted((left, right), key=len)
    return len(few) < len(many) and _places(few) <= _places(many)


def _marks(side: Iterable[Participant]) -> dict[tuple[str, Mark], int]:
    total: dict[tuple[str, Mark], int] = {}
    for participant in side:
        for part in participant.form.parts:
            for mark in part.marks:
                key = (part.molecule.id, mark)
                total[key] = total.get(key, 0) + part.count * participant.count
    return total


def currency(verb: str, left: Sequence[Participant], right: Sequence[Participant]) -> tuple[Currency, Currency]:
    """The cofactors spent and released: one ATP for each phosphate put on, one water for each taken off."""
    pair = SPENT.get(verb)
    if verb == "change":
        gained = _modified(right) - _modified(left)
        pair = (ATP, ADP) if gained > 0 else (WATER, PHOSPHATE) if gained < 0 else None
    if pair is None:
        return (), ()
    number = max(1, abs(_modified(right) - _modified(left)))
    return ((pair[0], number),), ((pair[1], number),)


def _modified(side: Iterable[Participant]) -> int:
    """How many modified residues there are on one side."""
    return sum(number for (_, mark), number in _marks(side).items() if mark.mod)


def all_places(forms: Iterable[Form]) -> tuple[Place, ...]:
    """The places of some forms, in order of first use."""
    return tuple(dict.fromkeys(form.place for form in forms))
