"""Building: everything is written beside the old files, judged there, and only then put in their place.

A failed check writes nothing. A failed judge leaves the old files as they were and the new ones in ``.new/``.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from igf1r_model import baseline
from igf1r_model.assembly import Plan
from igf1r_model.exporters import formats
from igf1r_model.issues import Issue, PathwayError
from igf1r_model.loading import assembled
from igf1r_model.model import Model
from igf1r_model.progress import steps

STAMP: Final = ".stamp"  # the files that the last build put in place; written last


def build(plans: Mapping[str, Plan], out: Path, baselines: Path = baseline.FOLDER, stamp: str | None = STAMP) -> int:
    """Write every format of every model into `out`, if the quick judges pass them.

    Models start at the steady states in the folder `baselines`, where there is one for them. `stamp` is the file
    that lists what the last build of these plans wrote; a build of some of them only has none and removes nothing.

    Returns:
        0, or 1 when a judge objects or could not run.

    Raises:
        PathwayError: with all that is wrong with all the models; nothing is written then.
    """
    if out.exists() and not out.is_dir():
        raise NotADirectoryError(f"{out} is a file; --out takes a folder")
    models = _models(plans)
    texts = _texts(models, baselines)
    new = out / ".new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for name, text in texts.items():
        (new / name).write_bytes(text.encode())
    if _judged(new, list(plans)) != 0:
        print(f"a judge objects: {out} is as it was, the new files are in {new}", file=sys.stderr)
        return 1
    _put_in_place(new, out, stamp)
    _say_what_to_open(out, models, baselines)
    return 0


def _models(plans: Mapping[str, Plan]) -> list[Model]:
    models: list[Model] = []
    issues: list[Issue] = []
    for plan in steps("assembling", list(plans.values()), lambda plan: plan.id):
        try:
            models.append(assembled(plan))
        except PathwayError as error:
            issues += [issue for issue in error.issues if issue not in issues]
    if issues:
        raise PathwayError(issues)
    return models


def _texts(models: list[Model], baselines: Path) -> dict[str, str]:
    """Each file's name and text."""
    texts = {}
    for model in steps("writing", models, lambda model: model.id):
        started = baseline.apply(model, baselines)
        for form in formats().values():
            texts[f"{model.id}{form.SUFFIX}"] = form.export(started)
    return texts


def _judged(folder: Path, names: list[str]) -> int:
    """The quick judges' exit code. They share no code with the writers and read the files from disk."""
    from igf1r_validation.runner import main as judge

    return judge([str(folder), "--quick", "--model", *names])


def _put_in_place(new: Path, out: Path, stamp: str | None) -> None:
    """Move the new files over the old ones, drop those that no model makes any more, and stamp."""
    names = sorted(path.name for path in new.iterdir())
    for name in names:
        os.replace(new / name, out / name)
    if stamp is not None:
        before = set(json.loads((out / stamp).read_text(encoding="utf-8"))) if (out / stamp).exists() else set()
        for name in before - set(names):
            (out / name).unlink(missing_ok=True)
        (new / stamp).write_bytes((json.dumps(names, indent=1) + "\n").encode())
        os.replace(new / stamp, out / stamp)
    new.rmdir()


def _say_what_to_open(out: Path, models: list[Model], baselines: Path) -> None:
    for model in models:
        print(
            f"open {out / model.id}.xml in COPASI (File, Import SBML), {out / model.id}.owl in Cytoscape (BioPAX app)"
        )
    for model in models:
        if baseline.state(model, baselines) == "stale":
            changed = "its laws or constants have changed since its steady state was computed"
            print(f"{model.id}: {changed}, so it does not start at rest; type: make baseline", file=sys.stderr)
