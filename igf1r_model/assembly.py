"""Putting modules together: one model, its laws and observables, and the list of all that is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from igf1r_model.dosing import dosings
from igf1r_model.dsl import Module
from igf1r_model.issues import Issue, PathwayError, origin
from igf1r_model.kinetics import Drugs, drugs_by_target, rate_law
from igf1r_model.model import (
    Constant,
    Context,
    Creator,
    Family,
    Form,
    Inhibition,
    Model,
    ModuleInfo,
    Molecule,
    Observable,
    Process,
    Term,
)
from igf1r_model.processes import all_places
from igf1r_model.protocol import Experiment

PROJECT: Final = Creator("igf1r-model project", "the", "igf1r-model project", "")


@dataclass(frozen=True, slots=True)
class Plan:
    """A published model before it is put together: its modules and what is said of it as a whole.

    `created` and `modified` are dates in UTC (``2026-11-22T00:00:00Z``): they belong to the content, no clock is read.
    `folder` is where below the output folder its files go.
    """

    id: str
    name: str
    modules: tuple[Module, ...]
    description: str
    created: str
    modified: str
    terms: tuple[Term, ...] = ()
    creators: tuple[Creator, ...] = (PROJECT,)
    contexts: tuple[Context, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    folder: str = ""
    origin: str = field(default_factory=origin, compare=False)

    def __post_init__(self) -> None:
        for name, kind in (("modules", Module), ("terms", Term), ("creators", Creator)):
            given = getattr(self, name)
            if not isinstance(given, tuple) or not all(isinstance(one, kind) for one in given):
                raise TypeError(
                    f"{name} of the plan {self.id} must be a tuple, (A, B) or (A,), of {kind.__name__} objects"
                )


def assemble(plan: Plan, also: Callable[[Model], Iterable[Issue]] = lambda _: ()) -> Model:
    """The model of a plan; `also` is a check of the caller's own, reported with all others.

    Raises:
        PathwayError: with every issue of the modules and every failed check, nothing left out.
    """
    from igf1r_model.checks import check  # the checks know more modules than the model's makers need

    model, issues = draft(plan)
    issues = [*issues, *check(model), *also(model)]
    if issues:
        raise PathwayError(issues)
    return model


def draft(plan: Plan) -> tuple[Model, list[Issue]]:
    """The model of a plan as far as it goes, and the issues met in making it."""
    modules = plan.modules
    issues = [issue for module in modules for issue in (*module.issues, *_left_out(module))]
    forms = tuple(form for module in modules for form in module.forms)
    inhibitions = tuple(item for module in modules for item in module.inhibitions)
    drugs = drugs_by_target(inhibitions)
    processes = tuple(_with_law(process, drugs, issues) for module in modules for process in module.processes)
    molecules = _molecules(forms, processes)
    model = Model(
        plan.id, plan.name, plan.description, plan.created, plan.modified, plan.creators, plan.terms,
        tuple(_info(module) for module in modules), all_places(forms), molecules, forms,
        _families(modules), _constants(processes, inhibitions), processes, _observables(modules, forms, issues),
        tuple(dict.fromkeys(p.switch for p in processes if p.switch is not None)), inhibitions,
        plan.contexts, plan.experiments, dosings(plan.experiments, [form.id for form in forms]), origin=plan.origin,
    )  # fmt: skip
    return model, issues


def _with_law(process: Process, drugs: Drugs, issues: list[Issue]) -> Process:
    try:
        return replace(process, law=rate_law(process, drugs))
    except (KeyError, TypeError, IndexError):  # a number is missing, which has been noted where it was declared
        if not any(issue.where == f"{process.module}.{process.id}" for issue in issues):
            issues.append(
                Issue(f"{process.module}.{process.id}", "no rate law follows from its numbers", process.origin)
            )
        return process


def _left_out(module: Module) -> Iterator[Issue]:
    """Combinations that a loop promised (`Module.each`) and no process of the verb has."""
    said: dict[str, list[Counter[str]]] = {}
    for process in module.processes:
        said.setdefault(process.verb, []).append(Counter({p.form.id: p.count for p in process.reactants}))
    for forms, verb, line in module.demands:
        if not any(Counter(forms) <= reactants for reactants in said.get(verb, ())):
            yield Issue(
                f"{module.id}.{' + '.join(forms)}", f"the loop leaves it out: no {verb} has it as reactant", line
            )


def _molecules(forms: Iterable[Form], processes: Iterable[Process]) -> tuple[Molecule, ...]:
    used = [part.molecule for form in forms for part in form.parts]
    cofactors = [molecule for p in processes for molecule, _ in (*p.currency_in, *p.currency_out)]
    members = [member for molecule in used for member in molecule.members]
    return tuple({molecule.id: molecule for molecule in (*used, *members, *cofactors)}.values())


def _families(modules: Sequence[Module]) -> tuple[Family, ...]:
    return tuple(family for module in modules for family in module.families)


def _constants(processes: Iterable[Process], inhibitions: Iterable[Inhibition]) -> tuple[Constant, ...]:
    found: list[Constant] = []
    for process in processes:
        found += process.constants
        found += [constant for control in process.controls for constant in control.constants]
        found += [process.times] if process.times is not None else []
    found += [inhibition.Ki for inhibition in inhibitions]
    return tuple({id(constant): constant for constant in found}.values())


def _observables(modules: Sequence[Module], forms: Sequence[Form], issues: list[Issue]) -> tuple[Observable, ...]:
    found = []
    for module in modules:
        for readout in module.readouts:
            try:
                found.append(readout.observable(forms))
            except (LookupError, ValueError) as error:
                issues.append(Issue(f"{module.id}.{readout.id}", str(error.args[0]), readout.origin))
    return tuple(found)


def _info(module: Module) -> ModuleInfo:
    others = [family.id for family in module.families] + [drug.id for drug in module.inhibitions]
    others += [readout.id for readout in module.readouts]
    return ModuleInfo(
        module.id, module.title, module.go, tuple(form.id for form in module.forms),
        tuple(process.id for process in module.processes), tuple(others), module.origin,
    )  # fmt: skip
