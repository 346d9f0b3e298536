"""Where things are drawn: one layout of a model, which every format that has coordinates shares.

Lengths are whole pixels, y grows downwards, a box is given by its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shows(StrEnum):
    """What a drawn thing stands for."""

    PLACE = "place"
    FORM = "form"
    PROCESS = "process"
    SOURCE = "source"
    SINK = "sink"
    MOLECULE = "molecule"
    OBSERVABLE = "observable"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Glyph:
    """A thing that is drawn: `of` is the id of the form, process, place or molecule that it shows.

    A form that is drawn several times (a cofactor, a form repeated on a sheet) has several glyphs; the first has the
    form's own id, the others `<form>.<n>`. `place` is the id of the place it lies in.
    """

    id: str
    shows: Shows
    of: str
    box: Box
    place: str = ""


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from one glyph to another; it begins and ends at their borders (or ports), `points` from start to end.

    `role` is ``reactant``, ``product`` or the role of a control (``catalyst``, ``inhibitor`` ...).
    """

    id: str
    process: str
    form: str
    role: str
    start: str
    end: str
    points: tuple[tuple[int, int], ...]


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
