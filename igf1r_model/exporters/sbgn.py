"""SBGN-ML 0.3 of the whole map, a process description: Newt, CySBGN, VANTED, any SBGN editor.

Every glyph and arc is drawn as the layout has it. What a thing is and which paper says so stands in its extension,
as the RDF of the SBML file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from igf1r_model.drawing import Arc, Box, Drawing, Glyph, Point, Shows
from igf1r_model.exporters._annotations import Term, evidence_terms, form_terms, place_terms, process_terms, rdf
from igf1r_model.exporters._xml import DECLARATION, element
from igf1r_model.kinetics import drugs_by_target, drugs_in
from igf1r_model.model import Evidence, Form, Kind, Model, Molecule, Process, Role

SUFFIX: Final = ".sbgn"
LOSES: Final = (
    "rate laws, constants, amounts, readouts, switches and contexts: they stand in the SBML file",
    "forms that nothing happens to: an SBGN map has no glyph without an arc",
    "that a binding can be undone: an association has one direction",
    "names of processes: their ids and papers are there",
    "which molecules of a complex touch each other",
)
# The class of a process by its verb; a binding of one product and a parting of one form are told apart.
PROCESS, BINDING, PARTING = "process", "association", "dissociation"
VERBS: Final = {
    "bind": BINDING,
    "unbind": PARTING,
    "phosphorylate": PROCESS,
    "autophosphorylate": PROCESS,
    "dephosphorylate": PROCESS,
    "ubiquitinate": PROCESS,
    "activate": PROCESS,
    "deactivate": PROCESS,
    "load_gtp": PROCESS,
    "hydrolyse_gtp": PROCESS,
    "convert_ATP": PROCESS,
    "convert_water": PROCESS,
    "convert_plain": PROCESS,
    "translocate": PROCESS,
    "internalise": PROCESS,
    "synthesise": PROCESS,
    "degrade": PROCESS,
    "change": PROCESS,
}
ARCS: Final = {
    "reactant": "consumption",
    "product": "production",
    "drug": "inhibition",
    Role.CATALYST: "catalysis",
    Role.ACTIVATOR: "stimulation",
    Role.ESSENTIAL_ACTIVATOR: "necessary stimulation",
    Role.INHIBITOR: "inhibition",
}
FIXED: Final = {
    Shows.PLACE: "compartment",
    Shows.SOURCE: "source and sink",
    Shows.SINK: "source and sink",
    Shows.COFACTOR: "simple chemical",
    Shows.STATE: "state variable",
    Shows.UNIT: "unit of information",
}
SMALL: Final = (Kind.SMALL_MOLECULE, Kind.DRUG)


def export(model: Model) -> str:
    """The map as an SBGN-ML document.

    Raises:
        ValueError: when the model has not been laid out.
    """
    if model.layout is None:
        raise ValueError(f"{model.id} has no layout yet; a build gives it one")
    writer = Writer(model)
    drawing = model.layout.whole
    map_ = {"language": "process description", "id": f"map.{model.id}"}
    body = element("map", map_, *writer.glyphs(drawing), *map(writer.arc, drawing.arcs))
    return DECLARATION + element("sbgn", {"xmlns": "http://sbgn.org/libsbgn/0.3"}, body)


class Writer:
    """Writes glyphs and arcs, and knows what they stand for."""

    def __init__(self, model: Model) -> None:
        self.places = {place.id: place for place in model.places}
        self.forms = {form.id: form for form in model.forms}
        self.molecules = {molecule.id: molecule for molecule in model.molecules}
        self.processes = {process.id: process for process in model.processes}
        self.drugs = drugs_by_target(model.inhibitions)

    def glyphs(self, drawing: Drawing) -> Iterator[str]:
        """Compartments from outside to inside, then all that is in them."""
        outside_first = sorted(drawing.places, key=lambda one: -one.box.width * one.box.height)
        yield from map(self.glyph, outside_first)
        yield from map(self.glyph, drawing.glyphs)

    def glyph(self, glyph: Glyph) -> str:
        """A glyph with its members, states and ports."""
        head = {"class": self._class(glyph), "id": glyph.id}
        if glyph.place and glyph.shows is not Shows.PROCESS:
            head["compartmentRef"] = glyph.place
        return element(
            "glyph",
            head,
            self._extension(glyph),
            _label(glyph),
            element("clone") if glyph.clone else "",
            _bbox(glyph.box),
            *map(self._inner, glyph.inner),
            *(_port(glyph.id, name, at) for name, at in zip(("in", "out"), glyph.ports, strict=False)),
        )

    def _inner(self, glyph: Glyph) -> str:
        head = {"class": self._class(glyph), "id": glyph.id}
        return element("glyph", head, _label(glyph), _bbox(glyph.box), *map(self._inner, glyph.inner))

    def _class(self, glyph: Glyph) -> str:
        if glyph.shows is Shows.FORM:
            form = self.forms[glyph.of]
            return "complex" if form.is_complex else _molecule_class(form.parts[0].molecule)
        if glyph.shows is Shows.PART:
            several = any(one.shows is Shows.UNIT for one in glyph.inner)
            return _molecule_class(self.molecules[glyph.of]) + (" multimer" if several else "")
        if glyph.shows is Shows.PROCESS:
            return process_class(self.processes[glyph.of])
        return FIXED[glyph.shows]

    def _extension(self, glyph: Glyph) -> str:
        terms = list(self._terms(glyph))
        return element("extension", None, element("annotation", None, rdf(glyph.id, terms))) if terms else ""

    def _terms(self, glyph: Glyph) -> Iterator[Term]:
        if glyph.shows is Shows.PLACE:
            yield from place_terms(self.places[glyph.of])
        elif glyph.shows is Shows.FORM:
            yield from form_terms(self.forms[glyph.of])
        elif glyph.shows is Shows.PROCESS:
            yield from process_terms(self.processes[glyph.of])

    def arc(self, arc: Arc) -> str:
        """An arc with its number of molecules, if that is not one, and the papers of a control."""
        ends = {"source": _end(arc, arc.start, "out"), "target": _end(arc, arc.end, "in")}
        head = {"class": ARCS[arc.role], "id": arc.id, **ends}
        terms = list(evidence_terms(self._evidence(arc)))
        note = element("extension", None, element("annotation", None, rdf(arc.id, terms))) if terms else ""
        start, end = element("start", _at(arc.points[0])), _curve("end", arc.points[-3:])
        nexts = [_curve("next", arc.points[n : n + 3]) for n in range(1, len(arc.points) - 3, 3)]
        return element("arc", head, note, self._count(arc), start, *nexts, end)

    def _count(self, arc: Arc) -> str:
        process = self.processes[arc.process]
        sides = {
            "reactant": [*((one.form.id, one.count) for one in process.reactants), *_counts(process.currency_in)],
            "product": [*((one.form.id, one.count) for one in process.products), *_counts(process.currency_out)],
        }
        count = dict(sides.get(arc.role, ())).get(arc.form, 1)
        if count == 1:
            return ""
        x, y = _middle(arc.points)
        label = element("label", {"text": str(count)})
        return element(
            "glyph", {"class": "cardinality", "id": f"count.{arc.id}"}, label, _bbox(Box(x - 7, y - 7, 14, 14))
        )

    def _evidence(self, arc: Arc) -> Iterable[Evidence]:
        process = self.processes[arc.process]
        if arc.role == "drug":
            here = drugs_in(process, self.drugs)
            catalysts = [form.id for one in process.controls if one.role is Role.CATALYST for form in one.members]
            acting = {one.id: one for id in catalysts for one in here.get(id, ()) if one.drug.id == arc.form}
            return tuple(item for one in acting.values() for item in one.evidence)
        controls = (one for one in process.controls if one.role == arc.role)
        return tuple(item for one in controls if _has(one.members, arc.form) for item in one.evidence)


def process_class(process: Process) -> str:
    """The class of a process: an association makes one thing, a dissociation takes one."""
    found = VERBS[process.verb]
    taken = len(process.reactants) + len(process.currency_in)
    made = len(process.products) + len(process.currency_out)
    fits = {BINDING: made == 1, PARTING: taken == 1}
    return found if fits.get(found, True) else PROCESS


def _counts(side: Iterable[tuple[Molecule, int]]) -> Iterator[tuple[str, int]]:
    return ((molecule.id, count) for molecule, count in side)


def _has(forms: Iterable[Form], id: str) -> bool:
    return any(form.id == id for form in forms)


def _molecule_class(molecule: Molecule) -> str:
    return "simple chemical" if molecule.kind in SMALL else "macromolecule"


def _label(glyph: Glyph) -> str:
    """What is written on a glyph; a state says its value and its residue."""
    if glyph.shows is Shows.STATE:
        value, _, variable = glyph.label.partition("@")
        return element("state", {"value": value} | ({"variable": variable} if variable else {}))
    if glyph.shows in (Shows.PROCESS, Shows.SOURCE, Shows.SINK):
        return ""
    return element("label", {"text": glyph.label})


def _end(arc: Arc, id: str, port: str) -> str:
    """Participants reach a process at its ports, controls reach the process itself."""
    is_process = id == arc.process and arc.role in ("reactant", "product")
    return f"{id}.{port}" if is_process else id


def _port(id: str, name: str, at: Point) -> str:
    return element("port", {"id": f"{id}.{name}", **_at(at)})


def _bbox(box: Box) -> str:
    return element("bbox", {"x": str(box.x), "y": str(box.y), "w": str(box.width), "h": str(box.height)})


def _at(point: Point) -> Mapping[str, str]:
    return {"x": str(point[0]), "y": str(point[1])}


def _curve(name: str, points: tuple[Point, ...]) -> str:
    """The end of a curve with its two control points inside."""
    first, second, last = points
    return element(name, _at(last), element("point", _at(first)), element("point", _at(second)))


def _middle(points: tuple[Point, ...]) -> Point:
    """About the middle of a line."""
    n = (len(points) // 6) * 3
    piece = points[n : n + 4]
    return sum(x for x, _ in piece) // 4, sum(y for _, y in piece) // 4
