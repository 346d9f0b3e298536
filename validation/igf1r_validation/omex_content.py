"""What is packed into an archive: the files of the build, unchanged but for where they look for the model."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from igf1r_validation.omex_archive import MANIFEST, METADATA, SEDML, Archive
from igf1r_validation.verdict import Finding

OWN = (MANIFEST, METADATA, "README.md", "LICENSE")  # what only the archive has
FLAT = ("{model}.xml", "{model}.owl", "{model}.sbgn", "{model}.cx2", "{model}.svg")
RENAMED = {"{model}/overview.svg": "overview.svg", "{model}.experiments.json": "experiments.json"}
TOPS = ("home", "root", "tmp", "usr", "var", "opt", "work", "srv", "Users")  # folders where machines keep files
MACHINE = re.compile(rf"""(?<![\w/:.])/(?:{"|".join(TOPS)})/|(?<!\w)[A-Z]:\\|file:/""".encode())
HINTS = (*(f"/{top}/".encode() for top in TOPS), b":\\", b"file:/")  # quicker to look for
CC0 = b"https://creativecommons.org/publicdomain/zero/1.0/"


def simulations(archive: Archive) -> list[str]:
    """The names of the SED-ML files."""
    return [name for name in archive.contents if name.endswith(".sedml")]


def findings(archive: Archive, build: Path, model: str) -> Iterator[Finding]:
    """What is missing, too much, changed, or points out of the archive."""
    expected = _expected(build, model)
    for name in sorted(set(expected) | set(archive.contents) | set(OWN)):
        if name in OWN and name in archive.contents:
            continue
        if name not in archive.contents:
            yield Finding(name, "not packed", "is not in the archive")
        elif name not in expected:
            yield Finding(name, "too much", "is in the archive, and nothing in the build is the same")
        elif archive.contents[name] != expected[name]:
            yield Finding(name, "not the same", "differs from the file of the build")
    yield from of_links(archive)
    yield from _of_master(archive, build, model)
    yield from _of_words(archive, model)


def _expected(build: Path, model: str) -> dict[str, bytes]:
    """The files of the build under their names in the archive, with their links to the model put right."""
    names = {name.format(model=model): name.format(model=model) for name in FLAT}
    names |= {old.format(model=model): new for old, new in RENAMED.items()}
    names |= {f"{model}/{path.name}": path.name for path in (build / model).glob("*.sedml")}
    names |= {f"petab/{model}/{path.name}": f"petab/{path.name}" for path in (build / "petab" / model).glob("*")}
    names |= {f"figures/{path.name}": f"figures/{path.name}" for path in (build / "figures").glob("*.png")}
    there = {new: (build / old).read_bytes() for old, new in names.items() if (build / old).exists() or old == new}
    return {name: _relinked(name, content, model) for name, content in there.items()}


def _relinked(name: str, content: bytes, model: str) -> bytes:
    if name.endswith(".sedml"):
        return content.replace(f'"../{model}.xml"'.encode(), f'"{model}.xml"'.encode())
    if name.endswith(".yaml"):
        return content.replace(f"../../{model}.xml".encode(), f"../{model}.xml".encode())
    return content


def of_links(archive: Archive) -> Iterator[Finding]:
    """Models of simulations, and files of the calibration problem, that are not in the archive."""
    for name, content in archive.contents.items():
        for target in _targets(name, content):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
            if path not in archive.contents:
                yield Finding(name, "link", f"points at {target!r}, which is not in the archive")


def _targets(name: str, content: bytes) -> list[str]:
    if name.endswith(".sedml"):
        try:
            models = etree.fromstring(content).iterfind(f"{{{SEDML}}}listOfModels/{{{SEDML}}}model")
            return [model.get("source", "") for model in models] or ["no model at all"]
        except etree.XMLSyntaxError:
            return ["no XML"]
    if name.endswith(".yaml"):
        lines = [line.strip() for line in content.decode().splitlines()]
        listed = [line.removeprefix("- ") for line in lines if line.startswith("- ") and not line.endswith(":")]
        return [*listed, *(line.partition(": ")[2] for line in lines if line.startswith("parameter_file: "))]
    return []


def _of_master(archive: Archive, build: Path, model: str) -> Iterator[Finding]:
    """What opens first is the first figure there is, in the order of the experiments."""
    experiments: Any = json.loads((build / f"{model}.experiments.json").read_text(encoding="utf-8"))["experiments"]
    names = [f"{one['id']}__{arm['id']}.sedml" for one in experiments for arm in one["arms"]]
    first = [name for name in names if name in archive.contents][:1]
    if archive.masters != first:
        yield Finding("", "master", f"opens {archive.masters}, must open {first}")


def _of_words(archive: Archive, model: str) -> Iterator[Finding]:
    """A licence that names CC0, a README that names every figure, and nothing of the machine that built it all."""
    if CC0 not in archive.contents.get("LICENSE", CC0):
        yield Finding("LICENSE", "licence", f"does not name {CC0.decode()}")
    readme = archive.contents.get("README.md", b"").decode("utf-8", "replace")
    for name in (f"{model}.xml", *simulations(archive)):
        if f"`{name}`" not in readme:
            yield Finding("README.md", "README", f"does not say what {name} is")
    texts = {name: content for name, content in archive.contents.items() if not name.endswith(".png")}
    for name, content in texts.items():
        if any(hint in content for hint in HINTS) and (seen := MACHINE.search(content)):
            yield Finding(name, "path", f"tells of a machine: {seen.group().decode()!r}")
