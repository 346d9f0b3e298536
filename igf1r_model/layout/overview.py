"""The overview: one box for each molecule, one signed line for each influence, on one page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from igf1r_model.activity import Influence, influences, shown
from igf1r_model.drawing import LEGEND, TITLE, Arc, Box, Drawing, Glyph, Shows, points_per_pixel
from igf1r_model.layout.engine import Link, Node, Placed, arrange
from igf1r_model.layout.widths import text_width
from igf1r_model.model import Model, Molecule

LETTERS: Final = 10
HEIGHT: Final = 18
MARGIN: Final = 16
NARROWEST: Final = 440  # title and legend must fit
# Distances between boxes and between rows, in inches; what can be printed largest is taken.
DISTANCES: Final = ((0.16, 0.4), (0.1, 0.34), (0.06, 0.3), (0.04, 0.26), (0.03, 0.2))
OUTSIDE, MEMBRANE = "GO:0005576", "GO:0005886"


def flow_overview(model: Model) -> Drawing:
    """Which molecule raises or lowers which; molecules without any influence are left out."""
    found = influences(model)
    ends = {end for one in found for end in (one.source, one.target)}
    molecules = [molecule for molecule in shown(model) if molecule.id in ends]
    tried = (_drawn(model, molecules, found, distances) for distances in DISTANCES)
    return max(tried, key=points_per_pixel)


def _drawn(
    model: Model, molecules: Sequence[Molecule], found: Sequence[Influence], distances: tuple[float, float]
) -> Drawing:
    tops = _tops(model, found)
    nodes = [Node(one.id, _width(one), HEIGHT) for one in molecules]
    links = [_link(one, tops) for one in found]
    placed = arrange(nodes, links, options="nodesep={} ranksep={}".format(*distances))
    left = MARGIN + max(0, (NARROWEST - placed.width) // 2)
    glyphs = tuple(_glyph(one, placed.boxes[one.id].moved(left, TITLE)) for one in molecules)
    arcs = tuple(_arc(one, placed, left) for one in found)
    size = max(placed.width, NARROWEST) + 2 * MARGIN, placed.height + TITLE + LEGEND
    return Drawing(f"{model.id}.overview", model.name, *size, (), glyphs, arcs)


def _tops(model: Model, found: Sequence[Influence]) -> set[str]:
    """What signals begin with: all that is met outside first, and the receptors that it raises."""
    met: dict[str, list[str]] = {}
    for form in model.forms:
        for part in form.parts:
            met.setdefault(part.molecule.id, []).append(form.place.go)
    outside = {id for id, terms in met.items() if terms[0] == OUTSIDE}
    raised = {one.target for one in found if one.source in outside and one.sign == "+"}
    return outside | {id for id in raised if MEMBRANE in met[id]}


def _link(one: Influence, tops: Collection[str]) -> Link:
    """A line from within to where signals begin is a feedback: it does not push its target down."""
    inwards = one.target not in tops or one.source in tops
    return Link(f"influence.{one.source}.{one.target}", one.source, one.target, ranks=inwards)


def _width(molecule: Molecule) -> int:
    return text_width(molecule.name, LETTERS) + 10


def _glyph(molecule: Molecule, box: Box) -> Glyph:
    return Glyph(molecule.id, Shows.MOLECULE, molecule.id, box, label=molecule.name)


def _arc(one: Influence, placed: Placed, left: int) -> Arc:
    id = f"influence.{one.source}.{one.target}"
    points = tuple((x + left, y + TITLE) for x, y in placed.curves[id])
    return Arc(id, "", one.source, one.sign, one.source, one.target, points)
