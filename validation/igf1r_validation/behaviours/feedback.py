"""mTORC1, S6K1 and their feedback on IRS1."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_validation.behaviours.entry import Check, Tables, behaviour


@behaviour(
    "MTOR01", "must", "Rapamycin takes the feedback of S6K1 on IRS1 away: pAKT rises, and does not without IGF1R",
    band="pS6K at most 10 % of the same time without rapamycin, pAKT 1.5-6x, 0.9-1.1x without the feedback",
    paper="pubmed:16452206", uses=("rapamycin_rebound",),
)  # fmt: skip
def rapamycin(run: Tables) -> Iterator[Check]:
    """A day of IGF1, then a day more with or without rapamycin."""
    table = run["rapamycin_rebound"]
    yield Check("pS6K left", table.at("rapamycin", "pS6K") / table.at("control", "pS6K"), high=0.1)
    yield Check("pAKT ratio", table.at("rapamycin", "pAKT") / table.at("control", "pAKT"), 1.5, 6)
    without = table.at("no_feedback_rapamycin", "pAKT") / table.at("no_feedback", "pAKT")
    yield Check("pAKT ratio without feedback", without, 0.9, 1.1)
