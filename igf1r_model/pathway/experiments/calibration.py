"""What the model is fitted to, besides the tracer data of `ligands`: sizes that papers give, as numbers with an error.

Everything here starts at time 0, so that PEtab can say it too. Few papers print such numbers; most are sizes chosen for
a statement ("abolished", "about half"), and the error says how much weight they get. Sets are relative to a control.
"""

from collections.abc import Mapping
from typing import Final

from igf1r_model.dsl import (
    Change,
    Datum,
    Experiment,
    arm,
    dose,
    experiment,
    hours,
    minutes,
    published,
    scaled,
)
from igf1r_model.pathway.experiments.blocks import IRS_KNOCKED_DOWN, MEK_BLOCKED, PI3K_BLOCKED
from igf1r_model.pathway.fate_nouns import FUKUDA_2002
from igf1r_model.pathway.sources import (
    APOPTOSIS_2005,
    GUIX_2008,
    HORM_METAB_RES_1989,
    LU_2001,
    MOLINA_ARCAS_2013,
    OREILLY_2006,
    SHE_2003,
)

IGF1: Final = dose("IGF1", 10)
GEFITINIB: Final = dose("gefitinib", 1000)
LINSITINIB: Final = dose("linsitinib", 1000)


def relative(read: str, at: float, sizes: Mapping[str, tuple[float, float]], scale: str) -> tuple[Datum, ...]:
    """One readout at one time in several arms: of each its size and error, known up to a common factor."""
    return tuple(
        one for arm, (size, error) in sizes.items() for one in published(arm, read, {at: size}, error, scale=scale)
    )


fit_branches = experiment(
    "fit_branches", "Fitted: branches and PIP3",
    "What do IGF1, a block of PI3K or the loss of IRS do to PIP3, AKT, FOXO and ERK in minutes?",
    reads="membranePIP3 pAKT pFOXO pERK", until=minutes(60), every=minutes(5), sources=(APOPTOSIS_2005,),
    arms=(
        arm("quiet"),
        arm("igf1", IGF1),
        arm("pi3k_blocked", PI3K_BLOCKED, IGF1, name="PI3K blocked"),
        arm("less_irs", IGF1, cell=IRS_KNOCKED_DOWN, name="less IRS1, IRS2"),
        arm("egf", dose("EGF", 1), name="EGF"),
    ),
    data=(
        relative("membranePIP3", minutes(10), {"quiet": (1, 0.2), "igf1": (10, 3)}, "pip3"),
        relative("pAKT", minutes(15), {
            "quiet": (0.1, 0.05), "igf1": (1, 0.05), "pi3k_blocked": (0.1, 0.04), "less_irs": (0.3, 0.08)}, "pakt"),
        relative("pFOXO", minutes(15), {"igf1": (1, 0.05), "pi3k_blocked": (0.1, 0.04)}, "pfoxo"),
        published("igf1", "pERK", {minutes(10): 1, minutes(60): 0.35}, 0.08, scale="perk"),
        relative("pERK", minutes(15), {"egf": (1, 0.1), "igf1": (0.4, 0.1)}, "perk_ligands"),
    ),
)  # fmt: skip

fit_uptake = experiment(
    "fit_uptake", "Fitted: uptake of IGF1R", "How much IGF1R leaves the surface in the hours after IGF1?",
    reads="surfaceIGF1R", times=(minutes(1), hours(1), hours(4)), sources=(HORM_METAB_RES_1989,),
    arms=(arm("none"), arm("igf1", IGF1)),
    data=(
        relative("surfaceIGF1R", hours(1), {"none": (1, 0.05), "igf1": (0.6, 0.07)}, "surface"),
        published("igf1", "surfaceIGF1R", {hours(4): 0.55}, 0.07, scale="surface"),
    ),
)  # fmt: skip

