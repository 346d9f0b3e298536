"""Traffic of insulin receptors and hybrids, and what they phosphorylate: the adaptors of IGF1R.

On entry into the endosome a receptor lets go of its ligand and forgets which it was; it stays active until PTPN1 meets
it. A phosphorylated receptor is lost from the endosome only, any other wherever it is.
"""

from collections.abc import Iterable

from igf1r_model.dsl import (
    Effect,
    Form,
    Fraction,
    Module,
    Part,
    Total,
    assumed,
    catalyst,
    derived,
    ev,
    from_model,
    inferred,
)
from igf1r_model.pathway import endocrine_nouns as e
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.adaptors import (
    GAB1,
    IRS1,
    IRS2,
    SHC1,
    TYROSINE,
    GAB1_pY,
    IRS1_pY,
    IRS2_pY,
    SHC1_pY,
    k_IGF1R_SHC1,
    k_IRS_pY,
)
from igf1r_model.pathway.endocrine_nouns import BELFIORE_2017, MORCAVALLO_2012, PANDINI_2002, SEELY_1996
from igf1r_model.pathway.insulin_receptors import (
    HR_A,
    HR_B,
    IGF1R_INS,
    INS,
    IR_A2,
    IR_B2,
    IGF1R_INS_p,
    INSR_A_half,
    INSR_B_half,
    active,
    bound,
    homodimers,
    hybrids,
)
from igf1r_model.pathway.ligands import IGF1, IGF2
from igf1r_model.pathway.places import endosome_membrane, plasma_membrane
from igf1r_model.pathway.receptors import (
    PTPN1,
    IGF1_endo,
    IGF1R_endo,
    IGF1R_p,
    IGF2_endo,
    inside,
    k_internalisation_active,
    k_internalisation_bound,
    k_ligand_loss,
    k_loss,
)
from igf1r_model.pathway.sources import (
    BELFIORE_2009,
    ERDEM_2021,
    ERDEM_2022,
    EXPERIMENT,
    KENNER_1996,
    MORCAVALLO_2014,
    SUN_1991,
)

UPTAKE, RECEPTOR_LOSS = "GO:0006898", "GO:0032801"
TURNOVER = "basal turnover of the receptor"

insulin_signalling = Module("insulin_signalling", "Traffic and signal of INSR and its hybrids", go="GO:0008286")

k_internalisation_free = insulin_signalling.constant(
    "k_internalisation_free_INSR", "k", assumed(5e-5, "1/s", why="membrane turnover in hours, as IGF1R", high=2e-4)
)
k_recycling = insulin_signalling.constant(
    "k_recycling_INSR", "k", from_model(1.2e-3, "1/s", ERDEM_2021, at="kf402, log10 -2.92; there of IGF1R")
)
k_PTPN1 = insulin_signalling.constant(
    "k_PTPN1_INSR", "k", derived(3e-5, "1/(nM*s)", why="3e-3 /s (assumed, as on IGF1R) by 100 nM PTPN1")
)
k_loss_INSR = insulin_signalling.constant(
    "k_loss_INSR", "k", from_model(2.87e-5, "1/s", ERDEM_2022, at="INSR turnover, 6.7 h"), "loss of INSR"
)
k_loss_hybrid = insulin_signalling.constant(
    "k_loss_hybrid", "k", derived(1.76e-5, "1/s", why="mean of IGF1R and INSR"), "loss of hybrids"
)
k_endosomal_loss = insulin_signalling.constant(
    "k_endosomal_loss_INSR", "k", assumed(8e-5, "1/s", why="as active IGF1R: hours, once sorted to lysosomes")
)
loss = {IR_A2: k_loss_INSR, IR_B2: k_loss_INSR, HR_A: k_loss_hybrid, HR_B: k_loss_hybrid}

