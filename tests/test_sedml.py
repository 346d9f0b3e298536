"""SED-ML: which arms have a file, what starts where in it, when it is read, and what is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import helpers
import pytest
import turnover as t
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from igf1r_model.assembly import Plan, assemble
from igf1r_model.dsl import add, arm, dose, doses, experiment, paper, scaled
from igf1r_model.exporters import sedml
from igf1r_model.model import Model
from igf1r_model.protocol import Arm, Change, Experiment

SEDML = "{http://sed-ml.org/sed-ml/level1/version4}"
HALF = scaled("k_lost", 0.5, why="an example")
REST = (("kinase", 40.0), ("EGF", 0.25))


def model(*experiments: Experiment) -> Model:
    plan = Plan("turns_over", "Turnover", (t.module,), "Turnover.", t.DATE, t.DATE, t.TERMS, contexts=(t.HUNGRY,),
                experiments=experiments)  # fmt: skip
    return assemble(plan)


def trial(*arms: Arm, reads: str = "totalAKT", times: Sequence[float] = (0, 100), **more: Any) -> Experiment:
    return experiment("trial", "Trial", "Is it so?", reads=reads, times=times, arms=arms, **more)


def one(*changes: Change, **how: Any) -> etree._Element:
    """The file of an arm with these changes."""
    (text,) = sedml.files(model(trial(arm("a", *changes, **how)))).values()
    return etree.fromstring(text.encode())


def rested(cell: Iterable[Change], *changes: Change, context: str = "") -> etree._Element:
    """The file of an arm with a changed cell, whose rest is known."""
    made = model(trial(arm("a", *changes, cell=tuple(cell), context=context)))
    here = replace(made.experiments[0].arms[0], rest=REST)
    (text,) = sedml.files(replace(made, experiments=(replace(made.experiments[0], arms=(here,)),))).values()
    return etree.fromstring(text.encode())


def values(root: etree._Element) -> dict[str, str]:
    """What is changed, by the last part of the path."""
    found = root.iter(f"{SEDML}changeAttribute")
    return {one.get("target", "").rpartition("sbml:")[2]: one.get("newValue", "") for one in found}


def attributes(root: etree._Element, tag: str, name: str) -> list[str]:
    return [one.get(name, "") for one in root.iter(f"{SEDML}{tag}")]


def species(id: str) -> str:
    return f"species[@id='{id}']/@initialConcentration"


def parameter(id: str) -> str:
    return f"parameter[@id='{id}']/@value"


# Which files there are.


def test_every_arm_is_a_file_beside_the_sbml_file() -> None:
    two = experiment("other", "Other", "And so?", reads="kinase", until=60, arms=(arm("only"),))
    files = sedml.files(model(trial(arm("a"), arm("b")), two))
    assert list(files) == [f"turns_over/{name}.sedml" for name in ("trial__a", "trial__b", "other__only")]
    assert all('source="../turns_over.xml"' in text for text in files.values())
    assert 'name="Figure 2: Other, only"' in files["turns_over/other__only.sedml"]


def test_a_model_without_experiments_has_no_files() -> None:
    assert sedml.files(model()) == {}


LOST = [
    (arm("a", replace(HALF, at=50)), {}, "k_lost is changed in the run, and is no dose"),
    (arm("a", scaled("kinase", 0.5, why="an example", at=50)), {}, "kinase is changed in the run"),
    (arm("a", *(dose("IGF1", n, at=n) for n in range(1, 5))), {}, "IGF1 is given later 4 times"),
    (arm("a", cell=[HALF]), {}, "where the changed cell comes to rest has not been computed"),
    (arm("a"), {"series": doses("IGF1", 1, 2, at=50)}, "IGF1 is varied later"),
]


@pytest.mark.parametrize(("lost", "how", "reason"), LOST)
def test_what_it_cannot_say_has_no_file_and_a_reason(lost: Arm, how: dict[str, Any], reason: str) -> None:
    described = trial(lost, **how)
    assert sedml.files(model(described)) == {}
    assert reason in sedml.left_out(described, lost, ["IGF1", "EGF", "kinase"])


def test_what_it_can_say_has_no_reason() -> None:
    here = arm("a", dose("IGF1", 1), dose("IGF1", 2, at=5), add("IGF1", 3, at=5), HALF, context="hungry")
    assert sedml.left_out(trial(here), here, ["IGF1"]) == ""


# What starts where.


def test_an_arm_of_the_model_as_it_stands_changes_nothing() -> None:
    assert values(one()) == {}
    assert not list(one().iter(f"{SEDML}listOfChanges"))


def test_a_context_is_its_values_and_its_doses() -> None:
    hungry = {species("IGF1"): "5", species("EGF"): "4", species("kinase"): "10", parameter("k_lost"): "0.001"}
    assert values(one(context="hungry")) == hungry


def test_changes_at_time_0_are_made_in_the_order_given() -> None:
    assert values(one(add("IGF1", 3), add("IGF1", 2))) == {species("IGF1"): "5"}
    assert values(one(add("IGF1", 3), dose("IGF1", 2))) == {species("IGF1"): "2"}
    assert values(one(HALF, HALF)) == {parameter("k_lost"): "0.000125"}
    assert values(one(HALF, context="hungry"))[species("IGF1")] == "5"
    assert parameter("k_lost") not in values(one(HALF, context="hungry"))  # as much as the model itself loses


def test_a_value_that_is_as_in_the_model_is_not_written() -> None:
    assert values(one(dose("IGF1", 0), dose("kinase", t.REST))) == {}


def test_a_changed_cell_starts_at_its_rest_without_doses() -> None:
    start = {species("EGF"): "0.25", species("kinase"): "40", parameter("k_lost"): "0.00025"}
    assert values(rested([HALF])) == start
    assert values(rested([HALF], dose("IGF1", 7))) == {species("IGF1"): "7", **start}


def test_a_dose_of_the_context_is_given_after_the_rest_and_before_the_changes() -> None:
    start = {species("IGF1"): "5", species("EGF"): "4", species("kinase"): "40"}
    assert values(rested([HALF], context="hungry")) == start
    assert values(rested([HALF], add("IGF1", 1), context="hungry")) == {**start, species("IGF1"): "6"}


def test_a_protein_that_a_cell_lost_is_what_it_rests_at() -> None:
    assert values(rested([scaled("kinase", 0, why="an example")]))[species("kinase")] == "40"


def test_later_doses_are_slots() -> None:
    root = one(dose("IGF1", 1), dose("IGF1", 0, at=50), add("EGF", 2, at=20), dose("IGF1", 3, at=10))
    assert values(root) == {
        species("IGF1"): "1",
        parameter("dose__IGF1__time"): "10",
        parameter("dose__IGF1__nM"): "3",
        parameter("addition__EGF__time"): "20",
        parameter("addition__EGF__nM"): "2",
        parameter("dose__IGF1__2__time"): "50",
        parameter("dose__IGF1__2__nM"): "0",
    }


# When it is read.


@pytest.mark.parametrize(
    ("times", "number"),
    [
        ((0, 60, 600), 60),  # 10 steps of a minute would be few
        ((0, 60, 3600), 60),
        ((0, 7, 21), 60),
        ((6000,), 60),
        ((0, 0.25, 1), 60),
        ((0, 30, 87_300), 2910),
        ((0, 1, 5000), 5000),
        ((0, 1, 5001), 1000),  # more than a program should keep
        ((0, 1 / 3, 1), 1000),  # no whole milliseconds
    ],
)
def test_the_steps_of_a_time_course(times: tuple[float, ...], number: int) -> None:
    assert sedml.steps(times) == number


@given(st.sets(st.integers(0, 700), min_size=1), st.integers(1, 3600))
def test_every_time_is_an_output_time(times: set[int], scale: int) -> None:
    wanted = sorted(time * scale for time in {*times, 1})
    number = sedml.steps(wanted)
    assert 60 <= number <= 5000
    assert all(time * number % wanted[-1] == 0 for time in wanted)


def test_the_time_course_is_one_that_copasi_takes() -> None:
    root = one()
    (course,) = root.iter(f"{SEDML}uniformTimeCourse")
    assert {str(name): str(value) for name, value in course.attrib.items()} == {
        "id": "simulation", "initialTime": "0", "outputStartTime": "0", "outputEndTime": "100", "numberOfSteps": "60"
    }  # fmt: skip
    assert attributes(root, "algorithm", "kisaoID") == ["KISAO:0000560"]
    given = root.iter(f"{SEDML}algorithmParameter")
    assert {one.get("kisaoID"): float(one.get("value", "")) for one in given} == {
        "KISAO:0000209": 1e-9,
        "KISAO:0000211": 1e-20,
    }


def test_a_series_repeats_the_task_for_each_dose() -> None:
    (text,) = sedml.files(model(trial(arm("a", dose("EGF", 2)), series=doses("IGF1", 0.1, 1, 10)))).values()
    root = etree.fromstring(text.encode())
    assert values(root) == {species("EGF"): "2"}
    assert [one.text for one in root.iter(f"{SEDML}value")] == ["0.1", "1", "10"]
    assert attributes(root, "setValue", "target")[0].endswith(species("IGF1"))
    assert attributes(root, "repeatedTask", "resetModel") == ["true"]
    assert attributes(root, "subTask", "task") == ["task"]
    assert set(attributes(root, "variable", "taskReference")) == {"doses"}
    assert set(attributes(one(), "variable", "taskReference")) == {"task"}


# What is drawn.


def test_there_is_a_plot_for_each_unit_and_one_report() -> None:
    (text,) = sedml.files(model(trial(arm("a"), reads="totalAKT twice kinase"))).values()
    root = etree.fromstring(text.encode())
    assert attributes(root, "plot2D", "id") == ["figure", "figure_2"]
    assert attributes(root, "plot2D", "name") == ["Figure 1: Trial, a (nM)", "Figure 1: Trial, a (dimensionless)"]
    assert attributes(root, "yAxis", "name") == ["nM", "dimensionless"]
    assert attributes(root, "curve", "name") == ["total AKT (nM)", "AKT1 (nM)", "AKT counted twice (dimensionless)"]
    assert attributes(root, "curve", "order") == ["0", "1", "0"]
    assert attributes(root, "dataSet", "label") == ["time", "totalAKT", "twice", "kinase"]
    targets = [target.rpartition("sbml:")[2] for target in attributes(root, "variable", "target") if target]
    assert targets == ["parameter[@id='totalAKT']", "parameter[@id='twice']", "species[@id='kinase']"]
    assert attributes(one(), "plot2D", "name") == ["Figure 1: Trial, a"]


def test_the_notes_tell_the_question_what_is_read_and_the_papers() -> None:
    described = trial(arm("a", name="x < y & z", context="hungry"), sources=[paper("KISELYOV_2009", 19225456)])
    (text,) = sedml.files(model(described)).values()
    root = etree.fromstring(text.encode())
    notes = ["".join(map(str, p.itertext())).strip() for p in root.iter("{http://www.w3.org/1999/xhtml}p")]
    assert notes == [
        "Is it so?",
        "Arm: x < y & z, in the context hungry.",
        "Read: total AKT (nM).",
        "Sources:\nhttps://identifiers.org/pubmed:19225456",
    ]
    assert attributes(root, "plot2D", "name") == ["Figure 1: Trial, x < y & z"]


@pytest.mark.parametrize("name", [name for name in helpers.models() if name != "tiny"])
def test_figure_1_of_every_model_is_a_series_that_changes_nothing(name: str) -> None:
    first = next(iter(sedml.files(helpers.models()[name]).items()))
    assert first[0] == f"{name}/igf1_doses__IGF1.sedml"
    assert "listOfRanges" in first[1]
    assert "changeAttribute" not in first[1]
