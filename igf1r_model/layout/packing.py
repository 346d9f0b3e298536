"""Putting rectangles beside and below each other, in their order, without overlap."""

from __future__ import annotations

from collections.abc import Sequence

from igf1r_model.drawing import Box


def packed(sizes: Sequence[tuple[int, int]], width: int, gap: int) -> list[Box]:
    """A place for each rectangle, as high up and then as far left as it fits within a width."""
    placed: list[Box] = []
    for wide, high in sizes:
        corners = [(0, 0), *((one.right + gap, y) for one in placed for y in (0, one.y, one.bottom + gap))]
        corners += [(x, one.bottom + gap) for one in placed for x in (0, one.x)]
        wanted = (Box(x, y, wide, high) for x, y in sorted(set(corners), key=lambda corner: (corner[1], corner[0])))
        fitting = (box for box in wanted if box.x == 0 or box.right <= width)
        placed.append(next(box for box in fitting if not any(box.overlaps(one, gap) for one in placed)))
    return placed


def extent(boxes: Sequence[Box]) -> tuple[int, int]:
    """The size of the rectangle around some others that begins at 0, 0."""
    return max((box.right for box in boxes), default=0), max((box.bottom for box in boxes), default=0)
