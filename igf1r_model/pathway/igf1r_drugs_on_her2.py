"""What drugs on IGF1R do to its contested complex with HER2: inhibitors slow its IGF1R kinase, antibodies part it."""

from igf1r_model.dsl import Effect, Module, activator, inferred
from igf1r_model.pathway.her2_crosstalk import ERBB2, IGF1R_ERBB2, IGF1R_ERBB2_p, IGF1R_HER2_contact
from igf1r_model.pathway.her2_drugs import IGF1R_ERBB2_T, T_ERBB2, IGF1R_ERBB2_T_p
from igf1r_model.pathway.igf1r_antibodies import PARTED, antibodies, k_antibody_parts
from igf1r_model.pathway.igf1r_inhibitors import inhibit_IGF1R
from igf1r_model.pathway.receptors import IGF1R

igf1r_drugs_on_her2 = Module("igf1r_drugs_on_her2", "IGF1R drugs on IGF1R:HER2", go="GO:0006469")

for contact, left, told in ((IGF1R_ERBB2, ERBB2, "HER2"), (IGF1R_ERBB2_T, T_ERBB2, "HER2:T")):
    igf1r_drugs_on_her2.change(
        f"antibody_parts_{contact.id}", [contact], [IGF1R, left], effects={Effect.RELEASES}, go="GO:0032984",
        by=[activator(antibodies, k=k_antibody_parts)], switch=IGF1R_HER2_contact, name=f"antibody parts {told}",
        evidence=[inferred(PARTED)],
    )  # fmt: skip
inhibit_IGF1R(
    igf1r_drugs_on_her2,
    igf1r_drugs_on_her2.family(
        "IGF1R_ERBB2_kinase", IGF1R_ERBB2, IGF1R_ERBB2_p, IGF1R_ERBB2_T, IGF1R_ERBB2_T_p, name="IGF1R kinase with HER2"
    ),
)
