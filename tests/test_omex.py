"""The archive: what is in it, under which name and in which format; the same bytes whatever the circumstances."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import helpers
import omex_model as o
import pytest
from hypothesis import given
from hypothesis import strategies as st

from igf1r_model.exporters import omex
from igf1r_model.exporters.omex import Creator, Entry, container, entries, packed
from igf1r_model.model import Model

NAMES = st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8})?\.(xml|sedml|svg|tsv)", fullmatch=True)
SOMEBODY = Creator("Family", "Given", "University", "0000-0002-1825-0097")
OTHERS = {  # what is the same in the archive, and under which name
    "fits.xml": "fits.xml",
    "fits.owl": "fits.owl",
    "fits.sbgn": "fits.sbgn",
    "fits.cx2": "fits.cx2",
    "fits.svg": "fits.svg",
    "fits/overview.svg": "overview.svg",
    "fits.experiments.json": "experiments.json",
    "petab/fits/parameters.tsv": "petab/parameters.tsv",
    "petab/fits/measurements.tsv": "petab/measurements.tsv",
}


def archive(model: Model | None = None, files: o.Files | None = None) -> o.Files:
    made = omex.bundle(model or o.model(), files or o.files())
    assert list(made) == ["fits.omex"]
    return o.contents(made["fits.omex"])


def rows(files: o.Files) -> dict[str, tuple[str, str | None]]:
    """Format and master of each row of the manifest."""
    root = ElementTree.fromstring(files["manifest.xml"])
    assert root.tag == "{http://identifiers.org/combine.specifications/omex-manifest}omexManifest"
    return {row.get("location", ""): (row.get("format", ""), row.get("master")) for row in root}


# What is in it.


def test_files_of_the_build_are_there_as_they_are() -> None:
    there = archive()
    assert {new for old, new in OTHERS.items() if there.get(new) != o.files()[old]} == set()
    made = {"manifest.xml", "metadata.rdf", "README.md", "LICENSE"}
    simulations = {"course__dosed.sedml", "resting__none.sedml"}
    petab = {f"petab/{name}" for name in ("problem.yaml", "conditions.tsv", "observables.tsv")}
    assert there.keys() == {*OTHERS.values(), *made, *simulations, *petab}


def test_links_to_the_model_hold_inside() -> None:
    there = archive()
    assert b'source="fits.xml"' in there["course__dosed.sedml"]
    assert there["course__dosed.sedml"] == o.files()["fits/course__dosed.sedml"].replace(b"../", b"")
    assert b"      - ../fits.xml\n" in there["petab/problem.yaml"]
    assert there["petab/problem.yaml"] == o.files()["petab/fits/problem.yaml"].replace(b"../../", b"../")


@pytest.mark.parametrize("path", ["fits/course__dosed.sedml", "petab/fits/problem.yaml"])
def test_a_file_without_its_link_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"must have .*fits.xml.* once; it is there 0 times"):
        entries(o.model(), o.files() | {path: b"nothing"})


def test_without_the_model_there_is_no_archive() -> None:
    assert omex.bundle(o.model(), {"fits.owl": b"<owl/>"}) == {}


def test_what_a_build_left_out_is_not_packed() -> None:
    there = archive(files={"fits.xml": b"<sbml/>"})
    assert list(there) == ["manifest.xml", "LICENSE", "README.md", "fits.xml", "metadata.rdf"]
    assert "Figures" in there["README.md"].decode()
    assert "overview.svg" not in there["README.md"].decode()


# The manifest.


def test_every_file_has_the_format_that_copasi_knows() -> None:
    there = archive()
    found = rows(there)
    assert set(found) == {".", *(f"./{name}" for name in there if name != "manifest.xml")}
    specifications = "http://identifiers.org/combine.specifications/"
    assert found["."] == (f"{specifications}omex", None)
    assert found["./fits.xml"] == (f"{specifications}sbml.level-3.version-1", "false")
    assert found["./course__dosed.sedml"] == (f"{specifications}sed-ml", "true")
    assert found["./resting__none.sedml"] == (f"{specifications}sed-ml", "false")
    assert found["./metadata.rdf"] == (f"{specifications}omex-metadata", None)


def test_the_first_figure_opens_first() -> None:
    one, *others = o.model().experiments
    turned = replace(o.model(), experiments=(*others, one))
    assert rows(archive(turned))["./resting__none.sedml"][1] == "true"
    without = {path: content for path, content in o.files().items() if not path.endswith("course__dosed.sedml")}
    assert rows(archive(files=without))["./resting__none.sedml"][1] == "true"
    none = {path: content for path, content in without.items() if not path.endswith(".sedml")}
    assert "true" not in {master for _, master in rows(archive(files=none)).values()}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([Entry("a.xml", b""), Entry("a.xml", b"x")], "twice there: a.xml"),
        ([Entry("manifest.xml", b"")], "no entry may have that path"),
        ([Entry("a.sedml", b"", True), Entry("b.sedml", b"", True)], "at most one master; given: a.sedml, b.sedml"),
        ([Entry("a.cps", b"")], "the ending of a.cps has no format; known: .*cx2, .*xml"),
        ([Entry("a.activity.cx2", b"")], "the ending of a.activity.cx2 has no format"),
    ],
)
def test_what_cannot_be_packed_is_refused(given: list[Entry], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        packed(given)


# The zip file.


@given(st.dictionaries(NAMES, st.binary(max_size=200), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_what_is_packed_comes_out_whatever_the_order(files: o.Files, random: object) -> None:
    listed = [Entry(path, content) for path, content in files.items()]
    made = packed(listed)
    random.shuffle(listed)  # type: ignore[attr-defined]
    assert packed(listed) == made
    there = o.contents(made)
    assert list(there) == ["manifest.xml", *sorted(files)]
    assert {path: content for path, content in there.items() if path != "manifest.xml"} == files


def test_nothing_of_the_machine_is_in_the_zip_file() -> None:
    with zipfile.ZipFile(io.BytesIO(packed([Entry("a.xml", b"x" * 100)]))) as made:
        assert made.comment == b""
        for info in made.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.create_system, info.external_attr) == (3, 0o100644 << 16)
            assert (info.create_version, info.extract_version, info.flag_bits) == (20, 20, 0)
            assert (info.extra, info.comment, info.compress_type) == (b"", b"", zipfile.ZIP_DEFLATED)


CIRCUMSTANCES = {"hash seed": {"PYTHONHASHSEED": "7"}, "zone": {"TZ": "Asia/Kathmandu"}, "locale": {"LC_ALL": "C"}}
SCRIPT = (
    "import os, sys, hashlib; os.umask(int(sys.argv[1], 8)); import omex_model as o; "
    "from igf1r_model.exporters import omex; "
    "print(hashlib.sha256(omex.bundle(o.model(), o.files())['fits.omex']).hexdigest())"
)


@pytest.mark.parametrize("changed", CIRCUMSTANCES.values(), ids=CIRCUMSTANCES)
def test_circumstances_leave_no_trace(changed: dict[str, str], tmp_path: Path) -> None:
    path = os.pathsep.join(str(helpers.ROOT / name) for name in ("", "validation", "tests"))
    environment = {**os.environ, "PYTHONPATH": path, **changed}
    command = [sys.executable, "-c", SCRIPT, "077"]
    found = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True).stdout
    assert found.strip() == hashlib.sha256(omex.bundle(o.model(), o.files())["fits.omex"]).hexdigest()


# Metadata and README.


def test_the_metadata_say_whose_and_what_it_is() -> None:
    said = archive()["metadata.rdf"].decode()
    assert '<rdf:Description rdf:about="http://omex-library.org/fits.omex">' in said
    for line in (
        "<dc:title>Fits</dc:title>",
        "<dc:abstract>An example.</dc:abstract>",
        "<dc:created>2026-11-22</dc:created>",
        "<dc:modified>2026-11-22</dc:modified>",
        '<dc:identifier rdf:resource="https://identifiers.org/taxonomy:9606"/>\n<rdfs:label>Homo sapiens</rdfs:label>',
        '<dc:identifier rdf:resource="https://identifiers.org/pubmed:17898809"/>',
        '<dc:identifier rdf:resource="https://identifiers.org/spdx:CC0-1.0"/>',
        "<rdfs:label>igf1r-model project</rdfs:label>\n<foaf:name>igf1r-model project</foaf:name>",
    ):
        assert line in said
    assert "purl.org/dc/terms" not in said


def test_the_metadata_take_the_other_uri_style(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("URI_STYLE", "path")
    said = archive()["metadata.rdf"].decode()
    assert '"http://identifiers.org/taxonomy/9606"' in said
    assert "https://identifiers.org" not in said


def test_processes_of_the_model_are_what_it_encodes() -> None:
    made = omex.bundle(helpers.models()["igf1r_core"], {"igf1r_core.xml": b"<sbml/>"})["igf1r_core.omex"]
    said = o.contents(made)["metadata.rdf"].decode()
    assert (
        '<bqbiol:encodes>\n<rdf:Description>\n<dc:identifier rdf:resource="https://identifiers.org/GO:0048009"/>'
        in said
    )
    assert "BTO" not in said


def test_an_archive_is_packed_again_with_its_depositor_and_figures() -> None:
    figures = {"course.png": b"\x89PNG", "course.svg": b"<svg/>"}
    there = o.contents(packed(entries(o.model(), o.files(), [SOMEBODY], figures)))
    assert {name: there[name] for name in figures} == figures
    said = there["metadata.rdf"].decode()
    assert '<dc:identifier rdf:resource="https://identifiers.org/orcid:0000-0002-1825-0097"/>' in said
    assert "<foaf:name>Given Family</foaf:name>" in said
    assert "igf1r-model project" not in said
    told = there["README.md"].decode()
    assert "Made by Given Family." in told
    assert "| `course.png` | a figure |" in told
    assert rows(there)["./course.png"] == ("http://purl.org/NET/mediatypes/image/png", None)


def test_an_organisation_is_called_by_its_name_and_a_person_by_hers() -> None:
    assert Creator("the lab", "the", "the lab").name == "the lab"
    assert Creator("Family", "Given", "the lab").name == "Given Family"


@given(st.integers(0, 15), st.sampled_from("0123456789"))
def test_one_wrong_digit_makes_an_orcid_invalid(place: int, digit: str) -> None:
    digits = list("0000000218250097")
    digits[place] = digit
    changed = "-".join("".join(digits[start : start + 4]) for start in range(0, 16, 4))
    if changed == SOMEBODY.orcid:
        assert Creator("Family", "Given", "University", changed).orcid == changed
    else:
        with pytest.raises(ValueError, match="is no ORCID; it is four groups of four digits"):
            Creator("Family", "Given", "University", changed)


@pytest.mark.parametrize("orcid", ["0000000218250097", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-009x"])
def test_a_malformed_orcid_is_refused(orcid: str) -> None:
    with pytest.raises(ValueError, match="is no ORCID"):
        Creator("Family", "Given", "University", orcid)


def test_an_x_may_check_an_orcid() -> None:
    assert Creator("Family", "Given", "University", "0000-0002-1694-233X").orcid.endswith("X")


def test_the_readme_says_which_file_is_which_figure() -> None:
    told = archive()["README.md"].decode()
    assert "| Figure 1: course__dosed | `course__dosed.sedml` | dosed | How fast? |\n" in told
    assert "the task and the plot of `course__dosed.sedml`" in told
    assert "- `resting`, more\n- `response`, dosed\n- `response`, without data\n" in told
    assert "Only value changes are imported into the model." in told
    assert "described by pubmed:17898809" in told


def test_the_readme_names_each_file() -> None:
    there = archive()
    told = there["README.md"].decode()
    flat = [name for name in there if not name.startswith("petab/") and name not in ("manifest.xml", "README.md")]
    assert [name for name in (*flat, "petab/") if f"`{name}`" not in told] == []


def test_a_figure_of_several_plots_is_named_without_their_units() -> None:
    plot = '<plot2D id="more" name="Figure 1: course__dosed (nM)"/><plot2D'
    more = o.simulation("course__dosed (1)").replace(b"<plot2D", plot.encode(), 1)
    told = archive(files=o.files() | {"fits/course__dosed.sedml": more})["README.md"].decode()
    assert "| Figure 1: course__dosed | `course__dosed.sedml` |" in told


def test_the_licence_is_cc0() -> None:
    there = archive()
    for name in ("LICENSE", "README.md"):
        assert "CC0-1.0" in there[name].decode()
        assert "https://creativecommons.org/publicdomain/zero/1.0/" in there[name].decode()


def test_each_ending_has_one_format() -> None:
    assert container.format_of("LICENSE").endswith("text/plain")
    assert container.format_of("petab/x.tsv").endswith("tab-separated-values")
    assert len({container.format_of(f"a.{ending}") for ending in ("xml", "sedml", "rdf", "sbgn", "owl")}) == 5
