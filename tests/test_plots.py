"""Figures: a panel for each readout, a line for each arm, points where there are data, the same bytes every time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from igf1r_model import plots
from igf1r_model.dsl import add, arm, dose, doses, experiment, hours, scaled
from igf1r_model.engine import NotInstalledError
from igf1r_model.experiments import published, published_doses
from igf1r_model.protocol import Arm, Experiment
from igf1r_model.results import Result
from igf1r_model.written import Readable

np = pytest.importorskip("numpy")
matplotlib = pytest.importorskip("matplotlib")

READABLE = {"pAKT": Readable("pAKT", "active AKT", "dimensionless", False), "IGF1": Readable("IGF1", "", "nM", True)}
WASHED = dose("IGF1", 0, at=hours(2))


def made(tried: Experiment) -> Result:
    """A result without a simulation: arm n at dose d reads (n + 1)*d at all times."""
    times = np.array(tried.times)
    values = tried.series.values if tried.series else (None,)
    curves = {
        (one.id, value): {id: np.full(len(times), (n + 1) * (1.0 if value is None else value)) for id in tried.reads}
        for n, one in enumerate(tried.arms) for value in values
    }  # fmt: skip
    return Result("a_model", tried, {id: READABLE[id] for id in tried.reads}, times, curves)


def course(*arms: Arm, reads: str = "pAKT IGF1", until: float = hours(6), every: float = 600.0, **more: Any) -> Result:
    arms = arms or (arm("control", dose("IGF1", 10)), arm("washed", dose("IGF1", 10), WASHED))
    return made(experiment("e", "A trial", "?", reads=reads, until=until, every=every, arms=arms, **more))


def response(*values: float, **more: Any) -> Result:
    return course(arm("control"), arm("other"), reads="pAKT", series=doses("IGF1", *values), **more)


def drawn(result: Result, times: tuple[float, ...] = ()) -> Any:
    return plots.figure(result, times)


def legend(figure: Any) -> list[str]:
    return [text.get_text() for text in figure.legends[0].get_texts()]


def lines(axes: Any) -> list[Any]:
    """The curves, without marks and points."""
    return [line for line in axes.get_lines() if not line.get_label().startswith("_")]


def test_a_readout_has_a_panel_and_an_arm_a_line() -> None:
    figure = drawn(course())
    first, second = figure.axes
    assert [axes.get_title(loc="left") for axes in (first, second)] == ["active AKT", "IGF1"]
    assert [axes.get_ylabel() for axes in (first, second)] == ["dimensionless", "nM"]
    assert (first.get_xlabel(), first.get_xlim(), first.get_ylim()[0]) == ("time (h)", (0, 6), 0)
    assert [list(line.get_xdata())[-1] for line in lines(first)] == [6, 6]
    assert [set(line.get_ydata()) for line in lines(first)] == [{1.0}, {2.0}]
    assert legend(figure) == ["control", "washed"]
    assert figure.get_suptitle() == "A trial (a_model)"


@pytest.mark.parametrize(("number", "shape"), [(1, (1, 1)), (2, (1, 2)), (3, (1, 3)), (4, (2, 2)), (5, (2, 3))])
def test_panels_stand_in_a_grid_without_empty_ones(
    number: int, shape: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(number):
        monkeypatch.setitem(READABLE, f"read{n}", Readable(f"read{n}", "", "nM", False))
    figure = drawn(course(reads=" ".join(f"read{n}" for n in range(number))))
    assert len(figure.axes) == number
    assert figure.axes[0].get_gridspec().get_geometry() == shape


@pytest.mark.parametrize(
    ("end", "said", "last"),
    [(100.0, "time (s)", 100), (3600.0, "time (min)", 60), (hours(48), "time (h)", 48), (hours(240), "time (d)", 10)],
)
def test_the_clock_fits_the_length(end: float, said: str, last: float) -> None:
    axes = drawn(course(until=end, every=end / 10)).axes[0]
    assert (axes.get_xlabel(), axes.get_xlim()[1]) == (said, last)
    assert 3 <= len(axes.get_xticks()) <= 9


def test_later_changes_are_marked_and_told() -> None:
    also = arm("also", add("IGF1", 2, at=hours(3)), scaled("k", 0.02, why="x", at=hours(3)))
    axes = drawn(course(arm("washed", WASHED), also)).axes[0]
    assert [text.get_text() for text in axes.texts] == ["IGF1 washed out", "IGF1 + 2 nM, k × 0.02"]
    assert [text.xy[0] for text in axes.texts] == [2, 3]
    hourly = arm("renewed", *(dose("IGF1", 1, at=hours(n)) for n in range(6)))
    assert list(drawn(course(hourly)).axes[0].texts) == []


def test_a_dose_response_has_a_logarithmic_axis() -> None:
    figure = drawn(response(0.1, 1, 10))
    axes = figure.axes[0]
    assert (axes.get_xscale(), axes.get_xlabel()) == ("log", "IGF1 (nM) at 6 h")
    assert [list(line.get_ydata()) for line in lines(axes)] == [[0.1, 1, 10], [0.2, 2, 20]]


def test_a_dose_of_nothing_stands_beside_the_logarithms() -> None:
    axes = drawn(response(0, 0.4, 40)).axes[0]
    assert axes.get_xscale() == "symlog"
    assert [text.get_text() for text in axes.get_xticklabels()] == ["0", "$10^{0}$", "$10^{1}$"]


def test_a_dose_response_at_two_times_has_lines_for_both() -> None:
    figure = drawn(response(1, 10), times=(600.0, hours(6)))
    assert legend(figure) == ["control, 10 min", "control, 6 h", "other, 10 min", "other, 6 h"]


def test_what_is_read_once_is_bars() -> None:
    figure = drawn(course(arm("a"), arm("b"), arm("c"), until=hours(2), every=0.0))
    assert [bar.get_height() for bar in figure.axes[0].patches] == [1, 2, 3]
    assert (figure.axes[0].get_xlabel(), legend(figure)) == ("at 2 h", ["a", "b", "c"])


def points(axes: Any) -> list[tuple[float, float]]:
    return [(x, y) for one in axes.containers for x, y in zip(*one.lines[0].get_data(), strict=True)]


def test_published_numbers_are_points_with_their_errors() -> None:
    data = (published("washed", "pAKT", {600.0: 1.5, 3600.0: 2.5}, 0.25),)
    figure = drawn(course(data=data))
    axes = figure.axes[0]
    assert points(axes) == [(600 / 3600, 1.5), (1, 2.5)]
    error = axes.containers[0].lines[2][0].get_segments()[0]
    assert [list(end) for end in error] == [[600 / 3600, 1.25], [600 / 3600, 1.75]]
    assert axes.containers[0].lines[0].get_color() == lines(axes)[1].get_color()
    assert legend(figure) == ["control", "washed", "published"]
    assert points(figure.axes[1]) == []


def test_relative_numbers_are_scaled_to_the_simulation_by_least_squares() -> None:
    data = (
        published_doses("control", "pAKT", {1: 30, 10: 80}, 10, at=hours(6), scale="blot"),
        published_doses("other", "pAKT", {10: 100}, 20, at=hours(6), scale="blot"),
    )
    figure = drawn(response(1, 10, data=data))
    both = (1 * 30 + 10 * 80) / 10**2 + 20 * 100 / 20**2
    own = (30**2 + 80**2) / 10**2 + 100**2 / 20**2
    expected = [(1, 30 * both / own), (10, 80 * both / own), (10, 100 * both / own)]
    assert [pair for found, wanted in zip(points(figure.axes[0]), expected, strict=True) for pair in found] == (
        pytest.approx([number for wanted in expected for number in wanted])
    )
    assert legend(figure)[-1] == "published, scaled"


def test_twenty_arms_look_different() -> None:
    figure = drawn(course(*(arm(f"arm{n}") for n in range(20))))
    looks = {(line.get_color(), str(line._dash_pattern)) for line in lines(figure.axes[0])}
    assert len(looks) == 20


def test_a_curve_below_nothing_is_seen_but_noise_is_not() -> None:
    result = course(reads="pAKT")
    result.curves["control", None]["pAKT"][3] = -1e-12
    assert drawn(result).axes[0].get_ylim()[0] == 0
    result.curves["control", None]["pAKT"][3] = -1
    assert drawn(result).axes[0].get_ylim()[0] < -1


def test_settings_of_the_user_neither_count_nor_change(tmp_path: Path) -> None:
    plots.write(course(), tmp_path / "a.svg")
    with matplotlib.rc_context(
        {"lines.linewidth": 9, "svg.hashsalt": "other", "axes.grid": True, "svg.fonttype": "path"}
    ):
        plots.write(course(), tmp_path / "b.svg")
        assert matplotlib.rcParams["lines.linewidth"] == 9
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


PROGRAM = """
import sys
from pathlib import Path
sys.path[:0] = {paths}
import test_plots
from igf1r_model import plots
for ending in plots.ENDINGS:
    plots.write(test_plots.course(), Path({folder!r}, "figure" + ending))
"""


def test_a_figure_has_the_same_bytes_every_time(tmp_path: Path) -> None:
    texts: list[list[bytes]] = []
    for seed, clock in (("1", "0"), ("2", "1000000000")):
        folder = tmp_path / seed
        folder.mkdir()
        program = PROGRAM.format(folder=str(folder), paths=[path for path in sys.path if path])
        environment = {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": clock, "MPLCONFIGDIR": str(tmp_path)}
        subprocess.run([sys.executable, "-c", program], check=True, env=environment)
        texts.append([(folder / f"figure{ending}").read_bytes() for ending in plots.ENDINGS])
    assert texts[0] == texts[1]
    svg = texts[0][0].decode()
    assert "dc:date" not in svg
    assert ">active AKT</text>" in svg
    assert texts[0][1].startswith(b"\x89PNG")
    assert texts[0][2].startswith(b"%PDF")


@pytest.mark.parametrize("name", ["figure.gif", "figure", "figure.SVGZ"])
def test_another_ending_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"as \.svg, \.png, \.pdf; figure"):
        plots.write(course(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_without_matplotlib_the_way_to_get_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(NotInstalledError, match="matplotlib is not installed; type: make test"):
        plots.write(course(), tmp_path / "x.svg")
