"""A COMBINE archive as it is on disk: the entries of the zip file, their bytes, the rows of the manifest."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

MANIFEST = "manifest.xml"
METADATA = "metadata.rdf"
OMEX = "http://identifiers.org/combine.specifications/omex-manifest"
SEDML = "http://sed-ml.org/sed-ml/level1/version4"


class NoArchiveError(ValueError):
    """The file cannot be read as an archive at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the manifest; `master` is empty where the attribute is not there."""

    location: str
    format: str
    master: str


@dataclass(frozen=True, slots=True)
class Archive:
    """What is in an archive; `contents` has the bytes of each entry by its name."""

    infos: tuple[zipfile.ZipInfo, ...]
    contents: dict[str, bytes]
    rows: tuple[Row, ...]
    comment: bytes = b""

    @property
    def masters(self) -> list[str]:
        """The names of the entries that the manifest calls master."""
        return [row.location.removeprefix("./") for row in self.rows if row.master == "true"]


def opened(path: Path) -> Archive:
    """Read an archive from disk.

    Raises:
        NoArchiveError: when the file is not there, is no zip file, is damaged, or has no manifest that can be read.
    """
    try:
        with zipfile.ZipFile(path) as file:
            contents = {info.filename: file.read(info) for info in file.infolist()}
            return Archive(tuple(file.infolist()), contents, _rows(contents[MANIFEST]), file.comment)
    except KeyError:
        raise NoArchiveError(f"{path.name} has no {MANIFEST}") from None
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, etree.XMLSyntaxError) as error:
        raise NoArchiveError(f"{path.name} cannot be read: {type(error).__name__}") from error


def _rows(manifest: bytes) -> tuple[Row, ...]:
    rows = etree.fromstring(manifest).iterfind(f"{{{OMEX}}}content")
    return tuple(Row(row.get("location", ""), row.get("format", ""), row.get("master", "")) for row in rows)
