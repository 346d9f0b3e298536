"""RAS to ERK, and what ERK does in return: it uncouples SOS1, desensitises RAF1 and makes its phosphatase DUSP6."""

from igf1r_model.dsl import (
    Effect,
    Fraction,
    Module,
    activator,
    assumed,
    catalyst,
    derived,
    estimated,
    ev,
    fitted,
    from_model,
    inferred,
    measured,
)
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.adaptors import GRB2_SOS1, IRS1_pY, IRS1_pY_GRB2_SOS1, SHC1_pY, SHC1_pY_GRB2_SOS1
from igf1r_model.pathway.places import cytosol, plasma_membrane
from igf1r_model.pathway.sources import (
    ALESSI_1994,
    BORISOV_2009,
    CHARDIN_1993,
    CORBALAN_GARCIA_1996,
    DOUGHERTY_2005,
    EKEROT_2008,
    ERDEM_2021,
    ERDEM_2022,
    EXPERIMENT,
    HASS_2017,
    LAVOIE_2015,
    MCCORMICK_1991,
    NO_PHOSPHATASE,
    PAPIN_1995,
    ROUX_2003,
    SCHAEFFER_1999,
    TRIAL,
    ZHANG_2010,
)

FEEDBACK = "GO:0043409"  # negative regulation of MAPK cascade
KINASE_SHARE = "times this paralogue's share of the pool, in kcat and Km alike, so that both compete for one kinase"

ras_mapk = Module("ras_mapk", "RAS, RAF, MEK, ERK and their feedbacks", go="GO:0000165")

# What is there. Counts of a family are split as in MCF10A proteomics.
RAS_GDP = ras_mapk.form(
    "RAS_GDP", m.RAS, at=plasma_membrane, shown="RAS-GDP",
    initial=from_model(230642, "molecules", ERDEM_2021, at="initial copies of RAS, MCF7"),
)  # fmt: skip
RASA1 = ras_mapk.form("RASA1", m.RASA1, at=cytosol, initial=from_model(50, "nM", BORISOV_2009, at="RasGAP, HEK293"))
RAF1 = ras_mapk.form(
    "RAF1", m.RAF1, at=cytosol,
    initial=derived(114825, "molecules", why="0.911 of 126,069 RAF per cell", source=ERDEM_2021, at="RAF, MCF7"),
)  # fmt: skip
BRAF = ras_mapk.form(
    "BRAF", m.BRAF, at=cytosol,
    initial=derived(11244, "molecules", why="0.089 of 126,069 RAF per cell", source=ERDEM_2021, at="RAF, MCF7"),
)  # fmt: skip
MAP2K1 = ras_mapk.form(
    "MAP2K1", m.MAP2K1, at=cytosol,
    initial=derived(308130, "molecules", why="0.281 of 1,098,164 MEK per cell", source=ERDEM_2021, at="MEK, MCF7"),
)  # fmt: skip
MAP2K2 = ras_mapk.form(
    "MAP2K2", m.MAP2K2, at=cytosol,
    initial=derived(790034, "molecules", why="0.719 of 1,098,164 MEK per cell", source=ERDEM_2021, at="MEK, MCF7"),
)  # fmt: skip
MAPK1 = ras_mapk.form(
    "MAPK1", m.MAPK1, at=cytosol,
    initial=derived(692386, "molecules", why="0.907 of 763,172 ERK per cell", source=ERDEM_2021, at="ERK, MCF7"),
)  # fmt: skip
MAPK3 = ras_mapk.form(
    "MAPK3", m.MAPK3, at=cytosol,
    initial=derived(70786, "molecules", why="0.093 of 763,172 ERK per cell", source=ERDEM_2021, at="ERK, MCF7"),
)  # fmt: skip
DUSP6 = ras_mapk.form(
    "DUSP6", m.DUSP6, at=cytosol, initial=assumed(10, "nM", why="6,000 copies; only its product with k counts")
)
RPS6KA1 = ras_mapk.form(
    "RPS6KA1", m.RPS6KA1, at=cytosol, initial=measured(134935, "molecules", ERDEM_2022, at="RPS6KA1 copies, MCF10A")
)

