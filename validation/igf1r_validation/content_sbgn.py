"""What an SBGN map says about forms, processes and controls, read into the shape of `content.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from lxml import etree

from igf1r_validation import sbgn_file
from igf1r_validation.content import IDENTITY_QUALIFIERS, PAPERS, Content, Form, Process
from igf1r_validation.miriam import terms
from igf1r_validation.sbgn_file import COFACTOR, PROCESSES, SBGN, joined

SIGNS: Final = {"catalysis": "+", "stimulation": "+", "necessary stimulation": "+", "inhibition": "-"}
SIDES: Final = ("consumption", "production")


def read_sbgn(path: Path) -> Content:
    """Forms, processes and controls of an SBGN-ML file; no process has a name there, and none says it is reversible."""
    drawn = sbgn_file.read(path)
    content = Content()
    sides: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
    for line, entity, process in joined(drawn):
        if line.kind in SIDES:
            if entity.is_form:
                side = sides.setdefault(process.id, ({}, {}))[SIDES.index(line.kind)]
                side[entity.id] = side.get(entity.id, 0.0) + line.count
        elif not entity.id.startswith(COFACTOR):
            key = (process.id, entity.id, SIGNS.get(line.kind, "?"))
            content.controls[key] = content.controls.get(key, frozenset()) | _papers(line.element)
    places = {one.id: _said(one.element, {"is"}, ("GO:",)) for one in drawn.places}
    for one in drawn.glyphs.values():
        if one.kind in PROCESSES:
            content.processes[one.id] = Process("", _papers(one.element), *sides.get(one.id, ({}, {})), False)
        elif one.is_form:
            proteins = _said(one.element, IDENTITY_QUALIFIERS, ("uniprot:", "uniprot.isoform:"))
            proteins = frozenset(curie.replace(".isoform:", ":") for curie in proteins)
            content.forms[one.id] = Form(one.label, places.get(one.place, frozenset()), proteins)
    return content


def comparable(sbml: Content, other: Content) -> tuple[Content, Content]:
    """Both contents without what the map cannot say: names of processes, direction, forms that take part in nothing."""
    taking = {form for process in sbml.processes.values() for form in (*process.reactants, *process.products)}
    taking |= {controller for _, controller, _ in sbml.controls}
    forms = {id: form for id, form in sbml.forms.items() if id in taking}
    plain = {id: replace(process, name="", reversible=False) for id, process in sbml.processes.items()}
    return Content(forms, plain, sbml.controls), other


def _papers(element: etree._Element) -> frozenset[str]:
    return _said(element, {"isDescribedBy"}, PAPERS)


def _said(element: etree._Element, qualifiers: Iterable[str], prefixes: tuple[str, ...]) -> frozenset[str]:
    """The identifiers of an element's own annotation."""
    extension = element.find(f"{{{SBGN}}}extension")
    if extension is None:
        return frozenset()
    wanted = frozenset(qualifiers)
    found = (curie for qualifier, curie in terms(extension) if qualifier in wanted)
    return frozenset(curie for curie in found if curie.startswith(prefixes))
