"""The layout: nothing on anything else, all in its place, every sheet fit to be printed, and the same every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations
from pathlib import Path

import helpers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from igf1r_model.drawing import (
    LEGEND,
    PAGE,
    TITLE,
    Arc,
    Box,
    Drawing,
    Glyph,
    Layout,
    Shows,
    is_upright,
    points_per_pixel,
)
from igf1r_model.layout import engine, hand_placed, laid_out, overview
from igf1r_model.layout.engine import Link, Node, arrange
from igf1r_model.layout.forms import SMALL_NAME, SMALL_STATE, compact, detailed, state
from igf1r_model.layout.packing import extent, packed
from igf1r_model.layout.places import ordered, parents
from igf1r_model.layout.sheets import MOST, SMALLEST
from igf1r_model.layout.whole import whole_map
from igf1r_model.layout.widths import text_width
from igf1r_model.model import Mark, MarkKind, Model

MODELS = helpers.models()


def layout(model: str) -> Layout:
    found = MODELS[model].layout
    assert found is not None
    return found


def drawings() -> Iterator[tuple[str, Drawing]]:
    for model in MODELS:
        found = layout(model)
        for one in (found.whole, found.overview, *found.sheets):
            yield f"{model} {one.id}", one


DRAWINGS = dict(drawings())
ON_A_PAGE = {name: one for name, one in DRAWINGS.items() if name.split()[0] != name.split()[1]}


def overlapping(glyphs: tuple[Glyph, ...]) -> list[tuple[str, str]]:
    ordered = sorted(glyphs, key=lambda one: one.box.x)
    pairs = []
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if other.box.x >= one.box.right:
                break
            if one.box.overlaps(other.box):
                pairs.append((one.id, other.id))
    return pairs


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_no_two_glyphs_overlap(drawing: Drawing) -> None:
    assert overlapping(drawing.glyphs) == []


def test_an_overlap_would_be_found() -> None:
    one = Glyph("one", Shows.FORM, "one", Box(0, 0, 10, 10))
    assert overlapping((one, replace(one, id="two", box=Box(9, 9, 5, 5)))) == [("one", "two")]
    assert overlapping((one, replace(one, id="two", box=Box(10, 0, 5, 5)))) == []


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_all_lies_within_the_drawing_and_leaves_the_title_and_the_legend_free(drawing: Drawing) -> None:
    free = Box(0, TITLE - 8, drawing.width, drawing.height - TITLE + 8 - LEGEND // 2)
    assert [one.id for one in chain(drawing.places, drawing.glyphs) if not free.holds(one.box)] == []
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for arc in drawing.arcs for x, y in on(arc))


def on(arc: Arc) -> Iterator[tuple[float, float]]:
    """Points on an arc: where its curves begin and end, and their middles."""
    yield arc.points[0]
    for n in range(0, len(arc.points) - 1, 3):
        four = arc.points[n : n + 4]
        (x1, x2, x3, x4), (y1, y2, y3, y4) = zip(*four, strict=True)
        yield (x1 + 3 * x2 + 3 * x3 + x4) / 8, (y1 + 3 * y2 + 3 * y3 + y4) / 8
        yield four[3]


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_every_glyph_lies_in_its_place_and_in_no_deeper_one(drawing: Drawing) -> None:
    boxes = {place.id: place.box for place in drawing.places}
    around = {place.id: place.place for place in drawing.places}
    for glyph in drawing.glyphs if boxes else ():
        assert boxes[glyph.place].holds(glyph.box), glyph.id
        inside = (boxes[id] for id, outer in around.items() if outer == glyph.place)
        assert not any(box.overlaps(glyph.box) for box in inside), glyph.id
    for id, outer in around.items():
        assert not outer or boxes[outer].holds(boxes[id]), id


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_arcs_join_glyphs_that_are_there_at_their_borders_or_ports(drawing: Drawing) -> None:
    glyphs = {glyph.id: glyph for glyph in drawing.glyphs}
    assert len(glyphs) == len(drawing.glyphs)
    assert len({arc.id for arc in drawing.arcs}) == len(drawing.arcs)
    for arc in drawing.arcs:
        assert len(arc.points) % 3 == 1, arc.id
        for id, point in ((arc.start, arc.points[0]), (arc.end, arc.points[-1])):
            assert point in glyphs[id].ports or from_border(glyphs[id].box, point) <= 2, (arc.id, id, point)


def from_border(box: Box, point: tuple[int, int]) -> int:
    x, y = point
    outside = max(box.x - x, x - box.right, box.y - y, y - box.bottom)
    return outside if outside > 0 else min(x - box.x, box.right - x, y - box.y, box.bottom - y)


@pytest.mark.parametrize("drawing", ON_A_PAGE.values(), ids=ON_A_PAGE)
def test_a_page_is_a4_with_letters_of_five_points(drawing: Drawing) -> None:
    scale = points_per_pixel(drawing)
    size = overview.LETTERS if not drawing.places else min(SMALL_NAME, SMALL_STATE)
    assert size * scale >= SMALLEST
    wide, high = drawing.width * scale, drawing.height * scale
    short, long = PAGE if is_upright(drawing) else PAGE[::-1]
    assert (wide, high) <= (short + 1e-6, long + 1e-6)
    assert len(drawing.glyphs) <= MOST or not drawing.places


@pytest.mark.parametrize("model", MODELS)
def test_every_process_is_on_one_sheet_and_on_the_map(model: str) -> None:
    processes = [process.id for process in MODELS[model].processes]
    shown = [glyph.of for sheet in layout(model).sheets for glyph in sheet.glyphs if glyph.shows is Shows.PROCESS]
    assert sorted(shown) == sorted(processes)
    whole = layout(model).whole
    assert sorted(glyph.of for glyph in whole.glyphs if glyph.shows is Shows.PROCESS) == sorted(processes)


@pytest.mark.parametrize("model", MODELS)
def test_every_form_of_a_process_is_drawn_once_on_the_map_and_has_an_arc(model: str) -> None:
    whole = layout(model).whole
    forms = [glyph.id for glyph in whole.glyphs if glyph.shows is Shows.FORM]
    ends = {end for arc in whole.arcs for end in (arc.start, arc.end)}
    assert len(set(forms)) == len(forms)
    assert set(forms) <= ends
    taking = {p.form.id for process in MODELS[model].processes for p in (*process.reactants, *process.products)}
    assert taking <= set(forms)


@pytest.mark.parametrize("model", MODELS)
def test_a_module_stays_together_within_a_place(model: str) -> None:
    """The rectangles around the forms of two modules in one place do not cross."""
    home = {id: module.id for module in MODELS[model].modules for id in module.forms}
    around: dict[tuple[str, str], Box] = {}
    for glyph in layout(model).whole.glyphs:
        if glyph.shows is Shows.FORM:
            key = glyph.place, home[glyph.of]
            around[key] = joined(around[key], glyph.box) if key in around else glyph.box
    crossing = [
        (one, two) for one, two in combinations(around, 2) if one[0] == two[0] and around[one].overlaps(around[two])
    ]
    assert crossing == []


def joined(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def test_signal_flows_down() -> None:
    boxes = {glyph.id: glyph.box for glyph in layout("igf1r_full").whole.glyphs}
    path = ["IGF1", "IGF1R_IGF1", "IRS1_pY", "FOXO1"]
    assert [boxes[id].y for id in path] == sorted(boxes[id].y for id in path)
    places = {place.id: place.box for place in layout("igf1r_full").whole.places}
    assert places["medium"].holds(places["plasma_membrane"])
    assert places["cytosol"].holds(places["nucleus"])
    assert places["medium"].holds(places["endothelial_membrane"])
    assert not places["plasma_membrane"].overlaps(places["endothelial_membrane"])
    assert places["mitochondrial_outer_membrane"].holds(places["intermembrane_space"])


def test_the_overview_begins_with_ligands_and_receptors() -> None:
    rows = {glyph.id: glyph.box.y for glyph in layout("igf1r_full").overview.glyphs}
    assert rows["IGF1"] < rows["IGF1R"] < rows["IRS1"] < rows["AKT1"] < rows["BAX"]
    assert rows["RAS"] < rows["RAF1"] < rows["MAP2K1"] < rows["MAPK1"]


def test_the_second_time_gives_the_same() -> None:
    engine._answer.cache_clear()
    model = MODELS["igf1r_egfr"]
    assert laid_out(replace(model, layout=None)).layout == model.layout


def test_a_new_process_moves_into_the_layout_by_itself() -> None:
    model = MODELS["igf1r_core"]
    without = laid_out(replace(model, processes=model.processes[:-1])).layout
    assert without is not None
    new = model.processes[-1].id
    assert new not in {glyph.id for glyph in without.whole.glyphs}
    assert new in {glyph.id for glyph in layout("igf1r_core").whole.glyphs}


# Placing by hand.


def positions(folder: Path, *rows: str) -> Path:
    path = folder / "positions.tsv"
    path.write_text("\n".join(["model\tglyph\tx\ty", *rows]) + "\n", encoding="utf-8")
    return path


def test_a_form_goes_where_somebody_put_it_and_its_lines_follow(tmp_path: Path) -> None:
    table = positions(tmp_path, "tiny\tIGF1\t300\t60", "other\tIGF1R\t1\t1")
    found = laid_out(MODELS["tiny"], table).layout
    assert found is not None
    glyph = next(one for one in found.whole.glyphs if one.id == "IGF1")
    assert (glyph.box.x, glyph.box.y) == (300, 60)
    arc = next(one for one in found.whole.arcs if one.start == "IGF1")
    assert from_border(glyph.box, arc.points[0]) <= 2
    assert found.sheets == layout("tiny").sheets


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("tiny\tIGF2\t1\t1", "positions.tsv:2: tiny has no form or process IGF2"),
        ("tiny\tIGF1\tleft\t1", "positions.tsv:2: IGF1 goes to 'left', '1'; two whole numbers are needed"),
        ("tiny\tIGF1\t1", "positions.tsv:2: 3 columns; needed: model, glyph, x, y"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        hand_placed(MODELS["tiny"], positions(tmp_path, row))


def test_the_table_of_the_project_fits_its_models() -> None:
    assert all(hand_placed(model).keys() <= {one.id for one in layout(id).whole.glyphs} for id, model in MODELS.items())


# The pieces.


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(1, 300)), max_size=25), st.integers(1, 800))
def test_packed_rectangles_never_overlap_and_keep_their_gap(sizes: list[tuple[int, int]], width: int) -> None:
    boxes = packed(sizes, width, 10)
    assert [(box.width, box.height) for box in boxes] == sizes
    assert not any(one.overlaps(other, 10) for one, other in combinations(boxes, 2))
    assert all(box.right <= width or box.x == 0 for box in boxes)
    assert extent(boxes) == (max((b.right for b in boxes), default=0), max((b.bottom for b in boxes), default=0))


def test_organelles_lie_in_the_cytosol_and_the_nucleus_comes_last() -> None:
    places = MODELS["igf1r_full"].places
    around = parents(places)
    assert around["cytosol"] == "plasma_membrane"
    assert around["plasma_membrane"] == around["pericellular_space"] == around["endothelial_membrane"] == "medium"
    assert around["endothelial_cytosol"] == "endothelial_membrane"
    assert {around[id] for id in ("nucleus", "endosome_membrane", "endoplasmic_reticulum")} == {"cytosol"}
    assert around["medium"] == ""
    assert ordered(places)[-1].id == "nucleus"


def test_a_place_whose_surroundings_are_not_in_the_model_lies_in_the_next_one() -> None:
    places = {place.id: place for place in MODELS["igf1r_core"].places}
    assert parents([places["medium"], places["nucleus"]]) == {"medium": "", "nucleus": "medium"}
    assert parents([places["nucleus"]]) == {"nucleus": ""}


def test_the_engine_places_boxes_and_draws_lines_between_them() -> None:
    nodes = [Node("a", 50, 20), Node("b", 50, 20, "in")]
    found = arrange(nodes, [Link("l", "a", "b")], {"in": ""})
    assert found.boxes["a"].bottom < found.boxes["b"].y
    assert found.clusters["in"].holds(found.boxes["b"])
    assert abs(found.curves["l"][0][1] - found.boxes["a"].bottom) <= 1
    assert arrange([], []).boxes == {}


def test_states_are_written_as_sbgn_writes_them() -> None:
    assert state(Mark(MarkKind.RESIDUE, "Y1161", "MOD:00048")) == "P@Y1161"
    assert state(Mark(MarkKind.UNPLACED, "", "MOD:01148")) == "Ub"
    assert state(Mark(MarkKind.UNPLACED, "", "MOD:99999")) == "*"
    assert state(Mark(MarkKind.ACTIVE)) == "active"


@pytest.mark.parametrize("model", MODELS)
def test_names_and_states_fit_into_their_boxes(model: str) -> None:
    for form in MODELS[model].forms:
        for glyph, name in ((detailed(form), 12), (compact(form, form.id, False), SMALL_NAME)):
            assert text_width(glyph.label, name) < glyph.box.width
            for one in walk(glyph):
                assert glyph.box.x <= one.box.x
                assert one.box.right <= glyph.box.right
                if one.shows in (Shows.STATE, Shows.UNIT):
                    assert text_width(one.label, 8) < one.box.width


def walk(glyph: Glyph) -> Iterator[Glyph]:
    for one in glyph.inner:
        yield one
        yield from walk(one)


def test_the_width_of_a_text_grows_with_its_letters() -> None:
    assert text_width("", 10) == 0
    assert text_width("iii", 10) < text_width("nnn", 10) < text_width("WWW", 10)
    assert text_width("IGF1R", 20) == pytest.approx(2 * text_width("IGF1R", 10), abs=1)
    assert text_width("中", 10) > 0


def test_what_takes_part_in_nothing_is_not_drawn() -> None:
    model: Model = MODELS["tiny"]
    lonely = replace(model, processes=model.processes[:1])
    shown = Counter(glyph.of for glyph in whole_map(lonely).glyphs if glyph.shows is Shows.FORM)
    assert shown == Counter(["IGF1", "IGF1R", "IGF1R_IGF1"])
