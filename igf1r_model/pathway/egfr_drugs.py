"""Drugs on EGFR: gefitinib and erlotinib slow its kinase, cetuximab keeps EGF from it and takes it away.

The two inhibitors, not the antibody, also bring EGFR and IGF1R together (contested).
"""

from igf1r_model.dsl import Effect, Module, assumed, essential, ev, inferred, measured
from igf1r_model.pathway import erbb_nouns as e
from igf1r_model.pathway.egfr_crosstalk import EGFR, IGF1R_EGFR, EGFR_kinase, IGF1R_EGFR_contact
from igf1r_model.pathway.erbb_nouns import DAVIS_2011, LI_2005, MORGILLO_2006
from igf1r_model.pathway.places import medium
from igf1r_model.pathway.receptors import IGF1R
from igf1r_model.pathway.sources import EXPERIMENT

egfr_drugs = Module("egfr_drugs", "Drugs that act on EGFR", go="GO:0006469")

gefitinib = egfr_drugs.input("gefitinib", e.GEFITINIB, medium)
erlotinib = egfr_drugs.input("erlotinib", e.ERLOTINIB, medium)
cetuximab = egfr_drugs.input("cetuximab", e.CETUXIMAB, medium)

# Kinase inhibitors. Neither binds the kinases of IGF1R, the insulin receptor or mTOR up to 10 uM.
IN_MATRIX = "Kd of the wild-type kinase, competition binding"
Ki_gefitinib = egfr_drugs.constant("Ki_gefitinib_EGFR", "Ki", measured(1.0, "nM", DAVIS_2011, at=IN_MATRIX))
Ki_erlotinib = egfr_drugs.constant("Ki_erlotinib_EGFR", "Ki", measured(0.67, "nM", DAVIS_2011, at=IN_MATRIX))
for inhibitor, Ki in ((gefitinib, Ki_gefitinib), (erlotinib, Ki_erlotinib)):
    egfr_drugs.inhibit(f"{inhibitor.id}_on_EGFR", inhibitor, EGFR_kinase, Ki=Ki, evidence=[ev(DAVIS_2011, EXPERIMENT)])
EGFR_inhibitors = egfr_drugs.family("EGFR_inhibitors", gefitinib, erlotinib, name="gefitinib and erlotinib")
egfr_drugs.change(
    "inhibitor_joins_IGF1R_EGFR", [IGF1R, EGFR], [IGF1R_EGFR], effects={Effect.BINDS}, go="GO:0065003",
    name="drug joins IGF1R and EGFR", switch=IGF1R_EGFR_contact,
    k=assumed(1e-7, "1/(nM*s)", why="twenty times the rate at rest, so that the complex forms within hours"),
    when=[essential(EGFR_inhibitors, K=assumed(50, "nM", why="the range in which both drugs act on cells"))],
    evidence=[ev(MORGILLO_2006, EXPERIMENT)],
)  # fmt: skip

# Cetuximab competes with ligand for single receptors, which it takes with it.
cetuximab_EGFR = egfr_drugs.bind(
    "cetuximab_binds_EGFR", cetuximab, EGFR, gives="cetuximab_EGFR",
    kon=assumed(3e-4, "1/(nM*s)", why="an antibody on its cell; 2.7e-4 was measured for another one", high=1e-3),
    Kd=assumed(0.4, "nM", why="published values run from 0.1 to 1 nM", low=0.1, high=1),
    evidence=[ev(LI_2005, EXPERIMENT)],
)  # fmt: skip
egfr_drugs.degrade(
    "cetuximab_EGFR_is_lost", cetuximab_EGFR, k=assumed(3e-5, "1/s", why="twice the basal loss", low=1.5e-5, high=1e-4),
    go="GO:0032801", evidence=[inferred("an antibody that cross-links its receptor has it taken up and degraded")],
)  # fmt: skip
