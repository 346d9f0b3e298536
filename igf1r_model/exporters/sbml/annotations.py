"""Annotations of SBML: the history of the model, and the terms that only SBML has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from igf1r_model.exporters._annotations import RDF, Term, evidence_terms, form_terms, place_terms, process_terms, rdf
from igf1r_model.exporters._xml import element, fixed, leaf
from igf1r_model.model import Constant, Creator, Model
from igf1r_model.terms import eco_of

__all__ = [
    "INFERRED",
    "Term",
    "annotation",
    "constant_terms",
    "evidence_terms",
    "form_terms",
    "model_annotation",
    "place_terms",
    "process_terms",
]

MODEL_RDF: Final = RDF + fixed(
    {
        "xmlns:bqmodel": "http://biomodels.net/model-qualifiers/",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",  # not used, but L2V4 made from the file needs it
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:vCard": "http://www.w3.org/2001/vcard-rdf/3.0#",
    }
)
INFERRED: Final[Term] = ("bqbiol:hasProperty", ("ECO:0000305",))  # formulas are the curator's inference
RESOURCE: Final = fixed({"rdf:parseType": "Resource"})


def annotation(metaid: str, terms: Iterable[Term]) -> str:
    """The annotation of an element."""
    return element("annotation", None, rdf(metaid, terms))


def model_annotation(model: Model, metaid: str) -> str:
    """The annotation of the model: creators, dates and what it is about."""
    terms = [(term.qualifier, term.curies) for term in model.terms]
    return element("annotation", None, rdf(metaid, terms, MODEL_RDF, "".join(_history(model))))


def _history(model: Model) -> Iterator[str]:
    yield element("dcterms:creator", None, element("rdf:Bag", None, *map(_creator, model.creators)))
    for name, date in (("dcterms:created", model.created), ("dcterms:modified", model.modified)):
        yield element(name, RESOURCE, leaf("dcterms:W3CDTF", date))


def _creator(creator: Creator) -> str:
    name = element("vCard:N", RESOURCE, leaf("vCard:Family", creator.family), leaf("vCard:Given", creator.given))
    mail = leaf("vCard:EMAIL", creator.email) if creator.email else ""
    organisation = element("vCard:ORG", RESOURCE, leaf("vCard:Orgname", creator.organisation))
    return element("rdf:li", RESOURCE, name, mail, organisation)


def constant_terms(constant: Constant) -> Iterator[Term]:
    """Where a number stands and what kind of number it is; an assumed one cites nothing."""
    if constant.quantity.source is not None:
        yield "bqbiol:isDescribedBy", (constant.quantity.source.curie,)
    yield "bqbiol:hasProperty", (eco_of(constant.quantity),)
