"""Which place lies in which, as in a cell: the medium is around it all, organelles lie in the cytosol."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from igf1r_model.model import Place

OUTSIDE, MEMBRANE, CYTOSOL, NUCLEUS = "GO:0005576", "GO:0005886", "GO:0005829", "GO:0005634"
# A place by its GO term: the terms that may be around it, the nearest first.
AROUND: Final[dict[str, tuple[str, ...]]] = {
    OUTSIDE: (OUTSIDE,),
    MEMBRANE: (OUTSIDE,),
    CYTOSOL: (MEMBRANE, OUTSIDE),
    "GO:0005758": ("GO:0005741", CYTOSOL, MEMBRANE, OUTSIDE),  # between the two membranes of a mitochondrion
}
IN_CYTOSOL: Final = (CYTOSOL, MEMBRANE, OUTSIDE)  # organelles, and what no rule is known for


def parents(places: Sequence[Place]) -> dict[str, str]:
    """The id of the place around each place; empty for one that nothing is around."""
    return {place.id: _around(place, places) for place in places}


def _around(place: Place, places: Sequence[Place]) -> str:
    for term in AROUND.get(place.go, IN_CYTOSOL):
        for other in places:
            if other.go == term and other is not place and _may_hold(other, place, places):
                return other.id
    return ""


def _may_hold(outer: Place, inner: Place, places: Sequence[Place]) -> bool:
    """What is outside belongs to no cell; all else lies within its own; the first of two equal ones holds the other."""
    if outer.go == inner.go:
        return places.index(outer) < places.index(inner)
    return outer.go == OUTSIDE or outer.cell == inner.cell


def ordered(places: Sequence[Place]) -> list[Place]:
    """From outside to inside: what lies in the same place is drawn in this order, the nucleus last."""
    return sorted(places, key=lambda place: (place.go == NUCLEUS, places.index(place)))
