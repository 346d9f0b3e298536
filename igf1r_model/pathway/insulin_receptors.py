"""Insulin receptors A and B and their hybrids with IGF1R: made as halves, paired, bound by ligand, activated.

As with IGF1R, a receptor form is the disulfide-linked dimer and binds one ligand. Halves pair at random, but a dimer of
A with B is left out. A ligand leaves the unphosphorylated receptor only, which is back within half a minute.
"""

from igf1r_model.dsl import (
    Constant,
    Effect,
    Form,
    Module,
    Part,
    Switch,
    activator,
    assumed,
    derived,
    ev,
    fitted,
    inferred,
)
from igf1r_model.pathway import endocrine_nouns as e
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.endocrine_nouns import BELFIORE_2017, DENLEY_2004, HUBBARD_1997, PANDINI_2002
from igf1r_model.pathway.ligands import IGF1, IGF2
from igf1r_model.pathway.pi3k_akt import activeFOXO
from igf1r_model.pathway.places import endoplasmic_reticulum, medium, plasma_membrane
from igf1r_model.pathway.receptors import (
    IGF1R,
    KINASE_SITES,
    LIGAND_BINDING,
    IGF1R_half,
    Kd_IGF1,
    Kd_IGF2,
    k_autophosphorylation,
    k_dephosphorylation,
    kon_IGF1,
    kon_IGF2,
)
from igf1r_model.pathway.sources import (
    BELFIORE_2009,
    CHEN_2010,
    ERDEM_2021,
    EXPERIMENT,
    JONES_1995,
    MARR_2007,
    NO_PHOSPHATASE,
    TRIAL,
    ULLRICH_1986,
    WU_2008,
)

INSULIN_BINDING = "GO:0005158"
COPIES = "of 25,000 INSR per cell, four A to one B: tumour cells make mostly A"
BALANCE = "a fifth of what balances the losses of 50,000 chains per cell at rest; FOXO makes the rest"
TO_FOXO = "56 nM nuclear FOXO at rest makes four fifths of the chains"

insulin_receptors = Module("insulin_receptors", "Insulin receptors A and B, hybrids with IGF1R", go="GO:0008286")

# What is there. On the way to rest, part of the homodimers is replaced by hybrids.
INS = insulin_receptors.input("INS", e.INS, medium)
INSR_A_half = insulin_receptors.form("INSR_A_half", e.INSR_A, at=endoplasmic_reticulum, shown="INSR-A half-receptor")
INSR_B_half = insulin_receptors.form("INSR_B_half", e.INSR_B, at=endoplasmic_reticulum, shown="INSR-B half-receptor")
IR_A2 = insulin_receptors.form(
    "IR_A2", Part(e.INSR_A, 2), at=plasma_membrane,
    initial=derived(20000, "molecules", why=COPIES, source=ERDEM_2021, at="INSR_0, MCF7; read as whole receptors"),
)  # fmt: skip
IR_B2 = insulin_receptors.form(
    "IR_B2", Part(e.INSR_B, 2), at=plasma_membrane,
    initial=derived(5000, "molecules", why=COPIES, source=ERDEM_2021, at="INSR_0, MCF7; read as whole receptors"),
)  # fmt: skip
HR_A = insulin_receptors.form("HR_A", m.IGF1R, e.INSR_A, at=plasma_membrane)
HR_B = insulin_receptors.form("HR_B", m.IGF1R, e.INSR_B, at=plasma_membrane)
homodimers, hybrids, insulin_and_IGFs = (IR_A2, IR_B2), (HR_A, HR_B), (INS, IGF1, IGF2)
A_SITES, B_SITES = "Y987 Y1173 Y1177 Y1178", "Y999 Y1185 Y1189 Y1190"  # docking site and activation loop
kinase_sites = {
    IR_A2: {e.INSR_A: A_SITES},
    IR_B2: {e.INSR_B: B_SITES},
    HR_A: {m.IGF1R: KINASE_SITES, e.INSR_A: A_SITES},
    HR_B: {m.IGF1R: KINASE_SITES, e.INSR_B: B_SITES},
}

