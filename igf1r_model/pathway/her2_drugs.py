"""Drugs on HER2: lapatinib slows its kinase, trastuzumab and pertuzumab keep it from pairing.

Trastuzumab takes HER2 from HER3 where no ligand holds them together, so HER2 with trastuzumab still pairs with
receptors that have a ligand; pertuzumab holds the arm with which HER2 pairs. They bind HER2 in different places.
"""

from igf1r_model.dsl import Module, Part, assumed, derived, ev, measured
from igf1r_model.pathway import erbb_nouns as e
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.adaptors import GAB1, SHC1, GAB1_pY, SHC1_pY
from igf1r_model.pathway.egfr_crosstalk import EGFR_EGF, EGFR_kinase, k_EGFR_GAB1, k_EGFR_SHC1
from igf1r_model.pathway.egfr_drugs import IN_MATRIX, Ki_erlotinib, Ki_gefitinib, erlotinib, gefitinib
from igf1r_model.pathway.erbb_nouns import (
    CARTER_1992,
    CHO_2003,
    DAVIS_2011,
    FRANKLIN_2004,
    HUGHES_2012,
    WOOD_2004,
    YARDEN_2001,
)
from igf1r_model.pathway.her2_crosstalk import (
    EGFR_EGF_ERBB2,
    EGFR_EGF_ERBB3,
    ERBB2,
    ERBB2_2,
    ERBB2_ERBB3,
    NRG1_ERBB3,
    NRG1_ERBB3_ERBB2,
    EGFR_EGF_ERBB2_p,
    EGFR_EGF_ERBB3_p,
    ERBB2_2_p,
    ERBB2_ERBB3_p,
    ERBB3_activates,
    IGF1R_activates_ERBB2,
    Kd_HER2,
    NRG1_ERBB3_ERBB2_p,
    both_chains_activate,
    k_ERBB2_SHC1,
    kon_HER2,
)
from igf1r_model.pathway.pi3k_akt import PIP2, PIP3, k_PI3K_PIP3
from igf1r_model.pathway.places import medium, plasma_membrane
from igf1r_model.pathway.sources import EXPERIMENT, MATTOON_2004

TYROSINE = "GO:0018108"
STILL_PAIRS = "trastuzumab holds domain IV; ligand-induced pairs form by domain II and stay"

her2_drugs = Module("her2_drugs", "Drugs that act on HER2", go="GO:0006469")

lapatinib = her2_drugs.input("lapatinib", e.LAPATINIB, medium)
trastuzumab = her2_drugs.input("trastuzumab", e.TRASTUZUMAB, medium)
pertuzumab = her2_drugs.input("pertuzumab", e.PERTUZUMAB, medium)

# Antibodies on HER2 that is alone. What they hold goes somewhat faster.
kon_antibody = her2_drugs.constant(
    "kon_HER2_antibody", "kon", assumed(1e-4, "1/(nM*s)", why="an ordinary antibody", low=3e-5, high=1e-3)
)
Kd_trastuzumab = her2_drugs.constant(
    "Kd_trastuzumab", "Kd",
    derived(0.1, "nM", why="25 nM of the first humanised variant by 250", source=CARTER_1992, at="abstract"),
)  # fmt: skip
Kd_pertuzumab = her2_drugs.constant(
    "Kd_pertuzumab", "Kd", assumed(1, "nM", why="a therapeutic antibody; nanomolar", low=0.3, high=5)
)
k_antibody_loss = her2_drugs.constant(
    "k_loss_HER2_antibody", "k", assumed(2e-5, "1/s", why="twice the basal loss: both antibodies lower HER2 slowly")
)
T_ERBB2 = her2_drugs.bind(
    "trastuzumab_binds_ERBB2", trastuzumab, ERBB2, gives="trastuzumab_ERBB2", kon=kon_antibody, Kd=Kd_trastuzumab,
    evidence=[ev(CHO_2003, EXPERIMENT), ev(CARTER_1992, EXPERIMENT)],
)  # fmt: skip
P_ERBB2 = her2_drugs.bind(
    "pertuzumab_binds_ERBB2", pertuzumab, ERBB2, gives="pertuzumab_ERBB2", kon=kon_antibody, Kd=Kd_pertuzumab,
    evidence=[ev(FRANKLIN_2004, EXPERIMENT)],
)  # fmt: skip
both_ERBB2 = her2_drugs.bind(
    "pertuzumab_joins_trastuzumab", pertuzumab, T_ERBB2, gives="both_on_ERBB2", contact=(e.PERTUZUMAB, e.ERBB2),
    shown="HER2 with both antibodies", name="pertuzumab joins", kon=kon_antibody, Kd=Kd_pertuzumab,
    evidence=[ev(HUGHES_2012, EXPERIMENT)],
)  # fmt: skip
her2_drugs.bind(
    "trastuzumab_joins_pertuzumab", trastuzumab, P_ERBB2, gives=both_ERBB2, contact=(e.TRASTUZUMAB, e.ERBB2),
    name="trastuzumab joins", kon=kon_antibody, Kd=Kd_trastuzumab, evidence=[ev(HUGHES_2012, EXPERIMENT)],
)  # fmt: skip
for (form,) in her2_drugs.each((T_ERBB2, P_ERBB2, both_ERBB2), verb="degrade"):
    her2_drugs.degrade(
        f"{form.id}_is_lost", form, k=k_antibody_loss, go="GO:0032801", evidence=[ev(HUGHES_2012, EXPERIMENT)]
    )

