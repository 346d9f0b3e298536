"""Places within places: each is as large as its own blocks and the places in it need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from igf1r_model.drawing import TITLE, Box, Point
from igf1r_model.layout.packing import extent, packed
from igf1r_model.layout.places import ordered, parents
from igf1r_model.model import Model

GAP: Final = 46  # between blocks: lines pass there
BORDER: Final = 34  # from the border of a place to what is in it; its name stands there
MARGIN: Final = 20
SHAPE: Final = 1.45  # how much wider than high, as a page that lies across
WIDTHS: Final = range(600, 12001, 200)  # that are tried
Key = tuple[str, str]  # place, module


@dataclass(frozen=True, slots=True)
class Block:
    """What belongs to one module in one place, arranged."""

    key: Key
    width: int
    height: int
    corners: Mapping[str, Point]
    curves: Mapping[str, tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class Nest:
    """Boxes of places and corners of blocks, and how much room they take."""

    boxes: dict[str, Box]
    corners: dict[Key, Point]
    width: int
    height: int

    def moved(self, dx: int, dy: int) -> Nest:
        """The same somewhere else."""
        boxes = {id: box.moved(dx, dy) for id, box in self.boxes.items()}
        return Nest(boxes, {key: (x + dx, y + dy) for key, (x, y) in self.corners.items()}, self.width, self.height)


def nested(model: Model, blocks: Mapping[Key, Block]) -> tuple[dict[str, Box], dict[Key, Point]]:
    """The box of each place and the corner of each block, for the width that gives the map the best shape."""
    packer = Packer(model, blocks)
    tops = packer.inside("")
    tried = (packer.row(tops, width) for width in WIDTHS)
    best = min(tried, key=lambda nest: (max(nest.width / SHAPE, nest.height), nest.width)).moved(MARGIN, TITLE)
    return best.boxes, best.corners


class Packer:
    """Packs the blocks of a model into its places."""

    def __init__(self, model: Model, blocks: Mapping[Key, Block]) -> None:
        self.around = parents(model.places)
        self.blocks = blocks
        self.order = [place.id for place in ordered(model.places)]
        self.area = {id: self._area(id) for id in self.order}

    def inside(self, place: str) -> list[str]:
        """The places directly in a place."""
        return [id for id in self.order if self.around[id] == place and self._area(id)]

    def _area(self, place: str) -> int:
        own = sum((b.width + GAP) * (b.height + GAP) for key, b in self.blocks.items() if key[0] == place)
        return own + sum(self._area(id) for id in self.order if self.around[id] == place)

    def row(self, places: Sequence[str], width: int) -> Nest:
        """Places beside each other, or below where they do not fit."""
        made = [self._made(place, self._width(place, places, width)) for place in places]
        spots = packed([(nest.width, nest.height) for nest in made], width, GAP)
        moved = [nest.moved(spot.x, spot.y) for nest, spot in zip(made, spots, strict=True)]
        boxes = {id: box for nest in moved for id, box in nest.boxes.items()}
        return Nest(boxes, {key: at for nest in moved for key, at in nest.corners.items()}, *extent(spots))

    def _width(self, place: str, places: Sequence[str], width: int) -> int:
        """A place is about square, but the largest of several gets what the others leave."""
        if place != max(places, key=lambda one: self.area[one]):
            return min(self._side(place), width)
        others = sum(self._side(one) + 2 * BORDER + GAP for one in places if one != place)
        return width - others if others < width // 2 else width

    def _side(self, place: str) -> int:
        side: float = (self.area[place] * SHAPE) ** 0.5
        return round(side)

    def _made(self, place: str, width: int) -> Nest:
        """A place at 0, 0: its own blocks above, the places in it below."""
        room = max(width - 2 * BORDER, 100)
        own = [block for key, block in self.blocks.items() if key[0] == place]
        spots = packed([(block.width, block.height) for block in own], room, GAP)
        corners = {one.key: (spot.x + BORDER, spot.y + BORDER) for one, spot in zip(own, spots, strict=True)}
        wide, high = extent(spots)
        within = self.row(self.inside(place), room)
        top = high + GAP if high and within.boxes else high
        within = within.moved(BORDER, BORDER + top)
        box = Box(0, 0, max(wide, within.width, 60) + 2 * BORDER, top + within.height + 2 * BORDER)
        return Nest({place: box, **within.boxes}, {**corners, **within.corners}, box.width, box.height)
