"""What makes and clears IGFs, carriers and insulin, the protease that frees IGFs, and IGF2R, which removes IGF2.

In a dish nothing is made or cleared: all those constants are 0 here, and a context of the circulation sets them. The
alleles of IGF1 and IGFBP3 multiply the source of their protein and say nothing of risk.
"""

from igf1r_model.dsl import (
    Constant,
    Effect,
    Form,
    Index,
    Mark,
    MarkKind,
    Module,
    Part,
    Quantity,
    Switch,
    Total,
    assumed,
    derived,
    ev,
    inferred,
)
from igf1r_model.pathway import endocrine_nouns as e
from igf1r_model.pathway import molecules as m
from igf1r_model.pathway.endocrine_nouns import BRAULKE_1999, COHEN_1992, PATEL_2008, TIAN_2016
from igf1r_model.pathway.insulin_receptors import INS
from igf1r_model.pathway.ligands import (
    IGF1,
    IGF1_IGFBP3,
    IGF1_IGFBP3_IGFALS,
    IGF2,
    IGF2_IGFBP3,
    IGF2_IGFBP3_IGFALS,
    IGFALS,
    IGFBP3,
)
from igf1r_model.pathway.places import endosome_membrane, medium, plasma_membrane
from igf1r_model.pathway.receptors import IGF2_endo
from igf1r_model.pathway.sources import EXPERIMENT, JONES_1995, PNAS_1989

DISH = "none in a dish; a context of the circulation sets it"

circulation = Module("circulation", "IGFBP3 proteolysis, IGF2R, sources and clearance", go="GO:0005520")

# KLK3 (PSA) cleaves IGFBP3, free or with its ligand; ligand and ALS come free. The fragment binds neither here.
KLK3 = circulation.input("KLK3", e.KLK3, medium)
IGFBP3_cleaved = circulation.form(
    "IGFBP3_cleaved", Part(m.IGFBP3, marks=(Mark(MarkKind.CLEAVED),)), at=medium, shown="cleaved IGFBP3"
)
k_KLK3 = circulation.constant(
    "k_KLK3_IGFBP3", "k", assumed(1e-6, "1/(nM*s)", why="10 nM KLK3 halves IGFBP3 in a day", low=1e-7, high=1e-5)
)
circulation.change(
    "KLK3_cleaves_IGFBP3", [IGFBP3], [IGFBP3_cleaved], effects={Effect.MARKS}, by=KLK3, k=k_KLK3, go="GO:0006508",
    ec="3.4.21.77", evidence=[ev(COHEN_1992, EXPERIMENT)],
)  # fmt: skip
carried = (
    (IGF1_IGFBP3, (IGF1,), "IGF1:IGFBP3"),
    (IGF2_IGFBP3, (IGF2,), "IGF2:IGFBP3"),
    (IGF1_IGFBP3_IGFALS, (IGF1, IGFALS), "ternary IGF1"),
    (IGF2_IGFBP3_IGFALS, (IGF2, IGFALS), "ternary IGF2"),
)
for form, let_go, told in carried:
    circulation.change(
        f"KLK3_cleaves_{form.id}", [form], [*let_go, IGFBP3_cleaved], effects={Effect.MARKS, Effect.RELEASES}, by=KLK3,
        k=k_KLK3, go="GO:0006508", ec="3.4.21.77", name=f"KLK3 cleaves {told}",
        evidence=[ev(COHEN_1992, note="the protease of IGFBP3; on complexes by inference"), ev(JONES_1995)],
    )  # fmt: skip

# IGF2R binds IGF2, not IGF1, takes it to the lysosome and comes back; it has no kinase.
IGF2R = circulation.form(
    "IGF2R", e.IGF2R, at=plasma_membrane,
    initial=assumed(20000, "molecules", why="the pool that visits the surface; most stays inside", low=5e3, high=1e5),
)  # fmt: skip
k_IGF2R_in = circulation.constant(
    "k_IGF2R_internalisation", "k", assumed(2e-3, "1/s", why="minutes, with ligand or without: it cycles all the time")
)
IGF2_IGF2R = circulation.bind(
    "IGF2_binds_IGF2R", IGF2, IGF2R, gives="IGF2_IGF2R", go="GO:0031995",
    kon=assumed(1e-3, "1/(nM*s)", why="as IGF2 on IGF1R", low=1e-4, high=1e-2),
    Kd=assumed(1, "nM", why="nanomolar or better; IGF1 hardly binds", low=0.2, high=3),
    evidence=[ev(BRAULKE_1999), ev(TIAN_2016)],
)  # fmt: skip
IGF2_IGF2R_endo = circulation.internalise(
    "IGF2_IGF2R_enters_endosome", IGF2_IGF2R, endosome_membrane, gives="IGF2_IGF2R_endo", k=k_IGF2R_in,
    name="IGF2:IGF2R enters", evidence=[ev(BRAULKE_1999), ev(TIAN_2016)],
)  # fmt: skip
_, IGF2R_endo = circulation.unbind(
    "IGF2_leaves_IGF2R", IGF2_IGF2R_endo, m.IGF2, gives=(IGF2_endo, "IGF2R_endo"),
    k=assumed(0.01, "1/s", why="as IGF1R: acid takes the ligand off within a minute or two"),
    evidence=[ev(BRAULKE_1999)],
)  # fmt: skip
circulation.internalise(
    "IGF2R_enters_endosome", IGF2R, endosome_membrane, gives=IGF2R_endo, k=k_IGF2R_in, evidence=[ev(BRAULKE_1999)]
)
circulation.translocate(
    "IGF2R_recycles", IGF2R_endo, plasma_membrane, gives=IGF2R, go="GO:0001881",
    k=assumed(2e-3, "1/s", why="as fast as it enters: half of the pool is at the surface"),
    evidence=[ev(BRAULKE_1999)],
)  # fmt: skip

