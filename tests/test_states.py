"""Forms from forms: binding, marking and splitting, in every order, and what is impossible."""

from __future__ import annotations

import pytest

from igf1r_model.dsl import assumed, place, protein
from igf1r_model.model import Form, Mark, MarkKind, Molecule, Part
from igf1r_model.states import (
    StateError,
    counts,
    default_name,
    find_part,
    joined,
    marked,
    residue_marks,
    split,
    unmarked,
)

CYTOSOL = place("cytosol", "cytosol", "GO:0005829", assumed(1.5, "pL", why="x"))
A = protein("A", "P05019", phospho="S9 Y10 T308")
B = protein("B", "P08069", phospho="Y10 Y20")
C = protein("C", "P35568")
ACTIVE = Mark(MarkKind.ACTIVE)


def form(id: str, *parts: Molecule | Part, bonds: tuple[tuple[int, int], ...] = ()) -> Form:
    return Form(id, id, CYTOSOL, tuple(p if isinstance(p, Part) else Part(p) for p in parts), bonds)


def whole(id: str, a: Form, b: Form, contact: tuple[Molecule, Molecule] | None = None) -> Form:
    parts, bonds = joined(a, b, contact)
    return Form(id, id, CYTOSOL, parts, bonds)


a, b, c = form("a", A), form("b", B), form("c", C)
AB = whole("ab", a, b)


def test_binding_puts_parts_in_a_row_with_a_bond_between_them() -> None:
    assert (AB.parts, AB.bonds) == ((Part(A), Part(B)), ((0, 1),))


def test_binding_says_which_parts_touch() -> None:
    parts, bonds = joined(c, AB, (C, B))
    assert [part.molecule.id for part in parts] == ["C", "A", "B"]
    assert bonds == ((1, 2), (0, 2))
    with pytest.raises(StateError, match=r"ab has several parts that could be meant \(A, B\); say on=MOLECULE"):
        joined(c, AB, None)


def test_two_of_one_form_make_a_homodimer_and_two_complexes_do_not() -> None:
    assert joined(a, a, None) == ((Part(A, 2),), ((0, 0),))
    with pytest.raises(StateError, match="two ab cannot be joined: only single molecules make homodimers"):
        joined(AB, AB, None)


def test_the_order_of_joining_does_not_matter() -> None:
    assert whole("ba", b, a).state == AB.state
    one = whole("x", AB, c, (B, C))
    other = whole("y", whole("cb", c, b), a, (B, A))
    assert one.state == other.state


def test_what_touches_what_does_matter() -> None:
    assert whole("x", AB, c, (B, C)).state != whole("y", AB, c, (A, C)).state


def test_marks_count_and_places_matter() -> None:
    marks = marked(AB, 0, residue_marks(A, ["Y10"]))
    other = marked(AB, 1, residue_marks(B, ["Y10"]))
    states = {AB.state, Form("x", "x", CYTOSOL, marks, AB.bonds).state, Form("y", "y", CYTOSOL, other, AB.bonds).state}
    assert len(states) == 3
    assert form("d", Part(A, 2)).state != a.state


def test_marks_are_sorted_by_position_whatever_the_order_of_events() -> None:
    first = marked(a, 0, residue_marks(A, ["T308", "S9"]))
    then = marked(form("a_p", *first), 0, [*residue_marks(A, ["Y10"]), ACTIVE])
    assert [mark.site for mark in then[0].marks] == ["", "S9", "Y10", "T308"]
    assert {mark.site: mark.mod for mark in then[0].marks if mark.site} == {
        "S9": "MOD:00046", "Y10": "MOD:00048", "T308": "MOD:00047",
    }  # fmt: skip


def test_a_mark_is_put_on_once() -> None:
    active = form("active", *marked(a, 0, [ACTIVE]))
    with pytest.raises(StateError, match="active already is modified at active"):
        marked(active, 0, [ACTIVE])


def test_marks_come_off_where_they_are() -> None:
    p = form("p", *marked(a, 0, [*residue_marks(A, ["S9", "Y10"]), ACTIVE]))
    assert [m.site for m in unmarked(p, 0, lambda mark: mark.site == "S9", ["S9"])[0].marks] == ["", "Y10"]
    with pytest.raises(StateError, match=r"p has nothing at T308 to lose; it has active, S9, Y10"):
        unmarked(p, 0, lambda mark: mark.site in ("S9", "T308"), ["S9", "T308"])
    with pytest.raises(StateError, match="a has nothing of the kind to lose; it has no marks"):
        unmarked(a, 0, lambda mark: True)


def test_a_part_is_found_by_its_sites_or_its_molecule() -> None:
    assert find_part(AB, None, ["T308"]) == 0
    assert find_part(AB, None, ["Y20"]) == 1
    assert find_part(AB, B, ["Y10"]) == 1
    with pytest.raises(StateError, match="several parts"):
        find_part(AB, None, ["Y10"])
    with pytest.raises(StateError, match="ab has no site T308; its sites: B Y10 Y20"):
        find_part(AB, B, ["T308"])
    with pytest.raises(StateError, match="c has no site Y1; its sites: C none"):
        find_part(c, None, ["Y1"])


def test_a_complex_loses_a_molecule_and_the_rest_keeps_its_bonds() -> None:
    abc = whole("abc", AB, c, (B, C))
    (free, own), (rest, bonds) = split(abc, A)
    assert (free, own) == ((Part(A),), ())
    assert ([part.molecule.id for part in rest], bonds) == (["B", "C"], ((0, 1),))
    assert split(abc, C)[1][1] == ((0, 1),)


def test_a_homodimer_falls_into_two_alike() -> None:
    dimer = form("dimer", Part(A, 2), bonds=((0, 0),))
    assert split(dimer, A) == (((Part(A),), ()), ((Part(A),), ()))


def test_a_dimer_leaves_a_complex_as_a_dimer() -> None:
    dimer = form("dimer", Part(A, 2), bonds=((0, 0),))
    (free, own), (rest, bonds) = split(whole("x", dimer, b), A)
    assert (free, own, rest, bonds) == ((Part(A, 2),), ((0, 0),), (Part(B),), ())


def test_a_single_molecule_does_not_come_apart() -> None:
    with pytest.raises(StateError, match="a is a single molecule and cannot come apart"):
        split(a, A)


def test_names_tell_marks_and_places() -> None:
    parts = (Part(A, 1, (ACTIVE, *residue_marks(A, ["S9"]))), Part(B, 1, (Mark(MarkKind.UNPLACED, mod="MOD:01148"),)))
    assert default_name(parts, "endo") == "act-p-A:ub-B@endo"
    assert default_name((Part(C),), "") == "C"


def test_molecules_are_counted_with_their_stoichiometry() -> None:
    assert counts([(form("d", Part(A, 2), B), 3), (a, 1)]) == {"A": 7, "B": 3}
