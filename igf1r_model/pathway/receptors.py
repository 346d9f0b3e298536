"""IGF1R: made as half-receptors, joined to the disulfide-linked dimer, activated by ligand, taken up and recycled.

A receptor form is the dimer, and its amount counts dimers; only the precursor is a half. One ligand binds a dimer.
"""

from igf1r_model.dsl import (
    Effect,
    Fraction,
    Module,
    Part,
    Total,
    assumed,
    derived,
    estimated,
    ev,
    fitted,
    from_model,
    inferred,
)
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.ligands import IGF1, IGF2
from igf1r_model.pathway.places import endoplasmic_reticulum, endosome_membrane, plasma_membrane
from igf1r_model.pathway.sources import (
    BLYTH_2020,
    CELLS_2019,
    ERDEM_2021,
    ERDEM_2022,
    EXPERIMENT,
    GIRNITA_2003,
    HORM_METAB_RES_1989,
    KENNER_1996,
    KISELYOV_2009,
    MORCAVALLO_2014,
    NO_PHOSPHATASE,
    SEHAT_2008,
    TRIAL,
    ULLRICH_1986,
    WU_2008,
)

LIGAND_BINDING = "GO:0005159"
KINASE_SITES = "Y980 Y1161 Y1165 Y1166"  # docking site and activation loop

receptors = Module("receptors", "IGF1R: synthesis, activation, traffic", go="GO:0048009")

# Synthesis and assembly in the endoplasmic reticulum.
IGF1R_half = receptors.form("IGF1R_half", m.IGF1R, at=endoplasmic_reticulum, shown="IGF1R half-receptor")
IGF1R = receptors.form(
    "IGF1R", Part(m.IGF1R, 2), at=plasma_membrane,
    initial=from_model(25000, "molecules", ERDEM_2021, at="IGF1R_0, MCF7; read as whole receptors", low=1e4, high=1e5),
)  # fmt: skip
PTPN1 = receptors.form(
    "PTPN1", m.PTPN1, at=endoplasmic_reticulum,
    initial=assumed(100, "nM", why="12,000 copies, a middling phosphatase; only its product with k counts"),
)  # fmt: skip

k_loss = receptors.constant(
    "k_loss_IGF1R", "k", from_model(6.55e-6, "1/s", ERDEM_2022, at="IGF1R turnover, 29.4 h"), "loss of IGF1R"
)
IGF1R_copies = receptors.constant(
    "IGF1R_copies", "times", assumed(1, "dimensionless", why="the reference cell"), "IGF1R, times the reference cell"
)
receptors.synthesise(
    "IGF1R_half_is_made", IGF1R_half, times=IGF1R_copies,
    k=derived(5.44e-4, "nM/s", why="a fifth of the flux that balances 2*k_loss*IGF1R at rest; FOXO makes the rest"),
    evidence=[inferred("a receptor that turns over is made; a fifth of it without FOXO, so that AKT holds it down")],
)  # fmt: skip
receptors.change(
    "IGF1R_halves_join", [IGF1R_half, IGF1R_half], [IGF1R], effects={Effect.BINDS, Effect.MOVES}, go="GO:0065003",
    k=assumed(1e-3, "1/(nM*s)", why="minutes, so that assembly never limits", low=1e-4, high=1e-2),
    evidence=[ev(ULLRICH_1986)],
)  # fmt: skip

# Ligand binding and autophosphorylation. Unliganded kinase is autoinhibited but not dead.
kon_IGF1 = receptors.constant(
    "kon_IGF1_IGF1R", "kon",
    fitted(1e-3, "1/(nM*s)", why="upper end of the published 2.5e-4 to 1e-3; with 3.5e-4, uptake alone would lift the "
           "apparent EC50 above 1 nM", low=2.5e-4, high=1e-3),
)  # fmt: skip
Kd_IGF1 = receptors.constant(
    "Kd_IGF1_IGF1R",
    "Kd",
    estimated(0.3, "nM", within=(0.1, 1), why="0.3 nM in published models"),
)
kon_IGF2 = receptors.constant("kon_IGF2_IGF1R", "kon", assumed(1e-3, "1/(nM*s)", why="as IGF1", low=1e-4, high=2e-3))
Kd_IGF2 = receptors.constant(
    "Kd_IGF2_IGF1R", "Kd", assumed(1.5, "nM", why="IGF2 binds 2 to 15 times more weakly than IGF1", low=0.6, high=4.5)
)
k_autophosphorylation = receptors.constant(
    "k_autophosphorylation", "k", fitted(0.0193, "1/s", why=TRIAL), "autophosphorylation of liganded IGF1R"
)
k_dephosphorylation = receptors.constant(
    "k_dephosphorylation_IGF1R", "k",
    assumed(0.05, "1/s", why="faster than the kinase, so that receptor activity follows an inhibitor nearly linearly"),
)  # fmt: skip

