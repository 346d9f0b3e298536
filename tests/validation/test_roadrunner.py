"""libRoadRunner loads and runs a good file; a file it cannot load, or that runs away, is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from igf1r_validation import roadrunner_load
from igf1r_validation.verdict import Verdict

pytest.importorskip("roadrunner")

LAW = "<apply><times/><ci>cell</ci><ci>k</ci><ci>A</ci></apply>"
VALUE = 'substanceUnits="mole" hasOnlySubstanceUnits="false" constant="false"'


def sbml(law: str = LAW, k: float = 0.1) -> str:
    """A becomes B; C only stands by, as a boundary species."""
    species = "".join(
        f'<species id="{name}" compartment="cell" initialConcentration="{value}" boundaryCondition="{fixed}" {VALUE}/>'
        for name, value, fixed in (("A", 10.0, "false"), ("B", 0.0, "false"), ("C", 1.0, "true"))
    )
    sides = "".join(
        f'<listOf{side}><speciesReference species="{one}" stoichiometry="1" constant="true"/></listOf{side}>'
        for side, one in (("Reactants", "A"), ("Products", "B"))
    )
    math = f'<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">{law}</math></kineticLaw>'
    return (
        f'<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">'
        '<model id="three">'
        '<listOfCompartments><compartment id="cell" spatialDimensions="3" size="2e-12" constant="true"/>'
        f"</listOfCompartments><listOfSpecies>{species}</listOfSpecies>"
        f'<listOfParameters><parameter id="k" value="{k}" constant="true"/></listOfParameters>'
        f'<listOfReactions><reaction id="turns" reversible="false" fast="false">{sides}{math}</reaction>'
        "</listOfReactions></model></sbml>"
    )


def judged(build: Path, text: str) -> Verdict:
    """The verdict on a text."""
    (build / "three.xml").write_text(text, encoding="utf-8")
    return roadrunner_load.judge(build, "three")


def test_a_good_file_passes_and_says_what_was_run(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml())
    assert verdict.findings == ()
    assert verdict.status == "passed"
    assert verdict.detail == "3 species, 1 reactions, 600 s in 101 points"
    assert verdict.tool.startswith("libRoadRunner 2.")


@pytest.mark.parametrize(
    "text", ["", "<sbml/>", sbml().replace("</model>", ""), sbml().replace("<ci>k</ci>", "<ci>q</ci>")]
)
def test_what_cannot_be_loaded_is_found(tmp_path: Path, text: str) -> None:
    (finding,) = judged(tmp_path, text).findings
    assert finding.rule == "load"
    assert finding.message


def test_a_concentration_below_zero_is_found(tmp_path: Path) -> None:
    # A law that does not stop when its reactant is used up.
    law = "<apply><times/><ci>cell</ci><ci>k</ci></apply>"
    (finding,) = judged(tmp_path, sbml(law)).findings
    assert (finding.subject, finding.rule) == ("A", "not negative")
    assert finding.message == "the concentration falls to -50 nM"


def test_a_concentration_that_is_no_number_is_found(tmp_path: Path) -> None:
    law = "<apply><times/><ci>cell</ci><apply><divide/><ci>k</ci><cn>0</cn></apply><ci>A</ci></apply>"
    assert {one.rule for one in judged(tmp_path, sbml(law)).findings} <= {"finite", "simulate"}
    assert judged(tmp_path, sbml(law)).status == "failed"


def test_a_run_that_explodes_is_found(tmp_path: Path) -> None:
    law = "<apply><times/><ci>cell</ci><apply><minus/><ci>k</ci></apply><ci>A</ci><ci>A</ci></apply>"
    assert judged(tmp_path, sbml(law)).status == "failed"


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        ([1.0, 0.0], []),
        ([1.0, -0.9e-6], []),
        ([1.0, -1.1e-6], ["not negative"]),
        ([0.0, -0.9e-9], []),
        ([0.0, -1.1e-9], ["not negative"]),
        ([-1.0, -2.0], ["not negative"]),
        ([1.0, float("nan")], ["finite"]),
        ([1.0, float("inf")], ["finite"]),
    ],
)
def test_what_counts_as_negative_or_infinite(values: list[float], rules: list[str]) -> None:
    assert [one.rule for one in roadrunner_load._curve("A", values)] == rules


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("getNumCompartments", "listOfCompartments"),
        ("getNumBoundarySpecies", "listOfSpecies"),
        ("getNumGlobalParameters", "listOfParameters"),
        ("getNumReactions", "listOfReactions"),
        ("getNumEvents", "listOfEvents"),
    ],
)
def test_a_count_that_differs_is_found(method: str, name: str) -> None:
    from lxml import etree

    held = {
        "getNumCompartments": 1,
        "getNumFloatingSpecies": 2,
        "getNumBoundarySpecies": 1,
        "getNumGlobalParameters": 1,
        "getNumReactions": 1,
        "getNumEvents": 0,
    }

    class Model:
        """A loaded model that holds one thing less than the file."""

        def __getattr__(self, asked: str) -> object:
            return lambda: held[asked] - (asked == method)

    (finding,) = roadrunner_load._counts(etree.fromstring(sbml()), Model())
    assert name in finding.message
