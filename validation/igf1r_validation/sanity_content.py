"""What a manifest says that can be judged without a simulation, and the scenarios that it asks for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from igf1r_validation.same_curves import DOSE_NM
from igf1r_validation.verdict import Finding

DRUG_NM = 1000.0
SMALL = 1e-4  # of a constant that is 0, in its coherent unit: as a source in nM/s it makes 9 nM in a day
KNOCKED_OUT = 1e-3  # of the model's own value: a context that leaves less means a cell without it
DRUGS = ("drug", "antibody")
REST, LIGANDS, AWAKE = "rest", "ligands", "ligands, all mechanisms and sources on"

Json = dict[str, Any]
Settings = Mapping[str, float]  # values by symbol: a constant's id, a form's id in square brackets (nM)


@dataclass(frozen=True, slots=True)
class Content:
    """A manifest, and that of the model itself if this one is the model in a context (else the same once more)."""

    manifest: Json
    origin: Json


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is set before a day is simulated; everything else is as the file says."""

    name: str
    settings: Settings


def read(build: Path, model: str) -> Content:
    """The manifest; a context's model is looked for beside it and one folder up."""
    manifest = _json(build / f"{model}.model.json")
    name = model.removesuffix(f"__{manifest.get('context', '')}")
    found = [path for folder in (build, build.parent) if (path := folder / f"{name}.model.json").exists()]
    return Content(manifest, _json(found[0]) if found else manifest)


def _json(path: Path) -> Json:
    content: Json = json.loads(path.read_text(encoding="utf-8"))
    return content


def inputs(manifest: Json) -> list[str]:
    """The forms that a user doses."""
    return [form["id"] for form in manifest["forms"] if form["input"]]


def drugs(manifest: Json) -> list[str]:
    """The inputs with a drug or an antibody in them; the other inputs are ligands."""
    kinds = {molecule["id"]: molecule["kind"] for molecule in manifest["molecules"]}
    return [
        form["id"]
        for form in manifest["forms"]
        if form["input"] and any(kinds[part["molecule"]] in DRUGS for part in form["parts"])
    ]


def scenarios(content: Content) -> Iterator[Scenario]:
    """The days that every model lives through."""
    manifest = content.manifest
    nothing = {f"[{one}]": 0.0 for one in inputs(manifest)}
    fed, treated = ligands(manifest), {f"[{one}]": DRUG_NM for one in drugs(manifest)}
    contested = {switch["id"]: 1.0 for switch in manifest["switches"]}
    yield Scenario(REST, nothing)
    if any(form["input"] and form["initial_nM"] for form in manifest["forms"]):
        yield Scenario("as written", {})
    yield Scenario(LIGANDS, fed)
    if contested:
        yield Scenario("ligands, switches on", fed | contested)
    if treated:
        yield Scenario("ligands, all drugs", fed | treated)
    if missing := given_back(content):
        yield Scenario(AWAKE, fed | contested | missing)


def awake(content: Content) -> dict[str, float]:
    """Ligands there, contested mechanisms on, sources on, nothing taken away by a context; no drugs."""
    contested = {switch["id"]: 1.0 for switch in content.manifest["switches"]}
    return ligands(content.manifest) | contested | given_back(content)


def single_drugs(content: Content) -> Iterator[Scenario]:
    """One drug at a time: some shut off what another one needs."""
    for drug in drugs(content.manifest):
        yield Scenario(f"{drug} alone", awake(content) | {f"[{drug}]": DRUG_NM})


