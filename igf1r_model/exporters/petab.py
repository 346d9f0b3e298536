"""PEtab v1, the parameter estimation problem: pyPESTO, AMICI and COPASI can repeat the calibration with it.

Five files in ``petab/<model>/``. A cell that rests without ligand is a condition of pre-equilibration, a treatment one
of simulation; a model whose experiments have no data has no such files. `objective.tsv` is ours: what the calibration
reached, for whoever evaluates the problem to compare with.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from igf1r_model.contexts import in_context
from igf1r_model.exporters._starts import Values, changed, medium, usual
from igf1r_model.exporters._xml import number
from igf1r_model.kinetics import coherent, initial_concentration
from igf1r_model.model import Model, Quantity
from igf1r_model.protocol import Act, Arm, Change, Datum, Experiment
from igf1r_model.sentences import SAYS
from igf1r_model.units import parse_unit

SUFFIX: Final = ".petab"
LOSES: Final = (
    "experiments and arms without data; a model without data has no PEtab files at all",
    "changes after time 0, and doses that are added or scaled: PEtab v1 cannot say them, so no data may rest on them",
)
VERBS: Final = SAYS

PROBLEM: Final = """format_version: 1
parameter_file: parameters.tsv
problems:
  - sbml_files:
      - ../../{model}.xml
    condition_files:
      - conditions.tsv
    measurement_files:
      - measurements.tsv
    observable_files:
      - observables.tsv
"""
PARAMETERS: Final = (
    "parameterId", "parameterName", "parameterScale", "lowerBound", "upperBound", "nominalValue", "estimate",
    "objectivePriorType", "objectivePriorParameters",
)  # fmt: skip
OBSERVABLES: Final = ("observableId", "observableName", "observableFormula", "noiseFormula")
MEASUREMENTS: Final = (
    "observableId", "preequilibrationConditionId", "simulationConditionId", "measurement", "time", "noiseParameters",
)  # fmt: skip
SIGMAS: Final = 4  # standard deviations of a prior between its bounds
WIDE: Final = ("1e-09", "1e+09")  # bounds of the factor of relative data

Row = tuple[str, ...]
Treatment = tuple[Experiment, Arm, float | None]


def files(model: Model) -> Mapping[str, str]:
    """The files by their paths below the build folder; none without data."""
    treatments = [(one, arm, dose) for one in model.experiments for arm in one.arms for dose in _doses(one, arm)]
    if not treatments:
        return {}
    rests, data = _rests(treatments), [datum for one in model.experiments for datum in one.data]
    columns, rows = _conditions(model, treatments, rests)
    texts = {
        "problem.yaml": PROBLEM.format(model=model.id),
        "parameters.tsv": _table(PARAMETERS, _parameters(model, data, columns)),
        "conditions.tsv": _table(columns, rows),
        "observables.tsv": _table(OBSERVABLES, _observables(data)),
        "measurements.tsv": _table(MEASUREMENTS, _measurements(treatments, rests)),
    }
    if model.fit is not None:
        texts["objective.tsv"] = f"misfit\tpenalty\n{model.fit.misfit:.6g}\t{model.fit.penalty:.6g}\n"
    return {f"petab/{model.id}/{name}": text for name, text in texts.items()}


def _table(columns: Row, rows: Iterable[Row]) -> str:
    return "\n".join("\t".join(row) for row in (columns, *rows)) + "\n"


def _doses(one: Experiment, arm: Arm) -> list[float | None]:
    """The doses of an arm that have data; nothing if it has none."""
    return list(dict.fromkeys(datum.dose for datum in one.data if datum.arm == arm.id))


# Parameters.


def _parameters(model: Model, data: Iterable[Datum], columns: Row) -> Iterator[Row]:
    """A constant that some condition sets has another id here, which stands in the other conditions."""
    for constant in model.constants:
        if constant.quantity.bounds is not None:
            low, high, start = _searched(constant.quantity)
            sd = (math.log10(high) - math.log10(low)) / SIGMAS
            prior = f"{number(math.log10(start))};{number(sd)}"
            numbers = (number(low), number(high), number(coherent(constant)[0]))
            id = _searched_id(constant.id) if constant.id in columns else constant.id
            yield id, constant.name, "log10", *numbers, "1", "parameterScaleNormal", prior
    found = dict(model.fit.scales) if model.fit is not None else {}
    for scale in dict.fromkeys(datum.scale for datum in data if datum.scale):
        name = f"factor of the data called {scale}"
        yield _scale(scale), name, "log10", *WIDE, number(found.get(scale, 1.0)), "1", "", ""


def _searched(quantity: Quantity) -> tuple[float, float, float]:
    """Bounds and start in the unit of the SBML file."""
    factor, bounds = parse_unit(quantity.unit).factor, quantity.bounds or (0.0, 0.0)
    low, high, start = (float(f"{value * factor:.12g}") for value in (*bounds, quantity.start or 0.0))
    return low, high, start


def _searched_id(constant: str) -> str:
    return f"fit__{constant}"


def _scale(name: str) -> str:
    return f"scale__{name}"


# Conditions.


def _rests(treatments: Iterable[Treatment]) -> dict[str, tuple[str, Arm]]:
    """The cells that come to rest, by what they are: the condition's id, and an arm that has the cell."""
    found: dict[str, tuple[str, Arm]] = {}
    for one, arm, _ in treatments:
        id = f"rest__{one.id}__{arm.id}" if arm.cell else "__".join(filter(None, ("rest", arm.context)))
        found.setdefault(_cell(arm), (id, arm))
    return found


