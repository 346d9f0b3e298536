"""Progress on a terminal for whatever takes longer than a blink; silence when the output goes to a file."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")


def steps(title: str, items: Sequence[Item], name: Callable[[Item], str], after: float = 0.0) -> Iterator[Item]:
    """Go through items behind a progress bar that names the one being worked on; it shows `after` so many seconds."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task, began = progress.add_task(title, total=len(items)), time.monotonic()
    try:
        for item in items:
            progress.update(task, description=f"{title}: {name(item)}")
            if time.monotonic() - began >= after:
                progress.start()  # a bar that has started goes on
            yield item
            progress.advance(task)
    finally:
        progress.stop()


@contextmanager
def counting(what: str) -> Iterator[Callable[[float | None], None]]:
    """Tell of work that nobody knows the end of: how many steps there were, and the latest number that one had."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    total, latest = 0, ""
    with Console(stderr=True).status(what) as status:

        def step(value: float | None) -> None:
            nonlocal total, latest
            total, latest = total + 1, latest if value is None else f", latest {value:.6g}"
            status.update(f"{what} {total}{latest}")

        yield step
