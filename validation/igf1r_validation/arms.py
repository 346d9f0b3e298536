"""The arms of a model's experiments, run in as many processes as there are cores.

What is run in a process is up to the judge: it gives what every process starts with (an engine that has loaded the
model) and what is done with it for each arm.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, TypeVar

Json = dict[str, Any]
Engine = TypeVar("Engine")
Result = TypeVar("Result")
Item = TypeVar("Item")

# What is expected to cost how much, in days of simulation.
REST: Final = 20.0
STRETCH: Final = 0.5


@dataclass(frozen=True, slots=True)
class Run:
    """One arm of an experiment, in a series with one of its doses."""

    experiment: str
    arm: str
    dose: float | None

    def __str__(self) -> str:
        return f"{self.experiment}, {self.arm}{self.at_dose}"

    @property
    def at_dose(self) -> str:
        """The dose in words."""
        return "" if self.dose is None else f" at {self.dose:g} nM"


def runs(experiment: Json) -> list[Run]:
    """Every arm with every dose, in the order of the file."""
    series = experiment["series"]
    doses = series["values"] if series else (None,)
    return [Run(experiment["id"], arm["id"], dose) for arm in experiment["arms"] for dose in doses]


def bundles(experiments: Mapping[str, Json], wanted: Iterable[Run]) -> list[list[Run]]:
    """What one process does in a row, the longest first: all of a changed cell, which must come to rest only once."""
    found: dict[str, list[Run]] = {}
    for run in wanted:
        arm = _arm(experiments, run)
        cell = f"{arm['context']} {arm['cell']}" if arm["cell"] else f"{run.experiment}.{run.arm}"
        found.setdefault(cell, []).append(run)
    return sorted(found.values(), key=lambda bundle: -_cost(experiments, bundle))


def _arm(experiments: Mapping[str, Json], run: Run) -> Json:
    arms: list[Json] = experiments[run.experiment]["arms"]
    return next(arm for arm in arms if arm["id"] == run.arm)


def _cost(experiments: Mapping[str, Json], bundle: Sequence[Run]) -> float:
    rest = REST if _arm(experiments, bundle[0])["cell"] else 0.0
    return rest + sum(_days(experiments, run) for run in bundle)


def _days(experiments: Mapping[str, Json], run: Run) -> float:
    moments = {change["at"] for change in _arm(experiments, run)["changes"]}
    end: float = experiments[run.experiment]["times"][-1]
    return STRETCH * len({0.0, *moments}) + end / 86_400.0


def in_parallel(
    start: Callable[[], Engine],
    work: Callable[[Engine, Item], Result],
    items: Sequence[Sequence[Item]],
    processes: int | None = None,
) -> list[Result]:
    """Do the work for every item, one row of items after the other, each process with an engine of its own.

    With one process, or one row, everything is done here. What is given must be known to a new process: functions of
    modules, or `functools.partial` of them.

    Raises:
        concurrent.futures.process.BrokenProcessPool: when a process was ended, for example by a crash of an engine.
    """
    number = min(processes or cores(), len(items))
    if number <= 1:
        engine = start() if items else None
        return [work(engine, item) for row in items for item in row]  # type: ignore[arg-type]
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(number, fresh, _begin, (start,)) as pool:
        done = pool.map(_work_through, [work] * len(items), items)
        return [result for row in done for result in row]


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_engine: Any = None


def _begin(start: Callable[[], Any]) -> None:
    global _engine
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _engine = start()


def _end_with_parent() -> None:
    """A judge that is stopped leaves no process behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work_through(work: Callable[[Any, Item], Result], row: Sequence[Item]) -> list[Result]:
    return [work(_engine, item) for item in row]
