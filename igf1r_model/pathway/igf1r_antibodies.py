"""Antibodies on IGF1R keep its ligands away and take the receptor with them; others bind IGF1 and IGF2 themselves.

All antibodies on IGF1R have one mechanism and differ in affinity. They hold the free receptor at the surface.
"""

from igf1r_model.dsl import Module, assumed, ev, inferred
from igf1r_model.pathway import igf1r_drug_nouns as d
from igf1r_model.pathway.igf1r_drug_nouns import CAO_2021, DI_COSIMO_2015, GOMBOS_2012, QU_2017, SCALIA_2020
from igf1r_model.pathway.ligands import IGF1, IGF2, IGF_BINDING
from igf1r_model.pathway.places import medium
from igf1r_model.pathway.receptors import IGF1R
from igf1r_model.pathway.sources import CELLS_2019, EXPERIMENT

RECEPTOR_BINDING, RECEPTOR_LOSS = "GO:0005159", "GO:0032801"
NOT_SEEN = "is told without a source that could be seen; 0.1 nM was measured for EM164, of the same class"

igf1r_antibodies = Module("igf1r_antibodies", "Antibodies on IGF1R and on IGFs", go="GO:0005159")

# On the receptor: one affinity for every receptor with an IGF1R chain, one rate of loss.
figitumumab = igf1r_antibodies.input("figitumumab", d.FIGITUMUMAB, medium)
cixutumumab = igf1r_antibodies.input("cixutumumab", d.CIXUTUMUMAB, medium)
ganitumab = igf1r_antibodies.input("ganitumab", d.GANITUMAB, medium)
dalotuzumab = igf1r_antibodies.input("dalotuzumab", d.DALOTUZUMAB, medium)
antibodies = igf1r_antibodies.family(
    "anti_IGF1R", figitumumab, cixutumumab, ganitumab, dalotuzumab, name="antibodies on IGF1R"
)
shown_by = {
    figitumumab: [ev(GOMBOS_2012), ev(QU_2017)],
    cixutumumab: [ev(GOMBOS_2012), ev(QU_2017)],
    ganitumab: [ev(GOMBOS_2012), ev(QU_2017)],
    dalotuzumab: [ev(DI_COSIMO_2015, EXPERIMENT), ev(QU_2017)],
}
kon_antibody = igf1r_antibodies.constant(
    "kon_IGF1R_antibody", "kon", assumed(1e-3, "1/(nM*s)", why="an ordinary antibody", low=1e-4, high=2e-3)
)
Kd_antibody = {
    form: igf1r_antibodies.constant(
        f"Kd_{form.id}", "Kd", assumed(Kd, "nM", why=f"{Kd} nM {NOT_SEEN}", low=low, high=3)
    )
    for form, Kd, low in (
        (figitumumab, 1.5, 0.1), (cixutumumab, 0.041, 0.02), (ganitumab, 0.22, 0.1), (dalotuzumab, 1, 0.1),
    )
}  # fmt: skip
k_antibody_loss = igf1r_antibodies.constant(
    "k_loss_IGF1R_antibody", "k",
    assumed(6.4e-5, "1/s", why="three hours; an antibody lowers IGF1R within four", low=3.2e-5, high=9.6e-5),
    "uptake and loss of IGF1R with its antibody",
)  # fmt: skip
for antibody, receptor in igf1r_antibodies.each(antibodies, (IGF1R,), verb="bind"):
    held = igf1r_antibodies.bind(
        f"{antibody.id}_binds_{receptor.id}", antibody, receptor, gives=f"{antibody.id}_{receptor.id}",
        kon=kon_antibody, Kd=Kd_antibody[antibody], go=RECEPTOR_BINDING, evidence=shown_by[antibody],
    )  # fmt: skip
    igf1r_antibodies.degrade(
        f"{held.id}_is_lost", held, k=k_antibody_loss, go=RECEPTOR_LOSS,
        evidence=[ev(CELLS_2019), ev(GOMBOS_2012), inferred("uptake and degradation as one step")],
    )  # fmt: skip

# Where IGF1R is in a contested complex with EGFR or HER2 (modules igf1r_drugs_on_egfr, igf1r_drugs_on_her2).
PARTED = "contested: an antibody on IGF1R is taken to keep it from its partner; the freed receptor is then bound"
k_antibody_parts = igf1r_antibodies.constant(
    "k_antibody_parts", "k", assumed(1e-3, "1/(nM*s)", why="as kon_IGF1R_antibody: each encounter parts them"),
    "antibody parts IGF1R from a partner",
)  # fmt: skip

# On the ligands, in the medium.
kon_ligand_antibody = igf1r_antibodies.constant(
    "kon_IGF_antibody", "kon", assumed(1e-3, "1/(nM*s)", why="an ordinary antibody", low=1e-4, high=2e-3)
)
xentuzumab = igf1r_antibodies.input("xentuzumab", d.XENTUZUMAB, medium)
dusigitumab = igf1r_antibodies.input("dusigitumab", d.DUSIGITUMAB, medium)
NO_SOURCE = "is told without a source that could be seen"
Kd_ligand_antibody = {
    (xentuzumab, IGF1): assumed(0.07, "nM", why=f"0.07 nM {NO_SOURCE}", low=0.01, high=0.5),
    (xentuzumab, IGF2): assumed(0.8, "nM", why=f"0.8 nM {NO_SOURCE}", low=0.1, high=3),
    (dusigitumab, IGF1): assumed(0.3, "nM", why=f"0.3 nM {NO_SOURCE}", low=0.05, high=1),
    (dusigitumab, IGF2): assumed(0.002, "nM", why=f"2 pM {NO_SOURCE}; IGF2 is preferred", low=0.001, high=0.1),
}
for antibody, ligand in igf1r_antibodies.each((xentuzumab, dusigitumab), (IGF1, IGF2), verb="bind"):
    igf1r_antibodies.bind(
        f"{antibody.id}_binds_{ligand.id}", antibody, ligand, gives=f"{antibody.id}_{ligand.id}",
        kon=kon_ligand_antibody, Kd=Kd_ligand_antibody[antibody, ligand], go=IGF_BINDING,
        evidence=[ev(CAO_2021), ev(SCALIA_2020)],
    )  # fmt: skip
