"""The judge sif: the simple interaction files and their tables fit each other, the manifest and the CX2 files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from igf1r_validation import networks, sbml_common
from igf1r_validation.networks import Plain, Row
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "sif"
READS: Final = ".sif"
QUICK: Final = True
KINDS: Final = ("", ".activity")
FILES: Final = (".sif", ".nodes.tsv", ".edges.tsv", ".cx2")


def judge(build: Path, model: str) -> Verdict:
    """Both networks: lines, tables, nodes of the manifest, values of the CX2 file."""
    name = f"{model}.sif"
    paths = [build / f"{model}{kind}{suffix}" for kind in KINDS for suffix in FILES]
    if reason := sbml_common.obstacle((), *paths):
        return not_run(NAME, "own rules", name, reason)
    found, counts = [], []
    for kind in KINDS:
        lines = (build / f"{model}{kind}.sif").read_text(encoding="utf-8").splitlines()
        nodes, edges = (networks.table(build / f"{model}{kind}.{one}.tsv") for one in ("nodes", "edges"))
        findings = [*_lines(lines, nodes, edges), *_as_cx2(nodes, edges, networks.cx2(build / f"{model}{kind}.cx2"))]
        found += [Finding(f"{one.subject}{kind}", one.rule, one.message) for one in findings]
        counts.append(f"{len(nodes)} nodes and {len(lines)} edges{kind and ' of the activity flow'}")
    found += _as_manifest(networks.table(build / f"{model}.nodes.tsv"), sbml_common.manifest(build, model))
    return verdict(NAME, "own rules", name, found, ", ".join(counts))


def _lines(lines: list[str], nodes: list[dict[str, str]], edges: list[dict[str, str]]) -> Iterator[Finding]:
    known = {row["id"] for row in nodes}
    rows = Counter("\t".join((row["source"], row["interaction"], row["target"])) for row in edges)
    for line in lines:
        words = line.split("\t")
        if len(words) != 3 or not all(words) or any(" " in word for word in words):
            yield Finding(line, "line", "is not three words with tabs between")
        elif not {words[0], words[2]} <= known:
            yield Finding(line, "node", "an end is not in the table of nodes")
    for line in sorted((Counter(lines) - rows) + (rows - Counter(lines))):
        yield Finding(line.replace("\t", " "), "edge", "stands in the file or in the table of edges only")
    for row in edges:
        if row["id"] != f"{row['source']} ({row['interaction']}) {row['target']}":
            yield Finding(row["id"], "id", "is not how Cytoscape names the edge")


def _as_cx2(nodes: list[dict[str, str]], edges: list[dict[str, str]], cx2: Plain) -> Iterator[Finding]:
    here = Plain({row["id"]: _filled(row, "id") for row in nodes})
    here.edges = [{**_filled(row, "id"), "name": row["id"]} for row in edges]
    for subject, message in networks.differences(here, cx2):
        yield Finding(subject, "not as in CX2", message)


def _filled(row: Row, *without: str) -> dict[str, str]:
    return {name: value for name, value in row.items() if value and name not in without}


def _as_manifest(nodes: list[dict[str, str]], manifest: Mapping[str, Any]) -> Iterator[Finding]:
    wanted, there = Counter(networks.of_model(manifest)), Counter(row["id"] for row in nodes)
    for id in sorted((wanted - there) + (there - wanted)):
        why = "lacks this node" if wanted[id] > there[id] else "has a node that the model has not, or has it twice"
        yield Finding(id, "nodes", f"the table of nodes {why}")
