"""The ligand-free steady state: where a model starts, as a committed table for each model.

``igf1r-model baseline`` simulates the SBML without doses until nothing changes and writes the concentrations to
``data/baseline/<model>.tsv``, with a hash of the laws, constants and volumes that led there. A build applies the
table; when the hash no longer fits, the table is stale and the build says so. Each context has such a table, and each
changed cell of an experiment: ``<model>__cell__<experiment>__<arm>.tsv``, after the first arm that has it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from igf1r_model.cells import MARK, Cell, CellKey, cell_key, cells
from igf1r_model.contexts import in_context
from igf1r_model.engine import TRACE
from igf1r_model.expressions import infix
from igf1r_model.identifiers import DATA
from igf1r_model.kinetics import coherent, initial_concentration, litres
from igf1r_model.model import Basis, Context, Form, Model, Process, Quantity, Setting
from igf1r_model.protocol import Arm, Experiment

FOLDER: Final = DATA / "baseline"
NOTHING: Final = 1e-12  # nM
WHY: Final = "ligand-free steady state of the model (igf1r-model baseline)"


Resting = Model | Cell  # whatever comes to rest and has a table
Rest = tuple[tuple[str, float], ...]


def fingerprint(one: Resting) -> str:
    """A hash of everything that decides the steady state: laws, stoichiometry, constants, volumes, declared amounts.

    For a changed cell it is one of the model in its context, and of the changes.
    """
    return _hash(_of_cell(one) if isinstance(one, Cell) else _of_model(one))


def _of_cell(cell: Cell) -> list[object]:
    changes = [[one.target, one.act.value, one.value, one.unit] for one in cell.changes]
    return [fingerprint(cell.model), changes]


def _of_model(model: Model) -> list[object]:
    return [
        [[p.id, infix(p.law), _sides(p)] for p in model.processes if p.law is not None],
        [[c.id, *coherent(c)] for c in model.constants],
        [[p.id, litres(p)] for p in model.places],
        [[f.id, initial_concentration(f), f.fixed] for f in model.forms if not f.input],
        [[s.id, s.on] for s in model.switches],
    ]


def _hash(content: list[object]) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def _sides(process: Process) -> list[list[tuple[str, int]]]:
    return [[(p.form.id, p.count) for p in side] for side in (process.reactants, process.products)]


def table(one: Resting, folder: Path = FOLDER) -> Path:
    """Where a steady state is kept: with the package's data, or beside a user's own file."""
    return folder / f"{one.id}.tsv"


def state(one: Resting, folder: Path = FOLDER) -> str:
    """``fresh``, ``stale``, or ``none`` when no steady state was ever computed."""
    path = table(one, folder)
    if not path.exists():
        return "none"
    return "fresh" if path.read_text(encoding="utf-8").splitlines()[:1] == [_head(one)] else "stale"


def everywhere(model: Model) -> tuple[Model, ...]:
    """The model, and the model in each of its contexts."""
    return (model, *(in_context(model, context.id) for context in model.contexts))


def stale(models: Iterable[Model], folder: Path = FOLDER) -> str:
    """In words, which models and how many of their contexts and changed cells are stale; empty if none is."""
    models = list(models)
    old = [one for model in models for one in everywhere(model) if state(one, folder) == "stale"]
    within = sum(bool(one.context) for one in old)
    changed = sum(state(cell, folder) == "stale" for model in models for cell in cells(model).values())
    names = [", ".join(one.id for one in old if not one.context)]
    names += [f"{number} {what}" for number, what in ((within, "contexts"), (changed, "changed cells")) if number]
    *first, last = [name for name in names if name] or [""]
    return " and ".join(filter(None, (", ".join(first), last)))


def missing(models: Iterable[Model], folder: Path = FOLDER) -> str:
    """The ids of changed cells that were never computed although their models were; empty if there are none."""
    computed = [model for model in models if state(model, folder) != "none"]
    return ", ".join(cell.id for one in computed for cell in cells(one).values() if state(cell, folder) == "none")


def forgotten(model: Model, folder: Path = FOLDER) -> list[Path]:
    """Tables of changed cells that no arm of the model has any more."""
    kept = {table(cell, folder) for cell in cells(model).values()}
    return sorted(set(folder.glob(f"{model.id}{MARK}*.tsv")) - kept)


def apply(model: Model, folder: Path = FOLDER) -> Model:
    """The model starting at its stored steady state, and so its contexts; and where its changed cells rest.

    A form that the table does not know keeps the amount that was declared for it.
    """
    rests = {key: tuple(_stored(cell, folder).items()) for key, cell in cells(model).items()}
    model = started(model, folder)
    return replace(model, experiments=tuple(_with_rests(one, rests) for one in model.experiments))


def _with_rests(one: Experiment, rests: Mapping[CellKey, Rest]) -> Experiment:
    return replace(one, arms=tuple(_with_rest(arm, rests) for arm in one.arms))


def _with_rest(arm: Arm, rests: Mapping[CellKey, Rest]) -> Arm:
    return replace(arm, rest=rests[cell_key(arm)]) if arm.cell else arm


def started(model: Model, folder: Path = FOLDER) -> Model:
    """The model starting at its stored steady state, and so its contexts; the changed cells start from there."""
    stored = _stored(model, folder)
    contexts = tuple(_completed(model, context, stored, folder) for context in model.contexts)
    return replace(model, forms=tuple(_started(form, stored) for form in model.forms), contexts=contexts)


def _stored(one: Resting, folder: Path) -> dict[str, float]:
    path = table(one, folder)
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


def write(one: Resting, concentrations: Mapping[str, float], folder: Path = FOLDER) -> Path:
    """Store a steady state (nM by form id) with six digits, and return where."""
    lines = [_head(one), "form\tnM"]
    least = TRACE if isinstance(one, Cell) else NOTHING
    lines += [f"{id}\t{_rounded(concentrations[id], least)}" for id in _starting(one, concentrations)]
    path = table(one, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\n".join(lines) + "\n").encode())
    return path


def _starting(one: Resting, concentrations: Mapping[str, float]) -> list[str]:
    """What has a start of its own; of a changed cell that is also an input which the cell itself changes."""
    changed = {change.target for change in one.changes} if isinstance(one, Cell) else set()
    forms = one.model.forms if isinstance(one, Cell) else one.forms
    moving = [form for form in forms if not form.fixed]
    return [form.id for form in moving if form.id in changed or _is_start(form, concentrations)]


def _is_start(form: Form, concentrations: Mapping[str, float]) -> bool:
    """An input is what the user doses; only where the model makes it itself does it have a start of its own."""
    return not form.input or concentrations.get(form.id, 0.0) > NOTHING


def _rounded(concentration: float, least: float) -> str:
    """Six digits; what is less than a molecule in a million cells is integrator noise, and is nothing.

    Of a changed cell only what the simulator drops too is nothing: a protein that is knocked down may be that rare.
    """
    return f"{concentration:.6g}" if concentration > least else "0"


def _head(one: Resting) -> str:
    return f"# model {fingerprint(one)}"
