"""What experiments measure: which forms count, by concentration or by amount, and what they compute to."""

from __future__ import annotations

import pytest

from igf1r_model.dsl import Fraction, Module, Part, Total, assumed, place, protein
from igf1r_model.expressions import infix
from igf1r_model.model import Form, Mark, MarkKind, Place
from igf1r_model.states import residue_marks


def a_place(id: str, picolitres: float) -> Place:
    return place(id, id, "GO:0005829", assumed(picolitres, "pL", why="x"))


CYTOSOL, NUCLEUS, MEDIUM = a_place("cytosol", 3), a_place("nucleus", 5), a_place("medium", 7)
AKT = protein("AKT1", "P31749", phospho="T308 S473")
ERK1, ERK2 = protein("MAPK3", "P27361"), protein("MAPK1", "P28482")
DUSP = protein("DUSP6", "Q16828")
ACTIVE = Mark(MarkKind.ACTIVE)
T308, S473 = residue_marks(AKT, ["T308", "S473"])


def form(id: str, *parts: Part, at: Place = CYTOSOL) -> Form:
    return Form(id, id, at, parts, ())


PLAIN, P, PP = (form(id, Part(AKT, 1, marks)) for id, marks in (("A", ()), ("A_p", (T308,)), ("A_pp", (T308, S473))))
DIMER = form("A_dimer", Part(AKT, 2, (T308,)))
FAR = form("A_p_nuc", Part(AKT, 1, (T308,)), at=NUCLEUS)
WITH_DUSP = form("A_p_DUSP", Part(AKT, 1, (T308,)), Part(DUSP))
ERK_FORMS = [form("E1", Part(ERK1)), form("E2", Part(ERK2)), form("E1_act", Part(ERK1, 1, (ACTIVE,)))]
OTHER = form("D", Part(DUSP))


def fraction(*forms: Form, **criteria: object) -> str:
    readout = Fraction("seen", "seen", AKT, "meant", **criteria)  # type: ignore[arg-type]
    observable = readout.observable(forms)
    assert observable.unit == "dimensionless"
    return infix(observable.formula)


def test_a_fraction_is_of_all_copies_and_a_dimer_has_two() -> None:
    assert fraction(PLAIN, P, PP, DIMER, OTHER, sites="T308") == "(A_p + A_pp + 2*A_dimer)/(A + A_p + A_pp + 2*A_dimer)"


def test_all_the_sites_must_be_modified() -> None:
    assert fraction(PLAIN, P, PP, sites="T308 S473") == "A_pp/(A + A_p + A_pp)"
    assert fraction(PLAIN, P, PP, sites="S473") == "A_pp/(A + A_p + A_pp)"


def test_a_fraction_over_two_places_is_by_amount() -> None:
    assert fraction(PLAIN, P, FAR, sites="T308") == (
        "(A_p*cytosol + A_p_nuc*nucleus)/(A*cytosol + A_p*cytosol + A_p_nuc*nucleus)"
    )


def test_a_fraction_is_by_amount_even_when_what_counts_is_in_one_place() -> None:
    assert fraction(PLAIN, FAR, places=(NUCLEUS,)) == "A_p_nuc*nucleus/(A*cytosol + A_p_nuc*nucleus)"


def test_a_partner_in_the_complex_can_be_demanded() -> None:
    assert fraction(PLAIN, P, WITH_DUSP, with_=DUSP) == "A_p_DUSP/(A + A_p + A_p_DUSP)"


def test_several_molecules_are_counted_together_and_activity_can_be_demanded() -> None:
    readout = Fraction("seen", "seen", (ERK1, ERK2), "meant", active=True)
    assert infix(readout.observable([*ERK_FORMS, OTHER]).formula) == "E1_act/(E1 + E2 + E1_act)"


def test_a_total_in_one_place_is_a_concentration() -> None:
    observable = Total("seen", "seen", AKT, "meant", sites="T308").observable([PLAIN, P, DIMER])
    assert (infix(observable.formula), observable.unit) == ("A_p + 2*A_dimer", "nM")


def test_a_total_over_places_is_an_amount_in_the_volume_of_one() -> None:
    observable = Total("seen", "seen", AKT, "meant", per=NUCLEUS).observable([PLAIN, DIMER, FAR])
    assert infix(observable.formula) == "(A*cytosol + 2*A_dimer*cytosol + A_p_nuc*nucleus)/nucleus"


def test_a_total_without_a_volume_is_in_that_of_its_first_form() -> None:
    assert infix(Total("seen", "seen", AKT, "meant").observable([FAR, PLAIN]).formula) == (
        "(A_p_nuc*nucleus + A*cytosol)/nucleus"
    )


def test_a_total_in_one_place_can_be_told_in_the_volume_of_another() -> None:
    assert infix(Total("seen", "seen", AKT, "meant", per=MEDIUM).observable([P]).formula) == "A_p*cytosol/medium"


def test_what_no_form_is_is_an_error_that_says_what_was_meant() -> None:
    readout = Fraction("pAKT", "pAKT", AKT, "AKT at both sites", sites="T308 S473")
    with pytest.raises(LookupError, match=r"no form of the model is what pAKT measures \(AKT at both sites\)"):
        readout.observable([PLAIN, P])


def test_a_module_notes_where_a_readout_was_declared() -> None:
    module = Module("m", "m", go="GO:0048009")
    module.observe(Total("seen", "seen", AKT, "meant"))
    line = test_a_module_notes_where_a_readout_was_declared.__code__.co_firstlineno + 2
    assert module.readouts[0].origin == f"tests/test_observables.py:{line}"
    assert module.readouts[0].observable([PLAIN]).origin == module.readouts[0].origin
