"""The judge omex-petab: PEtab's own validator accepts the calibration problem as it lies in the unpacked archive."""

from __future__ import annotations

import tempfile
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Final

from igf1r_validation.omex_archive import NoArchiveError, opened
from igf1r_validation.petab_lint import _linted
from igf1r_validation.verdict import Finding, Verdict, not_applicable, not_run, verdict

NAME: Final = "omex-petab"
QUICK: Final = False
ISOLATED: Final = True
READS: Final = ".omex"

PROBLEM: Final = "petab/problem.yaml"


def judge(build: Path, model: str) -> Verdict:
    """Unpack the problem and the model, and lint."""
    file = f"{model}.omex"
    try:
        archive = opened(build / file)
    except NoArchiveError as error:
        return verdict(NAME, "PEtab", file, [Finding("", "no archive", str(error))])
    if PROBLEM not in archive.contents:
        return not_applicable(NAME, "PEtab", file, "the archive has no calibration problem")
    try:
        import petab  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "PEtab", file, str(error))
    wanted = [name for name in archive.contents if name.startswith("petab/") or name == f"{model}.xml"]
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(action="ignore"):
        for name in wanted:
            (Path(folder) / name).parent.mkdir(exist_ok=True)
            (Path(folder) / name).write_bytes(archive.contents[name])
        found = _linted(Path(folder) / PROBLEM)
    return verdict(NAME, f"PEtab {version('petab')}", file, found, f"{len(wanted)} files")
