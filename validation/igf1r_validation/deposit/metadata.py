"""The judge omex-metadata for a deposit: the same, but that a person who deposits has an ORCID.

The model itself knows no ORCID; in a deposit it stands in the description, which is in the notes of the SBML file.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from igf1r_validation import omex_metadata, sbml_common
from igf1r_validation.omex_archive import NoArchiveError, opened
from igf1r_validation.runner import Judge
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = omex_metadata.NAME
ORCID: Final = re.compile(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")
JUDGE: Final = Judge(NAME, __name__, quick=False, isolated=True, reads=".omex")


def judge(build: Path, model: str) -> Verdict:
    """Have the judge of archives look at the metadata, with the ORCID that the notes name."""
    file = f"{model}.omex"
    tool = sbml_common.tool("pyomexmeta", "rdflib")
    if reason := sbml_common.obstacle(("pyomexmeta", "rdflib"), build / file):
        return not_run(NAME, tool, file, reason)
    try:
        archive = opened(build / file)
    except NoArchiveError as error:
        return verdict(NAME, tool, file, [Finding("", "no archive", str(error))])
    manifest = sbml_common.manifest(build, model)
    count, found = omex_metadata.findings(archive, manifest, people(manifest))
    return verdict(NAME, tool, file, found, f"{count} statements")


def people(manifest: dict[str, Any]) -> list[tuple[str, str]]:
    """Names and ORCIDs of the creators, as the metadata must have them; an organisation has no ORCID."""
    orcids = iter(ORCID.findall(manifest["description"]))
    return [
        (one["organisation"], "")
        if one["family"] == one["organisation"]
        else (f"{one['given']} {one['family']}", next(orcids, ""))
        for one in manifest["creators"]
    ]
