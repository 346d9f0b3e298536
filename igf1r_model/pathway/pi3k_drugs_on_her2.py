"""LY294002 on PI3K that sits on HER3; the receptors' own kinases go on."""

from igf1r_model.dsl import Module, ev
from igf1r_model.pathway.her2_crosstalk import ERBB3_PI3K
from igf1r_model.pathway.her2_drugs import T_NRG1_PI3K
from igf1r_model.pathway.pi3k_mek_drugs import LY294002, Ki_LY294002
from igf1r_model.pathway.sources import KNIGHT_2006

pi3k_drugs_on_her2 = Module("pi3k_drugs_on_her2", "PI3K inhibitors on HER3", go="GO:0006469")

pi3k_drugs_on_her2.inhibit(
    "LY294002_on_PI3K_at_ERBB3", LY294002, ERBB3_PI3K, Ki=Ki_LY294002, only=["PI3K_on_ERBB3_makes_PIP3"],
    evidence=[ev(KNIGHT_2006)],
)  # fmt: skip
pi3k_drugs_on_her2.inhibit(
    "LY294002_on_PI3K_at_ERBB3_T", LY294002, T_NRG1_PI3K, Ki=Ki_LY294002, only=["PI3K_on_ERBB3_T_makes_PIP3"],
    evidence=[ev(KNIGHT_2006)],
)  # fmt: skip
