"""IGF1 and survival: BAD, FOXO and caspase-3, without PI3K, under rapamycin and after damage."""

from typing import Final

from igf1r_model.dsl import Change, Experiment, arm, dose, experiment, hours, minutes, scaled
from igf1r_model.pathway.experiments.blocks import PI3K_BLOCKED, each_scaled
from igf1r_model.pathway.fate_nouns import KULIK_1998, PERUZZI_1999
from igf1r_model.pathway.sources import APOPTOSIS_2005, BRUNET_1999, MACAULAY_2001, THIMMAIAH_2010

IGF1: Final = dose("IGF1", 10)

survival_without_pi3k = experiment(
    "survival_without_pi3k", "IGF1, PI3K and survival",
    "Does a PI3K inhibitor take away what IGF1 does to BAD and caspase-3 in a cell without serum?",
    reads="pBAD freeBAD activeCASP3 BIM pAKT survivalIndex", until=hours(24), every=hours(0.25),
    sources=(KULIK_1998, PERUZZI_1999),
    arms=(
        arm("no_serum"),
        arm("inhibitor", PI3K_BLOCKED),
        arm("igf1", IGF1),
        arm("igf1_inhibitor", IGF1, PI3K_BLOCKED),
    ),
)  # fmt: skip

WITHDRAWN_AT: Final = hours(1)

foxo_export = experiment(
    "foxo_export", "FOXO leaves the nucleus",
    "How fast does IGF1 drive FOXO out of the nucleus, and does it come back when IGF1 is withdrawn?",
    reads="nuclearFOXO pFOXO pAKT", until=hours(6), every=minutes(5), sources=(BRUNET_1999, APOPTOSIS_2005),
    arms=(
        arm("igf1", IGF1),
        arm("igf1_inhibitor", IGF1, PI3K_BLOCKED),
        arm("igf1_withdrawn", IGF1, dose("IGF1", 0, at=WITHDRAWN_AT)),
    ),
)  # fmt: skip

RAPAMYCIN: Final = dose("sirolimus", 20)
ON_BAD: Final = ("k_AKT_BAD", "k_AKT_pT308_BAD", "k_S6K_BAD", "k_RSK_BAD")
BAD_UNPHOSPHORYLATED: Final = each_scaled(ON_BAD, 0.0, why="BAD that cannot be phosphorylated")

igf1_against_rapamycin = experiment(
    "igf1_against_rapamycin", "IGF1 against rapamycin",
    "Does IGF1 protect from the apoptosis that rapamycin causes, and through BAD?",
    reads="activeCASP3 pBAD freeBAD survivin survivalIndex", until=hours(48), every=hours(0.5),
    sources=(THIMMAIAH_2010,),
    arms=(
        arm("no_serum"),
        arm("rapamycin", RAPAMYCIN),
        arm("igf1_rapamycin", IGF1, RAPAMYCIN),
        arm("bad_rapamycin", RAPAMYCIN, cell=BAD_UNPHOSPHORYLATED),
        arm("bad_igf1_rapamycin", IGF1, RAPAMYCIN, cell=BAD_UNPHOSPHORYLATED),
    ),
)  # fmt: skip

DAMAGE: Final = scaled("k__MDM2_ubiquitinates_TP53", 0.1, why="radiation: p53 of a damaged cell escapes MDM2")
IGF1R_MADE: Final = ("IGF1R_copies", "IGF1R_for_hybrids")


def copies(number: float, why: str) -> tuple[Change, ...]:
    """A cell that makes so many times the IGF1R of the reference."""
    return each_scaled(IGF1R_MADE, number, why=why)


MANY: Final = copies(5, "IGF1R overexpressed")
ANTISENSE: Final = copies(0.5, "the same with antisense RNA that takes 90 % of it")
KNOCKED_DOWN: Final = copies(0.1, "IGF1R knocked down, -90 %")

igf1r_and_damage = experiment(
    "igf1r_and_damage", "IGF1R and damage", "Does a cell with more IGF1R survive damage better, one with less worse?",
    reads="survivalIndex activeCASP3 p53_level", until=hours(48), every=hours(1), sources=(MACAULAY_2001,),
    arms=[
        arm(f"{id}{suffix}", IGF1, changes, cell=cell)
        for id, cell in (("reference", ()), ("many", MANY), ("antisense", ANTISENSE), ("knocked_down", KNOCKED_DOWN))
        for suffix, changes in (("", ()), ("_damaged", (DAMAGE,)))
    ],
)  # fmt: skip

SURVIVAL: Final[tuple[Experiment, ...]] = (
    survival_without_pi3k, foxo_export, igf1_against_rapamycin, igf1r_and_damage
)  # fmt: skip
