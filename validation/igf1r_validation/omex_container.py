"""The judge omex: libCOMBINE reads the archive, zip file and manifest say the same, and everything inside is right.

The manifest's formats matter: COPASI ignores a simulation silently whose format it does not know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from igf1r_validation import omex_content
from igf1r_validation.omex_archive import MANIFEST, METADATA, Archive, NoArchiveError, opened
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "omex"
QUICK = True
ISOLATED = False
READS = ".omex"

SPECIFICATIONS = "http://identifiers.org/combine.specifications/"
MEDIA = "http://purl.org/NET/mediatypes/"
FORMATS = {
    ".xml": f"{SPECIFICATIONS}sbml.level-3.version-1",
    ".sedml": f"{SPECIFICATIONS}sed-ml",
    ".rdf": f"{SPECIFICATIONS}omex-metadata",
    ".sbgn": f"{SPECIFICATIONS}sbgn",
    ".owl": f"{SPECIFICATIONS}biopax",
    ".cx2": f"{MEDIA}application/json",
    ".json": f"{MEDIA}application/json",
    ".svg": f"{MEDIA}image/svg+xml",
    ".png": f"{MEDIA}image/png",
    ".tsv": f"{MEDIA}text/tab-separated-values",
    ".yaml": f"{MEDIA}application/x-yaml",
    ".md": f"{MEDIA}text/markdown",
    "": f"{MEDIA}text/plain",
}
PATH = re.compile(r"([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(\.[A-Za-z0-9]+)?")
DATE = (1980, 1, 1, 0, 0, 0)
DEFLATED = 8
UNIX, READABLE = 3, 0o100644 << 16


def judge(build: Path, model: str) -> Verdict:
    """Look at the container, at what libCOMBINE makes of it, and at what is packed."""
    file = f"{model}.omex"
    try:
        import libcombine  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "libCOMBINE", file, str(error))
    tool = f"libCOMBINE {version('python-libcombine')}"
    try:
        archive = opened(build / file)
    except NoArchiveError as error:
        return verdict(NAME, tool, file, [Finding("", "no archive", str(error))])
    found = [*of_container(archive), *of_libcombine(build / file, archive)]
    found += omex_content.findings(archive, build, model)
    detail = f"{len(archive.infos)} files, {len(omex_content.simulations(archive))} simulations"
    return verdict(NAME, tool, file, found, detail)


def of_container(archive: Archive) -> Iterator[Finding]:
    """What is wrong with zip file and manifest, whatever is packed."""
    yield from _zip(archive)
    yield from _listed(archive)
    yield from _formats(archive)
    yield from _masters(archive)


def _zip(archive: Archive) -> Iterator[Finding]:
    names = [info.filename for info in archive.infos]
    if names[:1] != [MANIFEST] or names[1:] != sorted(names[1:]):
        yield Finding("", "order", f"{MANIFEST} comes first, then the rest by name; it is {', '.join(names)}")
    for name, count in Counter(names).items():
        if count > 1:
            yield Finding(name, "twice", f"is {count} times in the zip file")
        if not PATH.fullmatch(name):
            yield Finding(name, "name", "a name has letters, digits, _ and -, and one dot at most")
    for info in archive.infos:
        if info.date_time != DATE:
            yield Finding(info.filename, "date", f"is of {info.date_time}; every file must be of {DATE}")
        if (info.create_system, info.external_attr) != (UNIX, READABLE):
            yield Finding(info.filename, "rights", f"system {info.create_system}, {info.external_attr >> 16:o}")
        if info.extra or info.comment or info.compress_type != DEFLATED:
            yield Finding(info.filename, "packing", "must be deflated, without extra fields and without a comment")
    if archive.comment:
        yield Finding("", "packing", "the zip file has a comment")


def _listed(archive: Archive) -> Iterator[Finding]:
    """The rows of the manifest are the files of the zip file, both ways."""
    locations = [row.location for row in archive.rows]
    for location, count in Counter(locations).items():
        if count > 1:
            yield Finding(location, "twice", f"is {count} times in the manifest")
        if location != "." and not location.startswith("./"):
            yield Finding(location, "location", "a location starts with ./")
    there = {name for name in archive.contents if name != MANIFEST}
    listed = {location.removeprefix("./") for location in locations if location != "."}
    if "." not in locations:
        yield Finding(".", "archive", "the manifest has no row for the archive itself")
    if MANIFEST in listed:
        yield Finding(MANIFEST, "self-entry", "the manifest has a row for itself; readers warn of it")
    for name in sorted(there - listed):
        yield Finding(name, "not listed", "is in the zip file, but not in the manifest")
    for name in sorted(listed - there - {MANIFEST}):
        yield Finding(name, "missing", "is in the manifest, but not in the zip file")


def _formats(archive: Archive) -> Iterator[Finding]:
    for row in archive.rows:
        wanted = f"{SPECIFICATIONS}omex" if row.location == "." else FORMATS.get(_ending(row.location))
        if row.format != wanted:
            yield Finding(row.location, "format", f"is {row.format!r}, must be {wanted or 'of a known ending'}")


def _ending(location: str) -> str:
    name = location.rpartition("/")[2]
    return name[name.index(".") :] if "." in name else ""


def _masters(archive: Archive) -> Iterator[Finding]:
    """One simulation is the master, if there is one; what could be one says that it is not."""
    there, masters = omex_content.simulations(archive), archive.masters
    if len(masters) != min(1, len(there)):
        found = ", ".join(masters) or "none"
        yield Finding(
            "", "master", f"one simulation must be the master if there is one, and nothing else; it is {found}"
        )
    for row in archive.rows:
        could_be = row.location.endswith((".xml", ".sedml"))
        if row.master not in (("true", "false") if could_be else ("",)):
            yield Finding(row.location, "master", f"the attribute master is {row.master!r}")
        if row.master == "true" and not row.location.endswith(".sedml"):
            yield Finding(row.location, "master", "only a simulation may be the master")


def of_libcombine(path: Path, archive: Archive) -> Iterator[Finding]:
    """What libCOMBINE holds must be what is there; it keeps the metadata apart."""
    import libcombine

    read = libcombine.CombineArchive()
    if not read.initializeFromArchive(str(path)):
        yield Finding("", "libCOMBINE", "cannot read the archive")
        return
    try:
        manifest = read.getManifest()
        contents = [manifest.getContent(number) for number in range(manifest.getNumContents())]
        held = {one.getLocation().removeprefix("./"): (one.getFormat(), bool(one.getMaster())) for one in contents}
        for name in held:
            size = len(read.extractEntryToString(f"./{name}").encode("utf-8", "surrogateescape"))
            if size != len(archive.contents.get(name, b"")):
                yield Finding(name, "libCOMBINE", f"holds {size} bytes")
    finally:
        read.cleanUp()
    apart = {".", f"./{METADATA}", f"./{MANIFEST}"}
    rows = [row for row in archive.rows if row.location not in apart]
    told = {row.location.removeprefix("./"): (row.format, row.master == "true") for row in rows}
    for name in sorted(set(told) | set(held)):
        if told.get(name) != held.get(name):
            yield Finding(name, "libCOMBINE", f"holds {held.get(name)}, the manifest has {told.get(name)}")
