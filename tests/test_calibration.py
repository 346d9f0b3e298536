"""Calibration finds the constants that made the data, says which of them the data tell, and knows when it is old."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

import fit_models as f
import pytest

from igf1r_model import baseline, calibration, cli
from igf1r_model.assembly import Plan
from igf1r_model.calibrate import Choice, calibrate, chosen
from igf1r_model.dsl import PathwayError, Quantity, add, arm, assumed, dose, experiment, published, scaled
from igf1r_model.exporters import manifest, sbml
from igf1r_model.loading import assembled
from igf1r_model.model import Basis, Model
from igf1r_model.protocol import Arm, Experiment

pytest.importorskip("roadrunner")
pytest.importorskip("scipy")

ONE_START = Choice(starts=1)


@dataclass(frozen=True)
class Calibrated:
    """A plan that was calibrated, and where everything is."""

    plan: Plan
    table: Path
    reports: Path

    def model(self, plan: Plan | None = None) -> Model:
        return assembled(plan or self.plan, self.table)

    def row(self, constant: str) -> calibration.Row:
        return next(row for row in calibration.read(self.table).rows if row.constant == constant)


def calibrated(plan: Plan, folder: Path, choice: Choice = ONE_START) -> Calibrated:
    assert calibrate(plan, folder / "baseline", choice, folder / "reports") == 0
    return Calibrated(plan, folder / "calibration.tsv", folder / "reports")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Calibrated:
    return calibrated(f.PLAN, tmp_path_factory.mktemp("good"), Choice(starts=2))


@pytest.mark.parametrize(
    ("constant", "true"), [("k__is_activated", f.ON), ("k__falls_back", 60 * f.OFF), ("k__is_made", f.MAKES)]
)
def test_the_constants_that_made_the_data_are_found(good: Calibrated, constant: str, true: float) -> None:
    row = good.row(constant)
    assert row.value == pytest.approx(true, rel=1e-3)
    assert row.low is not None
    assert row.high is not None
    assert row.low < true < row.high
    assert row.identifiable


def test_the_factor_of_relative_data_is_found_beside_them(good: Calibrated) -> None:
    assert good.row("scale__blot").value == pytest.approx(3, rel=1e-3)
    assert good.row("scale__blot").low is None


def test_a_constant_names_the_experiments_that_tell_of_it(good: Calibrated) -> None:
    assert good.row("k__is_activated").data == "course response"
    assert good.row("k__is_made").data == "resting response"


def test_the_same_call_finds_the_same_bytes(good: Calibrated, tmp_path: Path) -> None:
    again = calibrated(f.PLAN, tmp_path, Choice(starts=2))
    assert again.table.read_bytes() == good.table.read_bytes()
    for name in ("fits.tsv", "fits.svg"):
        assert (again.reports / name).read_bytes() == (good.reports / name).read_bytes()


def test_the_report_has_every_published_number(good: Calibrated) -> None:
    lines = [line.split("\t") for line in (good.reports / "fits.tsv").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 1 + 11
    assert lines[2][:7] == ["course", "dosed", "", "active", "120", "11.1267", "0.15"]
    assert max(abs(float(line[-1])) for line in lines[1:]) < 0.05
    assert "k__is_made" in (good.reports / "fits.svg").read_text(encoding="utf-8")


# What a pair of constants has, which the data know the ratio of only.


def test_what_the_data_leave_open_is_held_by_its_prior(tmp_path: Path) -> None:
    data = published("none", "kinase", {0.0: f.rested()}, 0.05)
    rested = experiment(
        "resting", "resting", "How much?", reads="kinase", times=(0, 60), arms=(arm("none"),), data=data
    )
    pair = {"makes": f.guess(0.02, "nM/s"), "loses": f.guess(5e-4, "1/s")}
    found = calibrated(f.plan(pair, (rested,)), tmp_path)
    makes, loses = found.row("k__is_made"), found.row("k__is_lost")
    assert makes.value / loses.value == pytest.approx(f.rested(), rel=1e-2)
    assert not makes.identifiable
    assert not loses.identifiable
    assert makes.low is not None
    assert makes.high is not None
    left = math.log10(makes.high / makes.low) / (2 * 1.959964 * 0.5)
    assert left == pytest.approx(math.sqrt(0.5), rel=1e-2)
    why = next(c.quantity.why for c in found.model().constants if c.id == "k__is_made")
    assert why == "held by its prior, the data say little; started from 0.02 nM/s: a guess"


def test_what_the_data_say_nothing_of_stays_at_its_start(tmp_path: Path) -> None:
    given = {"makes": f.guess(0.02, "nM/s"), "off": f.guess(2e-3, "1/s")}
    found = calibrated(f.plan(given, (f.rest(),)), tmp_path)
    assert found.row("k__falls_back").value == pytest.approx(2e-3)
    assert (found.row("k__falls_back").identifiable, found.row("k__falls_back").data) == (False, "")
    assert found.row("k__is_made").identifiable


def test_a_constant_at_a_bound_is_told_and_not_stored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    narrow = f.plan({"off": f.guess(5e-4, "1/s", factor=2)}, (f.course(error=1e-3),))
    assert calibrate(narrow, tmp_path / "baseline", ONE_START, tmp_path) == 1
    assert "AT A BOUND: k__falls_back: the bounds are too narrow" in capsys.readouterr().err
    assert not (tmp_path / "calibration.tsv").exists()
    assert (tmp_path / "fits.tsv").exists()
    assert calibrate(narrow, tmp_path / "baseline", replace(ONE_START, force=True), tmp_path) == 0
    assert (tmp_path / "calibration.tsv").exists()


def test_the_best_factor_is_the_weighted_one() -> None:
    from igf1r_model.fitting.problem import Point
    from igf1r_model.fitting.search import data_residuals, scales

    data = ((2.0, 1.0, "s"), (6.0, 2.0, "s"), (5.0, 1.0, ""), (1.0, 1.0, "z"))
    points = [Point("e", "a", None, 0, "x", 0.0, value, error, scale) for value, error, scale in data]
    predicted = (1.0, 2.0, 4.0, 0.0)
    assert scales(points, predicted) == {"s": pytest.approx((2 + 12 / 4) / (1 + 4 / 4)), "z": 1.0}
    assert list(data_residuals(points, predicted)) == pytest.approx([-0.5, 0.5, 1.0, 1.0])


# The values in the model.


def test_a_calibrated_value_is_fitted_and_says_to_what(good: Calibrated) -> None:
    model, row = good.model(), good.row("k__falls_back")
    quantity = next(one.quantity for one in model.constants if one.id == "k__falls_back")
    assert (quantity.value, quantity.unit, quantity.basis) == (row.value, "1/min", Basis.FITTED)
    assert (quantity.low, quantity.high) == (row.low, row.high)
    assert quantity.why == "fitted to course, response; started from 0.05 1/min: a guess"
    assert quantity.source is None


def test_every_file_has_the_calibrated_value(good: Calibrated) -> None:
    model = good.model()
    assert f'value="{good.row("k__is_made").value:.15g}"' in sbml.export(model)
    told = {one["id"]: one for one in json.loads(manifest.export(model))["constants"]}
    assert told["k__is_made"]["basis"] == "fitted"
    assert told["k__is_made"]["value"] == good.row("k__is_made").value


def test_the_steady_state_knows_of_the_new_values(good: Calibrated) -> None:
    assert baseline.fingerprint(good.model()) != baseline.fingerprint(assembled(f.PLAN))


def test_a_model_without_a_table_is_at_its_starts(tmp_path: Path) -> None:
    model = assembled(f.PLAN, tmp_path / "none.tsv")
    started = next(one.quantity for one in model.constants if one.id == "k__falls_back")
    assert (started.value, started.basis, started.why) == (0.05, Basis.ASSUMED, "a guess")
    assert (calibration.state(model, tmp_path / "none.tsv"), model.fit) == ("none", None)


def test_a_constant_has_one_value_in_every_model(good: Calibrated) -> None:
    other = good.model(f.plan({"makes": f.THREE["makes"]}, (), id="other"))
    shared = next(one.quantity for one in other.constants if one.id == "k__is_made")
    assert (shared.value, shared.basis) == (good.row("k__is_made").value, Basis.FITTED)
    assert calibration.state(other, good.table) == "fresh"
    assert other.fit is None


def test_a_constant_that_is_not_estimated_takes_no_value(good: Calibrated) -> None:
    other = good.model(f.plan({}, (), id="other"))
    assert next(one.quantity.value for one in other.constants if one.id == "k__is_made") == f.MAKES
    assert calibration.state(other, good.table) == "none"


def changed(*experiments: Experiment, **given: Quantity) -> Plan:
    return f.plan({**f.THREE, **given}, experiments or f.PLAN.experiments)


CHANGES: dict[str, Plan] = {
    "start": changed(makes=f.guess(0.03, "nM/s")),
    "bounds": changed(makes=f.guess(0.02, "nM/s", factor=5)),
    "unit": changed(makes=f.guess(1.2, "nM/min")),
    "another constant": changed(loses=f.number(6e-4, "1/s")),
    "one estimate less": changed(off=f.number(f.OFF, "1/s")),
    "error of the data": changed(f.course(3.0, "blot", error=0.1), f.rest(), f.response()),
    "scale": changed(f.course(3.0, ""), f.rest(), f.response()),
    "less data": changed(f.course(3.0, "blot"), f.rest()),
}


@pytest.mark.parametrize("plan", CHANGES.values(), ids=CHANGES)
def test_a_change_of_what_the_fit_rests_on_makes_it_stale(good: Calibrated, plan: Plan) -> None:
    model = good.model(plan)
    assert calibration.state(good.model(), good.table) == "fresh"
    assert (calibration.state(model, good.table), model.fit) == ("stale", None)


def test_words_and_experiments_without_data_do_not_make_it_stale(good: Calibrated) -> None:
    more = experiment("more", "more", "What else?", reads="active", times=(0, 60), arms=(arm("none"),))
    plan = replace(changed(*f.PLAN.experiments, more), description="In other words.")
    assert calibration.state(good.model(plan), good.table) == "fresh"


def test_a_value_outside_of_new_bounds_is_not_taken(good: Calibrated) -> None:
    model = good.model(changed(makes=f.guess(0.2, "nM/s", factor=5)))
    assert next(one.quantity.value for one in model.constants if one.id == "k__is_made") == 0.2


def test_a_broken_table_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "calibration.tsv"
    path.write_text("# fits 123 misfit=1 penalty=2\nconstant\nk__is_made\tmuch\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"calibration\.tsv cannot be read .*type: igf1r-model calibrate"):
        assembled(f.PLAN, path)


# The command.

FILE = "import fit_models\nMODELS = {'fits': fit_models.PLAN, 'other': fit_models.plan({}, (), id='other')}\n"


def test_the_command_fits_a_file_s_model_and_the_build_uses_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.py"
    file.write_text(FILE, encoding="utf-8")
    assert cli.main(["calibrate", str(file), "--starts", "1", "--workers", "2"]) == 0
    assert "k__is_made       0.01 " in capsys.readouterr().out
    assert calibration.read(tmp_path / "calibration.tsv").model == "fits"
    assert cli.main(["build", str(file), "--out", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out/petab/fits/objective.tsv").exists()
    assert not (tmp_path / "out/petab/other").exists()
    file.write_text(FILE.replace("fit_models.PLAN", "fit_models.plan(fit_models.THREE, ())"), encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["build", str(file), "--out", str(tmp_path / "out")]) == 0
    assert "fits: laws, constants or data have changed since the constants were fitted" in capsys.readouterr().err


@pytest.fixture(autouse=True)
def in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # reports go to build/ there


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (f.plan({}, (f.rest(),)), "fits has no constant to fit; declare one with estimated"),
        (f.plan(f.THREE, ()), "fits has no data to fit to; give experiments data=published"),
    ],
)
def test_nothing_to_fit_is_one_clear_error(plan: Plan, said: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=said):
        calibrate(plan, tmp_path / "baseline", ONE_START, tmp_path)


def test_the_model_with_most_data_is_calibrated() -> None:
    plans = {"other": f.plan(f.THREE, (f.rest(),), id="other"), "fits": f.PLAN}
    assert chosen(plans).id == "fits"


# What is refused before anything is written.


def issues(plan: Plan) -> str:
    with pytest.raises(PathwayError) as error:
        assembled(plan)
    return str(error.value)


@pytest.mark.parametrize("bounds", [(0.0, 1.0), (1.0, 0.5), (0.1, 0.15), (-1.0, 1.0)])
def test_an_estimate_starts_between_positive_bounds(bounds: tuple[float, float]) -> None:
    wrong = replace(f.guess(0.2, "nM/s"), bounds=bounds)
    assert "must be positive, rising, and hold the start 0.2" in issues(f.plan({"makes": wrong}, ()))


def in_a_context(plan: Plan) -> Plan:
    (one,) = plan.contexts
    (setting,) = one.settings
    return replace(plan, contexts=(replace(one, settings=(replace(setting, quantity=f.guess(2, "nM")),)),))


def test_only_constants_of_the_model_can_be_estimated() -> None:
    assert "rich.ligand: estimated() is for constants of the model" in issues(in_a_context(f.plan({}, ())))


def test_too_many_estimates_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igf1r_model.checks.numbers.MOST_ESTIMATED", 2)
    assert "3 constants are estimated; at most 2 can be" in issues(f.PLAN)


def with_data(here: Arm, **more: object) -> Experiment:
    data = published(here.id, "active", {60.0: 1.0}, 0.1)
    made = experiment("wrong", "wrong", "Is it?", reads="active", times=(0, 60), arms=(here,), data=data)
    return replace(made, **more)  # type: ignore[arg-type]


WRONG: dict[str, tuple[Experiment, str]] = {
    "later": (with_data(arm("a", dose("ligand", 1, at=30))), "ligand cannot change at 30 s; only at time 0"),
    "added": (with_data(arm("a", add("ligand", 1))), "ligand must be set with dose(...), not added to or scaled"),
    "an estimated constant": (
        with_data(arm("a", scaled("k__is_made", 0.5, why="so"))),
        "has data and scales k__is_made, which is estimated; PEtab v1 can set it or scale it by 0",
    ),
}


@pytest.mark.parametrize(("wrong", "said"), WRONG.values(), ids=WRONG)
def test_data_rest_only_on_what_a_fit_can_say(wrong: Experiment, said: str) -> None:
    assert said in issues(f.plan(f.THREE, (wrong,)))
    assert assembled(f.plan(f.THREE, (replace(wrong, data=()),)))


def test_a_series_with_data_is_given_at_time_0() -> None:
    late = f.response()
    assert late.series is not None
    late = replace(late, series=replace(late.series, at=60.0))
    assert "the dose of ligand cannot be given at 60 s; only at time 0" in issues(f.plan({}, (late,)))


def test_the_name_of_a_scale_is_an_id() -> None:
    assert "the scale 'my blot' is no id" in issues(f.plan({}, (f.course(scale="my blot"),)))


def test_an_assumed_number_is_not_estimated() -> None:
    assert assumed(1, "nM", why="so").bounds is None
    assert f.guess(1, "nM").bounds == (0.1, 10)
