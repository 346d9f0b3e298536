"""Where the tables are, and how their files are read. Packages are located, never imported: some download on import."""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, Final, TextIO

#: The folder of the environment that `make verify-ids` puts the packages in, and the one for a second version of one.
FOLDER: Final = "verify"
OLDER: Final = "older"
CHUNK: Final = 1 << 24
#: No entry of a table is longer than this, so a chunk that overlaps the last by as much holds each entry whole.
LONGEST_ENTRY: Final = 1 << 18


class NotInstalledError(Exception):
    """A table is not installed; the text says which package has it."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders in which packages are looked for, in this order; without any, those of the environment."""

    folders: tuple[Path, ...]
    environment: bool = False

    def file(self, package: str, *parts: str) -> Path:
        """A file of a package; raises NotInstalledError when none of the folders has it."""
        path = self._find(package, parts)
        if path is None:
            raise NotInstalledError(f"{package}/{'/'.join(parts)} is not installed")
        return path

    def newest(self, package: str, folder: str, pattern: str) -> Path:
        """The file of a package whose name is the last to fit a pattern; raises NotInstalledError without one."""
        base = self._find(package, (folder,))
        files = sorted(base.glob(pattern)) if base else []
        if not files:
            raise NotInstalledError(f"{package}/{folder}/{pattern} is not installed")
        return files[-1]

    def _find(self, package: str, parts: tuple[str, ...]) -> Path | None:
        bases = [folder / package for folder in self.folders]
        if self.environment:
            spec = importlib.util.find_spec(package)
            bases += [Path(place) for place in (spec.submodule_search_locations or () if spec else ())]
        return next((base.joinpath(*parts) for base in bases if base.joinpath(*parts).exists()), None)


def installed() -> Places:
    """The places of this environment: what `make verify-ids` set up, then what was installed in the ordinary way."""
    folder = Path(sys.prefix) / FOLDER
    return Places((folder, folder / OLDER), environment=True)


def told(path: Path, package: str, version_of_data: str = "") -> str:
    """A table's name to show: the package with its version, the file, and the version that the data give themselves."""
    base = next((parent.parent for parent in path.parents if parent.name == package), path.parent)
    name = package.replace("_", "-")
    versions = [one.version for one in distributions(name=name, path=[str(base)])]
    shown = f"{name} {versions[0]}" if versions else name
    return f"{shown} {path.name}" + (f" ({version_of_data})" if version_of_data else "")


def opened(path: Path) -> TextIO:
    """A text file to read, unpacked as its ending says: .gz, .zst, or plain.

    Bytes that are no UTF-8 become a replacement character (brenda.obo has a few in its synonyms), which no label has.
    """
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", errors="replace")
    if path.suffix == ".zst":
        return _unpacked(path)
    return path.open(encoding="utf-8", errors="replace", newline="")


def _unpacked(path: Path) -> TextIO:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.open(path, "rt", encoding="utf-8", errors="replace")


def pick(path: Path, keys: Collection[str]) -> Mapping[str, Any]:
    """The entries under some keys of a JSON object of objects, without reading all of it into memory.

    One such file is a gigabyte unpacked. The names of inner members are no match: their values are no objects.
    """
    found: dict[str, Any] = {}
    if not keys:
        return found
    decoder = json.JSONDecoder()
    wanted = re.compile(rf'"({"|".join(map(re.escape, sorted(keys)))})":\s*(?=\{{)')
    rest = ""
    with opened(path) as stream:
        while len(found) < len(set(keys)) and (chunk := stream.read(CHUNK)):
            text = rest + chunk
            for match in wanted.finditer(text):
                try:
                    found[match[1]], _ = decoder.raw_decode(text, match.end())
                except ValueError:
                    continue  # cut off at the end of the chunk; the next one has it whole
            rest = text[-LONGEST_ENTRY:]
    return found


def entries(path: Path) -> Any:
    """The whole of a JSON file."""
    with opened(path) as stream:
        return json.load(stream)
