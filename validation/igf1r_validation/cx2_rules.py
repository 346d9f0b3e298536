"""The judge cx2: what NDEx and Cytoscape ask of a CX2 file and no library looks at; both files of a model.

No key twice in an object; aspects in order, counted right; every attribute declared, used and of its type; a style for
every class and none for single nodes; every prefix in `@context`; coordinates for all nodes or for none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common
from igf1r_validation.identifiers import PATTERNS, uri
from igf1r_validation.networks import FileError, aspects, load_cx2
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "cx2"
READS: Final = ".cx2"
QUICK: Final = True
FILES: Final = (".cx2", ".activity.cx2")
ORDER: Final = ("CXVersion", "metaData", "attributeDeclarations", "networkAttributes", "nodes", "edges",
                "visualProperties", "status")  # fmt: skip
MAY_BE_EMPTY: Final = ("nodes", "edges")
TYPES: Final[dict[str, Any]] = {"string": str, "integer": int, "boolean": bool, "list_of_string": list}
WANTED: Final = {
    "networkAttributes": {"name", "description", "version", "organism", "reference", "rights", "@context"},
    "nodes": {"name", "model_id", "type", "sbo"},
    "edges": {"name", "model_id", "interaction", "sbo", "citation", "evidence"},
}
CLASSES: Final = {"node": ("nodes", "type", "NODE_SHAPE", "NODE_BACKGROUND_COLOR"),
                  "edge": ("edges", "interaction", "EDGE_TARGET_ARROW_SHAPE", "EDGE_LINE_COLOR")}  # fmt: skip
PROSE: Final = frozenset({"name", "description", "sentence", "@context"})
CURIE: Final = re.compile(r"([A-Za-z][\w.-]*):\S")
ALSO: Final = ("SBO",)  # prefixes of terms that are in no table of identifiers


def judge(build: Path, model: str) -> Verdict:
    """Every rule on the network of processes and on the activity flow."""
    paths = [build / f"{model}{suffix}" for suffix in FILES]
    if reason := sbml_common.obstacle((), *paths):
        return not_run(NAME, "own rules", paths[0].name, reason)
    style = str(sbml_common.manifest(build, model).get("uri_style", "compact"))
    found, counts = [], []
    for path in paths:
        try:
            blocks = load_cx2(path)
            held = aspects(blocks)
            findings = [*_order(blocks), *(_inside(held, style) if not _missing(held) else _missing(held))]
            counts.append(f"{len(held.get('nodes', []))} nodes and {len(held.get('edges', []))} edges in {path.name}")
        except FileError as error:
            findings = [Finding("", "json", str(error))]
        found += [Finding(f"{path.name} {one.subject}".strip(), one.rule, one.message) for one in findings]
    return verdict(NAME, "own rules", paths[0].name, found, ", ".join(counts))


def _missing(held: Mapping[str, list[Any]]) -> list[Finding]:
    """An aspect that is not there; a model without any control has an activity flow without nodes and edges."""
    gone = [name for name in ORDER[1:] if not held.get(name) and not (name in MAY_BE_EMPTY and name in held)]
    return [Finding(name, "aspect", "is not there, or empty") for name in gone]


def _order(blocks: list[dict[str, Any]]) -> Iterator[Finding]:
    names = [next(iter(block), "") for block in blocks]
    if names != list(ORDER):
        yield Finding("", "aspects", f"are {', '.join(names)}; wanted are {', '.join(ORDER)}")
    if blocks and blocks[0] != {"CXVersion": "2.0", "hasFragments": False}:
        yield Finding("", "descriptor", f"is {blocks[0]}")


def _inside(held: Mapping[str, list[Any]], style: str) -> Iterator[Finding]:
    yield from _counts(held)
    yield from _attributes(held)
    yield from _graph(held)
    yield from _style(held)
    yield from _context(held, style)
    status = held["status"][-1]
    if status != {"error": "", "success": True}:
        yield Finding("status", "status", f"is {status}")


def _counts(held: Mapping[str, list[Any]]) -> Iterator[Finding]:
    told = {one["name"]: one.get("elementCount") for one in held["metaData"]}
    for name in ORDER[2:-1]:
        if told.get(name, 0) != len(held[name]):
            yield Finding(name, "elementCount", f"is {told.get(name)}, there are {len(held[name])}")
    for name in told.keys() - held.keys():
        yield Finding(name, "metaData", "names an aspect that is not there")


def _attributes(held: Mapping[str, list[Any]]) -> Iterator[Finding]:
    declared = held["attributeDeclarations"][0]
    for aspect, wanted in WANTED.items():
        kinds = {name: one.get("d") for name, one in declared.get(aspect, {}).items()}
        used = set()
        for element in held[aspect]:
            values = element if aspect == "networkAttributes" else element.get("v", {})
            used |= values.keys()
            yield from _values(f"{aspect} {element.get('id', '')}".strip(), values, kinds)
        for name in sorted(kinds.keys() - used):
            yield Finding(f"{aspect} {name}", "declaration", "is declared and never used")
        for name in sorted(wanted - used) if held[aspect] else ():
            yield Finding(f"{aspect} {name}", "attribute", "is never given")


def _values(subject: str, values: Mapping[str, Any], kinds: Mapping[str, str]) -> Iterator[Finding]:
    for name, value in values.items():
        if name not in kinds:
            yield Finding(f"{subject} {name}", "declaration", "is not declared")
        elif kinds[name] not in TYPES or type(value) is not TYPES[kinds[name]]:
            yield Finding(f"{subject} {name}", "type", f"{value!r} is no {kinds[name]}")
        elif value in ("", []):
            yield Finding(f"{subject} {name}", "empty", "an empty value is left out, not written")


def _graph(held: Mapping[str, list[Any]]) -> Iterator[Finding]:
    ids = [node["id"] for node in held["nodes"]]
    names = [node["v"].get("model_id") for node in held["nodes"]]
    if len(set(ids)) < len(ids) or len(set(names)) < len(names):
        yield Finding("nodes", "ids", "two nodes have the same id or model_id")
    numbers = [edge["id"] for edge in held["edges"]]
    if len(set(numbers)) < len(numbers):
        yield Finding("edges", "ids", "two edges have the same id")
    for edge in held["edges"]:
        if not {edge["s"], edge["t"]} <= set(ids):
            yield Finding(f"edges {edge['id']}", "ends", "an end of the edge is no node")
    drawn = [node for node in held["nodes"] if "x" in node and "y" in node]
    if drawn and len(drawn) < len(ids):
        yield Finding("nodes", "coordinates", f"{len(drawn)} of {len(ids)} nodes have coordinates: all or none must")


def _style(held: Mapping[str, list[Any]]) -> Iterator[Finding]:
    for name in ("nodeBypasses", "edgeBypasses"):
        if held.get(name):
            yield Finding(name, "bypass", "single nodes or edges are styled: looks go by class")
    properties = held["visualProperties"][0]
    for thing, (aspect, attribute, *wanted) in CLASSES.items():
        mappings = properties.get(f"{thing}Mapping", {})
        classes = {element["v"].get(attribute) for element in held[aspect]}
        if not classes:
            continue
        yield from _mappings(mappings, aspect, held["attributeDeclarations"][0].get(aspect, {}))
        for name in wanted:
            definition = mappings.get(name, {}).get("definition", {})
            known = {pair.get("v") for pair in definition.get("map", [])}
            if definition.get("attribute") != attribute or classes - known:
                left = ", ".join(sorted(map(str, classes - known))) or "another attribute"
                yield Finding(name, "style", f"has no look for each {attribute}: {left}")


def _mappings(mappings: Mapping[str, Any], aspect: str, declared: Mapping[str, Any]) -> Iterator[Finding]:
    """NDEx calls a mapping illegal whose definition lacks the type, which must be the column's."""
    for name, mapping in mappings.items():
        definition = mapping.get("definition", {})
        attribute, kind = definition.get("attribute"), definition.get("type")
        if mapping.get("type") not in ("DISCRETE", "PASSTHROUGH", "CONTINUOUS"):
            yield Finding(name, "mapping", f"is of the kind {mapping.get('type')!r}")
        if attribute not in declared:
            yield Finding(name, "mapping", f"goes by {attribute!r}, which no {aspect} declare")
        elif kind != declared[attribute].get("d"):
            yield Finding(name, "mapping type", f"says {kind!r}, {attribute} is {declared[attribute].get('d')!r}")


def _context(held: Mapping[str, list[Any]], style: str) -> Iterator[Finding]:
    try:
        context = json.loads(held["networkAttributes"][0].get("@context", ""))
    except json.JSONDecodeError:
        yield Finding("@context", "context", "is no JSON")
        return
    used = {prefix for text in _texts(held) for prefix in CURIE.findall(text) if prefix in (*PATTERNS, *ALSO)}
    for prefix in sorted(used ^ context.keys()):
        why = "is used and not in it" if prefix in used else "is in it and never used"
        yield Finding("@context", "context", f"the prefix {prefix} {why}")
    for prefix, stem in context.items():
        if stem != uri(f"{prefix}:", style):
            yield Finding("@context", "context", f"{prefix} stands for {stem}, not for {uri(f'{prefix}:', style)}")


def _texts(held: Mapping[str, list[Any]]) -> Iterator[str]:
    """Every text in which an identifier may stand; prose is not searched."""
    for aspect in WANTED:
        for element in held[aspect]:
            values = element if aspect == "networkAttributes" else element["v"]
            for name, value in values.items():
                if name not in PROSE:
                    yield from (one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str))
