"""The judges of CX2, GraphML, SIF and the activity flow find what is planted in files of a real model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import helpers
import pytest

from igf1r_model.drawing import Box, Drawing, Glyph, Layout, Shows
from igf1r_model.exporters import formats, written
from igf1r_validation import activity_signs, agree, cx2_ndex2, cx2_rules, graphml_networkx, sif_tables
from igf1r_validation.verdict import Verdict

MODEL = "igf1r_egfr"  # it has families, drugs, sources, sinks, switches and self-catalysis
JUDGES = [activity_signs, agree, cx2_ndex2, cx2_rules, graphml_networkx, sif_tables]
FORMATS = ("activity", "biopax", "cx2", "graphml", "manifest", "sbgn", "sbml", "sif")
Plant = Callable[[ModuleType, str, str, str], Verdict]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the model that these judges read."""
    folder = tmp_path_factory.mktemp("networks")
    for name in FORMATS:
        for file, text in written(formats()[name], helpers.models()[MODEL]).items():
            (folder / file).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def plant(files: Path, tmp_path: Path) -> Plant:
    """Judge the files after a text in one of them is replaced once."""

    def planted(judge: ModuleType, suffix: str, old: str, new: str) -> Verdict:
        shutil.copytree(files, tmp_path, dirs_exist_ok=True)
        path = tmp_path / f"{MODEL}{suffix}"
        text = path.read_text(encoding="utf-8")
        assert old in text, "there is nothing to replace, so nothing would be planted"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        verdict: Verdict = judge.judge(tmp_path, MODEL)
        return verdict

    return planted


@pytest.mark.parametrize("judge", JUDGES, ids=lambda judge: judge.NAME)
def test_good_files_pass(judge: ModuleType, files: Path) -> None:
    verdict = judge.judge(files, MODEL)
    assert (verdict.status, verdict.findings) == ("passed", ())


@pytest.mark.parametrize(
    ("judge", "suffix"),
    [(cx2_rules, ".activity.cx2"), (cx2_ndex2, ".cx2"), (graphml_networkx, ".graphml"), (sif_tables, ".activity.sif"),
     (activity_signs, ".activity.edges.tsv")],
)  # fmt: skip
def test_a_missing_file_is_never_passed(judge: ModuleType, suffix: str, files: Path, tmp_path: Path) -> None:
    shutil.copytree(files, tmp_path, dirs_exist_ok=True)
    (tmp_path / f"{MODEL}{suffix}").unlink()
    verdict = judge.judge(tmp_path, MODEL)
    assert verdict.status == "not run"
    assert suffix in verdict.detail


@pytest.mark.parametrize(
    ("suffix", "old", "new", "rule"),
    [
        (".cx2", '"name": "nodes"}', '"name": "nodes", "name": "nodes"}', "json"),
        (".cx2", '{"CXVersion": "2.0"', '{"CXVersion": "1.0"', "descriptor"),
        (".cx2", '{"metaData": [', '{"metadata": [', "aspect"),
        (".cx2", '"elementCount": 357', '"elementCount": 358', "elementCount"),
        (".activity.cx2", '"elementCount": 97', '"elementCount": 96', "elementCount"),
        (".cx2", '"sbo": {"d": "string"}, "verb"', '"verb"', "declaration"),
        (".cx2", '"verb": {"d": "string"}', '"verb": {"d": "string"}, "more": {"d": "string"}', "declaration"),
        (".cx2", '"stoichiometry": 1,', '"stoichiometry": "1",', "type"),
        (".cx2", '"input": true', '"input": "true"', "type"),
        (".cx2", '"citation": ["pubmed:7758431"]', '"citation": "pubmed:7758431"', "type"),
        (".cx2", '"gene": ["IGF1"]', '"gene": []', "empty"),
        (".cx2", '"model_id": "IGF2"', '"model_id": "IGF1"', "ids"),
        (".cx2", '{"id": 1, "x"', '{"id": 0, "x"', "ids"),
        (".cx2", '{"id": 1, "s": 2,', '{"id": 1, "s": 9999,', "ends"),
        (".cx2", '{"id": 1, "x"', '{"id": 1, "z"', "coordinates"),
        (".cx2", '"attribute": "name", "type": "string"', '"attribute": "name"', "mapping type"),
        (".cx2", '"attribute": "name", "type": "string"', '"attribute": "label", "type": "string"', "mapping"),
        (".cx2", '{"v": "drug", "vp": "hexagon"}, ', "", "style"),
        (".activity.cx2", '{"v": "inhibits", "vp": "tee"}, ', "", "style"),
        (".cx2", '{"v": "inhibition", "vp": "tee"}', '{"v": "inhibited", "vp": "tee"}', "style"),
        (".cx2", '{"status": [', '{"nodeBypasses": [{"id": 1, "v": {}}]},\n{"status": [', "bypass"),
        (".cx2", '\\"MOD\\": \\"https://identifiers.org/MOD:\\", ', "", "context"),
        (".cx2", "https://identifiers.org/MOD:", "https://identifiers.org/mod:", "context"),
        (".cx2", '\\"MOD\\":', '\\"BTO\\": \\"https://identifiers.org/BTO:\\", \\"MOD\\":', "context"),
        (".cx2", '"success": true', '"success": false', "status"),
        (".cx2", '"rights": "CC0 1.0", ', "", "attribute"),
    ],
)
def test_a_fault_of_a_cx2_file_is_found(plant: Plant, suffix: str, old: str, new: str, rule: str) -> None:
    assert rule in {one.rule for one in plant(cx2_rules, suffix, old, new).findings}


