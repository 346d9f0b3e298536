"""Blocks and knock-downs that several experiments share.

PI3K and MEK are blocked by a drug. Where the model has no drug, a block scales every constant by which the enzyme acts,
from the time the arm says. A knock-down belongs into `cell=`: the cell comes to rest with it.
"""

from collections.abc import Sequence
from typing import Final

from igf1r_model.dsl import Change, dose, scaled

Block = tuple[Change, ...]


def each_scaled(ids: Sequence[str], factor: float, *, why: str, at: float = 0.0) -> Block:
    """All of these constants times one factor."""
    return tuple(scaled(id, factor, why=why, at=at) for id in ids)


# What each enzyme acts by.
ERK_FEEDS_BACK: Final = ("k_ERK_on_SOS1", "k__ERK_desensitises_RAF1", "k_ERK_makes_DUSP6")


def PI3K_blocked(at: float = 0.0) -> Block:
    """PI3K inhibitor, 20 uM: 5 % of PI3K is left, wherever it is docked, and 20 % of mTOR."""
    return (dose("LY294002", 20_000, at=at),)


def MEK_blocked(at: float = 0.0) -> Block:
    """MEK inhibitor, a hundred times its IC50: 1 % of MEK is left."""
    return (dose("selumetinib", 1400, at=at),)


# From time 0.
PI3K_BLOCKED: Final = PI3K_blocked()
MEK_BLOCKED: Final = MEK_blocked()
NO_ERK_FEEDBACK: Final = each_scaled(ERK_FEEDS_BACK, 0.0, why="ERK acts on nothing above it")
NO_S6K_FEEDBACK: Final = (
    scaled("k_S6K_IRS", 0.0, why="S6K1 does not phosphorylate IRS"),
    scaled("Ki__IRS1_is_made", 1e12, why="S6K1 does not repress IRS1"),
)

# Knock-downs, for `cell=`.
IRS_KNOCKED_DOWN: Final = each_scaled(("k__IRS1_is_made", "k__IRS2_is_made"), 0.1, why="siRNA of IRS1 and IRS2, -90 %")
