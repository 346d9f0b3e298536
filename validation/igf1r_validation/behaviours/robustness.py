"""How much of the literature still holds when every assumed constant is wrong by up to a factor: a report, no judge.

In each sample every constant whose basis is `assumed` is multiplied by a factor of its own, log-uniform between 1/3
and 3. Every cell comes to rest again before it is treated. From the same samples follows which constants decide a
behaviour: the rank correlation of each measured number with each constant's factor.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.progress import track

from igf1r_validation import report
from igf1r_validation.behaviours import load_topics
from igf1r_validation.behaviours.entry import BEHAVIOURS, PRIORITIES, Behaviour
from igf1r_validation.behaviours.lab import Lab, Table

FACTOR: Final = 3.0
STILL: Final = 1e-4  # of a concentration in a day: a rest good enough for a share of samples
RELATIVE_TOLERANCE: Final = 1e-6
DECIDERS: Final = 6  # constants named for each number
NOISE: Final = 2.6  # standard errors of a rank correlation of unrelated things: below, nothing is named

Factors = Mapping[str, float]
Values = dict[str, tuple[bool, dict[str, float]]]  # by behaviour: whether it holds, and its numbers


class ShakenLab(Lab):
    """The lab with constants multiplied: every arm starts where its cell then rests."""

    def shake(self, factors: Factors) -> None:
        """Use these factors from now on."""
        self._factors = [{"target": id, "act": "scale", "value": value} for id, value in factors.items()]
        self._rests.clear()
        self._runner.integrator.relative_tolerance = RELATIVE_TOLERANCE

    def _prepare(self, arm: dict[str, Any]) -> None:
        super()._prepare({**arm, "cell": [*arm["cell"], *self._factors]})

    def _still(self) -> float:
        return STILL


@dataclass(frozen=True, slots=True)
class Sample:
    """One draw: the factors, and what the behaviours became."""

    factors: Factors
    values: Values


def assumed(manifest: Path) -> list[str]:
    """The constants of a model that nobody measured."""
    constants = json.loads(manifest.read_text(encoding="utf-8"))["constants"]
    return [one["id"] for one in constants if one["basis"] == "assumed" and one["value"]]


def draw(constants: Sequence[str], seed: int, number: int) -> Factors:
    """The factors of one sample; the same for the same seed and number on every machine."""
    chance = random.Random(f"{seed}/{number}")
    return {id: FACTOR ** chance.uniform(-1, 1) for id in constants}


_lab: ShakenLab
_entries: list[Behaviour]


def _start(sbml: Path, experiments: Path, ids: Sequence[str]) -> None:
    """A worker's own lab."""
    global _lab, _entries
    load_topics()
    _lab = ShakenLab(sbml, experiments)
    _entries = [BEHAVIOURS[id] for id in ids]


def _sample(factors: Factors) -> Sample:
    _lab.shake(factors)
    tables: dict[str, Table | None] = {}
    return Sample(factors, {entry.id: _measured(entry, tables) for entry in _entries})


def _measured(entry: Behaviour, tables: dict[str, Table | None]) -> tuple[bool, dict[str, float]]:
    """Whether a behaviour holds; an integration that breaks off is a behaviour that does not."""
    for id in entry.uses:
        if id not in tables:
            try:
                tables[id] = _lab.table(id)
            except RuntimeError:
                tables[id] = None
    there = {id: table for id, table in tables.items() if table is not None}
    if any(id not in there for id in entry.uses):
        return False, {}
    try:
        checks = list(entry.measure(there))
    except (ArithmeticError, ValueError):
        return False, {}
    return all(check.holds for check in checks), {check.what: check.value for check in checks}


def samples(build: Path, model: str, ids: Sequence[str], number: int, seed: int, workers: int) -> Iterator[Sample]:
    """The samples, in order, from as many processes as there are workers."""
    constants = assumed(build / f"{model}.model.json")
    files = (build / f"{model}.xml", build / f"{model}.experiments.json")
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(*files, ids)) as pool:
        yield from pool.map(_sample, (draw(constants, seed, n) for n in range(number)))


def shares(drawn: Sequence[Sample], ids: Sequence[str]) -> dict[str, float]:
    """In which share of the samples each behaviour holds."""
    return {id: sum(sample.values[id][0] for sample in drawn) / len(drawn) for id in ids}


def deciders(drawn: Sequence[Sample], id: str, what: str) -> list[tuple[str, float]]:
    """The constants whose factors go with a number, strongest first, with the rank correlation."""
    from scipy.stats import spearmanr

    seen = [(one.factors, one.values[id][1][what]) for one in drawn if what in one.values[id][1]]
    if len(seen) < 10:
        return []
    numbers = [value for _, value in seen]
    found = [(c, float(spearmanr([f[c] for f, _ in seen], numbers).statistic)) for c in seen[0][0]]
    beyond = [one for one in found if abs(one[1]) * (len(seen) - 1) ** 0.5 > NOISE]
    return sorted(beyond, key=lambda one: -abs(one[1]))[:DECIDERS]


def write(drawn: Sequence[Sample], ids: Sequence[str], folder: Path, model: str) -> list[Path]:
    """Two tables: the shares, and what decides each number."""
    folder.mkdir(parents=True, exist_ok=True)
    held = shares(drawn, ids)
    rows = [("id", "priority", "samples", "holds_in")]
    rows += [(id, BEHAVIOURS[id].priority, str(len(drawn)), f"{held[id]:.3f}") for id in ids]
    told = [("id", "number", "constant", "rank_correlation")]
    for id in ids:
        for what in dict.fromkeys(what for sample in drawn for what in sample.values[id][1]):
            told += [(id, what, constant, f"{value:.2f}") for constant, value in deciders(drawn, id, what)]
    tables = {folder / f"{model}.tsv": rows, folder / f"{model}.deciders.tsv": told}
    for path, table in tables.items():
        path.write_text("".join("\t".join(row) + "\n" for row in table), encoding="utf-8")
    return list(tables)


def main(argv: Sequence[str] | None = None) -> int:
    """Draw, measure, write and print; 0 when it came to an end, whatever it found."""
    options = _parser().parse_args(argv)
    load_topics()
    chosen = [one.id for one in BEHAVIOURS.values() if one.uses and one.priority in options.priority]
    coming = samples(options.build, options.model, chosen, options.samples, options.seed, options.workers)
    told = f"{options.model}: {len(chosen)} behaviours"
    drawn = list(track(coming, told, options.samples, console=report.console(stderr=True)))
    for path in write(drawn, chosen, options.build / "robustness", options.model):
        print(f"written: {path}")
    for id, share in shares(drawn, chosen).items():
        print(f"{id:8} {BEHAVIOURS[id].priority:7} holds in {share:4.0%} of {len(drawn)} samples")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m igf1r_validation.behaviours.robustness",
        description="In which share of samples each behaviour holds when every assumed constant is varied threefold.",
    )
    parser.add_argument("build", type=Path, metavar="BUILD_DIR", help="folder with the files of the model")
    parser.add_argument("--model", default="igf1r_full", metavar="NAME", help="the model (igf1r_full)")
    parser.add_argument("--samples", type=int, default=200, metavar="N", help="how many draws (200)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="of the draws (1)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (all cores)")
    parser.add_argument("--priority", nargs="+", choices=PRIORITIES, default=["must"], help="which behaviours (must)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
