"""IGF1, IGF2 and the carriers that keep them from the receptor: IGFBP3 alone, and the ternary complex with ALS.

All four are doses: nothing is secreted in the dish. Only free ligand binds the receptor.
"""

from igf1r_model.dsl import Module, assumed, ev
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.places import medium
from igf1r_model.pathway.sources import EXPERIMENT, JONES_1995, PNAS_1989

IGF_BINDING = "GO:0005520"

ligands = Module("ligands", "IGFs and their carriers", go=IGF_BINDING)

IGF1 = ligands.input("IGF1", m.IGF1, medium)
IGF2 = ligands.input("IGF2", m.IGF2, medium)
IGFBP3 = ligands.input("IGFBP3", m.IGFBP3, medium)
IGFALS = ligands.input("IGFALS", m.IGFALS, medium)

# Binary complexes. The association rate is the top of the range that surface plasmon resonance gave for IGFBP1-6.
kon_IGFBP3 = ligands.constant(
    "kon_IGFBP3", "kon",
    assumed(9e-4, "1/(nM*s)", why="IGFBP3 associates fastest of the six IGFBPs", low=1e-5, high=9e-4),
)  # fmt: skip
IGF1_IGFBP3 = ligands.bind(
    "IGF1_binds_IGFBP3", IGF1, IGFBP3, gives="IGF1_IGFBP3", go=IGF_BINDING, kon=kon_IGFBP3,
    Kd=assumed(0.1, "nM", why="solid-phase assays give about 0.1 nM for IGF1", low=0.05, high=0.2),
    evidence=[ev(JONES_1995)],
)  # fmt: skip
IGF2_IGFBP3 = ligands.bind(
    "IGF2_binds_IGFBP3", IGF2, IGFBP3, gives="IGF2_IGFBP3", go=IGF_BINDING, kon=kon_IGFBP3,
    Kd=assumed(0.044, "nM", why="the same assays give about half the Kd of IGF1 for IGF2", low=0.02, high=0.1),
    evidence=[ev(JONES_1995)],
)  # fmt: skip

# Ternary complexes: ALS binds only IGFBP3 that holds a ligand.
kon_IGFALS = ligands.constant(
    "kon_IGFALS", "kon", assumed(1e-4, "1/(nM*s)", why="an ordinary protein association", low=1e-5, high=1e-3)
)
Kd_IGFALS = ligands.constant(
    "Kd_IGFALS", "Kd", assumed(0.5, "nM", why="subnanomolar, so that serum keeps most IGF ternary", low=0.1, high=2)
)
IGF1_IGFBP3_IGFALS = ligands.bind(
    "IGFALS_binds_IGF1_IGFBP3", IGF1_IGFBP3, IGFALS, gives="IGF1_IGFBP3_IGFALS", contact=(m.IGFBP3, m.IGFALS),
    kon=kon_IGFALS, Kd=Kd_IGFALS, evidence=[ev(PNAS_1989, EXPERIMENT)],
)  # fmt: skip
IGF2_IGFBP3_IGFALS = ligands.bind(
    "IGFALS_binds_IGF2_IGFBP3", IGF2_IGFBP3, IGFALS, gives="IGF2_IGFBP3_IGFALS", contact=(m.IGFBP3, m.IGFALS),
    kon=kon_IGFALS, Kd=Kd_IGFALS, evidence=[ev(PNAS_1989, EXPERIMENT)],
)  # fmt: skip
