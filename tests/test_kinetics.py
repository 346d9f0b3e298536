"""Rate laws: each verb's as text, what they compute in volumes that are all different, and units that must fit."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import pytest

from igf1r_model.assembly import Plan, assemble
from igf1r_model.checks.numbers import units_fit_the_law
from igf1r_model.dsl import (
    Effect,
    Module,
    Switch,
    activator,
    assumed,
    catalyst,
    drug,
    essential,
    ev,
    inhibitor,
    paper,
    place,
    protein,
    small_molecule,
)
from igf1r_model.expressions import Expression, Number, Operation, Symbol, fold, infix, operands, power, symbols
from igf1r_model.kinetics import RATE, dimension, expected_units
from igf1r_model.model import Constant, Model, Process, Quantity, Term
from igf1r_model.units import COHERENT, UnitError

SAID = [ev(paper("KISELYOV_2009", 19225456))]
GO, DATE = "GO:0048009", "2026-11-22T00:00:00Z"
TERMS = (Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",)))
VOLUMES: Final = {"membrane": 2.0, "cytosol": 3.0, "nucleus": 5.0, "medium": 7.0}  # pL, all different and none 1


def number(value: float, unit: str) -> Quantity:
    return assumed(value, unit, why="an example")


MEDIUM = place("medium", "medium", "GO:0005576", number(VOLUMES["medium"], "pL"))
MEMBRANE = place("membrane", "plasma membrane", "GO:0005886", number(VOLUMES["membrane"], "pL"), membrane=True)
CYTOSOL = place("cytosol", "cytosol", "GO:0005829", number(VOLUMES["cytosol"], "pL"))
NUCLEUS = place("nucleus", "nucleus", "GO:0005634", number(VOLUMES["nucleus"], "pL"))
LIGAND = protein("IGF1", "P05019")
RECEPTOR = protein("IGF1R", "P08069", phospho="Y1161 Y1165 Y1166")
KINASE = protein("AKT1", "P31749", phospho="T308 S473")
LIPID, OTHER_LIPID = small_molecule("PIP2", "CHEBI:58456"), small_molecule("PIP3", "CHEBI:57836")
FIRST, SECOND, ZEROTH, NM = number(0.1, "1/s"), number(1e-3, "1/(nM*s)"), number(0.01, "nM/s"), number(50, "nM")
SOME = number(10, "nM")


class Bench:
    """A module with a substrate S, enzymes E and F, an enzyme N in the nucleus, and a receptor R in the membrane."""

    def __init__(self) -> None:
        self.m = Module("bench", "a bench", go=GO)
        self.S = self.m.form("S", KINASE, at=CYTOSOL, initial=SOME)
        self.E = self.m.form("E", protein("PTPN1", "P18031"), at=CYTOSOL, initial=SOME)
        self.F = self.m.form("F", protein("IRS1", "P35568"), at=CYTOSOL, initial=SOME)
        self.N = self.m.form("N", protein("PTPN1", "P18031"), at=NUCLEUS, initial=SOME, shown="N")
        self.L = self.m.input("L", LIGAND, MEDIUM)
        self.R = self.m.form("R", RECEPTOR, at=MEMBRANE, initial=SOME)
        self.D = self.m.input("D", drug("linsitinib", "drugbank:DB06075"), CYTOSOL)

    def model(self) -> Model:
        return assemble(Plan("bench_model", "Bench", (self.m,), "A bench.", DATE, DATE, TERMS))

    def process(self) -> Process:
        """The process ``it``; the rest of the bench is scenery."""
        return next(process for process in self.model().processes if process.id == "it")

    def law(self) -> str:
        law = self.process().law
        assert law is not None
        return infix(law)


def phosphorylate(b: Bench) -> None:
    b.m.phosphorylate("it", b.E, b.S, "T308", gives="P", k=SECOND, evidence=SAID)


def saturating(b: Bench) -> None:
    b.m.phosphorylate("it", b.E, b.S, "T308", gives="P", kcat=FIRST, Km=NM, evidence=SAID)


def unnamed_phosphatase(b: Bench) -> None:
    p = b.m.phosphorylate("first", b.E, b.S, "T308", gives="P", k=SECOND, evidence=SAID)
    b.m.dephosphorylate("it", None, p, gives=b.S, k=FIRST, evidence=SAID)


def bind(b: Bench) -> None:
    b.m.bind("it", b.L, b.R, gives="LR", kon=SECOND, Kd=NM, evidence=SAID)


def homodimer(b: Bench) -> None:
    b.m.bind("it", b.R, b.R, gives="RR", shown="RR", kon=SECOND, Kd=NM, evidence=SAID)


def unbind(b: Bench) -> None:
    fr = b.m.bind("first", b.F, b.R, gives="FR", kon=SECOND, Kd=NM, evidence=SAID)
    b.m.unbind("it", fr, RECEPTOR, gives=(b.R, "F_at_membrane"), shown="F there", k=FIRST, evidence=SAID)


def autophosphorylate(b: Bench) -> None:
    b.m.autophosphorylate("it", b.R, "Y1161", gives="P", k=FIRST, evidence=SAID)


def convert(b: Bench) -> None:
    two = b.m.form("two", LIPID, at=MEMBRANE, initial=SOME)
    three = b.m.form("three", OTHER_LIPID, at=MEMBRANE, initial=SOME)
    b.m.convert("it", b.E, two, three, kcat=FIRST, Km=NM, spends="ATP", go=GO, evidence=SAID)


def translocate(b: Bench) -> None:
    b.m.translocate("it", b.S, NUCLEUS, gives="S_nuc", shown="S nuc", k=FIRST, evidence=SAID)


def internalise(b: Bench) -> None:
    b.m.internalise("it", b.R, CYTOSOL, gives="R_in", shown="R in", k=SECOND, by=b.E, evidence=SAID)


def synthesise(b: Bench) -> None:
    b.m.synthesise("it", b.S, k=ZEROTH, by=[activator(b.N, k=FIRST)], evidence=SAID)


def degrade(b: Bench) -> None:
    b.m.degrade("it", b.S, k=FIRST, by=[catalyst(b.E, k=SECOND), activator(b.F, k=SECOND)], evidence=SAID)


def conditions(b: Bench) -> None:
    when = [essential(b.E, K=NM), inhibitor(b.F, Ki=NM)]
    b.m.autophosphorylate("it", b.S, "T308", gives="P", k=FIRST, when=when, evidence=SAID)


def contested(b: Bench) -> None:
    doubt = Switch("doubt", "whether E does it", on=False, why="two papers disagree")
    b.m.degrade("it", b.S, by=b.E, k=SECOND, switch=doubt, evidence=SAID)


def change(b: Bench) -> None:
    both = b.m.form("both", KINASE, LIGAND, at=CYTOSOL, initial=SOME)
    free = b.m.form("free", LIGAND, at=CYTOSOL, initial=SOME, shown="free")
    b.m.change("it", [both], [b.S, free], effects={Effect.RELEASES}, k=FIRST, go=GO, evidence=SAID)


def drugged(b: Bench) -> None:
    b.m.phosphorylate("it", b.E, b.S, "T308", gives="P", k=SECOND, evidence=SAID)
    b.m.inhibit("stop", b.D, b.E, Ki=NM, evidence=SAID)


def drugged_saturating(b: Bench) -> None:
    b.m.phosphorylate("it", b.E, b.S, "T308", gives="P", kcat=FIRST, Km=NM, evidence=SAID)
    b.m.inhibit("stop", b.D, b.E, Ki=NM, evidence=SAID)


def drugged_autophosphorylation(b: Bench) -> None:
    b.m.autophosphorylate("it", b.R, "Y1161", gives="P", k=FIRST, evidence=SAID)
    b.m.inhibit("stop", b.D, b.R, Ki=NM, evidence=SAID)


def drugged_activator(b: Bench) -> None:
    b.m.degrade("it", b.S, by=[activator(b.E, k=SECOND)], evidence=SAID)
    b.m.inhibit("stop", b.D, b.E, Ki=NM, evidence=SAID)


def family_in_one_place(b: Bench) -> None:
    b.m.degrade("it", b.S, by=b.m.family("EF", b.E, b.F), k=SECOND, evidence=SAID)


def family_in_two_places(b: Bench) -> None:
    b.m.degrade("it", b.S, by=b.m.family("EN", b.E, b.N), k=SECOND, evidence=SAID)


def family_saturating(b: Bench) -> None:
    b.m.phosphorylate("it", b.m.family("EN", b.E, b.N), b.S, "T308", gives="P", kcat=FIRST, Km=NM, evidence=SAID)


def family_with_one_drugged(b: Bench) -> None:
    b.m.degrade("it", b.S, by=b.m.family("EN", b.E, b.N), k=SECOND, evidence=SAID)
    b.m.inhibit("stop", b.D, b.E, Ki=NM, evidence=SAID)


def family_as_condition(b: Bench) -> None:
    when = [essential(b.m.family("EN", b.E, b.N), K=NM), inhibitor(b.m.family("RF", b.R, b.F), Ki=NM)]
    b.m.degrade("it", b.S, k=FIRST, when=when, evidence=SAID)


LAWS: Final[dict[Callable[[Bench], None], str]] = {
    phosphorylate: "cytosol*k__it*E*S",
    saturating: "cytosol*(kcat__it*E/(Km__it + S))*S",
    unnamed_phosphatase: "cytosol*k__it*P",
    bind: "membrane*kon__it*(L*R - Kd__it*LR)",
    homodimer: "membrane*kon__it*(R^2 - Kd__it*RR)",
    unbind: "membrane*k__it*FR",
    autophosphorylate: "membrane*k__it*R",
    convert: "membrane*(kcat__it*E/(Km__it + two))*two",
    translocate: "cytosol*k__it*S",
    internalise: "membrane*k__it*E*R",
    synthesise: "cytosol*(k__it + k_N__it*N)",
    degrade: "cytosol*(k__it + k_E__it*E + k_F__it*F)*S",
    conditions: "cytosol*k__it*S*(E/(K_E__it + E))*(1/(1 + F/Ki__it))",
    contested: "doubt*cytosol*k__it*E*S",
    change: "cytosol*k__it*both",
    drugged: "cytosol*k__it*(E/(1 + D/Ki__stop))*S",
    drugged_saturating: "cytosol*(kcat__it*(E/(1 + D/Ki__stop))/(Km__it + S))*S",
    drugged_autophosphorylation: "membrane*(k__it/(1 + D/Ki__stop))*R",
    drugged_activator: "cytosol*k__it*E*S",
    family_in_one_place: "cytosol*k__it*(E + F)*S",
    family_in_two_places: "cytosol*k__it*((E*cytosol + N*nucleus)/cytosol)*S",
    family_saturating: "cytosol*(kcat__it*((E*cytosol + N*nucleus)/cytosol)/(Km__it + S))*S",
    family_with_one_drugged: "cytosol*k__it*((E*cytosol/(1 + D/Ki__stop) + N*nucleus)/cytosol)*S",
    family_as_condition: "cytosol*k__it*S"
    "*((E*cytosol + N*nucleus)/cytosol/(K_EN__it + (E*cytosol + N*nucleus)/cytosol))"
    "*(1/(1 + (R*membrane + F*cytosol)/cytosol/Ki__it))",
}


@pytest.mark.parametrize("case", LAWS, ids=lambda case: case.__name__)
def test_the_law_of_a_verb(case: Callable[[Bench], None]) -> None:
    bench = Bench()
    case(bench)
    assert bench.law() == LAWS[case]


OPERATORS: Final[dict[str, Callable[[float, float], float]]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow,
}  # fmt: skip


def value(expression: Expression, of: Mapping[str, float]) -> float:
    """What an expression computes."""
    if isinstance(expression, Symbol):
        return of[expression.id]
    if isinstance(expression, Number):
        return expression.value
    return OPERATORS[expression.operator](value(expression.left, of), value(expression.right, of))


CONCENTRATIONS: Final = {"S": 11.0, "E": 13.0, "F": 17.0, "N": 19.0, "R": 23.0, "L": 29.0, "D": 31.0}


def rate(case: Callable[[Bench], None], **constants: float) -> float:
    """The rate of a case in amount per second, in the bench's volumes (pL) and concentrations."""
    bench = Bench()
    case(bench)
    law = bench.process().law
    assert law is not None
    return value(law, VOLUMES | CONCENTRATIONS | constants)


