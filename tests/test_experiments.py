"""Experiments as they are written: what the words mean, what is wrong is told, and what is in the file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import turnover
import verb_models as v
from turnover import EGF, HUNGRY, IGF1, k_lost, kinase

from igf1r_model.assembly import Plan, assemble
from igf1r_model.dsl import (
    Switch,
    add,
    arm,
    days,
    dose,
    doses,
    experiment,
    hours,
    minutes,
    published,
    published_doses,
    scaled,
    switched_to,
)
from igf1r_model.exporters.experiments import RULES, export
from igf1r_model.issues import PathwayError
from igf1r_model.loading import assembled
from igf1r_model.model import Model
from igf1r_model.protocol import Act, Arm, Change, Datum, Experiment, Series

HALF = scaled(k_lost, 0.5, why="half is lost")
TREATED = (arm("control"), arm("treated", dose(IGF1, 10)))


def an_experiment(id: str = "trial", **how: Any) -> Experiment:
    return experiment(id, "Trial", "Is it so?", **{"reads": "totalAKT kinase", "arms": TREATED, "until": 100, **how})


# What the words mean.


def test_times_are_seconds() -> None:
    assert (minutes(2), hours(2), days(2)) == (120, 7200, 172_800)


def test_changes() -> None:
    assert dose(IGF1, 10) == dose("IGF1", 10) == Change("IGF1", Act.SET, 10, "nM", 0.0)
    assert add(IGF1, 3, at=60) == Change("IGF1", Act.ADD, 3, "nM", 60)
    assert scaled(k_lost, 0.1, why="siRNA", at=5) == Change("k_lost", Act.SCALE, 0.1, "dimensionless", 5, "siRNA")
    assert switched_to("gate", True, why="x") == Change("gate", Act.SET, 1.0, "dimensionless", 0.0, "x")
    assert switched_to(Switch("gate", "gate", True, "x"), False, why="x").value == 0.0


def test_an_arm_takes_blocks_of_changes_as_written_and_is_named_after_its_id() -> None:
    block = (HALF, add(EGF, 1))
    assert arm("two_drugs", dose(IGF1, 1), block, dose(EGF, 2), context="hungry", cell=[HALF]) == Arm(
        "two_drugs", "two drugs", (dose(IGF1, 1), HALF, add(EGF, 1), dose(EGF, 2)), "hungry", (HALF,)
    )
    assert arm("a", name="in full").name == "in full"


def test_a_series_and_published_numbers() -> None:
    assert doses(IGF1, 1, 10, at=60) == Series("IGF1", (1.0, 10.0), 60)
    assert published("a", kinase, {0: 1.0, 60: 2.0}, 0.1, scale="blot") == (
        Datum("a", "kinase", 0, 1.0, 0.1, scale="blot"),
        Datum("a", "kinase", 60, 2.0, 0.1, scale="blot"),
    )
    (point,) = published_doses("a", "kinase", {10: 0.5}, 0.1, at=60)
    assert point == Datum("a", "kinase", 60, 0.5, 0.1, dose=10)


@pytest.mark.parametrize(
    ("how", "times"),
    [
        ({"until": 100}, (100,)),
        ({"until": 60, "every": 20}, (0, 20, 40, 60)),
        ({"until": 50, "every": 20}, (0, 20, 40, 50)),
        ({"until": 0, "times": (30, 10)}, (10, 30)),
        ({"until": 40, "every": 20, "times": (30, 20)}, (0, 20, 30, 40)),
    ],
)
def test_when_it_is_read(how: dict[str, Any], times: tuple[float, ...]) -> None:
    assert an_experiment(**how).times == times


# What is wrong is told.


def read_of(data: Datum, **how: Any) -> Experiment:
    return an_experiment(data=[data], **how)


DATUM = Datum("treated", "kinase", 100, 1.0, 0.1)
WRONG = [
    (an_experiment("my trial"), "my trial", "'my trial' given; the id of an experiment is a letter, then letters"),
    (an_experiment("a__b"), "a__b", "single underscores"),
    (an_experiment("2nd"), "2nd", "is a letter"),
    (an_experiment("größe"), "größe", "is a letter"),
    (an_experiment("_a"), "_a", "is a letter"),
    (an_experiment("a_"), "a_", "single underscores, none at the end"),
    (an_experiment(arms=[arm("10 nM")]), "trial.10 nM", "'10 nM' given; the id of an arm is a letter, then letters"),
    (an_experiment(arms=[arm("a__b")]), "trial.a__b", "'a__b' given; the id of an arm is a letter"),
    (an_experiment(arms=[arm("../a")]), "trial.../a", "'../a' given; the id of an arm is a letter"),
    (an_experiment(arms=[arm("")]), "trial.", "'' given; the id of an arm is a letter"),
    (
        an_experiment(arms=[arm("a"), arm("A")]),
        "trial.A", "trial.a would have files of the same name, trial__A; ids must differ in more than capitals",
    ),
    (an_experiment("good_", arms=[arm("a"), arm("b"), arm("b")]), "good_.b", "two arms have this id"),
    (an_experiment(arms=()), "trial", "needs arms and something to read"),
    (an_experiment(reads=""), "trial", "needs arms and something to read"),
    (an_experiment(arms=(arm("a"), arm("a"))), "trial.a", "two arms have this id"),
    (an_experiment(reads="pAKT"), "trial.pAKT", "turns_over has no observable or form that can be read by this id"),
    (an_experiment(reads="k_lost"), "trial.k_lost", "no observable or form"),
    (an_experiment(arms=[arm("a", context="full")]), "trial.a", "no context is called 'full'; there are hungry"),
    (an_experiment(arms=[arm("a", dose("IGF9", 1))]), "trial.a", "has no form, constant or switch 'IGF9'"),
    (an_experiment(arms=[arm("a", cell=[dose("IGF9", 1)])]), "trial.a", "has no form, constant or switch 'IGF9'"),
    (an_experiment(arms=[arm("a", dose("totalAKT", 1))]), "trial.a", "has no form, constant or switch 'totalAKT'"),
    (an_experiment(arms=[arm("a", dose("k_lost", 1))]), "trial.a", "k_lost is a constant; a dose in nM is for forms"),
    (an_experiment(series=doses("k_lost", 1, 2)), "trial", "the dose that is varied, 'k_lost', is no form"),
    (an_experiment(series=doses("IGF9", 1, 2)), "trial", "the dose that is varied, 'IGF9', is no form"),
    (an_experiment(series=doses(IGF1, 1, at=100)), "trial", "IGF1, is set at 100 s; allowed is from 0 to before the"),
    (an_experiment(series=doses(IGF1, 1, at=-1)), "trial", "IGF1, is set at -1 s; allowed is from 0 to before the end"),
    (an_experiment(series=doses(IGF1, -1, 2)), "trial", "the doses of a series are 0 or more, each higher than"),
    (an_experiment(series=doses(IGF1, 1, 1)), "trial", "each higher than the one before; given are 1, 1"),
    (an_experiment(series=doses(IGF1, 10, 1)), "trial", "each higher than the one before; given are 10, 1"),
    (an_experiment(series=doses(IGF1, 1, float("nan"))), "trial", "the doses of a series are 0 or more"),
    (an_experiment(series=doses(IGF1)), "trial", "given are none"),
    (an_experiment(until=0), "trial", "needs times after 0 at which it is read"),
    (an_experiment(until=0, times=(-5, 10)), "trial", "needs times after 0"),
    (an_experiment(arms=[arm("a", dose(IGF1, 1, at=100))]), "trial.a", "IGF1 changes at 100 s; the arm ends at 100 s"),
    (an_experiment(arms=[arm("a", dose(IGF1, 1, at=-1))]), "trial.a", "IGF1 changes at -1 s"),
    (an_experiment(arms=[arm("a", dose(IGF1, -1))]), "trial.a", "IGF1: -1 is less than nothing"),
    (
        an_experiment(arms=[arm("a", cell=[scaled(k_lost, 2, why="x", at=5)])]),
        "trial.a", "what the cell is changes before time 0; at= is for later changes",
    ),
    (read_of(replace(DATUM, arm="other")), "trial", "the published kinase of other at 100 s is not among what is read"),
    (read_of(replace(DATUM, read="EGF")), "trial", "the published EGF of treated at 100 s is not among"),
    (read_of(replace(DATUM, at=50)), "trial", "the published kinase of treated at 50 s is not among"),
    (read_of(replace(DATUM, dose=3)), "trial", "is not among what is read"),
    (read_of(replace(DATUM, dose=3), series=doses(IGF1, 1, 2)), "trial", "is not among what is read"),
    (read_of(DATUM, series=doses(IGF1, 1, 2)), "trial", "is not among what is read"),
    (read_of(replace(DATUM, error=0)), "trial", "the published kinase of treated needs an error above 0"),
]  # fmt: skip


def plan(*described: Experiment) -> Plan:
    return Plan(
        "turns_over", "Turnover", (turnover.module,), "Turnover.", turnover.DATE, turnover.DATE, turnover.TERMS,
        contexts=(HUNGRY,), experiments=described,
    )  # fmt: skip


@pytest.mark.parametrize(("wrong", "where", "words"), WRONG, ids=lambda one: one if isinstance(one, str) else "")
def test_what_is_wrong_is_told_with_its_place(wrong: Experiment, where: str, words: str) -> None:
    with pytest.raises(PathwayError) as caught:
        assemble(plan(an_experiment("good"), wrong))
    told = [issue for issue in caught.value.issues if words in issue.message]
    assert [issue.where for issue in told] == [where]
    assert told[0].origin.split(":")[0].endswith("test_experiments.py")


@pytest.mark.parametrize("other", ["trial", "Trial"])
def test_two_experiments_of_one_id_are_told(other: str) -> None:
    with pytest.raises(PathwayError, match="two experiments have this id"):
        assemble(plan(an_experiment("trial"), an_experiment(other)))


def test_two_experiments_whose_arms_would_share_files_are_told() -> None:
    one, other = an_experiment("a_", arms=[arm("b")]), an_experiment("a", arms=[arm("_b")])
    with pytest.raises(PathwayError) as caught:
        assemble(plan(one, other))
    told = {issue.where: issue.message for issue in caught.value.issues}
    assert told["a._b"].startswith("a_.b would have files of the same name, a___b")


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(PathwayError) as caught:
        assemble(plan(an_experiment(reads="pAKT pERK"), an_experiment("other", until=0)))
    assert len(caught.value.issues) == 3


def test_good_experiments_are_no_issue() -> None:
    data = published("treated", kinase, {100: 20}, 1)
    timed = arm("timed", dose(IGF1, 1), dose(IGF1, 0, at=99), context="hungry", cell=[HALF])
    assert assemble(plan(an_experiment(data=[data]), an_experiment("other", arms=[timed], series=doses(EGF, 0, 1))))


# What is in the file.


def told(model: Model) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(export(model))
    return content


def test_the_file_says_all_that_a_simulator_must_know() -> None:
    treated = arm("treated", dose(IGF1, 10), scaled(k_lost, 2, why="a block", at=50), cell=[HALF])
    one = an_experiment(
        arms=[treated], every=50, series=doses(EGF, 0, 2, at=50), sources=(v.PAPER,),
        data=[published_doses("treated", kinase, {2: 1.5}, 0.5, at=100, scale="blot")],
    )  # fmt: skip
    content = told(replace(assemble(plan()), experiments=(one,)))  # PEtab could not say this, so no plan may
    assert list(content) == ["model", "rules", "inputs", "contexts", "rests", "experiments"]
    assert (content["model"], content["rules"], content["inputs"]) == ("turns_over", RULES, ["IGF1", "EGF"])
    block = {"at": 0.0, "target": "k_lost", "act": "scale", "value": 0.5, "unit": "dimensionless"}
    assert content["experiments"] == [
        {
            "id": "trial", "name": "Trial", "question": "Is it so?", "sources": ["pubmed:19225456"],
            "reads": [{"id": "totalAKT", "unit": "nM"}, {"id": "kinase", "unit": "nM"}],
            "times": [0.0, 50.0, 100], "series": {"target": "EGF", "unit": "nM", "values": [0.0, 2.0], "at": 50},
            "arms": [
                {
                    "id": "treated", "name": "treated", "context": "", "cell": [{**block, "why": "half is lost"}],
                    "changes": [
                        {"at": 0.0, "target": "IGF1", "act": "set", "value": 10, "unit": "nM"},
                        {**block, "at": 50, "value": 2, "why": "a block"},
                    ],
                }
            ],
            "data": [
                {"arm": "treated", "read": "kinase", "at": 100, "value": 1.5, "error": 0.5, "dose": 2, "scale": "blot"}
            ],
        }
    ]  # fmt: skip


def test_a_context_stands_in_the_file_if_it_is_used_its_doses_apart() -> None:
    assert told(assemble(plan(an_experiment())))["contexts"] == {}
    content = told(assemble(plan(an_experiment(arms=[arm("a", context="hungry")]))))
    assert content["contexts"] == {
        "hungry": {
            "name": "hungry",
            "values": {"k_lost": 2 * turnover.LOST, "kinase": turnover.REST / 2},
            "doses": {"IGF1": 5.0, "EGF": 4.0},
        }
    }


def test_numbers_of_contexts_are_coherent_whatever_they_were_written_in() -> None:
    fed = replace(HUNGRY, settings=(replace(HUNGRY.settings[2], quantity=v.number(2, "uM")),))
    model = assemble(replace(plan(an_experiment(arms=[arm("a", context="hungry")])), contexts=(fed,)))
    assert told(model)["contexts"]["hungry"]["doses"] == {"IGF1": 2000.0}


def test_a_model_without_experiments_has_a_file_that_says_so() -> None:
    content = told(assembled(v.plan("alone", turnover.module)))
    assert (content["experiments"], content["contexts"]) == ([], {})
