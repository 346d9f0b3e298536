"""Both engines run an arm as the experiments file says: held against curves that can be written down."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from math import exp
from pathlib import Path
from typing import Any

import pytest
from turnover import CLEARED, DRIVEN, EGF, IGF1, LOST, MADE, REST, k_clear, k_lost, write

from igf1r_model.dsl import add, arm, dose, doses, experiment, scaled
from igf1r_model.protocol import Experiment, Series
from igf1r_validation.arms import Run, bundles, in_parallel, runs
from igf1r_validation.behaviours.lab import Lab
from igf1r_validation.copasi_lab import CopasiLab

pytest.importorskip("COPASI")
pytest.importorskip("roadrunner")

Curves = Mapping[str, Sequence[float]]
Bench = Callable[..., Curves]
EXACT = 1e-6
TIMES = (0.0, 500.0, 1000.0, 1500.0, 2000.0)


def trial(*arms: Any, series: Series | None = None, times: Sequence[float] = TIMES) -> Experiment:
    return experiment("trial", "Trial", "?", reads="IGF1 kinase totalAKT", arms=arms, times=times, series=series)


@pytest.fixture(params=[Lab, CopasiLab])
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    """The curves of the first arm of an experiment, in either engine."""

    def curves(one: Experiment, dose: float | None = None) -> Curves:
        sbml = write(tmp_path, one)
        lab = request.param(sbml, tmp_path / "turns_over.experiments.json")
        found: Curves = lab.curves(Run("trial", one.arms[0].id, dose))
        return found

    return curves


def near(values: Sequence[float], wanted: Sequence[float]) -> None:
    assert list(values) == pytest.approx(list(wanted), rel=EXACT)


def relaxed(start: float, rest: float, rate: float, seconds: float) -> float:
    return rest + (start - rest) * exp(-rate * seconds)


def test_a_ligand_decays_and_the_rest_rests(run: Bench) -> None:
    found = run(trial(arm("a", dose(IGF1, 10))))
    near(found["IGF1"], [10 * exp(-CLEARED * t) for t in TIMES])
    near(found["kinase"], [REST] * 5)
    assert found["totalAKT"] == pytest.approx(found["kinase"])


def test_what_is_read_at_the_time_of_a_change_is_read_before_it_and_at_0_after(run: Bench) -> None:
    found = run(trial(arm("a", dose(IGF1, 10), dose(IGF1, 3, at=1000))))
    early = [10 * exp(-CLEARED * t) for t in (0, 500, 1000)]
    near(found["IGF1"], [*early, 3 * exp(-CLEARED * 500), 3 * exp(-CLEARED * 1000)])


def test_changes_set_add_and_scale_in_the_order_given(run: Bench) -> None:
    near(run(trial(arm("a", dose(IGF1, 10), add(IGF1, 2), scaled(IGF1, 0.5, why="x"))))["IGF1"][:1], [6])
    near(run(trial(arm("a", dose(IGF1, 10), scaled(IGF1, 0.5, why="x"), add(IGF1, 2))))["IGF1"][:1], [7])


def test_what_is_added_later_comes_on_top_of_what_is_there(run: Bench) -> None:
    found = run(trial(arm("a", dose(IGF1, 10), add(IGF1, 2, at=1000), scaled(IGF1, 2, why="x", at=1500))))
    before = 10 * exp(-CLEARED * 1000) + 2
    near(found["IGF1"][3:], [before * exp(-CLEARED * 500), 2 * before * exp(-CLEARED * 1000)])


def test_a_constant_changes_while_the_arm_runs(run: Bench) -> None:
    found = run(trial(arm("a", dose(IGF1, 10), scaled(k_clear, 3, why="x", at=500))))
    near(found["IGF1"], [10 * exp(-CLEARED * min(t, 500) - 3 * CLEARED * max(t - 500, 0)) for t in TIMES])


def test_a_change_of_a_moment_between_readings(run: Bench) -> None:
    found = run(trial(arm("a", dose(IGF1, 10), dose(IGF1, 0, at=700)), times=(1000.0,)))
    assert list(found["IGF1"]) == [0.0]


def test_a_context_has_its_values_and_its_medium(run: Bench) -> None:
    found = run(trial(arm("a", context="hungry")))
    near(found["IGF1"], [5 * exp(-CLEARED * t) for t in TIMES])
    goal = (MADE + DRIVEN * 4) / (2 * LOST)
    near(found["kinase"], [relaxed(REST / 2, goal, 2 * LOST, t) for t in TIMES])


def test_a_changed_cell_comes_to_rest_without_doses_before_it_is_treated(run: Bench) -> None:
    found = run(trial(arm("a", dose(EGF, 2), cell=[scaled(k_lost, 0.5, why="x"), dose(EGF, 3)])))
    goal = (MADE + DRIVEN * 2) / (LOST / 2)
    fed = (MADE + DRIVEN * 3) / (LOST / 2)  # EGF belongs to what this cell is
    near(found["kinase"], [relaxed(fed, goal, LOST / 2, t) for t in TIMES])


def test_a_changed_cell_of_a_context_rests_without_its_medium_and_then_gets_it(run: Bench) -> None:
    found = run(trial(arm("a", context="hungry", cell=[scaled(k_lost, 0.5, why="x")])))
    near(found["IGF1"], [5 * exp(-CLEARED * t) for t in TIMES])
    near(found["kinase"], [relaxed(REST, (MADE + DRIVEN * 4) / LOST, LOST, t) for t in TIMES])


def test_a_series_sets_its_dose_after_the_other_changes_of_its_time(run: Bench) -> None:
    one = trial(arm("a", dose(IGF1, 99)), series=doses(IGF1, 2, 8))
    near(run(one, 8.0)["IGF1"], [8 * exp(-CLEARED * t) for t in TIMES])
    late = trial(arm("a", dose(IGF1, 10)), series=doses(IGF1, 2, 8, at=1000))
    near(run(late, 2.0)["IGF1"][2:4], [10 * exp(-CLEARED * 1000), 2 * exp(-CLEARED * 500)])


@pytest.mark.parametrize("engine", [Lab, CopasiLab])
def test_an_arm_leaves_nothing_for_the_next(engine: Callable[..., Any], tmp_path: Path) -> None:
    changed = arm("b", dose(IGF1, 10), scaled(k_lost, 5, why="x"), context="hungry", cell=[scaled(k_clear, 2, why="x")])
    sbml = write(tmp_path, trial(arm("a", dose(IGF1, 10)), changed))
    lab = engine(sbml, tmp_path / "turns_over.experiments.json")
    first, _, again = (lab.curves(Run("trial", id, None)) for id in ("a", "b", "a"))
    assert again == first


@pytest.mark.parametrize("engine", [Lab, CopasiLab])
def test_a_cell_that_finds_no_rest_breaks_off(engine: Callable[..., Any], tmp_path: Path) -> None:
    endless = arm("a", cell=[scaled(k_lost, 1e-6, why="hardly anything is lost")])
    sbml = write(tmp_path, trial(endless))
    with pytest.raises(RuntimeError, match="found no rest in 400 days"):
        engine(sbml, tmp_path / "turns_over.experiments.json").curves(Run("trial", "a", None))


# What the judges get of the first engine.


def test_a_table_has_every_arm_and_dose(tmp_path: Path) -> None:
    sbml = write(tmp_path, trial(arm("a"), arm("b", scaled(k_clear, 2, why="x")), series=doses(IGF1, 2, 8)))
    lab = Lab(sbml, tmp_path / "turns_over.experiments.json")
    table = lab.table("trial")
    assert table.doses("b") == (2.0, 8.0)
    near(table.curve("a", "IGF1", 2.0), [2 * exp(-CLEARED * t) for t in TIMES])
    near(table.response("b", "IGF1", 500.0), [dose * exp(-CLEARED * 1000) for dose in (2, 8)])
    assert table.at("a", "IGF1", dose=2.0) == table.curve("a", "IGF1", 2.0)[-1]
    with pytest.raises(LookupError, match="turns_over has no experiment other"):
        lab.table("other")


def test_what_breaks_off_names_experiment_arm_and_dose(tmp_path: Path) -> None:
    sbml = write(tmp_path, trial(arm("a"), series=doses(IGF1, 2)))
    path = tmp_path / "turns_over.experiments.json"
    content = json.loads(path.read_text())
    content["experiments"][0]["series"]["target"] = "IGF9"
    path.write_text(json.dumps(content))
    with pytest.raises(RuntimeError, match="experiment trial, a at 2 nM: "):
        Lab(sbml, path).table("trial")


def test_what_has_the_same_cell_is_run_in_one_process_and_the_longest_first() -> None:
    change = {"at": 0.0, "target": "k_lost", "act": "scale", "value": 2}
    arms = [{"id": id, "context": "", "cell": cell, "changes": []} for id, cell in (("a", []), ("b", [change]))]
    short: dict[str, Any] = {"id": "short", "arms": arms, "series": None, "times": [1.0]}
    long: dict[str, Any] = {"id": "long", "arms": arms, "series": {"values": [1.0, 2.0]}, "times": [86_400.0]}
    every = {"short": short, "long": long}
    rows = bundles(every, [*runs(short), *runs(long)])
    assert [[str(run) for run in row] for row in rows] == [
        ["short, b", "long, b at 1 nM", "long, b at 2 nM"],
        ["long, a at 1 nM", "long, a at 2 nM"],
        ["short, a"],
    ]


def test_processes_give_what_one_gives() -> None:
    rows = [[1.5, 2.5], [3.5], [4.5]]
    assert in_parallel(dict, _rounded, rows, 2) == in_parallel(dict, _rounded, rows, 1) == [2, 2, 4, 4]


def _rounded(_: object, number: float) -> int:
    return round(number)
