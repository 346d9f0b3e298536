"""The calibration problem in an archive is judged where it lies there, beside the model."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import omex_model as o
import pytest

from igf1r_validation import omex_petab

pytest.importorskip("petab")


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return o.build(tmp_path)


def test_a_good_problem_passes(build: Path) -> None:
    found = omex_petab.judge(build, "fits")
    assert (found.status, found.findings, found.detail) == ("passed", (), "6 files")


DEFECTS = [
    ("petab/problem.yaml", b"../fits.xml", b"../../fits.xml", "fits.xml"),
    ("petab/observables.tsv", b"scale__blot * active", b"scale__blot * nothing", "nothing"),
    ("petab/parameters.tsv", b"k__is_made\t", b"k__is_mad\t", "k__is_mad"),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), DEFECTS)
def test_a_wrong_problem_is_found(build: Path, name: str, old: bytes, new: bytes, told: str) -> None:
    assert old in o.contents((build / "fits.omex").read_bytes())[name]
    o.replanted(build / "fits.omex", lambda files: files | {name: files[name].replace(old, new)})
    found = omex_petab.judge(build, "fits")
    assert found.status == "failed"
    assert any(told in one.message for one in found.findings), found.findings


def test_an_archive_without_a_problem_is_not_judged(build: Path) -> None:
    o.replanted(build / "fits.omex", lambda files: {n: c for n, c in files.items() if not n.startswith("petab/")})
    assert omex_petab.judge(build, "fits").status == "not applicable"


def test_without_an_archive_it_fails(build: Path) -> None:
    shutil.move(build / "fits.omex", build / "other.omex")
    assert [one.rule for one in omex_petab.judge(build, "fits").findings] == ["no archive"]


def test_without_petab_the_judge_has_not_run(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "petab", None)
    assert omex_petab.judge(build, "fits").status == "not run"
