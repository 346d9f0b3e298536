"""The identifiers and papers that may be used: two tables in ``data/``, each row checked, and where.

A user's own rows are appended by ``igf1r-model add-id`` and ``add-paper`` with the status ``asserted``: they
build, are shown as asserted, and only a deposit refuses them.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"
IDENTIFIERS: Final = DATA / "identifiers.tsv"
PAPERS: Final = DATA / "papers.tsv"

# The prefixes that every reader of our files knows, and the pattern of their ids.
PATTERNS: Final[dict[str, str]] = {
    "uniprot": r"[OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9]([A-Z][A-Z0-9]{2}[0-9]){1,2}",
    "uniprot.isoform": r"[A-Z0-9]{6,10}-\d+",
    "hgnc": r"\d{1,5}",
    "ncbigene": r"\d+",
    "fplx": r"[a-zA-Z0-9][A-Za-z0-9_]+",
    "CHEBI": r"\d+",
    "pubchem.compound": r"\d+",
    "chembl.compound": r"CHEMBL\d+",
    "drugbank": r"DB\d{5}",
    "mesh": r"[CD]\d{6,9}",
    "GO": r"\d{7}",
    "MOD": r"\d{5}",
    "ECO": r"\d{7}",
    "MI": r"\d{4}",
    "SBO": r"\d{7}",
    "CL": r"\d{7}",
    "taxonomy": r"\d+",
    "pubmed": r"[1-9]\d*",
    "doi": r"10\.\d{2,9}/\S+",
    "pmc": r"PMC\d+",
    "reactome": r"R-HSA-\d+",
    "ec-code": r"\d+(\.(\d+|-)){3}",
    "DOID": r"\d+",
    "BTO": r"\d{7}",
    "cellosaurus": r"CVCL_[A-Z0-9]{4}",
    "mamo": r"MAMO_\d{7}",
    "spdx": r"[0-9A-Za-z.+-]+",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the tables: what the identifier is called, what it is for, whether it was confirmed or asserted."""

    curie: str
    label: str
    role: str
    status: str


@cache
def known() -> dict[str, Known]:
    """Every identifier and paper of the tables, by CURIE."""
    rows = [Known(r["curie"], r["label"], r["role"], r["status"]) for r in _read(IDENTIFIERS)]
    rows += [Known(r["curie"], r["title"], "paper", r["status"]) for r in _read(PAPERS)]
    return {row.curie: row for row in rows}


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def pattern_problem(curie: str) -> str:
    """What is wrong with an identifier's form: its prefix or its pattern; empty when it is well formed."""
    prefix, colon, local = curie.partition(":")
    if not colon or prefix not in PATTERNS:
        return f"unknown identifier prefix in {curie!r}; known: {', '.join(PATTERNS)}"
    if not re.fullmatch(PATTERNS[prefix], local):
        return f"malformed identifier {curie!r}; {prefix} ids match {PATTERNS[prefix]}"
    return ""


def problem(curie: str) -> str:
    """What is wrong with an identifier, with what to do about it; empty when it is fine."""
    wrong = pattern_problem(curie)
    if wrong or curie in known():
        return wrong
    prefix = curie.partition(":")[0]
    if prefix in ("pubmed", "doi", "pmc"):
        return f'nobody has confirmed {curie}; if you have, type: igf1r-model add-paper {_bare(curie)} "TITLE"'
    return f'{curie} is not in the identifier table; if it is right, type: igf1r-model add-id {curie} "LABEL"'


def _bare(curie: str) -> str:
    return curie.removeprefix("pubmed:")


def asserted(curie: str) -> bool:
    """Whether an identifier rests on a user's word alone."""
    row = known().get(curie)
    return row is not None and row.status == "asserted"


def label(curie: str) -> str:
    """The identifier's label, or the identifier itself where there is none."""
    row = known().get(curie)
    return row.label if row else curie
