"""``igf1r-model calibrate``: fit the estimated constants of a model to the data of its experiments, and store them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from igf1r_model import baseline, calibration
from igf1r_model.assembly import Plan
from igf1r_model.calibration import Stored
from igf1r_model.loading import assembled
from igf1r_model.model import Model
from igf1r_model.progress import counting
from igf1r_model.simulate import NotInstalledError, SimulationError

if TYPE_CHECKING:  # NumPy and SciPy come with the extra `calibrate`
    from igf1r_model.fitting.outcome import Verdict
    from igf1r_model.fitting.search import Found, Search

REPORTS: Final = Path("build/calibration")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user asked for."""

    starts: int = 3
    seed: int = 1
    workers: int = 1
    evaluations: int = 60  # at most, of each start
    force: bool = False


def chosen(plans: Mapping[str, Plan]) -> Plan:
    """The plan whose experiments carry most data: that of the whole pathway, unless the user named another."""
    return max(plans.values(), key=lambda plan: sum(len(one.data) for one in plan.experiments))


def calibrate(plan: Plan, baselines: Path, choice: Choice, reports: Path = REPORTS) -> int:
    """Fit, report, and store the table.

    Returns:
        0, or 1 when a constant ended at a bound: then nothing is stored, unless that was asked for.

    Raises:
        ValueError: when there is nothing to fit, or nothing to fit it to.
        SimulationError: when no start can be simulated.
        NotInstalledError: without libRoadRunner or SciPy.
    """
    _demand_software()
    table = calibration.beside(baselines)
    model = assembled(plan, table)
    if baseline.state(model, baselines) == "stale":
        told = "the steady state it starts from is stale; if amounts have changed, type igf1r-model baseline first"
        print(f"{model.id}: {told}", file=sys.stderr)
    return _fitted(model, baselines, choice, table, reports)


def _demand_software() -> None:
    try:
        import roadrunner  # noqa: F401
        import scipy  # noqa: F401
    except ImportError as error:
        raise NotInstalledError(f"calibrate needs {error.name}; type: pip install 'igf1r-model[calibrate]'") from error


def _fitted(model: Model, baselines: Path, choice: Choice, table: Path, reports: Path) -> int:
    from igf1r_model.fitting import outcome
    from igf1r_model.fitting.problem import problem
    from igf1r_model.fitting.search import Search
    from igf1r_model.fitting.workers import workers

    wanted = problem(baseline.apply(model, baselines))
    with counting("evaluation") as watch, workers(wanted, choice.workers) as evaluate:
        search = Search(wanted, evaluate, watch)
        found = outcome.rounded(search, _best(search, choice))
    told = outcome.verdicts(search, found)
    rows = [*(one.row for one in told), *outcome.scale_rows(search, found)]
    _report(search, found, told, reports)
    if not _free(told) and not choice.force:
        return 1
    stored = Stored(model.id, calibration.fingerprint(model), found.misfit, found.penalty, tuple(rows))
    print(f"{calibration.write(stored, table).name} written; now type: {_baseline(baselines)}")
    return 0


def _baseline(baselines: Path) -> str:
    return "make baseline" if baselines == baseline.FOLDER else "igf1r-model baseline with your file"


def _best(search: Search, choice: Choice) -> Found:
    """The best of all starts; what each of them reached is printed."""
    from igf1r_model.fitting.search import starts

    ends: list[Found] = []
    for number, start in enumerate(starts(search, choice.starts, choice.seed), 1):
        try:
            ends.append(search.from_(start, choice.evaluations))
            print(f"start {number}: objective {ends[-1].objective:.6g}, of it {ends[-1].penalty:.4g} from the prior")
        except SimulationError as error:
            print(f"start {number}: {error}", file=sys.stderr)
    if not ends:
        raise SimulationError(f"{search.problem.model}: no start could be simulated")
    return min(ends, key=lambda one: one.objective)


def _free(told: Sequence[Verdict]) -> bool:
    """Whether no constant ended at a bound; one that did is told loudly."""
    at_bound = [one.row.constant for one in told if one.at_bound]
    if at_bound:
        why = "the bounds are too narrow, or the data ask for another mechanism"
        print(f"AT A BOUND: {', '.join(at_bound)}: {why}; --force stores the values in spite of it", file=sys.stderr)
    return not at_bound


def _report(search: Search, found: Found, told: list[Verdict], reports: Path) -> None:
    """The table of constants on the screen, the residuals and the figure in files."""
    from igf1r_model.fitting import outcome

    for line in _lines(told):
        print(line)
    number = len(search.problem.points)
    print(f"{number} data, sum of squares {found.misfit:.6g}, with the prior {found.objective:.6g}")
    reports.mkdir(parents=True, exist_ok=True)
    path = reports / f"{search.problem.model}.tsv"
    path.write_bytes(("\n".join(outcome.residual_lines(search, found)) + "\n").encode())
    try:
        from igf1r_model.fitting import plot

        plot.write(search, found, told, path.with_suffix(".svg"))
    except ImportError:
        print("no figure without matplotlib; type: pip install 'igf1r-model[calibrate]'", file=sys.stderr)
    print(f"data against model: {path}")


def _lines(told: Sequence[Verdict]) -> list[str]:
    head = ("constant", "value", "95 % interval", "start", "unit", "what the data say")
    cells = [head, *(_cells(one) for one in told)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(head))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def _cells(one: Verdict) -> tuple[str, str, str, str, str, str]:
    row = one.row
    said = "identifiable" if row.identifiable else "held by its prior"
    interval = f"{row.low:.3g} to {row.high:.3g}"
    left = f"{said}, {100 * one.left:.0f} % of the prior's width is left"
    return row.constant, f"{row.value:.4g}", interval, f"{row.start:.4g}", row.unit, left
