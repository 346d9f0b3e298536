"""Building: everything is written beside the old files, judged there, and only then put in their place.

A failed check writes nothing. A failed judge leaves the old files as they were and the new ones in ``.new/``.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from igf1r_model import baseline, calibration, diff
from igf1r_model.assembly import Plan
from igf1r_model.contexts import in_context
from igf1r_model.exporters import Format, all_files, formats
from igf1r_model.issues import Issue, PathwayError
from igf1r_model.layout import laid_out
from igf1r_model.loading import assembled
from igf1r_model.model import Model
from igf1r_model.progress import steps

NEW: Final = ".new"  # where files wait for the judges
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
    models = _models(plans, baselines)
    folders = sorted({plan.folder for plan in plans.values()})
    for folder in folders:
        here = [model for model in models if plans[model.id].folder == folder]
        texts = {name: text for model in here for name, text in all_files(baseline.apply(model, baselines)).items()}
        if not _judged(_beside(texts, out / folder), [model.id for model in here], out / folder):
            return 1
    for line in diff.of_build(out, folders, NEW, stamp):
        print(line)
    for folder in reversed(folders):  # the stamp of `out` itself comes last
        _put_in_place(out / folder, stamp)
    if stamp is not None:
        _leave(out, stamp, folders)
    _say_what_to_open(out, models, plans)
    _say_what_is_stale(models, baselines)
    _say_what_is_not_fitted(models, calibration.beside(baselines))
    return 0


def build_contexts(plans: Mapping[str, Plan], names: Sequence[str], out: Path, baselines: Path) -> int:
    """Write models in contexts (all of them if no name is given) as SBML files of their own, into ``contexts/``.

    Returns:
        0, or 1 when a judge objects or could not run.

    Raises:
        ValueError: when no model has a context that is named.
    """
    models = [baseline.apply(model, baselines) for model in _models(plans, baselines)]
    known = list(dict.fromkeys(context.id for model in models for context in model.contexts))
    unknown = [name for name in names if name not in known]
    if unknown or not known:
        raise ValueError(f"no context is called {', '.join(unknown)}; there are {', '.join(known) or 'none'}")
    chosen = [in_context(m, c.id) for m in models for c in m.contexts if not names or c.id in names]
    texts = {f"{model.id}{form.SUFFIX}": form.export(model).encode() for model in chosen for form in _of_contexts()}
    if not _judged(_beside(texts, out / "contexts"), [model.id for model in chosen], out / "contexts"):
        return 1
    _put_in_place(out / "contexts", None)
    return 0


def _of_contexts() -> list[Format]:
    """A context changes numbers only, so it has an SBML file and a manifest; the biology is the model's."""
    return [formats()[name] for name in ("sbml", "manifest")]


def _beside(texts: Mapping[str, bytes], out: Path) -> Path:
    """Write files into a folder beside the old ones, and return it."""
    new = out / NEW
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for name, text in texts.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_bytes(text)
    return new


def _models(plans: Mapping[str, Plan], baselines: Path) -> list[Model]:
    models: list[Model] = []
    issues: list[Issue] = []
    for plan in steps("assembling", list(plans.values()), lambda plan: plan.id):
        try:
            models.append(laid_out(assembled(plan, calibration.beside(baselines))))
        except PathwayError as error:
            issues += [issue for issue in error.issues if issue not in issues]
    if issues:
        raise PathwayError(issues)
    return models


def _judged(new: Path, names: list[str], out: Path) -> bool:
    """Whether the quick judges pass. They share no code with the writers and read the files from disk."""
    from igf1r_validation.runner import main as judge

    if judge([str(new), "--quick", "--model", *names]) == 0:
        return True
    print(f"a judge objects: {out} is as it was, the new files are in {new}", file=sys.stderr)
    return False


def _put_in_place(out: Path, stamp: str | None) -> None:
    """Move the new files over the old ones, drop those that no model makes any more, and stamp."""
    new = out / NEW
    names = sorted(path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file())
    for name in names:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(new / name, out / name)
    if stamp is not None:
        _drop(out / stamp, keep=names)
        (new / stamp).write_bytes((json.dumps(names, indent=1) + "\n").encode())
        os.replace(new / stamp, out / stamp)
    shutil.rmtree(new)


def _leave(out: Path, stamp: str, folders: Collection[str]) -> None:
    """Remove what earlier builds put into folders that no model goes into any more."""
    for old in out.glob(f"*/{stamp}"):
        if old.parent.name not in folders:
            _drop(old, keep=[])
            old.unlink()


def _drop(stamp: Path, keep: Collection[str]) -> None:
    """Remove the files that a stamp lists, without those to keep."""
    before = json.loads(stamp.read_text(encoding="utf-8")) if stamp.exists() else []
    for name in set(before) - set(keep):
        (stamp.parent / name).unlink(missing_ok=True)
        _drop_empty((stamp.parent / name).parent, stamp.parent)


def _drop_empty(folder: Path, top: Path) -> None:
    """Remove a folder that nothing is left in, and those around it, below `top`."""
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _say_what_to_open(out: Path, models: list[Model], plans: Mapping[str, Plan]) -> None:
    for model in models:
        path = out / plans[model.id].folder / model.id
        print(f"open {path}.xml in COPASI (File, Import SBML), {path}.owl in Cytoscape (BioPAX app)")


def _say_what_is_stale(models: list[Model], baselines: Path) -> None:
    command = "make baseline" if baselines == baseline.FOLDER else "igf1r-model baseline with your file"
    stale = baseline.stale(models, baselines)
    if stale:
        changed = "laws or constants have changed since the steady state was computed"
        print(f"{stale}: {changed}, so the start is not at rest; type: {command}", file=sys.stderr)
    missing = baseline.missing(models, baselines)
    if missing:
        print(f"{missing}: where it rests was never computed; type: {command}", file=sys.stderr)


def _say_what_is_not_fitted(models: list[Model], table: Path) -> None:
    stale = [model.id for model in models if calibration.state(model, table) == "stale"]
    if not stale:
        return
    command = "make calibrate" if table == calibration.TABLE else "igf1r-model calibrate with your file"
    changed = "laws, constants or data have changed since the constants were fitted"
    print(f"{', '.join(stale)}: {changed}; type: {command}", file=sys.stderr)
