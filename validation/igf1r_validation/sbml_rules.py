"""The judge sbml-rules: what formats.md asks of every SBML file and libSBML does not test.

SBO branches, one reference per set, prefixes and patterns, the table of checked identifiers, `rdf:about`,
GO aspects, units, names, values, and annotations on 100 % of what can be annotated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from igf1r_validation import identifiers, sbml_common
from igf1r_validation.identifiers import Row
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "sbml-rules"
QUICK: Final = True
ISOLATED: Final = False
# The function of libsbml.SBO that tells whether a term is of the branch that an element's kind needs.
BRANCH: Final = {
    "model": "isModellingFramework",
    "compartment": "isMaterialEntity",
    "species": "isMaterialEntity",
    "parameter": "isQuantitativeSystemsDescriptionParameter",
    "reaction": "isOccurringEntityRepresentation",
    "reactant": "isReactant",
    "product": "isProduct",
    "modifier": "isModifier",
    "law": "isRateLaw",
    "rule": "isMathematicalExpression",
    "function": "isMathematicalExpression",
    "event": "isOccurringEntityRepresentation",
    "trigger": "isMathematicalExpression",
    "assignment": "isMathematicalExpression",
}
COMPARTMENT_SBO: Final = "SBO:0000290"
ANNOTATED: Final = ("model", "compartment", "species", "parameter", "reaction", "rule", "function", "event")
NAMED: Final = ("model", "compartment", "species", "parameter", "reaction", "event")
SHORT: Final = ("compartment", "species", "reaction")
LONGEST_NAME: Final = 25
SETS: Final = ("bqbiol:hasPart", "bqbiol:hasVersion")
ASPECTS: Final = {
    "compartment": ("cellular_component",),
    "species": ("cellular_component",),
    "reaction": ("molecular_function", "biological_process"),
}
MODEL_UNITS: Final = ("SubstanceUnits", "ExtentUnits", "TimeUnits", "VolumeUnits", "AreaUnits", "LengthUnits")
Element = tuple[str, str, Any]


def judge(build: Path, model: str, tables: Path | None = None) -> Verdict:
    """Apply every rule to the file; `tables` is the folder of identifiers.tsv and papers.tsv."""
    path = build / f"{model}.xml"
    tool = sbml_common.tool("libsbml", "lxml")
    folder = tables or identifiers.tables()
    if folder is None:
        return not_run(NAME, tool, path.name, f"missing: {' and '.join(identifiers.TABLES)}")
    files = [folder / name for name in identifiers.TABLES]
    if reason := sbml_common.obstacle(("libsbml", "lxml"), path, *files):
        return not_run(NAME, tool, path.name, reason)
    return _judged(path, tool, identifiers.checked(folder))


def _judged(path: Path, tool: str, table: dict[str, Row]) -> Verdict:
    import libsbml
    from lxml import etree

    document = libsbml.readSBMLFromFile(str(path))
    try:
        tree = etree.parse(path)
    except etree.XMLSyntaxError as error:
        return verdict(NAME, tool, path.name, [Finding("", "not XML", str(error))])
    if document.getModel() is None:
        return verdict(NAME, tool, path.name, [Finding("", "model", "libSBML finds no model in the file")])
    elements = list(sbml_common.elements(document.getModel()))
    findings = [*_of_document(document), *_abouts(tree), *_of_elements(elements, table), *_names(elements)]
    count = sum(element.getNumCVTerms() for _, _, element in elements)
    return verdict(NAME, tool, path.name, findings, f"{len(elements)} elements, {count} CV terms")


def _of_document(document: Any) -> Iterator[Finding]:
    level = f"L{document.getLevel()}V{document.getVersion()}"
    if level != "L3V1":
        yield Finding("", "level", f"the file is {level}, not L3V1")
    model = document.getModel()
    for name in MODEL_UNITS:
        if not getattr(model, f"isSet{name}")():
            yield Finding(model.getId(), "model units", f"the model has no {name[0].lower()}{name[1:]}")


def _abouts(tree: Any) -> Iterator[Finding]:
    """Annotations that are not about the element that holds them, elements that share a metaid."""
    for owner, about, own in sbml_common.descriptions(tree):
        if about != own:
            yield Finding(_label(owner), "rdf:about", f"{about} is not {own}")
    for metaid, count in Counter(one.get("metaid") for one in tree.iter("{*}*")).items():
        if metaid and count > 1:
            yield Finding(metaid, "metaid", f"{count} elements share the metaid {metaid}")


def _label(element: Any) -> str:
    return str(element.get("id") or element.get("metaid") or "")


def _of_elements(elements: list[Element], table: dict[str, Row]) -> Iterator[Finding]:
    for kind, key, element in elements:
        objections = (*_sbo(kind, element), *_annotation(kind, element, table), *_required(kind, element))
        for rule, message in objections:
            yield Finding(key, rule, f"{kind} {key}: {message}")


def _sbo(kind: str, element: Any) -> Iterator[tuple[str, str]]:
    import libsbml

    term = element.getSBOTermID()
    if kind not in BRANCH:
        return
    if not term:
        yield "SBO", "no SBO term"
    elif kind == "compartment" and term != COMPARTMENT_SBO:
        yield "SBO branch", f"{term} is not {COMPARTMENT_SBO}"
    elif not getattr(libsbml.SBO, BRANCH[kind])(element.getSBOTerm()):
        yield "SBO branch", f"{BRANCH[kind]} does not hold for {term}"


def _annotation(kind: str, element: Any, table: dict[str, Row]) -> Iterator[tuple[str, str]]:
    terms = sbml_common.terms(element)
    if not element.isSetMetaId():
        yield "metaid", "no metaid"
    if kind in ANNOTATED and not terms:
        yield "CV term", "no CV term"
    for index, (qualifier, resources) in enumerate(terms):
        if element.getCVTerm(index).getNumNestedCVTerms():
            yield "nested", f"a CV term is nested in {qualifier}"
        if not resources or (len(resources) > 1 and qualifier not in SETS):
            yield "one reference", f"{qualifier} holds {len(resources)} references"
        for address in resources:
            yield from _identifier(kind, address, table)
    if kind == "reaction":
        yield from _reaction_terms(terms)


def _identifier(kind: str, address: str, table: dict[str, Row]) -> Iterator[tuple[str, str]]:
    curie = identifiers.curie(address)
    if not curie:
        yield "URI", f"{address} is no URI of identifiers.org in either style"
    elif objection := identifiers.objection(curie):
        yield "identifier form", f"{address}: {objection}"
    elif curie not in table:
        yield "identifier unknown", f"{curie} is not in the table of checked identifiers"
    elif table[curie].status not in ("confirmed", "asserted"):
        yield "identifier status", f"{curie} is {table[curie].status!r}"
    elif curie.startswith("GO:") and table[curie].role not in ASPECTS.get(kind, (table[curie].role,)):
        yield "GO aspect", f"{curie} is a {table[curie].role}"


def _reaction_terms(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[tuple[str, str]]:
    """A reaction says which GO process or function it is a case of, and why it is believed."""
    pairs = [(name, identifiers.curie(one)) for name, addresses in terms for one in addresses]
    said = {(name, curie.partition(":")[0]) for name, curie in pairs}
    for qualifier, prefix in (("bqbiol:isVersionOf", "GO"), ("bqbiol:hasProperty", "ECO")):
        if (qualifier, prefix) not in said:
            yield prefix, f"no {qualifier} {prefix}"


def _required(kind: str, element: Any) -> Iterator[tuple[str, str]]:
    """Attributes that SBML leaves free and we do not."""
    if kind in ("parameter", "local parameter") and not element.isSetUnits():
        yield "units", "no units"
    if kind == "species" and not element.isSetInitialConcentration():
        yield "initial value", "no initialConcentration"
    if kind == "reaction" and not (element.isSetFast() and not element.getFast()):
        yield "fast", 'fast is not "false"'
    if kind == "reaction" and not element.isSetKineticLaw():
        yield "law", "no kinetic law"


def _names(elements: list[Element]) -> Iterator[Finding]:
    """Names are there, short enough and different: COPASI renames a duplicate without a word."""
    named = [(kind, key, element.getName()) for kind, key, element in elements if kind in NAMED]
    yield from (Finding(key, "name", f"{kind} {key} has no name") for kind, key, name in named if not name)
    for kinds in (SHORT, ("parameter",), ("event",)):
        yield from _duplicates([(key, name) for kind, key, name in named if kind in kinds and name])
    for kind, key, name in named:
        if kind in SHORT and len(name) > LONGEST_NAME:
            yield Finding(key, "long name", f"{kind} {key}: {name!r} has {len(name)} characters")


def _duplicates(named: list[tuple[str, str]]) -> Iterator[Finding]:
    counts = Counter(name for _, name in named)
    yield from (
        Finding(key, "name twice", f"{key}: others are called {name!r} too") for key, name in named if counts[name] > 1
    )
