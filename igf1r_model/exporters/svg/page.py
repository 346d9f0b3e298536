"""A drawing as one SVG document: a page of A4, but for the whole map, which is there to zoom into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from igf1r_model.activity import influences
from igf1r_model.drawing import Box, Drawing, Shows, is_upright, points_per_pixel
from igf1r_model.exporters._looks import INK, PAPER, SOFT
from igf1r_model.exporters._xml import DECLARATION, element, leaf
from igf1r_model.exporters.svg.arcs import arcs, markers
from igf1r_model.exporters.svg.glyphs import Glyphs
from igf1r_model.exporters.svg.legend import Style, legend
from igf1r_model.exporters.svg.looks import FONT, WHOLE, Letters, Palette, letters
from igf1r_model.exporters.svg.shapes import rectangle, written
from igf1r_model.layout.widths import text_width
from igf1r_model.model import Model

A4: Final = (595, 842)  # in points
MILLIMETRES: Final = (210, 297)
LARGEST: Final = 0.9  # points in a pixel, for drawings that would fit a page twice
EDGE: Final = 23  # points above a drawing on its page
SMALLEST: Final = 9  # letters of a legend
ENLARGED: Final = 3  # times the legend of the whole map may be as large
MARGIN: Final = 14
BASE: Final = 28  # base line of the title
TITLES: Final = (28, 24, 20, 16, 14, 12, 11, 10)  # sizes of a title, the largest that fits is taken


def page(
    model: Model,
    drawing: Drawing,
    dashed: frozenset[str],
    colours: Mapping[str, str] | None = None,
    key: Sequence[str] = (),
) -> str:
    """The document; `dashed` are the processes and arcs that are contested."""
    sizes, palette = letters(model, drawing), Palette(model, colours)
    glyphs, window = Glyphs(model, drawing, palette, sizes), _window(drawing, sizes)
    style = Style(max(sizes.state, SMALLEST), ENLARGED if sizes is WHOLE else 1, key)
    body = [
        leaf("title", f"{drawing.title} ({drawing.id})"),
        leaf("desc", _described(model, drawing)),
        element("defs", None, markers({arc.role for arc in drawing.arcs})),
        rectangle(window, {"fill": PAPER}),
        _title(model, drawing, sizes),
        element("g", {"id": "places"}, *map(glyphs.place, drawing.places)),
        element("g", {"id": "arcs"}, *arcs(drawing.arcs, dashed)),
        element("g", {"id": "glyphs"}, *map(glyphs.glyph, drawing.glyphs)),
        legend(model, drawing, palette, dashed, style),
    ]
    return DECLARATION + element("svg", {**_head(drawing, window, sizes), "font-family": FONT}, *body)


def _window(drawing: Drawing, sizes: Letters) -> Box:
    """What the picture shows of the plane: the whole map for itself, all else in the middle of a page."""
    if sizes is WHOLE:
        return Box(0, 0, drawing.width, drawing.height)
    scale = min(LARGEST, points_per_pixel(drawing))
    wide, high = (int(side / scale) for side in (A4 if is_upright(drawing) else A4[::-1]))
    return Box((drawing.width - wide) // 2, -round(EDGE / scale), wide, high)


def _head(drawing: Drawing, window: Box, sizes: Letters) -> dict[str, str]:
    wide, high = MILLIMETRES if is_upright(drawing) else MILLIMETRES[::-1]
    whole = sizes is WHOLE
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": str(window.width) if whole else f"{wide}mm",
        "height": str(window.height) if whole else f"{high}mm",
        "viewBox": f"{window.x} {window.y} {window.width} {window.height}",
    }


def contested(model: Model) -> frozenset[str]:
    """The processes that stand behind a switch, and the arcs of influences that rest on nothing else."""
    found = {process.id for process in model.processes if process.switch}
    return frozenset(found | {f"influence.{one.source}.{one.target}" for one in influences(model) if one.contested})


def _described(model: Model, drawing: Drawing) -> str:
    if any(one.shows is Shows.MOLECULE for one in drawing.glyphs):
        return f"{model.id}: which molecule raises or lowers which"
    return f"{model.id}: processes and the forms of molecules that take part in them"


def _title(model: Model, drawing: Drawing, sizes: Letters) -> str:
    room = drawing.width - 2 * MARGIN
    allowed = TITLES if drawing.width > 1600 else TITLES[3:]
    size = next((one for one in allowed if text_width(drawing.title, one) * 11 // 10 <= room), TITLES[-1])
    drawn = written(drawing.title, (MARGIN, BASE), size, {"fill": INK, "font-weight": "bold"})
    if drawing.title == model.name:
        return drawn
    side = drawing.width - MARGIN - text_width(model.id, sizes.state)
    if side < MARGIN + text_width(drawing.title, size) * 11 // 10 + 20:
        return drawn
    return drawn + written(model.id, (side, BASE), sizes.state, {"fill": SOFT})