@pytest.mark.parametrize(
    ("suffix", "old", "new", "words"),
    [
        (".cx2", '"stoichiometry": 1,', '"stoichiometry": "1",', "edges"),
        (".cx2", '"elementCount": 357', '"elementCount": 358', "metaData"),
        (".activity.cx2", '"contested": {"d": "boolean"}', '"contested": {"d": "string"}', "edges"),
        (".cx2", '"verb": {"d": "string"}', '"verb": {"d": "words"}', ".cx2"),
        (".activity.cx2", '{"id": 1, "s"', '{"id": 0, "s"', ".activity.cx2"),
    ],
)
def test_what_ndex2_does_not_write_back_is_found(plant: Plant, suffix: str, old: str, new: str, words: str) -> None:
    findings = plant(cx2_ndex2, suffix, old, new).findings
    assert any(words in one.subject for one in findings)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("</graphml>", "", "unreadable"),
        ('edgedefault="directed"', 'edgedefault="undirected"', "graph"),
        ('<data key="node.sbo">SBO:0000252</data>', "", "not as in CX2"),
        ('<data key="edge.sign">-</data>', '<data key="edge.sign">+</data>', "not as in CX2"),
        ('<node id="IGF2">', '<node id="IGF3">', "not as in CX2"),
        ('attr.name="input" attr.type="boolean"', 'attr.name="input" attr.type="string"', "type"),
        ('attr.name="stoichiometry" attr.type="int"', 'attr.name="stoichiometry" attr.type="string"', "type"),
        ('<data key="graph.organism">Homo sapiens</data>', "", "graph"),
    ],
)
def test_a_fault_of_a_graphml_file_is_found(plant: Plant, old: str, new: str, rule: str) -> None:
    assert rule in {one.rule for one in plant(graphml_networkx, ".graphml", old, new).findings}


@pytest.mark.parametrize(
    ("suffix", "old", "new", "rule"),
    [
        (".sif", "\tconsumption\t", "\tused up by\t", "line"),
        (".sif", "\tconsumption\t", "\tproduction\t", "edge"),
        (".sif", "IGF1\tconsumption\t", "IGF9\tconsumption\t", "node"),
        (".activity.sif", "AKT1\tinhibits\tTSC2\n", "", "edge"),
        (".nodes.tsv", "uniprot:P05019", "uniprot:P05020", "not as in CX2"),
        (".edges.tsv", "pubmed:7758431", "pubmed:7758432", "not as in CX2"),
        (".activity.edges.tsv", "AKT1 (inhibits) TSC2", "AKT1 (activates) TSC2", "id"),
        (".nodes.tsv", "\nIGF2\t", "\nIGF3\t", "nodes"),
        (".model.json", '"id": "IGF1_binds_IGFBP3"', '"id": "IGF1_binds"', "nodes"),
    ],
)
def test_a_fault_of_a_simple_file_is_found(plant: Plant, suffix: str, old: str, new: str, rule: str) -> None:
    assert rule in {one.rule for one in plant(sif_tables, suffix, old, new).findings}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("influence.AKT1.TSC2\t-\t", "influence.AKT1.TSC2\t+\t", "sign"),
        ("influence.AKT1.TSC2\t-\t", "influence.AKT1.TSC2\t+\t", "interaction"),
        ("\tAKT1\tinhibits\tTSC2\t", "\tAKT1\tinhibits\tTSC1\t", "missing"),
        ("\tAKT1\tinhibits\tTSC2\t", "\tAKT1\tinhibits\tAKT1\t", "itself"),
        ("\tAKT1\tinhibits\tTSC2\t", "\tMAPK1\tinhibits\tTSC2\t", "twice"),
        ("\tAKT1\tinhibits\tTSC2\t", "\tPTEN\tinhibits\tTSC2\t", "part"),
        ("\tAKT_phosphorylates_TSC\t", "\tAKT_likes_TSC\t", "process"),
        ("_on_EGFR\tfalse\t\tSBO:0000169\tpubmed:22037378", "_on_EGFR\tfalse\t\tSBO:0000169\tpubmed:1", "citation"),
    ],
)  # fmt: skip
def test_a_fault_of_an_influence_is_found(plant: Plant, old: str, new: str, rule: str) -> None:
    assert rule in {one.rule for one in plant(activity_signs, ".activity.edges.tsv", old, new).findings}


