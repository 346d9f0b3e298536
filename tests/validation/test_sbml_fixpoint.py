"""What libSBML reads leniently is not a fixpoint, and the first difference is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from igf1r_validation.sbml_fixpoint import judge
from igf1r_validation.verdict import Verdict

Plant = Callable[..., Verdict]
TINY = (Path(__file__).parent / "data" / "tiny.xml").read_text(encoding="utf-8")


def block(name: str, text: str = TINY) -> str:
    """The first element of a name, from tag to tag."""
    found = re.search(rf"<{name}\b.*?</{name}>", text, re.DOTALL)
    assert found
    return found[0]


BOTH_LISTS = f"{block('listOfCompartments')}\n    {block('listOfSpecies')}"
SWAPPED = f"{block('listOfSpecies')}\n    {block('listOfCompartments')}"
SPECIES = block("species")
ANNOTATION_FIRST = SPECIES.replace(block("notes", SPECIES), "").replace(
    "</annotation>", f"</annotation>{block('notes', SPECIES)}"
)
REACTION = block("reaction")
PRODUCTS_FIRST = REACTION.replace(block("listOfReactants", REACTION), "").replace(
    "</listOfProducts>", f"</listOfProducts>{block('listOfReactants', REACTION)}"
)
UNKNOWN_ELEMENT = (' name="p-IRS1"', ' name="p-IRS1" colour="red"')
DEFECTS = {
    "lists in the wrong order": (BOTH_LISTS, SWAPPED, "sbml/model[tiny]/listOfSpecies"),
    "notes after the annotation": (SPECIES, ANNOTATION_FIRST, "species[IGF1]/annotation"),
    "products before reactants": (REACTION, PRODUCTS_FIRST, "reaction[IGF1_binds_IGF1R]/listOfProducts"),
    "unknown attribute": (*UNKNOWN_ELEMENT, "listOfSpecies/species[pIRS1]"),
    "another spelling of a number": ("2e-12", "2.0E-12", "listOfCompartments/compartment[plasma_membrane]"),
    "more digits than libSBML keeps": ("0.333333333333333", "0.3333333333333333", "parameter[Km__"),
    "empty list": ("<listOfRules>", "<listOfConstraints/><listOfRules>", "/listOfConstraints"),
    "root without degree": (
        block("apply"),
        f"<apply><root/>{block('apply')}</apply>",
        "assignmentRule[meta_rule__pIRS1_share]/math/apply",
    ),
    "last of a list": ("</listOfRules>", "<parameter/></listOfRules>", "listOfRules/parameter"),
}


def test_a_good_file_passes(plant: Plant) -> None:
    assert plant(judge).status == "passed"


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_a_planted_defect_is_found(plant: Plant, defect: tuple[str, str, str]) -> None:
    old, new, place = defect
    found = plant(judge, old, new)
    assert found.status == "failed"
    assert place in found.findings[0].message


def test_both_texts_are_shown(plant: Plant) -> None:
    (finding,) = plant(judge, "2e-12", "2.0E-12").findings
    assert finding.subject == "plasma_membrane"
    written, read = finding.message.split(", read as ")
    assert 'size="2.0E-12"' in written
    assert 'size="2e-12"' in read


def test_what_is_only_in_one_of_the_texts_is_named(plant: Plant) -> None:
    (finding,) = plant(judge, "</listOfRules>", "<parameter/></listOfRules>").findings
    assert finding.message.endswith("read as nothing")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<ci>IRS1</ci>", "<ci> IRS1 </ci>"),
        ("    <listOfRules>", "<!-- rules -->\n\n<listOfRules>"),
        ("<p>IGF1 binds", "<p>\u00c4 &lt; <em>b</em> IGF1 binds"),
        ('<?xml version="1.0" encoding="UTF-8"?>\n', ""),
    ],
    ids=["blanks in a token", "comment and white space", "mark-up in notes", "XML declaration"],
)
def test_what_means_nothing_is_no_difference(plant: Plant, old: str, new: str) -> None:
    assert plant(judge, old, new).status == "passed"


def test_what_is_no_xml_fails(plant: Plant) -> None:
    assert [one.rule for one in plant(judge, "</listOfRules>").findings] == ["not XML"]


def test_a_missing_file_is_not_run(tmp_path: Path) -> None:
    assert judge(tmp_path, "tiny").status == "not run"
