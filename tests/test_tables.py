"""A user's own identifiers and papers: added by a command, marked as asserted, and shown so everywhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import tiny

from igf1r_model import cli, identifiers, tables
from igf1r_model.exporters import biopax, sbml
from igf1r_model.loading import assembled, load_models

ID, LABEL = "uniprot:A0A024R1R8", "coiled coil, \N{GREEK SMALL LETTER ALPHA}"
PMID, TITLE = "99999999", "A paper from the year 2099"


@dataclass(frozen=True)
class Tables:
    """Copies of the two tables, which the package takes for its own during a test."""

    identifiers: Path
    papers: Path

    def last(self, table: Path) -> list[str]:
        return table.read_text(encoding="utf-8").splitlines()[-1].split("\t")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tables]:
    copies = Tables(tmp_path / "identifiers.tsv", tmp_path / "papers.tsv")
    for name, copy in (("IDENTIFIERS", copies.identifiers), ("PAPERS", copies.papers)):
        shutil.copyfile(getattr(identifiers, name), copy)
        monkeypatch.setattr(identifiers, name, copy)
        monkeypatch.setattr(tables, name, copy)
    monkeypatch.setattr("igf1r_validation.identifiers.tables", lambda: tmp_path)
    monkeypatch.setattr("igf1r_validation.biopax_rules.tables", lambda: tmp_path)
    identifiers.known.cache_clear()
    yield copies
    identifiers.known.cache_clear()


def model_with(tmp_path: Path, old: str, new: str) -> Path:
    """The tiny model with something of the user's own in it."""
    text = Path(tiny.__file__).read_text(encoding="utf-8")
    assert text.count(old) == 1
    file = tmp_path / "mine.py"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def with_own_molecule(tmp_path: Path) -> Path:
    return model_with(tmp_path, '"P35568", hgnc=6125', f'"{ID.removeprefix("uniprot:")}"')


def with_own_paper(tmp_path: Path) -> Path:
    return model_with(tmp_path, 'paper("BACKER_1992", 1380456)', f'paper("MYSELF_2099", {PMID})')


def test_an_identifier_is_appended_as_asserted(own: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    before = own.identifiers.read_bytes()
    assert cli.main(["add-id", ID, LABEL]) == 0
    after = own.identifiers.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].count(b"\n") == 1
    fields = own.last(own.identifiers)
    assert (fields[0], fields[1], fields[-1]) == (ID, LABEL, "asserted")
    assert len(fields) == len(before.splitlines()[0].split(b"\t"))
    assert "asserted by you" in capsys.readouterr().out
    assert (identifiers.problem(ID), identifiers.label(ID), identifiers.asserted(ID)) == ("", LABEL, True)


def test_a_paper_is_appended_as_asserted(own: Tables) -> None:
    before = own.papers.read_bytes()
    assert cli.main(["add-paper", PMID, TITLE]) == 0
    assert own.papers.read_bytes().startswith(before)
    fields = own.last(own.papers)
    assert (fields[0], fields[1], fields[-1]) == (f"pubmed:{PMID}", TITLE, "asserted")
    assert len(fields) == len(before.splitlines()[0].split(b"\t"))
    assert identifiers.asserted(f"pubmed:{PMID}")


def test_a_paper_without_a_pubmed_id_is_added_by_its_doi(own: Tables) -> None:
    assert cli.main(["add-paper", "doi:10.1000/abc(1)", TITLE]) == 0
    assert own.last(own.papers)[0] == "doi:10.1000/abc(1)"


def test_a_table_that_does_not_end_its_last_line_is_mended(own: Tables) -> None:
    own.identifiers.write_bytes(own.identifiers.read_bytes().rstrip(b"\n"))
    cli.main(["add-id", ID, LABEL])
    assert own.last(own.identifiers)[0] == ID


def test_what_stands_in_the_tables_is_confirmed_and_not_asserted() -> None:
    assert not identifiers.asserted("uniprot:P08069")
    assert not identifiers.asserted(ID)
    assert identifiers.known()["uniprot:P08069"].status == "confirmed"


