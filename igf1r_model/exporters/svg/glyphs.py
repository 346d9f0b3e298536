"""Glyphs as SVG: places, forms with their members and states, processes, what comes from nowhere and goes there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from igf1r_model.drawing import Box, Drawing, Glyph, Shows
from igf1r_model.exporters import _looks as looks
from igf1r_model.exporters._looks import INK, PAPER, SOFT, STATE, Look
from igf1r_model.exporters._uris import uri, uri_style
from igf1r_model.exporters._xml import element, leaf
from igf1r_model.exporters.svg.looks import Letters, Palette, ink_on, size_of
from igf1r_model.exporters.svg.shapes import band, circle, label, outline, rectangle, wrapped, written
from igf1r_model.model import Form, Model, Process
from igf1r_model.sentences import sentence

FOOT: Final = 10  # from the foot of a complex to the middle of its name
BEHIND: Final = 3  # how far the second outline of a group or of several copies stands out
INSET: Final = 12  # of the name of a place
LOW: Final = 30  # a glyph lower than this moves its name away from what stands on its edges


class Glyphs:
    """Draws the glyphs of one drawing."""

    def __init__(self, model: Model, drawing: Drawing, palette: Palette, sizes: Letters) -> None:
        self.palette, self.sizes, self.style = palette, sizes, uri_style()
        self.processes = {process.id: process for process in model.processes}
        self.families = {one.id: one for one in model.families}
        self.places = {place.id: place for place in model.places}
        around = {glyph.id: glyph.place for glyph in drawing.places}
        self.depth = {id: _depth(id, around) for id in around}

    def place(self, glyph: Glyph) -> str:
        """A compartment; a membrane has a double border."""
        membrane = self.places[glyph.of].membrane
        fill = looks.PLACES[self.depth[glyph.id] % len(looks.PLACES)]
        border = {"rx": "14", "fill": fill, "stroke": looks.MEMBRANE_LINE if membrane else looks.PLACE_LINE}
        drawn = rectangle(glyph.box, {**border, "stroke-width": "4.5" if membrane else "1.5"})
        if membrane:
            drawn += rectangle(glyph.box, {"rx": "14", "fill": "none", "stroke": PAPER, "stroke-width": "1.5"})
        size = self.sizes.place
        for n, line in enumerate(wrapped(glyph.label, size, glyph.box.width - 2 * INSET)):
            at = glyph.box.x + INSET, glyph.box.y + 5 + size + n * (size + 1)
            drawn += written(line, at, size, {"fill": SOFT, "font-style": "italic"})
        return _group(glyph, f"{glyph.label} ({glyph.of})", drawn)

    def glyph(self, glyph: Glyph) -> str:
        """Anything but a compartment."""
        if glyph.shows is Shows.PROCESS:
            return self._process(glyph)
        if glyph.shows in (Shows.SOURCE, Shows.SINK):
            return _group(glyph, f"{glyph.shows.value} of {glyph.of}", nothing(glyph.box))
        return self._entity(glyph)

    def _entity(self, glyph: Glyph) -> str:
        look = self.palette.look(glyph.shows, glyph.of)
        drawn = _body(glyph, look) + self._label(glyph, look) + "".join(map(self._inner, glyph.inner))
        return _group(glyph, self._told(glyph), self._linked(self._identity(glyph), drawn))

    def _label(self, glyph: Glyph, look: Look) -> str:
        x, y = glyph.box.center
        if any(one.shows is Shows.PART for one in glyph.inner):
            y = glyph.box.bottom - FOOT
        elif glyph.box.height < LOW:
            above = any(one.box.y < glyph.box.y for one in glyph.inner)
            below = any(one.box.bottom > glyph.box.bottom for one in glyph.inner)
            y += 2 * (above - below)
        return label(glyph.label, (x, y), size_of(glyph.shows, self.sizes), {"fill": ink_on(look.fill)})

    def _inner(self, glyph: Glyph) -> str:
        """A member of a complex, a state, or how many there are of it."""
        if glyph.shows is Shows.PART:
            return self._entity(glyph)
        line = {"fill": STATE.fill, "stroke": STATE.stroke, "stroke-width": "0.8"}
        drawn = rectangle(glyph.box, line) if glyph.shows is Shows.UNIT else outline(STATE.shape, glyph.box, line)
        drawn += label(glyph.label, glyph.box.center, self.sizes.state, {"fill": INK})
        return _group(glyph, f"{glyph.label} ({glyph.id})", drawn)

    def _process(self, glyph: Glyph) -> str:
        process = self.processes[glyph.of]
        (x1, y1), (x2, y2) = glyph.ports
        stubs = {"d": f"M{x1} {y1}V{glyph.box.y}M{x2} {y2}V{glyph.box.bottom}", "stroke": SOFT, "stroke-width": "1.1"}
        dashed = {"stroke-dasharray": "2.5 1.5"} if process.switch else {}
        drawn = element("path", stubs) + square(process.verb, glyph.box, dashed)
        papers = [one.source.curie for one in process.evidence if one.source]
        return _group(glyph, _of_process(process, papers), self._linked(papers[0] if papers else "", drawn))

    def _identity(self, glyph: Glyph) -> str:
        """The entry of a molecule; links do not nest, so a complex leaves that to its members."""
        if glyph.shows in (Shows.MOLECULE, Shows.PART, Shows.COFACTOR):
            return self.palette.molecules[glyph.of].identity
        form = self.palette.forms.get(glyph.of)
        return form.parts[0].molecule.identity if form and not form.is_complex else ""

    def _linked(self, curie: str, drawn: str) -> str:
        return element("a", {"href": uri(curie, self.style), "target": "_blank"}, drawn) if curie else drawn

    def _told(self, glyph: Glyph) -> str:
        """What a reader sees who points at a glyph."""
        told = f"{glyph.label} ({glyph.of})"
        if glyph.shows is Shows.FAMILY:
            return f"{told}: any of {', '.join(one.name for one in self.families[glyph.of].members)}"
        if glyph.shows is Shows.FORM:
            return f"{told}, {_states(self.palette.forms[glyph.of])}{self.places[glyph.place].name}"
        return told


def square(verb: str, box: Box, more: Mapping[str, str]) -> str:
    """A process; coming together is a filled circle, falling apart two circles."""
    line = {"fill": PAPER, "stroke": INK, "stroke-width": "1.2", **more}
    if verb == "bind":
        return circle(box.center, box.width / 2 - 0.5, {**line, "fill": SOFT if more else INK})
    if verb == "unbind":
        return circle(box.center, box.width / 2 - 0.5, line) + circle(box.center, box.width / 4, line)
    return rectangle(box, line)


def nothing(box: Box) -> str:
    """The struck circle of a source or a sink."""
    line = {"fill": PAPER, "stroke": SOFT, "stroke-width": "1.1"}
    strike = element("path", {"d": f"M{box.x} {box.bottom}L{box.right} {box.y}", **line})
    return circle(box.center, box.width / 2 - 1, line) + strike


def _body(glyph: Glyph, look: Look) -> str:
    line = {"fill": look.fill, "stroke": look.stroke, "stroke-width": "1.2"}
    drawn = outline(look.shape, glyph.box, line)
    if glyph.shows is Shows.FAMILY or any(one.shows is Shows.UNIT for one in glyph.inner):
        drawn = outline(look.shape, glyph.box.moved(BEHIND, BEHIND), line) + drawn
    if glyph.clone and glyph.shows is not Shows.COFACTOR:
        drawn += band(look.shape, glyph.box, look.stroke)
    return drawn


def _states(form: Form) -> str:
    sites = [f"{part.molecule.name} {mark.site}" for part in form.parts for mark in part.marks if mark.site]
    return f"modified at {', '.join(sites)}, " if sites else ""


def _of_process(process: Process, papers: list[str]) -> str:
    told = f"{process.name} ({process.id}): {sentence(process)}"
    return " ".join([told, *(["Contested."] if process.switch else []), *papers])


def _group(glyph: Glyph, told: str, drawn: str) -> str:
    return element("g", {"id": glyph.id}, leaf("title", told), drawn)


def _depth(id: str, around: Mapping[str, str]) -> int:
    outer = around.get(id, "")
    return 1 + _depth(outer, around) if outer else 0
