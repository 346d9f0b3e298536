"""The experiments as JSON: what is done to which cell, what is read and when, by the ids of the model and with units.

Whoever simulates the model needs this file and the SBML, and nothing of ours: the rules of running an arm are told in
the file itself (`rules`). Contexts stand in it as values, those of the medium apart (`doses`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from igf1r_model.cells import Cell, CellKey, cell_key, cells
from igf1r_model.contexts import in_context
from igf1r_model.kinetics import coherent, initial_concentration
from igf1r_model.model import Context, Model, Setting
from igf1r_model.protocol import Arm, Change, Datum, Experiment
from igf1r_model.sentences import SAYS

SUFFIX: Final = ".experiments.json"
LOSES: Final = ("the model itself: it stands in the SBML file", "contexts that no experiment uses")
VERBS: Final = SAYS

RULES: Final = (
    "Times are seconds, concentrations nM. An arm starts at the initial values of the SBML file, overwritten by the "
    "values of its context (forms by concentration). If the arm has changes of the cell, first every input that is "
    "listed is set to 0, then these changes are made in the order given, and then the model runs until it rests: until "
    "no concentration changes by more than 1e-6 of itself, or of 1e-9 of the largest, in a day. A rest takes at most "
    "400 days; a cell that still changes then has none. Where a cell rests may also stand under `rests`, with six "
    "digits, and the arm names it: these concentrations are what that run arrives at, and an input that is not among "
    "them is at 0. Then the doses of the context are put into the medium, and the changes at time 0 are made, in the "
    "order given. Later changes are made at their time: what is read at that time is read before them. A change sets a "
    "value, adds to it, or scales it. A series is run once for each of its values, set like any other change, after "
    "those of the same time."
)

Json = dict[str, Any]


def export(model: Model) -> str:
    """All experiments of the model, its contexts, inputs and rests of changed cells as far as they need them."""
    used = {arm.context for one in model.experiments for arm in one.arms}
    changed = cells(model)
    content: Json = {
        "model": model.id,
        "rules": RULES,
        "inputs": [form.id for form in model.forms if form.input],
        "contexts": {one.id: _context(model, one) for one in model.contexts if one.id in used},
        "rests": _rests(model, changed),
        "experiments": [_experiment(one, model, changed) for one in model.experiments],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _context(model: Model, context: Context) -> Json:
    """Every value that differs from the SBML file; a dose is what the context itself puts into the medium."""
    there = in_context(model, context.id)
    values = {form.id: initial_concentration(form) for form in there.forms}
    values |= {constant.id: coherent(constant)[0] for constant in there.constants}
    values |= {switch.id: float(switch.on) for switch in there.switches}
    doses = [one.target for one in context.settings if _is_dose(one, model)]
    targets = [one.target for one in context.settings]
    return {
        "name": context.name,
        "values": {id: values[id] for id in targets if id not in doses},
        "doses": {id: values[id] for id in doses},
    }


def _is_dose(setting: Setting, model: Model) -> bool:
    inputs = {form.id for form in model.forms if form.input}
    return setting.target in inputs and setting.quantity.basis.value != "derived"


def _rests(model: Model, changed: Mapping[CellKey, Cell]) -> Json:
    """Where changed cells rest, each written once, as far as that was computed."""
    resting = {cell_key(arm): arm.rest for one in model.experiments for arm in one.arms if arm.rest}
    return {changed[key].name: dict(rest) for key, rest in resting.items()}


def _experiment(one: Experiment, model: Model, changed: Mapping[CellKey, Cell]) -> Json:
    units = {form.id: "nM" for form in model.forms} | {item.id: item.unit for item in model.observables}
    series = one.series and {
        "target": one.series.target,
        "unit": "nM",
        "values": one.series.values,
        "at": one.series.at,
    }
    return {
        "id": one.id,
        "name": one.name,
        "question": one.question,
        "sources": [source.curie for source in one.sources],
        "reads": [{"id": read, "unit": units[read]} for read in one.reads],
        "times": one.times,
        "series": series,
        "arms": [_arm(arm, changed) for arm in one.arms],
        "data": [_datum(datum) for datum in one.data],
    }


def _arm(arm: Arm, changed: Mapping[CellKey, Cell]) -> Json:
    told: Json = {
        "id": arm.id,
        "name": arm.name,
        "context": arm.context,
        "cell": [_change(change) for change in arm.cell],
        "changes": [_change(change) for change in arm.changes],
    }
    return told | ({"rest": changed[cell_key(arm)].name} if arm.rest else {})


def _change(change: Change) -> Json:
    told: Json = {"at": change.at, "target": change.target, "act": change.act.value, "value": change.value}
    return {**told, "unit": change.unit, **({"why": change.why} if change.why else {})}


def _datum(datum: Datum) -> Json:
    told: Json = {"arm": datum.arm, "read": datum.read, "at": datum.at, "value": datum.value, "error": datum.error}
    told |= {"dose": datum.dose} if datum.dose is not None else {}
    return told | ({"scale": datum.scale} if datum.scale else {})
