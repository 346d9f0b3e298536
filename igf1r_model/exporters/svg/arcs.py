"""Arcs as SVG: one group for each role, with the head that SBGN gives it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from igf1r_model.drawing import Arc
from igf1r_model.exporters._looks import BLUE, DARK, GREY, PAPER, PURPLE, RED
from igf1r_model.exporters._xml import element, leaf
from igf1r_model.exporters.svg.shapes import curve


@dataclass(frozen=True, slots=True)
class Line:
    """The colour and head of an arc, and what a legend calls it."""

    colour: str
    head: str
    called: str


LINES: Final[dict[str, Line]] = {
    "reactant": Line(DARK, "", "is used up"),
    "product": Line(DARK, "arrow", "is made"),
    "catalyst": Line(BLUE, "ring", "catalyses"),
    "activator": Line(BLUE, "triangle", "stimulates"),
    "essential_activator": Line(BLUE, "gate", "is needed"),
    "inhibitor": Line(RED, "bar", "inhibits"),
    "drug": Line(RED, "bar", "drug slows"),
    "+": Line(BLUE, "arrow", "raises"),
    "-": Line(RED, "bar", "lowers"),
    "+-": Line(PURPLE, "diamond", "raises and lowers"),
    "?": Line(GREY, "diamond", "acts on, sign not told"),
}
# Heads in a box of 10 x 10 whose tip is at 10, 5: how far the box reaches beyond the end, and path data.
HEADS: Final[dict[str, tuple[str, str]]] = {
    "arrow": ("10", "M0 1L10 5L0 9Z"),
    "triangle": ("10", "M1 1L10 5L1 9Z"),
    "gate": ("10", "M3 1.4L10 5L3 8.6ZM0.6 1V9"),
    "ring": ("9.5", "M1.5 5A4 4 0 1 1 9.5 5A4 4 0 1 1 1.5 5Z"),
    "bar": ("9", "M8 0.5V9.5"),
    "diamond": ("10", "M0 5L5 1.4L10 5L5 8.6Z"),
}
WIDTH: Final = "1.1"
FAR: Final = 900  # pixels; a longer line is faint, so that many of them do not hide what they cross
FAINT: Final = "0.4"


def markers(roles: Collection[str]) -> str:
    """The heads of the roles that a drawing has."""
    used = dict.fromkeys((LINES[role].head, LINES[role].colour) for role in LINES if role in roles and LINES[role].head)
    return "".join(_marker(head, colour) for head, colour in used)


def _marker(head: str, colour: str) -> str:
    end, path = HEADS[head]
    box = {"markerWidth": "9", "markerHeight": "9", "viewBox": "0 0 10 10", "refX": end, "refY": "5"}
    fill = colour if head == "arrow" else PAPER
    drawn = element("path", {"d": path, "fill": fill, "stroke": colour, "stroke-width": _thick(head)})
    fixed = {"orient": "auto", "markerUnits": "userSpaceOnUse", "overflow": "visible"}
    return element("marker", {"id": _name(head, colour), **box, **fixed}, drawn)


def _thick(head: str) -> str:
    return {"arrow": "0", "bar": "2"}.get(head, "1.3")


def _name(head: str, colour: str) -> str:
    return f"head.{head}.{colour[1:]}"


def style(role: str) -> dict[str, str]:
    """How lines of a role are drawn."""
    line = LINES[role]
    drawn = {"fill": "none", "stroke": line.colour, "stroke-width": WIDTH}
    return drawn | ({"marker-end": f"url(#{_name(line.head, line.colour)})"} if line.head else {})


def arcs(found: Iterable[Arc], contested: Collection[str]) -> Iterator[str]:
    """All arcs by role, those that matter most on top; what is contested is dashed."""
    by_role: dict[str, list[Arc]] = {}
    for arc in found:
        by_role.setdefault(arc.role, []).append(arc)
    for role in LINES:
        if role in by_role:
            lines = (_arc(arc, arc.id in contested or arc.process in contested) for arc in by_role[role])
            yield element("g", {"id": f"arcs.{role}", **style(role)}, *lines)


def _arc(arc: Arc, dashed: bool) -> str:
    head = {"id": arc.id, "d": curve(arc.points)}
    (x1, y1), (x2, y2) = arc.points[0], arc.points[-1]
    if abs(x1 - x2) + abs(y1 - y2) > FAR:
        head["stroke-opacity"] = FAINT
    if dashed:
        head["stroke-dasharray"] = "4 2.5"
    return element("path", head, leaf("title", _told(arc)))


def _told(arc: Arc) -> str:
    if arc.role in ("reactant", "product"):
        return f"{arc.form or 'nothing'}: {arc.role} of {arc.process}"
    return f"{arc.start} {LINES[arc.role].called} {arc.process or arc.end}"
