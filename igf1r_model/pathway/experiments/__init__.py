"""Every experiment that is done on the models, by topic; those of the trunk are done on igf1r_core too."""

from typing import Final

from igf1r_model.dsl import Experiment
from igf1r_model.pathway.experiments.branches import BRANCHES
from igf1r_model.pathway.experiments.calibration import CALIBRATION
from igf1r_model.pathway.experiments.egfr_resistance import EGFR_RESISTANCE
from igf1r_model.pathway.experiments.feedback import FEEDBACK
from igf1r_model.pathway.experiments.her2_resistance import HER2_RESISTANCE
from igf1r_model.pathway.experiments.igf1r_drugs import IGF1R_DRUGS
from igf1r_model.pathway.experiments.ligands import LIGANDS
from igf1r_model.pathway.experiments.mutations import MUTATIONS
from igf1r_model.pathway.experiments.survival import SURVIVAL
from igf1r_model.pathway.experiments.time_courses import TIME_COURSES, TRUNK_TIME_COURSES
from igf1r_model.pathway.experiments.vegf import VEGF

TRUNK_EXPERIMENTS: Final[tuple[Experiment, ...]] = (*TRUNK_TIME_COURSES,)
EXPERIMENTS: Final[tuple[Experiment, ...]] = (
    *TRUNK_EXPERIMENTS,
    *FEEDBACK,
    *IGF1R_DRUGS,
    *EGFR_RESISTANCE,
    *LIGANDS,
    *TIME_COURSES,
    *BRANCHES,
    *HER2_RESISTANCE,
    *MUTATIONS,
    *SURVIVAL,
    *VEGF,
    *CALIBRATION,
)
