"""Points 9 and 10: every identifier and paper of the deposit is in the tables of the project, and is verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from igf1r_validation import identifiers, sbml_common
from igf1r_validation.deposit.case import Case
from igf1r_validation.deposit.line import Line, share

if TYPE_CHECKING:
    from igf1r_validation.identifier_tables.rows import Row

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


def _rows() -> list[Row]:
    from igf1r_validation.identifier_tables.rows import read_identifiers, read_papers

    folder = identifiers.tables()
    if folder is None:
        return []
    return [*read_identifiers(folder / identifiers.TABLES[0]), *read_papers(folder / identifiers.TABLES[1])]


def _line(case: Case, point: int, title: str, used: list[str]) -> Line:
    from igf1r_validation.identifier_tables.places import installed
    from igf1r_validation.verify_ids import GENE_LINKS, verify

    rows = {row.curie: row for row in _rows()}
    asked = [rows[curie] for curie in used if curie in rows]
    report = verify(asked, installed())
    wrong = [f"{curie} is not in the tables of the project" for curie in used if curie not in rows]
    status = {row.curie: row.fields["status"] for row in asked}
    wrong += [f"{curie} is {one}, not confirmed" for curie, one in status.items() if one != "confirmed"]
    wrong += [f"{one.subject} [{one.rule}] {one.message}" for one in report.findings]
    if report.missing and not wrong:
        return Line(point, title, "not run", "; ".join(report.missing), SET_UP)
    told = (
        f"{share(len(report.by_table) + len(report.sighted), len(used))}: {len(report.by_table):,} by a table of the "
        f"database, {len(report.sighted):,} by a recorded sighting"
    )
    told += f"; {GENE_LINKS}" if title == READ else ""
    line = case.line(point, title, told, wrong=wrong)
    return Line(point, title, line.status, line.told, "", report.tables)


POINTS: Final = ((9, _identifiers), (10, _papers))
