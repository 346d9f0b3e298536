"""The judge triples: rdflib reads every rdf:RDF block, and it says exactly what the manifest demands.

libSBML says nothing about a misspelt qualifier, a wrong namespace, `resource` without `rdf:`, an empty bag
or a date that is none; here each of these is a statement too many, or one too few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common
from igf1r_validation.sbml_common import DCTERMS, QUALIFIERS, RDF, VCARD
from igf1r_validation.sbml_expected import records
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "triples"
QUICK: Final = True
ISOLATED: Final = False
# Any absolute address serves to resolve `#meta_x`; it is cut off again.
BASE: Final = "urn:sbml"
# What hangs on a node: the node itself as text, a bag's members, or pairs of predicate and value.
Value = str | tuple[Any, ...]
Statement = tuple[str, str, Value]


def judge(build: Path, model: str) -> Verdict:
    """Compare the RDF statements of the file with those of the manifest."""
    path = build / f"{model}.xml"
    tool = sbml_common.tool("rdflib", "lxml")
    if reason := sbml_common.obstacle(("rdflib", "lxml"), path, build / f"{model}.model.json"):
        return not_run(NAME, tool, path.name, reason)
    wanted = Counter(_wanted(sbml_common.manifest(build, model)))
    return verdict(NAME, tool, path.name, _findings(path, wanted), f"{wanted.total()} statements demanded")


def _findings(path: Path, wanted: Counter[Statement]) -> Iterator[Finding]:
    from lxml import etree

    try:
        tree = etree.parse(path)
    except etree.XMLSyntaxError as error:
        yield Finding("", "not XML", str(error))
        return
    found: Counter[Statement] = Counter()
    for block in tree.iter(f"{{{RDF}}}RDF"):
        found.update(_statements(block))
        yield from _bare_attributes(block)
    for _, about, own in sbml_common.descriptions(tree):
        if about != own:
            yield Finding(own.removeprefix("#meta_"), "about", f"the annotation of {own} is about {about}")
    yield from (_finding("missing", *statement) for statement in wanted - found)
    yield from (_finding("not demanded", *statement) for statement in found - wanted)
    yield from (_finding("no date", *statement) for statement in found if not _is_dated(statement))


def _finding(rule: str, subject: str, predicate: str, value: Value) -> Finding:
    return Finding(subject.removeprefix("#meta_"), rule, f"{subject} {predicate} {value}")


def _bare_attributes(block: Any) -> Iterator[Finding]:
    """Attributes without a namespace: rdflib forgives `resource` for `rdf:resource`, other readers do not."""
    owner = str(block.getparent().getparent().get("metaid")).removeprefix("meta_")
    for element in block.iter("{*}*"):
        for name in element.attrib:
            if not name.startswith("{"):
                yield Finding(owner, "bare attribute", f"{name} in {element.tag} has no namespace")


def _statements(block: Any) -> Iterator[Statement]:
    """What one rdf:RDF block says, each property of a subject with all that hangs on it."""
    from lxml import etree
    from rdflib import BNode, Graph

    graph = Graph()
    try:
        graph.parse(data=etree.tostring(block, with_tail=False), format="xml", publicID=BASE)
    except Exception as error:  # rdflib and its XML reader raise many kinds; each means: this is no RDF
        yield str(block.getparent().getparent().get("metaid")), "is not RDF:", str(error)
        return
    for subject, predicate, thing in graph:
        if not isinstance(subject, BNode):
            yield str(subject).removeprefix(BASE), str(predicate), _value(graph, thing)


def _value(graph: Any, node: Any) -> Value:
    """A node with everything below it; order counts in a bag, as in the file, and nowhere else."""
    from rdflib import BNode

    if not isinstance(node, BNode):
        return str(node.n3())
    pairs = [(str(predicate), _value(graph, thing)) for predicate, thing in graph.predicate_objects(node)]
    bag = (f"{RDF}type", f"<{RDF}Bag>")
    if bag not in pairs:
        return tuple(sorted(pairs, key=str))
    pairs.remove(bag)
    members = {int(name.rpartition("_")[2]): value for name, value in pairs if name.startswith(f"{RDF}_")}
    others = sorted((pair for pair in pairs if not pair[0].startswith(f"{RDF}_")), key=str)
    return ("Bag", *(members[place] for place in sorted(members)), *others)


def _wanted(manifest: dict[str, Any]) -> Iterator[Statement]:
    """The statements that the manifest demands."""
    for _, _, fields in records(manifest):
        terms: Any = fields["terms"]
        for qualifier, resources in terms:
            space, _, name = qualifier.partition(":")
            bag = ("Bag", *(f"<{resource}>" for resource in resources))
            yield f"#{fields['metaid']}", QUALIFIERS[space] + name, bag
    yield from _history(manifest)


def _history(manifest: dict[str, Any]) -> Iterator[Statement]:
    subject = f"#meta_{manifest['id']}"
    creators = ("Bag", *(_card(creator) for creator in manifest["creators"]))
    yield subject, f"{DCTERMS}creator", creators
    for event in ("created", "modified"):
        yield subject, f"{DCTERMS}{event}", ((f"{DCTERMS}W3CDTF", _text(manifest[event])),)


def _card(creator: dict[str, str]) -> Value:
    name = ((f"{VCARD}Family", _text(creator["family"])), (f"{VCARD}Given", _text(creator["given"])))
    organisation = ((f"{VCARD}Orgname", _text(creator["organisation"])),)
    mail = ((f"{VCARD}EMAIL", _text(creator["email"])),) if creator["email"] else ()
    return (*mail, (f"{VCARD}N", name), (f"{VCARD}ORG", organisation))


def _text(text: str) -> str:
    from rdflib import Literal

    return str(Literal(text).n3())


def _is_dated(statement: Statement) -> bool:
    """Whether a statement of a date holds one, to the second and in UTC."""
    _, predicate, value = statement
    if predicate not in (f"{DCTERMS}created", f"{DCTERMS}modified"):
        return True
    try:
        datetime.strptime(str(value[0][1]), '"%Y-%m-%dT%H:%M:%SZ"')
    except (IndexError, ValueError):
        return False
    return len(value) == 1
