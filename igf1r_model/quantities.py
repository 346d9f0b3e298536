"""Numbers and evidence as a curator writes them: ``measured(0.3, "nM", KISELYOV_2009, at="Table 1")``."""

from __future__ import annotations

from typing import Final

from igf1r_model.model import Basis, Evidence, Quantity, Source

# ECO terms (labels in data/identifiers.tsv).
DIRECT_ASSAY: Final = "ECO:0000314"
EXPERIMENT: Final = "ECO:0000269"
REVIEW: Final = "ECO:0000304"
CURATOR: Final = "ECO:0000305"
BACKGROUND: Final = "ECO:0000306"


def paper(key: str, pmid: str | int) -> Source:
    """A paper by its PubMed id; `key` (``KISELYOV_2009``) is how notes cite it."""
    return Source(key, f"pubmed:{pmid}")


def doi(key: str, identifier: str) -> Source:
    """A source that has a DOI but no PubMed id."""
    return Source(key, f"doi:{identifier}")


def ev(source: Source, eco: str = REVIEW, note: str = "") -> Evidence:
    """A paper that shows something, and how (an ECO term)."""
    return Evidence(eco, _cited("ev", source), note)


def inferred(note: str) -> Evidence:
    """The curator's own inference: a reason, no citation."""
    return Evidence(CURATOR, None, note)


def measured(
    value: float, unit: str, source: Source, *, at: str = "", low: float | None = None, high: float | None = None
) -> Quantity:
    """A number that somebody measured."""
    return Quantity(_real(value), unit, Basis.MEASURED, _cited("measured", source), at, "", low, high)


def from_model(
    value: float, unit: str, source: Source, *, at: str = "", low: float | None = None, high: float | None = None
) -> Quantity:
    """A number taken from a published model."""
    return Quantity(_real(value), unit, Basis.FROM_MODEL, _cited("from_model", source), at, "", low, high)


def fitted(value: float, unit: str, *, why: str, low: float | None = None, high: float | None = None) -> Quantity:
    """A number found by fitting this model; `why` names the data."""
    return Quantity(_real(value), unit, Basis.FITTED, None, "", why, low, high)


def derived(value: float, unit: str, *, why: str, source: Source | None = None, at: str = "") -> Quantity:
    """A number computed from others; `why` is the calculation, `source` where its inputs stand."""
    return Quantity(_real(value), unit, Basis.DERIVED, source and _cited("derived", source), at, why)


def assumed(value: float, unit: str, *, why: str, low: float | None = None, high: float | None = None) -> Quantity:
    """A number nobody measured, with the reason for the choice and no citation."""
    return Quantity(_real(value), unit, Basis.ASSUMED, None, "", why, low, high)


def estimated(start: float, unit: str, *, within: tuple[float, float], why: str) -> Quantity:
    """A constant that `igf1r-model calibrate` fits; until then it is assumed at its start, for the reason `why`.

    It is searched between two bounds, on a logarithmic scale. Four standard deviations of its prior lie between them.
    """
    low, high = within
    bounds = (_real(low), _real(high))
    return Quantity(_real(start), unit, Basis.ASSUMED, None, "", why, bounds=bounds, start=_real(start))


def _real(value: object) -> float:
    if isinstance(value, int | float):
        return value
    raise TypeError(f"the value {value!r} is no number")


def _cited(by: str, source: object) -> Source:
    if isinstance(source, Source):
        return source
    raise TypeError(f"{by}() needs a source, paper(...) or doi(...), not {source!r}")
