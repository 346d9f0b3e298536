"""The branches behind IGF1R: what a block of PI3K, of MEK, or the loss of IRS leaves of AKT and ERK."""

from typing import Final

from igf1r_model.dsl import Experiment, arm, dose, experiment, hours, minutes
from igf1r_model.pathway.experiments.blocks import IRS_KNOCKED_DOWN, MEK_BLOCKED, PI3K_BLOCKED
from igf1r_model.pathway.sources import APOPTOSIS_2005

IGF1: Final = dose("IGF1", 10, at=hours(1))

branch_blocks = experiment(
    "branch_blocks", "PI3K, MEK or IRS taken away",
    "Which branch does a block stop, an hour before IGF1 is added, and which does it spare?",
    reads="pAKT pFOXO pERK totalIRS1", until=hours(2), every=minutes(1), sources=(APOPTOSIS_2005,),
    arms=(
        arm("unstimulated"),
        arm("control", IGF1),
        arm("PI3K_blocked", PI3K_BLOCKED, IGF1, name="PI3K blocked"),
        arm("MEK_blocked", MEK_BLOCKED, IGF1, name="MEK blocked"),
        arm("less_IRS", IGF1, cell=IRS_KNOCKED_DOWN, name="less IRS1, IRS2"),
    ),
)  # fmt: skip

BRANCHES: Final[tuple[Experiment, ...]] = (branch_blocks,)
