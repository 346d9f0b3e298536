"""Building: all files or none, judged before they are put in place, with the stamp last."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
import tiny

from igf1r_model import baseline, build, cli, exporters
from igf1r_model.assembly import Plan
from igf1r_model.exporters import formats, sbml
from igf1r_model.layout import laid_out
from igf1r_model.loading import assembled
from igf1r_model.sentences import SAYS

TINY = Path(tiny.__file__)
PLAN = tiny.MODELS["tiny"]
FILES = set(exporters.all_files(laid_out(assembled(PLAN))))
REST = dict.fromkeys(("IGF1R", "IRS1", "IGF1R_IGF1", "IGF1R_active", "IRS1_pY"), 7.25)


def another(id: str) -> Plan:
    return replace(PLAN, id=id)


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder and of the folders of its models, but for what waits and for variants."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in paths.items() if not name.startswith((".new/", "variants/"))}


@pytest.fixture
def lenient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judges that pass everything at once: what they say is another matter."""
    monkeypatch.setattr("igf1r_validation.runner.main", lambda arguments: 0)


@pytest.fixture
def baselines(tmp_path: Path) -> Path:
    """A folder in which no steady state is stored."""
    return tmp_path / "baselines"


def test_a_good_build_writes_every_file_and_says_what_to_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", str(TINY), "--out", str(tmp_path / "deep" / "out")]) == 0
    out = tmp_path / "deep" / "out"
    assert set(contents(out)) == FILES | {"validation.json", ".tiny.stamp"}
    assert not (out / ".new").exists()
    assert {"tiny.model.json", "tiny.owl", "tiny.xml"} <= FILES
    told = capsys.readouterr().out
    assert f"open {out / 'tiny.xml'} in COPASI" in told
    assert f"{out / 'tiny.owl'} in Cytoscape" in told
    verdicts = json.loads((out / "validation.json").read_text(encoding="utf-8"))
    assert '"passed"' in json.dumps(verdicts)


def test_files_are_what_the_formats_say(tmp_path: Path, lenient: None, baselines: Path) -> None:
    assert build.build({"tiny": PLAN}, tmp_path / "out", baselines) == 0
    model = laid_out(assembled(PLAN))
    expected = exporters.all_files(model)
    assert {name: data for name, data in contents(tmp_path / "out").items() if name != ".stamp"} == expected


def test_a_bundle_is_made_of_what_the_other_formats_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = SimpleNamespace(VERBS=SAYS, bundle=lambda model, files: {"count": f"{model.id} {len(files)}".encode()})
    monkeypatch.setattr(exporters, "formats", lambda: {"a_bundle": counted, "sbml": sbml})
    made = exporters.all_files(laid_out(assembled(PLAN)))
    assert list(made) == ["tiny.xml", "count"]
    assert made["count"] == b"tiny 1"


