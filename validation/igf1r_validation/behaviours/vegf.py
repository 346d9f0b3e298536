"""HIF1A and VEGFA under IGF1, and the endothelial cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from igf1r_validation.behaviours.entry import Check, Tables, behaviour

BLOCKED: Final = 1.3  # times the quiet cell: HIF1A does not rise
THEN: Final = 30 * 3600.0
STEPS: Final = (0.0, 0.13, 1.3, 13.0)  # nM: 0, 1, 10, 100 ng/ml


@behaviour(
    "VEGF01", "should",
    "IGF1 raises HIF1A of colon cancer cells by dose, most at 100 ng/ml; inhibitors of PI3K, MEK and mTOR each prevent "
    "it, and active MEK2 is enough",
    band="HIF1A at least 2x the quiet cell 6 h after 13 nM, at most 1.3x with any inhibitor; it rises from each dose "
         "to the next; active MEK without IGF1 raises it by more than what counts as blocked",
    paper="doi:10.1074/jbc.M203781200", uses=("hif1a_and_inhibitors", "hif1a_by_dose"),
    note="rests on how complete the blocks are: 5 % of PI3K and 20 % of mTOR are left, 1 % of MEK",
)  # fmt: skip
def hif1a_by_igf1(run: Tables) -> Iterator[Check]:
    """Six hours."""
    table, by_dose = run["hif1a_and_inhibitors"], run["hif1a_by_dose"]

    def times(arm: str) -> float:
        return table.at(arm, "HIF1A") / table.at("quiet", "HIF1A")

    yield Check("HIF1A by IGF1", times("igf1"), 2)
    for arm, name in (("pi3k_inhibitor", "PI3K"), ("mek_inhibitor", "MEK"), ("rapamycin", "mTOR")):
        yield Check(f"without {name}", times(f"igf1_{arm}"), high=BLOCKED)
    levels = [by_dose.at("igf1", "HIF1A", dose=dose) for dose in STEPS]
    yield Check("smallest step by dose", min(more / less for less, more in pairwise(levels)), 1)
    yield Check("active MEK", times("active_mek"), BLOCKED)


@behaviour(
    "VEGF03", "should", "Bevacizumab takes VEGFA from KDR, and the tumour cell's HIF1A does not notice",
    band="ten bevacizumab for each VEGFA lower pKDR by at least 80 % within 6 h; HIF1A within 1 %",
    paper="", uses=("bevacizumab_and_kdr",), confirmed=False, note="a check of the construction",
)  # fmt: skip
def bevacizumab(run: Tables) -> Iterator[Check]:
    """A day of IGF1, then six hours more with bevacizumab or without."""
    table = run["bevacizumab_and_kdr"]
    fall = 1 - table.at("igf1_bevacizumab", "pKDR", THEN) / table.at("igf1", "pKDR", THEN)
    yield Check("fall of pKDR", fall, 0.8)
    yield Check("HIF1A", table.at("igf1_bevacizumab", "HIF1A") / table.at("igf1", "HIF1A"), 0.99, 1.01)


@behaviour(
    "VEGF04", "could", "Tumour cells whose IGF1R is blocked secrete less VEGF",
    band="an IGF1R antibody lowers VEGFA in the medium by at least 30 %, and pKDR with it",
    paper="pubmed:12374697", uses=("vegfa_and_antibody",),
    note="the antibody lowers VEGFA by 28 %; the abstract tells it of a receptor that cannot signal, and the "
    "antibody stands for that",
)  # fmt: skip
def antibody(run: Tables) -> Iterator[Check]:
    """Three days of IGF1, with the antibody or without."""
    table = run["vegfa_and_antibody"]
    for read, least in (("VEGFA", 0.3), ("pKDR", 0.0)):
        yield Check(f"fall of {read}", 1 - table.at("igf1_antibody", read) / table.at("igf1", read), least)