fit_rapamycin = experiment(
    "fit_rapamycin", "Fitted: rapamycin", "What does a day of rapamycin beside IGF1 do to AKT, S6K1 and IRS1?",
    reads="pAKT pS6K totalIRS1", times=(hours(1), hours(24)), sources=(OREILLY_2006,),
    arms=(arm("igf1", IGF1), arm("rapamycin", IGF1, dose("sirolimus", 20))),
    data=(
        relative("pAKT", hours(24), {"igf1": (1, 0.1), "rapamycin": (2, 0.2)}, "pakt_rapamycin"),
        published("igf1", "totalIRS1", {hours(1): 1, hours(24): 0.5}, 0.12, scale="irs1"),
    ),
)  # fmt: skip

LIGANDS: Final = (dose("EGF", 1), dose("IGF1", 5))
PARENTAL: Final = (*LIGANDS, dose("IGFBP3", 30))
RESISTANT: Final = (*LIGANDS, dose("IGFBP3", 0.2))
fit_gefitinib = experiment(
    "fit_gefitinib", "Fitted: gefitinib", "What does gefitinib leave of AKT and ERK with and without IGFBP3?",
    reads="pAKT pERK", times=(hours(1), hours(6)), sources=(GUIX_2008,),
    arms=(
        arm("parental", PARENTAL, context="EGFR_driven"),
        arm("parental_gefitinib", PARENTAL, GEFITINIB, context="EGFR_driven"),
        arm("resistant", RESISTANT, context="gefitinib_resistant"),
        arm("resistant_gefitinib", RESISTANT, GEFITINIB, context="gefitinib_resistant"),
        arm("both", RESISTANT, GEFITINIB, LINSITINIB, context="gefitinib_resistant", name="resistant, IGF1R blocked"),
    ),
    data=(
        relative("pAKT", hours(6), {"parental": (1, 0.05), "parental_gefitinib": (0.4, 0.03)}, "pakt_parental"),
        relative("pAKT", hours(6), {"resistant": (1, 0.03), "resistant_gefitinib": (0.9, 0.04), "both": (0.12, 0.06)},
                 "pakt_resistant"),
        relative("pERK", hours(6), {"resistant": (1, 0.05), "resistant_gefitinib": (0.3, 0.06)}, "perk_resistant"),
    ),
)  # fmt: skip

MEDIUM: Final = (dose("EGF", 0), dose("IGF1", 0), dose("IGFBP3", 0))
WITH_EGF: Final = (dose("EGF", 1), dose("IGF1", 0), dose("IGFBP3", 0))
LOST: Final = (scaled("k__PTEN_removes_PIP3", 0.05, why="95 % of PTEN is gone"),)
fit_pten = experiment(
    "fit_pten", "Fitted: PTEN lost", "How high is AKT without PTEN, and what does gefitinib leave of it?",
    reads="pAKT", times=(hours(1), hours(6)), sources=(SHE_2003,),
    arms=(
        arm("wild", MEDIUM, context="EGFR_driven"),
        arm("wild_egf", WITH_EGF, context="EGFR_driven"),
        arm("lost", MEDIUM, context="EGFR_driven", cell=LOST),
        arm("lost_egf", WITH_EGF, context="EGFR_driven", cell=LOST),
        arm("lost_gefitinib", WITH_EGF, GEFITINIB, context="EGFR_driven", cell=LOST),
    ),
    data=(
        relative("pAKT", hours(6), {
            "wild": (0.1, 0.05), "lost_egf": (1, 0.03), "lost_gefitinib": (0.84, 0.025)}, "pakt_pten"),
    ),
)  # fmt: skip