def drugs_of(process: str, content: Content) -> Scenario:
    """The drugs that a process is about, together and at a dose that leaves some of their target to others."""
    manifest = content.manifest
    there = {one["id"]: one for one in manifest["processes"]}[process]
    members = [form for control in there["controls"] for form in control["members"]]
    forms = {form["form"] for form in there["reactants"]} | set(members)
    molecules = {part["molecule"] for form in manifest["forms"] if form["id"] in forms for part in form["parts"]}
    homes = {form["id"]: {part["molecule"] for part in form["parts"]} for form in manifest["forms"] if form["input"]}
    dosed = {f"[{drug}]": DOSE_NM for drug in drugs(manifest) if homes[drug] & molecules}
    return Scenario(f"the drugs of {process}", awake(content) | dosed)


def ligands(manifest: Json) -> dict[str, float]:
    """Every ligand dosed, every other input absent."""
    none = set(drugs(manifest))
    return {f"[{one}]": 0.0 if one in none else DOSE_NM for one in inputs(manifest)}


def given_back(content: Content) -> dict[str, float]:
    """What a context knocks out, with the model's own value; what is 0 in the model too, with a small one."""
    own = {constant["id"]: constant["value"] for constant in content.origin["constants"]}
    constants = {
        constant["id"]: own.get(constant["id"]) or SMALL
        for constant in content.manifest["constants"]
        if constant["value"] <= KNOCKED_OUT * own.get(constant["id"], 0)
    }
    return constants | {f"[{one}]": value for one, value in _taken_away(content).items()}


def _taken_away(content: Content) -> dict[str, float]:
    own = {form["id"]: form["initial_nM"] for form in content.origin["forms"]}
    return {
        form["id"]: own[form["id"]]
        for form in content.manifest["forms"]
        if not form["input"] and form["initial_nM"] == 0 and own.get(form["id"], 0) > 0
    }


def unreachable(content: Content) -> Iterator[Finding]:
    """Forms that are not there at the start and that no process can make from what can be there."""
    manifest = content.manifest
    there = {form["id"] for form in manifest["forms"] if form["input"] or form["initial_nM"] > 0}
    there |= _taken_away(content).keys()
    ways = list(_ways(manifest))
    while new := {one for needed, made in ways if needed <= there for one in made - there}:
        there |= new
    for form in manifest["forms"]:
        if form["id"] not in there:
            makers = sum(form["id"] in made for _, made in ways)
            told = f"it starts at 0 nM, is no input, and none of {makers} processes that could make it can run"
            yield Finding(form["id"], "reachable", told)


def _ways(manifest: Json) -> Iterator[tuple[set[str], set[str]]]:
    """What each process needs and makes, a reversible one in both directions."""
    for process in manifest["processes"]:
        left, right = ({one["form"] for one in process[side]} for side in ("reactants", "products"))
        yield left, right
        if process["reversible"]:
            yield right, left


def conserved(manifest: Json) -> dict[str, dict[str, int]]:
    """By molecule that no process makes or destroys: its forms, and how often it is in each.

    A fixed form gives and takes without limit, so it counts neither here nor in a total.
    """
    parts = _parts(manifest)
    changed = {molecule for process in manifest["processes"] for molecule in _net(process, parts)}
    found: dict[str, dict[str, int]] = {}
    for form, counts in parts.items():
        for molecule, count in counts.items():
            if molecule not in changed:
                found.setdefault(molecule, {})[form] = count
    return found


def _parts(manifest: Json) -> dict[str, Counter[str]]:
    """By form: its molecules, and how many of each; nothing of a fixed form."""
    found: dict[str, Counter[str]] = {}
    for form in manifest["forms"]:
        counts = found.setdefault(form["id"], Counter())
        for part in () if form["fixed"] else form["parts"]:
            counts[part["molecule"]] += part["count"]
    return found


def _net(process: Json, parts: Mapping[str, Counter[str]]) -> set[str]:
    """The molecules of which a process leaves more or fewer."""
    balance: Counter[str] = Counter()
    for side, sign in (("reactants", -1), ("products", 1)):
        for one in process[side]:
            for molecule, count in parts[one["form"]].items():
                balance[molecule] += sign * one["count"] * count
    return {molecule for molecule, count in balance.items() if count}
