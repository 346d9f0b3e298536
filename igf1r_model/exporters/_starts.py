"""The values at which an arm starts: of its kind of cell, its medium and what is done at time 0.

In the units of the SBML file: forms in nM, constants coherent, switches 0 or 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from igf1r_model.contexts import in_context
from igf1r_model.kinetics import coherent, initial_concentration
from igf1r_model.model import Context, Model
from igf1r_model.protocol import Act, Arm, Change

Values = dict[str, float]


class Starts:
    """The starts of a model's arms; what a context makes of the model is looked up once."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._inputs = [form.id for form in model.forms if form.input]
        self._contexts: dict[str, tuple[Values, Values]] = {}

    def of_model(self) -> Values:
        """Every form, constant and switch as the SBML file has it."""
        return dict(self._in("")[0])

    def of(self, arm: Arm) -> Values:
        """Every form, constant and switch at time 0, after all changes that are made then.

        A changed cell starts at its stored rest (`Arm.rest`), in a medium without any dose but those of its context.
        """
        known, doses = self._in(arm.context)
        values = dict(known)
        if arm.cell:
            values |= dict.fromkeys(self._inputs, 0.0)
            values = changed(values, arm.cell, values) | dict(arm.rest) | doses
        return changed(values, (change for change in arm.changes if change.at == 0), values)

    def _in(self, context: str) -> tuple[Values, Values]:
        """All values in a context, and the doses that it puts into the medium."""
        if context not in self._contexts:
            there = in_context(self._model, context) if context else self._model
            forms = {form.id: initial_concentration(form) for form in there.forms}
            self._contexts[context] = (forms | usual(there), medium(self._model, context))
        return self._contexts[context]


def usual(model: Model) -> Values:
    """Constants and switches as they are in a model."""
    constants = {constant.id: coherent(constant)[0] for constant in model.constants}
    return constants | {switch.id: float(switch.on) for switch in model.switches}


def medium(model: Model, context: str) -> Values:
    """What a context itself puts into the medium."""
    found = next((one for one in model.contexts if one.id == context), None)
    if found is None:
        return {}
    inputs = {form.id: form for form in in_context(model, context).forms if form.input}
    dosed = doses(found, inputs)
    return {id: initial_concentration(inputs[id]) for id in dosed}


def doses(context: Context, inputs: Iterable[str]) -> list[str]:
    """The inputs that a context doses; a start that was computed is none."""
    known = frozenset(inputs)
    settings = (one for one in context.settings if one.target in known)
    return [one.target for one in settings if one.quantity.basis.value != "derived"]


def changed(values: Mapping[str, float], changes: Iterable[Change], known: Mapping[str, float]) -> Values:
    """Changes in the order given; what is added to or scaled must have a value, there or among those `known`."""
    after = dict(values)
    for change in changes:
        before = after.get(change.target, known.get(change.target, math.nan))
        match change.act:
            case Act.SET:
                after[change.target] = change.value
            case Act.ADD:
                after[change.target] = before + change.value
            case Act.SCALE:
                after[change.target] = before * change.value
    return after
