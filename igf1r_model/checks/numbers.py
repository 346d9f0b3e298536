"""Numbers: finite, with provenance, in units that fit the law."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

from igf1r_model.expressions import symbols
from igf1r_model.issues import Issue
from igf1r_model.kinetics import RATE, dimension, expected_units
from igf1r_model.model import Basis, Model, Process, Quantity
from igf1r_model.terms import PARAMETER_SBO
from igf1r_model.units import COHERENT, UnitError, coherent_name, parse_unit
from igf1r_model.walk import all_constants, quantities, used_constants, where

MOST_ESTIMATED: Final = 25  # more than the published data can tell apart


def quantities_have_provenance(model: Model) -> Iterator[Issue]:
    """A cited number has its source, an uncited one its reason; all are finite and none is negative."""
    for subject, quantity, origin in quantities(model):
        if not math.isfinite(quantity.value) or quantity.value < 0:
            yield Issue(subject, f"the value {quantity.value} {quantity.unit} must be finite and not negative", origin)
        cited = quantity.basis in (Basis.MEASURED, Basis.FROM_MODEL)
        if cited and quantity.source is None:
            yield Issue(subject, f"{quantity.basis} needs a source", origin)
        if not cited and not quantity.why:
            yield Issue(subject, f"{quantity.basis} needs a reason, why=", origin)
        if quantity.basis is Basis.ASSUMED and quantity.source is not None:
            yield Issue(subject, "an assumed value carries a reason and no citation", origin)


def estimates_can_be_fitted(model: Model) -> Iterator[Issue]:
    """What calibration may change is a constant, starts between positive bounds, and has not too many beside it."""
    constants = {constant.id for constant in model.constants}
    given = [
        *quantities(model),
        *((f"{c.id}.{s.target}", s.quantity, c.origin) for c in model.contexts for s in c.settings),
    ]
    found = [(subject, quantity, origin) for subject, quantity, origin in given if quantity.bounds is not None]
    for subject, quantity, origin in found:
        low, high = quantity.bounds or (0.0, 0.0)
        if subject not in constants:
            yield Issue(subject, "estimated() is for constants of the model; an amount or a context cannot be", origin)
        elif not (0 < low < high < math.inf and low <= (quantity.start or 0.0) <= high):
            told = f"within=({low:g}, {high:g}) must be positive, rising, and hold the start {quantity.start:g}"
            yield Issue(subject, told, origin)
    if len(found) > MOST_ESTIMATED:
        told = f"{len(found)} constants are estimated; at most {MOST_ESTIMATED} can be: give fewer estimated(...)"
        yield Issue(model.id, told, model.origin)


def divisors_are_positive(model: Model) -> Iterator[Issue]:
    """Volumes and half-saturations are divided by."""
    numbers = [("volume", place.id, place.volume, place.origin) for place in model.places]
    numbers += [(c.role, c.id, c.quantity, line) for c, _, line in used_constants(model) if c.role in ("K", "Km", "Ki")]
    for what, subject, quantity, origin in numbers:
        if quantity.value == 0:
            yield Issue(subject, f"the {what} is 0 {quantity.unit}; it is divided by, so it must be positive", origin)


def units_are_readable(model: Model) -> Iterator[Issue]:
    """Every unit can be read, and initial amounts are concentrations or amounts, volumes volumes."""
    for subject, quantity, origin in quantities(model):
        try:
            coherent_name(parse_unit(quantity.unit), quantity.unit)
        except UnitError as error:
            yield Issue(subject, str(error), origin)
    for form in model.forms:
        yield from _has_dimension(form.id, form.initial, ("nM", "molecules"), form.origin)
    for place in model.places:
        yield from _has_dimension(place.id, place.volume, ("L",), place.origin)


def _has_dimension(subject: str, quantity: Quantity, allowed: tuple[str, ...], origin: str) -> Iterator[Issue]:
    unit = _dimension(quantity.unit)
    if unit is not None and unit not in {parse_unit(one).dimension for one in allowed}:
        yield Issue(subject, f"has the unit {quantity.unit!r}; allowed are those of {' or '.join(allowed)}", origin)


def units_fit_the_law(model: Model) -> Iterator[Issue]:
    """Each constant has the unit its place in the law needs, and the whole law is an amount per time."""
    dimensions = _dimensions(model)
    for process in model.processes:
        if process.law is None:
            continue
        wrong = list(_wrong_units(process))
        yield from wrong or _wrong_law(process, dimensions)
    for inhibition in model.inhibitions:
        yield from _has_dimension(inhibition.id, inhibition.Ki.quantity, ("nM",), inhibition.origin)


def numbers_are_in_the_law(model: Model) -> Iterator[Issue]:
    """Every constant of a process stands in its law: what a verb cannot use must not look as if it did."""
    for process in model.processes:
        if process.law is None:
            continue
        used = set(symbols(process.law))
        for constant in all_constants(process):
            if constant.id not in used:
                yield Issue(where(process), f"the law of {process.verb} has no place for {constant.id}", process.origin)


def _wrong_units(process: Process) -> Iterator[Issue]:
    for constant, unit in expected_units(process):
        given = _dimension(constant.quantity.unit)
        if given is not None and given != unit.dimension:
            needed = COHERENT.get(unit.dimension, f"nmol, L, s to the powers {unit.dimension}")
            message = f"{constant.id} has the unit {constant.quantity.unit}; its {process.verb} law needs {needed}"
            yield Issue(where(process), message, process.origin)


def _wrong_law(process: Process, dimensions: Mapping[str, tuple[int, int, int]]) -> Iterator[Issue]:
    assert process.law is not None
    try:
        found = dimension(process.law, dimensions)
    except UnitError as error:
        yield Issue(where(process), f"its law has no unit: {error}", process.origin)
        return
    except KeyError:  # a form, place or unit that other checks report
        return
    if found != RATE:
        yield Issue(where(process), f"its law has the dimension {found} of nmol, L, s, not nmol/s", process.origin)


def _dimensions(model: Model) -> dict[str, tuple[int, int, int]]:
    units = {constant.id: _dimension(constant.quantity.unit) for constant in model.constants}
    of = {id: found for id, found in units.items() if found is not None}
    of |= {form.id: (1, -1, 0) for form in model.forms}
    of |= {place.id: (0, 1, 0) for place in model.places}
    return of | {switch.id: (0, 0, 0) for switch in model.switches}


def _dimension(unit: str) -> tuple[int, int, int] | None:
    try:
        return parse_unit(unit).dimension
    except UnitError:
        return None  # reported by units_are_readable


def sbo_terms_fit(model: Model) -> Iterator[Issue]:
    """A constant's SBO term, if the curator gives one, is one for constants."""
    for constant, _, origin in used_constants(model):
        if constant.sbo and constant.sbo not in PARAMETER_SBO:
            allowed = ", ".join(PARAMETER_SBO)
            yield Issue(constant.id, f"{constant.sbo} is no SBO term for a constant; allowed: {allowed}", origin)
