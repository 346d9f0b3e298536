"""The command deposit: what it refuses, what it writes, and that nothing half-written is ever left."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import deposit_model as d
import pytest

from igf1r_model import baseline, calibration, cli, cover, deposit, deposit_command, depositor, identifiers, plots
from igf1r_model.identifiers import Known
from igf1r_model.issues import PathwayError
from igf1r_validation.deposit import checklist
from igf1r_validation.deposit.line import Line, Status

GREEN = [Line(1, "all", "green", "1 of 1")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small model, built and at rest."""
    d.known(monkeypatch)
    d.build(tmp_path)
    return tmp_path


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[Line]], None]:
    """The checklist says what it is told to say."""

    def says(lines: list[Line]) -> None:
        monkeypatch.setattr(checklist, "checked", lambda *_, **__: lines)

    return says


def run(folder: Path, model: str = d.ID, creator: str = "") -> int:
    return deposit_command.run(d.command(folder, model, creator), checklist.judged, folder / "baseline")


def refusals(folder: Path, model: str = d.ID, creator: str = "") -> list[str]:
    """The reasons; nothing may have been written."""
    with pytest.raises(PathwayError) as refused:
        run(folder, model, creator)
    assert not (folder / "deposit").exists()
    return [str(issue) for issue in refused.value.issues]


# What is refused.


def test_an_unknown_model_and_a_wrong_creator_are_told_together(folder: Path) -> None:
    creator, model = refusals(folder, "smal", "Doe,Jo")
    assert "'Doe,Jo' has 2 parts" in creator
    assert model == "model: no model is called smal; there are small"


def test_a_model_that_is_not_built(folder: Path) -> None:
    (folder / "build" / "small.xml").unlink()
    (told,) = refusals(folder)
    assert "is not built" in told
    assert told.endswith("type: make")


@pytest.mark.parametrize("path", ["small.xml", "small.owl", "small/stimulated__IGF1.sedml"])
def test_a_build_that_the_sources_do_not_make_any_more(folder: Path, path: str) -> None:
    (folder / "build" / path).write_bytes(b"old")
    (told,) = refusals(folder)
    assert f"build/{path}" in told
    assert "the sources make something else now; type: make" in told


def test_a_build_with_a_missing_file(folder: Path) -> None:
    (folder / "build" / "small.omex").unlink()
    assert "small.omex" in refusals(folder)[0]


@pytest.mark.parametrize("curie", ["uniprot:P05019", "pubmed:19225456", "DOID:162"])
def test_what_a_user_vouched_for(folder: Path, curie: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = dict(identifiers.known()) | {curie: Known(curie, "label", "", "asserted")}
    monkeypatch.setattr(identifiers, "known", lambda: table)
    assert any(f"{curie} is asserted by a user, not confirmed" in told for told in refusals(folder))


def test_a_steady_state_of_another_model(folder: Path) -> None:
    path = folder / "baseline" / "small.tsv"
    path.write_text(path.read_text().replace("# model ", "# model 0"))
    assert refusals(folder) == [
        "small: its ligand-free steady state was computed before laws or constants changed; type: make baseline"
    ]


def test_no_steady_state(folder: Path) -> None:
    (folder / "baseline" / "small.tsv").unlink()
    assert "was never computed; type: make baseline" in refusals(folder)[0]


def test_constants_that_were_fitted_to_something_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "state", lambda *_: "stale")
    assert refusals(folder) == ["small: laws, constants or data have changed since the fit; type: make calibrate"]


def test_all_reasons_are_told_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "state", lambda *_: "stale")
    (folder / "baseline" / "small.tsv").unlink()
    assert len(refusals(folder, creator="x")) == 4  # without its rest the model is not what was built


def test_the_command_line_says_why_and_ends_with_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["deposit", d.ID, "--creator", "x", "--build", str(folder / "none"), "--out", str(folder / "deposit")]
    assert cli.main(words) == 2
    told = capsys.readouterr().err
    assert "creator: 'x' has 1 parts" in told
    assert "is not built" in told
    assert "nothing was written" in told
    assert not (folder / "deposit").exists()


# Who deposits.


