"""The checklist of a deposit: a good one, and a defect for each point."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import deposit_model as d
import pytest
from lxml import etree

from igf1r_validation import identifiers
from igf1r_validation.deposit import checklist, metadata, tables
from igf1r_validation.deposit.__main__ import main
from igf1r_validation.deposit.case import Perform, in_build
from igf1r_validation.deposit.line import Line, good
from igf1r_validation.runner import NothingToJudgeError, Task, perform
from igf1r_validation.verdict import Finding, Verdict

SBML = "{http://www.sbml.org/sbml/level3/version1/core}"
BQBIOL = "{http://biomodels.net/biology-qualifiers/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
Plant = Callable[[Path], None]
OPEN = {12: "a peer-reviewed paper of this model", 13: "e-mail of a person", 16: "archive in an entry of BioModels"}
TABLES = (9, 10)  # the tables of the databases may not be installed here


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A deposit of the project, and one of a person."""
    found = {}
    for name, creator in (("project", ""), ("person", d.ME)):
        with pytest.MonkeyPatch.context() as monkeypatch:
            found[name] = d.made(tmp_path_factory.mktemp(name), monkeypatch, creator)
    return found


@pytest.fixture
def folder(originals: dict[str, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(originals["person"], tmp_path / "small"))


def quickly(task: Task, timeout: float) -> Verdict:
    """The quick judges look, and that of the metadata; the slow ones pass."""
    looks = task.judge.quick or task.judge.name == metadata.NAME
    return perform(task, timeout) if looks else Verdict(task.judge.name, "", "small.xml", "passed")


def lines(folder: Path, point: int = 0, judge: Perform = quickly) -> list[Line]:
    return checklist.checked(folder, judge, points=(point,) if point else ())


def red(folder: Path, point: int) -> str:
    """What is said of a point that must be red."""
    (found,) = [line for line in lines(folder, point) if line.status == "red"]
    return found.told


def edit(path: Path, change: Callable[[Any], None]) -> None:
    tree = etree.parse(path)
    change(tree.getroot())
    tree.write(path, encoding="UTF-8", xml_declaration=True)


def sbml(change: Callable[[Any], None]) -> Plant:
    return lambda folder: edit(folder / "small.xml", change)


def text(name: str, old: str, new: str, count: int = 1) -> Plant:
    def plant(folder: Path) -> None:
        content = (folder / name).read_text(encoding="utf-8")
        assert old in content, "there is nothing to replace"
        (folder / name).write_text(content.replace(old, new, count), encoding="utf-8")

    return plant


def packed(name: str, change: Callable[[bytes], bytes]) -> Plant:
    """Another content of a file in the archive."""

    def plant(folder: Path) -> None:
        path = folder / "small.omex"
        with zipfile.ZipFile(path) as archive:
            entries = [(info, archive.read(info)) for info in archive.infolist()]
        with zipfile.ZipFile(path, "w") as archive:
            for info, content in entries:
                archive.writestr(info, change(content) if info.filename == name else content)

    return plant


def first(root: Any, path: str) -> Any:
    found = root.find(f".//{path}")
    assert found is not None, path
    return found


def drop(element: Any) -> None:
    element.getparent().remove(element)


def without(path: str, attribute: str) -> Plant:
    return sbml(lambda root: first(root, path).attrib.pop(attribute))


def removed(path: str) -> Plant:
    return sbml(lambda root: drop(first(root, path)))


def gone(name: str) -> Plant:
    return lambda folder: (folder / name).unlink()


def added(name: str, content: bytes = b"text") -> Plant:
    def plant(folder: Path) -> None:
        (folder / name).write_bytes(content)

    return plant


def two_in_a_bag(root: Any) -> None:
    bag = first(root, f"{SBML}species//{BQBIOL}is/{RDF}Bag")
    bag.append(etree.fromstring(etree.tostring(bag[0])))


def paper_on_what_is_assumed(root: Any) -> None:
    """The parameter k__IGF1R_activates is assumed."""
    bag = first(root, f"{SBML}parameter[@id='k__IGF1R_activates']//{RDF}Bag")
    bag.append(etree.fromstring(etree.tostring(bag[0])))
    bag[1].set(f"{RDF}resource", "https://identifiers.org/pubmed:19225456")


def of_model(text: str) -> Callable[[Any], None]:
    """Drop the term of the model that names something."""

    def change(root: Any) -> None:
        model = first(root, f"{SBML}model")
        (item,) = [
            li for li in model.find(f"{SBML}annotation").iter(f"{RDF}li") if text in li.get(f"{RDF}resource", "")
        ]
        drop(item.getparent().getparent())

    return change


def no_reference(folder: Path) -> None:
    aspects = json.loads((folder / "small.cx2").read_text())
    for aspect in aspects:
        for part in aspect.get("networkAttributes", ()):
            part.pop("reference", None)
    (folder / "small.cx2").write_text(json.dumps(aspects))


# A good one.


def test_all_judges_find_nothing_in_a_good_deposit(folder: Path) -> None:
    found = lines(folder, judge=perform)
    assert {line.point for line in found} == set(range(1, 21))
    assert [line for line in found if line.status == "red"] == []
    assert [line for line in found if line.status == "not run" and line.point not in TABLES] == []
    assert {(line.point, line.title) for line in found if line.status == "open"} == {
        *OPEN.items(), (14, "name of the model")
    }  # fmt: skip
    assert all(line.do for line in found if line.status == "open")


def test_the_judges_asked_are_those_that_are_counted(folder: Path) -> None:
    asked: list[str] = []
    checklist.checked(folder, quickly, lambda verdict, seconds: asked.append(verdict.judge))
    assert sorted(asked) == sorted(checklist.JUDGES)


def test_a_person_closes_the_point_of_the_creator(originals: dict[str, Path]) -> None:
    project, person = (lines(originals[one], 13)[0] for one in ("project", "person"))
    assert project.status == "open"
    assert 'make deposit MODEL=small CREATOR="Family,Given,Organisation,ORCID"' in project.do
    assert person.status == "green"
    assert "Jo Doe (University)" in person.told


def test_what_is_counted_is_told(folder: Path) -> None:
    told = {line.point: line.told for line in reversed(lines(folder))}
    assert "5 of 5 parameters with units" in told[2] or "parameters with units" in told[2]
    assert "3 of 3 reactions name a function or process" in told[5]
    assert "1 of 1 complexes with hasPart" in told[7] or "complexes with hasPart" in told[7]
    assert "2 of 2 figures as SVG, PNG and data; 3 of 3 arms as SED-ML" in told[15]


# A defect for each point.


DEFECTS = {
    "fast": (1, without(f"{SBML}reaction", "fast"), "libsbml"),
    "no initial value": (2, without(f"{SBML}species", "initialConcentration"), "initial value"),
    "no units": (2, without(f"{SBML}parameter", "units"), "units"),
    "model units": (2, without(f"{SBML}model", "lengthUnits"), "model units"),
    "no annotation": (3, removed(f"{SBML}species/{SBML}annotation"), "CV term"),
    "about another": (3, sbml(lambda root: first(root, f"{SBML}species//{RDF}Description").set(f"{RDF}about", "#x")),
                      "rdf:about"),
    "no SBO term": (4, without(f"{SBML}parameter", "sboTerm"), "SBO"),
    "SBO of a law": (4, without(f"{SBML}kineticLaw", "sboTerm"), "SBO"),
    "other branch": (4, sbml(lambda root: first(root, f"{SBML}reaction").set("sboTerm", "SBO:0000252")), "SBO branch"),
    "GO component": (5, text("small.xml", "GO:0005829", "GO:0048009"), "GO aspect"),
    "two in a bag": (6, sbml(two_in_a_bag), "one reference"),
    "no parts": (7, removed(f"{SBML}species//{BQBIOL}hasPart"), "none of bqbiol:hasPart"),
    "other style": (8, text("small.xml", "https://identifiers.org/uniprot:", "http://identifiers.org/uniprot/"),
                    "is not in the style compact"),
    "other pattern": (8, text("small.xml", "uniprot:P05019", "uniprot:P5019"), "P5019"),
    "assumed with a paper": (11, sbml(paper_on_what_is_assumed), "is assumed and names a paper"),
    "no shares": (11, text("README.md", "2 assumed", "many assumed"), "README.md does not tell the shares"),
    "no Reactome": (12, sbml(of_model("reactome")), "no Reactome pathway"),
    "no cell line": (12, sbml(of_model("BTO")), "no cell line"),
    "no creator": (13, removed("{http://purl.org/dc/terms/}creator"), "names no creator"),
    "no framework": (13, without(f"{SBML}model", "sboTerm"), "the SBO term of the model is missing"),
    "no ORCID": (13, text("small.xml", "https://orcid.org/0000-0002-1825-0097", "me", -1), "the notes have no ORCID"),
    "other ORCID": (13, text("small.xml", "0000-0002-1825-0097", "0000-0001-5109-3700", -1), "not in metadata.rdf"),
    "no licence": (14, text("small.xml", "CC0", "terms"), "the notes of the model have no licence CC0"),
    "no citation": (14, text("small.xml", "Please cite", "Name"), "the notes of the model have no how to cite"),
    "no picture": (15, gone("figures/stimulated.png"), "figures/stimulated.png is missing or empty"),
    "no figure data": (15, gone("figures/igf1_doses.tsv"), "figures/igf1_doses.tsv is missing or empty"),
    "no archive": (16, added("small.omex", b"no zip"), "omex"),
    "another model in the archive": (16, packed("small.xml", lambda content: content + b"\n"), "not the same"),
    "no title": (17, packed("metadata.rdf", lambda content: content.replace(b"dc:title", b"dc:name")), "dc/elements"),
    "nobody's ORCID": (17, packed("metadata.rdf", lambda content: content.replace(b"-1825-0097", b"")), "orcid"),
    "archive and loose file differ": (19, packed("small.owl", lambda content: content + b"\n"), "not the same"),
    "loose file and archive differ": (19, text("small.owl", "IGF1", "IGF2"), "not the same"),
    "a space": (19, added("my file.txt"), "my file.txt: a name has letters"),
    "two dots": (19, added("a.b.txt"), "a.b.txt: a name has letters"),
    "no COPASI file": (19, gone("small.cps"), "small.cps is missing"),
    "no BioPAX": (19, gone("small.owl"), "small.owl is missing"),
    "an empty file": (19, added("README.md", b""), "README.md is empty"),
    "wrong BioPAX": (20, text("small.owl", "bp:displayName", "bp:otherName", 2), "biopax"),
    "no reference": (20, no_reference, "small.cx2 has no reference"),
    "one kind of news": (20, text("COVER.md", "### Software", "### Other"), "COVER.md has no '### Software'"),
}  # fmt: skip


@pytest.mark.parametrize(("point", "plant", "told"), DEFECTS.values(), ids=DEFECTS)
def test_a_defect_makes_its_point_red(folder: Path, point: int, plant: Plant, told: str) -> None:
    assert not any(line.status == "red" for line in lines(folder, point))
    plant(folder)
    assert told in red(folder, point)


@pytest.mark.parametrize(("point", "curie"), [(9, "uniprot:P05019"), (10, "pubmed:19225456")])
def test_an_identifier_that_is_only_asserted(
    folder: Path, point: int, curie: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = identifiers.tables()
    assert home is not None
    for name in identifiers.TABLES:
        rows = (home / name).read_text(encoding="utf-8").splitlines(keepends=True)
        changed = (row.replace("\tconfirmed", "\tasserted") if row.startswith(f"{curie}\t") else row for row in rows)
        (tmp_path / name).write_text("".join(changed), encoding="utf-8")
    monkeypatch.setattr(identifiers, "tables", lambda: tmp_path)
    monkeypatch.setattr(tables, "_report", tables._report.__wrapped__)  # what was read before does not count
    assert f"{curie} is asserted, not confirmed" in red(folder, point)


@pytest.mark.parametrize(("point", "curie"), [(9, "uniprot:P05019"), (10, "pubmed:19225456")])
def test_an_identifier_that_nobody_checked(
    folder: Path, point: int, curie: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = identifiers.tables()
    assert home is not None
    for name in identifiers.TABLES:
        rows = (home / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (tmp_path / name).write_text("".join(row for row in rows if not row.startswith(f"{curie}\t")), encoding="utf-8")
    monkeypatch.setattr(identifiers, "tables", lambda: tmp_path)
    monkeypatch.setattr(tables, "_report", tables._report.__wrapped__)  # what was read before does not count
    assert f"{curie} is not in the tables" in red(folder, point)


JUDGED = [
    (15, "sedml curves"), (16, "omex-copasi"), (17, "omex-metadata"), (18, "copasi import"), (19, "sbgn-schematron"),
    (20, "paxtools"), (20, "ndex2"),
]  # fmt: skip


@pytest.mark.parametrize(("point", "judge"), JUDGED)
def test_what_a_judge_objects_to_makes_its_point_red(folder: Path, point: int, judge: str) -> None:
    def objects(task: Task, timeout: float) -> Verdict:
        found = Verdict(task.judge.name, "", "small.xml", "failed", "", (Finding("x", "rule", "wrong"),))
        return found if task.judge.name == judge else quickly(task, timeout)

    assert any(
        line.status == "red" and f"{judge} [rule] x: wrong" in line.told for line in lines(folder, point, objects)
    )


@pytest.mark.parametrize(("point", "judge"), [(1, "libsbml"), (4, "sbml-rules"), *JUDGED])
def test_a_judge_that_could_not_run_is_not_green(folder: Path, point: int, judge: str) -> None:
    def idle(task: Task, timeout: float) -> Verdict:
        one = quickly(task, timeout)
        return replace(one, status="not run", detail="is not installed") if task.judge.name == judge else one

    found = lines(folder, point, idle)
    assert any(line.status == "not run" and f"{judge}: is not installed" in line.told for line in found)
    assert not good(found)


def test_a_judge_that_is_not_there_is_not_green(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igf1r_validation.deposit.simulation.METADATA", ("nobody",))
    (found,) = lines(folder, 17)
    assert found.status == "not run"
    assert "there is no judge called nobody" in found.told


# The command.


def test_a_folder_without_a_deposit_is_an_error(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2
    with pytest.raises(NothingToJudgeError, match="is no deposit"):
        checklist.checked(tmp_path)


@pytest.mark.parametrize(
    ("statuses", "code"),
    [(["green"], 0), (["green", "open"], 0), (["green", "red"], 1), (["green", "not run"], 1), ([], 1)],
)
def test_the_exit_code(statuses: list[Any], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Line(1, "point", status, "told") for status in statuses]
    (tmp_path / "small_model.json").write_text("{}")
    monkeypatch.setattr(checklist, "checked", lambda *_, **__: found)
    assert main([str(tmp_path)]) == code
    assert [path.name for path in tmp_path.iterdir()] == ["small_model.json"]  # it looks, and writes nothing


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("small_model.json", "small.model.json"),
        ("small_activity_nodes.tsv", "small.activity.nodes.tsv"),
        ("simulations/a__b.sedml", "small/a__b.sedml"),
        ("maps/overview.svg", "small/overview.svg"),
        ("petab/small/problem.yaml", "petab/small/problem.yaml"),
        ("figures/a.png", "figures/a.png"),
    ],
)
def test_the_judges_find_the_files_of_a_deposit_where_a_build_has_them(path: str, where: str) -> None:
    assert in_build(path, "small") == where
