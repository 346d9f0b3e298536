"""Biology: evidence for everything, nothing lost on the way, controllers that exist, identifiers that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from igf1r_model.identifiers import problem
from igf1r_model.issues import Issue
from igf1r_model.kinetics import drugs_by_target, drugs_in
from igf1r_model.model import Model
from igf1r_model.states import counts
from igf1r_model.walk import used_identifiers, where


def evidence_is_given(model: Model) -> Iterator[Issue]:
    """Every process, control and drug action says why it is believed."""
    for process in model.processes:
        if not process.evidence or any(not control.evidence for control in process.controls):
            yield Issue(where(process), "no evidence; give evidence=[ev(PAPER)] or [inferred('why')]", process.origin)
    for inhibition in model.inhibitions:
        if not inhibition.evidence:
            yield Issue(inhibition.id, "no evidence; give evidence=[ev(PAPER)] or [inferred('why')]", inhibition.origin)


def molecules_are_conserved(model: Model) -> Iterator[Issue]:
    """What goes in comes out, molecule by molecule, except where something is made, destroyed or converted."""
    for process in model.processes:
        if not process.reactants or not process.products or process.verb.startswith("convert"):
            continue
        before = counts((p.form, p.count) for p in process.reactants)
        after = counts((p.form, p.count) for p in process.products)
        lost = [m for m in {**before, **after} if before.get(m, 0) != after.get(m, 0)]
        if lost:
            told = ", ".join(f"{m} {before.get(m, 0)} -> {after.get(m, 0)}" for m in lost)
            yield Issue(where(process), f"does not conserve its molecules: {told}", process.origin)


def controllers_can_exist(model: Model) -> Iterator[Issue]:
    """A controller is made by something, there from the start, or dosed."""
    made = {p.form.id for process in model.processes for p in process.products}
    for process in model.processes:
        for form in (form for control in process.controls for form in control.members):
            if form.id not in made and form.initial.value == 0 and not form.input:
                message = f"its controller {form.id} is never made, has no initial amount and is no input"
                yield Issue(where(process), message, process.origin)
    for item in model.inhibitions:
        if item.drug.id not in made and item.drug.initial.value == 0 and not item.drug.input:
            message = f"its drug {item.drug.id} is never made, has no initial amount and is no input"
            yield Issue(item.id, message, item.origin)


def controllers_act_once(model: Model) -> Iterator[Issue]:
    """A form controls a process in one way, and a drug acts on a form in one way: each is one object in every file."""
    drugs = drugs_by_target(model.inhibitions)
    for process in model.processes:
        slowed = drugs_in(process, drugs)
        acting = [form.id for control in process.controls for form in control.members]
        acting += {item.drug.id for items in slowed.values() for item in items}
        for id in _repeated(acting):
            yield Issue(where(process), f"{id} controls it in more than one way; choose one", process.origin)
        for target, items in slowed.items():
            for id in _repeated(item.drug.id for item in items):
                yield Issue(where(process), f"{id} inhibits {target} more than once; give one Ki", items[-1].origin)


def _repeated(ids: Iterable[str]) -> list[str]:
    return [id for id, number in Counter(ids).items() if number > 1]


def identifiers_are_known(model: Model) -> Iterator[Issue]:
    """Every identifier is well formed and stands in the checked tables."""
    for subject, curie, origin in used_identifiers(model):
        wrong = problem(curie) if curie else "has no identifier"
        if wrong:
            yield Issue(subject, wrong, origin)


def processes_have_go(model: Model) -> Iterator[Issue]:
    """Every process and module has a GO process or function."""
    for process in model.processes:
        if not process.go:
            yield Issue(where(process), f"has no GO term and {process.verb} has no default; give go=", process.origin)


def model_is_described(model: Model) -> Iterator[Issue]:
    """The model as a whole names its organism and at least one paper."""
    for qualifier, example in (("bqbiol:hasTaxon", "taxonomy:9606"), ("bqmodel:isDescribedBy", "pubmed:17898809")):
        if not any(term.qualifier == qualifier and term.curies for term in model.terms):
            yield Issue(
                model.id, f"has no {qualifier}; give terms=(Term({qualifier!r}, ({example!r},)), ...)", model.origin
            )
