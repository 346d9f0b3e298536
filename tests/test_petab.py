"""The PEtab problem says what is fitted: its tables, value by value, and what PEtab's own software makes of them."""

from __future__ import annotations

from dataclasses import replace

import fit_models as f
import pytest

from igf1r_model.dsl import add, arm, dose, experiment, published, scaled, switched_to
from igf1r_model.exporters import petab
from igf1r_model.loading import assembled
from igf1r_model.model import Fit, Model
from igf1r_model.protocol import Experiment

CONDITIONS = """\
conditionId ligand k__is_lost k__lit_is_lost
rest 0 0.0005 0.0005
rest__resting__more 0 0.000125 0.000125
rest__rich 0 0.0005 0.0005
course__dosed 10 0.0005 0.0005
resting__none NaN 0.0005 0.0005
resting__more NaN 0.000125 0.000125
response__dosed__dose1 1 0.0005 0.0005
response__dosed__dose2 10 0.0005 0.0005
response__dosed__dose3 100 0.0005 0.0005
"""
OBSERVABLES = """\
observableId|observableName|observableFormula|noiseFormula
obs_active__blot|active, relative (blot)|scale__blot * active|noiseParameter1_obs_active__blot
obs_kinase|kinase|kinase|noiseParameter1_obs_kinase
obs_active|active|active|noiseParameter1_obs_active
"""
PARAMETERS = """\
parameterId|parameterName|parameterScale|lowerBound|upperBound|nominalValue|estimate|objectivePriorType|objectivePriorParameters
k__is_activated|k of is activated|log10|5e-05|0.005|0.0005|1|parameterScaleNormal|-3.30102999566398;0.5
k__falls_back|k of falls back|log10|8.33333333333e-05|0.00833333333333|0.000833333333333|1|parameterScaleNormal|-3.0791812460478;0.5
k__is_made|k of is made|log10|0.002|0.2|0.02|1|parameterScaleNormal|-1.69897000433602;0.5
scale__blot|factor of the data called blot|log10|1e-09|1e+09|1|1||
"""  # noqa: E501


def model(*experiments: Experiment) -> Model:
    return assembled(f.plan(f.THREE, experiments) if experiments else f.PLAN)


def table(name: str, of: Model) -> list[list[str]]:
    return [line.split("\t") for line in petab.files(of)[f"petab/fits/{name}.tsv"].splitlines()]


def test_the_tables_are_these() -> None:
    files = petab.files(model())
    assert files["petab/fits/conditions.tsv"] == CONDITIONS.replace(" ", "\t")
    assert files["petab/fits/observables.tsv"] == OBSERVABLES.replace("|", "\t")
    assert files["petab/fits/parameters.tsv"] == PARAMETERS.replace("|", "\t")
    assert "      - ../../fits.xml\n" in files["petab/fits/problem.yaml"]
    assert "petab/fits/objective.tsv" not in files


def test_every_published_number_is_a_measurement() -> None:
    rows = table("measurements", model())
    assert len(rows) == 1 + 11
    assert rows[2] == ["obs_active__blot", "rest", "course__dosed", "11.1267132700269", "120", "0.15"]
    assert rows[8][:4] == ["obs_kinase", "rest__resting__more", "resting__more", "80"]
    assert rows[11][:3] == ["obs_active", "rest__rich", "response__dosed__dose3"]


def test_what_was_calibrated_is_told() -> None:
    fit = replace(model(), fit=Fit(1.25, 0.5, (("blot", 3.5),)))
    assert table("objective", fit) == [["misfit", "penalty"], ["1.25", "0.5"]]
    assert table("parameters", fit)[-1][5] == "3.5"


def test_a_model_without_data_has_no_files() -> None:
    assert petab.files(assembled(f.plan(f.THREE, ()))) == {}
    assert any("without data" in line for line in petab.LOSES)


def one(*changes: object, cell: tuple[object, ...] = (), context: str = "") -> list[list[str]]:
    """The conditions of an arm with data."""
    here = arm("a", *changes, cell=cell, context=context)  # type: ignore[arg-type]
    data = published("a", "active", {60.0: 1.0}, 0.1)
    return table(
        "conditions", model(experiment("e", "e", "e?", reads="active", times=(0, 60), arms=(here,), data=data))
    )


def test_a_dose_of_the_context_is_given_after_the_rest() -> None:
    assert one(context="rich") == [["conditionId", "ligand"], ["rest__rich", "0"], ["e__a", "2"]]
    assert one(dose("ligand", 7), context="rich")[2] == ["e__a", "7"]


def test_a_block_acts_after_the_rest_and_a_knock_down_before() -> None:
    block = scaled("k__is_lost", 0.5, why="an example")
    assert one(block) == [["conditionId", "k__is_lost"], ["rest", "0.0005"], ["e__a", "0.00025"]]
    assert one(cell=(block,))[1:] == [["rest__e__a", "0.00025"], ["e__a", "0.00025"]]
    assert one(block, cell=(block,))[1:] == [["rest__e__a", "0.00025"], ["e__a", "0.000125"]]


def test_changes_are_made_in_the_order_given() -> None:
    both = scaled("k__is_lost", 0.5, why="a"), scaled("k__is_lost", 0.5, why="b")
    assert one(*both)[2] == ["e__a", "0.000125"]


def test_two_treatments_of_one_cell_rest_once() -> None:
    arms = (arm("a", dose("ligand", 1)), arm("b", dose("ligand", 2)))
    data = (*published("a", "active", {60.0: 1.0}, 0.1), *published("b", "active", {60.0: 1.0}, 0.1))
    rows = table("conditions", model(experiment("e", "e", "e?", reads="active", times=(60,), arms=arms, data=data)))
    assert [row[0] for row in rows] == ["conditionId", "rest", "e__a", "e__b"]


def test_arms_without_data_are_left_out() -> None:
    assert not any("without_data" in row[0] for row in table("conditions", model()))


@pytest.mark.parametrize("change", [add("ligand", 1), switched_to("nothing", True, why="so")])
def test_what_it_cannot_say_never_gets_there(change: object) -> None:
    with pytest.raises(ValueError, match=r"must be set with dose|no form, constant or switch"):
        one(change)


def test_an_estimated_constant_that_a_condition_sets_is_searched_under_another_id() -> None:
    off = scaled("k__is_made", 0, why="an example")
    rows = one(off)
    assert rows == [["conditionId", "k__is_made"], ["rest", "fit__k__is_made"], ["e__a", "0"]]
    here = arm("a", off)
    data = published("a", "active", {60.0: 1.0}, 0.1)
    made = experiment("e", "e", "e?", reads="active", times=(0, 60), arms=(here,), data=data)
    assert [row[0] for row in table("parameters", model(made))][1:] == [
        "k__is_activated",
        "k__falls_back",
        "fit__k__is_made",
    ]


def test_a_protein_that_a_cell_has_lost_is_absent_before_it_rests() -> None:
    lost = scaled("kinase", 0, why="an example")
    assert one(cell=(lost,)) == [["conditionId", "kinase"], ["rest__e__a", "0"], ["e__a", "NaN"]]