# Synthesis. One number for each isoform scales it for a cell with more or less of it.
one = assumed(1, "dimensionless", why="the reference cell")
INSR_A_copies = insulin_receptors.constant("INSR_A_copies", "times", one, "INSR-A, times the reference cell")
INSR_B_copies = insulin_receptors.constant("INSR_B_copies", "times", one, "INSR-B, times the reference cell")
IGF1R_for_hybrids = insulin_receptors.constant(
    "IGF1R_for_hybrids", "times", assumed(1, "dimensionless", why="the reference cell; 0 where INSR is absent")
)
made = (
    (INSR_A_half, INSR_A_copies, derived(1.58e-3, "nM/s", why=BALANCE), derived(1.13e-4, "1/s", why=TO_FOXO)),
    (INSR_B_half, INSR_B_copies, derived(3.54e-4, "nM/s", why=BALANCE), derived(2.53e-5, "1/s", why=TO_FOXO)),
)
for half, copies, basal, by_FOXO in made:
    insulin_receptors.synthesise(
        f"{half.id}_is_made", half, k=basal, by=[activator(activeFOXO, k=by_FOXO)], times=copies, go="GO:0045944",
        evidence=[ev(MARR_2007), ev(CHEN_2010)],
    )  # fmt: skip
insulin_receptors.synthesise(
    "IGF1R_half_for_hybrids", IGF1R_half, times=IGF1R_for_hybrids, go="GO:0045944",
    k=derived(4.6e-4, "nM/s", why="a fifth of what hybrids lose beyond the loss of IGF1R, which so keeps its count"),
    by=[activator(activeFOXO, k=derived(3.3e-5, "1/s", why="the rest, by 56 nM nuclear FOXO at rest"))],
    evidence=[inferred("hybrids are lost faster than IGF1R; a cell with its count of IGF1R must make more of it")],
)  # fmt: skip

# Pairing at random: k, 2k, k for the homodimers and their hybrid.
k_pairing = insulin_receptors.constant(
    "k_pairing_INSR", "k", assumed(1e-3, "1/(nM*s)", why="as IGF1R halves join", low=1e-4, high=1e-2)
)
k_pairing_hybrid = insulin_receptors.constant(
    "k_pairing_hybrid", "k", derived(2e-3, "1/(nM*s)", why="twice that of equal halves: two ways to pair")
)
for half, receptor in ((INSR_A_half, IR_A2), (INSR_B_half, IR_B2)):
    insulin_receptors.change(
        f"{receptor.id}_halves_join", [half, half], [receptor], effects={Effect.BINDS, Effect.MOVES}, k=k_pairing,
        go="GO:0065003", evidence=[ev(BELFIORE_2009), ev(ULLRICH_1986)],
    )  # fmt: skip
for half, receptor in ((INSR_A_half, HR_A), (INSR_B_half, HR_B)):
    insulin_receptors.change(
        f"{receptor.id}_halves_join", [IGF1R_half, half], [receptor], effects={Effect.BINDS, Effect.MOVES},
        k=k_pairing_hybrid, go="GO:0065003", evidence=[ev(PANDINI_2002, EXPERIMENT), ev(BELFIORE_2009)],
    )  # fmt: skip


# Affinities. IGF2 is a good ligand of A; hybrids bind IGF1 and IGF2 as IGF1R does, and insulin weakly.
def Kd(id: str, value: float, why: str, low: float, high: float) -> Constant:
    """The constant of one ligand at one receptor."""
    return insulin_receptors.constant(f"Kd_{id}", "Kd", assumed(value, "nM", why=why, low=low, high=high))


