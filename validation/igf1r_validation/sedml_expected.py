"""What the SED-ML files of a model must say, worked out from its experiments file and its SBML file alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, gcd
from pathlib import Path
from typing import Any

from lxml import etree

CORE = "http://www.sbml.org/sbml/level3/version1/core"
SLOTS = {"set": "dose", "add": "addition"}  # what a later change is, and how the id of its event begins
MOST_DOSES = 3
FEWEST_STEPS, EVEN_STEPS, MOST_STEPS = 60, 1000, 5000

Json = dict[str, Any]
Values = dict[str, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the file of an arm must say.

    `values` are those that differ from the SBML file; `doses` are empty without a series, of which `varied` is the
    target.
    """

    title: str
    end: float
    steps: int
    reads: tuple[str, ...]
    values: Values
    varied: str = ""
    doses: tuple[float, ...] = ()


class Sbml:
    """The species and constants of an SBML file, and what a path into it finds."""

    def __init__(self, path: Path) -> None:
        self._tree = etree.parse(path)
        self._found: dict[tuple[str, str], int | str] = {}

    @cached_property
    def species(self) -> Values:
        """Initial concentrations by id."""
        found = self._tree.iterfind("{*}model/{*}listOfSpecies/{*}species")
        return {one.get("id", ""): float(one.get("initialConcentration", "nan")) for one in found}

    @cached_property
    def constants(self) -> Values:
        """Values of constant parameters by id."""
        found = self._tree.iterfind("{*}model/{*}listOfParameters/{*}parameter")
        return {one.get("id", ""): float(one.get("value", "nan")) for one in found if one.get("constant") == "true"}

    @cached_property
    def values(self) -> Values:
        """Both."""
        return self.species | self.constants

    def finds(self, target: str, prefix: str | None) -> int | str:
        """How many elements or attributes an XPath finds, or why it cannot be read.

        The SED-ML file binds the prefix ``sbml`` to a namespace, or not at all.
        """
        if (target, prefix or "") not in self._found:
            self._found[target, prefix or ""] = self._find(target, prefix)
        return self._found[target, prefix or ""]

    def _find(self, target: str, prefix: str | None) -> int | str:
        try:
            found = self._tree.xpath(target, namespaces={"sbml": prefix} if prefix else None)
        except etree.XPathError as error:
            return str(error)
        return len(found) if isinstance(found, list) else "is no path to an element or attribute"


def expected(experiments: Path, sbml: Sbml) -> tuple[dict[str, Wanted], Counter[str]]:
    """What each file must say, by its name without the ending; and how many arms have none, by the reason."""
    told = json.loads(experiments.read_text(encoding="utf-8"))
    wanted: dict[str, Wanted] = {}
    lost: Counter[str] = Counter()
    for place, one in enumerate(told["experiments"], 1):
        for arm in one["arms"]:
            reason = _left_out(one, arm, sbml.species)
            if reason:
                lost[reason] += 1
            else:
                wanted[f"{one['id']}__{arm['id']}"] = _wanted(place, one, arm, told, sbml)
    return wanted, lost


def _left_out(one: Json, arm: Json, species: Mapping[str, float]) -> str:
    """Why an arm cannot be said with the starts and slots of the SBML file; empty if it can."""
    later = [change for change in arm["changes"] if change["at"] > 0]
    if one["series"] and one["series"]["at"] > 0:
        return "a dose that is varied later"
    if arm["cell"] and not arm.get("rest"):
        return "a changed cell without a stored rest"
    if any(change["target"] not in species or change["act"] not in SLOTS for change in later):
        return "a later change that is no dose"
    counts = Counter((change["target"], change["act"]) for change in later)
    return "more later doses than slots" if max(counts.values(), default=0) > MOST_DOSES else ""


def _wanted(place: int, one: Json, arm: Json, told: Json, sbml: Sbml) -> Wanted:
    own, series = sbml.values, one["series"] or {"target": "", "values": []}
    start = _start(arm, told, own) | _slots(arm)
    return Wanted(
        f"Figure {place}: {one['name']}, {arm['name']}",
        one["times"][-1],
        steps(one["times"]),
        tuple(read["id"] for read in one["reads"]),
        {id: value for id, value in start.items() if not same(value, own.get(id, 0.0))},
        series["target"],
        tuple(series["values"]),
    )


def _start(arm: Json, told: Json, own: Values) -> Values:
    """The rules of the experiments file, but for the rest of a changed cell, which is stored there."""
    context = told["contexts"].get(arm["context"], {"values": {}, "doses": {}})
    values: Values = own | context["values"]
    if arm["cell"]:
        values |= dict.fromkeys(told["inputs"], 0.0)
        _make(arm["cell"], values)
        values |= told["rests"][arm["rest"]]
    values |= context["doses"]
    _make((change for change in arm["changes"] if change["at"] == 0), values)
    return values


def _make(changes: Iterable[Json], values: Values) -> None:
    for change in changes:
        before, number = values[change["target"]], change["value"]
        values[change["target"]] = {"set": number, "add": before + number, "scale": before * number}[change["act"]]


def _slots(arm: Json) -> Values:
    """Times and concentrations of later doses, by the ids of the parameters that hold them."""
    values: Values = {}
    seen: Counter[str] = Counter()
    for change in sorted((one for one in arm["changes"] if one["at"] > 0), key=lambda one: float(one["at"])):
        event = f"{SLOTS[change['act']]}__{change['target']}"
        seen[event] += 1
        id = event if seen[event] == 1 else f"{event}__{seen[event]}"
        values |= {f"{id}__time": change["at"], f"{id}__nM": change["value"]}
    return values


def steps(times: Iterable[float]) -> int:
    """The steps of a time course from 0 of which each time ends one, as docs/formats.md tells."""
    exact = [time * 1000 for time in times]
    whole = [round(time) for time in exact]
    if not all(same(a, b) for a, b in zip(exact, whole, strict=True)) or max(whole) // gcd(*whole) > MOST_STEPS:
        return EVEN_STEPS
    fewest = max(whole) // gcd(*whole)
    return fewest * ceil(FEWEST_STEPS / fewest)


def same(one: float, other: float) -> bool:
    """Whether two numbers are equal but for the last of 15 digits."""
    return abs(one - other) <= 1e-12 * max(abs(one), abs(other))
