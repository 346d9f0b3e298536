"""Who binds what: dose responses of IGF1, IGF2 and insulin, hybrids, and what IGFBP3 keeps from the receptor."""

from typing import Final

from igf1r_model.dsl import Change, Experiment, arm, dose, doses, experiment, hours, minutes, published_doses, scaled
from igf1r_model.pathway.endocrine_nouns import DENLEY_2004, MORCAVALLO_2012
from igf1r_model.pathway.experiments.blocks import each_scaled
from igf1r_model.pathway.sources import KISELYOV_2009, TIAN_2014

# Dose responses after one hour, on cells with one receptor only.
igf1_dose_response = experiment(
    "igf1_dose_response", "IGF1 on one receptor",
    "How much IGF1 does a cell with IGF1R only need, and how much one with INSR-A only?",
    reads="occupancy pIGF1R pINSR", until=minutes(60), sources=(KISELYOV_2009,),
    series=doses("IGF1", 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 300, 1000, 3000),
    arms=(arm("IGF1R_only", context="IGF1R_only"), arm("INSR_A_only", context="INSR_A_only")),
)  # fmt: skip

insulin_dose_response = experiment(
    "insulin_dose_response", "Insulin on one receptor",
    "How much insulin does a cell with only one of IGF1R, INSR-A and INSR-B need?",
    reads="pIGF1R pINSR", until=minutes(60),
    series=doses("INS", 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000),
    arms=(
        arm("IGF1R_only", context="IGF1R_only"),
        arm("INSR_A_only", context="INSR_A_only"),
        arm("INSR_B_only", context="INSR_B_only"),
    ),
)  # fmt: skip

igf2_dose_response = experiment(
    "igf2_dose_response", "IGF2 on the isoforms of INSR", "How much IGF2 activates INSR-A, and how much INSR-B?",
    reads="pINSR", until=minutes(60), sources=(MORCAVALLO_2012, DENLEY_2004),
    series=doses("IGF2", 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000),
    arms=(arm("INSR_A_only", context="INSR_A_only"), arm("INSR_B_only", context="INSR_B_only")),
)  # fmt: skip

# A published figure. A trace of labelled IGF1 finds as many receptors as unlabelled IGF1 leaves free, so at equilibrium
# the tracer that stays bound is free IGF1R with unlabelled IGF1 over free IGF1R without: 1/(1 + L/Kd) for one site.
STILL: Final = each_scaled(
    ("k_internalisation_active", "k_internalisation_bound", "k__IGF1R_enters_endosome", "k__IGF1R_recycles"),
    0.0, why="binding alone, as in the paper's own model: no traffic",
)  # fmt: skip
# Unlabelled IGF1 (nM): tracer bound over that without, its standard deviation.
DISPLACED: Final = {
    0.0013178: (0.9937, 0.1319),
    0.0025822: (1.0257, 0.1255),
    0.0069016: (0.9832, 0.1298),
    0.013065: (0.9515, 0.1064),
    0.026498: (0.9069, 0.117),
    0.066104: (0.741, 0.1),
    0.12953: (0.5497, 0.0936),
    0.25822: (0.4477, 0.1041),
    0.65536: (0.2116, 0.0298),
    1.2841: (0.1394, 0.0362),
    2.6498: (0.0799, 0.017),
    6.7254: (0.0311, 0.017),
    13.178: (0.0164, 0.0128),
    25.822: (0.0101, 0.0106),
}
tracer_displacement = experiment(
    "tracer_displacement", "Tracer IGF1 displaced",
    "How much of a trace of labelled IGF1 stays on IGF1R beside unlabelled IGF1? Free IGF1R is proportional to it.",
    reads="IGF1R", until=hours(4), series=doses("IGF1", *DISPLACED), sources=(KISELYOV_2009,),
    arms=(arm("unlabelled", STILL, context="IGF1R_only"),),
    data=tuple(
        published_doses("unlabelled", "IGF1R", {nM: bound}, sd, at=hours(4), scale="tracer")
        for nM, (bound, sd) in DISPLACED.items()
    ),
)  # fmt: skip