kon_INS = insulin_receptors.constant("kon_INS", "kon", fitted(1e-3, "1/(nM*s)", why=TRIAL), "insulin on its receptors")
kon_IGF_INSR = insulin_receptors.constant(
    "kon_IGF_INSR", "kon", assumed(1e-3, "1/(nM*s)", why="as insulin", low=1e-4, high=2e-3), "IGF1, IGF2 on INSR"
)
Kd_INS_IR = Kd("INS_INSR", 0.3, "high-affinity insulin binding is put at 0.1 to 1 nM for both isoforms", 0.1, 1)
Kd_INS_HR_A = Kd("INS_HR_A", 20, "over twenty times weaker than IGF1; others find nanomolar binding by HR-A", 3, 100)
Kd_INS_HR_B = Kd("INS_HR_B", 20, "as HR-A: isoforms made no difference where insulin was weak", 10, 100)
Kd_IGF1_IR_A = Kd("IGF1_IR_A", 26, "88 times that of insulin", 6, 60)
Kd_IGF1_IR_B = Kd("IGF1_IR_B", 80, "both IGFs prefer A; three times that at A", 20, 300)
Kd_IGF2_IR_A = Kd("IGF2_IR_A", 2, "3 to 10 times that of insulin", 0.5, 5)
Kd_IGF2_IR_B = Kd("IGF2_IR_B", 8, "10 to 40 times that of insulin", 3, 20)
to_INSR = {
    (IR_A2, INS): (kon_INS, Kd_INS_IR, [ev(BELFIORE_2009), ev(DENLEY_2004, EXPERIMENT)]),
    (IR_A2, IGF1): (kon_IGF_INSR, Kd_IGF1_IR_A, [ev(DENLEY_2004, EXPERIMENT)]),
    (IR_A2, IGF2): (kon_IGF_INSR, Kd_IGF2_IR_A, [ev(DENLEY_2004, EXPERIMENT), ev(BELFIORE_2009)]),
    (IR_B2, INS): (kon_INS, Kd_INS_IR, [ev(BELFIORE_2009), ev(DENLEY_2004, EXPERIMENT)]),
    (IR_B2, IGF1): (kon_IGF_INSR, Kd_IGF1_IR_B, [ev(DENLEY_2004, EXPERIMENT)]),
    (IR_B2, IGF2): (kon_IGF_INSR, Kd_IGF2_IR_B, [ev(DENLEY_2004, EXPERIMENT)]),
}
bound: dict[tuple[Form, Form], Form] = {}
for receptor, ligand in insulin_receptors.each(homodimers, insulin_and_IGFs, verb="bind"):
    kon, affinity, shown_by = to_INSR[receptor, ligand]
    bound[receptor, ligand] = insulin_receptors.bind(
        f"{ligand.id}_binds_{receptor.id}", ligand, receptor, gives=f"{receptor.id}_{ligand.id}", kon=kon, Kd=affinity,
        go=INSULIN_BINDING, evidence=shown_by,
    )  # fmt: skip
for receptor, ligand in insulin_receptors.each(hybrids, (IGF1,), verb="bind"):
    bound[receptor, ligand] = insulin_receptors.bind(
        f"IGF1_binds_{receptor.id}", IGF1, receptor, gives=f"{receptor.id}_IGF1", contact=(m.IGF1, m.IGF1R),
        kon=kon_IGF1, Kd=Kd_IGF1, go=LIGAND_BINDING, evidence=[ev(PANDINI_2002, EXPERIMENT), ev(BELFIORE_2009)],
    )  # fmt: skip

