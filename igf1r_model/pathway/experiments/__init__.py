"""Every experiment that is done on the models, by topic; those of the trunk are done on igf1r_core too."""

from typing import Final

from igf1r_model.dsl import Experiment
from igf1r_model.pathway.experiments.feedback import FEEDBACK

TRUNK_EXPERIMENTS: Final[tuple[Experiment, ...]] = ()
EXPERIMENTS: Final[tuple[Experiment, ...]] = (*TRUNK_EXPERIMENTS, *FEEDBACK)
