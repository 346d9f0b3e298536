"""The BioPAX Level 3 schema as a plain table: classes, their properties, ranges, cardinality and words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

NAMESPACE = "http://www.biopax.org/release/biopax-level3.owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

#: class: the classes that specialise it (a class may stand under two)
_CHILDREN = """
BindingFeature: CovalentBindingFeature
BiochemicalReaction: TransportWithBiochemicalReaction
ChemicalConstant: DeltaG KPrime
Control: Catalysis Modulation TemplateReactionRegulation
ControlledVocabulary: CellVocabulary CellularLocationVocabulary EntityReferenceTypeVocabulary
ControlledVocabulary: EvidenceCodeVocabulary ExperimentalFormVocabulary InteractionVocabulary
ControlledVocabulary: PhenotypeVocabulary RelationshipTypeVocabulary SequenceModificationVocabulary
ControlledVocabulary: SequenceRegionVocabulary TissueVocabulary
Controller: Pathway PhysicalEntity
Conversion: BiochemicalReaction ComplexAssembly Degradation Transport
Entity: Controller Gene PhysicalEntity Process
EntityFeature: BindingFeature FragmentFeature ModificationFeature
EntityReference: SequenceEntityReference SmallMoleculeReference
Interaction: Control Conversion GeneticInteraction MolecularInteraction TemplateReaction
ModificationFeature: CovalentBindingFeature
Named: BioSource Entity EntityReference Provenance
NucleicAcid: Dna DnaRegion Rna RnaRegion
NucleicAcidReference: DnaReference NucleicAcidRegionReference RnaReference
NucleicAcidRegionReference: DnaRegionReference RnaRegionReference
Observable: Entity EntityFeature EntityReference PathwayStep
PathwayStep: BiochemicalPathwayStep
PhysicalEntity: Complex SimplePhysicalEntity
Process: Interaction Pathway
SequenceEntityReference: NucleicAcidReference ProteinReference
SequenceLocation: SequenceInterval SequenceSite
SimplePhysicalEntity: NucleicAcid Protein SmallMolecule
Transport: TransportWithBiochemicalReaction
UtilityClass: BioSource ChemicalConstant ChemicalStructure ControlledVocabulary EntityFeature
UtilityClass: EntityReference Evidence ExperimentalForm PathwayStep Provenance Score SequenceLocation
UtilityClass: Stoichiometry Xref
XReferrable: ControlledVocabulary Evidence Named Score
Xref: PublicationXref RelationshipXref UnificationXref
"""


def _parents() -> dict[str, tuple[str, ...]]:
    """Turn the table of children round: class -> the classes it specialises."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _CHILDREN.strip().splitlines():
        parent, _, children = line.partition(": ")
        found.setdefault(parent, ())
        for child in children.split():
            found[child] = (*found.get(child, ()), parent)
    return found


PARENTS = _parents()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: classes that only group others and never have members of their own
ABSTRACT = _words("""
    ChemicalConstant Controller Entity EntityReference Named NucleicAcid NucleicAcidReference
    NucleicAcidRegionReference Observable Process SequenceEntityReference SimplePhysicalEntity UtilityClass
    XReferrable Xref
""")

