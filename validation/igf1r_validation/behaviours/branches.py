"""The branches behind IGF1R: PI3K to AKT and FOXO, MEK to ERK, and IRS before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from igf1r_validation.behaviours.entry import Check, Tables, behaviour
from igf1r_validation.behaviours.lab import Table

READ_AT: Final = 75 * 60.0  # 15 min after IGF1, which comes at 60 min; pERK is at its peak


def left(table: Table, arm: str, read: str) -> float:
    """What an arm has over the control, a quarter of an hour after IGF1."""
    return table.at(arm, read, READ_AT) / table.at("control", read, READ_AT)


@behaviour(
    "BR01", "must", "A PI3K inhibitor takes pAKT and pFOXO, not pERK, from cells with IGF1",
    band="PI3K 95 % blocked, 15 min of IGF1: pAKT, and pFOXO alike, at most 15 % of the control, pERK 70-130 %",
    paper="pubmed:16133873", uses=("branch_blocks",),
)  # fmt: skip
def pi3k_inhibitor(run: Tables) -> Iterator[Check]:
    """An hour of block, then IGF1."""
    table = run["branch_blocks"]
    yield Check("pAKT left", left(table, "PI3K_blocked", "pAKT"), high=0.15)
    yield Check("pFOXO left", left(table, "PI3K_blocked", "pFOXO"), high=0.15)
    yield Check("pERK left", left(table, "PI3K_blocked", "pERK"), 0.7, 1.3)


@behaviour(
    "BR02", "should", "A MEK inhibitor takes pERK from cells with IGF1 and leaves or lifts pAKT",
    band="15 min of IGF1: pERK at most 10 % of the control, pAKT 90-200 %",
    paper="", uses=("branch_blocks",), confirmed=False,
)  # fmt: skip
def mek_inhibitor(run: Tables) -> Iterator[Check]:
    """An hour of block, then IGF1."""
    table = run["branch_blocks"]
    yield Check("pERK left", left(table, "MEK_blocked", "pERK"), high=0.1)
    yield Check("pAKT left", left(table, "MEK_blocked", "pAKT"), 0.9, 2.0)


@behaviour(
    "BR03", "should", "Without IRS, IGF1 raises pAKT far less, and pERK hardly less, as SHC1 remains",
    band="a tenth of IRS1 and IRS2, 15 min of IGF1: pAKT at least 60 % less than the control, pERK at most 50 % less",
    paper="", uses=("branch_blocks",), confirmed=False,
)  # fmt: skip
def without_irs(run: Tables) -> Iterator[Check]:
    """IGF1 on cells with a tenth of IRS."""
    table = run["branch_blocks"]
    yield Check("IRS1 left", left(table, "less_IRS", "totalIRS1"), 0.05, 0.15)
    yield Check("pAKT left", left(table, "less_IRS", "pAKT"), high=0.4)
    yield Check("pERK left", left(table, "less_IRS", "pERK"), low=0.5)
