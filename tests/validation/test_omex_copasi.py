"""COPASI opens a good archive and shows its figure; what it ignores, misunderstands or dies of is found."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import omex_model as o
import pytest

from igf1r_validation import omex_copasi
from igf1r_validation.runner import Judge, Task, perform
from igf1r_validation.verdict import Verdict

pytest.importorskip("COPASI")

FIGURE = "course__dosed.sedml"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return o.build(tmp_path_factory.mktemp("good"))


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good, tmp_path / "build"))


def judged(build: Path) -> Verdict:
    judge = Judge("omex-copasi", "igf1r_validation.omex_copasi", quick=False, isolated=True)
    return perform(Task(judge, build, "fits"))


def planted(build: Path, name: str, *changes: tuple[str, str]) -> Verdict:
    """The verdict when texts in an entry are others."""

    def change(files: o.Files) -> o.Files:
        text = files[name].decode()
        for old, new in changes:
            assert old in text, "there is nothing to replace, so nothing would be planted"
            text = text.replace(old, new, 1)
        return files | {name: text.encode()}

    o.replanted(build / "fits.omex", change)
    return judged(build)


def test_a_good_archive_opens_without_a_word(good: Path) -> None:
    found = judged(good)
    assert (found.status, found.findings) == ("passed", ())
    assert found.detail == "2400 s in 60 steps, 1 plots"


class FakeTask:
    """Scan and time course at once: what COPASI says when it cannot run, or has run and kept nothing."""

    def __init__(self, works: bool, rows: int) -> None:
        self.works, self.rows = works, rows

    def __getattr__(self, name: str) -> Any:
        answers = {
            "processRaw": self.works, "getRecordedSteps": self.rows, "getStepNumber": 60,
            "getProcessError": "too stiff", "getObjectName": "Scan",
        }  # fmt: skip
        return lambda *_: answers.get(name, self)


@pytest.mark.parametrize(
    ("works", "rows", "said"), [(False, 61, "Scan does not run: too stiff"), (True, 0, "has 0 rows, not 61")]
)
def test_a_task_that_does_not_run_is_found(works: bool, rows: int, said: str) -> None:
    found = list(omex_copasi._runs(FakeTask(works, rows), "x.sedml"))
    assert found
    assert all(one.rule == "run" and said in one.message for one in found)


def test_an_archive_without_a_scan_opens(copy: Path) -> None:
    change = [(o.SCAN.format(values="".join(f"<value>{value:g}</value>" for value in o.DOSES)), "")]
    change += [('taskReference="doses"', 'taskReference="task"')] * 2
    assert planted(copy, FIGURE, *change).findings == ()


def test_an_archive_without_simulations_opens(copy: Path) -> None:
    def change(files: o.Files) -> o.Files:
        lines = files["manifest.xml"].decode().splitlines(keepends=True)
        kept = {name: content for name, content in files.items() if not name.endswith(".sedml")}
        return kept | {"manifest.xml": "".join(line for line in lines if ".sedml" not in line).encode()}

    o.replanted(copy / "fits.omex", change)
    found = judged(copy)
    assert (found.findings, found.detail) == ((), "1 s in 100 steps, 0 plots")


def test_a_format_that_copasi_ignores_is_found(copy: Path) -> None:
    found = planted(copy, "manifest.xml", ("/sed-ml", "/sed-ml.level-1.version-4"), ('/sed-ml"', '/sed-ml.x"'))
    assert {"duration", "steps", "scan", "plots"} <= {one.rule for one in found.findings}


def test_copasi_dies_of_an_unknown_symbol(copy: Path) -> None:
    found = planted(copy, FIGURE, ("urn:sedml:symbol:time", "urn:sedml:symbol:times"))
    assert found.status == "failed"
    assert [one.rule for one in found.findings] == ["crash"]
    assert "SIGSEGV" in found.findings[0].message


DEFECTS = {
    "algorithm": ("KISAO:0000560", "KISAO:0000019", "message"),
    "unknown dose": ("species[@id='ligand']", "species[@id='nobody']", "message"),
    "dose of a number of molecules": ("@initialConcentration", "@initialAmount", "scan"),
    "dose that is none": ("/@initialConcentration", "/@name", "scan"),
    "curve of a species that is not there": ("species[@id='lit']", "species[@id='unlit']", "curves"),
    "curve of a parameter that is not there": (
        "listOfSpecies/sbml:species[@id='lit']",
        "listOfParameters/sbml:parameter[@id='lit']",
        "curves",
    ),
}


@pytest.mark.parametrize(("old", "new", "rule"), DEFECTS.values(), ids=DEFECTS)
def test_what_copasi_says_or_makes_of_it_is_found(copy: Path, old: str, new: str, rule: str) -> None:
    found = planted(copy, FIGURE, (old, new))
    assert found.status == "failed"
    assert any(one.rule.startswith(rule) for one in found.findings), found.findings


def opened(build: Path) -> object:
    """What COPASI holds of the good archive."""
    import COPASI

    data = COPASI.CRootContainer.addDatamodel()
    assert data.openCombineArchive(str(build / "fits.omex"))
    return data


HELD = [
    ("outputEndTime=\"2400\"", "outputEndTime=\"2401\"", "duration"),
    ("numberOfSteps=\"60\"", "numberOfSteps=\"61\"", "steps"),
    ("outputStartTime=\"0\"", "outputStartTime=\"60\"", "output start"),
    ("value=\"1e-9\"", "value=\"1e-8\"", "Relative Tolerance"),
    ("value=\"1e-20\"", "value=\"1e-12\"", "Absolute Tolerance"),
    ("<value>10</value>", "<value>11</value>", "scan"),
    ("species[@id='ligand']", "species[@id='kinase']", "scan"),
    ("species[@id='lit']", "species[@id='kinase']", "curves"),
    ("xDataReference=\"dg_time\"", "xDataReference=\"dg_lit\"", "curves"),
    ("Figure 1", "Figure 2", "plots"),
    ("</plot2D>", "</plot2D><plot2D id=\"more\" name=\"more\"/>", "plots"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule"), HELD)
def test_what_copasi_holds_is_compared_with_the_file(good: Path, old: str, new: str, rule: str) -> None:
    """COPASI has read the good file; the judge is told another."""
    from igf1r_validation.omex_archive import opened as read

    archive = read(good / "fits.omex")
    text = archive.contents[FIGURE].decode()
    assert old in text, "there is nothing to replace, so nothing would be planted"
    archive.contents[FIGURE] = text.replace(old, new, 1).encode()
    found = list(omex_copasi._simulation(opened(good), archive, archive.contents["fits.xml"]))
    assert [one.rule for one in found] == [rule]


def test_a_scan_that_is_not_in_the_file_is_found(good: Path) -> None:
    from igf1r_validation.omex_archive import opened as read

    archive = read(good / "fits.omex")
    archive.contents[FIGURE] = archive.contents["resting__none.sedml"].replace(b"resting__none", b"course__dosed")
    found = list(omex_copasi._simulation(opened(good), archive, archive.contents["fits.xml"]))
    assert {one.rule for one in found} == {"scan"}


def test_a_plot_that_no_file_has_is_found(good: Path) -> None:
    from dataclasses import replace

    from igf1r_validation.omex_archive import opened as read

    archive = replace(read(good / "fits.omex"), rows=())
    (finding,) = omex_copasi._simulation(opened(good), archive, archive.contents["fits.xml"])
    assert (finding.rule, "no master" in finding.message) == ("plots", True)


def test_another_model_is_found(good: Path) -> None:
    files = o.files()["fits.xml"].replace(b"<species ", b"<!-- ", 1)
    rule = [one.rule for one in omex_copasi._model(opened(good), o.files()["fits.xml"])]
    assert rule == []
    less = files.replace(b"<!-- ", b"<species ")
    start = less.index(b"<reaction ")
    end = less.index(b"</reaction>") + len(b"</reaction>")
    (finding,) = omex_copasi._model(opened(good), less[:start] + less[end:])
    assert finding.message == "the file has 4 reaction elements, COPASI holds 5"


def test_what_is_no_archive_fails(copy: Path) -> None:
    (copy / "fits.omex").write_bytes(b"<html/>")
    assert [one.rule for one in judged(copy).findings] == ["no archive"]


def test_without_copasi_the_judge_has_not_run(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "COPASI", None)
    assert omex_copasi.judge(good, "fits").status == "not run"
