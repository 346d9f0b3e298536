"""Adaptors: active IGF1R phosphorylates IRS1, IRS2, SHC1 and GAB1; GRB2:SOS1 docks on SHC1 and IRS1.

GRB2 and SOS1 are one form, because they stay together through the whole signal.
"""

from igf1r_model.dsl import (
    Fraction,
    Module,
    Total,
    assumed,
    derived,
    estimated,
    ev,
    fitted,
    from_model,
    inferred,
    measured,
)
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.places import cytosol
from igf1r_model.pathway.receptors import activeIGF1R
from igf1r_model.pathway.sources import (
    BELFIORE_2009,
    CHARDIN_1993,
    CRAPARO_1995,
    ERDEM_2021,
    ERDEM_2022,
    EXPERIMENT,
    KENNER_1996,
    NO_PHOSPHATASE,
    SEMIN_ONCOL_2001,
    SUN_1991,
    TRIAL,
)

TYROSINE = "GO:0018108"
TYROSINE_OFF = "GO:0035335"
PTP = "PTPN1 is one of the phosphatases; they are kept unnamed here"

adaptors = Module("adaptors", "Adaptors of IGF1R: IRS1, IRS2, SHC1, GAB1, GRB2:SOS1", go="GO:0007169")

# What is there.
IRS1 = adaptors.form(
    "IRS1", m.IRS1, at=cytosol, initial=from_model(92766, "molecules", ERDEM_2021, at="initial copies of IRS, MCF7")
)
IRS2 = adaptors.form(
    "IRS2", m.IRS2, at=cytosol, initial=measured(2748, "molecules", ERDEM_2022, at="IRS2 protein copies, MCF10A")
)
SHC1 = adaptors.form(
    "SHC1", m.SHC1, at=cytosol, initial=assumed(100, "nM", why="60,000 copies, as most proteins of the pathway")
)
GAB1 = adaptors.form(
    "GAB1", m.GAB1, at=cytosol,
    initial=assumed(100, "nM", why="as in the trial model; a count in breast lines gives 2,000 to 5,000 copies", low=2),
)  # fmt: skip
GRB2_SOS1 = adaptors.form(
    "GRB2_SOS1", m.GRB2, m.SOS1, at=cytosol,
    initial=from_model(90075, "molecules", ERDEM_2021, at="initial copies of SOS, MCF7; a later count is 18 to 45 "
                       "times lower, and the constants of SOS are fitted to this one", low=1777, high=90075),
)  # fmt: skip

# Tyrosine phosphorylation by the receptor, from the membrane and from the endosome.
k_IRS_pY = adaptors.constant(
    "k_IRS_pY",
    "k",
    estimated(2.333e-4, "1/(nM*s)", within=(2e-5, 2e-3), why=TRIAL),
    "IGF1R and INSR on IRS1, IRS2",
)
k_IRS_pY_off = adaptors.constant("k_IRS_pY_off", "k", fitted(0.01, "1/s", why=TRIAL))
IRS1_pY = adaptors.phosphorylate(
    "IGF1R_phosphorylates_IRS1", activeIGF1R, IRS1, "Y612 Y632 Y896 Y941 Y989 Y1179 Y1229", gives="IRS1_pY",
    k=k_IRS_pY, go=TYROSINE, ec="2.7.10.1", shown="pY-IRS1", evidence=[ev(CRAPARO_1995, EXPERIMENT), ev(SUN_1991)],
)  # fmt: skip
IRS2_pY = adaptors.phosphorylate(
    "IGF1R_phosphorylates_IRS2", activeIGF1R, IRS2, "", gives="IRS2_pY",
    k=k_IRS_pY, go=TYROSINE, ec="2.7.10.1", shown="pY-IRS2", evidence=[ev(BELFIORE_2009)],
)  # fmt: skip
k_IGF1R_SHC1 = adaptors.constant(
    "k_IGF1R_SHC1", "k", estimated(5.3e-6, "1/(nM*s)", within=(5e-7, 5e-5), why=TRIAL), "IGF1R and INSR on SHC1"
)
SHC1_pY = adaptors.phosphorylate(
    "IGF1R_phosphorylates_SHC1", activeIGF1R, SHC1, "Y349 Y350 Y427", gives="SHC1_pY",
    k=k_IGF1R_SHC1, go=TYROSINE, ec="2.7.10.1", evidence=[ev(CRAPARO_1995, EXPERIMENT)],
)  # fmt: skip
GAB1_pY = adaptors.phosphorylate(
    "IGF1R_phosphorylates_GAB1", activeIGF1R, GAB1, "Y447 Y472 Y589", gives="GAB1_pY",
    k=assumed(5e-7, "1/(nM*s)", why="a twenty-fifth of the value for EGFR: IGF1R is the weaker kinase of GAB1"),
    go=TYROSINE, ec="2.7.10.1",
    evidence=[inferred("GAB1 is phosphorylated by EGFR and the insulin receptor; IGF1R is a relative of the latter")],
)  # fmt: skip

