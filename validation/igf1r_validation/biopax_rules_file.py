"""BioPAX rules about the file: XML, ids, classes, properties, ranges, cardinality, datatypes, closure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from igf1r_validation.biopax_graph import RDF, XML_BASE, Graph, Thing, Value, individuals, local_name
from igf1r_validation.biopax_schema import (
    ABSTRACT,
    LITERALS,
    NAMESPACE,
    PARENTS,
    REQUIRED,
    WORDS,
    XSD,
    Property,
    is_a,
    property_of,
)
from igf1r_validation.verdict import Finding

NAMESPACES = (f"{{{NAMESPACE}}}", "{http://www.w3.org/2002/07/owl#}")
NCNAME = re.compile(r"[^\W\d][\w.\-]*")
LONGEST_URI = 256
BARE = frozenset(("Control", "Conversion", "EntityFeature", "Interaction", "PhysicalEntity"))
FORMS = {"int": re.compile(r"[-+]?\d+"), "float": re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")}
FORMS["boolean"] = re.compile("true|false")


def file_findings(root: etree._Element) -> Iterator[Finding]:
    """What is wrong with the XML before anything is read out of it."""
    yield from _root(root)
    yield from _ids(root)
    for element in individuals(root):
        yield from _flat(element)


def _root(root: etree._Element) -> Iterator[Finding]:
    if root.tag != f"{{{RDF}}}RDF":
        yield Finding("", "parse", f"the root is {root.tag}, not rdf:RDF")
    base = root.get(XML_BASE, "")
    if not base.startswith("https://") or not base.endswith("#") or base == NAMESPACE:
        yield Finding("", "xml.base", f"xml:base {base!r} is no https address of our own that ends in #")
    imports = [element.get(f"{{{RDF}}}resource") for element in root.iter("{http://www.w3.org/2002/07/owl#}imports")]
    if imports != [NAMESPACE]:
        yield Finding("", "parse", f"the ontology imports {imports}, not the Level 3 ontology alone")
    for child in root.iterchildren("*"):
        if not str(child.tag).startswith(NAMESPACES):
            yield Finding(child.get(f"{{{RDF}}}ID", ""), "parse", f"{child.tag} is not in the Level 3 namespace")


def _ids(root: etree._Element) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    base = root.get(XML_BASE, "")
    for element in individuals(root):
        name = element.get(f"{{{RDF}}}ID")
        if name is None:
            yield Finding("", "id", f"a {local_name(element)} has no rdf:ID")
            continue
        if not NCNAME.fullmatch(name):
            yield Finding(name, "id", "the id is no NCName")
        if len(base + name) > LONGEST_URI:
            yield Finding(name, "id", f"its URI is longer than {LONGEST_URI} characters")
        if name.lower() in seen:
            yield Finding(name, "duplicate.id.ignoringcase", f"the id is taken by {seen[name.lower()]}")
        seen.setdefault(name.lower(), name)


def _flat(element: etree._Element) -> Iterator[Finding]:
    name = element.get(f"{{{RDF}}}ID", "")
    for child in element.iterchildren("*"):
        resource, datatype = child.get(f"{{{RDF}}}resource"), child.get(f"{{{RDF}}}datatype")
        where = local_name(child)
        if len(child):
            yield Finding(name, "parse", f"{where} holds an object of its own; objects stand side by side")
        elif resource is not None and (not resource.startswith("#") or datatype is not None or child.text):
            yield Finding(name, "parse", f"{where} must be either a link #id or a text with a datatype")
        elif not child.tag.startswith(f"{{{NAMESPACE}}}"):
            yield Finding(name, "parse", f"{child.tag} is not in the Level 3 namespace")


def classes(graph: Graph) -> Iterator[Finding]:
    """Every class exists and may have members; five general ones are advised against."""
    for thing in graph:
        if thing.kind not in PARENTS:
            yield Finding(thing.id, "unknown.class", f"there is no class {thing.kind}")
        elif thing.kind in ABSTRACT:
            yield Finding(thing.id, "not.allowed.element", f"{thing.kind} may not have members of its own")
        elif thing.kind in BARE:
            yield Finding(thing.id, "not.specific.element", f"a plain {thing.kind}: use a subclass", "warning")


def properties(graph: Graph) -> Iterator[Finding]:
    """Every property belongs to the class, holds what it may hold, and as often as it may."""
    for thing in graph:
        if thing.kind not in PARENTS:
            continue
        counts = Counter(value.property for value in thing.values)
        for value in thing.values:
            known = property_of(thing.kind, value.property)
            if known is None:
                yield Finding(thing.id, "unknown.property", f"{thing.kind} has no property {value.property}")
                continue
            if counts[value.property] > 1 and not known.many:
                yield Finding(thing.id, "max.cardinality", f"{value.property} is given more than once")
            yield from _value(graph, thing, value, known)
        for value, count in Counter(thing.values).items():
            if count > 1:
                yield Finding(thing.id, "repeated.value", f"{value.property} holds {value.text} twice")


def _value(graph: Graph, thing: Thing, value: Value, known: Property) -> Iterator[Finding]:
    literal = known.ranges[0] in LITERALS
    if literal == value.is_link:
        yield Finding(thing.id, "range", f"{value.property} must be {'a text' if literal else 'a link'}")
    elif literal:
        yield from _text(thing, value, known.ranges[0])
    elif value.text not in graph.things:
        yield Finding(
            thing.id, "dangling.property.value", f"{value.property} points at {value.text}, which is not here"
        )
    else:
        kind = graph.things[value.text].kind
        if not any(is_a(kind, wanted) for wanted in known.ranges):
            yield Finding(
                thing.id,
                "range",
                f"{value.property} points at a {kind}, not at a {' or '.join(known.ranges)}",
            )


def _text(thing: Thing, value: Value, literal: str) -> Iterator[Finding]:
    datatype = "string" if literal in WORDS else literal
    if value.datatype != XSD + datatype:
        yield Finding(thing.id, "datatype", f"{value.property} has datatype {value.datatype!r}, not xsd:{datatype}")
    if literal in WORDS and value.text not in WORDS[literal]:
        yield Finding(thing.id, "range", f"{value.property} {value.text!r} is none of {sorted(WORDS[literal])}")
    if datatype in FORMS and not FORMS[datatype].fullmatch(value.text):
        yield Finding(thing.id, "datatype", f"{value.property} {value.text!r} is no {datatype}")
    if not value.text or value.text != " ".join(value.text.split()):
        yield Finding(thing.id, "text", f"{value.property} {value.text!r} is empty or not single-spaced")


def required(graph: Graph) -> Iterator[Finding]:
    """Properties that the recipes demand on every member of a class."""
    for thing in graph:
        for kind, name in REQUIRED:
            if thing.is_a(kind) and not thing.one(name):
                yield Finding(thing.id, "min.cardinality", f"a {thing.kind} needs {name}")


RULES = (classes, properties, required)
