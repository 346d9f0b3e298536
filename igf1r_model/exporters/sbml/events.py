"""Doses that may come later than the start: an event each, its time and its concentration as parameters.

Who simulates the file changes parameters before a run and needs no program that changes values in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from igf1r_model.dosing import Dosing
from igf1r_model.exporters._doses import amount_meaning, papers, time_meaning, title
from igf1r_model.exporters._xml import element
from igf1r_model.exporters.sbml.annotations import INFERRED, Term, annotation, form_terms
from igf1r_model.exporters.sbml.mathml import math, reached
from igf1r_model.exporters.sbml.notes import notes
from igf1r_model.exporters.sbml.tables import unit_id
from igf1r_model.expressions import Operation, Symbol
from igf1r_model.model import Form, Model
from igf1r_model.protocol import Act

PROCESS: Final = "SBO:0000375"  # of the branch that an event needs; SBO has nothing narrower for a dose
FORMULA: Final = "SBO:0000064"
TIME: Final = "SBO:0000346"
CONCENTRATION: Final = "SBO:0000472"


def events(model: Model) -> Iterator[str]:
    """The event of each slot, in the order of the model."""
    forms, cited = {form.id: form for form in model.forms}, papers(model)
    return (_event(dosing, forms[dosing.form], cited[dosing]) for dosing in model.dosings)


def slot_parameters(model: Model) -> Iterator[str]:
    """Time and concentration of each slot, both 0: nothing is given."""
    forms = {form.id: form for form in model.forms}
    for dosing in model.dosings:
        form = forms[dosing.form]
        called = title(dosing, form)
        yield _parameter(form, dosing.time, f"time ({called})", TIME, "s", time_meaning(dosing, form))
        meaning = amount_meaning(dosing, form)
        yield _parameter(form, dosing.amount, f"concentration ({called})", CONCENTRATION, "nM", meaning)


def _parameter(form: Form, id: str, name: str, sbo: str, unit: str, meaning: str) -> str:
    metaid = f"meta_{id}"
    head = {
        "metaid": metaid, "id": id, "name": name, "sboTerm": sbo,
        "value": "0", "units": unit_id(unit), "constant": "true",
    }  # fmt: skip
    return element("parameter", head, notes(meaning), annotation(metaid, [*_property_of(form), INFERRED]))


def _property_of(form: Form) -> Iterator[Term]:
    """What is given, by the identifiers of the species, one in each term."""
    for qualifier, curies in form_terms(form):
        if qualifier != "bqbiol:hasProperty":
            yield from (("bqbiol:isPropertyOf", (curie,)) for curie in curies)


def _event(dosing: Dosing, form: Form, cited: tuple[str, ...]) -> str:
    metaid = f"meta_{dosing.id}"
    head = {
        "metaid": metaid, "id": dosing.id, "name": title(dosing, form), "sboTerm": PROCESS,
        "useValuesFromTriggerTime": "true",
    }  # fmt: skip
    does = f"{'Sets' if dosing.act is Act.SET else 'Adds to'} {form.name}"
    text = f"{does} at the time {dosing.time}, if that is not 0; the concentration is {dosing.amount}."
    terms: list[Term] = [("bqbiol:isDescribedBy", (curie,)) for curie in cited]
    return element(
        "event",
        head,
        notes(text),
        annotation(metaid, [*terms, INFERRED]),
        _trigger(dosing),
        element("listOfEventAssignments", None, _assignment(dosing)),
    )


def _trigger(dosing: Dosing) -> str:
    """It was not reached before the start, so that a dose soon after it is given too."""
    head = {
        "metaid": f"meta_trigger__{dosing.id}", "sboTerm": FORMULA, "initialValue": "false", "persistent": "true",
    }  # fmt: skip
    return element("trigger", head, reached(dosing.time))


def _assignment(dosing: Dosing) -> str:
    given = Symbol(dosing.amount)
    formula = given if dosing.act is Act.SET else Operation("+", Symbol(dosing.form), given)
    head = {"metaid": f"meta_assignment__{dosing.id}", "sboTerm": FORMULA, "variable": dosing.form}
    return element("eventAssignment", head, math(formula))
