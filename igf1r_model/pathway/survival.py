"""Survival: AKT, S6K1 and RSK take BAD from BCL-XL, FOXO3 makes BIM; BIM that nothing holds activates BAX.

BAD and BIM occupy the BCL2 proteins that hold BAX back. Caspases follow in their own module (`caspases`).
"""

from igf1r_model.dsl import (
    Effect,
    Fraction,
    Module,
    Total,
    activator,
    assumed,
    catalyst,
    derived,
    ev,
    fitted,
    inferred,
    inhibitor,
    measured,
)
from igf1r_model.pathway import fate_nouns as n
from igf1r_model.pathway.fate_nouns import mitochondrial_outer_membrane as membrane
from igf1r_model.pathway.mtor import EIF4F, GSK3B, RPS6KB1_pp
from igf1r_model.pathway.pi3k_akt import FOXO3, AKT1_pp, AKT1_pT308
from igf1r_model.pathway.places import cytosol
from igf1r_model.pathway.ras_mapk import RPS6KA1_p, activeERK
from igf1r_model.pathway.sources import ERDEM_2022, EXPERIMENT, NO_PHOSPHATASE

SURVIVE, DIE = "GO:0043066", "GO:0043065"  # negative and positive regulation of apoptotic process
SERINE, PROTEASOME = "GO:0018105", "GO:0043161"
KULIK = "set by hand so that a PI3K inhibitor undoes what IGF1 does to caspase-3 (Kulik 1998, Peruzzi 1999)"

survival = Module("survival", "BAD, BIM, MCL1 and the activation of BAX", go="GO:0042981")

# What is there.
BAD = survival.form("BAD", n.BAD, at=membrane, initial=measured(13709, "molecules", ERDEM_2022, at="BAD, MCF10A"))
YWHAZ = survival.form(
    "YWHAZ", n.YWHAZ, at=cytosol, initial=assumed(500, "nM", why="14-3-3 is abundant: far more than its BAD", low=200)
)
BCL2L1 = survival.form(
    "BCL2L1", n.BCL2L1, at=membrane, initial=measured(23490, "molecules", ERDEM_2022, at="BCL2L1 copies, MCF10A")
)
BCL2 = survival.form(
    "BCL2", n.BCL2, at=membrane, initial=assumed(10, "nM", why="half as much as BCL-XL in breast lines", low=1, high=50)
)
MCL1 = survival.form("MCL1", n.MCL1, at=membrane, initial=assumed(20, "nM", why="as much as BCL-XL", low=5, high=50))
BCL2L11 = survival.form(
    "BCL2L11", n.BCL2L11, at=membrane, initial=measured(7223, "molecules", ERDEM_2022, at="BCL2L11 copies, MCF10A")
)
BAX = survival.form("BAX", n.BAX, at=membrane, initial=measured(279087, "molecules", ERDEM_2022, at="BAX, MCF10A"))

# BH3 proteins sit in the groove of BCL2 proteins; BAD does not fit that of MCL1.
kon_BH3 = survival.constant(
    "kon_BH3", "kon", assumed(1e-3, "1/(nM*s)", why="an ordinary association; equilibrium within minutes")
)
Kd_BAD = survival.constant("Kd_BAD", "Kd", assumed(10, "nM", why="BH3 domains bind with nanomolar Kd", low=1, high=50))
Kd_BIM = survival.constant("Kd_BIM", "Kd", assumed(10, "nM", why="BH3 domains bind with nanomolar Kd", low=1, high=50))
BAD_BCL2L1 = survival.bind(
    "BAD_binds_BCL2L1", BAD, BCL2L1, gives="BAD_BCL2L1", kon=kon_BH3, Kd=Kd_BAD, go=DIE,
    evidence=[ev(n.ZHA_1996, EXPERIMENT), ev(n.DATTA_1997)],
)  # fmt: skip
BAD_BCL2 = survival.bind(
    "BAD_binds_BCL2", BAD, BCL2, gives="BAD_BCL2", kon=kon_BH3, Kd=Kd_BAD, go=DIE, evidence=[ev(n.LUCKEN_2005)]
)
BIM_held = {}
for guardian in (BCL2L1, BCL2, MCL1):
    BIM_held[guardian] = survival.bind(
        f"BCL2L11_binds_{guardian.id}", BCL2L11, guardian, gives=f"BCL2L11_{guardian.id}", kon=kon_BH3, Kd=Kd_BIM,
        go=DIE, evidence=[ev(n.LUCKEN_2005)],
    )  # fmt: skip

