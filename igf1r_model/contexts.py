"""Contexts: kinds of cells and media as values on the one model, never a copy of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from igf1r_model.issues import Issue, origin
from igf1r_model.model import Basis, Constant, Context, Form, Model, Quantity, Setting, Switch
from igf1r_model.units import UnitError, parse_unit

Target = Form | Constant | Switch


def context(id: str, name: str, why: str, settings: Mapping[Target, Quantity]) -> Context:
    """A context as a curator writes it: what differs from the model as it stands, each value with its basis."""
    return Context(
        id, name, why, tuple(Setting(target.id, quantity) for target, quantity in settings.items()), origin()
    )


def switched(on: bool, why: str) -> Quantity:
    """The value of a switch in a context."""
    return Quantity(float(on), "dimensionless", Basis.ASSUMED, why=why)


def in_context(model: Model, name: str) -> Model:
    """The model with the values of one of its contexts; its id says so.

    Raises:
        ValueError: naming the contexts there are, when `name` is none of them.
    """
    found = next((one for one in model.contexts if one.id == name), None)
    if found is None:
        known = ", ".join(one.id for one in model.contexts) or "none"
        raise ValueError(f"{model.id} has no context {name}; it has {known}")
    values = {setting.target: setting.quantity for setting in found.settings}
    return replace(
        model,
        id=f"{model.id}__{found.id}",
        name=f"{model.name}, {found.name}",
        description=f"{model.description} Context {found.name}: {found.why}",
        forms=tuple(replace(form, initial=values.get(form.id, form.initial)) for form in model.forms),
        constants=tuple(replace(c, quantity=values.get(c.id, c.quantity)) for c in model.constants),
        switches=tuple(replace(s, on=bool(values[s.id].value)) if s.id in values else s for s in model.switches),
        contexts=(),
        experiments=(),
        context=found.id,
    )


def without_doses(model: Model) -> Model:
    """The model with nothing in the medium that a user or a context put there."""
    return replace(model, forms=tuple(replace(f, initial=_none(f)) if f.input else f for f in model.forms))


def _none(form: Form) -> Quantity:
    return replace(form.initial, value=0.0)


def context_issues(model: Model) -> Iterator[Issue]:
    """Contexts change only what the model has, in units that fit."""
    given: dict[str, str] = {form.id: "nM" for form in model.forms}
    given |= {constant.id: constant.quantity.unit for constant in model.constants}
    given |= {switch.id: "dimensionless" for switch in model.switches}
    for one in model.contexts:
        for setting in one.settings:
            if setting.target not in given:
                yield Issue(
                    f"{one.id}.{setting.target}", f"{model.id} has no such form, constant or switch", one.origin
                )
            elif not _same_dimension(setting.quantity.unit, given[setting.target]):
                told = f"has the unit {setting.quantity.unit!r}; {given[setting.target]!r} or a multiple is needed"
                yield Issue(f"{one.id}.{setting.target}", told, one.origin)


def _same_dimension(unit: str, wanted: str) -> bool:
    """Whether a unit measures the same; an initial concentration may also be given as an amount."""
    try:
        found = parse_unit(unit).dimension
    except UnitError:
        return False
    return found == parse_unit(wanted).dimension or (wanted == "nM" and found == parse_unit("molecules").dimension)
