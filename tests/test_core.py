"""What igf1r_core does, simulated from the SBML text that is shipped: rest without ligand, response to IGF1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from igf1r_model.exporters import sbml
from igf1r_model.interop import load

HOUR = 3600.0
OBSERVED = ("pIGF1R", "pAKT", "pERK", "pS6K", "totalIRS1", "occupancy", "nuclearFOXO")


@pytest.fixture(scope="module")
def text() -> str:
    import roadrunner

    roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
    return sbml.export(load("igf1r_core"))


def simulate(text: str, doses: Mapping[str, float], hours: float, points: int) -> Any:
    """Time (s) and observables, one row a point."""
    import roadrunner

    runner = roadrunner.RoadRunner(text)
    for species, dose in doses.items():
        runner[f"init([{species}])"] = dose
    runner.integrator.relative_tolerance = 1e-9
    runner.integrator.absolute_tolerance = 1e-20
    return runner.simulate(0, hours * HOUR, points, ["time", *OBSERVED])


def column(result: Any, name: str) -> Any:
    return result[:, 1 + OBSERVED.index(name)]


def test_rests_without_ligand(text: str) -> None:
    import roadrunner

    runner = roadrunner.RoadRunner(text)
    runner.integrator.relative_tolerance = 1e-9
    runner.integrator.absolute_tolerance = 1e-20
    before = runner.model.getFloatingSpeciesConcentrations().copy()
    runner.simulate(0, 24 * HOUR, 2)
    after = runner.model.getFloatingSpeciesConcentrations()
    for species, x, y in zip(runner.model.getFloatingSpeciesIds(), before, after, strict=True):
        assert y == pytest.approx(x, rel=0.01, abs=1e-6), species


def test_igf1_activates_receptor_and_akt_within_minutes(text: str) -> None:
    result = simulate(text, {"IGF1": 10}, 0.5, 31)  # a point a minute
    assert column(result, "pIGF1R")[10] > 0.8 * max(column(result, "pIGF1R"))
    assert column(result, "pAKT")[15] > 4 * column(result, "pAKT")[0]


def test_igf1_raises_erk_for_a_while_only(text: str) -> None:
    result = simulate(text, {"IGF1": 10}, 2, 121)
    peak = max(column(result, "pERK"))
    assert peak > 10 * column(result, "pERK")[0]
    assert column(result, "pERK")[60] < 0.6 * peak


def test_igf1_raises_s6k_and_lowers_irs1_over_hours(text: str) -> None:
    result = simulate(text, {"IGF1": 10}, 24, 25)
    assert column(result, "pS6K")[1] > 1.7 * column(result, "pS6K")[0]
    assert column(result, "totalIRS1")[24] < 0.7 * column(result, "totalIRS1")[0]
    assert column(result, "nuclearFOXO")[1] < 0.5 * column(result, "nuclearFOXO")[0]


def test_half_maximal_dose_is_below_a_nanomolar(text: str) -> None:
    doses = (0.1, 1.0, 100.0)
    low, high, full = (column(simulate(text, {"IGF1": dose}, 0.25, 2), "pIGF1R")[-1] for dose in doses)
    assert low < 0.5 * full < high


def test_igfbp3_keeps_igf1_from_the_receptor(text: str) -> None:
    free = column(simulate(text, {"IGF1": 1.3}, 2, 2), "occupancy")[-1]
    equal = column(simulate(text, {"IGF1": 1.3, "IGFBP3": 1.3}, 2, 2), "occupancy")[-1]
    fivefold = column(simulate(text, {"IGF1": 1.3, "IGFBP3": 6.5}, 2, 2), "occupancy")[-1]
    assert fivefold < 0.25 * free < 0.8 * equal
    assert equal < 0.85 * free
