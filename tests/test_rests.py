"""Where changed cells of experiments rest: computed from the rest of their context, stored, applied, and written."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import tiny
import turnover
import verb_models as v
from turnover import DRIVEN, EGF, HUNGRY, IGF1, LOST, MADE, REST, k_clear, k_lost, kinase, number

from igf1r_model import baseline, build, cli
from igf1r_model.assembly import Plan
from igf1r_model.baseline_command import compute
from igf1r_model.cells import cells
from igf1r_model.dsl import Module, add, arm, dose, experiment, place, scaled
from igf1r_model.exporters import experiments, sbml
from igf1r_model.loading import assembled
from igf1r_model.model import Model
from igf1r_model.protocol import Act, Arm
from igf1r_model.simulate import SimulationError
from igf1r_model.written import read

LESS, MORE = scaled(k_lost, 2, why="siRNA"), scaled(kinase, 3, why="a vector")
FIRST = "turns_over__cell__trial__first.tsv"


def plan(*arms: Arm, modules: tuple[Module, ...] = (turnover.module,), **others: Arm) -> Plan:
    """An experiment called trial with these arms; others have one arm each and the name that is given."""
    told = {"trial": arms, **{id: (one,) for id, one in others.items()}}
    described = [experiment(id, id, "?", reads="kinase", arms=here, until=100) for id, here in told.items()]
    return Plan(
        "turns_over", "Turnover", modules, "Turnover.", turnover.DATE, turnover.DATE, turnover.TERMS,
        contexts=(HUNGRY,), experiments=tuple(described),
    )  # fmt: skip


KNOCKED = plan(
    arm("control"), arm("first", cell=[LESS]), arm("second", dose(IGF1, 5), cell=[replace(LESS, why="shRNA")]),
    arm("third", context="hungry", cell=[LESS]),
    later=arm("fourth", cell=[LESS]),
)  # fmt: skip


def cell_ids(plan: Plan) -> list[str]:
    return [one.id.removeprefix("turns_over__cell__") for one in cells(assembled(plan)).values()]


def rests(model: Model) -> dict[str, dict[str, float]]:
    return {f"{one.id}.{arm.id}": dict(arm.rest) for one in model.experiments for arm in one.arms}


def stored(path: Path) -> dict[str, str]:
    return dict(line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[2:])


# Which cells there are.


def test_a_cell_is_a_context_and_changes_and_is_called_after_its_first_arm() -> None:
    assert cell_ids(KNOCKED) == ["trial__first", "trial__third"]
    assert cell_ids(plan(arm("a"), arm("b", context="hungry"))) == []


def test_the_order_of_changes_counts() -> None:
    more = add(kinase, 1)
    assert len(cell_ids(plan(arm("a", cell=[MORE, more]), arm("b", cell=[more, MORE])))) == 2


# What makes a stored rest stale.


def prints(plan: Plan) -> list[str]:
    return [baseline.fingerprint(one) for one in cells(assembled(plan)).values()]


MARKED = {
    "another factor": plan(arm("first", cell=[replace(LESS, value=3)])),
    "another target": plan(arm("first", cell=[replace(LESS, target="k_clear")])),
    "set, not scaled": plan(arm("first", cell=[replace(LESS, act=Act.SET)])),
    "one more change": plan(arm("first", cell=[LESS, MORE])),
    "another order": plan(arm("first", cell=[MORE, LESS])),
    "another context": plan(arm("first", context="hungry", cell=[LESS])),
}


def test_what_a_cell_is_makes_its_mark() -> None:
    marks = [mark for one in (plan(arm("first", cell=[LESS])), *MARKED.values()) for mark in prints(one)]
    assert len(set(marks)) == len(marks) == 7


def test_words_and_doses_do_not() -> None:
    other = plan(arm("other", dose(EGF, 1), name="in other words", cell=[replace(LESS, why="another")]))
    assert prints(other) == prints(plan(arm("first", cell=[LESS])))


def with_another_constant(model: Model) -> Model:
    first, *others = model.constants
    return replace(model, constants=(replace(first, quantity=replace(first.quantity, value=0.123)), *others))


def test_a_change_of_the_model_or_of_the_context_makes_it_stale(tmp_path: Path) -> None:
    model = assembled(KNOCKED)
    everything: list[baseline.Resting] = [*baseline.everywhere(model), *cells(model).values()]
    for one in everything:
        baseline.write(one, {"kinase": 1.0}, tmp_path)
    assert (baseline.stale([model], tmp_path), baseline.missing([model], tmp_path)) == ("", "")
    changed = with_another_constant(model)
    assert baseline.stale([changed], tmp_path) == "turns_over, 1 contexts and 2 changed cells"
    fed = replace(HUNGRY, settings=(replace(HUNGRY.settings[0], quantity=v.number(1, "1/s")), *HUNGRY.settings[1:]))
    assert baseline.stale([replace(model, contexts=(fed,))], tmp_path) == "1 contexts and 1 changed cells"


def test_a_cell_without_a_table_is_missing_only_where_the_model_has_one(tmp_path: Path) -> None:
    model = assembled(plan(arm("first", cell=[LESS])))
    assert baseline.missing([model], tmp_path) == ""
    baseline.write(model, {"kinase": 1.0}, tmp_path)
    assert baseline.missing([model], tmp_path) == "turns_over__cell__trial__first"
    assert baseline.stale([model], tmp_path) == ""


def test_a_build_tells_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("igf1r_validation.runner.main", lambda arguments: 0)
    knocked = replace(KNOCKED, contexts=())
    knocked = replace(knocked, experiments=plan(arm("first", cell=[LESS]), arm("second", cell=[MORE])).experiments)
    model = assembled(knocked)
    baseline.write(model, {"kinase": 1.0}, tmp_path)
    first, _ = cells(model).values()
    path = baseline.write(first, {"kinase": 1.0}, tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("# model ", "# model 0"), encoding="utf-8")
    assert build.build({"turns_over": knocked}, tmp_path / "out", tmp_path) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("1 changed cells: laws or constants have changed since the steady state was computed")
    end = "where it rests was never computed; type: igf1r-model baseline with your file"
    assert told[1] == f"turns_over__cell__trial__second: {end}"


# Computing and storing.


def test_a_cell_rests_where_pencil_and_paper_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("roadrunner")
    assert compute([KNOCKED], tmp_path) == 0
    names = ["turns_over", "turns_over__hungry", "turns_over__cell__trial__first", "turns_over__cell__trial__third"]
    assert capsys.readouterr().out.splitlines() == [f"{name}.tsv written" for name in names]
    assert {path.stem for path in tmp_path.iterdir()} == set(names)
    half, quarter = (stored(tmp_path / f"{name}.tsv") for name in names[2:])
    assert float(half["kinase"]) == pytest.approx(REST / 2, rel=1e-5)
    assert float(quarter["kinase"]) == pytest.approx(REST / 4, rel=1e-5), "without the doses of its context"
    assert set(half) == set(quarter) == {"kinase"}, "inputs are what the user doses"
    assert baseline.stale([assembled(KNOCKED)], tmp_path) == ""


NUCLEUS = place("nucleus", "nucleus", "GO:0005634", number(0.5, "pL"), tag="nuc")
moving = Module("moving", "moving", go="GO:0048009")
there = moving.form("there", turnover.AKT, at=turnover.CYTOSOL, initial=number(10, "nM"))
inside = moving.translocate("goes_in", there, NUCLEUS, gives="inside", k=number(0.002, "1/s"), evidence=turnover.SAID)
moving.translocate("comes_out", inside, turnover.CYTOSOL, gives=there, k=number(0.006, "1/s"), evidence=turnover.SAID)


def test_a_cell_is_changed_where_its_context_rests_not_where_it_was_declared(tmp_path: Path) -> None:
    """Of 30 attomoles 22.5 rest in the cytosol; of three times these and the 7.5 others again three quarters."""
    pytest.importorskip("roadrunner")
    one = experiment("trial", "Trial", "?", reads="there", until=9, arms=[arm("a", cell=[scaled(there, 3, why="x")])])
    compute([replace(KNOCKED, modules=(moving,), contexts=(), experiments=(one,))], tmp_path)
    assert float(stored(tmp_path / "turns_over.tsv")["there"]) == pytest.approx(7.5, rel=1e-5)
    found = stored(tmp_path / "turns_over__cell__trial__a.tsv")
    assert {id: float(value) for id, value in found.items()} == pytest.approx(
        {"there": 18.75, "inside": 37.5}, rel=1e-5
    )


making = Module("making", "making", go="GO:0048009")
making.synthesise("IGF1_is_made", IGF1, k=number(0.002, "nM/s"), evidence=turnover.SAID)

INPUTS = {
    "that the model makes": ((turnover.module, making), scaled(k_clear, 2, why="x"), {"IGF1": 1.0, "kinase": REST}),
    "that stays": ((turnover.module,), dose(EGF, 3), {"EGF": 3.0, "kinase": (MADE + DRIVEN * 3) / LOST}),
    "that is lost": ((turnover.module,), dose(IGF1, 5), {"IGF1": 0.0, "kinase": REST}),
    "that is rare": ((turnover.module,), dose(EGF, 1e-13), {"EGF": 1e-13, "kinase": REST}),
}


@pytest.mark.parametrize("case", INPUTS)
def test_an_input_has_a_rest_if_the_model_makes_it_or_the_cell_changes_it(case: str, tmp_path: Path) -> None:
    pytest.importorskip("roadrunner")
    modules, change, rest = INPUTS[case]
    compute([plan(arm("first", cell=[change]), modules=modules)], tmp_path)
    assert {id: float(x) for id, x in stored(tmp_path / FIRST).items()} == pytest.approx(rest, rel=1e-5, abs=1e-18)


def test_only_cells_leaves_the_other_tables_which_must_be_fresh(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("roadrunner")
    with pytest.raises(ValueError, match=r"2 are not up to date, the first is turns_over.tsv \(none\).*--cells"):
        compute([KNOCKED], tmp_path, only_cells=True)
    model = assembled(KNOCKED)
    paths = [baseline.write(one, {"kinase": 7.0}, tmp_path) for one in baseline.everywhere(model)]
    before = [path.read_bytes() for path in paths]
    compute([KNOCKED], tmp_path, only_cells=True)
    assert [path.read_bytes() for path in paths] == before
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert float(stored(tmp_path / FIRST)["kinase"]) == pytest.approx(REST / 2, rel=1e-5)


def test_tables_of_cells_that_are_gone_are_removed_and_no_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("roadrunner")
    compute([KNOCKED], tmp_path)
    others = ["turns_over__old_context.tsv", "turns_over_2__cell__trial__first.tsv", "notes.txt"]
    for name in others:
        (tmp_path / name).write_text("kept", encoding="utf-8")
    capsys.readouterr()
    compute([plan(arm("first", cell=[MORE]))], tmp_path, only_cells=True)
    gone = "turns_over__cell__trial__third.tsv"
    assert capsys.readouterr().out.splitlines()[-1] == f"{gone} removed, no arm has this cell"
    left = {"turns_over.tsv", "turns_over__hungry.tsv", FIRST, *others}
    assert {path.name for path in tmp_path.iterdir()} == left


def test_a_cell_that_never_rests_is_named(tmp_path: Path) -> None:
    pytest.importorskip("roadrunner")
    with pytest.raises(SimulationError, match=r"^turns_over__cell__trial__first: no steady .* 400 days; kinase"):
        compute([plan(arm("first", cell=[scaled(k_lost, 0, why="x")]))], tmp_path)


def test_a_broken_table_is_told_by_its_name_and_made_anew(tmp_path: Path) -> None:
    pytest.importorskip("roadrunner")
    compute([KNOCKED], tmp_path)
    good = (tmp_path / FIRST).read_bytes()
    (tmp_path / FIRST).write_text("# model x\nform\tnM\n<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"trial__first\.tsv cannot be read .*type: igf1r-model baseline"):
        baseline.apply(assembled(KNOCKED), tmp_path)
    compute([KNOCKED], tmp_path, only_cells=True)
    assert (tmp_path / FIRST).read_bytes() == good


def test_the_command_takes_the_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.py"
    file.write_text(Path(tiny.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    assert cli.main(["baseline", str(file), "--cells"]) == 2
    assert "the first is tiny.tsv (none); leave out --cells" in capsys.readouterr().err


# Applying and writing.


def with_tables(folder: Path) -> Model:
    """The model with a table for each of its cells, the first and the third arm's."""
    model = assembled(KNOCKED)
    first, third = cells(model).values()
    baseline.write(first, {"kinase": 1 / 3, "IGF1": 0.0}, folder)
    baseline.write(third, {"kinase": 4.0, "IGF1": 2.5}, folder)
    return baseline.apply(model, folder)


