"""Identifiers as URIs, in one of two styles; no exporter spells a URI itself."""

from __future__ import annotations

import os
from typing import Final

# Prefixes whose ids repeat the prefix in the path form: go/GO:0005886.
OBO: Final = {
    "GO": "go",
    "CHEBI": "chebi",
    "MOD": "mod",
    "ECO": "eco",
    "BTO": "bto",
    "DOID": "doid",
    "CL": "cl",
    "MI": "mi",
    "SBO": "sbo",
}
STYLES: Final = ("compact", "path")


def uri_style() -> str:
    """``compact`` (``https://identifiers.org/GO:0005886``), or ``path`` for older readers: ``make URI_STYLE=path``.

    Raises:
        ValueError: naming the styles, when URI_STYLE is neither.
    """
    style = os.environ.get("URI_STYLE") or STYLES[0]
    if style not in STYLES:
        raise ValueError(f"URI_STYLE is {style!r}; allowed: {', '.join(STYLES)}")
    return style


def uri(curie: str, style: str) -> str:
    """The identifiers.org URI of a CURIE."""
    if style == "compact":
        return f"https://identifiers.org/{curie}"
    prefix, local = curie.split(":", 1)
    return (
        f"http://identifiers.org/{OBO[prefix]}/{curie}" if prefix in OBO else f"http://identifiers.org/{prefix}/{local}"
    )