# IGFBP3.
WEAK_BINDER: Final = scaled("Kd__IGF1_binds_IGFBP3", 100, why="an analogue that IGFBP3 binds 100 times worse")
LR3: Final = scaled("Kd__IGF1_binds_IGFBP3", 1000, why="LR3-IGF1: IGFBP3 binds it some 1000 times worse than IGF1")
igfbp3_and_igf1 = experiment(
    "igfbp3_and_igf1", "IGFBP3 against IGF1",
    "How much of the response to 1.3 nM IGF1 does IGFBP3 leave, and of analogues that it hardly binds?",
    reads="pIGF1R freeIGF1", until=hours(2), sources=(TIAN_2014,),
    series=doses("IGFBP3", 0, 0.5, 1.3, 2.6, 6.5, 13, 25, 50),
    arms=(
        arm("IGF1", dose("IGF1", 1.3)),
        arm("weak_binder", dose("IGF1", 1.3), WEAK_BINDER),
        arm("LR3_IGF1", dose("IGF1", 1.3), LR3, name="LR3-IGF1"),
    ),
)  # fmt: skip

igf1_and_igfbp3_levels = experiment(
    "igf1_and_igfbp3_levels", "More IGF1, less IGFBP3",
    "What do three times the IGF1 and a third of the IGFBP3 of serum do, alone and together?",
    reads="pIGF1R pAKT survivalIndex freeIGF1", until=hours(24), every=minutes(15),
    arms=(
        arm("usual", dose("IGF1", 13), dose("IGFBP3", 111)),
        arm("more_IGF1", dose("IGF1", 39), dose("IGFBP3", 111)),
        arm("less_IGFBP3", dose("IGF1", 13), dose("IGFBP3", 37)),
        arm("both", dose("IGF1", 39), dose("IGFBP3", 37)),
    ),
)  # fmt: skip


def renewed(nM: float) -> tuple[Change, ...]:
    """IGF1 that cells do not use up: every hour as at first, as in a volume without end."""
    return tuple(dose("IGF1", nM, at=hours(hour)) for hour in range(24))


MANY: Final = (scaled("IGF1R_copies", 10, why="ten times the receptors for the same medium"),)
igf1_used_up = experiment(
    "igf1_used_up", "IGF1 used up by cells",
    "Where does it matter how much medium there is: with few or many receptors, with little or much IGF1?",
    reads="pAKT freeIGF1", until=hours(24), every=minutes(30), sources=(TIAN_2014,),
    arms=(
        arm("few_little", dose("IGF1", 0.3)),
        arm("few_little_renewed", renewed(0.3)),
        arm("many_little", dose("IGF1", 0.3), cell=MANY),
        arm("many_little_renewed", renewed(0.3), cell=MANY),
        arm("few_much", dose("IGF1", 10)),
        arm("few_much_renewed", renewed(10)),
    ),
)  # fmt: skip

# Hybrids.
MORE_IGF1R: Final = each_scaled(("IGF1R_copies", "IGF1R_for_hybrids"), 5, why="transfected: five times the IGF1R")
INSR_CHAINS: Final = "pINSR pHybrid totalINSR totalHybrid pAKT"
insulin_and_hybrids = experiment(
    "insulin_and_hybrids", "Insulin, more IGF1R", "Does IGF1R take INSR away from insulin by pairing with it?",
    reads=INSR_CHAINS, until=minutes(15), series=doses("INS", 0, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300),
    arms=(arm("usual"), arm("more_IGF1R", cell=MORE_IGF1R)),
)  # fmt: skip
igf1_and_hybrids = experiment(
    "igf1_and_hybrids", "IGF1, more IGF1R", "Does INSR that pairs with IGF1R still answer to IGF1?",
    reads=INSR_CHAINS, until=minutes(15), series=doses("IGF1", 0, 0.1, 0.3, 1, 3, 10, 30),
    arms=(arm("usual"), arm("more_IGF1R", cell=MORE_IGF1R)),
)  # fmt: skip

LIGANDS: Final[tuple[Experiment, ...]] = (
    igf1_dose_response,
    insulin_dose_response,
    igf2_dose_response,
    tracer_displacement,
    igfbp3_and_igf1,
    igf1_and_igfbp3_levels,
    igf1_used_up,
    insulin_and_hybrids,
    igf1_and_hybrids,
)
