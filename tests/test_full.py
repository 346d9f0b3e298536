"""What igf1r_full shows in its contexts, simulated from the SBML text: resistance, feedback, what drugs spare or hit.

Each context is loaded once. A run starts at the context's own rest, with the medium that the context names; doses set
the concentration of a ligand or drug at the start of their phase. "Left" is a value over that of the same time without
the drug. The numbers found are in the comments, the limits leave room around them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest

from igf1r_model.contexts import in_context
from igf1r_model.exporters import sbml
from igf1r_model.interop import load

HOUR: Final = 3600.0
OBSERVED: Final = (
    "pIGF1R", "pINSR", "pHybrid", "totalIGF1R", "totalIGF1", "freeIGF1", "pEGFR", "pHER2", "fractionRAS_GTP", "pERK",
    "pAKT", "pS6K", "totalIRS1", "VEGFA", "survivalIndex", "proliferationIndex",
)  # fmt: skip
GEFITINIB: Final = {"gefitinib": 1000.0}
LINSITINIB: Final = {"linsitinib": 1000.0}
TRASTUZUMAB: Final = {"trastuzumab": 69.0}
SIROLIMUS: Final = {"sirolimus": 20.0}
LU_IGF1: Final = {"IGF1": 5.2}
BOTH_LIGANDS: Final = {"IGF1": 5.0, "EGF": 1.0}
NO_FEEDBACK: Final = {"k_S6K_IRS": 0.0, "Ki__IRS1_is_made": 1e12}  # S6K1 neither acts on IRS nor represses IRS1
NO_MEK: Final = {"kcat__MEK_phosphorylates_MAPK1": 1.8e-5, "kcat__MEK_phosphorylates_MAPK3": 1.9e-6}  # a thousandth

Phase = tuple[float, Mapping[str, float]]
State = Mapping[str, float]


class Cell:
    """A context, loaded once."""

    def __init__(self, text: str) -> None:
        import roadrunner

        roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
        self.runner: Any = roadrunner.RoadRunner(text)
        self.runner.integrator.relative_tolerance = 1e-9
        self.runner.integrator.absolute_tolerance = 1e-20
        self.known: dict[object, State] = {}

    def after(self, *phases: Phase, **constants: float) -> State:
        """The observables at the end of the phases, each so many hours after setting its doses (nM)."""
        key = (*((hours, frozenset(doses.items())) for hours, doses in phases), frozenset(constants.items()))
        if key not in self.known:
            self.known[key] = self._simulated(phases, constants)
        return self.known[key]

    def _simulated(self, phases: tuple[Phase, ...], constants: Mapping[str, float]) -> State:
        self.runner.resetToOrigin()
        for constant, value in constants.items():
            self.runner[constant] = value
        for hours, doses in phases:
            for species, dose in doses.items():
                self.runner[f"[{species}]"] = dose
            result = self.runner.simulate(0, hours * HOUR, 2, list(OBSERVED))
        return dict(zip(OBSERVED, map(float, result[-1]), strict=True))

    def left(self, observable: str, before: Phase, hours: float, drugs: Mapping[str, float], **more: float) -> float:
        """What drugs leave of an observable, of what the same cell has at that time without them."""
        treated, control = self.after(before, (hours, drugs), **more), self.after(before, (hours, {}), **more)
        return treated[observable] / control[observable]


@pytest.fixture(scope="module")
def cell() -> Callable[[str], Cell]:
    model = load("igf1r_full")
    cells: dict[str, Cell] = {}

    def get(name: str) -> Cell:
        if name not in cells:
            cells[name] = Cell(sbml.export(in_context(model, name)))
        return cells[name]

    return get


Cells = Callable[[str], Cell]
CULTURE: Final[Phase] = (24, {})  # a day in the medium of the context


# Gefitinib, and the IGFBP3 that a resistant cell has lost.
def test_gefitinib_blocks_akt_of_an_egfr_driven_cell(cell: Cells) -> None:
    driven = cell("EGFR_driven")
    assert driven.left("pEGFR", CULTURE, 6, GEFITINIB) < 0.01
    assert driven.left("pERK", CULTURE, 6, GEFITINIB) < 0.25  # 0.11
    assert driven.left("pAKT", CULTURE, 6, GEFITINIB) < 0.55  # 0.45


def test_gefitinib_leaves_akt_where_igfbp3_is_low(cell: Cells) -> None:
    resistant = cell("gefitinib_resistant")
    assert resistant.left("pEGFR", CULTURE, 6, GEFITINIB) < 0.01
    assert resistant.left("pERK", CULTURE, 6, GEFITINIB) < 0.5  # 0.38
    assert resistant.left("pAKT", CULTURE, 6, GEFITINIB) > 0.7  # 0.76


@pytest.mark.parametrize("also", [LINSITINIB, {"IGFBP3": 50.0}])
def test_igf1r_block_or_igfbp3_gives_gefitinib_its_effect_back(cell: Cells, also: Mapping[str, float]) -> None:
    assert (
        cell("gefitinib_resistant").left("pAKT", CULTURE, 6, {**GEFITINIB, **also}) < 0.35
    )  # 0.26, 0.27: at rest it is 0.2


def test_igfbp3_is_all_that_the_resistant_cell_lacks(cell: Cells) -> None:
    resistant = cell("gefitinib_resistant").left("pAKT", CULTURE, 6, GEFITINIB)
    deprived = cell("EGFR_driven").left("pAKT", (24, {"IGFBP3": 0.1}), 6, GEFITINIB)
    assert deprived == pytest.approx(resistant, rel=0.01)


# IGF1R and EGFR blocked together.
@pytest.mark.parametrize("inhibitor", [LINSITINIB, {"BMS_754807": 250.0}])
def test_both_receptors_blocked_beat_either(cell: Cells, inhibitor: Mapping[str, float]) -> None:
    resistant = cell("gefitinib_resistant")

    def left(observable: str, drugs: Mapping[str, float]) -> float:
        return resistant.left(observable, CULTURE, 24, drugs)

    both = {**GEFITINIB, **inhibitor}
    assert left("pAKT", both) < 0.4 * min(left("pAKT", GEFITINIB), left("pAKT", inhibitor))  # 0.21, 0.18
    survival = left("survivalIndex", GEFITINIB), left("survivalIndex", inhibitor)
    assert left("survivalIndex", both) < 0.75 * survival[0] * survival[1]  # 0.56: more than Bliss expects


# Trastuzumab.
def fall(cell: Cell, observable: str, medium: Mapping[str, float]) -> float:
    """How much trastuzumab takes from an observable in 72 h."""
    with_it, without = cell.after((72, {**medium, **TRASTUZUMAB})), cell.after((72, medium))
    return 1 - with_it[observable] / without[observable]


@pytest.mark.parametrize("name", ["HER2_amplified", "trastuzumab_resistant", "SKBR3_with_IGF1R"])
def test_igf1_takes_trastuzumab_its_effect(cell: Cells, name: str) -> None:
    assert 0.25 < fall(cell(name), "proliferationIndex", {}) < 0.6  # 0.37, 0.36, 0.51
    assert -0.02 < fall(cell(name), "proliferationIndex", LU_IGF1) < 0.08  # 0.02, 0.01, 0.04
    assert fall(cell(name), "pERK", {}) > 0.6  # 0.82, 0.81, 0.90
    assert fall(cell(name), "pERK", LU_IGF1) < 0.3  # 0.09, 0.05, 0.19


@pytest.mark.parametrize("against", [LINSITINIB, {"IGFBP3": 104.0}])
def test_without_igf1r_signal_trastuzumab_works_again(cell: Cells, against: Mapping[str, float]) -> None:
    assert fall(cell("SKBR3_with_IGF1R"), "proliferationIndex", {**LU_IGF1, **against}) > 0.25  # 0.47, 0.40
    assert fall(cell("HER2_amplified"), "proliferationIndex", {**LU_IGF1, **against}) > 0.2  # 0.34, 0.28


def test_with_few_igf1r_igf1_leaves_more_of_the_effect(cell: Cells) -> None:
    few, many = cell("SKBR3_few_IGF1R"), cell("SKBR3_with_IGF1R")
    assert fall(few, "pERK", LU_IGF1) > 1.7 * fall(many, "pERK", LU_IGF1)  # 0.45 against 0.19
    assert fall(few, "proliferationIndex", LU_IGF1) > 2 * fall(many, "proliferationIndex", LU_IGF1)  # 0.15, 0.04


def test_igf1_phosphorylates_her2_of_resistant_cells_only(cell: Cells) -> None:
    resistant, parental = cell("trastuzumab_resistant"), cell("HER2_amplified")
    assert parental.after((24, LU_IGF1))["pHER2"] < 1.1 * parental.after((24, {}))["pHER2"]  # 1.0
    igf1 = resistant.after((24, LU_IGF1))["pHER2"]
    assert igf1 > 2 * resistant.after((24, {}))["pHER2"]  # 4.1
    assert resistant.after((24, {**LU_IGF1, **TRASTUZUMAB}))["pHER2"] > 0.7 * igf1  # 1.07
    assert resistant.after((24, {**LU_IGF1, **LINSITINIB}))["pHER2"] < 0.5 * igf1


# Rapamycin, and the feedback of S6K1 on IRS1.
DAY_OF_IGF1: Final[Phase] = (24, {"IGF1": 10.0})


def test_rapamycin_lifts_akt(cell: Cells) -> None:
    reference = cell("reference")
    assert reference.left("pS6K", DAY_OF_IGF1, 24, SIROLIMUS) < 0.1  # 0.064
    assert reference.left("totalIRS1", DAY_OF_IGF1, 24, SIROLIMUS) > 2.5  # 4.4
    assert reference.left("pAKT", DAY_OF_IGF1, 24, SIROLIMUS) > 1.35  # 1.50


@pytest.mark.parametrize("inhibitor", [LINSITINIB, {"BMS_754807": 250.0}])
def test_igf1r_inhibition_prevents_it(cell: Cells, inhibitor: Mapping[str, float]) -> None:
    assert cell("reference").left("pAKT", DAY_OF_IGF1, 24, {**SIROLIMUS, **inhibitor}) < 0.4  # 0.22, 0.10


def test_without_the_feedback_rapamycin_lifts_nothing(cell: Cells) -> None:
    reference = cell("reference")
    assert reference.left("pS6K", DAY_OF_IGF1, 24, SIROLIMUS, **NO_FEEDBACK) < 0.1  # 0.051
    assert reference.left("pAKT", DAY_OF_IGF1, 24, SIROLIMUS, **NO_FEEDBACK) == pytest.approx(1, abs=0.03)  # 1.00


# Antibodies and inhibitors on IGF1R and the insulin receptor, after a day with the drug.
INSULIN: Final = {"INS": 10.0}


@pytest.mark.parametrize("antibody", ["figitumumab", "ganitumab"])
def test_an_antibody_removes_igf1r_and_spares_insr(cell: Cells, antibody: str) -> None:
    reference, dose = cell("reference"), (24.0, {antibody: 100.0})
    with_insulin, insulin = reference.after(dose, (0.25, INSULIN)), reference.after(CULTURE, (0.25, INSULIN))
    assert with_insulin["pINSR"] == pytest.approx(insulin["pINSR"], rel=0.05)  # 1.00
    assert with_insulin["pHybrid"] < 0.1 * insulin["pHybrid"]  # 0.03: hybrids are not spared
    assert with_insulin["totalIGF1R"] < 0.35 * insulin["totalIGF1R"]  # 0.19
    rest = reference.after(CULTURE)["pAKT"]
    to_igf1 = reference.after(dose, (0.25, {"IGF1": 1.3}))["pAKT"] - rest
    assert to_igf1 < 0.25 * (reference.after(CULTURE, (0.25, {"IGF1": 1.3}))["pAKT"] - rest)  # 0.18


@pytest.mark.parametrize("inhibitor", [LINSITINIB, {"BMS_754807": 250.0}])
def test_a_dual_inhibitor_hits_insr_and_removes_nothing(cell: Cells, inhibitor: Mapping[str, float]) -> None:
    reference = cell("reference")
    inhibited, insulin = (reference.after((24, drug), (0.25, INSULIN)) for drug in (inhibitor, {}))
    assert inhibited["pINSR"] < 0.2 * insulin["pINSR"]  # 0.10, 0.01
    assert inhibited["pAKT"] < 0.25 * insulin["pAKT"]  # 0.21, as at rest
    assert inhibited["totalIGF1R"] > 0.95 * insulin["totalIGF1R"]


def test_a_selective_inhibitor_spares_insr(cell: Cells) -> None:
    reference, dose = cell("reference"), (24.0, {"NVP_AEW541": 500.0})
    spared = reference.after(dose, (0.25, INSULIN))["pINSR"] / reference.after(CULTURE, (0.25, INSULIN))["pINSR"]
    igf1: Phase = (0.25, {"IGF1": 1.3})
    hit = reference.after(dose, igf1)["pIGF1R"] / reference.after(CULTURE, igf1)["pIGF1R"]
    assert hit < 0.4 < 0.75 < spared  # 0.27, 0.87


def test_autocrine_igf2_signals_through_insr_a_under_an_antibody(cell: Cells) -> None:
    autocrine, antibody = cell("IGF2_autocrine"), {"figitumumab": 100.0}
    assert autocrine.left("pIGF1R", CULTURE, 24, antibody) < 0.2  # 0.10
    assert autocrine.left("pAKT", CULTURE, 24, antibody) > 0.75  # 0.90
    assert autocrine.left("pAKT", CULTURE, 24, antibody, Kd_IGF2_IR_A=1e5) < 0.5  # 0.36: only INSR-A bypasses it
    assert autocrine.left("pAKT", CULTURE, 24, LINSITINIB) < 0.3  # 0.19
    assert autocrine.left("pAKT", CULTURE, 24, {"BMS_754807": 250.0}) < 0.3  # 0.23, as at rest


# VEGF.
def test_igf1_raises_vegfa_through_mtor_and_erk(cell: Cells) -> None:
    reference, igf1 = cell("reference"), {"IGF1": 13.0}
    rest, raised = reference.after((24, {}))["VEGFA"], reference.after((24, igf1))["VEGFA"]
    assert raised > 1.6 * rest  # 1.9
    assert reference.after((24, {**igf1, **SIROLIMUS}))["VEGFA"] - rest < 0.3 * (raised - rest)
    without_MEK = (reference.after(CULTURE, (24, medium), **NO_MEK)["VEGFA"] for medium in (igf1, {}))
    assert next(without_MEK) - next(without_MEK) < 0.3 * (raised - rest)  # 0.15
    assert reference.after((1, igf1))["VEGFA"] < reference.after((6, igf1))["VEGFA"] < raised


# Mutations that keep a branch up when receptors are blocked.
def test_mutant_kras_keeps_erk_up(cell: Cells) -> None:
    mutant, wild = cell("KRAS_mutant"), cell("reference")
    blocked, before = {**LINSITINIB, **GEFITINIB}, (24.0, BOTH_LIGANDS)
    assert mutant.after(CULTURE)["fractionRAS_GTP"] == pytest.approx(1 / 6, rel=0.05)
    assert mutant.left("pERK", before, 24, blocked) > 0.65  # 0.77
    assert wild.left("pERK", before, 24, blocked) < 0.2  # 0.09
    assert mutant.left("pAKT", before, 24, blocked) < 0.35  # 0.28: AKT still needs its receptor


def test_lost_pten_keeps_akt_up(cell: Cells) -> None:
    null, wild = cell("PTEN_null"), cell("reference")
    blocked, before = {**LINSITINIB, **GEFITINIB}, (24.0, BOTH_LIGANDS)
    assert null.after(CULTURE)["pAKT"] > 5 * wild.after(CULTURE)["pAKT"]  # 14
    assert null.left("pAKT", before, 6, blocked) > 0.7  # 0.84
    assert wild.left("pAKT", before, 6, blocked) < 0.35  # 0.27
    assert null.left("pAKT", before, 6, {**blocked, "PTEN": 20.0}) < 0.25  # 0.07: restored


# Serum.
def test_half_a_per_cent_of_igf1_in_serum_is_free(cell: Cells) -> None:
    serum, rich = cell("serum").after(CULTURE), cell("high_IGF1_low_IGFBP3").after(CULTURE)
    free, more = serum["freeIGF1"] / serum["totalIGF1"], rich["freeIGF1"] / rich["totalIGF1"]
    assert 0.003 < free < 0.007  # 0.0049
    assert more > 1.4 * free  # 1.8
    assert rich["pIGF1R"] > 1.25 * serum["pIGF1R"]  # 1.5
    assert rich["pAKT"] > 1.04 * serum["pAKT"]  # 1.09
