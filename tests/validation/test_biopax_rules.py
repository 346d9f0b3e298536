"""Rules about the file and its xrefs, one planted defect each, and the counts of allowed warnings."""

from __future__ import annotations

import json
import shutil
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest
from biopax_planting import DATA, DEPHOSPHORYLATION, GOOD, MANIFEST, add, before, edit, link, text

from igf1r_validation import biopax_rules
from igf1r_validation.biopax_schema import XSD

LABELS = {
    "GO:0005576": "extracellular region",
    "GO:0005634": "nucleus",
    "GO:0005769": "early endosome",
    "GO:0005829": "cytosol",
    "GO:0005886": "plasma membrane",
}


def broken(tmp_path: Path, text: str, manifest: dict[str, Any] | None = None) -> set[str]:
    """The rules that a text breaks."""
    path = tmp_path / "planted.owl"
    path.write_text(text, encoding="utf-8")
    return {finding.rule for finding in biopax_rules.check(path, LABELS, manifest)[0]}


FILE = [
    ("base", edit("", "small#", "small/"), "xml.base"),
    (
        "base of BioPAX",
        edit("", "https://w3id.org/igf1r-model/small#", "https://www.biopax.org/x"),
        "xml.base",
    ),
    ("root", GOOD.replace("rdf:RDF", "owl:RDF"), "parse"),
    ("imports", edit("", 'level3.owl#"/>', 'level2.owl#"/>'), "parse"),
    ("foreign object", add('<xsd:Thing rdf:ID="x"/>'), "parse"),
    ("foreign property", before("IRS1", ' <owl:sameAs rdf:resource="#FOXO1"/>\n'), "parse"),
    ("nested", add('<bp:Evidence rdf:ID="x"><bp:xref><bp:Xref/></bp:xref></bp:Evidence>'), "parse"),
    (
        "absolute link",
        edit("IRS1", '"#source.small"', '"https://w3id.org/igf1r-model/small#source.small"'),
        "parse",
    ),
    ("not well-formed", GOOD.replace("</rdf:RDF>", ""), "xml"),
    ("no NCName", GOOD.replace('"#PTPN1"', '"#uniprot:P"').replace('"PTPN1"', '"uniprot:P"'), "id"),
    ("about", edit("", 'rdf:ID="PTPN1"', 'rdf:about="PTPN1"'), "id"),
    ("long", GOOD.replace('"PTPN1"', f'"{"P" * 250}"'), "id"),
    ("case", add('<bp:Protein rdf:ID="irs1"></bp:Protein>'), "duplicate.id.ignoringcase"),
    ("class", add('<bp:Enzyme rdf:ID="x"></bp:Enzyme>'), "unknown.class"),
    ("abstract", add('<bp:Entity rdf:ID="x"></bp:Entity>'), "not.allowed.element"),
    ("bare entity", add('<bp:PhysicalEntity rdf:ID="x"></bp:PhysicalEntity>'), "not.specific.element"),
    ("bare conversion", add('<bp:Conversion rdf:ID="x"></bp:Conversion>'), "not.specific.element"),
    ("property", before("IRS1", text("taxon", "x")), "unknown.property"),
    ("participant", before("IGF1R_degrades", link("participant", "IRS1")), "unknown.property"),
    ("two names", before("IRS1", text("displayName", "x")), "max.cardinality"),
    ("twice", before("IGF1R_degrades", link("left", "IGF1R_endo")), "repeated.value"),
    ("range", edit("IRS1", '"#place.GO_0005829"', '"#source.small"'), "range"),
    ("modulation of a reaction", GOOD.replace("bp:Control", "bp:Modulation"), "range"),
    ("reference", edit("IRS1", '"#ref.IRS1"', '"#ref.ATP"'), "range"),
    ("text for link", edit("IRS1", link("dataSource", "source.small"), text("dataSource", "me")), "range"),
    ("link for text", edit("IRS1", text("displayName", "IRS1"), link("displayName", "AKT")), "range"),
    ("word", edit("IGF1R_degrades", "LEFT-TO-RIGHT", "FORWARD"), "range"),
    ("dangling link", edit("IRS1", "#source.small", "#source.tiny"), "dangling.property.value"),
    ("datatype", edit("site.IGF1R_Y1161", "XMLSchema#int", "XMLSchema#string"), "datatype"),
    ("no datatype", edit("IRS1", f' rdf:datatype="{XSD}string"', ""), "datatype"),
    ("no number", edit("site.IGF1R_Y1161", ">1161<", ">Y1161<"), "datatype"),
    ("spaces", edit("AKT_active", "p-AKT active", "p-AKT  active"), "text"),
    ("empty", edit("IRS1", ">IRS1<", "><"), "text"),
    ("no source", edit("IRS1", link("dataSource", "source.small"), ""), "min.cardinality"),
    ("no evidence", edit("IGF1R_degrades", link("evidence", "ev.IGF1R_degrades"), ""), "min.cardinality"),
    ("no organism", edit("pathway.small", link("organism", "organism.9606"), ""), "min.cardinality"),
    ("no place", edit("IRS1", link("cellularLocation", "place.GO_0005829"), ""), "min.cardinality"),
    ("no position", edit("site.IGF1R_Y1161", text("sequencePosition", "1161", "int"), ""), "min.cardinality"),
    ("no controller", edit(DEPHOSPHORYLATION, link("controller", "PTPN1"), ""), "min.cardinality"),
]
XREFS = [
    ("database", edit("xref.uniprot_P35568", ">uniprot<", ">proteins<"), "unknown.db"),
    ("spelling", edit("xref.uniprot_P35568", ">uniprot<", ">UniProt<"), "db.name.spelling"),
    ("pattern", edit("xref.uniprot_P35568", "P35568<", "IRS1<"), "invalid.id.format"),
    ("bare digits", edit("xref.go_GO_0005829", "GO:0005829<", "0005829<"), "invalid.id.format"),
    ("prefix", edit("xref.hgnc.symbol_IRS1", "IRS1<", "hgnc.symbol:IRS1<"), "invalid.id.format"),
    ("no id", edit("xref.uniprot_P35568", text("id", "P35568"), ""), "XrefRule"),
    ("two ids", edit("xref.uniprot_P35568", "</bp:id>\n", "</bp:id>\n" + text("id", "Q9Y4H2")), "XrefRule"),
    ("two owners", edit("ref.IRS1", "xref.uniprot_P35568", "xref.uniprot_P08069"), "shared.unification.xref"),
    ("twins", edit("xref.uniprot_P35568", "P35568<", "P08069<"), "shared.unification.xref"),
    ("not allowed", edit("organism.9606", "ncbitaxon_9606", "ncbigene_3667"), "not.allowed.xref"),
    ("denied", edit("xref.chebi_CHEBI_30616", ">chebi<", ">uniprot<"), "denied.xref"),
    ("no term", edit("place.GO_0005829", text("term", "cytosol"), ""), "ControlledVocabulary"),
    ("two xrefs", before("place.GO_0005829", link("xref", "xref.go_GO_0005634")), "ControlledVocabulary"),
    ("word of a place", edit("place.GO_0005829", ">cytosol<", ">cytoplasm<"), "CellularLocation"),
    ("id of a place", edit("xref.go_GO_0005829", "GO:0005829<", "GO:0006412<"), "CellularLocation"),
    ("word of a residue", edit("mod.MOD_00046", "serine", "threonine"), "ProteinModificationFeature"),
    ("id of a residue", edit("xref.mod_MOD_00046", "MOD:00046<", "MOD:00001<"), "ProteinModificationFeature"),
    ("id of a code", edit("xref.mi_MI_0364", "MI:0364<", "MI:0915<"), "EvidenceCode"),
    ("word of a code", edit("code.MI_0364", "inferred by curator", "imaging technique"), "EvidenceCode"),
    ("no code", edit("ev.IGF1R_degrades", link("evidenceCode", "code.MI_0364"), ""), "Evidence"),
]


