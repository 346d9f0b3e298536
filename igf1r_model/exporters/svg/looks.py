"""Sizes of letters in a drawing, and the look of everything in a model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from igf1r_model.drawing import Drawing, Shows
from igf1r_model.exporters._looks import COFACTOR, GROUP, INK, KINDS, PAPER, SOFT, Look, form_look
from igf1r_model.layout import forms, items, overview
from igf1r_model.model import Form, Model, Molecule

FONT: Final = "Helvetica, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Letters:
    """Sizes of letters in a drawing."""

    name: int
    member: int
    state: int
    place: int


WHOLE: Final = Letters(forms.NAME, forms.MEMBER, forms.STATE, 16)
SHEET: Final = Letters(forms.SMALL_NAME, forms.SMALL_NAME, forms.SMALL_STATE, 11)
OVERVIEW: Final = Letters(overview.LETTERS, overview.LETTERS, overview.LETTERS, overview.LETTERS)


def letters(model: Model, drawing: Drawing) -> Letters:
    """The sizes of letters that a drawing was laid out for."""
    if any(glyph.shows is Shows.MOLECULE for glyph in drawing.glyphs):
        return OVERVIEW
    return WHOLE if model.layout and drawing is model.layout.whole else SHEET


def size_of(shows: Shows, sizes: Letters) -> int:
    """How large the label of a glyph is."""
    special = {
        Shows.PART: sizes.member,
        Shows.STATE: sizes.state,
        Shows.UNIT: sizes.state,
        Shows.COFACTOR: items.COFACTOR_LETTERS,
        Shows.PLACE: sizes.place,
    }
    return special.get(shows, sizes.name)


class Palette:
    """The look of everything in a model; with `colours`, forms have these and all else is white."""

    def __init__(self, model: Model, colours: Mapping[str, str] | None = None) -> None:
        self.molecules: dict[str, Molecule] = {one.id: one for one in _all(model)}
        self.forms: dict[str, Form] = {one.id: one for one in model.forms}
        self.colours = colours

    def look(self, shows: Shows, of: str) -> Look:
        """How the glyph of a thing looks."""
        if shows is Shows.FAMILY:
            return self._painted(GROUP, of)
        if shows is Shows.COFACTOR:
            return self._painted(COFACTOR, "")
        if shows in (Shows.PART, Shows.MOLECULE):
            return self._painted(KINDS[self.molecules[of].kind], of)
        return self._painted(form_look(self.forms[of]), of)

    def _painted(self, look: Look, of: str) -> Look:
        if self.colours is None:
            return look
        return Look(look.shape, self.colours.get(of, PAPER), SOFT, look.called)


def ink_on(fill: str) -> str:
    """The colour of letters that can be read on a colour."""
    red, green, blue = (int(fill[n : n + 2], 16) for n in (1, 3, 5))
    return PAPER if 299 * red + 587 * green + 114 * blue < 120_000 else INK


@lru_cache(maxsize=1)
def _all(model: Model) -> tuple[Molecule, ...]:
    """Cofactors are not among the molecules of a model that has them in processes only."""
    beside = [one for process in model.processes for one, _ in (*process.currency_in, *process.currency_out)]
    return (*beside, *model.molecules)
