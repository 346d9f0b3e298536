"""SBML Level 3 Version 1, for simulation: COPASI, libRoadRunner, AMICI, BioModels.

Levels, units, qualifiers and their reasons are told in docs/formats.md. The file is written so that libSBML, reading
and writing it again, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from igf1r_model.exporters._xml import DECLARATION, element, number
from igf1r_model.exporters.sbml.annotations import (
    INFERRED,
    annotation,
    constant_terms,
    form_terms,
    model_annotation,
    place_terms,
)
from igf1r_model.exporters.sbml.events import events, slot_parameters
from igf1r_model.exporters.sbml.groups import groups
from igf1r_model.exporters.sbml.layout import NOT_REQUIRED, PACKAGES, layouts
from igf1r_model.exporters.sbml.mathml import math
from igf1r_model.exporters.sbml.notes import model_notes, notes
from igf1r_model.exporters.sbml.reactions import reaction
from igf1r_model.exporters.sbml.tables import ALWAYS, BUILT_IN, UNITS, VERBS, unit_id
from igf1r_model.kinetics import coherent, drugs_by_target, initial_concentration, litres
from igf1r_model.model import Constant, Form, Model, Observable, Place, Switch
from igf1r_model.sentences import contested, provenance
from igf1r_model.terms import form_sbo, sbo_of

SUFFIX: Final = ".xml"
LOSES: Final = (
    "which molecules of a complex touch each other, and at which residues a form is modified (MOD terms only)",
    "cofactors (ATP, ADP, GTP, GDP, water, phosphate): kinetically constant, so not in the model",
    "that a kinase catalyses its own phosphorylation: it is no modifier of the reaction that consumes it",
)
__all__ = ["LOSES", "SUFFIX", "VERBS", "export"]

CORE: Final = "http://www.sbml.org/sbml/level3/version1/core"
SBML: Final = {
    "xmlns": CORE,
    "xmlns:sbml": CORE,
    "xmlns:groups": "http://www.sbml.org/sbml/level3/version1/groups/version1",
    "level": "3",
    "version": "1",
    "groups:required": "false",
}
MODEL_UNITS: Final = {
    "substanceUnits": "unit__nmol",
    "timeUnits": "second",
    "volumeUnits": "litre",
    "areaUnits": "unit__dm2",
    "lengthUnits": "unit__dm",
    "extentUnits": "unit__nmol",
}


def export(model: Model) -> str:
    """The model as an SBML document."""
    metaid, drugs = f"meta_{model.id}", drugs_by_target(model.inhibitions)
    head = {"metaid": metaid, "id": model.id, "name": model.name, "sboTerm": "SBO:0000293", **MODEL_UNITS}
    body = element(
        "model",
        head,
        model_notes(model),
        model_annotation(model, metaid),
        _list("UnitDefinitions", _units(model)),
        _list("Compartments", map(_compartment, model.places)),
        _list("Species", _all_species(model)),
        _list("Parameters", _parameters(model)),
        _list("Rules", map(_rule, model.observables)),
        _list("Reactions", (reaction(process, drugs) for process in model.processes)),
        _list("Events", events(model)),
        groups(model),
        layouts(model),
    )
    return DECLARATION + element("sbml", _head(model), body)


def _head(model: Model) -> dict[str, str]:
    """Attributes of the document; the packages of a layout are named only where there is one."""
    core, version = dict(list(SBML.items())[:3]), dict(list(SBML.items())[3:])
    return SBML if model.layout is None else {**core, **PACKAGES, **version, **NOT_REQUIRED}


def _list(name: str, items: Iterable[str]) -> str:
    inner = "".join(items)
    return element(f"listOf{name}", None, inner) if inner else ""


def _units(model: Model) -> Iterator[str]:
    used = {coherent(constant)[1] for constant in model.constants} | {
        observable.unit for observable in model.observables
    }
    used |= {"nM"} if model.dosings else set()
    for name in UNITS:
        if name in ALWAYS or (name in used and name not in BUILT_IN):
            id, title, factors = UNITS[name]
            units = (
                element("unit", {"kind": kind, "exponent": str(exponent), "scale": str(scale), "multiplier": "1"})
                for kind, exponent, scale in factors
            )
            head = {"metaid": f"meta_{id}", "id": id, "name": title}
            yield element("unitDefinition", head, _list("Units", units))


def _compartment(place: Place) -> str:
    metaid = f"meta_{place.id}"
    head = {
        "metaid": metaid, "id": place.id, "name": place.name, "sboTerm": "SBO:0000290", "spatialDimensions": "3",
        "size": number(litres(place)), "units": "litre", "constant": "true",
    }  # fmt: skip
    return element("compartment", head, notes(provenance(place.volume)), annotation(metaid, place_terms(place)))


def _all_species(model: Model) -> Iterator[str]:
    """What an event sets is no constant, not even a form that no process changes."""
    dosed = {dosing.form for dosing in model.dosings}
    return (_species(form, form.fixed and form.id not in dosed) for form in model.forms)


def _species(form: Form, constant: bool) -> str:
    metaid = f"meta_{form.id}"
    head = {
        "metaid": metaid, "id": form.id, "name": form.name, "sboTerm": form_sbo(form),
        "compartment": form.place.id, "initialConcentration": number(initial_concentration(form)),
        "substanceUnits": "unit__nmol", "hasOnlySubstanceUnits": "false",
        "boundaryCondition": "true" if form.fixed else "false", "constant": "true" if constant else "false",
    }  # fmt: skip
    text = f"Initial amount: {provenance(form.initial)}"
    return element("species", head, notes(text), annotation(metaid, form_terms(form)))


def _parameters(model: Model) -> Iterator[str]:
    yield from map(_constant, model.constants)
    yield from map(_switch, model.switches)
    yield from map(_observable, model.observables)
    yield from slot_parameters(model)


def _constant(constant: Constant) -> str:
    metaid = f"meta_{constant.id}"
    value, unit = coherent(constant)
    head = {
        "metaid": metaid, "id": constant.id, "name": constant.name, "sboTerm": sbo_of(constant),
        "value": number(value), "units": unit_id(unit), "constant": "true",
    }  # fmt: skip
    return element(
        "parameter", head, notes(provenance(constant.quantity)), annotation(metaid, constant_terms(constant))
    )


def _switch(switch: Switch) -> str:
    metaid = f"meta_{switch.id}"
    head = {
        "metaid": metaid, "id": switch.id, "name": switch.name, "sboTerm": "SBO:0000002",
        "value": "1" if switch.on else "0", "units": "dimensionless", "constant": "true",
    }  # fmt: skip
    return element("parameter", head, notes(contested(switch)), annotation(metaid, [INFERRED]))


def _observable(observable: Observable) -> str:
    metaid = f"meta_{observable.id}"
    sbo = "SBO:0000472" if observable.unit == "nM" else "SBO:0000002"
    head = {
        "metaid": metaid, "id": observable.id, "name": observable.name, "sboTerm": sbo,
        "units": unit_id(observable.unit), "constant": "false",
    }  # fmt: skip
    return element("parameter", head, notes(observable.meaning), annotation(metaid, [INFERRED]))


def _rule(observable: Observable) -> str:
    metaid = f"meta_rule__{observable.id}"
    head = {"metaid": metaid, "sboTerm": "SBO:0000064", "variable": observable.id}
    return element("assignmentRule", head, annotation(metaid, [INFERRED]), math(observable.formula))
