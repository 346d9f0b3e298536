"""Trastuzumab, and what IGF1R takes from its effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from igf1r_validation.behaviours.entry import Check, Tables, behaviour
from igf1r_validation.behaviours.lab import Table

GROWTH: Final = "proliferationIndex"
DAY: Final = 86_400.0


def fall(table: Table, without: str, treated: str) -> float:
    """The share of proliferation that a treatment takes, at the end."""
    return 1 - table.at(treated, GROWTH) / table.at(without, GROWTH)


def by_trastuzumab(table: Table, arm: str) -> float:
    """The share of proliferation that trastuzumab takes."""
    return fall(table, arm, f"{arm}_trastuzumab")


@behaviour(
    "HER201", "must", "Trastuzumab slows HER2-rich cells in little serum by 42 %, and not at all with IGF1",
    band="proliferation index lower by 25 to 60 % at 72 h without IGF1; within 10 % with it",
    paper="pubmed:11752009", uses=("trastuzumab_and_igf1",),
)  # fmt: skip
def undone_by_igf1(run: Tables) -> Iterator[Check]:
    """Three days, a cell like BT-474."""
    table = run["trastuzumab_and_igf1"]
    yield Check("fall without IGF1", fall(table, "untreated", "trastuzumab"), 0.25, 0.6)
    yield Check("fall with IGF1", by_trastuzumab(table, "igf1"), -0.1, 0.1)


@behaviour(
    "HER202", "should",
    "SKBR3 with few IGF1R answers trastuzumab whether IGF1 is there or not; with many it does not when IGF1 is there, "
    "unless IGFBP3 holds the IGF1",
    band="few IGF1R: with IGF1 at least half of the fall without; many with IGF1: within 10 %; IGFBP3, 20 for each "
         "IGF1, brings at least half of the fall back",
    paper="pubmed:11752009", uses=("trastuzumab_and_igf1r_copies",),
    note="IGF1 keeps 0.42: at 5 nM it drives AKT through hybrids and insulin receptors, of which the cell has "
    "as many as MCF7 in the model, so that few IGF1R are no protection",
)  # fmt: skip
def few_or_many_receptors(run: Tables) -> Iterator[Check]:
    """Three days; what counts as the fall is that of the same cell without IGF1."""
    table = run["trastuzumab_and_igf1r_copies"]
    yield Check("few: kept", by_trastuzumab(table, "few_igf1") / by_trastuzumab(table, "few"), 0.5)
    yield Check("many: fall with IGF1", by_trastuzumab(table, "many_igf1"), -0.1, 0.1)
    yield Check("IGFBP3 restores", by_trastuzumab(table, "many_igfbp3") / by_trastuzumab(table, "many"), 0.5)


@behaviour(
    "HER203", "should",
    "IGF1 phosphorylates HER2 in cells that resist trastuzumab and not in their parents; an inhibitor of IGF1R lowers "
    "it and makes trastuzumab work again",
    band="pHER2 with IGF1 at least 1.5x in resistant, at most 1.1x in parental cells after a day; the inhibitor lowers "
         "pHER2, and trastuzumab takes more with it than without",
    paper="pubmed:16322262", uses=("her2_through_igf1r",), confirmed=False,
)  # fmt: skip
def contact_of_receptors(run: Tables) -> Iterator[Check]:
    """The contact of IGF1R and HER2 is on in the resistant cell only."""
    table = run["her2_through_igf1r"]

    def ratio(arm: str, to: str) -> float:
        return table.at(arm, "pHER2", DAY) / table.at(to, "pHER2", DAY)

    yield Check("pHER2 by IGF1, resistant", ratio("resistant_igf1", "resistant"), 1.5)
    yield Check("pHER2 by IGF1, parental", ratio("parental_igf1", "parental"), high=1.1)
    yield Check("pHER2 left by inhibitor", ratio("resistant_inhibitor", "resistant_igf1"), high=1)
    gain = by_trastuzumab(table, "resistant_inhibitor") - by_trastuzumab(table, "resistant_igf1")
    yield Check("fall that the inhibitor adds", gain, 0)


@behaviour(
    "HER204", "could",
    "In cells resistant to trastuzumab IGF1R, HER2 and HER3 stand in one complex; without IGF1R or without HER3, p27 "
    "rises, pAKT falls and trastuzumab works again",
    band="each knock-down: pAKT lower by 40 % or more, p27 higher, trastuzumab takes more than without it",
    paper="pubmed:20103628", uses=("knock_downs_in_resistant_cells",), confirmed=False,
    note="without HER3 next to nothing happens: the complex of three is not in the model, and HER2 without ligand "
         "holds so little HER3 (Kd 32 uM) that PI3K of such a cell hangs on IGF1R",
)  # fmt: skip
def knock_downs(run: Tables) -> Iterator[Check]:
    """Three days with a little IGF1, as of serum."""
    table = run["knock_downs_in_resistant_cells"]
    before = by_trastuzumab(table, "resistant")
    for arm, name in (("no_igf1r", "IGF1R"), ("no_her3", "HER3")):
        yield Check(f"pAKT without {name}", table.at(arm, "pAKT") / table.at("resistant", "pAKT"), high=0.6)
        yield Check(f"p27 without {name}", table.at(arm, "p27") / table.at("resistant", "p27"), 1)
        yield Check(f"fall that is added without {name}", by_trastuzumab(table, arm) - before, 0)


@behaviour(
    "HER205", "should", "An inhibitor of IGF1R adds to trastuzumab in some HER2-positive lines and not in others",
    band="what the inhibitor takes beyond trastuzumab grows with the IGF1R of the line, and is within 5 % where there "
         "is none",
    paper="", uses=("trastuzumab_with_inhibitor",), confirmed=False,
    note="the paper, whose number is not known, found that IGF1R did not predict which lines profit: the order is "
         "what the mechanism implies",
)  # fmt: skip
def benefit_by_line(run: Tables) -> Iterator[Check]:
    """Three days with trastuzumab and a little IGF1."""
    table = run["trastuzumab_with_inhibitor"]
    none, few, many = (fall(table, line, f"{line}_inhibitor") for line in ("none", "few", "many"))
    yield Check("gain without IGF1R", none, -0.05, 0.05)
    yield Check("more with few", few - none, 0)
    yield Check("more with many than with few", many - few, 0)
