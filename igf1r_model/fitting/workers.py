"""Evaluations in parallel: each worker process loads the model once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol

from igf1r_model.fitting.bench import Bench
from igf1r_model.fitting.problem import Problem
from igf1r_model.simulate import SimulationError

Constants = Mapping[str, float]  # one set, by id
Predicted = list[float] | None  # nothing where it cannot be simulated


class Evaluate(Protocol):
    """Evaluates several sets of constants."""

    def __call__(self, sets: Sequence[Constants]) -> Iterator[Predicted]:
        """What each predicts, in their order, as soon as it is there."""


@contextmanager
def workers(problem: Problem, number: int) -> Iterator[Evaluate]:
    """So many processes; one alone needs no process of its own."""
    if number <= 1:
        bench = Bench(problem)
        yield lambda sets: (_evaluated(bench, one) for one in sets)
        return
    with ProcessPoolExecutor(number, get_context("spawn"), _load, (problem,)) as pool:
        yield lambda sets: pool.map(_in_worker, sets)


_bench: list[Bench] = []  # of this process, if it is a worker


def _load(problem: Problem) -> None:
    _bench[:] = [Bench(problem)]


def _in_worker(constants: Constants) -> Predicted:
    return _evaluated(_bench[0], constants)


def _evaluated(bench: Bench, constants: Constants) -> Predicted:
    try:
        return bench.evaluate(constants)
    except SimulationError:
        return None
