"""Identifiers as the files spell them: prefixes, patterns, URIs, and the table of checked identifiers."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

COMPACT: Final = "https://identifiers.org/"
PATH: Final = "http://identifiers.org/"

# What a CURIE looks like after its prefix. A prefix in capitals is part of the accession itself.
PATTERNS: Final = {
    "uniprot": r"([A-NR-Z]\d([A-Z][A-Z0-9]{2}\d){1,2}|[OPQ]\d[A-Z0-9]{3}\d)",
    "uniprot.isoform": r"([A-NR-Z]\d([A-Z][A-Z0-9]{2}\d){1,2}|[OPQ]\d[A-Z0-9]{3}\d)-\d+",
    "hgnc": r"\d{1,5}",
    "ncbigene": r"\d+",
    "fplx": r"[A-Za-z0-9][A-Za-z0-9_]*",
    "CHEBI": r"\d+",
    "pubchem.compound": r"\d+",
    "chembl.compound": r"CHEMBL\d+",
    "drugbank": r"DB\d{5}",
    "GO": r"\d{7}",
    "MOD": r"\d{5}",
    "ECO": r"\d{7}",
    "taxonomy": r"\d+",
    "pubmed": r"[1-9]\d*",
    "doi": r"10\.\d+/\S+",
    "pmc": r"PMC\d+",
    "reactome": r"R-[A-Z]{3}-\d+(-\d+)?(\.\d+)?",
    "ec-code": r"\d+\.(-|\d+)\.(-|\d+)\.(-|n?\d+)",
    "DOID": r"\d+",
    "BTO": r"\d{7}",
    "cellosaurus": r"CVCL_[A-Z0-9]{4}",
    "mesh": r"[CD]\d{6}(\d{3})?",
    "mamo": r"MAMO_\d{7}",
    "orcid": r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]",
    "spdx": r"[0-9A-Za-z.+-]+",
}
TABLES: Final = ("identifiers.tsv", "papers.tsv")


@dataclass(frozen=True, slots=True)
class Row:
    """One checked identifier: what it is (``role``), and whether it is confirmed or only asserted."""

    curie: str
    role: str
    status: str


def uri(curie: str, style: str = "compact") -> str:
    """The URI of a CURIE in the style that the manifest names: ``compact`` or ``path``."""
    if style == "compact":
        return COMPACT + curie
    prefix, _, rest = curie.partition(":")
    return f"{PATH}{prefix.lower()}/{curie}" if prefix.isupper() else f"{PATH}{prefix}/{rest}"


def curie(address: str) -> str:
    """The CURIE that a URI of either style stands for; empty when it is no such URI."""
    if address.startswith(COMPACT):
        return address.removeprefix(COMPACT)
    prefix, slash, rest = address.removeprefix(PATH).partition("/")
    if not address.startswith(PATH) or not slash:
        return ""
    return rest if f"{prefix.upper()}:" == rest[: len(prefix) + 1] else f"{prefix}:{rest}"


def objection(identifier: str) -> str:
    """Why a CURIE is none: unknown prefix or wrong pattern; empty when nothing is wrong with its form."""
    prefix, _, rest = identifier.partition(":")
    if prefix not in PATTERNS:
        return f"prefix {prefix!r} is not registered"
    if not re.fullmatch(PATTERNS[prefix], rest, re.ASCII):
        return f"{rest!r} does not fit the pattern of {prefix}"
    return ""


def tables() -> Path | None:
    """The folder of the checked tables: in the repository, or beside this package when it is installed."""
    here = Path(__file__).resolve()
    places = [here.parents[up] / "igf1r_model" / "data" for up in (2, 1)]
    return next((place for place in places if all((place / name).is_file() for name in TABLES)), None)


def checked(folder: Path) -> dict[str, Row]:
    """Every row of the checked tables by CURIE; a paper's role is ``paper``."""
    rows: dict[str, Row] = {}
    for name in TABLES:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            lines = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            for line in lines:
                rows[line["curie"]] = Row(line["curie"], line.get("role", "paper"), line["status"])
    return rows
