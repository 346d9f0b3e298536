"""What drugs on IGF1R do to its contested complex with EGFR: inhibitors slow its IGF1R kinase, antibodies part it."""

from igf1r_model.dsl import Effect, Module, activator, inferred
from igf1r_model.pathway.egfr_crosstalk import EGFR, IGF1R_EGFR, IGF1R_EGFR_contact, IGF1R_EGFR_p
from igf1r_model.pathway.igf1r_antibodies import PARTED, antibodies, k_antibody_parts
from igf1r_model.pathway.igf1r_inhibitors import inhibit_IGF1R
from igf1r_model.pathway.receptors import IGF1R

igf1r_drugs_on_egfr = Module("igf1r_drugs_on_egfr", "IGF1R drugs on IGF1R:EGFR", go="GO:0006469")

igf1r_drugs_on_egfr.change(
    "antibody_parts_IGF1R_EGFR", [IGF1R_EGFR], [IGF1R, EGFR], effects={Effect.RELEASES}, go="GO:0032984",
    by=[activator(antibodies, k=k_antibody_parts)], switch=IGF1R_EGFR_contact, evidence=[inferred(PARTED)],
)  # fmt: skip
inhibit_IGF1R(
    igf1r_drugs_on_egfr,
    igf1r_drugs_on_egfr.family("IGF1R_EGFR_kinase", IGF1R_EGFR, IGF1R_EGFR_p, name="IGF1R kinase with EGFR"),
)
