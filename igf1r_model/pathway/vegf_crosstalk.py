"""VEGF: S6K1 and eIF4F together with ERK make HIF1A, HIF1A makes VEGFA, and VEGFA acts on an endothelial cell.

HIF1A rises by synthesis; its life of minutes does not change. The endothelial cell is a second cell, one for each
tumour cell, which shares the medium; what happens inside it stays there.
"""

from igf1r_model.dsl import (
    Cell,
    Effect,
    Fraction,
    Module,
    Part,
    Total,
    activator,
    assumed,
    derived,
    essential,
    estimated,
    ev,
    fitted,
    inferred,
    place,
)
from igf1r_model.pathway import fate_nouns as n
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.mtor import EIF4F, RPS6KB1_pp
from igf1r_model.pathway.places import PER_CELL, cytosol, medium, nucleus
from igf1r_model.pathway.ras_mapk import activeERK
from igf1r_model.pathway.sources import EXPERIMENT, NO_PHOSPHATASE

TYROSINE, TYROSINE_OFF = "GO:0018108", "GO:0035335"
VEGF_SIGNAL = "GO:0048010"
FUKUDA = "set by hand: IGF1 doubles HIF1A within 6 h, and PI3K, MEK or mTOR inhibitors prevent it (Fukuda 2002)"
GRADED = "set by hand so that pKDR follows VEGFA up, and an antibody on VEGFA takes most of it away"

endothelial = Cell("endothelial_cell", "endothelial cell", "CL:0000115")
endothelial_membrane = place(
    "endothelial_membrane", "endothelial membrane", "GO:0005886", derived(2, "pL", why=PER_CELL), membrane=True,
    tag="EC", cell=endothelial,
)  # fmt: skip
endothelial_cytosol = place(
    "endothelial_cytosol", "endothelial cytosol", "GO:0005829", assumed(2, "pL", why="as the tumour cell", low=1),
    tag="EC", cell=endothelial,
)  # fmt: skip

vegf_crosstalk = Module("vegf_crosstalk", "HIF1A, VEGFA and the endothelial cell", go=VEGF_SIGNAL)

# In the tumour cell.
HIF1A = vegf_crosstalk.form("HIF1A_cyt", n.HIF1A, at=cytosol)
EGLN1 = vegf_crosstalk.form(
    "EGLN1", n.EGLN1, at=cytosol, initial=assumed(100, "nM", why="only its product with k counts", low=20, high=500)
)
VHL = vegf_crosstalk.form("VHL", n.VHL, at=cytosol, initial=assumed(20, "nM", why="24,000 copies", low=5, high=100))
ARNT = vegf_crosstalk.form("ARNT", n.ARNT, at=nucleus, initial=assumed(50, "nM", why="20,000 copies", low=10, high=200))
VEGFA = vegf_crosstalk.form("VEGFA_medium", n.VEGFA, at=medium)

