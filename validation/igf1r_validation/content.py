"""What an SBML and a BioPAX file say about forms, processes and controls, read into the same plain shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from igf1r_validation.miriam import RDF, terms

BIOPAX = "http://www.biopax.org/release/biopax-level3.owl#"
ENTITIES = frozenset({"PhysicalEntity", "Protein", "Complex", "SmallMolecule", "Dna", "DnaRegion", "Rna", "RnaRegion"})
CONVERSIONS = frozenset(
    {
        "Conversion",
        "BiochemicalReaction",
        "ComplexAssembly",
        "Degradation",
        "Transport",
        "TransportWithBiochemicalReaction",
        "TemplateReaction",
    }
)
CONTROLS = frozenset({"Control", "Catalysis", "Modulation", "TemplateReactionRegulation"})

IDENTITY_QUALIFIERS = frozenset({"is", "isVersionOf", "hasPart", "hasVersion"})
PAPERS = ("pubmed:", "doi:", "pmc:")
INHIBITORS = frozenset({"SBO:0000020", "SBO:0000206", "SBO:0000207", "SBO:0000536", "SBO:0000537"})
UNKNOWN_ROLES = frozenset({"", "SBO:0000019"})

Side = Mapping[str, float]
ControlKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """What both formats say about one form: its name, the GO term of its place, its proteins."""

    name: str
    place: frozenset[str]
    uniprot: frozenset[str]


@dataclass(frozen=True, slots=True)
class Process:
    """What both formats say about one process; participants without currency molecules."""

    name: str
    papers: frozenset[str]
    reactants: Side
    products: Side
    reversible: bool


@dataclass(slots=True)
class Content:
    """One file's content; controls are papers by (process, controller, sign)."""

    forms: dict[str, Form] = field(default_factory=dict)
    processes: dict[str, Process] = field(default_factory=dict)
    controls: dict[ControlKey, frozenset[str]] = field(default_factory=dict)


def read_sbml(path: Path) -> Content:
    """Species, reactions and modifiers of an SBML file."""
    model = etree.parse(path).getroot().find("{*}model")
    if model is None:
        raise ValueError(f"{path.name} holds no SBML model")
    places = {
        place.get("id", ""): _matching(terms(place), {"is"}, ("GO:",))
        for place in model.iterfind("{*}listOfCompartments/{*}compartment")
    }
    content = Content()
    for species in model.iterfind("{*}listOfSpecies/{*}species"):
        uniprot = _matching(terms(species), IDENTITY_QUALIFIERS, ("uniprot:", "uniprot.isoform:"))
        uniprot = frozenset(curie.replace(".isoform:", ":") for curie in uniprot)
        place = places.get(species.get("compartment", ""), frozenset())
        content.forms[species.get("id", "")] = Form(species.get("name", ""), place, uniprot)
    for reaction in model.iterfind("{*}listOfReactions/{*}reaction"):
        _read_reaction(reaction, content)
    return content


def _read_reaction(reaction: etree._Element, content: Content) -> None:
    name = reaction.get("id", "")
    content.processes[name] = Process(
        reaction.get("name", ""),
        _papers(reaction),
        _side(reaction, "listOfReactants"),
        _side(reaction, "listOfProducts"),
        reaction.get("reversible") == "true",
    )
    for modifier in reaction.iterfind("{*}listOfModifiers/*"):
        key = (name, modifier.get("species", ""), _sign(modifier.get("sboTerm", "")))
        content.controls[key] = content.controls.get(key, frozenset()) | _papers(modifier)


def _sign(sbo: str) -> str:
    if sbo in UNKNOWN_ROLES:
        return "?"
    return "-" if sbo in INHIBITORS else "+"


def _papers(element: etree._Element) -> frozenset[str]:
    return _matching(terms(element), {"isDescribedBy"}, PAPERS)


def _matching(found: Iterable[tuple[str, str]], qualifiers: Iterable[str], prefixes: tuple[str, ...]) -> frozenset[str]:
    wanted = frozenset(qualifiers)
    return frozenset(curie for qualifier, curie in found if qualifier in wanted and curie.startswith(prefixes))


def _side(reaction: etree._Element, name: str) -> Side:
    side: dict[str, float] = {}
    for one in reaction.iterfind(f"{{*}}{name}/*"):
        species = one.get("species", "")
        side[species] = side.get(species, 0.0) + float(one.get("stoichiometry", "nan"))
    return side


