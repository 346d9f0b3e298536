"""A user's own identifiers and papers: rows appended to the tables, marked as asserted."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from igf1r_model.identifiers import IDENTIFIERS, PAPERS, known, pattern_problem

ASSERTED: Final = "asserted"
BY: Final = "asserted by the user"


def add_identifier(curie: str, label: str) -> str:
    """Append an identifier, and say so.

    Raises:
        ValueError: when it is malformed, has an unknown prefix, or is there already.
    """
    _refuse(curie, label)
    _append(IDENTIFIERS, (curie, label, "", BY, "", "", ASSERTED))
    return f"{curie} {label!r} added, asserted by you: it builds, is shown as asserted, and a deposit refuses it"


def add_paper(pmid: str, title: str) -> str:
    """Append a paper by its PubMed id (or a ``doi:`` or ``pmc:`` CURIE), and say so.

    Raises:
        ValueError: when the id is malformed, or the paper is there already.
    """
    curie = pmid if ":" in pmid else f"pubmed:{pmid}"
    _refuse(curie, title)
    _append(PAPERS, (curie, title, "", "", "", BY, "", ASSERTED))
    return f"{curie} {title!r} added, asserted by you: it builds, is shown as asserted, and a deposit refuses it"


def _refuse(curie: str, text: str) -> None:
    wrong = pattern_problem(curie)
    if wrong:
        raise ValueError(wrong)
    if curie in known():
        raise ValueError(f"{curie} is in the table already: {known()[curie].label!r}, {known()[curie].status}")
    if not text.strip() or any(character in text for character in "\t\r\n"):
        raise ValueError("the label or title must be one line of text without tabs")


def _append(table: Path, fields: tuple[str, ...]) -> None:
    with table.open("ab") as handle:
        handle.write(("\t".join(fields) + "\n").encode())
    known.cache_clear()
