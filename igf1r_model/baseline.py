"""The ligand-free steady state: where a model starts, as a committed table for each model.

``igf1r-model baseline`` simulates the SBML without doses until nothing changes and writes the concentrations to
``data/baseline/<model>.tsv``, with a hash of the laws, constants and volumes that led there. A build applies the
table; when the hash no longer fits, the table is stale and the build says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from igf1r_model.contexts import in_context
from igf1r_model.expressions import infix
from igf1r_model.identifiers import DATA
from igf1r_model.kinetics import coherent, initial_concentration, litres
from igf1r_model.model import Basis, Context, Form, Model, Process, Quantity, Setting

FOLDER: Final = DATA / "baseline"
NOTHING: Final = 1e-12  # nM
WHY: Final = "ligand-free steady state of the model (igf1r-model baseline)"


def fingerprint(model: Model) -> str:
    """A hash of everything that decides the steady state: laws, stoichiometry, constants, volumes, declared amounts."""
    content = [
        [[p.id, infix(p.law), _sides(p)] for p in model.processes if p.law is not None],
        [[c.id, *coherent(c)] for c in model.constants],
        [[p.id, litres(p)] for p in model.places],
        [[f.id, initial_concentration(f), f.fixed] for f in model.forms if not f.input],
        [[s.id, s.on] for s in model.switches],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def _sides(process: Process) -> list[list[tuple[str, int]]]:
    return [[(p.form.id, p.count) for p in side] for side in (process.reactants, process.products)]


def table(model: Model, folder: Path = FOLDER) -> Path:
    """Where a model's steady state is kept: with the package's data, or beside a user's own file."""
    return folder / f"{model.id}.tsv"


def state(model: Model, folder: Path = FOLDER) -> str:
    """``fresh``, ``stale``, or ``none`` when no steady state was ever computed."""
    path = table(model, folder)
    if not path.exists():
        return "none"
    return "fresh" if path.read_text(encoding="utf-8").splitlines()[:1] == [_head(model)] else "stale"


def apply(model: Model, folder: Path = FOLDER) -> Model:
    """The model starting at its stored steady state, and so its contexts.

    A form that the table does not know keeps the amount that was declared for it.
    """
    stored = _stored(model, folder)
    contexts = tuple(_completed(model, context, stored, folder) for context in model.contexts)
    return replace(model, forms=tuple(_started(form, stored) for form in model.forms), contexts=contexts)


def _stored(model: Model, folder: Path) -> dict[str, float]:
    path = table(model, folder)
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[2:])
    try:
        return {id: float(value) for id, value in rows}
    except ValueError as error:
        raise ValueError(f"{path} cannot be read ({error}); type: igf1r-model baseline") from error


def _completed(model: Model, context: Context, reference: Mapping[str, float], folder: Path) -> Context:
    """A context with its own ligand-free start: every form whose start is not that of the model itself."""
    there = in_context(model, context.id)
    stored = _stored(there, folder)
    if not stored:
        return context
    own = tuple(setting for setting in context.settings if setting.target not in stored)
    starts = tuple(
        Setting(form.id, _started(form, stored).initial)
        for form in there.forms
        if form.id in stored and stored[form.id] != reference.get(form.id)
    )
    return replace(context, settings=(*own, *starts))


def _started(form: Form, stored: Mapping[str, float]) -> Form:
    if form.id not in stored:
        return form
    declared = f"; declared total {form.initial.value:g} {form.initial.unit}" if form.initial.value else ""
    source = form.initial.source if form.initial.basis is not Basis.ASSUMED else None
    quantity = Quantity(stored[form.id], "nM", Basis.DERIVED, source, form.initial.at, f"{WHY}{declared}")
    return replace(form, initial=quantity)


def write(model: Model, concentrations: Mapping[str, float], folder: Path = FOLDER) -> Path:
    """Store a steady state (nM by form id) with six digits, and return where."""
    lines = [_head(model), "form\tnM"]
    starting = (form.id for form in model.forms if _is_start(form, concentrations))
    lines += [f"{id}\t{_rounded(concentrations[id])}" for id in starting]
    path = table(model, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\n".join(lines) + "\n").encode())
    return path


def _is_start(form: Form, concentrations: Mapping[str, float]) -> bool:
    """An input is what the user doses; only where the model makes it itself does it have a start of its own."""
    return not form.input or concentrations.get(form.id, 0.0) > NOTHING


def _rounded(concentration: float) -> str:
    """Six digits; what is less than a molecule in a million cells is integrator noise, and is nothing."""
    return f"{concentration:.6g}" if concentration > NOTHING else "0"


def _head(model: Model) -> str:
    return f"# model {fingerprint(model)}"
