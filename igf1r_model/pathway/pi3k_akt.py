"""PI3K on its adaptors makes PIP3; with it PDPK1 and mTORC2 phosphorylate AKT, which drives FOXO out of the nucleus."""

from igf1r_model.dsl import (
    Effect,
    Fraction,
    Module,
    Total,
    activator,
    assumed,
    catalyst,
    derived,
    essential,
    estimated,
    ev,
    fitted,
    from_model,
    inferred,
    measured,
)
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.adaptors import GAB1_pY, IRS1_pY, IRS2_pY
from igf1r_model.pathway.places import cytosol, nucleus, plasma_membrane
from igf1r_model.pathway.receptors import IGF1R_copies, IGF1R_half
from igf1r_model.pathway.sources import (
    ALESSI_1996,
    ALESSI_1997,
    BACKER_1992,
    BELFIORE_2009,
    BRUNET_1999,
    CHEN_2010,
    ERDEM_2021,
    ERDEM_2022,
    EXPERIMENT,
    GAO_2005,
    HASS_2017,
    LEUKEMIA_2011,
    MAEHAMA_1998,
    MARR_2007,
    MATTOON_2004,
    SARBASSOV_2005,
    SAXTON_2017,
    TRIAL,
)

LIPID_KINASE = "GO:0046934"
SERINE, THREONINE = "GO:0018105", "GO:0018107"

pi3k_akt = Module("pi3k_akt", "PI3K, PIP3, AKT, FOXO", go="GO:0043491")

# What is there.
PI3K = pi3k_akt.form(
    "PI3K", m.PIK3R1, m.PIK3CA, at=cytosol, shown="PI3K",
    initial=from_model(64009, "molecules", ERDEM_2021, at="initial copies of PI3K, MCF7"),
)  # fmt: skip
PIP2 = pi3k_akt.form("PIP2", m.PIP2, at=plasma_membrane, initial=fitted(4000, "nM", why=f"PIP2 and PIP3; {TRIAL}"))
PIP3 = pi3k_akt.form("PIP3", m.PIP3, at=plasma_membrane)
PTEN = pi3k_akt.form(
    "PTEN", m.PTEN, at=cytosol, initial=fitted(20, "nM", why=f"24,000 copies; {TRIAL}", low=6, high=47)
)
PDPK1 = pi3k_akt.form(
    "PDPK1", m.PDPK1, at=cytosol, initial=from_model(186081, "molecules", ERDEM_2021, at="initial copies of PDK1, MCF7")
)
mTORC2 = pi3k_akt.form(
    "mTORC2", m.MTOR, m.RICTOR, m.MAPKAP1, m.MLST8, at=cytosol, shown="mTORC2",
    initial=derived(41130, "molecules", why="34 of 69 nM MTOR; the rest is mTORC1", source=ERDEM_2021, at="MTOR, MCF7"),
)  # fmt: skip
AKT1 = pi3k_akt.form(
    "AKT1", m.AKT1, at=cytosol,
    initial=from_model(432907, "molecules", ERDEM_2021, at="initial copies of AKT, MCF7; all isoforms"),
)  # fmt: skip
PHLPP1 = pi3k_akt.form(
    "PHLPP1", m.PHLPP1, at=cytosol, initial=assumed(20, "nM", why="24,000 copies; only its product with k counts")
)
FOXO1 = pi3k_akt.form(
    "FOXO1", m.FOXO1, at=nucleus, initial=assumed(12000, "molecules", why="as many as FOXO3", low=3000, high=50000)
)
FOXO3 = pi3k_akt.form(
    "FOXO3", m.FOXO3, at=nucleus, initial=measured(12092, "molecules", ERDEM_2022, at="FOXO3 copies, MCF10A")
)