IGF1R_IGF1 = receptors.bind(
    "IGF1_binds_IGF1R", IGF1, IGF1R, gives="IGF1R_IGF1", kon=kon_IGF1, Kd=Kd_IGF1, go=LIGAND_BINDING,
    evidence=[ev(ULLRICH_1986), ev(KISELYOV_2009)],
)  # fmt: skip
IGF1R_IGF2 = receptors.bind(
    "IGF2_binds_IGF1R", IGF2, IGF1R, gives="IGF1R_IGF2", kon=kon_IGF2, Kd=Kd_IGF2, go=LIGAND_BINDING,
    evidence=[ev(BLYTH_2020)],
)  # fmt: skip
IGF1R_IGF1_p = receptors.autophosphorylate(
    "IGF1R_IGF1_activates", IGF1R_IGF1, KINASE_SITES, gives="IGF1R_IGF1_p", k=k_autophosphorylation, ec="2.7.10.1",
    evidence=[ev(WU_2008, EXPERIMENT)],
)  # fmt: skip
IGF1R_IGF2_p = receptors.autophosphorylate(
    "IGF1R_IGF2_activates", IGF1R_IGF2, KINASE_SITES, gives="IGF1R_IGF2_p", k=k_autophosphorylation, ec="2.7.10.1",
    evidence=[ev(WU_2008, EXPERIMENT), ev(BLYTH_2020)],
)  # fmt: skip
IGF1R_p = receptors.autophosphorylate(
    "IGF1R_activates", IGF1R, KINASE_SITES, gives="IGF1R_p", ec="2.7.10.1",
    k=assumed(2e-6, "1/s", why="one ten-thousandth of the liganded rate; the apo kinase is autoinhibited", high=2e-5),
    evidence=[inferred("ligand raises the kinase activity from a low, not a zero, level")],
)  # fmt: skip
receptors.bind(
    "IGF1_binds_pIGF1R", IGF1, IGF1R_p, gives=IGF1R_IGF1_p, kon=kon_IGF1, Kd=Kd_IGF1, go=LIGAND_BINDING,
    evidence=[inferred("phosphorylation inside the cell leaves the affinity outside as it is")],
)  # fmt: skip
receptors.bind(
    "IGF2_binds_pIGF1R", IGF2, IGF1R_p, gives=IGF1R_IGF2_p, kon=kon_IGF2, Kd=Kd_IGF2, go=LIGAND_BINDING,
    evidence=[inferred("phosphorylation inside the cell leaves the affinity outside as it is")],
)  # fmt: skip
active_and_bare = ((IGF1R_p, IGF1R), (IGF1R_IGF1_p, IGF1R_IGF1), (IGF1R_IGF2_p, IGF1R_IGF2))
for form, bare in active_and_bare:
    receptors.dephosphorylate(
        f"{form.id}_deactivates", None, form, gives=bare, k=k_dephosphorylation, go="GO:0035335",
        name=f"{form.name} deactivates", evidence=[inferred(NO_PHOSPHATASE)],
    )  # fmt: skip

# Uptake: fast for active receptors, slower for bound ones, slow for free ones.
k_internalisation_active = receptors.constant(
    "k_internalisation_active", "k", from_model(8e-4, "1/s", ERDEM_2021, at="kf401, log10 -3.10")
)
k_internalisation_bound = receptors.constant(
    "k_internalisation_bound",
    "k",
    assumed(4e-4, "1/s", why="half of that of active receptors: half of the receptor is to leave the surface"),
)
inside = {}
for (form,) in receptors.each((IGF1R_p, IGF1R_IGF1_p, IGF1R_IGF2_p), verb="internalise"):
    inside[form] = receptors.internalise(
        f"{form.id}_enters_endosome", form, endosome_membrane, gives=f"{form.id}_endo", name=f"{form.name} enters",
        k=k_internalisation_active, evidence=[ev(HORM_METAB_RES_1989, EXPERIMENT), ev(SEHAT_2008, EXPERIMENT)],
    )  # fmt: skip
for (form,) in receptors.each((IGF1R_IGF1, IGF1R_IGF2), verb="internalise"):
    inside[form] = receptors.internalise(
        f"{form.id}_enters_endosome", form, endosome_membrane, gives=f"{form.id}_endo", name=f"{form.name} enters",
        k=k_internalisation_bound, evidence=[ev(HORM_METAB_RES_1989, EXPERIMENT)],
    )  # fmt: skip
IGF1R_endo = inside[IGF1R] = receptors.internalise(
    "IGF1R_enters_endosome", IGF1R, endosome_membrane, gives="IGF1R_endo",
    k=assumed(5e-5, "1/s", why="membrane turnover in hours, without ligand", low=1e-5, high=2e-4),
    evidence=[inferred("without ligand the receptor is taken up with the membrane around it")],
)  # fmt: skip

