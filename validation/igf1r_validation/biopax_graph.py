"""A BioPAX file as the judges see it: things with an id, a class and the values of their properties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from igf1r_validation.biopax_schema import NAMESPACE, is_a

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Value(NamedTuple):
    """One value of a property: the id it points at, or its text with the datatype."""

    property: str
    text: str
    is_link: bool
    datatype: str = ""


@dataclass(slots=True)
class Thing:
    """One object of the file."""

    id: str
    kind: str
    values: list[Value] = field(default_factory=list)

    def is_a(self, kind: str) -> bool:
        """Say whether the thing is of that class or of one below it."""
        return is_a(self.kind, kind)

    def all(self, name: str) -> list[str]:
        """Every value of a property, in the order of the file: ids for links, text for literals."""
        return [value.text for value in self.values if value.property == name]

    def one(self, name: str) -> str:
        """The first value of a property, or an empty text."""
        return next((value.text for value in self.values if value.property == name), "")


@dataclass(slots=True)
class Graph:
    """All things of a file by id, and who points at whom."""

    base: str
    things: dict[str, Thing]

    def __iter__(self) -> Iterator[Thing]:
        return iter(self.things.values())

    def of(self, kind: str) -> Iterator[Thing]:
        """Every thing of a class or of one below it."""
        return (thing for thing in self.things.values() if thing.is_a(kind))

    def linked(self, thing: Thing, *names: str) -> list[Thing]:
        """The things that these properties of a thing point at (what is not in the file is left out)."""
        return [self.things[link] for name in names for link in thing.all(name) if link in self.things]

    def first(self, thing: Thing, name: str) -> Thing | None:
        """The first thing that a property points at."""
        return next(iter(self.linked(thing, name)), None)

    def owners(self, *names: str) -> dict[str, list[Thing]]:
        """For each id, the things that point at it by one of these properties (any, when none is named)."""
        found: dict[str, list[Thing]] = defaultdict(list)
        for thing in self:
            for value in thing.values:
                if value.is_link and (not names or value.property in names):
                    found[value.text].append(thing)
        return found

    def xrefs(self, thing: Thing | None, kind: str = "Xref") -> list[tuple[str, str]]:
        """(db, id) of every cross-reference of a kind that a thing has."""
        if thing is None:
            return []
        return [(x.one("db"), x.one("id")) for x in self.linked(thing, "xref") if x.is_a(kind)]

    def participants(self, interaction: Thing) -> list[Thing]:
        """The physical entities that take part in an interaction, each once."""
        names = ("left", "right", "template", "product", "controller", "cofactor", "participant")
        return list({thing.id: thing for thing in self.linked(interaction, *names)}.values())

    def place(self, entity: Thing) -> str:
        """Id of the place an entity is in."""
        return entity.one("cellularLocation")

    def coefficients(self, owner: Thing) -> dict[str, list[float]]:
        """For each entity, the coefficients that a complex or a conversion gives it."""
        name = "componentStoichiometry" if owner.is_a("Complex") else "participantStoichiometry"
        found: dict[str, list[float]] = defaultdict(list)
        for item in self.linked(owner, name):
            found[item.one("physicalEntity")].append(number(item.one("stoichiometricCoefficient")))
        return found


def number(text: str) -> float:
    """Read a coefficient; what is no number is not a number, so that no comparison holds for it."""
    try:
        return float(text)
    except ValueError:
        return float("nan")


def read_tree(path: Path) -> etree._Element:
    """Parse the file without touching the network or expanding entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.parse(str(path), parser).getroot()


def individuals(root: etree._Element) -> list[etree._Element]:
    """The elements below the root that are BioPAX objects."""
    return list(root.iterchildren(f"{{{NAMESPACE}}}*"))


def read_graph(path: Path) -> Graph:
    """Read a file leniently; what is wrong with its XML is said by the file rules, not here."""
    root = read_tree(path)
    things: dict[str, Thing] = {}
    for element in individuals(root):
        thing = _thing(element)
        things.setdefault(thing.id, thing)
    return Graph(root.get(XML_BASE, ""), things)


def _thing(element: etree._Element) -> Thing:
    thing = Thing(element.get(f"{{{RDF}}}ID", ""), local_name(element))
    thing.values.extend(_value(child) for child in element.iterchildren("*"))
    return thing


def _value(element: etree._Element) -> Value:
    resource = element.get(f"{{{RDF}}}resource")
    if resource is not None:
        return Value(local_name(element), resource.removeprefix("#"), True)
    return Value(local_name(element), element.text or "", False, element.get(f"{{{RDF}}}datatype", ""))


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
