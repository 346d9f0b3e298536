"""What IGF1 does in minutes and hours, after it is gone, beside EGF, and what the model does without any ligand."""

from typing import Final

from igf1r_model.dsl import Experiment, arm, dose, doses, experiment, hours, minutes
from igf1r_model.pathway.sources import BORISOV_2009, HASS_2017, HORM_METAB_RES_1989

igf1_doses = experiment(
    "igf1_doses", "IGF1 by dose", "How do IGF1R, AKT and ERK answer to more and more IGF1?",
    reads="pIGF1R pAKT pERK", until=hours(2), every=minutes(1), series=doses("IGF1", 0.1, 0.3, 1, 3, 10, 30, 100),
    arms=(arm("IGF1"),),
)  # fmt: skip

igf1_time_course = experiment(
    "igf1_time_course", "IGF1 over two hours", "How fast do IGF1R, AKT and ERK answer to IGF1, and for how long?",
    reads="pIGF1R pAKT pERK AKT1 AKT1_pT308 AKT1_pS473 AKT1_pp RAS_GDP RAS_GTP PIP2 PIP3 MAPK1 MAPK1_pp",
    until=hours(2), every=minutes(1), arms=(arm("IGF1", dose("IGF1", 10)),),
)  # fmt: skip

igf1_washout = experiment(
    "igf1_washout", "IGF1 washed out", "How fast do IGF1R and AKT fall once IGF1 is washed out?",
    reads="pIGF1R pAKT pERK", until=hours(3), every=minutes(1),
    arms=(
        arm("left", dose("IGF1", 10)),
        arm("washed", dose("IGF1", 10), dose("IGF1", 0, at=minutes(10))),
    ),
)  # fmt: skip

igf1r_uptake = experiment(
    "igf1r_uptake", "IGF1R leaves the surface", "How much IGF1R is at the surface in the hours after IGF1?",
    reads="surfaceIGF1R totalIGF1R", until=hours(4), every=minutes(2), sources=(HORM_METAB_RES_1989,),
    arms=(arm("IGF1_10", dose("IGF1", 10)), arm("IGF1_100", dose("IGF1", 100))),
)  # fmt: skip

igf1_or_egf = experiment(
    "igf1_or_egf", "IGF1 or EGF", "Which of AKT and ERK does each ligand prefer?",
    reads="pAKT pERK", until=hours(2), every=minutes(1), sources=(BORISOV_2009, HASS_2017),
    arms=(
        arm("IGF1_1", dose("IGF1", 1)),
        arm("IGF1_13", dose("IGF1", 13)),
        arm("insulin_100", dose("INS", 100)),
        arm("EGF_1", dose("EGF", 1)),
    ),
)  # fmt: skip

ALL: Final = (
    "pIGF1R totalIGF1R surfaceIGF1R pIRS1 totalIRS1 fractionRAS_GTP pMEK pERK pAKT_T308 pAKT_S473 pAKT membranePIP3 "
    "nuclearFOXO pFOXO pS6K pS6 p4EBP1 pGSK3B totalINSR totalHybrid hybridFraction totalEGFR pHER2 pHER3 totalHER2 "
    "totalHER3 pBAD freeBAD BIM guardians activeCASP3 survivin survivalIndex p53_level CCND1 p27 pRB1 translation "
    "proliferationIndex HIF1A VEGFA pKDR endothelialERK endothelialPI3K"
)
rest = experiment(
    "rest", "Rest without ligand", "Does a cell without ligand stay as it is for a day?",
    reads=ALL, until=hours(24), every=hours(1), arms=(arm("reference"),),
)  # fmt: skip

TRUNK_TIME_COURSES: Final[tuple[Experiment, ...]] = (igf1_doses, igf1_time_course, igf1_washout, igf1r_uptake)
TIME_COURSES: Final[tuple[Experiment, ...]] = (igf1_or_egf, rest)