adaptors.dephosphorylate(
    "IRS1_loses_pY", None, IRS1_pY, gives=IRS1, k=k_IRS_pY_off, go=TYROSINE_OFF, evidence=[ev(KENNER_1996, note=PTP)]
)
adaptors.dephosphorylate(
    "IRS2_loses_pY", None, IRS2_pY, gives=IRS2, k=k_IRS_pY_off, go=TYROSINE_OFF, evidence=[ev(KENNER_1996, note=PTP)]
)
adaptors.dephosphorylate(
    "SHC1_loses_pY", None, SHC1_pY, gives=SHC1, k=fitted(0.01, "1/s", why=TRIAL), go=TYROSINE_OFF,
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
adaptors.dephosphorylate(
    "GAB1_loses_pY", None, GAB1_pY, gives=GAB1, k=fitted(0.03, "1/s", why=TRIAL), go=TYROSINE_OFF,
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip

# GRB2 of the GRB2:SOS1 complex docks on phosphotyrosine.
kon_GRB2 = adaptors.constant(
    "kon_GRB2", "kon", assumed(1e-3, "1/(nM*s)", why="an SH2 domain on its peptide; equilibrium within a minute")
)
Kd_GRB2 = adaptors.constant(
    "Kd_GRB2", "Kd", fitted(50, "nM", why=TRIAL, low=10, high=200), "GRB2:SOS1 on phosphotyrosine"
)
SHC1_pY_GRB2_SOS1 = adaptors.bind(
    "GRB2_SOS1_binds_pSHC1", SHC1_pY, GRB2_SOS1, gives="SHC1_pY_GRB2_SOS1", contact=(m.SHC1, m.GRB2),
    kon=kon_GRB2, Kd=Kd_GRB2, evidence=[ev(SEMIN_ONCOL_2001), ev(CHARDIN_1993)],
)  # fmt: skip
IRS1_pY_GRB2_SOS1 = adaptors.bind(
    "GRB2_SOS1_binds_pIRS1", IRS1_pY, GRB2_SOS1, gives="IRS1_pY_GRB2_SOS1", contact=(m.IRS1, m.GRB2),
    kon=kon_GRB2, Kd=Kd_GRB2, shown="pY-IRS1:GRB2:SOS1", evidence=[ev(SEMIN_ONCOL_2001), ev(CHARDIN_1993)],
)  # fmt: skip

# Turnover of IRS proteins. IRS1 is made where S6K represses it (module mtor).
k_loss_IRS1 = adaptors.constant(
    "k_loss_IRS1", "k", assumed(2e-5, "1/s", why="ten hours, between the 3.3 h and 24 h reported", low=8e-6, high=6e-5)
)
k_loss_IRS2 = adaptors.constant(
    "k_loss_IRS2", "k", derived(5.8e-5, "1/s", why="ln 2 over 3.31 h", source=ERDEM_2022, at="IRS2 half-life, MCF10A")
)
for form in (IRS1, IRS1_pY):
    adaptors.degrade(
        f"{form.id}_is_lost", form, k=k_loss_IRS1, name=f"{form.name} is lost",
        evidence=[inferred("basal turnover; without it IRS1 would grow without bound once S6K is off")],
    )  # fmt: skip
for form in (IRS2, IRS2_pY):
    adaptors.degrade(
        f"{form.id}_is_lost", form, k=k_loss_IRS2, name=f"{form.name} is lost",
        evidence=[inferred("basal turnover, as fast as the half-life of the protein says")],
    )  # fmt: skip
adaptors.synthesise(
    "IRS2_is_made", IRS2, k=derived(1.33e-4, "nM/s", why="balances the loss of 2,748 copies (2.28 nM) at rest"),
    evidence=[inferred("a protein that turns over is made")],
)  # fmt: skip

adaptors.observe(Fraction("pIRS1", "pIRS1 (tyrosine)", m.IRS1, "share of IRS1 phosphorylated at Y612", sites="Y612"))
adaptors.observe(Total("totalIRS1", "total IRS1", m.IRS1, "all IRS1, free and in complexes", per=cytosol))
