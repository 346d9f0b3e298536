"""The judge sbgn-schematron: the rules of process descriptions, as the SBGN community wrote them down.

They take minutes on a large map, so they are read from a copy without annotations and bends, which no rule looks at.
Their time grows with the square of the map. A sample therefore is the whole map in pieces: each has some processes, all
arcs of these and whatever the arcs join. So every arc and every glyph is read; what a rule sees is an arc with
its two ends, so a piece shows it the same as the map. `make validate` and a deposit read the map whole.
"""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Final

from lxml import etree

from igf1r_validation import sbml_common
from igf1r_validation.sbgn_file import PROCESSES, SBGN
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "sbgn-schematron"
READS: Final = ".sbgn"
QUICK: Final = False
ISOLATED: Final = True
SAMPLES: Final = True
PIECE: Final = 30  # processes
GLYPH: Final = f"{{{SBGN}}}glyph"
ARC: Final = f"{{{SBGN}}}arc"
PORT: Final = f"{{{SBGN}}}port"
UNSEEN: Final = tuple(f"{{{SBGN}}}{name}" for name in ("extension", "next", "point"))
Tree = etree._ElementTree


def judge(build: Path, model: str, sample: bool = False) -> Verdict:
    """Apply the Schematron rules that come with the library, to the map or (`sample`) to its pieces."""
    path = build / f"{model}.sbgn"
    tool = sbml_common.tool("libsbgnpy")
    if reason := sbml_common.obstacle(("libsbgnpy", "lxml"), path):
        return not_run(NAME, tool, path.name, reason)
    tree = _bare(etree.parse(path))
    whole = len(_processes(tree)) <= PIECE or not sample
    pieces = [tree] if whole else list(_pieces(tree))
    issues = dict.fromkeys(issue for piece in pieces for issue in _issues(piece))
    how = "" if whole else f", the map read in {len(pieces)} pieces"
    return verdict(NAME, tool, path.name, map(_finding, issues), f"rules of SBGN process descriptions{how}")


def _issues(tree: Tree) -> Iterator[str]:
    """What the library says of a map, which it reads from a file."""
    from libsbgnpy import validate_schematron

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.sbgn"
        tree.write(path, encoding="UTF-8", xml_declaration=True)
        yield from (" ".join(str(issue).split()) for issue in validate_schematron(path))


def _bare(tree: Tree) -> Tree:
    """Without what no rule looks at."""
    for element in list(tree.getroot().iter(*UNSEEN)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return tree


def _pieces(tree: Tree) -> Iterator[Tree]:
    """The map in pieces; what no process of a piece touches comes with the first."""
    owner = _owners(tree)
    ends = {arc.get("id", ""): {owner.get(arc.get(end, ""), "") for end in ("source", "target")} for arc in _arcs(tree)}
    processes = _processes(tree)
    idle = set(owner.values()) - set().union(*ends.values(), processes)
    for first in range(0, len(processes), PIECE):
        chosen = set(processes[first : first + PIECE])
        arcs = {id for id, joined in ends.items() if joined & chosen}
        kept = chosen.union(*(ends[id] for id in arcs), idle if first == 0 else ())
        yield _only(tree, kept, arcs)


def _only(tree: Tree, glyphs: Set[str], arcs: Set[str]) -> Tree:
    """A copy with some of the glyphs, some of the arcs, and all compartments."""
    piece = copy.deepcopy(tree)
    drawing = piece.getroot()[0]
    for element in list(drawing):
        kept = arcs if element.tag == ARC else glyphs
        if element.tag in (ARC, GLYPH) and element.get("class") != "compartment" and element.get("id") not in kept:
            drawing.remove(element)
    return piece


def _owners(tree: Tree) -> dict[str, str]:
    """By the id of a glyph on the map, of its ports and of what is in it: the id of that glyph."""
    glyphs = tree.getroot()[0].iterfind(GLYPH)
    return {inner.get("id", ""): one.get("id", "") for one in glyphs for inner in one.iter(GLYPH, PORT)}


def _processes(tree: Tree) -> list[str]:
    return [one.get("id", "") for one in tree.getroot()[0].iterfind(GLYPH) if one.get("class") in PROCESSES]


def _arcs(tree: Tree) -> list[etree._Element]:
    return tree.getroot()[0].findall(ARC)


def _finding(issue: str) -> Finding:
    return Finding("", "Schematron", issue)
