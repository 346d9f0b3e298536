"""What drugs on IGF1R do to its relatives: antibodies take hybrids and spare INSR, kinase inhibitors hit all three.

The kinase domains of IGF1R and INSR are alike, and how alike they are to a drug is two numbers, one for each. A hybrid
has one kinase of each: its drug factor is 1/(1 + mean of drug/Ki), that is, one Ki, the harmonic mean of the two.
"""

from igf1r_model.dsl import Module, assumed, derived, ev, inferred
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.igf1r_antibodies import (
    RECEPTOR_BINDING,
    RECEPTOR_LOSS,
    Kd_antibody,
    antibodies,
    k_antibody_loss,
    kon_antibody,
)
from igf1r_model.pathway.igf1r_drug_nouns import CAO_2021, GOMBOS_2012
from igf1r_model.pathway.igf1r_inhibitors import (
    BMS_536924,
    BMS_554417,
    BMS_754807,
    NVP_ADW742,
    NVP_AEW541,
    Ki_IGF1R,
    Ki_picropodophyllin,
    contested,
    evidence,
    inhibit_IGF1R,
    linsitinib,
    picropodophyllin_in,
)
from igf1r_model.pathway.insulin_receptors import IGF1R_INS, IGF1R_INS_p, hybrids
from igf1r_model.pathway.insulin_signalling import INSR_kinases, hybrid_kinases
from igf1r_model.pathway.sources import CELLS_2019

igf1r_drugs_on_insulin_receptor = Module(
    "igf1r_drugs_on_insulin_receptor", "IGF1R drugs on INSR and hybrids", go="GO:0006469"
)

# Antibodies bind the IGF1R chain of a hybrid as they bind IGF1R. They do not bind INSR.
for antibody, receptor in igf1r_drugs_on_insulin_receptor.each(antibodies, hybrids, verb="bind"):
    held = igf1r_drugs_on_insulin_receptor.bind(
        f"{antibody.id}_binds_{receptor.id}", antibody, receptor, gives=f"{antibody.id}_{receptor.id}",
        contact=(antibody.parts[0].molecule, m.IGF1R), kon=kon_antibody, Kd=Kd_antibody[antibody],
        go=RECEPTOR_BINDING, evidence=[ev(CAO_2021), inferred("its epitope is on the IGF1R chain")],
    )  # fmt: skip
    igf1r_drugs_on_insulin_receptor.degrade(
        f"{held.id}_is_lost", held, k=k_antibody_loss, go=RECEPTOR_LOSS,
        evidence=[ev(CELLS_2019), ev(GOMBOS_2012), inferred("as IGF1R with its antibody")],
    )  # fmt: skip

# Kinase inhibitors: INSR, hybrids, and IGF1R that holds insulin.
INSR_kinase = igf1r_drugs_on_insulin_receptor.family("INSR_kinase", *INSR_kinases, name="INSR kinase")
hybrid_kinase = igf1r_drugs_on_insulin_receptor.family("hybrid_kinase", *hybrid_kinases, name="kinases of hybrids")
IGF1R_INS_kinase = igf1r_drugs_on_insulin_receptor.family(
    "IGF1R_INS_kinase", IGF1R_INS, IGF1R_INS_p, name="IGF1R kinase with insulin"
)
KINASE = "is told for the recombinant kinase, without a paper that could be seen, and taken for the cell"
CELLS = "is told for autophosphorylation in cells, without a paper that could be seen"
affinities = {
    linsitinib: assumed(75, "nM", why=f"75 nM {KINASE}", low=20, high=200),
    BMS_754807: assumed(1.7, "nM", why="a Ki below 2 nM was reported for both receptors", low=0.5, high=10),
    BMS_536924: assumed(73, "nM", why=f"73 nM {KINASE}", low=20, high=300),
    BMS_554417: assumed(120, "nM", why=f"as IGF1R; 120 nM {KINASE}", low=30, high=300),
    NVP_AEW541: assumed(2300, "nM", why=f"2300 nM {CELLS}; 27 times that of IGF1R", low=800, high=5000),
    NVP_ADW742: assumed(2800, "nM", why=f"2800 nM {CELLS}; 16 times that of IGF1R", low=800, high=5000),
}


def harmonic_mean(a: float, b: float) -> float:
    """The Ki of a dimer of two kinases, from the mean of drug/Ki over both."""
    return float(f"{2 / (1 / a + 1 / b):.3g}")


for drug, Ki in affinities.items():
    igf1r_drugs_on_insulin_receptor.inhibit(
        f"{drug.id}_on_INSR", drug, INSR_kinase, evidence=evidence[drug],
        Ki=igf1r_drugs_on_insulin_receptor.constant(f"Ki_{drug.id}_INSR", "Ki", Ki, f"{drug.name} on INSR"),
    )  # fmt: skip
    mean = harmonic_mean(Ki_IGF1R[drug].quantity.value, Ki.value)
    igf1r_drugs_on_insulin_receptor.inhibit(
        f"{drug.id}_on_hybrids", drug, hybrid_kinase, evidence=evidence[drug],
        Ki=igf1r_drugs_on_insulin_receptor.constant(
            f"Ki_{drug.id}_hybrid", "Ki", derived(mean, "nM", why="harmonic mean of the affinities for IGF1R and INSR"),
            f"{drug.name} on hybrids",
        ),
    )  # fmt: skip
inhibit_IGF1R(igf1r_drugs_on_insulin_receptor, IGF1R_INS_kinase)

# Picropodophyllin, contested, is said to spare INSR: of a hybrid's two kinases it meets one.
igf1r_drugs_on_insulin_receptor.inhibit(
    "picropodophyllin_on_hybrids", picropodophyllin_in, hybrid_kinase, competitive=False, evidence=contested,
    Ki=derived(2 * Ki_picropodophyllin.quantity.value, "nM", why="harmonic mean of 40 nM and no binding"),
)  # fmt: skip
