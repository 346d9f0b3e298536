"""Drugs on IGF1R: antibodies that remove it, kinase inhibitors that do not, and what they do to insulin receptors."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_validation.behaviours.entry import Check, Tables, behaviour, dose_for
from igf1r_validation.behaviours.lab import Table


def half_way(table: Table, arm: str, read: str) -> float:
    """The dose half way down from the lowest dose of the series, which does nothing, to the highest."""
    values = table.response(arm, read)
    return dose_for(table.doses(arm), values, (values[0] + values[-1]) / 2)


@behaviour(
    "DRUG01", "must",
    "An antibody on IGF1R removes it and its hybrids and ends the answer to IGF1, but spares the insulin receptor; a "
    "kinase inhibitor removes no receptor and ends the answers to IGF1 and to insulin",
    band="of untreated cells. Antibody: IGF1R and hybrids at most 0.5, answer of pAKT to IGF1 at most 0.25, pINSR in "
    "insulin 0.6-1.1. Inhibitor: IGF1R at least 0.9, answer to IGF1 at most 0.25, pINSR at most 0.2",
    paper="doi:10.5732/cjc.012.10263", uses=("antibody_or_inhibitor",), confirmed=False,
    note="the table of the review that says it was seen beside the DOI, the title of the review was not",
)  # fmt: skip
def antibody_or_inhibitor(run: Tables) -> Iterator[Check]:
    """A day with the drug, then a quarter of an hour with nothing, IGF1 or insulin."""
    table = run["antibody_or_inhibitor"]

    def left(read: str, arm: str, stimulus: str = "") -> float:
        return table.at(arm + stimulus, read) / table.at("untreated" + stimulus, read)

    def answer(arm: str) -> float:
        return table.at(f"{arm}_IGF1", "pAKT") - table.at(arm, "pAKT")

    yield Check("antibody: IGF1R left", left("totalIGF1R", "antibody"), high=0.5)
    yield Check("antibody: hybrids left", left("totalHybrid", "antibody"), high=0.5)
    yield Check("antibody: pAKT by IGF1", answer("antibody") / answer("untreated"), high=0.25)
    yield Check("antibody: pINSR by insulin", left("pINSR", "antibody", "_insulin"), 0.6, 1.1)
    yield Check("inhibitor: IGF1R left", left("totalIGF1R", "inhibitor"), low=0.9)
    yield Check("inhibitor: pAKT by IGF1", answer("inhibitor") / answer("untreated"), high=0.25)
    yield Check("inhibitor: pINSR by insulin", left("pINSR", "inhibitor", "_insulin"), high=0.2)


@behaviour(
    "DRUG02", "should",
    "NVP-AEW541 prefers IGF1R to the insulin receptor in cells: half of the phosphate is lost at 86 nM and at 2.3 uM",
    band="the two doses differ 10 to 60 times",
    paper="pubmed:15050915", uses=("NVP_AEW541_doses",), confirmed=False,
    note="rests on two affinities that are the numbers of the claim",
)  # fmt: skip
def nvp_aew541(run: Tables) -> Iterator[Check]:
    """Cells with one of the two receptors, 90 min with the drug, then 10 min with its ligand."""
    table = run["NVP_AEW541_doses"]
    yield Check("ratio", half_way(table, "INSR_cell", "pINSR") / half_way(table, "IGF1R_cell", "pIGF1R"), 10, 60)


@behaviour(
    "DRUG04", "should",
    "Where a tumour makes IGF2 and much INSR-A, an antibody on IGF1R leaves AKT on through INSR-A; an inhibitor of "
    "both kinases does not",
    band="pAKT left: with the antibody at least 0.3, with the dual inhibitor at most 0.15",
    paper="pubmed:22654833", uses=("IGF2_and_INSR_A",),
    note="the dual inhibitor brings pAKT down to what it is at rest, a tenth of AKT: PI3K that needs no ligand "
    "was raised in the fit to PTEN01, and counts here as what the drug leaves",
)  # fmt: skip
def igf2_and_insr_a(run: Tables) -> Iterator[Check]:
    """A cell with autocrine IGF2, the second day with the drug."""
    table = run["IGF2_and_INSR_A"]
    yield Check("antibody", table.at("antibody", "pAKT") / table.at("control", "pAKT"), low=0.3)
    yield Check("dual inhibitor", table.at("dual_inhibitor", "pAKT") / table.at("control", "pAKT"), high=0.15)


@behaviour(
    "DRUG05", "could", "BMS-754807 does not tell the kinase of IGF1R from that of the insulin receptor",
    band="the doses that halve pAKT under IGF1 and under insulin differ at most twofold",
    paper="", uses=("BMS_754807_doses",), confirmed=False,
    note="a meeting abstract without a number that could be cited; rests on two affinities that are its numbers",
)  # fmt: skip
def bms_754807(run: Tables) -> Iterator[Check]:
    """Cells with one of the two receptors, 90 min with the drug, then 10 min with its ligand."""
    table = run["BMS_754807_doses"]
    yield Check("ratio", half_way(table, "INSR_cell", "pAKT") / half_way(table, "IGF1R_cell", "pAKT"), 0.5, 2)
