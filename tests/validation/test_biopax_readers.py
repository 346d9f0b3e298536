"""pybiopax and rdflib read the good file; each planted defect they are there for makes them object."""

from __future__ import annotations

import logging
import warnings
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest
from biopax_planting import DATA, GOOD, add, before, edit, text

from igf1r_validation import biopax_pybiopax, biopax_rdf
from igf1r_validation.biopax_graph import read_tree
from igf1r_validation.verdict import Verdict


def judged(judge: Any, folder: Path, planted: str) -> Verdict:
    """The verdict on a planted text."""
    (folder / "planted.owl").write_text(planted, encoding="utf-8")
    said: Verdict = judge.judge(folder, "planted")
    return said


def test_pybiopax_reads_every_object() -> None:
    said = biopax_pybiopax.judge(DATA, "biopax_small")
    assert (said.status, said.detail) == ("passed", f"{GOOD.count('rdf:ID=')} objects")


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        pytest.param(add('<bp:Enzyme rdf:ID="x"></bp:Enzyme>'), "exception", id="class it does not know"),
        pytest.param(GOOD.replace('rdf:ID="PTPN1"', 'rdf:ID="AKT"'), "count", id="one object replaces another"),
        pytest.param(GOOD.replace("</rdf:RDF>", ""), "exception", id="not well-formed"),
        pytest.param(before("IRS1", text("taxon", "x")), "exception", id="property it does not know"),
    ],
)
def test_pybiopax_objects(tmp_path: Path, planted: str, rule: str) -> None:
    said = judged(biopax_pybiopax, tmp_path, planted)
    assert said.status == "failed"
    assert rule in {finding.rule for finding in said.findings}


def test_pybiopax_fails_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert biopax_pybiopax.judge(tmp_path, "absent").status == "failed"


def test_what_pybiopax_says_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    import pybiopax

    read = pybiopax.model_from_owl_file

    def grumbling(*args: Any, **options: Any) -> Any:
        warnings.warn("old file", UserWarning, stacklevel=1)
        logging.getLogger("pybiopax.api").warning("strange file")
        return read(*args, **options)

    monkeypatch.setattr(pybiopax, "model_from_owl_file", grumbling)
    said = biopax_pybiopax.judge(DATA, "biopax_small")
    assert {finding.message for finding in said.findings} == {"old file", "strange file"}


def test_lost_and_new_objects_are_found() -> None:
    root = read_tree(DATA / "biopax_small.owl")
    kinds, said = biopax_pybiopax.read(DATA / "biopax_small.owl")
    assert said == []
    del kinds["PTPN1"]
    kinds["x"] = "Pathway"
    found = [(finding.subject, finding.rule) for finding in biopax_pybiopax.compared(root, kinds)]
    assert found == [("PTPN1", "missing"), ("x", "extra"), ("", "count"), ("", "count")]


def test_rdflib_reads_every_triple() -> None:
    said = biopax_rdf.judge(DATA, "biopax_small")
    links_and_texts = GOOD.count("\n <bp:")
    ontology = 2
    assert (said.status, said.detail) == ("passed", f"{GOOD.count('rdf:ID=') + links_and_texts + ontology} triples")


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        pytest.param(GOOD.replace("</rdf:RDF>", ""), "exception", id="not well-formed"),
        pytest.param(GOOD.replace('rdf:ID="PTPN1"', 'rdf:ID="uniprot:PTPN1"'), "exception", id="no NCName"),
        pytest.param(GOOD.replace("model/small#", "model/small/"), "address", id="base where Paxtools and RDF differ"),
        pytest.param(edit("IRS1", "#source.small", "#source.tiny"), "address", id="link to nothing"),
        pytest.param(edit("IRS1", "#source.small", "source.small"), "address", id="relative link"),
        pytest.param(
            edit(
                "IRS1",
                '<bp:dataSource rdf:resource="#source.small"/>',
                "<bp:dataSource><bp:Provenance/></bp:dataSource>",
            ),
            "anonymous",
            id="anonymous object",
        ),
        pytest.param(edit("site.IGF1R_Y1161", ">1161<", ">Y1161<"), "log", id="literal that is no number"),
    ],
)
def test_rdflib_objects(tmp_path: Path, planted: str, rule: str) -> None:
    said = judged(biopax_rdf, tmp_path, planted)
    assert said.status == "failed"
    assert rule in {finding.rule for finding in said.findings}


def test_rdflib_id_that_is_no_ncname_is_named(tmp_path: Path) -> None:
    path = tmp_path / "planted.owl"
    path.write_text(GOOD.replace('rdf:ID="PTPN1"', 'rdf:ID="1PTPN1"'), encoding="utf-8")
    assert [finding.subject for finding in biopax_rdf.ids(read_tree(path))] == ["1PTPN1"]


@pytest.mark.parametrize("judge", [biopax_pybiopax, biopax_rdf])
def test_judge_without_its_library_is_not_run(judge: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(judge, "version", absent)
    assert judge.judge(DATA, "biopax_small").status == "not run"
