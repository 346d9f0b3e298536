"""What BAX lets out of mitochondria: cytochrome c builds the apoptosome, which activates caspase-3; survivin brakes it.

Activation of caspase-3 is slower than its turnover, so that activity follows the signal up and down.
"""

from igf1r_model.dsl import (
    Fraction,
    Index,
    Module,
    Switch,
    Total,
    activator,
    assumed,
    catalyst,
    derived,
    ev,
    inferred,
    inhibitor,
    measured,
)
from igf1r_model.pathway import fate_nouns as n
from igf1r_model.pathway.fate_nouns import intermembrane_space
from igf1r_model.pathway.mtor import EIF4F, RPS6KB1_pp
from igf1r_model.pathway.pi3k_akt import AKT1_pp, AKT1_pT308
from igf1r_model.pathway.places import cytosol
from igf1r_model.pathway.sources import ERDEM_2022, EXPERIMENT, NO_PHOSPHATASE
from igf1r_model.pathway.survival import BAX_active

EXECUTION, RELEASE = "GO:0097194", "GO:0001836"
CONTESTED = Switch(
    "CASP9_S196", "contested: AKT on CASP9", False,
    "contested: S196 of human CASP9 is not conserved in the mouse, and its weight in cells is disputed",
)  # fmt: skip

caspases = Module("caspases", "Cytochrome c, apoptosome, caspase-3, survivin", go="GO:0097193")

# What is there.
CYCS_IMS = caspases.form(
    "CYCS_IMS", n.CYCS, at=intermembrane_space,
    initial=assumed(600_000, "molecules", why="1 uM of the cell's volume", low=1e5, high=5e6),
)  # fmt: skip
APAF1 = caspases.form(
    "APAF1", n.APAF1, at=cytosol, initial=assumed(20, "nM", why="24,000 copies, as CASP9", low=5, high=100)
)
CASP9 = caspases.form(
    "CASP9", n.CASP9, at=cytosol, initial=measured(14405, "molecules", ERDEM_2022, at="CASP9 copies, MCF10A")
)
CASP3 = caspases.form(
    "CASP3", n.CASP3, at=cytosol, initial=measured(200286, "molecules", ERDEM_2022, at="CASP3 copies, MCF10A")
)
BIRC5 = caspases.form(
    "BIRC5", n.BIRC5, at=cytosol, initial=assumed(10, "nM", why="12,000 copies, as CASP9", low=1, high=100)
)

# Cytochrome c: made into mitochondria, let out by BAX, lost in the cytosol.
k_CYCS_loss = caspases.constant("k_CYCS_loss", "k", assumed(2e-6, "1/s", why="mitochondrial proteins live for days"))
caspases.synthesise(
    "CYCS_is_made", CYCS_IMS, k=derived(0.02, "nM/s", why="balances the loss of 10,000 nM between the membranes"),
    evidence=[inferred("a protein that turns over is made")],
)  # fmt: skip
caspases.degrade("CYCS_IMS_is_lost", CYCS_IMS, k=k_CYCS_loss, evidence=[inferred("basal turnover of the protein")])
CYCS = caspases.translocate(
    "BAX_releases_CYCS", CYCS_IMS, cytosol, gives="CYCS", at=intermembrane_space, go=RELEASE,
    by=[activator(BAX_active, k=assumed(4e-7, "1/(nM*s)", why="at rest slower than turnover, so that all keep some"))],
    evidence=[ev(n.LUCKEN_2005), ev(n.LI_1997)],
)  # fmt: skip
caspases.degrade(
    "CYCS_is_lost", CYCS, k=assumed(3e-4, "1/s", why="40 min, so that a cell recovers from a small release", low=1e-4),
    evidence=[inferred("cells survive a release from few mitochondria, so cytochrome c outside them must go")],
)  # fmt: skip

# The apoptosome, one of each: the real one has seven.
kon_apoptosome = caspases.constant("kon_apoptosome", "kon", assumed(1e-3, "1/(nM*s)", why="an ordinary association"))
APAF1_CYCS = caspases.bind(
    "APAF1_binds_CYCS", APAF1, CYCS, gives="APAF1_CYCS", kon=kon_apoptosome, go="GO:0097193",
    Kd=assumed(50, "nM", why="APAF1 waits for a release beyond the resting level", low=5, high=500),
    evidence=[ev(n.LI_1997, EXPERIMENT)],
)  # fmt: skip
apoptosome = caspases.bind(
    "APAF1_recruits_CASP9", APAF1_CYCS, CASP9, gives="apoptosome", contact=(n.APAF1, n.CASP9), shown="apoptosome",
    kon=kon_apoptosome, Kd=assumed(20, "nM", why="as much as there is of either", low=2, high=200), go="GO:0097193",
    evidence=[ev(n.LI_1997, EXPERIMENT)],
)  # fmt: skip

