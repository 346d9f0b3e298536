"""The judge of an archive's metadata finds each statement that is missing, ignored, wrong or about something else."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import omex_model as o
import pytest

from igf1r_model.exporters.omex import Creator, entries, packed
from igf1r_validation import omex_metadata
from igf1r_validation.omex_archive import opened
from igf1r_validation.runner import Judge, Task, perform
from igf1r_validation.verdict import Verdict

pytest.importorskip("pyomexmeta")

DC = "http://purl.org/dc/elements/1.1/"
SOMEBODY = Creator("Family", "Given", "University", "0000-0002-1825-0097")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return o.build(tmp_path_factory.mktemp("good"))


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good, tmp_path / "build"))


def planted(build: Path, old: str, new: str) -> Verdict:
    """The verdict when a text in the metadata is another; in a process of its own, as the runner has it."""

    def change(files: o.Files) -> o.Files:
        text = files["metadata.rdf"].decode()
        assert old in text, "there is nothing to replace, so nothing would be planted"
        return files | {"metadata.rdf": text.replace(old, new, 1).encode()}

    o.replanted(build / "fits.omex", change)
    return judged(build)


def judged(build: Path) -> Verdict:
    judge = Judge("omex-metadata", "igf1r_validation.omex_metadata", quick=False, isolated=True)
    return perform(Task(judge, build, "fits"))


def test_good_metadata_pass(good: Path) -> None:
    found = judged(good)
    assert (found.status, found.findings) == ("passed", ())
    assert found.detail == "21 statements"
    assert "pyomexmeta 1." in found.tool
    assert "rdflib" in found.tool


@pytest.mark.parametrize("style", ["compact", "path"])
def test_both_uri_styles_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    monkeypatch.setenv("URI_STYLE", style)
    assert judged(o.build(tmp_path)).findings == ()


PAPER = '<dc:identifier rdf:resource="https://identifiers.org/pubmed:17898809"/>'
DEFECTS = {
    "no title": ("<dc:title>Fits</dc:title>", "", "missing", "title"),
    "another title": ("<dc:title>Fits", "<dc:title>Other", "other", "title"),
    "two titles": ("<dc:title>", "<dc:title>One</dc:title><dc:title>", "twice", "title"),
    "no abstract": ("<dc:abstract>An example.</dc:abstract>", "", "missing", "abstract"),
    "empty description": ("<dc:description>Archive", "<dc:description/><dc:language>Archive", "no RDF", ""),
    "no keyword": ("prism:keyword>systems", "prism:keywords>systems", "no RDF", ""),
    "another date": ("<dc:created>2026", "<dc:created>2025", "other", "created"),
    "date with a time": ("<dc:modified>2026-11-22", "<dc:modified>2026-11-22T00:00:00Z", "other", "modified"),
    "another taxon": ("taxonomy:9606", "taxonomy:10090", "other", "hasTaxon"),
    "another paper": ("pubmed:17898809", "pubmed:1", "other", "isDescribedBy"),
    "paper without its number": (PAPER, "", "other", "isDescribedBy"),
    "another licence": ("spdx:CC0-1.0", "spdx:CC-BY-4.0", "other", "license"),
    "no label": ("<rdfs:label>Homo sapiens</rdfs:label>", "", "label", "taxonomy:9606"),
    "identifier for a label": ("<rdfs:label>Homo sapiens<", "<rdfs:label>taxonomy:9606<", "label", "taxonomy:9606"),
    "another creator": ("<foaf:name>igf1r-model project<", "<foaf:name>nobody<", "other", "creator"),
    "about another archive": ("/fits.omex", "/other.omex", "about", "http://omex-library.org/other.omex"),
    "about the folder": ("http://omex-library.org/fits.omex", ".", "about", "must be of"),
    "licence as text": ("<dc:title>", "<dc:license>CC0</dc:license><dc:title>", "ignored", "license"),
    "text as resource": (
        "<dc:created>2026-11-22</dc:created>", '<dc:created rdf:resource="http://a.org"/>', "ignored", "created"),
    "unknown namespace": ("dc:title", "dc2:title", "no RDF", ""),
    "no XML": ("</rdf:RDF>", "", "no RDF", ""),
    "about without its namespace": ("rdf:about", "about", "pyomexmeta", "attribute"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule", "told"), DEFECTS.values(), ids=DEFECTS)
def test_what_is_planted_is_found(copy: Path, old: str, new: str, rule: str, told: str) -> None:
    found = planted(copy, old, new)
    assert found.status == "failed"
    assert any(one.rule == rule and told in one.message for one in found.findings), found.findings


@pytest.mark.parametrize("name", ["license", "created", "modified", "abstract"])
def test_terms_that_readers_ignore_are_found(copy: Path, name: str) -> None:
    """The newer Dublin Core is RDF like any other; readers of archives know the older one only."""

    def change(files: o.Files) -> o.Files:
        text = files["metadata.rdf"].decode().replace(f"<dc:{name}>", f"<dct:{name}>")
        text = text.replace(f"</dc:{name}>", f"</dct:{name}>").replace("<rdf:RDF", f"<rdf:RDF {DCT}", 1)
        return files | {"metadata.rdf": text.encode()}

    o.replanted(copy / "fits.omex", change)
    found = judged(copy).findings
    assert any(one.rule == "ignored" and f"http://purl.org/dc/terms/{name}" in one.message for one in found)
    assert any(one.rule == "missing" and f"{DC}{name}" in one.message for one in found)


DCT = 'xmlns:dct="http://purl.org/dc/terms/"'


@pytest.mark.parametrize("name", ["description", "keyword"])
def test_a_text_that_must_be_there_is_missed(copy: Path, name: str) -> None:
    def change(files: o.Files) -> o.Files:
        lines = files["metadata.rdf"].decode().splitlines(keepends=True)
        return files | {"metadata.rdf": "".join(line for line in lines if f":{name}>" not in line).encode()}

    o.replanted(copy / "fits.omex", change)
    assert [one.rule for one in judged(copy).findings] == ["missing"]


def test_an_archive_without_metadata_fails(copy: Path) -> None:
    o.replanted(copy / "fits.omex", lambda files: {name: files[name] for name in files if name != "metadata.rdf"})
    assert [one.rule for one in judged(copy).findings] == ["missing"]


@pytest.mark.parametrize("content", [b'<?xml version="1.0"?><a/>', b""], ids=["other XML", "empty"])
def test_what_is_no_rdf_fails(copy: Path, content: bytes) -> None:
    o.replanted(copy / "fits.omex", lambda files: files | {"metadata.rdf": content})
    found = judged(copy)
    assert found.status == "failed"
    assert {"no RDF", "missing"} & {one.rule for one in found.findings}


def test_processes_must_be_those_of_the_model(copy: Path) -> None:
    path = copy / "fits.model.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["terms"].append({"qualifier": "bqbiol:isVersionOf", "curies": ["GO:0048009"]})
    path.write_text(json.dumps(manifest), encoding="utf-8")
    (finding,) = judged(copy).findings
    assert (finding.rule, "encodes" in finding.message) == ("missing", True)


def test_a_depositor_is_compared_with_the_orcid_too(tmp_path: Path) -> None:
    path = tmp_path / "fits.omex"
    path.write_bytes(packed(entries(o.model(), o.files(), [SOMEBODY])))
    manifest = json.loads(o.files()["fits.model.json"])
    people = [(SOMEBODY.name, SOMEBODY.orcid)]
    assert omex_metadata.findings(opened(path), manifest, people) == (22, [])
    for others in (None, [], [(SOMEBODY.name, "")], [("Other", SOMEBODY.orcid)]):
        _, found = omex_metadata.findings(opened(path), manifest, others)
        assert ["creator" in one.message for one in found] == [True]


def test_a_person_among_the_creators_of_a_model_has_a_name(tmp_path: Path) -> None:
    somebody = replace(o.model().creators[0], family="Family", given="Given")
    model = replace(o.model(), creators=(somebody, *o.model().creators))
    path = tmp_path / "fits.omex"
    path.write_bytes(packed(entries(model, o.files())))
    manifest = json.loads(o.files()["fits.model.json"])
    manifest["creators"].insert(0, {"family": "Family", "given": "Given", "organisation": "x", "email": ""})
    assert omex_metadata.findings(opened(path), manifest)[1] == []


def test_what_is_printed_through_c_is_heard() -> None:
    printed, returned = omex_metadata._silently(lambda: str(os.write(2, b"two\nlines\n")))
    assert (printed, returned) == ("two lines", "10")


def test_without_pyomexmeta_the_judge_has_not_run(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyomexmeta", None)
    assert omex_metadata.judge(good, "fits").status == "not run"


def test_without_an_archive_it_fails(copy: Path) -> None:
    (copy / "fits.omex").unlink()
    assert [one.rule for one in omex_metadata.judge(copy, "fits").findings] == ["no archive"]
