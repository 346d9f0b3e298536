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

from igf1r_model.expressions import infix
from igf1r_model.identifiers import DATA
from igf1r_model.kinetics import coherent, initial_concentration, litres
from igf1r_model.model import Basis, Form, Model, Quantity

FOLDER: Final = DATA / "baseline"
WHY: Final = "ligand-free steady state of the model (igf1r-model baseline)"


def fingerprint(model: Model) -> str:
    """A hash of everything that decides the steady state: laws, constants, volumes, declared amounts."""
    content = [
        [[p.id, infix(p.law)] for p in model.processes if p.law is not None],
        [[c.id, *coherent(c)] for c in model.constants],
        [[p.id, litres(p)] for p in model.places],
        [[f.id, initial_concentration(f)] for f in model.forms],
        [[s.id, s.on] for s in model.switches],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def table(model: Model) -> Path:
    """Where a model's steady state is kept."""
    return FOLDER / f"{model.id}.tsv"


def state(model: Model) -> str:
    """``fresh``, ``stale``, or ``none`` when no steady state was ever computed."""
    path = table(model)
    if not path.exists():
        return "none"
    return "fresh" if path.read_text(encoding="utf-8").splitlines()[0] == _head(model) else "stale"


def apply(model: Model) -> Model:
    """The model starting at its stored steady state; a form that the table does not know keeps its own amount."""
    path = table(model)
    if not path.exists():
        return model
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[2:])
    stored = {id: float(value) for id, value in rows}
    return replace(model, forms=tuple(_started(form, stored) for form in model.forms))


def _started(form: Form, stored: Mapping[str, float]) -> Form:
    if form.id not in stored or form.input:
        return form
    declared = f"; declared total {form.initial.value:g} {form.initial.unit}" if form.initial.value else ""
    source = form.initial.source if form.initial.basis is not Basis.ASSUMED else None
    quantity = Quantity(stored[form.id], "nM", Basis.DERIVED, source, form.initial.at, f"{WHY}{declared}")
    return replace(form, initial=quantity)


def write(model: Model, concentrations: Mapping[str, float]) -> Path:
    """Store a steady state (nM by form id) with six digits, and return where."""
    lines = [_head(model), "form\tnM"]
    lines += [f"{form.id}\t{concentrations[form.id]:.6g}" for form in model.forms if not form.input]
    path = table(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\n".join(lines) + "\n").encode())
    return path


def _head(model: Model) -> str:
    return f"# model {fingerprint(model)}"
