"""What is wrong with a model, and where: one `Issue` per problem, all of them in one `PathwayError`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INTERNAL: Final = Path(__file__).parent  # frames in these files are the DSL's own, not the curator's


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem: the module and thing it is about, what was given and what is allowed, file and line."""

    where: str
    message: str
    origin: str = ""

    def __str__(self) -> str:
        place = f" ({self.origin})" if self.origin else ""
        return f"{self.where}: {self.message}{place}"


class PathwayError(ValueError):
    """A model that cannot be written, with every issue that was found in it."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__("\n".join(f"PathwayError {issue}" for issue in self.issues))


def origin() -> str:
    """File and line of the nearest caller outside the DSL, for example ``pathway/adaptors.py:41``."""
    frame = sys._getframe(1)
    while frame.f_back is not None and _is_internal(frame.f_code.co_filename):
        frame = frame.f_back
    path = Path(frame.f_code.co_filename)
    return f"{path.parent.name}/{path.name}:{frame.f_lineno}"


def _is_internal(file: str) -> bool:
    """Whether a file is the DSL's own, or no file at all: the constructor that `dataclass` makes."""
    return file == "<string>" or Path(file).parent == INTERNAL
