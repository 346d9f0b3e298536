"""Every value of the manifest is looked for in the file, and everything of the file in the manifest."""

from __future__ import annotations

import contextlib
import copy
import functools
import json
import operator
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from igf1r_validation.sbml_arrival import judge
from igf1r_validation.verdict import Verdict

DATA = Path(__file__).parent / "data"
Plant = Callable[..., Verdict]
BIND = "IGF1_binds_IGF1R"
KON = f"kon__{BIND}"
AUTO = "IGF1R_autophosphorylates"
PHOSPHORYLATE = "IGF1R_phosphorylates_IRS1"
MODIFIER = f"control__{PHOSPHORYLATE}__IGF1R_active"
REACTANT = f"reactant__{BIND}__IGF1"
MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">'
KON_TAG = 'value="0.00035" units="unit__per_nM_s" constant="true"'
IRS1_TAG = '"IRS1" name="IRS1" sboTerm="SBO:0000252"'
BIND_TAG = 'fast="false" compartment="plasma_membrane"'
DOSE, OTHER = "dose__IGF1", "addition__IGF1__2"
DOSED = f"assignment__{DOSE}"
TINY = (DATA / "tiny.xml").read_text(encoding="utf-8")
CLOCK = TINY[TINY.index("<csymbol") : TINY.index("</csymbol>") + len("</csymbol>")]
ADDED = TINY[TINY.rindex("<apply>") : TINY.rindex("</apply>") + len("</apply>")]
OWNER = TINY[TINY.index("<bqbiol:isPropertyOf>") : TINY.index("</bqbiol:isPropertyOf>")]
FILE_DEFECTS = {
    "model name": ('name="Tiny IGF1R"', 'name="Tiny"', "tiny", "name"),
    "model SBO": ("SBO:0000293", "SBO:0000062", "tiny", "sbo"),
    "extent units": ('extentUnits="unit__nmol"', 'extentUnits="mole"', "tiny", "extent units"),
    "what nmol is": ('exponent="1" scale="-9"', 'exponent="1" scale="-6"', "tiny", "substance units"),
    "time units": ('timeUnits="second"', 'timeUnits="litre"', "tiny", "time units"),
    "creator": ("<vCard:Family>Curator<", "<vCard:Family>Curators<", "tiny", "creators"),
    "e-mail": ("ada@example.org", "ada@example.com", "tiny", "creators"),
    "created": ("2026-11-22T00", "2026-11-21T00", "tiny", "created"),
    "modified": ("2026-11-23T00", "2026-11-24T00", "tiny", "modified"),
    "model term": ("taxonomy:9606", "taxonomy:10090", "tiny", "terms"),
    "volume": ('size="2e-12"', 'size="2e-15"', "plasma_membrane", "size"),
    "compartment term": ("GO:0005886", "GO:0005829", "plasma_membrane", "terms"),
    "metaid": ('metaid="meta_IRS1"', 'metaid="meta_IRS_1"', "IRS1", "metaid"),
    "species name": ('name="p-IRS1"', 'name="pIRS1"', "pIRS1", "name"),
    "species SBO": (IRS1_TAG, IRS1_TAG.replace("252", "247"), "IRS1", "sbo"),
    "concentration": ('="20.75"', '="20.7500000000001"', "IGF1R", "initial concentration"),
    "no concentration": ('initialConcentration="20.75"', "", "IGF1R", "initial concentration"),
    "place of a species": ('compartment="medium"', 'compartment="cytosol"', "IGF1", "compartment"),
    "boundary": ('boundaryCondition="false"', 'boundaryCondition="true"', "IGF1", "boundary condition"),
    "amount, not concentration": ('Units="false"', 'Units="true"', "IGF1", "only substance units"),
    "species term": ("uniprot:P05019", "uniprot:P01344", "IGF1", "terms"),
    "reason of an initial value": ("dosed by the user", "", "IGF1", "notes"),
    "value": ("0.00035", "0.00036", KON, "value"),
    "sign of a value": ("0.00035", "-0.00035", KON, "value"),
    "unit": (KON_TAG, KON_TAG.replace("per_nM_s", "per_s"), KON, "units"),
    "parameter SBO": ("SBO:0000339", "SBO:0000338", KON, "sbo"),
    "varying constant": (KON_TAG, KON_TAG.replace("true", "false"), KON, "constant"),
    "ECO of a basis": ("ECO:0000269", "ECO:0000304", KON, "terms"),
    "source of a value": ("pubmed:19225456", "pubmed:17898809", KON, "terms"),
    "reason of a value": ("peak within minutes", "", "k__IGF1R_autophosphorylates", "notes"),
    "unit of an observable": ('units="dimensionless"', 'units="second"', "pIRS1_share", "units"),
    "formula of an observable": ("<ci>pIRS1</ci>", "<ci>IRS1</ci>", "pIRS1_share", "formula"),
    "factor in an observable": ("> 2 </cn>", "> 3 </cn>", "pY_IGF1R", "formula"),
    "reaction name": ('name="IGF1 binds IGF1R"', 'name="binding"', BIND, "name"),
    "reaction SBO": ("SBO:0000177", "SBO:0000216", BIND, "sbo"),
    "reversible": ('reversible="true"', 'reversible="false"', BIND, "reversible"),
    "fast": ('fast="false"', 'fast="true"', BIND, "fast"),
    "place of a reaction": (BIND_TAG, BIND_TAG.replace("plasma_membrane", "medium"), BIND, "compartment"),
    "GO of a reaction": ("GO:0005520", "GO:0046777", BIND, "terms"),
    "paper of a reaction": ("pubmed:2877871", "pubmed:17898809", BIND, "terms"),
    "sentence": ("IGF1 binds the IGF1R dimer.", "IGF1 binds.", BIND, "notes"),
    "stoichiometry": ('stoichiometry="1"', 'stoichiometry="2"', REACTANT, "stoichiometry"),
    "reactant": ('species="IGF1" stoich', 'species="IRS1" stoich', REACTANT, "species"),
    "reactant SBO": ("SBO:0000010", "SBO:0000011", REACTANT, "sbo"),
    "modifier SBO": ("SBO:0000460", "SBO:0000459", MODIFIER, "sbo"),
    "modifier": ('species="IGF1R_active">', 'species="IGF1R_IGF1">', MODIFIER, "species"),
    "sign in a law": ("<minus/>", "<plus/>", f"law__{BIND}", "formula"),
    "law's metaid": ('metaid="meta_law__', 'metaid="meta_flow__', f"law__{BIND}", "metaid"),
    "group's name": ('groups:name="Inputs"', 'groups:name="Doses"', "inputs", "name"),
    "group's member": ('groups:idRef="IGF1"', 'groups:idRef="IRS1"', "inputs", "members"),
}
SLOT_TAG = 'SBO:0000346" value="0" units="second"'
NO_DELAY = "</trigger>\n"
LATER = f"</trigger>\n<{{}}>{MATH}<cn>1</cn></math></{{}}>"
SECOND = f'</eventAssignment><eventAssignment variable="IRS1">{MATH}<cn>1</cn></math></eventAssignment>'
FILE_DEFECTS |= {
    "constant species": ('Condition="false" constant="false"', 'Condition="false" constant="true"', "IGF1", "constant"),
    "event's name": ('name="IGF1, later dose"', 'name="IGF1"', DOSE, "name"),
    "event's SBO": ("SBO:0000375", "SBO:0000177", DOSE, "sbo"),
    "event's notes": (f"At the time {DOSE}__time;", "At a time;", DOSE, "notes"),
    "values after the trigger": ('FromTriggerTime="true"', 'FromTriggerTime="false"', DOSE, "values at the trigger"),
    "delay": (NO_DELAY, LATER.format("delay", "delay"), DOSE, "delay"),
    "priority": (NO_DELAY, LATER.format("priority", "priority"), DOSE, "priority"),
    "trigger at the start": ('initialValue="false"', 'initialValue="true"', f"trigger__{DOSE}", "initial value"),
    "trigger that may lapse": ('persistent="true"', 'persistent="false"', f"trigger__{DOSE}", "persistent"),
    "trigger of time 0": ("<gt/>", "<geq/>", f"trigger__{DOSE}", "formula"),
    "trigger before the time": ("<geq/>", "<leq/>", f"trigger__{DOSE}", "formula"),
    "either half of the trigger": ("<and/>", "<or/>", f"trigger__{DOSE}", "formula"),
    "trigger of another slot": (f"<ci>{DOSE}__time</ci>", f"<ci>{OTHER}__time</ci>", f"trigger__{DOSE}", "formula"),
    "no time of the run": (CLOCK, "<ci>time</ci>", f"trigger__{DOSE}", "formula"),
    "wrong species": ('variable="IGF1"', 'variable="IRS1"', DOSED, "variable"),
    "set instead of add": (ADDED, f"<ci>{OTHER}__nM</ci>", f"assignment__{OTHER}", "formula"),
    "add instead of set": (f"<ci>{DOSE}__nM</ci>", ADDED, DOSED, "formula"),
    "second assignment": ("</eventAssignment>", SECOND, DOSED, "twice"),
    "time that is not 0": (SLOT_TAG, SLOT_TAG.replace('"0"', '"60"'), f"{DOSE}__time", "value"),
    "unit of a time": (SLOT_TAG, SLOT_TAG.replace("second", "dimensionless"), f"{DOSE}__time", "units"),
    "unit of a dose": ('"0" units="unit__nM"', '"0" units="second"', f"{DOSE}__nM", "units"),
    "dose that is not 0": ('value="0" units="unit__nM"', 'value="1" units="unit__nM"', f"{DOSE}__nM", "value"),
    "notes of a slot": ("When IGF1 is given. 0: not given.", "When IGF1 is given.", f"{DOSE}__time", "notes"),
    "whose dose": (OWNER, OWNER.replace("P05019", "P01344"), f"{DOSE}__time", "terms"),
}
UNKNOWN = {
    "species": ('id="pIRS1" name', 'id="other" name', "other"),
    "reaction": (f'id="{BIND}" name', 'id="other" name', "other"),
    "parameter": (f'id="{KON}" name', 'id="other" name', "other"),
    "compartment": ('id="medium" name', 'id="other" name', "other"),
    "rule": ('variable="pY_IGF1R"', 'variable="IRS1"', "IRS1"),
    "group": ('groups:id="inputs"', 'groups:id="other"', "other"),
    "event": (f'id="{DOSE}" name', 'id="other" name', "other"),
    "slot": (f'id="{DOSE}__time"', 'id="other"', "other"),
    "modifier": (f'id="{MODIFIER}"', 'id="other"', "other"),
    "local parameter": (
        "</kineticLaw>",
        '<listOfLocalParameters><localParameter id="other" value="1"/></listOfLocalParameters></kineticLaw>',
        "other",
    ),
    "initial assignment": (
        "<listOfRules>",
        '<listOfInitialAssignments><initialAssignment symbol="IGF1">'
        f"{MATH}<ci>IRS1</ci></math></initialAssignment></listOfInitialAssignments><listOfRules>",
        "IGF1",
    ),
    "function": (
        "<listOfUnitDefinitions>",
        '<listOfFunctionDefinitions><functionDefinition id="other">'
        f"{MATH}<lambda><cn>1</cn></lambda></math></functionDefinition></listOfFunctionDefinitions>"
        "<listOfUnitDefinitions>",
        "other",
    ),
}
MANIFEST_DEFECTS = {
    "verb": ('"verb": "bind"', '"verb": "glue"', BIND, "sbo"),
    "nested formula": (f"- koff__{BIND}*IGF1R_IGF1", f"- koff__{BIND}*IGF1R", f"law__{BIND}", "formula"),
    "unit": ('"unit": "1/(nM*s)"', '"unit": "1/(nM*min)"', KON, "units"),
    "fixed": ('"fixed": false', '"fixed": true', "IGF1", "boundary condition"),
    "a dose is set": ('"act": "add"', '"act": "set"', "assignment__addition__IGF1__2", "formula"),
    "a dose is added": ('"act": "set"', '"act": "add"', "assignment__dose__IGF1", "formula"),
    "which dose": ('"number": 2', '"number": 3', "addition__IGF1__2", "name"),
    "what is dosed": ('"form": "IGF1",\n   "act": "set"', '"form": "IRS1",\n   "act": "set"', DOSED, "variable"),
    "paper of a dose": (
        '"pubmed:2877871"\n   ]\n  },\n  {\n   "id": "add',
        '"pubmed:1"\n   ]\n  },\n  {\n   "id": "add',
        DOSE,
        "terms",
    ),
    "part": ('"molecule": "IRS1"', '"molecule": "IGF1"', "IRS1", "terms"),
}


