"""The feedback of mTORC1 and S6K1 on IRS1, and what drugs make of it."""

from typing import Final

from igf1r_model.dsl import Experiment, arm, dose, experiment, hours, scaled

NO_FEEDBACK: Final = (
    scaled("k_S6K_IRS", 0.0, why="S6K1 does not phosphorylate IRS"),
    scaled("Ki__IRS1_is_made", 1e12, why="S6K1 does not repress IRS1"),
)
RAPAMYCIN: Final = dose("sirolimus", 20, at=hours(24))

rapamycin_rebound = experiment(
    "rapamycin_rebound", "Rapamycin and IRS1",
    "Does pAKT rise when rapamycin takes the feedback of S6K1 on IRS1 away, and only then?",
    reads="pS6K totalIRS1 pAKT", until=hours(48), every=hours(1),
    arms=(
        arm("control", dose("IGF1", 10)),
        arm("rapamycin", dose("IGF1", 10), RAPAMYCIN),
        arm("no_feedback", dose("IGF1", 10), NO_FEEDBACK),
        arm("no_feedback_rapamycin", dose("IGF1", 10), NO_FEEDBACK, RAPAMYCIN),
    ),
)  # fmt: skip

FEEDBACK: Final[tuple[Experiment, ...]] = (rapamycin_rebound,)
