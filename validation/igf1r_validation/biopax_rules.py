"""Judge: the rules of the official BioPAX validator, re-checked over the XML (formats.md 3.4)."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from lxml import etree

from igf1r_validation import (
    biopax_rules_entities,
    biopax_rules_file,
    biopax_rules_processes,
    biopax_rules_xrefs,
)
from igf1r_validation.biopax_graph import Graph, read_graph, read_tree
from igf1r_validation.identifiers import tables
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "biopax-rules"
READS = ".owl"
QUICK = True
ISOLATED = False
RULES = (
    *biopax_rules_file.RULES,
    *biopax_rules_xrefs.RULES,
    *biopax_rules_entities.RULES,
    *biopax_rules_processes.RULES,
)
#: the warnings that a good file may have, each with the classes it may be about
ALLOWED: dict[str, tuple[str, ...]] = {
    "multiple.location": ("ComplexAssembly", "BiochemicalReaction", "TransportWithBiochemicalReaction"),
    "not.specific.element": ("Control", "EntityFeature"),
    "cardinality.violated": ("ModificationFeature",),
}
TABLE = "identifiers.tsv"
#: a place must be a GO cellular component, so rows of the other branches are not offered as its name
ROLES = ("cellular_component", "modification", "evidence")


def judge(build: Path, model: str) -> Verdict:
    """Apply every rule to ``<model>.owl``; only allowed warnings that the manifest explains may remain."""
    path, manifest = build / f"{model}.owl", build / f"{model}.model.json"
    try:
        tool = f"own rules with bioregistry {version('bioregistry')}, lxml {version('lxml')}"
    except PackageNotFoundError as missing:
        return not_run(NAME, "own rules", path.name, f"{missing} is not installed")
    table = identifiers_table()
    if table is None:
        return not_run(NAME, tool, path.name, f"{TABLE} is not there")
    plain: dict[str, Any] | None = json.loads(manifest.read_text("utf-8")) if manifest.is_file() else None
    findings, allowed = check(path, read_labels(table), plain)
    return verdict(NAME, tool, path.name, findings, _counts(allowed))


def identifiers_table() -> Path | None:
    """The checked table of identifiers, if it can be found."""
    folder = tables()
    return folder / TABLE if folder else None


def read_labels(table: Path) -> dict[str, str]:
    """Label of each place, modification and evidence code of the table, by CURIE."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["curie"]: row["label"] for row in rows if row["role"] in ROLES}


def check(
    path: Path, labels: Mapping[str, str], manifest: Mapping[str, Any] | None = None
) -> tuple[list[Finding], list[Finding]]:
    """What is wrong with a file, and the warnings that are allowed in it."""
    try:
        root = read_tree(path)
    except (OSError, etree.XMLSyntaxError) as problem:
        return [Finding("", "xml", str(problem))], []
    graph = read_graph(path)
    found = [*biopax_rules_file.file_findings(root), *(finding for rule in RULES for finding in rule(graph))]
    found += biopax_rules_xrefs.terms(graph, labels)
    allowed = [finding for finding in found if _is_allowed(graph, finding)]
    wrong = [finding for finding in found if not _is_allowed(graph, finding)]
    if manifest is not None:
        wrong += unexplained(graph, allowed, manifest)
    return wrong, allowed


def _is_allowed(graph: Graph, finding: Finding) -> bool:
    kinds = ALLOWED.get(finding.rule, ())
    return bool(kinds) and graph.things[finding.subject].kind in kinds


def _counts(allowed: Iterable[Finding]) -> str:
    counts = Counter(finding.rule for finding in allowed)
    return "allowed warnings: " + ", ".join(f"{counts[rule]} {rule}" for rule in ALLOWED)


def unexplained(graph: Graph, allowed: Iterable[Finding], manifest: Mapping[str, Any]) -> Iterator[Finding]:
    """Allowed warnings that the model does not explain, and those it should have caused and did not."""
    found: Counter[tuple[str, str]] = Counter()
    joined: set[str] = set()
    for finding in allowed:
        found[finding.rule, graph.things[finding.subject].kind] += 1
        if finding.rule == "multiple.location":
            joined.add(finding.subject)
    for kind, rule, expected in _expected(manifest):
        if found[rule, kind] != expected:
            yield Finding("", rule, f"{found[rule, kind]} warnings about a {kind}; the model explains {expected}")
    yield from _places(joined, manifest)


def _expected(manifest: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    plain = [
        (process["id"], member)
        for process in manifest["processes"]
        for control in process["controls"]
        for member in control["members"]
        if control["role"] != "catalyst" and process["verb"] != "synthesise"
    ]
    marks = {
        (part["molecule"], mark["kind"], mark["mod"])
        for form in manifest["forms"]
        for part in form["parts"]
        for mark in part["marks"]
    }
    yield "Control", "not.specific.element", len(plain)
    features = sum(kind == "active" for _, kind, _ in marks) + len(_in_second_cells(manifest))
    yield "EntityFeature", "not.specific.element", features
    yield "ModificationFeature", "cardinality.violated", sum(kind == "unplaced" for _, kind, _ in marks)


def _in_second_cells(manifest: Mapping[str, Any]) -> set[tuple[str, str]]:
    """The proteins that need a feature for a cell of their own, each with that cell."""
    cells = {place["id"]: place.get("cell", "") for place in manifest["places"]}
    proteins = {one["id"] for one in manifest["molecules"] if one["kind"] not in ("small_molecule", "drug")}
    held = ((part["molecule"], cells[form["place"]]) for form in manifest["forms"] for part in form["parts"])
    return {(molecule, cell) for molecule, cell in held if cell and molecule in proteins}


def _places(joined: set[str], manifest: Mapping[str, Any]) -> Iterator[Finding]:
    """A process joins two places when its forms are in two, or when currency comes from elsewhere."""
    places = {form["id"]: form["place"] for form in manifest["forms"]}
    plain = {process["id"]: process for process in manifest["processes"]}
    for name in sorted(joined):
        process = plain.get(name, {"reactants": [], "products": [], "currency_in": [], "currency_out": []})
        around = {places.get(item["form"]) for item in (*process["reactants"], *process["products"])}
        if len(around) < 2 and not process["currency_in"] and not process["currency_out"]:
            yield Finding(name, "multiple.location", "the model has all of it in one place")
