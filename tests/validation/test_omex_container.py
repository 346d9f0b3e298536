"""The judge of archives finds what is wrong with zip file, manifest and content, each planted in a good one."""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import omex_model as o
import pytest

from igf1r_validation import omex_container
from igf1r_validation.omex_archive import NoArchiveError, opened
from igf1r_validation.runner import discover
from igf1r_validation.verdict import Verdict

pytest.importorskip("libcombine")

Planted = Callable[[Callable[[o.Files], o.Files]], Verdict]
MASTER = b' master="true"'
NOT_MASTER = b' master="false"'


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return o.build(tmp_path_factory.mktemp("good"))


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good, tmp_path / "build"))


@pytest.fixture
def planted(copy: Path) -> Planted:
    """The verdict when the content of the archive is another."""

    def judged(change: Callable[[o.Files], o.Files]) -> Verdict:
        o.replanted(copy / "fits.omex", change)
        return omex_container.judge(copy, "fits")

    return judged


def told(found: Verdict) -> set[tuple[str, str]]:
    assert found.status == ("failed" if found.findings else "passed")
    return {(one.subject, one.rule) for one in found.findings}


def swap(name: str, old: bytes, new: bytes) -> Callable[[o.Files], o.Files]:
    """Put other bytes into an entry."""

    def change(files: o.Files) -> o.Files:
        assert old in files[name], "there is nothing to replace, so nothing would be planted"
        return files | {name: files[name].replace(old, new, 1)}

    return change


def listed(*, add: str = "", drop: str = "") -> Callable[[o.Files], o.Files]:
    """Another row in the manifest, or one less."""

    def change(files: o.Files) -> o.Files:
        lines = files["manifest.xml"].decode().splitlines(keepends=True)
        kept = [line for line in lines if not drop or f'"{drop}"' not in line]
        assert len(kept) == len(lines) - bool(drop)
        return files | {"manifest.xml": "".join([*kept[:-1], add, kept[-1]]).encode()}

    return change


def test_a_good_archive_passes(good: Path) -> None:
    found = omex_container.judge(good, "fits")
    assert (told(found), found.detail) == (set(), "18 files, 2 simulations")
    assert found.tool.startswith("libCOMBINE 0.")


def test_repacking_by_itself_plants_nothing(planted: Planted) -> None:
    assert told(planted(lambda files: files)) == set()


def test_judges_of_archives_leave_contexts_alone() -> None:
    there = {one.name: one for one in discover()}
    for name in ("omex", "omex-metadata", "omex-copasi", "omex-petab"):
        assert there[name].reads == ".omex"
    assert [there["omex"].quick, there["omex-copasi"].quick, there["omex-copasi"].isolated] == [True, False, True]


MANIFEST = {
    "version in a simulation's format": (
        swap("manifest.xml", b"/sed-ml", b"/sed-ml.level-1.version-4"), ("./course__dosed.sedml", "format")),
    "format of the model": (swap("manifest.xml", b"/sbml.level-3.version-1", b"/sbml"), ("./fits.xml", "format")),
    "format of the archive": (swap("manifest.xml", b"/omex\"", b"/omex-x\""), (".", "format")),
    "two masters": (swap("manifest.xml", NOT_MASTER, MASTER), ("", "master")),
    "no master": (swap("manifest.xml", MASTER, NOT_MASTER), ("", "master")),
    "master not said": (swap("manifest.xml", NOT_MASTER, b""), ("./fits.xml", "master")),
    "master without sense": (
        swap("manifest.xml", b'text/markdown"', b'text/markdown" master="false"'), ("./README.md", "master")),
    "self-entry": (
        listed(add='<content location="./manifest.xml" format="http://identifiers.org/combine.specifications/'
                   'omex-manifest"/>\n'), ("manifest.xml", "self-entry")),
    "file missing in the manifest": (listed(drop="./fits.owl"), ("fits.owl", "not listed")),
    "archive missing in the manifest": (listed(drop="."), (".", "archive")),
    "listed twice": (
        listed(add='<content location="./LICENSE" format="http://purl.org/NET/mediatypes/text/plain"/>\n'),
        ("./LICENSE", "twice")),
    "location without ./": (swap("manifest.xml", b'"./fits.owl"', b'"fits.owl"'), ("fits.owl", "location")),
    "absolute location": (swap("manifest.xml", b'"./fits.owl"', b'"/fits.owl"'), ("/fits.owl", "location")),
}  # fmt: skip


