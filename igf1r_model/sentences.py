"""Processes and numbers in English, for proof-reading and for notes in files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from igf1r_model.identifiers import asserted
from igf1r_model.model import Control, Evidence, Family, Participant, Process, Quantity, Role, Switch

SAYS: Final[dict[str, str]] = {
    "bind": "{left} bind and form {right}",
    "unbind": "{left} falls apart into {right}",
    "phosphorylate": "{left} is phosphorylated to {right}",
    "autophosphorylate": "{left} phosphorylates itself to {right}",
    "dephosphorylate": "{left} is dephosphorylated to {right}",
    "ubiquitinate": "{left} is ubiquitinated to {right}",
    "activate": "{left} is activated to {right}",
    "deactivate": "{left} falls back to {right}",
    "load_gtp": "{left} exchanges GDP for GTP and becomes {right}",
    "hydrolyse_gtp": "{left} hydrolyses its GTP and becomes {right}",
    "convert_ATP": "{left} is phosphorylated to {right}",
    "convert_water": "{left} is dephosphorylated to {right}",
    "convert_plain": "{left} is converted to {right}",
    "translocate": "{left} moves to the {there} as {right}",
    "internalise": "{left} is taken up into the {there} as {right}",
    "synthesise": "{right} is made in the {there}",
    "degrade": "{left} is degraded",
    "change": "{left} becomes {right}",
}
BY: Final[dict[Role, str]] = {
    Role.CATALYST: "catalysed by",
    Role.ACTIVATOR: "stimulated by",
    Role.ESSENTIAL_ACTIVATOR: "only with",
    Role.INHIBITOR: "inhibited by",
}


def sentence(process: Process) -> str:
    """What a process says: ``IRS1 is phosphorylated to p-IRS1, catalysed by active IGF1R.``"""
    pattern = SAYS.get(process.verb, f"{{left}} {process.verb} {{right}}")
    there = (process.products or process.reactants)[0].form.place.name
    said = pattern.format(left=_names(process.reactants), right=_names(process.products), there=there)
    controls = "".join(f", {BY[control.role]} {_actor(control)}" for control in process.controls if not control.itself)
    contested = f"; contested, {'on' if process.switch.on else 'off'} by default" if process.switch else ""
    return f"{said}{controls}{contested}."


def _names(side: Iterable[Participant]) -> str:
    return " and ".join(f"{p.count if p.count > 1 else ''} {p.form.name}".strip() for p in side)


def _actor(control: Control) -> str:
    if isinstance(control.by, Family):
        return f"{control.by.name} ({', '.join(form.name for form in control.members)})"
    return control.by.name


def provenance(quantity: Quantity) -> str:
    """Where a number comes from: ``3.5e-4 1/(nM*s), measured, KISELYOV_2009 (pubmed:19225456), Table 1``."""
    told = [f"{quantity.value:g} {quantity.unit}", quantity.basis.value.replace("_", " ")]
    if quantity.source is not None:
        told.append(f"{quantity.source.key} ({quantity.source.curie}{_asserted(quantity.source.curie)})")
    told += [text for text in (quantity.at, quantity.why) if text]
    if quantity.low is not None and quantity.high is not None:
        told.append(f"range {quantity.low:g} to {quantity.high:g}")
    return ", ".join(told)


def contested(switch: Switch) -> str:
    """Why a mechanism is behind a switch, with the word that says so."""
    return switch.why if switch.why.startswith("contested") else f"contested: {switch.why}"


def evidence_notes(evidence: Iterable[Evidence]) -> list[str]:
    """The curator's remarks on the evidence, and what only a user vouches for."""
    told = []
    for item in evidence:
        mark = _asserted(item.source.curie) if item.source is not None else ""
        if item.note or mark:
            key = f"{item.source.key}{mark}: " if item.source is not None else ""
            told.append(f"{key}{item.note}".rstrip(": "))
    return told


def _asserted(curie: str) -> str:
    return ", asserted by the user" if asserted(curie) else ""
