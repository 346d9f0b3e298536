"""The layout in SBML: it points at what is there, programs keep it, and a model without one has none."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import helpers
import pytest
from lxml import etree

from igf1r_model.drawing import Shows
from igf1r_model.exporters import sbml
from igf1r_validation import copasi_import, sbml_fixpoint, sbml_libsbml
from igf1r_validation.verdict import Verdict

MODELS = list(helpers.models())
LAYOUT = "{http://www.sbml.org/sbml/level3/version1/layout/version1}"
RENDER = "{http://www.sbml.org/sbml/level3/version1/render/version1}"
CORE = "{http://www.sbml.org/sbml/level3/version1/core}"
GOOD = helpers.exported("sbml", "tiny")


def tree(name: str) -> etree._Element:
    return etree.fromstring(helpers.exported("sbml", name).encode())


def judged(judge: object, folder: Path, text: str) -> Verdict:
    (folder / "tiny.xml").write_text(text, encoding="utf-8")
    found: Verdict = judge.judge(folder, "tiny")  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("name", MODELS)
def test_every_glyph_of_a_species_or_reaction_is_there_and_points_at_it(name: str) -> None:
    model, root = helpers.models()[name], tree(name)
    assert model.layout
    glyphs = model.layout.whole.glyphs
    for tag, shows in (("species", Shows.FORM), ("reaction", Shows.PROCESS)):
        of = [one.get(f"{LAYOUT}{tag}") for one in root.iter(f"{LAYOUT}{tag}Glyph")]
        assert of == [glyph.of for glyph in glyphs if glyph.shows is shows]
        assert set(of) <= {one.get("id") for one in root.iter(f"{CORE}{tag}")}


@pytest.mark.parametrize("name", MODELS)
def test_each_participant_and_modifier_of_a_reaction_has_one_line(name: str) -> None:
    root = tree(name)
    tags = ("speciesReference", "modifierSpeciesReference")
    written = Counter(one.get("id") for tag in tags for one in root.iter(f"{CORE}{tag}"))
    drawn = Counter(one.get(f"{LAYOUT}speciesReference") for one in root.iter(f"{LAYOUT}speciesReferenceGlyph"))
    assert drawn == written


@pytest.mark.parametrize("name", MODELS)
def test_every_role_has_a_style_and_every_head_is_there(name: str) -> None:
    root = tree(name)
    styles = {one.get(f"{RENDER}roleList") for one in root.iter(f"{RENDER}style")}
    heads = {one.get(f"{RENDER}id") for one in root.iter(f"{RENDER}lineEnding")}
    assert {one.get(f"{RENDER}objectRole") for one in root.iter() if one.get(f"{RENDER}objectRole")} <= styles
    assert {one.get(f"{RENDER}endHead") for one in root.iter() if one.get(f"{RENDER}endHead")} == heads


def test_a_model_without_a_layout_names_no_package_for_it() -> None:
    text = sbml.export(replace(helpers.models()["tiny"], layout=None))
    assert "layout" not in text
    assert "render" not in text


def test_the_judges_pass_it(tmp_path: Path) -> None:
    for judge in (sbml_fixpoint, sbml_libsbml, copasi_import):
        assert judged(judge, tmp_path, GOOD).status == "passed", judge.NAME


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('layout:species="IGF1R"', 'layout:species="nowhere"'),
        ('layout:reaction="IGF1R_activates"', 'layout:reaction="nowhere"'),
        ('layout:speciesGlyph="glyph__IGF1"', 'layout:speciesGlyph="nowhere"'),
        ('layout:graphicalObject="glyph__IGF1"', 'layout:graphicalObject="nowhere"'),
    ],
)
def test_libsbml_finds_a_glyph_that_points_nowhere(tmp_path: Path, old: str, new: str) -> None:
    assert old in GOOD
    assert judged(sbml_libsbml, tmp_path, GOOD.replace(old, new)).status == "failed"


def test_copasi_loses_a_glyph_and_the_judge_finds_it() -> None:
    before, after = etree.fromstring(GOOD.encode()), etree.fromstring(GOOD.encode())
    glyph = next(after.iter(f"{LAYOUT}speciesGlyph"))
    parent = glyph.getparent()
    assert parent is not None
    parent.remove(glyph)
    (finding,) = copasi_import._drawings(before, after)
    assert finding.message == "the file has 6 speciesGlyph elements, COPASI kept 5"
