"""Experiments are run by the rules in their file: held against pencil and paper, and against the judge."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import exp
from pathlib import Path
from typing import Any

import helpers
import pytest
import turnover
from turnover import CLEARED, DRIVEN, LOST, MADE, REST

from igf1r_model import cli
from igf1r_model.clock import parse, told
from igf1r_model.dsl import Module, add, arm, days, dose, doses, experiment, hours, scaled
from igf1r_model.engine import rested
from igf1r_model.protocol import Arm, Change, Experiment
from igf1r_model.simulate import Bench, SimulationError, run
from igf1r_model.written import read

np = pytest.importorskip("numpy")
pytest.importorskip("roadrunner")

WHY = "an example"
TIMES = (0.0, 500.0, 1000.0, 2000.0, 4000.0)


def one(*arms: Arm, reads: str = "IGF1 kinase", times: Sequence[float] = TIMES, **more: Any) -> Experiment:
    return experiment("tried", "A trial", "What happens?", reads=reads, times=times, arms=arms, **more)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    used = one(arm("hungry", context="hungry"))
    return Bench(turnover.write(tmp_path_factory.mktemp("build"), used))


def curve(bench: Bench, *changes: Change, read: str = "IGF1", **more: Any) -> list[float]:
    return [float(value) for value in bench.run(one(arm("a", *changes), **more)).curve("a", read)]


def decay(start: float, time: float, k: float = CLEARED) -> float:
    return start * exp(-k * time)


def grown(start: float, time: float, made: float = MADE, lost: float = LOST) -> float:
    return made / lost + (start - made / lost) * exp(-lost * time)


def near(*values: float) -> Any:
    return pytest.approx(list(values), rel=1e-6, abs=1e-9)


# An arm.


def test_a_dose_decays_as_it_must(bench: Bench) -> None:
    assert curve(bench, dose("IGF1", 10)) == near(*(decay(10, time) for time in TIMES))


def test_nothing_moves_without_a_dose(bench: Bench) -> None:
    assert curve(bench, read="kinase") == near(*[REST] * 5)


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        ((dose("IGF1", 4), add("IGF1", 2), scaled("IGF1", 3, why=WHY)), 18.0),
        ((dose("IGF1", 4), scaled("IGF1", 3, why=WHY), add("IGF1", 2)), 14.0),
        ((add("IGF1", 2), scaled("IGF1", 3, why=WHY), dose("IGF1", 4)), 4.0),
        ((add("IGF1", 2), add("IGF1", 2)), 4.0),
    ],
)
def test_changes_at_one_time_are_made_in_their_order(bench: Bench, changes: tuple[Change, ...], start: float) -> None:
    assert curve(bench, *changes) == near(*(decay(start, time) for time in TIMES))


def test_changes_at_one_later_time_are_made_in_their_order_too(bench: Bench) -> None:
    found = curve(bench, scaled("IGF1", 3, why=WHY, at=1000), dose("IGF1", 4), add("IGF1", 2, at=1000))
    after = 3 * decay(4, 1000) + 2
    assert found == near(4, decay(4, 500), decay(4, 1000), decay(after, 1000), decay(after, 3000))


def test_what_is_read_at_a_time_is_read_before_its_changes_but_at_0_after_them(bench: Bench) -> None:
    found = curve(bench, dose("IGF1", 7), dose("IGF1", 0, at=1000))
    assert found == near(7, decay(7, 500), decay(7, 1000), 0, 0)


def test_a_change_between_two_readings_counts_from_its_own_time(bench: Bench) -> None:
    assert curve(bench, dose("IGF1", 7, at=1300)) == near(0, 0, 0, decay(7, 700), decay(7, 2700))


def test_a_constant_is_scaled_from_its_time_on_and_only_in_its_arm(bench: Bench) -> None:
    slow = arm("slow", scaled("k_lost", 0.1, why=WHY, at=1000))
    result = bench.run(one(slow, arm("usual")))
    later = [grown(REST, time, lost=0.1 * LOST) for time in (1000, 3000)]
    assert list(result.curve("slow", "kinase")) == near(REST, REST, REST, *later)
    assert list(result.curve("usual", "kinase")) == near(*[REST] * 5)


def test_a_constant_can_be_set(bench: Bench) -> None:
    set_to = Change("k_clear", dose("x", 0).act, 0.0, "1/s")
    assert curve(bench, dose("IGF1", 3), set_to) == near(*[3] * 5)


def test_a_long_arm_is_as_exact_as_a_short_one_and_survives_what_all_but_vanishes(bench: Bench) -> None:
    changes = dose("IGF1", 1e3), scaled("k_clear", 1e-3, why=WHY)
    times = (days(1), days(2.5), days(3))
    assert curve(bench, *changes, times=times) == near(*(decay(1e3, time, 1e-6) for time in times))
    fast = dose("IGF1", 10), scaled("k_clear", 1e3, why=WHY)
    assert curve(bench, *fast, times=(days(20),)) == near(0)


def test_observables_and_forms_are_read_alike(bench: Bench) -> None:
    result = bench.run(one(arm("a"), reads="totalAKT twice"), every_form=True)
    assert result.at("a", "twice") == pytest.approx(2 * REST)
    assert result.at("a", "kinase", 500.0) == result.at("a", "totalAKT", 500.0)
    assert {id: item.unit for id, item in result.readable.items()} == {
        "totalAKT": "nM", "twice": "dimensionless", "IGF1": "nM", "EGF": "nM", "kinase": "nM"
    }  # fmt: skip
    assert result.readable["twice"].name == "AKT counted twice"


# Series, contexts, changed cells.


def test_a_series_runs_every_arm_at_every_dose(bench: Bench) -> None:
    result = bench.run(one(arm("a"), arm("b", scaled("k_clear", 2, why=WHY)), series=doses("IGF1", 1, 5, 25)))
    assert list(result.curves) == [(id, value) for id in ("a", "b") for value in (1.0, 5.0, 25.0)]
    assert list(result.response("a", "IGF1", 1000.0)) == near(*(decay(start, 1000) for start in (1, 5, 25)))
    assert list(result.response("b", "IGF1")) == near(*(decay(start, 4000, 2 * CLEARED) for start in (1, 5, 25)))


def test_the_dose_of_a_series_comes_after_the_changes_of_its_time(bench: Bench) -> None:
    dosed = one(arm("a", add("IGF1", 100, at=1000)), series=doses("IGF1", 6, at=1000))
    found = bench.run(dosed).curve("a", "IGF1", 6.0)
    assert list(found) == near(0, 0, 0, decay(6, 1000), decay(6, 3000))


def test_a_context_starts_at_its_own_rest_with_its_doses(bench: Bench) -> None:
    result = bench.run(one(arm("here", context="hungry"), arm("there"), reads="IGF1 EGF kinase"))
    assert list(result.curve("here", "IGF1")) == near(*(decay(5, time) for time in TIMES))
    made = MADE + DRIVEN * 4
    assert list(result.curve("here", "kinase")) == near(*(grown(REST / 2, time, made, 2 * LOST) for time in TIMES))
    assert result.at("there", "kinase") == pytest.approx(REST)
    assert result.at("there", "EGF") == 0


def test_the_changes_of_an_arm_come_after_the_doses_of_its_context(bench: Bench) -> None:
    result = bench.run(one(arm("a", scaled("EGF", 0.5, why=WHY), context="hungry"), reads="EGF"))
    assert list(result.curve("a", "EGF")) == near(*[2] * 5)


def test_a_changed_cell_rests_without_the_doses_of_its_context(bench: Bench) -> None:
    cell = (scaled("k_lost", 2, why=WHY),)
    result = bench.run(one(arm("a", context="hungry", cell=cell), reads="kinase EGF"))
    start, made = REST / 4, MADE + DRIVEN * 4
    found = list(result.curve("a", "kinase"))
    assert found == pytest.approx([grown(start, time, made, 4 * LOST) for time in TIMES], rel=1e-5)
    assert result.at("a", "EGF", 0.0) == 4


def test_every_input_is_taken_out_before_a_changed_cell_rests(tmp_path: Path) -> None:
    """Even one that is listed with the values of the resting cell; nothing puts it back."""
    tried = one(arm("a", context="hungry", cell=(scaled("k_lost", 2, why=WHY),)), reads="kinase EGF")
    path = turnover.write(tmp_path, tried)
    described = tmp_path / "turns_over.experiments.json"
    content = json.loads(described.read_text(encoding="utf-8"))
    content["contexts"]["hungry"]["values"]["EGF"] = content["contexts"]["hungry"]["doses"].pop("EGF")
    described.write_text(json.dumps(content), encoding="utf-8")
    result = run(path, "tried")
    assert list(result.curve("a", "kinase")) == pytest.approx([REST / 4] * 5, rel=1e-5)
    assert result.at("a", "EGF", 0.0) == 0


def test_a_changed_cell_comes_to_rest_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []

    def counted(runner: Any, still: float) -> Any:
        rests.append(still)
        return rested(runner, still)

    monkeypatch.setattr("igf1r_model.simulate.rested", counted)
    cell, other = (scaled("k_lost", 5, why=WHY),), (scaled("k_lost", 8, why=WHY),)
    arms = arm("a", cell=cell), arm("b", dose("IGF1", 1), cell=cell), arm("c", cell=other)
    result = bench.run(one(*arms, series=doses("EGF", 0, 1)))
    assert rests == [1e-6, 1e-6]
    starts = {id: result.at(id, "kinase", 0.0, value) for id, value in result.curves}
    assert list(starts.values()) == pytest.approx([REST / 5, REST / 5, REST / 8], rel=1e-5)


# What is asked for.


def test_arms_readouts_and_times_can_be_chosen(bench: Bench) -> None:
    whole = one(arm("a", dose("IGF1", 1)), arm("b"), arm("c"))
    result = bench.run(whole, arms=["c", "a"], reads=["twice"], also_at=[700.0, 500.0])
    assert list(result.curves) == [("a", None), ("c", None)]
    assert list(result.curves["a", None]) == ["twice"]
    assert list(result.times) == [0, 500, 700, 1000, 2000, 4000]
    assert result.experiment.reads == ("twice",)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"arms": ["a", "z"]}, "tried has no arm z; there are a, b"),
        ({"reads": ["pAKT"]}, "turns_over has no readout pAKT; there are totalAKT, twice, and every form"),
        ({"also_at": [5000.0]}, "tried runs from 0 to 4000 s; it cannot be read at 5000 s"),
        ({"also_at": [-1.0]}, "it cannot be read at -1 s"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(bench: Bench, wanted: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=r"tried|turns_over") as error:
        bench.run(one(arm("a"), arm("b")), **wanted)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("tried", "said"),
    [
        (one(arm("a", dose("INS", 1))), "tried.a: turns_over has no form or constant INS"),
        (one(arm("a", cell=(scaled("k_x", 2, why=WHY),))), "tried.a: turns_over has no form or constant k_x"),
        (one(arm("a"), series=doses("INS", 1)), "tried.a: turns_over has no form or constant INS"),
        (one(arm("a", context="PTEN_null")), "has the context PTEN_null: hungry"),
        (one(arm("a"), times=(0.0,)), "tried needs arms, something to read, and times after 0"),
    ],
)
def test_an_experiment_of_one_s_own_is_checked(bench: Bench, tried: Experiment, said: str) -> None:
    with pytest.raises(ValueError, match=r"tried") as error:
        bench.run(tried)
    assert said in str(error.value)


def test_a_time_that_was_not_read_is_told(bench: Bench) -> None:
    result = bench.run(one(arm("a")))
    with pytest.raises(ValueError, match=r"^tried was not read at 3 s, but at 0, 500, 1000, 2000, 4000 s$"):
        result.at("a", "kinase", 3.0)


def explosive(tmp_path: Path) -> Path:
    grows = Module("grows", "grows", go="GO:0048009")
    kinase = grows.form("kinase", turnover.AKT, at=turnover.CYTOSOL, initial=turnover.number(1, "nM"))
    grows.synthesise("is_made", kinase, by=kinase, k=turnover.number(1, "1/s"), evidence=turnover.SAID)
    return turnover.write(tmp_path, modules=(grows,), id="explodes")


def test_an_integration_that_breaks_off_says_where(tmp_path: Path) -> None:
    tried = one(arm("quick"), reads="kinase", series=doses("kinase", 3), times=(hours(30),))
    with pytest.raises(SimulationError) as error:
        run(explosive(tmp_path), tried)
    start = "explodes, experiment tried, arm quick at 3 nM: between 0 and 86400 s: "
    assert str(error.value).startswith(start)
    assert len(str(error.value)) > len(start) + 10


def test_a_changed_cell_that_never_rests_says_which(bench: Bench) -> None:
    with pytest.raises(SimulationError, match=r"^turns_over, experiment tried, arm a: no steady state after 400 days"):
        bench.run(one(arm("a", cell=(scaled("k_lost", 0, why=WHY),))))


# Files.


def test_an_experiment_comes_back_from_its_file_as_it_was_written(tmp_path: Path) -> None:
    written = one(
        arm("a", dose("IGF1", 1), scaled("k_lost", 2, why="because", at=9), context="hungry"),
        arm("b", cell=(scaled("k_lost", 2, why=WHY),)), series=doses("EGF", 1, 2, at=3),
    )  # fmt: skip
    found = read(turnover.write(tmp_path, written)).experiments["tried"]
    assert found == replace(written, origin="")


def test_an_experiment_of_the_build_and_the_same_one_written_down_are_one(tmp_path: Path) -> None:
    written = one(arm("a", dose("IGF1", 2), context="hungry"))
    bench = Bench(turnover.write(tmp_path, written))
    built, mine = bench.run("tried"), bench.run(written)
    assert np.array_equal(built.curve("a", "kinase"), mine.curve("a", "kinase"))
    assert np.array_equal(run(tmp_path / "turns_over.xml", "tried").curve("a", "IGF1"), built.curve("a", "IGF1"))


def test_a_file_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    path = turnover.write(tmp_path)
    told = tmp_path / "turns_over.experiments.json"
    told.write_text('{"contexts": {}}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"experiments\.json cannot be read \(KeyError: 'experiments'\); type: make"):
        read(path)
    told.unlink()
    with pytest.raises(FileNotFoundError, match=r"turns_over\.experiments\.json; type: make"):
        read(path)
    path.write_text("<sbml>", encoding="utf-8")
    told.write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"turns_over\.xml cannot be read"):
        read(path)


@pytest.mark.parametrize("id", ["rapamycin_rebound", "igf1_dose_response", "with a changed cell"])
def test_the_judge_s_engine_gives_the_same_curves(id: str, tmp_path: Path) -> None:
    from igf1r_validation.behaviours.lab import Lab

    sbml, described = tmp_path / "igf1r_full.xml", tmp_path / "igf1r_full.experiments.json"
    for path, form in ((sbml, "sbml"), (described, "experiments")):
        path.write_bytes(helpers.exported(form, "igf1r_full").encode())
    bench = Bench(sbml)
    if id == "with a changed cell":
        id = min((one for one in bench.written.experiments.values() if any(a.cell for a in one.arms)), key=size).id
    found, judged = bench.run(id), Lab(sbml, described).table(id)
    assert found.curves.keys() == judged.curves.keys()
    for key, curves in found.curves.items():
        for name, values in curves.items():
            other = np.array(judged.curves[key][name])
            assert values == pytest.approx(other, rel=1e-5, abs=1e-6 * max(abs(other))), (key, name)


def size(experiment: Experiment) -> float:
    runs = len(experiment.arms) * len(experiment.series.values if experiment.series else (0,))
    return runs * (1 + experiment.times[-1])


# The command.

TRIED = one(arm("control", dose("IGF1", 10)), arm("washed", dose("IGF1", 10), dose("IGF1", 0, at=2000)))
DOSED = replace(one(arm("control"), reads="IGF1", series=doses("IGF1", 0.5, 2)), id="dosed", name="Doses")
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    (tmp_path / "build" / "variants").mkdir(parents=True)
    turnover.write(tmp_path / "build", TRIED, DOSED)
    turnover.write(tmp_path / "build" / "variants", id="a_variant")
    monkeypatch.chdir(tmp_path)

    def simulate(*words: str) -> tuple[int, str, str]:
        code = cli.main(["simulate", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return simulate


@pytest.mark.parametrize("words", [["turns_over"], ["turns_over", "--list"], ["turns_over", "tried", "--list"]])
def test_the_experiments_are_listed_with_their_question(command: Command, words: list[str]) -> None:
    code, out, _ = command(*words)
    assert code == 0
    assert all(said in out for said in ("tried", "dosed", "What happens?", "control, washed", "IGF1, kinase"))


def test_a_model_without_experiments_says_so(command: Command) -> None:
    code, out, _ = command("a_variant")
    assert (code, out[:43]) == (0, "no experiment is described for a_variant; i")


def rows(out: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("│")[1:-1]] for line in out.splitlines() if line.startswith("│")]


def test_the_screen_shows_a_few_times_of_each_arm(command: Command) -> None:
    code, out, _ = command("turns_over", "tried")
    assert code == 0
    assert "A trial (turns_over)" in out
    found = rows(out)
    assert [row[:2] for row in found[:3]] == [["control", "0"], ["control", "8.333 min"], ["control", "16.67 min"]]
    assert found[0] == ["control", "0", "10", "20"]
    assert found[-1] == ["washed", "66.67 min", "0", "20"]


def test_the_screen_shows_the_times_that_are_asked_for(command: Command) -> None:
    _, out, _ = command("turns_over", "tried", "--arm", "control", "--at", "1000", "--at", "1min", "--read", "IGF1")
    assert rows(out) == [
        ["control", "16.67 min", f"{decay(10, 1000):.4g}"],
        ["control", "60 s", f"{decay(10, 60):.4g}"],
    ]
    assert "all 6 times: --table FILE.tsv" in out


def test_the_screen_shows_a_dose_response_at_its_end(command: Command) -> None:
    _, out, _ = command("turns_over", "dosed")
    assert rows(out) == [[*cells, f"{decay(float(cells[1]), 4000):.4g}"] for cells in (
        ["control", "0.5", "66.67 min"], ["control", "2", "66.67 min"])]  # fmt: skip


def test_the_table_has_every_value_as_a_row(command: Command) -> None:
    code, out, _ = command("turns_over", "tried", "--table", "t.tsv", "--arm", "washed", "--read", "IGF1")
    assert code == 0
    assert out.endswith("t.tsv written\n")
    values = [10, decay(10, 500), decay(10, 1000), decay(10, 2000), 0]
    lines = [f"tried\twashed\t\t{time:g}\tIGF1\t{value:.6g}\tnM" for time, value in zip(TIMES, values, strict=True)]
    expected = "\n".join(["experiment\tarm\tdose_nM\ttime_s\tread\tvalue\tunit", *lines]) + "\n"
    assert Path("t.tsv").read_bytes() == expected.encode()


def test_the_table_tells_the_dose_and_every_form_if_wanted(command: Command) -> None:
    assert command("turns_over", "dosed", "--table", "t.tsv", "--every-form")[0] == 0
    cells = [line.split("\t") for line in Path("t.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    assert {(row[2], row[4]) for row in cells} == {(d, id) for d in ("0.5", "2") for id in ("IGF1", "EGF", "kinase")}
    assert len(cells) == 2 * 3 * len(TIMES)
    assert command("turns_over", "dosed", "--table", "t.tsv", "--values", "v.tsv")[0] == 0
    assert {line.split("\t")[4] for line in Path("t.tsv").read_text(encoding="utf-8").splitlines()[1:]} == {"IGF1"}


def test_the_values_have_a_row_for_each_form_and_a_column_for_each_arm_and_time(command: Command) -> None:
    assert command("turns_over", "tried", "--values", "v.tsv")[0] == 0
    assert Path("v.tsv").read_text(encoding="utf-8") == (
        "id\tcontrol_0s\tcontrol_4000s\twashed_0s\twashed_4000s\n"
        f"IGF1\t10\t{decay(10, 4000):.6g}\t10\t0\nkinase\t20\t20\t20\t20\nEGF\t0\t0\t0\t0\n"
    )
    assert command("turns_over", "dosed", "--values", "v.tsv", "--at", "30min")[0] == 0
    first, second, *_ = Path("v.tsv").read_text(encoding="utf-8").splitlines()
    assert first == "id\tcontrol_0.5nM_1800s\tcontrol_2nM_1800s"
    assert second == f"IGF1\t{decay(0.5, 1800):.6g}\t{decay(2, 1800):.6g}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["turns_left"], "no model is called turns_left in build; there are turns_over, a_variant"),
        (["turns_over", "--out", "variants"], "there are no models with experiments in variants; type: make"),
        (["turns_over", "x"], "no experiment is called x; there are tried, dosed"),
        (["turns_over", "tried", "--arm", "x"], "tried has no arm x; there are control, washed"),
        (["turns_over", "tried", "--read", "x"], "turns_over has no readout x; there are totalAKT, twice, and every"),
        (["turns_over", "tried", "--at", "2h"], "tried runs from 0 to 4000 s; it cannot be read at 7200 s"),
        (["turns_over", "tried", "--at", "soon"], "'soon' is no time; write seconds, or for example 30min, 24h or 2d"),
        (["turns_over", "tried", "--plot", "x.gif"], "a figure is written as .svg, .png, .pdf; x.gif is none of them"),
        (["turns_over", "tried", "--table", "no/x.tsv"], "there is no folder no to write x.tsv into"),
        (["turns_over", "tried", "--every-form"], "give --table FILE.tsv too"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(command: Command, words: list[str], said: str) -> None:
    code, out, err = command(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert sorted(path.name for path in Path().iterdir()) == ["build"]


def test_a_model_without_its_second_file_says_what_to_type(command: Command) -> None:
    Path("build/turns_over.experiments.json").unlink()
    code, _, err = command("turns_over", "tried")
    assert code == 2
    assert err == f"igf1r-model: there is no file {Path('build/turns_over.experiments.json')}; type: make\n"


def test_a_simulation_that_fails_ends_with_1(command: Command) -> None:
    described = json.loads(Path("build/turns_over.experiments.json").read_text(encoding="utf-8"))
    described["experiments"][0]["arms"][1]["cell"] = [
        {"at": 0, "target": "k_lost", "act": "set", "value": 0, "unit": "1/s"}
    ]
    Path("build/turns_over.experiments.json").write_text(json.dumps(described), encoding="utf-8")
    code, out, err = command("turns_over", "tried", "--table", "t.tsv")
    assert (code, out) == (1, "")
    assert err.startswith(
        "igf1r-model: turns_over, experiment tried, arm washed: no steady state after 400 days; kinase"
    )
    assert not Path("t.tsv").exists()


@pytest.mark.parametrize(
    ("library", "words", "said"),
    [
        ("roadrunner", [], "libRoadRunner is not installed; type: make test"),
        ("matplotlib", ["--plot", "x.svg"], "matplotlib is not installed; type: make test"),
    ],
)
def test_software_that_is_missing_is_told(
    command: Command, monkeypatch: pytest.MonkeyPatch, library: str, words: list[str], said: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    code, out, err = command("turns_over", "tried", *words)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("90s", 90), ("30min", 1800), ("1.5h", 5400), ("24 h", 86400), ("2d", 172800)]
)
def test_a_time_is_read_as_people_write_it(text: str, seconds: float) -> None:
    assert parse(text) == seconds


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0"), (90, "90 s"), (1800, "30 min"), (86400, "24 h"), (1e6, "11.57 d")]
)
def test_a_time_is_told_as_people_read_it(seconds: float, text: str) -> None:
    assert told(seconds) == text


@pytest.mark.parametrize("text", ["", "h", "-3", "3 weeks", "1e3h", "24H"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no time"):
        parse(text)
