"""What SBML calls things: SBO terms of verbs and laws, and unit definitions."""

from __future__ import annotations

from typing import Final

from igf1r_model.model import ALTERNATIVES, Process
from igf1r_model.terms import PROCESS_SBO

VERBS: Final = PROCESS_SBO  # every verb that SBML knows, with the SBO term of its reaction

Unit = tuple[str, str, tuple[tuple[str, int, int], ...]]  # id, name, (kind, exponent, scale)...
UNITS: Final[dict[str, Unit]] = {
    "nmol": ("unit__nmol", "nmol", (("mole", 1, -9),)),
    "dm": ("unit__dm", "dm", (("metre", 1, -1),)),
    "dm^2": ("unit__dm2", "dm^2", (("metre", 2, -1),)),
    "nM": ("unit__nM", "nM", (("mole", 1, -9), ("litre", -1, 0))),
    "1/s": ("unit__per_s", "1/s", (("second", -1, 0),)),
    "nM/s": ("unit__nM_per_s", "nM/s", (("mole", 1, -9), ("litre", -1, 0), ("second", -1, 0))),
    "1/(nM*s)": ("unit__per_nM_s", "1/(nM*s)", (("mole", -1, -9), ("litre", 1, 0), ("second", -1, 0))),
    "1/(nM^2*s)": ("unit__per_nM2_s", "1/(nM^2*s)", (("mole", -2, -9), ("litre", 2, 0), ("second", -1, 0))),
    "1/nM": ("unit__per_nM", "1/nM", (("mole", -1, -9), ("litre", 1, 0))),
    "nmol/s": ("unit__nmol_per_s", "nmol/s", (("mole", 1, -9), ("second", -1, 0))),
}
BUILT_IN: Final = {"dimensionless": "dimensionless", "L": "litre", "s": "second"}
ALWAYS: Final = ("nmol", "dm", "dm^2")


def unit_id(name: str) -> str:
    """The SBML unit of a coherent unit."""
    return BUILT_IN.get(name) or UNITS[name][0]


def law_sbo(process: Process, slowed: bool) -> str:
    """The kinetic law's term, as exact as its form allows; `slowed` tells whether a drug acts on a catalyst."""
    speeds = [control for control in process.controls if control.role in ALTERNATIVES and not control.itself]
    terms = sum(len(control.members) for control in speeds) + sum(c.role == "k" for c in process.constants)
    saturates = any(constant.role == "kcat" for control in speeds for constant in control.constants)
    if terms > 1 or slowed or any(control.role not in ALTERNATIVES for control in process.controls):
        return "SBO:0000268" if saturates else "SBO:0000001"
    if saturates:
        return "SBO:0000029"
    if process.reversible:
        return "SBO:0000101" if len(process.reactants) == 2 else "SBO:0000042"
    order = sum(p.count for p in process.reactants) + len(speeds)
    return {0: "SBO:0000047", 1: "SBO:0000049"}.get(order, "SBO:0000041")
