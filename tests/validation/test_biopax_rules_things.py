"""Rules about entities, processes and pathways: one planted defect each."""

from __future__ import annotations

from pathlib import Path

import pytest
from biopax_planting import DEPHOSPHORYLATION, GOOD, add, before, edit, link, text

from igf1r_validation import biopax_rules
from igf1r_validation.biopax_graph import Graph, Thing, Value
from igf1r_validation.biopax_rules_entities import reaches_itself

PAPER = text("db", "pubmed") + text("id", "17898809")
MOUSE = text("db", "ncbitaxon") + text("id", "10090")
ENTITIES = [
    ("no reference", edit("IRS1", link("entityReference", "ref.IRS1"), ""), "EntityReference"),
    ("no identity", edit("ref.IRS1", link("xref", "xref.uniprot_P35568"), ""), "EntityReference"),
    ("no taxon", edit("ref.IRS1", link("organism", "organism.9606"), ""), "EntityReference"),
    ("same state", edit("IRS1_p", "bp:feature", "bp:notFeature"), "same.state.entity"),
    (
        "two owners",
        before("ref.PTPN1", link("entityFeature", "feature.IRS1_Y896")),
        "inverse.functional.violated",
    ),
    (
        "no owner",
        edit("ref.IRS1", link("entityFeature", "feature.IRS1_Y896"), ""),
        "inverse.functional.violated",
    ),
    ("strange feature", before("PTPN1", link("feature", "feature.IRS1_Y896")), "improper.feature.use"),
    ("strange bare site", before("PTPN1", link("notFeature", "feature.IRS1_Y896")), "improper.feature.use"),
    ("contradiction", before("IRS1", link("feature", "feature.IRS1_Y896")), "contradicting.feature"),
    (
        "one-sided bond",
        edit("bond.IGF1.IGF1R", "#bond.IGF1R.IGF1", "#bond.IGF1R.IGF1R"),
        "symmetric.violated",
    ),
    (
        "shared bond",
        edit("bond.IGF1.IGF1R", "#bond.IGF1R.IGF1", "#bond.IGF1R.IGF1R"),
        "inverse.functional.violated",
    ),
    ("free part", edit("IGF1R_dimer", '"#part.IGF1R_dimer.1"', '"#IGF1R"'), "ambiguous.feature"),
    ("circle", edit("IGF1R_bound", '"#part.IGF1R_bound.1"', '"#IGF1R_bound"'), "cyclic.inclusion"),
    (
        "single part",
        edit("IGF1R_dimer", "IGF1R_dimer.1_2", "IGF1R_bound.1_1"),
        "ComplexTwoOrMoreParticipants",
    ),
    (
        "uncounted part",
        edit("IGF1R_dimer", link("componentStoichiometry", "stoich.part.IGF1R_dimer.1_2"), ""),
        "StoichiometricCoefficient",
    ),
    (
        "counted stranger",
        before("IGF1R_dimer", link("componentStoichiometry", "stoich.IRS1_1")),
        "StoichiometricCoefficient",
    ),
    (
        "part elsewhere",
        edit("part.IGF1R_bound.1", "GO_0005886", "GO_0005576"),
        "component.different.location",
    ),
    ("no name", edit("IRS1", text("displayName", "IRS1"), ""), "no.display.name"),
    ("long name", edit("IRS1", ">IRS1<", ">insulin receptor substrate 1<"), "too.long.display.name"),
    (
        "long source",
        edit("source.small", ">Small IGF1R model<", f">{'model ' * 10}x<"),
        "too.long.display.name",
    ),
    ("shared name", edit("IRS1", ">IRS1<", ">PTPN1<"), "diff.kind.same.name"),
    (
        "clone of a paper",
        add(f'<bp:PublicationXref rdf:ID="x">\n{PAPER}</bp:PublicationXref>'),
        "cloned.utility.class",
    ),
    ("clone of a number", edit("stoich.IRS1_p_1", "#IRS1_p", "#IRS1"), "cloned.utility.class"),
    ("clone of a site", edit("site.IGF1R_Y1165", "1165<", "1161<"), "cloned.utility.class"),
    (
        "nothing said",
        edit("pathway.small", "Kinetics are in the SBML file under the same ids.", "n/a"),
        "illegal.property.value",
    ),
    ("dangling", add('<bp:SequenceSite rdf:ID="x"></bp:SequenceSite>'), "dangling.element"),
    ("two roots", edit("pathway.small", link("pathwayComponent", "pathway.akt"), ""), "dangling.element"),
]
PROCESSES = [
    (
        "no coefficient",
        edit("stoich.IRS1_1", text("stoichiometricCoefficient", "1.0", "float"), ""),
        "StoichiometricCoefficient",
    ),
    ("no entity", edit("stoich.IRS1_1", link("physicalEntity", "IRS1"), ""), "StoichiometricCoefficient"),
    ("zero", edit("stoich.IRS1_1", ">1.0<", ">0.0<"), "StoichiometricCoefficient"),
    (
        "stranger",
        edit("IGF1R_degrades", "#stoich.IGF1R_endo_1", "#stoich.IRS1_1"),
        "StoichiometricCoefficient",
    ),
    ("one side", edit("IGF1R_internalises", link("right", "IGF1R_endo"), ""), "conversion.sides"),
    ("degraded to", before("IGF1R_degrades", link("right", "IRS1")), "conversion.sides"),
    ("degradation back", edit("IGF1R_degrades", "LEFT-TO-RIGHT", "REVERSIBLE"), "Degradation"),
    (
        "catalyst as reactant",
        before("PTPN1_dephosphorylates_IRS1", link("left", "PTPN1") + link("right", "PTPN1")),
        "same.state.participant",
    ),
    (
        "same complex",
        edit("IGF1R_active", "part.IGF1R_active.2", "part.IGF1R_bound.2"),
        "same.state.participant",
    ),
    ("new protein", edit("IRS1_is_ubiquitinated", '"#IRS1_ub"', '"#FOXO1_p"'), "illegal.conversion"),
    ("no complex", edit("IGF1R_dimerises", '"#IGF1R_dimer"', '"#IRS1"'), "complex.not.present"),
    (
        "reaction that binds",
        GOOD.replace("bp:ComplexAssembly", "bp:BiochemicalReaction"),
        "wrong.conversion.class",
    ),
    (
        "reaction that moves",
        GOOD.replace("bp:TransportWithBiochemicalReaction", "bp:BiochemicalReaction"),
        "participant.location.changed",
    ),
    (
        "complex that moves",
        GOOD.replace("bp:Transport ", "bp:BiochemicalReaction ").replace("bp:Transport>", "bp:BiochemicalReaction>"),
        "participant.location.changed",
    ),
    ("transport that stays", edit("FOXO1_p", "GO_0005829", "GO_0005634"), "transport.location.same"),
    ("transport of two", before("IGF1R_internalises", link("left", "ATP")), "multiple.location"),
    ("catalysis that inhibits", edit(DEPHOSPHORYLATION, "ACTIVATION", "INHIBITION"), "range.violated"),
    (
        "regulation of a kind",
        edit("control.FOXO1_makes_IRS1.FOXO1", "ACTIVATION", "INHIBITION-COMPETITIVE"),
        "range.violated",
    ),
    ("two controllers", before(DEPHOSPHORYLATION, link("controller", "AKT")), "max.cardinality"),
    (
        "second taxon",
        add(
            f'<bp:UnificationXref rdf:ID="y">\n{MOUSE}</bp:UnificationXref>\n<bp:BioSource rdf:ID="x">\n'
            + link("xref", "y")
            + "</bp:BioSource>"
        ),
        "multi.organism.pathway",
    ),
    ("outside", edit("pathway.receptor", link("pathwayComponent", "IGF1R_degrades"), ""), "pathwayComponent"),
    (
        "step outside",
        edit("pathway.receptor", link("pathwayComponent", "IGF1R_degrades"), ""),
        "component.not.found",
    ),
    (
        "circle of pathways",
        before("pathway.akt", link("pathwayComponent", "pathway.small")),
        "cyclic.inclusion",
    ),
    (
        "step beside",
        edit("step.IGF1R_internalises", "#step.IGF1R_degrades", "#step.FOXO1_makes_IRS1"),
        "empty.participants.intersection",
    ),
]


def broken(tmp_path: Path, planted: str) -> set[str]:
    """The rules that a text breaks, apart from those that compare with the table of identifiers."""
    path = tmp_path / "planted.owl"
    path.write_text(planted, encoding="utf-8")
    return {finding.rule for finding in biopax_rules.check(path, {})[0]}


@pytest.mark.parametrize(
    ("planted", "rule"),
    [pytest.param(new, rule, id=f"{rule}: {name}") for name, new, rule in (*ENTITIES, *PROCESSES)],
)
def test_planted_defect_is_found(tmp_path: Path, planted: str, rule: str) -> None:
    assert planted != GOOD
    found = broken(tmp_path, planted)
    assert rule in found
    assert "xml" not in found


def test_walk_ends_in_a_circle_that_does_not_hold_the_start() -> None:
    parts = {"a": "b", "b": "c", "c": "b"}
    things = {name: Thing(name, "Complex", [Value("component", part, True)]) for name, part in parts.items()}
    graph = Graph("", things)
    assert not reaches_itself(graph, things["a"], "component")
    assert reaches_itself(graph, things["b"], "component")
