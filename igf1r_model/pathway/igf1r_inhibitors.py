"""Inhibitors of the IGF1R kinase. Their affinities for the insulin receptor are in `igf1r_drugs_on_insulin_receptor`.

A drug slows every act of the kinase, on the receptor itself and on adaptors, and holds no receptor back. An affinity
is for cells where one is known. Picropodophyllin, whose target is contested, is behind a switch.
"""

from igf1r_model.dsl import Family, Module, Switch, assumed, ev, inferred
from igf1r_model.pathway import igf1r_drug_nouns as d
from igf1r_model.pathway.igf1r_drug_nouns import CAO_2021, GOMBOS_2012, LI_2009, MULVIHILL_2010
from igf1r_model.pathway.places import cytosol, medium
from igf1r_model.pathway.receptors import IGF1R, IGF1R_IGF1, IGF1R_IGF2, activeIGF1R

igf1r_inhibitors = Module("igf1r_inhibitors", "Inhibitors of the IGF1R kinase", go="GO:0006469")

linsitinib = igf1r_inhibitors.input("linsitinib", d.LINSITINIB, medium)
BMS_754807 = igf1r_inhibitors.input("BMS_754807", d.BMS_754807, medium)
BMS_536924 = igf1r_inhibitors.input("BMS_536924", d.BMS_536924, medium)
BMS_554417 = igf1r_inhibitors.input("BMS_554417", d.BMS_554417, medium)
NVP_AEW541 = igf1r_inhibitors.input("NVP_AEW541", d.NVP_AEW541, medium)
NVP_ADW742 = igf1r_inhibitors.input("NVP_ADW742", d.NVP_ADW742, medium)
picropodophyllin = igf1r_inhibitors.input("picropodophyllin", d.PICROPODOPHYLLIN, medium)

# Picropodophyllin enters the cell, where it meets the receptor, if that is what it does.
picropodophyllin_on_IGF1R = Switch(
    "picropodophyllin_on_IGF1R", "contested: picropodophyllin acts on IGF1R", on=False,
    why="contested: described as an inhibitor that does not compete with ATP and spares the insulin receptor; whether "
        "it acts on IGF1R is disputed, so that it is off",
)  # fmt: skip
k_picropodophyllin = igf1r_inhibitors.constant(
    "k_picropodophyllin", "k", assumed(0.01, "1/s", why="it passes membranes within minutes"), "picropodophyllin passes"
)
picropodophyllin_in = igf1r_inhibitors.translocate(
    "picropodophyllin_enters", picropodophyllin, cytosol, gives="picropodophyllin_in", at=cytosol,
    shown="picropodophyllin in cell", k=k_picropodophyllin, switch=picropodophyllin_on_IGF1R, go="GO:0006469",
    evidence=[inferred("contested: a small lipophilic drug passes membranes; whether it then meets IGF1R is open")],
)  # fmt: skip
igf1r_inhibitors.translocate(
    "picropodophyllin_leaves", picropodophyllin_in, medium, gives=picropodophyllin, at=cytosol, go="GO:0006469",
    k=k_picropodophyllin, evidence=[inferred("what passes a membrane by itself passes it both ways")],
)  # fmt: skip

# Affinities for IGF1R, one constant for each drug. The forms are those whose kinase can work.
IGF1R_kinase = igf1r_inhibitors.family(
    "IGF1R_kinase", IGF1R, IGF1R_IGF1, IGF1R_IGF2, *activeIGF1R.members, name="IGF1R kinase"
)
KINASE = "is told for the recombinant kinase, without a paper that could be seen, and taken for the cell"
CELLS = "is told for autophosphorylation in cells, without a paper that could be seen"
reviewed = [ev(CAO_2021), ev(LI_2009)]
affinities = (
    (linsitinib, assumed(35, "nM", why=f"35 nM {KINASE}", low=10, high=100), [ev(CAO_2021), ev(MULVIHILL_2010)]),
    (BMS_754807, assumed(1.8, "nM", why="a Ki below 2 nM was reported for both receptors", low=0.5, high=10), reviewed),
    (BMS_536924, assumed(100, "nM", why=f"100 nM {KINASE}", low=30, high=300), reviewed),
    (BMS_554417, assumed(120, "nM", why=f"120 nM {KINASE}", low=30, high=300), reviewed),
    (NVP_AEW541, assumed(86, "nM", why=f"86 nM {CELLS}", low=30, high=150), [ev(LI_2009), ev(GOMBOS_2012)]),
    (NVP_ADW742, assumed(170, "nM", why=f"170 nM {CELLS}", low=50, high=500), reviewed),
)
Ki_IGF1R = {
    drug: igf1r_inhibitors.constant(f"Ki_{drug.id}_IGF1R", "Ki", Ki, f"{drug.name} on IGF1R")
    for drug, Ki, _ in affinities
}
evidence = {drug: shown_by for drug, _, shown_by in affinities}
Ki_picropodophyllin = igf1r_inhibitors.constant(
    "Ki_picropodophyllin_IGF1R", "Ki", assumed(40, "nM", why=f"contested: tens of nM {CELLS}", low=1, high=500),
    "picropodophyllin on IGF1R",
)  # fmt: skip
contested = [ev(LI_2009, note="contested: it does not compete with ATP")]


def inhibit_IGF1R(module: Module, kinase: Family) -> None:
    """All these drugs on some forms of IGF1R, with the affinities for IGF1R."""
    told = kinase.id.removesuffix("_kinase")
    for drug, Ki in Ki_IGF1R.items():
        module.inhibit(f"{drug.id}_on_{told}", drug, kinase, Ki=Ki, evidence=evidence[drug])
    module.inhibit(
        f"picropodophyllin_in_on_{told}", picropodophyllin_in, kinase, Ki=Ki_picropodophyllin, competitive=False,
        evidence=contested,
    )  # fmt: skip


inhibit_IGF1R(igf1r_inhibitors, IGF1R_kinase)
