"""Proliferation: ERK and eIF4F make cyclin D1, FOXO makes p27; their kinases take RB1 from E2F1, which makes cyclin E.

AKT acts twice: GSK3B, which it turns off, destroys cyclin D1, and p27 that it phosphorylates stays in the cytosol.
"""

from igf1r_model.dsl import (
    Effect,
    Fraction,
    Index,
    Module,
    Total,
    activator,
    assumed,
    catalyst,
    derived,
    essential,
    ev,
    inferred,
)
from igf1r_model.pathway import fate_nouns as n
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.mtor import EIF4F, GSK3B
from igf1r_model.pathway.pi3k_akt import AKT1_pp, AKT1_pT308, activeFOXO
from igf1r_model.pathway.places import cytosol, nucleus
from igf1r_model.pathway.ras_mapk import activeERK
from igf1r_model.pathway.sources import EXPERIMENT, NO_PHOSPHATASE

G1S, PROTEASOME, TRANSCRIPTION = "GO:0000082", "GO:0043161", "GO:0045944"

proliferation = Module("proliferation", "Cyclin D1, p27, RB1 and E2F1", go=G1S)

# What is there, all in the nucleus.
CCND1 = proliferation.form(
    "CCND1_nuc", n.CCND1, at=nucleus, initial=assumed(20, "nM", why="8,000 copies", low=5, high=100)
)
CDK4 = proliferation.form("CDK4", n.CDK4, at=nucleus, initial=assumed(50, "nM", why="20,000 copies", low=10, high=200))
CDKN1B = proliferation.form(
    "CDKN1B", n.CDKN1B, at=nucleus, initial=assumed(60, "nM", why="24,000 copies: above CDK2 in quiet cells", low=20)
)
CCNE1 = proliferation.form("CCNE1", n.CCNE1, at=nucleus, initial=assumed(10, "nM", why="4,000 copies", low=2, high=50))
CDK2 = proliferation.form("CDK2", n.CDK2, at=nucleus, initial=assumed(50, "nM", why="as CDK4", low=10, high=200))
RB1 = proliferation.form("RB1", n.RB1, at=nucleus, initial=assumed(100, "nM", why="40,000 copies", low=30, high=300))
E2F1 = proliferation.form("E2F1", n.E2F1, at=nucleus, initial=assumed(30, "nM", why="less than RB1", low=5, high=60))

# Cyclin D1: made by ERK where translation allows, destroyed once GSK3B has phosphorylated it.
proliferation.synthesise(
    "ERK_makes_CCND1", CCND1, at=nucleus, k=derived(8e-3, "nM/s", why="most of what 20 nM lose at rest"),
    by=[activator(activeERK, k=assumed(5e-4, "1/s", why="40 nM active ERK triple the resting synthesis", low=1e-4))],
    when=[essential(EIF4F, K=assumed(10, "nM", why="the resting amount, so that it counts both ways"),
                    evidence=[inferred("the mRNA of cyclin D1 is among those that depend most on eIF4E")])],
    go=TRANSCRIPTION, evidence=[ev(n.GETTING_TO_S_2016)],
)  # fmt: skip
k_GSK3B_CCND1 = proliferation.constant(
    "k_GSK3B_CCND1", "k", assumed(5e-6, "1/(nM*s)", why="45 nM active GSK3B at rest make half of the loss")
)
CCND1_p = proliferation.phosphorylate(
    "GSK3B_phosphorylates_CCND1", GSK3B, CCND1, "T286", gives="CCND1_p", at=nucleus, ec="2.7.11.26",
    k=k_GSK3B_CCND1, name="GSK3B acts on CCND1", go="GO:0031648",
    evidence=[ev(n.MOL_CANCER_2007, note="other kinases of T286 have been proposed")],
)  # fmt: skip
proliferation.degrade(
    "CCND1_p_is_lost", CCND1_p, k=assumed(1e-3, "1/s", why="exported and ubiquitinated within minutes"), go=PROTEASOME,
    evidence=[ev(n.MOL_CANCER_2007)],
)  # fmt: skip
proliferation.degrade(
    "CCND1_is_lost", CCND1, k=assumed(3e-4, "1/s", why="half an hour together with GSK3B's share", low=1e-4, high=6e-4),
    go=PROTEASOME, evidence=[ev(n.MOL_CANCER_2007)],
)  # fmt: skip
CCND1_CDK4 = proliferation.bind(
    "CCND1_binds_CDK4", CCND1, CDK4, gives="CCND1_CDK4", go=G1S, evidence=[ev(n.CHENG_1999), ev(n.METASTASIS_REV_2003)],
    kon=assumed(1e-3, "1/(nM*s)", why="an ordinary association"),
    Kd=assumed(50, "nM", why="half of cyclin D1 is bound at rest", low=5, high=200),
)  # fmt: skip
proliferation.change(
    "GSK3B_acts_on_CCND1_CDK4", [CCND1_CDK4], [CCND1_p, CDK4], effects={Effect.MARKS, Effect.RELEASES}, by=GSK3B,
    k=k_GSK3B_CCND1, at=nucleus, go="GO:0031648", ec="2.7.11.26", name="GSK3B on CCND1:CDK4",
    evidence=[ev(n.MOL_CANCER_2007)],
)  # fmt: skip