class _Owl:
    """The individuals of a BioPAX file by id, and the way from one to the next."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(path).getroot()
        self._by_id = {identity: one for one in root.iterchildren("*") if (identity := _identity(one))}

    def of_class(self, classes: frozenset[str]) -> Iterator[tuple[str, etree._Element]]:
        """The individuals of some classes, with their ids."""
        return ((identity, one) for identity, one in self._by_id.items() if _class(one) in classes)

    def linked(self, element: etree._Element, *properties: str) -> list[etree._Element]:
        """What the element's properties point at; a pointer to nothing is left to the BioPAX judges."""
        pointers = [
            child.get(f"{{{RDF}}}resource", "").rpartition("#")[2]
            for name in properties
            for child in element.iterfind(f"{{{BIOPAX}}}{name}")
        ]
        return [self._by_id[pointer] for pointer in pointers if pointer in self._by_id]

    def xrefs(self, element: etree._Element, kind: str) -> frozenset[str]:
        """The element's cross-references of one class, as curies."""
        return frozenset(_xref(one) for one in self.linked(element, "xref") if _class(one) == kind)

    def papers(self, element: etree._Element) -> frozenset[str]:
        """The papers of all evidence of a process or control."""
        evidence = self.linked(element, "evidence")
        return frozenset().union(*(self.xrefs(one, "PublicationXref") for one in evidence))

    def proteins(self, entity: etree._Element) -> frozenset[str]:
        """UniProt ids of the entity's reference, or of its parts, or of the members of its family."""
        waiting, seen, found = [entity], set[str](), set[str]()
        while waiting:
            one = waiting.pop()
            identity = _identity(one)
            if identity not in seen:
                seen.add(identity)
                found |= self.xrefs(one, "UnificationXref")
                waiting += self.linked(
                    one, "entityReference", "component", "memberEntityReference", "memberPhysicalEntity"
                )
        return frozenset(curie for curie in found if curie.startswith("uniprot:"))


def read_biopax(path: Path, currency: frozenset[str]) -> Content:
    """Entities, conversions and controls of a BioPAX file; ``currency`` holds the molecules to leave out."""
    owl = _Owl(path)
    small = frozenset(identity for identity, one in owl.of_class(ENTITIES) if _is_currency(owl, one, currency))
    content = Content()
    for identity, entity in owl.of_class(ENTITIES):
        if "." not in identity and identity not in small:
            content.forms[identity] = _form(owl, entity)
    for identity, conversion in owl.of_class(CONVERSIONS):
        if "." not in identity:
            content.processes[identity] = _process(owl, conversion, small)
    for _, control in owl.of_class(CONTROLS):
        for key in _control_keys(owl, control):
            content.controls[key] = content.controls.get(key, frozenset()) | owl.papers(control)
    return content


def _is_currency(owl: _Owl, entity: etree._Element, currency: frozenset[str]) -> bool:
    references = {_identity(one) for one in owl.linked(entity, "entityReference")}
    return _identity(entity) in currency or any(f"ref.{molecule}" in references for molecule in currency)


def _form(owl: _Owl, entity: etree._Element) -> Form:
    places = owl.linked(entity, "cellularLocation")
    go = frozenset[str]().union(*(owl.xrefs(place, "UnificationXref") for place in places))
    return Form(_text(entity, "displayName"), go, owl.proteins(entity))


def _process(owl: _Owl, conversion: etree._Element, small: frozenset[str]) -> Process:
    counts = {
        _identity(entity): float(_text(one, "stoichiometricCoefficient") or "nan")
        for one in owl.linked(conversion, "participantStoichiometry")
        for entity in owl.linked(one, "physicalEntity")
    }
    left, right = (
        {name: counts.get(name, 1.0) for one in owl.linked(conversion, *side) if (name := _identity(one)) not in small}
        for side in (("left",), ("right", "product"))
    )
    direction = _text(conversion, "conversionDirection")
    if direction == "RIGHT-TO-LEFT":
        left, right = right, left
    name = _text(conversion, "displayName")
    return Process(name, owl.papers(conversion), left, right, direction == "REVERSIBLE")


def _control_keys(owl: _Owl, control: etree._Element) -> Iterator[ControlKey]:
    """One key per controller; a control of a control counts for the process at the end of the chain."""
    kind = _text(control, "controlType") or ("ACTIVATION" if _class(control) == "Catalysis" else "")
    sign = {"ACTIVATION": "+", "INHIBITION": "-"}.get(kind.partition("-")[0], "?")
    target, seen = control, set[str]()
    while _class(target) in CONTROLS and _identity(target) not in seen:
        seen.add(_identity(target))
        target = next(iter(owl.linked(target, "controlled")), target)
    process = "" if _class(target) in CONTROLS else _identity(target)
    return ((process, _identity(one), sign) for one in owl.linked(control, "controller"))


def _identity(element: etree._Element) -> str:
    return element.get(f"{{{RDF}}}ID") or element.get(f"{{{RDF}}}about", "").rpartition("#")[2]


def _class(element: etree._Element) -> str:
    name = etree.QName(element)
    return name.localname if name.namespace == BIOPAX else ""


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{{{BIOPAX}}}{name}") or "").strip()


def _xref(element: etree._Element) -> str:
    """A cross-reference as the curie SBML writes, isoforms as UniProt ids; GO and its like say GO:...."""
    db, identity = _text(element, "db").lower().removesuffix(".isoform"), _text(element, "id")
    return identity if identity.lower().startswith(f"{db}:") else f"{db}:{identity}"
