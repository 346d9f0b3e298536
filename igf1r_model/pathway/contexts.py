"""Contexts: kinds of cells, their media and mutations, as values on the one model.

A scale (`..._copies`) multiplies a receptor's synthesis and is 1 in the reference cell, which is like MCF7. The start
of a context is its own ligand-free steady state (`make baseline`); what is dosed is put into the medium after that.
"""

from typing import Final

from igf1r_model.dsl import Constant, Context, Form, Quantity, Switch, assumed, context, switched
from igf1r_model.pathway.circulation import IGF1_allele, IGFBP3_allele, in_circulation
from igf1r_model.pathway.egfr_crosstalk import EGF, EGFR, EGFR_copies
from igf1r_model.pathway.her2_crosstalk import (
    ERBB2,
    ERBB2_copies,
    ERBB3_copies,
    IGF1R_HER2_contact,
)
from igf1r_model.pathway.insulin_receptors import IGF1R_for_hybrids, INSR_A_copies, INSR_B_copies
from igf1r_model.pathway.ligands import IGF1, IGF2, IGFBP3
from igf1r_model.pathway.mtor import TSC
from igf1r_model.pathway.pi3k_akt import PTEN
from igf1r_model.pathway.ras_mapk import RAS_hydrolysis
from igf1r_model.pathway.receptors import IGF1R_copies

Values = dict[Form | Constant | Switch, Quantity]
NONE: Final = 1e-6  # copies of a receptor that is not there: its fractions stay defined


def scale(value: float, why: str) -> Quantity:
    """So many times the reference cell."""
    return assumed(value, "dimensionless", why=why)


def dose(value: float, why: str) -> Quantity:
    """What is in the medium."""
    return assumed(value, "nM", why=why)


def only(IGF1R_scale: float, INSR_A_scale: float, INSR_B_scale: float, why: str) -> Values:
    """A cell with chosen receptors of the family, the others absent."""
    hybrids = 1.0 if IGF1R_scale > NONE and max(INSR_A_scale, INSR_B_scale) > NONE else 0.0
    return {
        IGF1R_copies: scale(IGF1R_scale, why),
        INSR_A_copies: scale(INSR_A_scale, why),
        INSR_B_copies: scale(INSR_B_scale, why),
        IGF1R_for_hybrids: scale(hybrids, "IGF1R is made for hybrids only where there are both receptors"),
    }


A431_EGFR: Final = "5e5 EGFR per A431 cell against 24,000 in the reference, about 20 times"
A431_LIKE: Final[Values] = {
    EGFR_copies: scale(20, A431_EGFR),
    EGFR: assumed(400, "nM", why=A431_EGFR),
    ERBB2_copies: scale(2, "2.7e4 HER2 per A431 cell against 14,000"),
    IGF1R_copies: scale(1, "IGF1R of A431 is a sixteenth of its EGFR by flow cytometry: near the reference"),
}
BT474_HER2: Final = "5e5 HER2 per BT-474 cell against 14,000, about 40 times"
HER2_LIKE: Final[Values] = {
    ERBB2_copies: scale(40, BT474_HER2),
    ERBB2: assumed(467, "nM", why=BT474_HER2),
    ERBB3_copies: scale(2, "HER3 of BT-474 against the reference, by flow cytometry"),
}
SKBR3_IGF1R: Final = "SK-BR-3 has few IGF1R: some 3,000"
FEW_HYBRIDS: Final = "hybrids take what IGF1R there is; with more, IGF1R would not be few"
DEAD_RAS: Final = (
    "one of six RAS alleles without GTPase: a sixth of RAS has GTP at rest. RAS is one pool here, so a ligand loads "
    "more of it than in a cell"
)

