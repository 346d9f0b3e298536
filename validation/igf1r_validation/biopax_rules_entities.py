"""BioPAX rules about proteins, complexes, small molecules, their references and features."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from igf1r_validation.biopax_graph import Graph, Thing
from igf1r_validation.verdict import Finding

ILLEGAL = frozenset(("0", "-1", "NULL", "NIL", "NONE", "N/A"))
LONGEST_NAME = 25
LONGEST_PROVENANCE = 50
NAMED = ("Entity", "EntityReference", "BioSource", "Provenance")
#: utility classes of which two equal members are clones (Paxtools tells the others apart by identity)
SHARED = (
    "PublicationXref",
    "RelationshipXref",
    "ControlledVocabulary",
    "BioSource",
    "Provenance",
    "Stoichiometry",
    "SequenceLocation",
)


def references(graph: Graph) -> Iterator[Finding]:
    """A simple entity has a reference; a reference is identified, a sequence has its organism."""
    for entity in graph.of("SimplePhysicalEntity"):
        if not entity.all("entityReference") and not entity.all("memberPhysicalEntity"):
            yield Finding(entity.id, "EntityReference", f"a {entity.kind} needs an entityReference")
    for reference in graph.of("EntityReference"):
        if not graph.xrefs(reference, "UnificationXref"):
            yield Finding(reference.id, "EntityReference", "no UnificationXref says what it is")
        if reference.is_a("SequenceEntityReference") and not reference.all("organism"):
            yield Finding(reference.id, "EntityReference", f"a {reference.kind} needs an organism")


def same_state(graph: Graph) -> Iterator[Finding]:
    """Two entities of one reference differ in features or place."""
    seen: dict[tuple[object, ...], str] = {}
    for entity in graph.of("SimplePhysicalEntity"):
        first = seen.setdefault(state(entity), entity.id)
        if first != entity.id and entity.one("entityReference"):
            yield Finding(entity.id, "same.state.entity", f"it has the reference, features and place of {first}")


def state(entity: Thing) -> tuple[object, ...]:
    """What a simple entity is, apart from its id and names."""
    features = frozenset(entity.all("feature")), frozenset(entity.all("notFeature"))
    return (entity.kind, entity.one("entityReference"), *features, entity.one("cellularLocation"))


def feature_owners(graph: Graph) -> Iterator[Finding]:
    """A feature belongs to one reference, and only entities of that reference have or lack it."""
    owners = graph.owners("entityFeature")
    for feature in graph.of("EntityFeature"):
        count = len(owners.get(feature.id, []))
        if count != 1:
            yield Finding(feature.id, "inverse.functional.violated", f"{count} references own it instead of one")
    for entity in graph.of("SimplePhysicalEntity"):
        reference = graph.first(entity, "entityReference")
        known = set(reference.all("entityFeature")) if reference else set()
        for name in [*entity.all("feature"), *entity.all("notFeature")]:
            if name not in known:
                yield Finding(entity.id, "improper.feature.use", f"its reference does not list {name}", "warning")
        for name in sorted(set(entity.all("feature")) & set(entity.all("notFeature"))):
            yield Finding(entity.id, "contradicting.feature", f"{name} is both there and absent")


def modification_places(graph: Graph) -> Iterator[Finding]:
    """A modification has one place; a residue that nobody knows costs a warning."""
    for feature in graph.of("ModificationFeature"):
        if not feature.all("featureLocation"):
            yield Finding(feature.id, "cardinality.violated", "the modification has no featureLocation", "warning")


def bindings(graph: Graph) -> Iterator[Finding]:
    """Two features bind each other, and nobody else."""
    takers: dict[str, str] = {}
    for feature in graph.of("BindingFeature"):
        other = graph.first(feature, "bindsTo")
        if other is None:
            continue
        if other.one("bindsTo") != feature.id:
            yield Finding(feature.id, "symmetric.violated", f"{other.id} does not bind back")
        first = takers.setdefault(other.id, feature.id)
        if first != feature.id:
            yield Finding(feature.id, "inverse.functional.violated", f"{first} binds {other.id} as well")


def ambiguous(graph: Graph) -> Iterator[Finding]:
    """What takes part in a process and in a complex has a BindingFeature that says which of both it is."""
    busy = graph.owners("left", "right", "product", "template", "controller", "participant")
    for part in {part.id: part for whole in graph.of("Complex") for part in graph.linked(whole, "component")}.values():
        bound = any(f.is_a("BindingFeature") for f in graph.linked(part, "feature", "notFeature"))
        if part.id in busy and not bound:
            yield Finding(part.id, "ambiguous.feature", "free participant or part of a complex?", "warning")


def complexes(graph: Graph) -> Iterator[Finding]:
    """A complex has several parts, each counted once, in its own place, and does not hold itself."""
    for whole in graph.of("Complex"):
        parts, counts = graph.linked(whole, "component"), graph.coefficients(whole)
        if reaches_itself(graph, whole, "component"):
            yield Finding(whole.id, "cyclic.inclusion", "the complex contains itself")
        if len(parts) < 2 and not any(number > 1 for numbers in counts.values() for number in numbers):
            yield Finding(whole.id, "ComplexTwoOrMoreParticipants", "it has less than two parts", "warning")
        for part in parts:
            if len(counts.get(part.id, [])) != 1:
                yield Finding(whole.id, "StoichiometricCoefficient", f"{part.id} is not counted exactly once")
            if part.one("cellularLocation") != whole.one("cellularLocation"):
                yield Finding(whole.id, "component.different.location", f"{part.id} is elsewhere", "warning")
        for name in sorted(set(counts) - {part.id for part in parts}):
            yield Finding(whole.id, "StoichiometricCoefficient", f"{name} is counted but is no part")


def reaches_itself(graph: Graph, start: Thing, *names: str) -> bool:
    """Say whether following these properties from a thing leads back to it."""
    seen: set[str] = set()
    waiting = graph.linked(start, *names)
    while waiting:
        thing = waiting.pop()
        if thing.id == start.id:
            return True
        if thing.id not in seen:
            seen.add(thing.id)
            waiting.extend(graph.linked(thing, *names))
    return False


def display_names(graph: Graph) -> Iterator[Finding]:
    """Everything that is shown has a name short enough to be shown."""
    for thing in graph:
        if not any(thing.is_a(kind) for kind in NAMED):
            continue
        longest = LONGEST_PROVENANCE if thing.is_a("Provenance") else LONGEST_NAME
        name = thing.one("displayName")
        if not name:
            yield Finding(thing.id, "no.display.name", f"a {thing.kind} needs a displayName", "warning")
        elif len(name) > longest:
            yield Finding(thing.id, "too.long.display.name", f"{name!r} is longer than {longest}", "warning")


def names_of_one_kind(graph: Graph) -> Iterator[Finding]:
    """Entities of different references do not share a name."""
    seen: dict[str, Thing] = {}
    for entity in graph.of("SimplePhysicalEntity"):
        for name in {*entity.all("displayName"), *entity.all("standardName"), *entity.all("name")}:
            first = seen.setdefault(name, entity)
            if first.one("entityReference") != entity.one("entityReference"):
                yield Finding(entity.id, "diff.kind.same.name", f"{first.id} is called {name!r} as well", "warning")


def clones(graph: Graph) -> Iterator[Finding]:
    """Utility objects of equal content are one object."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for thing in graph:
        if any(thing.is_a(kind) for kind in SHARED):
            groups[thing.kind, frozenset(thing.values)].append(thing.id)
    for names in groups.values():
        if len(names) > 1:
            yield Finding(names[1], "cloned.utility.class", f"it says the same as {names[0]}", "warning")


def illegal_values(graph: Graph) -> Iterator[Finding]:
    """No text stands for nothing."""
    for thing in graph:
        for value in thing.values:
            if not value.is_link and value.text.strip().upper() in ILLEGAL:
                yield Finding(thing.id, "illegal.property.value", f"{value.property} is {value.text!r}", "warning")


def dangling(graph: Graph) -> Iterator[Finding]:
    """Everything but the one root pathway is used by something."""
    used = graph.owners()
    roots = [thing for thing in graph if thing.id not in used and thing.is_a("Pathway")]
    for thing in graph:
        if thing.id not in used and not thing.is_a("Pathway"):
            yield Finding(thing.id, "dangling.element", f"nothing uses this {thing.kind}", "warning")
    if len(roots) != 1:
        names = [thing.id for thing in roots]
        yield Finding("", "dangling.element", f"{len(roots)} root pathways instead of one: {names}", "warning")


RULES = (
    references,
    same_state,
    feature_owners,
    modification_places,
    bindings,
    ambiguous,
    complexes,
    display_names,
    names_of_one_kind,
    clones,
    illegal_values,
    dangling,
)
