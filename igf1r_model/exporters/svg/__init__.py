"""SVG pictures for papers, talks and browsers: the whole map, one sheet per module on A4, an overview of molecules.

They look like SBGN process descriptions. A molecule links to its database entry, a process to its first paper; every
element has a title with its id and name. There is no script and no font in a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from igf1r_model.drawing import Drawing
from igf1r_model.exporters.svg.page import contested, page
from igf1r_model.model import Model
from igf1r_model.terms import PROCESS_SBO

SUFFIX: Final = ".svg"
LOSES: Final = (
    "rate laws, constants, amounts, readouts and switches (only that a process is contested is shown)",
    "which molecules of a complex touch each other",
    "all evidence but the papers of a process",
    "forms that take part in no process",
)
VERBS: Final = PROCESS_SBO
__all__ = ["LOSES", "SUFFIX", "VERBS", "coloured", "files"]


def files(model: Model) -> Mapping[str, str]:
    """Every picture of a model; none for a model without a layout."""
    if model.layout is None:
        return {}
    pictures = {f"{model.id}{SUFFIX}": model.layout.whole, f"{model.id}/overview{SUFFIX}": model.layout.overview}
    pictures |= {f"{model.id}/sheets/{sheet.id}{SUFFIX}": sheet for sheet in model.layout.sheets}
    dashed = contested(model)
    return {path: page(model, drawing, dashed) for path, drawing in pictures.items()}


def coloured(model: Model, drawing: Drawing, colours: Mapping[str, str], key: Sequence[str] = ()) -> str:
    """A picture whose forms have colours of their own (``#rrggbb``, by id); a form without one is white.

    `key` are lines that say what the colours mean; they stand below the legend of lines.
    """
    return page(model, drawing, contested(model), colours, key)
