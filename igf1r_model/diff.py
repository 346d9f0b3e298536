"""``igf1r-model diff``: what changed in the biology between two builds or two git revisions, as text.

Manifests are compared, thing by thing: ``+`` is new, ``-`` is gone, ``~`` is not as it was. What several models
share is told once, under all their names. A revision's manifests are made by its own code, so that a change of
the code shows where it changes the biology. What one of two manifests does not hold, for being older, is not compared.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from igf1r_model.differences import Json, Models, difference

SUFFIX: Final = ".model.json"
APART: Final = "contexts"  # a build's folder of models in contexts: their values are in the model's own manifest
LIMIT: Final = 30  # lines that a build prints
REQUIRED: Final = ("id", "processes", "forms", "constants")
PRINT_MANIFESTS: Final = """
import json
from igf1r_model import baseline
from igf1r_model.exporters import manifest
from igf1r_model.loading import assembled, load_models
models = [baseline.apply(assembled(plan)) for plan in load_models(None).values()]
print(json.dumps([json.loads(manifest.export(model)) for model in models]))
"""


def compared(old: str, new: str, names: Sequence[str] = ()) -> list[str]:
    """The difference of two builds, manifests or git revisions, line by line; of some models only, if they are named.

    Raises:
        ValueError: when one cannot be read or built, or no model has a name that is given.
    """
    before, after = models_of(old), models_of(new)
    known = {**after, **before}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise ValueError(f"no model is called {', '.join(unknown)}; there are {', '.join(known)}")
    return difference(_chosen(before, names), _chosen(after, names))


def _chosen(models: Models, names: Sequence[str]) -> Models:
    return {id: manifest for id, manifest in models.items() if not names or id in names}


def of_build(out: Path, folders: Iterable[str], new: str, stamp: str | None) -> list[str]:
    """What a build is about to change in `out`, in 30 lines; none when it is the first.

    `new` is where the new files wait in each folder; a `stamp` lists those that the last build made.
    """
    waiting = {folder: _manifests(out / folder / new) for folder in folders}
    replaced = [out / folder / path.name for folder, paths in waiting.items() for path in paths]
    try:
        before = _read(path for path in dict.fromkeys([*replaced, *_stamped(out, stamp)]) if path.exists())
        after = _read(path for paths in waiting.values() for path in paths)
        lines = difference(before, after) if before else []
    except (ValueError, KeyError) as error:  # a broken old file must not keep the new one from taking its place
        return [f"what changed cannot be told: {error}"]
    more = f"... {len(lines) - LIMIT} more; igf1r-model diff HEAD {out} tells all since the last commit"
    return [*lines[:LIMIT], more] if len(lines) > LIMIT else lines


def _stamped(out: Path, stamp: str | None) -> list[Path]:
    """The manifests that the last build made: some go because no model makes them any more."""
    stamps = [path for path in (out / stamp, *out.glob(f"*/{stamp}")) if path.exists()] if stamp is not None else []
    listed = [(path.parent, name) for path in stamps for name in json.loads(path.read_text(encoding="utf-8"))]
    return [folder / name for folder, name in listed if name.endswith(SUFFIX)]


def _manifests(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{SUFFIX}"))


# Where manifests come from


def models_of(source: str) -> Models:
    """The manifests of a build folder, a manifest file, or a git revision, by the ids of their models."""
    path = Path(source)
    if path.is_dir():
        return _of_folder(path)
    return _read([path]) if path.is_file() else of_revision(source)


def _of_folder(folder: Path) -> Models:
    """Those of a folder and the folders below, without what waits for judges and what is in a context."""
    below = sorted(folder.rglob(f"*{SUFFIX}"))
    parents = {path: path.relative_to(folder).parts[:-1] for path in below}
    paths = [path for path in below if not any(part == APART or part.startswith(".") for part in parents[path])]
    if not paths:
        raise ValueError(f"{folder} holds no build: there is no *{SUFFIX} in it")
    return _read(paths)


def _read(paths: Iterable[Path]) -> Models:
    return _by_id([_manifest(path) for path in paths])


def _manifest(path: Path) -> Json:
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path} is no manifest: {error}") from error
    if not isinstance(manifest, dict) or not set(REQUIRED) <= manifest.keys():
        raise ValueError(f"{path} is no manifest of a model")
    return manifest


def _by_id(manifests: Iterable[Json]) -> Models:
    return {manifest["id"]: manifest for manifest in manifests}


def of_revision(revision: str) -> Models:
    """The manifests that a git revision's own code makes of its own pathway.

    Raises:
        ValueError: when there is no repository or no such revision, or it cannot be built.
    """
    found, top = _git("rev-parse", "--show-toplevel")
    if not found:
        raise ValueError(f"there is no folder or file {revision}, and {Path.cwd()} is in no git repository")
    repository = top.decode().strip()
    if not _git("-C", repository, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")[0]:
        raise ValueError(f"there is no folder, file or git revision {revision}")
    found, archive = _git("-C", repository, "archive", "--format=tar", revision, "igf1r_model")
    if not found:
        raise ValueError(f"the revision {revision} has no folder igf1r_model")
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(folder, filter="data")
        return _by_id(_manifests_of_code(Path(folder), revision))


def _git(*arguments: str) -> tuple[bool, bytes]:
    """Whether git did it, and what it wrote."""
    done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    return done.returncode == 0, done.stdout


def _manifests_of_code(folder: Path, revision: str) -> list[Json]:
    """What the package in a folder makes of its own pathway, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-c", PRINT_MANIFESTS]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        told = done.stderr.strip().splitlines() or [f"Python ended with {done.returncode}"]
        raise ValueError(f"the revision {revision} cannot be built: {told[-1]}")
    manifests: list[Json] = json.loads(done.stdout)
    return manifests
