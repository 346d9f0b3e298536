"""Paxtools itself: its log, the arrival of every value, the schema table, and the network it derives."""

from __future__ import annotations

from collections import Counter
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest
from biopax_planting import DATA, GOOD, add, before, edit, text

from igf1r_validation import biopax_paxtools, biopax_sif
from igf1r_validation.biopax_graph import read_graph
from igf1r_validation.biopax_paxtools import JavaMissingError, start_java
from igf1r_validation.biopax_schema import ABSTRACT, PARENTS, PROPERTIES, property_of

GRAPH = read_graph(DATA / "biopax_small.owl")


@pytest.fixture(scope="module")
def _java() -> None:
    """Paxtools stands in its own requirements file: without it these tests cannot say anything."""
    try:
        start_java()
    except JavaMissingError as missing:
        pytest.skip(str(missing))


def rules(folder: Path, planted: str) -> set[str]:
    """What Paxtools objects to in a planted text."""
    (folder / "planted.owl").write_text(planted, encoding="utf-8")
    return {finding.rule for finding in biopax_paxtools.judge(folder, "planted").findings}


@pytest.mark.usefixtures("_java")
def test_good_file_arrives_whole() -> None:
    said = biopax_paxtools.judge(DATA, "biopax_small")
    assert (said.status, said.findings) == ("passed", ())
    assert said.detail.startswith(f"{GOOD.count('rdf:ID=')} objects, ")


@pytest.mark.usefixtures("_java")
@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        pytest.param(before("IRS1", text("taxon", "x")), "log ERROR", id="unknown property"),
        pytest.param(edit("IRS1", "#source.small", "#source.tiny"), "log WARN", id="dangling link"),
        pytest.param(edit("IRS1", '"#ref.IRS1"', '"#ref.ATP"'), "arrival", id="wrong range"),
        pytest.param(GOOD.replace("bp:Control", "bp:Modulation"), "arrival", id="modulation of a reaction"),
        pytest.param(before("IRS1", text("displayName", "x")), "arrival", id="second value of one"),
        pytest.param(edit("site.IGF1R_Y1161", ">1161<", ">Y1161<"), "log WARN", id="no number"),
        pytest.param(edit("IGF1R_degrades", "LEFT-TO-RIGHT", "FORWARD"), "exception", id="unknown word"),
        pytest.param(GOOD.replace('rdf:ID="PTPN1"', 'rdf:ID="AKT"'), "exception", id="one id twice"),
        pytest.param(GOOD.replace("</rdf:RDF>", ""), "exception", id="not well-formed"),
        pytest.param(edit("IRS1", ">IRS1<", ">IRS1 \n x<"), "arrival", id="text that is changed"),
        pytest.param(edit("stoich.IRS1_1", ">1.0<", ">1.000000001<"), "arrival", id="number that is rounded"),
    ],
)
def test_planted_defect_is_found(tmp_path: Path, planted: str, rule: str) -> None:
    assert rule in rules(tmp_path, planted)


@pytest.mark.usefixtures("_java")
def test_file_that_is_not_there_fails(tmp_path: Path) -> None:
    assert biopax_paxtools.judge(tmp_path, "absent").status == "failed"


def whole() -> biopax_paxtools.Held:
    """What Paxtools would hold of the good file if it held exactly what is written."""
    return {thing.id: (thing.kind, Counter((v.property, v.text) for v in thing.values)) for thing in GRAPH}


def messages(held: biopax_paxtools.Held) -> list[tuple[str, str]]:
    """The findings of a comparison."""
    return [(finding.subject, finding.message) for finding in biopax_paxtools.arrival(GRAPH, held)]


def test_arrival_of_the_same_is_silent() -> None:
    assert messages(whole()) == []


def test_arrival_names_lost_and_new_objects_and_values() -> None:
    held = whole()
    del held["PTPN1"]
    held["x"] = held["IRS1"]
    held["AKT"] = ("Complex", held["AKT"][1])
    held["IRS1"][1].subtract([("displayName", "IRS1")])
    held["IRS1_p"][1].update([("feature", "feature.IRS1_unplaced")])
    held["stoich.IRS1_1"][1].subtract([("stoichiometricCoefficient", "1.0")])
    held["stoich.IRS1_1"][1].update([("stoichiometricCoefficient", "2.0")])
    assert messages(held) == [
        ("PTPN1", "Paxtools does not hold the object"),
        ("x", "the object is not in the file"),
        ("IRS1", "displayName 'IRS1' did not arrive"),
        ("IRS1_p", "feature 'feature.IRS1_unplaced' is not in the file"),
        ("AKT", "a Protein arrived as a Complex"),
        ("stoich.IRS1_1", "stoichiometricCoefficient '1.0' did not arrive"),
        ("stoich.IRS1_1", "stoichiometricCoefficient '2.0' is not in the file"),
    ]


