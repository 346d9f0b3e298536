"""The command ``simulate``: lists experiments, or runs one and shows it as a table, a figure and files."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from igf1r_model import plots
from igf1r_model.clock import parse, told
from igf1r_model.progress import steps
from igf1r_model.protocol import Experiment
from igf1r_model.results import Key, Result, node_values, tidy
from igf1r_model.simulate import Bench, Job
from igf1r_model.written import Written, located

if TYPE_CHECKING:
    from rich.table import Table

PATIENCE: Final = 2.0  # seconds without a progress bar
MANY_ARMS: Final = 4  # with more of them fewer times are shown
MANY_CHANGES: Final = 4  # with more of them none is shown
MANY_READS: Final = 8  # more are in the files only
NARROW: Final = 100  # columns of text, where the output goes to a file


def simulate(arguments: Namespace) -> int:
    """Run the command.

    Raises:
        OSError, ValueError: when something that was named is not there, or an option makes no sense.
        SimulationError: when a simulation fails.
    """
    bench = Bench(located(arguments.model, arguments.out))
    if arguments.list or not arguments.experiment:
        _list(bench.written)
        return 0
    times = tuple(parse(text) for text in arguments.at)
    _check(arguments)
    result = bench.run(
        arguments.experiment, arms=arguments.arm, reads=arguments.read, also_at=times,
        every_form=bool(arguments.values or arguments.every_form),
        watch=partial(steps, "simulating", name=_name, after=PATIENCE),
    )  # fmt: skip
    _show(result, times)
    for line in _written(result, arguments, times):
        print(f"{line} written")
    return 0


def _name(job: Job) -> str:
    return job.name


def _check(arguments: Namespace) -> None:
    """What is known to go wrong before anything was run."""
    if arguments.every_form and not arguments.table:
        raise ValueError("--every-form adds every form to the table in a file; give --table FILE.tsv too")
    if arguments.plot:
        plots.check(arguments.plot)
    for path in (arguments.plot, arguments.table, arguments.values):
        if path and not path.parent.is_dir():
            raise FileNotFoundError(f"there is no folder {path.parent} to write {path.name} into")


def _written(result: Result, arguments: Namespace, times: Sequence[float]) -> Iterable[Path]:
    if arguments.plot:
        plots.write(result, arguments.plot, times)
        yield arguments.plot
    if arguments.table:
        arguments.table.write_bytes(tidy(result, every_form=arguments.every_form).encode())
        yield arguments.table
    if arguments.values:
        chosen = times or (float(result.times[0]), float(result.times[-1]))
        arguments.values.write_bytes(node_values(result, list(dict.fromkeys(chosen))).encode())
        yield arguments.values


def _list(written: Written) -> None:
    from rich.table import Table

    if not written.experiments:
        print(f"no experiment is described for {written.model}; igf1r_full has most of them")
        return
    table = Table("experiment", "question", "arms", "reads", title=f"experiments on {written.model}")
    for one in written.experiments.values():
        question = f"{one.question} ({', '.join(source.curie for source in one.sources)})".removesuffix(" ()")
        arms = ", ".join(arm.id for arm in one.arms)
        table.add_row(one.id, question, arms, ", ".join(one.reads))
    _print(table)


def _show(result: Result, times: Sequence[float]) -> None:
    """Few rows on the screen: by arm and time, or by arm and dose."""
    from rich.table import Table

    one = result.experiment
    shown = tuple(dict.fromkeys(times)) or _few_times(one)
    reads = one.reads[:MANY_READS]
    table = Table(title=f"{one.name} ({result.model})", caption=_more(result, shown))
    for heading in ["arm", *([f"{one.series.target}\n(nM)"] if one.series else []), "time"]:
        table.add_column(heading, justify="left" if heading == "arm" else "right")
    for read in reads:
        table.add_column(f"{read}\n({result.readable[read].unit})", justify="right")
    for arm in one.arms:
        for key in (key for key in result.curves if key[0] == arm.id):
            for time in shown:
                table.add_row(*_row(result, key, time, reads))
        table.add_section()
    _print(table)


def _row(result: Result, key: Key, time: float, reads: Sequence[str]) -> list[str]:
    arm, dose = key
    dosed = [] if dose is None else [f"{dose:.4g}"]
    return [arm, *dosed, told(time), *(f"{result.at(arm, read, time, dose):.4g}" for read in reads)]


def _few_times(one: Experiment) -> tuple[float, ...]:
    """The end of a dose response; else start, end, what is read when something changes, and a little between."""
    if one.series or len(one.times) == 1:
        return one.times[-1:]
    last = len(one.times) - 1
    between = range(0, last + 1, max(1, last // 4)) if len(one.arms) <= MANY_ARMS else ()
    moments = {change.at for arm in one.arms for change in arm.changes} & {*one.times}
    few = moments if len(moments) <= MANY_CHANGES else set()
    return tuple(sorted({one.times[0], *(one.times[n] for n in between), *few, one.times[-1]}))


def _more(result: Result, shown: Sequence[float]) -> str:
    one = result.experiment
    hidden = [f"{len(one.times)} times"] if len(one.times) > len(shown) else []
    hidden += [f"{len(one.reads)} readouts"] if len(one.reads) > MANY_READS else []
    return f"all {' and '.join(hidden)}: --table FILE.tsv" if hidden else ""


def _print(table: Table) -> None:
    from rich.console import Console

    console = Console()
    if not console.is_terminal:
        console = Console(width=max(console.width, NARROW))
    console.print(table)
