"""RDF that libSBML passes over in silence is a statement too many or too few for rdflib."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from igf1r_validation import sbml_libsbml
from igf1r_validation.sbml_triples import judge
from igf1r_validation.verdict import Verdict

Plant = Callable[..., Verdict]
ORIGINAL = '<rdf:li rdf:resource="https://identifiers.org/uniprot:P05019"/>'
BIOLOGY = "http://biomodels.net/biology-qualifiers/"
NESTED = (
    f'{ORIGINAL}<bqbiol:hasProperty><rdf:Bag><rdf:li rdf:resource="https://identifiers.org/MOD:00048"/>'
    "</rdf:Bag></bqbiol:hasProperty>"
)
DEFECTS = {
    "resource without rdf:": (ORIGINAL, ORIGINAL.replace("rdf:resource", "resource"), "IGF1"),
    "empty bag": (ORIGINAL, "", "IGF1"),
    "another resource": (ORIGINAL, ORIGINAL.replace("P05019", "P05018"), "IGF1"),
    "two in a bag": (ORIGINAL, ORIGINAL * 2, "IGF1"),
    "a literal": (ORIGINAL, "<rdf:li>https://identifiers.org/uniprot:P05019</rdf:li>", "IGF1"),
    "a nested term": (ORIGINAL, NESTED, "IGF1"),
    "wrong bqbiol namespace": (f'xmlns:bqbiol="{BIOLOGY}"', f'xmlns:bqbiol="{BIOLOGY[:-1]}#"', "tiny"),
    "wrong bqmodel namespace": ('xmlns:bqmodel="http', 'xmlns:bqmodel="https', "tiny"),
    "wrong dcterms namespace": ("http://purl.org/dc/terms/", "http://purl.org/dc/term/", "tiny"),
    "vCard 4": ("http://www.w3.org/2001/vcard-rdf/3.0#", "http://www.w3.org/2006/vcard/ns#", "tiny"),
    "ORG without parseType": ('<vCard:ORG rdf:parseType="Resource">', "<vCard:ORG>", "tiny"),
    "about another": ('rdf:about="#meta_IRS1"', 'rdf:about="#meta_pIRS1"', "IRS1"),
    "about nothing": ('rdf:about="#meta_IRS1"', "", "IRS1"),
    "about without #": ('rdf:about="#meta_IRS1"', 'rdf:about="meta_IRS1"', "IRS1"),
    "other Bag": ("<rdf:Bag>", "<rdf:Bags>", ""),
    "Seq": (
        f"<rdf:Bag>\n                  {ORIGINAL}\n                </rdf:Bag>",
        f"<rdf:Seq>{ORIGINAL}</rdf:Seq>",
        "IGF1",
    ),
}


def test_a_good_file_passes(plant: Plant) -> None:
    found = plant(judge)
    assert (found.status, found.findings) == ("passed", ())
    assert found.detail == "63 statements demanded"


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_a_planted_defect_is_found(plant: Plant, defect: tuple[str, str, str]) -> None:
    old, new, subject = defect
    found = plant(judge, old, new)
    assert subject in {one.subject for one in found.findings}


@pytest.mark.parametrize(
    "name",
    ["resource without rdf:", "empty bag", "wrong bqbiol namespace", "ORG without parseType"],
)
def test_libsbml_alone_would_have_said_nothing(plant: Plant, name: str) -> None:
    old, new, _ = DEFECTS[name]
    assert plant(sbml_libsbml.judge, old, new).status == "passed"


def test_a_misspelt_qualifier_is_found_where_libsbml_is_silent(plant: Plant) -> None:
    change = {"old": "bqbiol:hasPart>", "new": "bqbiol:hasParts>", "count": -1}
    assert plant(sbml_libsbml.judge, **change).status == "passed"
    assert {one.subject for one in plant(judge, **change).findings} == {"IGF1R", "IGF1R_IGF1", "IGF1R_active"}


@pytest.mark.parametrize("text", ["2026-13-22T00:00:00Z", "yesterday", "2026-11-22", "2026-11-22T00:00:00"])
def test_a_date_that_is_none_is_found(plant: Plant, text: str) -> None:
    found = plant(judge, "2026-11-22T00:00:00Z", text)
    assert ("tiny", "no date") in {(one.subject, one.rule) for one in found.findings}


def test_each_side_of_a_difference_is_told(plant: Plant) -> None:
    found = plant(judge, "uniprot:P05019", "uniprot:P05018")
    assert [(one.rule, one.message) for one in found.findings] == [
        ("missing", f"#meta_IGF1 {BIOLOGY}is ('Bag', '<https://identifiers.org/uniprot:P05019>')"),
        ("not demanded", f"#meta_IGF1 {BIOLOGY}is ('Bag', '<https://identifiers.org/uniprot:P05018>')"),
    ]


def test_the_same_term_twice_is_found(plant: Plant) -> None:
    term = f"<bqbiol:is><rdf:Bag>{ORIGINAL}</rdf:Bag></bqbiol:is>"
    start = '<rdf:Description rdf:about="#meta_IGF1">'
    found = plant(judge, start, start + term)
    assert [(one.subject, one.rule) for one in found.findings] == [("IGF1", "not demanded")]


def test_a_missing_manifest_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "tiny.xml").touch()
    assert judge(tmp_path, "tiny").status == "not run"
