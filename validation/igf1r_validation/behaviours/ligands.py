"""Ligands, receptors, hybrids and IGFBP3: who binds what, and what is left of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from igf1r_validation.behaviours.entry import Check, Tables, behaviour, dose_for, ec50, hill, not_modelled
from igf1r_validation.behaviours.lab import Table

HOUR: Final = 3600.0


def half_dose(table: Table, arm: str, read: str) -> float:
    """The dose of half the largest response of an arm, at the end."""
    return ec50(table.doses(arm), table.response(arm, read))


@behaviour(
    "LIG01", "must", "IGF1 fills and activates IGF1R with half of the effect below 1 nM and all of it by 10 nM",
    band="after 60 min EC50 0.1-1 nM and Hill number 0.7-1.2, at 10 nM above 90 % of the largest effect; what is left "
         "of a bound tracer beside unlabelled IGF1 is shown with the paper's numbers, and is half between 0.1 and 1 nM",
    paper="pubmed:19225456", uses=("igf1_dose_response", "tracer_displacement"),
)  # fmt: skip
def igf1_on_igf1r(run: Tables) -> Iterator[Check]:
    """A dose response on a cell with IGF1R only, and the paper's displacement of a tracer."""
    table = run["igf1_dose_response"]
    for read in ("occupancy", "pIGF1R"):
        doses, responses = table.doses("IGF1R_only"), table.response("IGF1R_only", read)
        yield Check(f"{read}: EC50 (nM)", ec50(doses, responses), 0.1, 1)
        yield Check(f"{read}: Hill number", hill(doses, responses), 0.7, 1.2)
        at_10 = table.at("IGF1R_only", read, dose=10) / max(responses)
        yield Check(f"{read}: at 10 nM, of the largest", at_10, low=0.9)
    yield from _tracer(run["tracer_displacement"])


def _tracer(table: Table) -> Iterator[Check]:
    """Tracer that stays bound is free IGF1R, over free IGF1R at the lowest dose, at equilibrium."""
    doses, free = table.doses("unlabelled"), table.response("unlabelled", "IGF1R")
    left = [value / free[0] for value in free]
    yield Check("tracer: half displaced at (nM; paper 0.2)", dose_for(doses, left, 0.5), 0.1, 1)
    for dose, paper in ((0.12953, "0.55 +- 0.09"), (0.65536, "0.21 +- 0.03")):
        yield Check(f"tracer left at {dose:.2f} nM (paper {paper})", left[doses.index(dose)])


not_modelled(
    "LIG02", "could", "Unlabelled IGF1 makes bound tracer leave faster: 0.91 to 0.33 of it is left after 20 min",
    band="less tracer left with more unlabelled IGF1", paper="pubmed:19225456",
    lacks="one site on a receptor dimer: how fast a ligand leaves does not depend on what else is there. The paper "
          "needs two sites that IGF1 bridges (negative cooperativity); docs/scope.md leaves it out",
)  # fmt: skip


@behaviour(
    "BP01", "must", "IGFBP3 keeps IGF1 from its receptor, by binding it, the more the more there is",
    band="pIGF1R after 2 h with 1.3 nM IGF1 falls with every dose of IGFBP3 and keeps 0.5-0.8 at 1:1, 0.2-0.5 at 2:1, "
         "at most 0.25 at 5:1 (equilibrium), each give or take 0.1",
    paper="doi:10.1186/s12918-014-0098-y", uses=("igfbp3_and_igf1",),
)  # fmt: skip
def igfbp3(run: Tables) -> Iterator[Check]:
    """IGF1 and IGFBP3 together for two hours."""
    table = run["igfbp3_and_igf1"]
    pIGF1R = table.response("IGF1", "pIGF1R")
    yield Check("largest step up between doses", max(b - a for a, b in pairwise(pIGF1R)), high=0)
    for dose, ratio, low, high in ((1.3, "1:1", 0.4, 0.9), (2.6, "2:1", 0.1, 0.6), (6.5, "5:1", 0.0, 0.35)):
        yield Check(f"pIGF1R left at {ratio}", table.at("IGF1", "pIGF1R", dose=dose) / pIGF1R[0], low, high)


