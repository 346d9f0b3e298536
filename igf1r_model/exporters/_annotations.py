"""What a thing is and why it is believed, as RDF: which qualifiers and identifiers each thing of the model carries.

One resource per qualifier block, as BioModels' curators ask for, but for ``hasPart`` and ``hasVersion``, whose
sets belong together. Evidence terms stand under ``hasProperty``: COPASI keeps them there and loses them elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from igf1r_model.exporters._uris import uri, uri_style
from igf1r_model.exporters._xml import element, fixed
from igf1r_model.model import Evidence, Form, Kind, Molecule, Place, Process

RDF: Final = fixed(
    {
        "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xmlns:bqbiol": "http://biomodels.net/biology-qualifiers/",
    }
)

Term = tuple[str, tuple[str, ...]]  # a qualifier with its prefix, and CURIEs


def rdf(about: str, terms: Iterable[Term], namespaces: str = RDF, first: str = "") -> str:
    """The RDF of an element, by its metaid or id; `first` is what stands before the terms."""
    style = uri_style()
    blocks = "".join([_block(term, style) for term in terms])
    return element("rdf:RDF", namespaces, element("rdf:Description", {"rdf:about": f"#{about}"}, first, blocks))


@cache
def _block(term: Term, style: str) -> str:
    """The block of a term; papers and evidence codes come again and again."""
    qualifier, curies = term
    items = (element("rdf:li", {"rdf:resource": uri(curie, style)}) for curie in curies)
    return element(qualifier, None, element("rdf:Bag", None, *items))


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
