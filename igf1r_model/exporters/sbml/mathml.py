"""Expressions as MathML, in the subset that SBML L3V1 allows."""

from __future__ import annotations

from typing import Final

from igf1r_model.exporters._xml import element, fixed, leaf, number
from igf1r_model.expressions import Expression, Number, Symbol, operands

TAGS: Final = {"+": "plus", "-": "minus", "*": "times", "/": "divide", "^": "power"}
MATHML: Final = fixed({"xmlns": "http://www.w3.org/1998/Math/MathML"})
# Without a unit on its numbers libSBML cannot check the units of a law (warning 99505).
PURE_NUMBER: Final = {"sbml:units": "dimensionless"}


def math(expression: Expression) -> str:
    """The ``math`` element of an expression."""
    return element("math", MATHML, _content(expression))


def _content(expression: Expression) -> str:
    if isinstance(expression, Symbol):
        return leaf("ci", expression.id)
    if isinstance(expression, Number):
        return _number(expression.value)
    inner = map(_content, operands(expression, expression.operator))
    return element("apply", None, element(TAGS[expression.operator]), *inner)


def _number(value: int | float) -> str:
    if isinstance(value, int):
        return leaf("cn", str(value), {"type": "integer", **PURE_NUMBER})
    return leaf("cn", number(value), PURE_NUMBER)
