"""mTORC1, S6K1 and AKT: their feedbacks on IRS1 and on receptors, and rapalogs beside drugs on IGF1R."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_validation.behaviours.entry import Check, Tables, behaviour
from igf1r_validation.behaviours.lab import Table

OREILLY = "pubmed:16452206"
AFTER_HALF_AN_HOUR = 4.5 * 3600.0


def ratio(table: Table, read: str, arm: str, control: str = "control") -> float:
    """A readout in one arm over that in another, at the end."""
    return table.at(arm, read) / table.at(control, read)


def phosphorylated(table: Table, arm: str, share: str, total: str) -> float:
    """How much of a receptor is phosphorylated, as a blot shows it: the share times all of it."""
    return table.at(arm, share) * table.at(arm, total)


@behaviour(
    "MTOR01", "must",
    "Rapamycin takes the feedback of S6K1 on IRS1 away: IRS1 and pAKT rise, but not when IGF1R is inhibited, "
    "nor in a cell without that feedback",
    band="a day after rapamycin, over the same time without it: pS6K at most 0.1, IRS1 more, pAKT 1.5-6; with an "
    "inhibitor of IGF1R pAKT at most 1.0; without the feedback 0.9-1.1",
    paper=OREILLY, uses=("rapamycin_rebound",),
    note="the rise was fitted to a doubling within a day",
)  # fmt: skip
def rapamycin(run: Tables) -> Iterator[Check]:
    """A day of IGF1, then a day more with or without drugs, with and without the feedback."""
    table = run["rapamycin_rebound"]
    yield Check("pS6K left", ratio(table, "pS6K", "rapamycin"), high=0.1)
    yield Check("IRS1 ratio", ratio(table, "totalIRS1", "rapamycin"), low=1)
    yield Check("pAKT ratio", ratio(table, "pAKT", "rapamycin"), 1.5, 6)
    yield Check("pAKT ratio, IGF1R inhibited", ratio(table, "pAKT", "rapamycin_inhibitor"), high=1)
    yield Check("pAKT ratio, no feedback", ratio(table, "pAKT", "no_feedback_rapamycin", "no_feedback"), 0.9, 1.1)


@behaviour(
    "MTOR04", "should",
    "Where AKT is inhibited, FOXO goes back into the nucleus, and IGF1R, the insulin receptor and HER3 become more, "
    "in expression and in phosphorylation",
    band="after a day of AKT inhibitor, at least 1.5 times as much nuclear FOXO, IGF1R, insulin receptor and HER3, and "
    "of each as much more phosphorylated",
    paper="pubmed:21215704", uses=("AKT_inhibitor",), confirmed=False,
    note="INSR passes, IGF1R and HER3 rise 1.4 times: FOXO makes four fifths of them (assumed), and in a day "
    "receptors with a life of a day come only part of the way",
)  # fmt: skip
def akt_inhibitor(run: Tables) -> Iterator[Check]:
    """A HER2-amplified cell in IGF1 and insulin, the second day with AKT blocked."""
    table = run["AKT_inhibitor"]
    yield Check("nuclear FOXO", ratio(table, "nuclearFOXO", "AKT_blocked"), low=1.5)
    for receptor in ("IGF1R", "INSR", "HER3"):
        yield Check(f"{receptor} ratio", ratio(table, f"total{receptor}", "AKT_blocked"), low=1.5)
        with_it, without = (
            phosphorylated(table, arm, f"p{receptor}", f"total{receptor}") for arm in ("AKT_blocked", "control")
        )
        yield Check(f"phosphorylated {receptor} ratio", with_it / without, low=1.5)


@behaviour(
    "MTOR05", "could",
    "An inhibitor of S6K raises pAKT more under insulin than under IGF1",
    band="half an hour after the ligand, the relative rise by the inhibitor is more than 1.1 times as large under "
    "insulin as under IGF1",
    paper="pubmed:34191793", uses=("S6K_inhibitor",),
    note="rise is read as the part that the inhibitor adds: both ligands bring AKT near saturation",
)  # fmt: skip
def s6k_inhibitor(run: Tables) -> Iterator[Check]:
    """Four hours of S6K inhibitor, then insulin or IGF1."""
    table = run["S6K_inhibitor"]
    rise = {
        ligand: table.at(f"{ligand}_blocked", "pAKT", AFTER_HALF_AN_HOUR) / table.at(ligand, "pAKT", AFTER_HALF_AN_HOUR)
        - 1
        for ligand in ("insulin", "IGF1")
    }
    yield Check("rise of pAKT under IGF1", rise["IGF1"], low=0)
    yield Check("rise under insulin over that under IGF1", rise["insulin"] / rise["IGF1"], low=1.1)


@behaviour(
    "MTOR06", "should", "IRS1 falls under lasting IGF1, and rapamycin prevents it",
    band="after 24 h at most 0.7 of the IRS1 at rest, with rapamycin at least 0.9",
    paper=OREILLY, uses=("IRS1_under_IGF1",),
)  # fmt: skip
def irs1_loss(run: Tables) -> Iterator[Check]:
    """A day of IGF1 with and without rapamycin."""
    table = run["IRS1_under_IGF1"]
    rest = table.at("IGF1", "totalIRS1", 0.0)
    yield Check("IRS1 left", table.at("IGF1", "totalIRS1") / rest, high=0.7)
    yield Check("IRS1 left with rapamycin", table.at("IGF1_rapamycin", "totalIRS1") / rest, low=0.9)


@behaviour(
    "COMB01", "should",
    "A rapalog and an antibody on IGF1R each leave part of the pathway on; together they leave less of pAKT and pS6",
    band="pAKT and pS6 under both are below the lower of the two singles",
    paper="pubmed:25320355", uses=("rapalog_and_antibody",),
    note="pS6 shows it, pAKT does not: a rapalog reaches AKT only by way of the feedback, which it lifts, so it raises "
    "what the antibody leaves; the loss of mTORC2 under long rapamycin is left out",
)  # fmt: skip
def rapalog_and_antibody(run: Tables) -> Iterator[Check]:
    """A day of IGF1, then a day with one drug, the other, or both."""
    table = run["rapalog_and_antibody"]
    for read in ("pAKT", "pS6"):
        lower = min(table.at("rapalog", read), table.at("antibody", read))
        yield Check(f"{read} under both over the lower single", table.at("both", read) / lower, high=0.999)


@behaviour(
    "COMB02", "could",
    "Everolimus raises pAKT; inhibition of the kinases of IGF1R and INSR, or less IRS1 and IRS2, holds that down",
    band="pAKT ratio 1.5-6 with everolimus, at most 1.0 with linsitinib besides; with little IRS less than with "
    "everolimus alone",
    paper="pubmed:29507656", uses=("everolimus_and_receptor",),
    note="as MTOR01, at the lower end. The estrogen receptor of the paper is not in the model",
)  # fmt: skip
def everolimus(run: Tables) -> Iterator[Check]:
    """A day of IGF1, then a day with everolimus, and linsitinib or cells with a tenth of IRS synthesis."""
    table = run["everolimus_and_receptor"]
    yield Check("pAKT ratio", ratio(table, "pAKT", "everolimus"), 1.5, 6)
    yield Check("pAKT ratio with linsitinib", ratio(table, "pAKT", "everolimus_linsitinib"), high=1)
    yield Check("pAKT with little IRS", ratio(table, "pAKT", "everolimus_little_IRS", "everolimus"), high=0.999)


@behaviour(
    "COMB03", "should",
    "A PI3K inhibitor in a HER2-amplified cell raises pERK by way of HER2 and HER3; drugs on HER2 or MEK prevent it",
    band="pERK at least 1.3 times the control, at most 1.0 times with trastuzumab, and so with a MEK inhibitor",
    paper="doi:10.1038/onc.2010.626", uses=("PI3K_inhibitor",), confirmed=False,
    note="the abstract was seen, its title beside the number was not; the rise comes by way of FOXO and IRS1, "
    "and HER2 with HER3 but no ligand carries too little of it for trastuzumab to end it",
)  # fmt: skip
def pi3k_inhibitor(run: Tables) -> Iterator[Check]:
    """A HER2-amplified cell in IGF1 and insulin, the second day with PI3K blocked."""
    table = run["PI3K_inhibitor"]
    yield Check("pERK ratio", ratio(table, "pERK", "PI3K_blocked"), low=1.3)
    yield Check("pERK ratio with trastuzumab", ratio(table, "pERK", "with_trastuzumab"), high=1)
    yield Check("pERK ratio with MEK blocked", ratio(table, "pERK", "with_MEK_blocked"), high=1)