TRASTUZUMAB: Final = dose("trastuzumab", 69)
LU_IGF1: Final = dose("IGF1", 5.2)
fit_trastuzumab = experiment(
    "fit_trastuzumab", "Fitted: trastuzumab", "What does trastuzumab leave of proliferation, with and without IGF1?",
    reads="proliferationIndex pAKT", until=hours(72), sources=(LU_2001,),
    arms=(
        *(arm(id, *changes, context="HER2_amplified") for id, changes in (
            ("untreated", ()), ("trastuzumab", (TRASTUZUMAB,)), ("igf1", (LU_IGF1,)),
            ("igf1_trastuzumab", (LU_IGF1, TRASTUZUMAB)))),
        arm("few_igf1", LU_IGF1, context="SKBR3_few_IGF1R"),
        arm("few_igf1_trastuzumab", LU_IGF1, TRASTUZUMAB, context="SKBR3_few_IGF1R"),
        arm("many_igf1", LU_IGF1, context="SKBR3_with_IGF1R"),
        arm("many_igf1_trastuzumab", LU_IGF1, TRASTUZUMAB, context="SKBR3_with_IGF1R"),
    ),
    data=(
        relative("proliferationIndex", hours(72), {"untreated": (1, 0.05), "trastuzumab": (0.58, 0.05)}, "growth"),
        relative("proliferationIndex", hours(72), {"igf1": (1, 0.03), "igf1_trastuzumab": (1, 0.03)}, "growth_igf1"),
        relative("proliferationIndex", hours(72), {"few_igf1": (1, 0.05), "few_igf1_trastuzumab": (0.72, 0.07)},
                 "growth_few"),
        relative("proliferationIndex", hours(72), {"many_igf1": (1, 0.03), "many_igf1_trastuzumab": (1, 0.03)},
                 "growth_many"),
    ),
)  # fmt: skip

NURTURED: Final = (dose("IGF1", 5), dose("EGF", 1))
fit_kras = experiment(
    "fit_kras", "Fitted: mutant KRAS", "What does a block of IGF1R leave of AKT and ERK where KRAS is mutant?",
    reads="pERK pAKT", times=(hours(1), hours(6)), sources=(MOLINA_ARCAS_2013,),
    arms=(
        arm("mutant", NURTURED, context="KRAS_mutant"),
        arm("igf1r_blocked", NURTURED, LINSITINIB, context="KRAS_mutant", name="IGF1R blocked"),
    ),
    data=(
        relative("pERK", hours(6), {"mutant": (1, 0.05), "igf1r_blocked": (0.93, 0.07)}, "perk_kras"),
        relative("pAKT", hours(6), {"mutant": (1, 0.05), "igf1r_blocked": (0.2, 0.04)}, "pakt_kras"),
    ),
)  # fmt: skip

fit_igf2 = experiment(
    "fit_igf2", "Fitted: IGF2 and INSR-A", "What do an antibody and a dual inhibitor leave of AKT that IGF2 drives?",
    reads="pAKT", times=(hours(1), hours(24)),
    arms=(
        arm("control", context="IGF2_autocrine"),
        arm("dual_inhibitor", dose("BMS_754807", 250), context="IGF2_autocrine", name="BMS-754807"),
    ),
    data=(relative("pAKT", hours(24), {"control": (1, 0.05), "dual_inhibitor": (0.1, 0.03)}, "pakt_igf2"),),
)  # fmt: skip

THIRTEEN: Final = dose("IGF1", 13)
ACTIVE_MEK: Final = scaled("k_MEK_off", 0.02, why="MEK2 that stays active, at the level of resting RAF")
TREATED: Final[dict[str, tuple[Change, ...]]] = {
    "quiet": (),
    "igf1": (THIRTEEN,),
    "pi3k_blocked": (THIRTEEN, *PI3K_BLOCKED),
    "mek_blocked": (THIRTEEN, *MEK_BLOCKED),
    "active_mek": (ACTIVE_MEK,),
}
fit_hif1a = experiment(
    "fit_hif1a", "Fitted: HIF1A", "What do IGF1, blocks of PI3K and MEK, or active MEK do to HIF1A?",
    reads="HIF1A", until=hours(6), sources=(FUKUDA_2002,),
    arms=[arm(id, changes) for id, changes in TREATED.items()],
    data=(
        relative("HIF1A", hours(6), {
            "quiet": (1, 0.05), "igf1": (2.5, 0.2), "pi3k_blocked": (1.1, 0.1), "mek_blocked": (1.1, 0.1),
            "active_mek": (1.6, 0.2)}, "hif1a"),
    ),
)  # fmt: skip

CALIBRATION: Final[tuple[Experiment, ...]] = (
    fit_branches, fit_uptake, fit_rapamycin, fit_gefitinib, fit_pten, fit_trastuzumab, fit_kras, fit_igf2, fit_hif1a,
)  # fmt: skip
