"""The SBGN map says what the model says, and its judges find what is planted in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace

import helpers
import pytest
from lxml import etree

from igf1r_model.exporters import formats, sbgn, written
from igf1r_validation import agree, sbgn_arrival, sbgn_drawing, sbgn_schema, sbgn_schematron
from igf1r_validation.verdict import Verdict

MODEL = "igf1r_egfr"  # it has complexes, drugs, sources, sinks, and forms that act on themselves
FORMATS = ("activity", "biopax", "cx2", "graphml", "manifest", "sbgn", "sbml")
QUICK = [agree, sbgn_arrival, sbgn_drawing, sbgn_schema]
Plant = Callable[..., Verdict]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that these judges read, of a large and of a tiny model."""
    folder = tmp_path_factory.mktemp("sbgn")
    for model in (MODEL, "tiny"):
        for name in FORMATS:
            for file, text in written(formats()[name], helpers.models()[model]).items():
                (folder / file).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def plant(files: Path, tmp_path: Path) -> Plant:
    """Judge the map after what a pattern finds first is replaced."""

    def planted(judge: ModuleType | SimpleNamespace, pattern: str, new: str, model: str = MODEL) -> Verdict:
        shutil.copytree(files, tmp_path, dirs_exist_ok=True)
        path = tmp_path / f"{model}.sbgn"
        text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
        assert count, "there is nothing to replace, so nothing would be planted"
        path.write_text(text, encoding="utf-8")
        verdict: Verdict = judge.judge(tmp_path, model)
        return verdict

    return planted


@pytest.mark.parametrize("judge", QUICK, ids=lambda judge: judge.NAME)
def test_a_good_map_passes(judge: ModuleType, files: Path) -> None:
    verdict = judge.judge(files, MODEL)
    assert (verdict.status, verdict.findings) == ("passed", ())


def test_a_good_map_passes_the_schematron_rules(files: Path) -> None:
    verdict = sbgn_schematron.judge(files, "tiny")
    assert (verdict.status, verdict.findings) == ("passed", ())


def glyph(id: str) -> str:
    """A pattern for the beginning of a glyph, up to its box."""
    return rf'(<glyph class="[^"]*" id="{id}"(?:(?!<bbox).)*<bbox )'


PLANTED = {
    "a class that does not exist": (sbgn_schema, 'class="catalysis"', 'class="katalysis"', "XSD"),
    "a glyph without a box": (sbgn_schema, glyph("IGF1") + "[^>]*/>", r"\1", "XSD"),
    "two glyphs on each other": (
        sbgn_drawing, glyph("IGF1") + 'x="[0-9]+" y="[0-9]+"', r'\1x="1" y="1"', "outside"),
    "a place that is not drawn": (
        sbgn_drawing, 'id="IGF1" compartmentRef="medium"', 'id="IGF1" compartmentRef="moon"', "place"),
    "a form in another place": (
        sbgn_drawing, 'id="IGF1" compartmentRef="medium"', 'id="IGF1" compartmentRef="nucleus"', "outside"),
    "a line that ends in the void": (sbgn_drawing, r'<end x="[0-9]+"', '<end x="3"', "line"),
    "a line to nothing": (sbgn_drawing, 'target="IGF1_binds_IGF1R.in"', 'target="nowhere"', "line"),
    "a state off the border": (
        sbgn_drawing, r'(class="state variable"(?:(?!<bbox).)*<bbox x="[0-9]+") y="[0-9]+"', r'\1 y="9"', "state"),
    "another name": (sbgn_arrival, 'label text="IGF1R half-receptor"', 'label text="half of it"', "form"),
    "another state": (sbgn_arrival, 'variable="Y1161"', 'variable="Y1162"', "member"),
    "another number of copies": (sbgn_arrival, 'text="N:2"', 'text="N:3"', "member"),
    "a stimulation for a catalysis": (sbgn_arrival, 'class="catalysis"', 'class="stimulation"', "arc"),
    "another number of molecules": (
        sbgn_arrival, '(class="cardinality"[^>]*>\\s*<label) text="2"', r'\1 text="4"', "arc"),
    "an association that is none": (sbgn_arrival, 'class="association"', 'class="process"', "process"),
    "a paper less": (agree, r'(id="IGF1_binds_IGF1R">.*?)<bqbiol:isDescribedBy>.*?</bqbiol:isDescribedBy>', r"\1",
                     "process papers"),
    "another protein": (agree, "uniprot:P08069", "uniprot:P08068", "form uniprot"),
    "another place": (agree, "GO:0005829", "GO:0005634", "form place"),
}  # fmt: skip


