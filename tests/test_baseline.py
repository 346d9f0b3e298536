"""The steady state a model starts from: found, stored, applied, and known to be stale when the model has changed."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import tiny

from igf1r_model import baseline, cli
from igf1r_model.assembly import Plan, assemble
from igf1r_model.dsl import Module, assumed, ev, from_model, paper, place, protein
from igf1r_model.exporters import sbml
from igf1r_model.expressions import Operation, Symbol
from igf1r_model.loading import assembled
from igf1r_model.model import Basis, Model, Quantity, Switch, Term
from igf1r_model.simulate import SimulationError, steady_state

TINY = assembled(tiny.MODELS["tiny"])
SAID = [ev(paper("KISELYOV_2009", 19225456))]
DATE = "2026-11-22T00:00:00Z"
TERMS = (Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",)))
REST = {"IGF1R": 20.5, "IRS1": 100.0, "IGF1R_IGF1": 0.0, "IGF1R_active": 1e-7, "IRS1_pY": 1 / 3}


def number(value: float, unit: str) -> Quantity:
    return assumed(value, unit, why="an example")


CYTOSOL = place("cytosol", "cytosol", "GO:0005829", number(3, "pL"))
NUCLEUS = place("nucleus", "nucleus", "GO:0005634", number(0.5, "pL"), tag="nuc")
KINASE = protein("AKT1", "P31749", phospho="T308")


def model(write: Callable[[Module], None]) -> Model:
    module = Module("turnover", "turnover", go="GO:0048009")
    write(module)
    return assemble(Plan("turns_over", "Turnover", (module,), "Turnover.", DATE, DATE, TERMS))


def turnover(m: Module) -> None:
    """Made at 0.01 nM/s, lost at 0.0005 1/s, shared between two places of unequal volume."""
    kinase = m.form("kinase", KINASE, at=CYTOSOL, initial=number(1, "nM"))
    inside = m.translocate("goes_in", kinase, NUCLEUS, gives="inside", k=number(0.002, "1/s"), evidence=SAID)
    m.translocate("comes_out", inside, CYTOSOL, gives=kinase, k=number(0.006, "1/s"), evidence=SAID)
    m.synthesise("is_made", kinase, k=number(0.01, "nM/s"), evidence=SAID)
    m.degrade("is_lost", kinase, k=number(0.0005, "1/s"), evidence=SAID)


def unbounded(m: Module) -> None:
    kinase = m.form("kinase", KINASE, at=CYTOSOL, initial=number(1, "nM"))
    m.synthesise("is_made", kinase, k=number(0.01, "nM/s"), evidence=SAID)


def explosive(m: Module) -> None:
    kinase = m.form("kinase", KINASE, at=CYTOSOL, initial=number(1, "nM"))
    m.synthesise("is_made", kinase, by=kinase, k=number(1, "1/s"), evidence=SAID)


def test_the_steady_state_is_the_one_that_pencil_and_paper_find() -> None:
    pytest.importorskip("roadrunner")
    found = steady_state(sbml.export(model(turnover)), "turnover")
    kinase = 0.01 / 0.0005
    assert set(found) == {"kinase", "inside"}
    assert math.isclose(found["kinase"], kinase, rel_tol=1e-6)
    assert math.isclose(found["inside"], kinase * 0.002 * 3 / (0.006 * 0.5), rel_tol=1e-6)


def test_a_conserved_model_rests_where_its_amounts_let_it() -> None:
    pytest.importorskip("roadrunner")
    found = steady_state(sbml.export(TINY), "tiny")
    assert found["IGF1R"] == pytest.approx(25000 / 6.02214076e23 / 2e-12 * 1e9, rel=1e-6)
    assert found["IGF1R_active"] == 0


@pytest.mark.parametrize(
    ("write", "said"), [(unbounded, "no steady state after 400 days; kinase still changes"), (explosive, "of the way")]
)
def test_growth_without_bound_is_an_error_that_names_the_model(write: Callable[[Module], None], said: str) -> None:
    pytest.importorskip("roadrunner")
    with pytest.raises(SimulationError) as error:
        steady_state(sbml.export(model(write)), "the_growing_one")
    assert str(error.value).startswith("the_growing_one: ")
    assert said in str(error.value)


def changed_constant(model: Model) -> Model:
    first, *others = model.constants
    return replace(model, constants=(replace(first, quantity=replace(first.quantity, value=0.123)), *others))


def changed_unit(model: Model) -> Model:
    k = next(constant for constant in model.constants if constant.quantity.unit == "1/s")
    other = replace(k, quantity=replace(k.quantity, unit="1/min"))
    return replace(model, constants=tuple(other if constant is k else constant for constant in model.constants))


def changed_law(model: Model) -> Model:
    first, *others = model.processes
    assert first.law is not None
    law = Operation("*", first.law, Symbol("cytosol"))
    return replace(model, processes=(replace(first, law=law), *others))


def changed_stoichiometry(model: Model) -> Model:
    *others, last = model.processes
    twice = tuple(replace(participant, count=2) for participant in last.products)
    return replace(model, processes=(*others, replace(last, products=twice)))


def changed_product(model: Model) -> Model:
    *others, last = model.processes
    return replace(model, processes=(*others, replace(last, products=last.reactants)))


def changed_volume(model: Model) -> Model:
    first, *others = model.places
    return replace(model, places=(replace(first, volume=number(1, "nL")), *others))


def changed_amount(model: Model) -> Model:
    forms = [replace(f, initial=number(3, "nM")) if f.id == "IRS1" else f for f in model.forms]
    return replace(model, forms=tuple(forms))


def held_constant(model: Model) -> Model:
    return replace(model, forms=tuple(replace(form, fixed=form.id == "IRS1") for form in model.forms))


def with_a_switch(model: Model) -> Model:
    return replace(model, switches=(Switch("doubt", "doubt", True, "why"),))


def with_a_switch_off(model: Model) -> Model:
    return replace(model, switches=(Switch("doubt", "doubt", False, "why"),))


CHANGES = [
    changed_constant, changed_unit, changed_law, changed_stoichiometry, changed_product, changed_volume,
    changed_amount, held_constant, with_a_switch, with_a_switch_off,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_that_moves_the_steady_state_makes_it_stale(change: Callable[[Model], Model], tmp_path: Path) -> None:
    baseline.write(TINY, REST, tmp_path)
    assert baseline.state(TINY, tmp_path) == "fresh"
    assert baseline.state(change(TINY), tmp_path) == "stale"


def test_every_change_has_a_fingerprint_of_its_own() -> None:
    prints = {baseline.fingerprint(one) for one in (TINY, *(change(TINY) for change in CHANGES))}
    assert len(prints) == len(CHANGES) + 1


def test_a_change_of_words_or_sources_does_not_make_it_stale(tmp_path: Path) -> None:
    baseline.write(TINY, REST, tmp_path)
    words = replace(TINY, description="In other words.", modified="2030-01-01T00:00:00Z")
    same = tuple(replace(c, quantity=replace(c.quantity, at="Table 9"), name=f"new {c.name}") for c in words.constants)
    assert baseline.state(replace(words, constants=same), tmp_path) == "fresh"


def test_a_value_that_is_written_in_another_unit_is_the_same_value(tmp_path: Path) -> None:
    baseline.write(TINY, REST, tmp_path)
    forms = [replace(f, initial=number(f.initial.value, f.initial.unit)) for f in TINY.forms]
    assert baseline.state(replace(TINY, forms=tuple(forms)), tmp_path) == "fresh"
    places = [replace(p, volume=number(0.0015, "nL")) if p.id == "cytosol" else p for p in TINY.places]
    assert baseline.state(replace(TINY, places=tuple(places)), tmp_path) == "fresh"


def test_a_model_without_a_stored_steady_state_starts_as_declared(tmp_path: Path) -> None:
    assert baseline.state(TINY, tmp_path) == "none"
    assert baseline.apply(TINY, tmp_path) == TINY


def test_a_stored_steady_state_is_applied_with_its_provenance(tmp_path: Path) -> None:
    baseline.write(TINY, REST, tmp_path)
    forms = {form.id: form for form in baseline.apply(TINY, tmp_path).forms}
    receptor = forms["IGF1R"].initial
    assert (receptor.value, receptor.unit, receptor.basis) == (20.5, "nM", Basis.DERIVED)
    assert receptor.source == tiny.ERDEM_2021
    assert receptor.why == f"{baseline.WHY}; declared total 25000 molecules"
    assert forms["IGF1R_IGF1"].initial.why == baseline.WHY
    assert forms["IRS1_pY"].initial.value == 0.333333
    assert forms["IGF1R_active"].initial.value == 1e-7


def test_a_dose_stays_as_it_was_declared(tmp_path: Path) -> None:
    baseline.write(TINY, REST | {"IGF1": 0.0}, tmp_path)
    assert "\nIGF1\t" not in baseline.table(TINY, tmp_path).read_text(encoding="utf-8")
    assert next(f for f in baseline.apply(TINY, tmp_path).forms if f.id == "IGF1").initial == TINY.forms[0].initial


def test_an_input_that_the_model_makes_itself_has_a_start_of_its_own(tmp_path: Path) -> None:
    baseline.write(TINY, REST | {"IGF1": 9.0}, tmp_path)
    assert next(f for f in baseline.apply(TINY, tmp_path).forms if f.id == "IGF1").initial.value == 9.0


def test_a_form_that_the_table_does_not_know_keeps_its_own_amount(tmp_path: Path) -> None:
    baseline.table(TINY, tmp_path).write_text("# model x\nform\tnM\nIRS1\t4\n", encoding="utf-8")
    forms = {form.id: form.initial for form in baseline.apply(TINY, tmp_path).forms}
    assert forms["IRS1"].value == 4
    assert forms["IGF1R"] == from_model(25000, "molecules", tiny.ERDEM_2021)


@pytest.mark.parametrize("text", ["", "# model x\nform\tnM\n<<<<<<< HEAD\n", "# model x\nform\tnM\nIRS1\tmuch\n"])
def test_a_broken_table_is_told_by_its_name(text: str, tmp_path: Path) -> None:
    path = baseline.table(TINY, tmp_path)
    path.write_text(text, encoding="utf-8")
    assert baseline.state(TINY, tmp_path) == "stale"
    if text:
        with pytest.raises(ValueError, match=r"tiny\.tsv .*igf1r-model baseline"):
            baseline.apply(TINY, tmp_path)


def test_the_command_stores_the_steady_states_of_a_file_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("roadrunner")
    file = tmp_path / "mine.py"
    file.write_text(Path(tiny.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    assert cli.main(["baseline", str(file)]) == 0
    assert capsys.readouterr().out == "tiny.tsv written\n"
    assert baseline.state(TINY, tmp_path / "baseline") == "fresh"


def test_a_model_that_never_rests_is_one_clear_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def restless(text: str, name: str) -> None:
        raise SimulationError(f"{name}: no steady state")

    monkeypatch.setattr("igf1r_model.simulate.steady_state", restless)
    file = tmp_path / "mine.py"
    file.write_text(Path(tiny.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    assert cli.main(["baseline", str(file)]) == 1
    assert capsys.readouterr().err == "igf1r-model: tiny: no steady state\n"
    assert not (tmp_path / "baseline").exists()
