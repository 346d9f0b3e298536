"""The model's content as plain JSON, for the judges to hold every other file against, and for scripts.

A third, independent way out of the model: what SBML and BioPAX say is compared with something neither of them wrote.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from igf1r_model.exporters._doses import papers
from igf1r_model.exporters._uris import uri_style
from igf1r_model.expressions import infix
from igf1r_model.identifiers import label
from igf1r_model.kinetics import coherent, initial_concentration, litres
from igf1r_model.model import (
    Constant,
    Context,
    Control,
    Evidence,
    Form,
    Inhibition,
    Model,
    Molecule,
    Part,
    Participant,
    Process,
    Quantity,
    Setting,
)
from igf1r_model.sentences import SAYS, sentence
from igf1r_model.terms import sbo_of

SUFFIX: Final = ".model.json"
LOSES: Final = ("the ligand-free starts of contexts: they stand in the interface file",)
VERBS: Final = SAYS

STEADY_STATE: Final = "ligand-free steady state"  # how the reason of a computed start begins

Json = dict[str, Any]


def export(model: Model) -> str:
    """The model as a JSON object; things refer to each other by id."""
    from igf1r_model.exporters import formats  # this module is one of them

    used = _modified_sites(model)
    content: Json = {
        "id": model.id,
        "name": model.name,
        "description": model.description,
        "created": model.created,
        "modified": model.modified,
        "creators": [{"family": c.family, "given": c.given, "organisation": c.organisation, "email": c.email}
                     for c in model.creators],
        "terms": [{"qualifier": term.qualifier, "curies": term.curies} for term in model.terms],
        "uri_style": uri_style(),
        "context": model.context,
        "places": [{"id": p.id, "name": p.name, "go": p.go, "litres": litres(p),
                    "cell": p.cell.name if p.cell else ""} for p in model.places],
        "molecules": [_molecule(molecule, used.get(molecule.id, set())) for molecule in model.molecules],
        "forms": [_form(form) for form in model.forms],
        "families": [{"id": f.id, "name": f.name, "members": [m.id for m in f.members]} for f in model.families],
        "constants": [_constant(constant) for constant in model.constants],
        "switches": [{"id": s.id, "name": s.name, "value": int(s.on), "why": s.why} for s in model.switches],
        "inhibitions": [_inhibition(inhibition) for inhibition in model.inhibitions],
        "processes": [_process(process) for process in model.processes],
        "observables": [{"id": o.id, "name": o.name, "unit": o.unit, "formula": infix(o.formula), "meaning": o.meaning}
                        for o in model.observables],
        "dosings": _dosings(model),
        "contexts": [_context(context, model.forms) for context in model.contexts],
        "groups": _groups(model),
        "loses": {form.SUFFIX.lstrip("."): form.LOSES for form in formats().values()},
    }  # fmt: skip
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _modified_sites(model: Model) -> dict[str, set[str]]:
    """For each molecule the sites that some form has modified."""
    found: dict[str, set[str]] = {}
    for form in model.forms:
        for part in form.parts:
            found.setdefault(part.molecule.id, set()).update(mark.site for mark in part.marks)
    return found


def _molecule(molecule: Molecule, used: set[str]) -> Json:
    return {
        "id": molecule.id,
        "name": molecule.name,
        "symbol": next((label(curie) for curie in molecule.xrefs if curie.startswith("hgnc:")), ""),
        "kind": molecule.kind,
        "identity": molecule.identity,
        "xrefs": molecule.xrefs,
        "gene": molecule.gene,
        "members": [member.id for member in molecule.members],
        "sites": [{"name": site.name, "mod": site.mod} for site in molecule.sites if site.name in used],
        "currency": molecule.currency,
    }


def _form(form: Form) -> Json:
    return {
        "id": form.id,
        "name": form.name,
        "place": form.place.id,
        "parts": [_part(part) for part in form.parts],
        "bonds": form.bonds,
        "initial_nM": initial_concentration(form),
        "input": form.input,
        "fixed": form.fixed,
        **_provenance(form.initial),
    }


def _part(part: Part) -> Json:
    marks = [{"kind": mark.kind, "site": mark.site, "mod": mark.mod} for mark in part.marks]
    return {"molecule": part.molecule.id, "count": part.count, "marks": marks}


def _provenance(quantity: Quantity) -> Json:
    source = quantity.source.curie if quantity.source is not None else ""
    return {"basis": quantity.basis, "source": source, "at": quantity.at, "why": quantity.why}


def _constant(constant: Constant) -> Json:
    value, unit = coherent(constant)
    head = {"id": constant.id, "name": constant.name, "value": value, "unit": unit, "sbo": sbo_of(constant)}
    return head | _provenance(constant.quantity)


def _inhibition(inhibition: Inhibition) -> Json:
    return {
        "id": inhibition.id,
        "drug": inhibition.drug.id,
        "targets": [target.id for target in inhibition.targets],
        "Ki": inhibition.Ki.id,
        "competitive": inhibition.competitive,
        "only": inhibition.only,
        **_evidence(inhibition.evidence),
    }


def _process(process: Process) -> Json:
    assert process.law is not None
    return {
        "id": process.id,
        "name": process.name,
        "verb": process.verb,
        "effects": process.effects,
        "module": process.module,
        "place": process.place.id,
        "sentence": sentence(process),
        "reactants": _side(process.reactants),
        "products": _side(process.products),
        "controls": [_control(process, control) for control in process.controls],
        "currency_in": [[molecule.id, count] for molecule, count in process.currency_in],
        "currency_out": [[molecule.id, count] for molecule, count in process.currency_out],
        "constants": [constant.id for constant in process.constants],
        "go": process.go,
        "ec": process.ec,
        **_evidence(process.evidence),
        "reversible": process.reversible,
        "switch": process.switch.id if process.switch else "",
        "law": infix(process.law),
    }


def _side(side: Iterable[Participant]) -> list[Json]:
    return [{"form": participant.form.id, "count": participant.count} for participant in side]


def _control(process: Process, control: Control) -> Json:
    return {
        "id": f"control.{process.id}.{control.by.id}",
        "role": control.role,
        "members": [form.id for form in control.members],
        "constants": [constant.id for constant in control.constants],
        **_evidence(control.evidence),
        "self": control.itself,
    }


def _dosings(model: Model) -> list[Json]:
    """The slots for later doses: what is given, how, by which parameters, and in which papers."""
    return [
        {"id": one.id, "form": one.form, "act": one.act, "number": one.number, "time": one.time,
         "amount": one.amount, "papers": cited}
        for one, cited in papers(model).items()
    ]  # fmt: skip


def _context(context: Context, forms: Iterable[Form]) -> Json:
    """A context as it was declared: of its ligand-free start only the forms with a total of their own."""
    at_rest = {form.id: form.initial.why for form in forms if form.initial.why.startswith(STEADY_STATE)}
    settings = [one for one in context.settings if one.quantity.why != at_rest.get(one.target)]
    return {"id": context.id, "name": context.name, "why": context.why, "settings": [_setting(s) for s in settings]}


def _setting(setting: Setting) -> Json:
    quantity = setting.quantity
    return {"target": setting.target, "value": quantity.value, "unit": quantity.unit, **_provenance(quantity)}


def _evidence(evidence: Iterable[Evidence]) -> Json:
    items = tuple(evidence)
    papers = dict.fromkeys(item.source.curie for item in items if item.source is not None)
    return {"papers": list(papers), "eco": list(dict.fromkeys(item.eco for item in items))}


def _groups(model: Model) -> list[Json]:
    """What SBML calls groups: the doses, the observables, and each module's own."""
    groups = [
        ("group__inputs", "inputs: doses to set", [form.id for form in model.forms if form.input]),
        ("group__observables", "observables", [observable.id for observable in model.observables]),
    ]
    groups += [(f"group__{m.id}", f"module: {m.title}", [*m.forms, *m.processes]) for m in model.modules]
    return [{"id": id, "name": name, "members": members} for id, name, members in groups if members]
