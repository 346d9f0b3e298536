"""One small model for each verb of the DSL, and for each way of controlling a process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from igf1r_model.assembly import Plan
from igf1r_model.dsl import (
    Effect,
    Module,
    Part,
    Switch,
    activator,
    assumed,
    catalyst,
    drug,
    essential,
    ev,
    family,
    inferred,
    inhibitor,
    paper,
    place,
    protein,
    small_molecule,
)
from igf1r_model.exporters import formats
from igf1r_model.loading import assembled
from igf1r_model.model import Form, Model, Quantity, Term

PAPER, OTHER = paper("KISELYOV_2009", 19225456), paper("BACKER_1992", 1380456)
SAID: Final = [ev(PAPER)]
GO: Final = "GO:0048009"  # what the verb alone cannot know
DATE: Final = "2026-11-22T00:00:00Z"
TERMS: Final = (Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",)))

MEDIUM = place("medium", "medium", "GO:0005576", assumed(2.1, "nL", why="a dish"))
MEMBRANE = place("membrane", "plasma membrane", "GO:0005886", assumed(2, "pL", why="a cell"), membrane=True)
ENDOSOME = place("endosome", "endosome", "GO:0005768", assumed(0.1, "pL", why="a cell"), membrane=True, tag="endo")
CYTOSOL = place("cytosol", "cytosol", "GO:0005829", assumed(1.5, "pL", why="a cell"))
NUCLEUS = place("nucleus", "nucleus", "GO:0005634", assumed(0.5, "pL", why="a cell"), tag="nuc")

IGF1 = protein("IGF1", "P05019", hgnc=5464, gene=3479)
IGF1R = protein("IGF1R", "P08069", hgnc=5465, gene=3480, phospho="Y1161 Y1165 Y1166")
IRS1 = protein("IRS1", "P35568", hgnc=6125, gene=3667, phospho="Y612 Y896 S307")
PTPN1 = protein("PTPN1", "P18031", hgnc=9642, gene=5770)
AKT1 = protein("AKT1", "P31749", hgnc=391, gene=207, phospho="T308 S473")
FOXO3 = protein("FOXO3", "O43524", hgnc=3821, gene=2309, phospho="T32 S253")
RAS = family("RAS", "RAS", "RAS", protein("HRAS", "P01112", hgnc=5173), protein("KRAS", "P01116", hgnc=6407))
PIP2 = small_molecule("PIP2", "CHEBI:58456", "PtdIns(4,5)P2")
PIP3 = small_molecule("PIP3", "CHEBI:57836", "PtdIns(3,4,5)P3")
LINSITINIB = drug("linsitinib", "drugbank:DB06075")


def number(value: float, unit: str) -> Quantity:
    """A constant of no interest in itself."""
    return assumed(value, unit, why="an example")


FIRST, SECOND, ZEROTH = number(0.1, "1/s"), number(1e-3, "1/(nM*s)"), number(0.01, "nM/s")
KCAT, HALF = number(2, "1/s"), number(50, "nM")
SOME = number(10, "nM")


def bind(m: Module) -> None:
    ligand, receptor = m.input("ligand", IGF1, MEDIUM), m.form("receptor", IGF1R, at=MEMBRANE, initial=SOME)
    m.bind("it", ligand, receptor, gives="bound", kon=SECOND, Kd=number(0.2, "nM"), evidence=SAID)


def bind_homodimer(m: Module) -> None:
    monomer = m.form("monomer", IGF1R, at=MEMBRANE, initial=SOME)
    m.bind("it", monomer, monomer, gives="dimer", shown="IGF1R dimer", kon=SECOND, Kd=number(0.2, "nM"), evidence=SAID)


def unbind(m: Module) -> None:
    whole = m.form("whole", IGF1R, IRS1, at=MEMBRANE, initial=SOME)
    m.unbind("it", whole, IRS1, gives=("free", "rest"), k=FIRST, evidence=SAID)


def phosphorylate(m: Module) -> None:
    kinase, substrate = m.form("kinase", AKT1, at=CYTOSOL, initial=SOME), m.form("foxo", FOXO3, at=CYTOSOL)
    m.phosphorylate("it", kinase, substrate, "T32 S253", gives="foxo_p", kcat=KCAT, Km=HALF, evidence=SAID)


def autophosphorylate(m: Module) -> None:
    dimer = m.form("dimer", Part(IGF1R, 2), at=MEMBRANE, initial=SOME)
    m.autophosphorylate("it", dimer, "Y1161 Y1165 Y1166", gives="dimer_p", k=FIRST, evidence=SAID, ec="2.7.10.1")


def dephosphorylate(m: Module) -> None:
    kinase, irs = m.form("kinase", IGF1R, at=MEMBRANE, initial=SOME), m.form("irs", IRS1, at=CYTOSOL)
    phosphatase = m.form("phosphatase", PTPN1, at=CYTOSOL, initial=SOME)
    irs_p = m.phosphorylate("before", kinase, irs, "Y612 Y896", gives="irs_p", k=SECOND, evidence=SAID)
    m.dephosphorylate("it", phosphatase, irs_p, gives=irs, k=SECOND, evidence=SAID)


def ubiquitinate(m: Module) -> None:
    m.ubiquitinate("it", None, m.form("receptor", IGF1R, at=MEMBRANE), gives="receptor_ub", k=FIRST, evidence=SAID)


def activate(m: Module) -> None:
    kinase, akt = m.form("kinase", IGF1R, at=MEMBRANE, initial=SOME), m.form("akt", AKT1, at=MEMBRANE)
    m.activate("it", kinase, akt, gives="akt_active", k=SECOND, evidence=SAID, go=GO)


def deactivate(m: Module) -> None:
    akt = m.form("akt", AKT1, at=MEMBRANE)
    active = m.activate("before", None, akt, gives="akt_active", k=FIRST, evidence=SAID, go=GO)
    m.deactivate("it", None, active, gives=akt, k=FIRST, evidence=SAID, go=GO)


def load_gtp(m: Module) -> None:
    exchanger, ras = m.form("exchanger", IRS1, at=MEMBRANE, initial=SOME), m.form("ras", RAS, at=MEMBRANE)
    m.load_gtp("it", exchanger, ras, gives="ras_gtp", k=SECOND, evidence=SAID, go=GO)


def hydrolyse_gtp(m: Module) -> None:
    ras = m.form("ras", RAS, at=MEMBRANE)
    loaded = m.load_gtp("before", None, ras, gives="ras_gtp", k=FIRST, evidence=SAID, go=GO)
    m.hydrolyse_gtp("it", None, loaded, gives=ras, k=FIRST, evidence=SAID, go=GO)


def convert_ATP(m: Module) -> None:  # noqa: N802
    _convert(m, "ATP", PIP2, PIP3)


def convert_water(m: Module) -> None:
    _convert(m, "water", PIP3, PIP2)


def convert_plain(m: Module) -> None:
    _convert(m, "", PIP2, PIP3)


def _convert(m: Module, spends: str, *lipids: object) -> None:
    before, after = (m.form(f"lipid{i}", lipid, at=MEMBRANE) for i, lipid in enumerate(lipids))  # type: ignore[arg-type]
    enzyme = m.form("enzyme", AKT1, at=MEMBRANE, initial=SOME)
    m.convert("it", enzyme, before, after, spends=spends, kcat=KCAT, Km=HALF, evidence=SAID, go=GO)


def translocate(m: Module) -> None:
    m.translocate("it", m.form("foxo", FOXO3, at=CYTOSOL), NUCLEUS, gives="foxo_nuc", k=FIRST, evidence=SAID)


def internalise(m: Module) -> None:
    m.internalise("it", m.form("receptor", IGF1R, at=MEMBRANE), ENDOSOME, gives="inside", k=FIRST, evidence=SAID)


def synthesise(m: Module) -> None:
    factor, irs = m.form("factor", FOXO3, at=NUCLEUS, initial=SOME), m.form("irs", IRS1, at=CYTOSOL)
    m.synthesise("it", irs, k=ZEROTH, by=[activator(factor, k=FIRST, evidence=[ev(OTHER)])], evidence=SAID)


def degrade(m: Module) -> None:
    m.degrade("it", m.form("irs", IRS1, at=CYTOSOL), k=FIRST, evidence=SAID)


def change(m: Module) -> None:
    kinase, foxo = m.form("kinase", AKT1, at=NUCLEUS, initial=SOME), m.form("foxo", FOXO3, at=NUCLEUS)
    before = m.form("foxo_out", FOXO3, at=CYTOSOL)
    out = m.phosphorylate("before", None, before, "T32 S253", gives="foxo_p", k=FIRST, evidence=SAID)
    by = [catalyst(kinase, k=SECOND)]
    m.change("it", [foxo], [out], effects={Effect.MARKS, Effect.MOVES}, by=by, evidence=SAID, go=GO)


def inhibit(m: Module) -> None:
    compound, irs = m.input("compound", LINSITINIB, CYTOSOL), m.form("irs", IRS1, at=CYTOSOL)
    kinase = m.form("kinase", IGF1R, at=MEMBRANE, initial=SOME)
    m.phosphorylate("it", kinase, irs, "Y612 Y896", gives="irs_p", k=SECOND, evidence=SAID)
    m.inhibit("compound_inhibits", compound, kinase, Ki=number(35, "nM"), evidence=[ev(OTHER)])


def inhibit_autophosphorylation(m: Module) -> None:
    compound = m.input("compound", LINSITINIB, CYTOSOL)
    dimer = m.form("dimer", Part(IGF1R, 2), at=MEMBRANE, initial=SOME)
    m.autophosphorylate("it", dimer, "Y1161 Y1165 Y1166", gives="dimer_p", k=FIRST, evidence=SAID)
    m.inhibit("compound_inhibits", compound, dimer, Ki=number(35, "nM"), evidence=[ev(OTHER)], competitive=False)


def all_roles(m: Module) -> None:
    """A family of kinases, a condition, an inhibitor, a basal rate and a switch, in one process."""
    surface = m.form("kinase", IGF1R, at=MEMBRANE, initial=SOME)
    inside = m.internalise("before", surface, ENDOSOME, gives="kinase_endo", k=FIRST, evidence=SAID)
    kinases = m.family("kinases", surface, inside, name="any IGF1R")
    lipid, brake = m.form("lipid", PIP3, at=MEMBRANE, initial=SOME), m.form("brake", PTPN1, at=CYTOSOL, initial=SOME)
    m.phosphorylate(
        "it", [catalyst(kinases, k=SECOND, evidence=[ev(OTHER)])], m.form("akt", AKT1, at=MEMBRANE), "T308",
        gives="akt_p", k=FIRST, when=[essential(lipid, K=HALF), inhibitor(brake, Ki=HALF)],
        switch=Switch("contested", "contested feedback", False, "two papers disagree"),
        evidence=[ev(PAPER, note="a remark"), inferred("by likeness")],
    )  # fmt: skip


Case = Callable[[Module], None]
CASES: Final[dict[str, Case]] = {
    case.__name__: case
    for case in (
        bind, bind_homodimer, unbind, phosphorylate, autophosphorylate, dephosphorylate, ubiquitinate, activate,
        deactivate, load_gtp, hydrolyse_gtp, convert_ATP, convert_water, convert_plain, translocate, internalise,
        synthesise, degrade, change, inhibit, inhibit_autophosphorylation, all_roles,
    )
}  # fmt: skip
PROCESS: Final = "it"


def model(name: str) -> Model:
    """The model of a case."""
    module = Module("example", "an example", go=GO)
    CASES[name](module)
    return assembled(plan(name, module))


def plan(id: str, *modules: Module) -> Plan:
    """A plan with what every model needs."""
    return Plan(id, id, modules, "An example.", DATE, DATE, TERMS)


def texts(name: str) -> str:
    """A case in both formats: its sentence, the SBML reaction, the BioPAX conversion with all that controls it."""
    written = {key: formats()[key].export(model(name)) for key in ("manifest", "sbml", "biopax")}
    sentence = re.search(rf'"id": "{PROCESS}",.*?"sentence": "(.*?)"', written["manifest"], re.DOTALL)
    assert sentence is not None
    sbml = re.findall(rf'<reaction metaid="meta_{PROCESS}" .*?</reaction>\n', written["sbml"], re.DOTALL)
    pattern = rf'<bp:(\w+) rdf:ID="(?:{PROCESS}|control\.{PROCESS}\.[^"]*)">.*?</bp:\1>\n'
    biopax = [found.group() for found in re.finditer(pattern, written["biopax"], re.DOTALL)]
    parts = (sentence[1] + "\n", "".join(indented("".join(sbml))), "".join(indented("".join(biopax))))
    return "\n".join(parts)


def indented(xml: str) -> Iterator[str]:
    """Lines of XML, each as far in as it is nested."""
    depth = 0
    for line in xml.splitlines(keepends=True):
        depth -= line.startswith("</")
        yield "  " * depth + line
        depth += not line.startswith("</") and "</" not in line and not line.endswith("/>\n")


def participants(model: Model) -> list[Form]:
    """The forms of the process that a case is about."""
    process = next(process for process in model.processes if process.id == PROCESS)
    return [participant.form for participant in (*process.reactants, *process.products)]
