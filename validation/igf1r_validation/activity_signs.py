"""The judge activity: every influence rests on processes in which both molecules take part, and the signs are right.

What must be there is written by hand, edge by edge with its sign, in `required_signs.tsv`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from igf1r_validation import networks, sbml_common
from igf1r_validation.networks import Row, listed
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "activity"
READS: Final = ".activity.cx2"
QUICK: Final = True
#: what the published models must show; a model that is not in it has nothing it must show
LIST: Final = Path(__file__).with_name("required_signs.tsv")
WORDS: Final = {"+": "activates", "-": "inhibits", "+-": "influences", "?": "influences"}
Members = Mapping[str, frozenset[str]]


def judge(build: Path, model: str, required: Path | None = None) -> Verdict:
    """The table of influences against the manifest and against the list."""
    path = build / f"{model}.activity.edges.tsv"
    if reason := sbml_common.obstacle((), path, required or LIST):
        return not_run(NAME, "own rules", path.name, reason)
    edges, deeds = networks.table(path), _deeds(sbml_common.manifest(build, model))
    wanted = list(_wanted(required or LIST, model))
    found = [*_signs(edges, wanted), *(finding for edge in edges for finding in _grounds(edge, deeds))]
    told = sum(edge["sign"] in ("+", "-") for edge in edges)
    return verdict(NAME, "own rules", path.name, found,
                   f"{len(edges)} influences, {told} of them signed; {len(wanted)} required")  # fmt: skip


def _wanted(table: Path, model: str) -> Iterator[tuple[str, str, str]]:
    """The edges that this model must have; a row names one model or several."""
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if model in row["models"].split():
                yield row["source"], row["sign"], row["target"]


def _signs(edges: list[dict[str, str]], wanted: list[tuple[str, str, str]]) -> Iterator[Finding]:
    signs: dict[tuple[str, str], str] = {}
    for edge in edges:
        pair = edge["source"], edge["target"]
        if pair in signs:
            yield Finding(" ".join(pair), "twice", "two edges for one influence")
        signs[pair] = edge["sign"]
        if WORDS.get(edge["sign"]) != edge["interaction"]:
            yield Finding(" ".join(pair), "interaction", f"is {edge['interaction']!r} with the sign {edge['sign']!r}")
        if pair[0] == pair[1]:
            yield Finding(pair[0], "itself", "a molecule is said to act on itself")
    for source, sign, target in wanted:
        if (source, target) not in signs:
            yield Finding(f"{source} {sign} {target}", "missing", "this influence is not there")
        elif signs[source, target] != sign:
            yield Finding(f"{source} {sign} {target}", "sign", f"is {signs[source, target]!r}")


@dataclass(frozen=True, slots=True)
class _Deed:
    """What the manifest says of a process or an inhibition: who may act in it, on whom, and the papers."""

    sources: frozenset[str]
    targets: frozenset[str]
    papers: frozenset[str]


def _deeds(manifest: Mapping[str, Any]) -> dict[str, _Deed]:
    parts: Members = {f["id"]: frozenset(part["molecule"] for part in f["parts"]) for f in manifest["forms"]}
    deeds = {}
    for process in manifest["processes"]:
        sides = [parts[one["form"]] for side in ("reactants", "products") for one in process[side]]
        acting = [parts[form] for control in process["controls"] for form in control["members"]]
        papers = [process["papers"], *(control["papers"] for control in process["controls"])]
        changed = frozenset().union(*sides)
        binds = changed if len(process["reactants"]) > 1 else frozenset()
        deeds[process["id"]] = _Deed(binds.union(*acting), changed, frozenset().union(*papers))
    for one in manifest["inhibitions"]:
        targets = frozenset().union(*(parts[form] for form in one["targets"]))
        deeds[one["id"]] = _Deed(parts[one["drug"]], targets, frozenset(one["papers"]))
    return deeds


def _grounds(edge: Row, deeds: Mapping[str, _Deed]) -> Iterator[Finding]:
    """An edge rests on processes that exist, in which its source acts and its target changes, with their papers."""
    subject, processes = edge["id"], listed(edge, "process")
    known = [deeds[one] for one in processes if one in deeds]
    if not processes or len(known) < len(processes):
        yield Finding(subject, "process", f"rests on {', '.join(processes) or 'no process'}: not all are in the model")
    if not all(edge["source"] in deed.sources and edge["target"] in deed.targets for deed in known):
        yield Finding(subject, "part", "source or target takes no part in a process that it rests on")
    if invented := set(listed(edge, "citation")).difference(*(deed.papers for deed in known)):
        yield Finding(subject, "citation", f"{', '.join(sorted(invented))}: no process that it rests on cites this")
