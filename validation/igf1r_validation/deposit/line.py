"""A line of the checklist: a point, or the part of one that can be open while the rest is green."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Status = Literal["green", "red", "not run", "open"]
COLOURS: Final = {"green": "green", "red": "bold red", "not run": "yellow", "open": "cyan"}


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of a point.

    Attributes:
        point: its number in the checklist, 1 to 20.
        title: what it asks for.
        status: ``open`` is what only a person can do; ``not run`` is never green.
        told: what was counted or found.
        do: what a person must do; empty when there is nothing to do.
        tools: the software that read the files, with versions.
    """

    point: int
    title: str
    status: Status
    told: str
    do: str = ""
    tools: tuple[str, ...] = ()


def good(lines: Iterable[Line]) -> bool:
    """Whether nothing is left but what a person must do."""
    found = list(lines)
    return bool(found) and all(line.status in ("green", "open") for line in found)


def share(some: int, all: int, what: str = "") -> str:
    """``1,234 of 1,234 reactions``."""
    return f"{some:,} of {all:,} {what}".rstrip()
