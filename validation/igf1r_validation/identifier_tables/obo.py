"""Ontologies that packages ship as OBO: Gene Ontology, PSI-MOD, the tissue ontology; and Reactome's names in GO."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from igf1r_validation.identifier_tables.places import Places, opened, told
from igf1r_validation.identifier_tables.rows import Check, Held, Row, Term, held
from igf1r_validation.verdict import Finding

VENDOR: Final = ("controlled_vocabulary", "vendor")
ASPECTS: Final = ("biological_process", "cellular_component", "molecular_function")
HUMAN_PATHWAY: Final = re.compile(r"R-HSA-\d+")
XREF: Final = re.compile(r'Reactome:(R-[A-Z]{3}-\d+) "(.*)"')


def read(path: Path) -> tuple[dict[str, Term], str]:
    """Every term of an OBO file by id, old numbers too, and the version that the file's header gives."""
    terms: dict[str, Term] = {}
    version = ""
    for kind, tags in _stanzas(path):
        if kind == "":
            version = next((_value(tags, key) for key in ("data-version", "date") if _value(tags, key)), "")
        elif kind == "Term":
            _add(terms, tags)
    return terms, version


def _stanzas(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The kind and the tags of each stanza; the header is of the kind ''."""
    kind, tags = "", list[tuple[str, str]]()
    with opened(path) as stream:
        for line in stream:
            if line.startswith("["):
                yield kind, tags
                kind, tags = line.strip()[1:-1], []
            else:
                key, _, value = line.rstrip("\n").partition(": ")
                tags.append((key, value))
    yield kind, tags


def _value(tags: Iterable[tuple[str, str]], key: str) -> str:
    return next((value for name, value in tags if name == key), "")


def _add(terms: dict[str, Term], tags: list[tuple[str, str]]) -> None:
    id, label = _value(tags, "id"), _value(tags, "name")
    obsolete = _value(tags, "is_obsolete") == "true"
    terms[id] = Term(label, obsolete, False, _value(tags, "replaced_by"), _value(tags, "namespace"))
    for key, value in tags:
        if key == "alt_id":
            terms.setdefault(value, Term(label, secondary=True, instead=id))


def gene_ontology(rows: Sequence[Row], places: Places) -> Held:
    """GO terms: in use, our label, and the aspect that the row's role says."""
    path = places.file("psims", *VENDOR, "go.obo.gz")
    terms, version = read(path)
    return held(rows, terms, told(path, "psims", version), _aspect)


def _aspect(row: Row, term: Term) -> Iterator[Finding]:
    if not (term.obsolete or term.secondary) and row.role != term.aspect:
        yield Finding(row.curie, "GO aspect", f"a {term.aspect}; our row says {row.role!r}")


def modifications(rows: Sequence[Row], places: Places) -> Held:
    """PSI-MOD terms: in use, our label."""
    path = places.file("psims", *VENDOR, "psi-mod.obo.gz")
    terms, version = read(path)
    return held(rows, terms, told(path, "psims", version))


def tissues(rows: Sequence[Row], places: Places) -> Held:
    """BRENDA tissue ontology: in use, our label."""
    path = places.file("pyopenms", "share", "OpenMS", "CV", "brenda.obo")
    terms, version = read(path)
    return held(rows, terms, told(path, "pyopenms", version))


def pathways(rows: Sequence[Row], places: Places) -> Held:
    """Reactome pathways that GO refers to by name. That is a part of Reactome: absence says nothing."""
    path = places.file("psims", *VENDOR, "go.obo.gz")
    table = told(path, "psims") + ", references to Reactome"
    names = _reactome(path)
    known = [row for row in rows if row.local in names and HUMAN_PATHWAY.fullmatch(row.local)]
    answer = held(known, {f"reactome:{id}": Term(name) for id, name in names.items()}, table)
    return Held(table, answer.verified, (*answer.findings, *filter(None, map(_old_or_foreign, rows))))


def _reactome(path: Path) -> Mapping[str, str]:
    with opened(path) as stream:
        found = (XREF.search(line) for line in stream if line.startswith("xref: Reactome:"))
        return {match[1]: match[2] for match in found if match}


def _old_or_foreign(row: Row) -> Finding | None:
    if HUMAN_PATHWAY.fullmatch(row.local):
        return None
    if row.local.startswith("REACT_"):
        return Finding(row.curie, "secondary", "REACT_ numbers are of an older style; human pathways are R-HSA-...")
    return Finding(row.curie, "not human", "no human pathway of Reactome; those are R-HSA-...")


CHECKS: Final = (
    Check("Gene Ontology", ("GO",), gene_ontology),
    Check("PSI-MOD", ("MOD",), modifications),
    Check("BRENDA tissue ontology", ("BTO",), tissues),
    Check("Reactome by GO", ("reactome",), pathways),
)
