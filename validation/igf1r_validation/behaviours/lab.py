"""Run the experiments that a build describes, with libRoadRunner, from the two files and nothing else.

The rules of an arm are those that the experiments file itself tells. This shares no code with the simulator of the
project: a slip in one of them shows as a difference between them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

DAY: Final = 86_400.0
LONGEST_DAYS: Final = 400
STILL: Final = 1e-6  # a concentration that changes less in a day is at rest
NEGLIGIBLE: Final = 1e-9  # of the largest concentration
TRACE_NM: Final = 1e-15  # the integrator breaks off on numbers near the smallest there are
RELATIVE_TOLERANCE: Final = 1e-9
ABSOLUTE_TOLERANCE: Final = 1e-20

Json = dict[str, Any]
Key = tuple[str, float | None]  # an arm and, in a series, its dose


@dataclass(frozen=True, slots=True)
class Table:
    """What was read in an experiment: for each arm (and dose) and each readout its values at the times (s)."""

    times: tuple[float, ...]
    curves: Mapping[Key, Mapping[str, tuple[float, ...]]]

    def curve(self, arm: str, read: str, dose: float | None = None) -> tuple[float, ...]:
        """A readout over time."""
        return self.curves[arm, dose][read]

    def at(self, arm: str, read: str, seconds: float | None = None, dose: float | None = None) -> float:
        """A readout at one of the times, by default the last."""
        where = len(self.times) - 1 if seconds is None else self.times.index(seconds)
        return self.curve(arm, read, dose)[where]

    def doses(self, arm: str) -> tuple[float, ...]:
        """The doses of a series."""
        return tuple(dose for name, dose in self.curves if name == arm and dose is not None)

    def response(self, arm: str, read: str, seconds: float | None = None) -> tuple[float, ...]:
        """A readout at one time, by dose."""
        return tuple(self.at(arm, read, seconds, dose) for dose in self.doses(arm))


class Lab:
    """One model, loaded once, and the experiments that can be done on it.

    Raises:
        LookupError: from `table`, when no experiment has the id.
        RuntimeError: from `table`, naming experiment and arm, when an integration breaks off or finds no rest.
    """

    def __init__(self, sbml: Path, experiments: Path) -> None:
        self._sbml = sbml
        self._told: Json = json.loads(experiments.read_text(encoding="utf-8"))
        self.experiments: dict[str, Json] = {one["id"]: one for one in self._told["experiments"]}
        self._rests: dict[str, list[float]] = {}

    @cached_property
    def _runner(self) -> Any:
        import roadrunner

        roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
        runner = roadrunner.RoadRunner(self._sbml.read_text(encoding="utf-8"))
        runner.integrator.relative_tolerance = RELATIVE_TOLERANCE
        runner.integrator.absolute_tolerance = ABSOLUTE_TOLERANCE
        return runner

    def table(self, id: str) -> Table:
        """Run every arm of an experiment, for each dose if doses vary."""
        if id not in self.experiments:
            raise LookupError(f"{self._told['model']} has no experiment {id}")
        one = self.experiments[id]
        series = one["series"]
        doses: Sequence[float | None] = series["values"] if series else (None,)
        curves = {(arm["id"], dose): self._arm(one, arm, dose) for arm in one["arms"] for dose in doses}
        return Table(tuple(one["times"]), curves)

    def _arm(self, one: Json, arm: Json, dose: float | None) -> dict[str, tuple[float, ...]]:
        changes = list(arm["changes"])
        if dose is not None:
            series = one["series"]
            changes.append({"target": series["target"], "act": "set", "value": dose, "at": series["at"]})
        try:
            self._prepare(arm)
            return self._run(changes, one["times"], [read["id"] for read in one["reads"]])
        except RuntimeError as error:
            told = f" at {dose:g} nM" if dose is not None else ""
            raise RuntimeError(f"experiment {one['id']}, arm {arm['id']}{told}: {error}") from error

    def _prepare(self, arm: Json) -> None:
        """The cell of an arm at rest, in the medium of its context."""
        self._runner.resetToOrigin()
        context = self._told["contexts"].get(arm["context"], {"values": {}, "doses": {}})
        self._set(context["values"])
        if arm["cell"]:
            self._set(dict.fromkeys(self._told["inputs"], 0.0))
            self._make(arm["cell"])
            self._rest(json.dumps([arm["context"], arm["cell"]]))
        self._set(context["doses"])

    def _set(self, values: Mapping[str, float]) -> None:
        for id, value in values.items():
            self._runner[self._symbol(id)] = value

    @cached_property
    def _species(self) -> list[str]:
        return list(self._runner.model.getFloatingSpeciesIds())

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset([*self._species, *self._runner.model.getBoundarySpeciesIds()])

    def _symbol(self, id: str) -> str:
        return f"[{id}]" if id in self._forms else id

    def _make(self, changes: Iterable[Json]) -> None:
        for change in changes:
            symbol, value = self._symbol(change["target"]), change["value"]
            before = float(self._runner[symbol])
            self._runner[symbol] = {"set": value, "add": before + value, "scale": before * value}[change["act"]]

    def _rest(self, cell: str) -> None:
        """Let a changed cell come to rest, day by day; what rests once is remembered."""
        if cell not in self._rests:
            self._rests[cell] = self._rested()
        for id, value in zip(self._species, self._rests[cell], strict=True):
            self._runner[f"[{id}]"] = value

    def _rested(self) -> list[float]:
        before = self._concentrations()
        for day in range(LONGEST_DAYS):
            self._runner.simulate(day * DAY, (day + 1) * DAY, 2)
            self._drop_traces()
            after = self._concentrations()
            floor = NEGLIGIBLE * max(after)
            if all(abs(b - a) <= STILL * max(b, floor) for a, b in zip(before, after, strict=True)):
                return after
            before = after
        raise RuntimeError(f"the changed cell found no rest in {LONGEST_DAYS} days")

    def _drop_traces(self) -> None:
        for id, value in zip(self._species, self._concentrations(), strict=True):
            if value and abs(value) < TRACE_NM:
                self._runner[f"[{id}]"] = 0.0

    def _concentrations(self) -> list[float]:
        return [float(value) for value in self._runner.model.getFloatingSpeciesConcentrations()]

    def _run(self, changes: Sequence[Json], times: Sequence[float], reads: list[str]) -> dict[str, tuple[float, ...]]:
        """Integrate from change to change; what is read at the time of a change is read before it."""
        symbols = [self._symbol(read) for read in reads]
        moments = sorted({0.0, *(change["at"] for change in changes)})
        rows: list[Sequence[float]] = []
        for start, end in zip(moments, [*moments[1:], times[-1]], strict=True):
            self._make(change for change in changes if change["at"] == start)
            rows += self._integrate(start, end, [t for t in times if start < t <= end or t == start == 0.0], symbols)
        return {read: tuple(float(row[n]) for row in rows) for n, read in enumerate(reads)}

    def _integrate(self, start: float, end: float, wanted: list[float], symbols: list[str]) -> list[Sequence[float]]:
        """The readouts at the times wanted; each stretch has its own clock, or first steps get lost in late times."""
        stops = sorted({start, end, *wanted})
        if len(stops) == 1:  # a change at the end
            return []
        result = self._runner.simulate(times=[stop - start for stop in stops], selections=symbols)
        return [row for stop, row in zip(stops, result, strict=True) if stop in wanted]


Tables = Callable[[str], Table]
