"""The judges of SED-ML accept good files and find what is planted in them, in the experiments, and in the SBML file."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import helpers
import pytest
import turnover as t

from igf1r_model.assembly import Plan, assemble
from igf1r_model.dsl import add, arm, dose, doses, experiment, scaled
from igf1r_model.exporters import experiments, sbml, sedml
from igf1r_model.layout import laid_out
from igf1r_validation import agree, sedml_expected, sedml_libsedml, sedml_rules
from igf1r_validation.verdict import Verdict

HALF = scaled("k_lost", 0.5, why="an example")
ARMS = (
    arm("treated", dose("EGF", 2), add("EGF", 1), HALF, context="hungry"),
    arm("later", dose("IGF1", 1), dose("IGF1", 0, at=50)),
    arm("stops", dose("IGF1", 1), replace(HALF, at=50)),
    arm("knocked_down", cell=[HALF]),
)
READS = "totalAKT twice kinase"
TRIAL = experiment("trial", "Trial", "Is it so?", reads=READS, times=(0, 30, 100), arms=ARMS)
SERIES = experiment("varied", "Varied", "How much?", reads="kinase", until=100, arms=(arm("a"),),
                    series=doses("IGF1", 0.1, 1))  # fmt: skip
PLAN = Plan("turns_over", "Turnover", (t.module,), "Turnover.", t.DATE, t.DATE, t.TERMS, contexts=(t.HUNGRY,),
            experiments=(TRIAL, SERIES))  # fmt: skip
TREATED, LATER, VARIED = (f"turns_over/{name}.sedml" for name in ("trial__treated", "trial__later", "varied__a"))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    helpers.write(laid_out(assemble(PLAN)), folder)
    return folder


def copied(good: Path, folder: Path) -> Path:
    return Path(shutil.copytree(good, folder / "build"))


def planted(good: Path, folder: Path, name: str, old: str, new: str) -> Path:
    """A copy of the files in which a text in one of them is another."""
    build = copied(good, folder)
    text = (build / name).read_text(encoding="utf-8")
    assert old in text, "there is nothing to replace, so nothing would be planted"
    (build / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return build


def rules(build: Path) -> Verdict:
    return sedml_rules.judge(build, "turns_over")


def said(found: Verdict) -> list[str]:
    return [f"{one.subject}: {one.rule}: {one.message}" for one in found.findings]


def test_good_files_pass(good: Path) -> None:
    found = rules(good)
    assert (found.status, said(found)) == ("passed", [])
    assert found.detail == (
        "3 files; arms without: 1 (a changed cell without a stored rest), 1 (a later change that is no dose)"
    )


def test_a_model_without_experiments_has_nothing_to_judge(tmp_path: Path) -> None:
    helpers.write(laid_out(assemble(replace(PLAN, experiments=()))), tmp_path)
    assert rules(tmp_path).status == "not applicable"


SPECIES = "/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='IGF1']/@initialConcentration"
CURVE = '<curve id="curve_kinase"'
PLANTED = [
    (TREATED, "</sedML>", "", "xml", "Premature end"),
    (TREATED, "level1/version4", "level1/version3", "level", "no SED-ML Level 1 Version 4"),
    (TREATED, 'version="4"', 'version="3"', "level", "no SED-ML Level 1 Version 4"),
    (TREATED, "</model>", '</model><model id="m2"/>', "parts", "has 2 model elements; 1 are needed"),
    (TREATED, '<task id="task"', '<tusk id="task"', "parts", "has 0 task elements"),
    (TREATED, "</listOfSimulations>", '<steadyState id="s"/></listOfSimulations>', "parts", "steadyState"),
    (TREATED, "KISAO:0000560", "KISAO:0000019", "algorithm", "is KISAO:0000019"),
    (TREATED, 'value="1e-9"', 'value="1e-6"', "algorithm", "1e-06"),
    (TREATED, "sbml.level-3", "sbml.level-2", "source", "the language is"),
    (TREATED, 'source="../', 'source="', "source", "'turns_over.xml' is not the SBML file"),
    (TREATED, "../turns_over.xml", "../turns_over.owl", "source", "is not the SBML file"),
    (TREATED, 'id="curve_twice"', 'id="ds_twice"', "ids", "ds_twice is the id of 2 elements"),
    (TREATED, 'modelReference="model"', 'modelReference="mode"', "references", "mode is no model"),
    (TREATED, 'simulationReference="simulation"', 'simulationReference="s"', "references", "s is no uniformTime"),
    (TREATED, 'taskReference="task"', 'taskReference="tsk"', "references", "tsk is no task or repeatedTask"),
    (TREATED, 'dataReference="dg_time"/>', 'dataReference="dg_t"/>', "references", "dg_t is no dataGenerator"),
    (TREATED, 'xDataReference="dg_time"', 'xDataReference="dg_t"', "references", "dg_t is no dataGenerator"),
    (TREATED, "<ci>v_time</ci>", "<ci>v_twice</ci>", "references", "dg_time computes with v_twice"),
    (VARIED, 'subTask order="1" task="task"', 'subTask order="1" task="doses"', "references", "doses is no task"),
    (VARIED, 'repeatedTask id="doses" range="dose"', 'repeatedTask id="doses" range="d"', "references", "d is no"),
    (VARIED, 'taskReference="doses"', 'taskReference="task"', "references", "not of the outer task"),
    (TREATED, "</listOfDataGenerators>", '<dataGenerator id="dg_x"/></listOfDataGenerators>', "unused", "dg_x"),
    (TREATED, "</listOfOutputs>", '<plot2D id="p" name="Figure 1: Trial, treated"/></listOfOutputs>', "outputs", "p"),
    (TREATED, "species[@id='kinase']\"", "species[@id='kinas']\"", "target", "finds 0 things in the SBML file"),
    (TREATED, "species[@id='kinase']\"", 'species"', "target", "finds 3 things in the SBML file, not one"),
    (TREATED, "species[@id='kinase']\"", "species[@id='kinase'\"", "target", "Invalid predicate"),
    (TREATED, "xmlns:sbml=", "xmlns:sb=", "target", "Undefined namespace prefix"),
    (TREATED, "sbml/level3/version1/core", "sbml/level2/version4", "target", "finds 0 things"),
    (TREATED, 'symbol="urn:sedml:symbol:time"', "", "target", "v_time has neither a target nor the symbol of time"),
    (TREATED, "/@initialConcentration", "/@name", "target", "is no value at which a form or constant starts"),
    (TREATED, 'newValue="5"', 'newValue="five"', "number", "'five' is no number"),
    (TREATED, 'newValue="5"', 'newValue="INF"', "number", "'INF' is no number"),
    (TREATED, 'outputEndTime="100"', 'outputEndTime="99"', "times", "outputEndTime is 99; the experiment needs 100"),
    (TREATED, 'numberOfSteps="60"', 'numberOfSteps="63"', "times", "numberOfSteps is 63"),
    (TREATED, 'outputStartTime="0"', 'outputStartTime="1"', "times", "outputStartTime is 1"),
    (TREATED, "Figure 1: Trial, treated", "Figure 2: Trial, treated", "title", "not 'Figure 1: Trial, treated'"),
    (TREATED, 'label="twice"', 'label="kinase"', "reads", "kinase of ['twice']"),
    (TREATED, "parameter[@id='twice']", "parameter[@id='totalAKT']", "reads", "twice of ['totalAKT']"),
    (TREATED, CURVE, '<curve id="more" yDataReference="dg_kinase"/>' + CURVE, "reads", "the plots has time"),
    (VARIED, "<value>1</value>", "<value>2</value>", "doses", "the doses are 0.1, 2; those of the experiment 0.1, 1"),
    (VARIED, "@id='IGF1']/@init", "@id='EGF']/@init", "doses", "the experiment varies IGF1"),
    (TREATED, 'newValue="5"', 'newValue="6"', "values", "IGF1 starts at 6, in the experiment at 5"),
    (LATER, 'newValue="50"', 'newValue="51"', "values", "dose__IGF1__time starts at 51, in the experiment at 50"),
    (LATER, f'newValue="1" target="{SPECIES}"', f'newValue="0" target="{SPECIES}"', "values", "IGF1 starts at 0"),
    (TREATED, "<listOfChanges>", f'<listOfChanges><changeAttribute newValue="5" target="{SPECIES}"/>', "values",
     "IGF1 is changed twice"),
    (TREATED, "species[@id='kinase']/@", "species[@id='EGF']/@", "values", "kinase starts at 20, in the experiment at"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "rule", "words"), PLANTED)
def test_a_planted_fault_is_found(
    good: Path, tmp_path: Path, name: str, old: str, new: str, rule: str, words: str
) -> None:
    found = rules(planted(good, tmp_path, name, old, new))
    assert found.status == "failed"
    assert {one.subject for one in found.findings} == {Path(name).stem}
    assert any(one.rule == rule and words in one.message for one in found.findings), said(found)


def test_a_file_that_is_missing_is_found(good: Path, tmp_path: Path) -> None:
    build = copied(good, tmp_path)
    (build / LATER).unlink()
    assert said(rules(build)) == ["trial__later: missing: this arm has no SED-ML file"]


def test_a_file_of_no_arm_is_found(good: Path, tmp_path: Path) -> None:
    build = copied(good, tmp_path)
    shutil.copy(build / LATER, build / "turns_over/trial__stops.sedml")
    assert said(rules(build)) == ["trial__stops: stray: no arm that can be said is called so"]


def test_the_sbml_file_is_looked_into(good: Path, tmp_path: Path) -> None:
    found = rules(planted(good, tmp_path, "turns_over.xml", 'id="twice"', 'id="thrice"'))
    assert {one.rule for one in found.findings} == {"target"}
    found = rules(planted(good, tmp_path / "again", "turns_over.xml", 'initialConcentration="20"', "initialAmount='2'"))
    assert any(one.rule == "target" and "kinase" in one.message for one in found.findings)


def told(build: Path) -> Any:
    return json.loads((build / "turns_over.experiments.json").read_text(encoding="utf-8"))


def test_a_changed_cell_with_a_stored_rest_must_have_a_file_that_starts_there(good: Path, tmp_path: Path) -> None:
    build = copied(good, tmp_path)
    content = told(build)
    content["rests"] = {"cell": {"kinase": 40.0, "EGF": 0.25}}
    content["experiments"][0]["arms"][3]["rest"] = "cell"
    (build / "turns_over.experiments.json").write_text(json.dumps(content), encoding="utf-8")
    assert said(rules(build)) == ["trial__knocked_down: missing: this arm has no SED-ML file"]
    model = assemble(PLAN)
    here = replace(ARMS[3], rest=(("kinase", 40.0), ("EGF", 0.25)))
    files = sedml.files(replace(model, experiments=(replace(TRIAL, arms=(*ARMS[:3], here)),)))
    path = build / "turns_over/trial__knocked_down.sedml"
    path.write_text(files["turns_over/trial__knocked_down.sedml"], encoding="utf-8")
    assert said(rules(build)) == []
    path.write_text(path.read_text(encoding="utf-8").replace('"0.25"', '"0.5"'), encoding="utf-8")
    assert said(rules(build)) == ["trial__knocked_down: values: EGF starts at 0.5, in the experiment at 0.25"]


def test_which_arms_cannot_be_said_is_worked_out_from_the_experiments(tmp_path: Path) -> None:
    many = arm("many", *(dose("IGF1", n, at=n) for n in range(1, 5)))
    series = replace(SERIES, id="varied_later", series=doses("IGF1", 1, 2, at=50))
    model = assemble(replace(PLAN, experiments=(replace(TRIAL, arms=(*ARMS, many)), series)))
    (tmp_path / "x.xml").write_text(sbml.export(model), encoding="utf-8")
    (tmp_path / "x.json").write_text(experiments.export(model), encoding="utf-8")
    wanted, lost = sedml_expected.expected(tmp_path / "x.json", sedml_expected.Sbml(tmp_path / "x.xml"))
    assert list(wanted) == ["trial__treated", "trial__later"]
    assert lost == {
        "a changed cell without a stored rest": 1,
        "a later change that is no dose": 1,
        "more later doses than slots": 1,
        "a dose that is varied later": 1,
    }
    forms = [form.id for form in model.forms]
    assert sum(bool(sedml.left_out(one, arm, forms)) for one in model.experiments for arm in one.arms) == 4


@pytest.mark.parametrize("times", [(0, 60, 600), (0.25, 1), (0, 30, 87_300), (0, 1, 5001), (1 / 3, 1), (6000.0,)])
def test_writer_and_judge_count_the_same_steps(times: tuple[float, ...]) -> None:
    assert sedml_expected.steps(times) == sedml.steps(times)


# libSEDML.


HIDDEN = f'<annotation><task xmlns="{sedml_rules.SEDML}" id="hidden"/></annotation></listOfTasks>'


def read(build: Path) -> Verdict:
    pytest.importorskip("libsedml")
    return sedml_libsedml.judge(build, "turns_over")


def test_libsedml_reads_good_files(good: Path) -> None:
    found = read(good)
    assert (found.status, said(found), found.detail) == ("passed", [], "3 files")
    assert found.tool.startswith("libSEDML 2.")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('plot2D id="figure"', 'plot2D id="my figure"', "message 10302"),
        ("</sedML>", "", "message "),
        ('numberOfSteps="60"', 'numberOfSteps="many"', "message "),
        ("dataGenerator id=", "dataGenerator nr=", "message "),
        ("listOfCurves>", "listOfLines>", "message "),
        ("</listOfOutputs>", "</listOfOutputs><listOfThings/>", "message "),
        ("</listOfTasks>", HIDDEN, "count"),  # nothing is said, nothing is read
    ],
)
def test_what_libsedml_objects_to_is_told(good: Path, tmp_path: Path, old: str, new: str, rule: str) -> None:
    build = planted(good, tmp_path, TREATED, old, new)
    found = read(build)
    assert found.status == "failed"
    assert any(one.subject == "trial__treated" and one.rule.startswith(rule) for one in found.findings), said(found)


def test_libsedml_without_files_has_nothing_to_judge(good: Path, tmp_path: Path) -> None:
    build = copied(good, tmp_path)
    shutil.rmtree(build / "turns_over")
    assert read(build).status == "not applicable"


# The agreement of all files.


def agreed(build: Path) -> list[str]:
    return said(agree.judge(build, "turns_over"))


def test_what_the_files_point_at_is_called_as_in_the_sbml_file(good: Path, tmp_path: Path) -> None:
    assert agreed(good) == []
    old = "AKT counted twice (dimensionless)"
    other = planted(good, tmp_path, TREATED, f'dg_twice" name="{old}', f'dg_twice" name="{old[1:]}')
    both = "AKT counted twice and KT counted twice"  # another file still has the right name
    assert agreed(other) == [f"twice: name: SBML says 'AKT counted twice', SED-ML says '{both}'"]
    gone = planted(good, tmp_path / "gone", LATER, "dose__IGF1__time", "dose__IGF1__tim")
    told = "SED-ML files point at it; the SBML file has no such species or parameter"
    assert agreed(gone) == [f"dose__IGF1__tim: id: {told}"]
