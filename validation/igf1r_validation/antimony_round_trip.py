"""The judge antimony: the model comes back from Antimony's language with the same numbers and mathematics.

SBML becomes Antimony, a language that people read and write, and SBML again. Compared is all that a simulation uses,
each formula in one normal form. What Antimony does not hold is counted, not objected to. Drawings and groups are taken
out before: of our layout Antimony reads a model of 140 processes in 35 s instead of one, and stumbles over its colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common
from igf1r_validation.sbml_common import each
from igf1r_validation.sbml_formula import of_math
from igf1r_validation.sbml_record import number
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "antimony"
QUICK: Final = False
ISOLATED: Final = True  # the library keeps what it read, for the whole process
LEFT_OUT: Final = ("render", "layout", "groups")

Fields = dict[str, Any]
Record = tuple[str, Fields]


class AntimonyError(ValueError):
    """What Antimony says when it cannot read something."""


def judge(build: Path, model: str) -> Verdict:
    """Send the SBML file through Antimony and compare what comes back."""
    path = build / f"{model}.xml"
    tool = sbml_common.tool("antimony", "libsbml")
    if reason := sbml_common.obstacle(("antimony", "libsbml"), path):
        return not_run(NAME, tool, path.name, reason)
    before = bare(path.read_text(encoding="utf-8"))
    try:
        after = of_antimony(to_antimony(before))
    except AntimonyError as error:
        return verdict(NAME, tool, path.name, [Finding("", "antimony", str(error))])
    return verdict(NAME, tool, path.name, differences(before, after), _detail(before, after))


def bare(sbml: str) -> str:
    """The SBML without drawings and groups."""
    import libsbml

    document = libsbml.readSBMLFromString(sbml)
    for package in LEFT_OUT:
        if document.isPackageEnabled(package):
            document.enablePackage(document.getPlugin(package).getURI(), package, False)
    return str(libsbml.writeSBMLToString(document))


def to_antimony(sbml: str) -> str:
    """The model in Antimony's language.

    Raises:
        AntimonyError: with what Antimony says.
    """
    import antimony

    return _translated(antimony.loadSBMLString, sbml, antimony.getAntimonyString)


def of_antimony(text: str) -> str:
    """The SBML that Antimony makes of its own language.

    Raises:
        AntimonyError: with what Antimony says.
    """
    import antimony

    return _translated(antimony.loadAntimonyString, text, antimony.getSBMLString)


def _translated(load: Callable[[str], int], text: str, write: Callable[[str], str]) -> str:
    import antimony

    antimony.clearPreviousLoads()
    if load(text) < 0 or antimony.getLastError():
        raise AntimonyError(antimony.getLastError() or "Antimony cannot read the model, and does not say why")
    return write(antimony.getMainModuleName())


def differences(before: str, after: str) -> Iterator[Finding]:
    """All that a simulation uses and that differs, each field a finding."""
    written, back = dict(records(before)), dict(records(after))
    for key in sorted(written.keys() | back.keys()):
        if key not in back or key not in written:
            yield Finding(key, "element", "is gone" if key in written else "was not there before")
            continue
        for field, value in written[key].items():
            if back[key][field] != value:
                yield Finding(key, field, f"{value} became {back[key][field]}")


def records(sbml: str) -> Iterator[Record]:
    """What a simulation uses, by kind and id: plain values, formulas in their normal form."""
    import libsbml

    document = libsbml.readSBMLFromString(sbml)
    model = document.getModel()
    yield "model", {kind: getattr(model, f"get{kind}Units")() for kind in ("Substance", "Time", "Volume", "Extent")}
    yield from ((f"compartment {one.getId()}", _compartment(one)) for one in each(model.getListOfCompartments()))
    yield from ((f"species {one.getId()}", _species(one)) for one in each(model.getListOfSpecies()))
    yield from ((f"parameter {one.getId()}", _parameter(one)) for one in each(model.getListOfParameters()))
    yield from ((f"unit {one.getId()}", _unit(one)) for one in each(model.getListOfUnitDefinitions()))
    for one in each(model.getListOfInitialAssignments()):
        yield f"initial assignment {one.getSymbol()}", {"formula": of_math(one.getMath())}
    for one in each(model.getListOfRules()):
        yield f"{one.getElementName()} {one.getVariable()}", {"formula": of_math(one.getMath())}
    yield from ((f"reaction {one.getId()}", _reaction(one)) for one in each(model.getListOfReactions()))
    yield from ((f"event {one.getId()}", _event(one)) for one in each(model.getListOfEvents()))
    for one in each(model.getListOfFunctionDefinitions()):
        yield f"function {one.getId()}", {"formula": of_math(one.getMath())}


def _value(is_set: bool, value: float) -> str:
    return number(value) if is_set else "none"


def _compartment(one: Any) -> Fields:
    return {
        "size": _value(one.isSetSize(), one.getSize()),
        "dimensions": one.getSpatialDimensions(),
        "constant": one.getConstant(),
    }


def _species(one: Any) -> Fields:
    return {
        "compartment": one.getCompartment(),
        "initial concentration": _value(one.isSetInitialConcentration(), one.getInitialConcentration()),
        "initial amount": _value(one.isSetInitialAmount(), one.getInitialAmount()),
        "only substance units": one.getHasOnlySubstanceUnits(),
        "boundary condition": one.getBoundaryCondition(),
        "constant": one.getConstant(),
    }


def _parameter(one: Any) -> Fields:
    return {
        "value": _value(one.isSetValue(), one.getValue()),
        "units": one.getUnits(),
        "constant": one.getConstant(),
    }


def _unit(one: Any) -> Fields:
    import libsbml

    definition = one.clone()
    libsbml.UnitDefinition.simplify(definition)
    return {
        "factors": sorted(
            (libsbml.UnitKind_toString(unit.getKind()), unit.getExponentAsDouble(), _factor(unit))
            for unit in each(definition.getListOfUnits())
        )
    }


def _factor(unit: Any) -> str:
    """How many of its kind a unit is: 1e-9 mole may be written with a scale or with a multiplier."""
    return number(unit.getMultiplier() * 10.0 ** unit.getScale())


def _reaction(one: Any) -> Fields:
    law = one.getKineticLaw()
    return {
        "reactants": _stoichiometry(one.getListOfReactants()),
        "products": _stoichiometry(one.getListOfProducts()),
        "modifiers": sorted({modifier.getSpecies() for modifier in each(one.getListOfModifiers())}),
        "reversible": one.getReversible(),
        "law": of_math(law.getMath() if law else None),
    }


def _stoichiometry(side: Any) -> Fields:
    """How many of each species, however they are listed."""
    counts: Counter[str] = Counter()
    for reference in each(side):
        counts[reference.getSpecies()] += reference.getStoichiometry()
    return dict(sorted(counts.items()))


def _event(one: Any) -> Fields:
    trigger = one.getTrigger()
    sets = {item.getVariable(): of_math(item.getMath()) for item in each(one.getListOfEventAssignments())}
    return {
        "trigger": of_math(trigger.getMath()),
        "initial value": trigger.getInitialValue(),
        "persistent": trigger.getPersistent(),
        "values from trigger time": one.getUseValuesFromTriggerTime(),
        "delay": of_math(one.getDelay().getMath()) if one.isSetDelay() else "none",
        "priority": of_math(one.getPriority().getMath()) if one.isSetPriority() else "none",
        "assignments": dict(sorted(sets.items())),
    }


def _detail(before: str, after: str) -> str:
    """What was compared, and what Antimony held of that which no simulation uses."""
    written, back = _told(before), _told(after)
    kinds = Counter(key.split()[0] for key, _ in records(before))
    compared = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()) if kind != "model")
    held = ", ".join(f"{back[what]} of {count} {what}" for what, count in sorted(written.items()))
    return f"{compared} compared; Antimony holds {held}"


def _told(sbml: str) -> Counter[str]:
    import libsbml

    document = libsbml.readSBMLFromString(sbml)
    counts = Counter({"annotations": 0, "notes": 0, "SBO terms": 0})
    for one in document.getListOfAllElements():
        counts["SBO terms"] += one.isSetSBOTerm()
        counts["notes"] += one.isSetNotes()
        terms = (one.getCVTerm(place) for place in range(one.getNumCVTerms()))
        counts["annotations"] += sum(term.getNumResources() for term in terms)
    return counts
