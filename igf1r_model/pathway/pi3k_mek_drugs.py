"""Inhibitors of what lies behind the receptors: LY294002 on PI3K and, more weakly, on mTOR; selumetinib on MEK."""

from igf1r_model.dsl import Module, assumed, ev, inferred
from igf1r_model.pathway import fate_nouns as n
from igf1r_model.pathway.mtor import mTORC1_active
from igf1r_model.pathway.pi3k_akt import PI3K, dockedPI3K, mTORC2_active
from igf1r_model.pathway.places import medium
from igf1r_model.pathway.ras_mapk import activeMEK
from igf1r_model.pathway.sources import KNIGHT_2006

pi3k_mek_drugs = Module("pi3k_mek_drugs", "Inhibitors of PI3K and MEK", go="GO:0006469")

LY294002 = pi3k_mek_drugs.input("LY294002", n.LY294002, medium)
selumetinib = pi3k_mek_drugs.input("selumetinib", n.SELUMETINIB, medium)

# LY294002. 20 uM, a usual dose, leaves a twentieth of PI3K.
Ki_LY294002 = pi3k_mek_drugs.constant(
    "Ki_LY294002_PI3K", "Ki", assumed(1000, "nM", why="0.3 to 7 uM are told for the isoforms", low=300, high=7000)
)
pi3k_mek_drugs.inhibit("LY294002_on_free_PI3K", LY294002, PI3K, Ki=Ki_LY294002, evidence=[ev(KNIGHT_2006)])
pi3k_mek_drugs.inhibit("LY294002_on_docked_PI3K", LY294002, dockedPI3K, Ki=Ki_LY294002, evidence=[ev(KNIGHT_2006)])
Ki_LY294002_mTOR = pi3k_mek_drugs.constant(
    "Ki_LY294002_mTOR", "Ki", assumed(5000, "nM", why="some times weaker than on PI3K", low=1000, high=20000)
)
for complex in (mTORC1_active, mTORC2_active):
    pi3k_mek_drugs.inhibit(
        f"LY294002_on_{complex.id}", LY294002, complex, Ki=Ki_LY294002_mTOR,
        evidence=[inferred("mTOR is a relative of PI3K, and LY294002 is known not to tell them apart well")],
    )  # fmt: skip

# Selumetinib does not compete with ATP.
pi3k_mek_drugs.inhibit(
    "selumetinib_on_MEK", selumetinib, activeMEK, competitive=False,
    Ki=assumed(14, "nM", why="the IC50 on purified MEK1, where nothing competes", low=5, high=50),
    evidence=[inferred("it was developed as an inhibitor of MEK1 and MEK2")],
)  # fmt: skip
