"""EGFR beside IGF1R: EGF dimerises it, it drives SHC1, GAB1 and SOS1, and CBL takes it away.

Two contested links to IGF1R are behind switches: HB-EGF that ADAM17 sheds for IGF1R, and the contact of both receptors.
"""

from igf1r_model.dsl import (
    Effect,
    Fraction,
    Module,
    Part,
    Switch,
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
    inhibitor,
)
from igf1r_model.pathway import erbb_nouns as e
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.adaptors import (
    GAB1,
    GRB2_SOS1,
    IRS1,
    SHC1,
    GAB1_pY,
    IRS1_pY,
    Kd_GRB2,
    SHC1_pY,
    k_IRS_pY,
    kon_GRB2,
)
from igf1r_model.pathway.erbb_nouns import BURGESS_2003, MORGILLO_2006, SONG_2007, YARDEN_2001, pericellular
from igf1r_model.pathway.ligands import IGF1, IGF2
from igf1r_model.pathway.mtor import EIF4F
from igf1r_model.pathway.places import cytosol, endosome_membrane, medium, plasma_membrane
from igf1r_model.pathway.ras_mapk import RAS_GDP, RAS_GTP, GRB2_SOS1_p, activeERK, k_ERK_on_SOS1
from igf1r_model.pathway.receptors import IGF1R, activeIGF1R, k_autophosphorylation, k_dephosphorylation
from igf1r_model.pathway.sources import (
    BORISOV_2009,
    CHARDIN_1993,
    CORBALAN_GARCIA_1996,
    ERDEM_2022,
    EXPERIMENT,
    HASS_2017,
    MATTOON_2004,
    NO_PHOSPHATASE,
    TRIAL,
)

TYROSINE, TYROSINE_OFF = "GO:0018108", "GO:0035335"
IGF1R_SITES = "Y980 Y1161 Y1165 Y1166"
EGFR_SITES = "Y1016 Y1092 Y1110 Y1172 Y1197"
TURNOVER = "basal turnover of the receptor"

transactivation = Switch(
    "transactivation", "contested: IGF1R transactivates EGFR by HB-EGF", on=False,
    why="contested: seen in MCF7 and COS-7, but mammary epithelium needs no HB-EGF for it; the trunk works without it",
)  # fmt: skip
IGF1R_EGFR_contact = Switch(
    "IGF1R_EGFR_contact", "contested: IGF1R and EGFR form a complex", on=True,
    why="contested: seen by precipitation in lung cancer cells under erlotinib or gefitinib, not under cetuximab; "
        "it matters only under these drugs",
)  # fmt: skip

egfr_crosstalk = Module("egfr_crosstalk", "EGFR and its links to IGF1R", go="GO:0007173")

# What is there.
EGF = egfr_crosstalk.input("EGF", e.EGF, medium)
HBEGF = egfr_crosstalk.form("HBEGF", e.HBEGF, at=pericellular, shown="HBEGF")
HBEGF_pro = egfr_crosstalk.form(
    "HBEGF_pro", e.HBEGF, at=plasma_membrane, shown="pro-HBEGF",
    initial=assumed(10, "nM", why="12,000 copies, as many as receptors", low=1, high=50),
)  # fmt: skip
ADAM17 = egfr_crosstalk.form(
    "ADAM17", e.ADAM17, at=plasma_membrane,
    initial=assumed(10, "nM", why="12,000 copies; only its product with k counts", low=1, high=100),
)  # fmt: skip
EGFR = egfr_crosstalk.form(
    "EGFR", e.EGFR, at=plasma_membrane,
    initial=assumed(20, "nM", why="24,000 copies; most breast lines have about 10,000 sites for EGF", low=5, high=160),
)  # fmt: skip
CBL = egfr_crosstalk.form(
    "CBL", e.CBL, at=cytosol, initial=assumed(50, "nM", why="60,000 copies; only its product with k counts")
)