def test_a_family_over_two_places_counts_by_amount() -> None:
    molecules = 13 * 3 + 19 * 5  # E in the cytosol, N in the nucleus
    assert math.isclose(rate(family_in_two_places, k__it=0.5), 3 * 0.5 * (molecules / 3) * 11)


def test_a_family_over_three_places_counts_by_amount_and_moving_a_member_s_molecules_changes_nothing() -> None:
    def three(b: Bench) -> None:
        b.m.degrade("it", b.S, by=b.m.family("all", b.E, b.N, b.R), k=SECOND, evidence=SAID)

    assert math.isclose(rate(three, k__it=0.5), 0.5 * (13 * 3 + 19 * 5 + 23 * 2) * 11)
    one_less_here_one_more_there = {"E": 13 - 1 / 3, "N": 19 + 1 / 5}
    assert math.isclose(rate(three, k__it=0.5, **one_less_here_one_more_there), rate(three, k__it=0.5))


def test_a_saturating_family_saturates_by_its_substrate() -> None:
    pool = (13 * 3 + 19 * 5) / 3
    assert math.isclose(rate(family_saturating, kcat__it=2.0, Km__it=7.0), 3 * 2 * pool / (7 + 11) * 11)


def test_conditions_over_several_places_count_by_amount() -> None:
    allowed, stopped = (13 * 3 + 19 * 5) / 3, (23 * 2 + 17 * 3) / 3
    found = rate(family_as_condition, k__it=0.5, K_EN__it=7.0, Ki__it=9.0)
    assert math.isclose(found, 3 * 0.5 * 11 * allowed / (7 + allowed) / (1 + stopped / 9))