# Contested at hybrids: insulin and IGF2, and whether the isoform matters.
insulin_at_hybrids = Switch(
    "insulin_at_hybrids", "contested: insulin binds hybrids", True,
    "contested: nanomolar binding by HR-A was reported, and weak binding by both hybrids; weak is taken here",
)  # fmt: skip
IGF2_at_HR_B = Switch(
    "IGF2_at_HR_B", "contested: IGF2 binds HR-B", True,
    "contested: IGF2 was reported to bind HR-A only, and to bind both hybrids as it binds IGF1R; both is taken here",
)  # fmt: skip
CONTESTED = [ev(PANDINI_2002, EXPERIMENT, note="contested"), ev(BELFIORE_2009, note="contested")]
for receptor, chain, affinity in ((HR_A, e.INSR_A, Kd_INS_HR_A), (HR_B, e.INSR_B, Kd_INS_HR_B)):
    bound[receptor, INS] = insulin_receptors.bind(
        f"INS_binds_{receptor.id}", INS, receptor, gives=f"{receptor.id}_INS", contact=(e.INS, chain), kon=kon_INS,
        Kd=affinity, go=INSULIN_BINDING, switch=insulin_at_hybrids, evidence=CONTESTED,
    )  # fmt: skip
bound[HR_A, IGF2] = insulin_receptors.bind(
    "IGF2_binds_HR_A", IGF2, HR_A, gives="HR_A_IGF2", contact=(m.IGF2, m.IGF1R), kon=kon_IGF2, Kd=Kd_IGF2,
    go=LIGAND_BINDING, evidence=[ev(PANDINI_2002, EXPERIMENT), ev(BELFIORE_2009)],
)  # fmt: skip
bound[HR_B, IGF2] = insulin_receptors.bind(
    "IGF2_binds_HR_B", IGF2, HR_B, gives="HR_B_IGF2", contact=(m.IGF2, m.IGF1R), kon=kon_IGF2, Kd=Kd_IGF2,
    go=LIGAND_BINDING, switch=IGF2_at_HR_B, evidence=CONTESTED,
)  # fmt: skip
IGF1R_INS = insulin_receptors.bind(
    "INS_binds_IGF1R", INS, IGF1R, gives="IGF1R_INS", go=LIGAND_BINDING, evidence=[ev(JONES_1995), ev(ULLRICH_1986)],
    kon=assumed(1e-4, "1/(nM*s)", why="a tenth of IGF1's", low=1e-5, high=1e-3),
    Kd=Kd("INS_IGF1R", 300, "a thousand times that of IGF1", 100, 500),
)  # fmt: skip

# Autophosphorylation, of both chains, and its reversal; unliganded INSR and hybrids are taken as silent.
k_autophosphorylation_INSR = insulin_receptors.constant(
    "k_autophosphorylation_INSR", "k", fitted(0.0193, "1/s", why=TRIAL), "autophosphorylation of INSR and hybrids"
)
k_dephosphorylation_INSR = insulin_receptors.constant(
    "k_dephosphorylation_INSR", "k", assumed(0.05, "1/s", why="as IGF1R, faster than the kinase")
)
active: dict[tuple[Form, Form], Form] = {}
for (receptor, ligand), liganded in bound.items():
    active[receptor, ligand] = insulin_receptors.autophosphorylate(
        f"{liganded.id}_activates", liganded, kinase_sites[receptor], gives=f"{liganded.id}_p",
        k=k_autophosphorylation_INSR, ec="2.7.10.1", evidence=[ev(HUBBARD_1997), ev(BELFIORE_2017)],
    )  # fmt: skip
    insulin_receptors.dephosphorylate(
        f"{liganded.id}_deactivates", None, active[receptor, ligand], gives=liganded, k=k_dephosphorylation_INSR,
        go="GO:0035335", evidence=[inferred(NO_PHOSPHATASE)],
    )  # fmt: skip
IGF1R_INS_p = insulin_receptors.autophosphorylate(
    "IGF1R_INS_activates", IGF1R_INS, KINASE_SITES, gives="IGF1R_INS_p", k=k_autophosphorylation, ec="2.7.10.1",
    evidence=[ev(WU_2008, note="shown with IGF1R itself; a ligand that binds activates")],
)  # fmt: skip
insulin_receptors.dephosphorylate(
    "IGF1R_INS_deactivates", None, IGF1R_INS_p, gives=IGF1R_INS, k=k_dephosphorylation, go="GO:0035335",
    evidence=[inferred(NO_PHOSPHATASE)],
)  # fmt: skip
