"""What a drawing is put together from: forms and processes with what hangs on them, and the wires between them.

A process is placed together with its cofactors, and with the source or sink that it comes from or leads to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from igf1r_model.drawing import Arc, Box, Glyph, Point, Shows
from igf1r_model.layout.widths import text_width
from igf1r_model.model import Process

SQUARE: Final = 14
PORT: Final = 8  # from the square to its port
ROUND: Final = 14  # a source or a sink
COFACTOR: Final = 20  # height of a cofactor
COFACTOR_LETTERS: Final = 8


@dataclass(frozen=True, slots=True)
class Item:
    """Glyphs that are placed together, relative to their common corner; `hub` is the one that wires end at."""

    id: str
    width: int
    height: int
    hub: Glyph
    place: str
    module: str
    hung: tuple[Glyph, ...] = ()
    arcs: tuple[Arc, ...] = ()


@dataclass(frozen=True, slots=True)
class Wire:
    """A line to be drawn between two items; ids of items may differ from those of the things they show.

    A control ends at a `side` of the process (w or e), `shift` pixels below its middle.
    """

    id: str
    process: str
    form: str
    role: str
    start: str
    end: str
    side: str = ""
    shift: int = 0


def moved(glyph: Glyph, dx: int, dy: int) -> Glyph:
    """A glyph with all that is in it, somewhere else."""
    inner = tuple(moved(one, dx, dy) for one in glyph.inner)
    ports = tuple((x + dx, y + dy) for x, y in glyph.ports)
    return replace(glyph, box=glyph.box.moved(dx, dy), inner=inner, ports=ports)


def moved_arc(arc: Arc, dx: int, dy: int) -> Arc:
    """An arc somewhere else."""
    return replace(arc, points=tuple((x + dx, y + dy) for x, y in arc.points))


def straight(start: Point, end: Point) -> tuple[Point, ...]:
    """A straight line as a Bezier curve."""
    (x1, y1), (x2, y2) = start, end
    thirds = tuple((x1 + (x2 - x1) * n // 3, y1 + (y2 - y1) * n // 3) for n in (1, 2))
    return (start, *thirds, end)


def form_item(glyph: Glyph, module: str) -> Item:
    """A form with nothing hung on it."""
    return Item(glyph.id, glyph.box.width, glyph.box.height, glyph, glyph.place, module)


def process_item(process: Process, place: str, cofactors: bool) -> Item:
    """A process with its ports, its source or sink, and its cofactors beside it if they are wanted."""
    beside = _beside(process) if cofactors else []
    half = max([SQUARE // 2 + 2, *(SQUARE // 2 + 8 + width for _, _, width in beside)])
    up = PORT + SQUARE // 2 + (0 if process.reactants else ROUND + 10)
    down = PORT + SQUARE // 2 + (0 if process.products else ROUND + 10)
    up, down = (max(up, COFACTOR + 8), max(down, COFACTOR + 8)) if beside else (up, down)
    hub = _square(process, place, half, up)
    hung, arcs = _ends(process, hub)
    for molecule, entering, width in beside:
        glyph, arc = _cofactor(process, hub, molecule, entering, width)
        hung, arcs = [*hung, glyph], [*arcs, arc]
    return Item(process.id, 2 * half, up + down, hub, place, process.module, tuple(hung), tuple(arcs))


def _beside(process: Process) -> list[tuple[str, bool, int]]:
    """Each cofactor with whether it enters, and its width."""
    sides = ((process.currency_in, True), (process.currency_out, False))
    return [
        (molecule.id, entering, max(24, text_width(molecule.name, COFACTOR_LETTERS) + 8))
        for side, entering in sides
        for molecule, _ in side[:1]
    ]


def _square(process: Process, place: str, x: int, y: int) -> Glyph:
    half = SQUARE // 2
    ports = ((x, y - half - PORT), (x, y + half + PORT))
    box = Box(x - half, y - half, SQUARE, SQUARE)
    return Glyph(process.id, Shows.PROCESS, process.id, box, place, process.name, ports=ports)


def _ends(process: Process, hub: Glyph) -> tuple[list[Glyph], list[Arc]]:
    """Where a synthesis comes from and a degradation leads to."""
    (x, entry), (_, exit) = hub.ports
    glyphs, arcs = [], []
    if not process.reactants:
        box = Box(x - ROUND // 2, entry - 10 - ROUND, ROUND, ROUND)
        glyphs.append(Glyph(f"source.{process.id}", Shows.SOURCE, process.id, box, hub.place))
        points = straight((x, box.bottom), (x, entry))
        name = f"{process.id}.source.reactant"
        arcs.append(Arc(name, process.id, "", "reactant", glyphs[-1].id, process.id, points))
    if not process.products:
        box = Box(x - ROUND // 2, exit + 10, ROUND, ROUND)
        glyphs.append(Glyph(f"sink.{process.id}", Shows.SINK, process.id, box, hub.place))
        name = f"{process.id}.sink.product"
        points = straight((x, exit), (x, box.y))
        arcs.append(Arc(name, process.id, "", "product", process.id, glyphs[-1].id, points))
    return glyphs, arcs


def _cofactor(process: Process, hub: Glyph, molecule: str, entering: bool, width: int) -> tuple[Glyph, Arc]:
    """A cofactor at the right of a process, above if it enters and below if it leaves."""
    port = hub.ports[0 if entering else 1]
    x, y = hub.box.right + 8, port[1] - COFACTOR // 2 + (-2 if entering else 2)
    box = Box(x, y, width, COFACTOR)
    role = "reactant" if entering else "product"
    id = f"cofactor.{process.id}.{molecule}"
    label = next(m.name for m, _ in (*process.currency_in, *process.currency_out) if m.id == molecule)
    glyph = Glyph(id, Shows.COFACTOR, molecule, box, hub.place, label, clone=True)
    side = (x, box.center[1])
    points = straight(side, port) if entering else straight(port, side)
    start, end = (id, process.id) if entering else (process.id, id)
    return glyph, Arc(f"{process.id}.{molecule}.{role}", process.id, molecule, role, start, end, points)
