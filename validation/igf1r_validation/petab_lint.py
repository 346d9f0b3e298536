"""PEtab's own validator accepts the estimation problem, it holds all data, and states the fit that was made.

The problem is simulated from its tables alone, with libRoadRunner, and PEtab computes the sum of squares; it must be
the one that the calibration reached. Nothing of the calibration's code is used.
"""

from __future__ import annotations

import csv
import json
import logging
import warnings
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lxml import etree

from igf1r_validation.verdict import Finding, Verdict, not_applicable, not_run, verdict

NAME = "petab"
QUICK = False
ISOLATED = True
READS = ".petab"

SAME = 1e-3  # relative and absolute difference of two sums of squares
SAME_NUMBER = 1e-9
SEARCHED = "fit__"  # begins the id of an estimated constant that some conditions set and others leave to the search

Row = dict[str, str]
Json = dict[str, Any]


def judge(build: Path, model: str) -> Verdict:
    """Lint the problem, check its content, and evaluate it."""
    file = f"petab/{model}/problem.yaml"
    data = _data(build / f"{model}.experiments.json")
    if not data or not (build / file).exists():
        return _without(file, len(data), (build / file).exists())
    try:
        import petab  # noqa: F401
        import roadrunner  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "PEtab, libRoadRunner", file, str(error))
    tool = f"PEtab {version('petab')}, libRoadRunner {version('libroadrunner')}"
    folder = (build / file).parent
    with warnings.catch_warnings(action="ignore"):  # PEtab's libraries tell each other of their next versions
        found = [*_linted(build / file), *_of_content(folder, data, build / f"{model}.xml")]
        reached, findings = ("not evaluated", found) if found else _evaluated(folder)
    return verdict(NAME, tool, file, findings, f"{len(data)} data, {reached}")


def _without(file: str, data: int, there: bool) -> Verdict:
    """Data without a problem, a problem without data, or neither: then there is nothing to judge."""
    if data:
        found = Finding("", "missing", f"the experiments have {data} data, but the file is not there")
    elif there:
        found = Finding("", "no data", "the experiments have no data, so there must be no problem")
    else:
        return not_applicable(NAME, "own rules", file, "the experiments have no data to fit")
    return verdict(NAME, "own rules", file, [found])


def _data(experiments: Path) -> list[Json]:
    told = json.loads(experiments.read_text(encoding="utf-8"))
    return [datum for one in told["experiments"] for datum in one["data"]]


class _Log(logging.Handler):
    """What PEtab says while it looks at a problem."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.said.append(" ".join(record.getMessage().split()))


def _linted(problem: Path) -> list[Finding]:
    """Errors and warnings of PEtab's validator; that there is no table for figures is none."""
    import petab.v1 as petab
    from petab.v1.lint import lint_problem

    log, logger = _Log(), logging.getLogger("petab")
    logger.addHandler(log)
    try:
        wrong = lint_problem(petab.Problem.from_yaml(str(problem)))
    except Exception as error:  # whatever breaks PEtab is wrong with the files
        return [Finding("", "petab", f"{type(error).__name__}: {' '.join(str(error).split())}")]
    finally:
        logger.removeHandler(log)
    said = [one for one in log.said if not one.startswith(("Visualization table not available", "Not OK"))]
    return [Finding("", "petab", one) for one in said or (["PEtab finds an error"] if wrong else [])]


def _of_content(folder: Path, data: list[Json], sbml: Path) -> Iterator[Finding]:
    yield from _of_measurements(_rows(folder / "measurements.tsv"), data)
    formulas = [row["observableFormula"] for row in _rows(folder / "observables.tsv")]
    values = _sbml_values(sbml)
    values |= {f"{SEARCHED}{id}": values[id] for id in _rows(folder / "conditions.tsv")[0] if id in values}
    for row in _rows(folder / "parameters.tsv"):
        id, nominal = row["parameterId"], float(row["nominalValue"])
        if id in values:
            if abs(nominal - values[id]) > SAME_NUMBER * abs(values[id]):
                yield Finding(id, "nominal", f"is {nominal:g} in the problem and {values[id]:g} in the SBML file")
        elif not any(id in formula.split() for formula in formulas):
            yield Finding(id, "unknown", "is neither a constant of the SBML file nor a factor of an observable")
        if not 0 < float(row["lowerBound"]) < nominal < float(row["upperBound"]):
            yield Finding(id, "bounds", f"{row['lowerBound']} to {row['upperBound']} do not enclose {nominal:g}")


def _of_measurements(rows: list[Row], data: list[Json]) -> Iterator[Finding]:
    """Every published number is a measurement, and the other way round."""
    if len(rows) != len(data):
        yield Finding("", "measurements", f"{len(rows)} measurements; the experiments have {len(data)} data")
    told = sorted(_number(d["at"], d["value"], d["error"]) for d in data)
    found = sorted(_number(r["time"], r["measurement"], r["noiseParameters"]) for r in rows)
    for one in (one for one in found if one not in told):
        yield Finding("", "measurements", f"{one[1]} +- {one[2]} at {one[0]} s is not among the data")
    for row in rows:
        if not float(row["noiseParameters"]) > 0:
            yield Finding(row["observableId"], "noise", f"the error {row['noiseParameters']} must be above 0")


def _number(*values: float | str) -> tuple[str, ...]:
    return tuple(f"{float(value):.9g}" for value in values)


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _sbml_values(sbml: Path) -> dict[str, float]:
    found = etree.parse(sbml).iter("{*}parameter")
    return {one.get("id", ""): float(one.get("value", "nan")) for one in found if one.get("constant") == "true"}


def _evaluated(folder: Path) -> tuple[str, list[Finding]]:
    """The sums of squares in words, and whether they are those of the calibration."""
    from igf1r_validation.petab_run import sums_of_squares

    try:
        found = dict(zip(("misfit", "penalty"), sums_of_squares(folder), strict=True))
    except RuntimeError as error:
        return "", [Finding("", "simulation", str(error))]
    told = f"sum of squares {found['misfit']:.6g}"
    if not (folder / "objective.tsv").exists():
        return f"{told}; not fitted, or not since the model changed", []
    stored = _rows(folder / "objective.tsv")[0]
    return told, [
        Finding("", name, f"is {value:.6g} when the problem is evaluated; the calibration told {stored[name]}")
        for name, value in found.items()
        if not abs(value - float(stored[name])) <= SAME * max(1.0, abs(value))
    ]
