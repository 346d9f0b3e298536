"""An SBGN-ML file as plain data, for the judges of it: glyphs with their boxes, arcs with their ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

SBGN: Final = "http://sbgn.org/libsbgn/0.3"
PROCESSES: Final = frozenset({"process", "association", "dissociation", "omitted process", "uncertain process"})
COFACTOR: Final = "cofactor."  # what the id of a repeated small molecule begins with
Numbers = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A glyph: its class, its box as left, top, right, bottom, and what is in it."""

    id: str
    kind: str
    label: str
    place: str
    box: Numbers
    clone: bool
    inner: tuple[Drawn, ...]
    ports: Mapping[str, tuple[float, float]]
    element: etree._Element = field(compare=False, repr=False)

    @property
    def is_form(self) -> bool:
        """Whether it shows a form, and nothing that merely takes part."""
        kinds = (*PROCESSES, "compartment", "source and sink")
        return self.kind not in kinds and not self.id.startswith(COFACTOR)

    def overlaps(self, other: Drawn) -> bool:
        """Whether two boxes share more than a border."""
        left, top, right, bottom = self.box
        x1, y1, x2, y2 = other.box
        return left < x2 and x1 < right and top < y2 and y1 < bottom

    def holds(self, other: Drawn) -> bool:
        """Whether the other box lies inside."""
        left, top, right, bottom = self.box
        x1, y1, x2, y2 = other.box
        return left <= x1 and top <= y1 and x2 <= right and y2 <= bottom


@dataclass(frozen=True, slots=True)
class Line:
    """An arc: its class, the ids that it joins, its ends, and how many molecules it stands for."""

    id: str
    kind: str
    source: str
    target: str
    start: tuple[float, float]
    end: tuple[float, float]
    count: float
    element: etree._Element = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Map:
    """All that a file draws."""

    glyphs: Mapping[str, Drawn]
    lines: tuple[Line, ...]
    owners: Mapping[str, Drawn]  # by id of glyph or port: the glyph

    @property
    def places(self) -> list[Drawn]:
        """The compartments."""
        return [one for one in self.glyphs.values() if one.kind == "compartment"]

    @property
    def things(self) -> list[Drawn]:
        """All glyphs but compartments."""
        return [one for one in self.glyphs.values() if one.kind != "compartment"]


def read(path: Path) -> Map:
    """The one map of a file.

    Raises:
        ValueError: when it holds none or more than one.
    """
    found = etree.parse(path).getroot().findall(f"{{{SBGN}}}map")
    if len(found) != 1:
        raise ValueError(f"{path.name} holds {len(found)} maps, not one")
    glyphs = {one.id: one for one in map(_glyph, found[0].iterfind(f"{{{SBGN}}}glyph"))}
    owners = {id: one for one in glyphs.values() for id in (one.id, *one.ports)}
    return Map(glyphs, tuple(map(_line, found[0].iterfind(f"{{{SBGN}}}arc"))), owners)


def _glyph(element: etree._Element) -> Drawn:
    bbox = element.find(f"{{{SBGN}}}bbox")
    x, y, w, h = (float(bbox.get(name, "nan")) if bbox is not None else float("nan") for name in "xywh")
    return Drawn(
        element.get("id", ""),
        element.get("class", ""),
        _label(element),
        element.get("compartmentRef", ""),
        (x, y, x + w, y + h),
        element.find(f"{{{SBGN}}}clone") is not None,
        tuple(map(_glyph, element.iterfind(f"{{{SBGN}}}glyph"))),
        {one.get("id", ""): _point(one) for one in element.iterfind(f"{{{SBGN}}}port")},
        element,
    )


def _label(element: etree._Element) -> str:
    """What is written on it; a state as value, ``@`` and variable."""
    state, label = element.find(f"{{{SBGN}}}state"), element.find(f"{{{SBGN}}}label")
    if state is not None:
        return "@".join(filter(None, (state.get("value"), state.get("variable"))))
    return label.get("text", "") if label is not None else ""


def _line(element: etree._Element) -> Line:
    ends = {name: element.find(f"{{{SBGN}}}{name}") for name in ("start", "end")}
    start, end = (_point(one) if one is not None else (float("nan"),) * 2 for one in ends.values())
    counts = [_label(one) for one in element.iterfind(f"{{{SBGN}}}glyph") if one.get("class") == "cardinality"]
    return Line(
        element.get("id", ""),
        element.get("class", ""),
        element.get("source", ""),
        element.get("target", ""),
        start,
        end,
        float(counts[0]) if counts else 1.0,
        element,
    )


def _point(element: etree._Element) -> tuple[float, float]:
    return float(element.get("x", "nan")), float(element.get("y", "nan"))


def joined(drawn: Map) -> Iterator[tuple[Line, Drawn, Drawn]]:
    """Each line with the entity and the process that it joins, whichever way it points."""
    for line in drawn.lines:
        source, target = drawn.owners.get(line.source), drawn.owners.get(line.target)
        if source is not None and target is not None:
            entity, process = (target, source) if source.kind in PROCESSES else (source, target)
            yield line, entity, process
