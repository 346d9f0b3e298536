"""Arrival of processes: each has its class, participants, controls, evidence and its place in the pathway."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from igf1r_validation.biopax_arrival_forms import Item, Source, xref_of
from igf1r_validation.biopax_graph import Thing
from igf1r_validation.verdict import Finding

#: verb -> class of the interaction; other verbs are judged by what happens
CLASSES: dict[str, str] = {
    "bind": "ComplexAssembly",
    "unbind": "ComplexAssembly",
    "phosphorylate": "BiochemicalReaction",
    "autophosphorylate": "BiochemicalReaction",
    "dephosphorylate": "BiochemicalReaction",
    "ubiquitinate": "BiochemicalReaction",
    "activate": "BiochemicalReaction",
    "deactivate": "BiochemicalReaction",
    "load_gtp": "BiochemicalReaction",
    "hydrolyse_gtp": "BiochemicalReaction",
    "translocate": "Transport",
    "internalise": "Transport",
    "recycle": "Transport",
    "synthesise": "TemplateReaction",
    "degrade": "Degradation",
}
Control = tuple[str, str, str, str]


def expected_class(source: Source, process: Item) -> str:
    """The class of interaction that a process is: by its verb, else by its effects."""
    if process["verb"] in CLASSES:
        return CLASSES[process["verb"]]
    left, right = process["reactants"], process["products"]
    if not right:
        return "Degradation"
    if not left:
        return "TemplateReaction"
    moved = _around(source, left) != _around(source, right) and not _parts_across(source, left, right)
    marked = _marked(source, left) != _marked(source, right)
    regrouped = _groups(source, left) != _groups(source, right)
    if moved and marked:
        return "TransportWithBiochemicalReaction"
    if regrouped and not marked and _has_complex(source, [*left, *right]):
        return "ComplexAssembly"
    return "Transport" if moved else "BiochemicalReaction"


def _parts_across(source: Source, left: list[Item], right: list[Item]) -> bool:
    """Whether a complex takes up or sheds a part that has another place: its own place stays, so nothing is moved."""
    whole, parts = sorted((left, right), key=lambda side: sum(item["count"] for item in side))
    fewer = sum(item["count"] for item in whole) < sum(item["count"] for item in parts)
    return fewer and _around(source, whole) <= _around(source, parts)


def _around(source: Source, side: Iterable[Item]) -> set[str]:
    return {source.forms[item["form"]]["place"] for item in side}


def _marked(source: Source, side: Iterable[Item]) -> Counter[tuple[str, frozenset[tuple[str, str, str]]]]:
    found: Counter[tuple[str, frozenset[tuple[str, str, str]]]] = Counter()
    for item in side:
        for part in source.forms[item["form"]]["parts"]:
            marks = frozenset((mark["kind"], mark["site"], mark["mod"]) for mark in part["marks"])
            if marks:
                found[part["molecule"], marks] += part["count"] * item["count"]
    return found


def _groups(source: Source, side: Iterable[Item]) -> Counter[tuple[tuple[str, int], ...]]:
    found: Counter[tuple[tuple[str, int], ...]] = Counter()
    for item in side:
        parts = source.forms[item["form"]]["parts"]
        found[tuple(sorted((part["molecule"], part["count"]) for part in parts))] += item["count"]
    return found


def _has_complex(source: Source, items: Iterable[Item]) -> bool:
    return any(part["count"] > 1 or len(parts) > 1 for parts in _parts(source, items) for part in parts)


def _parts(source: Source, items: Iterable[Item]) -> Iterator[list[Item]]:
    return (source.forms[item["form"]]["parts"] for item in items)


def processes(source: Source) -> Iterator[Finding]:
    """Each process is there with its class, name, direction, participants and evidence."""
    for process in source.manifest["processes"]:
        thing = source.graph.things.get(process["id"])
        if thing is None:
            yield Finding(process["id"], "process", "the process is not in the file")
            continue
        if thing.kind != (kind := expected_class(source, process)):
            yield Finding(thing.id, "process", f"a {thing.kind} instead of a {kind}")
        if thing.one("displayName") != process["name"]:
            yield Finding(thing.id, "process", f"it is called {thing.one('displayName')!r}, not {process['name']!r}")
        yield from evidence(source, thing, process)
        if process["go"] and xref_of(process["go"]) not in source.graph.xrefs(thing):
            yield Finding(thing.id, "go", f"it does not say {process['go']}")
        if thing.is_a("TemplateReaction"):
            yield from _template(source, thing, process)
        else:
            yield from _conversion(source, thing, process)


def _conversion(source: Source, thing: Thing, process: Item) -> Iterator[Finding]:
    direction = "REVERSIBLE" if process["reversible"] else "LEFT-TO-RIGHT"
    if thing.one("conversionDirection") not in (direction, "" if thing.is_a("Degradation") else direction):
        yield Finding(thing.id, "direction", f"{thing.one('conversionDirection')!r} instead of {direction}")
    numbers = [process["ec"]] if process["ec"] and thing.is_a("BiochemicalReaction") else []
    if thing.all("eCNumber") != numbers:
        yield Finding(thing.id, "eCNumber", f"{thing.all('eCNumber')} instead of {numbers}")
    for side, forms, currency in (
        ("left", "reactants", "currency_in"),
        ("right", "products", "currency_out"),
    ):
        expected = {item["form"]: float(item["count"]) for item in process[forms]}
        expected |= {f"currency {name}": float(count) for name, count in process[currency]}
        found = dict(_participants(source, thing, side))
        for name in sorted(expected.keys() | found.keys()):
            if expected.get(name) != found.get(name):
                message = f"{found.get(name)} x {name} instead of {expected.get(name)}"
                yield Finding(thing.id, side, message)


def _participants(source: Source, thing: Thing, side: str) -> Iterator[tuple[str, float]]:
    """Name and number of each participant; one whose number is missing or double counts as none."""
    numbers = source.graph.coefficients(thing)
    for entity in source.graph.linked(thing, side):
        given = numbers.get(entity.id, [])
        molecule = source.molecule_of.get(entity.one("entityReference"), "")
        name = entity.id
        if name not in source.forms and molecule and entity.is_a("SmallMolecule"):
            name = f"currency {molecule}"
        yield name, given[0] if len(given) == 1 else 0.0


def _template(source: Source, thing: Thing, process: Item) -> Iterator[Finding]:
    made = [item["form"] for item in process["products"]]
    if thing.all("product") != made:
        yield Finding(thing.id, "product", f"{thing.all('product')} instead of {made}")
    if thing.one("templateDirection") != "FORWARD":
        yield Finding(thing.id, "direction", f"{thing.one('templateDirection')!r} instead of FORWARD")
    genes = {source.molecules[p["molecule"]]["gene"] for name in made for p in source.forms[name]["parts"]} - {""}
    region = source.graph.first(thing, "template")
    reference = source.graph.first(region, "entityReference") if region else None
    found = {f"{db}:{name}" for db, name in source.graph.xrefs(reference, "UnificationXref")}
    if not found or (genes and not found <= genes):
        yield Finding(thing.id, "template", f"the template is the gene {sorted(found)}, not {sorted(genes)}")


def evidence(source: Source, thing: Thing, said: Item) -> Iterator[Finding]:
    """The papers and ECO terms of a thing's evidence are exactly those of the manifest."""
    items = source.graph.linked(thing, "evidence")
    papers = {f"{db}:{name}" for item in items for db, name in source.graph.xrefs(item, "PublicationXref")}
    terms = {name for item in items for _, name in source.graph.xrefs(item, "RelationshipXref")}
    if papers != set(said["papers"]):
        yield Finding(thing.id, "papers", f"{sorted(papers)} instead of {sorted(said['papers'])}")
    if terms != set(said["eco"]):
        yield Finding(thing.id, "eco", f"{sorted(terms)} instead of {sorted(said['eco'])}")


