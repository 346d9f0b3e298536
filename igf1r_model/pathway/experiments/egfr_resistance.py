"""IGF1R behind resistance to EGFR inhibitors, EGFR family behind resistance to IGF1R inhibitors, and both blocked."""

from typing import Final

from igf1r_model.dsl import Arm, Change, Experiment, add, arm, days, dose, experiment, hours, minutes, scaled
from igf1r_model.pathway.erbb_nouns import MORGILLO_2006
from igf1r_model.pathway.experiments.blocks import Block
from igf1r_model.pathway.sources import CAMIRAND_2005, GUIX_2008, JONES_2004

# Ligands are used up by many receptors; so drugs come an hour after them, when the ligands act.
THEN: Final = hours(1)
DAY: Final = hours(24)
GEFITINIB: Final = dose("gefitinib", 1000, at=THEN)
LINSITINIB: Final = dose("linsitinib", 1000, at=THEN)
LIGANDS: Final = (dose("EGF", 1), dose("IGF1", 5))
PARENTAL: Final = (*LIGANDS, dose("IGFBP3", 30))
RESISTANT: Final = (*LIGANDS, dose("IGFBP3", 0.2))


def parental(id: str, *changes: Change, name: str = "") -> Arm:
    """The EGFR-driven cell, whose IGFBP3 holds the IGF1."""
    return arm(id, PARENTAL, *changes, context="EGFR_driven", name=name)


def resistant(id: str, *changes: Change, name: str = "") -> Arm:
    """The same cell without its IGFBP3."""
    return arm(id, RESISTANT, *changes, context="gefitinib_resistant", name=name)


gefitinib_and_IGFBP3 = experiment(
    "gefitinib_and_IGFBP3", "Gefitinib where IGFBP3 is lost",
    "Does free IGF1 keep AKT up under gefitinib once IGFBP3 is lost, and do IGFBP3 or an IGF1R inhibitor undo it?",
    reads="pEGFR pHER3 pERK pAKT pIGF1R", until=hours(7), every=minutes(5), sources=(GUIX_2008,),
    arms=(
        parental("parental"),
        parental("parental_gefitinib", GEFITINIB),
        resistant("resistant"),
        resistant("resistant_gefitinib", GEFITINIB),
        resistant("with_IGFBP3", GEFITINIB, add("IGFBP3", 50, at=THEN), name="resistant, IGFBP3 added"),
        resistant("with_inhibitor", GEFITINIB, LINSITINIB, name="resistant, IGF1R blocked"),
    ),
)  # fmt: skip

BLOCKED: Final = dose("linsitinib", 1000, at=hours(18))
KEPT_IN_GEFITINIB: Final = dose("gefitinib", 1000)
lasting_gefitinib = experiment(
    "lasting_gefitinib", "A line kept in gefitinib",
    "Does a line that lives in gefitinib have more active IGF1R and AKT than its parent, and lean on IGF1R?",
    reads="pIGF1R totalIGF1R pAKT pEGFR", until=DAY, every=hours(0.25), sources=(JONES_2004,),
    arms=(
        parental("parental"),
        parental("parental_inhibitor", BLOCKED, name="parental, IGF1R blocked"),
        resistant("resistant", KEPT_IN_GEFITINIB, name="resistant, in gefitinib"),
        resistant("resistant_inhibitor", KEPT_IN_GEFITINIB, BLOCKED, name="the same, IGF1R blocked"),
    ),
)  # fmt: skip

ERLOTINIB: Final = dose("erlotinib", 1000)


def lung(id: str, *changes: Change, name: str = "") -> Arm:
    """A lung cancer cell with much IGF1R, without ligand."""
    return arm(id, *changes, context="IGF1R_high", name=name)


erlotinib_and_survivin = experiment(
    "erlotinib_and_survivin", "Erlotinib, IGF1R on EGFR and survivin",
    "Does erlotinib bring IGF1R and EGFR together, and with that raise IGF1R activity, survivin and EGFR?",
    reads="EGFR_IGF1R pIGF1R totalIGF1R survivin totalEGFR", until=DAY, every=hours(0.25), sources=(MORGILLO_2006,),
    arms=(
        lung("control"),
        lung("erlotinib", ERLOTINIB),
        lung("with_inhibitor", ERLOTINIB, dose("linsitinib", 1000), name="erlotinib, IGF1R blocked"),
        lung("with_rapamycin", ERLOTINIB, dose("sirolimus", 20), name="erlotinib and rapamycin"),
    ),
)  # fmt: skip