@pytest.mark.parametrize(
    ("creator", "told"),
    [
        ("Doe,Jo,University,0000-0002-1825-0098", "is no ORCID"),  # the check digit
        ("Doe,Jo,University,0000-0002-1825-009", "is no ORCID"),
        ("Doe,Jo,University,https://orcid.org/0000-0002-1825-0097", "is no ORCID"),
        ("Doe,,University,0000-0002-1825-0097", "a part of the creator is empty"),
        ("Doe,Jo,University,", "a part of the creator is empty"),
        ("Doe,Jo,0000-0002-1825-0097", "has 3 parts"),
        ("Doe,Jo,University,0000-0002-1825-0097,a,b", "has 6 parts"),
        ("Doe,Jo,University,0000-0002-1825-0097,nobody", "'nobody' is no e-mail"),
    ],
)
def test_a_wrong_creator(creator: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        depositor.read(creator)


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"])
def test_a_right_creator(orcid: str) -> None:
    assert depositor.read(f" Doe , Jo,University,{orcid}").orcid == orcid


def test_a_person_is_in_the_model_its_notes_and_the_metadata(folder: Path) -> None:
    one = deposit.ready(d.ID, d.ME, folder / "build", folder / "baseline")
    (folder / "new").mkdir()
    deposit.write(one, folder / "new", d.CHANGELOG)
    sbml = (folder / "new" / "small.xml").read_text()
    assert "<vCard:Family>Doe</vCard:Family>" in sbml
    assert "https://orcid.org/0000-0002-1825-0097" in sbml
    with zipfile.ZipFile(folder / "new" / "small.omex") as archive:
        assert archive.read("small.xml").decode() == sbml
        assert b"orcid:0000-0002-1825-0097" in archive.read("metadata.rdf")
    assert "Jo Doe (University), https://orcid.org/" in (folder / "new" / "COVER.md").read_text()


def test_without_a_person_it_is_the_project(folder: Path) -> None:
    one = deposit.ready(d.ID, "", folder / "build", folder / "baseline")
    assert [creator.family for creator in one.model.creators] == ["igf1r-model project"]
    assert one.person is None


# What is written.


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as monkeypatch:
        return d.made(tmp_path_factory.mktemp("written"), monkeypatch)


def test_every_file_has_a_name_that_any_platform_takes(written: Path) -> None:
    paths = [path.relative_to(written).as_posix() for path in written.rglob("*") if path.is_file()]
    assert len(paths) > 20
    assert [path for path in paths if not re.fullmatch(r"([\w-]+/)*[\w-]+(\.\w+)?", path, re.ASCII)] == []


def test_every_experiment_has_its_figure_and_the_numbers(written: Path) -> None:
    for one in d.EXPERIMENTS:
        for ending in (".svg", ".png", ".tsv"):
            assert (written / "figures" / f"{one.id}{ending}").stat().st_size > 100
    with (written / "figures" / "igf1_doses.tsv").open() as file:
        assert {row["dose_nM"] for row in csv.DictReader(file, delimiter="\t")} == {"1", "10"}


def test_the_archive_has_the_pictures(written: Path) -> None:
    with zipfile.ZipFile(written / "small.omex") as archive:
        assert archive.read("figures/stimulated.png") == (written / "figures" / "stimulated.png").read_bytes()


def test_the_cover_sheet_tells_what_a_curator_asks(written: Path) -> None:
    sheet, readme = ((written / name).read_text() for name in ("COVER.md", "README.md"))
    simulated = "`simulations/stimulated__IGF1.sedml`<br>`simulations/stimulated__none.sedml`"
    for text in (sheet, readme):
        assert f"| {simulated} | `figures/stimulated.png` |" in text
        assert "CC0-1.0" in text
        assert "How to cite" in text
        assert "Of 4 constants: 2 assumed, 2 measured." in text
    for engine, number in deposit.engines().items():
        assert f"- {engine} {number}" in sheet
    assert sheet.index("### Model content") < sheet.index("- A model.") < sheet.index("### Software")


def test_the_files_are_those_of_the_build_under_other_names() -> None:
    wanted = {
        "small.xml": "small.xml",
        "small.model.json": "small_model.json",
        "small.activity.nodes.tsv": "small_activity_nodes.tsv",
        "small/a__b.sedml": "simulations/a__b.sedml",
        "small/sheets/mtor.1.svg": "maps/sheets/mtor_1.svg",
        "petab/small/problem.yaml": "petab/small/problem.yaml",
        "small.a b.tsv": "small_a_b.tsv",
    }
    assert {path: deposit.renamed(path, "small") for path in wanted} == wanted


@pytest.mark.parametrize("part", ["### Model content", "### Software"])
def test_a_changelog_must_tell_of_content_and_software_apart(part: str) -> None:
    with pytest.raises(ValueError, match=part):
        cover.release_notes(d.CHANGELOG.replace(part, ""))


def test_of_a_changelog_the_newest_release_is_told() -> None:
    assert cover.release_notes(f"{d.CHANGELOG}\n## 0.0.1\n\n- Old.\n").endswith("- A program.\n")


# How it is put in place.


def test_a_good_deposit_replaces_the_old_one(folder: Path, judged: Callable[[list[Line]], None]) -> None:
    old = folder / "deposit" / "small" / "old.txt"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    judged([*GREEN, Line(2, "person", "open", "nobody", "do it")])
    assert run(folder) == 0
    assert not old.exists()
    assert [path.name for path in (folder / "deposit").iterdir()] == ["small"]
    text = (folder / "deposit" / "small" / "CHECKLIST.md").read_text()
    assert "1 green, 1 open" in text
    assert "- point 2, person: do it" in text
    data = json.loads((folder / "deposit" / "small" / "checklist.json").read_text())
    assert [line["status"] for line in data["lines"]] == ["green", "open"]


@pytest.mark.parametrize("status", ["red", "not run"])
def test_a_deposit_that_is_not_green_leaves_the_old_one(
    folder: Path, status: Status, judged: Callable[[list[Line]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    old = folder / "deposit" / "small" / "old.txt"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    judged([*GREEN, replace(GREEN[0], status=status)])
    assert run(folder) == 1
    assert old.read_text() == "old"
    assert (folder / "deposit" / ".new" / "small" / "CHECKLIST.md").is_file()
    assert "is as it was" in capsys.readouterr().err


def test_what_breaks_off_leaves_the_old_one_and_nothing_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = folder / "deposit" / "small" / "old.txt"
    old.parent.mkdir(parents=True)
    old.write_text("old")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(plots, "write", broken)  # the figures come first
    with pytest.raises(KeyboardInterrupt):
        run(folder)
    assert old.read_text() == "old"
    assert [path.name for path in (folder / "deposit").iterdir()] == ["small"]


def test_the_published_models_are_at_rest_and_confirmed() -> None:
    """Nothing but the build can keep them from being deposited."""
    from igf1r_model.loading import assembled, load_models

    for name in ("igf1r_core", "igf1r_full"):
        model = assembled(load_models(None)[name])
        assert [*deposit._asserted(model), *deposit._stale(model, baseline.FOLDER)] == []
