"""The model as objects of the field's libraries, for notebooks.

from igf1r_model.interop import load, to_libsbml
document = to_libsbml(load("igf1r_core"))
"""

from __future__ import annotations

from typing import Any

from igf1r_model import baseline
from igf1r_model.loading import assembled, chosen, load_models
from igf1r_model.model import Model


def load(name: str) -> Model:
    """A published model, starting at its ligand-free steady state.

    Raises:
        ValueError: naming the models there are, when `name` is none of them.
        PathwayError: with all that is wrong with the model.
    """
    return baseline.apply(assembled(chosen(load_models(None), [name])[name]))


def to_libsbml(model: Model) -> Any:
    """The model as a ``libsbml.SBMLDocument``."""
    import libsbml

    from igf1r_model.exporters import sbml

    return libsbml.readSBMLFromString(sbml.export(model))


def to_pybiopax(model: Model) -> Any:
    """The model as a ``pybiopax.biopax.BioPaxModel``."""
    import pybiopax

    from igf1r_model.exporters import biopax

    return pybiopax.model_from_owl_str(biopax.export(model))
