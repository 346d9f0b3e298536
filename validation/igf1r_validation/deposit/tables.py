"""Points 9 and 10: every identifier and paper of the deposit is in the tables of checked ones."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final

from igf1r_validation import identifiers, sbml_common
from igf1r_validation.deposit.case import Case
from igf1r_validation.deposit.line import Line, share

PAPERS: Final = ("pubmed", "doi", "pmc")
Row = dict[str, str]


def points(case: Case) -> Iterator[Line]:
    """The lines of points 9 and 10."""
    used = sorted(_used(case))
    rows = _rows()
    papers = [curie for curie in used if curie.partition(":")[0] in PAPERS]
    yield _checked(case, 9, "identifiers exist and are confirmed", [c for c in used if c not in papers], rows)
    yield _checked(case, 10, "papers: number and title seen together", papers, rows)


def _used(case: Case) -> set[str]:
    """Every identifier of the SBML file, and the papers of the experiments."""
    terms = (term for _, _, element in case.elements for term in sbml_common.terms(element))
    found = {identifiers.curie(address) for _, addresses in terms for address in addresses}
    return found | {source for one in case.experiments for source in one["sources"]}


def _rows() -> dict[str, Row]:
    folder = identifiers.tables()
    rows: dict[str, Row] = {}
    for name in identifiers.TABLES if folder else ():
        with (folder / name).open(encoding="utf-8", newline="") as file:  # type: ignore[operator]
            rows |= {row["curie"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    return rows


def _checked(case: Case, point: int, title: str, used: list[str], rows: dict[str, Row]) -> Line:
    wrong = [objection for curie in used for objection in _objections(curie, rows.get(curie))]
    dates = sorted({rows[curie]["checked_on"] for curie in used if curie in rows})
    between = " to ".join(dict.fromkeys((*dates[:1], *dates[-1:])))
    told = f"{share(len(used) - len(wrong), len(used))} confirmed, checked on {between}"
    return case.line(point, title, told, wrong=wrong)


def _objections(curie: str, row: Row | None) -> Iterator[str]:
    if row is None:
        yield f"{curie} is not in the tables of checked identifiers"
    elif row["status"] != "confirmed":
        yield f"{curie} is {row['status']}, not confirmed"
    elif curie.startswith("pubmed:") and not curie.removeprefix("pubmed:").isdigit():
        yield f"{curie} is not a number"