#: domain, property, range; a trailing * means that the property may be repeated
_ROWS = """
BindingFeature bindsTo BindingFeature
BindingFeature intraMolecular boolean
BiochemicalPathwayStep stepConversion Conversion
BiochemicalPathwayStep stepDirection StepDirection
BiochemicalReaction deltaG DeltaG*
BiochemicalReaction deltaH float*
BiochemicalReaction deltaS float*
BiochemicalReaction eCNumber string*
BiochemicalReaction kEQ KPrime*
BioSource cellType CellVocabulary
BioSource tissue TissueVocabulary
Catalysis catalysisDirection CatalysisDirection
Catalysis cofactor PhysicalEntity*
ChemicalConstant ionicStrength float
ChemicalConstant pMg float
ChemicalConstant ph float
ChemicalConstant temperature float
ChemicalStructure structureData string
ChemicalStructure structureFormat StructureFormat
Complex component PhysicalEntity*
Complex componentStoichiometry Stoichiometry*
Control controlType ControlType
Control controlled Process*
Control controller Controller*
ControlledVocabulary term string*
Conversion conversionDirection ConversionDirection
Conversion left PhysicalEntity*
Conversion participantStoichiometry Stoichiometry*
Conversion right PhysicalEntity*
Conversion spontaneous boolean
DeltaG deltaGPrime0 float
Entity availability string*
Entity comment string*
Entity dataSource Provenance*
EntityFeature featureLocation SequenceLocation
EntityFeature featureLocationType SequenceRegionVocabulary
EntityFeature memberFeature EntityFeature*
EntityReference entityFeature EntityFeature*
EntityReference entityReferenceType EntityReferenceTypeVocabulary*
EntityReference memberEntityReference EntityReference*
Evidence confidence Score*
Evidence evidenceCode EvidenceCodeVocabulary*
Evidence experimentalForm ExperimentalForm*
ExperimentalForm experimentalFeature EntityFeature*
ExperimentalForm experimentalFormDescription ExperimentalFormVocabulary*
ExperimentalForm experimentalFormEntity Entity
Gene organism BioSource
GeneticInteraction interactionScore Score
GeneticInteraction phenotype PhenotypeVocabulary
Interaction interactionType InteractionVocabulary*
Interaction participant Entity*
KPrime kPrime float
ModificationFeature modificationType SequenceModificationVocabulary
Named displayName string
Named name string*
Named standardName string
NucleicAcidReference subRegion NucleicAcidRegionReference*
NucleicAcidRegionReference absoluteRegion SequenceLocation
NucleicAcidRegionReference regionType SequenceRegionVocabulary*
Observable evidence Evidence*
Pathway organism BioSource
Pathway pathwayComponent Process*
Pathway pathwayOrder PathwayStep*
PathwayStep nextStep PathwayStep*
PathwayStep stepProcess Process*
PhenotypeVocabulary patoData string
PhysicalEntity cellularLocation CellularLocationVocabulary
PhysicalEntity feature EntityFeature*
PhysicalEntity memberPhysicalEntity PhysicalEntity*
PhysicalEntity notFeature EntityFeature*
PublicationXref author string*
PublicationXref source string*
PublicationXref title string
PublicationXref url string*
PublicationXref year int
RelationshipXref relationshipType RelationshipTypeVocabulary
Score scoreSource Provenance
Score value string
SequenceEntityReference organism BioSource
SequenceEntityReference sequence string
SequenceInterval sequenceIntervalBegin SequenceSite
SequenceInterval sequenceIntervalEnd SequenceSite
SequenceSite positionStatus PositionStatus
SequenceSite sequencePosition int
SimplePhysicalEntity entityReference EntityReference
SmallMoleculeReference chemicalFormula string
SmallMoleculeReference molecularWeight float
SmallMoleculeReference structure ChemicalStructure
Stoichiometry physicalEntity PhysicalEntity
Stoichiometry stoichiometricCoefficient float
TemplateReaction product PhysicalEntity*
TemplateReaction template NucleicAcid
TemplateReaction templateDirection TemplateDirection
UtilityClass comment string*
Xref db string
Xref dbVersion string
Xref id string
Xref idVersion string
XReferrable xref Xref*
"""

#: (class, property) -> narrower range for that class; an empty range forbids the property there
_NARROWER: dict[tuple[str, str], tuple[str, ...]] = {
    ("Catalysis", "controlled"): ("Conversion",),
    ("Catalysis", "controller"): ("PhysicalEntity",),
    ("Modulation", "controlled"): ("Catalysis",),
    ("Modulation", "controller"): ("PhysicalEntity",),
    ("TemplateReactionRegulation", "controlled"): ("TemplateReaction",),
    ("TemplateReactionRegulation", "controller"): ("PhysicalEntity",),
    ("BiochemicalPathwayStep", "stepProcess"): ("Control",),
    ("Control", "participant"): (),
    ("Conversion", "participant"): (),
    ("ControlledVocabulary", "xref"): ("UnificationXref",),
    ("Provenance", "xref"): ("UnificationXref", "PublicationXref"),
    ("GeneticInteraction", "participant"): ("Gene",),
    ("MolecularInteraction", "participant"): ("PhysicalEntity",),
    ("TemplateReaction", "participant"): ("PhysicalEntity",),
    ("SmallMolecule", "feature"): ("BindingFeature",),
    ("SmallMolecule", "notFeature"): ("BindingFeature",),
    ("Dna", "entityReference"): ("DnaReference",),
    ("DnaRegion", "entityReference"): ("DnaRegionReference",),
    ("Protein", "entityReference"): ("ProteinReference",),
    ("Rna", "entityReference"): ("RnaReference",),
    ("RnaRegion", "entityReference"): ("RnaRegionReference",),
    ("SmallMolecule", "entityReference"): ("SmallMoleculeReference",),
    **{
        (kind, "memberEntityReference"): (kind,)
        for kind in ("DnaReference", "ProteinReference", "RnaReference", "SmallMoleculeReference")
    },
    **{
        (kind, "memberPhysicalEntity"): (kind,)
        for kind in ("Complex", "Dna", "DnaRegion", "Protein", "Rna", "RnaRegion", "SmallMolecule")
    },
    ("DnaReference", "subRegion"): ("DnaRegionReference",),
    ("DnaRegionReference", "subRegion"): ("DnaRegionReference",),
    ("RnaReference", "subRegion"): ("RnaRegionReference",),
    ("RnaRegionReference", "subRegion"): ("RnaRegionReference",),
}

