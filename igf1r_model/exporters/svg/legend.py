"""The legend of a drawing: the kinds of things and lines that it has, in the strip at its foot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Final

from igf1r_model.drawing import LEGEND, Box, Drawing, Glyph, Shows
from igf1r_model.exporters._looks import COFACTOR, COMPLEX, GROUP, INK, KINDS, PAPER, STATE, Look
from igf1r_model.exporters._xml import element
from igf1r_model.exporters.svg.arcs import LINES
from igf1r_model.exporters.svg.arcs import style as line_style
from igf1r_model.exporters.svg.glyphs import nothing, square
from igf1r_model.exporters.svg.looks import Palette
from igf1r_model.exporters.svg.shapes import band, label, outline, written
from igf1r_model.layout.widths import text_width
from igf1r_model.model import Model

ROW: Final = 15
SAMPLE: Final = 26  # width of what is shown before a word
MARGIN: Final = 14
GAP: Final = 12
ENTITIES: Final = (Shows.FORM, Shows.FAMILY, Shows.PART, Shows.MOLECULE, Shows.COFACTOR)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample and what it means; the sample is drawn into a box."""

    draw: Callable[[Box], str]
    called: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a legend is written: size of its letters, how much it may be enlarged, lines that end it."""

    size: int
    largest: int = 1
    key: Sequence[str] = ()


def legend(model: Model, drawing: Drawing, palette: Palette, dashed: Collection[str], style: Style) -> str:
    """The legend, as large as the strip allows; `dashed` are the contested processes and arcs."""
    kinds = [] if palette.colours is not None else list(_kinds(drawing, palette))
    entries = [*kinds, *_states(drawing), *_processes(model, drawing), *_lines(drawing, dashed)]
    room = drawing.width - 2 * MARGIN
    heights = {n: _height(entries, style, room, n) for n in range(style.largest, 0, -1)}
    scale = next((n for n, height in heights.items() if height <= LEGEND - 8), 1)
    rows = _rows(entries, style.size, room // scale)
    drawn = [_row(row, n * ROW, style.size) for n, row in enumerate(rows)]
    lines = enumerate(style.key, start=len(rows))
    drawn += [written(text, (0, n * ROW + style.size), style.size, {"fill": INK}) for n, text in lines]
    top = drawing.height - min(heights[scale] + 6, LEGEND - 4)
    return element("g", {"id": "legend", "transform": f"translate({MARGIN} {top}) scale({scale})"}, *drawn)


def _height(entries: Sequence[Entry], style: Style, room: int, scale: int) -> int:
    return (len(_rows(entries, style.size, room // scale)) + len(style.key)) * ROW * scale


def _rows(entries: Sequence[Entry], size: int, room: int) -> list[list[Entry]]:
    """Entries beside each other as long as there is room."""
    rows: list[list[Entry]] = []
    left = 0
    for entry in entries:
        if not rows or _width(entry, size) > left:
            rows.append([])
            left = room
        rows[-1].append(entry)
        left -= _width(entry, size) + GAP
    return rows


def _width(entry: Entry, size: int) -> int:
    return SAMPLE + 4 + text_width(entry.called, size)


def _row(entries: Sequence[Entry], y: int, size: int) -> str:
    x, drawn = 0, []
    for entry in entries:
        drawn.append(entry.draw(Box(x, y, SAMPLE, ROW - 3)))
        drawn.append(written(entry.called, (x + SAMPLE + 4, y + 3 + size * 3 // 4), size, {"fill": INK}))
        x += _width(entry, size) + GAP
    return "".join(drawn)


def _kinds(drawing: Drawing, palette: Palette) -> Iterator[Entry]:
    """The kinds of molecules that are in the drawing, in the order of the palette."""
    entities = [one for one in _flat(drawing.glyphs) if one.shows in ENTITIES]
    found = {palette.look(one.shows, one.of) for one in entities}
    for look in (*KINDS.values(), COMPLEX, GROUP, COFACTOR):
        if look in found:
            yield Entry(partial(_swatch, look), look.called)
    if any(one.clone and one.shows is not Shows.COFACTOR for one in entities):
        yield Entry(_repeated, "drawn again")


def _swatch(look: Look, box: Box) -> str:
    line = {"fill": look.fill, "stroke": look.stroke, "stroke-width": "1.1"}
    front = outline(look.shape, box, line)
    return outline(look.shape, box.moved(2, 2), line) + front if look is GROUP else front


def _repeated(box: Box) -> str:
    return outline("round", box, {"fill": PAPER, "stroke": STATE.stroke}) + band("round", box, STATE.stroke)


def _states(drawing: Drawing) -> Iterator[Entry]:
    """What the letters in states mean; a number before them counts."""
    states = [one.label.partition("@")[0] for one in _flat(drawing.glyphs) if one.shows is Shows.STATE]
    letters = {one.lstrip("0123456789") for one in states}
    for value, called in (("P", "phosphorylated"), ("Ub", "ubiquitinated"), ("*", "otherwise modified")):
        if value in letters:
            counted = any(one != value and one.endswith(value) for one in states)
            yield Entry(partial(_pill, value), f"{called}, 3{value}: at 3 sites" if counted else called)


def _pill(value: str, box: Box) -> str:
    line = {"fill": STATE.fill, "stroke": STATE.stroke, "stroke-width": "0.8"}
    return outline(STATE.shape, Box(box.x + 3, box.y, box.width - 6, box.height), line) + label(value, box.center, 9)


def _processes(model: Model, drawing: Drawing) -> Iterator[Entry]:
    verbs = {process.id: process.verb for process in model.processes}
    drawn = {verbs[one.of] for one in drawing.glyphs if one.shows is Shows.PROCESS}
    if drawn - {"bind", "unbind"}:
        yield Entry(partial(_process, "change"), "process")
    if "bind" in drawn:
        yield Entry(partial(_process, "bind"), "binding")
    if "unbind" in drawn:
        yield Entry(partial(_process, "unbind"), "falling apart")
    if any(one.shows in (Shows.SOURCE, Shows.SINK) for one in drawing.glyphs):
        yield Entry(lambda box: nothing(_middle(box)), "made anew, degraded")


def _process(verb: str, box: Box) -> str:
    return square(verb, _middle(box), {})


def _middle(box: Box) -> Box:
    return Box(box.center[0] - box.height // 2, box.y, box.height, box.height)


def _lines(drawing: Drawing, dashed: Collection[str]) -> Iterator[Entry]:
    roles = {arc.role for arc in drawing.arcs}
    for role, line in LINES.items():
        if role in roles:
            yield Entry(partial(_line, role, {}), line.called)
    if any(arc.process in dashed or arc.id in dashed for arc in drawing.arcs):
        yield Entry(partial(_line, "reactant", {"stroke-dasharray": "4 2.5"}), "contested")


def _line(role: str, more: Mapping[str, str], box: Box) -> str:
    return element("path", {"d": f"M{box.x} {box.center[1]}H{box.right}", **line_style(role), **more})


def _flat(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    return chain.from_iterable((one, *_flat(one.inner)) for one in glyphs)
