"""What an experiment gave: curves by arm and dose, and the tables that are made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from igf1r_model.protocol import Experiment
from igf1r_model.written import Readable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Key = tuple[str, float | None]  # an arm and, in a series, its dose (nM)

NOTHING: Final = 1e-12  # nM; less than a molecule in a million cells is the integrator's noise
COLUMNS: Final = ("experiment", "arm", "dose_nM", "time_s", "read", "value", "unit")


@dataclass(frozen=True, slots=True)
class Result:
    """An experiment that was run.

    Attributes:
        model: the id of the model.
        experiment: as it was run: the arms, readouts and times that were asked for.
        readable: name and unit of everything that was read, by id; the readouts, and every form if that was wanted.
        times: seconds; every curve has a value at each of them.
        curves: by arm and dose, the curves by id.
    """

    model: str
    experiment: Experiment
    readable: Mapping[str, Readable]
    times: Floats
    curves: Mapping[Key, Mapping[str, Floats]]

    def curve(self, arm: str, read: str, dose: float | None = None) -> Floats:
        """A readout (or form) over time."""
        return self.curves[arm, dose][read]

    def at(self, arm: str, read: str, time: float | None = None, dose: float | None = None) -> float:
        """A readout at one of the times, by default the last."""
        return float(self.curve(arm, read, dose)[self.index(time)])

    @property
    def doses(self) -> tuple[float, ...]:
        """The doses (nM) of a series."""
        return self.experiment.series.values if self.experiment.series else ()

    def response(self, arm: str, read: str, time: float | None = None) -> Floats:
        """A readout at one of the times (by default the last), by dose."""
        import numpy as np

        return np.array([self.at(arm, read, time, dose) for dose in self.doses])

    def index(self, time: float | None) -> int:
        """Where a time (s) stands among the times.

        Raises:
            ValueError: when nothing was read at that time.
        """
        if time is None:
            return len(self.times) - 1
        found = [n for n, one in enumerate(self.times) if one == time]
        if not found:
            raise ValueError(f"{self.experiment.id} was not read at {time:g} s, but at {_few(self.times)} s")
        return found[0]


def _few(times: Floats) -> str:
    told = [f"{time:g}" for time in times]
    return ", ".join(told if len(told) <= 8 else [*told[:3], "...", told[-1]])


def tidy(result: Result, every_form: bool = False) -> str:
    """Every value of the readouts as a row of tab-separated text; with `every_form` all that was read."""
    ids = result.readable if every_form else result.experiment.reads
    rows = ["\t".join(COLUMNS), *_rows(result, ids)]
    return "\n".join(rows) + "\n"


def _rows(result: Result, ids: Iterable[str]) -> Iterator[str]:
    for (arm, dose), curves in result.curves.items():
        dosed = "" if dose is None else f"{dose:g}"
        for id in ids:
            unit = result.readable[id].unit
            for time, value in zip(result.times, curves[id], strict=True):
                cells = (result.experiment.id, arm, dosed, seconds(time), id, number(value, unit), unit)
                yield "\t".join(cells)


def node_values(result: Result, times: Sequence[float]) -> str:
    """A row for each form and a column for each arm (and dose) and time, tab-separated, nM: columns of nodes."""
    forms = [one.id for one in result.readable.values() if one.is_form]
    where = [(key, result.index(time), time) for key in result.curves for time in times]
    rows = [["id", *(_column(key, time) for key, _, time in where)]]
    rows += [[form, *(number(result.curves[key][form][n], "nM") for key, n, _ in where)] for form in forms]
    return "".join("\t".join(row) + "\n" for row in rows)


def _column(key: Key, time: float) -> str:
    arm, dose = key
    dosed = "" if dose is None else f"{dose:g}nM_"
    return f"{arm}_{dosed}{seconds(time)}s"


def seconds(time: float) -> str:
    """A time as a plain number of seconds."""
    return f"{time:.12g}"


def number(value: float, unit: str) -> str:
    """A value with six digits."""
    return "0" if unit == "nM" and abs(value) < NOTHING else f"{value:.6g}"
