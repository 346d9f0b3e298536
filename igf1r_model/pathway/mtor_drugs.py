"""Rapalogs: sirolimus, everolimus and temsirolimus bind FKBP1A, and the complex sits on mTORC1.

It keeps mTORC1 from S6K1 altogether, from S65 and T70 of 4E-BP1 a little, and from T37 and T46 not at all.
"""

from igf1r_model.dsl import Module, assumed, ev
from igf1r_model.pathway import fate_nouns as n
from igf1r_model.pathway.mtor import mTORC1_active
from igf1r_model.pathway.places import cytosol, medium
from igf1r_model.pathway.sources import EXPERIMENT, GINGRAS_2001, SAXTON_2017

mtor_drugs = Module("mtor_drugs", "Rapalogs", go="GO:0032007")

FKBP1A = mtor_drugs.form(
    "FKBP1A", n.FKBP1A, at=cytosol, initial=assumed(100, "nM", why="120,000 copies", low=50, high=1000)
)
kon_rapalog = mtor_drugs.constant(
    "kon_rapalog", "kon", assumed(1e-3, "1/(nM*s)", why="an ordinary association; the drugs pass membranes freely")
)
Ki_S6K = mtor_drugs.constant(
    "Ki_rapalog_S6K", "Ki", assumed(2.5, "nM", why="with all FKBP1A bound a fortieth is left on S6K1", low=1, high=10),
    "FKBP1A:rapalog on mTORC1 and S6K1",
)  # fmt: skip
Ki_4EBP1 = mtor_drugs.constant(
    "Ki_rapalog_4EBP1", "Ki", assumed(100, "nM", why="with all FKBP1A bound half is left on S65 and T70", low=30),
    "FKBP1A:rapalog on mTORC1 and 4E-BP1",
)  # fmt: skip
shown = [ev(n.BROWN_1994, EXPERIMENT), ev(n.CHOI_1996, EXPERIMENT)]
reviewed = [ev(n.XIE_2016), ev(n.BROWN_1994, note="shown with rapamycin, of which it is a derivative")]
rapalogs = (
    (n.SIROLIMUS, assumed(0.3, "nM", why="0.2 to 0.6 nM in published assays", low=0.2, high=0.6), shown),
    (n.EVEROLIMUS, assumed(0.6, "nM", why="somewhat weaker than sirolimus", low=0.2, high=2), reviewed),
    (n.TEMSIROLIMUS, assumed(0.6, "nM", why="as everolimus; a prodrug of sirolimus", low=0.2, high=2), reviewed),
)  # fmt: skip
for molecule, Kd, evidence in rapalogs:
    rapalog = mtor_drugs.input(molecule.id, molecule, medium)
    bound = mtor_drugs.bind(
        f"FKBP1A_binds_{molecule.id}", FKBP1A, rapalog, gives=f"FKBP1A_{molecule.id}", kon=kon_rapalog, Kd=Kd,
        go="GO:0005528", evidence=evidence,
    )  # fmt: skip
    mtor_drugs.inhibit(
        f"{molecule.id}_on_S6K", bound, mTORC1_active, Ki=Ki_S6K, competitive=False, evidence=evidence,
        only=["mTORC1_acts_on_RPS6KB1"],
    )  # fmt: skip
    mtor_drugs.inhibit(
        f"{molecule.id}_on_4EBP1", bound, mTORC1_active, Ki=Ki_4EBP1, competitive=False,
        only=["mTORC1_finishes_EIF4EBP1"], evidence=[ev(GINGRAS_2001), ev(SAXTON_2017)],
    )  # fmt: skip