def glioblastoma(id: str, IGF1R: str, *changes: Change) -> Arm:
    """A glioblastoma cell with few or many IGF1R."""
    return arm(id, LIGANDS, *changes, context=f"glioblastoma_{IGF1R}")


glioblastoma_pair = experiment(
    "glioblastoma_pair", "EGFR inhibitor in two glioblastoma cells",
    "Does much IGF1R keep PI3K signalling up under an EGFR inhibitor, and does blocking both end it?",
    reads="pAKT pS6K activeCASP3 survivalIndex", until=THEN + DAY, every=hours(0.25),
    arms=(
        glioblastoma("low", "low"),
        glioblastoma("low_gefitinib", "low", GEFITINIB),
        glioblastoma("high", "high"),
        glioblastoma("high_gefitinib", "high", GEFITINIB),
        glioblastoma("high_both", "high", GEFITINIB, LINSITINIB),
    ),
)  # fmt: skip

EGFR_300_NM: Final[Block] = (scaled("EGFR_copies", 15, why="300 nM EGFR against 20 nM in the reference"),)


def much_EGFR(id: str, *changes: Change, name: str = "") -> Arm:
    """A cell with 300 nM EGFR, in EGF and IGF1."""
    return arm(id, LIGANDS, *changes, cell=EGFR_300_NM, name=name)


BMS_754807: Final = dose("BMS_754807", 250, at=THEN)
both_receptors_blocked = experiment(
    "both_receptors_blocked", "EGFR and IGF1R blocked",
    "Do inhibitors of EGFR and of IGF1R together do more than each, and more than the two by chance?",
    reads="pAKT pERK survivalIndex", until=THEN + DAY, every=hours(0.25),
    arms=(
        much_EGFR("control"),
        much_EGFR("gefitinib", GEFITINIB),
        much_EGFR("BMS_754807", BMS_754807),
        much_EGFR("linsitinib", LINSITINIB),
        much_EGFR("gefitinib_BMS_754807", GEFITINIB, BMS_754807),
        much_EGFR("gefitinib_linsitinib", GEFITINIB, LINSITINIB),
    ),
)  # fmt: skip

FOR_AG1024: Final = dose("NVP_AEW541", 1000, at=THEN)  # AG1024 is not in the model
LINES: Final = {
    "MDA468": "EGFR_driven", "MDA231": "KRAS_mutant", "SKBR3": "SKBR3_few_IGF1R", "MCF7": "reference",
}  # fmt: skip


def breast_lines() -> tuple[Arm, ...]:
    """Four breast cancer lines, each with nothing, one drug, the other, both."""
    treatments: dict[str, tuple[Change, ...]] = {
        "control": (), "gefitinib": (GEFITINIB,), "inhibitor": (FOR_AG1024,), "both": (GEFITINIB, FOR_AG1024),
    }  # fmt: skip
    return tuple(
        arm(f"{line}_{treatment}", LIGANDS, changes, context=context)
        for line, context in LINES.items()
        for treatment, changes in treatments.items()
    )


four_breast_lines = experiment(
    "four_breast_lines", "Gefitinib and an IGF1R inhibitor in four breast lines",
    "Is growth slowed and caspase-3 activated more by both inhibitors than by either?",
    reads="proliferationIndex activeCASP3", until=hours(49), every=hours(1), sources=(CAMIRAND_2005,),
    arms=breast_lines(),
)  # fmt: skip

IN_MEDIUM: Final = {"IGF1": 5.0, "EGF": 1.0, "NRG1": 0.5}
FED: Final = tuple(dose(ligand, nM, at=days(day)) for day in (0, 2, 4, 6) for ligand, nM in IN_MEDIUM.items())
lasting_IGF1R_inhibitor = experiment(
    "lasting_IGF1R_inhibitor", "A week of an IGF1R inhibitor",
    "Do EGFR, HER2 and HER3 become more active when IGF1R and INSR are blocked for long, and does it cost the effect?",
    reads="pEGFR pHER2 pHER3 totalEGFR totalHER2 totalHER3 pAKT", until=days(7), every=hours(2),
    arms=(
        arm("control", FED),
        arm("inhibitor", FED, dose("BMS_536924", 1000), name="BMS-536924"),
        arm("with_lapatinib", FED, dose("BMS_536924", 1000), dose("lapatinib", 1000), name="and lapatinib"),
    ),
)  # fmt: skip

EGFR_RESISTANCE: Final[tuple[Experiment, ...]] = (
    gefitinib_and_IGFBP3, lasting_gefitinib, erlotinib_and_survivin, glioblastoma_pair, both_receptors_blocked,
    four_breast_lines, lasting_IGF1R_inhibitor,
)  # fmt: skip