# Turnover. One number scales the synthesis for a cell with more or fewer EGFR.
k_loss_EGFR = egfr_crosstalk.constant(
    "k_loss_EGFR", "k", derived(1.515e-5, "1/s", why="ln 2 over 12.71 h", source=ERDEM_2022, at="EGFR half-life")
)
EGFR_copies = egfr_crosstalk.constant(
    "EGFR_copies", "times",
    assumed(1, "dimensionless", why="1 is the reference cell; set it and the initial amount of EGFR alike"),
    "EGFR copies, relative to the reference",
)  # fmt: skip
egfr_crosstalk.synthesise(
    "EGFR_is_made", EGFR, by=[activator(EIF4F, k=derived(1.66e-5, "1/s", why="9.1 nM eIF4F at rest make half"))],
    k=derived(1.515e-4, "nM/s", why="half of what balances k_loss_EGFR times 20 nM; eIF4F makes the other half"),
    times=EGFR_copies, go="GO:0045727", evidence=[ev(MORGILLO_2006, EXPERIMENT)],
)  # fmt: skip
egfr_crosstalk.degrade("EGFR_is_lost", EGFR, k=k_loss_EGFR, go="GO:0032801", evidence=[inferred(TURNOVER)])

# Ligand, dimer, kinase, GRB2:SOS1, uptake: alike for EGF and HB-EGF. A dimer is two receptors with a ligand each.
kon_EGF = egfr_crosstalk.constant("kon_EGF_EGFR", "kon", from_model(1e-3, "1/(nM*s)", ERDEM_2022, at="k508"))
Kd_EGF = egfr_crosstalk.constant(
    "Kd_EGF_EGFR", "Kd", from_model(1, "nM", HASS_2017, at="Kd of EGF, fixed there", low=0.2, high=8), "EGF on EGFR"
)
kon_dimer = egfr_crosstalk.constant(
    "kon_EGFR_dimer", "k", assumed(1e-3, "1/(nM*s)", why="slower than 0.033 of the model that gives Kd", high=0.033)
)
koff_dimer = egfr_crosstalk.constant(
    "koff_EGFR_dimer", "k", derived(0.015, "1/s", why="kon_EGFR_dimer times 15 nM", source=BORISOV_2009, at="Kd2")
)
k_EGFR_kinase = egfr_crosstalk.constant("k_EGFR_kinase", "k", fitted(0.02, "1/s", why=TRIAL), "kinase of EGFR and HER2")
k_EGFR_off = egfr_crosstalk.constant(
    "k_dephosphorylation_EGFR", "k", assumed(0.05, "1/s", why="as IGF1R: activity follows an inhibitor nearly linearly")
)
k_CBL_EGFR = egfr_crosstalk.constant(
    "k_CBL_EGFR", "k", derived(4e-5, "1/(nM*s)", why="2e-3 /s (assumed, six minutes) by 50 nM CBL")
)
k_endosomal_loss_EGFR = egfr_crosstalk.constant(
    "k_endosomal_loss_EGFR", "k", assumed(1e-3, "1/s", why="ubiquitinated EGFR reaches lysosomes within half an hour")
)
k_dimer_loss = egfr_crosstalk.constant(
    "k_loss_EGFR_dimer", "k", assumed(1e-3, "1/s", why="dimers without kinase activity are taken up half as fast")
)
boundEGFR, dimer, active, docked = [], [], [], []
for ligand in (EGF, HBEGF):
    L = ligand.id
    single = egfr_crosstalk.bind(
        f"{L}_binds_EGFR", ligand, EGFR, gives=f"EGFR_{L}", kon=kon_EGF, Kd=Kd_EGF, go="GO:0005154",
        evidence=[ev(YARDEN_2001)],
    )  # fmt: skip
    egfr_crosstalk.degrade(f"EGFR_{L}_is_lost", single, k=k_loss_EGFR, go="GO:0032801", evidence=[inferred(TURNOVER)])
    pair = egfr_crosstalk.form(
        f"EGFR2_{L}", Part(ligand.parts[0].molecule, 2), Part(e.EGFR, 2), at=plasma_membrane, bonds=((0, 1), (1, 1)),
        shown=f"({L}:EGFR)2",
    )  # fmt: skip
    egfr_crosstalk.change(
        f"EGFR_{L}_dimerises", [single, single], [pair], effects={Effect.BINDS}, k=kon_dimer, go="GO:0065003",
        evidence=[ev(BURGESS_2003), ev(YARDEN_2001)],
    )  # fmt: skip
    egfr_crosstalk.change(
        f"EGFR2_{L}_falls_apart", [pair], [single, single], effects={Effect.RELEASES}, k=koff_dimer,
        go="GO:0032984", evidence=[ev(BURGESS_2003)],
    )  # fmt: skip
    pair_p = egfr_crosstalk.autophosphorylate(
        f"EGFR2_{L}_activates", pair, EGFR_SITES, gives=f"EGFR2_{L}_p", shown=f"p-({L}:EGFR)2", on=e.EGFR,
        k=k_EGFR_kinase, ec="2.7.10.1", evidence=[ev(YARDEN_2001)],
    )  # fmt: skip
    egfr_crosstalk.dephosphorylate(
        f"EGFR2_{L}_deactivates", None, pair_p, gives=pair, on=e.EGFR, k=k_EGFR_off, go=TYROSINE_OFF,
        evidence=[inferred(NO_PHOSPHATASE)],
    )  # fmt: skip
    pair_SOS1 = egfr_crosstalk.bind(
        f"GRB2_SOS1_binds_EGFR2_{L}", pair_p, GRB2_SOS1, gives=f"EGFR2_{L}_p_SOS1", contact=(e.EGFR, m.GRB2),
        shown=f"p-({L}:EGFR)2:GRB2:SOS1", name=f"SOS1 binds EGFR2 {L}", kon=kon_GRB2, Kd=Kd_GRB2,
        evidence=[ev(CHARDIN_1993, EXPERIMENT)],
    )  # fmt: skip
    egfr_crosstalk.change(
        f"ERK_frees_SOS1_of_EGFR2_{L}", [pair_SOS1], [pair_p, GRB2_SOS1_p], effects={Effect.MARKS, Effect.RELEASES},
        by=activeERK, k=k_ERK_on_SOS1, name=f"ERK frees SOS1, {L}", go="GO:0043409", ec="2.7.11.24",
        evidence=[ev(CORBALAN_GARCIA_1996, EXPERIMENT)],
    )  # fmt: skip
    egfr_crosstalk.change(
        f"EGFR2_{L}_loses_SOS1", [pair_SOS1], [pair, GRB2_SOS1], effects={Effect.MARKS, Effect.RELEASES},
        k=k_EGFR_off, go=TYROSINE_OFF, evidence=[inferred("GRB2 is no shield: the phosphatases act as on free EGFR")],
    )  # fmt: skip
    inside = egfr_crosstalk.internalise(
        f"CBL_takes_up_EGFR2_{L}", pair_p, endosome_membrane, gives=f"EGFR2_{L}_p_endo", by=CBL, k=k_CBL_EGFR,
        shown=f"p-({L}:EGFR)2@endo", go="GO:0006898",
        evidence=[ev(YARDEN_2001, note="ubiquitination and uptake in one step")],
    )  # fmt: skip
    egfr_crosstalk.change(
        f"CBL_takes_up_EGFR2_{L}_SOS1", [pair_SOS1], [inside, GRB2_SOS1], effects={Effect.MOVES, Effect.RELEASES},
        by=CBL, k=k_CBL_EGFR, name=f"CBL takes {L} with SOS1", go="GO:0006898",
        evidence=[ev(YARDEN_2001, note="ubiquitination and uptake in one step")],
    )  # fmt: skip
    egfr_crosstalk.degrade(
        f"EGFR2_{L}_p_is_lost", inside, k=k_endosomal_loss_EGFR, go="GO:0032801", evidence=[ev(YARDEN_2001)]
    )
    egfr_crosstalk.degrade(
        f"EGFR2_{L}_is_lost", pair, k=k_dimer_loss, go="GO:0032801",
        evidence=[inferred("dimers whose kinase an inhibitor silences still turn over, or they would pile up")],
    )  # fmt: skip
    boundEGFR.append(single)
    dimer.append(pair)
    active.append(pair_p)
    docked.append(pair_SOS1)
