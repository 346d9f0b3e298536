"""The smallest model: fewer lines than sbmlutils needs for its SBML alone, everything annotated, no objection."""

from __future__ import annotations

import tokenize
from pathlib import Path

import helpers
import pytest
import tiny
from lxml import etree

SBMLUTILS = 38  # lines of code for the same three molecules and three processes, SBML only
NO_CODE = {
    *(tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING),
    tokenize.ENDMARKER,
}
KINDS = ("compartment", "species", "parameter", "reaction")


def code_lines(path: Path) -> int:
    """Lines with code on them: no blank lines, comments, docstring."""
    with path.open("rb") as file:
        tokens = [token for token in tokenize.tokenize(file.readline) if token.type not in NO_CODE]
    assert tokens[0].type == tokenize.STRING, "the docstring comes first"
    return len({line for token in tokens[1:] for line in range(token.start[0], token.end[0] + 1)})


@pytest.fixture
def sbml() -> etree._Element:
    return etree.fromstring(helpers.exported("sbml", "tiny").encode())


def test_it_takes_fewer_lines_than_its_sbml_alone_takes_elsewhere() -> None:
    assert 10 < code_lines(Path(tiny.__file__)) < SBMLUTILS


def test_it_has_three_molecules_and_three_processes(sbml: etree._Element) -> None:
    model = helpers.models()["tiny"]
    assert len([molecule for molecule in model.molecules if not molecule.currency]) == 3
    assert len(sbml.findall(".//{*}reaction")) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_everything_in_it_is_annotated(sbml: etree._Element, kind: str) -> None:
    elements = sbml.findall(f".//{{*}}listOf{kind.capitalize()}{'' if kind == 'species' else 's'}/{{*}}{kind}")
    assert len(elements) >= 3
    for element in elements:
        assert element.get("name")
        assert element.get("sboTerm", "").startswith("SBO:")
        assert element.findall("{*}annotation//{*}li"), element.get("id")


def test_every_constant_has_a_unit_and_every_reaction_a_go_term_a_paper_and_its_evidence(sbml: etree._Element) -> None:
    assert all(parameter.get("units") for parameter in sbml.iterfind(".//{*}parameter"))
    for reaction in sbml.iterfind(".//{*}reaction"):
        said = " ".join(str(value) for item in reaction.findall("{*}annotation//{*}li") for value in item.values())
        assert [prefix for prefix in ("GO:", "pubmed:", "ECO:") if prefix not in said] == []


def test_no_judge_objects_to_it(tmp_path: Path) -> None:
    helpers.write(helpers.models()["tiny"], tmp_path)
    found = helpers.objections(tmp_path, "tiny", quick=False)
    if found.get("biopax-sif") == "tests/required_sif.tsv is not there":
        del found["biopax-sif"]
    assert found == {}