# RAS: SOS1 that is docked loads it with GTP, RASA1 empties it.
RAS_GTP = ras_mapk.load_gtp(
    "SOS1_loads_RAS",
    [
        catalyst(SHC1_pY_GRB2_SOS1, kcat=fitted(0.7, "1/s", why=TRIAL),
                 Km=from_model(50, "nM", BORISOV_2009, at="RAS exchange")),
        catalyst(IRS1_pY_GRB2_SOS1, kcat=assumed(0.07, "1/s", why="IRS1 sits away from RAS: a tenth of the SHC1 arm"),
                 Km=from_model(50, "nM", BORISOV_2009, at="RAS exchange")),
    ],
    RAS_GDP, gives="RAS_GTP", shown="RAS-GTP", go="GO:0005085",
    k=assumed(2e-5, "1/s", why="exchange without SOS takes half a day"), evidence=[ev(CHARDIN_1993, EXPERIMENT)],
)  # fmt: skip
RAS_hydrolysis = ras_mapk.constant(
    "RAS_hydrolysis", "times", assumed(1, "dimensionless", why="wild-type RAS; less where part of RAS is mutant"),
    "GTP hydrolysis by RAS, times wild type",
)  # fmt: skip
ras_mapk.hydrolyse_gtp(
    "RASA1_empties_RAS", RASA1, RAS_GTP, gives=RAS_GDP, go="GO:0005096", ec="3.6.5.2", times=RAS_hydrolysis,
    k=derived(4e-4, "1/(nM*s)", why=f"0.02 /s by 50 nM RASA1; {TRIAL}"), evidence=[ev(MCCORMICK_1991)],
)  # fmt: skip

# RAF: RAS-GTP is no kinase; it brings RAF1 to its kinases and lets BRAF dimerise.
k_RAS_on_RAF = ras_mapk.constant("k_RAS_on_RAF", "k", fitted(1.5e-4, "1/(nM*s)", why=TRIAL))
k_RAF_off = ras_mapk.constant("k_RAF_off", "k", fitted(0.02, "1/s", why=TRIAL))
RAF1_p = ras_mapk.phosphorylate(
    "RAS_activates_RAF1", [activator(RAS_GTP, k=k_RAS_on_RAF)], RAF1, "S338 Y341", gives="RAF1_p",
    evidence=[ev(LAVOIE_2015)],
)  # fmt: skip
BRAF_active = ras_mapk.activate(
    "RAS_activates_BRAF", [activator(RAS_GTP, k=k_RAS_on_RAF)], BRAF, gives="BRAF_active", go="GO:0007265",
    evidence=[ev(LAVOIE_2015)],
)  # fmt: skip
ras_mapk.dephosphorylate("RAF1_deactivates", None, RAF1_p, gives=RAF1, k=k_RAF_off, evidence=[ev(LAVOIE_2015)])
ras_mapk.deactivate(
    "BRAF_deactivates", None, BRAF_active, gives=BRAF, k=k_RAF_off, go="GO:0007265",
    evidence=[inferred("dimers fall apart when RAS-GTP is gone")],
)  # fmt: skip
activeRAF = ras_mapk.family("activeRAF", RAF1_p, BRAF_active, name="active RAF")