def rules(found: Verdict) -> set[tuple[str, str]]:
    """What was objected to, by subject and rule."""
    return {(one.subject, one.rule) for one in found.findings}


def test_a_good_file_passes(plant: Plant) -> None:
    found = plant(judge)
    assert (found.status, found.findings) == ("passed", ())
    assert found.detail == "45 elements, 329 values compared"


@pytest.mark.parametrize("defect", FILE_DEFECTS.values(), ids=FILE_DEFECTS)
def test_a_defect_of_the_file_is_found(plant: Plant, defect: tuple[str, str, str, str]) -> None:
    old, new, subject, field = defect
    assert (subject, field) in rules(plant(judge, old, new))


@pytest.mark.parametrize("defect", UNKNOWN.values(), ids=UNKNOWN)
def test_what_the_manifest_does_not_know_is_found(plant: Plant, defect: tuple[str, str, str]) -> None:
    old, new, subject = defect
    assert (subject, "unknown") in rules(plant(judge, old, new))


@pytest.mark.parametrize("defect", MANIFEST_DEFECTS.values(), ids=MANIFEST_DEFECTS)
def test_what_the_manifest_says_otherwise_is_found(plant: Plant, defect: tuple[str, str, str, str]) -> None:
    old, new, subject, field = defect
    assert (subject, field) in rules(plant(judge, old, new, "model.json"))