@pytest.mark.parametrize(
    ("suffix", "old", "new", "rule"),
    [
        (".cx2", '"represents": "uniprot:P05019"', '"represents": "uniprot:P05020"', "form uniprot"),
        (".cx2", '"member": ["uniprot:P05019", "uniprot:P08069"]', '"member": ["uniprot:P05019"]', "form uniprot"),
        (".cx2", '"name": "IGF2", "model_id"', '"name": "IGF-2", "model_id"', "form name"),
        (".cx2", '"compartment_go": "GO:0005576"', '"compartment_go": "GO:0005577"', "form place"),
        (".cx2", '"reversible": true', '"reversible": false', "process reversible"),
        (".cx2", '"stoichiometry": 2', '"stoichiometry": 1', "process reactants"),
        (".cx2", '"sign": "-"', '"sign": "+"', "control"),
        (".cx2", '"sbo": "SBO:0000206", "citation": ["p', '"sbo": "SBO:0000206", "citation": ["doi:10.1/1", "p',
         "control papers"),
        (".graphml", '<data key="node.citation">pubmed:', '<data key="node.citation">pubmed:9', "process papers"),
        (".graphml", '<data key="node.represents">uniprot:P', '<data key="node.represents">uniprot:Q', "form uniprot"),
        (".graphml", '<data key="edge.interaction">production<', '<data key="edge.interaction">consumption<',
         "process products"),
    ],
)  # fmt: skip
def test_a_network_that_does_not_agree_with_sbml_is_found(
    plant: Plant, suffix: str, old: str, new: str, rule: str
) -> None:
    verdict = plant(agree, suffix, old, new)
    assert rule in {one.rule for one in verdict.findings}
    assert any({".cx2": "CX2", ".graphml": "GraphML"}[suffix] in one.message for one in verdict.findings)


def test_a_catalysis_of_itself_that_a_network_lacks_is_found(files: Path, tmp_path: Path) -> None:
    shutil.copytree(files, tmp_path, dirs_exist_ok=True)
    path = tmp_path / f"{MODEL}.cx2"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"control.IGF1R_activates.IGF1R"' not in line), encoding="utf-8")
    assert {one.rule for one in agree.judge(tmp_path, MODEL).findings} == {"self-catalysis"}


# Coordinates.


def drawn(model: Any, leave_out: str = "") -> Any:
    """The model with a layout in which everything stands in one row."""
    things = [(f.id, Shows.FORM, f.id) for f in model.forms] + [(p.id, Shows.PROCESS, p.id) for p in model.processes]
    for kind, sides in ((Shows.SOURCE, "reactants"), (Shows.SINK, "products")):
        things += [(f"{kind}.{p.id}", kind, p.id) for p in model.processes if not getattr(p, sides)]
    glyphs = [
        Glyph(i, shows, of, Box(100 * n, 50, 80, 30)) for n, (i, shows, of) in enumerate(things) if i != leave_out
    ]
    whole = Drawing("whole", "all", 9000, 100, (), tuple(glyphs), ())
    return replace(model, layout=Layout(whole, (), replace(whole, glyphs=())))


def nodes(model: Any) -> Iterator[dict[str, Any]]:
    blocks = json.loads(formats()["cx2"].export(model))
    yield from next(block["nodes"] for block in blocks if "nodes" in block)


def test_coordinates_are_the_middle_of_the_boxes_and_sizes_pass_through() -> None:
    model = drawn(helpers.models()["tiny"])
    first, second = list(nodes(model))[:2]
    assert (first["x"], first["y"], first["v"]["width"], first["v"]["height"]) == (40, 65, 80, 30)
    assert second["x"] == 140
    assert '"NODE_WIDTH": {"type": "PASSTHROUGH"' in formats()["cx2"].export(model)
    assert '<data key="node.x">40</data>' in formats()["graphml"].export(model)


def test_a_thing_that_is_not_drawn_takes_all_coordinates_away() -> None:
    model = helpers.models()["tiny"]
    assert formats()["cx2"].export(drawn(model, leave_out="IRS1")) == formats()["cx2"].export(
        replace(model, layout=None)
    )


def test_a_drawn_network_passes_the_judges(tmp_path: Path) -> None:
    model = drawn(helpers.models()["tiny"])
    for name in ("activity", "cx2", "graphml", "manifest", "sbml", "sif"):
        for file, text in written(formats()[name], model).items():
            (tmp_path / file).write_text(text, encoding="utf-8")
    for judge in (cx2_rules, cx2_ndex2, graphml_networkx, sif_tables):
        verdict = judge.judge(tmp_path, "tiny")
        assert (verdict.status, verdict.findings) == ("passed", ())
