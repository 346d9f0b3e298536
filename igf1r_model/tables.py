"""A user's own identifiers and papers: rows appended to the tables, marked as asserted."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from igf1r_model.identifiers import IDENTIFIERS, PAPERS, known, pattern_problem

GO_ASPECTS: Final = ("cellular_component", "molecular_function", "biological_process")
ASSERTED: Final = "asserted"
PAPER_PREFIXES: Final = ("pubmed:", "doi:", "pmc:")
BY: Final = "asserted by the user"


def add_identifier(curie: str, label: str, role: str = "") -> str:
    """Append an identifier, and say so; a GO term needs its aspect as `role`.

    Raises:
        ValueError: when it is malformed, has an unknown prefix, lacks its aspect, or is there already.
    """
    if curie.startswith("GO:") and role not in GO_ASPECTS:
        raise ValueError(f"{curie} needs its aspect: --role {' or --role '.join(GO_ASPECTS)}")
    if curie.startswith(PAPER_PREFIXES):
        raise ValueError(f'{curie} is a paper; type: igf1r-model add-paper {curie.removeprefix("pubmed:")} "TITLE"')
    _refuse(curie, label)
    _append(IDENTIFIERS, (curie, label, role, BY, "", "", ASSERTED))
    return f"{curie} {label!r} added, asserted by you: it builds, is shown as asserted, and a deposit refuses it"


def add_paper(pmid: str, title: str) -> str:
    """Append a paper by its PubMed id (or a ``doi:`` or ``pmc:`` CURIE), and say so.

    Raises:
        ValueError: when the id is malformed, or the paper is there already.
    """
    curie = pmid if ":" in pmid else f"pubmed:{pmid}"
    if not curie.startswith(PAPER_PREFIXES):
        raise ValueError(f'{curie} is no paper; type: igf1r-model add-id {curie} "LABEL"')
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
    before = table.read_bytes()
    ended = b"" if before.endswith(b"\n") else b"\n"
    table.write_bytes(before + ended + ("\t".join(fields) + "\n").encode())
    known.cache_clear()