@pytest.mark.parametrize(("judge", "pattern", "new", "rule"), PLANTED.values(), ids=PLANTED)
def test_a_planted_defect_is_found(plant: Plant, judge: ModuleType, pattern: str, new: str, rule: str) -> None:
    verdict = plant(judge, pattern, new)
    assert verdict.status == "failed"
    assert rule in {finding.rule for finding in verdict.findings}


def test_two_glyphs_on_each_other_are_found(plant: Plant, files: Path) -> None:
    text = (files / f"{MODEL}.sbgn").read_text(encoding="utf-8")
    found = re.search(glyph("IGF1") + "([^>]*)/>", text, re.DOTALL)
    assert found
    verdict = plant(sbgn_drawing, glyph("IGF2") + "[^>]*/>", rf"\1{found[2]}/>")
    messages = [finding.message for finding in verdict.findings if finding.rule == "overlap"]
    assert len(messages) == 1
    assert {"IGF1", "IGF2"} <= set(messages[0].split())


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        ('class="consumption"', 'class="production"'),
        ('(class="macromolecule" id="IRS1") compartmentRef="[^"]*"', r"\1"),
        ('class="association"', 'class="dissociation"'),
    ],
)
@pytest.mark.parametrize("sample", [False, True])
def test_schematron_rules_find_what_is_not_legal(
    plant: Plant, pattern: str, new: str, sample: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sbgn_schematron, "PIECE", 1)
    judge = SimpleNamespace(judge=partial(sbgn_schematron.judge, sample=sample))
    verdict = plant(judge, pattern, new, "tiny")
    assert verdict.status == "failed"
    assert ("pieces" in verdict.detail) == sample
    assert all(finding.rule == "Schematron" for finding in verdict.findings)


def test_the_pieces_of_a_map_are_the_map(files: Path) -> None:
    tree = etree.parse(files / f"{MODEL}.sbgn")
    pieces = list(sbgn_schematron._pieces(tree))
    assert len(pieces) > 1
    for name in (sbgn_schematron.ARC, sbgn_schematron.GLYPH):
        there = {one.get("id") for one in tree.getroot()[0].iterfind(name)}
        assert {one.get("id") for piece in pieces for one in piece.getroot()[0].iterfind(name)} == there
        assert all(len(list(piece.getroot()[0].iterfind(name))) < len(there) for piece in pieces)


@pytest.mark.parametrize("judge", [*QUICK[1:], sbgn_schematron], ids=lambda judge: judge.NAME)
def test_a_file_that_is_not_there_is_not_passed(judge: ModuleType, tmp_path: Path) -> None:
    assert judge.judge(tmp_path, "none").status == "not run"


def test_every_verb_has_a_class() -> None:
    assert set(sbgn.VERBS.values()) == {"process", "association", "dissociation"}
    assert set(sbgn.VERBS) == set(formats()["sbml"].VERBS)


def test_a_model_that_was_not_laid_out_is_refused() -> None:
    with pytest.raises(ValueError, match="tiny has no layout yet"):
        sbgn.export(replace(helpers.models()["tiny"], layout=None))


def test_a_dissociation_takes_one_thing_and_an_association_makes_one() -> None:
    full = helpers.models()["igf1r_full"]
    kinds = {process.id: sbgn.process_class(process) for process in full.processes}
    by_verb = {process.verb: kinds[process.id] for process in full.processes}
    assert by_verb["bind"] == "association"
    unbound = [process for process in full.processes if process.verb == "unbind"]
    assert {kinds[process.id] for process in unbound} == {"dissociation"}
    assert all(len(process.reactants) == 1 for process in unbound)
