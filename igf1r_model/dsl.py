"""The language of the pathway: a `Module` and its verbs.

A verb is one thing that happens. It takes an id (``Subject_verbs_Object``), the forms involved, the numbers
with their basis and source, and the evidence; it returns the form that it makes. What is wrong is noted with
file and line and reported together when a model is put together (`igf1r_model.assembly`).

    receptor = Module("receptor", "IGF1R activation", go="GO:0048009")
    IGF1R_IGF1 = receptor.bind("IGF1_binds_IGF1R", IGF1, IGF1R, gives="IGF1R_IGF1",
                               kon=..., Kd=..., evidence=[ev(ULLRICH_1986)])
"""

from __future__ import annotations

from igf1r_model.contexts import context, switched
from igf1r_model.controls import activator, catalyst, essential, inhibitor
from igf1r_model.experiments import (
    add,
    arm,
    days,
    dose,
    doses,
    experiment,
    hours,
    minutes,
    published,
    published_doses,
    scaled,
    switched_to,
)
from igf1r_model.issues import PathwayError
from igf1r_model.model import (
    Cell,
    Constant,
    Context,
    Effect,
    Evidence,
    Family,
    Form,
    Mark,
    MarkKind,
    Molecule,
    Part,
    Place,
    Quantity,
    Source,
    Switch,
)
from igf1r_model.module import Module
from igf1r_model.nouns import antibody, drug, family, place, protein, small_molecule
from igf1r_model.observables import Fraction, Index, Total
from igf1r_model.protocol import Arm, Change, Experiment, Series
from igf1r_model.quantities import assumed, derived, doi, ev, fitted, from_model, inferred, measured, paper

__all__ = [
    "Arm",
    "Cell",
    "Change",
    "Constant",
    "Context",
    "Effect",
    "Evidence",
    "Experiment",
    "Family",
    "Form",
    "Fraction",
    "Index",
    "Mark",
    "MarkKind",
    "Module",
    "Molecule",
    "Part",
    "PathwayError",
    "Place",
    "Quantity",
    "Series",
    "Source",
    "Switch",
    "Total",
    "activator",
    "add",
    "antibody",
    "arm",
    "assumed",
    "catalyst",
    "context",
    "days",
    "derived",
    "doi",
    "dose",
    "doses",
    "drug",
    "essential",
    "ev",
    "experiment",
    "family",
    "fitted",
    "from_model",
    "hours",
    "inferred",
    "inhibitor",
    "measured",
    "minutes",
    "paper",
    "place",
    "protein",
    "published",
    "published_doses",
    "scaled",
    "small_molecule",
    "switched",
    "switched_to",
]  # fmt: skip
