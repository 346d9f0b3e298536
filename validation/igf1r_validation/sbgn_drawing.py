"""The judge sbgn-drawing: nothing lies on anything else, all is where it belongs, and lines end where they should.

Neither the schema nor the Schematron rules of SBGN look at coordinates or at which compartment is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

from igf1r_validation import sbgn_file, sbml_common
from igf1r_validation.sbgn_file import PROCESSES, Drawn, Line, Map
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "sbgn-drawing"
READS: Final = ".sbgn"
QUICK: Final = True
ISOLATED: Final = False
NEAR: Final = 2.0  # pixels between the end of a line and the border that it should touch


def judge(build: Path, model: str) -> Verdict:
    """Look at every box and every line of the map."""
    path = build / f"{model}.sbgn"
    tool = f"own rules ({sbml_common.tool('lxml')})"
    if reason := sbml_common.obstacle(("lxml",), path):
        return not_run(NAME, tool, path.name, reason)
    drawn = sbgn_file.read(path)
    findings = [*_places(drawn), *_in_place(drawn), *_overlaps(drawn.things), *_inner(drawn), *_lines(drawn)]
    detail = f"{len(drawn.things)} glyphs in {len(drawn.places)} places, {len(drawn.lines)} lines"
    return verdict(NAME, tool, path.name, findings, detail)


def _places(drawn: Map) -> Iterator[Finding]:
    """Compartments lie in one another or apart, and inside the one that they name."""
    for one, other in combinations(drawn.places, 2):
        if one.overlaps(other) and not one.holds(other) and not other.holds(one):
            yield Finding(one.id, "overlap", f"the places {one.id} and {other.id} cross")
    for one in drawn.places:
        if one.place and (one.place not in drawn.glyphs or not drawn.glyphs[one.place].holds(one)):
            yield Finding(one.id, "outside", f"the place {one.id} does not lie in {one.place}")


def _in_place(drawn: Map) -> Iterator[Finding]:
    """Every glyph names a compartment and lies in it, and in none that lies within that."""
    places = {one.id: one for one in drawn.places}
    for one in drawn.things:
        if one.kind in PROCESSES:
            continue
        if one.place not in places:
            yield Finding(one.id, "place", f"{one.id} names the place {one.place!r}, which is not drawn")
            continue
        if not places[one.place].holds(one):
            yield Finding(one.id, "outside", f"{one.id} does not lie in its place {one.place}")
        deeper = (other for other in drawn.places if other.id != one.place and places[one.place].holds(other))
        for other in deeper:
            if other.overlaps(one):
                yield Finding(one.id, "outside", f"{one.id} of {one.place} lies in {other.id}")


def _overlaps(glyphs: Sequence[Drawn]) -> Iterator[Finding]:
    """Pairs that lie on each other; sorted from left to right, only neighbours can."""
    ordered = sorted(glyphs, key=lambda one: one.box[0])
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if other.box[0] >= one.box[2]:
                break
            if one.overlaps(other):
                yield Finding(one.id, "overlap", f"{one.id} and {other.id} lie on each other")


def _inner(drawn: Map) -> Iterator[Finding]:
    """Members of a complex lie in it and apart; states sit on the border."""
    for glyph in drawn.things:
        yield from _within(glyph)


def _within(glyph: Drawn) -> Iterator[Finding]:
    small = [one for one in glyph.inner if one.kind in ("state variable", "unit of information")]
    members = [one for one in glyph.inner if one not in small]
    yield from _overlaps(members)
    yield from _overlaps(small)
    for one in members:
        if not glyph.holds(one):
            yield Finding(one.id, "outside", f"the member {one.id} does not lie in {glyph.id}")
        yield from _within(one)
    for one in small:
        left, top, right, bottom = one.box
        if not (top < glyph.box[1] < bottom or top < glyph.box[3] < bottom):
            yield Finding(one.id, "state", f"{one.id} does not sit on the upper or lower border of {glyph.id}")
        if left < glyph.box[0] or right > glyph.box[2]:
            yield Finding(one.id, "state", f"{one.id} reaches beyond {glyph.id}")


def _lines(drawn: Map) -> Iterator[Finding]:
    for line in drawn.lines:
        yield from _end(drawn, line, "start", line.source, line.start)
        yield from _end(drawn, line, "end", line.target, line.end)


def _end(drawn: Map, line: Line, which: str, id: str, at: tuple[float, float]) -> Iterator[Finding]:
    """A line ends at the port that it names, or at the border of the glyph."""
    owner = drawn.owners.get(id)
    if owner is None:
        yield Finding(line.id, "line", f"the {which} of {line.id} is {id!r}, which is not drawn")
    elif id in owner.ports:
        if owner.ports[id] != at:
            yield Finding(line.id, "line", f"the {which} of {line.id} is at {at}, its port {id} at {owner.ports[id]}")
    elif _from_border(owner, at) > NEAR:
        yield Finding(line.id, "line", f"the {which} of {line.id} at {at} does not touch {id}")


def _from_border(glyph: Drawn, at: tuple[float, float]) -> float:
    """How far a point is from the border of a box."""
    (left, top, right, bottom), (x, y) = glyph.box, at
    outside = max(left - x, x - right, top - y, y - bottom)
    return outside if outside > 0 else min(x - left, right - x, y - top, bottom - y)
