"""One figure for each behaviour: the curves it was measured on, published numbers, and the checks with their bands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import StringIO
from pathlib import Path
from textwrap import fill, wrap
from typing import TYPE_CHECKING, Any, Final

from igf1r_validation.arms import Json, in_parallel
from igf1r_validation.behaviours.scoring import Score, Watched, leave

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe and Ito's colours, which colour-blind readers tell apart.
COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#999999")
LINES: Final = ("-", (0, (4, 2)), (0, (1, 1.2)), (0, (6, 1.5, 1, 1.5)))  # equal curves stay visible
HOLDS, FAILS = "#0072B2", "#D55E00"
WIDE, HIGH, LINE = 4.4, 3.1, 0.19  # inches: a panel, a line of text
LEGEND: Final = 1.8  # inches more, for a legend beside the panel
MANY: Final = 6  # arms: beyond, the legend stands beside the panel
COLUMNS: Final = 3
LETTERS: Final = 52  # that fit above a panel's width
FEW: Final = 12  # points that are marked one by one
STYLE: Final[dict[str, Any]] = {
    "svg.fonttype": "none",
    "font.size": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "legend.frameon": False,
    "legend.fontsize": 7,
    "lines.linewidth": 1.4,
}
CLOCKS: Final = (("days", 86_400.0, 4 * 86_400.0), ("h", 3600.0, 3 * 3600.0), ("min", 60.0, 0.0))


@dataclass(frozen=True, slots=True)
class Panel:
    """One readout of one experiment, in the arms that a behaviour looked at."""

    experiment: Json
    table: Watched
    read: str

    def seen(self) -> list[tuple[str, float | None]]:
        """The arms and times that were looked at, in the order of the experiment; None: all of a curve."""
        found = {(arm, seconds) for arm, read, _, seconds in self.table.seen if read == self.read}
        order = [arm["id"] for arm in self.experiment["arms"]]
        return sorted(found, key=lambda one: (order.index(one[0]), one[1] or 0.0))

    def arms(self) -> list[str]:
        """The arms that were looked at."""
        return list(dict.fromkeys(arm for arm, _ in self.seen()))

    def data(self, arm: str) -> list[Json]:
        """The published numbers of an arm."""
        return [one for one in self.experiment["data"] if one["read"] == self.read and one["arm"] == arm]


def draw_all(folder: Path, experiments: Mapping[str, Json], scores: Sequence[Score]) -> None:
    """A figure for every behaviour that was measured, as ``<ID>.svg``."""
    folder.mkdir(exist_ok=True)
    drawn = [(one.entry.id, one.entry.claim, _told(one), _panels(one, experiments)) for one in scores]
    rows = [drawn[start :: 2 * COLUMNS] for start in range(min(2 * COLUMNS, len(drawn)))]
    for id, text in in_parallel(partial(dict), _drawn, rows):
        leave(folder / f"{id}.svg", text)


def _panels(score: Score, experiments: Mapping[str, Json]) -> list[Panel]:
    """By experiment and readout what was read; everything, of an experiment whose values were taken another way."""
    panels = []
    for id, table in score.tables.items():
        one = experiments[id]
        reads = [read["id"] for read in one["reads"]]
        if not table.seen:
            table.seen.update((arm["id"], read, None, None) for arm in one["arms"] for read in reads)
        panels += [Panel(one, table, read) for read in reads if any(read == other[1] for other in table.seen)]
    return panels


def _told(score: Score) -> list[tuple[str, bool]]:
    """A line for each check, and whether it holds."""
    marks = {True: "holds", False: "FAILS"}
    lines = [(f"{marks[one.holds]}: {one.what} {one.value:.3g} (band: {one.band})", one.holds) for one in score.checks]
    return lines or [(score.reason, False)]


def _drawn(_: object, what: tuple[str, str, list[tuple[str, bool]], list[Panel]]) -> tuple[str, str]:
    """The figure as SVG, the same bytes for the same numbers."""
    from matplotlib import rc_context

    id, claim, told, panels = what
    settings: Any = {**STYLE, "svg.hashsalt": id}
    text = StringIO()
    with rc_context(settings):
        _figure(f"{id}: {claim}", told, panels).savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    return id, text.getvalue()


def _figure(title: str, told: list[tuple[str, bool]], panels: Sequence[Panel]) -> Figure:
    """The title above, the panels, and a line for each check below."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    columns = min(COLUMNS, len(panels))
    rows = -(-len(panels) // columns)
    wide = columns * (WIDE + LEGEND * any(len(panel.seen()) > MANY for panel in panels))
    letters = int(LETTERS * wide / WIDE)
    lines = [(line, holds) for text, holds in told for line in wrap(text, letters + 10)]
    head, foot = LINE * (len(wrap(title, letters)) + 1), LINE * (len(lines) + 1)
    high = head + rows * HIGH + foot
    between = ConstrainedLayoutEngine(rect=(0, foot / high, 1, 1 - (foot + head) / high))
    figure = Figure(figsize=(wide, high), layout=between)
    FigureCanvasSVG(figure)
    for number, panel in enumerate(panels, 1):
        _draw(figure.add_subplot(rows, columns, number), panel)
    figure.text(0.01, 1 - 0.08 / high, fill(title, letters), va="top", fontsize=9, weight="bold")
    for number, (line, holds) in enumerate(lines, 1):
        figure.text(0.01, (foot - LINE * number) / high, line, color=HOLDS if holds else FAILS)
    return figure


def _draw(axes: Axes, panel: Panel) -> None:
    """The kind of picture follows from the experiment: by dose, over time, or one value for each arm."""
    if panel.experiment["series"]:
        _by_dose(axes, panel)
    elif len(panel.table.times) > 2:
        _over_time(axes, panel)
    else:
        _by_arm(axes, panel)
    unit = next(one["unit"] for one in panel.experiment["reads"] if one["id"] == panel.read)
    axes.set_ylabel(panel.read if unit in ("", "dimensionless") else f"{panel.read} ({unit})")
    axes.set_title(fill(panel.experiment["name"], LETTERS), fontsize=8)
    axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))


