"""SBO and ECO terms that follow from the model, for checks and exporters; labels are in data/identifiers.tsv."""

from __future__ import annotations

from typing import Final

from igf1r_model.kinetics import coherent
from igf1r_model.model import Basis, Constant, Form, Kind, Molecule, Quantity, Role

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

# Every verb, with the term of what it does.
PROCESS_SBO: Final[dict[str, str]] = {
    "bind": "SBO:0000177",
    "unbind": "SBO:0000180",
    "phosphorylate": "SBO:0000216",
    "autophosphorylate": "SBO:0000216",
    "dephosphorylate": "SBO:0000330",
    "ubiquitinate": "SBO:0000224",
    "activate": "SBO:0000656",
    "deactivate": "SBO:0000182",
    "load_gtp": "SBO:0000182",
    "hydrolyse_gtp": "SBO:0000182",
    "convert_ATP": "SBO:0000216",
    "convert_water": "SBO:0000330",
    "convert_plain": "SBO:0000182",
    "translocate": "SBO:0000655",
    "internalise": "SBO:0000655",
    "synthesise": "SBO:0000393",
    "degrade": "SBO:0000179",
    "change": "SBO:0000182",
}
CONTROL_SBO: Final[dict[Role, str]] = {
    Role.CATALYST: "SBO:0000460",
    Role.ACTIVATOR: "SBO:0000459",
    Role.ESSENTIAL_ACTIVATOR: "SBO:0000461",
    Role.INHIBITOR: "SBO:0000020",
}
DRUG_SBO: Final = {True: "SBO:0000206", False: "SBO:0000207"}  # competitive or not
REACTANT_SBO: Final = "SBO:0000010"
PRODUCT_SBO: Final = "SBO:0000011"

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


def form_sbo(form: Form) -> str:
    """The term of a form: protein, complex of proteins, complex with other parts, or small molecule."""
    if not form.is_complex:
        return molecule_sbo(form.parts[0].molecule)
    small = any(part.molecule.kind in (Kind.SMALL_MOLECULE, Kind.DRUG) for part in form.parts)
    return "SBO:0000253" if small else "SBO:0000297"


def molecule_sbo(molecule: Molecule) -> str:
    """The term of a molecule: small molecule or protein."""
    return "SBO:0000247" if molecule.kind in (Kind.SMALL_MOLECULE, Kind.DRUG) else "SBO:0000252"
