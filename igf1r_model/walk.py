"""Going through a model: every id, every number, every identifier, with where it was declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from igf1r_model.model import Constant, Evidence, Model, Molecule, Process, Quantity


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
    first: dict[str, tuple[str, str]] = {}
    for process in model.processes:
        for constant in all_constants(process):
            first.setdefault(constant.id, (process.id, process.origin))
    for item in model.inhibitions:
        first.setdefault(item.Ki.id, (item.id, item.origin))
    for constant in model.constants:
        user, line = first[constant.id]
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


def used_identifiers(model: Model) -> Iterator[tuple[str, str, str]]:
    """Every identifier and paper of a model, with what it belongs to, and where that was declared."""
    for term in model.terms:
        yield from ((model.id, curie, model.origin) for curie in term.curies)
    for module in model.modules:
        yield module.id, module.go, module.origin
    for place in model.places:
        yield place.id, place.go, place.origin
        if place.cell is not None:
            yield place.id, place.cell.term, place.origin
    for molecule in model.molecules:
        yield from ((f"molecule {molecule.id}", curie, molecule.origin) for curie in _of_molecule(molecule))
    for process in model.processes:
        yield from ((where(process), curie, process.origin) for curie in _of_process(process))
    for item in model.inhibitions:
        yield from ((item.id, curie, item.origin) for curie in _of_evidence(item.evidence))
    for subject, quantity, origin in quantities(model):
        if quantity.source is not None:
            yield subject, quantity.source.curie, origin
    for experiment in model.experiments:
        yield from ((experiment.id, source.curie, experiment.origin) for source in experiment.sources)


def _of_molecule(molecule: Molecule) -> Iterator[str]:
    yield molecule.identity
    yield from molecule.xrefs
    yield from (site.mod for site in molecule.sites)
    if molecule.gene:
        yield molecule.gene


def _of_process(process: Process) -> Iterator[str]:
    if process.go:
        yield process.go
    if process.ec:
        yield f"ec-code:{process.ec}"
    yield from _of_evidence(process.evidence)
    for control in process.controls:
        yield from _of_evidence(control.evidence)


def _of_evidence(evidence: Iterable[Evidence]) -> Iterator[str]:
    for item in evidence:
        yield item.eco
        if item.source is not None:
            yield item.source.curie
