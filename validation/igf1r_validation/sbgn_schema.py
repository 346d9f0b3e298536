"""The judge sbgn: libsbgnpy reads the map, and it obeys the schema of SBGN-ML and the rules of the specification."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from igf1r_validation import sbml_common
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "sbgn"
READS: Final = ".sbgn"
QUICK: Final = True
ISOLATED: Final = False


def judge(build: Path, model: str) -> Verdict:
    """Validate the file with the schema that comes with the library; nothing is asked of the net."""
    path = build / f"{model}.sbgn"
    tool = sbml_common.tool("libsbgnpy")
    if reason := sbml_common.obstacle(("libsbgnpy",), path):
        return not_run(NAME, tool, path.name, reason)
    from libsbgnpy import validate, validate_xsd

    findings = [Finding("", "XSD", " ".join(str(one).split())) for one in validate_xsd(path)]
    if not findings:
        findings = [Finding("", "specification", " ".join(str(one).split())) for one in validate(path)]
    return verdict(NAME, tool, path.name, findings, "SBGN-ML 0.3, schema and specification")
