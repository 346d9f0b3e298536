"""Judge: the simple interaction network that Paxtools derives holds the edges a biologist expects."""

from __future__ import annotations

import csv
from pathlib import Path

from igf1r_validation.biopax_paxtools import JavaMissingError, java, load, start_java
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "biopax-sif"
READS = ".owl"
QUICK = False
ISOLATED = True
SEQUENCE_DATABASES = ("hgnc", "uniprot")
CHEMICAL_DATABASES = ("chebi", "pubchem", "chembl", "drugbank")
#: what the published models must show; a model that is not in it has nothing it must show
LIST = Path(__file__).with_name("required_sif.tsv")
Edge = tuple[str, str, str]


def judge(build: Path, model: str, required: Path | None = None) -> Verdict:
    """Every edge of the list (columns source, type, target, and model if it is for one only) is derived."""
    path, table = build / f"{model}.owl", required or LIST
    if not table.is_file():
        return not_run(NAME, "Paxtools", path.name, f"{table.name} is not there")
    try:
        tool = f"Paxtools {start_java()}"
    except JavaMissingError as missing:
        return not_run(NAME, "Paxtools", path.name, str(missing))
    wanted = read_list(table, model)
    try:
        found = edges(path)
    except java("java.lang.Throwable") as problem:
        return verdict(NAME, tool, path.name, [Finding("", "exception", str(problem))])
    findings = [Finding(edge[0], "missing edge", " ".join(edge)) for edge in wanted if edge not in found]
    return verdict(NAME, tool, path.name, findings, f"{len(found)} edges, {len(wanted)} required")


def read_list(table: Path, model: str) -> list[Edge]:
    """The edges of the list that this model must have."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [(row["source"], row["type"], row["target"]) for row in rows if row.get("model") in (None, "", model)]


def edges(owl: Path) -> set[Edge]:
    """The edges that Paxtools derives from a file, by HGNC symbol, else by database id, else by name.

    An edge without a direction (``in-complex-with``) is given both ways round.
    """
    start_java()
    fetcher = java("org.biopax.paxtools.normalizer.ConfigurableIDFetcher")()
    for name in SEQUENCE_DATABASES:
        fetcher.seqDbStartsWithOrEquals(name)
    for name in CHEMICAL_DATABASES:
        fetcher.chemDbStartsWithOrEquals(name)
    fetcher.useNameWhenNoDbMatch(True)
    types = java("org.biopax.paxtools.pattern.miner.SIFEnum").values()
    searcher = java("org.biopax.paxtools.pattern.miner.SIFSearcher")(fetcher, types)
    found: set[Edge] = set()
    for edge in searcher.searchSIF(load(owl)):
        source, word, target = str(edge.sourceID), str(edge.type.getTag()), str(edge.targetID)
        found.add((source, word, target))
        if not edge.type.isDirected():
            found.add((target, word, source))
    return found
