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


def build(plans: Mapping[str, Plan], out: Path) -> int:
    """Write every format of every model into `out`, if the quick judges pass them.

    Returns:
        0, or 1 when a judge objects or could not run.

    Raises:
        PathwayError: with all that is wrong with all the models; nothing is written then.
    """
    texts = _texts(_models(plans))
    new = out / ".new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for name, text in texts.items():
        (new / name).write_bytes(text.encode())
    if _judged(new, list(plans)) != 0:
        print(f"a judge objects: {out} is as it was, the new files are in {new}", file=sys.stderr)
        return 1
    _put_in_place(new, out)
    _say_what_to_open(out, list(plans))
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


def _texts(models: list[Model]) -> dict[str, str]:
    """Each file's name and text."""
    texts = {}
    for model in steps("writing", models, lambda model: model.id):
        _warn_if_stale(model)
        started = baseline.apply(model)
        for form in formats().values():
            texts[f"{model.id}{form.SUFFIX}"] = form.export(started)
    return texts


def _warn_if_stale(model: Model) -> None:
    state = baseline.state(model)
    if state == "stale":
        changed = "its laws or constants have changed since its steady state was computed"
        print(f"{model.id}: {changed}, so it does not start at rest; type: make baseline", file=sys.stderr)


def _judged(folder: Path, names: list[str]) -> int:
    """The quick judges' exit code. They share no code with the writers and read the files from disk."""
    from igf1r_validation.runner import main as judge

    return judge([str(folder), "--quick", *(word for name in names for word in ("--model", name))])


def _put_in_place(new: Path, out: Path) -> None:
    """Move the new files over the old ones, drop those that no model makes any more, and stamp."""
    stamp = out / STAMP
    before = set(json.loads(stamp.read_text(encoding="utf-8"))) if stamp.exists() else set()
    names = sorted(path.name for path in new.iterdir())
    for name in names:
        os.replace(new / name, out / name)
    for name in before - set(names):
        (out / name).unlink(missing_ok=True)
    new.rmdir()
    stamp.write_bytes((json.dumps(names, indent=1) + "\n").encode())


def _say_what_to_open(out: Path, names: list[str]) -> None:
    for name in names:
        print(f"open {out / name}.xml in COPASI (File, Import SBML), {out / name}.owl in Cytoscape (BioPAX app)")
