"""Points 19 and 20: the files beside the archive, their names, the other formats, and the release notes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from igf1r_validation.deposit.case import Case
from igf1r_validation.deposit.line import Line, share

NAME: Final = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9]+)?")
WANTED: Final = ("{}.omex", "{}.xml", "{}.cps", "{}.owl", "{}.sbgn", "{}.cx2", "{}.svg", "README.md", "COVER.md")
LOOSE: Final = ("agree", "sbgn", "sbgn-arrival", "sbgn-drawing", "sbgn-schematron", "petab")
SAME: Final = ("not packed", "too much", "not the same")  # rules of the judge omex; point 16 has all of them
OTHERS: Final = ("biopax-rules", "biopax-arrival", "biopax-rdf", "pybiopax", "paxtools", "cx2", "ndex2")
JUDGES: Final = (*LOOSE, *OTHERS)
NOTES: Final = ("### Model content", "### Software")


def _beside(case: Case) -> Line:
    wanted = [name.format(case.model) for name in WANTED]
    wrong = [f"{name} is missing" for name in wanted if not (case.folder / name).is_file()]
    wrong += [f"{path}: a name has letters, digits, _ and -, and one dot" for path in case.files if not _named(path)]
    wrong += [f"omex [{one.rule}] {one.subject}: {one.message}"
              for one in case.verdict("omex").findings if one.rule in SAME]  # fmt: skip
    wrong += [f"{path} is empty" for path in case.files if not (case.folder / path).stat().st_size]
    told = (
        f"{share(len(wanted) - sum('missing' in one for one in wrong), len(wanted), 'files')} that are wanted, "
        f"{len(case.files):,} in all; {len(case.packed):,} in the archive, the same as beside it"
    )
    return case.line(19, "files beside the archive, and their names", told, LOOSE, wrong=wrong)


def _named(path: str) -> bool:
    return all(NAME.fullmatch(part) for part in path.split("/"))


def _other_formats(case: Case) -> Line:
    wrong = [*_network(case), *(f"COVER.md has no {head!r}" for head in NOTES if head not in case.text("COVER.md"))]
    rules = case.verdict("biopax-rules")
    told = f"BioPAX: {rules.detail or 'no warning'}; NDEx: @context and reference; release notes in two parts"
    return case.line(20, "BioPAX, NDEx, release notes", told, OTHERS, wrong=wrong)


def _network(case: Case) -> Iterator[str]:
    """What NDEx wants of the network as a whole."""
    try:
        aspects = json.loads(case.text(f"{case.model}.cx2") or "[]")
    except ValueError as error:
        yield f"{case.model}.cx2 is no JSON: {error}"
        return
    said = {key for aspect in aspects for part in aspect.get("networkAttributes", ()) for key in part}
    yield from (f"{case.model}.cx2 has no {wanted}" for wanted in ("@context", "reference") if wanted not in said)


POINTS: Final = ((19, _beside), (20, _other_formats))