# Free receptor: in, out, lost.
by_PTPN1 = [ev(SEELY_1996, EXPERIMENT), ev(KENNER_1996, EXPERIMENT)]
endo: dict[Form, Form] = {}
endo_p: dict[Form, Form] = {}
for (receptor,) in insulin_signalling.each(homodimers + hybrids, verb="internalise"):
    endo[receptor] = insulin_signalling.internalise(
        f"{receptor.id}_enters_endosome", receptor, endosome_membrane, gives=f"{receptor.id}_endo",
        k=k_internalisation_free,
        evidence=[inferred("without ligand the receptor is taken up with the membrane around it")],
    )  # fmt: skip
    insulin_signalling.translocate(
        f"{receptor.id}_recycles", endo[receptor], plasma_membrane, gives=receptor, k=k_recycling, go="GO:0001881",
        evidence=[ev(MORCAVALLO_2014)],
    )  # fmt: skip
    _, *chains = active[receptor, INS].parts  # phosphorylated, without the ligand
    endo_p[receptor] = insulin_signalling.form(f"{receptor.id}_p_endo", *chains, at=endosome_membrane)
    insulin_signalling.dephosphorylate(
        f"PTPN1_acts_on_{receptor.id}", PTPN1, endo_p[receptor], gives=endo[receptor], k=k_PTPN1, go="GO:0035335",
        ec="3.1.3.48", evidence=by_PTPN1 if receptor in homodimers else [ev(KENNER_1996, note="of INSR and IGF1R")],
    )  # fmt: skip

# Liganded receptor: in, without its ligand, which is lost there.
INS_endo = insulin_signalling.form("INS_endo", e.INS, at=endosome_membrane)
insulin_signalling.degrade("INS_is_lost", INS_endo, k=k_ligand_loss, evidence=[ev(MORCAVALLO_2014)])
freed = {INS: INS_endo, IGF1: IGF1_endo, IGF2: IGF2_endo}
uptake = [(form, (endo[of], freed[ligand]), k_internalisation_bound) for (of, ligand), form in bound.items()]
uptake += [(form, (endo_p[of], freed[ligand]), k_internalisation_active) for (of, ligand), form in active.items()]
uptake += [(IGF1R_INS, (IGF1R_endo, INS_endo), k_internalisation_bound)]
uptake += [(IGF1R_INS_p, (inside[IGF1R_p], INS_endo), k_internalisation_active)]
forms_of_A = [form for forms in (bound, active) for (of, _), form in forms.items() if of is IR_A2]
of_A = [ev(MORCAVALLO_2012, EXPERIMENT), ev(MORCAVALLO_2014)]
for form, becomes, k in uptake:
    insulin_signalling.change(
        f"{form.id}_enters_endosome", [form], becomes, effects={Effect.MOVES, Effect.RELEASES}, k=k, go=UPTAKE,
        name=f"{form.id} enters".replace("_", " "),
        evidence=of_A if form in forms_of_A else [ev(MORCAVALLO_2014)],
    )  # fmt: skip

# Loss.
lost = [(form, k_loss_INSR) for form in (INSR_A_half, INSR_B_half)]
lost += [(form, loss[receptor]) for receptor in loss for form in (receptor, endo[receptor])]
lost += [(form, loss[receptor]) for (receptor, _), form in bound.items()]
lost += [(IGF1R_INS, k_loss)]
for form, k in lost:
    insulin_signalling.degrade(f"{form.id}_is_lost", form, k=k, go=RECEPTOR_LOSS, evidence=[inferred(TURNOVER)])
A_is_lost = [ev(MORCAVALLO_2012, EXPERIMENT, note="shown of INSR-A; insulin, more than IGF2, leads to degradation")]
for (form,) in insulin_signalling.each(tuple(endo_p.values()), verb="degrade"):
    insulin_signalling.degrade(
        f"{form.id}_is_lost", form, k=k_endosomal_loss, go=RECEPTOR_LOSS,
        evidence=A_is_lost if form is endo_p[IR_A2] else [ev(MORCAVALLO_2014)],
    )  # fmt: skip

