"""SBO and ECO terms that follow from the model, for checks and exporters; labels are in data/identifiers.tsv."""

from __future__ import annotations

from typing import Final

from igf1r_model.kinetics import coherent
from igf1r_model.model import Basis, Constant, Quantity

# Terms that a constant may have: the branch "quantitative systems description parameter" of SBO.
PARAMETER_SBO: Final[dict[str, str]] = {
    "SBO:0000002": "quantitative systems description parameter",
    "SBO:0000025": "catalytic rate constant",
    "SBO:0000027": "Michaelis constant",
    "SBO:0000035": "forward unimolecular rate constant, continuous case",
    "SBO:0000036": "forward bimolecular rate constant, continuous case",
    "SBO:0000048": "forward zeroth order rate constant, continuous case",
    "SBO:0000186": "maximal velocity",
    "SBO:0000190": "Hill coefficient",
    "SBO:0000261": "inhibitory constant",
    "SBO:0000282": "dissociation constant",
    "SBO:0000338": "dissociation rate constant",
    "SBO:0000339": "bimolecular association rate constant",
    "SBO:0000356": "decay constant",
    "SBO:0000472": "molar concentration of an entity",
}
BY_ROLE: Final = {
    "kon": "SBO:0000339",
    "Kd": "SBO:0000282",
    "kcat": "SBO:0000025",
    "Km": "SBO:0000027",
    "Ki": "SBO:0000261",
    "K": "SBO:0000002",
}
BY_UNIT: Final = {"1/s": "SBO:0000035", "1/(nM*s)": "SBO:0000036", "nM/s": "SBO:0000048"}

ECO_OF_BASIS: Final[dict[Basis, str]] = {
    Basis.MEASURED: "ECO:0000269",
    Basis.FROM_MODEL: "ECO:0000304",
    Basis.FITTED: "ECO:0000305",
    Basis.DERIVED: "ECO:0000305",
    Basis.ASSUMED: "ECO:0000306",
}


def sbo_of(constant: Constant) -> str:
    """A constant's SBO term: the curator's, else by its place in the law, else by its unit."""
    return constant.sbo or BY_ROLE.get(constant.role) or BY_UNIT.get(coherent(constant)[1], "SBO:0000002")


def eco_of(quantity: Quantity) -> str:
    """The evidence term of a number, from its basis."""
    return ECO_OF_BASIS[quantity.basis]
