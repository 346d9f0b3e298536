"""Properties that hold of any model, any formula, any unit."""

from __future__ import annotations

import math
import operator
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import helpers
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from random_models import plans

from igf1r_model.assembly import Plan
from igf1r_model.exporters.sbml.mathml import math as mathml
from igf1r_model.expressions import Expression, Number, Operation, Symbol, fold, infix, power, symbols
from igf1r_model.loading import assembled
from igf1r_model.units import COHERENT, NAMED, Unit, UnitError, coherent_name, parse_unit

libsbml = pytest.importorskip("libsbml")


@given(plans())
def test_every_quick_judge_passes_any_model(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        helpers.write(assembled(plan), Path(folder))
        assert helpers.objections(Path(folder), "random") == {}


# Formulas.

VALUES = {"a": 1.5, "b": 0.25, "k__p": 3.0, "Ki": 7.0, "e": 2.0, "time_x": 0.125}
APPLY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}
LEAVES = st.sampled_from([Symbol(id) for id in VALUES]) | st.integers(1, 9).map(Number)


def _joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return (
        st.builds(Operation, st.sampled_from("+-*/"), inner, inner)
        | st.builds(power, inner, st.integers(1, 3))
        | st.builds(fold, st.sampled_from("+*"), st.lists(inner, min_size=1, max_size=4))
    )


EXPRESSIONS = st.recursive(LEAVES, _joined, max_leaves=12)


def value(expression: Expression, of: Mapping[str, float] = VALUES) -> float:
    """The value of an expression; of no interest where it is not a number."""
    match expression:
        case Symbol(id):
            return of[id]
        case Number(number):
            return number
        case Operation(sign, left, right):
            try:
                found = float(APPLY[sign](value(left), value(right)))
            except (ZeroDivisionError, OverflowError):
                assume(False)
            assume(math.isfinite(found))
            return found


def libsbml_value(tree: Any) -> float:
    """What libSBML makes of a formula, with the values put in for the symbols."""
    assert tree is not None, libsbml.getLastParseL3Error()
    _put_values(tree)
    return float(libsbml.SBMLTransforms.evaluateASTNode(tree))


def _put_values(node: Any) -> None:
    if node.isName():
        node.setValue(VALUES[node.getName()])
    for index in range(node.getNumChildren()):
        _put_values(node.getChild(index))


def close(expected: float) -> object:
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(EXPRESSIONS)
def test_infix_means_what_the_expression_means(expression: Expression) -> None:
    assert libsbml_value(libsbml.parseL3Formula(infix(expression))) == close(value(expression))


@given(EXPRESSIONS)
def test_mathml_means_what_the_expression_means(expression: Expression) -> None:
    core = "http://www.sbml.org/sbml/level3/version1/core"
    text = mathml(expression).replace("<math ", f'<math xmlns:sbml="{core}" ', 1)
    assert libsbml_value(libsbml.readMathMLFromString(text)) == close(value(expression))


@given(EXPRESSIONS)
def test_the_symbols_of_an_expression_are_those_of_its_infix(expression: Expression) -> None:
    assert sorted(symbols(expression)) == sorted(re.findall(r"[A-Za-z_]+", infix(expression)))


# Units.

POWERS = st.lists(st.tuples(st.sampled_from(sorted(NAMED)), st.sampled_from("*/")), min_size=1, max_size=5)


@pytest.mark.parametrize("name", COHERENT.values())
def test_a_coherent_unit_is_read_back_under_its_name(name: str) -> None:
    unit = parse_unit(name)
    assert (unit.factor, coherent_name(unit, name)) == (1.0, name)


@given(POWERS, POWERS)
def test_a_unit_is_read_as_it_is_written(above: list[tuple[str, str]], below: list[tuple[str, str]]) -> None:
    unit = parse_unit(f"{_written(above)}/({_written(below)})")
    expected = _product(above).times(_product(below), -1)
    assert unit.dimension == expected.dimension
    assert unit.factor == pytest.approx(expected.factor, rel=1e-12, abs=0)


def _written(factors: list[tuple[str, str]]) -> str:
    return "1" + "".join(f"{sign}{name}" for name, sign in factors)


def _product(factors: list[tuple[str, str]]) -> Unit:
    unit = Unit(1.0)
    for name, sign in factors:
        unit = unit.times(NAMED[name], 1 if sign == "*" else -1)
    return unit


@given(st.text("nML s*/()12^-", max_size=8))
@example("1/(nM")
def test_any_text_is_a_unit_or_an_error_that_names_it(text: str) -> None:
    try:
        read = parse_unit(text)
    except UnitError as error:
        read, said = None, str(error)
    assert read.factor > 0 if read else said.startswith(f"cannot read the unit {text!r}; known are")
