"""The judge that runs SED-ML files in two engines finds a file that says something else than its experiment."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sedml_planting import ALL, CELLS, MODEL, written

from igf1r_validation import arms, sedml_bench, sedml_curves
from igf1r_validation.arms import Run
from igf1r_validation.sedml_copasi import CopasiDesk, Opened
from igf1r_validation.sedml_roadrunner import RoadRunnerDesk
from igf1r_validation.sedml_told import NotUnderstoodError, Told, read
from igf1r_validation.verdict import Verdict

pytest.importorskip("COPASI")
pytest.importorskip("roadrunner")

BY_DOSE_FILE, LATE = "by_dose__a.sedml", "treated__late.sedml"


@pytest.fixture(autouse=True)
def _one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arms, "cores", lambda: 1)


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return written(tmp_path, *ALL)


def judged(build: Path) -> Verdict:
    return sedml_curves.judge(build, MODEL)


def planted(build: Path, file: str, old: str, new: str, count: int = 1) -> Verdict:
    """Judge after a text in a file is replaced."""
    path = build / MODEL / file
    text = path.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=count)
    assert changed != text, "nothing is planted"
    path.write_text(changed, encoding="utf-8")
    return judged(build)


def found(verdict: Verdict) -> set[tuple[str, str]]:
    assert verdict.status == ("failed" if verdict.findings else "passed")
    return {(one.subject, one.rule) for one in verdict.findings}


def test_both_engines_and_the_experiments_agree(build: Path) -> None:
    verdict = judged(build)
    assert verdict.findings == ()
    assert verdict.status == "passed"
    # Time is a curve too: 2 doses of 3, 3 arms of 4, 2 arms of 2; each with 61 points.
    told = (
        r"6 of 6 files run, 22 curves, 1342 points; worst \w+\.sedml, dg_\w+( at \d nM)? at [\d.]+ s: .* \d\.\de-\d\d\)"
    )
    assert re.fullmatch(told, verdict.detail)


# A file that says something else.

TO_SPECIES = r"(<changeAttribute newValue=\")[^\"]+(\" target=\"[^\"]+'{}'\]/@initialConcentration)"
TO_PARAMETER = r"(<changeAttribute newValue=\")[^\"]+(\" target=\"[^\"]+'{}'\]/@value)"
BOTH = {"COPASI and the experiment", "libRoadRunner and the experiment"}

DEFECTS: dict[str, tuple[str, str, str, set[str]]] = {
    "a dose is another": ("treated__early.sedml", TO_SPECIES.format("EGF"), r"\g<1>3.1\2", BOTH),
    "an addition is lost": ("treated__early.sedml", TO_SPECIES.format("IGF1"), r"\g<1>10\2", BOTH),
    "a value of a context is another": ("cells__hungry.sedml", TO_PARAMETER.format("k_lost"), r"\g<1>0.0011\2", BOTH),
    "a rest is another": ("cells__knocked.sedml", TO_SPECIES.format("kinase"), r"\g<1>3\2", BOTH),
    "a slot has another time": (LATE, TO_PARAMETER.format("dose__IGF1__time"), r"\g<1>1100\2", BOTH),
    "a slot has another dose": (LATE, TO_PARAMETER.format("dose__IGF1__nM"), r"\g<1>3.1\2", BOTH),
    "a slot is never used": (LATE, TO_PARAMETER.format("dose__EGF__time"), r"\g<1>0\2", BOTH),
    "an added dose is never given": (
        "treated__added.sedml", TO_PARAMETER.format("addition__IGF1__time"), r"\g<1>0\2", BOTH,
    ),
    "another species is changed": (LATE, r"'IGF1'\]/@initialC", "'EGF']/@initialC", BOTH),
    "another species is read": (LATE, r"(v_kinase\" target=\"[^']+')kinase", r"\1IGF1", BOTH),
    "the dose is of another": (BY_DOSE_FILE, r"'IGF1'\]/@initialC", "'EGF']/@initialC", BOTH),
    "a dose of the series is another": (BY_DOSE_FILE, "<value>8</value>", "<value>8.001</value>", {"doses"}),
    "a dose of the series is lost": (BY_DOSE_FILE, "<value>8</value>", "", {"doses"}),
    "the end is another": (LATE, 'EndTime="2000"', 'EndTime="1900"', {"end (s)", "times"}),
    "the steps are others": (LATE, r'numberOfSteps="\d+"', 'numberOfSteps="61"', {"times"}),
    "the tolerance is another": (LATE, 'value="1e-9"', 'value="1e-3"', {"tolerances"}),
    "the model is another": (LATE, r"\.\./turns_over\.xml", "other.xml", {"model"}),
    "a column is lost": (LATE, r'<dataSet id="ds_twice"[^>]+>', "", {"readouts", "data generators"}),
    "a column is called otherwise": (LATE, 'label="kinase"', 'label="AKT"', {"readouts"}),
    "a curve is lost": (LATE, r'<curve id="curve_twice"[^>]+>', "", {"curves"}),
}  # fmt: skip


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_file_that_says_something_else_is_found(build: Path, defect: str) -> None:
    file, old, new, rules = DEFECTS[defect]
    assert found(planted(build, file, old, new)) == {(file, rule) for rule in rules}


def test_a_finding_tells_generator_dose_time_and_both_values(build: Path) -> None:
    verdict = planted(build, BY_DOSE_FILE, r"'IGF1'\]/@initialC", "'EGF']/@initialC")
    told = r"dg_\w+ at [18] nM at [\d.]+ s: (COPASI|libRoadRunner) [\d.e-]+, the experiment [\d.e-]+ \(relative .*\)"
    assert all(re.fullmatch(told, one.message) for one in verdict.findings)


UNKNOWN: dict[str, tuple[str, str, str]] = {
    "a method": ("KISAO:0000560", "KISAO:0000019", "run by KISAO:0000560"),
    "a start": ('outputStartTime="0"', 'outputStartTime="10"', "must start at 0"),
    "an attribute": (r"/@initialConcentration", "/@initialAmount", "neither an initialConcentration nor"),
    "a target": (r"listOfSpecies/sbml:species\[", "listOfReactions/sbml:reaction[", "no species and no parameter"),
    "a formula": ("<ci>v_kinase</ci>", "<apply><plus/><ci>v_kinase</ci><cn>1</cn></apply>", "one variable as it is"),
    "a change": ("<changeAttribute ", "<computeChange ", "must be a changeAttribute"),
    "a list": ("</sedML>", "<listOfStyles/></sedML>", "sedML has listOfStyles; known are listOfModels"),
    "no XML": ("</sedML>", "</sed>", "XMLSyntaxError"),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_is_not_understood_is_a_finding(build: Path, what: str) -> None:
    old, new, said = UNKNOWN[what]
    verdict = planted(build, LATE, old, new)
    assert found(verdict) == {(LATE, "breaks off")}
    assert said in verdict.findings[0].message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('resetModel="true"', 'resetModel="false"', "must reset the model"),
        ("<ci>dose</ci>", "<ci>other</ci>", "set one value to its range"),
        ('taskReference="doses"', 'taskReference="task"', "must be of the last task"),
        ("vectorRange", "functionalRange", "a repeated task has functionalRange"),
    ],
)
def test_a_series_that_is_not_understood_is_a_finding(build: Path, old: str, new: str, said: str) -> None:
    path = build / MODEL / BY_DOSE_FILE
    path.write_text(re.sub(old, new, path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(NotUnderstoodError, match=said):
        read(path)
    assert found(judged(build)) == {(BY_DOSE_FILE, "breaks off")}


def test_the_master_is_opened_in_silence_and_with_the_file_itself(build: Path) -> None:
    change = (
        "<listOfChanges><changeAttribute newValue=\"0\" target=\"/sbml:sbml/sbml:model/sbml:listOfSpecies"
        "/sbml:species[@id='EGF']/@initialConcentration\"/></listOfChanges></model>"
    )  # fmt: skip
    verdict = planted(build, BY_DOSE_FILE, r'(<model id="model"[^>]*)/>', rf"\1>{change}")
    assert found(verdict) == {(BY_DOSE_FILE, "message")}
    assert verdict.findings[0].message == sedml_bench.ALLOWED


def test_a_message_that_is_not_the_allowed_one_is_found(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sedml_bench, "ALLOWED", "something else")
    changed = {f"{one.id}__{a.id}.sedml" for one in ALL[1:] for a in one.arms}
    assert found(judged(build)) == {(file, "message") for file in changed}


def test_uris_that_copasi_does_not_know_are_messages(build: Path) -> None:
    path = build / f"{MODEL}.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("taxonomy", "taxonomies"), encoding="utf-8")
    assert found(judged(build)) == {(BY_DOSE_FILE, "message")}


# Which files there are.


def test_a_missing_file_and_a_file_of_no_arm_are_found(build: Path) -> None:
    folder = build / MODEL
    (folder / LATE).rename(folder / "treated__latest.sedml")
    verdict = judged(build)
    assert found(verdict) == {(LATE, "no file"), ("treated__latest.sedml", "no arm")}
    assert verdict.detail.endswith("; 1 of 6 arms have no file")


def test_a_cell_whose_rest_is_not_known_may_have_no_file(tmp_path: Path) -> None:
    verdict = judged(written(tmp_path, *ALL, rests=False))
    assert verdict.status == "passed"
    assert verdict.detail.endswith("; 1 of 6 arms have no file")


def test_an_arm_must_have_a_file_if_the_model_has_its_events() -> None:
    def told(*changes: tuple[str, str, float], cell: Sequence[str] = ()) -> dict[str, Any]:
        return {"cell": cell, "changes": [{"act": act, "target": id, "at": at} for act, id, at in changes]}

    once: dict[str, Any] = {"series": None}
    twice = told(("set", "IGF1", 1), ("set", "IGF1", 2))
    assert sedml_curves.sayable(once, told(("scale", "IGF1", 0)), ())
    assert sedml_curves.sayable(once, twice, ("dose__IGF1", "dose__IGF1__2", "dose__EGF"))
    assert not sedml_curves.sayable(once, twice, ("dose__IGF1", "addition__IGF1"))
    assert not sedml_curves.sayable(once, told(("scale", "k", 1)), ("dose__IGF1",))
    assert not sedml_curves.sayable(once, told(cell=["x"]), ())
    assert sedml_curves.sayable(once, {**told(cell=["x"]), "rest": "cell__a"}, ())
    assert not sedml_curves.sayable({"series": {"at": 5.0}}, told(), ())


def test_a_model_without_experiments_does_not_pass(tmp_path: Path) -> None:
    verdict = judged(written(tmp_path))
    assert (verdict.status, verdict.detail) == ("not applicable", f"{MODEL} has no experiments")


def test_a_model_whose_arms_cannot_be_told_does_not_pass(tmp_path: Path) -> None:
    verdict = judged(written(tmp_path, replace(CELLS, arms=CELLS.arms[1:]), rests=False))
    assert (verdict.status, verdict.detail) == ("not applicable", f"no arm of {MODEL} can be told in SED-ML")


def test_without_an_engine_it_is_not_run(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "COPASI", None)
    assert judged(build).status == "not run"


def test_a_sample_has_one_of_each_kind_and_is_always_the_same(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = json.loads((build / f"{MODEL}.experiments.json").read_text(encoding="utf-8"))
    told = {one["id"]: one for one in content["experiments"]}
    files = {f"{one.id}__{a.id}.sedml": Run(one.id, a.id, None) for one in ALL for a in one.arms}
    chosen = [BY_DOSE_FILE, "cells__hungry.sedml", "cells__knocked.sedml", LATE, "treated__added.sedml"]
    assert list(sedml_curves.sampled(told, files)) == [*chosen, "treated__early.sedml"]
    assert sedml_curves.judge(build, MODEL, True).detail.startswith("6 of 6 files run")
    monkeypatch.setattr(sedml_curves, "FEW", 5)
    monkeypatch.setattr(sedml_curves, "sampled", lambda _, files: {LATE: files[LATE]})
    assert sedml_curves.judge(build, MODEL, True).detail.startswith("1 of 6 files run")


def test_a_sample_has_the_file_that_reads_most() -> None:
    plain = {"id": "a", "context": "", "cell": [], "changes": []}
    told = {id: {"arms": [plain], "reads": ["x"] * n, "times": [9.0], "series": None} for id, n in (("p", 1), ("q", 2))}
    files = {f"{id}__a.sedml": Run(id, "a", None) for id in ("p", "r", "q")}
    told["r"] = told["p"]
    assert list(sedml_curves.sampled(told, files)) == ["p__a.sedml", "q__a.sedml"]


# Engines that disagree, and what COPASI loses.


def misled(monkeypatch: pytest.MonkeyPatch, change: Callable[[Told], Told]) -> None:
    """The second engine runs another file."""
    honest = RoadRunnerDesk.curves
    monkeypatch.setattr(RoadRunnerDesk, "curves", lambda desk, told: honest(desk, change(told)))


def test_engines_that_disagree_are_found(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    misled(monkeypatch, lambda told: replace(told, changes=told.changes[1:]))
    subjects = {one.subject for one in judged(build).findings if one.rule == "COPASI and libRoadRunner"}
    assert LATE in subjects
    assert BY_DOSE_FILE not in subjects


LOST: dict[str, Callable[[Opened], Opened]] = {
    "plots": lambda one: replace(one, plots=()),
    "task": lambda one: replace(one, asked=("Steady-State", *one.asked[1:])),
    "time course": lambda one: replace(one, course=(*one.course[:2], 1e-6, 1e-12)),
    "scan": lambda one: replace(one, doses=(1.0,)),
    "report columns": lambda one: replace(one, columns=(*one.columns, "CN=more")),
    "rows": lambda one: replace(one, rows=one.rows[1:]),
}


@pytest.mark.parametrize("what", LOST)
def test_what_copasi_loses_is_found(build: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    honest = CopasiDesk.opened
    monkeypatch.setattr(CopasiDesk, "opened", lambda desk, path: LOST[what](honest(desk, path)))
    assert {one.rule for one in judged(build).findings} == {what}


def test_nothing_is_written_into_the_build(build: Path) -> None:
    before = {path: path.read_bytes() for path in build.rglob("*") if path.is_file()}
    judged(build)
    assert {path: path.read_bytes() for path in build.rglob("*") if path.is_file()} == before
