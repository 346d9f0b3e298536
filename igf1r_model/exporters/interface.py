"""What can be set and read, as a table: the contract for whoever scans the model with nothing but the files.

One row a thing. Inputs and observables stand once; a switch has its default; a context has a row for every value
in which it differs from the model as written, its ligand-free start included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from igf1r_model import baseline
from igf1r_model.contexts import in_context
from igf1r_model.kinetics import coherent, initial_concentration
from igf1r_model.model import Context, Form, Model, Quantity
from igf1r_model.sentences import SAYS

SUFFIX: Final = ".interface.tsv"
LOSES: Final = ("the processes, constants and forms themselves: they stand in the SBML file",)
VERBS: Final = SAYS

COLUMNS: Final = ("kind", "id", "target", "value", "unit", "place", "basis", "source", "meaning")
Row = tuple[str, str, str, str, str, str, str, str, str]


def export(model: Model) -> str:
    """The table as tab-separated text."""
    rows = [*_inputs(model.forms), *_observables(model), *_switches(model)]
    for context in model.contexts:
        rows += _context(model, context)
    return "\n".join("\t".join(row) for row in (COLUMNS, *rows)) + "\n"


def _inputs(forms: Iterable[Form]) -> Iterator[Row]:
    for form in forms:
        if form.input:
            value = f"{initial_concentration(form):.12g}"
            yield "input", form.id, form.id, value, "nM", form.place.id, "", "", f"dose of {form.name}"


def _observables(model: Model) -> Iterator[Row]:
    for one in model.observables:
        yield "observable", one.id, one.id, "", one.unit, "", "", "", one.meaning


def _switches(model: Model) -> Iterator[Row]:
    for one in model.switches:
        yield "switch", one.id, one.id, str(int(one.on)), "dimensionless", "", "", "", f"contested: {one.why}"


def _context(model: Model, context: Context) -> Iterator[Row]:
    """The settings with their provenance, then what the ligand-free start of the context makes of the other forms."""
    there = baseline.apply(in_context(model, context.id))
    places = {form.id: form.place.id for form in model.forms}
    values = {form.id: (initial_concentration(form), "nM") for form in there.forms}
    values |= {constant.id: coherent(constant) for constant in there.constants}
    values |= {switch.id: (float(switch.on), "dimensionless") for switch in there.switches}
    for setting in context.settings:
        value, unit = values[setting.target]
        place = places.get(setting.target, "")
        yield _row(context, setting.target, value, unit, place, setting.quantity, context.why)
    told = {setting.target for setting in context.settings}
    before = {form.id: initial_concentration(form) for form in model.forms}
    for form in there.forms:
        value = initial_concentration(form)
        if form.id not in told and value != before[form.id]:
            yield _row(context, form.id, value, "nM", form.place.id, form.initial, "ligand-free start")


def _row(context: Context, target: str, value: float, unit: str, place: str, basis: Quantity, meaning: str) -> Row:
    source = basis.source.curie if basis.source is not None else ""
    return "context", context.id, target, f"{value:.12g}", unit, place, basis.basis.value, source, meaning
