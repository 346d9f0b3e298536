"""HER2 and HER3 beside IGF1R: HER2 pairs with EGFR and HER3, and HER3 brings PI3K to the membrane.

Without ligand HER2 pairs only where there is much of it. Its contact with IGF1R, contested, is behind a switch.
"""

from igf1r_model.dsl import (
    Effect,
    Form,
    Fraction,
    Module,
    Molecule,
    Part,
    Switch,
    Total,
    activator,
    assumed,
    derived,
    essential,
    estimated,
    ev,
    from_model,
    inferred,
    inhibitor,
    measured,
)
from igf1r_model.pathway import erbb_nouns as e
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.adaptors import GAB1, IRS1, SHC1, GAB1_pY, IRS1_pY, SHC1_pY, k_IRS_pY
from igf1r_model.pathway.egfr_crosstalk import (
    EGFR_EGF,
    EGFR_SITES,
    K_IGF_contact,
    Ki_IGF_contact,
    freeIGF,
    k_EGFR_GAB1,
    k_EGFR_kinase,
    k_EGFR_off,
    k_EGFR_SHC1,
)
from igf1r_model.pathway.erbb_nouns import (
    BURGESS_2003,
    ENGELMAN_2007,
    HER2_TRAFFIC_2014,
    LYU_2016,
    NAHTA_2012,
    OLAYIOYE_2000,
    YARDEN_2001,
)
from igf1r_model.pathway.pi3k_akt import PI3K, PIP2, PIP3, Kd_PI3K, activeFOXO, k_PI3K_PIP3, kon_PI3K
from igf1r_model.pathway.places import medium, plasma_membrane
from igf1r_model.pathway.receptors import IGF1R, k_autophosphorylation, k_dephosphorylation
from igf1r_model.pathway.sources import (
    BORISOV_2009,
    CHEN_2010,
    ERDEM_2022,
    EXPERIMENT,
    HASS_2017,
    MARR_2007,
    MATTOON_2004,
    NO_PHOSPHATASE,
    TRIAL,
)

TYROSINE, TYROSINE_OFF = "GO:0018108", "GO:0035335"
ERBB2_SITES = "Y1139 Y1196 Y1221 Y1222 Y1248"
ERBB3_SITES = "Y1054 Y1197 Y1222 Y1260 Y1276 Y1289"
TURNOVER = "basal turnover of the receptor; HER2 holds its partners at the surface"
BOTH_CHAINS = {e.EGFR: EGFR_SITES, e.ERBB2: ERBB2_SITES}

IGF1R_HER2_contact = Switch(
    "IGF1R_HER2_contact", "contested: IGF1R and HER2 form a complex", on=False,
    why="contested: seen in cells that are resistant to trastuzumab, not in their parents; on in that context only",
)  # fmt: skip

her2_crosstalk = Module("her2_crosstalk", "HER2, HER3 and their links to IGF1R", go="GO:0038128")

# What is there.
NRG1 = her2_crosstalk.input("NRG1", e.NRG1, medium)
ERBB2 = her2_crosstalk.form(
    "ERBB2", e.ERBB2, at=plasma_membrane, initial=measured(14057, "molecules", ERDEM_2022, at="ERBB2 copies, MCF10A")
)
ERBB3 = her2_crosstalk.form(
    "ERBB3", e.ERBB3, at=plasma_membrane, initial=measured(5798, "molecules", ERDEM_2022, at="ERBB3 copies, MCF10A")
)

