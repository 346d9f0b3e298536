"""The judge that runs every experiment in two engines finds whatever one of them does differently."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from turnover import EGF, IGF1, REST, k_lost, write

from igf1r_model.dsl import arm, dose, doses, experiment, scaled
from igf1r_model.protocol import Experiment
from igf1r_validation import arms, two_engines
from igf1r_validation.arms import Run
from igf1r_validation.copasi_lab import CopasiLab
from igf1r_validation.stored_rests import RestingLab
from igf1r_validation.verdict import Verdict

pytest.importorskip("COPASI")
pytest.importorskip("roadrunner")

MODEL = "turns_over"
FILE = f"{MODEL}.experiments.json"
Change = Callable[[dict[str, Any]], Any]

TREATED = experiment(
    "treated", "Treated", "?", reads="IGF1 kinase twice", until=2000, every=100,
    arms=(arm("control"), arm("late", dose(IGF1, 10), scaled(k_lost, 2, why="x", at=1000), dose(EGF, 1, at=1500))),
)  # fmt: skip
BY_DOSE = experiment("by_dose", "By dose", "?", reads="IGF1", arms=[arm("a")], until=500, series=doses(IGF1, 0, 1, 8))
CELLS = experiment(
    "cells", "Cells", "?", reads="kinase", until=500,
    arms=(arm("hungry", context="hungry"), arm("knocked", context="hungry", cell=[scaled(k_lost, 3, why="x")])),
)  # fmt: skip
ALL = (TREATED, BY_DOSE, CELLS)


@pytest.fixture(autouse=True)
def _one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arms, "cores", lambda: 1)


def judged(folder: Path, *described: Experiment, sample: bool = False) -> Verdict:
    write(folder, *described)
    return two_engines.judge(folder, MODEL, sample)


def test_both_engines_agree(tmp_path: Path) -> None:
    verdict = judged(tmp_path, *ALL)
    assert verdict.findings == ()
    assert verdict.status == "passed"
    assert re.fullmatch(r"7 of 7 runs compared; worst \w+, \w+( at \d nM)?: \w+ \d\.\de-\d\d at \d+ s", verdict.detail)


def test_a_sample_is_one_run_of_every_second_experiment_and_always_the_same(tmp_path: Path) -> None:
    verdict = judged(tmp_path, *ALL, sample=True)
    assert verdict.detail.startswith("2 of 7 runs compared; ")
    assert two_engines.judge(tmp_path, MODEL, True) == verdict
    told = {one["id"]: one for one in json.loads((tmp_path / FILE).read_text())["experiments"]}
    sampled = [two_engines.sampled(told[id]) for id in ("treated", "by_dose", "cells")]
    assert sampled == [Run("treated", "late", None), Run("by_dose", "a", 8.0), Run("cells", "knocked", None)]


def test_a_model_without_experiments_does_not_pass(tmp_path: Path) -> None:
    verdict = judged(tmp_path)
    assert (verdict.status, verdict.detail) == ("not applicable", f"{MODEL} has no experiments")


# One engine reads other files than the other, as if it misunderstood them.

MISREADS: dict[str, tuple[str, str, Change]] = {
    "a change is ignored": ("treated", "late", lambda c: c["experiments"][0]["arms"][1]["changes"].pop()),
    "a change comes late": ("treated", "late", lambda c: c["experiments"][0]["arms"][1]["changes"][1].update(at=1100)),
    "a factor is set": ("treated", "late", lambda c: c["experiments"][0]["arms"][1]["changes"][1].update(act="set")),
    "a dose is in pM": ("treated", "late", lambda c: c["experiments"][0]["arms"][1]["changes"][0].update(value=0.01)),
    "a dose of a series": ("by_dose", "a", lambda c: c["experiments"][1]["series"].update(at=100)),
    "a value of a context": ("cells", "hungry", lambda c: c["contexts"]["hungry"]["values"].pop("kinase")),
    "a dose of a context": ("cells", "hungry", lambda c: c["contexts"]["hungry"]["doses"].pop("EGF")),
    "what the cell is": ("cells", "knocked", lambda c: c["experiments"][2]["arms"][1].update(cell=[])),
    "doses before the rest": (
        "cells", "knocked",
        lambda c: c["contexts"]["hungry"]["values"].update(EGF=4) or c.update(inputs=[]),
    ),
}  # fmt: skip


class Misled:
    """Two engines, the second one with other files."""

    other: tuple[Path, Path]

    def __init__(self, sbml: Path, experiments: Path) -> None:
        self.ours = RestingLab(sbml, experiments)
        self.theirs = CopasiLab(*self.other)


def misled(folder: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, change: Callable[[str], str]) -> Verdict:
    """Judge while COPASI gets one of the files changed."""
    write(folder, *ALL)
    (folder / "other").mkdir()
    names = [f"{MODEL}.xml", FILE]
    for name in names:
        text = (folder / name).read_text(encoding="utf-8")
        new = change(text) if name.endswith(suffix) else text
        assert new != text or not name.endswith(suffix), "nothing is planted"
        (folder / "other" / name).write_text(new, encoding="utf-8")
    monkeypatch.setattr(Misled, "other", tuple(folder / "other" / name for name in names), raising=False)
    monkeypatch.setattr(two_engines, "Pair", Misled)
    return two_engines.judge(folder, MODEL)


@pytest.mark.parametrize("fault", MISREADS)
def test_an_engine_that_runs_another_arm_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    id, arm_id, change = MISREADS[fault]

    def plant(text: str) -> str:
        content = json.loads(text)
        change(content)
        return json.dumps(content)

    verdict = misled(tmp_path, monkeypatch, ".json", plant)
    assert verdict.status == "failed"
    assert {(one.subject, one.rule) for one in verdict.findings} == {(id, "difference")}
    assert any(one.message.startswith(arm_id) for one in verdict.findings)


@pytest.mark.parametrize(("old", "new"), [('value="0.001"', 'value="0.0011"'), ('value="0.0025"', 'value="0.0026"')])
def test_an_engine_that_reads_another_model_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    verdict = misled(tmp_path, monkeypatch, ".xml", lambda text: text.replace(old, new))
    assert {one.rule for one in verdict.findings} == {"difference"}


def test_an_engine_that_breaks_off_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = misled(tmp_path, monkeypatch, ".json", lambda text: text.replace('"target": "EGF"', '"target": "EGF9"'))
    assert {(one.subject, one.rule) for one in verdict.findings} == {("treated", "breaks off")}
    assert "KeyError: 'EGF9'" in verdict.findings[0].message


@pytest.mark.parametrize(
    ("factor", "passes"), [(1.0, True), (1 + 0.9e-4, True), (1 + 1.1e-4, False), (math.nan, False), (math.inf, False)]
)
def test_the_tolerance_is_that_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, factor: float, passes: bool
) -> None:
    honest = CopasiLab.curves

    def scaled_curves(lab: CopasiLab, run: Run) -> dict[str, list[float]]:
        return {read: [value * factor for value in values] for read, values in honest(lab, run).items()}

    monkeypatch.setattr(CopasiLab, "curves", scaled_curves)
    assert (judged(tmp_path, CELLS).status == "passed") is passes


def test_a_curve_that_stops_early_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = CopasiLab.curves
    monkeypatch.setattr(CopasiLab, "curves", lambda lab, run: {r: v[:-1] for r, v in honest(lab, run).items()})
    assert judged(tmp_path, TREATED).status == "failed"


# Where a changed cell rests may stand in the file, computed beforehand.

AT_REST = REST / 6  # of the hungry cell, which loses twice as much, when it loses three times as much again


def with_rest(folder: Path, plant: Callable[[dict[str, float]], Any] = lambda rest: None) -> Verdict:
    """Judge a file with two arms of one cell and its rest, into which a defect may be planted."""
    arms = [arm(id, context="hungry", cell=[scaled(k_lost, 3, why="x")]) for id in ("one", "two")]
    write(folder, experiment("cells", "Cells", "?", reads="kinase", until=500, arms=arms))
    content = json.loads((folder / FILE).read_text(encoding="utf-8"))
    content["rests"] = {"cells__one": {"kinase": float(f"{AT_REST:.6g}")}}
    for one in content["experiments"][0]["arms"]:
        one["rest"] = "cells__one"
    plant(content["rests"]["cells__one"])
    (folder / FILE).write_text(json.dumps(content), encoding="utf-8")
    return two_engines.judge(folder, MODEL)


def test_a_stored_rest_with_six_digits_passes(tmp_path: Path) -> None:
    verdict = with_rest(tmp_path)
    assert verdict.findings == ()
    assert verdict.detail.endswith("; 1 stored rests of changed cells compared")


WRONG_RESTS: dict[str, tuple[Callable[[dict[str, float]], Any], str]] = {
    "a little off": (lambda rest: rest.update(kinase=AT_REST * 1.00012), "kinase 3.33373 nM, it rests at 3.33333 nM"),
    "the rest of the context": (lambda rest: rest.update(kinase=REST / 2), "kinase 10 nM, it rests at 3.33333 nM"),
    "no number": (lambda rest: rest.update(kinase=math.nan), "kinase nan nM, it rests at 3.33333 nM"),
    "an input": (lambda rest: rest.update(EGF=4.0), "EGF 4 nM, it rests at 0 nM"),
    "a form too few": (lambda rest: rest.pop("kinase"), "kinase is not listed"),
    "a form too many": (lambda rest: rest.update(other=1.0), "other is no form that can move"),
}


@pytest.mark.parametrize("fault", WRONG_RESTS)
def test_a_stored_rest_that_is_not_the_rest_is_found_once(tmp_path: Path, fault: str) -> None:
    plant, said = WRONG_RESTS[fault]
    verdict = with_rest(tmp_path, plant)
    assert [(one.subject, one.rule, one.message) for one in verdict.findings] == [
        ("cells", "rest", f"cells__one: {said}")
    ]


def test_a_stored_rest_that_differs_by_less_than_the_tolerance_passes(tmp_path: Path) -> None:
    assert with_rest(tmp_path, lambda rest: rest.update(kinase=AT_REST * 1.00008)).status == "passed"


def test_several_wrong_forms_are_one_finding(tmp_path: Path) -> None:
    verdict = with_rest(tmp_path, lambda rest: rest.update(kinase=1.0, EGF=4.0, IGF1=2.0))
    assert [one.message.endswith(", and 2 more forms") for one in verdict.findings] == [True]


def test_a_rest_that_an_arm_names_and_the_file_lacks_is_found(tmp_path: Path) -> None:
    with_rest(tmp_path)
    content = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    del content["rests"]
    (tmp_path / FILE).write_text(json.dumps(content), encoding="utf-8")
    (found,) = two_engines.judge(tmp_path, MODEL).findings
    assert (found.rule, found.message) == ("rest", "cells__one is not among the rests of the file")