def test_a_format_of_several_files_is_put_in_place_and_cleared_away(
    tmp_path: Path, lenient: None, baselines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = {"sheets/tiny.1.txt": "one\n", "sheets/tiny.2.txt": ""}
    several = SimpleNamespace(SUFFIX="", LOSES=(), VERBS=SAYS, files=lambda _: sheets)
    monkeypatch.setattr(exporters, "formats", lambda: {**formats(), "several": several})
    assert build.build({"tiny": PLAN}, tmp_path, baselines) == 0
    assert sorted(path.name for path in (tmp_path / "sheets").iterdir()) == ["tiny.1.txt", "tiny.2.txt"]
    assert "sheets/tiny.1.txt" in json.loads((tmp_path / ".stamp").read_text(encoding="utf-8"))
    monkeypatch.undo()
    monkeypatch.setattr("igf1r_validation.runner.main", lambda arguments: 0)
    assert build.build({"tiny": PLAN}, tmp_path, baselines) == 0
    assert not (tmp_path / "sheets").exists()


def test_the_stamp_comes_last_and_lists_the_files(
    tmp_path: Path, lenient: None, baselines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    really = os.replace

    def noted(source: Path, target: Path) -> None:
        moved.append(Path(target).relative_to(tmp_path / "out").as_posix())
        really(source, target)

    monkeypatch.setattr(os, "replace", noted)
    build.build({"tiny": PLAN}, tmp_path / "out", baselines)
    assert moved[-1] == ".stamp"
    assert set(moved[:-1]) == FILES
    assert set(json.loads((tmp_path / "out/.stamp").read_text(encoding="utf-8"))) == FILES


def test_the_judges_read_every_model_and_only_before_it_is_in_place(
    tmp_path: Path, baselines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[set[str], bool]] = []

    def judge(arguments: list[str]) -> int:
        seen.append((set(arguments[arguments.index("--model") + 1 :]), (tmp_path / "out/tiny.xml").exists()))
        return 0

    monkeypatch.setattr("igf1r_validation.runner.main", judge)
    build.build({"tiny": PLAN, "other": another("other")}, tmp_path / "out", baselines)
    assert seen == [({"tiny", "other"}, False)]


def test_the_real_judges_read_every_model(tmp_path: Path, baselines: Path) -> None:
    assert build.build({"tiny": PLAN, "other": another("other")}, tmp_path / "out", baselines) == 0
    told = (tmp_path / "out/validation.json").read_text(encoding="utf-8")
    assert '"tiny.xml"' in told
    assert '"other.xml"' in told


def test_a_judge_that_objects_leaves_the_old_files_whole_and_shows_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert cli.main(["build", str(TINY), "--out", str(out)]) == 0
    before = contents(out)
    good = sbml.export
    monkeypatch.setattr(sbml, "export", lambda model: good(model).replace('size="2.1e-09"', 'size="2.2e-09"'))
    assert cli.main(["build", str(TINY), "--out", str(out)]) == 1
    assert contents(out) == before
    assert set(contents(out / ".new")) == FILES | {"validation.json"}
    assert b'size="2.2e-09"' in (out / ".new/tiny.xml").read_bytes()
    assert f"a judge objects: {out} is as it was, the new files are in {out / '.new'}" in capsys.readouterr().err


def test_the_next_good_build_clears_what_a_judge_refused(tmp_path: Path, lenient: None, baselines: Path) -> None:
    (tmp_path / "out/.new").mkdir(parents=True)
    (tmp_path / "out/.new/refused.xml").write_bytes(b"refused")
    build.build({"tiny": PLAN}, tmp_path / "out", baselines)
    assert set(contents(tmp_path / "out")) == FILES | {".stamp"}


def test_an_exporter_that_breaks_leaves_the_old_files_whole(
    tmp_path: Path, lenient: None, baselines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.build({"tiny": PLAN}, tmp_path / "out", baselines)
    before = contents(tmp_path / "out")
    monkeypatch.setattr(sbml, "export", lambda model: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build.build({"tiny": PLAN, "other": another("other")}, tmp_path / "out", baselines)
    assert contents(tmp_path / "out") == before


def test_an_interrupted_build_is_no_longer_stamped_as_done_and_the_next_one_mends_it(
    tmp_path: Path, lenient: None, baselines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, really = tmp_path / "out", os.replace

    def breaks_at_stamp(source: Path, target: Path) -> None:
        if Path(target).name == ".stamp":
            raise KeyboardInterrupt
        really(source, target)

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", breaks_at_stamp)
        with pytest.raises(KeyboardInterrupt):
            build.build({"tiny": PLAN}, out, baselines)
    assert not (out / ".stamp").exists()
    assert build.build({"tiny": PLAN}, out, baselines) == 0
    assert set(contents(out)) == FILES | {".stamp"}
    assert not (out / ".new").exists()


def test_a_build_interrupted_while_writing_leaves_the_old_files_whole(
    tmp_path: Path, lenient: None, baselines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.build({"tiny": PLAN}, tmp_path / "out", baselines)
    before = contents(tmp_path / "out")
    really = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name.endswith(".xml"):
            raise OSError(28, "No space left on device")
        return really(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        build.build({"tiny": another("tiny")}, tmp_path / "out", baselines)
    assert contents(tmp_path / "out") == before


def test_a_model_removed_from_models_loses_its_files_and_nothing_else_does(
    tmp_path: Path, lenient: None, baselines: Path
) -> None:
    out = tmp_path / "out"
    build.build({"tiny": PLAN, "other": another("other")}, out, baselines)
    (out / "README.md").write_text("mine", encoding="utf-8")
    assert "other.owl" in contents(out)
    build.build({"tiny": PLAN}, out, baselines)
    assert set(contents(out)) == FILES | {".stamp", "README.md"}
    assert not (out / "other").exists()


def test_the_last_model_of_a_folder_takes_its_files_along(tmp_path: Path, lenient: None, baselines: Path) -> None:
    out = tmp_path / "out"
    variant = replace(another("other"), folder="variants")
    build.build({"tiny": PLAN, "other": variant}, out, baselines)
    (out / "variants/mine.txt").write_text("mine", encoding="utf-8")
    assert {"other.xml", ".stamp", "mine.txt"} <= set(contents(out / "variants"))
    build.build({"tiny": PLAN}, out, baselines)
    assert set(contents(out / "variants")) == {"mine.txt"}
    assert set(contents(out)) == FILES | {".stamp"}


def test_the_stamp_of_the_main_folder_comes_after_all_others(
    tmp_path: Path, lenient: None, baselines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[Path] = []
    really = os.replace

    def noted(source: Path, target: Path) -> None:
        moved.append(Path(target))
        really(source, target)

    monkeypatch.setattr(os, "replace", noted)
    build.build({"tiny": PLAN, "other": replace(another("other"), folder="variants")}, tmp_path / "out", baselines)
    assert moved[-1] == tmp_path / "out/.stamp"
    assert tmp_path / "out/variants/.stamp" in moved


def test_a_build_of_one_model_leaves_the_others_and_the_stamp_as_they_are(tmp_path: Path, lenient: None) -> None:
    file = tmp_path / "two.py"
    file.write_text(TINY.read_text(encoding="utf-8") + TWO, encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["build", str(file), "--out", str(out)]) == 0
    (out / "other.xml").write_bytes(b"as it was")
    before = (out / ".two.stamp").stat().st_mtime_ns
    assert cli.main(["build", str(file), "--out", str(out), "--model", "tiny"]) == 0
    assert (out / "other.xml").read_bytes() == b"as it was"
    assert (out / ".two.stamp").stat().st_mtime_ns == before


TWO = """
from dataclasses import replace
MODELS["other"] = replace(MODELS["tiny"], id="other")
"""


def test_two_files_of_models_share_a_folder_without_harm(tmp_path: Path, lenient: None, baselines: Path) -> None:
    build.build({"published": another("published")}, tmp_path / "out", baselines)
    assert cli.main(["build", str(TINY), "--out", str(tmp_path / "out")]) == 0
    assert FILES | {"published.xml", ".stamp", ".tiny.stamp"} <= set(contents(tmp_path / "out"))


def test_an_unknown_model_name_lists_the_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", str(TINY), "--out", str(tmp_path / "out"), "--model", "huge"]) == 2
    assert capsys.readouterr().err == "igf1r-model: no model is called huge; there are tiny\n"
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", str(tmp_path / "none.py")]) == 2
    assert capsys.readouterr().err == f"igf1r-model: there is no file {tmp_path / 'none.py'}\n"


def test_an_out_folder_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    assert cli.main(["build", str(TINY), "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == f"igf1r-model: {tmp_path / 'out'} is a file; --out takes a folder\n"
    assert (tmp_path / "out").read_bytes() == b"a file"


def test_an_out_folder_below_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"a file")
    assert cli.main(["build", str(TINY), "--out", str(tmp_path / "file/out")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("igf1r-model: ")
    assert "Not a directory" in told
    assert len(told.splitlines()) == 1


def test_a_stale_baseline_is_told_with_what_to_type_and_a_fresh_one_is_not(
    tmp_path: Path, lenient: None, baselines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = baseline.write(assembled(PLAN), REST, baselines)
    build.build({"tiny": PLAN}, tmp_path / "out", baselines)
    assert capsys.readouterr().err == ""
    path.write_text(path.read_text(encoding="utf-8").replace("# model ", "# model 0"), encoding="utf-8")
    assert build.build({"tiny": PLAN}, tmp_path / "out", baselines) == 0
    told = capsys.readouterr().err
    assert told.startswith("tiny: laws or constants have changed since the steady state was computed")
    assert "type: igf1r-model baseline" in told


def test_a_build_starts_at_the_baseline(tmp_path: Path, lenient: None, baselines: Path) -> None:

    baseline.write(assembled(PLAN), REST, baselines)
    build.build({"tiny": PLAN}, tmp_path / "out", baselines)
    forms = json.loads((tmp_path / "out/tiny.model.json").read_text(encoding="utf-8"))["forms"]
    assert {form["id"]: form["initial_nM"] for form in forms} == {**REST, "IGF1": 0.0}