def _styles(panel: Panel) -> dict[str, Any]:
    """Colour and line of each arm, the same in all panels of an experiment."""
    looks = {}
    for n, arm in enumerate(panel.experiment["arms"]):
        line = LINES[(n + n // len(COLOURS)) % len(LINES)]
        looks[arm["id"]] = {"color": COLOURS[n % len(COLOURS)], "linestyle": line, "label": arm["name"]}
    return {id: looks[id] for id in panel.arms()}


def _over_time(axes: Axes, panel: Panel) -> None:
    times = panel.table.times
    name, unit, _ = next(clock for clock in CLOCKS if times[-1] >= clock[2])
    for arm, look in _styles(panel).items():
        curve = panel.table.curves[arm, None][panel.read]
        axes.plot([t / unit for t in times], curve, marker="." if len(times) <= FEW else "", **look)
        points = panel.data(arm)
        _published(axes, points, [p["at"] / unit for p in points], [curve[times.index(p["at"])] for p in points], look)
    for seconds in sorted(_moments(panel)):
        axes.axvline(seconds / unit, color="0.8", linewidth=0.8, zorder=0)
    axes.set_xlabel(f"time ({name})")
    _legend(axes)


def _moments(panel: Panel) -> Iterator[float]:
    """When something is changed after the start."""
    arms = [arm for arm in panel.experiment["arms"] if arm["id"] in panel.arms()]
    return (at for at in {change["at"] for arm in arms for change in arm["changes"]} if at)


def _by_dose(axes: Axes, panel: Panel) -> None:
    looks, last = _styles(panel), panel.table.times[-1]
    seen = {(arm, last if seconds is None else seconds) for arm, seconds in panel.seen()}
    doses = panel.experiment["series"]["values"]
    for number, (arm, seconds) in enumerate(sorted(seen, key=lambda one: (panel.arms().index(one[0]), one[1]))):
        several = len({at for _, at in seen}) > 1
        label = f"{looks[arm]['label']}, {_clock(seconds)}" if several else looks[arm]["label"]
        colour = COLOURS[number % len(COLOURS)] if several else looks[arm]["color"]
        look = {**looks[arm], "label": label, "color": colour}
        heights = {dose: panel.table.curves[arm, dose][panel.read][panel.table.where(seconds)] for dose in doses}
        axes.plot(doses, list(heights.values()), marker=".", **look)
        points = [one for one in panel.data(arm) if one["at"] == seconds]
        _published(axes, points, [p["dose"] for p in points], [heights[p["dose"]] for p in points], look)
    _log(axes, doses)
    axes.set_xlabel(f"{panel.experiment['series']['target']} (nM)")
    _legend(axes)


def _log(axes: Axes, doses: Sequence[float]) -> None:
    """A logarithmic axis, with a place for no dose at all."""
    if 0.0 in doses:
        axes.set_xscale("symlog", linthresh=min(dose for dose in doses if dose))
    else:
        axes.set_xscale("log")


def _by_arm(axes: Axes, panel: Panel) -> None:
    for number, (arm, seconds) in enumerate(reversed(panel.seen())):
        value = panel.table.curves[arm, None][panel.read][panel.table.where(seconds)]
        axes.barh(number, value, color=COLOURS[0], height=0.6)
    names = {arm["id"]: arm["name"] for arm in panel.experiment["arms"]}
    axes.set_yticks(range(len(panel.seen())), [fill(names[arm], 24) for arm, _ in reversed(panel.seen())])


def _published(axes: Axes, points: Sequence[Json], at: Sequence[float], there: Sequence[float], look: Json) -> None:
    """Published numbers with their errors; relative ones are scaled onto the curve, for the eye."""
    if not points:
        return
    values = [one["value"] for one in points]
    relative = any(one.get("scale") for one in points) and sum(v * v for v in values) > 0
    factor = sum(v * c for v, c in zip(values, there, strict=True)) / sum(v * v for v in values) if relative else 1.0
    axes.errorbar(
        at,
        [factor * value for value in values],
        [factor * one["error"] for one in points],
        fmt="o",
        mfc="white",
        color=look["color"],
        markersize=4,
        label=f"{look['label']}, published{' (scaled)' if relative else ''}",
    )


def _legend(axes: Axes) -> None:
    if len(axes.get_legend_handles_labels()[0]) > MANY:
        axes.legend(loc="upper left", bbox_to_anchor=(1.02, 1.0))
    else:
        axes.legend(loc="best")


def _clock(seconds: float) -> str:
    name, unit, _ = next(clock for clock in CLOCKS if seconds >= clock[2])
    return f"{seconds / unit:g} {name}"
