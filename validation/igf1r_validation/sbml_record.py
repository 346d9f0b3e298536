"""What a record of the manifest is made of: one for each element that the SBML must have, with its fields."""

from __future__ import annotations

from typing import Any

Fields = dict[str, object]
Record = tuple[str, str, Fields]
Term = tuple[str, tuple[str, ...]]


def sbo(number: int) -> str:
    """An SBO term as SBML writes it."""
    return f"SBO:{number:07d}"


def number(value: float) -> str:
    """A number at the 15 significant digits that libSBML writes."""
    return f"{value:.15g}"


def annotated(thing: dict[str, Any], term: str, terms: list[Term]) -> Fields:
    """What everything with a name, an SBO term and an annotation has."""
    return {"name": thing["name"], "metaid": f"meta_{thing['id']}", "sbo": term, "terms": tuple(terms)}


def cited(papers: list[str], ecos: list[str]) -> list[Term]:
    """Papers and evidence codes as CV terms."""
    described: list[Term] = [("bqbiol:isDescribedBy", (paper,)) for paper in papers]
    return described + [("bqbiol:hasProperty", (eco,)) for eco in ecos]
