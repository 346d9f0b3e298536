"""Expressions as MathML, in the subset that SBML L3V1 allows."""

from __future__ import annotations

from typing import Final

from igf1r_model.exporters._xml import element, fixed, leaf, number
from igf1r_model.expressions import Expression, Number, Symbol, operands

TAGS: Final = {"+": "plus", "-": "minus", "*": "times", "/": "divide", "^": "power"}
MATHML: Final = fixed({"xmlns": "http://www.w3.org/1998/Math/MathML"})
# Without a unit on its numbers libSBML cannot check the units of a law (warning 99505).
PURE_NUMBER: Final = {"sbml:units": "dimensionless"}
SECONDS: Final = {"type": "integer", "sbml:units": "second"}
TIME: Final = {"encoding": "text", "definitionURL": "http://www.sbml.org/sbml/symbols/time"}


def math(expression: Expression) -> str:
    """The ``math`` element of an expression."""
    return element("math", MATHML, _content(expression))


def reached(time: str) -> str:
    """The ``math`` element of the condition that a time (the id of a parameter in seconds) is not 0 and has come."""
    given = element("apply", None, element("gt"), leaf("ci", time), leaf("cn", "0", SECONDS))
    come = element("apply", None, element("geq"), leaf("csymbol", "time", TIME), leaf("ci", time))
    return element("math", MATHML, element("apply", None, element("and"), given, come))


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