# Sources.
IGF1_allele = circulation.constant(
    "times_IGF1_CA_repeat", "times", assumed(1, "dimensionless", why="no effect of the (CA)n repeat is proven"),
    "IGF1 (CA)n repeat, times its source",
)  # fmt: skip
IGFBP3_allele = circulation.constant(
    "times_IGFBP3_202AC", "times",
    assumed(1, "dimensionless", why="the reference allele; A raises circulating IGFBP3 modestly", low=0.8, high=1.25),
    "IGFBP3 -202A/C, times its source",
)  # fmt: skip
sources = (
    (IGF1, IGF1_allele, [ev(JONES_1995), ev(PATEL_2008, note="variants and circulating IGF1")]),
    (IGFBP3, IGFBP3_allele, [ev(JONES_1995), ev(PATEL_2008, EXPERIMENT, note="variants and circulating IGFBP3")]),
)
others = (
    (IGF2, [ev(JONES_1995)]),
    (IGFALS, [ev(PNAS_1989, note="made in excess over the binary complex")]),
    (INS, [inferred("insulin comes from the pancreas, which is not part of the model")]),
)
source = {
    form: circulation.constant(f"k_source_{form.id}", "k", assumed(0, "nM/s", why=DISH), f"source of {form.id}")
    for form in (IGF1, IGF2, IGFBP3, IGFALS, INS)
}
for form, allele, believed in sources:
    circulation.synthesise(
        f"{form.id}_is_secreted", form, k=source[form], times=allele, go="GO:0010467", evidence=believed
    )
for form, believed in others:
    circulation.synthesise(f"{form.id}_is_secreted", form, k=source[form], go="GO:0010467", evidence=believed)

# Clearance: free ligand within minutes, binary complexes within half an hour, ternary ones within half a day.
clearance = {
    key: circulation.constant(f"k_clearance_{key}", "k", assumed(0, "1/s", why=DISH), f"clearance of {said}")
    for key, said in (
        ("IGF", "free IGF1 and IGF2"), ("IGFBP3", "IGFBP3, whole or cleaved"), ("IGFALS", "free IGFALS"),
        ("INS", "insulin"), ("binary", "IGF:IGFBP3"), ("ternary", "IGF:IGFBP3:IGFALS"),
    )
}  # fmt: skip
cleared = (
    (IGF1, "IGF"), (IGF2, "IGF"), (IGFBP3, "IGFBP3"), (IGFBP3_cleaved, "IGFBP3"), (IGFALS, "IGFALS"), (INS, "INS"),
    (IGF1_IGFBP3, "binary"), (IGF2_IGFBP3, "binary"), (IGF1_IGFBP3_IGFALS, "ternary"), (IGF2_IGFBP3_IGFALS, "ternary"),
)  # fmt: skip
for form, key in cleared:
    circulation.degrade(
        f"{form.id}_is_cleared", form, k=clearance[key], name=f"{form.name} clears",
        evidence=[inferred("what circulates is cleared; how fast depends on what holds it")],
    )  # fmt: skip

# What a context of the circulation sets: fasting serum at about 20 nM IGF1 (0.5 % free), 75 nM IGF2, 100 nM IGFBP3.
SERUM = "keeps the usual total of adult serum at the rates of clearance given here"
HELD = "half-lives of minutes alone, half an hour in binary and half a day in ternary complexes"
in_circulation: dict[Form | Constant | Switch, Quantity] = {
    source[IGF1]: derived(5e-4, "nM/s", why=f"20 nM; {SERUM}"),
    source[IGF2]: derived(1.9e-3, "nM/s", why=f"75 nM; {SERUM}"),
    source[IGFBP3]: derived(4e-3, "nM/s", why=f"100 nM; {SERUM}"),
    source[IGFALS]: derived(1.7e-3, "nM/s", why="145 nM, half again of what it holds"),
    source[INS]: derived(1.4e-4, "nM/s", why="0.06 nM, fasting"),
    clearance["IGF"]: assumed(8e-4, "1/s", why=HELD),
    clearance["IGFBP3"]: assumed(4e-4, "1/s", why=HELD),
    clearance["IGFALS"]: assumed(3e-6, "1/s", why="days"),
    clearance["INS"]: assumed(2.3e-3, "1/s", why="five minutes"),
    clearance["binary"]: assumed(4e-4, "1/s", why=HELD),
    clearance["ternary"]: assumed(1.6e-5, "1/s", why=HELD),
}

circulation.observe(Total("totalIGF1", "total IGF1", m.IGF1, "all IGF1 in the medium, free and carried",
                          places=(medium,)))  # fmt: skip
circulation.observe(Total("totalIGF2", "total IGF2", m.IGF2, "all IGF2 in the medium, free and carried",
                          places=(medium,)))  # fmt: skip
circulation.observe(Index("freeIGF1", "free IGF1", "IGF1", "IGF1 in the medium that nothing holds", unit="nM"))
