"""Going through a model: every id, every number, with where it was declared."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_model.model import Constant, Model, Process, Quantity


def where(process: Process) -> str:
    """How messages name a process: ``module.id``."""
    return f"{process.module}.{process.id}"


def curated_ids(model: Model) -> Iterator[tuple[str, str, str]]:
    """Ids that a curator wrote, without those that constants get from their process."""
    yield model.id, model.id, ""
    for module in model.modules:
        yield module.id, module.id, ""
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
        yield place.id, place.id, ""
    for switch in model.switches:
        yield switch.id, switch.id, ""


def quantities(model: Model) -> Iterator[tuple[str, Quantity, str]]:
    """Every number of a model with what it belongs to, and where that was declared."""
    for place in model.places:
        yield place.id, place.volume, ""
    for form in model.forms:
        yield form.id, form.initial, form.origin
    lines = _lines(model)
    for constant in model.constants:
        yield constant.id, constant.quantity, lines.get(constant.id, "")


def _lines(model: Model) -> dict[str, str]:
    """Where each constant is first used."""
    found: dict[str, str] = {}
    for process in model.processes:
        for constant in all_constants(process):
            found.setdefault(constant.id, process.origin)
    return found


def all_constants(process: Process) -> Iterator[Constant]:
    """The constants of a process and of its controls."""
    yield from process.constants
    for control in process.controls:
        yield from control.constants
