"""Finding the models to build: those of the package's pathway, or those of a file of the user's own."""

from __future__ import annotations

import runpy
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

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
        raise PathwayError([_stopped(error)]) from error
    if not isinstance(names.get("MODELS"), dict):
        raise PathwayError([Issue(str(file or "pathway"), "defines no MODELS, a dict of plans by name")])
    models: dict[str, Plan] = names["MODELS"]
    return models


def _stopped(error: Exception) -> Issue:
    """Where in the pathway Python stopped: the innermost frame outside the package's own machinery."""
    if isinstance(error, SyntaxError):
        return Issue(
            "pathway", f"{type(error).__name__}: {error.msg}", f"{Path(error.filename or '?').name}:{error.lineno}"
        )
    own = Path(__file__).parent
    frames = traceback.extract_tb(error.__traceback__)
    curated = [
        f
        for f in frames
        if Path(f.filename).parent != own and "importlib" not in f.filename and "runpy" not in f.filename
    ]
    last = (curated or frames)[-1]
    path = Path(last.filename)
    return Issue("pathway", f"{type(error).__name__}: {error}", f"{path.parent.name}/{path.name}:{last.lineno}")


def chosen(models: dict[str, Plan], names: Sequence[str]) -> dict[str, Plan]:
    """The models named, or all when none is.

    Raises:
        ValueError: naming what there is, when a name is unknown.
    """
    unknown = [name for name in names if name not in models]
    if unknown:
        raise ValueError(f"no model is called {', '.join(unknown)}; there are {', '.join(models)}")
    return {name: plan for name, plan in models.items() if not names or name in names}


def assembled(plan: Plan) -> Model:
    """The model of a plan, which every format can write.

    Raises:
        PathwayError: with all that is wrong with it.
    """
    from igf1r_model.exporters import unknown_verbs

    model = assemble(plan)
    issues = unknown_verbs(model)
    if issues:
        raise PathwayError(issues)
    return model
