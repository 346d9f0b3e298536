"""AKT, ERK and RSK take TSC off RHEB, which activates mTORC1; S6K1 and eIF4E follow, and S6K1 turns IRS1 off."""

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
    inhibitor,
    measured,
)
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.adaptors import GRB2_SOS1, IRS1, IRS2, IRS1_pY, IRS1_pY_GRB2_SOS1, IRS2_pY
from igf1r_model.pathway.pi3k_akt import PDPK1, PI3K, AKT1_pp, AKT1_pT308, IRS1_pY_PI3K, IRS2_pY_PI3K
from igf1r_model.pathway.places import cytosol, lysosomal_membrane
from igf1r_model.pathway.ras_mapk import RPS6KA1_p, activeERK
from igf1r_model.pathway.sources import (
    BURNETT_1998,
    COPPS_2012,
    CROSS_1995,
    ERDEM_2021,
    ERDEM_2022,
    EXPERIMENT,
    GINGRAS_2001,
    HARRINGTON_2004,
    HASS_2017,
    HUANG_2008,
    INOKI_2002,
    INOKI_2003,
    LI_2004,
    LONG_2005,
    MA_2005,
    MANNING_2002,
    NO_PHOSPHATASE,
    PAZ_1997,
    PULLEN_1998,
    ROUX_2004,
    ROUX_2007,
    SAXTON_2017,
    TREMBLAY_2007,
    TRIAL,
    UM_2004,
)

SERINE, THREONINE = "GO:0018105", "GO:0018107"
RELATIVES = "RSK and S6K1 are relatives of AKT, with the same preference for sequences such as that around S9"
IRS_OFF = "GO:0046627"  # negative regulation of insulin receptor signaling pathway

mtor = Module("mtor", "TSC, RHEB, mTORC1, S6K1, 4E-BP1 and the feedback on IRS", go="GO:0031929")

# What is there.
TSC = mtor.form(
    "TSC", m.TSC1, m.TSC2, at=lysosomal_membrane, shown="TSC",
    initial=from_model(131339, "molecules", ERDEM_2021, at="initial copies of TSC2, MCF7"),
)  # fmt: skip
RHEB_GDP = mtor.form("RHEB_GDP", m.RHEB, at=lysosomal_membrane, shown="RHEB-GDP",
                     initial=fitted(100, "nM", why=TRIAL, high=280))  # fmt: skip
mTORC1 = mtor.form(
    "mTORC1", m.MTOR, m.RPTOR, m.MLST8, at=lysosomal_membrane, shown="mTORC1",
    initial=derived(42339, "molecules", why="35 of 69 nM MTOR; the rest is mTORC2", source=ERDEM_2021, at="MTOR, MCF7"),
)  # fmt: skip
RPS6KB1 = mtor.form(
    "RPS6KB1", m.RPS6KB1, at=cytosol,
    initial=from_model(121978, "molecules", ERDEM_2021, at="initial copies of S6K, MCF7"),
)  # fmt: skip
RPS6 = mtor.form("RPS6", m.RPS6, at=cytosol, initial=assumed(500, "nM", why="300,000 ribosomes in reach; a readout"))
EIF4EBP1_EIF4E = mtor.form(
    "EIF4EBP1_EIF4E", m.EIF4EBP1, m.EIF4E, at=cytosol,
    initial=measured(53976, "molecules", ERDEM_2022, at="EIF4EBP1 copies, MCF10A; each starts with one eIF4E"),
)  # fmt: skip
EIF4G1 = mtor.form("EIF4G1", m.EIF4G1, at=cytosol, initial=assumed(30, "nM", why="as much as eIF4E", low=10, high=100))
GSK3B = mtor.form("GSK3B", m.GSK3B, at=cytosol, initial=assumed(50, "nM", why="60,000 copies; a readout"))