def test_a_drug_slows_its_target_s_catalysis_and_that_of_no_other_member() -> None:
    pool = (13 / (1 + 31 / 7) * 3 + 19 * 5) / 3
    assert math.isclose(rate(family_with_one_drugged, k__it=0.5, Ki__stop=7.0), 3 * 0.5 * pool * 11)
    assert math.isclose(rate(drugged, k__it=0.5, Ki__stop=31.0), 3 * 0.5 * 13 / 2 * 11)


def test_a_drug_slows_an_autophosphorylation_by_its_factor() -> None:
    free = rate(autophosphorylate, k__it=0.5)
    assert math.isclose(rate(drugged_autophosphorylation, k__it=0.5, Ki__stop=31.0), free / 2)


def test_two_drugs_on_one_target_multiply() -> None:
    def twice(b: Bench) -> None:
        drugged(b)
        second = b.m.input("D2", drug("erlotinib", "CHEBI:114785"), CYTOSOL)
        b.m.inhibit("stop_too", second, b.E, Ki=NM, evidence=SAID)

    assert math.isclose(rate(twice, k__it=0.5, Ki__stop=31.0, D2=2.0, Ki__stop_too=1.0), 3 * 0.5 * 13 / 2 / 3 * 11)


def test_binding_rests_where_the_concentrations_say_so() -> None:
    assert rate(bind, kon__it=0.5, Kd__it=23 * 29 / 37, LR=37.0) == pytest.approx(0, abs=1e-9)
    assert math.isclose(rate(bind, kon__it=0.5, Kd__it=0.0, LR=37.0), 2 * 0.5 * 23 * 29)