EGFR_EGF, EGFR_HBEGF = boundEGFR

activeEGFR = egfr_crosstalk.family("activeEGFR", *active, *docked, name="active EGFR")
dockedSOS1 = egfr_crosstalk.family("dockedSOS1_EGFR", *docked, name="GRB2:SOS1 on EGFR")
EGFR_kinase = egfr_crosstalk.family("EGFR_kinase", *dimer, *active, name="EGFR kinase in dimers")

# What active EGFR does.
k_EGFR_SHC1 = egfr_crosstalk.constant(
    "k_EGFR_SHC1", "k", estimated(3.9e-5, "1/(nM*s)", within=(4e-6, 4e-4), why=TRIAL), "EGFR on SHC1"
)
k_EGFR_GAB1 = egfr_crosstalk.constant(
    "k_EGFR_GAB1", "k", estimated(1.2e-5, "1/(nM*s)", within=(1e-6, 1e-4), why=TRIAL), "EGFR on GAB1"
)
egfr_crosstalk.phosphorylate(
    "EGFR_phosphorylates_SHC1", activeEGFR, SHC1, "Y349 Y350 Y427", gives=SHC1_pY, k=k_EGFR_SHC1, go=TYROSINE,
    ec="2.7.10.1", evidence=[ev(YARDEN_2001)],
)  # fmt: skip
egfr_crosstalk.phosphorylate(
    "EGFR_phosphorylates_GAB1", activeEGFR, GAB1, "Y447 Y472 Y589", gives=GAB1_pY, k=k_EGFR_GAB1, go=TYROSINE,
    ec="2.7.10.1", evidence=[ev(MATTOON_2004, EXPERIMENT)],
)  # fmt: skip
egfr_crosstalk.load_gtp(
    "SOS1_on_EGFR_loads_RAS",
    [catalyst(dockedSOS1, kcat=assumed(0.7, "1/s", why="as SOS1 on SHC1"),
              Km=from_model(50, "nM", BORISOV_2009, at="RAS exchange"))],
    RAS_GDP, gives=RAS_GTP, go="GO:0005085", evidence=[ev(CHARDIN_1993, EXPERIMENT)],
)  # fmt: skip

