"""Where things are drawn: one layout of a model, which every format that has coordinates shares.

Lengths are whole pixels, y grows downwards, a box is given by its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# Strips of every drawing that its glyphs leave free: for the title above, for the legend below.
TITLE: Final = 44
LEGEND: Final = 62
# The printed page: A4 without a margin of 8 mm, in points, the short side first.
PAGE: Final = (550, 796)


class Shows(StrEnum):
    """What a drawn thing stands for."""

    PLACE = "place"
    FORM = "form"
    FAMILY = "family"
    PART = "part"
    STATE = "state"
    UNIT = "unit"
    PROCESS = "process"
    SOURCE = "source"
    SINK = "sink"
    COFACTOR = "cofactor"
    MOLECULE = "molecule"


Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    @property
    def center(self) -> Point:
        """The point in the middle."""
        return self.x + self.width // 2, self.y + self.height // 2

    @property
    def right(self) -> int:
        """Where it ends on the right."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.y + self.height

    def moved(self, dx: int, dy: int) -> Box:
        """The same rectangle somewhere else."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def overlaps(self, other: Box, gap: int = 0) -> bool:
        """Whether two rectangles share more than a border, or lie closer than `gap`."""
        apart = self.right + gap <= other.x or other.right + gap <= self.x
        return not (apart or self.bottom + gap <= other.y or other.bottom + gap <= self.y)

    def holds(self, other: Box) -> bool:
        """Whether the other one lies inside."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """A thing that is drawn: `of` is the id of the form, process, place or molecule that it shows.

    A form that is drawn several times (a controller repeated on a sheet) is a `clone` in each of its glyphs but the
    first, which has the form's own id. `place` is the id of the place it lies in. `inner` are the members of a complex,
    the states (``P@Y1161``) of a molecule and units of information (``N:2``); `ports` are where arcs enter and leave a
    process.
    """

    id: str
    shows: Shows
    of: str
    box: Box
    place: str = ""
    label: str = ""
    inner: tuple[Glyph, ...] = ()
    ports: tuple[Point, ...] = ()
    clone: bool = False


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from one glyph to another; it begins and ends at their borders or ports.

    `role` is ``reactant``, ``product``, the role of a control (``catalyst``, ``inhibitor`` ...), ``drug``, or the sign
    of an influence. `points` are a chain of cubic Bezier curves: a start, and three points for each curve.
    """

    id: str
    process: str
    form: str
    role: str
    start: str
    end: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture: the whole map, the sheet of a module, or an overview."""

    id: str
    title: str
    width: int
    height: int
    places: tuple[Glyph, ...]
    glyphs: tuple[Glyph, ...]
    arcs: tuple[Arc, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All pictures of a model."""

    whole: Drawing
    sheets: tuple[Drawing, ...]
    overview: Drawing


def points_per_pixel(drawing: Drawing) -> float:
    """How large a pixel is when a drawing fills an A4 page, upright or across, whichever is larger."""
    return max(min(PAGE[0] / wide, PAGE[1] / high) for wide, high in _turned(drawing))


def is_upright(drawing: Drawing) -> bool:
    """Whether a drawing fills an upright page better than one that lies across."""
    upright, across = (min(PAGE[0] / wide, PAGE[1] / high) for wide, high in _turned(drawing))
    return upright >= across


def _turned(drawing: Drawing) -> tuple[Point, Point]:
    return (drawing.width, drawing.height), (drawing.height, drawing.width)
