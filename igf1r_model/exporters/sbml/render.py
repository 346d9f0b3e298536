"""How a layout looks, for COPASI and other programs that show the SBML package render: one style for each role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from igf1r_model.exporters._looks import (
    BLUE,
    COMPLEX,
    DARK,
    INK,
    KINDS,
    MEMBRANE_LINE,
    PAPER,
    PLACE_LINE,
    PLACES,
    RED,
    SOFT,
    Look,
)
from igf1r_model.exporters._xml import element

LINES: Final[dict[str, tuple[str, str]]] = {  # colour and head by role
    "reactant": (DARK, ""),
    "product": (DARK, "arrow"),
    "catalyst": (BLUE, "ring"),
    "activator": (BLUE, "triangle"),
    "essential_activator": (BLUE, "gate"),
    "inhibitor": (RED, "bar"),
    "drug": (RED, "bar"),
}
# Heads end at 0, 0 and lie on the left of it: corners, and whether they are filled with their own colour.
HEADS: Final[dict[str, tuple[str, tuple[tuple[int, int], ...]]]] = {
    "arrow": (DARK, ((0, 0), (0, 8), (10, 4))),
    "triangle": (PAPER, ((0, 0), (0, 8), (9, 4))),
    "gate": (PAPER, ((0, 0), (0, 8), (9, 4))),
    "bar": (RED, ((8, 0), (8, 8), (10, 8), (10, 0))),
}
ROUND: Final = {"round": "7", "cut": "0", "pill": "13"}


def render_information() -> str:
    """The styles of all layouts of a model."""
    head = {"render:id": "render__styles", "render:backgroundColor": PAPER}
    return element(
        "render:listOfGlobalRenderInformation",
        None,
        element(
            "render:renderInformation",
            head,
            element("render:listOfLineEndings", None, *_heads()),
            element("render:listOfStyles", None, *_styles()),
        ),
    )


def _heads() -> Iterator[str]:
    for name, (fill, corners) in HEADS.items():
        points = (
            element("render:element", {"xsi:type": "RenderPoint", "render:x": str(x), "render:y": str(y)})
            for x, y in corners
        )
        colour = {"render:stroke": DARK if name == "arrow" else RED if name == "bar" else BLUE}
        drawn = {**colour, "render:stroke-width": "1", "render:fill": fill}
        shape = element("render:polygon", drawn, element("render:listOfElements", None, *points))
        yield _head(name, -10, shape)
    ring = {"render:stroke": BLUE, "render:stroke-width": "1", "render:fill": PAPER}
    middle = {"render:cx": "4", "render:cy": "4", "render:rx": "4"}
    yield _head("ring", -8, element("render:ellipse", {**ring, **middle}))


def _head(name: str, x: int, shape: str) -> str:
    position = element("layout:position", {"layout:x": str(x), "layout:y": "-4"})
    size = element("layout:dimensions", {"layout:width": str(-x), "layout:height": "8"})
    head = {"render:id": f"head__{name}", "render:enableRotationalMapping": "true"}
    return element(
        "render:lineEnding", head, element("layout:boundingBox", None, position, size), element("render:g", None, shape)
    )


def _styles() -> Iterator[str]:
    for look in (*KINDS.values(), COMPLEX):
        yield _shape(look.called.replace(" ", "_"), "SPECIESGLYPH", look)
    yield _shape("place", "COMPARTMENTGLYPH", Look("round", PLACES[0], PLACE_LINE, ""))
    yield _shape("membrane", "COMPARTMENTGLYPH", Look("round", PLACES[1], MEMBRANE_LINE, ""))
    yield _shape("process", "REACTIONGLYPH", Look("cut", PAPER, INK, ""))
    yield _style(
        "name", "TEXTGLYPH", {**_letters(12, INK), "render:text-anchor": "middle", "render:vtext-anchor": "middle"}
    )
    yield _style("place_name", "TEXTGLYPH", {**_letters(16, SOFT), "render:text-anchor": "start"})
    for role, (colour, head) in LINES.items():
        line = {"render:stroke": colour, "render:stroke-width": "1"}
        ends = {"render:endHead": f"head__{head}"} if head else {}
        yield _style(role, "SPECIESREFERENCEGLYPH", line | ends)


def _letters(size: int, colour: str) -> dict[str, str]:
    return {"render:stroke": colour, "render:font-family": "sans-serif", "render:font-size": str(size)}


def _shape(role: str, type: str, look: Look) -> str:
    corner = ROUND[look.shape]
    box = {"render:x": "0", "render:y": "0", "render:width": "100%", "render:height": "100%"}
    round_ = {"render:rx": corner, "render:ry": corner} if corner != "0" else {}
    drawn = {"render:stroke": look.stroke, "render:stroke-width": "1.5", "render:fill": look.fill}
    return _style(role, type, drawn, element("render:rectangle", box | round_))


def _style(role: str, type: str, drawn: Mapping[str, str], *inner: str) -> str:
    head = {"render:id": f"style__{role}", "render:roleList": role, "render:typeList": type}
    return element("render:style", head, element("render:g", drawn, *inner))
