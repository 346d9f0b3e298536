"""Times as people write them, ``24h`` or ``30min``, and as they read them, ``24 h``."""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = {"": 1.0, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86_400.0}
WRITTEN: Final = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)")


def parse(text: str) -> float:
    """A time in seconds.

    Raises:
        ValueError: saying what a time looks like.
    """
    found = WRITTEN.fullmatch(text.strip())
    if not found or found[2] not in UNITS:
        raise ValueError(f"{text!r} is no time; write seconds, or for example 30min, 24h or 2d")
    return float(found[1]) * UNITS[found[2]]


def told(seconds: float) -> str:
    """A time in the unit in which it is easiest to read."""
    unit = "s" if seconds < 120 else "min" if seconds < 7200 else "h" if seconds <= 4 * UNITS["d"] else "d"
    return f"{seconds / UNITS[unit]:.4g} {unit}" if seconds else "0"
