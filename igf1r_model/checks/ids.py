"""Ids and names: legal, unique, one for each thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from igf1r_model.expressions import symbols
from igf1r_model.issues import Issue
from igf1r_model.model import Form, Model, Molecule
from igf1r_model.walk import curated_ids, used_constants, where

ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
LONGEST_NAME: Final = 25  # BioPAX display names, COPASI's columns


def ids_are_legal(model: Model) -> Iterator[Issue]:
    """An id is an SBML SId, an NCName and a URI fragment at once, and leaves ``__`` and ``.`` to helpers."""
    molecules = ((f"molecule {molecule.id}", molecule.id, molecule.origin) for molecule in model.molecules)
    for subject, id, origin in (*curated_ids(model), *molecules):
        if not ID.fullmatch(id) or "__" in id:
            allowed = "a letter, then letters, digits and single underscores"
            yield Issue(subject, f"{id!r} is no legal id; allowed: {allowed}", origin)


def ids_are_unique(model: Model) -> Iterator[Issue]:
    """No two things share an id, not even in another case: BioPAX and file systems would mix them up."""
    seen: dict[str, tuple[str, str]] = {}
    for subject, id, origin in _ids(model):
        if id.lower() in seen:
            first, at = seen[id.lower()]
            yield Issue(subject, f"the id {id!r} is already taken by {first!r} ({at or 'no line known'})", origin)
        else:
            seen[id.lower()] = (id, origin)


def molecules_are_distinct(model: Model) -> Iterator[Issue]:
    """One molecule has one id, and one id stands for one molecule; case does not tell them apart."""
    seen: dict[str, Molecule] = {}
    for molecule in dict.fromkeys(part.molecule for form in model.forms for part in form.parts):
        first = seen.setdefault(molecule.id.lower(), molecule)
        if first is not molecule:
            message = f"the id {molecule.id!r} is already that of another molecule, {first.id!r} ({first.origin})"
            yield Issue(f"molecule {molecule.id}", message, molecule.origin)


def forms_are_distinct(model: Model) -> Iterator[Issue]:
    """One form has one id."""
    seen: dict[object, Form] = {}
    for form in model.forms:
        first = seen.setdefault(form.state, form)
        if first is not form:
            yield Issue(
                form.id, f"is the same form as {first.id} ({first.origin}); give {first.id} instead", form.origin
            )


def names_fit(model: Model) -> Iterator[Issue]:
    """Names are unique and short: COPASI renames duplicates without a word, BioPAX warns above 25 characters."""
    seen: dict[str, str] = {}
    for id, name, origin in _names(model):
        if not 0 < len(name) <= LONGEST_NAME or name.split() != name.split(" "):
            yield Issue(
                id,
                f"the name {name!r} must have 1 to {LONGEST_NAME} characters on one line; give name= or shown=",
                origin,
            )
        if seen.setdefault(name, id) != id:
            yield Issue(id, f"the name {name!r} is also that of {seen[name]}; give name= or shown=", origin)


def forms_are_declared(model: Model) -> Iterator[Issue]:
    """A process only uses forms of the modules that the model lists."""
    declared = {form.id for form in model.forms}
    for process in model.processes:
        used = [p.form for p in (*process.reactants, *process.products)]
        used += [form for control in process.controls for form in control.members]
        for form in {form.id: form for form in used if form.id not in declared}.values():
            yield Issue(
                where(process), f"uses {form.id} ({form.origin}), whose module the model does not list", process.origin
            )


def places_are_declared(model: Model) -> Iterator[Issue]:
    """A process and an observable only use places in which the model has forms."""
    declared = {place.id for place in model.places}
    for process in model.processes:
        if process.place.id not in declared:
            yield Issue(where(process), f"at={process.place.id}, where the model has no form", process.origin)
    known = declared | {form.id for form in model.forms} | {observable.id for observable in model.observables}
    for observable in model.observables:
        for id in sorted(set(symbols(observable.formula)) - known):
            yield Issue(observable.id, f"is per volume of {id}, where the model has no form", observable.origin)


def _ids(model: Model) -> Iterator[tuple[str, str, str]]:
    """Every id that shares one name space in some format; molecules have their own (``ref.<id>``)."""
    yield from curated_ids(model)
    for constant, _, origin in used_constants(model):
        yield constant.id, constant.id, origin


def _names(model: Model) -> Iterator[tuple[str, str, str]]:
    for place in model.places:
        yield place.id, place.name, place.origin
    for form in model.forms:
        yield form.id, form.name, form.origin
    for process in model.processes:
        yield process.id, process.name, process.origin
    for observable in model.observables:
        yield observable.id, observable.name, observable.origin