# What they phosphorylate. For a drug, `*_kinases` are all forms whose kinase can work.
INSR_kinases = tuple(f for d in (bound, active) for (r, _), f in d.items() if r in homodimers)
INSR_kinases += tuple(endo_p[receptor] for receptor in homodimers)
hybrid_kinases = tuple(f for d in (bound, active) for (r, _), f in d.items() if r in hybrids)
hybrid_kinases += tuple(endo_p[receptor] for receptor in hybrids)
activeINSR = insulin_signalling.family(
    "activeINSR", *(f for f in INSR_kinases if f not in bound.values()), name="phosphorylated INSR"
)
activeHybrid = insulin_signalling.family(
    "activeHybrid", *(f for f in hybrid_kinases if f not in bound.values()), name="phosphorylated hybrids"
)
k_GAB1 = insulin_signalling.constant(
    "k_INSR_GAB1", "k", assumed(1e-6, "1/(nM*s)", why="twice that of IGF1R: INSR is the better kinase of GAB1")
)
by_hybrid = [ev(PANDINI_2002, EXPERIMENT), ev(BELFIORE_2009)]
adaptors = (
    (IRS1, IRS1_pY, "Y612 Y632 Y896 Y941 Y989 Y1179 Y1229", k_IRS_pY, [ev(SUN_1991, EXPERIMENT), ev(BELFIORE_2009)]),
    (IRS2, IRS2_pY, "", k_IRS_pY, [ev(BELFIORE_2009)]),
    (SHC1, SHC1_pY, "Y349 Y350 Y427", k_IGF1R_SHC1, [ev(BELFIORE_2009), ev(BELFIORE_2017)]),
    (GAB1, GAB1_pY, "Y447 Y472 Y589", k_GAB1, [inferred("GAB1 is a substrate of the insulin receptor in site tables")]),
)
for adaptor, result, sites, k, by_INSR in adaptors:
    insulin_signalling.phosphorylate(
        f"INSR_phosphorylates_{adaptor.id}",
        [catalyst(activeINSR, k=k, evidence=by_INSR), catalyst(activeHybrid, k=k, evidence=by_hybrid),
         catalyst(IGF1R_INS_p, k=k, evidence=[inferred("active IGF1R, whichever ligand made it so")])],
        adaptor, sites, gives=result, go=TYROSINE, ec="2.7.10.1", evidence=by_INSR,
    )  # fmt: skip


class AmongHomodimers(Fraction):
    """The share of a molecule's homodimers that is in the state asked for."""

    def _is_of(self, part: Part) -> bool:
        return super()._is_of(part) and part.count > 1


class AmongPartners(Fraction):
    """The share of a molecule's complexes with its partner that is in the state asked for."""

    def all_of(self, forms: Iterable[Form]) -> list[tuple[Form, int]]:
        """Every form in which the molecule is with its partner."""
        return super().all_of(form for form in forms if self._is_with(form))


INSR = (e.INSR_A, e.INSR_B)
insulin_signalling.observe(AmongHomodimers(
    "pINSR", "pINSR", INSR, "share of insulin receptor homodimers phosphorylated in the activation loop",
    sites=("Y1173 Y1177 Y1178", "Y1185 Y1189 Y1190")))  # fmt: skip
insulin_signalling.observe(AmongPartners(
    "pHybrid", "pHybrid", m.IGF1R, "share of IGF1R hybrids with INSR that is phosphorylated",
    sites="Y1161 Y1165 Y1166", with_=INSR))  # fmt: skip
insulin_signalling.observe(
    Total("totalINSR", "total INSR", INSR, "INSR chains, two for each homodimer, per cell volume", per=plasma_membrane)
)
insulin_signalling.observe(Total(
    "totalHybrid", "total hybrids", m.IGF1R, "hybrids of IGF1R with INSR, per cell volume", with_=INSR,
    per=plasma_membrane))  # fmt: skip
insulin_signalling.observe(
    Fraction("hybridFraction", "hybrid share of IGF1R", m.IGF1R, "share of IGF1R chains in hybrids", with_=INSR)
)
