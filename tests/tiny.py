"""Three molecules, three processes: the smallest model worth exporting, and the README's example."""

from igf1r_model.assembly import Plan
from igf1r_model.dsl import Module, assumed, ev, from_model, measured, paper, place, protein
from igf1r_model.model import Term

KISELYOV_2009, ERDEM_2021 = paper("KISELYOV_2009", 19225456), paper("ERDEM_2021", 34191793)
BACKER_1992 = paper("BACKER_1992", 1380456)

medium = place("medium", "medium", "GO:0005576", assumed(2.1, "nL", why="a dish, per cell"))
membrane = place("membrane", "plasma membrane", "GO:0005886", assumed(2, "pL", why="per cell volume"), membrane=True)
cytosol = place("cytosol", "cytosol", "GO:0005829", assumed(1.5, "pL", why="a cell without its nucleus"))

tiny = Module("receptor", "IGF1R phosphorylates IRS1", go="GO:0048009")
IGF1 = tiny.input("IGF1", protein("IGF1", "P05019", hgnc=5464), medium)
IGF1R = tiny.form(
    "IGF1R", protein("IGF1R", "P08069", hgnc=5465, phospho="Y1161 Y1165 Y1166"), at=membrane,
    initial=from_model(25000, "molecules", ERDEM_2021),
)  # fmt: skip
IRS1 = tiny.form(
    "IRS1", protein("IRS1", "P35568", hgnc=6125, phospho="Y612 Y896"), at=cytosol,
    initial=from_model(92766, "molecules", ERDEM_2021),
)  # fmt: skip
bound = tiny.bind(
    "IGF1_binds_IGF1R", IGF1, IGF1R, gives="IGF1R_IGF1", evidence=[ev(KISELYOV_2009)],
    kon=measured(3.47e-4, "1/(nM*s)", KISELYOV_2009), Kd=measured(0.2, "nM", KISELYOV_2009),
)  # fmt: skip
active = tiny.autophosphorylate(
    "IGF1R_activates", bound, "Y1161 Y1165 Y1166", gives="IGF1R_active", evidence=[ev(KISELYOV_2009)],
    k=assumed(0.02, "1/s", why="minutes"),
)  # fmt: skip
tiny.phosphorylate(
    "IGF1R_phosphorylates_IRS1", active, IRS1, "Y612 Y896", gives="IRS1_pY", evidence=[ev(BACKER_1992)],
    k=assumed(2e-4, "1/(nM*s)", why="minutes"),
)  # fmt: skip

TERMS = Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",))
TODAY = "2026-11-22T00:00:00Z"
MODELS = {"tiny": Plan("tiny", "Tiny", (tiny,), "Three molecules.", created=TODAY, modified=TODAY, terms=TERMS)}
