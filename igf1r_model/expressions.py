"""Arithmetic as data: rate laws and observables, before any format has its say.

An expression is a symbol, a number, or an operation on expressions. Exporters walk it; `infix` writes it
as libSBML's L3 infix, which Antimony, COPASI and a reader understand too.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Literal

Operator = Literal["+", "-", "*", "/", "^"]
PRECEDENCE: dict[str, int] = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


@dataclass(frozen=True, slots=True)
class Symbol:
    """The id of a form, place, constant, observable or switch."""

    id: str


@dataclass(frozen=True, slots=True)
class Number:
    """A pure number (an exponent, a stoichiometry, a weight); anything with a unit is a constant instead."""

    value: int | float


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions joined by an operator."""

    operator: Operator
    left: Expression
    right: Expression


Expression = Symbol | Number | Operation


def fold(operator: Literal["+", "*"], terms: Iterable[Expression]) -> Expression:
    """A sum or product of terms, ``a + b + c``; terms that are sums or products themselves are taken apart."""

    def join(left: Expression, right: Expression) -> Expression:
        return Operation(operator, left, right)

    return reduce(join, (operand for term in terms for operand in operands(term, operator)))


def operands(expression: Expression, operator: Operator) -> list[Expression]:
    """The operands of a chain ``a + b + c``; any other expression is its own only operand."""
    if not isinstance(expression, Operation) or expression.operator != operator:
        return [expression]
    left = operands(expression.left, operator) if operator in "+*" else [expression.left]
    return [*left, expression.right]


def power(base: Expression, exponent: int) -> Expression:
    """``base^exponent``, or the base itself for exponent one."""
    return base if exponent == 1 else Operation("^", base, Number(exponent))


def symbols(expression: Expression) -> Iterator[str]:
    """Every id in the expression, in reading order, repeats included."""
    if isinstance(expression, Symbol):
        yield expression.id
    elif isinstance(expression, Operation):
        yield from symbols(expression.left)
        yield from symbols(expression.right)


def infix(expression: Expression) -> str:
    """The expression as text, with just the brackets that keep its structure when it is read again."""
    if isinstance(expression, Symbol):
        return expression.id
    if isinstance(expression, Number):
        return f"{expression.value:.15g}"
    here = PRECEDENCE[expression.operator]
    left = _bracket(expression.left, lambda inner: inner < here or inner == here == 3)  # a^b^c is a^(b^c)
    right = _bracket(expression.right, lambda inner: inner <= here)
    space = " " if here == 1 else ""
    return f"{left}{space}{expression.operator}{space}{right}"


def parse(text: str) -> Expression:
    """Read a formula such as ``(pBAD + survivin/50)/(1 + 10*activeCASP3)``: ids, plain numbers, + - * / and brackets.

    Raises:
        ValueError: naming what cannot be read.
    """
    return _from_python(ast.parse(text, mode="eval").body, text)


SIGNS: dict[type[ast.operator], Operator] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^"}


def _from_python(node: ast.expr, text: str) -> Expression:
    match node:
        case ast.Name(id=name):
            return Symbol(name)
        case ast.Constant(value=int() | float() as value):
            return Number(value)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in SIGNS:
            return Operation(SIGNS[type(sign)], _from_python(left, text), _from_python(right, text))
    raise ValueError(f"the formula {text!r} may hold only ids, plain numbers, + - * / and brackets")


def _bracket(expression: Expression, needed: Callable[[int], bool]) -> str:
    text = infix(expression)
    inner = PRECEDENCE[expression.operator] if isinstance(expression, Operation) else 9
    return f"({text})" if needed(inner) else text
