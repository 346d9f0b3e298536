"""IGF1, HIF1A and VEGFA, and the endothelial cell that feels it."""

from typing import Final

from igf1r_model.dsl import Experiment, arm, dose, doses, experiment, hours, scaled
from igf1r_model.pathway.experiments.blocks import MEK_BLOCKED, PI3K_BLOCKED
from igf1r_model.pathway.fate_nouns import FUKUDA_2002
from igf1r_model.pathway.sources import REINMUTH_2002

IGF1: Final = dose("IGF1", 13)  # 100 ng/ml
CONSTITUTIVE_MEK: Final = scaled("k_MEK_off", 0.02, why="MEK2 that stays active, at the level of resting RAF")

hif1a_and_inhibitors = experiment(
    "hif1a_and_inhibitors", "IGF1, HIF1A and inhibitors",
    "Which inhibitors keep IGF1 from raising HIF1A and VEGFA, and is active MEK enough?",
    reads="HIF1A VEGFA pERK pS6K pAKT", until=hours(6), every=hours(0.1), sources=(FUKUDA_2002,),
    arms=(
        arm("quiet"),
        arm("igf1", IGF1),
        arm("igf1_pi3k_inhibitor", IGF1, PI3K_BLOCKED),
        arm("igf1_mek_inhibitor", IGF1, MEK_BLOCKED),
        arm("igf1_rapamycin", IGF1, dose("sirolimus", 20)),
        arm("active_mek", CONSTITUTIVE_MEK),
    ),
)  # fmt: skip

hif1a_by_dose = experiment(
    "hif1a_by_dose", "HIF1A by dose of IGF1", "How much IGF1 does HIF1A need?",
    reads="HIF1A VEGFA", until=hours(6), sources=(FUKUDA_2002,), arms=(arm("igf1"),),
    series=doses("IGF1", 0, 0.013, 0.04, 0.13, 0.4, 1.3, 4, 13, 40),
)  # fmt: skip

AFTER_A_DAY: Final = hours(24)  # 0.12 nM VEGFA by then

bevacizumab_and_kdr = experiment(
    "bevacizumab_and_kdr", "Bevacizumab and KDR",
    "Does bevacizumab, ten for each VEGFA, take pKDR away and leave HIF1A alone?",
    reads="pKDR HIF1A VEGFA endothelialERK", until=hours(36), every=hours(0.5),
    arms=(
        arm("igf1", IGF1),
        arm("igf1_bevacizumab", IGF1, dose("bevacizumab", 1.2, at=AFTER_A_DAY)),
    ),
)  # fmt: skip

vegfa_and_antibody = experiment(
    "vegfa_and_antibody", "VEGFA and an IGF1R antibody",
    "Does an antibody on IGF1R lower the VEGFA that IGF1 makes a tumour cell secrete?",
    reads="VEGFA pKDR HIF1A totalIGF1R", until=hours(72), every=hours(0.5), sources=(REINMUTH_2002,),
    arms=(
        arm("quiet"),
        arm("igf1", dose("IGF1", 1.3)),
        arm("igf1_antibody", dose("IGF1", 1.3), dose("figitumumab", 100)),
    ),
)  # fmt: skip

VEGF: Final[tuple[Experiment, ...]] = (hif1a_and_inhibitors, hif1a_by_dose, bevacizumab_and_kdr, vegfa_and_antibody)