# BAD: S99 by AKT and S6K1, S75 by RSK, wherever it sits; 14-3-3 then takes it to the cytosol.
k_AKT_BAD = survival.constant("k_AKT_BAD", "k", assumed(3e-5, "1/(nM*s)", why="minutes at full AKT activity", low=3e-6))
k_AKT_pT308_BAD = survival.constant(
    "k_AKT_pT308_BAD", "k", derived(6e-6, "1/(nM*s)", why="AKT without S473 has a fifth of the activity")
)
k_S6K_BAD = survival.constant("k_S6K_BAD", "k", assumed(1e-5, "1/(nM*s)", why="a third of AKT's", low=1e-6, high=3e-5))
k_RSK_BAD = survival.constant(
    "k_RSK_BAD", "k", assumed(3e-6, "1/(nM*s)", why="a tenth of AKT's: RSK adds to AKT, it does not replace it")
)
by_AKT_and_S6K = [
    catalyst(AKT1_pp, k=k_AKT_BAD, evidence=[ev(n.DATTA_1997, EXPERIMENT), ev(n.DEL_PESO_1997, EXPERIMENT)]),
    catalyst(AKT1_pT308, k=k_AKT_pT308_BAD, evidence=[inferred("AKT without S473 is a weaker kinase, not another")]),
    catalyst(RPS6KB1_pp, k=k_S6K_BAD, evidence=[ev(n.HARADA_2001, EXPERIMENT)]),
]
by_RSK = [catalyst(RPS6KA1_p, k=k_RSK_BAD)]
on_S99 = [ev(n.DATTA_1997, EXPERIMENT), ev(n.HARADA_2001, EXPERIMENT)]
on_S75 = [ev(n.BONNI_1999, EXPERIMENT)]
BAD_pS99 = survival.phosphorylate(
    "AKT_phosphorylates_BAD", by_AKT_and_S6K, BAD, "S99", gives="BAD_pS99", shown="pS99-BAD@MOM", go=SURVIVE,
    ec="2.7.11.1", evidence=on_S99,
)  # fmt: skip
BAD_pS75 = survival.phosphorylate(
    "RPS6KA1_phosphorylates_BAD", by_RSK, BAD, "S75", gives="BAD_pS75", shown="pS75-BAD@MOM", go=SURVIVE,
    ec="2.7.11.1", name="RPS6KA1 acts on BAD", evidence=on_S75,
)  # fmt: skip
for held, guardian in ((BAD_BCL2L1, BCL2L1), (BAD_BCL2, BCL2)):
    survival.change(
        f"AKT_frees_{guardian.id}_of_BAD", [held], [BAD_pS99, guardian], effects={Effect.MARKS, Effect.RELEASES},
        by=by_AKT_and_S6K, go=SURVIVE, ec="2.7.11.1", evidence=on_S99,
    )  # fmt: skip
    survival.change(
        f"RPS6KA1_frees_{guardian.id}_of_BAD", [held], [BAD_pS75, guardian], effects={Effect.MARKS, Effect.RELEASES},
        by=by_RSK, go=SURVIVE, ec="2.7.11.1", name=f"RSK frees {guardian.id} of BAD", evidence=on_S75,
    )  # fmt: skip
k_BAD_return = survival.constant("k_BAD_return", "k", assumed(1e-3, "1/s", why="a quarter of an hour", low=2e-4))
k_BAD_YWHAZ = survival.constant(
    "k_BAD_YWHAZ", "k", assumed(1e-4, "1/(nM*s)", why="within a minute: phosphorylation decides, not 14-3-3")
)
BAD_cytosol = survival.form("BAD_cytosol", n.BAD, at=cytosol)
for phosphorylated, site in ((BAD_pS99, "pS99"), (BAD_pS75, "pS75")):
    away = survival.form(f"BAD_{site}_YWHAZ", *phosphorylated.parts, n.YWHAZ, at=cytosol, shown=f"{site}-BAD:YWHAZ")
    survival.change(
        f"YWHAZ_takes_BAD_{site}", [phosphorylated, YWHAZ], [away], effects={Effect.BINDS}, k=k_BAD_YWHAZ, go=SURVIVE,
        evidence=[ev(n.ZHA_1996, EXPERIMENT)],
    )  # fmt: skip
    survival.change(
        f"YWHAZ_lets_BAD_{site}_go", [away], [BAD_cytosol, YWHAZ], effects={Effect.MARKS, Effect.RELEASES}, go=DIE,
        k=k_BAD_return, evidence=[inferred(NO_PHOSPHATASE)],
    )  # fmt: skip
survival.translocate(
    "BAD_returns", BAD_cytosol, membrane, gives=BAD, k=assumed(0.01, "1/s", why="a minute: not limiting"),
    evidence=[inferred("BAD without phosphate is found at mitochondria")],
)  # fmt: skip

