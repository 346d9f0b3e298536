"""Antimony brings the model back, and the judge finds everything that would be different."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import helpers
import pytest
from conftest import DATA

from igf1r_validation import antimony_round_trip as antimony_judge

libsbml = pytest.importorskip("libsbml")
pytest.importorskip("antimony")

MODEL = "igf1r_core"  # has events, assignment rules, modifiers, switches


@cache
def sbml() -> str:
    """The core model, as the judge hands it to Antimony."""
    return antimony_judge.bare(helpers.exported("sbml", MODEL))


def altered(change: Callable[[Any], object]) -> str:
    """The core model after a change by libSBML."""
    document = libsbml.readSBMLFromString(sbml())
    change(document.getModel())
    return str(libsbml.writeSBMLToString(document))


def formula(text: str) -> Any:
    """A formula as libSBML holds it."""
    return libsbml.parseL3Formula(text)


# What is changed, and the element and field that the judge must name.
DEFECTS: dict[str, tuple[Callable[[Any], object], str, str]] = {
    "initial value": (
        lambda model: model.getSpecies("IRS1").setInitialConcentration(1.25),
        "species IRS1",
        "initial concentration",
    ),
    "an amount for a concentration": (
        lambda model: model.getSpecies("IRS1").setInitialAmount(1.25),
        "species IRS1",
        "initial amount",
    ),
    "place": (
        lambda model: model.getSpecies("IRS1").setCompartment("nucleus"),
        "species IRS1",
        "compartment",
    ),
    "amounts in formulas": (
        lambda model: model.getSpecies("IRS1").setHasOnlySubstanceUnits(True),
        "species IRS1",
        "only substance units",
    ),
    "boundary": (
        lambda model: model.getSpecies("IRS1").setBoundaryCondition(True),
        "species IRS1",
        "boundary condition",
    ),
    "constant species": (lambda model: model.getSpecies("IRS1").setConstant(True), "species IRS1", "constant"),
    "species lost": (lambda model: model.removeSpecies("IRS1"), "species IRS1", "element"),
    "volume": (lambda model: model.getCompartment("cytosol").setSize(1e-12), "compartment cytosol", "size"),
    "dimensions": (
        lambda model: model.getCompartment("cytosol").setSpatialDimensions(2),
        "compartment cytosol",
        "dimensions",
    ),
    "constant": (lambda model: model.getParameter("K_PIP3_T308").setValue(9.0), "parameter K_PIP3_T308", "value"),
    "no value": (lambda model: model.getParameter("K_PIP3_T308").unsetValue(), "parameter K_PIP3_T308", "value"),
    "unit": (lambda model: model.getParameter("K_PIP3_T308").setUnits("second"), "parameter K_PIP3_T308", "units"),
    "no constant": (
        lambda model: model.getParameter("K_PIP3_T308").setConstant(False),
        "parameter K_PIP3_T308",
        "constant",
    ),
    "scale of a unit": (
        lambda model: model.getUnitDefinition("unit__nM").getUnit(0).setScale(-6),
        "unit unit__nM",
        "factors",
    ),
    "model unit": (lambda model: model.setTimeUnits("unit__nM"), "model", "Time"),
    "stoichiometry": (
        lambda model: model.getReaction("IGF1_binds_IGFBP3").getReactant(0).setStoichiometry(2),
        "reaction IGF1_binds_IGFBP3",
        "reactants",
    ),
    "product lost": (
        lambda model: model.getReaction("IGF1_binds_IGFBP3").removeProduct(0),
        "reaction IGF1_binds_IGFBP3",
        "products",
    ),
    "modifier lost": (
        lambda model: model.getReaction("S6K_acts_on_IRS1").removeModifier(0),
        "reaction S6K_acts_on_IRS1",
        "modifiers",
    ),
    "reversible": (
        lambda model: model.getReaction("S6K_acts_on_IRS1").setReversible(True),
        "reaction S6K_acts_on_IRS1",
        "reversible",
    ),
    "rate law": (
        lambda model: model.getReaction("S6K_acts_on_IRS1").getKineticLaw().setMath(formula("cytosol * 2")),
        "reaction S6K_acts_on_IRS1",
        "law",
    ),
    "rate law lost": (
        lambda model: model.getReaction("S6K_acts_on_IRS1").unsetKineticLaw(),
        "reaction S6K_acts_on_IRS1",
        "law",
    ),
    "rule": (
        lambda model: model.getRuleByVariable("pAKT").setMath(formula("2 * pAKT_S473")),
        "assignmentRule pAKT",
        "formula",
    ),
    "rule lost": (lambda model: model.removeRuleByVariable("pAKT"), "assignmentRule pAKT", "element"),
    "trigger": (
        lambda model: model.getEvent("dose__IGF1").getTrigger().setMath(formula("time > dose__IGF1__time")),
        "event dose__IGF1",
        "trigger",
    ),
    "first moment": (
        lambda model: model.getEvent("dose__IGF1").getTrigger().setInitialValue(True),
        "event dose__IGF1",
        "initial value",
    ),
    "persistence": (
        lambda model: model.getEvent("dose__IGF1").getTrigger().setPersistent(False),
        "event dose__IGF1",
        "persistent",
    ),
    "trigger time": (
        lambda model: model.getEvent("dose__IGF1").setUseValuesFromTriggerTime(False),
        "event dose__IGF1",
        "values from trigger time",
    ),
    "dose": (
        lambda model: model.getEvent("dose__IGF1").getEventAssignment(0).setMath(formula("2 * dose__IGF1__nM")),
        "event dose__IGF1",
        "assignments",
    ),
    "dose of another": (
        lambda model: model.getEvent("dose__IGF1").getEventAssignment(0).setVariable("IGF2"),
        "event dose__IGF1",
        "assignments",
    ),
    "event lost": (lambda model: model.removeEvent("dose__IGF1"), "event dose__IGF1", "element"),
    "delay": (
        lambda model: model.getEvent("dose__IGF1").createDelay().setMath(formula("3")),
        "event dose__IGF1",
        "delay",
    ),
    "priority": (
        lambda model: model.getEvent("dose__IGF1").createPriority().setMath(formula("3")),
        "event dose__IGF1",
        "priority",
    ),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_is_found_where_it_is(defect: str) -> None:
    change, subject, rule = DEFECTS[defect]
    found = {(one.subject, one.rule) for one in antimony_judge.differences(sbml(), altered(change))}
    assert (subject, rule) in found
    assert {one for one, _ in found} == {subject}


@pytest.mark.parametrize("kind", ["initial assignment", "function", "rateRule"])
def test_what_was_not_there_before_is_found(kind: str) -> None:
    def add(model: Any) -> None:
        made = {
            "initial assignment": model.createInitialAssignment,
            "function": model.createFunctionDefinition,
            "rateRule": model.createRateRule,
        }[kind]()
        made.setMath(formula("lambda(x, x)" if kind == "function" else "2"))
        name = {"initial assignment": "setSymbol", "function": "setId", "rateRule": "setVariable"}[kind]
        getattr(made, name)("extra")

    (found,) = antimony_judge.differences(sbml(), altered(add))
    assert (found.subject, found.message) == (f"{kind} extra", "was not there before")


def test_the_same_said_differently_is_no_defect() -> None:
    def again(model: Any) -> None:
        unit = model.getUnitDefinition("unit__nM").getUnit(0)
        unit.setMultiplier(1e-9)
        unit.setScale(0)
        reactant = model.getReaction("IGF1_binds_IGFBP3").getReactant(0)
        reactant.setId("another_id")

    assert list(antimony_judge.differences(sbml(), altered(again))) == []


def test_the_model_comes_back(tmp_path: Path) -> None:
    (tmp_path / f"{MODEL}.xml").write_text(helpers.exported("sbml", MODEL), encoding="utf-8")
    verdict = antimony_judge.judge(tmp_path, MODEL)
    assert verdict.findings == ()
    assert verdict.status == "passed"
    assert "143 reaction" in verdict.detail
    assert "388 of 388 notes" in verdict.detail


def test_the_small_model_comes_back(tmp_path: Path) -> None:
    shutil.copy(DATA / "tiny.xml", tmp_path)
    assert antimony_judge.judge(tmp_path, "tiny").findings == ()


def test_what_antimony_changes_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = antimony_judge.to_antimony
    monkeypatch.setattr(antimony_judge, "to_antimony", lambda text: real(text).replace("IRS1 = ", "IRS1 = 1", 1))
    shutil.copy(DATA / "tiny.xml", tmp_path)
    verdict = antimony_judge.judge(tmp_path, "tiny")
    assert [(one.subject, one.rule) for one in verdict.findings] == [("species IRS1", "initial concentration")]
    assert verdict.status == "failed"


def test_what_antimony_cannot_read_fails(tmp_path: Path) -> None:
    (tmp_path / "tiny.xml").write_text("<html/>", encoding="utf-8")
    verdict = antimony_judge.judge(tmp_path, "tiny")
    assert [one.rule for one in verdict.findings] == ["antimony"]
    assert verdict.status == "failed"


def test_text_that_is_no_antimony_is_told() -> None:
    with pytest.raises(antimony_judge.AntimonyError, match="syntax"):
        antimony_judge.of_antimony("model a\n this is no model ((\nend")


def test_without_the_file_it_does_not_run(tmp_path: Path) -> None:
    verdict = antimony_judge.judge(tmp_path, "tiny")
    assert (verdict.status, verdict.detail) == ("not run", "missing: tiny.xml")
