"""metadata.rdf: what is said of the archive as a whole, in the terms that readers of archives know.

Dublin Core 1.1 throughout: readers ignore dates, licence and abstract in `dcterms` silently. What is said of single
elements stands in the SBML file and is not repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from igf1r_model.exporters._uris import uri, uri_style
from igf1r_model.exporters._xml import DECLARATION, element, fixed, leaf
from igf1r_model.identifiers import label
from igf1r_model.model import Model

ABOUT: Final = "http://omex-library.org/{}.omex"
NAMESPACES: Final = fixed(
    {
        "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xmlns:rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:foaf": "http://xmlns.com/foaf/0.1/",
        "xmlns:prism": "http://prismstandard.org/namespaces/basic/2.0/",
        "xmlns:bqbiol": "http://biomodels.net/biology-qualifiers/",
        "xmlns:bqmodel": "http://biomodels.net/model-qualifiers/",
    }
)
LICENCE: Final = ("spdx:CC0-1.0", "CC0-1.0")
HOLDS: Final = (
    "Archive of the model {name}: the model in SBML, its experiments in SED-ML with one figure each, the same biology "
    "in BioPAX, SBGN and CX2, and pictures of the pathway. README.md says which file is which figure."
)
KEYWORDS: Final = ("systems biology", "signal transduction", "kinetic model")
ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


@dataclass(frozen=True, slots=True)
class Creator:
    """Who made the archive. Where family name and organisation are the same it is no person but that organisation.

    Raises:
        ValueError: when the ORCID (``0000-0000-0000-0000``, or empty) is malformed or its check digit wrong.
    """

    family: str
    given: str
    organisation: str
    orcid: str = ""

    def __post_init__(self) -> None:
        if self.orcid and not _is_orcid(self.orcid):
            raise ValueError(
                f"{self.orcid!r} is no ORCID; it is four groups of four digits, 0000-0000-0000-0000, and the last one, "
                "a digit or X, checks the others"
            )

    @property
    def name(self) -> str:
        """The person's name, or the organisation's."""
        return self.organisation if self.family == self.organisation else f"{self.given} {self.family}"


def _is_orcid(text: str) -> bool:
    """Whether the pattern fits and the check digit is right (ISO 7064, mod 11-2)."""
    if not ORCID.fullmatch(text):
        return False
    digits = text.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return digits[-1] == "0123456789X"[(12 - total % 11) % 11]


def creators_of(model: Model) -> tuple[Creator, ...]:
    """The creators that the model itself names."""
    return tuple(Creator(one.family, one.given, one.organisation) for one in model.creators)


def metadata(model: Model, creators: Sequence[Creator]) -> str:
    """The file `metadata.rdf` of the archive of a model."""
    about = {"rdf:about": ABOUT.format(model.id)}
    said = [*_literals(model), *_things(model), *(_creator(one) for one in creators)]
    return DECLARATION + element("rdf:RDF", NAMESPACES, element("rdf:Description", about, *said))


def _literals(model: Model) -> Iterator[str]:
    yield leaf("dc:title", model.name)
    yield leaf("dc:abstract", model.description)
    yield leaf("dc:description", HOLDS.format(name=model.name))
    for keyword in dict.fromkeys([*KEYWORDS, *(label(module.go) for module in model.modules)]):
        yield leaf("prism:keyword", keyword)
    yield leaf("dc:created", model.created[:10])
    yield leaf("dc:modified", model.modified[:10])


def _things(model: Model) -> Iterator[str]:
    """Organism, processes, papers and licence, each a resource with its label."""
    curies = [(term.qualifier, curie) for term in model.terms for curie in term.curies]
    for qualifier, curie in curies:
        if qualifier in ("bqbiol:hasTaxon", "bqmodel:isDescribedBy"):
            yield _thing(qualifier, curie, label(curie))
        elif curie.startswith("GO:"):
            yield _thing("bqbiol:encodes", curie, label(curie))
    yield _thing("dc:license", *LICENCE)


def _creator(creator: Creator) -> str:
    curie = f"orcid:{creator.orcid}" if creator.orcid else ""
    return _thing("dc:creator", curie, creator.name, [leaf("foaf:name", creator.name)])


def _thing(predicate: str, curie: str, name: str, more: Iterable[str] = ()) -> str:
    """A resource: its identifier, if it has one, and its label. Readers ignore one without a label."""
    identified = [element("dc:identifier", {"rdf:resource": uri(curie, uri_style())})] if curie else []
    return element(predicate, None, element("rdf:Description", None, *identified, leaf("rdfs:label", name), *more))
