"""The judge sbgn-schematron: the rules of process descriptions, as the SBGN community wrote them down.

They take minutes on a large map, so they are read from a copy without annotations and bends, which no rule looks at.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common
from igf1r_validation.sbgn_file import SBGN
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "sbgn-schematron"
READS: Final = ".sbgn"
QUICK: Final = False
ISOLATED: Final = True
UNSEEN: Final = tuple(f"{{{SBGN}}}{name}" for name in ("extension", "next", "point"))


def judge(build: Path, model: str) -> Verdict:
    """Apply the Schematron rules that come with the library."""
    path = build / f"{model}.sbgn"
    tool = sbml_common.tool("libsbgnpy")
    if reason := sbml_common.obstacle(("libsbgnpy", "lxml"), path):
        return not_run(NAME, tool, path.name, reason)
    from libsbgnpy import validate_schematron

    with tempfile.TemporaryDirectory() as folder:
        issues = validate_schematron(_bare(path, Path(folder) / path.name))
    return verdict(NAME, tool, path.name, map(_finding, issues), "rules of SBGN process descriptions")


def _bare(path: Path, copy: Path) -> Path:
    """A copy with nothing in it that no rule looks at."""
    from lxml import etree

    tree = etree.parse(path)
    for element in list(tree.getroot().iter(*UNSEEN)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    tree.write(copy, encoding="UTF-8", xml_declaration=True)
    return copy


def _finding(issue: Any) -> Finding:
    return Finding("", "Schematron", " ".join(str(issue).split()))
