"""The judge ndex2: NDEx's own library reads both CX2 files and writes back what it read, all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "ndex2"
READS: Final = ".cx2"
QUICK: Final = False
FILES: Final = (".cx2", ".activity.cx2")
SHOWN: Final = 160  # characters of a difference


def judge(build: Path, model: str) -> Verdict:
    """Compare what ndex2 writes after reading with what was read: attributes, nodes, edges, style, counts."""
    paths = [build / f"{model}{suffix}" for suffix in FILES]
    tool = sbml_common.tool("ndex2")
    if reason := sbml_common.obstacle(("ndex2",), *paths):
        return not_run(NAME, tool, paths[0].name, reason)
    found = [finding for path in paths for finding in _findings(path)]
    return verdict(NAME, tool, paths[0].name, found, "equal after reading and writing, both files")


def _findings(path: Path) -> Iterator[Finding]:
    from ndex2.cx2 import RawCX2NetworkFactory
    from ndex2.exceptions import NDExError

    text = path.read_text(encoding="utf-8")
    try:
        written = RawCX2NetworkFactory().get_cx2network(json.loads(text)).to_cx2()
    except (NDExError, ValueError, KeyError, TypeError, AttributeError) as error:
        yield Finding(path.name, "unreadable", f"{type(error).__name__}: {error}")
        return
    read = json.loads(text)
    yield from _different(path.name, read, written)


def _different(name: str, read: list[Any], written: list[Any]) -> Iterator[Finding]:
    first, second = ({key: block[key] for block in blocks for key in block} for blocks in (read, written))
    for aspect in [*first, *(key for key in second if key not in first)]:
        if first.get(aspect) != second.get(aspect):
            yield Finding(f"{name} {aspect}", "round trip", _first_difference(first.get(aspect), second.get(aspect)))


def _first_difference(read: Any, written: Any) -> str:
    if isinstance(read, list) and isinstance(written, list) and len(read) == len(written):
        read, written = next((one, other) for one, other in zip(read, written, strict=True) if one != other)
    return f"{str(read)[:SHOWN]} became {str(written)[:SHOWN]}"
