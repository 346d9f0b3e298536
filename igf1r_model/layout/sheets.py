"""The sheets: the processes of one module on one page, or on several when they are many.

A sheet shows a form once as participant. What controls many processes is repeated beside each of them, and a family
is one box. Cofactors are left out: they are on the whole map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final

from igf1r_model.drawing import LEGEND, TITLE, Box, Drawing, Glyph, Shows, points_per_pixel
from igf1r_model.layout.engine import Link, Node, Placed, arrange
from igf1r_model.layout.forms import SMALL_STATE, compact, family
from igf1r_model.layout.items import Item, Wire, form_item, process_item
from igf1r_model.layout.places import ordered, parents
from igf1r_model.layout.wiring import along, put, spread
from igf1r_model.model import Family, Form, Inhibition, Model, ModuleInfo, Process

MOST: Final = 70  # glyphs on a sheet
SMALLEST: Final = 5.0  # points of the smallest letters
SHARED: Final = 3  # processes that one glyph controls; for more it is repeated beside each
MARGIN: Final = 14
NARROWEST: Final = 560  # the legend must fit
OPTIONS: Final = "nodesep=0.16 ranksep=0.26 newrank=true"
Unit = Process | Inhibition
Actor = Form | Family


def module_sheets(model: Model) -> tuple[Drawing, ...]:
    """All sheets of all modules, in the order of the model."""
    return tuple(chain.from_iterable(_of_module(model, module) for module in model.modules))


def _of_module(model: Model, module: ModuleInfo) -> list[Drawing]:
    """A module on as few sheets as can be read, and on equal ones if they can be read too."""
    own = {*module.processes, *module.others}
    units: list[Unit] = [one for one in model.processes if one.id in own]
    units += [one for one in model.inhibitions if one.id in own]
    ends = [0]
    while ends[-1] < len(units):
        ends.append(_end(model, module, units, ends[-1]))
    count = len(ends) - 1
    for bounds in ([len(units) * n // max(count, 1) for n in range(count + 1)], ends):
        pairs = enumerate(pairwise(bounds), start=1)
        found = [_sheet(model, module, units[start:end], n, count) for n, (start, end) in pairs]
        if all(map(_fits, found)):
            break
    return found


def _end(model: Model, module: ModuleInfo, units: Sequence[Unit], start: int) -> int:
    """Where a sheet must end that begins at a process."""
    size = min(MOST, len(units) - start)
    while size > 1 and not _fits(_sheet(model, module, units[start : start + size], 1, 1)):
        size -= max(1, size // 8)
    return start + size


def _fits(sheet: Drawing) -> bool:
    """Whether a sheet is not too full and can be read on paper; a single process is never split."""
    few = len(sheet.glyphs) <= MOST and points_per_pixel(sheet) * SMALL_STATE >= SMALLEST
    return few or sum(glyph.shows is Shows.PROCESS for glyph in sheet.glyphs) <= 1


def _sheet(model: Model, module: ModuleInfo, units: Sequence[Unit], n: int, count: int) -> Drawing:
    items, wires = Sheet(model, units).made()
    around = _around(model, items.values())
    placed = arrange([_node(item) for item in items.values()], [_link(wire) for wire in wires], around, OPTIONS)
    left = max(MARGIN, (NARROWEST - placed.width) // 2)
    corners = {id: (box.x + left, box.y + TITLE + 1) for id, box in placed.boxes.items()}
    hubs, glyphs, arcs = put(items.values(), corners)
    for wire in wires:
        curve = tuple((x + left, y + TITLE) for x, y in placed.curves[wire.id])
        arcs.append(along(wire, curve, hubs))
    many = count > 1
    return Drawing(
        f"{module.id}.{n}" if many else module.id,
        f"{module.title} ({n} of {count})" if many else module.title,
        max(NARROWEST, placed.width) + 2 * MARGIN,
        placed.height + TITLE + LEGEND,
        tuple(_places(model, placed, around, left)),
        tuple(glyphs),
        tuple(arcs),
    )


class Sheet:
    """What is on one sheet."""

    def __init__(self, model: Model, units: Sequence[Unit]) -> None:
        self.processes = [one for one in units if isinstance(one, Process)]
        self.inhibitions = [one for one in units if isinstance(one, Inhibition)]
        self.families = {frozenset(form.id for form in one.members): one for one in model.families}
        self.forms = {form.id: form for form in model.forms}
        taking = [one.form for process in self.processes for one in (*process.reactants, *process.products)]
        self.there = {form.id for form in taking}
        controls = [control for process in self.processes for control in process.controls if not control.itself]
        self.busy = Counter(control.by.id for control in controls)
        self.items = {form.id: form_item(compact(form, form.id, False), "") for form in taking}
        self.wires: dict[str, Wire] = {}

    def made(self) -> tuple[dict[str, Item], list[Wire]]:
        """The items and wires of the sheet."""
        for process in self.processes:
            self._process(process)
        for inhibition in self.inhibitions:
            self._inhibition(inhibition)
        return self.items, spread(list(self.wires.values()))

    def _process(self, process: Process) -> None:
        near = [one.form.place.id for one in (*process.products, *process.reactants)]
        place = process.place.id if process.place.id in near else near[0]
        self.items[process.id] = process_item(process, place, cofactors=False)
        for one in process.reactants:
            self._wire(process.id, one.form.id, "reactant", one.form.id, process.id)
        for one in process.products:
            self._wire(process.id, one.form.id, "product", process.id, one.form.id)
        for control in process.controls:
            if not control.itself:
                self._wire(process.id, control.by.id, control.role.value, self._actor(control.by, place), process.id)

    def _inhibition(self, one: Inhibition) -> None:
        """A drug and the kinases that it slows, wherever they act."""
        drug = self._actor(one.drug, one.drug.place.id)
        target = self.families.get(frozenset(form.id for form in one.targets))
        for actor in (target,) if target else one.targets:
            self._wire("", one.drug.id, "drug", drug, self._actor(actor, one.drug.place.id))

    def _wire(self, process: str, form: str, role: str, start: str, end: str) -> None:
        id = f"{process or end}.{form}.{role}"
        self.wires[id] = Wire(id, process, form, role, start, end)

    def _actor(self, by: Actor, place: str) -> str:
        """The glyph of a controller: the one that is there, or one more beside the process."""
        if self.busy[by.id] <= SHARED:
            self.items.setdefault(by.id, self._acting(by, by.id, place))
            return by.id
        n = sum(item.hub.of == by.id for item in self.items.values())
        id = f"{by.id}.{n + 1}" if n else by.id
        self.items[id] = self._acting(by, id, place)
        return id

    def _acting(self, by: Actor, id: str, place: str) -> Item:
        clone = self.busy[by.id] > SHARED
        if isinstance(by, Form):
            return form_item(compact(by, id, clone), "")
        return form_item(family(by, id, place, clone), "")


def _node(item: Item) -> Node:
    return Node(item.id, item.width, item.height + 2, item.place)


def _link(wire: Wire) -> Link:
    if wire.role == "reactant":
        return Link(wire.id, wire.start, wire.end, "", "n", 4)
    if wire.role == "product":
        return Link(wire.id, wire.start, wire.end, "s", "", 4)
    return Link(wire.id, wire.start, wire.end, "", wire.side)


def _around(model: Model, items: Iterable[Item]) -> dict[str, str]:
    """The places that are needed, each with the nearest one around it that is needed too."""
    used = {item.place for item in items}
    outer = parents(model.places)

    def nearest(id: str) -> str:
        while outer[id] and outer[id] not in used:
            id = outer[id]
        return outer[id]

    return {place.id: nearest(place.id) for place in ordered(model.places) if place.id in used}


def _places(model: Model, placed: Placed, around: Mapping[str, str], left: int) -> Iterator[Glyph]:
    names = {place.id: place.name for place in model.places}
    for id, box in placed.clusters.items():
        yield Glyph(id, Shows.PLACE, id, Box(box.x + left, box.y + TITLE, box.width, box.height), around[id], names[id])
