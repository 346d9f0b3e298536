"""COMBINE archive (OMEX): one file to open in COPASI or to deposit, with the model, its figures and what is said of it.

Nothing is made here but the manifest, the metadata, a README and the licence; the rest is what the other formats wrote,
under flat names. What opens first is the figure of the first experiment.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from igf1r_model.exporters.omex.container import Entry, packed
from igf1r_model.exporters.omex.contents import entries
from igf1r_model.exporters.omex.metadata import Creator
from igf1r_model.model import Model
from igf1r_model.sentences import SAYS

SUFFIX: Final = ".omex"
LOSES: Final = (
    "the sheets of the modules, the activity flow and the tables for scripts: they lie beside the archive",
    "contexts that no experiment uses, as far as the simulations go: the interface file lists their values",
)
VERBS: Final = SAYS
__all__ = ["LOSES", "SUFFIX", "VERBS", "Creator", "Entry", "bundle", "entries", "packed"]


def bundle(model: Model, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The archive of a model, of what the other formats wrote; none without its SBML file.

    A build of some formats only has nothing to pack: an archive without the model would open nowhere.
    """
    if f"{model.id}.xml" not in files:
        return {}
    return {f"{model.id}{SUFFIX}": packed(entries(model, files))}
