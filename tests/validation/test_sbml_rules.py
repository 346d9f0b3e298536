"""The rules that libSBML lacks: each planted breach is found, and the good file keeps them all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from igf1r_validation import identifiers, sbml_libsbml, sbml_rules
from igf1r_validation.verdict import Verdict

Plant = Callable[..., Verdict]
DATA = Path(__file__).parent / "data"
TABLES = DATA / "tables"
TINY = (DATA / "tiny.xml").read_text(encoding="utf-8")
judge = partial(sbml_rules.judge, tables=TABLES)
BIND = "IGF1_binds_IGF1R"
KON = f"kon__{BIND}"
PHOSPHORYLATE = "IGF1R_phosphorylates_IRS1"
URI = "https://identifiers.org/"
IGF1 = f'<rdf:li rdf:resource="{URI}uniprot:P05019"/>'
MOD = f'<rdf:li rdf:resource="{URI}MOD:00048"/>'
NESTED = f"{IGF1}<bqbiol:hasProperty><rdf:Bag>{MOD}</rdf:Bag></bqbiol:hasProperty>"
# The term of an element of each kind, a term of another branch, and the element's id.
SBO = {
    "model": ('sboTerm="SBO:0000293"', "SBO:0000252", "tiny"),
    "compartment": ('sboTerm="SBO:0000290"', "SBO:0000252", "medium"),
    "species": ('sboTerm="SBO:0000252"', "SBO:0000177", "IGF1"),
    "parameter": ('sboTerm="SBO:0000339"', "SBO:0000545", KON),
    "observable": ('"pY of IGF1R" sboTerm="SBO:0000472"', "SBO:0000252", "pY_IGF1R"),
    "rule": ('sboTerm="SBO:0000064"', "SBO:0000177", "pIRS1_share"),
    "reaction": ('sboTerm="SBO:0000177"', "SBO:0000252", BIND),
    "reactant": ('sboTerm="SBO:0000010"', "SBO:0000011", f"reactant__{BIND}__IGF1"),
    "product": ('sboTerm="SBO:0000011"', "SBO:0000010", f"product__{BIND}__IGF1R_IGF1"),
    "modifier": ('sboTerm="SBO:0000460"', "SBO:0000010", f"control__{PHOSPHORYLATE}__IGF1R_active"),
    "law": ('sboTerm="SBO:0000101"', "SBO:0000177", f"law__{BIND}"),
    "event": ('sboTerm="SBO:0000375"', "SBO:0000252", "dose__IGF1"),
    "trigger": ('"meta_trigger__dose__IGF1" sboTerm="SBO:0000064"', "SBO:0000177", "trigger__dose__IGF1"),
    "assignment": ('"meta_assignment__dose__IGF1" sboTerm="SBO:0000064"', "SBO:0000177", "assignment__dose__IGF1"),
}
DEFECTS = {
    "two references in a set": (IGF1, IGF1 + IGF1.replace("P05019", "P08069"), "IGF1", "one reference"),
    "nested term": (IGF1, NESTED, "IGF1", "nested"),
    "unknown prefix": ("uniprot:P05019", "uniport:P05019", "IGF1", "identifier form"),
    "prefix in the wrong case": ("GO:0005886", "go:0005886", "plasma_membrane", "identifier form"),
    "wrong pattern": ("uniprot:P05019", "uniprot:P0501", "IGF1", "identifier form"),
    "no URI of ours": (f"{URI}uniprot:P05019", "urn:miriam:uniprot:P05019", "IGF1", "URI"),
    "not in the table": ("uniprot:P05019", "uniprot:P01344", "IGF1", "identifier unknown"),
    "paper not in the table": ("pubmed:2877871", "pubmed:2877872", BIND, "identifier unknown"),
    "component on a reaction": ("GO:0005520", "GO:0005886", BIND, "GO aspect"),
    "function on a compartment": ("GO:0005886", "GO:0005520", "plasma_membrane", "GO aspect"),
    "process on a species": ("uniprot:P05019", "GO:0046777", "IGF1", "GO aspect"),
    "reaction without GO": ("GO:0005520", "uniprot:P05019", BIND, "GO"),
    "reaction without ECO": (f"{URI}ECO:0000314", f"{URI}MOD:00048", BIND, "ECO"),
    "rdf:about of another": ('rdf:about="#meta_IRS1"', 'rdf:about="#meta_pIRS1"', "IRS1", "rdf:about"),
    "metaid twice": ('metaid="meta_pIRS1"', 'metaid="meta_IRS1"', "meta_IRS1", "metaid"),
    "no metaid": ('metaid="meta_pIRS1" ', "", "pIRS1", "metaid"),
    "no metaid on a reference": (
        f'metaid="meta_reactant__{BIND}__IGF1" ',
        "",
        f"reactant__{BIND}__IGF1",
        "metaid",
    ),
    "no substance units": ('substanceUnits="unit__nmol" timeUnits', "timeUnits", "tiny", "model units"),
    "no extent units": ('extentUnits="unit__nmol"', "", "tiny", "model units"),
    "no time units": ('timeUnits="second"', "", "tiny", "model units"),
    "no volume units": ('volumeUnits="litre"', "", "tiny", "model units"),
    "no area units": ('areaUnits="unit__dm2"', "", "tiny", "model units"),
    "no length units": ('lengthUnits="unit__dm"', "", "tiny", "model units"),
    "parameter without units": (' units="unit__per_nM_s"', "", KON, "units"),
    "species without value": (' initialConcentration="20.75"', "", "IGF1R", "initial value"),
    "amount": ('initialConcentration="20.75"', 'initialAmount="20.75"', "IGF1R", "initial value"),
    "no name": (' name="p-IRS1"', "", "pIRS1", "name"),
    "parameter without name": (' name="kon (IGF1 binds IGF1R)"', "", KON, "name"),
    "name twice": ('name="p-IRS1"', 'name="IRS1"', "pIRS1", "name twice"),
    "name of a species and a place": ('name="p-IRS1"', 'name="cytosol"', "cytosol", "name twice"),
    "parameter's name twice": ('"koff (IGF1 binds IGF1R)"', '"kon (IGF1 binds IGF1R)"', KON, "name twice"),
    "event without name": (' name="IGF1, later dose"', "", "dose__IGF1", "name"),
    "event's name twice": ('"IGF1, second later addition"', '"IGF1, later dose"', "dose__IGF1", "name twice"),
    "no metaid on a trigger": ('metaid="meta_trigger__dose__IGF1" ', "", "trigger__dose__IGF1", "metaid"),
    "slot without units": ('value="0" units="second"', 'value="0"', "dose__IGF1__time", "units"),
    "26 characters": ('name="p-IRS1"', f'name="{"p" * 26}"', "pIRS1", "long name"),
    "fast": ('fast="false"', 'fast="true"', BIND, "fast"),
    "fast not said": ('fast="false"', "", BIND, "fast"),
    "Level 3 Version 2": ('level="3" version="1"', 'level="3" version="2"', "", "level"),
}


def rules(found: Verdict) -> set[tuple[str, str]]:
    """What was objected to, by subject and rule."""
    return {(one.subject, one.rule) for one in found.findings}


def test_a_good_file_passes(plant: Plant) -> None:
    found = plant(judge)
    assert (found.status, found.findings) == ("passed", ())
    assert found.detail == "43 elements, 60 CV terms"


@pytest.mark.parametrize(("term", "wrong", "subject"), SBO.values(), ids=SBO)
def test_a_term_of_another_branch_is_found(plant: Plant, term: str, wrong: str, subject: str) -> None:
    found = plant(judge, term, f'{term.partition("SBO:")[0]}{wrong}"')
    assert (subject, "SBO branch") in rules(found)


@pytest.mark.parametrize(("term", "_", "subject"), SBO.values(), ids=SBO)
def test_a_missing_term_is_found(plant: Plant, term: str, _: str, subject: str) -> None:
    found = plant(judge, term, term.partition("sboTerm")[0])
    assert (subject, "SBO") in rules(found)


@pytest.mark.parametrize("kind", ["compartment", "reactant", "product"])
def test_libsbml_alone_would_have_passed_another_branch(plant: Plant, kind: str) -> None:
    term, wrong, _ = SBO[kind]
    assert plant(sbml_libsbml.judge, term, f'sboTerm="{wrong}"').status == "passed"


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_a_planted_defect_is_found(plant: Plant, defect: tuple[str, str, str, str]) -> None:
    old, new, subject, rule = defect
    assert (subject, rule) in rules(plant(judge, old, new))


@pytest.mark.parametrize(
    "owner", ["medium", "IGF1", KON, "pY_IGF1R", "rule__pY_IGF1R", BIND, "tiny", "dose__IGF1", "dose__IGF1__nM"]
)
def test_an_element_without_terms_is_found(plant: Plant, owner: str) -> None:
    start = rf'<annotation>\s*<rdf:RDF [^>]*>\s*<[^>]*#meta_{owner}"'
    annotation = re.search(rf"{start}.*?</annotation>", TINY, re.DOTALL)
    assert annotation
    assert (owner.removeprefix("rule__"), "CV term") in rules(plant(judge, annotation[0], ""))


def test_the_path_style_is_known(plant: Plant) -> None:
    found = plant(judge, f"{URI}uniprot:P05019", "http://identifiers.org/uniprot/P05019")
    assert found.status == "passed"


def test_a_status_that_is_neither_confirmed_nor_asserted_is_found(plant: Plant, tmp_path: Path) -> None:
    tables = shutil.copytree(TABLES, tmp_path / "tables")
    table = tables / "papers.tsv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("\tconfirmed", "\tretracted"), encoding="utf-8")
    assert (BIND, "identifier status") in rules(plant(partial(sbml_rules.judge, tables=tables)))


def test_what_is_no_xml_fails(plant: Plant) -> None:
    assert rules(plant(judge, "</listOfRules>")) == {("", "not XML")}


def test_a_file_without_a_model_fails(plant: Plant) -> None:
    empty = '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"/>'
    assert rules(plant(judge, TINY, empty)) == {("", "model")}


def test_a_missing_table_is_not_run(plant: Plant, tmp_path: Path) -> None:
    found = plant(partial(sbml_rules.judge, tables=tmp_path))
    assert (found.status, found.detail) == ("not run", "missing: identifiers.tsv, papers.tsv")


def test_no_folder_of_tables_is_not_run(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identifiers, "tables", lambda: None)
    assert plant(sbml_rules.judge).status == "not run"


def test_the_repository_has_the_tables() -> None:
    folder = identifiers.tables()
    assert folder is not None
    assert identifiers.checked(folder)["uniprot:P08069"].role == "protein"