# In the endosome: PTPN1 of the ER meets the receptor, the ligand falls off, the free receptor recycles.
k_PTPN1 = receptors.constant(
    "k_PTPN1_IGF1R", "k", derived(3e-5, "1/(nM*s)", why="3e-3 /s (assumed, minutes) by 100 nM PTPN1")
)
for form, bare in active_and_bare:
    receptors.dephosphorylate(
        f"PTPN1_acts_on_{form.id}", PTPN1, inside[form], gives=inside[bare], k=k_PTPN1, name=f"PTPN1 on {form.name}",
        go="GO:0035335", ec="3.1.3.48", evidence=[ev(KENNER_1996, EXPERIMENT)],
    )  # fmt: skip
k_endosomal_release = receptors.constant(
    "k_endosomal_release", "k", assumed(0.01, "1/s", why="acid takes the ligand off within a minute or two")
)
k_ligand_loss = receptors.constant(
    "k_endosomal_ligand_loss", "k", assumed(1e-3, "1/s", why="endosomal proteases, some ten minutes")
)
IGF1_endo, _ = receptors.unbind(
    "IGF1_leaves_IGF1R", inside[IGF1R_IGF1], m.IGF1, gives=("IGF1_endo", IGF1R_endo), k=k_endosomal_release,
    evidence=[ev(CELLS_2019)],
)  # fmt: skip
IGF2_endo, _ = receptors.unbind(
    "IGF2_leaves_IGF1R", inside[IGF1R_IGF2], m.IGF2, gives=("IGF2_endo", IGF1R_endo), k=k_endosomal_release,
    evidence=[ev(CELLS_2019)],
)  # fmt: skip
receptors.degrade("IGF1_is_lost", IGF1_endo, k=k_ligand_loss, evidence=[ev(CELLS_2019)])
receptors.degrade("IGF2_is_lost", IGF2_endo, k=k_ligand_loss, evidence=[ev(CELLS_2019)])
receptors.translocate(
    "IGF1R_recycles", IGF1R_endo, plasma_membrane, gives=IGF1R, go="GO:0001881",
    k=from_model(1.2e-3, "1/s", ERDEM_2021, at="kf402, log10 -2.92"), evidence=[ev(CELLS_2019), ev(MORCAVALLO_2014)],
)  # fmt: skip

# Loss: twelve times faster for phosphorylated receptors in the endosome.
k_endosomal_loss = receptors.constant(
    "k_endosomal_loss_IGF1R", "k", assumed(8e-5, "1/s", why="hours once active receptors have been sorted to lysosomes")
)
active_inside = (inside[IGF1R_p], inside[IGF1R_IGF1_p], inside[IGF1R_IGF2_p])
for (form,) in receptors.each(active_inside, verb="degrade"):
    receptors.degrade(
        f"{form.id}_is_lost", form, k=k_endosomal_loss, go="GO:0032801", name=f"{form.name} is lost",
        evidence=[ev(GIRNITA_2003, EXPERIMENT), ev(SEHAT_2008, EXPERIMENT)],
    )  # fmt: skip
others = (*inside, IGF1R_half, IGF1R_endo, inside[IGF1R_IGF1], inside[IGF1R_IGF2])
for (form,) in receptors.each(others, verb="degrade"):
    receptors.degrade(
        f"{form.id}_is_lost", form, k=k_loss, go="GO:0032801",
        name=f"{form.name.removesuffix('-receptor')} is lost", evidence=[inferred("basal turnover of the receptor")],
    )  # fmt: skip

activeIGF1R = receptors.family(
    "activeIGF1R", IGF1R_p, IGF1R_IGF1_p, IGF1R_IGF2_p, *active_inside, name="phosphorylated IGF1R"
)

receptors.observe(Fraction("pIGF1R", "pIGF1R", m.IGF1R, "share of IGF1R phosphorylated at Y1161, Y1165 and Y1166",
                           sites="Y1161 Y1165 Y1166"))  # fmt: skip
receptors.observe(Total("totalIGF1R", "total IGF1R", m.IGF1R, "IGF1R chains, two for each receptor, per cell volume",
                        per=plasma_membrane))  # fmt: skip
receptors.observe(Total("surfaceIGF1R", "surface IGF1R", m.IGF1R, "IGF1R chains at the plasma membrane",
                        places=(plasma_membrane,)))  # fmt: skip
receptors.observe(Fraction("occupancy", "IGF1R occupancy", m.IGF1R, "share of all IGF1R that holds IGF1 at the surface",
                           with_=m.IGF1, places=(plasma_membrane,)))  # fmt: skip
