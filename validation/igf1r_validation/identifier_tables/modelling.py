"""Words of modelling and of evidence: SBO with its branches, and ECO; two modules of pymetadata, read as text."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from igf1r_validation.identifier_tables.places import Places, opened, told
from igf1r_validation.identifier_tables.rows import Check, Held, Row, Term, held
from igf1r_validation.verdict import Finding

PACKAGE: Final = "pymetadata"
#: The roles of an SBO row, each with the term whose branch it must be in, as libSBML knows the branches. The first
#: that fits counts: a rate law is a mathematical expression too.
BRANCHES: Final = {
    "rate_law": ("isRateLaw", "rate law"),
    "mathematical_expression": ("isMathematicalExpression", "mathematical expression"),
    "parameter": ("isQuantitativeSystemsDescriptionParameter", "quantitative systems description parameter"),
    "participant_role": ("isParticipantRole", "participant role"),
    "process": ("isOccurringEntityRepresentation", "occurring entity representation"),
    "physical_entity": ("isPhysicalEntityRepresentation", "physical entity representation"),
    "modelling_framework": ("isModellingFramework", "modelling framework"),
}


def sbo(rows: Sequence[Row], places: Places) -> Held:
    """SBO terms: our label, in use by both pymetadata and libSBML, and in the branch that the row's role says."""
    import libsbml

    path = places.file(PACKAGE, "ontologies", "sbo.py")
    version = str(libsbml.getLibSBMLDottedVersion())
    table = f"{told(path, PACKAGE)}, branches of libSBML {version}"

    def branch(row: Row, term: Term) -> Iterator[Finding]:
        number = int(row.local)
        if libsbml.SBO.isObselete(number):
            yield Finding(row.curie, "obsolete", f"{term.label!r} is obsolete in libSBML {version}")
        elif row.role != (own := branch_of(number)):
            yield Finding(row.curie, "SBO branch", f"{term.label!r} is a {own}; our row says {row.role!r}")

    return held(rows, _sbo_terms(path), table, branch)


def branch_of(number: int) -> str:
    """The role of an SBO term by its branch; ``none`` outside of the branches that the project uses."""
    import libsbml

    for role, (test, _) in BRANCHES.items():
        if getattr(libsbml.SBO, test)(number):
            return role
    return "none"


def _sbo_terms(path: Path) -> dict[str, Term]:
    """Terms written as (id, names, label, definition, synonyms, out of use)."""
    terms = {}
    for value in _values(path):
        for row in value if isinstance(value, (list, tuple)) else ():
            if isinstance(row, tuple) and len(row) == 6 and str(row[0]).startswith("SBO_"):
                terms[row[0].replace("_", ":")] = Term(str(row[2]), obsolete=_gone(row[2]) or bool(row[5]))
    return terms


def eco(rows: Sequence[Row], places: Places) -> Held:
    """ECO terms: in use, our label."""
    path = places.file(PACKAGE, "metadata", "eco.py")
    return held(rows, _eco_terms(path), told(path, PACKAGE))


def _eco_terms(path: Path) -> Mapping[str, Term]:
    """Terms written as one dictionary of id and label; those out of use say so in the label."""
    found: dict[str, Term] = {}
    for value in _values(path):
        for id, label in value.items() if isinstance(value, dict) else ():
            found[str(id).replace("_", ":")] = Term(str(label), obsolete=_gone(label))
    return found


def _gone(label: object) -> bool:
    return str(label).casefold().startswith("obsolete")


def _values(path: Path) -> Iterator[Any]:
    """Every list, tuple or dictionary that a module assigns at its top level."""
    with opened(path) as stream:
        module = ast.parse(stream.read())
    for statement in module.body:
        value = getattr(statement, "value", None)
        if isinstance(value, (ast.List, ast.Tuple, ast.Dict)):
            yield ast.literal_eval(value)


CHECKS: Final = (Check("SBO", ("SBO",), sbo), Check("ECO", ("ECO",), eco))
