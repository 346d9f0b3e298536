"""Bevacizumab binds VEGFA in the medium and keeps it from KDR."""

from igf1r_model.dsl import Module, assumed, ev, inferred
from igf1r_model.pathway import fate_nouns as n
from igf1r_model.pathway.places import medium
from igf1r_model.pathway.vegf_crosstalk import VEGFA

vegf_drugs = Module("vegf_drugs", "Anti-VEGF antibody", go="GO:0048010")

bevacizumab = vegf_drugs.input("bevacizumab", n.BEVACIZUMAB, medium)
VEGFA_bevacizumab = vegf_drugs.bind(
    "bevacizumab_binds_VEGFA", VEGFA, bevacizumab, gives="VEGFA_bevacizumab", evidence=[ev(n.MABS_2010)],
    kon=assumed(1e-3, "1/(nM*s)", why="1e6 /(M s), fast for an antibody", low=1e-5, high=1e-3),
    Kd=assumed(0.06, "nM", why="published values range from 0.06 to 4.5 nM", low=0.06, high=4.5),
)  # fmt: skip
vegf_drugs.degrade(
    "VEGFA_bevacizumab_is_lost", VEGFA_bevacizumab, name="VEGFA:bevacizumab is lost",
    k=assumed(2e-5, "1/s", why="as VEGFA alone; an antibody may protect it", low=1e-6, high=2e-5),
    evidence=[inferred("what holds VEGFA is lost with it, so that bound VEGFA does not rise for ever")],
)  # fmt: skip
