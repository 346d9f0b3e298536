"""libSBML's messages of every category become findings with line and id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from igf1r_validation.sbml_libsbml import judge
from igf1r_validation.verdict import Verdict

Plant = Callable[..., Verdict]
KM = '"SBO:0000027" value="0.333333333333333" units="unit__nM"'
TWO = '<cn sbml:units="dimensionless" type="integer"> 2 </cn>'
DEFECTS = {
    "general: no fast": (' fast="false"', "", "IGF1_binds_IGF1R", "21110"),
    "general: unknown species": ('species="IRS1"', 'species="IRS9"', "reactant__", "21111"),
    "identifier: twice": ('id="pIRS1" name', 'id="IRS1" name', "IRS1", "10301"),
    "identifier: metaid twice": ('"meta_pIRS1" id', '"meta_IRS1" id', "pIRS1", "10307"),
    "units: law": ('units="unit__per_nM_s"', 'units="unit__per_s"', "law__IGF1_binds_IGF1R", "10541"),
    "units: undeclared number": (TWO, "<cn> 2 </cn>", "rule__pY_IGF1R", "99505"),
    "units: none on a parameter": (KM, KM.replace(' units="unit__nM"', ""), "Km__", "80701"),
    "MathML: unknown name": ("<ci>Km__", "<ci>Kx__", "law__IGF1R_phos", "10215"),
    "practice: no value": (KM, KM.replace(' value="0.333333333333333"', ""), "Km__", "80702"),
    "read: unknown attribute": ('fast="false"', 'fast="false" slow="true"', "IGF1_binds_IGF1R", "21110"),
    "read: SBO without form": ("SBO:0000027", "SBO:27", "Km__", "10308"),
    "read: no XML": ("</listOfSpecies>", "", "", "1009"),
    "SBO: species": ("SBO:0000252", "SBO:0000177", "IGF1", "10713"),
    "SBO: law": ("SBO:0000101", "SBO:0000177", "law__IGF1_binds_IGF1R", "10709"),
    "SBO: parameter": ("SBO:0000339", "SBO:0000545", "kon__IGF1_binds_IGF1R", "10703"),
    "units: dose": ('"0" units="unit__nM"', '"0" units="second"', "assignment__dose__IGF1", "10562"),
    "units: time of a dose": ('value="0" units="second"', 'value="0" units="unit__nM"', "dose__IGF1", "10501"),
    "event: unknown species": ('variable="IGF1"', 'variable="IGF9"', "", "21211"),
    "event: no start of a trigger": ('initialValue="false"', "", "trigger__dose__IGF1", "21226"),
    "SBO: event": ("SBO:0000375", "SBO:0000252", "dose__IGF1", "10710"),
    "rdf:about": ('about="#meta_IRS1"', 'about="#meta_IGF1"', "IRS1", "99403"),
}


def test_a_good_file_passes(plant: Plant) -> None:
    found = plant(judge)
    assert found.status == "passed"
    assert found.detail == "0 errors, 0 warnings"
    assert found.tool.startswith("python-libsbml 5.")


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_a_planted_defect_is_found(plant: Plant, defect: tuple[str, str, str, str]) -> None:
    old, new, subject, number = defect
    found = plant(judge, old, new)
    assert found.status == "failed"
    assert [one for one in found.findings if one.rule == number and one.subject.startswith(subject)]


def test_an_overdetermined_model_is_found(plant: Plant) -> None:
    rule = (
        '<algebraicRule><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><minus/><ci>pY_IGF1R</ci>'
        "<ci>pY_IGF1R</ci></apply></math></algebraicRule></listOfRules>"
    )
    found = plant(judge, "</listOfRules>", rule)
    assert "10601" in {one.rule for one in found.findings}


def test_a_warning_fails_too_and_tells_its_line(plant: Plant) -> None:
    found = plant(judge, TWO, "<cn> 2 </cn>")
    assert found.status == "failed"
    assert {one.severity for one in found.findings if one.rule == "99505"} == {"warning"}
    assert all(one.message.startswith("line ") for one in found.findings)


def test_a_missing_file_is_not_run(tmp_path: Path) -> None:
    found = judge(tmp_path, "tiny")
    assert (found.status, found.detail) == ("not run", "missing: tiny.xml")
