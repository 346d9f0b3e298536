"""What changed in the biology: from folders, files and revisions, in order, and what a build prints of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import helpers
import pytest
import tiny

from igf1r_model import baseline, build, cli, diff, differences
from igf1r_model.assembly import Plan
from igf1r_model.contexts import context, in_context
from igf1r_model.dsl import assumed
from igf1r_model.exporters import manifest
from igf1r_model.identifiers import label
from igf1r_model.loading import assembled
from igf1r_model.model import Term

Json = dict[str, Any]
PLAN = tiny.MODELS["tiny"]
DISH = context("low", "few receptors", "a cell line", {tiny.IGF1R: assumed(5, "nM", why="few")})
REST = dict.fromkeys(("IGF1R", "IRS1", "IGF1R_IGF1", "IGF1R_active", "IRS1_pY"), 7.25)
RATE = "k__IGF1R_activates"
ALIKE = "nothing changed in tiny"


def written(plan: Plan = PLAN) -> Json:
    content: Json = json.loads(manifest.export(assembled(plan)))
    return content


def one(content: Json, kind: str, id: str) -> Json:
    found: Json = next(item for item in content[kind] if item["id"] == id)
    return found


def process(content: Json, id: str = "IGF1R_phosphorylates_IRS1") -> Json:
    return one(content, "processes", id)


def lines(change: Callable[[Json], object], start: Json | None = None) -> list[str]:
    """What is told of a change of the tiny model, without the heading."""
    old, new = (json.loads(json.dumps(start or written())) for _ in range(2))
    change(new)
    return differences.difference({"tiny": old}, {"tiny": new})[1:]


def put(folder: Path, *contents: Json) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for content in contents:
        (folder / f"{content['id']}.model.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def faster(content: Json) -> None:
    one(content, "constants", RATE).update(value=0.5, basis="measured", source="pubmed:19225456", at="table 2")


# Where OLD and NEW come from


def test_two_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = written()
    faster(new)
    old, now = put(tmp_path / "old", written()), put(tmp_path / "new", new)
    assert cli.main(["diff", str(old), str(now)]) == 0
    told = f"tiny:\n~ constant {RATE}: 0.02 1/s assumed -> 0.5 1/s measured pubmed:19225456 (table 2)\n"
    assert capsys.readouterr().out == told


def test_two_folders_of_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(put(tmp_path, written()))
    assert cli.main(["diff", folder, folder]) == 0
    assert capsys.readouterr().out == f"{ALIKE}\n"


def test_a_file_and_a_folder_with_folders_below(tmp_path: Path) -> None:
    other = {**written(), "id": "other"}
    folder = put(tmp_path / "build", written())
    put(folder / "components", other)
    put(folder / ".new", {**written(), "id": "waiting"})
    put(folder / "contexts", {**written(), "id": "tiny__low"})
    told = diff.compared(str(folder / "tiny.model.json"), str(folder))
    assert told == ["+ model other: 3 processes, 6 forms, 4 constants", ALIKE]
    assert diff.compared(str(folder), str(folder / "components"))[0].startswith("- model tiny: ")


def test_a_context_s_own_folder_is_read_when_it_is_named(tmp_path: Path) -> None:
    folder = put(tmp_path / "contexts", {**written(), "id": "tiny__low"})
    assert list(diff.models_of(str(folder))) == ["tiny__low"]


def test_only_the_models_that_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = put(tmp_path / "old", written())
    new = put(tmp_path / "new", written(), {**written(), "id": "other"})
    assert cli.main(["diff", str(old), str(new), "--model", "tiny"]) == 0
    assert capsys.readouterr().out == f"{ALIKE}\n"
    assert cli.main(["diff", str(old), str(new), "--model", "huge"]) == 2
    assert capsys.readouterr().err == "igf1r-model: no model is called huge; there are other, tiny\n"


@pytest.mark.parametrize("text", ["{", "[]", '{"id": "x"}'])
def test_a_file_that_is_no_manifest(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.model.json"
    path.write_text(text, encoding="utf-8")
    assert cli.main(["diff", str(path), str(path)]) == 2
    assert re.fullmatch(rf"igf1r-model: {re.escape(str(path))} is no manifest.*\n", capsys.readouterr().err)


def test_a_folder_without_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", str(tmp_path), str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"igf1r-model: {tmp_path} holds no build: there is no *.model.json in it\n"


# Revisions


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with three revisions: the tiny model, a faster one, and one that Python cannot read."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = tmp_path / "repository"
    package = folder / "igf1r_model"
    ignored = shutil.ignore_patterns("pathway", "__pycache__", "baseline")
    shutil.copytree(helpers.ROOT / "igf1r_model", package, ignore=ignored)
    (package / "pathway").mkdir()
    text = Path(tiny.__file__).read_text(encoding="utf-8")
    git(folder, "init", "--quiet")
    for tag, source in (("slow", text), ("fast", text.replace("0.02", "0.03")), ("broken", "import nothing_at_all\n")):
        (package / "pathway/__init__.py").write_text(source, encoding="utf-8")
        commit(folder, tag)
    monkeypatch.chdir(folder)
    return folder


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=e", *arguments], cwd=folder, check=True)


def commit(folder: Path, tag: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", tag)
    git(folder, "tag", tag)


def test_two_revisions_by_their_own_code(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = ["tiny:", f"~ constant {RATE}: 0.02 1/s assumed -> 0.03 1/s assumed"]
    assert diff.compared("slow", "fast") == told
    monkeypatch.chdir(repository / "igf1r_model")
    assert diff.compared("slow", "fast") == told
    assert diff.compared("slow", "slow") == [ALIKE]


def test_a_revision_and_a_folder(repository: Path, tmp_path: Path) -> None:
    assert diff.compared("slow", str(put(tmp_path / "build", written()))) == [ALIKE]


def test_a_revision_that_cannot_be_built(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", "slow", "broken"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("igf1r-model: the revision broken cannot be built: ")
    assert "nothing_at_all" in told
    assert len(told.splitlines()) == 1


def test_a_revision_without_the_package(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(repository / "igf1r_model")
    (repository / "README").write_text("empty", encoding="utf-8")
    commit(repository, "empty")
    assert cli.main(["diff", "slow", "empty"]) == 2
    assert capsys.readouterr().err == "igf1r-model: the revision empty has no folder igf1r_model\n"


@pytest.mark.parametrize("name", ["nowhere", "slow:igf1r_model"])
def test_an_unknown_revision(repository: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", name, "slow"]) == 2
    assert capsys.readouterr().err == f"igf1r-model: there is no folder, file or git revision {name}\n"


def test_outside_of_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    assert cli.main(["diff", "HEAD", "HEAD"]) == 2
    told = f"igf1r-model: there is no folder or file HEAD, and {tmp_path} is in no git repository\n"
    assert capsys.readouterr().err == told


@pytest.mark.skipif(not (helpers.ROOT / ".git").exists(), reason="no git repository")
def test_this_repository_s_last_commit_with_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(helpers.ROOT)
    assert cli.main(["diff", "HEAD", "HEAD"]) == 0
    assert re.fullmatch(r"nothing changed in igf1r_core.*\n", capsys.readouterr().out)


# What is told


def test_a_process_that_changed() -> None:
    def change(new: Json) -> None:
        process(new).update(
            sentence="It changed.", law="k", papers=["pubmed:19225456"], eco=["ECO:0000269"], go="GO:0000001",
            switch="contested", reactants=[{"form": "IRS1", "count": 2}],
        )  # fmt: skip
        process(new)["controls"][0].update(role="activator", papers=["pubmed:19225456"])

    head = "~ process IGF1R_phosphorylates_IRS1"
    old = process(written())
    eco = [f"- {term}" for term in old["eco"] if term != "ECO:0000269"]
    assert lines(change) == [
        f"{head}, sentence: {old['sentence']} -> It changed.",
        f"{head}, participants: IRS1 => IRS1_pY -> 2 IRS1 => IRS1_pY",
        f"{head}, controls: + activator IGF1R_active (pubmed:19225456, {old['controls'][0]['eco'][0]}), "
        f"- catalyst IGF1R_active (pubmed:1380456, {old['controls'][0]['eco'][0]})",
        f"{head}, law: {old['law']} -> k",
        f"{head}, switch: none -> contested",
        f"{head}, papers: + pubmed:19225456, - pubmed:1380456",
        *([f"{head}, ECO: + ECO:0000269, {', '.join(eco)}"] if eco else []),
        f"{head}, GO: {old['go']} -> GO:0000001",
        "papers of all models:",
        "- paper pubmed:1380456: " + label("pubmed:1380456"),
    ]


def test_processes_that_came_and_went_stand_in_the_order_of_the_model() -> None:
    def change(new: Json) -> None:
        first, second, third = new["processes"]
        new["processes"] = [{**third, "id": "new_one"}, first, {**third, "id": "another"}, third]
        first["go"] = "GO:0000001"
        assert second["id"] == "IGF1R_activates"

    told = lines(change)
    assert [line.split(":")[0] for line in told] == [
        "+ process new_one",
        "~ process IGF1_binds_IGF1R, GO",
        "+ process another",
        "- process IGF1R_activates",
    ]
    assert told[0].endswith(f"{process(written())['sentence']} (pubmed:1380456, {process(written())['eco'][0]})")


def test_forms() -> None:
    def change(new: Json) -> None:
        one(new, "forms", "IRS1_pY").update(place="membrane", fixed=True)
        one(new, "forms", "IRS1_pY")["parts"][0]["marks"].pop()
        one(new, "forms", "IGF1R_IGF1").update(bonds=[])
        one(new, "forms", "IGF1").update(initial_nM=10.0, why="a dose")
        new["forms"].append({**one(new, "forms", "IRS1"), "id": "IRS1_again"})

    start = differences._start(one(written(), "forms", "IRS1"))
    assert lines(change) == [
        "~ form IGF1, start: 0 nM assumed -> 10 nM assumed",
        "~ form IGF1R_IGF1, contacts: - " + differences._bonds(one(written(), "forms", "IGF1R_IGF1"))[0],
        "~ form IRS1_pY, state: IRS1 (Y612 MOD:00048, Y896 MOD:00048) -> IRS1 (Y612 MOD:00048)",
        "~ form IRS1_pY, place: cytosol -> membrane",
        "~ form IRS1_pY, fixed: False -> True",
        f"+ form IRS1_again: IRS1 in cytosol, {start}",
    ]


def test_molecules_places_observables_and_annotations() -> None:
    def change(new: Json) -> None:
        one(new, "molecules", "IRS1").update(identity="uniprot:P00000", xrefs=["hgnc:1"])
        one(new, "places", "cytosol").update(litres=1e-12)
        new["observables"].append({"id": "pIRS1", "name": "", "unit": "nM", "formula": "IRS1_pY", "meaning": "active"})
        new["terms"].pop()

    assert lines(change) == [
        "+ observable pIRS1: active = IRS1_pY",
        "~ molecule IRS1, identity: uniprot:P35568 -> uniprot:P00000",
        "~ molecule IRS1, other identifiers: + hgnc:1, - hgnc:6125",
        "~ place cytosol, litres: 1.5e-12 -> 1e-12",
        "~ annotation of tiny: - bqmodel:isDescribedBy pubmed:17898809",
    ]


def test_switches_inhibitions_and_families() -> None:
    drug = {"id": "drug_stops_IGF1R", "drug": "drug", "targets": ["IGF1R_active"], "Ki": "Ki", "competitive": True,
            "only": [], "papers": ["pubmed:34191793"], "eco": []}  # fmt: skip
    start = written() | {
        "switches": [{"id": "contact", "name": "contact", "value": 0, "why": "disputed"}],
        "families": [{"id": "active", "name": "active", "members": ["IGF1R_active"]}],
    }

    def change(new: Json) -> None:
        new["switches"][0]["value"] = 1
        new["families"][0]["members"].append("IGF1R_IGF1")
        new["inhibitions"].append(drug)

    assert lines(change, start) == [
        "~ family active, members: + IGF1R_IGF1",
        "~ switch contact: 0 -> 1",
        "+ inhibition drug_stops_IGF1R: drug inhibits IGF1R_active",
    ]
    assert lines(lambda new: new["inhibitions"][0].update(only=["a"], Ki="K"), start | {"inhibitions": [drug]}) == [
        "~ inhibition drug_stops_IGF1R, Ki: Ki -> K",
        "~ inhibition drug_stops_IGF1R, only in: + a",
    ]


def test_contexts_and_their_settings() -> None:
    start = written(replace(PLAN, contexts=(DISH,)))
    assert start["contexts"] == [{"id": "low", "name": "few receptors", "why": "a cell line", "settings": [
        {"target": "IGF1R", "value": 5, "unit": "nM", "basis": "assumed", "source": "", "at": "", "why": "few"},
    ]}]  # fmt: skip

    def change(new: Json) -> None:
        new["contexts"][0]["why"] = "another"
        new["contexts"][0]["settings"][0]["value"] = 6
        new["contexts"].append({"id": "high", "name": "many", "why": "a line", "settings": []})

    assert lines(change, start) == [
        "~ context low, reason: a cell line -> another",
        "+ context high: many, a line",
        "~ setting IGF1R in low: 5 nM assumed -> 6 nM assumed",
    ]


def test_a_context_s_steady_state_is_not_in_the_manifest_but_its_own_totals_are(tmp_path: Path) -> None:
    model = assembled(replace(PLAN, contexts=(DISH,)))
    baseline.write(model, REST, tmp_path)
    baseline.write(in_context(model, "low"), REST | {"IGF1R": 3.5, "IRS1": 2.0}, tmp_path)
    started = baseline.apply(model, tmp_path)
    assert {setting.target for setting in started.contexts[0].settings} == {"IGF1R", "IRS1"}
    settings = json.loads(manifest.export(started))["contexts"][0]["settings"]
    assert [(setting["target"], setting["value"]) for setting in settings] == [("IGF1R", 3.5)]
    assert differences._value(settings[0]) == "declared total 5 nM"


def test_the_steady_state_is_one_line(tmp_path: Path) -> None:
    model = assembled(PLAN)
    baseline.write(model, REST, tmp_path / "one")
    baseline.write(model, REST | {"IRS1": 14.5, "IGF1R": 7.3}, tmp_path / "two")
    at = {name: json.loads(manifest.export(baseline.apply(model, tmp_path / name))) for name in ("one", "two")}
    told = differences.difference({"tiny": at["one"]}, {"tiny": at["two"]})
    what = "~ steady state: 2 of 5 starting values changed, the most IRS1 7.25 -> 14.5 nM, by 100 %"
    assert told == ["tiny:", what]
    first = differences.difference({"tiny": written()}, {"tiny": at["one"]})
    assert first == ["tiny:", "~ steady state: 5 of 5 starting values changed, the most IGF1R_IGF1 0 -> 7.25 nM"]
    more = replace(model, forms=tuple(replace(f, initial=assumed(3, "nM", why="x")) for f in model.forms))
    declared = json.loads(manifest.export(baseline.apply(more, tmp_path / "one")))
    told = differences.difference({"tiny": at["one"]}, {"tiny": declared})
    assert "~ form IRS1, start: declared total 92766 molecules pubmed:34191793 -> declared total 3 nM" in told


def test_what_an_older_manifest_lacks_is_not_compared() -> None:
    old = written()
    del old["contexts"]
    for form in old["forms"]:
        del form["fixed"]
    assert differences.difference({"tiny": old}, {"tiny": written()}) == [
        "tiny:",
        "(contexts, settings: in one of the two manifests only, an older one has none; not compared)",
    ]


def test_what_models_share_is_told_once_under_their_names() -> None:
    old = {id: {**written(), "id": id} for id in ("b", "a", "c")}
    new = {id: json.loads(json.dumps(content)) for id, content in old.items()}
    for id in ("b", "a"):
        faster(new[id])
    process(new["a"])["go"] = "GO:0000001"
    told = differences.difference(old, new)
    assert [line.split(": ")[0] for line in told] == [
        "b, a:",
        f"~ constant {RATE}",
        "a:",
        "~ process IGF1R_phosphorylates_IRS1, GO",
        "nothing changed in c",
    ]


def test_a_paper_that_a_model_gains_but_another_cited_is_not_new() -> None:
    old = {id: {**written(), "id": id} for id in ("a", "b")}
    new = json.loads(json.dumps(old))
    one(new["a"], "constants", RATE)["source"] = "pubmed:1380456"
    assert not any("paper " in line for line in differences.difference(old, new))
    one(new["a"], "constants", RATE)["source"] = "pubmed:99"
    assert differences.difference(old, new)[-2:] == ["+ paper pubmed:99", "nothing changed in b"]


# What a build prints


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to build into, with judges that pass everything at once."""
    monkeypatch.setattr("igf1r_validation.runner.main", lambda arguments: 0)
    return tmp_path / "out"