@pytest.mark.usefixtures("_java")
def test_schema_table_has_the_classes_and_properties_of_paxtools() -> None:
    factory = biopax_paxtools.java("org.biopax.paxtools.model.BioPAXLevel").L3.getDefaultFactory()
    editors = biopax_paxtools.java("org.biopax.paxtools.controller.SimpleEditorMap").L3
    for kind in sorted(set(PARENTS) - ABSTRACT):
        interface = biopax_paxtools.java(f"{biopax_paxtools.LEVEL3}.{kind}").class_
        assert factory.canInstantiate(interface), kind
        theirs = {str(e.getProperty()): bool(e.isMultipleCardinality()) for e in editors.getEditorsOf(interface)}
        ours = {name: found.many for name in PROPERTIES if (found := property_of(kind, name))}
        assert ours == theirs, kind


@pytest.mark.parametrize("judge", [biopax_paxtools, biopax_sif])
def test_judge_without_paxtools_is_not_run(judge: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> Any:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(biopax_paxtools, "distribution", absent)
    said = judge.judge(DATA, "biopax_small")
    assert (said.status, said.detail) == ("not run", "paxtools is not installed")


def test_judge_without_java_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(biopax_paxtools, "paxtools_jar", lambda: Path("paxtools.jar"))
    monkeypatch.setattr(biopax_paxtools, "_java_homes", lambda: iter(()))
    said = biopax_paxtools.judge(DATA, "biopax_small")
    assert said.status == "not run"
    assert said.detail.startswith("no Java runtime")


def test_java_of_the_machine_is_the_second_choice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for folder in ("home/lib/server", "machine/lib/server", "machine/bin"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "home/lib/server/libjvm.so").touch()
    (tmp_path / "machine/lib/server/libjvm.so").touch()
    monkeypatch.setattr(biopax_paxtools, "find_spec", lambda _: None)
    monkeypatch.setattr("shutil.which", lambda _: str(tmp_path / "machine" / "bin" / "java"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert biopax_paxtools.java_machine() == tmp_path / "machine/lib/server/libjvm.so"
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert biopax_paxtools.java_machine() == tmp_path / "home/lib/server/libjvm.so"


@pytest.mark.usefixtures("_java")
def test_network_has_the_edges_of_the_recipes() -> None:
    found = biopax_sif.edges(DATA / "biopax_small.owl")
    assert found >= {
        ("IGF1R", "controls-phosphorylation-of", "IRS1"),
        ("AKT1", "controls-phosphorylation-of", "FOXO1"),
        ("FOXO1", "controls-expression-of", "IRS1"),
        ("IGF1", "in-complex-with", "IGF1R"),
        ("IGF1R", "in-complex-with", "IGF1"),
        ("11640390", "chemical-affects", "IGF1R"),
    }
    assert ("IRS1", "controls-phosphorylation-of", "IGF1R") not in found


def listed(folder: Path, *rows: str) -> Path:
    """A list of required edges."""
    path = folder / "required_sif.tsv"
    path.write_text("\n".join(["source\ttype\ttarget\tmodel", *rows, ""]), encoding="utf-8")
    return path


@pytest.mark.usefixtures("_java")
def test_missing_edge_is_found(tmp_path: Path) -> None:
    kept = "IGF1R\tcontrols-phosphorylation-of\tIRS1\t"
    other = "MAPK1\tcontrols-phosphorylation-of\tSOS1\tigf1r_core"
    said = biopax_sif.judge(DATA, "biopax_small", listed(tmp_path, kept, other))
    assert (said.status, said.detail.partition(", ")[2]) == ("passed", "1 required")
    said = biopax_sif.judge(DATA, "biopax_small", listed(tmp_path, kept, other.replace("igf1r_core", "")))
    assert [finding.message for finding in said.findings] == ["MAPK1 controls-phosphorylation-of SOS1"]


@pytest.mark.usefixtures("_java")
def test_edge_goes_with_its_catalysis(tmp_path: Path) -> None:
    start = GOOD.index('<bp:Catalysis rdf:ID="control.AKT_exports_FOXO1')
    end = GOOD.index("</bp:Catalysis>", start) + len("</bp:Catalysis>")
    (tmp_path / "planted.owl").write_text(GOOD[:start] + GOOD[end:], encoding="utf-8")
    edge = "AKT1\tcontrols-phosphorylation-of\tFOXO1\t"
    assert biopax_sif.judge(tmp_path, "planted", listed(tmp_path, edge)).status == "failed"


@pytest.mark.usefixtures("_java")
def test_network_of_a_broken_file_fails(tmp_path: Path) -> None:
    (tmp_path / "planted.owl").write_text(add("<bp:"), encoding="utf-8")
    said = biopax_sif.judge(tmp_path, "planted", listed(tmp_path))
    assert [finding.rule for finding in said.findings] == ["exception"]


def test_network_without_a_list_is_not_run(tmp_path: Path) -> None:
    assert biopax_sif.judge(DATA, "biopax_small", tmp_path / "absent.tsv").status == "not run"
