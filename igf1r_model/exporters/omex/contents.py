"""What is in the archive of a model: files of other formats under flat names, and three that only the archive has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from igf1r_model.exporters.omex.container import Entry
from igf1r_model.exporters.omex.metadata import Creator, creators_of, metadata
from igf1r_model.exporters.omex.readme import licence, readme
from igf1r_model.model import Model

# Files of the build, and what they are called in the archive.
FLAT: Final = {
    "{model}.xml": "{model}.xml",
    "{model}.owl": "{model}.owl",
    "{model}.sbgn": "{model}.sbgn",
    "{model}.cx2": "{model}.cx2",
    "{model}.svg": "{model}.svg",
    "{model}/overview.svg": "overview.svg",
    "{model}.experiments.json": "experiments.json",
}


def entries(
    model: Model,
    files: Mapping[str, bytes],
    creators: Sequence[Creator] = (),
    figures: Mapping[str, bytes] | None = None,
) -> list[Entry]:
    """The entries of a model's archive, from the `files` of a build by their paths.

    Without `creators` they are those of the model. `figures` are pictures to add, by their names in the archive.

    Raises:
        ValueError: when a file that must point at the model elsewhere in the archive does not point at it here.
    """
    makers = tuple(creators) or creators_of(model)
    simulations = _simulations(model, files)
    flat = {new: files[old] for old, new in _flat(model).items() if old in files}
    everything = flat | simulations | dict(_problem(model, files)) | dict(figures or {})
    everything |= {"metadata.rdf": metadata(model, makers).encode(), "LICENSE": licence().encode()}
    everything["README.md"] = readme(model, everything, simulations, makers).encode()
    master = next(iter(simulations), "")
    return [Entry(path, content, path == master) for path, content in everything.items()]


def _flat(model: Model) -> dict[str, str]:
    return {old.format(model=model.id): new.format(model=model.id) for old, new in FLAT.items()}


def _simulations(model: Model, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The SED-ML files in the order of the experiments and their arms; the first is what opens first."""
    found = {}
    for one in model.experiments:
        for arm in one.arms:
            name = f"{one.id}__{arm.id}.sedml"
            written = files.get(f"{model.id}/{name}")
            if written is not None:
                old, new = f'source="../{model.id}.xml"', f'source="{model.id}.xml"'
                found[name] = _repointed(name, written, old, new)
    return found


def _problem(model: Model, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The PEtab files, in a folder of their own."""
    folder = f"petab/{model.id}/"
    for path, content in files.items():
        if path.startswith(folder):
            name = f"petab/{path.removeprefix(folder)}"
            if name.endswith(".yaml"):
                content = _repointed(name, content, f"- ../../{model.id}.xml\n", f"- ../{model.id}.xml\n")
            yield name, content


def _repointed(name: str, content: bytes, old: str, new: str) -> bytes:
    if content.count(old.encode()) != 1:
        raise ValueError(f"{name} must have {old.strip()!r} once; it is there {content.count(old.encode())} times")
    return content.replace(old.encode(), new.encode())
