"""README.md and COVER.md of a deposit: which file is what, how each figure is repeated, licence, how to cite, news."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from igf1r_model.depositor import Depositor
from igf1r_model.exporters import omex, sedml
from igf1r_model.exporters.omex.readme import licence
from igf1r_model.exporters.sbml.notes import basis_shares
from igf1r_model.model import Model
from igf1r_model.protocol import Experiment

__all__ = ["Told", "licence", "readme", "sheet"]
PARTS: Final = ("### Model content", "### Software")
ANOTHER: Final = "## "  # the heading of a release
FILES: Final = {
    "{id}.omex": "the COMBINE archive: the model, its simulations, its pictures and what is said of it in one file",
    "{id}.xml": "the model, SBML Level 3 Version 1",
    "{id}.cps": "the same for COPASI, with contexts, plots and a scan of doses; a companion, deposit the SBML",
    "simulations/": "SED-ML Level 1 Version 4, a file for each arm of an experiment",
    "figures/": "each experiment as SVG and PNG, and its numbers as a table",
    "{id}.owl": "the same biology, BioPAX Level 3",
    "{id}.sbgn": "the map, SBGN-ML process description",
    "{id}.svg": "the map as a picture; `maps/` has an overview and a page for each module",
    "{id}.cx2": "forms and processes as a network, for NDEx and Cytoscape",
    "{id}_activity.cx2": "molecule to molecule, signed",
    "{id}_experiments.json": "the experiments with the rules to run them, and their published data",
    "{id}_interface.tsv": "what can be set and read",
    "{id}_model.json": "the content as plain data; the judges hold the other files against it",
    "petab/": "the estimation problem, PEtab v1",
    "COVER.md": "the cover sheet: how each figure is repeated, licence, how to cite, what is new",
    "CHECKLIST.md": "the checklist of twenty points and what was found; `checklist.json` for programs",
    "LICENSE": "the licence",
}
OPTIONAL: Final = ("petab/", "simulations/")
HOW: Final = """Each figure is an experiment, each arm of it a SED-ML file. To repeat one:

- in COPASI: import the `.sedml` file (menu File) where it lies in `simulations/`, run the task, look at the plot; or
  open `{id}.omex`, which shows figure 1;
- in any program that reads SED-ML: run the `.sedml` file; its report has the numbers;
- in this project: `igf1r-model simulate {id} EXPERIMENT --plot figure.svg`.

The pictures in `figures/` were drawn from runs of {runner}; `figures/EXPERIMENT.tsv` has the numbers. Point 15 of
`CHECKLIST.md` says how many of the SED-ML files were run in COPASI and libRoadRunner, and how far the two differ.
An arm without a SED-ML file cannot be said in it; `{id}_experiments.json` has all arms.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What the two texts tell of: the model, who deposits it, its files, the software used, the changelog."""

    model: Model
    person: Depositor | None
    files: Sequence[str]
    engines: Mapping[str, str]
    changelog: str


def readme(told: Told) -> str:
    """The text of README.md: what the folder holds."""
    model = told.model
    files = {name.format(id=model.id): what for name, what in FILES.items()}
    rows = "".join(f"| `{name}` | {what} |\n" for name, what in files.items() if _there(name, told.files))
    return (
        f"# {model.name}\n\n{model.description}\n\n{basis_shares(model)}\n\n"
        f"## Files\n\n| file | what it is |\n|---|---|\n{rows}\n## Figures\n\n{''.join(_figures(told))}\n{_terms(told)}"
    )


def _there(name: str, files: Sequence[str]) -> bool:
    """Whether a deposit has a file; only the estimation problem and simulations are not in each."""
    return name not in OPTIONAL or any(path.startswith(name) for path in files)


def sheet(told: Told) -> str:
    """The text of COVER.md: what a curator asks."""
    model = told.model
    how = HOW.format(id=model.id, runner=f"libRoadRunner {told.engines['libRoadRunner']}")
    used = "".join(f"- {name} {number}\n" for name, number in told.engines.items())
    return (
        f"# Cover sheet: {model.name}\n\n## What it is\n\n{model.description}\n\n{basis_shares(model)}\n\n"
        f"## Figures\n\n{''.join(_figures(told))}\n## How a figure is repeated\n\n{how}\n"
        f"## Software used here\n\n{used}\n{_terms(told)}\n## Release notes\n\n{release_notes(told.changelog)}"
    )


def _figures(told: Told) -> Iterator[str]:
    """A row for each experiment: the number, the question, its SED-ML files, its picture."""
    if not told.model.experiments:
        yield "The model has no experiments.\n"
        return
    yield "| figure | what it shows | SED-ML | picture |\n|---|---|---|---|\n"
    for number, one in enumerate(told.model.experiments, 1):
        found = [f"`{path}`" for path in _simulations(told, one)]
        lacking = len(one.arms) - len(found)
        left = [f"{lacking} of {len(one.arms)} arms cannot be said in SED-ML"] if lacking else []
        title = f"{one.name}. {one.question}".replace("|", "\\|")
        yield f"| {number} | {title} | {'<br>'.join((*found, *left))} | `figures/{one.id}.png` |\n"


def _simulations(told: Told, one: Experiment) -> list[str]:
    names = [sedml.path(told.model, one, arm).rpartition("/")[2] for arm in one.arms]
    return [path for path in (f"simulations/{name}" for name in names) if path in told.files]


def _terms(told: Told) -> str:
    """How to cite and on what terms."""
    model = told.model
    if told.person is None:
        names = ", ".join(creator.name for creator in omex.metadata.creators_of(model))
    else:
        names = f"{told.person.given} {told.person.family} ({told.person.organisation}), {told.person.uri}"
    papers = [curie for term in model.terms if term.qualifier == "bqmodel:isDescribedBy" for curie in term.curies]
    built = f" The pathway is that of {', '.join(papers)}." if papers else ""
    return (
        f"## How to cite\n\nName the model, `{model.id}`, its date, {model.modified[:10]}, and its maker: {names}. "
        f"Cite the papers that the annotations of the parts you use name.{built} No peer-reviewed paper describes this "
        "model itself yet.\n\n## Licence\n\nCC0 1.0 Universal (SPDX: CC0-1.0), "
        "https://creativecommons.org/publicdomain/zero/1.0/, see `LICENSE`.\n"
    )


def release_notes(changelog: str) -> str:
    """The newest release of a changelog, with its two parts.

    Raises:
        ValueError: when it does not tell of model content and of software apart.
    """
    _, _, rest = changelog.partition(f"\n{ANOTHER}")
    newest = f"{rest.partition(f'{chr(10)}{ANOTHER}')[0].strip()}\n"
    missing = [part for part in PARTS if part not in newest]
    if missing:
        raise ValueError(f"the newest release in CHANGELOG.md has no {' and no '.join(map(repr, missing))}")
    return newest
