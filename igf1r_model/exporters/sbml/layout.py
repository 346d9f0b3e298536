"""Where things are drawn, for COPASI and other programs that show the SBML packages layout and render.

What is no species in SBML is left out: cofactors, sources, sinks, members and states. `render.py` says how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from igf1r_model.drawing import Arc, Box, Drawing, Glyph, Point, Shows
from igf1r_model.exporters._looks import form_look
from igf1r_model.exporters._xml import element, fixed
from igf1r_model.exporters.sbml.render import render_information
from igf1r_model.model import Form, Model, Process

PACKAGES: Final = {
    "xmlns:layout": "http://www.sbml.org/sbml/level3/version1/layout/version1",
    "xmlns:render": "http://www.sbml.org/sbml/level3/version1/render/version1",
}
NOT_REQUIRED: Final = {"layout:required": "false", "render:required": "false"}
TYPES: Final = fixed({"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"})
ROLES: Final = {
    "reactant": "substrate",
    "product": "product",
    "catalyst": "activator",
    "activator": "activator",
    "essential_activator": "activator",
    "inhibitor": "inhibitor",
    "drug": "inhibitor",
}


def layouts(model: Model) -> str:
    """The whole map as the only layout; nothing for a model without one."""
    if model.layout is None:
        return ""
    drawing = model.layout.whole
    head = {"layout:id": f"layout__{model.id}", "layout:name": drawing.title}
    layout = element(
        "layout:layout",
        head,
        _dimensions(drawing.width, drawing.height),
        _list("CompartmentGlyphs", _places(model, drawing)),
        _list("SpeciesGlyphs", _species(model, drawing)),
        _list("ReactionGlyphs", _reactions(model, drawing)),
        _list("TextGlyphs", map(_text, (*drawing.places, *_forms(drawing)))),
    )
    return element("layout:listOfLayouts", TYPES, layout, render_information())


def _list(name: str, items: Iterable[str]) -> str:
    inner = "".join(items)
    return element(f"layout:listOf{name}", None, inner) if inner else ""


def _forms(drawing: Drawing) -> list[Glyph]:
    return [glyph for glyph in drawing.glyphs if glyph.shows is Shows.FORM]


def _places(model: Model, drawing: Drawing) -> Iterator[str]:
    membranes = {place.id for place in model.places if place.membrane}
    return (_glyph("compartment", one, "membrane" if one.of in membranes else "place") for one in drawing.places)


def _species(model: Model, drawing: Drawing) -> Iterator[str]:
    forms: dict[str, Form] = {form.id: form for form in model.forms}
    for glyph in _forms(drawing):
        yield _glyph("species", glyph, form_look(forms[glyph.of]).called.replace(" ", "_"))


def _glyph(kind: str, glyph: Glyph, role: str, *inner: str) -> str:
    head = {"render:objectRole": role, "layout:id": f"glyph__{glyph.id}", f"layout:{kind}": glyph.of}
    return element(f"layout:{kind}Glyph", head, _bounds(glyph.box), *inner)


def _text(glyph: Glyph) -> str:
    """A label: the name of what it stands on, and in a place its upper left corner."""
    place = glyph.shows is Shows.PLACE
    head = {
        "render:objectRole": "place_name" if place else "name",
        "layout:id": f"label__{glyph.id}",
        "layout:originOfText": glyph.of,
        "layout:graphicalObject": f"glyph__{glyph.id}",
    }
    box = Box(glyph.box.x + 12, glyph.box.y + 4, glyph.box.width - 24, 20) if place else glyph.box
    return element("layout:textGlyph", head, _bounds(box))


def _reactions(model: Model, drawing: Drawing) -> Iterator[str]:
    there = {glyph.id for glyph in _forms(drawing)}
    unknown = {(process.id, form) for process in model.processes for form in _itself(process)}
    found: dict[str, list[Arc]] = {}
    for arc in drawing.arcs:
        takes_part = arc.role in ("reactant", "product")
        if arc.form in there and (takes_part or (arc.process, arc.form) not in unknown):
            found.setdefault(arc.process, []).append(arc)
    for glyph in drawing.glyphs:
        if glyph.shows is Shows.PROCESS:
            arcs = (_arc(arc, glyph) for arc in found.get(glyph.of, ()))
            yield _glyph("reaction", glyph, "process", _list("SpeciesReferenceGlyphs", arcs))


def _itself(process: Process) -> Iterator[str]:
    """The forms that act on their own process: in SBML they are reactants only."""
    return (form.id for control in process.controls if control.itself for form in control.members)


def _arc(arc: Arc, process: Glyph) -> str:
    kind = arc.role if arc.role in ("reactant", "product") else "control"
    head = {
        "render:objectRole": arc.role,
        "layout:id": f"arc__{arc.process}__{arc.form}__{arc.role}",
        "layout:speciesReference": f"{kind}__{arc.process}__{arc.form}",
        "layout:speciesGlyph": f"glyph__{arc.form}",
        "layout:role": ROLES[arc.role],
    }
    return element(
        "layout:speciesReferenceGlyph",
        head,
        element("layout:curve", None, _list("CurveSegments", _curve(arc, process))),
    )


def _curve(arc: Arc, process: Glyph) -> Iterator[str]:
    """The curves of an arc, and the line between the port of the process and its square."""
    if arc.role == "product":
        yield _straight((arc.points[0][0], process.box.bottom), arc.points[0])
    for n in range(0, len(arc.points) - 1, 3):
        yield _bent(*arc.points[n : n + 4])
    if arc.role == "reactant":
        yield _straight(arc.points[-1], (arc.points[-1][0], process.box.y))


def _straight(start: Point, end: Point) -> str:
    return element("layout:curveSegment", {"xsi:type": "LineSegment"}, _point("start", start), _point("end", end))


def _bent(start: Point, first: Point, second: Point, end: Point) -> str:
    points = _point("basePoint1", first), _point("basePoint2", second)
    head = {"xsi:type": "CubicBezier"}
    return element("layout:curveSegment", head, _point("start", start), _point("end", end), *points)


def _point(name: str, point: Point) -> str:
    return element(f"layout:{name}", {"layout:x": str(point[0]), "layout:y": str(point[1])})


def _bounds(box: Box) -> str:
    position = {"layout:x": str(box.x), "layout:y": str(box.y)}
    return element("layout:boundingBox", None, element("layout:position", position), _dimensions(box.width, box.height))


def _dimensions(width: int, height: int) -> str:
    return element("layout:dimensions", {"layout:width": str(width), "layout:height": str(height)})
