"""README.md and LICENSE of an archive: how to open it, which file is which figure, how to cite, on what terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.etree import ElementTree

from igf1r_model.exporters.omex.metadata import Creator
from igf1r_model.model import Model

SEDML: Final = "{http://sed-ml.org/sed-ml/level1/version4}"
LICENCE: Final = """SPDX: CC0-1.0

The content of this archive is dedicated to the public domain under the Creative Commons CC0 1.0 Universal dedication:
https://creativecommons.org/publicdomain/zero/1.0/

Identifiers and labels of other databases are facts taken from them and stay under their own licences.
"""
HEAD: Final = """# {name}

{description}

This is a COMBINE archive (OMEX) of the model `{id}`: the model and everything that is needed to repeat its figures.

## Open it

- **COPASI** opens the `.omex` file as a COMBINE archive (menu File).{master}
- COPASI opens one simulation of an archive. For another figure unpack the archive, which is a zip file, and import its
  `.sedml` file (menu File) in the folder where it lies beside `{id}.xml`.
- A `.sedml` file that changes values of the model makes COPASI say: "Currently there is only limited support for
  changing model entities. Only value changes are imported into the model." Only values are changed here, so nothing is
  lost.
- **Cytoscape**: import `{id}.cx2`, or `{id}.owl` with the BioPAX app.
- Any other program that reads SBML takes `{id}.xml`.
- Do not deposit an SBML file that COPASI has saved: it rewrites annotations.
"""
TAIL: Final = """
## How to cite

Made by {creators}. Please name the model, `{id}`, with its date, {modified},
and cite the papers that the annotations of the parts you use name.{papers}

## Licence

CC0 1.0 Universal (SPDX: CC0-1.0), https://creativecommons.org/publicdomain/zero/1.0/, see `LICENSE`.
"""
WHAT: Final = {
    "{id}.xml": "the model, SBML Level 3 Version 1",
    "{id}.owl": "the same biology, BioPAX Level 3",
    "{id}.sbgn": "the map, SBGN-ML process description",
    "{id}.cx2": "the network for Cytoscape, CX2",
    "{id}.svg": "the map as a picture",
    "overview.svg": "the molecules and how they act on each other, as a picture",
    "experiments.json": "all experiments and their published data, with units; its `rules` say how an arm is run",
    "petab/": "the calibration problem, PEtab v1: open `petab/problem.yaml`",
    "metadata.rdf": "what is said of the archive: title, creators, organism, papers, licence",
    "LICENSE": "the licence of the content",
}


def licence() -> str:
    """The text of LICENSE."""
    return LICENCE


def readme(
    model: Model, packed: Mapping[str, bytes], simulations: Mapping[str, bytes], creators: Sequence[Creator]
) -> str:
    """The text of README.md for an archive with the files `packed`, those of them that are `simulations` in SED-ML."""
    master = next(iter(simulations), "")
    opens = f"\n  You see the task and the plot of `{master}`: run the task." if master else ""
    head = HEAD.format(id=model.id, name=model.name, description=model.description, master=opens)
    papers = [curie for term in model.terms if term.qualifier == "bqmodel:isDescribedBy" for curie in term.curies]
    tail = TAIL.format(
        id=model.id,
        creators=", ".join(one.name for one in creators),
        modified=model.modified[:10],
        papers=f" The model as a whole is described by {', '.join(papers)}." if papers else "",
    )
    return head + "".join(_figures(model, simulations)) + "".join(_files(model, packed, simulations)) + tail


def _figures(model: Model, simulations: Mapping[str, bytes]) -> Iterator[str]:
    """The table of the figures; which experiments have none is told too."""
    if not model.experiments:
        return
    yield "\n## Figures\n\n"
    if simulations:
        yield "| figure | file | arm | question |\n|---|---|---|---|\n"
    without = []
    for one in model.experiments:
        for arm in one.arms:
            name = f"{one.id}__{arm.id}.sedml"
            if name in simulations:
                figure = _plot(simulations[name]) or one.name
                yield f"| {_cell(figure)} | `{name}` | {_cell(arm.name)} | {_cell(one.question)} |\n"
            else:
                without.append(f"`{one.id}`, {arm.name}")
    if without:
        yield "\nThese arms have no SED-ML file; `experiments.json` has them:\n\n"
        yield "".join(f"- {arm}\n" for arm in without)


def _plot(sedml: bytes) -> str:
    """The name of the plots of a SED-ML file, without the unit where there is one plot for each; empty without any."""
    names = [plot.get("name", "") for plot in ElementTree.fromstring(sedml).iter(f"{SEDML}plot2D")]
    first = next(iter(names), "")
    return first.rpartition(" (")[0] or first if len(names) > 1 else first


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _files(model: Model, packed: Mapping[str, bytes], simulations: Mapping[str, bytes]) -> Iterator[str]:
    yield "\n## Other files\n\n| file | what it is |\n|---|---|\n"
    told = {name.format(id=model.id): what for name, what in WHAT.items()}
    for name, what in told.items():
        if name in packed or any(path.startswith("petab/") for path in packed if name == "petab/"):
            yield f"| `{name}` | {what} |\n"
    for path in packed:
        if path not in told and path not in simulations and not path.startswith("petab/"):
            yield f"| `{path}` | a figure |\n"