@pytest.mark.parametrize(
    ("planted", "rule"),
    [pytest.param(new, rule, id=f"{rule}: {name}") for name, new, rule in (*FILE, *XREFS)],
)
def test_planted_defect_is_found(tmp_path: Path, planted: str, rule: str) -> None:
    assert planted != GOOD
    found = broken(tmp_path, planted)
    assert rule in found
    assert ("xml" in found) == (rule == "xml")


def test_good_file_has_only_the_allowed_warnings() -> None:
    wrong, allowed = biopax_rules.check(DATA / "biopax_small.owl", LABELS, MANIFEST)
    assert wrong == []
    assert sorted((finding.rule, finding.subject) for finding in allowed) == [
        ("cardinality.violated", "feature.IRS1_unplaced"),
        ("multiple.location", "AKT_exports_FOXO1"),
        ("multiple.location", "IGF1R_phosphorylates_itself"),
        ("multiple.location", "IGF1_binds_IGF1R"),
        ("not.specific.element", "control.IGF1R_phosphorylates_itself.linsitinib"),
        ("not.specific.element", "control.IRS1_promotes_AKT.IRS1_p"),
        ("not.specific.element", "feature.AKT_active"),
    ]


def changed(old: str, new: str) -> dict[str, Any]:
    """The manifest with every occurrence of a text changed."""
    plain: dict[str, Any] = json.loads(json.dumps(MANIFEST).replace(old, new))
    return plain


