"""Notes: what a reader sees in COPASI's or a browser's notes field."""

from __future__ import annotations

from collections import Counter
from typing import Final

from igf1r_model.exporters._xml import element, fixed, leaf
from igf1r_model.identifiers import asserted
from igf1r_model.model import Model
from igf1r_model.walk import used_identifiers

XHTML: Final = fixed({"xmlns": "http://www.w3.org/1999/xhtml"})
HOW_TO: Final = (
    "To see something: give a ligand of the group 'inputs' an initial concentration (IGF1: 10 nM), then run a time "
    "course of 7200 s."
)
LICENCE: Final = (
    "This model is released under CC0 1.0: it may be used without any restriction. Please cite the project igf1r-model."
)
NO_CLAIM: Final = "The model describes a pathway; no clinical claim follows from it."


def notes(*paragraphs: str) -> str:
    """Paragraphs of text as a notes element."""
    return element("notes", None, element("body", XHTML, *(leaf("p", text) for text in paragraphs)))


def model_notes(model: Model) -> str:
    """What the model is, how to use it, how well its numbers are known, and its licence."""
    return notes(model.description, HOW_TO, basis_shares(model), *_asserted(model), LICENCE, NO_CLAIM)


def basis_shares(model: Model) -> str:
    """How many constants are measured, taken from a model, fitted, derived, assumed."""
    count = Counter(constant.quantity.basis.value for constant in model.constants)
    told = ", ".join(f"{number} {basis.replace('_', ' ')}" for basis, number in sorted(count.items()))
    return f"Of {len(model.constants)} constants: {told}."


def _asserted(model: Model) -> list[str]:
    curies = sorted({curie for _, curie, _ in used_identifiers(model) if asserted(curie)})
    return [f"Asserted by the user, not confirmed by the project: {', '.join(curies)}."] if curies else []
