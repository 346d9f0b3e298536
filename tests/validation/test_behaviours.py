"""The judge of published behaviours: what it counts, what it objects to, what it writes, and that it can fail."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import exp, nan
from pathlib import Path
from typing import Any

import helpers
import pytest
from turnover import CLEARED, IGF1, LOST, REST, k_clear, k_lost, write

from igf1r_model.dsl import arm, dose, doses, experiment, published, scaled
from igf1r_model.protocol import Experiment
from igf1r_validation import arms, behaviours
from igf1r_validation.behaviours.entry import BEHAVIOURS, PRIORITIES, Behaviour, Check, Priority, Tables
from igf1r_validation.verdict import Verdict

pytest.importorskip("matplotlib")
pytest.importorskip("roadrunner")

MODEL = "turns_over"
FILE = f"{MODEL}.experiments.json"
Enter = Callable[..., None]

DECAY = experiment(
    "decay", "Decay", "Is it lost?", reads="IGF1 kinase", until=2000, every=100,
    arms=(arm("control", dose(IGF1, 10)), arm("faster", dose(IGF1, 10), scaled(k_clear, 2, why="x", at=1000))),
    data=[published("control", IGF1, {1000: 3.7}, 0.5, scale="blot")],
)  # fmt: skip
BY_DOSE = experiment("by_dose", "By dose", "?", reads="IGF1", arms=[arm("a")], until=500, series=doses(IGF1, 0, 1, 8))
HUNGRY = experiment("hungry_cells", "Hungry", "?", reads="kinase", arms=[arm("a", context="hungry")], until=3000)
KNOCKED = experiment(
    "knocked", "Knock-down", "?", reads="kinase", until=10, arms=[arm("a", cell=[scaled(k_lost, 2, why="x")])]
)
ALL = (DECAY, BY_DOSE, HUNGRY, KNOCKED)


def measure(run: Tables) -> Iterator[Check]:
    left = run["decay"].at("control", "IGF1", 1000.0) / 10
    yield Check("left", left, 0.99 * exp(-1000 * CLEARED), 1.01 * exp(-1000 * CLEARED))
    faster = run["decay"].at("faster", "IGF1") / run["decay"].at("control", "IGF1")
    yield Check("faster", faster, 0.99 * exp(-1000 * CLEARED), 1.01 * exp(-1000 * CLEARED))


def by_dose(run: Tables) -> Iterator[Check]:
    yield Check("at 8 nM", run["by_dose"].response("a", "IGF1")[-1], 8 * exp(-501 * CLEARED), 8 * exp(-499 * CLEARED))


def hungry(run: Tables) -> Iterator[Check]:
    rest = (0.01 + 0.0025 * 4) / (2 * LOST)
    wanted = rest + (REST / 2 - rest) * exp(-2 * LOST * 3000)
    yield Check("kinase", run["hungry_cells"].at("a", "kinase"), 0.999 * wanted, 1.001 * wanted)


def knocked(run: Tables) -> Iterator[Check]:
    yield Check("kinase", run["knocked"].at("a", "kinase"), 0.99 * REST / 2, 1.01 * REST / 2)


def entry(id: str, **how: Any) -> Behaviour:
    one = Behaviour(id, "must", f"{id} is so", "as measured", "pubmed:19225456", True, ("decay",), measure)
    return replace(one, **how)


GOOD = (
    entry("A1"),
    entry("B1", uses=("by_dose",), measure=by_dose),
    entry("C1", uses=("hungry_cells",), measure=hungry),
    entry("D1", uses=("knocked",), measure=knocked),
)
OUT = entry("X1", measure=lambda _: [Check("share", 2.0, high=1.0)])


@pytest.fixture
def enter(monkeypatch: pytest.MonkeyPatch) -> Enter:
    """Put entries in the place of the real ones; everything is done in one process."""
    monkeypatch.setattr(arms, "cores", lambda: 1)
    return lambda *entries: monkeypatch.setattr(behaviours, "entries", lambda: list(entries))


def judged(folder: Path, *described: Experiment) -> Verdict:
    write(folder, *described)
    return behaviours.judge(folder, MODEL)


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / behaviours.TABLE).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


# What it counts and objects to.


def test_what_holds_passes(enter: Enter, tmp_path: Path) -> None:
    enter(*GOOD)
    verdict = judged(tmp_path, *ALL)
    assert verdict.findings == ()
    assert (verdict.status, verdict.file) == ("passed", FILE)
    assert verdict.detail == "must 4/4; 0 of 4 not applicable"


def test_a_must_that_fails_is_a_finding_with_its_number_and_band(enter: Enter, tmp_path: Path) -> None:
    enter(*GOOD, OUT)
    verdict = judged(tmp_path, *ALL)
    assert verdict.status == "failed"
    (found,) = verdict.findings
    assert (found.subject, found.rule, found.message) == ("X1", "must", "share 2 is not at most 1")


@pytest.mark.parametrize("priority", ["should", "could"])
def test_others_that_fail_are_told(enter: Enter, tmp_path: Path, priority: Priority) -> None:
    enter(GOOD[0], replace(OUT, priority=priority))
    verdict = judged(tmp_path, DECAY)
    assert verdict.status == "passed"
    assert verdict.detail == f"must 1/1, {priority} 0/1; not held: X1; 0 of 2 not applicable"


def test_what_nobody_confirmed_is_not_counted(enter: Enter, tmp_path: Path) -> None:
    enter(GOOD[0], replace(OUT, confirmed=False), entry("Y1", confirmed=False))
    verdict = judged(tmp_path, DECAY)
    assert verdict.status == "passed"
    assert verdict.detail == "must 1/1; 2 unconfirmed (1 pass; not counted); 0 of 3 not applicable"
    assert [row["confirmed"] for row in rows(tmp_path)] == ["yes", "no", "no"]


def test_what_is_not_modelled_or_not_in_this_model_is_not_applicable(enter: Enter, tmp_path: Path) -> None:
    enter(entry("N1", uses=(), measure=lambda _: (), lacks="nobody modelled it"), *GOOD)
    verdict = judged(tmp_path, DECAY)
    assert verdict.status == "passed"
    assert verdict.detail == "must 1/1; 4 of 5 not applicable"
    assert not (tmp_path / behaviours.TABLE).exists(), "only a model that can do all experiments has the table"


def test_a_model_with_no_experiment_that_is_needed_does_not_pass(enter: Enter, tmp_path: Path) -> None:
    enter(*GOOD)
    verdict = judged(tmp_path)
    assert (verdict.status, verdict.findings) == ("not applicable", ())
    assert verdict.detail == f"{MODEL} has no experiment that a behaviour needs"
    assert list(tmp_path.glob("behav*")) == []


def break_off(_: Tables) -> Iterator[Check]:
    yield Check("one", 1)
    raise ZeroDivisionError("float division by zero")


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"measure": break_off}, "breaks off: ZeroDivisionError: float division by zero"),
        ({"measure": lambda run: [Check("x", run["decay"].at("nobody", "IGF1"))]}, "breaks off: KeyError"),
        ({"measure": lambda run: [Check("x", run["decay"].at("control", "IGF1", 3.0))]}, "breaks off: ValueError"),
        ({"measure": lambda _: []}, "it measures nothing"),
    ],
)
def test_an_entry_that_cannot_be_measured_is_a_finding_whatever_its_priority(
    enter: Enter, tmp_path: Path, how: dict[str, Any], message: str
) -> None:
    enter(GOOD[0], entry("Z1", priority="could", confirmed=False, **how))
    (found,) = judged(tmp_path, DECAY).findings
    assert (found.subject, found.rule) == ("Z1", "breaks off")
    assert found.message.startswith(message)


def test_no_number_is_in_no_band(enter: Enter, tmp_path: Path) -> None:
    enter(entry("A1", measure=lambda _: [Check("x", nan)]))
    assert judged(tmp_path, DECAY).status == "failed"


# What it catches.


def spoilt(folder: Path, change: Callable[[dict[str, Any]], None]) -> Verdict:
    """Judge with a fault in the experiments file; a fault that changes nothing is no fault."""
    write(folder, *ALL)
    path = folder / FILE
    content = json.loads(path.read_text(encoding="utf-8"))
    before = json.dumps(content)
    change(content)
    assert json.dumps(content) != before
    path.write_text(json.dumps(content), encoding="utf-8")
    return behaviours.judge(folder, MODEL)


FAULTS: dict[str, tuple[str, Callable[[dict[str, Any]], Any]]] = {
    "a change that is ignored": ("A1", lambda c: c["experiments"][0]["arms"][1]["changes"].pop()),
    "a change at another time": ("A1", lambda c: c["experiments"][0]["arms"][1]["changes"][1].update(at=500)),
    "set in place of scale": ("A1", lambda c: c["experiments"][0]["arms"][1]["changes"][1].update(act="set")),
    "a dose in another unit": ("B1", lambda c: c["experiments"][1]["series"].update(values=[0, 1e3, 8e3])),
    "a value of the context left out": ("C1", lambda c: c["contexts"]["hungry"]["values"].pop("k_lost")),
    "a dose of the context left out": ("C1", lambda c: c["contexts"]["hungry"]["doses"].pop("EGF")),
    "the context left out": ("C1", lambda c: c["experiments"][2]["arms"][0].update(context="")),
    "the cell left out": ("D1", lambda c: c["experiments"][3]["arms"][0].update(cell=[])),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_file_is_found(enter: Enter, tmp_path: Path, fault: str) -> None:
    enter(*GOOD)
    id, change = FAULTS[fault]
    verdict = spoilt(tmp_path, change)
    assert [(found.subject, found.rule) for found in verdict.findings] == [(id, "must")]


def test_a_fault_in_the_sbml_file_is_found(enter: Enter, tmp_path: Path) -> None:
    enter(*GOOD)
    path = write(tmp_path, *ALL)
    text = path.read_text(encoding="utf-8")
    assert text.count('value="0.001"') == 1
    path.write_text(text.replace('value="0.001"', 'value="0.002"'), encoding="utf-8")
    assert {found.subject for found in behaviours.judge(tmp_path, MODEL).findings} == {"A1", "B1"}


def test_an_experiment_that_breaks_off_leaves_the_others(enter: Enter, tmp_path: Path) -> None:
    enter(*GOOD)
    verdict = spoilt(tmp_path, lambda c: c["experiments"][1]["series"].update(target="IGF9"))
    (found,) = verdict.findings
    assert (found.subject, found.rule) == ("B1", "breaks off")
    assert found.message.startswith("experiment by_dose, a at 0 nM: ")
    assert verdict.detail.startswith("must 3/4; not held: B1")


# What it writes.


def test_the_table(enter: Enter, tmp_path: Path) -> None:
    lacking = entry("N1", uses=(), measure=lambda _: (), lacks="nobody\nmodelled\tit", paper="", confirmed=False)
    noted = replace(OUT, id="O1", note="a limit of the model")
    enter(GOOD[0], lacking, noted, OUT)
    judged(tmp_path, DECAY)
    assert (tmp_path / behaviours.TABLE).read_text(encoding="utf-8").splitlines() == [
        "id\tresult\treason\tvalue\tband\tpaper\tconfirmed",
        "A1\tpass\t\tleft 0.368 (0.364201 to 0.371558); faster 0.368 (0.364201 to 0.371558)\tas measured"
        "\tpubmed:19225456\tyes",
        "N1\tnot_applicable\tnobody modelled it\t\tas measured\t\tno",
        "O1\tfail\ta limit of the model\tshare 2 (at most 1)\tas measured\tpubmed:19225456\tyes",
        "X1\tfail\tshare 2 is not at most 1\tshare 2 (at most 1)\tas measured\tpubmed:19225456\tyes",
    ]


def test_the_same_bytes_twice_and_no_file_is_touched(enter: Enter, tmp_path: Path) -> None:
    enter(*GOOD)
    judged(tmp_path, *ALL)
    files = [tmp_path / behaviours.TABLE, *sorted((tmp_path / behaviours.PLOTS).iterdir())]
    before = [(path.stat().st_mtime_ns, path.read_bytes()) for path in files]
    behaviours.judge(tmp_path, MODEL)
    assert [(path.stat().st_mtime_ns, path.read_bytes()) for path in files] == before
    for path in files:
        path.unlink()
    behaviours.judge(tmp_path, MODEL)
    assert [path.read_bytes() for path in files] == [content for _, content in before]


def test_a_figure_for_each_behaviour_that_was_measured(enter: Enter, tmp_path: Path) -> None:
    lacking = entry("N1", uses=(), measure=lambda _: (), lacks="nobody modelled it")
    enter(*GOOD, lacking, OUT)
    judged(tmp_path, *ALL)
    figures = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / behaviours.PLOTS).iterdir()}
    assert sorted(figures) == ["A1", "B1", "C1", "D1", "X1"]
    assert all(f"{id}: {id} is so" in text for id, text in figures.items())
    assert "holds: left 0.368 (band: 0.364201 to 0.371558)" in figures["A1"]
    assert "control, published (scaled)" in figures["A1"]
    assert "time (min)" in figures["A1"]
    assert "IGF1 (nM)" in figures["B1"]
    assert "FAILS: share 2 (band: at most 1)" in figures["X1"]
    assert "kinase" not in figures["A1"], "a readout that was not looked at is not drawn"
    assert all("dc:date" not in text for text in figures.values())


def test_several_processes_write_the_same(enter: Enter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(*GOOD)
    judged(tmp_path, *ALL)
    alone = (tmp_path / behaviours.TABLE).read_bytes(), (tmp_path / behaviours.PLOTS / "A1.svg").read_bytes()
    for path in [tmp_path / behaviours.TABLE, *(tmp_path / behaviours.PLOTS).iterdir()]:
        path.unlink()
    monkeypatch.setattr(arms, "cores", lambda: 2)
    assert behaviours.judge(tmp_path, MODEL).status == "passed"
    assert (tmp_path / behaviours.TABLE).read_bytes() == alone[0]
    assert (tmp_path / behaviours.PLOTS / "A1.svg").read_bytes() == alone[1]


# What is entered in the project itself.


def test_the_real_entries_are_whole() -> None:
    found = behaviours.entries()
    assert [one.id for one in found] == sorted(BEHAVIOURS)
    assert len(found) > 40
    for one in found:
        assert one.priority in PRIORITIES, one.id
        assert one.claim, one.id
        assert one.band, one.id
        assert one.lacks or one.uses, one.id
        assert not (one.lacks and one.uses), one.id


def test_one_model_has_every_experiment_that_behaviours_use() -> None:
    needed = {id for one in behaviours.entries() for id in one.uses}
    can = [id for id, model in helpers.models().items() if needed <= {one.id for one in model.experiments}]
    assert can == ["igf1r_full"], "without such a model no table is written, and nobody would notice"