# HIF1A: a basal synthesis, and one that needs S6K1, eIF4F and ERK at once.
vegf_crosstalk.synthesise(
    "HIF1A_is_made", HIF1A, k=assumed(2.3e-3, "nM/s", why="1 nM, 1,200 copies, with a life of minutes", low=2e-4),
    go="GO:0006412", evidence=[inferred("quiet cells have a little HIF1A, whatever their signals")],
)  # fmt: skip
vegf_crosstalk.synthesise(
    "mTOR_and_ERK_make_HIF1A", HIF1A, go="GO:0045727",
    by=[activator(RPS6KB1_pp, k=estimated(1.5e-4, "1/s", within=(1.5e-5, 1.5e-3), why=FUKUDA),
                  evidence=[ev(n.FUKUDA_2002, EXPERIMENT), ev(n.RAUGHT_2004, note="S6K1 acts on eIF4B")])],
    when=[
        essential(EIF4F, K=assumed(10, "nM", why="the resting amount, so that it counts both ways"),
                  evidence=[ev(n.LAUGHNER_2001, EXPERIMENT)]),
        essential(activeERK, K=fitted(8, "nM", why=FUKUDA),
                  evidence=[ev(n.FUKUDA_2002, EXPERIMENT, "through MNK and eIF4E")]),
    ],
    evidence=[ev(n.FUKUDA_2002, EXPERIMENT), ev(n.LAUGHNER_2001, EXPERIMENT)],
)  # fmt: skip
vegf_crosstalk.degrade(
    "EGLN1_and_VHL_destroy_HIF1A", HIF1A, by=EGLN1, ec="1.14.11.29", go="GO:0043161", name="HIF1A is destroyed",
    k=derived(4.6e-5, "1/(nM*s)", why="5 min in normoxia by 100 nM EGLN1 with VHL at its K: 2.3e-3 /s"),
    when=[essential(VHL, K=assumed(20, "nM", why="its amount", low=1, high=50),
                    evidence=[ev(n.JAAKKOLA_2001, EXPERIMENT), ev(n.IVAN_2001, EXPERIMENT), ev(n.SEMIN_CANCER_2003)])],
    evidence=[ev(n.JAAKKOLA_2001, EXPERIMENT), ev(n.IVAN_2001, EXPERIMENT)],
)  # fmt: skip
k_HIF1A_shuttle = vegf_crosstalk.constant(
    "k_HIF1A_shuttle", "k", assumed(5e-3, "1/s", why="two minutes either way, faster than its loss")
)
HIF1A_nuc = vegf_crosstalk.translocate(
    "HIF1A_enters_nucleus", HIF1A, nucleus, gives="HIF1A_nuc", k=k_HIF1A_shuttle, go="GO:0006606",
    evidence=[inferred("HIF1A acts in the nucleus and is made and destroyed in the cytosol")],
)  # fmt: skip
vegf_crosstalk.translocate(
    "HIF1A_leaves_nucleus", HIF1A_nuc, cytosol, gives=HIF1A, k=k_HIF1A_shuttle, go="GO:0006611",
    evidence=[inferred("HIF1A acts in the nucleus and is made and destroyed in the cytosol")],
)  # fmt: skip
HIF1A_ARNT = vegf_crosstalk.bind(
    "HIF1A_binds_ARNT", HIF1A_nuc, ARNT, gives="HIF1A_ARNT", go="GO:0071456",
    evidence=[ev(n.FORSYTHE_1996, EXPERIMENT)],
    kon=assumed(1e-3, "1/(nM*s)", why="an ordinary association"), Kd=assumed(50, "nM", why="its partner's amount"),
)  # fmt: skip

# VEGFA: mRNA and secretion in one step; it stays in the medium for hours.
vegf_crosstalk.synthesise(
    "HIF1A_makes_VEGFA", VEGFA, at=nucleus, go="GO:0045944",
    by=[activator(HIF1A_ARNT, k=assumed(2.4e-3, "1/s", why="two molecules a second at rest: 0.06 nM"))],
    k=assumed(6e-4, "nM/s", why="a tenth of the resting synthesis needs no HIF1A", low=1e-4, high=2e-3),
    when=[essential(EIF4F, K=assumed(10, "nM", why="the resting amount, so that it counts both ways"),
                    evidence=[ev(n.FUKUDA_2002)])],
    evidence=[ev(n.FORSYTHE_1996, EXPERIMENT), ev(n.FUKUDA_2002, EXPERIMENT)],
)  # fmt: skip
vegf_crosstalk.degrade(
    "VEGFA_is_lost", VEGFA, k=assumed(2e-5, "1/s", why="ten hours in a dish", low=5e-6, high=2e-4),
    evidence=[inferred("VEGFA in the medium is unstable; without it, it would rise for ever")],
)  # fmt: skip