CONTEXTS: Final[tuple[Context, ...]] = (
    context("reference", "MCF7-like, no ligand", "the model as it stands", {}),
    context("IGF1R_only", "IGF1R only", "no insulin receptor: ligand binding without hybrids",
            only(1, NONE, NONE, "a cell made for binding studies")),
    context("INSR_A_only", "INSR-A only", "no IGF1R, isoform A", only(NONE, 1, NONE, "made for binding studies")),
    context("INSR_B_only", "INSR-B only", "no IGF1R, isoform B", only(NONE, NONE, 1, "made for binding studies")),
    context("IGF1R_null", "IGF1R null", "IGF1R knocked out, insulin receptors kept", only(NONE, 1, 1, "knock-out")),
    context("IGF1R_high", "IGF1R-high lung", "more IGF1R than the reference, as some lung cancers have",
            {IGF1R_copies: scale(3, "three times the reference; lines differ tenfold")}),
    context("EGFR_driven", "EGFR-driven (A431-like)", "much EGFR; its own IGFBP3 holds what little IGF1 there is",
            A431_LIKE | {EGF: dose(2, "growth factor of the culture"), IGF1: dose(1, "serum of the culture"),
                         IGFBP3: dose(10, "made by the parental line")}),
    context("gefitinib_resistant", "gefitinib-resistant", "the same cell after it lost its IGFBP3: IGF1 is free",
            A431_LIKE | {EGF: dose(2, "growth factor of the culture"), IGF1: dose(1, "serum of the culture"),
                         IGFBP3: dose(0.1, "the resistant line makes hardly any")}),
    context("HER2_amplified", "HER2-amplified", "so much HER2 that it pairs without ligand (BT-474-like)", HER2_LIKE),
    context("trastuzumab_resistant", "HER2, trastuzumab-resistant", "as HER2-amplified, with IGF1R bound to HER2",
            HER2_LIKE | {IGF1R_HER2_contact: switched(True, "seen in resistant cells, not in their parents"),
                         IGF1R_copies: scale(2, "resistant lines have more IGF1R")}),
    context("SKBR3_few_IGF1R", "SK-BR-3-like", "HER2-amplified with few IGF1R",
            {ERBB2_copies: scale(80, "1.1e6 HER2 per SK-BR-3 cell"), ERBB2: assumed(930, "nM", why="1.1e6 copies"),
             IGF1R_copies: scale(0.12, SKBR3_IGF1R), IGF1R_for_hybrids: scale(0.2, FEW_HYBRIDS)}),
    context("SKBR3_with_IGF1R", "SK-BR-3 with IGF1R", "the same line after IGF1R was put into it",
            {ERBB2_copies: scale(80, "1.1e6 HER2 per SK-BR-3 cell"), ERBB2: assumed(930, "nM", why="1.1e6 copies"),
             IGF1R_copies: scale(2, "transfected")}),
    context("PTEN_null", "PTEN-null", "no PTEN: a hundredth of it stands for the other phosphatases of PIP3",
            {PTEN: assumed(0.2, "nM", why="INPP5D and others remove PIP3 slowly where PTEN is gone")}),
    context("TSC2_null", "TSC2-null", "RHEB is never emptied", {TSC: assumed(0.01, "nM", why="knock-out")}),
    context("KRAS_mutant", "KRAS-mutant", "part of RAS no longer hydrolyses its GTP",
            {RAS_hydrolysis: scale(0.005, DEAD_RAS)}),
    context("glioblastoma_low", "glioblastoma, IGF1R low", "EGFR-driven, little IGF1R",
            {EGFR_copies: scale(10, "amplified"), EGFR: assumed(200, "nM", why="amplified"),
             IGF1R_copies: scale(0.3, "the sensitive line of a pair"),
             IGF1R_for_hybrids: scale(0.3, FEW_HYBRIDS)}),
    context("glioblastoma_high", "glioblastoma, IGF1R high", "EGFR-driven, much IGF1R",
            {EGFR_copies: scale(10, "amplified"), EGFR: assumed(200, "nM", why="amplified"),
             IGF1R_copies: scale(3, "the resistant line of a pair")}),
    context("IGF2_autocrine", "IGF2, INSR-A autocrine", "a tumour that makes IGF2 and mostly INSR-A",
            {IGF2: dose(10, "what such a tumour keeps around itself"), INSR_A_copies: scale(3, "INSR-A prevails"),
             INSR_B_copies: scale(0.3, "INSR-A prevails")}),
    context("serum", "in the circulation", "adult serum: IGFs, carriers and insulin made and cleared", in_circulation),
    context("high_IGF1_low_IGFBP3", "IGF1 high, IGFBP3 low", "serum at the upper end of IGF1 and lower of IGFBP3",
            in_circulation | {IGF1_allele: scale(1.5, "upper quartile; the allele alone moves it by some per cent"),
                              IGFBP3_allele: scale(0.75, "C at -202: less IGFBP3")}),
)  # fmt: skip
