"""Plants a defect in the good tiny model and has a judge look at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from igf1r_validation.verdict import Verdict

DATA = Path(__file__).parent / "data"
Judge = Callable[[Path, str], Verdict]
Plant = Callable[..., Verdict]


@pytest.fixture
def plant(tmp_path: Path) -> Plant:
    """Judge the tiny model after a text in one of its files is replaced, `count` times (-1: everywhere)."""

    def planted(judge: Judge, old: str = "", new: str = "", suffix: str = "xml", count: int = 1) -> Verdict:
        for name in ("tiny.xml", "tiny.model.json"):
            shutil.copy(DATA / name, tmp_path)
        path = tmp_path / f"tiny.{suffix}"
        text = path.read_text(encoding="utf-8")
        assert old in text, "there is nothing to replace, so nothing would be planted"
        path.write_text(text.replace(old, new, count), encoding="utf-8")
        return judge(tmp_path, "tiny")

    return planted
