"""What happens in minutes and hours after IGF1 comes or goes, beside EGF, and without any ligand."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from igf1r_validation.behaviours.entry import Check, Tables, area, behaviour, rise_time
from igf1r_validation.behaviours.lab import Table

MINUTE: Final = 60.0
HOUR: Final = 3600.0


@behaviour(
    "TC01", "must", "IGF1 activates its receptor and AKT within minutes and for long, ERK for a short time",
    band="90 % of the 2 h maximum of pIGF1R and pAKT after 1-20 min; after 60 min at least 30 % of the peak of pAKT "
         "and less than 50 % of that of pERK",
    paper="pubmed:14593113", uses=("igf1_time_course",), confirmed=False,
)  # fmt: skip
def two_hours(run: Tables) -> Iterator[Check]:
    """IGF1 for two hours."""
    table = run["igf1_time_course"]
    for read in ("pIGF1R", "pAKT"):
        t90 = rise_time(table.times, table.curve("IGF1", read)) / MINUTE
        yield Check(f"{read}: minutes to 90 %", t90, 1, 20)
    yield Check("pAKT at 60 min over peak", _over_peak(table, "pAKT"), low=0.3)
    yield Check("pERK at 60 min over peak", _over_peak(table, "pERK"), high=math.nextafter(0.5, 0))


def _over_peak(table: Table, read: str) -> float:
    return table.at("IGF1", read, HOUR) / max(table.curve("IGF1", read))


@behaviour(
    "TC02", "should", "IGF1 and insulin favour AKT, EGF favours ERK",
    band="area of pAKT over area of pERK in 2 h: with IGF1 (1 and 13 nM) at least 3 times that with EGF (1 nM)",
    paper="pubmed:19357636", uses=("igf1_or_egf",),
)  # fmt: skip
def preference(run: Tables) -> Iterator[Check]:
    """Areas under two hours of each ligand."""
    table = run["igf1_or_egf"]

    def ratio(arm: str) -> float:
        pAKT, pERK = (area(table.times, table.curve(arm, read)) for read in ("pAKT", "pERK"))
        return pAKT / pERK

    for arm, name in (("IGF1_1", "IGF1 1 nM"), ("IGF1_13", "IGF1 13 nM")):
        yield Check(f"AKT to ERK: {name} over EGF", ratio(arm) / ratio("EGF_1"), low=3)
    yield Check("AKT to ERK: insulin 100 nM over EGF", ratio("insulin_100") / ratio("EGF_1"))


@behaviour(
    "TC03", "could", "Once IGF1 is washed out, its receptor and AKT fall back within the hour",
    band="pIGF1R and pAKT at half of what they were at the washout after 2-30 min; what is left an hour after it is "
         "shown beside the expected quarter",
    paper="", uses=("igf1_washout",), confirmed=False,
    note="bound IGF1 leaves slowly, so that IGF1R falls by half in 20 min and pAKT, which follows it, later",
)  # fmt: skip
def washout(run: Tables) -> Iterator[Check]:
    """Ten minutes of IGF1, then none."""
    table = run["igf1_washout"]
    start = 10 * MINUTE
    for read in ("pIGF1R", "pAKT"):
        curve = table.curve("washed", read)
        yield Check(f"{read}: minutes to half", _half_life(table.times, curve, start) / MINUTE, 2, 30)
        left = table.at("washed", read, start + HOUR) / table.at("washed", read, start)
        yield Check(f"{read}: left after an hour (expected below 0.25)", left)


def _half_life(times: Sequence[float], values: Sequence[float], start: float) -> float:
    """How long after `start` a curve is at half of what it was then; inf if it never is."""
    half = values[times.index(start)] / 2
    return next((t - start for t, value in zip(times, values, strict=True) if t > start and value <= half), math.inf)


@behaviour(
    "TRAF01", "should", "IGF1 takes about half of its receptors from the surface within hours",
    band="surface IGF1R 30-70 % of that before, 1 and 4 h after 10 and 100 nM IGF1",
    paper="pubmed:2538384", uses=("igf1r_uptake",),
)  # fmt: skip
def uptake(run: Tables) -> Iterator[Check]:
    """Surface receptor after IGF1."""
    table = run["igf1r_uptake"]
    for arm, nM in (("IGF1_10", 10), ("IGF1_100", 100)):
        for hours in (1, 4):
            left = table.at(arm, "surfaceIGF1R", hours * HOUR) / table.at(arm, "surfaceIGF1R", 0.0)
            yield Check(f"surface IGF1R after {hours} h of {nM} nM", left, 0.3, 0.7)


MOIETIES: Final = {
    "AKT": ("AKT1", "AKT1_pT308", "AKT1_pS473", "AKT1_pp"),
    "RAS": ("RAS_GDP", "RAS_GTP"),
    "PIP2 and PIP3": ("PIP2", "PIP3"),
    "ERK2": ("MAPK1", "MAPK1_pp"),
}


@behaviour(
    "BASE01", "should", "Without ligand the cell rests, and what is neither made nor lost is kept",
    band="in a day without ligand nothing drifts by 1 %; pIGF1R below 5 %, pAKT and pERK below 20 % of their largest "
         "value with IGF1; AKT, RAS, PIP2 with PIP3, and ERK2 keep their totals",
    paper="", uses=("rest", "igf1_time_course"), confirmed=False, note="a check of the construction: there is no paper",
)  # fmt: skip
def baseline(run: Tables) -> Iterator[Check]:
    """A day of rest, and the totals during two hours of IGF1."""
    rest, igf1 = run["rest"], run["igf1_time_course"]
    drifts = {read: _spread(curve) for read, curve in rest.curves["reference", None].items()}
    worst = max(drifts, key=drifts.__getitem__)
    yield Check(f"largest drift in a day ({worst})", drifts[worst], high=0.01)
    for read, share in (("pIGF1R", 0.05), ("pAKT", 0.2), ("pERK", 0.2)):
        at_rest = rest.at("reference", read) / max(igf1.curve("IGF1", read))
        yield Check(f"{read} at rest over largest", at_rest, high=math.nextafter(share, 0))
    for name, forms in MOIETIES.items():
        totals = [sum(values) for values in zip(*(igf1.curve("IGF1", form) for form in forms), strict=True)]
        yield Check(f"{name}: change of the total", _spread(totals), high=1e-6)


def _spread(values: Sequence[float]) -> float:
    """The range of values over the largest of them; 0 for what is not there."""
    largest = max(map(abs, values))
    return (max(values) - min(values)) / largest if largest else 0.0