def test_every_arm_of_a_cell_gets_its_rest_and_no_other_arm_does(tmp_path: Path) -> None:
    found = rests(with_tables(tmp_path))
    third = {"IGF1": 2.5, "kinase": 4.0}
    first = {"kinase": 0.333333}
    assert found == {
        "trial.control": {}, "trial.first": first, "trial.second": first, "trial.third": third, "later.fourth": first,
    }  # fmt: skip
    assert baseline.apply(assembled(KNOCKED), tmp_path / "empty") == assembled(KNOCKED)


def test_a_rest_changes_neither_the_starts_nor_the_marks_of_anything(tmp_path: Path) -> None:
    model, resting = assembled(KNOCKED), with_tables(tmp_path)
    assert (resting.forms, resting.constants, resting.contexts) == (model.forms, model.constants, model.contexts)
    assert baseline.fingerprint(resting) == baseline.fingerprint(model)
    assert [baseline.fingerprint(one) for one in cells(resting).values()] == prints(KNOCKED)
    assert sbml.export(resting) == sbml.export(model)


def test_the_file_gives_each_rest_once_and_the_arms_name_it(tmp_path: Path) -> None:
    content = json.loads(experiments.export(with_tables(tmp_path)))
    assert content["rests"] == {"trial__first": {"kinase": 0.333333}, "trial__third": {"IGF1": 2.5, "kinase": 4.0}}
    named = [arm.get("rest", "") for one in content["experiments"] for arm in one["arms"]]
    assert named == ["", "trial__first", "trial__first", "trial__third", "trial__first"]
    without = json.loads(experiments.export(assembled(KNOCKED)))
    assert without["rests"] == {}
    assert not any("rest" in arm for one in without["experiments"] for arm in one["arms"])


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    model = with_tables(tmp_path)
    (tmp_path / "m.xml").write_text(sbml.export(model), encoding="utf-8")
    (tmp_path / "m.experiments.json").write_text(experiments.export(model), encoding="utf-8")
    found = read(tmp_path / "m.xml").experiments
    assert {id: one.arms for id, one in found.items()} == {one.id: one.arms for one in model.experiments}