# HER2 with trastuzumab pairs with a receptor that has a ligand, and signals as without.
T_EGFR = her2_drugs.bind(
    "trastuzumab_ERBB2_binds_EGFR", EGFR_EGF, T_ERBB2, gives="EGFR_EGF_ERBB2_T", contact=(e.EGFR, e.ERBB2),
    shown="T:EGF:EGFR:HER2", name="T EGFR:HER2 binding", kon=kon_HER2, Kd=Kd_HER2, go="GO:0038134",
    evidence=[ev(CHO_2003, note=STILL_PAIRS)],
)  # fmt: skip
T_EGFR_p = both_chains_activate(her2_drugs, T_EGFR, "T:EGF:EGFR:HER2")
T_NRG1 = her2_drugs.bind(
    "trastuzumab_ERBB2_binds_ERBB3", NRG1_ERBB3, T_ERBB2, gives="NRG1_ERBB3_ERBB2_T", contact=(e.ERBB3, e.ERBB2),
    shown="T:NRG1:HER3:HER2", name="T HER2:HER3 binding", kon=kon_HER2, Kd=Kd_HER2, go="GO:0038133",
    evidence=[ev(CHO_2003, note=STILL_PAIRS)],
)  # fmt: skip
T_NRG1_p, T_NRG1_PI3K = ERBB3_activates(her2_drugs, T_NRG1, "T HER2:HER3")
activeT_ERBB3 = her2_drugs.family("activeERBB2_T", T_NRG1_p, T_NRG1_PI3K, name="active HER2:HER3:T")
her2_drugs.phosphorylate(
    "EGFR_ERBB2_T_acts_on_SHC1", T_EGFR_p, SHC1, "Y349 Y350 Y427", gives=SHC1_pY, k=k_EGFR_SHC1, go=TYROSINE,
    ec="2.7.10.1", evidence=[ev(YARDEN_2001)],
)  # fmt: skip
her2_drugs.phosphorylate(
    "ERBB2_T_acts_on_SHC1", activeT_ERBB3, SHC1, "Y349 Y350 Y427", gives=SHC1_pY, k=k_ERBB2_SHC1, go=TYROSINE,
    ec="2.7.10.1", evidence=[ev(YARDEN_2001)],
)  # fmt: skip
her2_drugs.phosphorylate(
    "EGFR_ERBB2_T_acts_on_GAB1", T_EGFR_p, GAB1, "Y447 Y472 Y589", gives=GAB1_pY, k=k_EGFR_GAB1, go=TYROSINE,
    ec="2.7.10.1", evidence=[ev(MATTOON_2004, note="shown for EGF, whose receptor is one of the two")],
)  # fmt: skip
her2_drugs.convert(
    "PI3K_on_ERBB3_T_makes_PIP3", T_NRG1_PI3K, PIP2, PIP3, spends="ATP", k=k_PI3K_PIP3, go="GO:0046934",
    ec="2.7.1.153", name="PI3K on HER3:T makes PIP3", evidence=[ev(YARDEN_2001)],
)  # fmt: skip

# The contested contact with IGF1R outlasts trastuzumab; pertuzumab, which takes HER2 away, ends it.
IGF1R_ERBB2_T = her2_drugs.form(
    "IGF1R_ERBB2_T", Part(m.IGF1R, 2), e.ERBB2, e.TRASTUZUMAB, at=plasma_membrane, bonds=((0, 0), (0, 1), (1, 2)),
    shown="IGF1R:HER2:T",
)  # fmt: skip
IGF1R_ERBB2_T_p = IGF1R_activates_ERBB2(her2_drugs, T_ERBB2, IGF1R_ERBB2_T, "HER2:T")

# Kinase inhibitors, each with its affinity for the kinase that leads the pair.
EGFR_pair_kinase = her2_drugs.family(
    "EGFR_pair_kinase",
    EGFR_EGF_ERBB2,
    EGFR_EGF_ERBB2_p,
    T_EGFR,
    T_EGFR_p,
    EGFR_EGF_ERBB3,
    EGFR_EGF_ERBB3_p,
    name="EGFR with HER2 or HER3",
)
ERBB2_kinase = her2_drugs.family(
    "ERBB2_kinase", ERBB2_ERBB3, ERBB2_ERBB3_p, NRG1_ERBB3_ERBB2, NRG1_ERBB3_ERBB2_p, ERBB2_2, ERBB2_2_p, T_NRG1,
    T_NRG1_p, name="HER2 kinase in dimers",
)  # fmt: skip
Ki_lapatinib = her2_drugs.constant("Ki_lapatinib_EGFR", "Ki", measured(2.4, "nM", DAVIS_2011, at=IN_MATRIX))
for inhibitor, Ki, on_ERBB2 in (
    (gefitinib, Ki_gefitinib, 3500), (erlotinib, Ki_erlotinib, 2900), (lapatinib, Ki_lapatinib, 7.0),
):  # fmt: skip
    her2_drugs.inhibit(
        f"{inhibitor.id}_on_EGFR_pairs", inhibitor, EGFR_pair_kinase, Ki=Ki, evidence=[ev(DAVIS_2011, EXPERIMENT)]
    )
    her2_drugs.inhibit(
        f"{inhibitor.id}_on_ERBB2", inhibitor, ERBB2_kinase, Ki=measured(on_ERBB2, "nM", DAVIS_2011, at=IN_MATRIX),
        evidence=[ev(DAVIS_2011, EXPERIMENT)],
    )  # fmt: skip
her2_drugs.inhibit(
    "lapatinib_on_EGFR", lapatinib, EGFR_kinase, Ki=Ki_lapatinib,
    evidence=[ev(DAVIS_2011, EXPERIMENT), ev(WOOD_2004, EXPERIMENT)],
)  # fmt: skip
