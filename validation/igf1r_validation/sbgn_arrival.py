"""The judge sbgn-arrival: the map shows every form, state, process and control of the manifest, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbgn_file, sbml_common
from igf1r_validation.sbgn_file import COFACTOR, PROCESSES, Drawn, Map, joined
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "sbgn-arrival"
READS: Final = ".sbgn"
QUICK: Final = True
ISOLATED: Final = False
ROLES: Final = {
    "catalyst": "catalysis",
    "activator": "stimulation",
    "essential_activator": "necessary stimulation",
    "inhibitor": "inhibition",
}
SMALL: Final = ("small_molecule", "drug")
PHOSPHO: Final = ("MOD:00046", "MOD:00047", "MOD:00048", "MOD:00696")
UBIQUITIN: Final = "MOD:01148"
SAID: Final = {"active": "active", "cleaved": "cleaved"}
STATES: Final = ("state variable", "unit of information")
Fact = tuple[str, ...]


def judge(build: Path, model: str) -> Verdict:
    """Compare what the map says with what the manifest demands, fact by fact."""
    path = build / f"{model}.sbgn"
    tool = f"own reader ({sbml_common.tool('lxml')})"
    if reason := sbml_common.obstacle(("lxml",), path, build / f"{model}.model.json"):
        return not_run(NAME, tool, path.name, reason)
    manifest = json.loads((build / f"{model}.model.json").read_text(encoding="utf-8"))
    wanted, held = Counter(demanded(manifest)), Counter(said(sbgn_file.read(path)))
    findings = [*_findings("the map lacks", wanted - held), *_findings("the map alone says", held - wanted)]
    return verdict(NAME, tool, path.name, findings, f"{wanted.total()} facts compared")


def _findings(how: str, facts: Counter[Fact]) -> Iterator[Finding]:
    return (Finding(fact[1], fact[0], f"{how} {' '.join(fact)}") for fact in facts.elements())


def said(drawn: Map) -> Iterator[Fact]:
    """The facts of a map."""
    for glyph in drawn.glyphs.values():
        if glyph.kind == "compartment":
            yield "place", glyph.id, glyph.label
        elif glyph.is_form:
            yield "form", glyph.id, glyph.label, glyph.kind, glyph.place
            yield from (("member", glyph.id, *_member(one)) for one in glyph.inner if one.kind not in STATES)
            yield from (("state", glyph.id, one.label) for one in glyph.inner if one.kind == "state variable")
        elif glyph.kind in PROCESSES:
            yield "process", glyph.id, glyph.kind
    for line, entity, process in joined(drawn):
        what = _what(entity)
        yield "arc", process.id, what, line.kind, f"{line.count:g}"


def _member(glyph: Drawn) -> Fact:
    """A member of a complex: what it is, how many there are, in which states."""
    copies = [one.label for one in glyph.inner if one.kind == "unit of information"]
    states = sorted(one.label for one in glyph.inner if one.kind == "state variable")
    return glyph.kind, glyph.label, *copies, *states


def _what(entity: Drawn) -> str:
    """A form by its id, a cofactor by its molecule, a source or sink as such."""
    if entity.id.startswith(COFACTOR):
        return entity.id.rpartition(".")[2]
    return "nothing" if entity.kind == "source and sink" else entity.id


def demanded(manifest: Mapping[str, Any]) -> Iterator[Fact]:
    """The facts that a manifest demands; a form that takes part in nothing is not on a map."""
    molecules = {one["id"]: one for one in manifest["molecules"]}
    arcs = [fact for process in manifest["processes"] for fact in _arcs(process, manifest)]
    taking = {fact[2] for fact in arcs}
    for place in manifest["places"]:
        yield "place", place["id"], place["name"]
    for form in manifest["forms"]:
        if form["id"] in taking:
            yield from _form(form, molecules)
    for process in manifest["processes"]:
        yield "process", process["id"], _process_class(process)
    yield from arcs


def _form(form: Mapping[str, Any], molecules: Mapping[str, Any]) -> Iterator[Fact]:
    parts = form["parts"]
    single = len(parts) == 1 and parts[0]["count"] == 1
    kind = _class(molecules[parts[0]["molecule"]]) if single else "complex"
    yield "form", form["id"], form["name"], kind, form["place"]
    if single:
        yield from (("state", form["id"], _state(mark)) for mark in parts[0]["marks"])
        return
    for part in parts:
        molecule, several = molecules[part["molecule"]], part["count"] > 1
        copies = (f"N:{part['count']}",) if several else ()
        kind = _class(molecule) + (" multimer" if several else "")
        yield "member", form["id"], kind, molecule["name"], *copies, *sorted(_state(mark) for mark in part["marks"])


def _class(molecule: Mapping[str, Any]) -> str:
    return "simple chemical" if molecule["kind"] in SMALL else "macromolecule"


def _state(mark: Mapping[str, Any]) -> str:
    value = SAID.get(mark["kind"]) or ("P" if mark["mod"] in PHOSPHO else "Ub" if mark["mod"] == UBIQUITIN else "*")
    return "@".join(filter(None, (value, mark.get("site", ""))))


def _process_class(process: Mapping[str, Any]) -> str:
    if process["verb"] == "bind" and len(process["products"]) + len(process["currency_out"]) == 1:
        return "association"
    if process["verb"] == "unbind" and len(process["reactants"]) + len(process["currency_in"]) == 1:
        return "dissociation"
    return "process"


def _arcs(process: Mapping[str, Any], manifest: Mapping[str, Any]) -> Iterator[Fact]:
    id = process["id"]
    for kind, side, currency in (
        ("consumption", process["reactants"], process["currency_in"]),
        ("production", process["products"], process["currency_out"]),
    ):
        for one in side:
            yield "arc", id, one["form"], kind, f"{one['count']:g}"
        for molecule, count in currency:
            yield "arc", id, molecule, kind, f"{count:g}"
        if not side:
            yield "arc", id, "nothing", kind, "1"
    for control in process["controls"]:
        for member in control["members"]:
            yield "arc", id, member, ROLES[control["role"]], "1"
    for drug in _drugs(process, manifest):
        yield "arc", id, drug, "inhibition", "1"


def _drugs(process: Mapping[str, Any], manifest: Mapping[str, Any]) -> list[str]:
    """The drugs that slow a catalyst of the process."""
    catalysts = {one for control in process["controls"] if control["role"] == "catalyst" for one in control["members"]}
    acting = [
        one["drug"]
        for one in manifest["inhibitions"]
        if catalysts & set(one["targets"]) and (not one["only"] or process["id"] in one["only"])
    ]
    return list(dict.fromkeys(acting))
