"""How a form looks: its box, the members of a complex in it, and the states on the upper and lower edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from igf1r_model.drawing import Box, Glyph, Shows
from igf1r_model.layout.items import moved
from igf1r_model.layout.widths import text_width
from igf1r_model.model import Family, Form, Mark, MarkKind, Part

NAME, MEMBER, STATE = 12, 10, 8  # sizes of letters: a form's name, a member of a complex, a state
SMALL_NAME, SMALL_STATE = 11, 9  # on a sheet, which is printed on one page
PILL: Final = 12  # height of a state
IN_A_ROW: Final = 3  # members of a complex side by side
ON_AN_EDGE: Final = 4  # states side by side
MODIFIED: Final = {"MOD:00046": "P", "MOD:00047": "P", "MOD:00048": "P", "MOD:00696": "P", "MOD:01148": "Ub"}
SAID: Final = {MarkKind.ACTIVE: "active", MarkKind.CLEAVED: "cleaved"}


def state(mark: Mark) -> str:
    """A mark as SBGN writes it: value, ``@``, residue."""
    value = SAID.get(mark.kind) or MODIFIED.get(mark.mod, "*")
    return f"{value}@{mark.site}" if mark.site else value


def detailed(form: Form) -> Glyph:
    """A form with all its members and states, its upper left corner at 0, 0."""
    if not form.is_complex:
        labels = [state(mark) for mark in form.parts[0].marks]
        width = max(60, text_width(form.name, NAME) + 16, _edge(labels))
        box = Box(0, 0, width, 34)
        return _form(form, box, _states(form.id, labels, box))
    members = _members(form)
    width = max(text_width(form.name, NAME) + 16, max(one.box.right for one in members) + 10)
    height = max(one.box.bottom for one in members) + 28
    return _form(form, Box(0, 0, width, height), tuple(members))


def compact(form: Form, id: str, clone: bool) -> Glyph:
    """A form with its name, and its states counted."""
    counts = Counter(state(mark).partition("@")[0] for part in form.parts for mark in part.marks)
    labels = [value if count == 1 else f"{count}{value}" for value, count in counts.items()]
    width = max(46, text_width(form.name, SMALL_NAME) + 14, _edge(labels, SMALL_STATE))
    box = Box(0, 0, width, 26)
    pills = _states(id, labels, box, SMALL_STATE)
    return Glyph(id, Shows.FORM, form.id, box, form.place.id, form.name, pills, clone=clone)


def family(one: Family, id: str, place: str, clone: bool) -> Glyph:
    """Forms that act as one, as a single box; in their own place, if they have one in common."""
    box = Box(0, 0, max(46, text_width(one.name, SMALL_NAME) + 18), 26)
    shared = {form.place.id for form in one.members}
    return Glyph(id, Shows.FAMILY, one.id, box, shared.pop() if len(shared) == 1 else place, one.name, clone=clone)


def _form(form: Form, box: Box, inner: tuple[Glyph, ...]) -> Glyph:
    return Glyph(form.id, Shows.FORM, form.id, box, form.place.id, form.name, inner)


def _members(form: Form) -> list[Glyph]:
    """The members of a complex in rows."""
    drawn: list[Glyph] = []
    x, y, height = 10, 12, 0
    for n, part in enumerate(form.parts):
        if n and n % IN_A_ROW == 0:
            x, y, height = 10, y + height + 14, 0
        glyph = _member(form, n, part)
        drawn.append(moved(glyph, x, y))
        x, height = x + glyph.box.width + 8, max(height, glyph.box.height)
    return drawn


def _member(form: Form, n: int, part: Part) -> Glyph:
    labels = [state(mark) for mark in part.marks]
    name = part.molecule.name
    height = 26 if part.count == 1 else 34  # the number of copies stands below the name
    box = Box(0, 0, max(44, text_width(name, MEMBER) + 12, _edge(labels)), height)
    id = f"part.{form.id}.{n + 1}"
    inner = _states(id, labels, box)
    if part.count > 1:
        inner = (*inner, _copies(id, part.count, box))
    return Glyph(id, Shows.PART, part.molecule.id, box, form.place.id, name, inner)


def _copies(id: str, count: int, box: Box) -> Glyph:
    """How many copies of a member there are, at its lower right."""
    label = f"N:{count}"
    width = _pill(label, STATE)
    place = Box(box.right - width - 4, box.bottom - PILL // 2, width, PILL)
    return Glyph(f"unit.{id}", Shows.UNIT, "", place, label=label)


def _edge(labels: Sequence[str], size: int = STATE) -> int:
    """How wide a box must be for its states."""
    rows = (labels[:ON_AN_EDGE], labels[ON_AN_EDGE:])
    return max(sum(_pill(label, size) + 2 for label in row) + 6 for row in rows)


def _pill(label: str, size: int) -> int:
    return text_width(label, size) + 8


def _states(id: str, labels: Sequence[str], box: Box, size: int = STATE) -> tuple[Glyph, ...]:
    """States on the upper edge of a box, and when there are many on the lower one too."""
    drawn = []
    x = box.x + 4
    for n, label in enumerate(labels):
        if n == ON_AN_EDGE:
            x = box.x + 4
        y = (box.y if n < ON_AN_EDGE else box.bottom) - PILL // 2
        width = _pill(label, size)
        drawn.append(Glyph(f"state.{id}.{n + 1}", Shows.STATE, "", Box(x, y, width, PILL), label=label))
        x += width + 2
    return tuple(drawn)
