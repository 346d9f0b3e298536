"""Rate laws: how constants, participants and controls of a process become one expression in nmol/s.

The whole of the kinetics is said here, once:

- a law is the volume of the process's place times a rate in nM/s;
- reversible binding is ``kon*(A*B - Kd*AB)``; everything else is a speed times its reactants;
- alternatives (catalysts, activators) add up in the speed, beside the process's own ``k`` if it has one:
  ``k*E``, or ``kcat*E/(Km + S)`` where the enzyme saturates;
- conditions multiply: an essential activator by ``A/(K + A)``, an inhibitor by ``1/(1 + I/Ki)``;
- a controller in several places counts by amount, as a concentration in the process's volume;
- a drug slows every catalysis by its target: ``E/(1 + drug/Ki)``, nothing is sequestered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from igf1r_model.expressions import Expression, Number, Operation, Symbol, fold, power
from igf1r_model.model import ALTERNATIVES, Constant, Control, Form, Inhibition, Participant, Place, Process, Role
from igf1r_model.units import NAMED, Unit, UnitError, coherent_name, parse_unit

ONE: Final = Number(1)
CONCENTRATION: Final = NAMED["nM"]
DIMENSIONLESS: Final = NAMED["dimensionless"]
PER_SECOND: Final = Unit(1.0, time=-1)
RATE: Final = (1, 0, -1)  # nmol/s

Drugs = Mapping[str, tuple[Inhibition, ...]]  # by id of the form that they inhibit


def drugs_by_target(inhibitions: Iterable[Inhibition]) -> Drugs:
    """The inhibitions by the id of the form that they inhibit."""
    found: dict[str, tuple[Inhibition, ...]] = {}
    for inhibition in inhibitions:
        for target in inhibition.targets:
            found[target.id] = (*found.get(target.id, ()), inhibition)
    return found


def drugs_in(process: Process, drugs: Drugs) -> Drugs:
    """The drugs that act on the controllers of one process."""
    forms = {form.id for control in process.controls for form in control.members}
    return {id: tuple(drug for drug in drugs[id] if drug.acts_on(process.id)) for id in forms if id in drugs}


def rate_law(process: Process, drugs: Drugs) -> Expression:
    """The law of a process in nmol/s, with the drugs that act on its catalysts."""
    constants = {constant.role: Symbol(constant.id) for constant in process.constants}
    drugs = drugs_in(process, drugs)
    rate = _reversible(process, constants) if process.reversible else _irreversible(process, constants, drugs)
    factors = [Symbol(process.place.id), rate, *_conditions(process)]
    if process.times is not None:
        factors.insert(0, Symbol(process.times.id))
    if process.switch is not None:
        factors.insert(0, Symbol(process.switch.id))
    return fold("*", factors)


def _reversible(process: Process, constants: Mapping[str, Symbol]) -> Expression:
    forward, backward = _mass_action(process.reactants), _mass_action(process.products)
    balance = Operation("-", fold("*", forward), fold("*", [constants["Kd"], *backward]))
    return fold("*", [constants["kon"], balance])


def _irreversible(process: Process, constants: Mapping[str, Symbol], drugs: Drugs) -> Expression:
    own = [_slowed(constants["k"], process, drugs)] if "k" in constants else []
    alternatives = [
        _alternative(c, process, drugs) for c in process.controls if c.role in ALTERNATIVES and not c.itself
    ]
    return fold("*", [fold("+", [*own, *alternatives]), *_mass_action(process.reactants)])


def _slowed(k: Expression, process: Process, drugs: Drugs) -> Expression:
    """An autocatalytic step feels the drugs of its own reactant."""
    own = (form for control in process.controls if control.itself for form in control.members)
    return _divided(k, (drug for form in own for drug in drugs.get(form.id, ())))


def _alternative(control: Control, process: Process, drugs: Drugs) -> Expression:
    constants = {constant.role: Symbol(constant.id) for constant in control.constants}
    pool = _pool(control, process, drugs if control.role is Role.CATALYST else {})
    if "kcat" in constants:
        substrate = Symbol(process.reactants[0].form.id)
        return Operation("/", fold("*", [constants["kcat"], pool]), Operation("+", constants["Km"], substrate))
    return fold("*", [constants["k"], pool])


def _conditions(process: Process) -> Iterator[Expression]:
    for control in process.controls:
        constants = {constant.role: Symbol(constant.id) for constant in control.constants}
        if control.role is Role.ESSENTIAL_ACTIVATOR:
            pool = _pool(control, process, {})
            yield Operation("/", pool, fold("+", [constants["K"], pool]))
        elif control.role is Role.INHIBITOR:
            ratio = Operation("/", _pool(control, process, {}), constants["Ki"])
            yield Operation("/", ONE, Operation("+", ONE, ratio))


def _pool(control: Control, process: Process, drugs: Drugs) -> Expression:
    """The controllers as one concentration: a sum, by amount where they stand in several places.

    Members that the same drugs slow are added before the drugs divide them: a family has one factor, not many.
    """
    members = control.members
    scattered = len({member.place.id for member in members}) > 1
    alike: dict[tuple[str, ...], list[Form]] = {}
    for member in members:
        alike.setdefault(tuple(drug.id for drug in drugs.get(member.id, ())), []).append(member)
    terms = [_divided(_sum(group, scattered), drugs.get(group[0].id, ())) for group in alike.values()]
    total = fold("+", terms)
    return Operation("/", total, Symbol(process.place.id)) if scattered else total


def _sum(members: Iterable[Form], by_amount: bool) -> Expression:
    return fold("+", (_member(member, by_amount) for member in members))


def _member(member: Form, by_amount: bool) -> Expression:
    return fold("*", [Symbol(member.id), Symbol(member.place.id)]) if by_amount else Symbol(member.id)


def _divided(expression: Expression, drugs: Iterable[Inhibition]) -> Expression:
    for drug in drugs:
        ratio = Operation("/", Symbol(drug.drug.id), Symbol(drug.Ki.id))
        expression = Operation("/", expression, Operation("+", ONE, ratio))
    return expression


def _mass_action(participants: Iterable[Participant]) -> list[Expression]:
    return [power(Symbol(p.form.id), p.count) for p in participants]


def expected_units(process: Process) -> Iterator[tuple[Constant, Unit]]:
    """Each constant of a process and its controls, with the unit that the law needs it to have."""
    order = sum(p.count for p in process.reactants)
    change = order - sum(p.count for p in process.products)
    needed = {"k": _rate_constant(order), "kon": _rate_constant(order), "Kd": _concentration(change)}
    for constant in process.constants:
        if constant.role in needed:
            yield constant, needed[constant.role]
    if process.times is not None:
        yield process.times, DIMENSIONLESS
    catalysed = {"k": _rate_constant(order + 1), "kcat": PER_SECOND}
    for control in process.controls:
        for constant in control.constants:
            yield constant, catalysed.get(constant.role, CONCENTRATION)


def _rate_constant(order: int) -> Unit:
    return _concentration(1 - order).times(PER_SECOND)


def _concentration(exponent: int) -> Unit:
    return Unit(1.0, exponent, -exponent)


def dimension(expression: Expression, of: Mapping[str, tuple[int, int, int]]) -> tuple[int, int, int]:
    """The dimension (nmol, litre, second) of an expression whose symbols have the dimensions `of`.

    Raises:
        UnitError: where unequal dimensions are added, or an exponent is not a plain number.
    """
    if isinstance(expression, Symbol):
        return of[expression.id]
    if isinstance(expression, Number):
        return (0, 0, 0)
    left, right = dimension(expression.left, of), dimension(expression.right, of)
    match expression.operator:
        case "*":
            return (left[0] + right[0], left[1] + right[1], left[2] + right[2])
        case "/":
            return (left[0] - right[0], left[1] - right[1], left[2] - right[2])
        case "^" if isinstance(expression.right, Number):
            n = int(expression.right.value)
            return (left[0] * n, left[1] * n, left[2] * n)
        case "+" | "-" if left == right:
            return left
    raise UnitError(f"cannot join the dimensions {left} and {right} by {expression.operator!r}")


def coherent(constant: Constant) -> tuple[float, str]:
    """A constant's value and unit in nmol, litre and second."""
    quantity = constant.quantity
    unit = parse_unit(quantity.unit)
    return _scaled(quantity.value, unit.factor), coherent_name(unit, quantity.unit)


def initial_concentration(form: Form) -> float:
    """A form's initial concentration in nM, whether it was given as a concentration or as an amount."""
    unit = parse_unit(form.initial.unit)
    value = _scaled(form.initial.value, unit.factor)
    return value if unit.dimension == CONCENTRATION.dimension else _scaled(value, 1.0 / litres(form.place))


def litres(place: Place) -> float:
    """The volume of a place."""
    return _scaled(place.volume.value, parse_unit(place.volume.unit).factor)


def _scaled(value: float, factor: float) -> float:
    """A product rounded to 12 digits, so that 0.3 nM does not become 0.30000000000000004."""
    return float(f"{value * factor:.12g}")
