"""Writes the SED-ML files of a small model whose curves can be written down, for a judge to look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import turnover as t

from igf1r_model.assembly import Plan, assemble
from igf1r_model.dsl import add, arm, dose, doses, experiment, scaled
from igf1r_model.exporters import experiments, sbml, sedml
from igf1r_model.protocol import Experiment

MODEL = "turns_over"
KNOCKED = {"kinase": t.MADE / (6 * t.LOST)}  # where the knocked cell rests

BY_DOSE = experiment(
    "by_dose", "By dose", "?", reads="IGF1 kinase", arms=[arm("a")], until=600, series=doses(t.IGF1, 1, 8)
)
TREATED = experiment(
    "treated", "Treated", "?", reads="IGF1 kinase twice", until=2000, every=100,
    arms=(
        arm("early", dose(t.IGF1, 10), add(t.IGF1, 2), dose(t.EGF, 3)),
        arm("late", dose(t.IGF1, 10), dose(t.EGF, 1, at=500), dose(t.IGF1, 3, at=1000)),
        arm("added", dose(t.IGF1, 10), add(t.IGF1, 4, at=1000), dose(t.EGF, 1, at=1500)),
    ),
)  # fmt: skip
CELLS = experiment(
    "cells", "Cells", "?", reads="kinase", until=600,
    arms=(arm("hungry", context="hungry"), arm("knocked", context="hungry", cell=[scaled(t.k_lost, 3, why="x")])),
)  # fmt: skip
ALL = (BY_DOSE, TREATED, CELLS)


def written(folder: Path, *described: Experiment, rests: bool = True) -> Path:
    """The files of the small model: the SBML file, its experiments, and a SED-ML file for each arm."""
    plan = Plan(MODEL, MODEL, (t.module,), "Turnover.", t.DATE, t.DATE, t.TERMS, contexts=(t.HUNGRY,),
                experiments=described)  # fmt: skip
    made = assemble(plan)
    model = replace(made, experiments=tuple(rested(one) for one in made.experiments)) if rests else made
    texts = {f"{MODEL}.xml": sbml.export(model), f"{MODEL}.experiments.json": experiments.export(model)}
    (folder / MODEL).mkdir()
    for path, text in {**texts, **sedml.files(model)}.items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def rested(one: Experiment) -> Experiment:
    return replace(one, arms=tuple(replace(a, rest=tuple(KNOCKED.items())) if a.cell else a for a in one.arms))