# p27: made by FOXO, kept in the cytosol by AKT.
k_p27_loss = proliferation.constant("k_CDKN1B_loss", "k", assumed(3e-5, "1/s", why="six hours", low=1e-5, high=1e-4))
proliferation.synthesise(
    "FOXO_makes_CDKN1B", CDKN1B, at=nucleus, go=TRANSCRIPTION, k=derived(6e-4, "nM/s", why="a third of what is lost"),
    by=[activator(activeFOXO, k=derived(2.2e-5, "1/s", why="56 nM nuclear FOXO at rest make the rest of 60 nM p27"))],
    evidence=[ev(n.MEDEMA_2000, EXPERIMENT)],
)  # fmt: skip
CDKN1B_p_nuc = proliferation.phosphorylate(
    "AKT_phosphorylates_CDKN1B",
    [catalyst(AKT1_pp, k=assumed(1e-5, "1/(nM*s)", why="a third of AKT on BAD", low=1e-6, high=1e-4)),
     catalyst(AKT1_pT308, k=assumed(2e-6, "1/(nM*s)", why="AKT without S473 has a fifth of the activity"))],
    CDKN1B, "T157", gives="CDKN1B_p_nuc", at=nucleus, go="GO:0018107", ec="2.7.11.1",
    name="AKT acts on CDKN1B", evidence=[ev(n.SHIN_2002, EXPERIMENT), ev(n.VIGLIETTO_2002, EXPERIMENT)],
)  # fmt: skip
CDKN1B_p = proliferation.translocate(
    "CDKN1B_leaves_nucleus", CDKN1B_p_nuc, cytosol, gives="CDKN1B_p", go="GO:0006611",
    k=assumed(0.01, "1/s", why="not limiting once phosphorylated"),
    evidence=[ev(n.SHIN_2002, EXPERIMENT), ev(n.VIGLIETTO_2002, EXPERIMENT)],
)  # fmt: skip
proliferation.change(
    "CDKN1B_returns", [CDKN1B_p], [CDKN1B], effects={Effect.MARKS, Effect.MOVES}, go="GO:0006606",
    k=assumed(5e-4, "1/s", why="half an hour"),
    evidence=[inferred("dephosphorylation and import in one step, by phosphatases nobody has settled")],
)  # fmt: skip
for form in (CDKN1B, CDKN1B_p):
    proliferation.degrade(f"{form.id}_is_lost", form, k=k_p27_loss, go=PROTEASOME, evidence=[ev(n.CDK_INHIBITORS_2008)])