# On the endothelial cell. VEGFA is itself a dimer and brings two KDR together.
KDR = vegf_crosstalk.form(
    "KDR", n.KDR, at=endothelial_membrane,
    initial=assumed(10_000, "molecules", why="half of it at the surface in endothelial cells", low=3000, high=50_000),
)  # fmt: skip
PLCG1 = vegf_crosstalk.form(
    "PLCG1_EC", n.PLCG1, at=endothelial_cytosol, initial=assumed(50, "nM", why="60,000 copies, as most proteins here")
)
PI3K = vegf_crosstalk.form(
    "PI3K_EC", m.PIK3R1, m.PIK3CA, at=endothelial_cytosol, shown="PI3K@EC",
    initial=assumed(50, "nM", why="as in the tumour cell"),
)  # fmt: skip
MAPK1 = vegf_crosstalk.form(
    "MAPK1_EC", m.MAPK1, at=endothelial_cytosol, initial=assumed(600, "nM", why="as in the tumour cell")
)
VEGFA_KDR = vegf_crosstalk.bind(
    "VEGFA_binds_KDR", VEGFA, KDR, gives="VEGFA_KDR", go=VEGF_SIGNAL, evidence=[ev(n.MABS_2010), ev(n.LAMALICE_2004)],
    kon=assumed(0.01, "1/(nM*s)", why="1e7 /(M s), usual in models of VEGF", low=1e-3, high=0.03),
    Kd=assumed(0.8, "nM", why="one site; the 0.05 to 0.2 nM of most assays are of two KDR at once", low=0.05, high=2),
)  # fmt: skip
VEGFA_KDR2 = vegf_crosstalk.form("VEGFA_KDR2", n.VEGFA, Part(n.KDR, 2), at=endothelial_membrane, shown="VEGFA:KDR2@EC")
vegf_crosstalk.change(
    "VEGFA_KDR_binds_KDR", [VEGFA_KDR, KDR], [VEGFA_KDR2], effects={Effect.BINDS}, go=VEGF_SIGNAL,
    k=fitted(3e-4, "1/(nM*s)", why=f"with its return a Kd of 5 nM; {GRADED}", low=1e-5, high=1e-2),
    evidence=[ev(n.MABS_2010), ev(n.LAMALICE_2004)],
)  # fmt: skip
vegf_crosstalk.change(
    "VEGFA_KDR2_releases_KDR", [VEGFA_KDR2], [VEGFA_KDR, KDR], effects={Effect.RELEASES}, go=VEGF_SIGNAL,
    k=assumed(1.5e-3, "1/s", why="a quarter of an hour"),
    evidence=[inferred("what comes together by diffusion comes apart again")],
)  # fmt: skip
KDR_p = vegf_crosstalk.autophosphorylate(
    "KDR_activates", VEGFA_KDR2, "Y951 Y1054 Y1059 Y1175 Y1214", on=n.KDR, gives="VEGFA_KDR2_p",
    shown="VEGFA:p-KDR2@EC", k=assumed(0.02, "1/s", why="as IGF1R"), ec="2.7.10.1",
    evidence=[ev(n.TAKAHASHI_2001, EXPERIMENT), ev(n.LAMALICE_2004, EXPERIMENT)],
)  # fmt: skip
vegf_crosstalk.dephosphorylate(
    "KDR_deactivates", None, KDR_p, on=n.KDR, gives=VEGFA_KDR2, k=assumed(0.02, "1/s", why="a minute"), go=TYROSINE_OFF,
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
k_KDR_loss = vegf_crosstalk.constant("k_KDR_loss", "k", assumed(2e-5, "1/s", why="ten hours without ligand"))
k_KDR_uptake = vegf_crosstalk.constant(
    "k_KDR_uptake", "k", fitted(4e-5, "1/s", why=f"twice as fast as without ligand; {GRADED}", high=1e-3)
)
vegf_crosstalk.synthesise(
    "KDR_is_made", KDR, k=derived(1.66e-4, "nM/s", why="balances the loss of 8.3 nM free KDR"),
    evidence=[inferred("a receptor that turns over is made")],
)  # fmt: skip
vegf_crosstalk.degrade("KDR_is_lost", KDR, k=k_KDR_loss, go="GO:0032801", evidence=[inferred("basal turnover")])
for form, rate in ((VEGFA_KDR, k_KDR_loss), (VEGFA_KDR2, k_KDR_uptake), (KDR_p, k_KDR_uptake)):
    vegf_crosstalk.degrade(
        f"{form.id}_is_lost", form, k=rate, go="GO:0032801", name=f"{form.name.removesuffix('@EC')} is lost",
        evidence=[inferred("uptake and degradation in one step, faster for dimers that signal")],
    )  # fmt: skip

# Behind KDR: PLCG1 to ERK, without RAS, and PI3K.
PLCG1_p = vegf_crosstalk.phosphorylate(
    "KDR_phosphorylates_PLCG1", KDR_p, PLCG1, "Y771 Y783", gives="PLCG1_EC_p", go=TYROSINE, ec="2.7.10.1",
    k=assumed(5e-3, "1/(nM*s)", why="half of it at 2 nM active KDR", low=1e-4),
    evidence=[ev(n.TAKAHASHI_2001, EXPERIMENT)],
)  # fmt: skip
vegf_crosstalk.dephosphorylate(
    "PLCG1_deactivates", None, PLCG1_p, gives=PLCG1, k=assumed(0.01, "1/s", why="a minute"), go=TYROSINE_OFF,
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
MAPK1_pp = vegf_crosstalk.phosphorylate(
    "PLCG1_activates_MAPK1", [activator(PLCG1_p, k=assumed(1e-4, "1/(nM*s)", why="half of it at 50 nM active PLCG1"))],
    MAPK1, "T185 Y187", gives="MAPK1_EC_pp", go="GO:0070374", evidence=[ev(n.TAKAHASHI_1999, EXPERIMENT)],
)  # fmt: skip
vegf_crosstalk.dephosphorylate(
    "MAPK1_EC_deactivates", None, MAPK1_pp, gives=MAPK1, k=assumed(5e-3, "1/s", why="minutes"),
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
PI3K_active = vegf_crosstalk.activate(
    "KDR_activates_PI3K", [activator(KDR_p, k=assumed(5e-3, "1/(nM*s)", why="as PLCG1"))], PI3K, on=m.PIK3CA,
    gives="PI3K_EC_active", shown="act-PI3K@EC", go="GO:0051897",
    evidence=[ev(n.QI_2001, EXPERIMENT, "through FAK, which is not shown")],
)  # fmt: skip
vegf_crosstalk.deactivate(
    "PI3K_EC_deactivates", None, PI3K_active, on=m.PIK3CA, gives=PI3K, k=assumed(0.01, "1/s", why="as PLCG1"),
    go="GO:0051897", evidence=[inferred("activity must fall when KDR is active no longer")],
)  # fmt: skip

vegf_crosstalk.observe(Total("HIF1A", "all HIF1A", n.HIF1A, "all HIF1A, per volume of the cytosol", per=cytosol))
vegf_crosstalk.observe(Total("VEGFA", "VEGFA in the medium", n.VEGFA, "VEGFA in the medium, free or on an antibody",
                             places=(medium,)))  # fmt: skip
vegf_crosstalk.observe(
    Fraction("pKDR", "pKDR", n.KDR, "share of KDR phosphorylated at Y1175", sites="Y1175", cell=endothelial)
)
vegf_crosstalk.observe(
    Fraction("endothelialERK", "pERK of the endothelium", m.MAPK1, "share of ERK2 phosphorylated in endothelial cells",
             sites="T185 Y187", cell=endothelial)
)  # fmt: skip
vegf_crosstalk.observe(
    Fraction("endothelialPI3K", "PI3K of the endothelium", m.PIK3CA, "share of PI3K active in endothelial cells",
             active=True, cell=endothelial)
)  # fmt: skip
