"""How kinds of things look in every picture: few and pale colours that colour-blind readers can tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from igf1r_model.model import Form, Kind

INK, SOFT, PAPER = "#1f2933", "#52606d", "#ffffff"
BLUE, RED, PURPLE, GREY, DARK = "#0b6aa8", "#b9411a", "#7d4b94", "#7b8794", "#3e4c59"


@dataclass(frozen=True, slots=True)
class Look:
    """A shape, its colours and what a legend calls it."""

    shape: str
    fill: str
    stroke: str
    called: str


KINDS: Final[dict[Kind, Look]] = {
    Kind.PROTEIN: Look("round", "#d5e8df", "#2c7a63", "protein"),
    Kind.FAMILY: Look("round", "#dfe6c8", "#6b7d2a", "protein family"),
    Kind.SMALL_MOLECULE: Look("pill", "#fbf0b2", "#8f7d00", "small molecule"),
    Kind.DRUG: Look("pill", "#f8d3b8", "#b4480f", "drug"),
    Kind.ANTIBODY: Look("round", "#e9d3e6", "#8a3f80", "antibody"),
}
COMPLEX: Final = Look("cut", "#e3e1f1", "#574f94", "complex")
GROUP: Final = Look("round", "#d5e8df", "#2c7a63", "any one of several forms")
COFACTOR: Final = Look("pill", "#fdf8da", "#a79a45", "cofactor")
STATE: Final = Look("pill", "#ffffff", "#52606d", "state (P: phosphorylated)")
PLACES: Final = ("#f5f7fa", "#eaeff5", "#f7f9fb", "#e6edf5")  # by depth
PLACE_LINE, MEMBRANE_LINE = "#b3c0cf", "#8fa3ba"


def form_look(form: Form) -> Look:
    """The look of a form: that of its molecule, or of a complex."""
    return COMPLEX if form.is_complex else KINDS[form.parts[0].molecule.kind]
