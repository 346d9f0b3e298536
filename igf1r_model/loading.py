"""Finding the models to build: those of the package's pathway, or those of a file of the user's own."""

from __future__ import annotations

import runpy
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from igf1r_model import calibration
from igf1r_model.assembly import Plan, assemble
from igf1r_model.issues import Issue, PathwayError
from igf1r_model.model import Model


def load_models(file: Path | None) -> dict[str, Plan]:
    """The MODELS of the pathway, or of `file`.

    Raises:
        PathwayError: when Python cannot read the pathway, with the file and line it stopped at.
        FileNotFoundError: when `file` is not there.
    """
    if file is not None and not file.is_file():
        raise FileNotFoundError(f"there is no file {file}")
    try:
        names = runpy.run_path(str(file)) if file else vars(import_module("igf1r_model.pathway"))
    except PathwayError:
        raise
    except Exception as error:
        raise PathwayError([_stopped(error, file)]) from error
    return _plans(names.get("MODELS"), str(file or "pathway"))


def _plans(models: object, where: str) -> dict[str, Plan]:
    """What stands in MODELS, if it is plans by their ids."""
    if not isinstance(models, dict) or not models:
        raise PathwayError([Issue(where, "defines no MODELS, a dict of plans by id")])
    issues = []
    for name, plan in models.items():
        if not isinstance(plan, Plan):
            issues.append(Issue(where, f"MODELS[{name!r}] is a {type(plan).__name__}; it must be a Plan"))
        elif plan.id != name:
            issues.append(Issue(where, f"MODELS[{name!r}] has the id {plan.id!r}; both must be the same", plan.origin))
    if issues:
        raise PathwayError(issues)
    return models


def _stopped(error: Exception, file: Path | None) -> Issue:
    """Where in the pathway Python stopped: the innermost line of a file in its folder."""
    folder = file.parent if file else Path(__file__).parent / "pathway"
    frames = [(Path(f.filename), f.lineno) for f in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        frames, told = [(Path(error.filename), error.lineno)], error.msg
    else:
        told = str(error)
    path, line = ([f for f in frames if f[0].parent.resolve() == folder.resolve()] or frames)[-1]
    return Issue("pathway", f"{type(error).__name__}: {told}", f"{path.parent.name}/{path.name}:{line}")


def chosen(models: dict[str, Plan], names: Sequence[str]) -> dict[str, Plan]:
    """The models named, or all when none is.

    Raises:
        ValueError: naming what there is, when a name is unknown.
    """
    unknown = [name for name in names if name not in models]
    if unknown:
        raise ValueError(f"no model is called {', '.join(unknown)}; there are {', '.join(models)}")
    return {name: plan for name, plan in models.items() if not names or name in names}


def assembled(plan: Plan, calibrated: Path = calibration.TABLE) -> Model:
    """The model of a plan, which every format can write, with the calibrated values of a table.

    Raises:
        PathwayError: with all that is wrong with it.
    """
    from igf1r_model.exporters import unknown_verbs

    return calibration.apply(assemble(plan, also=unknown_verbs), calibrated)
