"""Hold every identifier and paper of the two tables against offline tables: ``python -m igf1r_validation.verify_ids``.

Exit code 0: every row is verified by a table or rests on a recorded sighting. 1: something is wrong. 2: a table could
not be read, so that not everything was looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from igf1r_validation.identifier_tables import chemicals, classes, genes, modelling, obo, papers, sightings
from igf1r_validation.identifier_tables.places import NotInstalledError, Places, installed
from igf1r_validation.identifier_tables.rows import Check, Row, read_identifiers, read_papers
from igf1r_validation.identifiers import TABLES, tables
from igf1r_validation.verdict import Finding

CHECKS: Final[tuple[Check, ...]] = tuple(
    check for module in (genes, obo, modelling, chemicals, classes, papers) for check in module.CHECKS
)
GENE_LINKS: Final = "papers confirmed by a link between gene and paper: not available (no installable table)"
SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it.

    Attributes:
        rows: all rows, in the order of the tables.
        by_table: the table or tables that confirmed each verified row, by CURIE.
        sighted: CURIEs that no table confirmed and whose record of a sighting is complete.
        findings: everything that is wrong, by row.
        missing: tables that could not be read, and why.
        tables: the tables that were read, with their versions.
    """

    rows: tuple[Row, ...]
    by_table: dict[str, tuple[str, ...]]
    sighted: frozenset[str]
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    tables: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """0 without a finding, 1 with one, 2 when a table could not be read and nothing was found."""
        return 1 if self.findings else 2 if self.missing else 0

    def kinds(self) -> dict[str, dict[str, int]]:
        """For each kind of identifier: rows, verified by a table, resting on a sighting, neither."""
        counted: dict[str, dict[str, int]] = {}
        for row in self.rows:
            count = counted.setdefault(row.kind, {"rows": 0, "by_table": 0, "by_sighting": 0, "unconfirmed": 0})
            count["rows"] += 1
            way = "by_table" if row.curie in self.by_table else "by_sighting" if row.curie in self.sighted else ""
            count[way or "unconfirmed"] += 1
        return dict(sorted(counted.items(), key=lambda one: one[0].casefold()))


def verify(rows: Sequence[Row], places: Places, tell: Callable[[str], None] = lambda name: None) -> Report:
    """Hold rows against every table of their kind; `tell` hears the name of each table before it is read."""
    findings = list(sightings.well_formed(rows))
    by_table: dict[str, tuple[str, ...]] = {}
    missing, read, unread = [], [], set[str]()
    malformed = {one.subject for one in findings if one.rule == "pattern"}
    for check in CHECKS:
        asked = [row for row in rows if row.kind in check.kinds and _askable(row, malformed)]
        if not asked:
            continue
        tell(check.name)
        try:
            answer = check.run(asked, places)
        except NotInstalledError as reason:
            missing.append(f"{check.name}: {reason}")
            unread.update(row.curie for row in asked)
            continue
        read.append(answer.table)
        findings += answer.findings
        for curie in answer.verified:
            by_table[curie] = (*by_table.get(curie, ()), answer.table)
    return _report(rows, by_table, findings, missing, read, unread)


def _askable(row: Row, malformed: set[str]) -> bool:
    """Readers of SBO take digits for granted; every other table simply lacks what is malformed."""
    return not (row.kind == "SBO" and row.curie in malformed)


def _report(
    rows: Sequence[Row],
    by_table: dict[str, tuple[str, ...]],
    findings: list[Finding],
    missing: list[str],
    read: list[str],
    unread: set[str],
) -> Report:
    wrong = {one.subject for one in findings}
    open_rows = [row for row in rows if row.curie not in wrong | unread | by_table.keys()]
    objections = [finding for row in open_rows if (finding := sightings.unsighted(row))]
    findings = [*findings, *objections]
    wrong |= {one.subject for one in objections}
    order = {row.curie: number for number, row in enumerate(rows)}
    return Report(
        tuple(rows),
        {curie: names for curie, names in by_table.items() if curie not in wrong | unread},
        frozenset(row.curie for row in open_rows if row.curie not in wrong),
        tuple(sorted(findings, key=lambda one: (order[one.subject], one.rule))),
        tuple(missing),
        tuple(sorted(set(read))),
    )


def as_data(report: Report) -> dict[str, Any]:
    """A report as plain JSON data."""
    return {
        "exit_code": report.exit_code,
        "kinds": report.kinds(),
        "tables": list(report.tables),
        "findings": [asdict(one) for one in report.findings],
        "not_run": list(report.missing),
        "gene_links": GENE_LINKS,
        "rows": {row.curie: _basis(row, report) for row in report.rows},
    }


def _basis(row: Row, report: Report) -> dict[str, Any]:
    if row.curie in report.by_table:
        return {"by": "table", "tables": list(report.by_table[row.curie])}
    return {"by": "sighting" if row.curie in report.sighted else "", "source": row.fields["source"]}


def show(report: Report) -> None:
    """Print the tables that were read, the counts of each kind, everything that is wrong, and one closing line."""
    from rich.table import Table

    from igf1r_validation.report import console

    screen = console()
    table = Table("kind", "rows", "by a table", "by a recorded sighting", "unconfirmed")
    kinds = report.kinds()
    for kind, count in kinds.items():
        table.add_row(kind, *(str(number) if number else "" for number in count.values()))
    screen.print(table)
    lines = ["read:", *(f"    {name}" for name in report.tables), GENE_LINKS]
    lines += [f"{one.subject}  [{one.rule}]  {one.message}" for one in report.findings[:SHOWN]]
    lines += [f"... and {len(report.findings) - SHOWN} more"] if len(report.findings) > SHOWN else []
    lines += [f"not run: {one}" for one in report.missing]
    lines += ["the tables are set up by: make verify-ids"] if report.missing else []
    lines.append(_closing(report, kinds))
    screen.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)


def _closing(report: Report, kinds: dict[str, dict[str, int]]) -> str:
    sums = {key: sum(count[key] for count in kinds.values()) for key in ("by_table", "by_sighting", "unconfirmed")}
    return (
        f"{len(report.rows)} rows: verified against a table: {sums['by_table']}; by recorded sighting: "
        f"{sums['by_sighting']}; unconfirmed: {sums['unconfirmed']}; findings: {len(report.findings)}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    folder = tables() or Path()
    parser = argparse.ArgumentParser(prog="igf1r_validation.verify_ids", description=__doc__.partition(":")[0])
    parser.add_argument("--identifiers", type=Path, default=folder / TABLES[0], help="table of identifiers")
    parser.add_argument("--papers", type=Path, default=folder / TABLES[1], help="table of papers")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    asked = parser.parse_args(arguments)
    try:
        rows = [*read_identifiers(asked.identifiers), *read_papers(asked.papers)]
    except (OSError, ValueError) as reason:
        print(f"verify-ids: {reason}", file=sys.stderr)
        return 2
    report = _with_progress(rows)
    if asked.json:
        print(json.dumps(as_data(report), indent=1, ensure_ascii=False))
    else:
        show(report)
    return report.exit_code


def _with_progress(rows: Sequence[Row]) -> Report:
    """Verify, and name the table being read where a terminal shows it."""
    from igf1r_validation.report import console

    screen = console(stderr=True)
    if not screen.is_terminal:
        return verify(rows, installed())
    with screen.status("verifying") as status:
        return verify(rows, installed(), lambda name: status.update(f"verifying: {name}"))


if __name__ == "__main__":
    sys.exit(main())
