"""The command ``deposit``: writes a folder for a repository beside the old one, checks it, and puts it in place.

A refusal writes nothing. A deposit with a red point stays beside the old one, in ``.new/``.
"""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final

from igf1r_model import baseline, deposit
from igf1r_model.build import NEW

OLD: Final = ".old"
CHANGELOG: Final = Path(__file__).parents[1] / "CHANGELOG.md"


def run(arguments: Namespace, judged: Callable[[Path], bool], baselines: Path = baseline.FOLDER) -> int:
    """Run the command.

    `judged` goes through the checklist of a folder, puts the result there, shows it, and says whether it is good.

    Returns:
        0 when every point is green, or open where only a person can do something; 1 when one is red or not run.

    Raises:
        PathwayError: with every reason not to deposit the model; nothing is written then.
        OSError, SimulationError, NotInstalledError: when a file cannot be made; the old deposit stays as it was.
    """
    out: Path = arguments.out
    if not CHANGELOG.is_file():
        raise FileNotFoundError(f"there is no {CHANGELOG}: a deposit is made in a clone of the repository")
    one = deposit.ready(arguments.model, arguments.creator, arguments.build, baselines)
    new, folder = out / NEW / one.model.id, out / one.model.id
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        deposit.write(one, new, CHANGELOG.read_text(encoding="utf-8"))
        good = judged(new)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        _drop_empty(out / NEW)
        raise
    if not good:
        print(f"a point is not green: {folder} is as it was, the new deposit is in {new}", file=sys.stderr)
        return 1
    _put_in_place(new, folder)
    print(f"the deposit is in {folder}; start with {folder / 'COVER.md'}")
    return 0


def _put_in_place(new: Path, folder: Path) -> None:
    """The new folder instead of the old one, which is there until the new one is."""
    old = new.parent.parent / OLD / folder.name
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        os.replace(folder, old)
    os.replace(new, folder)
    shutil.rmtree(old, ignore_errors=True)
    for empty in (new.parent, old.parent):
        _drop_empty(empty)


def _drop_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