def test_a_switch_turns_a_process_off_and_on() -> None:
    assert rate(contested, k__it=0.5, doubt=0.0) == 0
    assert math.isclose(rate(contested, k__it=0.5, doubt=1.0), 3 * 0.5 * 13 * 11)


def test_alternatives_add_and_conditions_multiply() -> None:
    assert math.isclose(rate(degrade, k__it=1.0, k_E__it=2.0, k_F__it=3.0), 3 * (1 + 2 * 13 + 3 * 17) * 11)
    factor = 13 / (7 + 13) / (1 + 17 / 9)
    assert math.isclose(rate(conditions, k__it=1.0, K_E__it=7.0, Ki__it=9.0), 3 * 11 * factor)


@pytest.mark.parametrize("case", LAWS, ids=lambda case: case.__name__)
def test_every_law_is_an_amount_per_time(case: Callable[[Bench], None]) -> None:
    bench = Bench()
    case(bench)
    model = bench.model()
    of = {form.id: (1, -1, 0) for form in model.forms} | {place.id: (0, 1, 0) for place in model.places}
    of |= {switch.id: (0, 0, 0) for switch in model.switches} | {drug.Ki.id: (1, -1, 0) for drug in model.inhibitions}
    for process in model.processes:
        assert process.law is not None
        of |= {constant.id: unit.dimension for constant, unit in expected_units(process)}
        assert dimension(process.law, of) == RATE


UNITS: Final[dict[Callable[[Bench], None], dict[str, str]]] = {
    phosphorylate: {"k__it": "1/(nM*s)"},
    saturating: {"kcat__it": "1/s", "Km__it": "nM"},
    bind: {"kon__it": "1/(nM*s)", "Kd__it": "nM"},
    homodimer: {"kon__it": "1/(nM*s)", "Kd__it": "nM"},
    unbind: {"k__it": "1/s"},
    autophosphorylate: {"k__it": "1/s"},
    synthesise: {"k__it": "nM/s", "k_N__it": "1/s"},
    degrade: {"k__it": "1/s", "k_E__it": "1/(nM*s)", "k_F__it": "1/(nM*s)"},
    conditions: {"k__it": "1/s", "K_E__it": "nM", "Ki__it": "nM"},
}


@pytest.mark.parametrize("case", UNITS, ids=lambda case: case.__name__)
def test_the_units_that_a_law_needs(case: Callable[[Bench], None]) -> None:
    bench = Bench()
    case(bench)
    found = {constant.id: COHERENT[unit.dimension] for constant, unit in expected_units(bench.process())}
    assert found == UNITS[case]


