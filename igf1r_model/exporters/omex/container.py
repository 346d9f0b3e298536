"""The container: a zip file whose first entry is a manifest, the same bytes whenever and wherever it is packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from igf1r_model.exporters._xml import DECLARATION, element

MANIFEST: Final = "manifest.xml"
SPECIFICATIONS: Final = "http://identifiers.org/combine.specifications/"
MEDIA: Final = "http://purl.org/NET/mediatypes/"
# COPASI runs a simulation whose format is plain `sed-ml`; it ignores one of `sed-ml.level-1.version-4` silently.
FORMATS: Final = {
    "xml": f"{SPECIFICATIONS}sbml.level-3.version-1",
    "sedml": f"{SPECIFICATIONS}sed-ml",
    "rdf": f"{SPECIFICATIONS}omex-metadata",
    "sbgn": f"{SPECIFICATIONS}sbgn",
    "owl": f"{SPECIFICATIONS}biopax",
    "cx2": f"{MEDIA}application/json",
    "json": f"{MEDIA}application/json",
    "svg": f"{MEDIA}image/svg+xml",
    "png": f"{MEDIA}image/png",
    "tsv": f"{MEDIA}text/tab-separated-values",
    "yaml": f"{MEDIA}application/x-yaml",
    "md": f"{MEDIA}text/markdown",
    "": f"{MEDIA}text/plain",
}
MODELS: Final = ("xml", "sedml")  # what may be the master
DATE: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can say
UNIX: Final = 3
READABLE: Final = 0o100644 << 16  # a plain file that all may read
VERSION: Final = 20  # of the zip format: the first with deflate
BEST: Final = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an archive: its path there, what is in it, and whether a program opens it first."""

    path: str
    content: bytes
    master: bool = False


def packed(entries: Iterable[Entry]) -> bytes:
    """An archive of these entries; the manifest is made here.

    The bytes depend on the entries alone, whatever their order, and on the zlib that packs them.

    Raises:
        ValueError: when a path is there twice, is the manifest's, has an ending without a format, or when more than
            one entry is the master.
    """
    listed = sorted(entries, key=lambda entry: entry.path)
    _check(listed)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in ((MANIFEST, _manifest(listed).encode()), *((e.path, e.content) for e in listed)):
            archive.writestr(_info(path), content, zipfile.ZIP_DEFLATED, BEST)
    return buffer.getvalue()


def _check(entries: list[Entry]) -> None:
    paths = [entry.path for entry in entries]
    twice = sorted({path for path in paths if paths.count(path) > 1})
    if twice:
        raise ValueError(f"an archive has each path once; twice there: {', '.join(twice)}")
    if MANIFEST in paths:
        raise ValueError(f"{MANIFEST} is made by the archive itself; no entry may have that path")
    masters = [entry.path for entry in entries if entry.master]
    if len(masters) > 1:
        raise ValueError(f"an archive has at most one master; given: {', '.join(masters)}")


def _info(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, DATE)
    info.create_system, info.external_attr = UNIX, READABLE
    info.create_version = info.extract_version = VERSION
    return info


def _manifest(entries: list[Entry]) -> str:
    """The list of the entries and of the archive itself; an entry for the manifest would draw a warning."""
    rows = [element("content", {"location": ".", "format": f"{SPECIFICATIONS}omex"})]
    rows += [element("content", _row(entry)) for entry in entries]
    return DECLARATION + element("omexManifest", {"xmlns": f"{SPECIFICATIONS}omex-manifest"}, *rows)


def _row(entry: Entry) -> dict[str, str]:
    row = {"location": f"./{entry.path}", "format": format_of(entry.path)}
    if entry.master or _ending(entry.path) in MODELS:
        row["master"] = "true" if entry.master else "false"
    return row


def format_of(path: str) -> str:
    """The format that the manifest gives a file, by its ending.

    Raises:
        ValueError: naming the endings that have one, for any other.
    """
    ending = _ending(path)
    if ending not in FORMATS:
        raise ValueError(f"the ending of {path} has no format; known: {', '.join(sorted(FORMATS))} (may be empty)")
    return FORMATS[ending]


def _ending(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[2]
