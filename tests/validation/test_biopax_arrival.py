"""Everything of the manifest is looked for in the BioPAX file, and everything of the file in the manifest."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from biopax_planting import DATA, DEPHOSPHORYLATION, GOOD, MANIFEST, add, before, edit, link, text

from igf1r_validation import biopax_arrival
from igf1r_validation.biopax_arrival_forms import Source, xref_of
from igf1r_validation.biopax_arrival_processes import expected_class
from igf1r_validation.biopax_graph import Graph

CONTROL = "control.IRS1_promotes_AKT.IRS1_p"
SECOND = "control.IGF1R_phosphorylates_IRS1.IGF1R_endo"


def without(name: str) -> str:
    """The good file without one object."""
    shorter = re.sub(rf'<bp:\w+ rdf:ID="{re.escape(name)}">\n.*?\n</bp:\w+>\n', "", GOOD, flags=re.DOTALL)
    assert shorter != GOOD
    return shorter


def recast(name: str, kind: str) -> str:
    """The good file with one object in another class."""
    pattern = rf'<bp:\w+ rdf:ID="{re.escape(name)}">\n(.*?)\n</bp:\w+>\n'
    return re.sub(pattern, rf'<bp:{kind} rdf:ID="{name}">\n\1\n</bp:{kind}>\n', GOOD, flags=re.DOTALL)


def findings(folder: Path, planted: str, manifest: dict[str, Any] = MANIFEST) -> list[tuple[str, str]]:
    """Rule and subject of every finding."""
    (folder / "planted.owl").write_text(planted, encoding="utf-8")
    (folder / "planted.model.json").write_text(json.dumps(manifest), encoding="utf-8")
    said = biopax_arrival.judge(folder, "planted")
    return [(finding.rule, finding.subject) for finding in said.findings]


MOLECULES = [
    ("other accession", edit("xref.uniprot_P18031", "P18031<", "P10586<"), ("molecule", "PTPN1")),
    ("unknown reference", edit("xref.uniprot_P18031", "P18031<", "P10586<"), ("unknown", "ref.PTPN1")),
    ("no symbol", edit("ref.IRS1", link("xref", "xref.hgnc.symbol_IRS1"), ""), ("molecule", "ref.IRS1")),
    ("other name", edit("ref.IRS1", ">IRS1<", ">IRS2<"), ("molecule", "ref.IRS1")),
    ("other kind", recast("ref.IRS1", "SmallMoleculeReference"), ("molecule", "ref.IRS1")),
    ("lost member", edit("ref.AKT", link("memberEntityReference", "ref.AKT2"), ""), ("molecule", "ref.AKT")),
    ("no currency", without("ref.ATP"), ("molecule", "ATP")),
]
FORMS = [
    ("lost", without("IRS1_ub"), ("form", "IRS1_ub")),
    ("class of a complex", recast("IGF1R_dimer", "Protein"), ("form", "IGF1R_dimer")),
    ("class of a drug", recast("linsitinib", "Protein"), ("form", "linsitinib")),
    ("name", edit("IRS1_p", ">p-IRS1<", ">IRS1-p<"), ("form", "IRS1_p")),
    ("place", edit("IGF1R_endo", "GO_0005769", "GO_0005886"), ("form", "IGF1R_endo")),
    ("reference", edit("IRS1_p", "#ref.IRS1", "#ref.PTPN1"), ("parts", "IRS1_p")),
    ("number of parts", edit("stoich.part.IGF1R_dimer.1_2", ">2.0<", ">3.0<"), ("parts", "IGF1R_dimer")),
    ("number that is none", edit("stoich.part.IGF1R_dimer.1_2", ">2.0<", ">two<"), ("parts", "IGF1R_dimer")),
    ("part", edit("IGF1R_bound", link("component", "part.IGF1R_bound.1"), ""), ("parts", "IGF1R_bound")),
    ("feature", edit("IRS1_p", link("feature", "feature.IRS1_Y896"), ""), ("parts", "IRS1_p")),
    ("feature of a part", edit("part.IGF1R_active.2", "feature.IGF1R_Y1165", "x"), ("parts", "IGF1R_active")),
    ("position", edit("site.IRS1_Y896", ">896<", ">897<"), ("parts", "IRS1_p")),
    ("kind of modification", edit("feature.IRS1_Y896", "mod.MOD_00048", "mod.MOD_00046"), ("parts", "IRS1_p")),
    ("bare site", edit("IRS1", link("notFeature", "feature.IRS1_Y896"), ""), ("parts", "IRS1")),
    ("unplaced", edit("IRS1_ub", link("feature", "feature.IRS1_unplaced"), ""), ("parts", "IRS1_ub")),
    ("activity", edit("AKT_active", link("feature", "feature.AKT_active"), ""), ("parts", "AKT_active")),
    ("activity as a residue", recast("feature.AKT_active", "ModificationFeature"), ("parts", "AKT_active")),
    ("bond", edit("part.IGF1R_dimer.1", "#bond.IGF1R.IGF1R", "#bond.IGF1R.IGF1"), ("parts", "IGF1R_dimer")),
    ("no bond", edit("part.IGF1R_dimer.1", link("feature", "bond.IGF1R.IGF1R"), ""), ("parts", "IGF1R_dimer")),
]
PROCESSES = [
    ("lost", without("IGF1R_degrades"), ("process", "IGF1R_degrades")),
    ("class", recast("IGF1R_internalises", "BiochemicalReaction"), ("process", "IGF1R_internalises")),
    ("name", edit("IGF1R_degrades", ">IGF1R degradation<", ">loss<"), ("process", "IGF1R_degrades")),
    ("one way", edit("IGF1_binds_IGF1R", "REVERSIBLE", "LEFT-TO-RIGHT"), ("direction", "IGF1_binds_IGF1R")),
    ("both ways", edit("AKT_activates", "LEFT-TO-RIGHT", "REVERSIBLE"), ("direction", "AKT_activates")),
    ("enzyme number", edit("IGF1R_phosphorylates_itself", "2.7.10.1", "2.7.10.2"),
     ("eCNumber", "IGF1R_phosphorylates_itself")),
    ("unknown enzyme", before("AKT_activates", text("eCNumber", "2.7.1.1")), ("eCNumber", "AKT_activates")),
    ("reactant", edit("IGF1_binds_IGF1R", link("left", "IGF1"), ""), ("left", "IGF1_binds_IGF1R")),
    ("extra product", before("AKT_activates", link("right", "IRS1")), ("right", "AKT_activates")),
    ("other product", edit("AKT_activates", '"#AKT_active"', '"#AKT_p"'), ("right", "AKT_activates")),
    ("stoichiometry", edit("stoich.IGF1R_2", ">2.0<", ">1.0<"), ("left", "IGF1R_dimerises")),
    ("no stoichiometry", edit("AKT_activates", link("participantStoichiometry", "stoich.AKT_p_1"), ""),
     ("left", "AKT_activates")),
    ("amount of ATP", edit("stoich.ATP_4", ">4.0<", ">6.0<"), ("left", "IGF1R_phosphorylates_itself")),
    ("no ADP", edit("IGF1R_phosphorylates_IRS1", link("right", "ADP"), ""), ("right", "IGF1R_phosphorylates_IRS1")),
    ("paper", edit("ev.AKT_activates", "pubmed_2877871", "pubmed_17898809"), ("papers", "AKT_activates")),
    ("evidence code", edit("ev.AKT_activates", "ECO_0000304", "ECO_0000314"), ("eco", "AKT_activates")),
    ("function", edit("IGF1R_phosphorylates_IRS1", "bp:xref", "bp:dataSource"), ("go", "IGF1R_phosphorylates_IRS1")),
    ("gene", edit("xref.ncbigene_3667", ">3667<", ">3480<"), ("template", "FOXO1_makes_IRS1")),
    ("no gene", edit("FOXO1_makes_IRS1", link("template", "gene.IRS1"), ""), ("template", "FOXO1_makes_IRS1")),
    ("made", edit("FOXO1_makes_IRS1", '"#IRS1"', '"#IRS1_p"'), ("product", "FOXO1_makes_IRS1")),
    ("read backwards", edit("FOXO1_makes_IRS1", "FORWARD", "REVERSE"), ("direction", "FOXO1_makes_IRS1")),
]  # fmt: skip
CONTROLS = [
    ("lost", without(DEPHOSPHORYLATION), ("control", "PTPN1_dephosphorylates_IRS1")),
    ("member lost", without(SECOND), ("control", "IGF1R_phosphorylates_IRS1")),
    ("autocatalysis lost", without("control.IGF1R_phosphorylates_itself.IGF1R_bound"),
     ("control", "IGF1R_phosphorylates_itself")),
    ("class", recast(CONTROL, "Catalysis"), ("control", "IRS1_promotes_AKT")),
    ("class left over", recast(CONTROL, "Catalysis"), ("unknown", CONTROL)),
    ("word", edit(CONTROL, "ACTIVATION", "INHIBITION"), ("control", "IRS1_promotes_AKT")),
    ("regulation", recast("control.FOXO1_makes_IRS1.FOXO1", "Control"), ("control", "FOXO1_makes_IRS1")),
    ("controller", edit(CONTROL, "#IRS1_p", "#IRS1"), ("control", "IRS1_promotes_AKT")),
    ("controlled", edit(CONTROL, "#IRS1_promotes_AKT", "#AKT_activates"), ("control", "IRS1_promotes_AKT")),
    ("direction", edit(DEPHOSPHORYLATION, "LEFT-TO-RIGHT", "RIGHT-TO-LEFT"), ("control", DEPHOSPHORYLATION)),
    ("id", GOOD.replace(f'"{CONTROL}"', '"control.x"'), ("control", "control.x")),
    ("paper", edit(f"ev.{CONTROL}", "pubmed_17898809", "pubmed_2877871"), ("papers", CONTROL)),
    ("one of two papers", edit(f"ev.{SECOND}", link("xref", "xref.pubmed_2877871"), ""), ("papers", SECOND)),
    ("evidence code", edit(f"ev.{CONTROL}", link("xref", "xref.eco_ECO_0000314"), ""), ("eco", CONTROL)),
]  # fmt: skip
EXTRAS = [
    ("outside", edit("pathway.akt", link("pathwayComponent", "AKT_activates"), ""), ("pathway", "AKT_activates")),
    ("module outside", edit("pathway.small", link("pathwayComponent", "pathway.akt"), ""), ("pathway", "pathway.akt")),
    ("control outside", edit("pathway.akt", link("pathwayComponent", CONTROL), ""), ("pathway", CONTROL)),
    ("no step", without("step.AKT_activates"), ("step", "AKT_activates")),
    (
        "step in no order",
        edit("pathway.akt", link("pathwayOrder", "step.AKT_activates"), ""),
        ("step", "AKT_activates"),
    ),
    (
        "step without control",
        edit("step.IRS1_promotes_AKT", link("stepProcess", CONTROL), ""),
        ("step", "step.IRS1_promotes_AKT"),
    ),
    (
        "step of another",
        edit("step.AKT_activates", '"#AKT_activates"', '"#AKT_exports_FOXO1"'),
        ("step", "step.AKT_activates"),
    ),
    ("paper of the model", edit("pathway.small", "pubmed_17898809", "pubmed_2877871"), ("papers", "pathway.small")),
    ("module", add('<bp:Pathway rdf:ID="x"></bp:Pathway>'), ("unknown", "x")),
    ("root", GOOD.replace('"pathway.small"', '"pathway.other"'), ("unknown", "pathway.other")),
    ("protein", add('<bp:Protein rdf:ID="x"></bp:Protein>'), ("unknown", "x")),
    ("small molecule", add('<bp:SmallMolecule rdf:ID="x"></bp:SmallMolecule>'), ("unknown", "x")),
    ("gene", add('<bp:DnaRegion rdf:ID="x"></bp:DnaRegion>'), ("unknown", "x")),
    ("reaction", add('<bp:BiochemicalReaction rdf:ID="x"></bp:BiochemicalReaction>'), ("unknown", "x")),
    ("control", add('<bp:Catalysis rdf:ID="x"></bp:Catalysis>'), ("unknown", "x")),
    ("modulation", add('<bp:Modulation rdf:ID="x"></bp:Modulation>'), ("unknown", "x")),
    ("reference", add('<bp:ProteinReference rdf:ID="x"></bp:ProteinReference>'), ("unknown", "x")),
    ("not well-formed", GOOD.replace("</rdf:RDF>", ""), ("xml", "")),
]
ALL = [*MOLECULES, *FORMS, *PROCESSES, *CONTROLS, *EXTRAS]


@pytest.mark.parametrize(
    ("planted", "expected"),
    [pytest.param(new, found, id=f"{found[0]}: {name}") for name, new, found in ALL],
)
def test_planted_defect_is_found(tmp_path: Path, planted: str, expected: tuple[str, str]) -> None:
    assert planted != GOOD
    assert expected in findings(tmp_path, planted)


def test_good_file_passes() -> None:
    said = biopax_arrival.judge(DATA, "biopax_small")
    assert (said.status, said.findings, said.detail) == ("passed", (), "16 forms, 12 processes")


def test_manifest_with_more_than_the_file(tmp_path: Path) -> None:
    manifest = copy.deepcopy(MANIFEST)
    irs1 = next(molecule for molecule in manifest["molecules"] if molecule["id"] == "IRS1")
    irs1["xrefs"] = ["hgnc:6125", "ncbigene:3667", "reactome:R-HSA-74712"]
    irs1["sites"].append({"name": "S307", "mod": "MOD:00046"})
    found = findings(tmp_path, GOOD, manifest)
    assert set(found) == {("molecule", "ref.IRS1"), ("parts", "IRS1"), ("parts", "IRS1_p"), ("parts", "IRS1_ub")}


def test_homodimer_of_two_is_no_dimer_of_one_and_one(tmp_path: Path) -> None:
    manifest = copy.deepcopy(MANIFEST)
    dimer = next(form for form in manifest["forms"] if form["id"] == "IGF1R_dimer")
    dimer["parts"][0]["count"] = 1
    assert ("form", "IGF1R_dimer") in findings(tmp_path, GOOD, manifest)


def test_judge_without_manifest_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "x.owl").write_text(GOOD, encoding="utf-8")
    assert biopax_arrival.judge(tmp_path, "x").status == "not run"


def test_judge_fails_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "x.model.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    assert biopax_arrival.judge(tmp_path, "x").status == "failed"


@pytest.mark.parametrize(
    ("verb", "left", "right", "kind"),
    [
        ("bind", "IGF1 IGF1R_dimer", "IGF1R_bound", "ComplexAssembly"),
        ("degrade", "IGF1R_endo", "", "Degradation"),
        ("synthesise", "", "IRS1", "TemplateReaction"),
        ("recycle", "IGF1R_endo", "IGF1R_active", "Transport"),
        ("convert_ATP", "IRS1", "IRS1_p", "BiochemicalReaction"),
        ("change", "IRS1", "", "Degradation"),
        ("change", "", "IRS1", "TemplateReaction"),
        ("change", "FOXO1", "FOXO1_p", "TransportWithBiochemicalReaction"),
        ("change", "IGF1R_active", "IGF1R_endo", "Transport"),
        ("change", "IGF1R_bound", "IGF1R_dimer", "ComplexAssembly"),
        ("change", "IGF1R_bound", "IGF1R_active", "BiochemicalReaction"),
        ("change", "IGF1R IGF1R", "IGF1R_active", "BiochemicalReaction"),
        ("change", "AKT_p", "AKT_active", "BiochemicalReaction"),
    ],
)
def test_class_of_a_process(verb: str, left: str, right: str, kind: str) -> None:
    sides = [[{"form": form, "count": 1} for form in side.split()] for side in (left, right)]
    source = Source(Graph("", {}), MANIFEST)
    assert expected_class(source, {"verb": verb, "reactants": sides[0], "products": sides[1]}) == kind


@pytest.mark.parametrize(
    ("curie", "xref"),
    [
        ("uniprot:P08069", ("uniprot", "P08069")),
        ("uniprot:P08069-2", ("uniprot.isoform", "P08069-2")),
        ("CHEBI:30616", ("chebi", "CHEBI:30616")),
        ("GO:0005886", ("go", "GO:0005886")),
        ("taxonomy:9606", ("ncbitaxon", "9606")),
        ("fplx:AKT", ("fplx", "AKT")),
        ("pubchem.compound:11640390", ("pubchem.compound", "11640390")),
    ],
)
def test_curie_as_biopax_spells_it(curie: str, xref: tuple[str, str]) -> None:
    assert xref_of(curie) == xref


MODULATION = (
    f'<bp:Modulation rdf:ID="{DEPHOSPHORYLATION}.linsitinib">\n'
    + text("controlType", "INHIBITION-COMPETITIVE")
    + link("controlled", DEPHOSPHORYLATION)
    + link("controller", "linsitinib")
    + link("evidence", f"ev.{CONTROL}")
    + "</bp:Modulation>\n"
)
HELD = link("pathwayComponent", f"{DEPHOSPHORYLATION}.linsitinib") + " <bp:pathwayOrder"
STEP = link("stepProcess", DEPHOSPHORYLATION)
MODULATED = (
    add(MODULATION)
    .replace(" <bp:pathwayOrder", HELD, 1)
    .replace(STEP, STEP + link("stepProcess", f"{DEPHOSPHORYLATION}.linsitinib"))
)


def inhibited(**changes: Any) -> dict[str, Any]:
    """The manifest with a drug that slows the catalysis by PTPN1."""
    said = {"id": "x", "drug": "linsitinib", "targets": ["PTPN1"], "competitive": True}
    evidence = {"papers": ["pubmed:17898809"], "eco": ["ECO:0000314"]}
    return {**MANIFEST, "inhibitions": [{**said, **evidence, **changes}]}


def test_inhibition_is_a_modulation_of_each_catalysis_by_its_target(tmp_path: Path) -> None:
    assert findings(tmp_path, MODULATED, inhibited()) == []
    assert findings(tmp_path, GOOD, inhibited()) == [("control", DEPHOSPHORYLATION)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"competitive": False}, ("control", DEPHOSPHORYLATION)),
        ({"targets": ["AKT_active"]}, ("control", "control.AKT_exports_FOXO1.AKT_active")),
        ({"targets": ["AKT_active"]}, ("unknown", f"{DEPHOSPHORYLATION}.linsitinib")),
        ({"papers": ["pubmed:2877871"]}, ("papers", f"{DEPHOSPHORYLATION}.linsitinib")),
    ],
)
def test_modulation_that_differs_is_found(tmp_path: Path, changes: dict[str, Any], expected: tuple[str, str]) -> None:
    assert expected in findings(tmp_path, MODULATED, inhibited(**changes))
