"""Evaluate a PEtab v1 problem: pre-equilibrate, simulate, compare, from its tables and the SBML file alone."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

DAY: Final = 86_400.0
LONGEST_DAYS: Final = 1000
STILL: Final = 1e-7  # a concentration that changes less in a day is at rest
NEGLIGIBLE: Final = 1e-9  # of the largest concentration
TRACE_NM: Final = 1e-15
RELATIVE_TOLERANCE: Final = 1e-9
ABSOLUTE_TOLERANCE: Final = 1e-20

Values = Mapping[str, float]


def sums_of_squares(folder: Path) -> tuple[float, float]:
    """The sum of the squared residuals at the nominal values, and that of the priors.

    Raises:
        RuntimeError: when an integration breaks off or finds no rest.
    """
    import petab.v1 as petab
    from petab.v1.calculate import calculate_chi2

    problem = petab.Problem.from_yaml(str(folder / "problem.yaml"))
    simulated = problem.measurement_df.rename(columns={"measurement": "simulation"})
    simulated["simulation"] = _simulated(problem, (folder / _sbml(folder)).resolve())
    tables = (problem.measurement_df, simulated, problem.observable_df, problem.parameter_df)
    return float(calculate_chi2(*tables)), sum(_penalties(problem.parameter_df))


def _sbml(folder: Path) -> str:
    from petab.v1.yaml import load_yaml

    told = load_yaml(str(folder / "problem.yaml"))
    return str(told["problems"][0]["sbml_files"][0])


def _penalties(parameters: Any) -> Iterable[float]:
    for _, row in parameters.iterrows():
        if row["objectivePriorType"] == "parameterScaleNormal":
            mean, sd = map(float, row["objectivePriorParameters"].split(";"))
            yield ((math.log10(row["nominalValue"]) - mean) / sd) ** 2


def _simulated(problem: Any, sbml: Path) -> list[float]:
    """The simulation of each measurement, in their order."""
    nominal = dict(problem.parameter_df["nominalValue"])
    cell = _Cell(sbml, nominal)
    found: dict[Any, float] = {}
    rows = problem.measurement_df
    for (rest, treatment), group in rows.groupby(["preequilibrationConditionId", "simulationConditionId"]):
        first, then = (_set(problem.condition_df.loc[one], nominal) for one in (rest, treatment))
        formulas = {id: problem.observable_df.loc[id, "observableFormula"] for id in set(group["observableId"])}
        table = cell.read(first, then, sorted({0.0, *map(float, group["time"])}), formulas)
        for index, row in group.iterrows():
            found[index] = table[row["observableId"], float(row["time"])]
    return [found[index] for index in rows.index]


def _set(condition: Any, nominal: Values) -> dict[str, float]:
    """What a condition sets, by a number or an estimated parameter; NaN leaves a value as it is."""
    given = {str(id): value for id, value in condition.items() if id != "conditionName"}
    numbers = {id: float(nominal.get(value, value)) for id, value in given.items()}
    return {id: value for id, value in numbers.items() if not math.isnan(value)}


class _Cell:
    """A model that comes to rest in one condition and is treated in another."""

    def __init__(self, sbml: Path, nominal: Values) -> None:
        import roadrunner

        roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
        self._runner: Any = roadrunner.RoadRunner(sbml.read_text(encoding="utf-8"))
        self._runner.integrator.relative_tolerance = RELATIVE_TOLERANCE
        self._runner.integrator.absolute_tolerance = ABSOLUTE_TOLERANCE
        model = self._runner.model
        self._species = list(model.getFloatingSpeciesIds())
        self._forms = {*self._species, *model.getBoundarySpeciesIds()}
        self._known = {*self._forms, *model.getGlobalParameterIds()}
        self._nominal = nominal
        self._rests: dict[tuple[tuple[str, float], ...], list[float]] = {}

    def read(
        self, rest: Values, treatment: Values, times: list[float], formulas: Mapping[str, str]
    ) -> dict[tuple[str, float], float]:
        """Each observable at each time."""
        self._runner.resetToOrigin()
        self._put({id: value for id, value in self._nominal.items() if id in self._known})
        self._put(rest)
        self._to_rest(tuple(rest.items()))
        self._put(treatment)
        symbols = {id: self._symbols(formula) for id, formula in formulas.items()}
        wanted = list(dict.fromkeys(one for ids in symbols.values() for one in ids))
        selections = [self._selection(one) for one in wanted]
        ends = times if len(times) > 1 else [0.0, 1.0]
        rows = self._runner.simulate(times=ends, selections=selections)
        tables = [dict(zip(wanted, map(float, row), strict=True)) for row in rows]
        return {(id, at): self._value(formula, values) for id, formula in formulas.items()
                for at, values in zip(ends, tables, strict=True)}  # fmt: skip

    def _symbols(self, formula: str) -> list[str]:
        return [str(one) for one in _parsed(formula).free_symbols if str(one) not in self._nominal]

    def _value(self, formula: str, values: Values) -> float:
        known = {**self._nominal, **values}
        expression = _parsed(formula)
        return float(expression.subs({one: known[str(one)] for one in expression.free_symbols}))

    def _selection(self, id: str) -> str:
        return f"[{id}]" if id in self._forms else id

    def _put(self, values: Values) -> None:
        for id, value in values.items():
            self._runner[self._selection(id)] = value

    def _to_rest(self, condition: tuple[tuple[str, float], ...]) -> None:
        """Pre-equilibrate; what rests once is remembered."""
        if condition not in self._rests:
            self._rests[condition] = self._rested()
        self._runner.model.setFloatingSpeciesConcentrations(self._rests[condition])

    def _rested(self) -> list[float]:
        before = self._concentrations()
        for _ in range(LONGEST_DAYS):
            self._runner.simulate(0.0, DAY, 2)
            after = [0.0 if abs(value) < TRACE_NM else value for value in self._concentrations()]
            self._runner.model.setFloatingSpeciesConcentrations(after)
            floor = NEGLIGIBLE * max(after)
            if all(abs(b - a) <= STILL * max(b, floor) for a, b in zip(before, after, strict=True)):
                return after
            before = after
        raise RuntimeError(f"pre-equilibration found no rest in {LONGEST_DAYS} days")

    def _concentrations(self) -> list[float]:
        return [float(value) for value in self._runner.model.getFloatingSpeciesConcentrations()]


def _parsed(formula: str) -> Any:
    from petab.v1.math import sympify_petab

    return sympify_petab(formula)
