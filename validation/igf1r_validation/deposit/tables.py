"""Points 9 and 10: every identifier and paper of the deposit is in the tables of the project, and is verified."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from igf1r_validation import identifiers, sbml_common
from igf1r_validation.deposit.case import Case
from igf1r_validation.deposit.line import Line, share

if TYPE_CHECKING:
    from igf1r_validation.verify_ids import Report

PAPERS: Final = ("pubmed", "doi", "pmc")
IDENTIFIERS: Final = "identifiers exist, are current, have our label"
READ: Final = "papers: number and title seen together, not retracted"
SET_UP: Final = "the tables of the databases are set up by: make verify-ids"


def _identifiers(case: Case) -> Line:
    used = [curie for curie in used_identifiers(case) if curie.partition(":")[0] not in PAPERS]
    return _able(case, 9, IDENTIFIERS, used)


def _papers(case: Case) -> Line:
    used = [curie for curie in used_identifiers(case) if curie.partition(":")[0] in PAPERS]
    return _able(case, 10, READ, used)


def _able(case: Case, point: int, title: str, used: list[str]) -> Line:
    try:
        return _line(case, point, title, used)
    except ImportError as error:
        return Line(point, title, "not run", str(error), SET_UP)


def used_identifiers(case: Case) -> list[str]:
    """Every identifier of the SBML file, and the papers of the experiments."""
    terms = (term for _, _, element in case.elements for term in sbml_common.terms(element))
    found = {identifiers.curie(address) for _, addresses in terms for address in addresses}
    return sorted(found | {str(source) for one in case.experiments for source in one["sources"]})


@cache
def _report() -> Report:
    """All rows of the project's tables, verified: rows of one gene are held against each other, so all are needed."""
    from igf1r_validation.identifier_tables.places import installed
    from igf1r_validation.identifier_tables.rows import read_identifiers, read_papers
    from igf1r_validation.verify_ids import verify

    folder = identifiers.tables()
    if folder is None:
        raise ImportError(f"missing: {' and '.join(identifiers.TABLES)}")
    rows = [*read_identifiers(folder / identifiers.TABLES[0]), *read_papers(folder / identifiers.TABLES[1])]
    return verify(rows, installed())


def _line(case: Case, point: int, title: str, used: list[str]) -> Line:
    from igf1r_validation.verify_ids import GENE_LINKS

    report = _report()
    status = {row.curie: row.fields["status"] for row in report.rows}
    wrong = [f"{curie} is not in the tables of the project" for curie in used if curie not in status]
    wrong += [
        f"{curie} is {status[curie]}, not confirmed" for curie in used if status.get(curie, "confirmed") != "confirmed"
    ]
    wrong += [f"{one.subject} [{one.rule}] {one.message}" for one in report.findings if one.subject in used]
    by_table, sighted = (sum(curie in found for curie in used) for found in (report.by_table, report.sighted))
    if not wrong and by_table + sighted < len(used):
        unread = share(len(used) - by_table - sighted, len(used), "cannot be verified")
        return Line(point, title, "not run", f"{unread}: {'; '.join(report.missing)}", SET_UP)
    told = (
        f"{share(by_table + sighted, len(used))}: {by_table:,} by a table of the database, {sighted:,} by a recorded "
        "sighting"
    )
    told += f"; {GENE_LINKS}" if title == READ else ""
    line = case.line(point, title, told, wrong=wrong)
    return Line(point, title, line.status, line.told, "", report.tables)


POINTS: Final = ((9, _identifiers), (10, _papers))