def _cell(arm: Arm) -> str:
    return json.dumps([arm.context, [[change.target, change.act, change.value] for change in arm.cell]])


def _conditions(
    model: Model, treatments: list[Treatment], rests: Mapping[str, tuple[str, Arm]]
) -> tuple[Row, list[Row]]:
    """A row for each rest and each treatment, a column for each value that one of them changes."""
    values = {id: _at_rest(model, arm) for id, arm in rests.values()}
    for one, arm, dose in treatments:
        values[_treatment(one, arm, dose)] = _treated(model, one, arm, dose)
    used = {id for row in values.values() for id in row}
    plain = {id: number(value) for id, value in usual(model).items()}
    plain |= {c.id: _searched_id(c.id) for c in model.constants if c.quantity.bounds is not None}
    columns = tuple(id for id in (*(form.id for form in model.forms), *plain) if id in used)
    nothing = {form.id: "0" for form in model.forms if form.input}
    resting = {id for id, _ in rests.values()}
    rows = []
    for id, row in values.items():
        told = plain | (nothing if id in resting else {}) | {target: number(value) for target, value in row.items()}
        rows.append((id, *(told.get(column, "NaN") for column in columns)))  # NaN: what pre-equilibration computes
    return ("conditionId", *columns), rows


def _at_rest(model: Model, arm: Arm) -> Values:
    """What a cell is: the values of its context, from which it comes to rest without doses, and its own changes."""
    there = in_context(model, arm.context) if arm.context else model
    known = usual(there) | {form.id: initial_concentration(form) for form in there.forms if not form.input}
    settings = (s.target for context in model.contexts if context.id == arm.context for s in context.settings)
    values = {target: known[target] for target in settings if target in known}
    values |= {form.id: 0.0 for form in model.forms if form.input and initial_concentration(form)}
    return changed(values, arm.cell, known)


def _treated(model: Model, one: Experiment, arm: Arm, dose: float | None) -> Values:
    """The same constants, with the treatment; concentrations that are not given are those at rest."""
    there = in_context(model, arm.context) if arm.context else model
    forms = {form.id for form in model.forms}
    known = usual(there)
    values = {id: value for id, value in _at_rest(model, arm).items() if id not in forms}
    values |= medium(model, arm.context)
    varied = (Change(one.series.target, Act.SET, dose, "nM"),) if one.series and dose is not None else ()
    return changed(values, (*arm.changes, *varied), known)


# Observables and measurements.


def _observables(data: Iterable[Datum]) -> Iterator[Row]:
    for read, scale in dict.fromkeys((datum.read, datum.scale) for datum in data):
        id = _observable(read, scale)
        name = f"{read}, relative ({scale})" if scale else read
        yield id, name, f"{_scale(scale)} * {read}" if scale else read, f"noiseParameter1_{id}"


def _observable(read: str, scale: str) -> str:
    return "__".join(filter(None, (f"obs_{read}", scale)))


def _measurements(treatments: Iterable[Treatment], rests: Mapping[str, tuple[str, Arm]]) -> Iterator[Row]:
    for one, arm, dose in treatments:
        for datum in one.data:
            if datum.arm == arm.id and datum.dose == dose:
                where = (rests[_cell(arm)][0], _treatment(one, arm, dose))
                numbers = (number(datum.value), number(datum.at), number(datum.error))
                yield _observable(datum.read, datum.scale), *where, *numbers


def _treatment(one: Experiment, arm: Arm, dose: float | None) -> str:
    """The id of a treatment; the doses of a series are counted in its order."""
    counted = (f"dose{one.series.values.index(dose) + 1}",) if one.series and dose is not None else ()
    return "__".join((one.id, arm.id, *counted))
