"""BioPAX rules about cross-references, controlled vocabularies and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from igf1r_validation.biopax_graph import Graph, Thing
from igf1r_validation.verdict import Finding

#: class -> the only databases its UnificationXref may name
ALLOWED: dict[str, tuple[str, ...]] = {
    "BioSource": ("ncbitaxon",),
    "CellVocabulary": ("cl",),
    "CellularLocationVocabulary": ("go",),
    "EvidenceCodeVocabulary": ("mi",),
    "ExperimentalFormVocabulary": ("mi",),
    "InteractionVocabulary": ("mi",),
    "PhenotypeVocabulary": ("pato",),
    "Provenance": ("miriam",),
    "RelationshipTypeVocabulary": ("mi",),
    "SequenceModificationVocabulary": ("mod",),
    "SequenceRegionVocabulary": ("so",),
    "TissueVocabulary": ("bto",),
}
#: class -> databases its UnificationXref may not name
DENIED: dict[str, tuple[str, ...]] = {
    "Dna": ("uniprot", "pubmed"),
    "DnaReference": ("uniprot", "pubmed"),
    "DnaRegion": ("uniprot",),
    "DnaRegionReference": ("uniprot",),
    "Interaction": ("mi",),
    "PhysicalEntity": ("go",),
    "ProteinReference": ("omim", "ncbigene"),
    "Rna": ("uniprot",),
    "RnaReference": ("uniprot",),
    "SmallMolecule": ("uniprot",),
    "SmallMoleculeReference": ("uniprot",),
}
#: modifications of a protein residue that our files may name (below MOD:01156 or MOD:01157)
MODIFICATIONS: dict[str, str] = {
    "MOD:00039": "4-hydroxy-L-proline",
    "MOD:00046": "O-phospho-L-serine",
    "MOD:00047": "O-phospho-L-threonine",
    "MOD:00048": "O4'-phospho-L-tyrosine",
    "MOD:00111": "S-farnesyl-L-cysteine",
    "MOD:00678": "hydroxylated proline",
    "MOD:00696": "phosphorylated residue",
    "MOD:01148": "ubiquitinylated lysine",
    "MOD:01149": "sumoylated lysine",
}
#: evidence codes below MI:0001, MI:0002 or MI:0003 that our files may name
EVIDENCE_CODES: dict[str, str] = {"MI:0364": "inferred by curator"}


def registered(graph: Graph) -> Iterator[Finding]:
    """Each xref has one database of the registry, spelt as there, and an id of its pattern."""
    import bioregistry

    for xref in graph.of("Xref"):
        db, name = xref.all("db"), xref.all("id")
        if len(db) != 1 or len(name) != 1:
            yield Finding(xref.id, "XrefRule", f"{len(db)} databases and {len(name)} ids instead of one each")
            continue
        yield from _registered(bioregistry, xref.id, db[0], name[0])


def _registered(registry: Any, subject: str, db: str, name: str) -> Iterator[Finding]:
    prefix = registry.normalize_prefix(db)
    if prefix is None:
        yield Finding(subject, "unknown.db", f"{db!r} is no database of the registry")
        return
    if prefix != db:
        yield Finding(subject, "db.name.spelling", f"the database {db!r} is spelt {prefix!r}", "warning")
    local = registry.standardize_identifier(prefix, name)
    wanted = f"{registry.get_banana(prefix)}:{local}" if registry.get_namespace_in_lui(prefix) else local
    if not registry.is_valid_identifier(prefix, local) or name != wanted:
        yield Finding(subject, "invalid.id.format", f"{name!r} is no id of {db}")


def unification(graph: Graph) -> Iterator[Finding]:
    """A UnificationXref has one owner, no twin, and a database that fits the owner's class."""
    owners = graph.owners("xref")
    twins: dict[tuple[str, str], str] = {}
    for xref in graph.of("UnificationXref"):
        holders = owners.get(xref.id, [])
        if len(holders) > 1:
            names = ", ".join(holder.id for holder in holders)
            yield Finding(xref.id, "shared.unification.xref", f"it identifies several things: {names}", "warning")
        first = twins.setdefault((xref.one("db"), xref.one("id")), xref.id)
        if first != xref.id:
            yield Finding(xref.id, "shared.unification.xref", f"{first} names the same entry", "warning")
        for holder in holders:
            yield from _fits(xref, holder)


def _fits(xref: Thing, holder: Thing) -> Iterator[Finding]:
    db = xref.one("db")
    for kind, allowed in ALLOWED.items():
        if holder.is_a(kind) and db not in allowed:
            yield Finding(xref.id, "not.allowed.xref", f"{holder.id} is a {kind}: {db} is none of {allowed}", "warning")
    for kind, denied in DENIED.items():
        if holder.is_a(kind) and db in denied:
            yield Finding(xref.id, "denied.xref", f"{holder.id} is a {kind}: {db} does not identify it", "warning")


def vocabularies(graph: Graph) -> Iterator[Finding]:
    """Every controlled term has its word and exactly one UnificationXref."""
    for term in graph.of("ControlledVocabulary"):
        if not term.all("term"):
            yield Finding(term.id, "ControlledVocabulary", "it has no term", "warning")
        count = len(graph.xrefs(term, "UnificationXref"))
        if count != 1:
            yield Finding(term.id, "ControlledVocabulary", f"it has {count} UnificationXrefs instead of one", "warning")


def terms(graph: Graph, labels: Mapping[str, str]) -> Iterator[Finding]:
    """Places, modifications and evidence codes: the word and the id are the same entry of the ontology."""
    places = {curie: label for curie, label in labels.items() if curie.startswith("GO:")}
    yield from _agree(graph, "CellularLocationVocabulary", "CellularLocation", places)
    yield from _agree(graph, "SequenceModificationVocabulary", "ProteinModificationFeature", MODIFICATIONS)
    for finding in _agree(graph, "EvidenceCodeVocabulary", "EvidenceCode", EVIDENCE_CODES):
        yield Finding(finding.subject, finding.rule, finding.message, "warning")
    for curie, label in {**MODIFICATIONS, **EVIDENCE_CODES}.items():
        if labels.get(curie, label) != label:
            yield Finding(curie, "label", f"the table of identifiers calls it {labels[curie]!r}, the rules {label!r}")


def _agree(graph: Graph, kind: str, rule: str, known: Mapping[str, str]) -> Iterator[Finding]:
    for term in graph.of(kind):
        words = term.all("term")
        for _, name in graph.xrefs(term, "UnificationXref"):
            if name not in known:
                yield Finding(term.id, rule, f"{name} is not among the checked terms")
            elif any(word != known[name] for word in words):
                yield Finding(term.id, rule, f"{name} is {known[name]!r}, not {words}")


def evidence(graph: Graph) -> Iterator[Finding]:
    """Evidence says how it is known."""
    for item in graph.of("Evidence"):
        if not any(item.all(name) for name in ("evidenceCode", "confidence", "experimentalForm")):
            yield Finding(item.id, "Evidence", "it has neither evidenceCode nor confidence nor experimentalForm")


RULES = (registered, unification, vocabularies, evidence)
