"""Cells without a name of their own: what arms of experiments change before time 0 (a knock-down, a transfection).

Arms that change the same context in the same way have the same cell, whatever reasons they give. It is called after
the first of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from igf1r_model.contexts import in_context
from igf1r_model.model import Model
from igf1r_model.protocol import Arm, Change

CellKey = tuple[str, tuple[tuple[str, str, float, str], ...]]
MARK: Final = "__cell__"


@dataclass(frozen=True, slots=True)
class Cell:
    """One changed cell.

    Attributes:
        name: ``<experiment>__<arm>`` of the first arm that has it.
        id: with the model, ``<model>__cell__<experiment>__<arm>``; the name of its table.
        model: the model in the context of the cell, as it is before the changes.
        changes: made in this order while nothing is in the medium.
    """

    name: str
    id: str
    model: Model
    changes: tuple[Change, ...]


def cell_key(arm: Arm) -> CellKey:
    """What makes the cell of an arm the same as that of another."""
    return arm.context, tuple((one.target, one.act.value, one.value, one.unit) for one in arm.cell)


def cells(model: Model) -> dict[CellKey, Cell]:
    """The changed cells in the experiments of a model, in the order in which they are first met."""
    found: dict[CellKey, Cell] = {}
    for one in model.experiments:
        for arm in one.arms:
            if arm.cell and cell_key(arm) not in found:
                name = f"{one.id}__{arm.id}"
                here = in_context(model, arm.context) if arm.context else model
                found[cell_key(arm)] = Cell(name, f"{model.id}{MARK}{name}", here, arm.cell)
    return found