def test_what_is_absent_is_found(plant: Plant) -> None:
    assert ("pIRS1", "absent") in rules(plant(judge, 'id="pIRS1" name', 'id="other" name'))


@pytest.mark.parametrize("part", ["Event", "Trigger", "Assignment"])
def test_an_event_or_a_part_of_one_that_is_absent_is_found(plant: Plant, part: str) -> None:
    start, end = {
        "Event": (f'<event metaid="meta_{DOSE}"', "</event>"),
        "Trigger": (f'<trigger metaid="meta_trigger__{DOSE}"', "</trigger>"),
        "Assignment": (f'<eventAssignment metaid="meta_assignment__{DOSE}"', "</eventAssignment>"),
    }[part]
    removed = TINY[TINY.index(start) : TINY.index(end, TINY.index(start)) + len(end)]
    subject = DOSE if part == "Event" else f"{part.lower()}__{DOSE}"
    assert (subject, "absent") in rules(plant(judge, removed, ""))


def test_the_terms_of_an_event_cannot_be_left_out(plant: Plant) -> None:
    start = TINY.index("<annotation>", TINY.index("<event "))
    removed = TINY[start : TINY.index("</annotation>", start) + len("</annotation>")]
    assert (DOSE, "terms") in rules(plant(judge, removed, ""))