# MEK and ERK: enzymes that saturate.
MAP2K1_pp = ras_mapk.phosphorylate(
    "RAF_phosphorylates_MAP2K1", activeRAF, MAP2K1, "S218 S222", gives="MAP2K1_pp", ec="2.7.11.25",
    kcat=derived(0.0373, "1/s", why=f"0.133 /s {KINASE_SHARE}", source=BORISOV_2009, at="RAF on MEK"),
    Km=derived(14, "nM", why=f"50 nM {KINASE_SHARE}", source=BORISOV_2009, at="RAF on MEK"),
    evidence=[ev(ALESSI_1994, EXPERIMENT), ev(PAPIN_1995, EXPERIMENT)],
)  # fmt: skip
MAP2K2_pp = ras_mapk.phosphorylate(
    "RAF_phosphorylates_MAP2K2", activeRAF, MAP2K2, "S222 S226", gives="MAP2K2_pp", ec="2.7.11.25",
    kcat=derived(0.0957, "1/s", why=f"0.133 /s {KINASE_SHARE}", source=BORISOV_2009, at="RAF on MEK"),
    Km=derived(36, "nM", why=f"50 nM {KINASE_SHARE}", source=BORISOV_2009, at="RAF on MEK"),
    evidence=[ev(LAVOIE_2015)],
)  # fmt: skip
k_MEK_off = ras_mapk.constant("k_MEK_off", "k", from_model(0.328, "1/min", HASS_2017, at="inactivation of pMEK"))
for form, bare in ((MAP2K1_pp, MAP2K1), (MAP2K2_pp, MAP2K2)):
    ras_mapk.dephosphorylate(
        f"{bare.id}_deactivates", None, form, gives=bare, k=k_MEK_off, evidence=[inferred(NO_PHOSPHATASE)]
    )  # fmt: skip
activeMEK = ras_mapk.family("activeMEK", MAP2K1_pp, MAP2K2_pp, name="active MEK")

MAPK1_pp = ras_mapk.phosphorylate(
    "MEK_phosphorylates_MAPK1", activeMEK, MAPK1, "T185 Y187", gives="MAPK1_pp", ec="2.7.12.2",
    kcat=derived(0.01814, "1/s", why=f"0.02 /s {KINASE_SHARE}; {TRIAL}"),
    Km=derived(453.6, "nM", why=f"500 nM {KINASE_SHARE}", source=BORISOV_2009, at="MEK on ERK"),
    evidence=[ev(SCHAEFFER_1999)],
)  # fmt: skip
MAPK3_pp = ras_mapk.phosphorylate(
    "MEK_phosphorylates_MAPK3", activeMEK, MAPK3, "T202 Y204", gives="MAPK3_pp", ec="2.7.12.2",
    kcat=derived(0.001855, "1/s", why=f"0.02 /s {KINASE_SHARE}; {TRIAL}"),
    Km=derived(46.4, "nM", why=f"500 nM {KINASE_SHARE}", source=BORISOV_2009, at="MEK on ERK"),
    evidence=[ev(SCHAEFFER_1999)],
)  # fmt: skip
k_ERK_off = ras_mapk.constant(
    "k_ERK_off", "k",
    derived(2e-3, "1/s", why="of 0.543 /min in all, what DUSP6 at rest leaves over", source=HASS_2017, at="pERK"),
)  # fmt: skip
k_DUSP6 = ras_mapk.constant(
    "k_DUSP6_ERK", "k",
    derived(7e-4, "1/(nM*s)", why="most of 0.543 /min, by 10 nM DUSP6 at rest", source=HASS_2017, at="pERK"),
)  # fmt: skip
for form, bare in ((MAPK1_pp, MAPK1), (MAPK3_pp, MAPK3)):
    ras_mapk.dephosphorylate(
        f"DUSP6_deactivates_{bare.id}", [catalyst(DUSP6, k=k_DUSP6)], form, gives=bare, k=k_ERK_off, go="GO:0017017",
        evidence=[ev(EKEROT_2008, EXPERIMENT, "DUSP6 alone is named; the rest is unnamed phosphatases")],
    )  # fmt: skip
activeERK = ras_mapk.family("activeERK", MAPK1_pp, MAPK3_pp, name="active ERK")