@pytest.mark.parametrize(("change", "finding"), MANIFEST.values(), ids=MANIFEST)
def test_a_wrong_manifest_is_found(
    planted: Planted, change: Callable[[o.Files], o.Files], finding: tuple[str, str]
) -> None:
    assert finding in told(planted(change))


def without(name: str) -> Callable[[o.Files], o.Files]:
    return lambda files: {there: content for there, content in files.items() if there != name}


def renamed(old: str, new: str) -> Callable[[o.Files], o.Files]:
    """Another name, in the manifest too."""

    def change(files: o.Files) -> o.Files:
        named = {new if name == old else name: content for name, content in files.items()}
        assert old in files
        return named | {"manifest.xml": files["manifest.xml"].replace(f"./{old}".encode(), f"./{new}".encode())}

    return change


CONTENT = {
    "entry missing in the zip file": (without("fits.owl"), ("fits.owl", "missing")),
    "file of the build not packed": (without("fits.owl"), ("fits.owl", "not packed")),
    "no licence": (without("LICENSE"), ("LICENSE", "not packed")),
    "no metadata": (without("metadata.rdf"), ("metadata.rdf", "not packed")),
    "file that is nowhere else": (lambda files: files | {"old.sedml": b"<sedML/>"}, ("old.sedml", "too much")),
    "name with two dots": (renamed("overview.svg", "over.view.svg"), ("over.view.svg", "name")),
    "name with a space": (renamed("overview.svg", "over view.svg"), ("over view.svg", "name")),
    "absolute name": (renamed("overview.svg", "/overview.svg"), ("/overview.svg", "name")),
    "name that leaves the archive": (renamed("overview.svg", "../overview.svg"), ("../overview.svg", "name")),
    "order": (lambda files: dict(sorted(files.items(), reverse=True)), ("", "order")),
    "changed model": (swap("fits.xml", b"cytosol", b"cytosal"), ("fits.xml", "not the same")),
    "changed figure": (swap("course__dosed.sedml", b"2400", b"2401"), ("course__dosed.sedml", "not the same")),
    "source not rewritten": (
        swap("course__dosed.sedml", b'"fits.xml"', b'"../fits.xml"'), ("course__dosed.sedml", "link")),
    "source elsewhere": (swap("course__dosed.sedml", b'"fits.xml"', b'"model.xml"'), ("course__dosed.sedml", "link")),
    "simulation without a model": (
        swap("course__dosed.sedml", b"<model ", b"<nothing "), ("course__dosed.sedml", "link")),
    "simulation that is no XML": (swap("course__dosed.sedml", b"<sedML", b"<"), ("course__dosed.sedml", "link")),
    "problem not rewritten": (swap("petab/problem.yaml", b"../fits", b"../../fits"), ("petab/problem.yaml", "link")),
    "problem's table elsewhere": (
        swap("petab/problem.yaml", b": parameters.tsv", b": more.tsv"), ("petab/problem.yaml", "link")),
    "another licence": (swap("LICENSE", b"publicdomain/zero", b"licenses/by"), ("LICENSE", "licence")),
    "README without a figure": (swap("README.md", b"`resting__none.sedml`", b"a file"), ("README.md", "README")),
    "path of a machine": (swap("README.md", b"\n", b"\n/home/somebody/fits.xml\n"), ("README.md", "path")),
    "path of another machine": (swap("metadata.rdf", b"An example", b"C:\\models"), ("metadata.rdf", "path")),
    "file address": (swap("README.md", b"\n", b"\nfile:///fits.xml\n"), ("README.md", "path")),
}  # fmt: skip


@pytest.mark.parametrize(("change", "finding"), CONTENT.values(), ids=CONTENT)
def test_wrong_content_is_found(
    planted: Planted, change: Callable[[o.Files], o.Files], finding: tuple[str, str]
) -> None:
    assert finding in told(planted(change))


def test_another_master_than_the_first_figure_is_found(planted: Planted) -> None:
    def change(files: o.Files) -> o.Files:
        text = files["manifest.xml"]
        for old, new in ((MASTER, b" @"), (b'sed-ml" master="false"', b'sed-ml" master="true"'), (b" @", NOT_MASTER)):
            text = text.replace(old, new, 1)
        return files | {"manifest.xml": text}

    assert told(planted(change)) == {("", "master")}


