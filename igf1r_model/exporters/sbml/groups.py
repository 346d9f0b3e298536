"""Modules, inputs and observables as groups of the SBML groups package."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_model.exporters._xml import element
from igf1r_model.model import Model

Group = tuple[str, str, tuple[str, ...]]  # id, name, members


def groups(model: Model) -> str:
    """The list of groups; empty groups are left out."""
    inner = "".join(_group(*group) for group in members(model) if group[2])
    return element("groups:listOfGroups", None, inner) if inner else ""


def members(model: Model) -> Iterator[Group]:
    """What a user looks for first (inputs, observables), then each module with what it declares."""
    yield "group__inputs", "inputs: doses to set", tuple(form.id for form in model.forms if form.input)
    yield "group__observables", "observables", tuple(observable.id for observable in model.observables)
    for module in model.modules:
        yield f"group__{module.id}", f"module: {module.title}", (*module.forms, *module.processes)


def _group(id: str, name: str, ids: tuple[str, ...]) -> str:
    head = {"metaid": f"meta_{id}", "groups:id": id, "groups:name": name, "groups:kind": "collection"}
    items = "".join(element("groups:member", {"groups:idRef": member}) for member in ids)
    return element("groups:group", head, element("groups:listOfMembers", None, items))
