"""The feedback of mTORC1 and S6K1 on IRS1, that of AKT on receptors, and what drugs on one arm make of the others."""

from typing import Final

from igf1r_model.dsl import Arm, Change, Experiment, arm, dose, experiment, hours, minutes, scaled
from igf1r_model.pathway.experiments.blocks import (
    IRS_KNOCKED_DOWN,
    NO_S6K_FEEDBACK,
    MEK_blocked,
    PI3K_blocked,
    each_scaled,
)
from igf1r_model.pathway.igf1r_drug_nouns import DI_COSIMO_2015
from igf1r_model.pathway.sources import ERDEM_2021, OREILLY_2006

DAY: Final = hours(24)
IGF1: Final = dose("IGF1", 10)
RAPAMYCIN: Final = dose("sirolimus", 20, at=DAY)
EVEROLIMUS: Final = dose("everolimus", 20, at=DAY)
DALOTUZUMAB: Final = dose("dalotuzumab", 100, at=DAY)

# What each kinase acts by, on whatever substrate.
AKT_ACTS: Final = (
    "k_AKT_FOXO", "k_AKT_pT308_FOXO", "k_AKT_TSC", "k_AKT_pT308_TSC", "k_AKT1_pp__AKT_phosphorylates_GSK3B",
    "k_AKT_BAD", "k_AKT_pT308_BAD", "k_AKT1_pp__AKT_phosphorylates_CASP9", "k_AKT1_pT308__AKT_phosphorylates_CASP9",
    "k_AKT1_pp__AKT_phosphorylates_MDM2", "k_AKT1_pT308__AKT_phosphorylates_MDM2",
    "k_AKT1_pp__AKT_phosphorylates_CDKN1B", "k_AKT1_pT308__AKT_phosphorylates_CDKN1B",
)  # fmt: skip
S6K_ACTS: Final = (
    "k_S6K_IRS", "k_RPS6KB1_pp__S6K_phosphorylates_RPS6", "k_RPS6KB1_pp__AKT_phosphorylates_GSK3B", "k_S6K_BAD",
    "k_RPS6KB1_pp__EIF4F_makes_BIRC5", "k__mTOR_and_ERK_make_HIF1A",
)  # fmt: skip


def AKT_blocked(at: float) -> tuple[Change, ...]:
    """Catalytic inhibitor of AKT: it is phosphorylated as before, and acts at a twentieth."""
    return each_scaled(AKT_ACTS, 0.05, why="catalytic AKT inhibitor, 95 % blocked", at=at)


INSULIN_THEN, IGF1_THEN = dose("INS", 10, at=hours(4)), dose("IGF1", 10, at=hours(4))
S6K_BLOCKED: Final = (
    *each_scaled(S6K_ACTS, 0.05, why="catalytic S6K inhibitor, 95 % blocked"),
    scaled("Ki__IRS1_is_made", 20, why="the same inhibitor: S6K1 represses IRS1 a twentieth as much"),
)

rapamycin_rebound = experiment(
    "rapamycin_rebound", "Rapamycin and the rebound of AKT",
    "Does pAKT rise when rapamycin takes the feedback of S6K1 on IRS1 away, and only with IGF1R and the feedback?",
    reads="pS6K pS6 totalIRS1 pAKT", until=hours(48), every=hours(0.5), sources=(OREILLY_2006,),
    arms=(
        arm("control", IGF1, name="IGF1"),
        arm("rapamycin", IGF1, RAPAMYCIN),
        arm("rapamycin_inhibitor", IGF1, RAPAMYCIN, dose("linsitinib", 1000, at=DAY), name="rapamycin, IGF1R blocked"),
        arm("no_feedback", IGF1, cell=NO_S6K_FEEDBACK),
        arm("no_feedback_rapamycin", IGF1, RAPAMYCIN, cell=NO_S6K_FEEDBACK, name="rapamycin, no feedback"),
    ),
)  # fmt: skip

IRS1_under_IGF1 = experiment(
    "IRS1_under_IGF1", "IRS1 under lasting IGF1", "Does IGF1 use up IRS1 by way of S6K1, which rapamycin prevents?",
    reads="totalIRS1 pS6K", until=DAY, every=hours(0.25), sources=(OREILLY_2006,),
    arms=(arm("IGF1", IGF1), arm("IGF1_rapamycin", IGF1, dose("sirolimus", 20), name="IGF1 and rapamycin")),
)  # fmt: skip

