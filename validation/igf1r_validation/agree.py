"""SBML and BioPAX say the same: forms, processes, controls, identities, places, names and papers.

Both files are read from disk into the same plain content, and the contents are compared. What one
format cannot hold is compared nowhere and named in the detail, from the losses the manifest declares.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from igf1r_validation.content import Content, ControlKey, read_biopax, read_sbml
from igf1r_validation.verdict import Finding, Verdict, verdict

NAME = "agree"
READS = ".owl"
COMPARED = ("owl", "xml")
QUICK = True
ISOLATED = False


def judge(build: Path, model: str) -> Verdict:
    """Read both files and compare what both can say."""
    manifest = json.loads((build / f"{model}.model.json").read_text(encoding="utf-8"))
    sbml = read_sbml(build / f"{model}.xml")
    currency = {one["id"] for one in manifest["molecules"] if one.get("currency")}
    biopax = read_biopax(build / f"{model}.owl", frozenset(currency - sbml.forms.keys()))
    own = self_catalyses(sbml, biopax)
    others = {key: papers for key, papers in biopax.controls.items() if key not in own}
    held = {key: biopax.controls[key] for key in own}
    found = [*_check_own(held, manifest), *compare(sbml, replace(biopax, controls=others))]
    detail = f"{len(sbml.forms)} forms, {len(sbml.processes)} processes, {len(sbml.controls)} controls"
    lost = ", ".join(f"{len(what)} in {name}" for name, what in sorted(manifest["loses"].items()) if name in COMPARED)
    detail += f"; declared losses (told in the manifest): {lost}"
    return verdict(NAME, f"own reader (lxml {version('lxml')})", f"{model}.owl", found, detail)


def compare(sbml: Content, biopax: Content) -> Iterator[Finding]:
    """Everything on which two contents differ."""
    if not sbml.forms or not sbml.processes:
        yield Finding("", "content", "the SBML file has no species or no reaction")
    for kind, first, second in (
        ("form", sbml.forms, biopax.forms),
        ("process", sbml.processes, biopax.processes),
    ):
        yield from _only_in_one(kind, first, second)
        for name in sorted(first.keys() & second.keys()):
            yield from _fields(name, kind, first[name], second[name])
    yield from _only_in_one("control", _named(sbml.controls), _named(biopax.controls))
    for key in sorted(sbml.controls.keys() & biopax.controls.keys()):
        if sbml.controls[key] != biopax.controls[key]:
            yield _difference(_label(key), "control papers", sbml.controls[key], biopax.controls[key])


def _only_in_one(kind: str, sbml: Mapping[str, object], biopax: Mapping[str, object]) -> Iterator[Finding]:
    for name in sorted(sbml.keys() - biopax.keys()):
        yield Finding(name, kind, f"this {kind} is in the SBML file only")
    for name in sorted(biopax.keys() - sbml.keys()):
        yield Finding(name, kind, f"this {kind} is in the BioPAX file only")


def _fields(name: str, kind: str, sbml: Any, biopax: Any) -> Iterator[Finding]:
    for one in fields(sbml):
        first, second = getattr(sbml, one.name), getattr(biopax, one.name)
        if first != second:
            yield _difference(name, f"{kind} {one.name}", first, second)


def _difference(subject: str, rule: str, sbml: object, biopax: object) -> Finding:
    return Finding(subject, rule, f"SBML says {_words(sbml)}, BioPAX says {_words(biopax)}")


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


def self_catalyses(sbml: Content, biopax: Content) -> frozenset[ControlKey]:
    """Autophosphorylations: only BioPAX writes them as controls, by a form that the process consumes."""
    return frozenset(key for key in biopax.controls.keys() - sbml.controls.keys() if _consumes_controller(biopax, key))


def _consumes_controller(content: Content, key: ControlKey) -> bool:
    process, controller, sign = key
    return sign == "+" and process in content.processes and controller in content.processes[process].reactants


def _check_own(held: Mapping[ControlKey, frozenset[str]], manifest: Mapping[str, Any]) -> Iterator[Finding]:
    """A catalysis by a consumed form is right exactly where the model says that a form acts on itself."""
    demanded = {
        (process["id"], member, "+"): frozenset(control["papers"])
        for process in manifest["processes"]
        for control in process["controls"]
        if control.get("self")
        for member in control["members"]
    }
    for key in sorted(demanded.keys() - held.keys()):
        yield Finding(_label(key), "self-catalysis", "the BioPAX file lacks this catalysis by the consumed form")
    for key in sorted(held.keys() - demanded.keys()):
        yield Finding(_label(key), "self-catalysis", "a consumed form catalyses a process that is not its own")
    for key in sorted(held.keys() & demanded.keys()):
        if held[key] != demanded[key]:
            message = f"the manifest says {_words(demanded[key])}, BioPAX says {_words(held[key])}"
            yield Finding(_label(key), "control papers", message)
