"""Calibrated values: what ``igf1r-model calibrate`` found for the constants that may be fitted, as a committed table.

The table ``data/calibration.tsv`` holds one value for each constant, whatever model it stands in: a constant that was
fitted in igf1r_full counts in igf1r_core too. Its first line names the model that was calibrated and a hash of what
the fit rests on: laws, all other constants, amounts, the data and the bounds. A user's own models have a table of
their own beside the file, and what stands there comes first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from igf1r_model.expressions import infix
from igf1r_model.identifiers import DATA
from igf1r_model.kinetics import coherent, initial_concentration, litres
from igf1r_model.model import Basis, Constant, Fit, Model, Process, Quantity
from igf1r_model.protocol import Experiment

NAME: Final = "calibration.tsv"
TABLE: Final = DATA / NAME
SCALE: Final = "scale__"  # rows of factors of relative data
COLUMNS: Final = ("constant", "value", "unit", "low", "high", "start", "prior_sd", "identifiable", "data")


@dataclass(frozen=True, slots=True)
class Row:
    """One calibrated constant in the unit of its declaration; the factor of a scale has no interval.

    `prior_sd` is in powers of ten. `data` are the experiments that say something about the constant.
    """

    constant: str
    value: float
    unit: str
    low: float | None = None
    high: float | None = None
    start: float | None = None
    prior_sd: float | None = None
    identifiable: bool = False
    data: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """A table as it was read; without a file it is empty."""

    model: str = ""
    fingerprint: str = ""
    misfit: float = 0.0
    penalty: float = 0.0
    rows: tuple[Row, ...] = ()


def beside(baselines: Path) -> Path:
    """The table that goes with a folder of steady states: the pathway's, or that of a user's own file."""
    return baselines.parent / NAME


def estimates(model: Model) -> tuple[Constant, ...]:
    """The constants that calibration may change."""
    return tuple(constant for constant in model.constants if constant.quantity.bounds is not None)


def fingerprint(model: Model) -> str:
    """A hash of everything that decides what a fit finds; the calibrated values themselves do not count."""
    content = [
        [[p.id, infix(p.law), _sides(p)] for p in model.processes if p.law is not None],
        [[c.id, *coherent(c)] for c in model.constants if c.quantity.bounds is None],
        [[c.id, c.quantity.unit, c.quantity.start, c.quantity.bounds] for c in estimates(model)],
        [[p.id, litres(p)] for p in model.places],
        [[f.id, initial_concentration(f), f.fixed, f.input] for f in model.forms],
        [[s.id, s.on] for s in model.switches],
        [[o.id, infix(o.formula)] for o in model.observables],
        [_told(one) for one in model.experiments if one.data],
        [[c.id, [[s.target, s.quantity.value, s.quantity.unit] for s in c.settings]] for c in _contexts(model)],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def _sides(process: Process) -> list[list[tuple[str, int]]]:
    return [[(p.form.id, p.count) for p in side] for side in (process.reactants, process.products)]


def _contexts(model: Model) -> list[Any]:
    """The contexts of arms that carry data."""
    used = {arm.context for one in model.experiments for arm in one.arms if any(d.arm == arm.id for d in one.data)}
    return [context for context in model.contexts if context.id in used]


def _told(one: Experiment) -> list[object]:
    """What of an experiment is fitted: the arms that carry data, and the data."""
    arms = [asdict(arm) for arm in one.arms if any(datum.arm == arm.id for datum in one.data)]
    for arm in arms:
        del arm["name"], arm["rest"]
    return [one.id, arms, one.series and asdict(one.series), [asdict(datum) for datum in one.data]]


def read(table: Path) -> Stored:
    """The table of a file, empty if there is none.

    Raises:
        ValueError: naming the file, when it is not what `write` writes.
    """
    if not table.exists():
        return Stored()
    head, _, *lines = table.read_text(encoding="utf-8").splitlines()
    try:
        model, mark, misfit, penalty = head.removeprefix("# ").split(" ")
        rows = tuple(_row(line.split("\t")) for line in lines)
        return Stored(model, mark, float(misfit.partition("=")[2]), float(penalty.partition("=")[2]), rows)
    except ValueError as error:
        raise ValueError(f"{table} cannot be read ({error}); type: igf1r-model calibrate") from error


def _row(cells: Sequence[str]) -> Row:
    id, value, unit, low, high, start, sd, identifiable, data = cells
    ends = tuple(float(cell) if cell else None for cell in (low, high, start, sd))
    return Row(id, float(value), unit, ends[0], ends[1], ends[2], ends[3], identifiable == "yes", data)


def write(stored: Stored, table: Path = TABLE) -> Path:
    """Store what was found, and return where."""
    head = f"# {stored.model} {stored.fingerprint} misfit={stored.misfit:.6g} penalty={stored.penalty:.6g}"
    lines = [head, "\t".join(COLUMNS), *("\t".join(_cells(row)) for row in stored.rows)]
    table.parent.mkdir(parents=True, exist_ok=True)
    table.write_bytes(("\n".join(lines) + "\n").encode())
    return table


def _cells(row: Row) -> list[str]:
    numbers = ["" if one is None else f"{one:.6g}" for one in (row.low, row.high, row.start, row.prior_sd)]
    identifiable = "" if _is_scale(row) else "yes" if row.identifiable else "no"
    return [row.constant, f"{row.value:.6g}", row.unit, *numbers, identifiable, row.data]


def apply(model: Model, table: Path = TABLE) -> Model:
    """The model with the calibrated values, each with the basis `fitted`.

    Constants only are replaced in the model; its processes know them by their ids.
    """
    rows = _rows(table)
    constants = tuple(_calibrated(constant, rows) for constant in model.constants)
    return replace(model, constants=constants, fit=_fit(model, table))


def _rows(table: Path) -> dict[str, Row]:
    """The values of the pathway, and before them those of the user's own table."""
    stored = (read(TABLE), read(table)) if table != TABLE else (read(TABLE),)
    return {row.constant: row for one in stored for row in one.rows}


