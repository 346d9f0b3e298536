"""What the SBML must say of each slot for a later dose: an event with its trigger and assignment, two parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from igf1r_validation.sbml_record import Fields, Record, Term, annotated, cited, number, sbo
from igf1r_validation.sbml_units import unit

NOUN: Final = {"set": "dose", "add": "addition"}
WHICH: Final = ("", "", "second ", "third ")  # by the number of the slot
FORMULA: Final = {"set": "{amount}", "add": "{form} + {amount}"}
TRIGGER: Final = "({time} > 0 second) && (time >= {time})"
NOT_GIVEN: Final = "0: not given"  # what a reader of the notes must find
INFERRED: Final = "ECO:0000305"


def events(manifest: dict[str, Any], terms: Mapping[str, Sequence[Term]]) -> Iterator[Record]:
    """The records of every slot; `terms` are those of the species, by id."""
    names = {form["id"]: form["name"] for form in manifest["forms"]}
    for dosing in manifest.get("dosings", ()):
        called = f"{names[dosing['form']]}, {WHICH[dosing['number']]}later {NOUN[dosing['act']]}"
        yield from _event(dosing, called)
        given = _property_of(terms[dosing["form"]])
        yield _parameter(dosing["time"], f"time ({called})", 346, "s", given)
        yield _parameter(dosing["amount"], f"concentration ({called})", 472, "nM", given)


def _event(dosing: dict[str, Any], called: str) -> Iterator[Record]:
    id, papers = dosing["id"], dosing["papers"]
    fields = annotated({"id": id, "name": called}, sbo(375), cited(papers, [INFERRED]))
    rest: Fields = {"values at the trigger": True, "delay": False, "priority": False, "notes": dosing["time"]}
    yield "event", id, fields | rest
    own: Fields = {"metaid": f"meta_trigger__{id}", "sbo": sbo(64), "terms": (), "event": id}
    yield "trigger", f"trigger__{id}", own | {
        "formula": TRIGGER.format(**dosing), "initial value": False, "persistent": True,
    }  # fmt: skip
    own |= {"metaid": f"meta_assignment__{id}"}
    yield "assignment", f"assignment__{id}", own | {
        "formula": FORMULA[dosing["act"]].format(**dosing), "variable": dosing["form"],
    }  # fmt: skip


def _parameter(id: str, name: str, term: int, measure: str, terms: list[Term]) -> Record:
    """Nothing is given as long as nobody says so: the value is 0."""
    fields = annotated({"id": id, "name": name}, sbo(term), [*terms, *cited([], [INFERRED])])
    rest: Fields = {"value": number(0), "units": unit(measure), "constant": True, "notes": NOT_GIVEN}
    return "parameter", id, fields | rest


def _property_of(terms: Sequence[Term]) -> list[Term]:
    """The identities of what is given, one each; its modifications are properties of their own."""
    said = [curie for qualifier, curies in terms if qualifier != "bqbiol:hasProperty" for curie in curies]
    return [("bqbiol:isPropertyOf", (curie,)) for curie in said]
