"""The judge arrival: libSBML finds everything that the manifest says, and nothing else is in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common, sbml_units
from igf1r_validation.sbml_common import each
from igf1r_validation.sbml_expected import records
from igf1r_validation.sbml_formula import of_math, of_text
from igf1r_validation.sbml_record import Fields, Record, number
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "arrival"
QUICK: Final = True
ISOLATED: Final = False
Units = Callable[[str], str]


def judge(build: Path, model: str) -> Verdict:
    """Compare what libSBML reads with what the manifest demands, field by field."""
    path = build / f"{model}.xml"
    tool = sbml_common.tool("libsbml")
    if reason := sbml_common.obstacle(("libsbml", "lxml"), path, build / f"{model}.model.json"):
        return not_run(NAME, tool, path.name, reason)
    wanted = records(sbml_common.manifest(build, model))
    detail = f"{len(wanted)} elements, {sum(len(fields) for _, _, fields in wanted)} values compared"
    return verdict(NAME, tool, path.name, _findings(path, wanted), detail)


def _findings(path: Path, wanted: list[Record]) -> Iterator[Finding]:
    import libsbml

    document = libsbml.readSBMLFromFile(str(path))
    if document.getModel() is None:
        yield Finding("", "model", "libSBML finds no model in the file")
        return
    found = list(_found(document.getModel()))
    known = {(kind, key) for kind, key, _ in wanted}
    for (kind, key), count in Counter((kind, key) for kind, key, _ in found).items():
        if (kind, key) not in known:
            yield Finding(key, "unknown", f"{kind} {key} is not in the manifest")
        elif count > 1:
            yield Finding(key, "twice", f"{kind} {key} is in the file {count} times")
    held = {(kind, key): fields for kind, key, fields in found}
    for kind, key, fields in wanted:
        if (kind, key) not in held:
            yield Finding(key, "absent", f"{kind} {key} of the manifest is not in the file")
        else:
            yield from _compare(kind, key, fields, held[kind, key])


def _compare(kind: str, key: str, wanted: Fields, held: Fields) -> Iterator[Finding]:
    """A finding for each field that differs; notes need only hold the text, formulas compare as trees."""
    for field, value in wanted.items():
        there = held[field]
        if not _agree(field, value, there):
            yield Finding(key, field, f"{field} of {kind} {key} is {there!r}, the manifest demands {value!r}")


def _agree(field: str, value: object, there: object) -> bool:
    if field == "notes":
        return _letters(str(value)) in _letters(str(there))
    return (of_text(str(value)) if field == "formula" else value) == there


def _found(model: Any) -> Iterator[Record]:
    """Every element of the file as a record with the fields that the manifest can speak of."""
    defined = sbml_units.definitions(model)

    def units(name: str) -> str:
        return sbml_units.resolve(name, defined)

    for kind, key, element in sbml_common.elements(model):
        yield kind, key, _common(element) | READERS.get(kind, _nothing)(element, units)
    groups = model.getPlugin("groups")
    for group in each(groups.getListOfGroups()) if groups else ():
        members = tuple(member.getIdRef() for member in each(group.getListOfMembers()))
        yield "group", group.getId(), _common(group) | {"members": members}


def _common(element: Any) -> Fields:
    return {
        "name": element.getName(),
        "metaid": element.getMetaId(),
        "sbo": element.getSBOTermID(),
        "terms": tuple(sorted(sbml_common.terms(element))),
    }


def _nothing(element: Any, units: Units) -> Fields:
    """For kinds of element that no manifest knows: they are objected to by being there."""
    return {}


def _model(model: Any, units: Units) -> Fields:
    return {
        "substance units": units(model.getSubstanceUnits()),
        "extent units": units(model.getExtentUnits()),
        "time units": units(model.getTimeUnits()),
        "volume units": units(model.getVolumeUnits()),
        "notes": _notes(model),
        **_history(model),
    }


def _history(model: Any) -> Fields:
    if not model.isSetModelHistory():
        return {"creators": (), "created": "", "modified": ""}
    history = model.getModelHistory()
    creators = [history.getCreator(index) for index in range(history.getNumCreators())]
    modified = [history.getModifiedDate(index) for index in range(history.getNumModifiedDates())]
    return {
        "creators": tuple(
            (one.getFamilyName(), one.getGivenName(), one.getOrganization(), one.getEmail()) for one in creators
        ),
        "created": history.getCreatedDate().getDateAsString() if history.isSetCreatedDate() else "",
        "modified": " ".join(date.getDateAsString() for date in modified),
    }


def _compartment(compartment: Any, units: Units) -> Fields:
    return {
        "size": _value(compartment.isSetSize(), compartment.getSize()),
        "units": units(compartment.getUnits()),
        "dimensions": compartment.getSpatialDimensions(),
        "constant": compartment.getConstant(),
    }


def _value(there: bool, value: float) -> str:
    return number(value) if there else ""


def _species(species: Any, units: Units) -> Fields:
    initial = _value(species.isSetInitialConcentration(), species.getInitialConcentration())
    return {
        "compartment": species.getCompartment(),
        "initial concentration": initial,
        "units": units(species.getSubstanceUnits()),
        "only substance units": species.getHasOnlySubstanceUnits(),
        "boundary condition": species.getBoundaryCondition(),
        "constant": species.getConstant(),
        "notes": _notes(species),
    }


def _parameter(parameter: Any, units: Units) -> Fields:
    return {
        "value": _value(parameter.isSetValue(), parameter.getValue()),
        "units": units(parameter.getUnits()),
        "constant": parameter.getConstant(),
        "notes": _notes(parameter),
    }


def _rule(rule: Any, units: Units) -> Fields:
    return {"formula": of_math(rule.getMath()) if rule.isAssignment() else "no assignment rule"}


def _reaction(reaction: Any, units: Units) -> Fields:
    return {
        "reversible": reaction.getReversible(),
        "compartment": reaction.getCompartment(),
        "fast": reaction.getFast(),
        "notes": _notes(reaction),
    }


def _participant(reference: Any, units: Units) -> Fields:
    return {
        **_modifier(reference, units),
        "stoichiometry": _value(reference.isSetStoichiometry(), reference.getStoichiometry()),
        "constant": reference.getConstant(),
    }


def _modifier(reference: Any, units: Units) -> Fields:
    reaction = reference.getParentSBMLObject().getParentSBMLObject()
    return {"species": reference.getSpecies(), "reaction": reaction.getId()}


def _law(law: Any, units: Units) -> Fields:
    return {"formula": of_math(law.getMath())}


def _event(event: Any, units: Units) -> Fields:
    return {
        "values at the trigger": event.getUseValuesFromTriggerTime(),
        "delay": event.isSetDelay(),
        "priority": event.isSetPriority(),
        "notes": _notes(event),
    }


def _trigger(trigger: Any, units: Units) -> Fields:
    return {
        "event": trigger.getParentSBMLObject().getId(),
        "formula": of_math(trigger.getMath()),
        "initial value": trigger.getInitialValue(),
        "persistent": trigger.getPersistent(),
    }


def _assignment(assignment: Any, units: Units) -> Fields:
    event = assignment.getParentSBMLObject().getParentSBMLObject()
    return {
        "event": event.getId(),
        "variable": assignment.getVariable(),
        "formula": of_math(assignment.getMath()),
    }


def _notes(element: Any) -> str:
    """The text of an element's notes, without mark-up."""
    from lxml import etree

    notes = element.getNotesString()
    pieces = etree.fromstring(notes).itertext() if notes else ()
    return " ".join("".join(str(piece) for piece in pieces).split())


def _letters(text: str) -> str:
    """A text without white space, of which mark-up may add or take some."""
    return "".join(text.split())


READERS: Final[dict[str, Callable[[Any, Units], Fields]]] = {
    "model": _model,
    "compartment": _compartment,
    "species": _species,
    "parameter": _parameter,
    "rule": _rule,
    "reaction": _reaction,
    "reactant": _participant,
    "product": _participant,
    "modifier": _modifier,
    "law": _law,
    "event": _event,
    "trigger": _trigger,
    "assignment": _assignment,
}
