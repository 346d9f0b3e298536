"""The whole checklist: every point of a deposit, in order, as text, as data and on the screen."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from igf1r_validation import report
from igf1r_validation.deposit import files, people, sbml, simulation, tables
from igf1r_validation.deposit.case import Case, Perform, Watch, named
from igf1r_validation.deposit.line import COLOURS, Line, good
from igf1r_validation.runner import perform

POINTS: Final[tuple[tuple[int, Callable[[Case], Line]], ...]] = tuple(
    sorted(
        (*sbml.POINTS, *tables.POINTS, *people.POINTS, *simulation.POINTS, *files.POINTS), key=lambda point: point[0]
    )
)
TEXT: Final = "CHECKLIST.md"
DATA: Final = "checklist.json"
FULL: Final = "Every judge looked at the whole deposit, none at a sample."
JUDGES: Final = frozenset((*sbml.JUDGES, *simulation.JUDGES, *files.JUDGES))


def checked(
    folder: Path,
    perform: Perform = perform,
    watch: Watch = lambda verdict, seconds: None,
    points: Collection[int] = (),
) -> list[Line]:
    """The lines of the checklist of a deposit, of all points if none is named.

    Args:
        folder: of the deposit.
        perform: has a judge look at a model.
        watch: is told each verdict and its seconds.
        points: the numbers of those to look at.

    Raises:
        NothingToJudgeError: when the folder is not the deposit of one model.
    """
    with tempfile.TemporaryDirectory() as bench:
        case = Case(folder, Path(bench), perform, watch)
        return [look(case) for point, look in POINTS if not points or point in points]


def counted(lines: Sequence[Line]) -> str:
    """How many lines are green, red, not run and open."""
    counts = {status: sum(line.status == status for line in lines) for status in COLOURS}
    return ", ".join(f"{count} {status}" for status, count in counts.items() if count)


def as_text(model: str, lines: Sequence[Line]) -> str:
    """The checklist for a reader, as Markdown."""
    rows = [f"| {line.point} | {line.title} | {line.status} | {_cell(line.told)} |" for line in lines]
    todo = [f"- point {line.point}, {line.title}: {line.do}" for line in lines if line.do]
    tools = list(dict.fromkeys(tool for line in lines for tool in line.tools))
    return "\n".join(
        (
            f"# Checklist of the deposit of {model}", "", f"{counted(lines)}. {FULL}", "",
            "| point | asks for | result | what was found |", "|---|---|---|---|", *rows, "",
            "## What a person must do", "", *(todo or ["Nothing."]), "",
            "## Software that read the files", "", *(f"- {tool}" for tool in tools), "",
        )
    )  # fmt: skip


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def as_data(model: str, lines: Sequence[Line]) -> str:
    """The checklist for a program, as JSON."""
    return json.dumps({"model": model, "lines": [asdict(line) for line in lines]}, indent=1, ensure_ascii=False) + "\n"


def write(folder: Path, model: str, lines: Sequence[Line]) -> None:
    """Put the result into the deposit."""
    (folder / TEXT).write_bytes(as_text(model, lines).encode())
    (folder / DATA).write_bytes(as_data(model, lines).encode())


def show(lines: Sequence[Line], screen: Console) -> None:
    """The table of the points, what a person must do, and the counts."""
    table = Table("point", "asks for", "result", "what was found")
    for line in lines:
        status = Text(line.status, style=COLOURS[line.status], no_wrap=True)
        table.add_row(str(line.point), Text(line.title), status, Text(line.told))
    screen.print(table)
    for line in lines:
        if line.do:
            screen.print(f"{line.status}, point {line.point}: {line.do}", markup=False, highlight=False, soft_wrap=True)
    screen.print(counted(lines), markup=False, highlight=False)


def judged(folder: Path, keep: bool = True) -> bool:
    """Go through the checklist, show it and, to `keep` it, put it into the folder; whether the deposit is good."""
    model = named(folder)
    with report.progress(len(JUDGES)) as told:
        lines = checked(folder, watch=lambda verdict, seconds: told(model, verdict, seconds))
    if keep:
        write(folder, model, lines)
    show(lines, report.console())
    return good(lines)
