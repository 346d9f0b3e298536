"""The layout of a model: computed once, when it is built, and shared by every format that has coordinates.

It follows from the model alone, so a new process needs no hand step. `data/positions.tsv` may say where single
glyphs of the whole map go instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from igf1r_model.drawing import Layout, Point
from igf1r_model.layout.overview import flow_overview
from igf1r_model.layout.sheets import module_sheets
from igf1r_model.layout.whole import whole_map
from igf1r_model.model import Model

POSITIONS: Final = Path(__file__).parent.parent / "data" / "positions.tsv"
COLUMNS: Final = ("model", "glyph", "x", "y")

__all__ = ["hand_placed", "laid_out"]


def laid_out(model: Model, positions: Path = POSITIONS) -> Model:
    """The model with all its pictures; contexts keep those of the model, because they change numbers only."""
    hand = hand_placed(model, positions)
    return replace(model, layout=Layout(whole_map(model, hand), module_sheets(model), flow_overview(model)))


def hand_placed(model: Model, positions: Path = POSITIONS) -> dict[str, Point]:
    """The upper left corners that somebody wrote down for forms and processes of a model.

    Raises:
        ValueError: when the table names something that the model does not have, or a place that is no number.
    """
    known = {form.id for form in model.forms} | {process.id for process in model.processes}
    found = {}
    for line, (id, x, y) in _rows(model, positions):
        if id not in known:
            raise ValueError(f"{positions.name}:{line}: {model.id} has no form or process {id}")
        if not (x.isdecimal() and y.isdecimal()):
            raise ValueError(f"{positions.name}:{line}: {id} goes to {x!r}, {y!r}; two whole numbers are needed")
        found[id] = int(x), int(y)
    return found


def _rows(model: Model, positions: Path) -> Iterator[tuple[int, tuple[str, str, str]]]:
    for number, line in enumerate(positions.read_text(encoding="utf-8").splitlines(), start=1):
        fields = line.split("\t")
        if number > 1 and fields[0] == model.id:
            if len(fields) != len(COLUMNS):
                raise ValueError(f"{positions.name}:{number}: {len(fields)} columns; needed: {', '.join(COLUMNS)}")
            yield number, (fields[1], fields[2], fields[3])
