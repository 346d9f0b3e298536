"""Bad input gets one clear error: where, what was given, what is allowed, file and line; and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from igf1r_model import cli

BASE = """
from igf1r_model.assembly import Plan
from igf1r_model.dsl import *
from igf1r_model.model import Constant, Molecule, Term

KISELYOV = paper("KISELYOV_2009", 19225456)
NOBODY = paper("NOBODY_2099", 99999999)
SAID = [ev(KISELYOV)]
first, second = assumed(0.1, "1/s", why="minutes"), assumed(1e-3, "1/(nM*s)", why="minutes")
nM = lambda value: assumed(value, "nM", why="some")
GO = "GO:0048009"
medium = place("medium", "medium", "GO:0005576", assumed(2, "nL", why="a dish"))
membrane = place("membrane", "membrane", "GO:0005886", assumed(2, "pL", why="a cell"), membrane=True)
cytosol = place("cytosol", "cytosol", "GO:0005829", assumed(1.5, "pL", why="a cell"))
igf1 = protein("IGF1", "P05019", hgnc=5464)
igf1r = protein("IGF1R", "P08069", hgnc=5465, phospho="Y1161 Y1165 Y1166")
irs1 = protein("IRS1", "P35568", hgnc=6125, phospho="Y612 Y896")
akt1 = protein("AKT1", "P31749", hgnc=391, phospho="T308 S473")
compound = drug("linsitinib", "drugbank:DB06075")
m = Module("trunk", "the trunk", go=GO)
ligand = m.input("ligand", igf1, medium)
receptor = m.form("receptor", igf1r, at=membrane, initial=nM(10))
adaptor = m.form("adaptor", irs1, at=cytosol, initial=nM(10))
kinase = m.form("kinase", akt1, at=cytosol, initial=nM(10))
bound = m.bind("ligand_binds", ligand, receptor, gives="bound", kon=second, Kd=nM(0.2), evidence=SAID)
"""
END = """
TERMS = (Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",)))
DATE = "2026-11-22T00:00:00Z"
MODELS = {"trunk_model": Plan("trunk_model", "Trunk", (m,), "A trunk.", DATE, DATE, TERMS)}
"""
USED = """
active = m.phosphorylate("kinase_marks", kinase, adaptor, "Y612", gives="active", k=second, evidence=SAID)
m.dephosphorylate("marks_come_off", None, active, gives=adaptor, k=first, evidence=SAID)
"""
HERE = "# here"


@dataclass(frozen=True)
class Fault:
    """Lines that spoil the model, the thing the error must name, what else it must say; `HERE` marks the line."""

    id: str
    lines: str
    subject: str
    words: tuple[str, ...]
    text: str = ""

    @property
    def model(self) -> str:
        return self.text or f"{BASE}{self.lines}\n{END}"


def fault(id: str, lines: str, subject: str, *words: str) -> Fault:
    return Fault(id, lines, subject, words)


def spoilt(id: str, old: str, new: str, subject: str, *words: str) -> Fault:
    """The good model with one of its own lines changed."""
    good = BASE + END
    assert good.count(old) == 1, f"{id}: {old!r} stands {good.count(old)} times in the good model"
    return Fault(id, "", subject, words, good.replace(old, new))


FAULTS = [
    fault(
        "unknown site",
        'm.phosphorylate("it", kinase, adaptor, "Y999", gives="pIRS1", k=second, evidence=SAID)  # here',
        "trunk.it", "adaptor has no site Y999", "IRS1 Y612 Y896",
    ),
    fault(
        "unknown site of a named molecule",
        'm.phosphorylate("it", kinase, adaptor, "Y999", on=irs1, gives="pIRS1", k=second, evidence=SAID)  # here',
        "trunk.it", "adaptor has no site Y999", "IRS1 Y612 Y896",
    ),
    fault(
        "sites of two parts",
        'm.autophosphorylate("it", m.form("both", igf1r, irs1, at=membrane, initial=nM(1)), "Y612 Y1161",'
        ' gives="p", k=first, evidence=SAID)  # here',
        "trunk.it", "no single part of both has the sites Y612, Y1161", "IGF1R Y1161 Y1165 Y1166", "IRS1 Y612 Y896",
    ),
    fault(
        "part that could be either",
        'm.ubiquitinate("it", None, bound, gives="ub", k=first, evidence=SAID)  # here',
        "trunk.it", "bound has several parts that could be meant (IGF1, IGF1R)", "on=MOLECULE",
    ),
    fault(
        "phosphate that is not there",
        'm.dephosphorylate("it", None, adaptor, "Y612", gives="bare", k=first, evidence=SAID)  # here',
        "trunk.it", "adaptor has nothing at Y612 to lose; it has no marks",
    ),
    fault(
        "one of two phosphates that is not there",
        'p = m.phosphorylate("first", kinase, adaptor, "Y612", gives="pIRS1", k=second, evidence=SAID)\n'
        'm.dephosphorylate("it", None, p, "Y612 Y896", gives=adaptor, k=first, evidence=SAID)  # here',
        "trunk.it", "pIRS1 has nothing at Y896 to lose; it has Y612",
    ),
    fault(
        "site phosphorylated twice",
        'p = m.phosphorylate("first", kinase, adaptor, "Y612", gives="pIRS1", k=second, evidence=SAID)\n'
        'm.phosphorylate("it", kinase, p, "Y612 Y896", gives="ppIRS1", k=second, evidence=SAID)  # here',
        "trunk.it", "pIRS1 already is modified at Y612",
    ),
    fault(
        "molecule that is no part",
        'm.unbind("it", bound, irs1, gives=("a", receptor), k=first, evidence=SAID)  # here',
        "trunk.it", "bound has no part IRS1; its parts: IGF1, IGF1R",
    ),
    fault(
        "duplicate id of a form",
        'm.form("kinase", irs1, at=membrane, initial=nM(1))  # here',
        "trunk.kinase", "'kinase' is already taken by 'kinase'", "model.py:24)",
    ),
    fault(
        "duplicate id of a process",
        'm.degrade("ligand_binds", kinase, k=first, evidence=SAID, name="decay")  # here',
        "trunk.ligand_binds", "'ligand_binds' is already taken by 'ligand_binds'", "model.py:25)",
    ),
    fault(
        "duplicate id in another case",
        'm.degrade("KINASE", kinase, k=first, evidence=SAID)  # here',
        "trunk.KINASE", "the id 'KINASE' is already taken by 'kinase'", "model.py:24)",
    ),
    fault(
        "duplicate id of a constant",
        'one, two = m.constant("shared", "k", first), m.constant("shared", "k", assumed(1, "1/s", why="x"))  # here\n'
        'm.degrade("a", kinase, k=one, evidence=SAID)\nm.degrade("b", adaptor, k=two, evidence=SAID)',
        "trunk.shared", "the id 'shared' is already taken by 'shared'",
    ),
    fault(
        "one id for two molecules",
        'other = protein("igf1r", "P35568")  # here\nm.form("strange", other, at=cytosol, initial=nM(1))',
        "molecule igf1r", "'igf1r' is already that of another molecule, 'IGF1R'", "model.py:16)",
    ),
    fault(
        "one form under two ids",
        'm.form("enzyme", akt1, at=cytosol, initial=nM(1), shown="AKT again")  # here',
        "trunk.enzyme", "is the same form as kinase", "model.py:24)", "give kinase instead",
    ),
    fault(
        "one complex joined in two orders",
        'm.bind("it", receptor, ligand, gives="dnuob", shown="dnuob", kon=second, Kd=nM(1), evidence=SAID,'
        ' name="other")  # here',
        "trunk.dnuob", "is the same form as bound", "give bound instead",
    ),
    fault(
        "two forms under one id, given as form",
        'm.phosphorylate("it", kinase, adaptor, "Y612", gives=adaptor, k=second, evidence=SAID)  # here',
        "trunk.it", "gives adaptor, but makes IRS1-Y612 in cytosol; adaptor is IRS1 in cytosol",
    ),
    fault(
        "two forms under one id, given as id",
        'm.phosphorylate("it", kinase, adaptor, "Y612", gives="receptor", k=second, evidence=SAID)  # here',
        "trunk.receptor", "the id 'receptor' is already taken by 'receptor'", "model.py:22)",
    ),
    fault(
        "missing evidence",
        'm.degrade("it", kinase, k=first)  # here',
        "trunk.it", "no evidence; give evidence=[ev(PAPER)] or [inferred('why')]",
    ),
    fault(
        "missing evidence of a drug",
        'm.inhibit("it", m.input("tablet", compound, cytosol), kinase, Ki=nM(5), evidence=[])  # here',
        "trunk.it", "no evidence; give evidence=[ev(PAPER)] or [inferred('why')]",
    ),
    fault(
        "a paper as evidence",
        'm.degrade("it", kinase, k=first, evidence=[KISELYOV])  # here',
        "trunk.it", "evidence is ev(PAPER) or inferred('why'), in a list", "a Source",
    ),
    fault(
        "missing basis of a constant",
        'm.degrade("it", kinase, k=0.1, evidence=SAID)  # here',
        "trunk.it", "k=0.1 says no basis", "measured(...)", "assumed(...)",
    ),
    fault(
        "missing basis of a controller's constant",
        'm.degrade("it", kinase, by=[catalyst(adaptor, k=0.1)], evidence=SAID)  # here',
        "trunk.it", "k=0.1 says no basis", "measured(...)",
    ),
    fault(
        "missing basis of an initial amount",
        'm.form("more", akt1, at=membrane, initial=25000, shown="AKT there")  # here',
        "trunk.more", "initial=25000 says no basis", "measured(...)",
    ),
    spoilt(
        "missing basis of a volume",
        'GO:0005829", assumed(1.5, "pL", why="a cell"))', 'GO:0005829", 1.5)  # here',
        "cytosol", "volume=1.5 says no basis", "measured(...)",
    ),
    fault(
        "no reason",
        'm.degrade("it", kinase, k=assumed(1, "1/s", why=""), evidence=SAID)  # here',
        "trunk.k__it", "assumed needs a reason, why=",
    ),
    fault(
        "no number at all",
        'm.phosphorylate("it", kinase, adaptor, "Y612", gives="pIRS1", evidence=SAID)  # here',
        "trunk.it", "kinase has no rate; give k, or kcat and Km",
    ),
    fault(
        "half of Michaelis and Menten",
        'm.phosphorylate("it", kinase, adaptor, "Y612", gives="pIRS1", kcat=first, evidence=SAID)  # here',
        "trunk.it", "kinase has no rate; give Km",
    ),
    fault(
        "kcat without an enzyme",
        'm.phosphorylate("it", None, adaptor, "Y612", gives="p", kcat=first, Km=nM(1), evidence=SAID)  # here',
        "trunk.it", "it has no rate; give by=ENZYME, whose kcat and Km these are",
    ),
    fault(
        "kcat beside an activator",
        'm.load_gtp("it", [activator(kinase, k=second)], adaptor, gives="p", go=GO, kcat=first, evidence=SAID)  # here',
        "trunk.it", "the law of load_gtp has no place for kcat__it",
    ),
    fault(
        "one of two enzymes without a number",
        'm.degrade("it", adaptor, by=[catalyst(kinase, k=second), catalyst(receptor)], evidence=SAID)  # here',
        "trunk.it", "receptor has no rate; give k, or kcat and Km",
    ),
    fault(
        "shared constant in another role",
        'm.degrade("it", kinase, k=m.constant("half", "Km", nM(3)), evidence=SAID)  # here',
        "trunk.it", "k= was given the constant half, which is declared as Km",
    ),
    fault(
        "negative constant",
        'm.degrade("it", kinase, k=assumed(-0.1, "1/s", why="x"), evidence=SAID)  # here',
        "trunk.k__it", "the value -0.1 1/s must be finite and not negative",
    ),
    fault(
        "negative shared constant",
        'shared = m.constant("shared", "k", assumed(-0.1, "1/s", why="x"))  # here\n'
        'm.degrade("it", kinase, k=shared, evidence=SAID)',
        "trunk.shared", "the value -0.1 1/s must be finite and not negative",
    ),
    fault(
        "infinite constant",
        'm.degrade("it", kinase, k=assumed(float("inf"), "1/s", why="x"), evidence=SAID)  # here',
        "trunk.k__it", "the value inf 1/s must be finite and not negative",
    ),
    fault(
        "constant that is no number",
        'm.degrade("it", kinase, k=assumed(float("nan"), "1/s", why="x"), evidence=SAID)  # here',
        "trunk.k__it", "the value nan 1/s must be finite and not negative",
    ),
    fault(
        "negative initial amount",
        'm.form("more", akt1, at=membrane, initial=nM(-5), shown="AKT there")  # here',
        "trunk.more", "the value -5 nM must be finite and not negative",
    ),
    fault(
        "infinite Ki of a drug",
        'm.inhibit("it", m.input("tablet", compound, cytosol), kinase, Ki=nM(float("inf")), evidence=SAID)  # here',
        "trunk.Ki__it", "the value inf nM must be finite and not negative",
    ),
    fault(
        "Ki of zero",
        'm.inhibit("it", m.input("tablet", compound, cytosol), kinase, Ki=nM(0), evidence=SAID)  # here',
        "trunk.Ki__it", "the Ki is 0 nM", "must be positive",
    ),
    spoilt(
        "volume of zero",
        'GO:0005829", assumed(1.5, "pL", why="a cell"))', 'GO:0005829", assumed(0, "pL", why="none"))  # here',
        "cytosol", "the volume is 0 pL", "must be positive",
    ),
    fault(
        "unit that does not fit",
        'm.phosphorylate("it", kinase, adaptor, "Y612", gives="pIRS1", k=first, evidence=SAID)  # here',
        "trunk.it", "k__it has the unit 1/s; its phosphorylate law needs 1/(nM*s)",
    ),
    fault(
        "unit of a drug's Ki",
        'm.inhibit("it", m.input("tablet", compound, cytosol), kinase, Ki=first, evidence=SAID)  # here',
        "trunk.it", "has the unit '1/s'; allowed are those of nM",
    ),
    fault(
        "unit of an initial amount",
        'm.form("more", akt1, at=membrane, initial=assumed(3, "pL", why="x"), shown="AKT there")  # here',
        "trunk.more", "has the unit 'pL'; allowed are those of nM or molecules",
    ),
    fault(
        "unit that nobody knows",
        'm.degrade("it", kinase, k=assumed(1, "1/fortnight", why="x"), evidence=SAID)  # here',
        "trunk.k__it", "cannot read the unit '1/fortnight'", "known are", "nM",
    ),
    fault(
        "unit where none of its order exists",
        'm.change("it", [adaptor, kinase, ligand, bound, receptor], [], effects={Effect.DESTROYS}, go=GO, k=first,'
        ' evidence=SAID)  # here',
        "trunk.it", "k__it has the unit 1/s; its change law needs nmol, L, s to the powers (-4, 4, -1)",
    ),
    fault(
        "a molecule is lost",
        'm.change("it", [bound], [receptor], effects=set(), go=GO, k=first, evidence=SAID)  # here',
        "trunk.it", "does not conserve its molecules: IGF1 1 -> 0",
    ),
    fault(
        "effects that are not those of the forms",
        'm.change("it", [bound], [ligand, receptor], effects={Effect.MARKS}, go=GO, k=first, evidence=SAID)  # here',
        "trunk.it", "says that it marks, but by its forms it releases",
    ),
    fault(
        "unknown prefix",
        'm.form("metal", small_molecule("iron", "chebi:18248"), at=cytosol, initial=nM(1))  # here',
        "molecule iron", "unknown identifier prefix in 'chebi:18248'", "known: uniprot,", "CHEBI",
    ),
    fault(
        "malformed identifier",
        'm.form("more", protein("IGF2", "P0134"), at=cytosol, initial=nM(1))  # here',
        "molecule IGF2", "malformed identifier 'uniprot:P0134'; uniprot ids match",
    ),
    fault(
        "identifier that is not in the table",
        'm.form("more", protein("ACT", "A0A024R1R8"), at=cytosol, initial=nM(1))  # here',
        "molecule ACT", "uniprot:A0A024R1R8 is not in the identifier table",
        'type: igf1r-model add-id uniprot:A0A024R1R8 "LABEL"',
    ),
    fault(
        "GO term that is not in the table",
        'm.degrade("it", kinase, k=first, evidence=SAID, go="GO:9999999")  # here',
        "trunk.it", "GO:9999999 is not in the identifier table", "add-id GO:9999999",
    ),
    spoilt(
        "GO term of a module",
        'm = Module("trunk", "the trunk", go=GO)', 'm = Module("trunk", "the trunk", go="GO:1")  # here',
        "trunk", "malformed identifier 'GO:1'; GO ids match",
    ),
    spoilt(
        "GO term of a place",
        'place("cytosol", "cytosol", "GO:0005829", assumed(1.5, "pL", why="a cell"))',
        'place("cytosol", "cytosol", "GO:9999998", assumed(1.5, "pL", why="a cell"))  # here',
        "cytosol", "GO:9999998 is not in the identifier table",
    ),
    fault(
        "no GO term",
        'm.activate("it", kinase, adaptor, gives="active", k=second, evidence=SAID)  # here',
        "trunk.it", "has no GO term and activate has no default; give go=",
    ),
    fault(
        "unconfirmed PMID of a process",
        'm.degrade("it", kinase, k=first, evidence=[ev(NOBODY)])  # here',
        "trunk.it", "nobody has confirmed pubmed:99999999", 'type: igf1r-model add-paper 99999999 "TITLE"',
    ),
    fault(
        "unconfirmed PMID of a number",
        'm.degrade("it", kinase, k=measured(1, "1/s", NOBODY), evidence=SAID)  # here',
        "trunk.k__it", "nobody has confirmed pubmed:99999999", "add-paper",
    ),
    fault(
        "unconfirmed PMID of a controller",
        'm.degrade("it", kinase, by=[catalyst(adaptor, k=second, evidence=[ev(NOBODY)])], evidence=SAID)  # here',
        "trunk.it", "nobody has confirmed pubmed:99999999", "add-paper",
    ),
    fault(
        "unconfirmed PMID of a drug",
        'm.inhibit("it", m.input("tablet", compound, cytosol), kinase, Ki=nM(5), evidence=[ev(NOBODY)])  # here',
        "trunk.it", "nobody has confirmed pubmed:99999999", "add-paper",
    ),
    fault(
        "SBO of the wrong branch",
        'm.degrade("it", kinase, k=Constant("rate", "rate", "k", first, "SBO:0000179"), evidence=SAID)  # here',
        "trunk.rate", "SBO:0000179 is no SBO term for a constant; allowed: SBO:0000002, SBO:0000025",
    ),
    fault(
        "SBO of the wrong branch, shared",
        'rate = m.constant("rate", "k", first, sbo="SBO:0000179")  # here\n'
        'm.degrade("it", kinase, k=rate, evidence=SAID)',
        "trunk.rate", "SBO:0000179 is no SBO term for a constant; allowed: SBO:0000002, SBO:0000025",
    ),
    fault(
        "controller that is never there",
        'ghost = m.form("ghost", akt1, at=membrane, shown="ghost")\n'
        'm.degrade("it", adaptor, by=ghost, k=second, evidence=SAID)  # here',
        "trunk.it", "its controller ghost is never made, has no initial amount and is no input",
    ),
    fault(
        "controlling family with a member that is never there",
        'some = m.family("some", kinase, m.form("ghost", akt1, at=membrane, shown="ghost"))\n'
        'm.degrade("it", adaptor, by=some, k=second, evidence=SAID)  # here',
        "trunk.it", "its controller ghost is never made, has no initial amount and is no input",
    ),
    fault(
        "drug that is never there",
        'm.inhibit("it", m.form("ghost", compound, at=cytosol), kinase, Ki=nM(5), evidence=SAID)  # here',
        "trunk.it", "its drug ghost is never made, has no initial amount and is no input",
    ),
    fault(
        "family as reactant",
        'both = m.family("both", kinase, adaptor)\nm.degrade("it", both, k=first, evidence=SAID)  # here',
        "trunk.it", "the family both cannot take part itself; loop over its members: kinase, adaptor",
    ),
    fault(
        "family without members",
        'm.family("nobody")  # here', "trunk.nobody", "a family needs members",
    ),
    fault(
        "combination left out of a loop",
        'for a, in m.each([kinase, adaptor], verb="degrade"):  # here\n'
        '    if a is kinase:\n        m.degrade("it", a, k=first, evidence=SAID)',
        "trunk.adaptor", "the loop leaves it out: no degrade has it as reactant",
    ),
    fault(
        "loop left early",
        'for a, in m.each([kinase, adaptor], verb="degrade"):  # here\n'
        '    m.degrade("it", a, k=first, evidence=SAID)\n    break',
        "trunk.adaptor", "the loop leaves it out: no degrade has it as reactant",
    ),
    fault(
        "pair left out of two loops",
        'pool = m.family("pool", kinase, adaptor)\n'
        'for a, b in m.each(pool, [kinase], verb="bind"):  # here\n'
        '    if a is not b:\n'
        '        m.bind("it", a, b, gives="pair", kon=second, Kd=nM(1), evidence=SAID)',
        "trunk.kinase + kinase", "the loop leaves it out: no bind has it as reactant",
    ),
    fault(
        "verb that no format knows",
        'm.process("juggle", "it", [(kinase, 1)], [], {"k": first}, None, {"evidence": SAID, "go": GO})  # here',
        "trunk.it", "does not know the verb 'juggle'; it knows", "phosphorylate",
    ),
    fault(
        "id that is no SId",
        'm.degrade("2nd-step", kinase, k=assumed(1, "1/s", why="x"), evidence=SAID)  # here',
        "trunk.2nd-step", "'2nd-step' is no legal id; allowed: a letter, then letters, digits and single underscores",
    ),
    fault(
        "id with two underscores",
        'm.form("a__b", akt1, at=membrane, initial=nM(1))  # here',
        "trunk.a__b", "'a__b' is no legal id", "single underscores",
    ),
    spoilt(
        "id of a model",
        '{"trunk_model": Plan("trunk_model"', '{"../trunk": Plan("../trunk"',
        "../trunk", "'../trunk' is no legal id", "model.py:",
    ),
    spoilt(
        "model without organism",
        'Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term(', "*(), Term(",
        "trunk_model", "model.py:", "has no bqbiol:hasTaxon; give terms=(Term('bqbiol:hasTaxon', ('taxonomy:9606',))",
    ),
    fault(
        "form of a module that the model does not list",
        'other = Module("other", "another", go=GO)\nfar = other.form("far", akt1, at=membrane, initial=nM(1))\n'
        'm.degrade("it", adaptor, by=far, k=second, evidence=SAID)  # here',
        "trunk.it", "uses far", "whose module the model does not list",
    ),
    fault(
        "place where nothing is",
        'nucleus = place("nucleus", "nucleus", "GO:0005634", assumed(1, "pL", why="x"))\n'
        'm.degrade("it", kinase, k=first, at=nucleus, evidence=SAID)  # here',
        "trunk.it", "at=nucleus, where the model has no form",
    ),
    fault(
        "readout per volume of a place where nothing is",
        'nucleus = place("nucleus", "nucleus", "GO:0005634", assumed(1, "pL", why="x"))\n'
        'm.observe(Total("seen", "seen", akt1, "AKT", per=nucleus))  # here',
        "trunk.seen", "is per volume of nucleus, where the model has no form",
    ),
    fault(
        "readout of what is not there",
        'm.observe(Fraction("seen", "seen", akt1, "AKT at T308", sites="T308"))  # here',
        "trunk.seen", "no form of the model is what seen measures (AKT at T308)",
    ),
    fault(
        "name that is too long",
        'm.degrade("it", kinase, k=first, evidence=SAID, name="the slow and steady end of the kinase")  # here',
        "trunk.it", "must have 1 to 25 characters", "give name= or shown=",
    ),
    fault(
        "name of something else",
        'm.degrade("it", kinase, k=first, evidence=SAID, name="cytosol")  # here',
        "trunk.it", "the name 'cytosol' is also that of cytosol; give name= or shown=",
    ),
    fault(
        "argument that no verb has",
        'm.degrade("it", kinase, k=first, evidence=SAID, nmae="decay")  # here',
        "trunk.it", "does not know the argument nmae=", "name",
    ),
    fault(
        "kinase given as text",
        'm.phosphorylate("it", "kinase", adaptor, "Y612", gives="pIRS1", k=second, evidence=SAID)  # here',
        "trunk.it", "by= takes a list of catalyst(...)", "an enzyme", "'kinase', a str",
    ),
    fault(
        "catalyst given as text",
        'm.degrade("it", adaptor, by=[catalyst("kinase", k=second)], evidence=SAID)  # here',
        "trunk.it", "a catalyst is a form or family; was given 'kinase', a str",
    ),
    fault(
        "condition that is a form",
        'm.degrade("it", adaptor, k=first, when=[kinase], evidence=SAID)  # here',
        "trunk.it", "when= takes a list of catalyst(...), activator(...), essential(...)", "kinase, a Form",
    ),
    fault(
        "substrate given as text",
        'm.phosphorylate("it", kinase, "adaptor", "Y612", gives="pIRS1", k=second, evidence=SAID)  # here',
        "trunk.it", "needs a form, was given 'adaptor', a str",
    ),
    fault(
        "molecule as reactant",
        'm.degrade("it", akt1, k=first, evidence=SAID)  # here',
        "trunk.it", "needs a form, was given AKT1, a Molecule",
    ),
    fault(
        "target of a drug given as text",
        'm.inhibit("it", m.input("tablet", compound, cytosol), "kinase", Ki=nM(5), evidence=SAID)  # here',
        "trunk.it", "needs a form, was given 'kinase', a str",
    ),
    fault(
        "product that is neither id nor form",
        'm.phosphorylate("it", kinase, adaptor, "Y612", gives=irs1, k=second, evidence=SAID)  # here',
        "trunk.it", "gives= takes the id of a new form, or a form; was given IRS1, a Molecule",
    ),
    fault(
        "form made of a form",
        'm.form("more", kinase, at=membrane, initial=nM(1))  # here',
        "trunk.more", "a form is made of molecules", "kinase, a Form",
    ),
]  # fmt: skip


def spoil(tmp_path: Path, text: str) -> tuple[int, dict[str, bytes]]:
    """Build a model file over what an earlier build left; return the exit code and what is there then."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "trunk_model.xml").write_bytes(b"what was there\r\nbefore")
    (tmp_path / "model.py").write_text(text, encoding="utf-8")
    code = cli.main(["build", str(tmp_path / "model.py"), "--out", str(out)])
    return code, {path.name: path.read_bytes() for path in out.iterdir()}


def line_of(tmp_path: Path, text: str) -> str:
    """File and line of the marked line, as messages write them."""
    marked = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith(HERE)]
    return f"({tmp_path.name}/model.py:{marked[0]})" if marked else ".py:"


