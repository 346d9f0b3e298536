"""Cross-references, vocabularies, evidence: the helpers that entities and interactions share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from igf1r_model.exporters.biopax.individuals import Individuals, Property, link, text
from igf1r_model.identifiers import asserted, label
from igf1r_model.model import Evidence

# The name that BioPAX readers know a database by, where it is not the prefix itself.
DATABASE: Final = {
    "CHEBI": "chebi",
    "GO": "go",
    "MOD": "mod",
    "ECO": "eco",
    "MI": "mi",
    "taxonomy": "ncbitaxon",
    "CL": "cl",
}
# Databases whose ids repeat the prefix: GO:0005886, not 0005886.
WITH_PREFIX: Final = ("CHEBI", "GO", "MOD", "ECO", "MI", "CL")
INFERRED_BY_CURATOR: Final = "MI:0364"
PAPER: Final = ("pubmed", "doi", "pmc")


def _split(curie: str) -> tuple[str, str]:
    prefix, local = curie.split(":", 1)
    return DATABASE.get(prefix, prefix), curie if prefix in WITH_PREFIX else local


def _xref(owl: Individuals, kind: str, tag: str, database: str, id: str) -> str:
    name = f"{tag}.{_safe(f'{database}_{id}')}"
    return name if name in owl else owl.add(kind, name, text("db", database), text("id", id))


@cache
def _safe(name: str) -> str:
    """A name with nothing in it that an id must not have; papers come again and again."""
    return re.sub(r"[^A-Za-z0-9_.-]", "_", name)


def identity(owl: Individuals, curie: str) -> str:
    """The one object that says what something is; it belongs to a single owner."""
    return _xref(owl, "UnificationXref", "xref", *_split(curie))


def relation(owl: Individuals, curie: str) -> str:
    """A cross-reference that may be shared; an HGNC number is given as the symbol, which readers show."""
    database, id = _split(curie)
    if database == "hgnc":
        database, id = "hgnc.symbol", label(curie)
    return _xref(owl, "RelationshipXref", "relation", database, id)


def publication(owl: Individuals, curie: str) -> str:
    """A paper."""
    return _xref(owl, "PublicationXref", "paper", *_split(curie))


def vocabulary(owl: Individuals, kind: str, curie: str) -> str:
    """A controlled term with its label and its one cross-reference."""
    id = f"term.{curie.replace(':', '_')}"
    if id in owl:
        return id
    return owl.add(kind, id, text("term", label(curie)), link("xref", identity(owl, curie)))


def evidence(owl: Individuals, owner: str, items: Iterable[Evidence]) -> str:
    """The evidence of a process or control: its papers, its ECO terms, the curator's remarks."""
    given = tuple(items)
    papers = dict.fromkeys(item.source.curie for item in given if item.source is not None)
    code = vocabulary(owl, "EvidenceCodeVocabulary", INFERRED_BY_CURATOR)
    properties: list[Property] = [link("evidenceCode", code)]
    properties += [link("xref", publication(owl, curie)) for curie in papers]
    properties += [link("xref", relation(owl, eco)) for eco in dict.fromkeys(item.eco for item in given)]
    remarks = [item.note for item in given if item.note]
    remarks += [f"{curie} is asserted by the user, not confirmed by the project" for curie in papers if asserted(curie)]
    properties += [text("comment", remark) for remark in dict.fromkeys(remarks)]
    return owl.add("Evidence", f"ev.{owner}", *properties)
