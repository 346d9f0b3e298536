"""Trastuzumab on cells with much HER2, and what IGF1R takes from its effect."""

from typing import Final

from igf1r_model.dsl import Arm, Change, Experiment, arm, dose, experiment, hours, scaled
from igf1r_model.pathway.experiments.blocks import each_scaled
from igf1r_model.pathway.sources import LU_2001

T: Final = dose("trastuzumab", 69)  # 10 ug/ml
IGF1: Final = dose("IGF1", 5.2)  # 40 ng/ml
IGFBP3: Final = dose("IGFBP3", 104)  # twenty for each IGF1
INHIBITOR: Final = dose("NVP_AEW541", 1000)
SPARING: Final = dose("NVP_AEW541", 100)  # near its Ki on IGF1R, a twentieth of that on INSR
SERUM: Final = dose("IGF1", 1)  # what serum brings
RESISTANT: Final = "trastuzumab_resistant"
IGF1R_MADE: Final = ("IGF1R_copies", "IGF1R_for_hybrids")

trastuzumab_and_igf1 = experiment(
    "trastuzumab_and_igf1", "Trastuzumab and IGF1", "Does trastuzumab slow a HER2-amplified cell if IGF1 is there?",
    reads="proliferationIndex pERK pAKT p27", until=hours(72), every=hours(1), sources=(LU_2001,),
    arms=(
        arm("untreated", context="HER2_amplified"),
        arm("trastuzumab", T, context="HER2_amplified"),
        arm("igf1", IGF1, context="HER2_amplified"),
        arm("igf1_trastuzumab", IGF1, T, context="HER2_amplified"),
    ),
)  # fmt: skip

trastuzumab_and_igf1r_copies = experiment(
    "trastuzumab_and_igf1r_copies", "Trastuzumab, few or many IGF1R",
    "Does it take many IGF1R for IGF1 to undo trastuzumab, and does IGFBP3 bring its effect back?",
    reads="proliferationIndex pERK pAKT p27", until=hours(72), every=hours(1), sources=(LU_2001,),
    arms=(
        arm("few", context="SKBR3_few_IGF1R"),
        arm("few_trastuzumab", T, context="SKBR3_few_IGF1R"),
        arm("few_igf1", IGF1, context="SKBR3_few_IGF1R"),
        arm("few_igf1_trastuzumab", IGF1, T, context="SKBR3_few_IGF1R"),
        arm("many", context="SKBR3_with_IGF1R"),
        arm("many_trastuzumab", T, context="SKBR3_with_IGF1R"),
        arm("many_igf1", IGF1, context="SKBR3_with_IGF1R"),
        arm("many_igf1_trastuzumab", IGF1, T, context="SKBR3_with_IGF1R"),
        arm("many_igfbp3", IGF1, IGFBP3, context="SKBR3_with_IGF1R"),
        arm("many_igfbp3_trastuzumab", IGF1, IGFBP3, T, context="SKBR3_with_IGF1R"),
    ),
)  # fmt: skip

her2_through_igf1r = experiment(
    "her2_through_igf1r", "HER2 on IGF1R",
    "Does IGF1 phosphorylate HER2 of resistant cells, and does an inhibitor of IGF1R let trastuzumab work again?",
    reads="pHER2 proliferationIndex HER2_IGF1R pAKT", until=hours(72), every=hours(1),
    arms=(
        arm("parental", context="HER2_amplified"),
        arm("parental_igf1", IGF1, context="HER2_amplified"),
        arm("resistant", context=RESISTANT),
        arm("resistant_igf1", IGF1, context=RESISTANT),
        arm("resistant_igf1_trastuzumab", IGF1, T, context=RESISTANT),
        arm("resistant_inhibitor", IGF1, INHIBITOR, context=RESISTANT),
        arm("resistant_inhibitor_trastuzumab", IGF1, INHIBITOR, T, context=RESISTANT),
    ),
)  # fmt: skip

NO_IGF1R: Final = each_scaled(IGF1R_MADE, 0.1, why="shRNA of IGF1R, -90 %")
NO_HER3: Final = (scaled("ERBB3_copies", 0.1, why="shRNA of HER3, -90 %"),)


def with_trastuzumab(id: str, cell: tuple[Change, ...]) -> tuple[Arm, Arm]:
    """A resistant cell in serum, without and with trastuzumab."""
    return (
        arm(id, SERUM, context=RESISTANT, cell=cell),
        arm(f"{id}_trastuzumab", SERUM, T, context=RESISTANT, cell=cell),
    )


knock_downs_in_resistant_cells = experiment(
    "knock_downs_in_resistant_cells", "IGF1R or HER3 knocked down",
    "Do cells that resist trastuzumab become sensitive again without IGF1R or without HER3?",
    reads="p27 pAKT proliferationIndex", until=hours(72), every=hours(1),
    arms=(
        *with_trastuzumab("resistant", ()),
        *with_trastuzumab("no_igf1r", NO_IGF1R),
        *with_trastuzumab("no_her3", NO_HER3),
    ),
)  # fmt: skip

LINES: Final = {"none": 1e-6, "few": 0.1, "many": 1.0}


def line(id: str, copies: float) -> tuple[Arm, Arm]:
    """A HER2-positive line with so many IGF1R: trastuzumab alone, and with an inhibitor of IGF1R."""
    cell = each_scaled(IGF1R_MADE, copies, why="lines differ in IGF1R") if copies != 1 else ()
    return (
        arm(id, SERUM, T, context="HER2_amplified", cell=cell),
        arm(f"{id}_inhibitor", SERUM, T, SPARING, context="HER2_amplified", cell=cell),
    )


trastuzumab_with_inhibitor = experiment(
    "trastuzumab_with_inhibitor", "Trastuzumab with an inhibitor",
    "In which HER2-positive lines does an inhibitor of IGF1R add to trastuzumab?",
    reads="proliferationIndex pIGF1R pAKT", until=hours(72), every=hours(1),
    arms=[one for id, copies in LINES.items() for one in line(id, copies)],
)  # fmt: skip

HER2_RESISTANCE: Final[tuple[Experiment, ...]] = (
    trastuzumab_and_igf1,
    trastuzumab_and_igf1r_copies,
    her2_through_igf1r,
    knock_downs_in_resistant_cells,
    trastuzumab_with_inhibitor,
)
