"""Later doses: which slots experiments need, what is written of them, and that two engines give them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from math import exp
from pathlib import Path

import helpers
import pytest
import turnover
from lxml import etree
from turnover import CLEARED, EGF, HUNGRY, IGF1, k_lost

from igf1r_model import written
from igf1r_model.assembly import Plan, assemble
from igf1r_model.contexts import in_context
from igf1r_model.dosing import MOST, Dosing, dosings, slots, unsayable
from igf1r_model.dsl import Module, Source, add, arm, dose, experiment, paper, scaled
from igf1r_model.exporters import interface, manifest, sbml
from igf1r_model.model import Model
from igf1r_model.protocol import Act, Arm, Change, Experiment
from igf1r_validation import sbml_arrival, sbml_libsbml

FORMS = ("IGF1", "EGF", "kinase")
ONE, TWO = paper("KISELYOV_2009", 19225456), paper("ERDEM_2021", 34191793)
NS = {"s": "http://www.sbml.org/sbml/level3/version1/core", "m": "http://www.w3.org/1998/Math/MathML"}
Engine = Callable[[str], list[float]]
LATER = dose(IGF1, 10, at=60)


def trial(*arms: Arm, id: str = "trial", sources: Sequence[Source] = ()) -> Experiment:
    return experiment(id, "Trial", "Is it so?", reads="kinase", arms=arms, until=100, sources=sources)


def model(*described: Experiment) -> Model:
    plan = Plan("turns_over", "Turnover", (turnover.module,), "Turnover.", turnover.DATE, turnover.DATE, turnover.TERMS,
                contexts=(HUNGRY,), experiments=described)  # fmt: skip
    return assemble(plan)


def ids(*arms: Arm) -> list[str]:
    return [one.id for one in dosings([trial(*arms)], FORMS)]


# Which slots there are.


def test_a_slot_is_named_after_what_it_does() -> None:
    first, second, added = Dosing("IGF1", Act.SET), Dosing("IGF1", Act.SET, 2), Dosing("IGFBP3", Act.ADD)
    assert (first.id, second.id, added.id) == ("dose__IGF1", "dose__IGF1__2", "addition__IGFBP3")
    assert (second.time, second.amount) == ("dose__IGF1__2__time", "dose__IGF1__2__nM")


def test_only_what_comes_after_the_start_needs_a_slot() -> None:
    assert ids(arm("a", dose(IGF1, 10), add(EGF, 1))) == []
    assert ids(arm("a", dose(IGF1, 10), LATER)) == ["dose__IGF1"]


def test_slots_come_in_the_order_of_the_forms_and_then_of_their_number() -> None:
    changes = (dose(EGF, 1, at=5), add(IGF1, 1, at=70), LATER, dose(IGF1, 0, at=90))
    expected = ["addition__IGF1", "dose__IGF1", "dose__IGF1__2", "dose__EGF"]
    assert sorted(ids(arm("a", *changes))) == sorted(expected)
    assert ids(arm("a", *changes)) == ids(arm("a", *reversed(changes)))
    assert ids(arm("a", *changes))[-1] == "dose__EGF"


def test_arms_share_slots_and_the_one_that_needs_most_counts() -> None:
    twice = arm("twice", LATER, dose(IGF1, 0, at=80))
    assert ids(arm("once", LATER), twice) == ids(twice) == ["dose__IGF1", "dose__IGF1__2"]


def test_a_third_dose_is_the_most() -> None:
    given = [dose(IGF1, 10, at=20 + n) for n in range(MOST + 1)]
    assert MOST == 3
    assert ids(arm("a", *given[:MOST])) == ["dose__IGF1", "dose__IGF1__2", "dose__IGF1__3"]
    assert ids(arm("a", *given)) == []
    assert unsayable(arm("a", *given), FORMS) == "IGF1 is given later 4 times"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (scaled(k_lost, 0.5, why="half is lost", at=60), "k_lost is changed in the run, and is no dose"),
        (scaled(IGF1, 0.5, why="half is lost", at=60), "IGF1 is changed in the run, and is no dose"),
        (dose("unknown", 1, at=60), "unknown is changed in the run, and is no dose"),
        (scaled(k_lost, 0.5, why="from the start"), ""),
        (LATER, ""),
    ],
)
def test_why_an_arm_has_no_slots(change: Change, told: str) -> None:
    assert unsayable(arm("a", change), FORMS) == told
    assert ids(arm("a", change, dose(EGF, 1, at=60))) == ([] if told else [*ids(arm("a", change)), "dose__EGF"])


def test_an_arm_without_slots_leaves_those_of_the_others() -> None:
    assert ids(arm("a", scaled(k_lost, 0.5, why="x", at=5), dose(EGF, 1, at=6)), arm("b", LATER)) == ["dose__IGF1"]


def test_an_arm_uses_slots_in_the_order_of_their_times() -> None:
    late, early = dose(IGF1, 0, at=80), dose(IGF1, 10, at=60)
    used = slots(arm("a", late, early, dose(EGF, 1), add(IGF1, 2, at=70)))
    assert {one.id: change.at for one, change in used.items()} == {
        "dose__IGF1": 60, "addition__IGF1": 70, "dose__IGF1__2": 80,
    }  # fmt: skip


@pytest.mark.parametrize("name", helpers.models())
def test_the_published_models_have_the_slots_that_their_arms_use(name: str) -> None:
    one = helpers.models()[name]
    forms = [form.id for form in one.forms]
    arms = [arm for described in one.experiments for arm in described.arms]
    used = {slot for arm in arms if not unsayable(arm, forms) for slot in slots(arm)}
    assert set(one.dosings) == used
    assert len(set(one.dosings)) == len(one.dosings)


@pytest.mark.parametrize("name", helpers.models())
def test_no_arm_gives_one_thing_twice_at_one_time(name: str) -> None:
    """Of events that fire together the first is not defined."""
    for described in helpers.models()[name].experiments:
        for one in described.arms:
            later = [(change.target, change.at) for change in one.changes if change.at > 0]
            assert len(set(later)) == len(later)


def test_a_context_keeps_the_slots() -> None:
    one = model(trial(arm("a", LATER), sources=(ONE,)))
    hungry = in_context(one, "hungry")
    assert hungry.dosings == one.dosings != ()
    assert etree.fromstring(sbml.export(hungry).encode()).findall(".//s:event", NS)


# What is written of them.


def test_a_model_without_slots_has_no_events() -> None:
    assert "<listOfEvents" not in sbml.export(model(trial(arm("a", dose(IGF1, 10)))))


def test_events_come_after_the_reactions_and_before_the_groups() -> None:
    root = etree.fromstring(sbml.export(model(trial(arm("a", LATER)))).encode())
    tags = [etree.QName(one).localname for one in root[0]]
    assert tags[tags.index("listOfReactions") :] == ["listOfReactions", "listOfEvents", "listOfGroups"]


def events(one: Model) -> dict[str, etree._Element]:
    return {
        str(event.get("id")): event for event in etree.fromstring(sbml.export(one).encode()).iterfind(".//s:event", NS)
    }


def math_of(event: etree._Element, path: str) -> str:
    """The MathML below a path as tags and texts."""
    found = event.find(f"{path}/m:math", NS)
    assert found is not None
    return " ".join(one.text.strip() if one.text and one.text.strip() else etree.QName(one).localname
                    for one in found.iter() if one is not found)  # fmt: skip


def test_an_event_waits_for_its_time_and_sets_or_adds() -> None:
    found = events(model(trial(arm("a", LATER, add(EGF, 2, at=70)))))
    assert list(found) == ["dose__IGF1", "addition__EGF"]
    trigger = found["dose__IGF1"].find("s:trigger", NS)
    assert trigger is not None
    assert (trigger.get("initialValue"), trigger.get("persistent")) == ("false", "true")
    said = math_of(found["dose__IGF1"], "s:trigger")
    assert said == "apply and apply gt dose__IGF1__time 0 apply geq time dose__IGF1__time"
    assignment = "s:listOfEventAssignments/s:eventAssignment"
    assert math_of(found["dose__IGF1"], assignment) == "dose__IGF1__nM"
    assert math_of(found["addition__EGF"], assignment) == "apply plus EGF addition__EGF__nM"


def test_names_are_plain_words() -> None:
    given = [dose(IGF1, 10, at=20 + n) for n in range(3)]
    found = events(model(trial(arm("a", *given, add(EGF, 2, at=70)))))
    assert [one.get("name") for one in found.values()] == [
        "IGF1, later dose", "IGF1, second later dose", "IGF1, third later dose", "EGF, later addition",
    ]  # fmt: skip


def test_an_event_cites_the_papers_of_the_experiments_that_use_it() -> None:
    described = (
        trial(arm("a", LATER), sources=(ONE,)),
        trial(arm("b", dose(EGF, 1, at=60)), id="other", sources=(TWO,)),
        trial(arm("c", LATER, scaled(k_lost, 0.5, why="x", at=70)), id="unsayable", sources=(TWO,)),
    )
    told = json.loads(manifest.export(model(*described)))["dosings"]
    assert {one["id"]: one["papers"] for one in told} == {"dose__IGF1": [ONE.curie], "dose__EGF": [TWO.curie]}
    found = events(model(*described))
    assert [ONE.curie.partition(":")[2] in etree.tostring(one).decode() for one in found.values()] == [True, False]


def test_the_manifest_names_form_act_number_and_parameters() -> None:
    told = json.loads(manifest.export(model(trial(arm("a", LATER, dose(IGF1, 0, at=80))))))["dosings"]
    assert told[1] == {
        "id": "dose__IGF1__2", "form": "IGF1", "act": "set", "number": 2, "time": "dose__IGF1__2__time",
        "amount": "dose__IGF1__2__nM", "papers": [],
    }  # fmt: skip


def test_the_interface_table_has_a_row_for_each_parameter_of_a_slot() -> None:
    lines = interface.export(model(trial(arm("a", LATER)))).splitlines()
    rows = [line.split("\t") for line in lines if line.startswith("slot\t")]
    assert [row[:6] for row in rows] == [
        ["slot", "dose__IGF1", "dose__IGF1__time", "0", "s", ""],
        ["slot", "dose__IGF1", "dose__IGF1__nM", "0", "nM", "medium"],
    ]
    assert all("0: not given" in row[-1] for row in rows)


def test_a_form_that_is_fixed_can_be_dosed_later_all_the_same(tmp_path: Path) -> None:
    module = Module("clamped", "clamped", go="GO:0048009")
    ligand = module.form(
        "ligand", turnover.IGF1.parts[0].molecule, at=turnover.MEDIUM, initial=turnover.number(1, "nM"), fixed=True
    )
    made = module.form("kinase", turnover.AKT, at=turnover.CYTOSOL, initial=turnover.number(1, "nM"))
    module.synthesise("is_made", made, by=ligand, k=turnover.number(1, "1/s"), evidence=turnover.SAID)
    described = experiment("trial", "T", "Q?", reads="kinase", arms=[arm("a", dose(ligand, 1, at=60))], until=100)
    one = assemble(Plan("held", "Held", (module,), "A clamp.", turnover.DATE, turnover.DATE, turnover.TERMS,
                        experiments=(described,)))  # fmt: skip
    (tmp_path / "held.xml").write_text(sbml.export(one), encoding="utf-8")
    (tmp_path / "held.model.json").write_text(manifest.export(one), encoding="utf-8")
    assert 'boundaryCondition="true" constant="false"' in sbml.export(one)
    assert sbml_libsbml.judge(tmp_path, "held").findings == ()
    assert sbml_arrival.judge(tmp_path, "held").findings == ()


def test_slots_are_parameters_of_the_file_and_constants_of_nothing_else(tmp_path: Path) -> None:
    path = turnover.write(tmp_path, trial(arm("a", LATER)))
    one = model(trial(arm("a", LATER)))
    mine = {"dose__IGF1__time", "dose__IGF1__nM"}
    assert mine <= written.read(path).constants
    assert not mine & set(written.read(path).readable)
    assert not mine & {constant.id for constant in one.constants}
    assert not mine & {constant["id"] for constant in json.loads(manifest.export(one))["constants"]}


# What simulators do with them.


def text_with(**values: float) -> str:
    """A model with a dose and an addition of IGF1, its slots set to values."""
    described = trial(arm("a", LATER, add(IGF1, 3, at=80)))
    root = etree.fromstring(sbml.export(model(described)).encode())
    for parameter in root.iterfind(".//s:parameter", NS):
        if (value := values.get(str(parameter.get("id")))) is not None:
            parameter.set("value", str(value))
    return etree.tostring(root).decode()


GIVEN = {"dose__IGF1__time": 60, "dose__IGF1__nM": 10, "addition__IGF1__time": 80, "addition__IGF1__nM": 3}
AT = [0.0, 50.0, 59.0, 61.0, 79.0, 81.0, 100.0]


def with_roadrunner(text: str) -> list[float]:
    roadrunner = pytest.importorskip("roadrunner")
    roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
    runner = roadrunner.RoadRunner(text)
    runner.integrator.relative_tolerance, runner.integrator.absolute_tolerance = 1e-9, 1e-20
    return [float(row[0]) for row in runner.simulate(times=AT, selections=["[IGF1]"])]


def with_copasi(text: str) -> list[float]:
    copasi = pytest.importorskip("COPASI")
    data = copasi.CRootContainer.addDatamodel()
    assert data.importSBMLFromString(text)
    task = data.getTask("Time-Course")
    task.setMethodType(copasi.CTaskEnum.Method_deterministic)
    task.getMethod().getParameter("Relative Tolerance").setDblValue(1e-9)
    problem = task.getProblem()
    problem.setAutomaticStepSize(False)
    problem.setUseValues(True)
    problem.setDuration(AT[-1])
    problem.setValues(" ".join(map(repr, AT)))
    problem.setTimeSeriesRequested(True)
    assert task.initializeRaw(copasi.CCopasiTask.OUTPUT_UI)
    assert task.processRaw(True)
    series = task.getTimeSeries()
    column = [series.getSBMLId(one, data) for one in range(series.getNumVariables())].index("IGF1")
    rows = {series.getConcentrationData(row, 0): series.getConcentrationData(row, column)
            for row in range(series.getRecordedSteps())}  # fmt: skip
    return [rows[time] for time in AT]


ENGINES = pytest.mark.parametrize("engine", [with_roadrunner, with_copasi])


@ENGINES
def test_a_slot_gives_the_dose_at_its_time(engine: Engine) -> None:
    def after(start: float, seconds: float) -> float:
        return start * exp(-CLEARED * seconds)

    both = after(10, 20) + 3
    expected = [0, 0, 0, after(10, 1), after(10, 19), after(both, 1), after(both, 20)]
    assert engine(text_with(**GIVEN)) == pytest.approx(expected, rel=1e-6, abs=1e-9)


@ENGINES
def test_without_a_time_nothing_is_given(engine: Engine) -> None:
    amounts = {id: value for id, value in GIVEN.items() if id.endswith("nM")}
    assert engine(text_with(**amounts)) == [0.0] * len(AT)


@ENGINES
def test_a_dose_may_come_a_moment_after_the_start(engine: Engine) -> None:
    found = engine(text_with(dose__IGF1__time=1e-3, dose__IGF1__nM=10))
    assert found[0] == 0
    assert found[1] == pytest.approx(10, rel=0.06)