# Transactivation: active IGF1R activates ADAM17, which sheds HB-EGF around the cell.
ADAM17_active = egfr_crosstalk.activate(
    "IGF1R_activates_ADAM17", [activator(activeIGF1R, k=assumed(1e-4, "1/(nM*s)", why="half of it at 10 nM"))],
    ADAM17, gives="ADAM17_active", go="GO:0006509", switch=transactivation, evidence=[ev(SONG_2007, EXPERIMENT)],
)  # fmt: skip
egfr_crosstalk.deactivate(
    "ADAM17_deactivates", None, ADAM17_active, gives=ADAM17, k=assumed(1e-3, "1/s", why="a quarter of an hour"),
    go="GO:0006509", evidence=[inferred("shedding must end when IGF1R does; no enzyme is known")],
)  # fmt: skip
egfr_crosstalk.synthesise(
    "HBEGF_is_made", HBEGF_pro, k=derived(5e-4, "nM/s", why="balances the loss of 10 nM at rest"),
    evidence=[inferred("a protein that is shed and turns over is made")],
)  # fmt: skip
egfr_crosstalk.degrade(
    "HBEGF_pro_is_lost", HBEGF_pro, k=assumed(5e-5, "1/s", why="hours, as other membrane proteins"),
    evidence=[inferred("basal turnover")],
)  # fmt: skip
egfr_crosstalk.change(
    "ADAM17_sheds_HBEGF", [HBEGF_pro], [HBEGF], effects={Effect.MOVES}, by=ADAM17_active, go="GO:0006509",
    ec="3.4.24.86", k=assumed(1e-4, "1/(nM*s)", why="half an hour at 5 nM active ADAM17", low=1e-5, high=1e-3),
    evidence=[ev(SONG_2007, EXPERIMENT)],
)  # fmt: skip
egfr_crosstalk.degrade(
    "HBEGF_is_lost", HBEGF, k=assumed(2e-3, "1/s", why="it diffuses away within minutes", low=5e-4, high=1e-2),
    evidence=[inferred("shed ligand leaves the cell's surroundings; no other way is known to limit it")],
)  # fmt: skip