@behaviour(
    "BP02", "should", "More IGF1 and less IGFBP3 in serum both raise the signal, and most so together",
    band="pIGF1R, pAKT and survival index rise with each, more with both, and with both at least 1.5 times",
    paper="pubmed:9593409", uses=("igf1_and_igfbp3_levels",), confirmed=False,
    note="the papers tell of risk, not of signals, and one (Renehan 2004) finds more of it with high IGFBP3 too",
)  # fmt: skip
def levels(run: Tables) -> Iterator[Check]:
    """Three times the IGF1, a third of the IGFBP3, both; after a day."""
    table = run["igf1_and_igfbp3_levels"]
    for read in ("pIGF1R", "pAKT", "survivalIndex"):
        usual, both = table.at("usual", read), table.at("both", read)
        singles = [table.at(arm, read) for arm in ("more_IGF1", "less_IGFBP3")]
        yield Check(f"{read}: the weaker single change over usual", min(singles) / usual, low=math.nextafter(1, 2))
        yield Check(f"{read}: both over the stronger single change", both / max(singles), low=math.nextafter(1, 2))
        yield Check(f"{read}: both over usual", both / usual, low=1.5)


@behaviour(
    "BP04", "should", "IGFBP3 does not touch what an analogue does that it hardly binds",
    band="with ten times as much IGFBP3, pIGF1R with LR3-IGF1 (Kd of IGFBP3 a thousand times that of IGF1) changes by "
         "at most 10 %; a hundredfold Kd (10 nM, below the 13 nM of IGFBP3) is shown beside it",
    paper="pubmed:7679979", uses=("igfbp3_and_igf1",),
)  # fmt: skip
def analogue(run: Tables) -> Iterator[Check]:
    """The analogues at 1.3 nM with 13 nM IGFBP3."""
    table = run["igfbp3_and_igf1"]

    def left(arm: str) -> float:
        return table.at(arm, "pIGF1R", dose=13) / table.at(arm, "pIGF1R", dose=0)

    yield Check("LR3-IGF1: pIGF1R left", left("LR3_IGF1"), 0.9, 1.1)
    yield Check("IGF1 itself: pIGF1R left", left("IGF1"))
    yield Check("an analogue with a hundredfold Kd: pIGF1R left", left("weak_binder"))


@behaviour(
    "BP05", "could", "Where cells use IGF1 up, its amount counts and not its concentration; else receptors limit",
    band="pAKT after a day with IGF1 that is renewed (a volume without end) over that with IGF1 given once: above 1.2 "
         "with many receptors and little IGF1, 0.9-1.1 with few receptors and much IGF1, between them otherwise",
    paper="doi:10.1186/s12918-014-0098-y", uses=("igf1_used_up",),
    note="an experiment cannot change a volume; IGF1 that is set again every hour stands for a larger one",
)  # fmt: skip
def used_up(run: Tables) -> Iterator[Check]:
    """IGF1 once or every hour, on few or many receptors."""
    table = run["igf1_used_up"]
    gain = {arm: table.at(f"{arm}_renewed", "pAKT") / table.at(arm, "pAKT") for arm in _AMOUNTS}
    yield Check("many receptors, little IGF1: renewed over once", gain["many_little"], low=1.2)
    yield Check("few receptors, much IGF1: renewed over once", gain["few_much"], 0.9, 1.1)
    yield Check(
        "few receptors, little IGF1: renewed over once", gain["few_little"], gain["few_much"], gain["many_little"]
    )


_AMOUNTS: Final = ("few_little", "many_little", "few_much")


@behaviour(
    "SPEC01", "must", "IGF1R prefers IGF1 to insulin a thousandfold, INSR-A insulin to IGF1 a hundredfold",
    band="EC50 of insulin over that of IGF1 on IGF1R 100-3000, of IGF1 over that of insulin on INSR-A 20-300",
    paper="doi:10.1074/jbc.RA118.004852", uses=("igf1_dose_response", "insulin_dose_response"), confirmed=False,
    note="its table 2 was seen with its number (Kd ratios 1217 and 88), its title was not",
)  # fmt: skip
def specificity(run: Tables) -> Iterator[Check]:
    """Dose responses after one hour, on cells with one of the receptors."""
    igf1, insulin = run["igf1_dose_response"], run["insulin_dose_response"]
    on_IGF1R = half_dose(insulin, "IGF1R_only", "pIGF1R") / half_dose(igf1, "IGF1R_only", "pIGF1R")
    on_INSR_A = half_dose(igf1, "INSR_A_only", "pINSR") / half_dose(insulin, "INSR_A_only", "pINSR")
    yield Check("insulin over IGF1 on IGF1R", on_IGF1R, 100, 3000)
    yield Check("IGF1 over insulin on INSR-A", on_INSR_A, 20, 300)