# Contested, and off by default: AKT keeps CASP9 from the apoptosome.
CASP9_p = caspases.phosphorylate(
    "AKT_phosphorylates_CASP9",
    [catalyst(AKT1_pp, k=assumed(3e-5, "1/(nM*s)", why="as AKT on BAD")),
     catalyst(AKT1_pT308, k=assumed(6e-6, "1/(nM*s)", why="AKT without S473 has a fifth of the activity"))],
    CASP9, "S196", gives="CASP9_p", switch=CONTESTED, go="GO:0043066", ec="2.7.11.1",
    evidence=[ev(n.CARDONE_1998, EXPERIMENT, "contested: not conserved in the mouse")],
)  # fmt: skip
caspases.dephosphorylate(
    "CASP9_recovers", None, CASP9_p, gives=CASP9, k=assumed(1e-3, "1/s", why="as BAD"),
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip

# Caspase-3 and survivin.
k_CASP3_loss = caspases.constant(
    "k_CASP3_loss", "k", derived(1.18e-6, "1/s", why="163.37 h", source=ERDEM_2022, at="CASP3 half-life")
)
caspases.synthesise(
    "CASP3_is_made", CASP3, k=derived(1.96e-4, "nM/s", why="balances the loss of 166 nM"),
    evidence=[inferred("a protein that turns over is made")],
)  # fmt: skip
caspases.degrade("CASP3_is_lost", CASP3, k=k_CASP3_loss, evidence=[inferred("basal turnover of the protein")])
CASP3_active = caspases.activate(
    "apoptosome_activates_CASP3", apoptosome, CASP3, gives="CASP3_active", go=EXECUTION, ec="3.4.22.62",
    k=assumed(3e-6, "1/(nM*s)", why="at rest slower than the turnover of CASP3; XIAP, not shown, holds most of CASP9"),
    when=[
        inhibitor(BIRC5, Ki=assumed(10, "nM", why="its resting amount halves the activation", low=1, high=100),
                  evidence=[ev(n.MORGILLO_2006, note="contested: directly, as here, or through XIAP")]),
    ],
    name="apoptosome cuts CASP3", evidence=[ev(n.LI_1997, EXPERIMENT), ev(n.SLEE_1999, EXPERIMENT)],
)  # fmt: skip
caspases.degrade(
    "CASP3_active_is_lost", CASP3_active, k=assumed(1e-4, "1/s", why="two hours", low=3e-5),
    evidence=[inferred("cleaved caspase-3 is removed faster than its zymogen")],
)  # fmt: skip
caspases.synthesise(
    "EIF4F_makes_BIRC5", BIRC5, go="GO:0045727",
    by=[activator(EIF4F, k=derived(1.1e-4, "1/s", why="9 nM eIF4F at rest make half of 10 nM survivin")),
        activator(RPS6KB1_pp, k=derived(8e-5, "1/s", why="12 nM active S6K1 at rest make the other half"),
                  evidence=[ev(n.MORGILLO_2006, note="mTOR-dependent; that it is S6K1 is inferred")])],
    evidence=[ev(n.MORGILLO_2006, EXPERIMENT)],
)  # fmt: skip
caspases.degrade(
    "BIRC5_is_lost", BIRC5, k=assumed(2e-4, "1/s", why="an hour: survivin is short-lived", low=1e-4, high=4e-4),
    go="GO:0043161", evidence=[inferred("survivin must go as fast as it follows translation")],
)  # fmt: skip

caspases.observe(Fraction("activeCASP3", "active caspase-3", n.CASP3, "share of caspase-3 that is active", active=True))
caspases.observe(Total("survivin", "survivin", n.BIRC5, "all survivin"))
caspases.observe(
    Index(
        "survivalIndex", "survival index",
        "(guardians + survivin)/(guardians + survivin + freeBAD + BIM)*(1 + pAKT)/2/(1 + 200*activeCASP3)",
        "0 to 1: the share of protectors among protectors and killers, times pAKT, over active caspase-3",
    )
)  # fmt: skip
