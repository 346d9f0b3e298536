"""The judge of PEtab problems accepts a good one, and finds what is planted in its tables."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import fit_models as f
import helpers
import pytest

from igf1r_model.calibrate import Choice, calibrate
from igf1r_model.loading import assembled
from igf1r_validation import petab_lint
from igf1r_validation.verdict import Verdict

pytest.importorskip("petab")
pytest.importorskip("roadrunner")
pytest.importorskip("scipy")

TABLES = Path("petab/fits")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    assert calibrate(f.PLAN, folder / "baseline", Choice(starts=1), folder / "reports") == 0
    helpers.write(assembled(f.PLAN, folder / "calibration.tsv"), folder / "build")
    return folder / "build"


def planted(good: Path, folder: Path, name: str, old: str, new: str) -> Verdict:
    """The verdict when a text in one of the tables is another (tabs are written as |)."""
    shutil.copytree(good, folder / "build")
    path = folder / "build" / TABLES / name
    text, old, new = path.read_text(encoding="utf-8"), old.replace("|", "\t"), new.replace("|", "\t")
    assert old in text, "there is nothing to replace, so nothing would be planted"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return petab_lint.judge(folder / "build", "fits")


def test_a_good_problem_passes_and_gives_the_sum_of_squares_of_the_fit(good: Path) -> None:
    found = petab_lint.judge(good, "fits")
    assert (found.status, found.findings) == ("passed", ())
    assert found.detail.startswith("11 data, sum of squares ")
    assert float(found.detail.split()[-1]) < 0.01


NUMBERS = [
    ("measurements.tsv", "|11.1267132700269|", "|12|", "measurements", "12 +- 0.15 at 120 s is not among the data"),
    ("measurements.tsv", "|300|0.15", "|301|0.15", "measurements", "at 301 s is not among the data"),
    ("measurements.tsv", "|600|0.15", "|600|0", "noise", "the error 0 must be above 0"),
    ("parameters.tsv", "|0.02|", "|", "petab", ""),
    ("parameters.tsv", "|0.002|0.2|", "|0.05|0.2|", "bounds", "0.05 to 0.2 do not enclose"),
    ("parameters.tsv", "k__is_made|", "k__is_mad|", "petab", "k__is_mad"),
    ("observables.tsv", "scale__blot * active", "scale__blot * activ", "petab", "activ"),
    ("measurements.tsv", "obs_kinase|rest", "obs_kinas|rest", "petab", "obs_kinas"),
    ("measurements.tsv", "|rest|resting__none", "|rest|resting__no", "petab", "resting__no"),
    ("conditions.tsv", "k__is_lost|", "k__is_los|", "petab", "k__is_los"),
    ("conditions.tsv", "course__dosed|10", "course__dosed|11", "misfit", "when the problem is evaluated"),
    ("conditions.tsv", "rest__resting__more|0|0.000125", "rest__resting__more|0|0.00013", "misfit", "evaluated"),
    ("observables.tsv", "scale__blot * active", "active", "petab", "scale__blot"),
    ("parameters.tsv", "-3.30102999566398;0.5", "-3.30102999566398;0.4", "penalty", "when the problem is evaluated"),
    ("problem.yaml", "conditions.tsv", "condition.tsv", "petab", "condition.tsv"),
]


@pytest.mark.parametrize(("name", "old", "new", "rule", "said"), NUMBERS[:3] + NUMBERS[4:])
def test_a_planted_fault_is_found(
    good: Path, tmp_path: Path, name: str, old: str, new: str, rule: str, said: str
) -> None:
    found = planted(good, tmp_path, name, old, new)
    assert found.status == "failed"
    assert any(one.rule == rule and said in f"{one.subject} {one.message}" for one in found.findings), found.findings


def test_a_constant_that_is_not_the_sbml_file_s_is_found(good: Path, tmp_path: Path) -> None:
    row = next(line for line in (good / TABLES / "parameters.tsv").read_text().splitlines() if "k__is_made" in line)
    cells = row.split("\t")
    found = planted(good, tmp_path, "parameters.tsv", "\t".join(cells), "\t".join([*cells[:5], "0.02", *cells[6:]]))
    assert [(one.subject, one.rule) for one in found.findings] == [("k__is_made", "nominal")]


def test_a_measurement_that_is_missing_is_found(good: Path, tmp_path: Path) -> None:
    text = (good / TABLES / "measurements.tsv").read_text(encoding="utf-8")
    found = planted(good, tmp_path, "measurements.tsv", f"{text.splitlines()[3]}\n", "")
    assert [one.rule for one in found.findings] == ["measurements"]
    assert found.findings[0].message == "10 measurements; the experiments have 11 data"


def test_a_problem_that_is_missing_is_found(good: Path, tmp_path: Path) -> None:
    shutil.copytree(good, tmp_path / "build")
    shutil.rmtree(tmp_path / "build/petab")
    found = petab_lint.judge(tmp_path / "build", "fits")
    assert [one.rule for one in found.findings] == ["missing"]


def without_data(good: Path, folder: Path) -> Path:
    shutil.copytree(good, folder / "build")
    path = folder / "build/fits.experiments.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    for one in told["experiments"]:
        one["data"] = []
    path.write_text(json.dumps(told), encoding="utf-8")
    return folder / "build"


def test_a_model_without_data_has_nothing_to_judge(good: Path, tmp_path: Path) -> None:
    build = without_data(good, tmp_path)
    assert [one.rule for one in petab_lint.judge(build, "fits").findings] == ["no data"]
    shutil.rmtree(build / "petab")
    found = petab_lint.judge(build, "fits")
    assert (found.status, found.detail) == ("not applicable", "the experiments have no data to fit")


def test_a_problem_that_was_not_fitted_is_not_compared(good: Path, tmp_path: Path) -> None:
    shutil.copytree(good, tmp_path / "build")
    (tmp_path / "build" / TABLES / "objective.tsv").unlink()
    found = petab_lint.judge(tmp_path / "build", "fits")
    assert found.status == "passed"
    assert found.detail.endswith("; not fitted, or not since the model changed")


def test_a_constant_that_one_condition_sets_is_searched_in_the_others(tmp_path: Path) -> None:
    plan = f.plan(f.THREE, (f.rest(), f.course(), f.unmade()))
    assert calibrate(plan, tmp_path / "baseline", Choice(starts=1), tmp_path / "reports") == 0
    helpers.write(assembled(plan, tmp_path / "calibration.tsv"), tmp_path / "build")
    assert "fit__k__is_made" in (tmp_path / "build" / TABLES / "parameters.tsv").read_text(encoding="utf-8")
    found = petab_lint.judge(tmp_path / "build", "fits")
    assert (found.status, found.findings) == ("passed", ())
