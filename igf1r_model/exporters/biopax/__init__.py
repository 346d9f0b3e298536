"""BioPAX Level 3, for Cytoscape, Pathway Commons and network biology.

States are told by modification features at UniProt positions, complexes by bound-state parts that hold on to each
other, influences by Catalysis, Control and Modulation. The recipes are in docs/formats.md.
"""

from __future__ import annotations

from typing import Final

from igf1r_model.exporters._xml import DECLARATION, element
from igf1r_model.exporters.biopax.entities import HUMAN, SOURCE, Entities
from igf1r_model.exporters.biopax.individuals import Individuals, link, text
from igf1r_model.exporters.biopax.interactions import VERBS, Interactions, described_by
from igf1r_model.exporters.biopax.references import identity, publication
from igf1r_model.model import Model

SUFFIX: Final = ".owl"
LOSES: Final = (
    "kinetic laws, constants, amounts and volumes, with the papers of constants: BioPAX has no place for them",
    "observables, inputs and switches: they are not biology but ways of using the model",
    "ECO terms as evidence codes: they stand beside MI:0364 as cross-references",
)
__all__ = ["LOSES", "SUFFIX", "VERBS", "export"]

BASE: Final = "https://w3id.org/igf1r-model/"
BIOPAX: Final = "http://www.biopax.org/release/biopax-level3.owl#"
NAMESPACES: Final = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:owl": "http://www.w3.org/2002/07/owl#",
    "xmlns:xsd": "http://www.w3.org/2001/XMLSchema#",
    "xmlns:bp": BIOPAX,
}


def export(model: Model) -> str:
    """The model as a BioPAX document in RDF/XML."""
    owl = Individuals()
    _shared(owl, model)
    entities = Entities(owl, model)
    for molecule in model.molecules:
        entities.molecule(molecule)
    for form in model.forms:
        entities.form(form)
    interactions = Interactions(owl, entities, model)
    for process in model.processes:
        interactions.process(process)
    interactions.pathways()
    ontology = element("owl:Ontology", {"rdf:about": ""}, element("owl:imports", {"rdf:resource": BIOPAX}))
    head = NAMESPACES | {"xml:base": f"{BASE}{model.id}#"}
    return DECLARATION + element("rdf:RDF", head, ontology, *owl)


def _shared(owl: Individuals, model: Model) -> None:
    """The organism, and the source that every entity names."""
    owl.add("BioSource", HUMAN, text("displayName", "Homo sapiens"), link("xref", identity(owl, "taxonomy:9606")))
    papers = [link("xref", publication(owl, curie)) for curie in described_by(model)]
    owl.add("Provenance", SOURCE, text("displayName", "igf1r-model"), text("standardName", model.name), *papers)
