"""BioPAX rules about interactions, their participants, stoichiometry, controls and the pathway."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from igf1r_validation.biopax_graph import Graph, Thing, number
from igf1r_validation.biopax_rules_entities import reaches_itself, state
from igf1r_validation.verdict import Finding

Leaf = tuple[str, frozenset[str]]


def coefficients(graph: Graph) -> Iterator[Finding]:
    """Each Stoichiometry has one positive coefficient and one entity, and is about a participant."""
    for item in graph.of("Stoichiometry"):
        entities, numbers = item.all("physicalEntity"), item.all("stoichiometricCoefficient")
        if len(entities) != 1 or len(numbers) != 1:
            yield Finding(item.id, "StoichiometricCoefficient", "it needs one entity and one coefficient")
        elif not number(numbers[0]) > 0:
            yield Finding(item.id, "StoichiometricCoefficient", f"{numbers[0]!r} is no positive number")
    for conversion in graph.of("Conversion"):
        sides = {*conversion.all("left"), *conversion.all("right")}
        for name, given in graph.coefficients(conversion).items():
            if name not in sides or len(given) > 1:
                yield Finding(conversion.id, "StoichiometricCoefficient", f"{name} is counted twice or takes no part")


def sides(graph: Graph) -> Iterator[Finding]:
    """A degradation only uses up, in its one direction; any other conversion has two sides."""
    for conversion in graph.of("Conversion"):
        left, right = conversion.all("left"), conversion.all("right")
        if not conversion.is_a("Degradation"):
            if not left or not right:
                yield Finding(conversion.id, "conversion.sides", "one side is empty")
            continue
        if not left or right:
            yield Finding(conversion.id, "conversion.sides", "a degradation has a left side only")
        if conversion.one("conversionDirection") not in ("", "LEFT-TO-RIGHT"):
            yield Finding(conversion.id, "Degradation", "its direction is neither LEFT-TO-RIGHT nor empty")


def same_left_right(graph: Graph) -> Iterator[Finding]:
    """Nothing comes out of a conversion as it went in: that is a controller."""
    for conversion in graph.of("Conversion"):
        before = {_content(entity): entity for entity in graph.linked(conversion, "left")}
        for entity in graph.linked(conversion, "right"):
            if _content(entity) in before:
                first = before[_content(entity)].id
                yield Finding(conversion.id, "same.state.participant", f"{first} comes out unchanged as {entity.id}")


def _content(entity: Thing) -> tuple[object, ...]:
    """What an entity is apart from its id; like Paxtools, a complex is its parts without their numbers."""
    parts = frozenset(entity.all("component"))
    told_apart = bool(parts or entity.one("entityReference"))
    return (*state(entity), parts, "" if told_apart else entity.id)


def partners(graph: Graph) -> Iterator[Finding]:
    """A biopolymer is found again on the other side, alone or in a complex."""
    for conversion in graph.of("Conversion"):
        if conversion.is_a("ComplexAssembly") or conversion.is_a("Degradation"):
            continue
        for here, there in (("left", "right"), ("right", "left")):
            other = {reference for reference, _ in leaves(graph, conversion, there)}
            for entity in graph.linked(conversion, here):
                if entity.is_a("SmallMolecule") or entity.is_a("Complex"):
                    continue
                if entity.one("entityReference") not in other:
                    yield Finding(conversion.id, "illegal.conversion", f"{entity.id} has no partner {there}", "warning")


def leaves(graph: Graph, conversion: Thing, side: str) -> Counter[Leaf]:
    """The molecules of one side with their modifications, each as often as it is there."""
    counts = graph.coefficients(conversion)
    found: Counter[Leaf] = Counter()
    for entity in graph.linked(conversion, side):
        found.update(_leaves(graph, entity, counts.get(entity.id, [1.0])[0], frozenset()))
    return found


def _leaves(graph: Graph, entity: Thing, times: float, inside: frozenset[str]) -> Counter[Leaf]:
    if not entity.is_a("Complex"):
        marks = frozenset(f.id for f in graph.linked(entity, "feature") if not f.is_a("BindingFeature"))
        return Counter({(entity.one("entityReference"), marks): times})
    found: Counter[Leaf] = Counter()
    counts = graph.coefficients(entity)
    for part in graph.linked(entity, "component"):
        if part.id not in inside:
            found.update(_leaves(graph, part, times * counts.get(part.id, [1.0])[0], inside | {entity.id}))
    return found


def assemblies(graph: Graph) -> Iterator[Finding]:
    """Pure binding is a ComplexAssembly, and a ComplexAssembly has a complex."""
    for conversion in graph.of("Conversion"):
        before, after = (_complexes(graph, conversion, side) for side in ("left", "right"))
        if conversion.is_a("ComplexAssembly"):
            if not before and not after:
                yield Finding(conversion.id, "complex.not.present", "no complex takes part in the assembly")
        elif not conversion.is_a("Degradation") and before != after and _only_regroups(graph, conversion):
            yield Finding(conversion.id, "wrong.conversion.class", "only binding changes: a ComplexAssembly")


def _only_regroups(graph: Graph, conversion: Thing) -> bool:
    return leaves(graph, conversion, "left") == leaves(graph, conversion, "right")


def _complexes(graph: Graph, conversion: Thing, side: str) -> int:
    return sum(entity.is_a("Complex") for entity in graph.linked(conversion, side))


def moves(graph: Graph) -> Iterator[Finding]:
    """What is the same molecule on both sides stays in a reaction and moves in a transport."""
    for conversion in graph.of("Conversion"):
        transport = conversion.is_a("Transport")
        if not transport and not conversion.is_a("BiochemicalReaction"):
            continue
        before = {_molecules(graph, entity): entity for entity in graph.linked(conversion, "left")}
        for after in graph.linked(conversion, "right"):
            entity = before.get(_molecules(graph, after))
            if entity is None:
                continue
            moved = graph.place(entity) != graph.place(after)
            if moved and not transport:
                yield Finding(conversion.id, "participant.location.changed", f"{entity.id} moves", "warning")
            if transport and not moved:
                yield Finding(conversion.id, "transport.location.same", f"{entity.id} stays", "warning")


def _molecules(graph: Graph, entity: Thing) -> frozenset[tuple[str, float]]:
    counts: Counter[str] = Counter()
    for (reference, _), times in _leaves(graph, entity, 1.0, frozenset()).items():
        counts[reference] += times
    return frozenset(counts.items())


def one_place(graph: Graph) -> Iterator[Finding]:
    """Participants of one process are in one place; a transport has one on each side."""
    for process in graph.of("Interaction"):
        groups = [graph.participants(process)]
        if process.is_a("TemplateReaction"):
            continue
        if process.is_a("Transport"):
            groups = [graph.linked(process, "left"), graph.linked(process, "right")]
        if any(len({graph.place(entity) for entity in group}) > 1 for group in groups):
            yield Finding(process.id, "multiple.location", "its participants are in several places", "warning")


def controls(graph: Graph) -> Iterator[Finding]:
    """One controller acts on one process, with a word that its class allows."""
    for control in graph.of("Control"):
        for name in ("controller", "controlled"):
            if len(control.all(name)) > 1:
                yield Finding(control.id, "max.cardinality", f"more than one {name}")
        word = control.one("controlType")
        if control.is_a("Catalysis") and word not in ("", "ACTIVATION"):
            yield Finding(control.id, "range.violated", f"a Catalysis is an ACTIVATION, not {word}")
        if control.is_a("TemplateReactionRegulation") and word not in ("", "ACTIVATION", "INHIBITION"):
            yield Finding(control.id, "range.violated", f"{word} is neither ACTIVATION nor INHIBITION")


def pathways(graph: Graph) -> Iterator[Finding]:
    """One taxon; every interaction is a component; no pathway contains itself."""
    taxa = {xref for source in graph.of("BioSource") for xref in graph.xrefs(source, "UnificationXref")}
    if len(taxa) > 1:
        yield Finding("", "multi.organism.pathway", f"several taxa: {sorted(taxa)}")
    components = graph.owners("pathwayComponent")
    for process in graph.of("Interaction"):
        if process.id not in components:
            yield Finding(process.id, "pathwayComponent", "no pathway holds it")
    for pathway in graph.of("Pathway"):
        if reaches_itself(graph, pathway, "pathwayComponent"):
            yield Finding(pathway.id, "cyclic.inclusion", "the pathway contains itself")


def steps(graph: Graph) -> Iterator[Finding]:
    """A step's processes are in its pathway, and the next step goes on with something of it."""
    orders = graph.owners("pathwayOrder")
    components = {pathway.id: set(pathway.all("pathwayComponent")) for pathway in graph.of("Pathway")}
    for step in graph.of("PathwayStep"):
        for pathway in orders.get(step.id, []):
            for name in sorted(set(step.all("stepProcess")) - components.get(pathway.id, set())):
                yield Finding(step.id, "component.not.found", f"{pathway.id} does not hold {name}", "warning")
        mine = _step_participants(graph, step)
        for after in graph.linked(step, "nextStep"):
            if not mine & _step_participants(graph, after):
                yield Finding(
                    step.id,
                    "empty.participants.intersection",
                    f"it shares nothing with {after.id}",
                    "warning",
                )


def _step_participants(graph: Graph, step: Thing) -> set[str]:
    return {entity.id for process in graph.linked(step, "stepProcess") for entity in graph.participants(process)}


RULES = (
    coefficients,
    sides,
    same_left_right,
    partners,
    assemblies,
    moves,
    one_place,
    controls,
    pathways,
    steps,
)
