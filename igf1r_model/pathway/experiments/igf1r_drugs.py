"""Drugs on IGF1R: what an antibody removes, what a kinase inhibitor stills, and what each does to insulin receptors."""

from typing import Final

from igf1r_model.dsl import Experiment, arm, dose, doses, experiment, hours, minutes

DAY: Final = hours(24)
ANTIBODY: Final = dose("figitumumab", 100)
LINSITINIB: Final = dose("linsitinib", 1000)
IGF1_AFTER: Final = dose("IGF1", 1.3, at=DAY)
INSULIN_AFTER: Final = dose("INS", 10, at=DAY)

antibody_or_inhibitor = experiment(
    "antibody_or_inhibitor", "IGF1R antibody or kinase inhibitor",
    "What do a day of antibody or of a kinase inhibitor leave of the receptors and of the answers to IGF1 and insulin?",
    reads="totalIGF1R totalHybrid pAKT pINSR pIGF1R",
    times=(*(hours(step) for step in range(25)), *(DAY + minutes(0.5 * step) for step in range(1, 31))),
    arms=(
        arm("untreated"),
        arm("untreated_IGF1", IGF1_AFTER, name="IGF1"),
        arm("untreated_insulin", INSULIN_AFTER, name="insulin"),
        arm("antibody", ANTIBODY),
        arm("antibody_IGF1", ANTIBODY, IGF1_AFTER, name="antibody, IGF1"),
        arm("antibody_insulin", ANTIBODY, INSULIN_AFTER, name="antibody, insulin"),
        arm("inhibitor", LINSITINIB, name="linsitinib"),
        arm("inhibitor_IGF1", LINSITINIB, IGF1_AFTER, name="linsitinib, IGF1"),
        arm("inhibitor_insulin", LINSITINIB, INSULIN_AFTER, name="linsitinib, insulin"),
    ),
)  # fmt: skip

PREINCUBATION: Final = minutes(90)
NVP_AEW541_doses = experiment(
    "NVP_AEW541_doses", "NVP-AEW541 on IGF1R and INSR",
    "By how much does NVP-AEW541 prefer the kinase of IGF1R to that of the insulin receptor in cells?",
    reads="pIGF1R pINSR", until=PREINCUBATION + minutes(10),
    series=doses("NVP_AEW541", 0.001, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000),
    arms=(
        arm("IGF1R_cell", dose("IGF1", 1.3, at=PREINCUBATION), context="IGF1R_only", name="IGF1 on IGF1R"),
        arm("INSR_cell", dose("INS", 10, at=PREINCUBATION), context="INSR_A_only", name="insulin on INSR"),
    ),
)  # fmt: skip
BMS_754807_doses = experiment(
    "BMS_754807_doses", "BMS-754807 on IGF1R and INSR",
    "Does BMS-754807 tell AKT driven by IGF1R from AKT driven by the insulin receptor?",
    reads="pAKT", until=PREINCUBATION + minutes(10),
    series=doses("BMS_754807", 1e-5, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100),
    arms=(
        arm("IGF1R_cell", dose("IGF1", 1.3, at=PREINCUBATION), context="IGF1R_only", name="IGF1 on IGF1R"),
        arm("INSR_cell", dose("INS", 10, at=PREINCUBATION), context="INSR_A_only", name="insulin on INSR"),
    ),
)  # fmt: skip

IGF2_and_INSR_A = experiment(
    "IGF2_and_INSR_A", "IGF2, INSR-A and two kinds of drugs",
    "Does IGF2 keep AKT up through INSR-A when an antibody blocks IGF1R, but not when a dual inhibitor blocks both?",
    reads="pAKT pINSR pIGF1R", until=hours(48), every=hours(0.5),
    arms=(
        arm("control", context="IGF2_autocrine"),
        arm("antibody", dose("figitumumab", 100, at=DAY), context="IGF2_autocrine", name="figitumumab"),
        arm("dual_inhibitor", dose("BMS_754807", 250, at=DAY), context="IGF2_autocrine", name="BMS-754807"),
        arm("linsitinib", dose("linsitinib", 1000, at=DAY), context="IGF2_autocrine"),
    ),
)  # fmt: skip

IGF1R_DRUGS: Final[tuple[Experiment, ...]] = (
    antibody_or_inhibitor, NVP_AEW541_doses, BMS_754807_doses, IGF2_and_INSR_A,
)  # fmt: skip