def built(out: Path, *plans: Plan, stamp: str | None = build.STAMP) -> None:
    assert build.build({plan.id: plan for plan in plans}, out, out.parent / "baselines", stamp) == 0


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().out.splitlines() if not line.startswith("open ")]


def test_a_build_tells_what_it_changes_and_nothing_when_it_is_the_first(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built(out, PLAN)
    assert said(capsys) == []
    built(out, PLAN)
    assert said(capsys) == [ALIKE]
    built(out, replace(PLAN, terms=(*PLAN.terms, Term("bqbiol:isVersionOf", ("GO:0048009",)))))
    assert said(capsys) == ["tiny:", "~ annotation of tiny: + bqbiol:isVersionOf GO:0048009"]


def test_a_build_tells_which_models_come_and_go(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, below = replace(PLAN, id="other"), replace(PLAN, id="below", folder="parts")
    built(out, PLAN, below)
    said(capsys)
    built(out, PLAN, other)
    size = "3 processes, 6 forms, 4 constants"
    assert said(capsys) == [f"+ model other: {size}", f"- model below: {size}", ALIKE]


def test_a_build_says_nothing_of_models_that_are_not_its_own(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(out, PLAN, replace(PLAN, id="other"))
    said(capsys)
    built(out, PLAN, stamp=None)
    assert said(capsys) == [ALIKE]
    built(out, replace(PLAN, id="mine"), stamp=".mine.stamp")
    assert said(capsys) == []


def test_a_build_prints_thirty_lines_and_how_to_see_the_rest(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(out, PLAN)
    path = out / "tiny.model.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["observables"] = [{"id": f"o{i}", "meaning": "m", "formula": "f"} for i in range(40)]
    path.write_text(json.dumps(content), encoding="utf-8")
    said(capsys)
    built(out, PLAN)
    told = said(capsys)
    assert told[:2] == ["tiny:", "- observable o0: m = f"]
    assert told[30:] == [f"... 11 more; igf1r-model diff HEAD {out} tells all since the last commit"]


def test_exactly_thirty_lines_are_all_printed(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(out, PLAN)
    put(out / build.NEW, written())
    monkeypatch.setattr(diff, "difference", lambda old, new: ["x"] * 30)
    assert diff.of_build(out, [""], build.NEW, None) == ["x"] * 30


@pytest.mark.parametrize("text", ["{", '{"id": "tiny", "processes": [], "forms": [{}], "constants": []}'])
def test_a_broken_old_file_does_not_stop_a_build(out: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    built(out, PLAN)
    (out / "tiny.model.json").write_text(text, encoding="utf-8")
    said(capsys)
    built(out, PLAN)
    assert said(capsys)[0].startswith("what changed cannot be told: ")
    assert json.loads((out / "tiny.model.json").read_text(encoding="utf-8")) == written()
