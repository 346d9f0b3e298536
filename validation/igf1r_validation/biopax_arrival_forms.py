"""Arrival of molecules and forms: each has its reference, place, features and parts in the BioPAX file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from igf1r_validation.biopax_graph import Graph, Thing
from igf1r_validation.verdict import Finding

Item = Mapping[str, Any]
REFERENCES = ("ProteinReference", "SmallMoleculeReference")
SMALL = ("small_molecule", "drug")
IN_CELL = "in the "  # how the file says that a protein belongs to a second cell
#: what BioPAX says by the symbol and the gene instead of by these ids
GENE_PREFIXES = ("hgnc", "ncbigene")


class State(NamedTuple):
    """A molecule in a state: its modifications, the sites known to be bare, the molecules it is bound to."""

    molecule: str
    marks: frozenset[tuple[str, str, str]]
    bare: frozenset[tuple[str, str, str]]
    partners: frozenset[str]


@dataclass(slots=True)
class Source:
    """The manifest by id, and which reference of the file is which molecule."""

    graph: Graph
    manifest: Item
    forms: dict[str, Item] = field(init=False)
    molecules: dict[str, Item] = field(init=False)
    places: dict[str, str] = field(init=False)
    cells: dict[str, str] = field(init=False)
    molecule_of: dict[str, str] = field(init=False)
    owner_of: dict[str, str] = field(init=False)
    inhibitions: dict[str, list[Item]] = field(init=False)

    def __post_init__(self) -> None:
        """Look everything up once, so that each check is linear in the file."""
        self.forms = {form["id"]: form for form in self.manifest["forms"]}
        self.molecules = {molecule["id"]: molecule for molecule in self.manifest["molecules"]}
        self.places = {place["id"]: place["go"] for place in self.manifest["places"]}
        self.cells = {place["id"]: place.get("cell", "") for place in self.manifest["places"]}
        self.inhibitions = {}
        for inhibition in self.manifest.get("inhibitions", ()):
            for target in inhibition["targets"]:
                self.inhibitions.setdefault(target, []).append(inhibition)
        by_identity = {xref_of(molecule["identity"]): name for name, molecule in self.molecules.items()}
        self.molecule_of, self.owner_of = {}, {}
        for reference in self.graph.of("EntityReference"):
            known = [by_identity[x] for x in self.graph.xrefs(reference, "UnificationXref") if x in by_identity]
            if known and reference.kind in REFERENCES:
                self.molecule_of[reference.id] = known[0]
                self.owner_of |= dict.fromkeys(reference.all("entityFeature"), known[0])


def xref_of(curie: str) -> tuple[str, str]:
    """How BioPAX spells a CURIE: (db, id), the prefix repeated in the id where the ontology does so."""
    prefix, _, name = curie.partition(":")
    if prefix == "uniprot" and "-" in name:
        return "uniprot.isoform", name
    if prefix == "taxonomy":
        return "ncbitaxon", name
    return (prefix.lower(), curie) if prefix.isupper() else (prefix, name)


def molecules(source: Source) -> Iterator[Finding]:
    """Each molecule that a form or a process needs has a reference of its kind, with its names and xrefs."""
    found = {name: source.graph.things[reference] for reference, name in source.molecule_of.items()}
    for name in sorted(needed(source)):
        molecule = source.molecules[name]
        if name not in found:
            yield Finding(name, "molecule", f"no reference is identified by {molecule['identity']}")
            continue
        yield from _reference(source, molecule, found[name])
    known = {member for reference in found.values() for member in reference.all("memberEntityReference")}
    known.update(source.molecule_of)
    for reference in source.graph.of("EntityReference"):
        if reference.kind in REFERENCES and reference.id not in known:
            yield Finding(reference.id, "unknown", f"the model has no molecule for this {reference.kind}")


def needed(source: Source) -> set[str]:
    """The molecules of all forms, and the currency of all processes."""
    parts = {part["molecule"] for form in source.forms.values() for part in form["parts"]}
    return parts | {pair[0] for p in source.manifest["processes"] for pair in (*p["currency_in"], *p["currency_out"])}


def _reference(source: Source, molecule: Item, reference: Thing) -> Iterator[Finding]:
    kind = "SmallMoleculeReference" if molecule["kind"] in SMALL else "ProteinReference"
    if reference.kind != kind:
        yield Finding(reference.id, "molecule", f"a {reference.kind} instead of a {kind}")
    if reference.one("displayName") not in (molecule["symbol"], molecule["name"], molecule["id"]):
        yield Finding(reference.id, "molecule", f"it is called {reference.one('displayName')!r}")
    xrefs = source.graph.xrefs(reference)
    wanted = [xref_of(curie) for curie in molecule["xrefs"] if curie.partition(":")[0] not in GENE_PREFIXES]
    if molecule["symbol"]:
        wanted.append(("hgnc.symbol", molecule["symbol"]))
    for db, name in wanted:
        if (db, name) not in xrefs:
            yield Finding(reference.id, "molecule", f"the cross-reference {db} {name} is missing")
    members = source.graph.linked(reference, "memberEntityReference")
    names = [{member.one("displayName"), *(name for _, name in source.graph.xrefs(member))} for member in members]
    missing = [name for name in molecule["members"] if not any(name in known for known in names)]
    if missing or len(members) != len(molecule["members"]):
        yield Finding(reference.id, "molecule", f"{len(members)} members, without {missing}")


def forms(source: Source) -> Iterator[Finding]:
    """Each form is there with its class, name, place, and exactly its parts."""
    for form in source.forms.values():
        entity = source.graph.things.get(form["id"])
        if entity is None:
            yield Finding(form["id"], "form", "the form is not in the file")
            continue
        if entity.kind != (kind := _kind(source, form)):
            yield Finding(entity.id, "form", f"a {entity.kind} instead of a {kind}")
        if entity.one("displayName") != form["name"]:
            yield Finding(entity.id, "form", f"it is called {entity.one('displayName')!r}, not {form['name']!r}")
        place = source.graph.xrefs(source.graph.first(entity, "cellularLocation"))
        if place != [xref_of(source.places[form["place"]])]:
            yield Finding(entity.id, "form", f"it is in {place}, not in {source.places[form['place']]}")
        yield from _differences(entity.id, expected_parts(source, form), found_parts(source, entity))


def _kind(source: Source, form: Item) -> str:
    parts = form["parts"]
    if len(parts) > 1 or parts[0]["count"] > 1:
        return "Complex"
    return "SmallMolecule" if source.molecules[parts[0]["molecule"]]["kind"] in SMALL else "Protein"


def _differences(subject: str, expected: Counter[State], found: Counter[State]) -> Iterator[Finding]:
    for state, count in (expected - found).items():
        yield Finding(subject, "parts", f"missing {count} x {_shown(state)}")
    for state, count in (found - expected).items():
        yield Finding(subject, "parts", f"not in the model {count} x {_shown(state)}")


def _shown(state: State) -> str:
    marks = ["/".join(filter(None, mark)) for mark in sorted(state.marks)]
    bare = ["/".join(filter(None, mark)) for mark in sorted(state.bare)]
    return f"{state.molecule} with {marks}, without {bare}, bound to {sorted(state.partners)}"


def expected_parts(source: Source, form: Item) -> Counter[State]:
    """The parts of a form as the manifest has them."""
    found: Counter[State] = Counter()
    for index, part in enumerate(form["parts"]):
        molecule = source.molecules[part["molecule"]]
        declared = {site["name"]: ("residue", site["name"][1:], site["mod"]) for site in molecule["sites"]}
        marks = {_mark(mark, declared) for mark in part["marks"]} | _cell(source, form, molecule)
        bare = {site for name, site in declared.items() if name not in {m["site"] for m in part["marks"]}}
        ends = [*(pair for pair in form["bonds"]), *([b, a] for a, b in form["bonds"])]
        partners = {form["parts"][b]["molecule"] for a, b in ends if a == index}
        found[State(molecule["id"], frozenset(marks), frozenset(bare), frozenset(partners))] += part["count"]
    return found


def _cell(source: Source, form: Item, molecule: Item) -> set[tuple[str, str, str]]:
    """The feature of a protein in a second cell; the first cell's places name none."""
    cell = source.cells[form["place"]]
    return {("cell", "", cell)} if cell and molecule["kind"] not in SMALL else set()


