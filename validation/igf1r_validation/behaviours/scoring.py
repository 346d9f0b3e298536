"""What became of each behaviour: the experiments are run, everything is measured, and the outcome is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, Literal

from igf1r_validation.arms import Run, bundles, in_parallel, runs
from igf1r_validation.behaviours.entry import PRIORITIES, Behaviour, Check
from igf1r_validation.behaviours.lab import Key, Lab, Table

Outcome = Literal["pass", "fail", "not_applicable"]
Curves = dict[str, tuple[float, ...]]
Seen = tuple[str, str, float | None, float | None]  # arm, readout, dose, and the time if one point was read

COLUMNS: Final = ("id", "result", "reason", "value", "band", "paper", "confirmed")


@dataclass(frozen=True, slots=True)
class Watched(Table):
    """A table that remembers what was read of it, for the figure."""

    seen: set[Seen] = field(default_factory=set)

    def curve(self, arm: str, read: str, dose: float | None = None) -> tuple[float, ...]:
        """A readout over time."""
        values = Table.curve(self, arm, read, dose)
        self.seen.add((arm, read, dose, None))
        return values

    def at(self, arm: str, read: str, seconds: float | None = None, dose: float | None = None) -> float:
        """A readout at one of the times, by default the last."""
        value = Table.curve(self, arm, read, dose)[self.where(seconds)]
        self.seen.add((arm, read, dose, self.times[-1] if seconds is None else seconds))
        return value


@dataclass(frozen=True, slots=True)
class Results:
    """The tables of the experiments that ran, and why the others broke off."""

    tables: Mapping[str, Table]
    broken: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """What became of one behaviour; `tables` are those it was measured on."""

    entry: Behaviour
    outcome: Outcome
    reason: str = ""
    checks: tuple[Check, ...] = ()
    tables: Mapping[str, Watched] = field(default_factory=dict)
    broke_off: bool = False

    @property
    def is_failure(self) -> bool:
        """What the judge objects to: what must be shown and is not, and what could not be measured at all."""
        must = self.entry.priority == "must" and self.entry.confirmed
        return self.broke_off or (must and self.outcome == "fail")


def run_all(lab: Lab, ids: Sequence[str], processes: int | None = None) -> Results:
    """Run experiments in all the cores; one that breaks off leaves the others."""
    wanted = [run for id in ids for run in runs(lab.experiments[id])]
    done = in_parallel(partial(Lab, *lab.files), _attempt, bundles(lab.experiments, wanted), processes)
    curves, broken = dict(done), {run.experiment: told for run, told in reversed(done) if isinstance(told, str)}
    tables = {id: _table(lab, id, curves) for id in ids if id not in broken}
    return Results(tables, broken)


def _attempt(lab: Lab, run: Run) -> tuple[Run, Curves | str]:
    try:
        return run, lab.curves(run)
    except RuntimeError as error:
        return run, " ".join(str(error).split())


def _table(lab: Lab, id: str, curves: Mapping[Run, Curves | str]) -> Table:
    one = lab.experiments[id]
    found: dict[Key, Curves] = {}
    for run in runs(one):
        curve = curves[run]
        assert not isinstance(curve, str)
        found[run.arm, run.dose] = curve
    return Table(tuple(one["times"]), found)


def scored(entry: Behaviour, model: str, results: Results) -> Score:
    """Measure a behaviour, if the model has what it needs."""
    if entry.lacks:
        return Score(entry, "not_applicable", entry.lacks)
    if broken := [results.broken[id] for id in entry.uses if id in results.broken]:
        return Score(entry, "fail", broken[0], broke_off=True)
    if missing := [id for id in entry.uses if id not in results.tables]:
        return Score(entry, "not_applicable", f"{model} has no experiment {', '.join(missing)}")
    tables = {id: Watched(results.tables[id].times, results.tables[id].curves) for id in entry.uses}
    try:
        checks = tuple(entry.measure(tables))
    except Exception as error:  # whatever is wrong with an entry, the others are measured
        return Score(entry, "fail", f"breaks off: {type(error).__name__}: {error}", (), tables, broke_off=True)
    if not checks:
        return Score(entry, "fail", "it measures nothing", (), tables, broke_off=True)
    if told := outside(checks):
        return Score(entry, "fail", entry.note or told, checks, tables)
    return Score(entry, "pass", "", checks, tables)


def outside(checks: Iterable[Check]) -> str:
    """The checks that do not hold, in words."""
    return "; ".join(f"{one.what} {one.value:.3g} is not {one.band}" for one in checks if not one.holds)


def detail(scores: Sequence[Score]) -> str:
    """How many of each priority passed, which did not, and what was not counted."""
    tried = [one for one in scores if one.outcome != "not_applicable"]
    counted = [one for one in tried if one.entry.confirmed]
    said = [_counts(counted)] if counted else []
    failed = [one.entry.id for one in counted if one.outcome == "fail"]
    said += [f"not held: {', '.join(failed)}"] if failed else []
    if others := [one for one in tried if not one.entry.confirmed]:
        held = sum(one.outcome == "pass" for one in others)
        said.append(f"{len(others)} unconfirmed ({held} pass; not counted)")
    said.append(f"{len(scores) - len(tried)} of {len(scores)} not applicable")
    return "; ".join(said)


def _counts(counted: Sequence[Score]) -> str:
    total = Counter(one.entry.priority for one in counted)
    passed = Counter(one.entry.priority for one in counted if one.outcome == "pass")
    return ", ".join(f"{one} {passed[one]}/{total[one]}" for one in PRIORITIES if total[one])


def written(path: Path, scores: Iterable[Score]) -> None:
    """All behaviours as a table, tab-separated."""
    rows = [COLUMNS, *map(_row, scores)]
    leave(path, "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows))


def _row(one: Score) -> tuple[str, ...]:
    value = "; ".join(f"{check.what} {check.value:.3g} ({check.band})" for check in one.checks)
    entry = one.entry
    confirmed = "yes" if entry.confirmed else "no"
    return entry.id, one.outcome, one.reason, value, entry.band, entry.paper, confirmed


def leave(path: Path, text: str) -> None:
    """Write a file, unless it says the same already."""
    new = text.encode()
    if not path.exists() or path.read_bytes() != new:
        path.write_bytes(new)