WRONG: Final = {name: number(1, name) for name in ("nM", "1/s", "1/(nM*s)", "nM/s", "1/nM", "dimensionless", "s")}


def with_unit(process: Process, constant: Constant, quantity: Quantity) -> Process:
    def swapped(constants: tuple[Constant, ...]) -> tuple[Constant, ...]:
        return tuple(replace(one, quantity=quantity) if one.id == constant.id else one for one in constants)

    controls = tuple(replace(control, constants=swapped(control.constants)) for control in process.controls)
    return replace(process, constants=swapped(process.constants), controls=controls)


@pytest.mark.parametrize("case", UNITS, ids=lambda case: case.__name__)
def test_every_wrong_unit_of_every_constant_is_caught(case: Callable[[Bench], None]) -> None:
    bench = Bench()
    case(bench)
    model = bench.model()
    assert list(units_fit_the_law(model)) == []
    for constant, unit in expected_units(bench.process()):
        right = COHERENT[unit.dimension]
        for name in set(WRONG) - {right}:
            spoilt = replace(model, processes=(with_unit(bench.process(), constant, WRONG[name]),))
            told = [issue.message for issue in units_fit_the_law(spoilt)]
            assert len(told) == 1
            assert told[0].startswith(f"{constant.id} has the unit {name}; its "), told
            assert told[0].endswith(f" law needs {right}"), told


def test_a_unit_of_the_right_dimension_is_fine_whatever_its_size() -> None:
    bench = Bench()
    bench.m.phosphorylate("it", bench.E, bench.S, "T308", gives="P", k=number(1, "1/(M*min)"), evidence=SAID)
    assert list(units_fit_the_law(bench.model())) == []


x, s_1 = Symbol("x"), Symbol("s_1")
DIMENSIONS: Final = {"x": (1, -1, 0), "s_1": (0, 0, -1)}


def test_dimensions_are_computed_as_with_pencil_and_paper() -> None:
    assert dimension(Operation("*", x, s_1), DIMENSIONS) == (1, -1, -1)
    assert dimension(Operation("/", s_1, x), DIMENSIONS) == (-1, 1, -1)
    assert dimension(power(x, 3), DIMENSIONS) == (3, -3, 0)
    assert dimension(Operation("+", x, x), DIMENSIONS) == (1, -1, 0)
    assert dimension(Operation("-", Number(1), Operation("/", x, x)), DIMENSIONS) == (0, 0, 0)


@pytest.mark.parametrize(
    "wrong", [Operation("+", x, s_1), Operation("-", x, Number(1)), Operation("^", x, x)], ids=infix
)
def test_what_cannot_be_added_or_raised_is_an_error(wrong: Expression) -> None:
    with pytest.raises(UnitError, match="cannot join the dimensions"):
        dimension(wrong, DIMENSIONS)


a, b, c = Symbol("a"), Symbol("b"), Symbol("c")


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (Operation("-", a, Operation("-", b, c)), "a - (b - c)"),
        (Operation("-", Operation("-", a, b), c), "a - b - c"),
        (Operation("/", a, Operation("*", b, c)), "a/(b*c)"),
        (Operation("*", Operation("/", a, b), c), "a/b*c"),
        (Operation("*", a, Operation("/", b, c)), "a*(b/c)"),
        (Operation("*", Operation("+", a, b), c), "(a + b)*c"),
        (Operation("^", Operation("*", a, b), Number(2)), "(a*b)^2"),
        (Operation("^", Operation("^", a, b), c), "(a^b)^c"),
        (Operation("^", a, Operation("^", b, c)), "a^(b^c)"),
        (power(a, 1), "a"),
        (fold("*", [Operation("*", a, b), c]), "a*b*c"),
    ],
)
def test_infix_keeps_the_structure(expression: Expression, text: str) -> None:
    assert infix(expression) == text
    numbers = {"a": 2.0, "b": 3.0, "c": 5.0}
    assert value(expression, numbers) == eval(text.replace("^", "**"), {}, dict(numbers))
    assert list(symbols(expression)) == [letter for letter in text if letter.isalpha()]


def test_a_chain_is_taken_apart_and_nothing_else_is() -> None:
    assert operands(fold("+", [a, b, c]), "+") == [a, b, c]
    assert operands(Operation("-", a, Operation("-", b, c)), "-") == [a, Operation("-", b, c)]
    assert operands(Operation("*", a, b), "+") == [Operation("*", a, b)]
