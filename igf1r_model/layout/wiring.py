"""Where a wire begins and ends: at the border of a form, at a port or the side of a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from igf1r_model.drawing import Arc, Box, Glyph, Point
from igf1r_model.kinetics import Drugs, drugs_by_target, drugs_in
from igf1r_model.layout.items import Item, Wire, moved, moved_arc, straight
from igf1r_model.model import Model, Process, Role

SPREAD: Final = 5  # how far above and below the middle of a side controls end


def wires(model: Model) -> list[Wire]:
    """Every participant and every control of every process, and the drugs that slow it."""
    drugs = drugs_by_target(model.inhibitions)
    return spread([wire for process in model.processes for wire in of_process(process, drugs)])


def spread(lines: Sequence[Wire]) -> list[Wire]:
    """The controls of a process end at its left and right side in turn, each a little higher or lower."""
    ends: dict[str, list[str]] = {}
    for wire in lines:
        if wire.process and wire.role not in ("reactant", "product"):
            ends.setdefault(wire.end, []).append(wire.id)
    slots = {id: (n, len(ids)) for ids in ends.values() for n, id in enumerate(ids)}
    return [_in_slot(wire, *slots[wire.id]) if wire.id in slots else wire for wire in lines]


def _in_slot(wire: Wire, n: int, count: int) -> Wire:
    shift = 0 if count == 1 else round(SPREAD * (2 * n / (count - 1) - 1))
    return replace(wire, side="we"[n % 2], shift=shift)


def of_process(process: Process, drugs: Drugs) -> Iterator[Wire]:
    """The wires of one process."""
    id = process.id
    for one in process.reactants:
        yield Wire(f"{id}.{one.form.id}.reactant", id, one.form.id, "reactant", one.form.id, id)
    for one in process.products:
        yield Wire(f"{id}.{one.form.id}.product", id, one.form.id, "product", id, one.form.id)
    for control in process.controls:
        for form in control.members:
            yield Wire(f"{id}.{form.id}.{control.role}", id, form.id, control.role.value, form.id, id)
    for drug in acting(process, drugs):
        yield Wire(f"{id}.{drug}.drug", id, drug, "drug", drug, id)


def acting(process: Process, drugs: Drugs) -> list[str]:
    """The drugs that slow a process, because they act on its catalysts."""
    here = drugs_in(process, drugs)
    catalysts = [form.id for one in process.controls if one.role is Role.CATALYST for form in one.members]
    return list(dict.fromkeys(one.drug.id for id in catalysts for one in here.get(id, ())))


def clip(box: Box, towards: Point) -> Point:
    """Where the line from the middle of a box to a point outside crosses its border."""
    x, y = box.center
    dx, dy = towards[0] - x, towards[1] - y
    if not dx and not dy:
        return x, box.bottom
    scale = min(
        (box.width / 2 / abs(dx)) if dx else float("inf"),
        (box.height / 2 / abs(dy)) if dy else float("inf"),
    )
    reached = round(x + dx * scale), round(y + dy * scale)
    return min(max(reached[0], box.x), box.right), min(max(reached[1], box.y), box.bottom)


def _side(hub: Glyph, towards: Point, shift: int) -> Point:
    """Where a control reaches a process: about the middle of its left or right side."""
    x = hub.box.x if towards[0] <= hub.box.center[0] else hub.box.right
    return x, hub.box.center[1] + shift


def _begin(wire: Wire, start: Glyph, towards: Point) -> Point:
    return start.ports[1] if wire.role == "product" else clip(start.box, towards)


def _finish(wire: Wire, end: Glyph, towards: Point) -> Point:
    if wire.role == "reactant":
        return end.ports[0]
    return _side(end, towards, wire.shift) if end.ports else clip(end.box, towards)


def direct(wire: Wire, hubs: Mapping[str, Glyph]) -> Arc:
    """A gently bent line between two glyphs that were placed apart."""
    start, end = hubs[wire.start], hubs[wire.end]
    there = _finish(wire, end, start.ports[1] if start.ports else start.box.center)
    here = _begin(wire, start, there)
    there = _finish(wire, end, here)
    reach = _reach(here, there)
    first, second = _near(here, there), _near(there, here)
    if wire.role == "product":
        first = here[0], here[1] + reach
    elif wire.role == "reactant":
        second = there[0], there[1] - reach
    elif end.ports:
        second = there[0] + (reach if there[0] > end.box.center[0] else -reach), there[1]
    return Arc(wire.id, wire.process, wire.form, wire.role, wire.start, wire.end, (here, first, second, there))


def _near(point: Point, other: Point) -> Point:
    """A third of the way."""
    return point[0] + (other[0] - point[0]) // 3, point[1] + (other[1] - point[1]) // 3


def _reach(one: Point, other: Point) -> int:
    return min(80, max(12, (abs(one[0] - other[0]) + abs(one[1] - other[1])) // 3))


def along(wire: Wire, curve: tuple[Point, ...], hubs: Mapping[str, Glyph]) -> Arc:
    """A line that the engine drew, led on to the port or the side of the process."""
    if len(curve) < 4:
        return direct(wire, hubs)
    start, end = hubs[wire.start], hubs[wire.end]
    points = _joined(_begin(wire, start, curve[1]), curve, _finish(wire, end, curve[-1] if end.ports else curve[-2]))
    return Arc(wire.id, wire.process, wire.form, wire.role, wire.start, wire.end, points)


def _joined(start: Point, curve: tuple[Point, ...], end: Point) -> tuple[Point, ...]:
    """A curve between two points a little off its own ends."""
    points = curve
    if _apart(start, points[0]) > 3:
        points = (*straight(start, points[0]), *points[1:])
    if _apart(end, points[-1]) > 3:
        points = (*points, *straight(points[-1], end)[1:])
    return (start, *points[1:-1], end)


def _apart(one: Point, other: Point) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def put(items: Iterable[Item], corners: Mapping[str, Point]) -> tuple[dict[str, Glyph], list[Glyph], list[Arc]]:
    """Items at their places: the hub of each, all glyphs, and the arcs that were hung on."""
    hubs: dict[str, Glyph] = {}
    glyphs: list[Glyph] = []
    arcs: list[Arc] = []
    for item in items:
        dx, dy = corners[item.id]
        hubs[item.id] = moved(item.hub, dx, dy)
        glyphs += [hubs[item.id], *(moved(one, dx, dy) for one in item.hung)]
        arcs += [moved_arc(arc, dx, dy) for arc in item.arcs]
    return hubs, glyphs, arcs
