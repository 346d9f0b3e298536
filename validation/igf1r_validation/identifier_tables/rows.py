"""The rows of the project's two tables, and what a table or a record says of them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from igf1r_validation.verdict import Finding

if TYPE_CHECKING:
    from igf1r_validation.identifier_tables.places import Places

IDENTIFIER_COLUMNS = ("curie", "label", "role", "source", "source_version", "checked_on", "status")
PAPER_COLUMNS = ("curie", "title", "first_author", "year", "journal", "source", "checked_on", "status")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: an identifier with its label, or a paper with its title; ``fields`` has every column as written."""

    curie: str
    label: str
    role: str
    fields: Mapping[str, str]

    @property
    def kind(self) -> str:
        """The prefix: which kind of identifier this is."""
        return self.curie.partition(":")[0]

    @property
    def local(self) -> str:
        """The identifier without its prefix."""
        return self.curie.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Term:
    """What a table says of an identifier.

    Attributes:
        label: the name it has there.
        obsolete: whether it is out of use.
        secondary: whether it is an old number of another term.
        instead: the identifier to use now, where the table names one.
        aspect: the branch it belongs to, where the table has branches.
    """

    label: str
    obsolete: bool = False
    secondary: bool = False
    instead: str = ""
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What came of holding rows against one table: its name and version, the CURIEs it confirms, its objections."""

    table: str
    verified: frozenset[str]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One table: a name to show, the kinds of rows it is asked about, and the function that asks.

    ``run`` raises :class:`igf1r_validation.identifier_tables.places.NotInstalledError` when the table is not installed.
    """

    name: str
    kinds: tuple[str, ...]
    run: Callable[[Sequence[Row], Places], Held]


Also = Callable[[Row, Term], Iterable[Finding]]


def read_identifiers(path: Path) -> list[Row]:
    """The rows of a table of identifiers; raises ValueError when its columns are others."""
    return [Row(line["curie"], line["label"], line["role"], line) for line in _lines(path, IDENTIFIER_COLUMNS)]


def read_papers(path: Path) -> list[Row]:
    """The rows of a table of papers, the title as label; raises ValueError when its columns are others."""
    return [Row(line["curie"], line["title"], "paper", line) for line in _lines(path, PAPER_COLUMNS)]


def _lines(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(reader.fieldnames or ()) != columns:
            raise ValueError(f"{path} has the columns {reader.fieldnames}; expected: {list(columns)}")
        lines = list(reader)
    for number, line in enumerate(lines, start=2):
        if None in line or None in line.values():
            raise ValueError(f"{path}, line {number}: not {len(columns)} columns")
    return lines


def held(rows: Iterable[Row], terms: Mapping[str, Term], table: str, also: Also | None = None) -> Held:
    """Hold rows against a complete table: each must be there, in use, under our label; `also` may object to more."""
    findings: list[Finding] = []
    verified = set()
    for row in rows:
        term = terms.get(row.curie)
        found = objections(row, term, table)
        if term and also:
            found += also(row, term)
        findings += found
        if not found:
            verified.add(row.curie)
    return Held(table, frozenset(verified), tuple(findings))


def objections(row: Row, term: Term | None, table: str) -> list[Finding]:
    """What a table has against a row: unknown, secondary, obsolete, or another label."""
    if term is None:
        return [Finding(row.curie, "unknown", f"not in {table}")]
    use = f"; use {term.instead}" if term.instead else ""
    if term.secondary:
        return [Finding(row.curie, "secondary", f"an old number of {term.label!r} in {table}{use}")]
    if term.obsolete:
        return [Finding(row.curie, "obsolete", f"{term.label!r} is obsolete in {table}{use}")]
    if term.label != row.label:
        return [Finding(row.curie, "label", f"called {term.label!r} in {table}; our row says {row.label!r}")]
    return []


def loose(name: str) -> str:
    """A name without what tables of drugs and cell lines spell differently: capitals, spaces, hyphens."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