# Turnover. One number for each receptor scales its synthesis for a cell with more or fewer of it.
k_loss_ERBB2 = her2_crosstalk.constant(
    "k_loss_ERBB2", "k", derived(1.04e-5, "1/s", why="ln 2 over 18.52 h", source=ERDEM_2022, at="ERBB2 half-life")
)
k_loss_ERBB3 = her2_crosstalk.constant(
    "k_loss_ERBB3", "k", derived(1.233e-5, "1/s", why="ln 2 over 15.6 h", source=ERDEM_2022, at="ERBB3 half-life")
)
SET_BOTH = "1 is the reference cell; set it and the initial amount of the receptor alike"
ERBB2_copies = her2_crosstalk.constant(
    "ERBB2_copies", "times", assumed(1, "dimensionless", why=SET_BOTH), "HER2 copies, relative to the reference"
)
ERBB3_copies = her2_crosstalk.constant(
    "ERBB3_copies", "times", assumed(1, "dimensionless", why=SET_BOTH), "HER3 copies, relative to the reference"
)
her2_crosstalk.synthesise(
    "ERBB2_is_made", ERBB2, k=derived(1.214e-4, "nM/s", why="balances k_loss_ERBB2 times 11.67 nM"), times=ERBB2_copies,
    evidence=[inferred("a receptor that turns over is made")],
)  # fmt: skip
her2_crosstalk.synthesise(
    "ERBB3_is_made", ERBB3,
    by=[activator(activeFOXO, k=derived(8.48e-7, "1/s", why="56 nM nuclear FOXO make four fifths"))],
    k=derived(1.19e-5, "nM/s", why="a fifth of what balances k_loss_ERBB3 times 4.81 nM; FOXO makes the rest"),
    times=ERBB3_copies, go="GO:0045944", evidence=[ev(MARR_2007), ev(CHEN_2010)],
)  # fmt: skip
her2_crosstalk.degrade("ERBB2_is_lost", ERBB2, k=k_loss_ERBB2, go="GO:0032801", evidence=[ev(HER2_TRAFFIC_2014)])
her2_crosstalk.degrade("ERBB3_is_lost", ERBB3, k=k_loss_ERBB3, go="GO:0032801", evidence=[inferred(TURNOVER)])


def has(form: Form, molecule: Molecule) -> bool:
    """Whether a molecule is part of a form."""
    return any(part.molecule is molecule for part in form.parts)


def both_chains_activate(module: Module, dimer: Form, short: str) -> Form:
    """EGFR and HER2 in a dimer phosphorylate each other: kinase, phosphatase and loss."""
    chains = {molecule: sites for molecule, sites in BOTH_CHAINS.items() if has(dimer, molecule)}
    active = module.autophosphorylate(
        f"{dimer.id}_activates", dimer, chains, gives=f"{dimer.id}_p", shown=f"p-{short}", name=f"{short} kinase",
        k=k_EGFR_kinase, ec="2.7.10.1", evidence=[ev(YARDEN_2001), ev(OLAYIOYE_2000)],
    )  # fmt: skip
    module.dephosphorylate(
        f"{dimer.id}_deactivates", None, active, gives=dimer, k=k_EGFR_off, name=f"{short} off", go=TYROSINE_OFF,
        evidence=[inferred(NO_PHOSPHATASE)],
    )  # fmt: skip
    for form, name in ((dimer, f"{short} is lost"), (active, f"{short} p lost")):
        module.degrade(
            f"{form.id}_is_lost", form, k=k_loss_ERBB2, name=name, go="GO:0032801", evidence=[inferred(TURNOVER)]
        )
    return active


def ERBB3_activates(module: Module, dimer: Form, short: str) -> tuple[Form, Form]:
    """HER2 or EGFR phosphorylates the HER3 it holds, which binds PI3K; phosphatases end it, with PI3K or without."""
    active = module.autophosphorylate(
        f"{dimer.id}_activates", dimer, ERBB3_SITES, gives=f"{dimer.id}_p", on=e.ERBB3, shown=f"p-{short}",
        name=f"{short} kinase", k=k_EGFR_kinase, ec="2.7.10.1", evidence=[ev(YARDEN_2001), ev(OLAYIOYE_2000)],
    )  # fmt: skip
    module.dephosphorylate(
        f"{dimer.id}_deactivates", None, active, gives=dimer, on=e.ERBB3, k=k_EGFR_off, name=f"{short} off",
        go=TYROSINE_OFF, evidence=[inferred(NO_PHOSPHATASE)],
    )  # fmt: skip
    docked = module.bind(
        f"PI3K_binds_{dimer.id}", active, PI3K, gives=f"{dimer.id}_p_PI3K", contact=(e.ERBB3, m.PIK3R1),
        shown=f"p-{short}:PI3K", name=f"PI3K on {short}", kon=kon_PI3K, Kd=Kd_PI3K, go="GO:0043548",
        evidence=[ev(YARDEN_2001), ev(ENGELMAN_2007)],
    )  # fmt: skip
    module.change(
        f"{dimer.id}_loses_PI3K", [docked], [dimer, PI3K], effects={Effect.MARKS, Effect.RELEASES}, k=k_EGFR_off,
        name=f"PI3K off {short}", go=TYROSINE_OFF,
        evidence=[inferred("PI3K holds on to phosphotyrosine, and goes when a phosphatase takes it")],
    )  # fmt: skip
    for form, name in ((dimer, f"{short} is lost"), (active, f"p-{short} is lost")):
        module.degrade(
            f"{form.id}_is_lost", form, k=k_loss_ERBB2, name=name, go="GO:0032801", evidence=[inferred(TURNOVER)]
        )
    return active, docked