def _calibrated(constant: Constant, rows: Mapping[str, Row]) -> Constant:
    quantity, row = constant.quantity, rows.get(constant.id)
    if row is None or not _fits(quantity, row):
        return constant
    experiments = row.data.replace(" ", ", ")
    told = f"fitted to {experiments}" if row.identifiable else "held by its prior, the data say little"
    why = f"{told}; started from {quantity.start:g} {quantity.unit}: {quantity.why}"
    found = replace(quantity, value=row.value, basis=Basis.FITTED, why=why, low=row.low, high=row.high)
    return replace(constant, quantity=found)


def _fits(quantity: Quantity, row: Row) -> bool:
    """Whether a row can be the constant's value; one that was fitted in other units or bounds cannot."""
    if quantity.bounds is None or row.unit != quantity.unit:
        return False
    return quantity.bounds[0] <= row.value <= quantity.bounds[1]


def _fit(model: Model, table: Path) -> Fit | None:
    stored = _of(model, table)
    if stored is None or state(model, table) != "fresh":
        return None
    scales = tuple((row.constant.removeprefix(SCALE), row.value) for row in stored.rows if _is_scale(row))
    return Fit(stored.misfit, stored.penalty, scales)


def _is_scale(row: Row) -> bool:
    return row.constant.startswith(SCALE)


def _of(model: Model, table: Path) -> Stored | None:
    """The table that was calibrated on this model."""
    return next((one for one in (read(table), read(TABLE)) if one.model == model.id), None)


def state(model: Model, table: Path = TABLE) -> str:
    """``fresh``, ``stale``, or ``none`` when the model has nothing to fit or nothing was ever fitted.

    The hash tells it of the model that was calibrated. A model that only shares its constants is as fresh as it has
    a value for each of them.
    """
    rows, wanted = _rows(table), estimates(model)
    found = [one for one in wanted if one.id in rows]
    if not found:
        return "none"
    stored = _of(model, table)
    if stored is not None:
        return "fresh" if stored.fingerprint == fingerprint(model) else "stale"
    fit = all(_fits(one.quantity, rows[one.id]) and one.quantity.start == rows[one.id].start for one in found)
    return "fresh" if fit and len(found) == len(wanted) else "stale"