# PI3K docks on YXXM phosphotyrosines.
kon_PI3K = pi3k_akt.constant(
    "kon_PI3K", "kon", assumed(1e-3, "1/(nM*s)", why="an SH2 domain on its peptide; equilibrium within a minute")
)
Kd_PI3K = pi3k_akt.constant("Kd_PI3K", "Kd", fitted(20, "nM", why=TRIAL, low=1, high=125), "PI3K on phosphotyrosine")
IRS1_pY_PI3K = pi3k_akt.bind(
    "PI3K_binds_pIRS1", IRS1_pY, PI3K, gives="IRS1_pY_PI3K", contact=(m.IRS1, m.PIK3R1), shown="pY-IRS1:PI3K",
    kon=kon_PI3K, Kd=Kd_PI3K, go="GO:0043548", evidence=[ev(BACKER_1992, EXPERIMENT)],
)  # fmt: skip
IRS2_pY_PI3K = pi3k_akt.bind(
    "PI3K_binds_pIRS2", IRS2_pY, PI3K, gives="IRS2_pY_PI3K", contact=(m.IRS2, m.PIK3R1), shown="pY-IRS2:PI3K",
    kon=kon_PI3K, Kd=Kd_PI3K, go="GO:0043548", evidence=[ev(BELFIORE_2009)],
)  # fmt: skip
GAB1_pY_PI3K = pi3k_akt.bind(
    "PI3K_binds_pGAB1", GAB1_pY, PI3K, gives="GAB1_pY_PI3K", contact=(m.GAB1, m.PIK3R1), shown="p-GAB1:PI3K",
    kon=kon_PI3K, Kd=Kd_PI3K, go="GO:0043548", evidence=[ev(MATTOON_2004, EXPERIMENT)],
)  # fmt: skip
dockedPI3K = pi3k_akt.family("dockedPI3K", IRS1_pY_PI3K, IRS2_pY_PI3K, GAB1_pY_PI3K, name="docked PI3K")

# PIP3.
k_PI3K_PIP3 = pi3k_akt.constant(
    "k_PI3K_PIP3", "k", estimated(1.33e-3, "1/(nM*s)", within=(1e-4, 1e-2), why=TRIAL), "docked PI3K on PIP2"
)
pi3k_akt.convert(
    "PI3K_makes_PIP3", dockedPI3K, PIP2, PIP3, spends="ATP", k=k_PI3K_PIP3,
    go=LIPID_KINASE, ec="2.7.1.153", evidence=[ev(BACKER_1992, EXPERIMENT), ev(MATTOON_2004, EXPERIMENT)],
)  # fmt: skip
pi3k_akt.convert(
    "free_PI3K_makes_PIP3", PI3K, PIP2, PIP3, spends="ATP",
    k=estimated(1.13e-6, "1/(nM*s)", within=(1e-7, 1e-5), why=f"53 nM count as much as 0.045 nM docked PI3K; {TRIAL}"),
    go=LIPID_KINASE, ec="2.7.1.153",
    evidence=[inferred("cells that lose PTEN gather PIP3 without ligand, so PI3K is never wholly off")],
)  # fmt: skip
pi3k_akt.convert(
    "PTEN_removes_PIP3", PTEN, PIP3, PIP2, spends="water", k=fitted(2e-3, "1/(nM*s)", why=TRIAL),
    go="GO:0016314", ec="3.1.3.67", evidence=[ev(MAEHAMA_1998, EXPERIMENT)],
)  # fmt: skip

# mTORC2: PIP3 raises a low basal activity.
k_PIP3_mTORC2 = pi3k_akt.constant(
    "k_PIP3_mTORC2",
    "k",
    estimated(3e-5, "1/(nM*s)", within=(3e-6, 3e-4), why="half active at 700 nM PIP3: what brings AKT up is finite"),
)
mTORC2_active = pi3k_akt.activate(
    "PIP3_activates_mTORC2", [activator(PIP3, k=k_PIP3_mTORC2)], mTORC2, gives="mTORC2_active", shown="act-mTORC2",
    on=m.MTOR, go="GO:0038203",
    k=derived(2.8e-5, "1/s", why=f"as much as 2.3 nM PIP3; {TRIAL}"), evidence=[ev(SAXTON_2017)],
)  # fmt: skip
pi3k_akt.deactivate(
    "mTORC2_deactivates", None, mTORC2_active, gives=mTORC2, on=m.MTOR, go="GO:0038203",
    k=assumed(0.02, "1/s", why="follows PIP3 within a minute"),
    evidence=[inferred("activity must fall when PIP3 does")],
)  # fmt: skip