# Feedback 1, minutes: ERK phosphorylates SOS1, free and docked, which then does not dock.
k_ERK_on_SOS1 = ras_mapk.constant("k_ERK_on_SOS1", "k", estimated(1.06e-5, "1/(nM*s)", within=(1e-6, 1e-4), why=TRIAL))
GRB2_SOS1_p = ras_mapk.phosphorylate(
    "ERK_phosphorylates_SOS1", activeERK, GRB2_SOS1, "S1132 S1167 S1178 S1193", gives="GRB2_SOS1_p",
    k=k_ERK_on_SOS1, go=FEEDBACK, ec="2.7.11.24", evidence=[ev(CORBALAN_GARCIA_1996, EXPERIMENT)],
)  # fmt: skip
for docked, left in ((SHC1_pY_GRB2_SOS1, SHC1_pY), (IRS1_pY_GRB2_SOS1, IRS1_pY)):
    ras_mapk.change(
        f"ERK_frees_SOS1_of_{left.id}", [docked], [left, GRB2_SOS1_p], effects={Effect.MARKS, Effect.RELEASES},
        by=activeERK, k=k_ERK_on_SOS1, go=FEEDBACK, ec="2.7.11.24",
        evidence=[ev(CORBALAN_GARCIA_1996, EXPERIMENT)],
    )  # fmt: skip
ras_mapk.dephosphorylate(
    "SOS1_recovers", None, GRB2_SOS1_p, gives=GRB2_SOS1, k=fitted(1.37e-4, "1/s", why=TRIAL),
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip

# Feedback 2, minutes: ERK phosphorylates active RAF1, which then does not signal.
RAF1_fb = ras_mapk.phosphorylate(
    "ERK_desensitises_RAF1", activeERK, RAF1_p, "S29 S289 S296 S301 S642", gives="RAF1_fb", shown="pp-RAF1",
    k=fitted(6.1e-6, "1/(nM*s)", why=TRIAL), go=FEEDBACK, ec="2.7.11.24", evidence=[ev(DOUGHERTY_2005, EXPERIMENT)],
)  # fmt: skip
ras_mapk.dephosphorylate(
    "RAF1_recovers", None, RAF1_fb, gives=RAF1, k=fitted(6.5e-4, "1/s", why=TRIAL), evidence=[ev(DOUGHERTY_2005)]
)

# Feedback 3, an hour: ERK makes more of its phosphatase.
k_ERK_DUSP6 = ras_mapk.constant("k_ERK_makes_DUSP6", "k", fitted(8.46e-6, "1/s", why=TRIAL))
ras_mapk.synthesise(
    "ERK_makes_DUSP6", DUSP6, k=derived(3e-3, "nM/s", why="balances the loss of 10 nM at rest"),
    by=[activator(activeERK, k=k_ERK_DUSP6)], go="GO:0045944",
    evidence=[ev(ZHANG_2010, EXPERIMENT), ev(EKEROT_2008, EXPERIMENT)],
)  # fmt: skip
ras_mapk.degrade(
    "DUSP6_is_lost", DUSP6, k=assumed(3e-4, "1/s", why="38 min: DUSP6 is short-lived", low=1e-4, high=6e-4),
    go="GO:0043161", evidence=[inferred("DUSP6 must go as fast as the feedback follows ERK")],
)  # fmt: skip

# RSK, on whose way to mTOR ERK acts twice.
RPS6KA1_p = ras_mapk.phosphorylate(
    "ERK_activates_RPS6KA1", activeERK, RPS6KA1, "S221 S380 T573", gives="RPS6KA1_p", ec="2.7.11.24",
    k=assumed(1e-5, "1/(nM*s)", why="as fast as ERK on SOS1"), evidence=[ev(ROUX_2003, EXPERIMENT)],
)  # fmt: skip
ras_mapk.dephosphorylate(
    "RPS6KA1_deactivates", None, RPS6KA1_p, gives=RPS6KA1, k=assumed(1e-3, "1/s", why="a quarter of an hour"),
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip

ras_mapk.observe(Fraction("fractionRAS_GTP", "RAS with GTP", m.RAS, "share of RAS loaded with GTP", active=True))
ras_mapk.observe(Fraction("pMEK", "pMEK", (m.MAP2K1, m.MAP2K2), "share of MEK1 and MEK2 phosphorylated at both sites",
                          sites=("S218 S222", "S222 S226")))  # fmt: skip
ras_mapk.observe(Fraction("pERK", "pERK", (m.MAPK1, m.MAPK3), "share of ERK2 and ERK1 phosphorylated at both sites",
                          sites=("T185 Y187", "T202 Y204")))  # fmt: skip