@behaviour(
    "SPEC02", "should", "IGF2 activates INSR-A at a few times the dose of insulin, and INSR-B less well",
    band="EC50 of IGF2 over that of insulin on INSR-A 1-15; of IGF2 on INSR-B over that on INSR-A at least 3",
    paper="pubmed:22318726", uses=("igf2_dose_response", "insulin_dose_response"),
)  # fmt: skip
def igf2(run: Tables) -> Iterator[Check]:
    """IGF2 on each isoform, insulin on INSR-A."""
    table = run["igf2_dose_response"]
    on_A, on_B = (half_dose(table, arm, "pINSR") for arm in ("INSR_A_only", "INSR_B_only"))
    insulin = half_dose(run["insulin_dose_response"], "INSR_A_only", "pINSR")
    yield Check("IGF2 over insulin on INSR-A", on_A / insulin, 1, 15)
    yield Check("IGF2 on INSR-B over INSR-A", on_B / on_A, low=3)


@behaviour(
    "HYB01", "should", "About half of IGF1R, and nearly half of INSR, is in hybrids where there is as much of both",
    band="0.35-0.65 of the chains of each; the reference has as many of one as of the other",
    paper="", uses=("rest",), confirmed=False,
    note="Federici 1997, Mol Cell Endocrinol 129:121: title and abstract were seen, no number with them",
)  # fmt: skip
def hybrids(run: Tables) -> Iterator[Check]:
    """The reference at rest."""
    table = run["rest"]
    yield Check("share of IGF1R in hybrids", table.at("reference", "hybridFraction"), 0.35, 0.65)
    in_hybrids = table.at("reference", "totalHybrid") / table.at("reference", "totalINSR")
    yield Check("share of INSR in hybrids", in_hybrids, 0.35, 0.65)


@behaviour(
    "HYB03", "should", "INSR that has paired with more IGF1R answers less to insulin, and no less to IGF1",
    band="phosphorylated INSR chains, of homodimers and hybrids, among all: with five times the IGF1R either EC50 of "
         "insulin at least doubled or 30 % less at 1 nM; with 30 nM IGF1 no less, nor less pAKT",
    paper="pubmed:17291192", uses=("insulin_and_hybrids", "igf1_and_hybrids"), confirmed=False,
    note="the paper measures autophosphorylation; pAKT with insulin, shown beside it, hardly falls in the model",
)  # fmt: skip
def more_igf1r(run: Tables) -> Iterator[Check]:
    """Insulin or IGF1 for 15 min on the reference and on cells with five times the IGF1R."""
    insulin, igf1 = run["insulin_and_hybrids"], run["igf1_and_hybrids"]
    doses = insulin.doses("usual")
    usual, more = (dict(zip(doses, chains(insulin, arm), strict=True)) for arm in ("usual", "more_IGF1R"))
    shift = ec50(doses[1:], list(more.values())[1:]) / ec50(doses[1:], list(usual.values())[1:])
    fewer = 1 - more[1] / usual[1]
    yield Check("insulin: EC50 over usual", shift)
    yield Check("insulin 1 nM: INSR chains lost", fewer)
    yield Check("insulin: the larger of EC50/2 and loss/0.3", max(shift / 2, fewer / 0.3), low=1)
    pAKT = [insulin.at(arm, "pAKT", dose=1) for arm in ("more_IGF1R", "usual")]
    yield Check("insulin 1 nM: pAKT over usual", pAKT[0] / pAKT[1])
    yield Check("IGF1: INSR chains over usual", chains(igf1, "more_IGF1R")[-1] / chains(igf1, "usual")[-1], low=1)
    pAKT = [igf1.at(arm, "pAKT", dose=30) for arm in ("more_IGF1R", "usual")]
    yield Check("IGF1: pAKT over usual", pAKT[0] / pAKT[1], low=1)


def chains(table: Table, arm: str) -> tuple[float, ...]:
    """The share of INSR chains that is phosphorylated, in homodimers and hybrids, by dose."""
    pINSR, pHybrid, all_INSR, in_hybrids = (
        table.response(arm, read) for read in ("pINSR", "pHybrid", "totalINSR", "totalHybrid")
    )
    return tuple(
        (p * (all_chains - mixed) + h * mixed) / all_chains
        for p, h, all_chains, mixed in zip(pINSR, pHybrid, all_INSR, in_hybrids, strict=True)
    )