def controls(source: Source) -> Iterator[Finding]:
    """Each member of each control acts on its process by one object of the right class, word and evidence."""
    found: dict[Control, list[Thing]] = defaultdict(list)
    for thing in source.graph.of("Control"):
        key = (thing.kind, thing.one("controlType"), thing.one("controller"), thing.one("controlled"))
        found[key].append(thing)
    for process in source.manifest["processes"]:
        for control in process["controls"]:
            for member in control["members"]:
                key = (*_control(source, process, control["role"]), member, process["id"])
                yield from _arrived(source, found[key], key, control)
                if key[0] == "Catalysis":
                    yield from _modulations(source, found, process["id"], member)
    for key, things in found.items():
        for thing in things:
            yield Finding(thing.id, "unknown", f"the model has no {key[0]} {key[1]} of {key[3]} by {key[2]}")


def _modulations(source: Source, found: dict[Control, list[Thing]], process: str, target: str) -> Iterator[Finding]:
    """Each drug that inhibits the catalyst, in all processes or in this one, acts on this catalysis by a Modulation."""
    catalysis = f"control.{process}.{target}"
    for inhibition in source.inhibitions.get(target, []):
        if inhibition.get("only") and process not in inhibition["only"]:
            continue
        word = "INHIBITION-COMPETITIVE" if inhibition["competitive"] else "INHIBITION-NONCOMPETITIVE"
        key = ("Modulation", word, inhibition["drug"], catalysis)
        yield from _arrived(source, found[key], key, inhibition)


def _arrived(source: Source, things: list[Thing], key: Control, control: Item) -> Iterator[Finding]:
    """Take one of the objects of that key away and compare it."""
    kind, word, member, process = key
    if not things:
        yield Finding(process, "control", f"there is no {kind} {word} by {member}")
        return
    thing = things.pop(0)
    yield from evidence(source, thing, control)
    name = f"{process}.{member}" if kind == "Modulation" else f"control.{process}.{member}"
    if thing.id != name:
        yield Finding(thing.id, "control", f"its id is not {name}")
    if thing.is_a("Catalysis") and thing.one("catalysisDirection") != "LEFT-TO-RIGHT":
        yield Finding(thing.id, "control", "its catalysisDirection is not LEFT-TO-RIGHT")


def _control(source: Source, process: Item, role: str) -> tuple[str, str]:
    """Class and word of a control, by its role and by what it acts on."""
    word = "INHIBITION" if role == "inhibitor" else "ACTIVATION"
    if expected_class(source, process) == "TemplateReaction":
        return "TemplateReactionRegulation", word
    return ("Catalysis" if role == "catalyst" else "Control"), word
