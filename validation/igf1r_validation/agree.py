"""All files of a model say the same: forms, processes, controls, identities, places, names and papers.

Every file is read from disk into the same plain content and compared with the SBML file. What one format cannot hold
is compared nowhere and named in the detail, from the losses the manifest declares.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from igf1r_validation.content import Content, ControlKey, read_biopax, read_sbml
from igf1r_validation.content_networks import read_cx2, read_graphml
from igf1r_validation.content_sbgn import comparable, read_sbgn
from igf1r_validation.content_sedml import read_sedml, sbml_names
from igf1r_validation.verdict import Finding, Verdict, verdict

NAME = "agree"
READS = ".owl"
# What is compared where the manifest says that it is written: by ending, its name in findings and its reader.
OTHERS = {"owl": "BioPAX", "cx2": "CX2", "graphml": "GraphML", "sbgn": "SBGN"}
READERS = {
    "cx2": read_cx2,
    "graphml": read_graphml,
    "sbgn": read_sbgn,
}  # cofactors matter to the reader of BioPAX alone
COMPARED = ("xml", *OTHERS)
QUICK = True
ISOLATED = False


def judge(build: Path, model: str) -> Verdict:
    """Read all files and compare with the SBML file what both can say."""
    manifest = json.loads((build / f"{model}.model.json").read_text(encoding="utf-8"))
    sbml = read_sbml(build / f"{model}.xml")
    currency = {one["id"] for one in manifest["molecules"] if one.get("currency")} - sbml.forms.keys()
    found = []
    written = [ending for ending in OTHERS if ending in manifest["loses"] or ending == "owl"]
    for ending in written:
        other = _read(build / f"{model}.{ending}", ending, frozenset(currency))
        own = self_catalyses(sbml, other)
        held = {key: other.controls[key] for key in own}
        rest = replace(other, controls={key: papers for key, papers in other.controls.items() if key not in own})
        pair = comparable(sbml, rest) if ending == "sbgn" else (sbml, rest)
        found += [*_check_own(held, manifest, OTHERS[ending]), *compare(*pair, OTHERS[ending])]
    found += compare_names(sbml_names(build / f"{model}.xml"), read_sedml(build / model))
    detail = f"{len(sbml.forms)} forms, {len(sbml.processes)} processes, {len(sbml.controls)} controls"
    detail += f" in {', '.join(('xml', *written))}" if len(written) > 1 else ""
    lost = ", ".join(f"{len(what)} in {name}" for name, what in sorted(manifest["loses"].items()) if name in COMPARED)
    detail += f"; declared losses (told in the manifest): {lost}"
    return verdict(NAME, f"own reader (lxml {version('lxml')})", f"{model}.owl", found, detail)


def _read(path: Path, ending: str, currency: frozenset[str]) -> Content:
    return READERS[ending](path) if ending in READERS else read_biopax(path, currency)


def compare(sbml: Content, other: Content, name: str = "BioPAX") -> Iterator[Finding]:
    """Everything on which the contents of the SBML file and of another differ."""
    if not sbml.forms or not sbml.processes:
        yield Finding("", "content", "the SBML file has no species or no reaction")
    for kind, first, second in (
        ("form", sbml.forms, other.forms),
        ("process", sbml.processes, other.processes),
    ):
        yield from _only_in_one(kind, first, second, name)
        for id in sorted(first.keys() & second.keys()):
            yield from _fields(id, kind, first[id], second[id], name)
    yield from _only_in_one("control", _named(sbml.controls), _named(other.controls), name)
    for key in sorted(sbml.controls.keys() & other.controls.keys()):
        if sbml.controls[key] != other.controls[key]:
            yield _difference(_label(key), "control papers", sbml.controls[key], other.controls[key], name)


def compare_names(sbml: Mapping[str, str], sedml: Mapping[str, str]) -> Iterator[Finding]:
    """What SED-ML files set and read is in the SBML file and is called the same; what is only set has no name there."""
    for id, name in sedml.items():
        if id not in sbml:
            yield Finding(id, "id", "SED-ML files point at it; the SBML file has no such species or parameter")
        elif name and name != sbml[id]:
            yield _difference(id, "name", sbml[id], name, "SED-ML")


def _only_in_one(kind: str, sbml: Mapping[str, object], other: Mapping[str, object], name: str) -> Iterator[Finding]:
    for id in sorted(sbml.keys() - other.keys()):
        yield Finding(id, kind, f"this {kind} is in the SBML file, not in the {name} file")
    for id in sorted(other.keys() - sbml.keys()):
        yield Finding(id, kind, f"this {kind} is in the {name} file, not in the SBML file")


def _fields(id: str, kind: str, sbml: Any, other: Any, name: str) -> Iterator[Finding]:
    for one in fields(sbml):
        first, second = getattr(sbml, one.name), getattr(other, one.name)
        if first != second:
            yield _difference(id, f"{kind} {one.name}", first, second, name)


def _difference(subject: str, rule: str, sbml: object, other: object, name: str) -> Finding:
    return Finding(subject, rule, f"SBML says {_words(sbml)}, {name} says {_words(other)}")


def _words(value: object) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "nothing"
    if isinstance(value, Mapping):
        return " + ".join(f"{count:g} {name}" for name, count in sorted(value.items())) or "nothing"
    return repr(value)


def _label(key: ControlKey) -> str:
    process, controller, sign = key
    return f"{process} {sign} {controller}"


def _named(controls: Mapping[ControlKey, object]) -> dict[str, object]:
    return {_label(key): value for key, value in controls.items()}


def self_catalyses(sbml: Content, other: Content) -> frozenset[ControlKey]:
    """Autophosphorylations: all but SBML write them as controls, by a form that the process consumes."""
    return frozenset(key for key in other.controls.keys() - sbml.controls.keys() if _consumes_controller(other, key))


def _consumes_controller(content: Content, key: ControlKey) -> bool:
    process, controller, sign = key
    return sign == "+" and process in content.processes and controller in content.processes[process].reactants


def _check_own(held: Mapping[ControlKey, frozenset[str]], manifest: Mapping[str, Any], name: str) -> Iterator[Finding]:
    """A catalysis by a consumed form is right exactly where the model says that a form acts on itself."""
    demanded = {
        (process["id"], member, "+"): frozenset(control["papers"])
        for process in manifest["processes"]
        for control in process["controls"]
        if control.get("self")
        for member in control["members"]
    }
    for key in sorted(demanded.keys() - held.keys()):
        yield Finding(_label(key), "self-catalysis", f"the {name} file lacks this catalysis by the consumed form")
    for key in sorted(held.keys() - demanded.keys()):
        yield Finding(
            _label(key), "self-catalysis", f"in the {name} file a consumed form catalyses a process that is not its own"
        )
    for key in sorted(held.keys() & demanded.keys()):
        if held[key] != demanded[key]:
            message = f"the manifest says {_words(demanded[key])}, {name} says {_words(held[key])}"
            yield Finding(_label(key), "control papers", message)
