"""Going through a model: every id, every number, with where it was declared."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_model.model import Constant, Model, Process, Quantity


def where(process: Process) -> str:
    """How messages name a process: ``module.id``."""
    return f"{process.module}.{process.id}"


def curated_ids(model: Model) -> Iterator[tuple[str, str, str]]:
    """Ids that a curator wrote, without those that constants get from their process."""
    yield model.id, model.id, model.origin
    for module in model.modules:
        yield module.id, module.id, module.origin
    for form in model.forms:
        yield form.id, form.id, form.origin
    for family in model.families:
        yield family.id, family.id, family.origin
    for observable in model.observables:
        yield observable.id, observable.id, observable.origin
    for inhibition in model.inhibitions:
        yield inhibition.id, inhibition.id, inhibition.origin
    for process in model.processes:
        yield where(process), process.id, process.origin
    for place in model.places:
        yield place.id, place.id, place.origin
    for switch in model.switches:
        yield switch.id, switch.id, next(p.origin for p in model.processes if p.switch == switch)


def quantities(model: Model) -> Iterator[tuple[str, Quantity, str]]:
    """Every number of a model with what it belongs to, and where that was declared."""
    for place in model.places:
        yield place.id, place.volume, place.origin
    for form in model.forms:
        yield form.id, form.initial, form.origin
    for constant, _, origin in used_constants(model):
        yield constant.id, constant.quantity, origin


def used_constants(model: Model) -> Iterator[tuple[Constant, str, str]]:
    """Every constant once, with the process or drug action that first uses it, and where it was declared."""
    first: dict[int, tuple[str, str]] = {}
    for process in model.processes:
        for constant in all_constants(process):
            first.setdefault(id(constant), (process.id, process.origin))
    for item in model.inhibitions:
        first.setdefault(id(item.Ki), (item.id, item.origin))
    for constant in model.constants:
        user, line = first[id(constant)]
        yield constant, user, constant.origin or line


def full_names(model: Model) -> dict[str, str]:
    """How messages name what belongs to a module: ``module.id``."""
    home = {id: m.id for m in model.modules for id in (*m.forms, *m.processes, *m.others)}
    home |= {constant.id: home[user] for constant, user, _ in used_constants(model)}
    return {id: f"{module}.{id}" for id, module in home.items()}


def all_constants(process: Process) -> Iterator[Constant]:
    """The constants of a process and of its controls."""
    yield from process.constants
    if process.times is not None:
        yield process.times
    for control in process.controls:
        yield from control.constants
