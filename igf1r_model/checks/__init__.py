"""What must be true of a model before anything is written: small functions, each yielding issues.

Adding a check is one function and one line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from igf1r_model.checks import content, ids, numbers
from igf1r_model.contexts import context_issues
from igf1r_model.experiments import experiment_issues
from igf1r_model.issues import Issue
from igf1r_model.model import Model
from igf1r_model.walk import full_names

Check = Callable[[Model], Iterator[Issue]]

CHECKS: Final[tuple[Check, ...]] = (
    ids.ids_are_legal,
    ids.ids_are_unique,
    ids.molecules_are_distinct,
    ids.forms_are_distinct,
    ids.forms_are_declared,
    ids.places_are_declared,
    ids.names_fit,
    numbers.quantities_have_provenance,
    numbers.divisors_are_positive,
    numbers.units_are_readable,
    numbers.units_fit_the_law,
    numbers.numbers_are_in_the_law,
    numbers.sbo_terms_fit,
    content.evidence_is_given,
    content.molecules_are_conserved,
    content.controllers_can_exist,
    content.controllers_act_once,
    content.identifiers_are_known,
    content.processes_have_go,
    content.model_is_described,
    context_issues,
    experiment_issues,
)


def check(model: Model) -> list[Issue]:
    """Every issue of every check, each naming its module."""
    names = full_names(model)
    return [replace(issue, where=names.get(issue.where, issue.where)) for one in CHECKS for issue in one(model)]
