"""The overview: one box for each molecule, one signed line for each influence, on one page."""

from __future__ import annotations

from typing import Final

from igf1r_model.activity import Influence, influences, shown
from igf1r_model.drawing import LEGEND, TITLE, Arc, Box, Drawing, Glyph, Shows
from igf1r_model.layout.engine import Link, Node, Placed, arrange
from igf1r_model.layout.widths import text_width
from igf1r_model.model import Model, Molecule

LETTERS: Final = 10
HEIGHT: Final = 18
MARGIN: Final = 16
OPTIONS: Final = "nodesep=0.05 ranksep=0.20"


def flow_overview(model: Model) -> Drawing:
    """Which molecule raises or lowers which; molecules without any influence are left out."""
    found = influences(model)
    ends = {end for one in found for end in (one.source, one.target)}
    molecules = [molecule for molecule in shown(model) if molecule.id in ends]
    nodes = [Node(one.id, _width(one), HEIGHT) for one in molecules]
    links = [Link(f"influence.{one.source}.{one.target}", one.source, one.target) for one in found]
    placed = arrange(nodes, links, options=OPTIONS)
    glyphs = tuple(_glyph(one, placed.boxes[one.id]) for one in molecules)
    arcs = tuple(_arc(one, placed) for one in found)
    size = placed.width + 2 * MARGIN, placed.height + TITLE + LEGEND + MARGIN
    return Drawing(f"{model.id}.overview", model.name, *size, (), glyphs, arcs)


def _width(molecule: Molecule) -> int:
    return text_width(molecule.name, LETTERS) + 10


def _glyph(molecule: Molecule, box: Box) -> Glyph:
    return Glyph(molecule.id, Shows.MOLECULE, molecule.id, box.moved(MARGIN, TITLE), label=molecule.name)


def _arc(one: Influence, placed: Placed) -> Arc:
    id = f"influence.{one.source}.{one.target}"
    points = tuple((x + MARGIN, y + TITLE) for x, y in placed.curves[id])
    return Arc(id, "", one.source, one.sign, one.source, one.target, points)
