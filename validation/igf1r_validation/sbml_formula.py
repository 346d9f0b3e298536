"""Formulas in one normal form: nested tuples, sums and products flat, numbers at 15 digits."""

from __future__ import annotations

from typing import Any

from igf1r_validation.sbml_record import number

Formula = str | tuple[Any, ...]


def of_text(text: str) -> Formula:
    """The normal form of SBML Level 3 infix."""
    import libsbml

    settings = libsbml.L3ParserSettings()
    # Without this a form called `Pi` or `NaN` would be read as the number.
    settings.setComparisonCaseSensitivity(libsbml.L3P_COMPARE_BUILTINS_CASE_SENSITIVE)
    return of_math(libsbml.parseL3FormulaWithSettings(text, settings))


def of_math(node: Any) -> Formula:
    """The normal form of a libSBML formula tree; a missing one equals nothing."""
    import libsbml

    if node is None:
        return "no formula"
    if node.isNumber():
        return _number(node)
    if node.getType() == libsbml.AST_NAME_TIME:
        return "the time of the run"  # and not something with the id `time`
    if node.getNumChildren() == 0:
        return str(node.getName() or libsbml.formulaToL3String(node))
    operator = _operator(node)
    children = [of_math(node.getChild(index)) for index in range(node.getNumChildren())]
    return (operator, *_flat(operator, children))


def _operator(node: Any) -> str:
    import libsbml

    names = {
        libsbml.AST_PLUS: "+",
        libsbml.AST_TIMES: "*",
        libsbml.AST_MINUS: "-",
        libsbml.AST_DIVIDE: "/",
        libsbml.AST_POWER: "^",
        libsbml.AST_FUNCTION_POWER: "^",
    }
    return str(names.get(node.getType()) or node.getName() or f"type {node.getType()}")


def _number(node: Any) -> str:
    """The value, with its unit unless that is none: the manifest's infix leaves `dimensionless` out."""
    units = "" if node.getUnits() == "dimensionless" else node.getUnits()
    return " ".join([number(node.getValue()), units]).strip()


def _flat(operator: str, children: list[Formula]) -> list[Formula]:
    """Children of a sum or product, those of inner sums or products among them."""
    if operator not in ("+", "*"):
        return children
    flat: list[Formula] = []
    for child in children:
        flat += child[1:] if isinstance(child, tuple) and child[0] == operator else [child]
    return flat
