"""Which things of a model its SED-ML files set and read, and what they call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

TARGET = re.compile(r"sbml:(?:species|parameter)\[@id='([^']*)'\]")
UNIT = re.compile(r" \([^()]*\)$")  # stands behind the name of what is read


def read_sedml(folder: Path) -> dict[str, str]:
    """The ids that the files of a folder point at, with the name of what is read; what is only set has none.

    Where files call a thing differently, its name is all of theirs, so that it agrees with no other.
    """
    found: dict[str, set[str]] = {}
    for path in sorted(folder.glob("*.sedml")):
        for id, name in _pointed(path):
            found.setdefault(id, set()).update({name} - {""})
    return {id: " and ".join(sorted(found[id])) for id in sorted(found)}


def _pointed(path: Path) -> Iterator[tuple[str, str]]:
    root = etree.parse(path).getroot()
    for one in root.iter("{*}changeAttribute", "{*}setValue"):
        yield from ((id, "") for id in TARGET.findall(one.get("target", "")))
    for one in root.iter("{*}dataGenerator"):
        for variable in one.iter("{*}variable"):
            yield from ((id, UNIT.sub("", one.get("name", ""))) for id in TARGET.findall(variable.get("target", "")))


def sbml_names(path: Path) -> dict[str, str]:
    """The names of species and parameters of an SBML file, by id."""
    model = etree.parse(path).getroot().find("{*}model")
    if model is None:
        raise ValueError(f"{path.name} holds no SBML model")
    lists = ("{*}listOfSpecies/{*}species", "{*}listOfParameters/{*}parameter")
    return {one.get("id", ""): one.get("name", "") for found in lists for one in model.iterfind(found)}
