"""The pictures: what is in them, whether it fits its box, and whether a page of A4 can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import helpers
import pytest
from lxml import etree

from igf1r_model.contexts import in_context
from igf1r_model.drawing import Drawing, Glyph, Shows, points_per_pixel
from igf1r_model.exporters import svg
from igf1r_model.exporters._looks import PAPER
from igf1r_model.exporters.svg import looks
from igf1r_model.exporters.svg.shapes import wrapped
from igf1r_model.layout.widths import text_width
from igf1r_model.model import Model

SMALLEST = 5  # points, on paper
SVG = "{http://www.w3.org/2000/svg}"
MODELS = list(helpers.models())
POINTS_IN_MM = 72 / 25.4
ELEMENTS = {"svg", "title", "desc", "defs", "marker", "g", "a", "rect", "circle", "polygon", "path", "text"}


def pictures(model: Model) -> list[Drawing]:
    assert model.layout
    return [model.layout.whole, model.layout.overview, *model.layout.sheets]


def flat(glyphs: tuple[Glyph, ...]) -> Iterator[Glyph]:
    for glyph in glyphs:
        yield glyph
        yield from flat(glyph.inner)


def trees(name: str) -> dict[str, etree._Element]:
    return {path: etree.fromstring(text.encode()) for path, text in svg.files(helpers.models()[name]).items()}


@pytest.mark.parametrize("name", MODELS)
def test_there_is_a_map_an_overview_and_a_sheet_for_each_module(name: str) -> None:
    model = helpers.models()[name]
    assert model.layout
    sheets = {f"{name}/sheets/{sheet.id}.svg" for sheet in model.layout.sheets}
    assert set(svg.files(model)) == {f"{name}.svg", f"{name}/overview.svg", *sheets}
    assert {sheet.id.partition(".")[0] for sheet in model.layout.sheets} >= {m.id for m in model.modules if m.processes}


def test_a_model_without_a_layout_has_no_pictures() -> None:
    assert svg.files(replace(helpers.models()["tiny"], layout=None)) == {}


@pytest.mark.parametrize("name", MODELS)
def test_every_glyph_and_arc_is_in_its_picture_once_with_a_title(name: str) -> None:
    for drawing, tree in zip(pictures(helpers.models()[name]), trees_in_order(name), strict=True):
        found = {one.get("id"): one for one in tree.iter() if one.get("id")}
        assert max(Counter(one.get("id") for one in tree.iter() if one.get("id")).values()) == 1
        glyphs = [*flat(drawing.places), *flat(drawing.glyphs)]
        for id in (*(one.id for one in glyphs), *(one.id for one in drawing.arcs)):
            assert found[id].findtext(f"{SVG}title"), id


def trees_in_order(name: str) -> list[etree._Element]:
    found = trees(name)
    first = [found.pop(f"{name}.svg"), found.pop(f"{name}/overview.svg")]
    return [*first, *found.values()]


@pytest.mark.parametrize("name", MODELS)
def test_there_is_no_script_and_nothing_is_loaded(name: str) -> None:
    for tree in trees(name).values():
        assert {one.tag.removeprefix(SVG) for one in tree.iter()} <= ELEMENTS
        assert not [key for one in tree.iter() for key in one.attrib if str(key).startswith("on")]
        assert all(one.get("href", "").startswith("https://identifiers.org/") for one in tree.iter(f"{SVG}a"))
        uses = {value for one in tree.iter() for value in one.attrib.values() if "url(" in str(value)}
        assert {re.fullmatch(r"url\(#(.+)\)", str(one)).group(1) for one in uses} <= ids(tree)  # type: ignore[union-attr]


def ids(tree: etree._Element) -> set[str | None]:
    return {one.get("id") for one in tree.iter()}


@pytest.mark.parametrize("name", MODELS)
def test_links_lead_to_the_molecules(name: str) -> None:
    model = helpers.models()[name]
    links = {one.get("href", "") for one in trees(name)[f"{name}.svg"].iter(f"{SVG}a")}
    assert model.layout
    drawn = {glyph.of for glyph in flat(model.layout.whole.glyphs) if glyph.shows is Shows.PART}
    wanted = {one.identity for one in model.molecules if one.id in drawn}
    assert wanted
    assert {f"https://identifiers.org/{curie}" for curie in wanted} <= links


@pytest.mark.parametrize("name", MODELS)
def test_labels_fit_their_boxes(name: str) -> None:
    model = helpers.models()[name]
    for drawing in pictures(model):
        sizes = looks.letters(model, drawing)
        for glyph in flat(drawing.glyphs):
            if glyph.label and glyph.shows is not Shows.PROCESS:
                size = looks.size_of(glyph.shows, sizes)
                assert text_width(glyph.label, size) <= glyph.box.width - 4, (drawing.id, glyph.id)
                assert size <= glyph.box.height, (drawing.id, glyph.id)


@pytest.mark.parametrize("name", MODELS)
def test_names_of_places_fit_into_two_lines(name: str) -> None:
    model = helpers.models()[name]
    for drawing in pictures(model):
        size = looks.letters(model, drawing).place
        for place in drawing.places:
            lines = wrapped(place.label, size, place.box.width - 24)
            assert len(lines) <= 2, (drawing.id, place.id)
            assert all(text_width(line, size) <= place.box.width - 16 for line in lines), (drawing.id, place.id)


def test_a_text_is_wrapped_at_its_blanks() -> None:
    assert wrapped("one two three", 10, text_width("one two", 10)) == ["one two", "three"]
    assert wrapped("one two", 10, 1) == ["one", "two"]
    assert wrapped("one", 10, 1) == ["one"]


@pytest.mark.parametrize("name", MODELS)
def test_letters_on_a_page_of_a4_are_large_enough(name: str) -> None:
    """Worked out from the file: its page, what it shows of the plane, and every size of letters in it."""
    for path, tree in trees(name).items():
        if path == f"{name}.svg":
            continue  # the whole map is for zooming
        width, height = (float(tree.get(side, "").removesuffix("mm")) for side in ("width", "height"))
        assert sorted((width, height)) == [210, 297]
        _, _, wide, high = map(float, tree.get("viewBox", "").split())
        scale = min(width / wide, height / high) * POINTS_IN_MM
        smallest = min(float(one.get("font-size", "")) for one in tree.iter(f"{SVG}text"))
        assert smallest * scale >= SMALLEST, path


@pytest.mark.parametrize("name", MODELS)
def test_all_of_a_picture_lies_on_its_page(name: str) -> None:
    for drawing, tree in zip(pictures(helpers.models()[name]), trees_in_order(name), strict=True):
        x, y, wide, high = map(float, tree.get("viewBox", "").split())
        assert x <= 0
        assert y <= 0
        assert x + wide >= drawing.width
        assert y + high >= drawing.height


@pytest.mark.parametrize("name", MODELS)
def test_the_legend_has_what_the_picture_has_and_fits(name: str) -> None:
    for drawing, tree in zip(pictures(helpers.models()[name]), trees_in_order(name), strict=True):
        (legend,) = [one for one in tree.iter(f"{SVG}g") if one.get("id") == "legend"]
        said = {one.text for one in legend.iter(f"{SVG}text")}
        assert ("catalyses" in said) == any(arc.role == "catalyst" for arc in drawing.arcs)
        assert ("binding" in said) == any(c.get("fill") == "#1f2933" for c in tree.iter(f"{SVG}circle"))
        across, down, scale = map(float, re.findall(r"[\d.]+", legend.get("transform", "")))
        for one in legend.iter(f"{SVG}text"):
            right = across + scale * (float(one.get("x", "")) + float(one.get("textLength", "0")))
            assert right <= drawing.width, (drawing.id, one.text)
            assert down + scale * float(one.get("y", "")) <= drawing.height, (drawing.id, one.text)


def test_a_sheet_that_is_too_large_would_be_found() -> None:
    model = helpers.models()["tiny"]
    assert model.layout
    sheet = model.layout.sheets[0]
    large = replace(sheet, width=3000, height=2000)
    assert points_per_pixel(sheet) * looks.SHEET.state > SMALLEST > points_per_pixel(large) * looks.SHEET.state


def test_a_model_in_a_context_has_the_letters_of_the_model() -> None:
    model = helpers.models()["igf1r_full"]
    assert model.layout
    other = in_context(model, model.contexts[0].id)
    assert looks.letters(other, model.layout.whole) is looks.WHOLE
    assert looks.letters(other, model.layout.sheets[0]) is looks.SHEET
    assert looks.letters(other, model.layout.overview) is looks.OVERVIEW


def test_forms_have_the_colours_that_they_are_given() -> None:
    model = helpers.models()["tiny"]
    assert model.layout
    text = svg.coloured(model, model.layout.whole, {"IRS1": "#102030", "IGF1R": "#f0e0d0"}, ("blue: little",))
    tree = etree.fromstring(text.encode())
    fills = {one.get("id"): one for one in tree.iter(f"{SVG}g")}
    assert fills["IRS1"].find(f".//{SVG}rect").get("fill") == "#102030"  # type: ignore[union-attr]
    assert fills["IRS1"].find(f".//{SVG}text").get("fill") == PAPER  # type: ignore[union-attr]
    assert fills["IGF1R"].find(f".//{SVG}rect").get("fill") == "#f0e0d0"  # type: ignore[union-attr]
    assert fills["IRS1_pY"].find(f".//{SVG}rect").get("fill") == PAPER  # type: ignore[union-attr]
    assert "blue: little" in text
    assert "protein" not in {one.text for one in tree.iter(f"{SVG}text")}
