"""Progress on a terminal for whatever takes longer than a blink; silence when the output goes to a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def steps(title: str, items: Sequence[Item], name: Callable[[Item], str]) -> Iterator[Item]:
    """Go through items behind a progress bar that names the one being worked on."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=len(items))
        for item in items:
            progress.update(task, description=f"{title}: {name(item)}")
            yield item
            progress.advance(task)