def test_events_are_not_known_to_a_manifest_without_slots(plant: Plant) -> None:
    found = rules(plant(judge, '"dosings"', '"others"', "model.json"))
    assert {(DOSE, "unknown"), (f"{DOSE}__time", "unknown"), (f"trigger__{DOSE}", "unknown")} <= found


def test_what_is_there_twice_is_found(plant: Plant) -> None:
    assert ("IRS1", "twice") in rules(plant(judge, 'id="pIRS1" name', 'id="IRS1" name'))


def test_another_qualifier_is_found(plant: Plant) -> None:
    found = plant(judge, "bqbiol:isVersionOf>", "bqbiol:is>", count=-1)
    assert rules(found) == {(one, "terms") for one in ("tiny", "pIRS1", BIND, AUTO, PHOSPHORYLATE)}


def test_only_the_defect_is_objected_to(plant: Plant) -> None:
    assert rules(plant(judge, "0.00035", "0.00036")) == {(KON, "value")}


def test_a_file_without_a_model_fails(plant: Plant) -> None:
    assert ("", "model") in rules(plant(judge, "<model ", "<modell "))


# What the manifest says for other formats, readers or the literature judge, and SBML does not hold.
ELSEWHERE = {
    *("molecules.name", "molecules.symbol", "molecules.gene", "molecules.sites.name"),
    *("molecules.sites.mod", "molecules.currency", "forms.parts.marks.kind", "forms.parts.marks.site"),
    *("forms.bonds", "forms.input", "forms.basis", "forms.source", "constants.at", "processes.module"),
    *("processes.constants", "processes.controls.id", "processes.currency_in"),
    *("processes.currency_out", "loses.xml", "loses.owl"),
}
# A currency molecule is no species; a self-control is no modifier: only that it is one is noticed. Of the
# parts of a complex the identities arrive, neither how many they are nor what else they are called.
UNUSED = {"molecules.3", "molecules.4", "processes.1.controls", "molecules.1.xrefs"}
UNUSED |= {f"forms.{form}.parts.{part}.count" for form in (1, 2, 3) for part in (0, 1)}
NOTICED = "processes.1.controls.0.self"


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to each single value of a manifest that SBML holds."""
    if isinstance(node, dict | list):
        for step, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves(value, (*path, step))
        return
    full = ".".join(str(step) for step in path)
    unused = any(f"{full}.".startswith(f"{one}.") for one in UNUSED) and full != NOTICED
    if not unused and ".".join(step for step in path if isinstance(step, str)) not in ELSEWHERE:
        yield path


def altered(value: Any) -> Any:
    """Another value of the same type."""
    if isinstance(value, bool):
        return not value
    return value + "9" if isinstance(value, str) else value + 1


def test_no_value_of_the_manifest_can_change_unnoticed(tmp_path: Path) -> None:
    shutil.copy(DATA / "tiny.xml", tmp_path)
    manifest = json.loads((DATA / "tiny.model.json").read_text(encoding="utf-8"))
    unnoticed = []
    for path in leaves(manifest):
        changed = copy.deepcopy(manifest)
        holder = functools.reduce(operator.getitem, path[:-1], changed)
        holder[path[-1]] = altered(holder[path[-1]])
        (tmp_path / "tiny.model.json").write_text(json.dumps(changed), encoding="utf-8")
        with contextlib.suppress(KeyError):  # a reference to something that is not there is noticed too
            if judge(tmp_path, "tiny").status == "passed":
                unnoticed.append(path)
    assert unnoticed == []


def test_a_missing_manifest_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "tiny.xml").touch()
    found = judge(tmp_path, "tiny")
    assert (found.status, found.detail) == ("not run", "missing: tiny.model.json")