# TSC: phosphorylated TSC is no GAP for RHEB. After AKT it also leaves the lysosome.
k_AKT_TSC = mtor.constant("k_AKT_TSC", "k", fitted(5e-4, "1/(nM*s)", why=TRIAL))
k_AKT_pT308_TSC = mtor.constant(
    "k_AKT_pT308_TSC", "k", derived(1e-4, "1/(nM*s)", why="AKT without S473 has a fifth of the activity")
)
k_TSC_return = mtor.constant("k_TSC_return", "k", fitted(0.005, "1/s", why=TRIAL))
TSC_pAKT_lyso = mtor.phosphorylate(
    "AKT_phosphorylates_TSC", [catalyst(AKT1_pp, k=k_AKT_TSC), catalyst(AKT1_pT308, k=k_AKT_pT308_TSC)], TSC,
    "S939 S981 T1462", gives="TSC_pAKT_lyso", shown="pAKT-TSC at lysosome", ec="2.7.11.1",
    evidence=[ev(INOKI_2002, EXPERIMENT), ev(MANNING_2002, EXPERIMENT)],
)  # fmt: skip
TSC_pAKT = mtor.translocate(
    "TSC_leaves_lysosome", TSC_pAKT_lyso, cytosol, gives="TSC_pAKT", shown="pAKT-TSC",
    k=assumed(0.05, "1/s", why="not limiting once phosphorylated"), evidence=[ev(SAXTON_2017), ev(HUANG_2008)],
)  # fmt: skip
mtor.change(
    "TSC_returns", [TSC_pAKT], [TSC], effects={Effect.MARKS, Effect.MOVES}, k=k_TSC_return, go="GO:0008104",
    evidence=[inferred("dephosphorylation and return in one step, by phosphatases nobody has settled")],
)  # fmt: skip
k_ERK_TSC = mtor.constant(
    "k_ERK_TSC", "k", estimated(5e-6, "1/(nM*s)", within=(1e-6, 2e-4), why="a hundredth of AKT's"), "ERK and RSK on TSC"
)
TSC_pERK = mtor.phosphorylate(
    "ERK_phosphorylates_TSC", activeERK, TSC, "S664", gives="TSC_pERK", shown="pERK-TSC", go=SERINE, ec="2.7.11.24",
    k=k_ERK_TSC,
    evidence=[ev(MA_2005, EXPERIMENT)],
)  # fmt: skip
TSC_pRSK = mtor.phosphorylate(
    "RPS6KA1_phosphorylates_TSC", RPS6KA1_p, TSC, "S1798", gives="TSC_pRSK", shown="pRSK-TSC", go=SERINE, ec="2.7.11.1",
    name="RPS6KA1 acts on TSC", k=k_ERK_TSC, evidence=[ev(ROUX_2004, EXPERIMENT)],
)  # fmt: skip
for form in (TSC_pERK, TSC_pRSK):
    mtor.dephosphorylate(
        f"{form.id}_recovers", None, form, gives=TSC, k=k_TSC_return, evidence=[inferred(NO_PHOSPHATASE)]
    )

# RHEB and mTORC1.
RHEB_GTP = mtor.load_gtp(
    "RHEB_loads_GTP", None, RHEB_GDP, gives="RHEB_GTP", shown="RHEB-GTP", k=fitted(0.01, "1/s", why=TRIAL),
    go="GO:0005085", evidence=[ev(LI_2004, note="no exchange factor is settled: the exchange is spontaneous")],
)  # fmt: skip
mtor.hydrolyse_gtp(
    "TSC_empties_RHEB", TSC, RHEB_GTP, gives=RHEB_GDP, k=fitted(5e-3, "1/(nM*s)", why=TRIAL), go="GO:0005096",
    ec="3.6.5.2", evidence=[ev(INOKI_2003, EXPERIMENT), ev(LI_2004, EXPERIMENT)],
)  # fmt: skip
mTORC1_active = mtor.activate(
    "RHEB_activates_mTORC1", [activator(RHEB_GTP, k=derived(1e-3, "1/(nM*s)", why=f"half active at 30 nM; {TRIAL}"))],
    mTORC1, gives="mTORC1_active", shown="act-mTORC1", on=m.MTOR, go="GO:0038202", evidence=[ev(LONG_2005, EXPERIMENT)],
)  # fmt: skip
mtor.deactivate(
    "mTORC1_deactivates", None, mTORC1_active, gives=mTORC1, on=m.MTOR, go="GO:0038202",
    k=assumed(0.03, "1/s", why="follows RHEB-GTP within a minute"),
    evidence=[inferred("activity must fall with RHEB-GTP")],
)  # fmt: skip

# S6K1: T412 by mTORC1, slowly; then T252 by PDPK1, at once.
RPS6KB1_pT412 = mtor.phosphorylate(
    "mTORC1_acts_on_RPS6KB1", mTORC1_active, RPS6KB1, "T412", gives="RPS6KB1_pT412", shown="pT412-RPS6KB1",
    go=THREONINE, k=fitted(1.05e-5, "1/(nM*s)", why=TRIAL), evidence=[ev(BURNETT_1998, EXPERIMENT)],
)  # fmt: skip
RPS6KB1_pp = mtor.phosphorylate(
    "PDPK1_acts_on_RPS6KB1", PDPK1, RPS6KB1_pT412, "T252", gives="RPS6KB1_pp", shown="pp-RPS6KB1", go=THREONINE,
    k=assumed(1e-3, "1/(nM*s)", why="seconds: PDPK1 waits for T412"), evidence=[ev(PULLEN_1998, EXPERIMENT)],
)  # fmt: skip
k_S6K_off = mtor.constant("k_S6K_off", "k", from_model(0.0103, "1/min", HASS_2017, at="inactivation of pS6K1"))
for form in (RPS6KB1_pT412, RPS6KB1_pp):
    mtor.dephosphorylate(
        f"{form.id}_deactivates", None, form, gives=RPS6KB1, k=k_S6K_off, name=f"{form.name} off",
        evidence=[inferred(NO_PHOSPHATASE)],
    )  # fmt: skip

