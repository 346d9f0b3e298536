"""A lost PTEN and a mutant KRAS, which keep a branch up when the receptors above it are blocked."""

from typing import Final

from igf1r_model.dsl import Change, Experiment, arm, dose, experiment, hours, scaled
from igf1r_model.pathway.experiments.blocks import MEK_blocked
from igf1r_model.pathway.sources import MOLINA_ARCAS_2013, SHE_2003

GEFITINIB: Final = dose("gefitinib", 1000)
LIGAND_FREE: Final = (dose("EGF", 0), dose("IGF1", 0), dose("IGFBP3", 0))  # what the context has in its medium
WITH_EGF: Final = (dose("EGF", 1), dose("IGF1", 0), dose("IGFBP3", 0))
PTEN_LOST: Final = (scaled("PTEN", 0.05, why="95 % of PTEN is gone"),)
RESTORED: Final = scaled("PTEN", 20, why="PTEN is made again")
DRIVEN: Final = "EGFR_driven"

pten_and_gefitinib = experiment(
    "pten_and_gefitinib", "PTEN and gefitinib",
    "Can gefitinib lower pAKT of an EGFR-driven cell that lost PTEN, and when PTEN is restored?",
    reads="pAKT pEGFR pERK membranePIP3", until=hours(6), every=hours(0.1), sources=(SHE_2003,),
    arms=(
        arm("ligand_free", LIGAND_FREE, context=DRIVEN),
        arm("egf", WITH_EGF, context=DRIVEN),
        arm("egf_gefitinib", WITH_EGF, GEFITINIB, context=DRIVEN),
        arm("lost_ligand_free", LIGAND_FREE, context=DRIVEN, cell=PTEN_LOST),
        arm("lost_ligand_free_gefitinib", LIGAND_FREE, GEFITINIB, context=DRIVEN, cell=PTEN_LOST),
        arm("lost_egf", WITH_EGF, context=DRIVEN, cell=PTEN_LOST),
        arm("lost_egf_gefitinib", WITH_EGF, GEFITINIB, context=DRIVEN, cell=PTEN_LOST),
        arm("restored_egf", WITH_EGF, RESTORED, context=DRIVEN, cell=PTEN_LOST),
        arm("restored_egf_gefitinib", WITH_EGF, RESTORED, GEFITINIB, context=DRIVEN, cell=PTEN_LOST),
    ),
)  # fmt: skip

MEDIUM: Final = (dose("IGF1", 5), dose("EGF", 1))
LATER: Final = hours(24)
ON_IGF1R: Final = dose("linsitinib", 1000, at=LATER)
ON_EGFR: Final = dose("gefitinib", 1000, at=LATER)
ON_MEK: Final = MEK_blocked(at=LATER)
TREATED: Final[dict[str, tuple[Change, ...]]] = {
    "control": (),
    "igf1r_inhibitor": (ON_IGF1R,),
    "egfr_inhibitor": (ON_EGFR,),
    "mek_inhibitor": ON_MEK,
    "igf1r_mek_inhibitors": (ON_IGF1R, *ON_MEK),
}

kras_and_inhibitors = experiment(
    "kras_and_inhibitors", "Mutant KRAS and inhibitors",
    "Which inhibitors lower pERK, pAKT and survival where KRAS is mutant, and where it is not?",
    reads="pERK pAKT survivalIndex fractionRAS_GTP", until=hours(48), every=hours(0.75), sources=(MOLINA_ARCAS_2013,),
    arms=[
        *(arm(f"mutant_{id}", MEDIUM, changes, context="KRAS_mutant") for id, changes in TREATED.items()),
        *(arm(f"wild_{id}", MEDIUM, TREATED[id]) for id in ("control", "igf1r_inhibitor")),
    ],
)  # fmt: skip

MUTATIONS: Final[tuple[Experiment, ...]] = (pten_and_gefitinib, kras_and_inhibitors)
