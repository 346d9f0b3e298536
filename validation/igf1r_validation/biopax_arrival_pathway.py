"""Arrival of the pathway: its modules, steps and papers; and nothing that the model does not know."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_validation.biopax_arrival_forms import Source
from igf1r_validation.biopax_graph import Thing
from igf1r_validation.verdict import Finding


def pathways(source: Source) -> Iterator[Finding]:
    """Every interaction is reached from the root pathway, and there is no other root or module."""
    root = f"pathway.{source.manifest['id']}"
    modules = {f"pathway.{process['module']}" for process in source.manifest["processes"]}
    for pathway in source.graph.of("Pathway"):
        if pathway.id not in {root, *modules}:
            yield Finding(pathway.id, "unknown", "the model has no such module")
    waiting, reached = [root], {root}
    while waiting:
        pathway = source.graph.things.get(waiting.pop(), Thing("", "Pathway"))
        fresh = [name for name in pathway.all("pathwayComponent") if name not in reached]
        reached.update(fresh)
        waiting.extend(fresh)
    for thing in source.graph.of("Process"):
        if thing.id not in reached and thing.id != root:
            yield Finding(thing.id, "pathway", f"{root} does not reach it")


def steps(source: Source) -> Iterator[Finding]:
    """Each process has a step with its controls, and the order of some pathway holds the step."""
    graph = source.graph
    acting = graph.owners("controlled")
    ordered = graph.owners("pathwayOrder")
    for process in source.manifest["processes"]:
        step = graph.things.get(f"step.{process['id']}")
        if step is None or step.id not in ordered:
            yield Finding(process["id"], "step", f"no pathway orders step.{process['id']}")
            continue
        direct = [control.id for control in acting.get(process["id"], [])]
        further = [control.id for name in direct for control in acting.get(name, [])]
        if sorted(step.all("stepProcess")) != sorted([process["id"], *direct, *further]):
            yield Finding(step.id, "step", f"it holds {step.all('stepProcess')}, not the process and its controls")


def papers(source: Source) -> Iterator[Finding]:
    """The root pathway names the papers that the whole model rests on."""
    terms = [term for term in source.manifest["terms"] if term["qualifier"] == "bqmodel:isDescribedBy"]
    wanted = {curie for term in terms for curie in term["curies"]}
    root = source.graph.things.get(f"pathway.{source.manifest['id']}")
    found = {f"{db}:{name}" for db, name in source.graph.xrefs(root, "PublicationXref")}
    if found != wanted:
        yield Finding(f"pathway.{source.manifest['id']}", "papers", f"{sorted(found)} instead of {sorted(wanted)}")


def unknown(source: Source) -> Iterator[Finding]:
    """No physical entity and no interaction beyond those of the model."""
    known = {process["id"] for process in source.manifest["processes"]}
    for thing in source.graph.of("Interaction"):
        if not thing.is_a("Control") and thing.id not in known:
            yield Finding(thing.id, "unknown", f"the model has no process for this {thing.kind}")
    wholes = [source.graph.things[name] for name in source.forms if name in source.graph.things]
    parts = {part.id for whole in wholes for part in source.graph.linked(whole, "component")}
    genes = {name for thing in source.graph.of("TemplateReaction") for name in thing.all("template")}
    spent = {pair[0] for p in source.manifest["processes"] for pair in (*p["currency_in"], *p["currency_out"])}
    for thing in source.graph.of("PhysicalEntity"):
        molecule = source.molecule_of.get(thing.one("entityReference"))
        if thing.id in source.forms or thing.id in parts or thing.id in genes:
            continue
        if not (thing.is_a("SmallMolecule") and molecule in spent):
            yield Finding(thing.id, "unknown", f"the model has no form for this {thing.kind}")
