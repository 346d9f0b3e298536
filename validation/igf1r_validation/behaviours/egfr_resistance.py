"""IGF1R and resistance to EGFR inhibitors, the EGFR family and resistance to IGF1R inhibitors, and both blocked."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_validation.behaviours.entry import Check, Tables, behaviour
from igf1r_validation.behaviours.lab import Table

BREAST_LINES = ("MDA468", "MDA231", "SKBR3", "MCF7")


def left(table: Table, read: str, arm: str, control: str = "control") -> float:
    """What a treatment leaves of a readout, at the end."""
    return table.at(arm, read) / table.at(control, read)


@behaviour(
    "EGFR01", "must",
    "Gefitinib lowers pEGFR, pHER3, pERK and pAKT of an EGFR-driven cell. In its resistant line, which has lost "
    "IGFBP3, all fall but pAKT; IGFBP3 or an inhibitor of IGF1R gives the fall of pAKT back",
    band="six hours after gefitinib, over the same time without it: pEGFR, pHER3 and pERK at most 0.5 in all; pAKT at "
    "most 0.5 in the parent, at least 0.6 and 1.8 times the parent's in the resistant line, at most 0.5 with IGFBP3 "
    "or the inhibitor",
    paper="pubmed:18568074", uses=("gefitinib_and_IGFBP3",),
    note="the paper gives directions, no percentages; EGFR on SHC1 and GAB1 was fitted with this experiment "
    "among the data",
)  # fmt: skip
def gefitinib_and_igfbp3(run: Tables) -> Iterator[Check]:
    """Parent and resistant line in EGF and IGF1, with much or little IGFBP3, then gefitinib for six hours."""
    table = run["gefitinib_and_IGFBP3"]
    treated = {
        "parental_gefitinib": "parental", "resistant_gefitinib": "resistant", "with_IGFBP3": "resistant",
        "with_inhibitor": "resistant",
    }  # fmt: skip
    for read in ("pEGFR", "pHER3", "pERK"):
        yield Check(f"most {read} left", max(left(table, read, arm, of) for arm, of in treated.items()), high=0.5)
    pAKT = {arm: left(table, "pAKT", arm, of) for arm, of in treated.items()}
    yield Check("pAKT left, parental", pAKT["parental_gefitinib"], high=0.5)
    yield Check("pAKT left, resistant", pAKT["resistant_gefitinib"], low=0.6)
    yield Check("resistant over parental", pAKT["resistant_gefitinib"] / pAKT["parental_gefitinib"], low=1.8)
    yield Check("pAKT left with IGFBP3", pAKT["with_IGFBP3"], high=0.5)
    yield Check("pAKT left with inhibitor", pAKT["with_inhibitor"], high=0.5)


@behaviour(
    "EGFR02", "should",
    "A line that grew resistant in gefitinib has more active IGF1R and AKT than its parent and no active EGFR, and an "
    "inhibitor of IGF1R takes more from it",
    band="phosphorylated IGF1R at least 1.5 times the parent's, pAKT more, pEGFR at most 0.05, and the inhibitor takes "
    "a larger share of pAKT",
    paper="doi:10.1677/erc.1.00799", uses=("lasting_gefitinib",),
    note="the resistant line is the one that has lost IGFBP3, kept in gefitinib; the paper does not say what drives "
    "IGF1R in its lines",
)  # fmt: skip
def lasting_gefitinib(run: Tables) -> Iterator[Check]:
    """The parent without and the resistant line with gefitinib for a day, the last six hours with an inhibitor."""
    table = run["lasting_gefitinib"]
    amount = {arm: table.at(arm, "pIGF1R") * table.at(arm, "totalIGF1R") for arm in ("resistant", "parental")}
    effect = {line: 1 - left(table, "pAKT", f"{line}_inhibitor", line) for line in ("resistant", "parental")}
    yield Check("phosphorylated IGF1R", amount["resistant"] / amount["parental"], low=1.5)
    yield Check("pAKT", left(table, "pAKT", "resistant", "parental"), low=1)
    yield Check("pEGFR", left(table, "pEGFR", "resistant", "parental"), high=0.05)
    yield Check("effect of the inhibitor, over the parent's", effect["resistant"] / effect["parental"], low=1)


@behaviour(
    "EGFR03", "should",
    "Erlotinib brings EGFR and IGF1R of lung cancer cells together, which activates IGF1R and raises survivin by way "
    "of mTOR; blocking IGF1R or mTOR abolishes it",
    band="after 24 h complex, phosphorylated IGF1R and survivin at least 1.3 times the control; survivin at most 1.0 "
    "times with an inhibitor of IGF1R, or with rapamycin",
    paper="pubmed:17047074", uses=("erlotinib_and_survivin",),
    note="complex and IGF1R rise, survivin does not: IGF1R in the complex is two hundred times less active than with "
    "ligand (assumed). As active as with ligand, and formed five times faster, it raises survivin 1.6 times",
)  # fmt: skip
def erlotinib(run: Tables) -> Iterator[Check]:
    """A lung cancer cell with much IGF1R and no ligand, a day with erlotinib."""
    table = run["erlotinib_and_survivin"]
    total = left(table, "totalIGF1R", "erlotinib")
    yield Check("complex", left(table, "EGFR_IGF1R", "erlotinib"), low=1.3)
    yield Check("phosphorylated IGF1R", left(table, "pIGF1R", "erlotinib") * total, low=1.3)
    yield Check("survivin", left(table, "survivin", "erlotinib"), low=1.3)
    yield Check("survivin, IGF1R inhibited", left(table, "survivin", "with_inhibitor"), high=1)
    yield Check("survivin with rapamycin", left(table, "survivin", "with_rapamycin"), high=1)


@behaviour(
    "EGFR05", "should",
    "In glioblastoma cells much IGF1R keeps PI3K signalling up under an EGFR inhibitor, more than little IGF1R does; "
    "blocking both receptors ends it and brings apoptosis",
    band="pAKT left after 24 h: at least 0.7 with much IGF1R, less with little, at most 0.4 with both blocked; "
    "caspase-3 more active with both blocked than with the EGFR inhibitor alone",
    paper="pubmed:11782378", uses=("glioblastoma_pair",), confirmed=False,
    note="gefitinib and linsitinib stand for AG1478 and AG1024. The cell with little IGF1R loses little of pAKT too, "
    "since at 5 nM IGF1 a third of the IGF1R of the reference is enough for AKT",
)  # fmt: skip
def glioblastoma(run: Tables) -> Iterator[Check]:
    """Two cells with much EGFR in EGF and IGF1, a day with gefitinib, alone or with an inhibitor of IGF1R."""
    table = run["glioblastoma_pair"]
    kept = left(table, "pAKT", "high_gefitinib", "high")
    yield Check("pAKT left, much IGF1R", kept, low=0.7)
    yield Check("little over much IGF1R", left(table, "pAKT", "low_gefitinib", "low") / kept, high=0.999)
    yield Check("pAKT left, both blocked", left(table, "pAKT", "high_both", "high"), high=0.4)
    yield Check("caspase-3, both over one", left(table, "activeCASP3", "high_both", "high_gefitinib"), low=1)


@behaviour(
    "COMB04", "must",
    "EGFR and IGF1R rule AKT together: blocking both lowers pAKT more than either, and survival more than the two "
    "would by chance",
    band="with BMS-754807 and with linsitinib: pAKT under both at most 0.6 of the better single; survival index below "
    "the product of the singles (Bliss)",
    paper="doi:10.1158/0008-5472.CAN-07-6720", uses=("both_receptors_blocked",),
    note="the index orders conditions; it is no rate of death",
)  # fmt: skip
def both_blocked(run: Tables) -> Iterator[Check]:
    """A cell with 300 nM EGFR in EGF and IGF1, a day with one inhibitor, the other, or both."""
    table = run["both_receptors_blocked"]
    for drug in ("BMS_754807", "linsitinib"):
        both = f"gefitinib_{drug}"
        best = min(table.at("gefitinib", "pAKT"), table.at(drug, "pAKT"))
        yield Check(f"{drug}: pAKT of the best single", table.at(both, "pAKT") / best, high=0.6)
        chance = left(table, "survivalIndex", "gefitinib") * left(table, "survivalIndex", drug)
        yield Check(f"{drug}: Bliss excess", chance - left(table, "survivalIndex", both), low=1e-3)


@behaviour(
    "COMB05", "should",
    "In four breast cancer lines gefitinib and an inhibitor of IGF1R slow growth more together than alone, and "
    "activate more caspase-3 than gefitinib",
    band="in each line the fall of the proliferation index, and active caspase-3, are larger with both than with "
    "either alone",
    paper="doi:10.1186/bcr1028", uses=("four_breast_lines",),
    note="contexts stand for the lines (EGFR-driven, KRAS-mutant, SK-BR-3, reference), NVP-AEW541 for AG1024",
)  # fmt: skip
def four_breast_lines(run: Tables) -> Iterator[Check]:
    """Four kinds of cells in EGF and IGF1, two days with one drug, the other, or both."""
    table = run["four_breast_lines"]
    for line in BREAST_LINES:
        arms = [f"{line}_{drug}" for drug in ("gefitinib", "inhibitor", "both")]
        fall = [1 - left(table, "proliferationIndex", arm, f"{line}_control") for arm in arms]
        caspase = [table.at(arm, "activeCASP3") for arm in arms]
        yield Check(f"{line}: fall of growth, both over the best single", fall[2] / max(fall[:2]), low=1.001)
        yield Check(f"{line}: caspase-3, both over the best single", caspase[2] / max(caspase[:2]), low=1.001)


@behaviour(
    "XT03", "could",
    "Under lasting inhibition of IGF1R and INSR a receptor of the EGFR family becomes more active, and its inhibition "
    "makes the first drug work better",
    band="after a week at least 1.2 times as much phosphorylated HER3; less pAKT with lapatinib besides than without",
    paper="", uses=("lasting_IGF1R_inhibitor",), confirmed=False,
    note="HER3 alone, by way of FOXO: EGFR and HER2 do not rise. The paper was seen in no source",
)  # fmt: skip
def lasting_igf1r_inhibitor(run: Tables) -> Iterator[Check]:
    """A week of BMS-536924 in IGF1, EGF and NRG1, alone or with lapatinib."""
    table = run["lasting_IGF1R_inhibitor"]
    HER3 = left(table, "pHER3", "inhibitor") * left(table, "totalHER3", "inhibitor")
    yield Check("phosphorylated HER3", HER3, low=1.2)
    yield Check("pAKT with lapatinib besides", left(table, "pAKT", "with_lapatinib", "inhibitor"), high=0.999)