# AKT: T308 and S473 in either order. PIP3 brings AKT and PDPK1 together.
k_T308 = pi3k_akt.constant(
    "k_PDPK1_T308", "k", derived(1.2e-3, "1/(nM*s)", why=f"4.1e-5 /(nM s) times PIP3 at 500 nM PIP3; {TRIAL}")
)
K_PIP3 = pi3k_akt.constant("K_PIP3_T308", "K", assumed(4000, "nM", why="beyond the PIP3 a cell makes: nearly linear"))
k_S473 = pi3k_akt.constant(
    "k_mTORC2_S473",
    "k",
    estimated(7e-4, "1/(nM*s)", within=(7e-5, 7e-3), why=f"as much over its phosphatase as there; {TRIAL}"),
)
k_T308_off = pi3k_akt.constant("k_T308_off", "k", fitted(0.0194, "1/s", why=TRIAL))
k_PHLPP1 = pi3k_akt.constant(
    "k_PHLPP1_S473",
    "k",
    derived(2.5e-4, "1/(nM*s)", why="0.303 /min by 20 nM", source=HASS_2017, at="inactivation of pAKT"),
)

AKT1_pT308 = pi3k_akt.phosphorylate(
    "PDPK1_acts_on_AKT1", PDPK1, AKT1, "T308", gives="AKT1_pT308", shown="pT308-AKT1", k=k_T308, go=THREONINE,
    when=[essential(PIP3, K=K_PIP3)], evidence=[ev(ALESSI_1997, EXPERIMENT), ev(ALESSI_1996, EXPERIMENT)],
)  # fmt: skip
AKT1_pS473 = pi3k_akt.phosphorylate(
    "mTORC2_acts_on_AKT1", mTORC2_active, AKT1, "S473", gives="AKT1_pS473", shown="pS473-AKT1", k=k_S473, go=SERINE,
    evidence=[ev(SARBASSOV_2005, EXPERIMENT)],
)  # fmt: skip
AKT1_pp = pi3k_akt.phosphorylate(
    "mTORC2_acts_on_AKT1_pT308", mTORC2_active, AKT1_pT308, "S473", gives="AKT1_pp", shown="pp-AKT1", k=k_S473,
    go=SERINE, evidence=[ev(SARBASSOV_2005, EXPERIMENT)],
)  # fmt: skip
pi3k_akt.phosphorylate(
    "PDPK1_acts_on_AKT1_pS473", PDPK1, AKT1_pS473, "T308", gives=AKT1_pp, k=k_T308, go=THREONINE,
    when=[essential(PIP3, K=K_PIP3)], evidence=[ev(ALESSI_1997, EXPERIMENT), ev(ALESSI_1996, EXPERIMENT)],
)  # fmt: skip
pi3k_akt.dephosphorylate(
    "AKT1_pT308_loses_T308", None, AKT1_pT308, "T308", gives=AKT1, k=k_T308_off,
    evidence=[ev(LEUKEMIA_2011, note="names PP2A with B55alpha; kept unnamed here")],
)  # fmt: skip
pi3k_akt.dephosphorylate(
    "AKT1_pp_loses_T308", None, AKT1_pp, "T308", gives=AKT1_pS473, k=k_T308_off,
    evidence=[ev(LEUKEMIA_2011, note="names PP2A with B55alpha; kept unnamed here")],
)  # fmt: skip
pi3k_akt.dephosphorylate(
    "PHLPP1_acts_on_AKT1_pS473", PHLPP1, AKT1_pS473, "S473", gives=AKT1, k=k_PHLPP1, ec="3.1.3.16",
    evidence=[ev(GAO_2005, EXPERIMENT)],
)  # fmt: skip
pi3k_akt.dephosphorylate(
    "PHLPP1_acts_on_AKT1_pp", PHLPP1, AKT1_pp, "S473", gives=AKT1_pT308, k=k_PHLPP1, ec="3.1.3.16",
    evidence=[ev(GAO_2005, EXPERIMENT)],
)  # fmt: skip