everolimus_and_receptor = experiment(
    "everolimus_and_receptor", "Everolimus with linsitinib or less IRS",
    "Is the rise of pAKT under everolimus gone without the receptors' kinases, or with little IRS?",
    reads="pAKT pS6", until=hours(48), every=hours(0.5),
    arms=(
        arm("control", IGF1, name="IGF1"),
        arm("everolimus", IGF1, EVEROLIMUS),
        arm("everolimus_linsitinib", IGF1, EVEROLIMUS, dose("linsitinib", 1000, at=DAY), name="with linsitinib"),
        arm("everolimus_little_IRS", IGF1, EVEROLIMUS, cell=IRS_KNOCKED_DOWN, name="with little IRS"),
    ),
)  # fmt: skip

rapalog_and_antibody = experiment(
    "rapalog_and_antibody", "Rapalog and IGF1R antibody",
    "Do a rapalog and an antibody on IGF1R together block what each alone leaves?",
    reads="pAKT pS6 pS6K", until=hours(48), every=hours(0.5), sources=(DI_COSIMO_2015,),
    arms=(
        arm("control", IGF1, name="IGF1"),
        arm("rapalog", IGF1, RAPAMYCIN),
        arm("antibody", IGF1, DALOTUZUMAB, name="dalotuzumab"),
        arm("both", IGF1, RAPAMYCIN, DALOTUZUMAB),
    ),
)  # fmt: skip

S6K_inhibitor = experiment(
    "S6K_inhibitor", "S6K inhibitor with insulin or IGF1",
    "Does a block of S6K lift pAKT more under insulin than under IGF1?",
    reads="pAKT totalIRS1", until=hours(6), every=minutes(5), sources=(ERDEM_2021,),
    arms=(
        arm("insulin", INSULIN_THEN),
        arm("insulin_blocked", S6K_BLOCKED, INSULIN_THEN, name="insulin, S6K blocked"),
        arm("IGF1", IGF1_THEN),
        arm("IGF1_blocked", S6K_BLOCKED, IGF1_THEN, name="IGF1, S6K blocked"),
    ),
)  # fmt: skip

CULTURE: Final = (dose("IGF1", 1.3), dose("INS", 1))


def HER2_cell(id: str, *changes: Change, name: str = "") -> Arm:
    """A HER2-amplified cell in what serum brings of IGF1 and insulin."""
    return arm(id, CULTURE, *changes, context="HER2_amplified", name=name)


AKT_inhibitor = experiment(
    "AKT_inhibitor", "AKT inhibitor and receptors",
    "Does a block of AKT bring FOXO into the nucleus, and with it more of the receptors that AKT held down?",
    reads="nuclearFOXO totalIGF1R totalINSR totalHER3 pIGF1R pINSR pHER3", until=hours(48), every=hours(0.5),
    arms=(
        HER2_cell("control"),
        HER2_cell("AKT_blocked", *AKT_blocked(DAY), name="AKT blocked"),
    ),
)  # fmt: skip

PI3K_inhibitor = experiment(
    "PI3K_inhibitor", "PI3K inhibitor in a HER2-amplified cell",
    "Does ERK rise where PI3K is blocked, by way of HER2 and HER3?",
    reads="pERK pAKT pHER3 totalHER3", until=hours(48), every=hours(0.5),
    arms=(
        HER2_cell("control"),
        HER2_cell("PI3K_blocked", *PI3K_blocked(DAY), name="PI3K blocked"),
        HER2_cell("with_trastuzumab", *PI3K_blocked(DAY), dose("trastuzumab", 69, at=DAY), name="and trastuzumab"),
        HER2_cell("with_MEK_blocked", *PI3K_blocked(DAY), *MEK_blocked(DAY), name="and MEK blocked"),
    ),
)  # fmt: skip

FEEDBACK: Final[tuple[Experiment, ...]] = (
    rapamycin_rebound, IRS1_under_IGF1, everolimus_and_receptor, rapalog_and_antibody, S6K_inhibitor, AKT_inhibitor,
    PI3K_inhibitor,
)  # fmt: skip
