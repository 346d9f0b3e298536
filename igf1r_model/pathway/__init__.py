"""Every published model is one line: the list of its modules."""

from typing import Final

from igf1r_model.assembly import Plan
from igf1r_model.dsl import Context, Experiment, Module
from igf1r_model.model import Term
from igf1r_model.pathway.adaptors import adaptors
from igf1r_model.pathway.caspases import caspases
from igf1r_model.pathway.circulation import circulation
from igf1r_model.pathway.contexts import CONTEXTS
from igf1r_model.pathway.egfr_crosstalk import egfr_crosstalk
from igf1r_model.pathway.egfr_drugs import egfr_drugs
from igf1r_model.pathway.experiments import EXPERIMENTS, TRUNK_EXPERIMENTS
from igf1r_model.pathway.her2_crosstalk import her2_crosstalk
from igf1r_model.pathway.her2_drugs import her2_drugs
from igf1r_model.pathway.igf1r_antibodies import igf1r_antibodies
from igf1r_model.pathway.igf1r_drugs_on_egfr import igf1r_drugs_on_egfr
from igf1r_model.pathway.igf1r_drugs_on_her2 import igf1r_drugs_on_her2
from igf1r_model.pathway.igf1r_drugs_on_insulin_receptor import igf1r_drugs_on_insulin_receptor
from igf1r_model.pathway.igf1r_inhibitors import igf1r_inhibitors
from igf1r_model.pathway.insulin_receptors import insulin_receptors
from igf1r_model.pathway.insulin_signalling import insulin_signalling
from igf1r_model.pathway.ligands import ligands
from igf1r_model.pathway.mtor import mtor
from igf1r_model.pathway.mtor_drugs import mtor_drugs
from igf1r_model.pathway.p53 import p53
from igf1r_model.pathway.pi3k_akt import pi3k_akt
from igf1r_model.pathway.pi3k_drugs_on_her2 import pi3k_drugs_on_her2
from igf1r_model.pathway.pi3k_mek_drugs import pi3k_mek_drugs
from igf1r_model.pathway.proliferation import proliferation
from igf1r_model.pathway.ras_mapk import ras_mapk
from igf1r_model.pathway.receptors import receptors
from igf1r_model.pathway.sources import TAO_2007
from igf1r_model.pathway.survival import survival
from igf1r_model.pathway.vegf_crosstalk import vegf_crosstalk
from igf1r_model.pathway.vegf_drugs import vegf_drugs

CREATED: Final = "2026-11-22T00:00:00Z"
TERMS: Final = (
    Term("bqbiol:hasTaxon", ("taxonomy:9606",)),
    Term("bqmodel:isDescribedBy", (TAO_2007.curie,)),
    Term("bqbiol:isVersionOf", ("GO:0048009",)),
    Term("bqbiol:hasPart", ("reactome:R-HSA-2404192",)),
    Term("bqbiol:occursIn", ("BTO:0000093",)),
    Term("bqbiol:hasProperty", ("DOID:162",)),
    Term("bqbiol:hasProperty", ("mamo:MAMO_0000046",)),
)
TRUNK: Final = (ligands, receptors, adaptors, ras_mapk, pi3k_akt, mtor)
TRUNK_SAYS: Final = (
    "Signalling of the type 1 insulin-like growth factor receptor in one cell of a culture dish, from IGF1 and IGF2 "
    "with their carriers IGFBP3 and IGFALS to ERK, AKT, FOXO, mTORC1 and S6K1, with the feedbacks of ERK on SOS1 and "
    "RAF1 and of S6K1 on IRS1. Copies per cell are those of MCF7 where a model or data set gives them, else of MCF10A. "
    "IGF1, IGF2, IGFBP3 and IGFALS are species of the medium that start at 0: set one, for example IGF1 to 10 nM, and "
    "run for 7200 s. Every constant says whether it was measured, taken from a model, fitted, derived or assumed. "
    "A result shows what these mechanisms imply; no clinical claim follows from it."
)


IGF1R_DRUGS: Final = (igf1r_antibodies, igf1r_inhibitors)
INSULIN: Final = (insulin_receptors, insulin_signalling, circulation)
EGFR: Final = (egfr_crosstalk, egfr_drugs)
HER2: Final = (her2_crosstalk, her2_drugs)
VEGF: Final = (vegf_crosstalk, vegf_drugs)
FATE: Final = (survival, caspases, p53, proliferation)
ON_ALL: Final = (igf1r_drugs_on_insulin_receptor, igf1r_drugs_on_egfr, igf1r_drugs_on_her2, pi3k_drugs_on_her2)
FULL: Final = (*TRUNK, mtor_drugs, pi3k_mek_drugs, *INSULIN, *EGFR, *HER2, *FATE, *VEGF, *IGF1R_DRUGS, *ON_ALL)


IN_FULL: Final = (
    "To the trunk come the insulin receptor isoforms and their hybrids with IGF1R, EGFR, HER2 and HER3, survival and "
    "proliferation, VEGF with an endothelial cell, and drugs: antibodies, kinase inhibitors and rapalogs, all absent "
    "until dosed. Contested mechanisms are switches, kinds of cells are contexts; the interface file lists both."
)
ONE_MORE: Final = "The trunk of igf1r_full with one crosstalk: "


def published(
    id: str, name: str, modules: tuple[Module, ...], description: str, folder: str = "variants",
    contexts: tuple[Context, ...] = (), experiments: tuple[Experiment, ...] = TRUNK_EXPERIMENTS,
    modified: str = CREATED,
) -> Plan:  # fmt: skip
    """A model that is released, with the annotations that all of them share."""
    return Plan(id, f"igf1r-model2026 - {name}", modules, f"{description} {TRUNK_SAYS}", CREATED, modified, TERMS,
                contexts=contexts, experiments=experiments, folder=folder)  # fmt: skip


MODELS: Final[dict[str, Plan]] = {
    "igf1r_core": published("igf1r_core", "IGF1R core", TRUNK, "The trunk.", folder=""),
    "igf1r_full": published(
        "igf1r_full", "IGF1R full", FULL, IN_FULL, folder="", contexts=CONTEXTS, experiments=EXPERIMENTS
    ),
    "igf1r_insulin": published("igf1r_insulin", "IGF1R, insulin", (*TRUNK, *INSULIN), f"{ONE_MORE}insulin receptors."),
    "igf1r_egfr": published("igf1r_egfr", "IGF1R, EGFR", (*TRUNK, *EGFR), f"{ONE_MORE}EGFR."),
    "igf1r_her2": published("igf1r_her2", "IGF1R, HER2", (*TRUNK, *EGFR, *HER2), f"{ONE_MORE}HER2, which needs EGFR."),
    "igf1r_vegf": published("igf1r_vegf", "IGF1R, VEGF", (*TRUNK, *VEGF), f"{ONE_MORE}VEGF."),
}