def _mark(mark: Item, declared: Mapping[str, tuple[str, str, str]]) -> tuple[str, str, str]:
    if mark["kind"] != "residue":
        return mark["kind"], "", mark["mod"]
    return "residue", mark["site"][1:], mark["mod"] or declared.get(mark["site"], ("", "", ""))[2]


def found_parts(source: Source, entity: Thing) -> Counter[State]:
    """The parts of an entity as the file has them; a part without a number counts as none."""
    if not entity.is_a("Complex"):
        return Counter([_state(source, entity)])
    numbers = source.graph.coefficients(entity)
    found: Counter[State] = Counter()
    for part in source.graph.linked(entity, "component"):
        number = sum(numbers.get(part.id, []), 0.0)
        found[_state(source, part)] += int(number) if number.is_integer() else 0
    return found


def _state(source: Source, entity: Thing) -> State:
    features = source.graph.linked(entity, "feature")
    marks = frozenset(_feature(source, f) for f in features if not f.is_a("BindingFeature"))
    bare = frozenset(_feature(source, f) for f in source.graph.linked(entity, "notFeature"))
    ends = [f.one("bindsTo") for f in features if f.is_a("BindingFeature")]
    partners = frozenset(source.owner_of.get(end, end) for end in ends)
    reference = entity.one("entityReference")
    return State(source.molecule_of.get(reference, reference), marks, bare, partners)


def _feature(source: Source, feature: Thing) -> tuple[str, str, str]:
    told = feature.one("comment")
    if feature.kind == "EntityFeature" and told.startswith(IN_CELL):
        return "cell", "", told.removeprefix(IN_CELL)
    if not feature.is_a("ModificationFeature"):
        return (
            {"EntityFeature": "active", "FragmentFeature": "cleaved"}.get(feature.kind, feature.kind),
            "",
            "",
        )
    terms = source.graph.xrefs(source.graph.first(feature, "modificationType"))
    mod = terms[0][1] if terms else ""
    site = source.graph.first(feature, "featureLocation")
    if site is None:
        return "unplaced", "", mod
    return "residue", site.one("sequencePosition"), mod
