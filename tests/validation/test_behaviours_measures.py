"""The small measures of behaviours, against closed formulas."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from igf1r_validation.behaviours.entry import (
    BEHAVIOURS,
    Check,
    area,
    behaviour,
    dose_for,
    ec50,
    hill,
    ic50,
    not_modelled,
    rise_time,
)

DOSES = [10 ** (exponent / 20) for exponent in range(-60, 61)]  # 0.001 to 1000, close enough to interpolate


def sigmoid(half: float, number: float = 1.0, top: float = 1.0, rest: float = 0.0) -> list[float]:
    return [rest + top * dose**number / (half**number + dose**number) for dose in DOSES]


@pytest.mark.parametrize("half", [0.02, 1.0, 30.0])
def test_the_half_maximal_dose(half: float) -> None:
    assert ec50(DOSES, sigmoid(half, 2)) == pytest.approx(half, rel=2e-2)
    assert ec50(DOSES, sigmoid(half, 2, rest=5), rest=5) == pytest.approx(half, rel=2e-2)
    falling = [1 - value for value in sigmoid(half)]
    assert ic50(DOSES, falling, 1.0) == pytest.approx(half, rel=2e-2)
    assert dose_for(DOSES, falling, 0.1) == pytest.approx(9 * half, rel=2e-2)


@pytest.mark.parametrize("number", [1.0, 1.5, 2.0])
def test_the_hill_number(number: float) -> None:
    assert hill(DOSES, sigmoid(1.0, number)) == pytest.approx(number, rel=2e-2)


def test_a_dose_is_interpolated_on_its_logarithm() -> None:
    assert dose_for([1, 100], [0, 1], 0.5) == pytest.approx(10)
    assert dose_for([1, 100], [1, 0], 0.25) == pytest.approx(100**0.75)
    assert dose_for([1, 10, 100], [0, 0.5, 1], 0.5) == pytest.approx(10)


@pytest.mark.parametrize(("responses", "level"), [([0.1, 0.2, 0.3], 0.5), ([0.5, 0.5, 0.5], 0.5), ([1.0, 0.9], 0.5)])
def test_a_level_that_is_never_crossed_has_no_dose(responses: Sequence[float], level: float) -> None:
    assert math.isnan(dose_for([1, 2, 3][: len(responses)], responses, level))


def test_the_area_of_a_line_and_of_a_decay() -> None:
    assert area([0, 1, 4], [0, 2, 8]) == pytest.approx(16)
    times = [n / 100 for n in range(1001)]
    assert area(times, [math.exp(-t) for t in times]) == pytest.approx(1 - math.exp(-10), rel=1e-4)


def test_the_rise_time() -> None:
    times = [float(n) for n in range(0, 2001, 10)]
    rising = [1 - math.exp(-t / 100) for t in times]
    assert rise_time(times, rising) == pytest.approx(100 * math.log(10), rel=1e-2)
    assert rise_time(times, rising, 0.5) == pytest.approx(100 * math.log(2), rel=1e-2)
    assert rise_time([0, 10, 20], [0, 2, 1], 1.0) == 10  # the first time, though it falls afterwards
    assert rise_time([0, 10], [1, 0.5]) == 0


@pytest.mark.parametrize(
    ("check", "holds", "band"),
    [
        (Check("x", 1, 0.5, 2), True, "0.5 to 2"),
        (Check("x", 0.5, 0.5, 2), True, "0.5 to 2"),
        (Check("x", 2, 0.5, 2), True, "0.5 to 2"),
        (Check("x", 2.001, 0.5, 2), False, "0.5 to 2"),
        (Check("x", 3, low=2), True, "at least 2"),
        (Check("x", 3, high=2), False, "at most 2"),
        (Check("x", 3), True, "any number"),
        (Check("x", math.nan), False, "any number"),
        (Check("x", math.nan, 0, 1), False, "0 to 1"),
        (Check("x", math.inf, high=1), False, "at most 1"),
    ],
)
def test_a_check(check: Check, holds: bool, band: str) -> None:
    assert (check.holds, check.band) == (holds, band)
    assert ("not in the band" in str(check)) is not holds


def test_a_behaviour_is_entered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igf1r_validation.behaviours.entry.BEHAVIOURS", {})
    behaviour("A01", "must", "it is", band="1", paper="", uses=("trial",))(lambda _: [])
    with pytest.raises(ValueError, match="A01 is entered twice"):
        not_modelled("A01", "could", "it is", band="1", paper="", lacks="nothing does it")
    assert "A01" not in BEHAVIOURS
