"""A small model that can be deposited, the build it comes from, and its deposit."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Final

import pytest
import tiny

from igf1r_model import baseline, deposit
from igf1r_model.assembly import Plan
from igf1r_model.dsl import arm, dose, doses, experiment
from igf1r_model.exporters import all_files
from igf1r_model.kinetics import initial_concentration
from igf1r_model.layout import laid_out
from igf1r_model.loading import assembled
from igf1r_model.model import Model, Term

ID: Final = "small"
ME: Final = "Doe,Jo,University,0000-0002-1825-0097"
CHANGELOG: Final = "# Changelog\n\n## 0.1.0\n\n### Model content\n\n- A model.\n\n### Software\n\n- A program.\n"
TERMS: Final = (
    *tiny.TERMS,
    Term("bqbiol:isVersionOf", ("GO:0048009",)),
    Term("bqbiol:occursIn", ("BTO:0000093",)),
    Term("bqbiol:hasProperty", ("mamo:MAMO_0000046",)),
    Term("bqbiol:hasPart", ("reactome:R-HSA-2404192",)),
    Term("bqbiol:hasProperty", ("DOID:162",)),
)
EXPERIMENTS: Final = (
    experiment(
        "igf1_doses", "IGF1 doses", "How much?", reads="IRS1_pY", until=600, every=60, arms=(arm("IGF1"),),
        series=doses(tiny.IGF1, 1, 10),
    ),
    experiment(
        "stimulated", "Stimulated", "How fast?", reads="IRS1_pY", until=600, every=60,
        arms=(arm("IGF1", dose(tiny.IGF1, 10)), arm("none")),
    ),
)  # fmt: skip
PLAN: Final = Plan(
    ID, "igf1r-model2026 - Small", (tiny.tiny,), "Three molecules.", tiny.TODAY, tiny.TODAY, TERMS,
    experiments=EXPERIMENTS,
)  # fmt: skip


def known(monkeypatch: pytest.MonkeyPatch, plan: Plan = PLAN) -> None:
    """Let the small model be the only one there is."""
    monkeypatch.setattr(deposit, "load_models", lambda file: {plan.id: plan})


def build(folder: Path, plan: Plan = PLAN) -> None:
    """Everything that a deposit is made from: `build/` and the steady states, in `folder`."""
    model: Model = assembled(plan)
    baseline.write(model, {form.id: initial_concentration(form) for form in model.forms}, folder / "baseline")
    for name, content in all_files(baseline.apply(laid_out(model), folder / "baseline")).items():
        path = folder / "build" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def command(folder: Path, model: str = ID, creator: str = "") -> Namespace:
    """The arguments of the command, for what `build` has made."""
    return Namespace(model=model, creator=creator, build=folder / "build", out=folder / "deposit")


def made(folder: Path, monkeypatch: pytest.MonkeyPatch, creator: str = "") -> Path:
    """A deposit, without its checklist."""
    known(monkeypatch)
    build(folder)
    one = deposit.ready(ID, creator, folder / "build", folder / "baseline")
    (folder / "new").mkdir()
    deposit.write(one, folder / "new", CHANGELOG)
    return folder / "new"
