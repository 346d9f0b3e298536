"""The robustness report: draws that repeat, shares that count, and deciders that are found."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from igf1r_validation.behaviours import robustness
from igf1r_validation.behaviours.entry import BEHAVIOURS, Behaviour, Check
from igf1r_validation.behaviours.lab import Table
from igf1r_validation.behaviours.robustness import Sample, assumed, deciders, draw, main, shares, write

CONSTANTS = [f"k{number}" for number in range(12)]


def sample(number: int, decider: str = "k3") -> Sample:
    """A draw in which one constant decides the number and the verdict."""
    factors = draw(CONSTANTS, 7, number)
    return Sample(factors, {"X01": (factors[decider] > 1, {"height": math.sqrt(factors[decider])})})


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Behaviour("X01", "must", "a claim", "a band", "", True, ("some",), lambda _: ())
    monkeypatch.setitem(BEHAVIOURS, "X01", entry)


def test_a_draw_repeats_and_stays_within_the_factor() -> None:
    assert draw(CONSTANTS, 1, 5) == draw(CONSTANTS, 1, 5)
    assert draw(CONSTANTS, 1, 5) != draw(CONSTANTS, 1, 6)
    assert draw(CONSTANTS, 1, 5) != draw(CONSTANTS, 2, 5)
    every = [factor for number in range(200) for factor in draw(CONSTANTS, 1, number).values()]
    assert 1 / 3 <= min(every) < 0.4 < 2.5 < max(every) <= 3
    assert abs(sum(map(math.log, every)) / len(every)) < 0.05


def test_only_assumed_constants_are_varied(tmp_path: Path) -> None:
    told = [("a", "assumed", 1.0), ("b", "measured", 1.0), ("c", "fitted", 2.0), ("d", "assumed", 0.0)]
    constants = [{"id": id, "basis": basis, "value": value} for id, basis, value in told]
    (tmp_path / "m.model.json").write_text(json.dumps({"constants": constants}), encoding="utf-8")
    assert assumed(tmp_path / "m.model.json") == ["a"]


def test_a_share_is_of_all_samples() -> None:
    drawn = [sample(number) for number in range(40)]
    held = sum(one.factors["k3"] > 1 for one in drawn)
    assert shares(drawn, ["X01"]) == {"X01": held / 40}
    broken = [*drawn, Sample(draw(CONSTANTS, 7, 40), {"X01": (False, {})})]
    assert shares(broken, ["X01"]) == {"X01": held / 41}


def test_the_constant_that_decides_comes_first() -> None:
    found = deciders([sample(number) for number in range(100)], "X01", "height")
    assert found[0][0] == "k3"
    assert found[0][1] == pytest.approx(1)
    assert len(found) <= robustness.DECIDERS
    assert deciders([sample(number) for number in range(5)], "X01", "height") == []  # too few to say anything


def test_a_behaviour_whose_experiment_breaks_off_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def table(self, id: str) -> Table:
            raise RuntimeError(f"{id} breaks off")

    monkeypatch.setattr(robustness, "_lab", Broken(), raising=False)
    entry = Behaviour("X02", "must", "a claim", "a band", "", True, ("some",), lambda _: [Check("one", 1.0)])
    assert robustness._measured(entry, {}) == (False, {})


def test_the_tables_say_what_was_found(tmp_path: Path, entered: None) -> None:
    drawn = [sample(number) for number in range(30)]
    first, second = write(drawn, ["X01"], tmp_path / "robustness", "m")
    held = shares(drawn, ["X01"])["X01"]
    assert first.read_text(encoding="utf-8") == f"id\tpriority\tsamples\tholds_in\nX01\tmust\t30\t{held:.3f}\n"
    assert "X01\theight\tk3\t1.00\n" in second.read_text(encoding="utf-8")


def test_help_tells_what_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "--samples" in capsys.readouterr().out