def without_role(role: str) -> dict[str, Any]:
    """The manifest with the controls of one role as catalysts."""
    return changed(f'"role": "{role}"', '"role": "catalyst"')


@pytest.mark.parametrize(
    ("manifest", "rule"),
    [
        (without_role("inhibitor"), "not.specific.element"),
        (
            changed('"kind": "active"', '"kind": "cleaved"'),
            "not.specific.element",
        ),
        (
            changed('"kind": "unplaced"', '"kind": "cleaved"'),
            "cardinality.violated",
        ),
        (
            changed('"place": "medium"', '"place": "plasma_membrane"'),
            "multiple.location",
        ),
    ],
)
def test_warning_that_the_model_does_not_explain_fails(tmp_path: Path, manifest: dict[str, Any], rule: str) -> None:
    assert broken(tmp_path, GOOD, manifest) == {rule}


def test_missing_warning_fails_too(tmp_path: Path) -> None:
    planted = edit("IRS1", link("cellularLocation", "place.GO_0005829"), "").replace("bp:Control", "bp:Catalysis")
    assert "not.specific.element" in broken(tmp_path, planted, MANIFEST)


def test_labels_of_the_rules_and_of_the_table_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "planted.owl"
    path.write_text(GOOD, encoding="utf-8")
    wrong, _ = biopax_rules.check(path, {**LABELS, "MOD:00046": "phosphoserine"})
    assert [finding.rule for finding in wrong] == ["label"]


def test_only_cellular_components_are_read_as_places(tmp_path: Path) -> None:
    table = tmp_path / "identifiers.tsv"
    table.write_text(
        "curie\tlabel\trole\nGO:0005829\tcytosol\tcellular_component\nGO:0006412\ttranslation\tbiological_process\n",
        encoding="utf-8",
    )
    assert biopax_rules.read_labels(table) == {"GO:0005829": "cytosol"}


def test_judge_passes_a_good_file_and_prints_the_counts() -> None:
    said = biopax_rules.judge(DATA, "biopax_small")
    assert (said.status, said.findings) == ("passed", ())
    assert said.detail == "allowed warnings: 3 multiple.location, 3 not.specific.element, 1 cardinality.violated"


def test_judge_fails_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "bad.owl").write_text(edit("IRS1", ">IRS1<", ">PTPN1<"), encoding="utf-8")
    shutil.copy(DATA / "biopax_small.model.json", tmp_path / "bad.model.json")
    assert biopax_rules.judge(tmp_path, "bad").status == "failed"


def test_judge_fails_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert biopax_rules.judge(tmp_path, "absent").status == "failed"


def test_judge_without_table_or_registry_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(biopax_rules, "identifiers_table", lambda: None)
    assert biopax_rules.judge(DATA, "biopax_small").status == "not run"

    def absent(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(biopax_rules, "version", absent)
    assert biopax_rules.judge(DATA, "biopax_small").status == "not run"
