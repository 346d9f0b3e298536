"""What the runner shows and keeps: progress, the summary table, the findings, and the verdicts as JSON."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from itertools import count, groupby
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from igf1r_validation.verdict import Finding, Verdict

COLOURS = {"passed": "green", "failed": "bold red", "not run": "yellow", "not applicable": "dim"}
SHOWN_PER_RULE = 5
SHOWN_RULES = 20
WIDTH_WITHOUT_TERMINAL = 160


def ordered(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Verdicts by model, judge and file: the order of the table and of the JSON file."""
    return sorted(verdicts, key=lambda one: (model_of(one), one.judge, one.file))


def model_of(one: Verdict) -> str:
    """The model a verdict is about: what stands before the first dot of the file's name."""
    return one.file.partition(".")[0]


def as_data(one: Verdict) -> dict[str, Any]:
    """A verdict as plain JSON data."""
    return asdict(one)


def from_data(data: dict[str, Any]) -> Verdict:
    """A verdict from what :func:`as_data` made."""
    findings = tuple(Finding(**finding) for finding in data["findings"])
    return Verdict(**{**data, "findings": findings})


def write_json(verdicts: Iterable[Verdict], path: Path) -> None:
    """Write the verdicts without a date and in one step: a reader sees the old file or the new one."""
    text = json.dumps([as_data(one) for one in ordered(verdicts)], indent=1, ensure_ascii=False) + "\n"
    descriptor, new = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(new).chmod(0o644)
        Path(new).replace(path)
    except BaseException:
        Path(new).unlink(missing_ok=True)
        raise


def console(stderr: bool = False) -> Console:
    """A console as wide as the terminal, or wide enough for whole lines where there is none."""
    plain = Console(stderr=stderr)
    return plain if plain.is_terminal else Console(stderr=stderr, width=WIDTH_WITHOUT_TERMINAL)


def show(verdicts: Sequence[Verdict], screen: Console) -> None:
    """Print the summary table, every finding below it, and the count of each status."""
    shown = ordered(verdicts)
    screen.print(_table(shown))
    for one in shown:
        _show_findings(one, screen)
    counts = {status: sum(one.status == status for one in shown) for status in COLOURS}
    line = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    screen.print(line, markup=False, highlight=False)


def _table(verdicts: Sequence[Verdict]) -> Table:
    table = Table("model", "judge", "tool", "status", "detail")
    for one in verdicts:
        table.add_row(
            Text(model_of(one)),
            Text(one.judge),
            Text(one.tool),
            Text(one.status, style=COLOURS[one.status], no_wrap=True),
            Text(one.detail),
        )
    return table


def _show_findings(one: Verdict, screen: Console) -> None:
    """Findings by rule, a few of each: ten thousand equal lines would hide the one that differs."""
    by_rule = sorted(one.findings, key=lambda finding: finding.rule)
    groups = [(rule, list(group)) for rule, group in groupby(by_rule, key=lambda finding: finding.rule)]
    for rule, group in groups[:SHOWN_RULES]:
        lines = [f"{one.file}  {one.judge}  [{rule}]  {_count(len(group), 'finding')}"]
        lines += [f"    {_where(finding)}{finding.message}" for finding in group[:SHOWN_PER_RULE]]
        if len(group) > SHOWN_PER_RULE:
            lines.append(f"    ... and {len(group) - SHOWN_PER_RULE} more of this rule")
        screen.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)
    if len(groups) > SHOWN_RULES:
        hidden = sum(len(group) for _, group in groups[SHOWN_RULES:])
        more = f"{_count(hidden, 'finding')} of {_count(len(groups) - SHOWN_RULES, 'other rule')}"
        screen.print(f"{one.file}  {one.judge}  ... and {more}", markup=False, highlight=False)


def _where(finding: Finding) -> str:
    mark = "" if finding.severity == "error" else f"({finding.severity}) "
    return f"{mark}{finding.subject}: " if finding.subject else mark


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@contextmanager
def progress(total: int) -> Iterator[Callable[[str, Verdict, float], None]]:
    """Say what has been judged: a bar on a terminal, else one plain line each."""
    screen = console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("judging", total=total)
        done = count(1)

        def step(model: str, one: Verdict, seconds: float) -> None:
            line = f"[{next(done)}/{total}] {model}  {one.judge}: {one.status} ({seconds:.1f} s)"
            screen.print(line, style=COLOURS[one.status], markup=False, highlight=False, soft_wrap=True)
            bar.advance(task)

        yield step
