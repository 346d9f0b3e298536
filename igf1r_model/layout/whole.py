"""The whole map: the forms and processes of one module in one place make a block; places are packed with blocks.

So a module stays together, a new process moves nothing but its neighbours, and the engine never sees more than a
block. Signal flows from top to bottom: the medium's own blocks come first, then the cell, in it the cytosol, and the
nucleus last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from igf1r_model.drawing import LEGEND, Arc, Box, Drawing, Glyph, Point, Shows
from igf1r_model.layout.engine import Link, Node, arrange
from igf1r_model.layout.forms import detailed
from igf1r_model.layout.items import Item, Wire, form_item, process_item
from igf1r_model.layout.nesting import MARGIN, Block, Key, nested
from igf1r_model.layout.packing import extent
from igf1r_model.layout.places import parents
from igf1r_model.layout.wiring import along, direct, put, wires
from igf1r_model.model import Model

OPTIONS: Final = "nodesep=0.28 ranksep=0.30 newrank=true"


def whole_map(model: Model, hand: Mapping[str, Point] | None = None) -> Drawing:
    """The map of all forms and processes; `hand` says where some glyphs go instead of where they were put."""
    lines = wires(model)
    items = _items(model, lines)
    blocks = _blocks(model, items, lines)
    boxes, corners = nested(model, blocks)
    places = tuple(_place(model, id, box) for id, box in boxes.items())
    moves = {id: point for id, point in (hand or {}).items() if id in items}
    hubs, glyphs, arcs = put(items.values(), {**_corners(blocks, corners), **moves})
    arcs += [_arc(wire, hubs, blocks, corners, items, moves) for wire in lines]
    width, height = extent([glyph.box for glyph in chain(places, glyphs)])
    return Drawing(model.id, model.name, width + MARGIN, height + LEGEND, places, tuple(glyphs), tuple(arcs))


def _items(model: Model, lines: Sequence[Wire]) -> dict[str, Item]:
    """Each form that something happens to, and each process, in the block where it belongs.

    A process is drawn in its own place, if one of its forms is there, and near one of its forms.
    """
    used = {wire.form for wire in lines}
    home = {id: module.id for module in model.modules for id in module.forms}
    forms = {form.id: form_item(detailed(form), home[form.id]) for form in model.forms if form.id in used}
    items = dict(forms)
    for process in model.processes:
        near = [forms[one.form.id] for one in (*process.products, *process.reactants)]
        here = [item for item in near if item.place == process.place.id]
        item = process_item(process, (here or near)[0].place, cofactors=True)
        modules = [one.module for one in near if one.place == item.place]
        items[item.id] = item if process.module in modules else replace(item, module=modules[0])
    return items


def _blocks(model: Model, items: Mapping[str, Item], lines: Sequence[Wire]) -> dict[Key, Block]:
    grouped: dict[Key, list[Item]] = {}
    for item in items.values():
        grouped.setdefault((item.place, item.module), []).append(item)
    order = {module.id: n for n, module in enumerate(model.modules)}
    keys = sorted(grouped, key=lambda key: order[key[1]])
    return {key: _block(key, grouped[key], lines) for key in keys}


def _block(key: Key, items: Sequence[Item], lines: Sequence[Wire]) -> Block:
    here = {item.id for item in items}
    links = [_link(wire) for wire in lines if wire.start in here and wire.end in here and wire.role != "drug"]
    nodes = [Node(item.id, item.width, item.height + 2) for item in items]
    found = arrange(nodes, links, options=OPTIONS)
    corners = {id: (box.x, box.y + 1) for id, box in found.boxes.items()}
    return Block(key, found.width, found.height, corners, found.curves)


def _link(wire: Wire) -> Link:
    if wire.role == "reactant":
        return Link(wire.id, wire.start, wire.end, "", "n", 4)
    if wire.role == "product":
        return Link(wire.id, wire.start, wire.end, "s", "", 4)
    return Link(wire.id, wire.start, wire.end, "", wire.side, 1)


def _place(model: Model, id: str, box: Box) -> Glyph:
    place = next(one for one in model.places if one.id == id)
    return Glyph(id, Shows.PLACE, id, box, parents(model.places)[id], place.name)


def _corners(blocks: Mapping[Key, Block], corners: Mapping[Key, Point]) -> dict[str, Point]:
    return {
        id: (x + corners[block.key][0], y + corners[block.key][1])
        for block in blocks.values()
        for id, (x, y) in block.corners.items()
    }


def _arc(
    wire: Wire,
    hubs: Mapping[str, Glyph],
    blocks: Mapping[Key, Block],
    corners: Mapping[Key, Point],
    items: Mapping[str, Item],
    moves: Mapping[str, Point],
) -> Arc:
    """A line as the engine drew it inside a block, else a direct one."""
    key = (items[wire.start].place, items[wire.start].module)
    curve = blocks[key].curves.get(wire.id, ())
    if not curve or wire.start in moves or wire.end in moves:
        return direct(wire, hubs)
    dx, dy = corners[key]
    return along(wire, tuple((x + dx, y + dy) for x, y in curve), hubs)
