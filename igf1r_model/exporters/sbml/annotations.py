"""RDF annotations: which qualifiers and identifiers each element of the model carries.

One resource per qualifier block, as BioModels' curators ask for, but for ``hasPart`` and ``hasVersion``, whose
sets belong together. Evidence terms stand under ``hasProperty``: COPASI keeps them there and loses them elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from igf1r_model.exporters._uris import uri, uri_style
from igf1r_model.exporters._xml import element, fixed, leaf
from igf1r_model.model import Constant, Creator, Evidence, Form, Kind, Model, Molecule, Place, Process
from igf1r_model.terms import eco_of

RDF: Final = fixed(
    {
        "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xmlns:bqbiol": "http://biomodels.net/biology-qualifiers/",
    }
)
MODEL_RDF: Final = RDF + fixed(
    {
        "xmlns:bqmodel": "http://biomodels.net/model-qualifiers/",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",  # not used, but L2V4 made from the file needs it
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:vCard": "http://www.w3.org/2001/vcard-rdf/3.0#",
    }
)
RESOURCE: Final = fixed({"rdf:parseType": "Resource"})

Term = tuple[str, tuple[str, ...]]  # a qualifier with its prefix, and CURIEs


def annotation(metaid: str, terms: Iterable[Term]) -> str:
    """The annotation of an element."""
    style = uri_style()
    return _annotation(metaid, RDF, *[_block(term, style) for term in terms])


def model_annotation(model: Model, metaid: str) -> str:
    """The annotation of the model: creators, dates and what it is about."""
    style = uri_style()
    terms = [_block((term.qualifier, term.curies), style) for term in model.terms]
    return _annotation(metaid, MODEL_RDF, *_history(model), *terms)


def _annotation(metaid: str, namespaces: str, *blocks: str) -> str:
    about = element("rdf:Description", {"rdf:about": f"#{metaid}"}, *blocks)
    return element("annotation", None, element("rdf:RDF", namespaces, about))


@cache
def _block(term: Term, style: str) -> str:
    """The block of a term; papers and evidence codes come again and again."""
    qualifier, curies = term
    items = (element("rdf:li", {"rdf:resource": uri(curie, style)}) for curie in curies)
    return element(qualifier, None, element("rdf:Bag", None, *items))


def _history(model: Model) -> Iterator[str]:
    yield element("dcterms:creator", None, element("rdf:Bag", None, *map(_creator, model.creators)))
    for name, date in (("dcterms:created", model.created), ("dcterms:modified", model.modified)):
        yield element(name, RESOURCE, leaf("dcterms:W3CDTF", date))


def _creator(creator: Creator) -> str:
    name = element("vCard:N", RESOURCE, leaf("vCard:Family", creator.family), leaf("vCard:Given", creator.given))
    mail = leaf("vCard:EMAIL", creator.email) if creator.email else ""
    organisation = element("vCard:ORG", RESOURCE, leaf("vCard:Orgname", creator.organisation))
    return element("rdf:li", RESOURCE, name, mail, organisation)


def place_terms(place: Place) -> Iterator[Term]:
    """A compartment is its GO cellular component."""
    yield "bqbiol:is", (place.go,)


def form_terms(form: Form) -> Iterator[Term]:
    """A plain molecule is its database entry, a modified one a version of it, a complex has its parts."""
    if form.is_complex:
        yield "bqbiol:hasPart", tuple(dict.fromkeys(c for p in form.parts for c in _identities(p.molecule)))
    else:
        yield from _molecule_terms(form.parts[0].molecule, modified=bool(form.marks))
    for mod in dict.fromkeys(mark.mod for mark in form.marks if mark.mod):
        yield "bqbiol:hasProperty", (mod,)


def _identities(molecule: Molecule) -> tuple[str, ...]:
    """The identity of a molecule, or those of a family's members."""
    return tuple(member.identity for member in molecule.members) or (molecule.identity,)


def _molecule_terms(molecule: Molecule, modified: bool) -> Iterator[Term]:
    if molecule.kind is Kind.FAMILY:
        yield (
            ("bqbiol:hasVersion", _identities(molecule))
            if molecule.members
            else ("bqbiol:isVersionOf", (molecule.identity,))
        )
        return
    for curie in (molecule.identity, *molecule.xrefs):
        yield ("bqbiol:isVersionOf" if modified else "bqbiol:is"), (curie,)


def process_terms(process: Process) -> Iterator[Term]:
    """What a reaction is a case of, where it is described, on what evidence."""
    yield "bqbiol:isVersionOf", (process.go,)
    if process.ec:
        yield "bqbiol:is", (f"ec-code:{process.ec}",)
    yield from evidence_terms(process.evidence)


def evidence_terms(evidence: Iterable[Evidence]) -> Iterator[Term]:
    """Papers and evidence codes, each once."""
    items = tuple(evidence)
    for curie in dict.fromkeys(item.source.curie for item in items if item.source is not None):
        yield "bqbiol:isDescribedBy", (curie,)
    for eco in dict.fromkeys(item.eco for item in items):
        yield "bqbiol:hasProperty", (eco,)


def constant_terms(constant: Constant) -> Iterator[Term]:
    """Where a number stands and what kind of number it is; an assumed one cites nothing."""
    if constant.quantity.source is not None:
        yield "bqbiol:isDescribedBy", (constant.quantity.source.curie,)
    yield "bqbiol:hasProperty", (eco_of(constant.quantity),)
