"""What the tests of the formats share: the models, their texts, the judges' objections."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import tiny

from igf1r_model import baseline
from igf1r_model.exporters import all_files, formats, written
from igf1r_model.layout import laid_out
from igf1r_model.loading import assembled, load_models
from igf1r_model.model import Model
from igf1r_validation.runner import run
from igf1r_validation.verdict import Finding

ROOT: Final = Path(__file__).parents[1]
AS_IT_SHOULD_BE: Final = ("passed", "not applicable")


@cache
def models() -> dict[str, Model]:
    """Every published model, and the tiny one, as `make` would write them."""
    plans = tiny.MODELS | load_models(None)
    return {name: laid_out(baseline.apply(assembled(plan))) for name, plan in plans.items()}


@cache
def exported(format: str, model: str) -> str:
    """One of the models in one of the formats."""
    return text(format, models()[model])


def text(format: str, model: Model) -> str:
    """A model in a format, the files of one that has several joined."""
    return "".join(written(formats()[format], drawn(model)).values())


def drawn(model: Model) -> Model:
    """The model with its layout, as a build gives it one."""
    return model if model.layout else laid_out(model)


def write(model: Model, folder: Path) -> None:
    """A model in every format."""
    for name, content in all_files(drawn(model)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def texts() -> list[str]:
    """The formats that write text; what bundles them is none."""
    return [name for name, form in formats().items() if not hasattr(form, "bundle")]


def objections(folder: Path, name: str, quick: bool = True) -> dict[str, tuple[Finding, ...] | str]:
    """By judge, what it objects to; of one that could not run, why."""
    verdicts = run(folder, [name], quick)
    assert len(verdicts) > 8
    return {one.judge: one.findings or one.detail for one in verdicts if one.status not in AS_IT_SHOULD_BE}
