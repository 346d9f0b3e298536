"""Ids are what other people's scripts refer to: a rename is a line in a file that somebody must approve."""

from __future__ import annotations

import shutil
from pathlib import Path

import golden
import pytest


def test_the_ids_of_every_model_are_the_accepted_ones() -> None:
    accepted = golden.IDS.read_text(encoding="utf-8").splitlines()
    now = golden.ids_of_all_models().splitlines()
    gone, new = sorted(set(accepted) - set(now)), sorted(set(now) - set(accepted))
    assert (gone, new) == ([], []), "ids changed; if that is meant, look at the difference and type `make golden`"
    assert accepted == now, "the ids are the same but out of order; type `make golden`"


def test_no_model_says_the_same_id_twice_as_one_kind() -> None:
    lines = golden.IDS.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 100
    assert len(set(lines)) == len(lines)


def test_golden_rewrites_what_differs_and_removes_what_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("golden", "verbs"):
        shutil.copytree(golden.HERE / name, tmp_path / "tests" / name)
    monkeypatch.setattr(golden, "HERE", tmp_path / "tests")
    monkeypatch.setattr(golden, "IDS", tmp_path / "tests/golden/ids.txt")
    monkeypatch.setattr(golden, "VERBS", tmp_path / "tests/verbs")
    golden.main()
    assert capsys.readouterr().out == ""
    (golden.VERBS / "bind.txt").write_text("something else")
    (golden.VERBS / "unknown_verb.txt").write_text("left over")
    golden.main()
    assert capsys.readouterr().out == "removed tests/verbs/unknown_verb.txt\nrewrote tests/verbs/bind.txt\n"
    assert golden.verb_file("bind").read_bytes() == (Path(__file__).parent / "verbs/bind.txt").read_bytes()
    assert not (golden.VERBS / "unknown_verb.txt").exists()
