"""Every published model is one line: the list of its modules."""

from typing import Final

from igf1r_model.assembly import Plan
from igf1r_model.dsl import Module
from igf1r_model.model import Term
from igf1r_model.pathway.adaptors import adaptors
from igf1r_model.pathway.ligands import ligands
from igf1r_model.pathway.mtor import mtor
from igf1r_model.pathway.pi3k_akt import pi3k_akt
from igf1r_model.pathway.ras_mapk import ras_mapk
from igf1r_model.pathway.receptors import receptors
from igf1r_model.pathway.sources import TAO_2007

CREATED: Final = "2026-11-22T00:00:00Z"
TERMS: Final = (
    Term("bqbiol:hasTaxon", ("taxonomy:9606",)),
    Term("bqmodel:isDescribedBy", (TAO_2007.curie,)),
    Term("bqbiol:isVersionOf", ("GO:0048009",)),
    Term("bqbiol:occursIn", ("BTO:0000093",)),
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


def published(id: str, name: str, modules: tuple[Module, ...], description: str, modified: str = CREATED) -> Plan:
    """A model that is released, with the annotations that all of them share."""
    return Plan(id, f"igf1r-model2026 - {name}", modules, description, CREATED, modified, TERMS)


MODELS: Final[dict[str, Plan]] = {
    "igf1r_core": published("igf1r_core", "IGF1R core", TRUNK, TRUNK_SAYS),
}
