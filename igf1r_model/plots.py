"""Figures of experiments with matplotlib (extra ``validate``): a panel for each readout, a line for each arm.

Against time, or against the dose where one varies; published numbers are points. The bytes of a file depend on the
result only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import ceil, floor, log10
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from igf1r_model.clock import UNITS, told
from igf1r_model.engine import NotInstalledError
from igf1r_model.protocol import Act, Arm, Change, Datum
from igf1r_model.results import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ENDINGS: Final = (".svg", ".png", ".pdf")
NO_DATES: Final[Mapping[str, Mapping[str, Any]]] = {
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    ".png": {"Software": None},
}
# Okabe and Ito's colours, which people with any colour vision can tell apart; its yellow is too pale for a line.
COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
DASHES: Final[Sequence[Any]] = ("-", (0, (4, 2)), (0, (1, 1.2)), (0, (6, 1.5, 1, 1.5)))  # equal curves stay visible
TICKS: Final[Mapping[str, Sequence[float]]] = {
    "s": (1, 5, 10, 20, 30, 60),
    "min": (1, 2, 5, 10, 15, 30, 60),
    "h": (1, 2, 3, 6, 12, 24),
    "d": (1, 2, 5, 7, 14, 28, 70),
}
ACROSS: Final = 3  # panels in a row
MARKS: Final = 4  # changes that are marked along the time
NOISE: Final = 1e-9  # less than this below 0 is the integrator's
WIDTH, HEIGHT = 3.2, 2.5  # inches of a panel
STYLE: Final[Mapping[str, Any]] = {
    "font.size": 9,
    "axes.titlesize": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.8,
    "lines.linewidth": 1.6,
    "legend.frameon": False,
    "legend.handlelength": 2.6,
    "savefig.dpi": 200,
    "svg.fonttype": "none",
    "svg.hashsalt": "igf1r-model",
}


def write(result: Result, path: Path, times: Sequence[float] = ()) -> None:
    """Write the figure of a result as SVG, PNG or PDF, by the ending of the name.

    Raises:
        ValueError: when the name has another ending.
        NotInstalledError: without matplotlib.
    """
    check(path)
    with _style():
        figure(result, times).savefig(path, format=path.suffix[1:], metadata=dict(NO_DATES[path.suffix]))


def check(path: Path) -> None:
    """Whether a figure can be written there at all; what it raises `write` raises too."""
    if path.suffix not in ENDINGS:
        raise ValueError(f"a figure is written as {', '.join(ENDINGS)}; {path.name} is none of them")
    _matplotlib()


def figure(result: Result, times: Sequence[float] = ()) -> Figure:
    """The figure of a result; `times` (s) are those of a dose response, by default the last.

    Raises:
        NotInstalledError: without matplotlib.
    """
    with _style():
        from matplotlib.figure import Figure

        reads = result.experiment.reads
        across = 2 if len(reads) == 4 else min(len(reads), ACROSS)
        down = ceil(len(reads) / across)
        drawn = Figure(figsize=(WIDTH * max(across, 1.6), HEIGHT * down + 0.7), layout="constrained")
        panels = list(drawn.subplots(down, across, squeeze=False).flat)
        for axes, read in zip(panels, reads, strict=False):
            _panel(axes, result, read, times or (float(result.times[-1]),))
        for axes in panels[len(reads) :]:
            axes.remove()
        drawn.suptitle(f"{result.experiment.name} ({result.model})", x=0.01, ha="left", fontsize=10)
        _legend(drawn, panels[0], _shown(result))
        return drawn


def _matplotlib() -> Any:
    try:
        import matplotlib
    except ModuleNotFoundError as error:
        message = "matplotlib is not installed; type: make test, or: pip install matplotlib"
        raise NotInstalledError(message) from error
    return matplotlib


@contextmanager
def _style() -> Iterator[None]:
    """matplotlib's own defaults with ours on top, whatever the user's settings are."""
    matplotlib = _matplotlib()
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(STYLE)
        yield


def _panel(axes: Axes, result: Result, read: str, times: Sequence[float]) -> None:
    if result.doses:
        _against_dose(axes, result, read, times)
    elif len(result.times) == 1:
        _beside_each_other(axes, result, read)
    else:
        _against_time(axes, result, read)
    readable = result.readable[read]
    crowded = not result.doses and len(_later_changes(result.experiment.arms)) > 1  # labels in two rows
    axes.set_title(readable.name or read, loc="left", pad=18 if crowded else 6)
    axes.set_ylabel(readable.unit)
    if not any((curves[read] < -NOISE).any() for curves in result.curves.values()):
        axes.set_ylim(bottom=0.0)


def _against_time(axes: Axes, result: Result, read: str) -> None:
    end = float(result.times[-1])
    unit = "s" if end <= 180 else "min" if end <= 4 * UNITS["h"] else "h" if end <= 4 * UNITS["d"] else "d"
    clock = UNITS[unit]
    for n, arm in enumerate(result.experiment.arms):
        look = _look(n, len(result.times))
        axes.plot(result.times / clock, result.curve(arm.id, read), label=arm.name, **look)
        data = [one for one in result.experiment.data if (one.arm, one.read) == (arm.id, read)]
        _points(axes, [one.at / clock for one in data], data, result, look["color"])
    for n, (at, text) in enumerate(sorted(_later_changes(result.experiment.arms).items())):
        axes.axvline(at / clock, color="0.6", linewidth=0.8, linestyle=(0, (2, 2)), zorder=0)
        axes.annotate(
            text, (at / clock, 1), xycoords=("data", "axes fraction"), xytext=(0, n % 2 * 8),
            textcoords="offset points", fontsize=7, color="0.35", va="bottom", ha="center", annotation_clip=False,
        )  # fmt: skip
    axes.set_xlabel(f"time ({unit})")
    axes.set_xticks(_ticks(end / clock, TICKS[unit]))
    axes.set_xlim(0, end / clock)


def _ticks(end: float, distances: Sequence[float]) -> list[float]:
    """At most eight round times."""
    distance = next((one for one in distances if end / one <= 8), end / 5)
    return [distance * n for n in range(int(end / distance) + 1)]


def _against_dose(axes: Axes, result: Result, read: str, times: Sequence[float]) -> None:
    series = result.experiment.series
    assert series is not None
    looks = [(arm, time) for arm in result.experiment.arms for time in times]
    for n, (arm, time) in enumerate(looks):
        look, name = _look(n, 1), arm.name if len(times) == 1 else f"{arm.name}, {told(time)}"
        axes.plot(series.values, result.response(arm.id, read, time), label=name, **look)
        data = [one for one in result.experiment.data if (one.arm, one.read, one.at) == (arm.id, read, time)]
        _points(axes, [one.dose or 0.0 for one in data], data, result, look["color"])
    _log_scale(axes, series.values)
    axes.set_xlabel(f"{series.target} (nM)" + (f" at {told(times[0])}" if len(times) == 1 else ""))


def _log_scale(axes: Axes, doses: Sequence[float]) -> None:
    """A logarithmic axis; a dose of 0 stands left of the others."""
    above = [dose for dose in doses if dose > 0] or [1.0]
    if min(doses) > 0:
        axes.set_xscale("log")
        return
    axes.set_xscale("symlog", linthresh=min(above), linscale=0.5)
    decades = range(ceil(log10(min(above))), floor(log10(max(above))) + 1)
    axes.set_xticks([0.0, *(10.0**n for n in decades)], ["0", *(f"$10^{{{n}}}$" for n in decades)])
    axes.minorticks_off()


def _beside_each_other(axes: Axes, result: Result, read: str) -> None:
    """Read once only: a bar for each arm."""
    arms = result.experiment.arms
    for n, arm in enumerate(arms):
        axes.bar(n, result.at(arm.id, read), color=COLOURS[n % len(COLOURS)], width=0.7, label=arm.name)
        data = [one for one in result.experiment.data if (one.arm, one.read) == (arm.id, read)]
        _points(axes, [n for _ in data], data, result, "0.2")
    axes.set_xticks([])
    axes.set_xlabel(f"at {told(float(result.times[0]))}")


def _look(n: int, points: int) -> dict[str, Any]:
    """Colour and dashes of the nth line; single values show where there are few."""
    marker = {"marker": "o", "markersize": 3} if points <= 20 else {}
    return {"color": COLOURS[n % len(COLOURS)], "linestyle": DASHES[n % len(DASHES)], **marker}


def _points(axes: Axes, where: Sequence[float], data: Sequence[Datum], result: Result, colour: str) -> None:
    """Published numbers with their errors; relative ones by the factor that brings them closest to the simulation."""
    if not data:
        return
    factors = [_factor(one.scale, result) for one in data]
    values = [one.value * factor for one, factor in zip(data, factors, strict=True)]
    errors = [one.error * factor for one, factor in zip(data, factors, strict=True)]
    axes.errorbar(
        where, values, yerr=errors, fmt="D", color=colour, markersize=4.5, markerfacecolor="white", capsize=2,
        elinewidth=1, zorder=4,
    )  # fmt: skip


def _factor(scale: str, result: Result) -> float:
    """Least squares over all numbers of a scale that are shown, weighted by their errors."""
    if not scale:
        return 1.0
    data = [one for one in _shown(result) if one.scale == scale]
    both = sum(result.at(d.arm, d.read, d.at, d.dose) * d.value / d.error**2 for d in data)
    return both / (sum((d.value / d.error) ** 2 for d in data) or 1.0)


def _shown(result: Result) -> list[Datum]:
    """The published numbers of the arms and readouts that were asked for."""
    one = result.experiment
    arms = [arm.id for arm in one.arms]
    return [datum for datum in one.data if datum.arm in arms and datum.read in one.reads]


def _later_changes(arms: Sequence[Arm]) -> dict[float, str]:
    """What is done after time 0, in any arm, by time; nothing if that is too much to be told."""
    later: dict[float, list[str]] = {}
    for change in (change for arm in arms for change in arm.changes if change.at > 0):
        texts = later.setdefault(change.at, [])
        if _said(change) not in texts:
            texts.append(_said(change))
    if len(later) > MARKS:  # a medium that is renewed by the hour
        return {}
    return {at: ", ".join(texts) if len(texts) < 3 else f"{texts[0]} and others" for at, texts in later.items()}


def _said(change: Change) -> str:
    match change.act:
        case Act.SCALE:
            return f"{change.target} × {change.value:g}"
        case Act.ADD:
            return f"{change.target} + {change.value:g} nM"
        case Act.SET if change.unit == "nM" and not change.value:
            return f"{change.target} washed out"
        case Act.SET:
            unit = " nM" if change.unit == "nM" else ""
            return f"{change.target} {change.value:g}{unit}"


def _legend(drawn: Figure, axes: Axes, data: Sequence[Datum]) -> None:
    """One legend for all panels, below them, in as many columns as fit; points are told if there are any."""
    from matplotlib.lines import Line2D

    handles, labels = axes.get_legend_handles_labels()
    if data:
        handles.append(Line2D([], [], color="0.2", marker="D", markersize=4.5, markerfacecolor="white", linestyle=""))
        labels.append("published, scaled" if any(one.scale for one in data) else "published")
    longest = max(map(len, labels))
    columns = max(1, int(drawn.get_figwidth() / (0.55 + 0.075 * longest)))
    drawn.legend(handles, labels, loc="outside lower left", ncols=min(columns, len(labels)))
