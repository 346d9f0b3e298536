"""Outlines, lines of text and their like as SVG, each in one element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final

from igf1r_model.drawing import Box, Point
from igf1r_model.exporters._xml import element, leaf
from igf1r_model.layout.widths import text_width

CORNER: Final = 7
CUT: Final = 7
BAND: Final = 4  # the dark strip of what is drawn more than once


def outline(shape: str, box: Box, attributes: Mapping[str, str]) -> str:
    """The outline of a shape in a box: round, pill or cut."""
    if shape == "cut":
        return element("polygon", {"points": " ".join(f"{x},{y}" for x, y in _cut(box)), **attributes})
    return rectangle(box, {"rx": str(_radius(shape, box)), **attributes})


def band(shape: str, box: Box, colour: str) -> str:
    """The strip at the foot of a glyph that tells that there are more of it."""
    r = _radius(shape, box)
    inset = CUT - BAND if shape == "cut" else r - sqrt(r * r - (r - BAND) ** 2)
    bend = "L" if shape == "cut" else f"A{r} {r} 0 0 0 "
    y, left, right = box.bottom - BAND, box.x + inset, box.right - inset
    path = f"M{left:.1f} {y}{bend}{box.x + r} {box.bottom}H{box.right - r}{bend}{right:.1f} {y}Z"
    return element("path", {"d": path, "fill": colour})


def _radius(shape: str, box: Box) -> int:
    half = min(box.width, box.height) // 2
    return half if shape == "pill" else min(CORNER, box.height // 3)


def _cut(box: Box) -> Sequence[Point]:
    left, right, top, bottom, cut = box.x, box.right, box.y, box.bottom, min(CUT, box.height // 3)
    return [
        (left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut),
        (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut),
    ]  # fmt: skip


def label(text: str, middle: Point, size: int, attributes: Mapping[str, str] | None = None) -> str:
    """A line of text around a point."""
    head = {"x": str(middle[0]), "y": f"{middle[1] + 0.35 * size:.1f}", "text-anchor": "middle"}
    return leaf("text", text, {**head, **_sized(text, size), **(attributes or {})})


def written(text: str, start: Point, size: int, attributes: Mapping[str, str] | None = None) -> str:
    """A line of text that starts at a point of its base line."""
    head = {"x": str(start[0]), "y": str(start[1])}
    return leaf("text", text, {**head, **_sized(text, size), **(attributes or {})})


def wrapped(text: str, size: int, width: int) -> list[str]:
    """A text as lines of whole words, each as long as a width allows."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _sized(text: str, size: int) -> dict[str, str]:
    """Text is as wide as the layout thinks, whatever the fonts of the machine."""
    told = {"font-size": str(size)}
    if len(text) > 1:
        told |= {"textLength": str(text_width(text, size)), "lengthAdjust": "spacingAndGlyphs"}
    return told


def curve(points: Sequence[Point]) -> str:
    """A chain of Bezier curves as path data."""
    (x, y), *rest = points
    return f"M{x} {y}C" + " ".join(f"{a} {b}" for a, b in rest)


def circle(middle: Point, r: float, attributes: Mapping[str, str] | None = None) -> str:
    """A circle."""
    return element("circle", {"cx": str(middle[0]), "cy": str(middle[1]), "r": f"{r:g}", **(attributes or {})})


def rectangle(box: Box, attributes: Mapping[str, str]) -> str:
    """A rectangle."""
    size = {"x": str(box.x), "y": str(box.y), "width": str(box.width), "height": str(box.height)}
    return element("rect", {**size, **attributes})
