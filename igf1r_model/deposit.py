"""A deposit: the folder that a repository is given, put together from what the exporters and the simulator make.

Nothing is deposited that rests on somebody's word alone, or on numbers that no longer fit the model.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from igf1r_model import baseline, calibration, cover, depositor, plots
from igf1r_model.assembly import Plan
from igf1r_model.exporters import all_files, omex
from igf1r_model.identifiers import asserted
from igf1r_model.issues import Issue, PathwayError
from igf1r_model.layout import laid_out
from igf1r_model.loading import assembled, load_models
from igf1r_model.model import Model
from igf1r_model.progress import steps
from igf1r_model.results import tidy
from igf1r_model.simulate import Bench
from igf1r_model.walk import used_identifiers

SIMULATIONS: Final = "simulations"
MAPS: Final = "maps"
FIGURES: Final = "figures"
ENGINES: Final = {"libRoadRunner": "libroadrunner", "COPASI": "python-copasi", "matplotlib": "matplotlib"}
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Ready:
    """A model that may be deposited.

    Attributes:
        model: with its layout, its starts and, if one is given, the person who deposits it.
        person: who that is; without one it is the project.
        files: what the exporters make of it, by path in a build.
    """

    model: Model
    person: depositor.Depositor | None
    files: Files


def ready(name: str, creator: str, build: Path, baselines: Path = baseline.FOLDER) -> Ready:
    """The model of the pathway that is called `name`, checked.

    Args:
        creator: as it was typed; empty for none.
        build: the folder that ``make`` writes.
        baselines: the folder of the steady states, with the calibration beside it.

    Raises:
        PathwayError: with every reason not to deposit it.
    """
    plans, issues = load_models(None), []
    person = None
    try:
        person = depositor.read(creator) if creator else None
    except ValueError as error:
        issues.append(Issue("creator", str(error)))
    if name not in plans:
        issues.append(Issue("model", f"no model is called {name}; there are {', '.join(plans)}"))
        raise PathwayError(issues)
    try:
        model = assembled(plans[name], calibration.beside(baselines))
    except PathwayError as error:
        raise PathwayError([*issues, *error.issues]) from error
    issues += [*_asserted(model), *_stale(model, baselines)]
    model = baseline.apply(laid_out(model), baselines)
    issues += _not_built(plans[name], model, build)
    if issues:
        raise PathwayError(issues)
    model = depositor.named(model, person)
    return Ready(model, person, all_files(model))


def _asserted(model: Model) -> Iterator[Issue]:
    """Identifiers and papers that a user vouched for: they build, and are not deposited."""
    seen = dict.fromkeys(curie for _, curie, _ in used_identifiers(model) if asserted(curie))
    first = {curie: (what, origin) for what, curie, origin in reversed(list(used_identifiers(model)))}
    for curie in seen:
        what, origin = first[curie]
        yield Issue(what, f"{curie} is asserted by a user, not confirmed; a deposit has confirmed ones only", origin)


def _stale(model: Model, baselines: Path) -> Iterator[Issue]:
    """Starts and fitted constants that were worked out for another state of the model."""
    for one in baseline.everywhere(model):
        state = baseline.state(one, baselines)
        if state != "fresh":
            told = "was never computed" if state == "none" else "was computed before laws or constants changed"
            yield Issue(one.id, f"its ligand-free steady state {told}; type: make baseline")
    if forgotten := baseline.missing([model], baselines):
        yield Issue(model.id, f"{forgotten}: where it rests was never computed; type: make baseline")
    if calibration.state(model, calibration.beside(baselines)) == "stale":
        yield Issue(model.id, "laws, constants or data have changed since the fit; type: make calibrate")


def _not_built(plan: Plan, model: Model, build: Path) -> Iterator[Issue]:
    """Files of the build that are missing, or are not what the sources make now."""
    folder = build / plan.folder
    if not (folder / f"{model.id}.xml").is_file():
        yield Issue(model.id, f"is not built: there is no {folder / model.id}.xml; type: make")
        return
    made = all_files(model)
    other = [path for path, content in made.items() if _bytes(folder / path) != content]
    if other:
        more = f" and {len(other) - 1} more files" if len(other) > 1 else ""
        yield Issue(model.id, f"{folder / other[0]}{more}: the sources make something else now; type: make")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def write(one: Ready, folder: Path, changelog: str) -> None:
    """Write the whole deposit, but for the checklist, into an empty folder.

    Args:
        changelog: the text of the project's CHANGELOG.md, for the release notes.

    Raises:
        SimulationError, NotInstalledError: when a figure or the COPASI file cannot be made.
    """
    from igf1r_model.copasi_file import write_cps

    model = one.model
    with tempfile.TemporaryDirectory() as bench:
        _put(Path(bench), one.files)
        sbml = Path(bench) / f"{model.id}.xml"
        _draw(model, sbml, folder / FIGURES)
        write_cps(sbml, folder / f"{model.id}.cps")
    pictures = {f"{FIGURES}/{path.name}": path.read_bytes() for path in sorted((folder / FIGURES).glob("*.png"))}
    archive = omex.packed(omex.entries(model, one.files, depositor.makers(one.person), pictures))
    loose = {renamed(path, model.id): content for path, content in one.files.items()}
    _put(folder, loose | {f"{model.id}{omex.SUFFIX}": archive})
    told = cover.Told(model, one.person, sorted(loose), engines(), changelog)
    _put(folder, {"README.md": cover.readme(told).encode(), "COVER.md": cover.sheet(told).encode(),
                  "LICENSE": cover.licence().encode()})  # fmt: skip


def _put(folder: Path, files: Files) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _draw(model: Model, sbml: Path, folder: Path) -> None:
    """Run every experiment, once, and write its figure as SVG and PNG and its numbers."""
    folder.mkdir(parents=True)
    runner = Bench(sbml)
    for one in steps("figures", model.experiments, lambda one: one.id):
        result = runner.run(one.id)
        for ending in (".svg", ".png"):
            plots.write(result, folder / f"{one.id}{ending}")
        (folder / f"{one.id}.tsv").write_bytes(tidy(result).encode())


def renamed(path: str, model: str) -> str:
    """Where a deposit has a file of a build: names have one dot, SED-ML and pictures have folders of their own."""
    parts = path.split("/")
    if len(parts) > 1 and parts[0] == model:
        parts[0] = SIMULATIONS if path.endswith(".sedml") else MAPS
    stem, dot, ending = parts[-1].rpartition(".")
    parts[-1] = f"{stem.replace('.', '_')}{dot}{ending}"
    return re.sub(r"[^A-Za-z0-9_./-]", "_", "/".join(parts))


def engines() -> dict[str, str]:
    """The versions of the software that simulates and draws here."""
    found = {}
    for name, package in ENGINES.items():
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found