# Pairs. A ligand makes EGFR or HER3 hold HER2; HER2 without ligand holds HER3 or itself weakly.
kon_HER2 = her2_crosstalk.constant(
    "kon_HER2_pair", "kon", assumed(1e-3, "1/(nM*s)", why="as pairs of EGFR", low=1e-4, high=0.033)
)
Kd_HER2 = her2_crosstalk.constant(
    "Kd_HER2_pair", "Kd", from_model(15, "nM", BORISOV_2009, at="Kd2, of EGFR with itself", low=5, high=50),
    "HER2 on a receptor with ligand",
)  # fmt: skip
Kd_HER2_alone = her2_crosstalk.constant(
    "Kd_HER2_alone", "Kd", estimated(3.2e4, "nM", within=(1e3, 1e6), why=TRIAL), "HER2 on HER3, without ligand"
)
EGFR_EGF_ERBB2 = her2_crosstalk.bind(
    "ERBB2_binds_EGFR_EGF", EGFR_EGF, ERBB2, gives="EGFR_EGF_ERBB2", contact=(e.EGFR, e.ERBB2), kon=kon_HER2,
    Kd=Kd_HER2, go="GO:0038134", evidence=[ev(YARDEN_2001), ev(OLAYIOYE_2000)],
)  # fmt: skip
EGFR_EGF_ERBB3 = her2_crosstalk.bind(
    "ERBB3_binds_EGFR_EGF", EGFR_EGF, ERBB3, gives="EGFR_EGF_ERBB3", contact=(e.EGFR, e.ERBB3), kon=kon_HER2,
    Kd=Kd_HER2, evidence=[ev(OLAYIOYE_2000), ev(ENGELMAN_2007)],
)  # fmt: skip
NRG1_ERBB3 = her2_crosstalk.bind(
    "NRG1_binds_ERBB3", NRG1, ERBB3, gives="NRG1_ERBB3", go="GO:0038133",
    kon=assumed(1e-3, "1/(nM*s)", why="as EGF on EGFR", low=1e-4, high=1e-2),
    Kd=from_model(0.05, "nM", HASS_2017, at="Kd of heregulin, fixed there"), evidence=[ev(YARDEN_2001)],
)  # fmt: skip
her2_crosstalk.degrade("NRG1_ERBB3_is_lost", NRG1_ERBB3, k=k_loss_ERBB3, go="GO:0032801", evidence=[inferred(TURNOVER)])
NRG1_ERBB3_ERBB2 = her2_crosstalk.bind(
    "ERBB2_binds_NRG1_ERBB3", NRG1_ERBB3, ERBB2, gives="NRG1_ERBB3_ERBB2", contact=(e.ERBB3, e.ERBB2), kon=kon_HER2,
    Kd=Kd_HER2, go="GO:0038133", evidence=[ev(YARDEN_2001), ev(OLAYIOYE_2000)],
)  # fmt: skip
ERBB2_ERBB3 = her2_crosstalk.bind(
    "ERBB2_binds_ERBB3", ERBB2, ERBB3, gives="ERBB2_ERBB3", kon=kon_HER2, Kd=Kd_HER2_alone, go="GO:0038133",
    evidence=[ev(BURGESS_2003)],
)  # fmt: skip
ERBB2_2 = her2_crosstalk.bind(
    "ERBB2_binds_ERBB2", ERBB2, ERBB2, gives="ERBB2_2", shown="HER2 homodimer", kon=kon_HER2,
    Kd=assumed(3.2e5, "nM", why="a tenth as tight as on HER3: pairs only where there is much HER2", low=3e4),
    go="GO:0038128", evidence=[ev(BURGESS_2003)],
)  # fmt: skip
EGFR_EGF_ERBB2_p = both_chains_activate(her2_crosstalk, EGFR_EGF_ERBB2, "EGF:EGFR:HER2")
EGFR_EGF_ERBB3_p, EGFR_PI3K = ERBB3_activates(her2_crosstalk, EGFR_EGF_ERBB3, "EGF EGFR:HER3")
NRG1_ERBB3_ERBB2_p, NRG1_PI3K = ERBB3_activates(her2_crosstalk, NRG1_ERBB3_ERBB2, "NRG1 HER2:HER3")
ERBB2_ERBB3_p, ERBB2_ERBB3_PI3K = ERBB3_activates(her2_crosstalk, ERBB2_ERBB3, "HER2:HER3")
ERBB2_2_p = her2_crosstalk.autophosphorylate(
    "ERBB2_2_activates", ERBB2_2, ERBB2_SITES, gives="ERBB2_2_p", shown="p-HER2 homodimer", k=k_EGFR_kinase,
    ec="2.7.10.1", evidence=[ev(BURGESS_2003)],
)  # fmt: skip
her2_crosstalk.dephosphorylate(
    "ERBB2_2_deactivates", None, ERBB2_2_p, gives=ERBB2_2, k=k_EGFR_off, go=TYROSINE_OFF,
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
for (form,) in her2_crosstalk.each((ERBB2_2, ERBB2_2_p), verb="degrade"):
    her2_crosstalk.degrade(f"{form.id}_is_lost", form, k=k_loss_ERBB2, go="GO:0032801", evidence=[inferred(TURNOVER)])

# What they do. HER2 and HER3 act on SHC1 at half the rate of EGFR; PI3K on HER3 makes PIP3.
k_ERBB2_SHC1 = her2_crosstalk.constant(
    "k_ERBB2_SHC1", "k", estimated(2e-5, "1/(nM*s)", within=(2e-6, 2e-4), why=TRIAL), "HER2 on SHC1"
)
ERBB3_PI3K = her2_crosstalk.family("ERBB3_PI3K", EGFR_PI3K, NRG1_PI3K, ERBB2_ERBB3_PI3K, name="PI3K on HER3")
activeERBB2 = her2_crosstalk.family(
    "activeERBB2", NRG1_ERBB3_ERBB2_p, NRG1_PI3K, ERBB2_ERBB3_p, ERBB2_ERBB3_PI3K, ERBB2_2_p, name="active HER2 dimers"
)
her2_crosstalk.phosphorylate(
    "EGFR_ERBB2_acts_on_SHC1", EGFR_EGF_ERBB2_p, SHC1, "Y349 Y350 Y427", gives=SHC1_pY, k=k_EGFR_SHC1, go=TYROSINE,
    ec="2.7.10.1", evidence=[ev(YARDEN_2001)],
)  # fmt: skip
her2_crosstalk.phosphorylate(
    "ERBB2_acts_on_SHC1", activeERBB2, SHC1, "Y349 Y350 Y427", gives=SHC1_pY, k=k_ERBB2_SHC1, go=TYROSINE,
    ec="2.7.10.1", evidence=[ev(YARDEN_2001)],
)  # fmt: skip
her2_crosstalk.phosphorylate(
    "EGFR_ERBB2_acts_on_GAB1", EGFR_EGF_ERBB2_p, GAB1, "Y447 Y472 Y589", gives=GAB1_pY, k=k_EGFR_GAB1, go=TYROSINE,
    ec="2.7.10.1", evidence=[ev(MATTOON_2004, note="shown for EGF, whose receptor is one of the two")],
)  # fmt: skip
her2_crosstalk.convert(
    "PI3K_on_ERBB3_makes_PIP3", ERBB3_PI3K, PIP2, PIP3, spends="ATP", k=k_PI3K_PIP3, go="GO:0046934", ec="2.7.1.153",
    evidence=[ev(ENGELMAN_2007, EXPERIMENT)],
)  # fmt: skip

# The contact with IGF1R, which phosphorylates HER2 and IRS1 there. As with EGFR, IGF is in equilibrium with it.
k_join = her2_crosstalk.constant(
    "k_IGF1R_joins_ERBB2", "k", assumed(2.5e-7, "1/(nM*s)", why="half of IGF1R joins where HER2 is at 400 nM")
)
k_leave = her2_crosstalk.constant("k_IGF1R_leaves_ERBB2", "k", assumed(1e-4, "1/s", why="apart within hours"))
k_loss_HER2_contact = her2_crosstalk.constant(
    "k_loss_HER2_contact", "k", assumed(1e-5, "1/s", why="as the two receptors alone")
)


def IGF1R_activates_ERBB2(module: Module, held: Form, contact: Form, short: str) -> Form:
    """IGF1R joins HER2, phosphorylates it when IGF is there, and IRS1; phosphatases and time undo it."""
    module.change(
        f"IGF1R_joins_{held.id}", [IGF1R, held], [contact], effects={Effect.BINDS}, k=k_join, go="GO:0065003",
        switch=IGF1R_HER2_contact, name=f"IGF1R joins {short}", evidence=[ev(NAHTA_2012)],
    )  # fmt: skip
    module.change(
        f"IGF1R_leaves_{held.id}", [contact], [IGF1R, held], effects={Effect.RELEASES}, k=k_leave, go="GO:0032984",
        when=[inhibitor(freeIGF, Ki=Ki_IGF_contact)], switch=IGF1R_HER2_contact, name=f"IGF1R leaves {short}",
        evidence=[inferred("what forms without a covalent bond falls apart")],
    )  # fmt: skip
    active = module.autophosphorylate(
        f"{contact.id}_activates", contact, ERBB2_SITES, gives=f"{contact.id}_p", on=e.ERBB2, k=k_autophosphorylation,
        when=[essential(freeIGF, K=K_IGF_contact)], switch=IGF1R_HER2_contact, name=f"IGF1R kinase on {short}",
        shown=f"IGF1R:p-{short}", ec="2.7.10.1", evidence=[ev(NAHTA_2012)],
    )  # fmt: skip
    module.dephosphorylate(
        f"{contact.id}_deactivates", None, active, gives=contact, on=e.ERBB2, k=k_dephosphorylation,
        name=f"IGF1R:{short} off", go=TYROSINE_OFF, evidence=[inferred(NO_PHOSPHATASE)],
    )  # fmt: skip
    for form, name in ((contact, f"IGF1R:{short} lost"), (active, f"IGF1R:p-{short} lost")):
        module.degrade(
            f"{form.id}_is_lost", form, k=k_loss_HER2_contact, go="GO:0032801", name=name,
            evidence=[inferred(TURNOVER)],
        )  # fmt: skip
    module.phosphorylate(
        f"{contact.id}_on_IRS1", active, IRS1, "Y612 Y632 Y896 Y941 Y989 Y1179 Y1229", gives=IRS1_pY, k=k_IRS_pY,
        go=TYROSINE, ec="2.7.10.1", switch=IGF1R_HER2_contact, name=f"IGF1R:{short} on IRS1",
        evidence=[ev(NAHTA_2012), ev(LYU_2016)],
    )  # fmt: skip
    return active


IGF1R_ERBB2 = her2_crosstalk.form("IGF1R_ERBB2", Part(m.IGF1R, 2), e.ERBB2, at=plasma_membrane, bonds=((0, 0), (0, 1)))
IGF1R_ERBB2_p = IGF1R_activates_ERBB2(her2_crosstalk, ERBB2, IGF1R_ERBB2, "HER2")

her2_crosstalk.observe(Fraction("pHER2", "pHER2", e.ERBB2, "share of HER2 phosphorylated", sites=ERBB2_SITES))
her2_crosstalk.observe(Fraction("pHER3", "pHER3", e.ERBB3, "share of HER3 phosphorylated", sites=ERBB3_SITES))
her2_crosstalk.observe(Total("totalHER2", "total HER2", e.ERBB2, "all HER2, per cell volume", per=plasma_membrane))
her2_crosstalk.observe(Total("totalHER3", "total HER3", e.ERBB3, "all HER3, per cell volume", per=plasma_membrane))
her2_crosstalk.observe(Total("HER2_IGF1R", "HER2 on IGF1R", e.ERBB2, "contested: HER2 in one complex with IGF1R",
                             with_=m.IGF1R, per=plasma_membrane))  # fmt: skip