def test_the_model_that_the_faults_spoil_is_good(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(BASE + USED + END, encoding="utf-8")
    assert cli.main(["build", str(tmp_path / "model.py"), "--out", str(tmp_path / "out")]) == 0


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case.id)
def test_a_fault_is_one_clear_error(case: Fault, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, there = spoil(tmp_path, case.model)
    told = capsys.readouterr().err
    first, *others, total = told.splitlines()
    assert code == 2
    assert first.startswith(f"PathwayError {case.subject}: "), told
    assert [word for word in case.words if word not in first] == [], first
    assert line_of(tmp_path, case.model) in first
    assert all(line.startswith(f"PathwayError {case.subject}: ") for line in others), told
    assert total == ("1 problem" if not others else f"{len({first, *others})} problems") + "; nothing was written"
    assert there == {"trunk_model.xml": b"what was there\r\nbefore"}


PYTHON_ERRORS = [
    fault("name that is not there", "m.degrade('it', kinaze, k=first)  # here", "pathway", "NameError", "'kinaze'"),
    fault("no Python at all", "m.degrade('it', kinase, k=first]  # here", "pathway", "SyntaxError: ", "parenthesis"),
    fault("number without source", "measured(0.1, '1/s')  # here", "pathway", "TypeError: measured()", "'source'"),
    fault("number without reason", "assumed(0.1, '1/s')  # here", "pathway", "TypeError: assumed()", "'why'"),
    fault("number that is text", "assumed('0.1', '1/s', why='x')  # here", "pathway", "the value '0.1' is no number"),
    fault(
        "source that is text", "measured(0.1, '1/s', 'KISELYOV')  # here",
        "pathway", "measured() needs a source, paper(...) or doi(...), not 'KISELYOV'",
    ),
    fault("evidence that is text", "ev('KISELYOV')  # here", "pathway", "ev() needs a source", "'KISELYOV'"),
    fault(
        "missing argument of a verb", "m.bind('it', ligand, kinase, gives='x', kon=second)  # here",
        "pathway", "TypeError: ", "bind() missing 1 required keyword-only argument: 'Kd'",
    ),
    fault("site without a number", "protein('X', 'P05019', phospho='Y')  # here", "pathway", "'Y' is no site", "Y1161"),
    fault("residue without a phosphate", "protein('X', 'P05019', phospho='K48')  # here", "pathway", "K48=MOD:01148"),
    fault(
        "error in a library", "import json\nm.form('x', json.loads('{'), at=cytosol)  # here",
        "pathway", "JSONDecodeError",
    ),
    spoilt("one module instead of a tuple", "(m,)", "m", "pathway", "modules of the plan trunk_model must be a tuple"),
    spoilt("no models", "MODELS = ", "MODLES = ", "", "model.py: defines no MODELS, a dict of plans by id"),
    spoilt("model that is no plan", "MODELS = {", "MODELS = {'x': m, ", "", "MODELS['x'] is a Module; it must be"),
    spoilt("two ids of one model", 'MODELS = {"trunk', 'MODELS = {"other', "", "'trunk_model'; both must be the same"),
]  # fmt: skip


@pytest.mark.parametrize("case", PYTHON_ERRORS, ids=lambda case: case.id)
def test_a_python_error_is_one_clear_error(case: Fault, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, there = spoil(tmp_path, case.model)
    first, total = capsys.readouterr().err.splitlines()
    assert code == 2
    assert first.startswith(f"PathwayError {case.subject}")
    assert [word for word in case.words if word not in first] == [], first
    assert HERE not in case.model or first.endswith(line_of(tmp_path, case.model)), first
    assert total == "1 problem; nothing was written"
    assert list(there) == ["trunk_model.xml"]


def test_a_python_error_in_a_file_beside_the_model_names_that_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "beside_the_model.py").write_text("numbers = 1\n\nunknown\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    code, _ = spoil(tmp_path, "import beside_the_model\n")
    assert code == 2
    assert (
        f"NameError: name 'unknown' is not defined ({tmp_path.name}/beside_the_model.py:3)" in capsys.readouterr().err
    )


def test_all_problems_of_a_model_are_listed_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(
        tmp_path,
        f"""{BASE}
m.degrade("one", kinase, k=first)
m.phosphorylate("two", kinase, adaptor, "Y999", gives="p", k=second, evidence=SAID)
m.degrade("three", m.family("both", kinase, adaptor), k=second, evidence=SAID)
m.process("juggle", "four", [(kinase, 1)], [], {{"k": first}}, None, {{"evidence": SAID, "go": GO}})
{END}""",
    )
    *told, total = capsys.readouterr().err.splitlines()
    found = {line.split(": ")[0].removeprefix("PathwayError ") for line in told}
    assert found == {"trunk.one", "trunk.two", "trunk.three", "trunk.four"}
    assert total == f"{len(told)} problems; nothing was written"


def test_what_cannot_be_stood_in_for_is_told_with_what_was_noted_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = 'm.degrade("one", kinase, k=0.1, evidence=SAID)\nm.degrade("two", "kinase", k=first, evidence=SAID)'
    spoil(tmp_path, BASE + lines + END)
    told = capsys.readouterr().err
    assert "trunk.one: k=0.1 says no basis" in told
    assert "trunk.two: needs a form, was given 'kinase', a str" in told
    assert "2 problems; nothing was written" in told


TWO_MODELS = """
other = Module("branch", "a branch", go=GO)
slow = other.form("slow", akt1, at=membrane, initial=nM(-1), shown="slow AKT")
first_model = MODELS["trunk_model"]
second_model = Plan("both_models", "Both", (m, other), "Both.", DATE, DATE, TERMS)
MODELS = {"trunk_model": first_model, "both_models": second_model}
"""


def test_the_problems_of_two_models_are_listed_together_and_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, there = spoil(tmp_path, f'{BASE}m.degrade("it", kinase, k=first)\n{END}{TWO_MODELS}')
    told = capsys.readouterr().err.splitlines()
    assert code == 2
    assert [line.split(": ")[0] for line in told[:-1]] == ["PathwayError trunk.it", "PathwayError branch.slow"]
    assert told[-1] == "2 problems; nothing was written"
    assert list(there) == ["trunk_model.xml"]


def test_a_good_model_is_not_written_when_another_is_bad(tmp_path: Path) -> None:
    code, there = spoil(tmp_path, f"{BASE}{USED}{END}{TWO_MODELS}")
    assert code == 2
    assert list(there) == ["trunk_model.xml"]


def test_nothing_makes_an_out_folder_for_a_bad_model(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(f'{BASE}m.degrade("it", kinase, k=first)\n{END}', encoding="utf-8")
    assert cli.main(["build", str(tmp_path / "model.py"), "--out", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()


def test_faults_have_ids_of_their_own_and_mark_their_line() -> None:
    cases = [*FAULTS, *PYTHON_ERRORS]
    assert len({case.id for case in cases}) == len(cases)
    assert all(case.model.count(HERE) <= 1 for case in cases)
