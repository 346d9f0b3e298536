"""Units in one normal form, so that the manifest's text and a file's unit definitions can be compared."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

# Exponents of the SI-like kinds, and a power of ten.
BASE: Final[dict[str, tuple[dict[str, int], int]]] = {
    "1": ({}, 0),
    "dimensionless": ({}, 0),
    "nmol": ({"mole": 1}, -9),
    "nM": ({"mole": 1, "litre": -1}, -9),
    "s": ({"second": 1}, 0),
    "second": ({"second": 1}, 0),
    "l": ({"litre": 1}, 0),
    "litre": ({"litre": 1}, 0),
}
TOKEN: Final = re.compile(r"\s*([A-Za-z]+|-?\d+|[*/^()])")


def unit(text: str) -> str:
    """The normal form of a unit such as ``1/(nM*s)``; unknown words stay readable and equal nothing."""
    tokens = TOKEN.findall(text)
    try:
        if "".join(tokens) != re.sub(r"\s", "", text):
            raise ValueError(text)
        powers, scale = _product(tokens)
        if tokens:
            raise ValueError(text)
    except (KeyError, ValueError, IndexError):
        return f"no coherent unit: {text!r}"
    return _normal(powers, scale)


def _product(tokens: list[str]) -> tuple[Counter[str], int]:
    powers, scale = _power(tokens)
    while tokens and tokens[0] in "*/":
        sign = 1 if tokens.pop(0) == "*" else -1
        more, by = _power(tokens)
        for kind, exponent in more.items():
            powers[kind] += sign * exponent
        scale += sign * by
    return powers, scale


def _power(tokens: list[str]) -> tuple[Counter[str], int]:
    head = tokens.pop(0)
    if head == "(":
        powers, scale = _product(tokens)
        if tokens.pop(0) != ")":
            raise ValueError("a bracket is not closed")
    else:
        base, scale = BASE[head]
        powers = Counter(base)
    if tokens and tokens[0] == "^":
        tokens.pop(0)
        exponent = int(tokens.pop(0))
        return Counter({kind: count * exponent for kind, count in powers.items()}), scale * exponent
    return powers, scale


def _normal(powers: Mapping[str, float], scale: float) -> str:
    kinds = [f"{kind}^{exponent:g}" for kind, exponent in sorted(powers.items()) if exponent]
    return " ".join([f"1e{scale:g}", *kinds])


def definitions(model: Any) -> dict[str, str]:
    """The normal form of each unit definition of a libSBML model, by id."""
    found = (model.getUnitDefinition(index) for index in range(model.getNumUnitDefinitions()))
    return {one.getId(): _defined(one.getUnit(index) for index in range(one.getNumUnits())) for one in found}


def _defined(units: Iterable[Any]) -> str:
    import libsbml

    powers: Counter[str] = Counter()
    scale = 0.0
    for one in units:
        exponent = one.getExponentAsDouble()
        kind = libsbml.UnitKind_toString(one.getKind())
        if kind != "dimensionless":
            powers[kind] += exponent
        scale += exponent * (one.getScale() + math.log10(one.getMultiplier()))
    return _normal(powers, round(scale, 9))


def resolve(name: str, defined: Mapping[str, str]) -> str:
    """The normal form of a unit that an attribute names: a definition's id, or a unit that SBML knows."""
    if name in defined:
        return defined[name]
    return unit(name) if name in ("second", "litre", "dimensionless") else f"undefined unit {name!r}"