# Cyclin E: made by E2F1, active with CDK2 that p27 does not hold.
proliferation.synthesise(
    "E2F1_makes_CCNE1", CCNE1, go=TRANSCRIPTION, k=derived(1e-3, "nM/s", why="half of what 5 nM free cyclin E lose"),
    by=[activator(E2F1, k=assumed(5e-4, "1/s", why="weak enough for a graded, not an all-or-none, answer", high=2e-3))],
    evidence=[ev(n.OHTANI_1995, EXPERIMENT)],
)  # fmt: skip
proliferation.degrade(
    "CCNE1_is_lost", CCNE1, k=assumed(4e-4, "1/s", why="half an hour", low=1e-4, high=6e-4), go=PROTEASOME,
    evidence=[ev(n.METASTASIS_REV_2003)],
)  # fmt: skip
CCNE1_CDK2 = proliferation.bind(
    "CCNE1_binds_CDK2", CCNE1, CDK2, gives="CCNE1_CDK2", go=G1S, evidence=[ev(n.METASTASIS_REV_2003)],
    kon=assumed(1e-3, "1/(nM*s)", why="an ordinary association"), Kd=assumed(10, "nM", why="most of cyclin E is bound"),
)  # fmt: skip
proliferation.bind(
    "CDKN1B_binds_CCNE1_CDK2", CDKN1B, CCNE1_CDK2, gives="CDKN1B_CCNE1_CDK2", contact=(n.CDKN1B, n.CDK2),
    kon=assumed(1e-3, "1/(nM*s)", why="an ordinary association"),
    Kd=assumed(10, "nM", why="tight enough to hold most of the kinase at rest", low=0.5, high=20),
    go="GO:0008285", evidence=[ev(n.CHENG_1999), ev(n.CDK_INHIBITORS_2008)],
)  # fmt: skip

# RB1: holds E2F1 until cyclin-dependent kinases phosphorylate it.
k_CDK_RB1 = proliferation.constant("k_CDK_RB1", "k", assumed(2.5e-5, "1/(nM*s)", why="a fifth of RB1 at 10 nM kinase"))
by_CDK = [
    catalyst(CCND1_CDK4, k=k_CDK_RB1, evidence=[ev(n.GETTING_TO_S_2016), ev(n.CHENG_1999)]),
    catalyst(CCNE1_CDK2, k=k_CDK_RB1, evidence=[ev(n.GETTING_TO_S_2016), ev(n.METASTASIS_REV_2003)]),
]
RB1_E2F1 = proliferation.bind(
    "RB1_binds_E2F1", RB1, E2F1, gives="RB1_E2F1", go="GO:0045892", evidence=[ev(n.GETTING_TO_S_2016)],
    kon=assumed(1e-3, "1/(nM*s)", why="an ordinary association"), Kd=assumed(10, "nM", why="RB1 holds most at rest"),
)  # fmt: skip
RB1_p = proliferation.phosphorylate(
    "CDK_phosphorylates_RB1", by_CDK, RB1, "S807 S811", gives="RB1_p", go=G1S, ec="2.7.11.22",
    evidence=[ev(n.GETTING_TO_S_2016)],
)  # fmt: skip
proliferation.change(
    "CDK_frees_E2F1_of_RB1", [RB1_E2F1], [RB1_p, E2F1], effects={Effect.MARKS, Effect.RELEASES}, by=by_CDK, go=G1S,
    ec="2.7.11.22", evidence=[ev(n.GETTING_TO_S_2016)],
)  # fmt: skip
proliferation.dephosphorylate(
    "RB1_recovers", None, RB1_p, gives=RB1, k=assumed(1e-3, "1/s", why="a quarter of an hour"),
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip

proliferation.observe(Total("CCND1", "cyclin D1", n.CCND1, "all cyclin D1, per volume of the nucleus", per=nucleus))
proliferation.observe(Total("p27", "p27 in the nucleus", n.CDKN1B, "p27 in the nucleus, alone and on CDK2",
                            places=(nucleus,)))  # fmt: skip
proliferation.observe(Fraction("pRB1", "pRB1", n.RB1, "share of RB1 phosphorylated at S807, S811", sites="S807 S811"))
proliferation.observe(
    Fraction("translation", "translation", m.EIF4G1, "share of eIF4G1 that holds eIF4E", with_=m.EIF4E)
)
proliferation.observe(
    Index(
        "proliferationIndex", "proliferation index", "(CCND1/(CCND1 + p27) + pRB1)/2*(translation + pS6)/2",
        "0 to 1: entry into S phase (cyclin D1 against p27, and pRB1) times growth (eIF4F and pS6)",
    )
)  # fmt: skip