# FOXO: AKT phosphorylates it in the nucleus, it leaves, loses its phosphate in the cytosol and returns.
k_AKT_FOXO = pi3k_akt.constant("k_AKT_FOXO", "k", assumed(1e-4, "1/(nM*s)", why="minutes at full AKT activity"))
k_AKT_pT308_FOXO = pi3k_akt.constant(
    "k_AKT_pT308_FOXO", "k", assumed(2e-5, "1/(nM*s)", why="AKT without S473 has a fifth of the activity")
)
k_FOXO_export = pi3k_akt.constant("k_FOXO_export", "k", assumed(0.05, "1/s", why="not limiting once phosphorylated"))
k_FOXO_return = pi3k_akt.constant("k_FOXO_return", "k", assumed(2e-3, "1/s", why="back in the nucleus within 10 min"))
on_FOXO3 = [ev(BRUNET_1999, EXPERIMENT)]
on_FOXO1 = [ev(BRUNET_1999, note="shown on FOXO3; FOXO1 has the corresponding sites")]
for FOXO, sites, shown_by in ((FOXO1, "T24 S256 S319", on_FOXO1), (FOXO3, "T32 S253 S315", on_FOXO3)):
    phosphorylated = pi3k_akt.phosphorylate(
        f"AKT_phosphorylates_{FOXO.id}", [catalyst(AKT1_pp, k=k_AKT_FOXO), catalyst(AKT1_pT308, k=k_AKT_pT308_FOXO)],
        FOXO, sites, gives=f"{FOXO.id}_p_nuc", at=nucleus, ec="2.7.11.1", evidence=shown_by,
    )  # fmt: skip
    outside = pi3k_akt.translocate(
        f"{FOXO.id}_leaves_nucleus", phosphorylated, cytosol, gives=f"{FOXO.id}_p", k=k_FOXO_export, go="GO:0006611",
        evidence=shown_by,
    )  # fmt: skip
    pi3k_akt.change(
        f"{FOXO.id}_returns", [outside], [FOXO], effects={Effect.MARKS, Effect.MOVES}, k=k_FOXO_return, go="GO:0006606",
        evidence=[inferred("dephosphorylation and import in one step, by phosphatases nobody has settled")],
    )  # fmt: skip

# FOXO makes receptor: it rises when AKT is inhibited.
activeFOXO = pi3k_akt.family("activeFOXO", FOXO1, FOXO3, name="nuclear FOXO")
k_FOXO_IGF1R = pi3k_akt.constant(
    "k_FOXO_IGF1R", "k", derived(3.89e-5, "1/s", why="56 nM nuclear FOXO at rest makes four fifths of the receptor")
)
pi3k_akt.synthesise(
    "FOXO_makes_IGF1R_half", IGF1R_half, by=[activator(activeFOXO, k=k_FOXO_IGF1R)], times=IGF1R_copies,
    go="GO:0045944", evidence=[ev(MARR_2007), ev(CHEN_2010)],
)  # fmt: skip

pi3k_akt.observe(Fraction("pAKT_T308", "pAKT at T308", m.AKT1, "share of AKT phosphorylated at T308", sites="T308"))
pi3k_akt.observe(Fraction("pAKT_S473", "pAKT at S473", m.AKT1, "share of AKT phosphorylated at S473", sites="S473"))
pi3k_akt.observe(Fraction("pAKT", "pAKT", m.AKT1, "what is blotted as pAKT: the share with S473", sites="S473"))
pi3k_akt.observe(Total("membranePIP3", "PIP3 in the membrane", m.PIP3, "PIP3 per cell volume"))
pi3k_akt.observe(Fraction("nuclearFOXO", "nuclear share of FOXO", (m.FOXO1, m.FOXO3), "share of FOXO1 and FOXO3 in the "
                          "nucleus", places=(nucleus,)))  # fmt: skip
pi3k_akt.observe(Fraction("pFOXO", "pFOXO", (m.FOXO1, m.FOXO3), "share of FOXO1 and FOXO3 phosphorylated by AKT",
                          sites=("T24 S256 S319", "T32 S253 S315")))  # fmt: skip