REFUSED = {
    "unknown prefix": (["add-id", "swissprot:P1", "x"], "unknown identifier prefix in 'swissprot:P1'; known: uniprot"),
    "no prefix": (["add-id", "P08069", "x"], "unknown identifier prefix in 'P08069'"),
    "malformed": (["add-id", "uniprot:P0806", "x"], "malformed identifier 'uniprot:P0806'; uniprot ids match"),
    "there already": (["add-id", "uniprot:P08069", "x"], "uniprot:P08069 is in the table already: 'IGF1R'"),
    "a paper as identifier": (["add-id", "pubmed:99999999", "x"], "type: igf1r-model add-paper 99999999"),
    "tab in a label": (["add-id", ID, "a\tb"], "must be one line of text without tabs"),
    "two lines in a label": (["add-id", ID, "a\nb"], "must be one line of text without tabs"),
    "empty label": (["add-id", ID, " "], "must be one line of text without tabs"),
    "malformed PMID": (["add-paper", "12x", "x"], "malformed identifier 'pubmed:12x'; pubmed ids match"),
    "PMID with a zero": (["add-paper", "012", "x"], "malformed identifier 'pubmed:012'"),
    "PMID there already": (["add-paper", "19225456", "x"], "pubmed:19225456 is in the table already"),
    "an identifier as paper": (["add-paper", ID, "x"], f"{ID} is no paper; type: igf1r-model add-id {ID}"),
    "tab in a title": (["add-paper", PMID, "a\tb"], "must be one line of text without tabs"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_row_is_refused_and_the_tables_stay(case: str, own: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    before = own.identifiers.read_bytes(), own.papers.read_bytes()
    command, message = REFUSED[case]
    assert cli.main(command) == 2
    told = capsys.readouterr().err
    assert message in told
    assert told.startswith("igf1r-model: ")
    assert (own.identifiers.read_bytes(), own.papers.read_bytes()) == before


def test_a_second_addition_of_the_same_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert [cli.main(["add-id", ID, LABEL]) for _ in "12"] == [0, 2]
    assert f"{ID} is in the table already: {LABEL!r}, asserted" in capsys.readouterr().err


def test_a_table_that_cannot_be_written_is_one_clear_error(own: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    own.identifiers.unlink()
    own.identifiers.mkdir()
    assert cli.main(["add-id", ID, LABEL]) == 2
    assert "Is a directory" in capsys.readouterr().err


def test_the_error_for_an_unknown_identifier_names_the_command_that_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = ["build", str(with_own_molecule(tmp_path)), "--out", str(tmp_path / "out")]
    assert cli.main(build) == 2
    assert f'{ID} is not in the identifier table; if it is right, type: igf1r-model add-id {ID} "LABEL"' in (
        capsys.readouterr().err
    )
    assert cli.main(["add-id", ID, LABEL]) == 0
    assert cli.main(build) == 0


def test_the_error_for_an_unconfirmed_paper_names_the_command_that_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = ["build", str(with_own_paper(tmp_path)), "--out", str(tmp_path / "out")]
    assert cli.main(build) == 2
    assert f'if you have, type: igf1r-model add-paper {PMID} "TITLE"' in capsys.readouterr().err
    assert cli.main(["add-paper", PMID, TITLE]) == 0
    assert cli.main(build) == 0


@pytest.mark.parametrize("curie", [ID, f"pubmed:{PMID}"])
def test_what_a_user_asserts_is_shown_as_asserted_in_both_files(curie: str, tmp_path: Path) -> None:
    tables.add_identifier(ID, LABEL)
    tables.add_paper(PMID, TITLE)
    file = with_own_molecule(tmp_path) if curie == ID else with_own_paper(tmp_path)
    model = assembled(load_models(file)["tiny"])
    assert f"Asserted by the user, not confirmed by the project: {curie}." in sbml.export(model)
    assert f"{curie} is asserted by the user, not confirmed by the project" in biopax.export(model)


def test_a_source_that_a_user_asserts_is_shown_beside_its_number(tmp_path: Path) -> None:
    tables.add_paper(PMID, TITLE)
    file = model_with(
        tmp_path, 'Kd=measured(0.2, "nM", KISELYOV_2009)', f'Kd=measured(0.2, "nM", paper("MYSELF_2099", {PMID}))'
    )
    text = sbml.export(assembled(load_models(file)["tiny"]))
    assert f"0.2 nM, measured, MYSELF_2099 (pubmed:{PMID}, asserted by the user)" in text


def test_a_model_of_confirmed_things_says_nothing_of_asserting() -> None:
    model = assembled(tiny.MODELS["tiny"])
    assert "sserted" not in sbml.export(model) + biopax.export(model)
