"""Collecting BioPAX individuals: one object per id, properties in order of their names."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from igf1r_model.exporters._xml import element, fixed, leaf

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
STRING: Final = fixed({"rdf:datatype": f"{XSD}string"})
INT: Final = fixed({"rdf:datatype": f"{XSD}int"})
FLOAT: Final = fixed({"rdf:datatype": f"{XSD}float"})

Property = tuple[str, str]  # its name, and the whole element
NAME: Final = itemgetter(0)


def text(name: str, value: str) -> Property:
    """A property with a string; white space is folded, as Paxtools would do when reading."""
    return name, leaf(f"bp:{name}", " ".join(value.split()), STRING)


def integer(name: str, value: int) -> Property:
    """A property with a whole number."""
    return name, leaf(f"bp:{name}", str(value), INT)


def decimal(name: str, value: float) -> Property:
    """A property with a number."""
    return name, leaf(f"bp:{name}", str(float(value)), FLOAT)


def link(name: str, id: str) -> Property:
    """A property that points at another individual."""
    return name, element(f"bp:{name}", {"rdf:resource": f"#{id}"})


class Individuals:
    """The individuals of a file, in the order in which they were added."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._folded: set[str] = set()

    def add(self, kind: str, id: str, *properties: Property) -> str:
        """Add an individual and return its id.

        Raises:
            ValueError: when the id is taken, in whatever case: Paxtools would drop or mix up one of the two.
        """
        if id.lower() in self._folded:
            raise ValueError(f"the BioPAX id {id!r} is used twice")
        self._folded.add(id.lower())
        ordered = [xml for _, xml in sorted(properties, key=NAME)]
        self._texts[id] = element(f"bp:{kind}", {"rdf:ID": id}, *ordered)
        return id

    def once(self, kind: str, id: str, *properties: Property) -> str:
        """Add an individual unless it is there: shared helpers have ids made from their content."""
        return id if id in self._texts else self.add(kind, id, *properties)

    def __contains__(self, id: str) -> bool:
        return id in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts.values())
