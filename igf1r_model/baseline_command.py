"""The command ``baseline``: compute where models, their contexts and their changed cells rest, and store it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from igf1r_model import baseline, calibration
from igf1r_model.assembly import Plan
from igf1r_model.cells import cells
from igf1r_model.contexts import without_doses
from igf1r_model.exporters import sbml
from igf1r_model.loading import assembled
from igf1r_model.model import Model
from igf1r_model.progress import steps


def compute(plans: Sequence[Plan], folder: Path, only_cells: bool = False) -> int:
    """Write a table for each model, context and changed cell into `folder`, and tell which; return the exit code.

    A changed cell starts from the tables of models and contexts. Those of cells that no arm has any more are removed.

    Args:
        plans: the models.
        folder: of the tables.
        only_cells: leave the tables of models and contexts, which must be up to date then.

    Raises:
        ValueError: when one of these is not.
        SimulationError: naming what does not come to rest.
        NotInstalledError: without libRoadRunner.
    """
    models = [assembled(plan, calibration.beside(folder)) for plan in plans]
    if only_cells:
        _check(models, folder)
    else:
        _write_models(models, folder)
    _write_cells(models, folder)
    for path in (path for model in models for path in baseline.forgotten(model, folder)):
        path.unlink()
        print(f"{path.name} removed, no arm has this cell")
    return 0


def _check(models: Sequence[Model], folder: Path) -> None:
    states = [(one, baseline.state(one, folder)) for model in models for one in baseline.everywhere(model)]
    old = [f"{baseline.table(one, folder).name} ({state})" for one, state in states if state != "fresh"]
    if old:
        told = f"{len(old)} are not up to date, the first is {old[0]}"
        raise ValueError(f"cells start from the tables of models and contexts, and {told}; leave out --cells")


def _write_models(models: Sequence[Model], folder: Path) -> None:
    from igf1r_model.simulate import steady_state

    everywhere = [one for model in models for one in baseline.everywhere(model)]
    for model in steps("steady state", everywhere, lambda model: model.id):
        rest = steady_state(sbml.export(without_doses(model)), model.id)
        print(f"{baseline.write(model, rest, folder).name} written")


def _write_cells(models: Sequence[Model], folder: Path) -> None:
    from igf1r_model.engine import rest_of_cell

    told = [one for model in models for one in cells(model).values()]
    starting = [one for model in models for one in cells(baseline.started(model, folder)).values()]
    pairs = list(zip(told, starting, strict=True))  # the hash is one of what is declared, as that of a model is
    for cell, start in steps("changed cell", pairs, lambda pair: pair[0].id):
        rest = rest_of_cell(sbml.export(without_doses(start.model)), cell.changes, cell.id)
        print(f"{baseline.write(cell, rest, folder).name} written")