#: words -> the values that a property with that range may have
WORDS: dict[str, frozenset[str]] = {
    "CatalysisDirection": _words("LEFT-TO-RIGHT RIGHT-TO-LEFT"),
    "ControlType": _words("""
        ACTIVATION ACTIVATION-ALLOSTERIC ACTIVATION-NONALLOSTERIC ACTIVATION-UNKMECH INHIBITION
        INHIBITION-ALLOSTERIC INHIBITION-COMPETITIVE INHIBITION-IRREVERSIBLE INHIBITION-NONCOMPETITIVE
        INHIBITION-OTHER INHIBITION-UNCOMPETITIVE INHIBITION-UNKMECH
    """),
    "ConversionDirection": _words("LEFT-TO-RIGHT RIGHT-TO-LEFT REVERSIBLE"),
    "PositionStatus": _words("EQUAL LESS-THAN GREATER-THAN"),
    "StepDirection": _words("LEFT-TO-RIGHT RIGHT-TO-LEFT"),
    "StructureFormat": _words("CML SMILES InChI"),
    "TemplateDirection": _words("FORWARD REVERSE"),
}

LITERALS = frozenset(("string", "int", "float", "boolean", *WORDS))

#: (class, property) that the recipes demand on every member of the class
REQUIRED: tuple[tuple[str, str], ...] = (
    ("Entity", "dataSource"),
    ("Interaction", "evidence"),
    ("Pathway", "evidence"),
    ("Pathway", "organism"),
    ("Complex", "cellularLocation"),
    ("Protein", "cellularLocation"),
    ("SmallMolecule", "cellularLocation"),
    ("BioSource", "xref"),
    ("Provenance", "xref"),
    ("Control", "controlType"),
    ("Control", "controlled"),
    ("Control", "controller"),
    ("TemplateReaction", "product"),
    ("TemplateReaction", "template"),
    ("PathwayStep", "stepProcess"),
    ("SequenceSite", "positionStatus"),
    ("SequenceSite", "sequencePosition"),
    ("SequenceInterval", "sequenceIntervalBegin"),
    ("SequenceInterval", "sequenceIntervalEnd"),
    ("ModificationFeature", "modificationType"),
    ("BindingFeature", "bindsTo"),
)


class Property(NamedTuple):
    """What one property of one class may hold: classes or one literal type, once or repeated."""

    ranges: tuple[str, ...]
    many: bool


_PROPERTIES: dict[tuple[str, str], Property] = {
    (domain, name): Property((range_.rstrip("*"),), range_.endswith("*"))
    for domain, name, range_ in (line.split() for line in _ROWS.strip().splitlines())
}


#: the names of all properties
PROPERTIES = frozenset(name for _, name in _PROPERTIES)


@cache
def ancestors(kind: str) -> tuple[str, ...]:
    """The class itself and all classes it specialises, nearest first."""
    found = [kind]
    for known in found:
        found.extend(parent for parent in PARENTS.get(known, ()) if parent not in found)
    return tuple(found)


@cache
def is_a(kind: str, ancestor: str) -> bool:
    """Say whether a class is another one or specialises it."""
    return ancestor in ancestors(kind)


@cache
def property_of(kind: str, name: str) -> Property | None:
    """What the property holds in this class, or None when the class does not have it."""
    lineage = ancestors(kind)
    declared = next((_PROPERTIES[owner, name] for owner in lineage if (owner, name) in _PROPERTIES), None)
    narrower = next((_NARROWER[owner, name] for owner in lineage if (owner, name) in _NARROWER), None)
    if declared is None or narrower == ():
        return None
    return Property(narrower, declared.many) if narrower else declared
