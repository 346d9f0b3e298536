"""``python -m igf1r_validation.deposit FOLDER``: 0 green or only open, 1 not, 2 no deposit."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from igf1r_validation import report
from igf1r_validation.deposit import checklist
from igf1r_validation.runner import NothingToJudgeError


def main(argv: Sequence[str] | None = None) -> int:
    """Check a deposit from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m igf1r_validation.deposit",
        description="Go through the checklist of a deposit: the archive and the files beside it.",
        epilog="exit code: 0 green, or open where only a person can do something; 1 red or not run; 2 no deposit",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="for example build/deposit/igf1r_core")
    folder = parser.parse_args(argv).folder
    try:
        return 0 if checklist.judged(folder, keep=False) else 1
    except NothingToJudgeError as error:
        report.console(stderr=True).print(f"error: {error}", style="red", markup=False, soft_wrap=True)
        return 2


if __name__ == "__main__":
    sys.exit(main())
