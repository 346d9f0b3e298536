"""What the SBML judges share: finding the files, walking through a model, namespaces."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import metadata, util
from pathlib import Path
from typing import Any, Final

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MATHML: Final = "http://www.w3.org/1998/Math/MathML"
DCTERMS: Final = "http://purl.org/dc/terms/"
VCARD: Final = "http://www.w3.org/2001/vcard-rdf/3.0#"
QUALIFIERS: Final = {
    "bqbiol": "http://biomodels.net/biology-qualifiers/",
    "bqmodel": "http://biomodels.net/model-qualifiers/",
}
PACKAGES: Final = {"libsbml": "python-libsbml"}


def tool(*modules: str) -> str:
    """Name and version of the software that reads, ``missing`` where it is not installed."""
    packages = [PACKAGES.get(module, module) for module in modules]
    return ", ".join(f"{package} {_version(package)}" for package in packages)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing"


def obstacle(modules: tuple[str, ...], *files: Path) -> str:
    """Why a judge cannot run: a library or a file that is not there; empty when it can."""
    absent = [module for module in modules if util.find_spec(module) is None]
    absent += [file.name for file in files if not file.is_file()]
    return f"missing: {', '.join(absent)}" if absent else ""


def manifest(build: Path, model: str) -> dict[str, Any]:
    """The model's content as the exporters' side declares it."""
    content: dict[str, Any] = json.loads((build / f"{model}.model.json").read_text(encoding="utf-8"))
    return content


def descriptions(tree: Any) -> Iterator[tuple[Any, str, str]]:
    """Each rdf:Description: the element that it annotates, what it is about and should be about."""
    for block in tree.iter(f"{{{RDF}}}RDF"):
        owner = block.getparent().getparent()
        for description in block.iter(f"{{{RDF}}}Description"):
            yield owner, str(description.get(f"{{{RDF}}}about")), f"#{owner.get('metaid')}"


def each(things: Any) -> Iterator[Any]:
    """The elements of a libSBML list; by index, because a look-up by id is linear in the list."""
    return (things.get(index) for index in range(things.size()))


def elements(model: Any) -> Iterator[tuple[str, str, Any]]:
    """Every element that may carry an annotation: its kind, the id to report it by, and the element."""
    yield "model", model.getId(), model
    for kind, things in _top_level(model):
        for thing in each(things):
            yield kind, _id(kind, thing), thing
    for reaction in each(model.getListOfReactions()):
        yield from _of_reaction(reaction)
    for event in each(model.getListOfEvents()):
        yield from _of_event(event)


def _top_level(model: Any) -> tuple[tuple[str, Any], ...]:
    return (
        ("compartment", model.getListOfCompartments()),
        ("species", model.getListOfSpecies()),
        ("parameter", model.getListOfParameters()),
        ("rule", model.getListOfRules()),
        ("reaction", model.getListOfReactions()),
        ("function", model.getListOfFunctionDefinitions()),
        ("initial assignment", model.getListOfInitialAssignments()),
        ("constraint", model.getListOfConstraints()),
        ("event", model.getListOfEvents()),
    )


def _id(kind: str, thing: Any) -> str:
    """Rules and initial assignments go by what they set: Level 3 Version 1 gives them no id."""
    if kind == "rule":
        return str(thing.getVariable())
    if kind == "initial assignment":
        return str(thing.getSymbol())
    return str(thing.getId() or thing.getMetaId())


def _of_reaction(reaction: Any) -> Iterator[tuple[str, str, Any]]:
    for kind, things in (
        ("reactant", reaction.getListOfReactants()),
        ("product", reaction.getListOfProducts()),
        ("modifier", reaction.getListOfModifiers()),
    ):
        for thing in each(things):
            yield kind, thing.getId() or f"{kind}__{reaction.getId()}__{thing.getSpecies()}", thing
    if reaction.isSetKineticLaw():
        law = reaction.getKineticLaw()
        yield "law", f"law__{reaction.getId()}", law
        for local in each(law.getListOfLocalParameters()):
            yield "local parameter", local.getId(), local


def _of_event(event: Any) -> Iterator[tuple[str, str, Any]]:
    """What an event has inside goes by the event's id: Level 3 Version 1 gives it no id of its own."""
    parts = {"trigger": event.getTrigger(), "delay": event.getDelay(), "priority": event.getPriority()}
    for kind, part in parts.items():
        if part is not None:
            yield kind, f"{kind}__{event.getId()}", part
    for assignment in each(event.getListOfEventAssignments()):
        yield "assignment", f"assignment__{event.getId()}", assignment


def terms(element: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The CV terms of a libSBML element as (qualifier, resources), in the order of the file."""
    return tuple((_qualifier(term), tuple(_resources(term))) for term in _cv_terms(element))


def _cv_terms(element: Any) -> Iterator[Any]:
    return (element.getCVTerm(index) for index in range(element.getNumCVTerms()))


def _resources(term: Any) -> Iterator[str]:
    return (term.getResourceURI(index) for index in range(term.getNumResources()))


def _qualifier(term: Any) -> str:
    import libsbml

    if term.getQualifierType() == libsbml.MODEL_QUALIFIER:
        return f"bqmodel:{libsbml.ModelQualifierType_toString(term.getModelQualifierType())}"
    return f"bqbiol:{libsbml.BiolQualifierType_toString(term.getBiologicalQualifierType())}"