# What S6K1, RSK and AKT phosphorylate further.
RPS6_p = mtor.phosphorylate(
    "S6K_phosphorylates_RPS6",
    [catalyst(RPS6KB1_pp, k=assumed(5e-5, "1/(nM*s)", why="half of RPS6 at 40 nM active S6K1")),
     catalyst(RPS6KA1_p, k=assumed(5e-6, "1/(nM*s)", why="the weaker kinase, and of S235 and S236 only"))],
    RPS6, "S235 S236 S240 S244", gives="RPS6_p", go=SERINE, evidence=[ev(ROUX_2007, EXPERIMENT)],
)  # fmt: skip
mtor.dephosphorylate(
    "RPS6_loses_phosphate", None, RPS6_p, gives=RPS6, evidence=[inferred(NO_PHOSPHATASE)],
    k=from_model(0.119, "1/min", HASS_2017, at="inactivation of pS6"),
)  # fmt: skip
GSK3B_p = mtor.phosphorylate(
    "AKT_phosphorylates_GSK3B",
    [catalyst(AKT1_pp, k=assumed(1e-4, "1/(nM*s)", why="as AKT on FOXO")),
     catalyst(RPS6KA1_p, k=assumed(1e-5, "1/(nM*s)", why="a tenth of AKT's"), evidence=[inferred(RELATIVES)]),
     catalyst(RPS6KB1_pp, k=assumed(1e-5, "1/(nM*s)", why="a tenth of AKT's"), evidence=[inferred(RELATIVES)])],
    GSK3B, "S9", gives="GSK3B_p", go=SERINE, ec="2.7.11.1", evidence=[ev(CROSS_1995, EXPERIMENT)],
)  # fmt: skip
mtor.dephosphorylate(
    "GSK3B_loses_phosphate", None, GSK3B_p, gives=GSK3B, k=assumed(2e-3, "1/s", why="as FOXO"),
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip

# 4E-BP1: phosphorylated in two steps, lets go of eIF4E, which eIF4G1 takes.
k_mTORC1_4EBP1 = mtor.constant("k_mTORC1_4EBP1", "k", assumed(1e-4, "1/(nM*s)", why="minutes at full mTORC1 activity"))
EIF4EBP1_EIF4E_p2 = mtor.phosphorylate(
    "mTORC1_primes_EIF4EBP1", mTORC1_active, EIF4EBP1_EIF4E, "T37 T46", gives="EIF4EBP1_EIF4E_p2", k=k_mTORC1_4EBP1,
    go=THREONINE, evidence=[ev(BURNETT_1998, EXPERIMENT), ev(GINGRAS_2001)],
)  # fmt: skip
EIF4EBP1_EIF4E_p4 = mtor.phosphorylate(
    "mTORC1_finishes_EIF4EBP1", mTORC1_active, EIF4EBP1_EIF4E_p2, "S65 T70", gives="EIF4EBP1_EIF4E_p4",
    shown="pp-EIF4EBP1:EIF4E", k=k_mTORC1_4EBP1, go="GO:0045727", evidence=[ev(GINGRAS_2001, EXPERIMENT)],
)  # fmt: skip
EIF4E, EIF4EBP1_p4 = mtor.unbind(
    "EIF4EBP1_releases_EIF4E", EIF4EBP1_EIF4E_p4, m.EIF4E, gives=("EIF4E", "EIF4EBP1_p4"),
    k=assumed(0.1, "1/s", why="at once"), evidence=[ev(GINGRAS_2001, EXPERIMENT)],
)  # fmt: skip
k_4EBP1_off = mtor.constant("k_4EBP1_off", "k", assumed(1e-3, "1/s", why="a quarter of an hour"))
mtor.dephosphorylate(
    "EIF4EBP1_EIF4E_recovers", None, EIF4EBP1_EIF4E_p2, gives=EIF4EBP1_EIF4E, k=k_4EBP1_off,
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
EIF4EBP1 = mtor.dephosphorylate(
    "EIF4EBP1_recovers", None, EIF4EBP1_p4, gives="EIF4EBP1", k=k_4EBP1_off, evidence=[inferred(NO_PHOSPHATASE)]
)
mtor.bind(
    "EIF4EBP1_binds_EIF4E", EIF4EBP1, EIF4E, gives=EIF4EBP1_EIF4E, go="GO:0008190", evidence=[ev(GINGRAS_2001)],
    kon=assumed(1e-3, "1/(nM*s)", why="an ordinary association"), Kd=assumed(2, "nM", why="tighter than eIF4G1"),
)  # fmt: skip
EIF4F = mtor.bind(
    "EIF4E_binds_EIF4G1", EIF4E, EIF4G1, gives="EIF4F", shown="eIF4F", go="GO:0006413", evidence=[ev(SAXTON_2017)],
    kon=assumed(1e-3, "1/(nM*s)", why="an ordinary association"), Kd=assumed(10, "nM", why="loses against 4E-BP1"),
)  # fmt: skip

# The feedback: S6K1 puts serine phosphates on IRS, whose tyrosine phosphates and partners go, and IRS is degraded.
k_S6K_IRS = mtor.constant(
    "k_S6K_IRS", "k", estimated(1.066e-5, "1/(nM*s)", within=(1e-6, 1e-4), why=TRIAL), "S6K1 on IRS1 and IRS2"
)
IRS1_pS = mtor.phosphorylate(
    "S6K_acts_on_IRS1", RPS6KB1_pp, IRS1, "S270 S307 S636 S1101", gives="IRS1_pS", shown="pS-IRS1", k=k_S6K_IRS,
    go=IRS_OFF, evidence=[ev(TREMBLAY_2007, EXPERIMENT), ev(HARRINGTON_2004, EXPERIMENT), ev(UM_2004, EXPERIMENT)],
)  # fmt: skip
IRS2_pS = mtor.phosphorylate(
    "S6K_acts_on_IRS2", RPS6KB1_pp, IRS2, "S306 S577", gives="IRS2_pS", shown="pS-IRS2", k=k_S6K_IRS, go=IRS_OFF,
    evidence=[ev(PAZ_1997), ev(COPPS_2012)],
)  # fmt: skip
for form, result in ((IRS1_pY, IRS1_pS), (IRS2_pY, IRS2_pS)):
    mtor.change(
        f"S6K_acts_on_{form.id}", [form], [result], effects={Effect.MARKS}, by=RPS6KB1_pp, k=k_S6K_IRS, go=IRS_OFF,
        evidence=[ev(PAZ_1997, EXPERIMENT), ev(COPPS_2012)],
    )  # fmt: skip
docked = ((IRS1_pY_PI3K, IRS1_pS, PI3K), (IRS2_pY_PI3K, IRS2_pS, PI3K), (IRS1_pY_GRB2_SOS1, IRS1_pS, GRB2_SOS1))
for form, result, partner in docked:
    mtor.change(
        f"S6K_acts_on_{form.id}", [form], [result, partner], effects={Effect.MARKS, Effect.RELEASES}, by=RPS6KB1_pp,
        k=k_S6K_IRS, go=IRS_OFF, name=f"S6K on {form.name}", evidence=[ev(COPPS_2012)],
    )  # fmt: skip
k_IRS_pS_off = mtor.constant("k_IRS_pS_off", "k", fitted(3.2e-4, "1/s", why=TRIAL))
k_IRS_pS_loss = mtor.constant("k_IRS_pS_loss", "k", fitted(9.6e-5, "1/s", why=TRIAL))
for form, bare in ((IRS1_pS, IRS1), (IRS2_pS, IRS2)):
    mtor.dephosphorylate(
        f"{form.id}_recovers", None, form, gives=bare, k=k_IRS_pS_off, evidence=[inferred(NO_PHOSPHATASE)]
    )
    mtor.degrade(f"{form.id}_is_lost", form, k=k_IRS_pS_loss, go="GO:0043161", evidence=[ev(COPPS_2012)])
mtor.synthesise(
    "IRS1_is_made", IRS1, k=derived(1.54e-3, "nM/s", why=f"balances the loss of 77 nM IRS1 without S6K1; {TRIAL}"),
    when=[inhibitor(RPS6KB1_pp, Ki=estimated(40, "nM", within=(4, 400), why=TRIAL))], go="GO:0010629",
    evidence=[ev(HARRINGTON_2004, EXPERIMENT)],
)  # fmt: skip

mtor.observe(Fraction("pS6K", "pS6K", m.RPS6KB1, "share of S6K1 phosphorylated at T412 (T389 of p70)", sites="T412"))
mtor.observe(Fraction("pS6", "pS6", m.RPS6, "share of RPS6 phosphorylated", sites="S240"))
mtor.observe(Fraction("p4EBP1", "p4EBP1", m.EIF4EBP1, "share of 4E-BP1 phosphorylated at S65 and T70", sites="S65 T70"))
mtor.observe(Fraction("pGSK3B", "pGSK3B", m.GSK3B, "share of GSK3B phosphorylated at S9, inactive", sites="S9"))
