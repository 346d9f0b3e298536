"""A model whose curves can be written down: a kinase that is made and lost, a ligand that decays, one that stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from igf1r_model.assembly import Plan, assemble
from igf1r_model.dsl import Index, Module, Total, assumed, context, ev, paper, place, protein
from igf1r_model.exporters import experiments, sbml
from igf1r_model.model import Quantity, Term
from igf1r_model.protocol import Experiment

MADE, LOST, CLEARED, DRIVEN = 0.01, 0.0005, 0.001, 0.0025  # nM/s and 1/s
REST = MADE / LOST  # nM
DATE = "2026-11-22T00:00:00Z"
TERMS = (Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",)))
SAID = [ev(paper("KISELYOV_2009", 19225456))]


def number(value: float, unit: str) -> Quantity:
    return assumed(value, unit, why="an example")


CYTOSOL = place("cytosol", "cytosol", "GO:0005829", number(3, "pL"))
MEDIUM = place("medium", "medium", "GO:0005576", number(2, "nL"))

module = Module("turnover", "turnover", go="GO:0048009")
IGF1 = module.input("IGF1", protein("IGF1", "P05019", hgnc=5464), MEDIUM)
EGF = module.input("EGF", protein("EGF", "P01133", hgnc=3229), MEDIUM)
AKT = protein("AKT1", "P31749", phospho="T308")
kinase = module.form("kinase", AKT, at=CYTOSOL, initial=number(REST, "nM"))
k_lost = module.constant("k_lost", "k", number(LOST, "1/s"))
k_clear = module.constant("k_clear", "k", number(CLEARED, "1/s"))
module.synthesise("is_made", kinase, k=number(MADE, "nM/s"), evidence=SAID)
module.synthesise("EGF_makes_more", kinase, by=EGF, k=number(DRIVEN, "1/s"), at=CYTOSOL, evidence=SAID)
module.degrade("is_lost", kinase, k=k_lost, evidence=SAID)
module.degrade("is_cleared", IGF1, k=k_clear, evidence=SAID)
module.observe(Total("totalAKT", "total AKT", AKT, "all of it", per=CYTOSOL))
module.observe(Index("twice", "AKT counted twice", "totalAKT + totalAKT", "an example"))

HUNGRY = context(
    "hungry", "hungry", "loses twice as much and is given both ligands",
    {
        k_lost: number(2 * LOST, "1/s"), kinase: number(REST / 2, "nM"),
        IGF1: number(5, "nM"), EGF: number(4, "nM"),
    },
)  # fmt: skip


def write(folder: Path, *described: Experiment, modules: Sequence[Module] = (module,), id: str = "turns_over") -> Path:
    """The model's two files; returns the SBML file."""
    contexts = (HUNGRY,) if module in modules else ()
    plan = Plan(id, id, tuple(modules), "Turnover.", DATE, DATE, TERMS, contexts=contexts, experiments=described)
    model = assemble(plan)
    rest = [replace(one, origin="") for one in model.experiments]
    (folder / f"{id}.xml").write_bytes(sbml.export(model).encode())
    text = experiments.export(replace(model, experiments=tuple(rest)))
    (folder / f"{id}{experiments.SUFFIX}").write_bytes(text.encode())
    return folder / f"{id}.xml"