def test_a_model_as_master_is_found(planted: Planted) -> None:
    def change(files: o.Files) -> o.Files:
        text = files["manifest.xml"].replace(MASTER, NOT_MASTER)
        return files | {"manifest.xml": text.replace(b'version-1" master="false"', b'version-1" master="true"')}

    assert ("./fits.xml", "master") in told(planted(change))


def test_a_newer_file_of_the_build_is_found(copy: Path) -> None:
    (copy / "fits.owl").write_bytes(b"<owl/>")
    assert told(omex_container.judge(copy, "fits")) == {("fits.owl", "not the same")}


def test_a_figure_that_was_not_packed_is_found(copy: Path) -> None:
    (copy / "fits/response__dosed.sedml").write_bytes(o.simulation("response"))
    assert told(omex_container.judge(copy, "fits")) == {("response__dosed.sedml", "not packed")}


HEADS = {
    "date": ({"date_time": (2026, 11, 22, 0, 0, 0)}, "date"),
    "rights": ({"external_attr": 0o100600 << 16}, "rights"),
    "system": ({"create_system": 0}, "rights"),
    "comment": ({"comment": b"made by hand"}, "packing"),
    "extra field": ({"extra": b"\x55\x54\x01\x00\x00"}, "packing"),
    "not compressed": ({"compress_type": zipfile.ZIP_STORED}, "packing"),
}


@pytest.mark.parametrize(("head", "rule"), HEADS.values(), ids=HEADS)
def test_what_would_change_the_bytes_is_found(copy: Path, head: dict[str, object], rule: str) -> None:
    files = o.contents((copy / "fits.omex").read_bytes())
    with zipfile.ZipFile(copy / "fits.omex", "w") as archive:
        for name, content in files.items():
            info = o.info(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in head.items() if name == "fits.owl" else ():
                setattr(info, key, value)
            archive.writestr(info, content)
    assert told(omex_container.judge(copy, "fits")) == {("fits.owl", rule)}


def test_a_comment_of_the_whole_is_found(copy: Path) -> None:
    with zipfile.ZipFile(copy / "fits.omex", "a") as archive:
        archive.comment = b"made by hand"
    assert told(omex_container.judge(copy, "fits")) == {("", "packing")}


def test_an_entry_that_is_there_twice_is_found(copy: Path) -> None:
    with zipfile.ZipFile(copy / "fits.omex", "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(o.info("fits.owl"), b"<owl/>", zipfile.ZIP_DEFLATED)
    assert {("fits.owl", "twice"), ("", "order")} <= told(omex_container.judge(copy, "fits"))


BROKEN = {"no zip file": b"<html/>", "empty": b"", "half": None}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_is_no_archive_fails(copy: Path, content: bytes | None) -> None:
    whole = (copy / "fits.omex").read_bytes()
    (copy / "fits.omex").write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert told(omex_container.judge(copy, "fits")) == {("", "no archive")}


def test_no_archive_at_all_fails(copy: Path) -> None:
    (copy / "fits.omex").unlink()
    assert told(omex_container.judge(copy, "fits")) == {("", "no archive")}


@pytest.mark.parametrize("change", [without("manifest.xml"), swap("manifest.xml", b"</omexManifest>", b"")])
def test_an_archive_without_a_manifest_that_can_be_read_fails(copy: Path, change: Callable[[o.Files], o.Files]) -> None:
    o.replanted(copy / "fits.omex", change)
    with pytest.raises(NoArchiveError):
        opened(copy / "fits.omex")
    assert told(omex_container.judge(copy, "fits")) == {("", "no archive")}


def test_what_libcombine_cannot_read_is_found(good: Path, copy: Path) -> None:
    archive = opened(good / "fits.omex")
    (copy / "fits.omex").write_bytes(b"<html/>")
    (finding,) = omex_container.of_libcombine(copy / "fits.omex", archive)
    assert (finding.rule, finding.message) == ("libCOMBINE", "cannot read the archive")


def test_what_libcombine_holds_and_the_manifest_does_not_is_found(good: Path, copy: Path) -> None:
    archive = opened(good / "fits.omex")
    o.replanted(copy / "fits.omex", swap("manifest.xml", b"application/json", b"application/xml"))
    found = [one.subject for one in omex_container.of_libcombine(copy / "fits.omex", archive)]
    assert found == ["experiments.json"]


def test_without_libcombine_the_judge_has_not_run(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libcombine", None)
    assert omex_container.judge(good, "fits").status == "not run"