# BIM: made by FOXO3, short-lived; ERK takes it from its partners and shortens its life.
survival.synthesise(
    "FOXO3_makes_BCL2L11", BCL2L11,
    by=[activator(FOXO3, k=derived(1.1e-5, "1/s", why="28 nM FOXO3 in the nucleus at rest make four fifths of BIM"))],
    k=derived(8e-5, "nM/s", why="a fifth of the loss of 6 nM BIM at rest"), go="GO:0045944",
    evidence=[ev(n.DIJKERS_2000, EXPERIMENT)],
)  # fmt: skip
survival.degrade(
    "BCL2L11_is_lost", BCL2L11, go=PROTEASOME, evidence=[inferred("BIM that nothing holds turns over")],
    k=derived(2.6e-4, "1/s", why="3 h for all BIM, of which a quarter is free", source=ERDEM_2022, at="BIM half-life"),
)  # fmt: skip
k_ERK_BIM = survival.constant(
    "k_ERK_BIM", "k", fitted(1e-7, "1/(nM*s)", why=f"at full ERK activity BIM lives half as long; {KULIK}", high=1e-6)
)
BCL2L11_p = survival.phosphorylate(
    "ERK_phosphorylates_BCL2L11", activeERK, BCL2L11, "S69", gives="BCL2L11_p", k=k_ERK_BIM, go=SERINE,
    name="ERK acts on BCL2L11", ec="2.7.11.24", evidence=[ev(n.LEY_2003, EXPERIMENT), ev(n.LUCIANO_2003, EXPERIMENT)],
)  # fmt: skip
for guardian, held in BIM_held.items():
    survival.change(
        f"ERK_frees_{guardian.id}_of_BIM", [held], [BCL2L11_p, guardian], effects={Effect.MARKS, Effect.RELEASES},
        by=activeERK, k=k_ERK_BIM, go=SERINE, ec="2.7.11.24", evidence=[ev(n.LEY_2004, EXPERIMENT)],
    )  # fmt: skip
survival.degrade(
    "BCL2L11_p_is_lost", BCL2L11_p, k=assumed(1e-3, "1/s", why="fast once ubiquitinated"), go=PROTEASOME,
    evidence=[ev(n.LEY_2003, EXPERIMENT), ev(n.LUCIANO_2003, EXPERIMENT)],
)  # fmt: skip

# MCL1: needs eIF4F to be made, GSK3B marks it for loss.
survival.synthesise(
    "EIF4F_makes_MCL1", MCL1, go="GO:0045727", evidence=[ev(n.ADAMS_2007)],
    by=[activator(EIF4F, k=derived(8e-4, "1/s", why="9 nM eIF4F at rest balance the loss of 20 nM MCL1"))],
)  # fmt: skip
survival.degrade(
    "MCL1_is_lost", MCL1, k=assumed(2e-4, "1/s", why="half an hour together with GSK3B's share", low=1e-4, high=4e-4),
    go=PROTEASOME, evidence=[ev(n.ADAMS_2007)],
)  # fmt: skip
MCL1_p = survival.phosphorylate(
    "GSK3B_phosphorylates_MCL1", GSK3B, MCL1, "S159", gives="MCL1_p", go=SERINE, ec="2.7.11.26",
    k=assumed(4e-6, "1/(nM*s)", why="at rest 45 nM active GSK3B double the loss", low=1e-6),
    evidence=[ev(n.MAURER_2006, EXPERIMENT)],
)  # fmt: skip
survival.dephosphorylate(
    "MCL1_recovers", None, MCL1_p, gives=MCL1, k=assumed(1e-4, "1/s", why="most of it is lost first"),
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
survival.degrade(
    "MCL1_p_is_lost", MCL1_p, k=assumed(1e-3, "1/s", why="fast once ubiquitinated"), go=PROTEASOME,
    evidence=[ev(n.MAURER_2006, EXPERIMENT)],
)  # fmt: skip

# BAX: activated by free BIM, held back by each BCL2 protein that has its groove free.
Ki_BAX = survival.constant("Ki_BAX", "Ki", fitted(20, "nM", why=f"the same for all three; {KULIK}", low=1, high=50))
k_BAX_loss = survival.constant("k_BAX_loss", "k", derived(2.47e-6, "1/s", why="77.91 h", source=ERDEM_2022, at="BAX"))
BAX_active = survival.activate(
    "BCL2L11_activates_BAX",
    [activator(BCL2L11, k=assumed(3e-5, "1/(nM*s)", why="a hundredth of BAX active at rest", low=3e-6, high=3e-4))],
    BAX, gives="BAX_active", when=[inhibitor(guardian, Ki=Ki_BAX) for guardian in BIM_held], go="GO:0097193",
    evidence=[ev(n.LUCKEN_2005)],
)  # fmt: skip
survival.deactivate(
    "BAX_deactivates", None, BAX_active, gives=BAX, k=assumed(1e-3, "1/s", why="a quarter of an hour"), go=SURVIVE,
    evidence=[inferred("BAX that BCL2 proteins retrieve is active no longer")],
)  # fmt: skip
for form in (BAX, BAX_active):
    survival.degrade(f"{form.id}_is_lost", form, k=k_BAX_loss, evidence=[inferred("basal turnover of the protein")])

survival.observe(Fraction("pBAD", "pBAD", n.BAD, "share of BAD phosphorylated at S99 (S136 of the mouse)", sites="S99"))
survival.observe(Total("freeBAD", "BAD at mitochondria", n.BAD, "BAD free of 14-3-3: alone, or on BCL-XL or BCL2",
                       places=(membrane,)))  # fmt: skip
survival.observe(Total("BIM", "BIM", n.BCL2L11, "all BIM, alone and on its partners"))
survival.observe(Total("guardians", "BCL-XL, BCL2 and MCL1", (n.BCL2L1, n.BCL2, n.MCL1),
                       "all BCL2 proteins that hold BAX back, alone and in complexes"))  # fmt: skip
