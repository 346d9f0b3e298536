"""What the SBML must say of each process: its reaction, participants, modifiers, drugs and law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from igf1r_validation.sbml_record import Fields, Record, Term, annotated, cited, number, sbo

VERB_SBO: Final = {
    "bind": 177,
    "unbind": 180,
    "phosphorylate": 216,
    "autophosphorylate": 216,
    "dephosphorylate": 330,
    "activate": 656,
    "deactivate": 182,
    "load_gtp": 182,
    "hydrolyse_gtp": 182,
    "convert_ATP": 216,
    "convert_water": 330,
    "convert_plain": 182,
    "translocate": 655,
    "internalise": 655,
    "recycle": 655,
    "export": 655,
    "import": 655,
    "synthesise": 393,
    "degrade": 179,
    "ubiquitinate": 224,
    "change": 182,
}
ROLE_SBO: Final = {"catalyst": 460, "activator": 459, "essential_activator": 461, "inhibitor": 20}
DRUG_SBO: Final = {True: 206, False: 207}  # competitive or not


def reactions(manifest: dict[str, Any]) -> Iterator[Record]:
    """The records of every process, with the drugs that act on it."""
    drugs = _drugs(manifest)
    for process in manifest["processes"]:
        yield from _process(process)
        yield from _drug_modifiers(process, drugs)


def _process(process: dict[str, Any]) -> Iterator[Record]:
    exact: list[Term] = [("bqbiol:is", (f"ec-code:{process['ec']}",))] if process["ec"] else []
    terms = [("bqbiol:isVersionOf", (process["go"],)), *exact, *cited(process["papers"], process["eco"])]
    verb = process["verb"]
    term = sbo(VERB_SBO[verb]) if verb in VERB_SBO else f"the SBO term of the unknown verb {verb}"
    yield (
        "reaction",
        process["id"],
        annotated(process, term, terms)
        | {
            "reversible": process["reversible"],
            "compartment": process["place"],
            "fast": False,
            "notes": process["sentence"],
        },
    )
    for kind, term, participants in (("reactant", sbo(10), "reactants"), ("product", sbo(11), "products")):
        for participant in process[participants]:
            yield _participant(kind, term, process["id"], participant)
    for control in process["controls"]:
        yield from _modifiers(process["id"], control)
    law: Fields = {"metaid": f"meta_law__{process['id']}", "terms": (), "formula": process["law"]}
    yield "law", f"law__{process['id']}", law


def _participant(kind: str, term: str, process: str, participant: dict[str, Any]) -> Record:
    key = f"{kind}__{process}__{participant['form']}"
    return (
        kind,
        key,
        {
            "metaid": f"meta_{key}",
            "reaction": process,
            "species": participant["form"],
            "stoichiometry": number(participant["count"]),
            "constant": True,
            "sbo": term,
            "terms": (),
        },
    )


def _modifiers(process: str, control: dict[str, Any]) -> Iterator[Record]:
    """One modifier per member of the control; what acts on itself is a reactant already and no modifier."""
    for member in () if control["self"] else control["members"]:
        key = f"control__{process}__{member}"
        yield (
            "modifier",
            key,
            {
                "metaid": f"meta_{key}",
                "reaction": process,
                "species": member,
                "sbo": sbo(ROLE_SBO[control["role"]]),
                "terms": tuple(cited(control["papers"], control["eco"])),
            },
        )


def _drugs(manifest: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The inhibitions that act on each form."""
    found: dict[str, list[dict[str, Any]]] = {}
    for inhibition in manifest.get("inhibitions", ()):
        for target in inhibition["targets"]:
            found.setdefault(target, []).append(inhibition)
    return found


def _drug_modifiers(process: dict[str, Any], drugs: dict[str, list[dict[str, Any]]]) -> Iterator[Record]:
    """One modifier per drug on any catalyst of a process, those that catalyse themselves included."""
    catalysts = [member for one in process["controls"] if one["role"] == "catalyst" for member in one["members"]]
    acting: dict[str, list[dict[str, Any]]] = {}
    for inhibition in (one for catalyst in catalysts for one in drugs.get(catalyst, ())):
        if not inhibition.get("only") or process["id"] in inhibition["only"]:
            acting.setdefault(inhibition["drug"], []).append(inhibition)
    for drug, inhibitions in acting.items():
        key = f"control__{process['id']}__{drug}"
        papers = dict.fromkeys(paper for one in inhibitions for paper in one["papers"])
        ecos = dict.fromkeys(eco for one in inhibitions for eco in one["eco"])
        yield (
            "modifier",
            key,
            {
                "metaid": f"meta_{key}",
                "reaction": process["id"],
                "species": drug,
                "sbo": sbo(DRUG_SBO[all(one["competitive"] for one in inhibitions)]),
                "terms": tuple(cited(list(papers), list(ecos))),
            },
        )
