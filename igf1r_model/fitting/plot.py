"""A fit as a figure: published numbers against the model, and what is left of each constant's prior."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np

from igf1r_model.fitting.outcome import NORMAL_95, Verdict
from igf1r_model.fitting.search import Found, Search, scales

FITTED, PRIOR, HELD = "#0072B2", "#BBBBBB", "#D55E00"
STYLE: Final[Any] = {"font.size": 9, "svg.fonttype": "none", "svg.hashsalt": "igf1r-model"}


def write(search: Search, found: Found, told: list[Verdict], path: Path) -> None:
    """Write the figure as SVG; its bytes depend on the fit only."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(10, max(4.0, 0.28 * len(told) + 1.2)), layout="constrained")
        FigureCanvasSVG(figure)
        left, right = figure.subplots(1, 2)
        _data(left, search, found)
        _constants(right, search, found, told)
        figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})


def _data(axes: Any, search: Search, found: Found) -> None:
    points, factors = search.problem.points, scales(search.problem.points, found.predicted)
    for n, id in enumerate(dict.fromkeys(point.experiment for point in points)):
        here = [(p, m * factors.get(p.scale, 1.0)) for p, m in zip(points, found.predicted, strict=True)
                if p.experiment == id]  # fmt: skip
        axes.errorbar(
            [model for _, model in here], [p.value for p, _ in here], [p.error for p, _ in here],
            fmt="o", ms=4, lw=1, color=f"C{n % 10}", label=id,
        )  # fmt: skip
    ends = [min(p.value for p in points), max(p.value for p in points)]
    axes.plot(ends, ends, color="black", lw=0.8)
    axes.set(xlabel="model", ylabel="published, with standard error", title=search.problem.model)
    axes.legend(frameon=False)


def _constants(axes: Any, search: Search, found: Found, told: list[Verdict]) -> None:
    """Each constant relative to its start, with 95 % of prior and fit."""
    rows = np.arange(len(told))[::-1]
    axes.errorbar(np.zeros(len(told)), rows, xerr=NORMAL_95 * search.sd, fmt="none", color=PRIOR, lw=6)
    for row, n, one in zip(rows, range(len(told)), told, strict=True):
        reach, moved = NORMAL_95 * one.left * search.sd[n], found.at[n] - search.start[n]
        axes.errorbar(moved, row, xerr=reach, fmt="o", ms=4, color=FITTED if one.row.identifiable else HELD)
    axes.set_yticks(rows, [one.row.constant for one in told])
    axes.set(xlabel="log10 of value/start, 95 % (grey: prior; orange: held by it)")
