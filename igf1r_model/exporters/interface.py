"""What can be set and read, as a table: the contract for whoever scans the model with nothing but the files.

One row a thing. Inputs and observables stand once; a switch has its default; a slot for a later dose has a row for
its time and one for its concentration; a context has a row for every value in which it differs from the model as
written, its ligand-free start included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from igf1r_model.contexts import in_context
from igf1r_model.exporters._doses import amount_meaning, time_meaning
from igf1r_model.kinetics import coherent, initial_concentration
from igf1r_model.model import Context, Form, Model
from igf1r_model.sentences import SAYS, contested

SUFFIX: Final = ".interface.tsv"
LOSES: Final = ("the processes, constants and forms themselves: they stand in the SBML file",)
VERBS: Final = SAYS

COLUMNS: Final = ("kind", "id", "target", "value", "unit", "place", "basis", "source", "meaning")
Row = tuple[str, str, str, str, str, str, str, str, str]


def export(model: Model) -> str:
    """The table as tab-separated text."""
    rows = [*_inputs(model.forms), *_observables(model), *_switches(model), *_slots(model)]
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
        yield "switch", one.id, one.id, str(int(one.on)), "dimensionless", "", "", "", contested(one)


def _slots(model: Model) -> Iterator[Row]:
    """What to set for a dose that comes later than the start: when, and how much."""
    forms = {form.id: form for form in model.forms}
    for one in model.dosings:
        form = forms[one.form]
        yield "slot", one.id, one.time, "0", "s", "", "", "", time_meaning(one, form)
        yield "slot", one.id, one.amount, "0", "nM", form.place.id, "", "", amount_meaning(one, form)


def _context(model: Model, context: Context) -> Iterator[Row]:
    """Each value that the context sets, in the coherent unit, with its provenance."""
    there = in_context(model, context.id)
    values = {form.id: (initial_concentration(form), "nM", form.place.id) for form in there.forms}
    values |= {constant.id: (*coherent(constant), "") for constant in there.constants}
    values |= {switch.id: (float(switch.on), "dimensionless", "") for switch in there.switches}
    for setting in context.settings:
        value, unit, place = values[setting.target]
        basis, why = setting.quantity.basis.value, setting.quantity.why
        source = setting.quantity.source.curie if setting.quantity.source is not None else ""
        yield "context", context.id, setting.target, f"{value:.12g}", unit, place, basis, source, why or context.why
