"""Units: reading them, comparing them, converting to the coherent set nmol, litre, second.

Every file is written in the coherent set, so concentrations are nmol/l (nM) and rates nmol/s. A curator may
give a number in any unit of `NAMED`, or its ``^2``, joined by ``*``, ``/`` and brackets: ``1/(nM*s)``, ``molecules``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, reduce
from typing import Final

AVOGADRO: Final = 6.02214076e23


class UnitError(ValueError):
    """A unit that cannot be read, or that is not the one demanded."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` times nmol^substance * litre^volume * second^time."""

    factor: float
    substance: int = 0
    volume: int = 0
    time: int = 0

    @property
    def dimension(self) -> tuple[int, int, int]:
        """Exponents of nmol, litre and second."""
        return (self.substance, self.volume, self.time)

    def times(self, other: Unit, sign: int = 1) -> Unit:
        """The product with `other`, or the quotient for ``sign=-1``."""
        return Unit(
            self.factor * other.factor**sign,
            self.substance + sign * other.substance,
            self.volume + sign * other.volume,
            self.time + sign * other.time,
        )


NAMED: Final[dict[str, Unit]] = {
    "1": Unit(1.0),
    "dimensionless": Unit(1.0),
    "nmol": Unit(1.0, substance=1),
    "molecules": Unit(1e9 / AVOGADRO, substance=1),
    "M": Unit(1e9, 1, -1),
    "mM": Unit(1e6, 1, -1),
    "uM": Unit(1e3, 1, -1),
    "nM": Unit(1.0, 1, -1),
    "pM": Unit(1e-3, 1, -1),
    "L": Unit(1.0, volume=1),
    "nL": Unit(1e-9, volume=1),
    "pL": Unit(1e-12, volume=1),
    "fL": Unit(1e-15, volume=1),
    "s": Unit(1.0, time=1),
    "min": Unit(60.0, time=1),
    "h": Unit(3600.0, time=1),
}

# The coherent units that occur in models, and the name each gets in SBML.
COHERENT: Final[dict[tuple[int, int, int], str]] = {
    (0, 0, 0): "dimensionless",
    (1, 0, 0): "nmol",
    (0, 1, 0): "L",
    (0, 0, 1): "s",
    (1, -1, 0): "nM",
    (1, 0, -1): "nmol/s",
    (0, 0, -1): "1/s",
    (1, -1, -1): "nM/s",
    (-1, 1, -1): "1/(nM*s)",
    (-1, 1, 0): "1/nM",
    (-2, 2, -1): "1/(nM^2*s)",
}


@cache
def parse_unit(text: str) -> Unit:
    """Read a unit such as ``1/(nM*s)``.

    Raises:
        UnitError: naming the unit and the names that are known.
    """
    tokens = re.findall(r"[A-Za-z]+|1|[*/()]|\S", text)
    unit, rest = _product(tokens, text)
    if rest:
        raise UnitError(_unreadable(text))
    return unit


def coherent_name(unit: Unit, text: str) -> str:
    """The coherent unit of the same dimension, by the name it has in `COHERENT`."""
    try:
        return COHERENT[unit.dimension]
    except KeyError:
        raise UnitError(f"no quantity of the model has the dimension of {text!r}") from None


def _product(tokens: list[str], text: str) -> tuple[Unit, list[str]]:
    unit, tokens = _factor(tokens, text)
    while tokens and tokens[0] in "*/":
        operator, tokens = tokens[0], tokens[1:]
        right, tokens = _factor(tokens, text)
        unit = unit.times(right, 1 if operator == "*" else -1)
    return unit, tokens


def _factor(tokens: list[str], text: str) -> tuple[Unit, list[str]]:
    if tokens and tokens[0] == "(":
        unit, rest = _product(tokens[1:], text)
        if rest and rest[0] == ")":
            return unit, rest[1:]
    elif tokens and tokens[0] in NAMED:
        return _power(NAMED[tokens[0]], tokens[1:])
    raise UnitError(_unreadable(text))


def _power(unit: Unit, rest: list[str]) -> tuple[Unit, list[str]]:
    """The unit, or its square or cube where ``^2`` or ``^3`` follows."""
    exponent = int(rest[1]) if rest[:1] == ["^"] and rest[1:2] in (["2"], ["3"]) else 1
    return reduce(Unit.times, [unit] * exponent), rest if exponent == 1 else rest[2:]


def _unreadable(text: str) -> str:
    return f"cannot read the unit {text!r}; known are {', '.join(NAMED)}, joined by * / and ()"
