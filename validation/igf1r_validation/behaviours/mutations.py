"""What a lost PTEN or a mutant KRAS keeps up when receptors are blocked."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_validation.behaviours.entry import Check, Tables, behaviour


@behaviour(
    "PTEN01", "must",
    "Without PTEN, AKT is active without EGFR and gefitinib cannot lower it; restored PTEN brings the effect back",
    band="ligand-free pAKT at least twice the wild type's; gefitinib leaves at least 75 % of pAKT without ligand and "
         "with EGF, at most 50 % once PTEN is restored; the wild type with EGF is only told",
    paper="pubmed:14555504", uses=("pten_and_gefitinib",),
    note="at the edge of its band: it needs PI3K that acts without ligand, and AKT that saturates; the fit had "
    "it among its data",
)  # fmt: skip
def lost_pten(run: Tables) -> Iterator[Check]:
    """Six hours in an EGFR-driven cell; 5 % of PTEN is left."""
    table = run["pten_and_gefitinib"]

    def akt(arm: str) -> float:
        return table.at(arm, "pAKT")

    yield Check("pAKT to wild type, ligand-free", akt("lost_ligand_free") / akt("ligand_free"), 2)
    yield Check("left, ligand-free", akt("lost_ligand_free_gefitinib") / akt("lost_ligand_free"), 0.75)
    yield Check("left with EGF", akt("lost_egf_gefitinib") / akt("lost_egf"), 0.75)
    yield Check("left when restored", akt("restored_egf_gefitinib") / akt("restored_egf"), high=0.5)
    yield Check("left, wild type with EGF", akt("egf_gefitinib") / akt("egf"))


@behaviour(
    "KRAS01", "should",
    "In lung cancer cells with mutant KRAS, ERK does not need receptors, AKT needs IGF1R; blocking IGF1R and MEK takes "
    "both",
    band="after a day of an IGF1R or an EGFR inhibitor pERK at least 80 %; pAKT at most 50 % with the IGF1R inhibitor; "
         "both at most 30 % with IGF1R and MEK blocked",
    paper="pubmed:23454899", uses=("kras_and_inhibitors",),
    note="pERK holds; of pAKT the two inhibitors leave what EGF and PI3K without ligand keep up",
)  # fmt: skip
def mutant_kras(run: Tables) -> Iterator[Check]:
    """Inhibitors after a day with IGF1 and EGF; each is compared with the same cell without."""
    table = run["kras_and_inhibitors"]

    def left(drug: str, read: str) -> float:
        return table.at(f"mutant_{drug}", read) / table.at("mutant_control", read)

    yield Check("pERK, IGF1R blocked", left("igf1r_inhibitor", "pERK"), 0.8)
    yield Check("pERK, EGFR blocked", left("egfr_inhibitor", "pERK"), 0.8)
    yield Check("pAKT, IGF1R blocked", left("igf1r_inhibitor", "pAKT"), high=0.5)
    yield Check("pERK, IGF1R and MEK blocked", left("igf1r_mek_inhibitors", "pERK"), high=0.3)
    yield Check("pAKT, IGF1R and MEK blocked", left("igf1r_mek_inhibitors", "pAKT"), high=0.3)


@behaviour(
    "KRAS03", "could",
    "Mutant KRAS weakens what an IGF1R inhibitor does to lung cancer cells, and a MEK inhibitor brings it back",
    band="of the survival index the inhibitor takes less with mutant KRAS than without, and more once MEK is blocked "
         "too; other authors find mutant cells more sensitive, by growth",
    paper="doi:10.1002/cncr.26656", uses=("kras_and_inhibitors",), confirmed=False,
)  # fmt: skip
def attenuated(run: Tables) -> Iterator[Check]:
    """What the IGF1R inhibitor takes of survival in a day, with and without MEK."""
    table = run["kras_and_inhibitors"]

    def taken(treated: str, without: str) -> float:
        return 1 - table.at(treated, "survivalIndex") / table.at(without, "survivalIndex")

    wild = taken("wild_igf1r_inhibitor", "wild_control")
    mutant = taken("mutant_igf1r_inhibitor", "mutant_control")
    without_MEK = taken("mutant_igf1r_mek_inhibitors", "mutant_mek_inhibitor")
    yield Check("taken, mutant to wild type", mutant / wild, high=1)
    yield Check("taken, MEK blocked to not", without_MEK / mutant, 1)
