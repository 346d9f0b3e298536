"""Curves of engines and experiments are the same within the tolerance, at the time of a dose before or after it."""

from __future__ import annotations

import math

import pytest

from igf1r_validation.sedml_bench import measured
from igf1r_validation.sedml_compare import COPASI, EXPERIMENT, ROADRUNNER, Curve, compared


@pytest.mark.parametrize(
    ("factor", "passes"), [(1.0, True), (1 + 0.9e-4, True), (1 + 1.1e-4, False), (math.nan, False), (math.inf, False)]
)
def test_the_tolerance_is_that_of_the_project(factor: float, passes: bool) -> None:
    values = {COPASI: [1.0, 2.0], ROADRUNNER: [1.0, 2.0 * factor], EXPERIMENT: [1.0, 2.0]}
    one = measured("x.sedml", [Curve("dg_x", None, [0.0, 1.0], values, {})])
    assert (not one.findings) is passes
    assert {found.rule for found in one.findings} <= {"COPASI and libRoadRunner", "libRoadRunner and the experiment"}


def test_a_curve_that_stops_early_is_infinitely_far() -> None:
    values = {COPASI: [1.0, 2.0], ROADRUNNER: [1.0], EXPERIMENT: [1.0, 2.0]}
    assert [one.difference for one in compared(Curve("dg_x", 3.0, [0.0, 1.0], values, {}))] == [math.inf]


@pytest.mark.parametrize(
    ("copasi", "roadrunner", "apart"),
    [
        (5.0, 5.0, set()),  # both after the dose
        (1.0, 5.0, set()),  # one before it
        (3.0, 5.0, {(COPASI, EXPERIMENT)}),
        (1.0, 3.0, {(ROADRUNNER, EXPERIMENT)}),
    ],
)
def test_at_the_time_of_a_dose_a_reading_is_before_or_after_it(
    copasi: float, roadrunner: float, apart: set[tuple[str, str]]
) -> None:
    values = {COPASI: [1.0, copasi, 5.0], ROADRUNNER: [1.0, roadrunner, 5.0], EXPERIMENT: [1.0, 1.0, 5.0]}
    curve = Curve("dg_x", None, [0.0, 10.0, 20.0], values, {1: 5.0})
    assert {one.who for one in compared(curve) if one.difference > 0} == apart


def test_what_does_not_jump_is_compared_at_the_time_of_a_dose_too() -> None:
    values = {COPASI: [1.0, 1.0], ROADRUNNER: [1.0, 1.1], EXPERIMENT: [1.0, 1.0]}
    apart = compared(Curve("dg_x", None, [0.0, 10.0], values, {1: 1.0}))
    assert {one.who for one in apart if one.difference > 0} == {(COPASI, ROADRUNNER), (ROADRUNNER, EXPERIMENT)}