# The contact of both receptors: rare at rest; drugs that hold EGFR's kinase raise it (module egfr_drugs).
# A complex counts with IGF and without, which are in equilibrium; only the part without IGF falls apart.
freeIGF = egfr_crosstalk.family("freeIGF", IGF1, IGF2, name="free IGF1 and IGF2")
K_IGF = derived(
    0.3, "nM", why="Kd of IGF1 on IGF1R: binding is in equilibrium here", source=HASS_2017, at="IGF1_kD, fixed there"
)
K_IGF_contact = egfr_crosstalk.constant("K_IGF_contact", "K", K_IGF)
Ki_IGF_contact = egfr_crosstalk.constant("Ki_IGF_contact", "Ki", K_IGF)
IGF1R_EGFR = egfr_crosstalk.form(
    "IGF1R_EGFR_complex", Part(m.IGF1R, 2), e.EGFR, at=plasma_membrane, bonds=((0, 0), (0, 1))
)
egfr_crosstalk.change(
    "IGF1R_joins_EGFR", [IGF1R, EGFR], [IGF1R_EGFR], effects={Effect.BINDS}, switch=IGF1R_EGFR_contact, go="GO:0065003",
    k=assumed(5e-9, "1/(nM*s)", why="a thousandth of IGF1R at rest; precipitation shows little without a drug"),
    evidence=[ev(MORGILLO_2006, EXPERIMENT)],
)  # fmt: skip
egfr_crosstalk.change(
    "IGF1R_leaves_EGFR", [IGF1R_EGFR], [IGF1R, EGFR], effects={Effect.RELEASES}, switch=IGF1R_EGFR_contact,
    k=assumed(1e-4, "1/s", why="apart within hours, so that it follows a drug over a day"), go="GO:0032984",
    when=[inhibitor(freeIGF, Ki=Ki_IGF_contact)], evidence=[inferred("what forms without a covalent bond falls apart")],
)  # fmt: skip
IGF1R_EGFR_p = egfr_crosstalk.autophosphorylate(
    "IGF1R_EGFR_activates", IGF1R_EGFR, IGF1R_SITES, gives="IGF1R_EGFR_p", on=m.IGF1R,
    k=k_autophosphorylation, when=[essential(freeIGF, K=K_IGF_contact)], switch=IGF1R_EGFR_contact, ec="2.7.10.1",
    evidence=[ev(MORGILLO_2006, EXPERIMENT)],
)  # fmt: skip
egfr_crosstalk.autophosphorylate(
    "IGF1R_EGFR_activates_itself", IGF1R_EGFR, IGF1R_SITES, gives=IGF1R_EGFR_p, on=m.IGF1R,
    name="IGF1R EGFR without IGF", switch=IGF1R_EGFR_contact, ec="2.7.10.1",
    k=assumed(1e-4, "1/s", why="a two-hundredth of the liganded rate: erlotinib alone raises pIGF1R"),
    evidence=[ev(MORGILLO_2006, EXPERIMENT)],
)  # fmt: skip
egfr_crosstalk.dephosphorylate(
    "IGF1R_EGFR_deactivates", None, IGF1R_EGFR_p, gives=IGF1R_EGFR, on=m.IGF1R, k=k_dephosphorylation,
    go=TYROSINE_OFF, evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
k_loss_contact = egfr_crosstalk.constant(
    "k_loss_contact", "k", assumed(1e-5, "1/s", why="between the basal losses of IGF1R and EGFR")
)
for (form,) in egfr_crosstalk.each((IGF1R_EGFR, IGF1R_EGFR_p), verb="degrade"):
    egfr_crosstalk.degrade(
        f"{form.id}_is_lost", form, k=k_loss_contact, go="GO:0032801", name=f"{form.name} is lost",
        evidence=[inferred(TURNOVER)],
    )  # fmt: skip
egfr_crosstalk.phosphorylate(
    "IGF1R_EGFR_acts_on_IRS1", IGF1R_EGFR_p, IRS1, "Y612 Y632 Y896 Y941 Y989 Y1179 Y1229", gives=IRS1_pY,
    k=k_IRS_pY, go=TYROSINE, ec="2.7.10.1", switch=IGF1R_EGFR_contact,
    evidence=[ev(MORGILLO_2006, EXPERIMENT, "IGF1R in the complex acts as elsewhere")],
)  # fmt: skip

egfr_crosstalk.observe(Fraction("pEGFR", "pEGFR", e.EGFR, "share of EGFR phosphorylated", sites=EGFR_SITES))
egfr_crosstalk.observe(Total("totalEGFR", "total EGFR", e.EGFR, "all EGFR, per cell volume", per=plasma_membrane))
egfr_crosstalk.observe(Total("EGFR_IGF1R", "EGFR on IGF1R", e.EGFR, "contested: EGFR that is in one complex with IGF1R",
                             with_=m.IGF1R, per=plasma_membrane))  # fmt: skip
