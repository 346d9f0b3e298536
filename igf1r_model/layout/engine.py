"""The layout engine: Graphviz in WebAssembly, which comes with pip and gives the same bytes on every machine.

It gets boxes and lines, with boxes around them if wanted, and says where they go, in whole pixels.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from igf1r_model.drawing import Box, Point

INCH: Final = 72  # pixels; the engine counts in inches and points
HEAD: Final = 'digraph { graph [splines=true %s]; node [shape=box fixedsize=true label=""]; edge [arrowhead=none];'


@dataclass(frozen=True, slots=True)
class Node:
    """A box to be placed, in a cluster if it names one."""

    id: str
    width: int
    height: int
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A line to be drawn, from top to bottom if `ranks`; `tail` and `head` are sides (n, e, s, w) or empty."""

    id: str
    start: str
    end: str
    tail: str = ""
    head: str = ""
    weight: int = 1
    ranks: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the engine put everything: boxes by node, curves by link, boxes by cluster."""

    width: int
    height: int
    boxes: Mapping[str, Box]
    curves: Mapping[str, tuple[Point, ...]]
    clusters: Mapping[str, Box]


def arrange(
    nodes: Sequence[Node], links: Sequence[Link], around: Mapping[str, str] | None = None, options: str = ""
) -> Placed:
    """Place boxes and lines; `around` says which cluster lies in which, ``""`` for none."""
    if not nodes:
        return Placed(0, 0, {}, {}, {})
    numbers = {node.id: f"n{n}" for n, node in enumerate(nodes)}
    clusters = {name: f"cluster_{n}" for n, name in enumerate(around or {})}
    lines = [HEAD % options]
    lines += _boxes(nodes, numbers, around or {}, clusters, "")
    lines += [_line(n, link, numbers) for n, link in enumerate(links)]
    answer = json.loads(_answer("\n".join([*lines, "}"])))
    return _placed(answer, nodes, links, clusters)


@lru_cache(maxsize=512)  # models share modules, and a module's sheet is the same in all of them
def _answer(text: str) -> bytes:
    """What the engine says to a graph.

    Raises:
        ChildProcessError: when the engine could not draw the graph.
    """
    process = _engine()
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(text).encode() + b"\n")
        process.stdin.flush()
        answer: bytes = process.stdout.readline()
    except BrokenPipeError:
        answer = b""
    if not answer:
        process.wait()
        _engine.cache_clear()
        raise ChildProcessError("the layout engine broke off at a graph; see what it printed above")
    return answer


@lru_cache(maxsize=1)
def _engine() -> subprocess.Popen[bytes]:
    """The engine in a process of its own, started when first asked and ended with this one."""
    command = [sys.executable, "-m", "igf1r_model.layout.worker"]
    paths = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "PYTHONPATH": paths}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    atexit.register(_end, process)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    """Close the line, at which the engine ends by itself."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    process.wait()


def _boxes(
    nodes: Sequence[Node],
    numbers: Mapping[str, str],
    around: Mapping[str, str],
    clusters: Mapping[str, str],
    here: str,
) -> Iterator[str]:
    for node in nodes:
        if node.cluster == here or (not here and node.cluster not in around):
            size = f"width={node.width / INCH:.4f} height={node.height / INCH:.4f}"
            yield f"{numbers[node.id]} [{size}];"
    for inner, outer in around.items():
        if outer == here:
            yield f'subgraph {clusters[inner]} {{ margin=12; label=" "; fontsize=13;'
            yield from _boxes(nodes, numbers, around, clusters, inner)
            yield "}"


def _line(n: int, link: Link, numbers: Mapping[str, str]) -> str:
    tail, head = (f":{side}" if side else "" for side in (link.tail, link.head))
    told = f'id="e{n}" weight={link.weight}' + ("" if link.ranks else " constraint=false")
    return f"{numbers[link.start]}{tail} -> {numbers[link.end]}{head} [{told}];"


def _placed(
    answer: Mapping[str, Any], nodes: Sequence[Node], links: Sequence[Link], clusters: Mapping[str, str]
) -> Placed:
    left, bottom, right, top = (float(one) for one in answer["bb"].split(","))

    def point(text: str) -> Point:
        x, y = text.split(",")
        return round(float(x) - left), round(top - float(y))

    objects = {one["name"]: one for one in answer.get("objects", ())}
    boxes = {}
    for n, node in enumerate(nodes):
        x, y = point(objects[f"n{n}"]["pos"])
        boxes[node.id] = Box(x - node.width // 2, y - node.height // 2, node.width, node.height)
    lines = {one["id"]: one for one in answer.get("edges", ())}
    curves = {link.id: _curve(lines[f"e{n}"].get("pos", ""), point) for n, link in enumerate(links)}
    around = {name: _cluster(objects[id]["bb"], point) for name, id in clusters.items() if "bb" in objects.get(id, ())}
    return Placed(round(right - left), round(top - bottom), boxes, curves, around)


def _curve(text: str, point: Any) -> tuple[Point, ...]:
    """The points of a line; what the engine could not draw is empty."""
    return tuple(point(one) for one in text.split(";")[0].split() if one[:2] not in ("e,", "s,"))


def _cluster(text: str, point: Any) -> Box:
    x1, y1, x2, y2 = text.split(",")
    (left, bottom), (right, top) = point(f"{x1},{y1}"), point(f"{x2},{y2}")
    return Box(left, top, right - left, bottom - top)
