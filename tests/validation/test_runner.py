"""The runner finds every judge, survives what a judge does, and passes only what passed."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from igf1r_validation import report, runner
from igf1r_validation.verdict import Finding, Verdict

PACKAGE = "fake_judges"
HEAD = """
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict
NAME = {name!r}
QUICK = {quick}
ISOLATED = {isolated}
def judge(build, model):
    import os, signal, sys, time
"""
PASS = "    return verdict(NAME, 'tool 1', model + '.xml', [])\n"
FAIL = "    return verdict(NAME, 'tool 1', model + '.xml', [Finding('IGF1', 'rule 7', 'is wrong')])\n"

Add = Callable[..., None]


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Add]:
    """Write a judge into a package of its own, which the runner scans instead of the real one."""
    folder = tmp_path / "site" / PACKAGE
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(folder.parent)
    real = runner.discover
    monkeypatch.setattr(runner, "discover", lambda package: real(PACKAGE))

    def write(name: str, body: str = PASS, quick: bool = True, isolated: bool = False, module: str = "") -> None:
        text = HEAD.format(name=name, quick=quick, isolated=isolated) + body
        (folder / f"{module or name}.py").write_text(text)

    yield write
    for module in [one for one in sys.modules if one.partition(".")[0] == PACKAGE]:
        del sys.modules[module]


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build of two models; the judges of these tests look at nothing but their names."""
    folder = tmp_path / "build"
    folder.mkdir()
    for model in ("tiny", "core"):
        (folder / f"{model}.model.json").write_text("{}")
    return folder


def only(build: Path, timeout: float = 60.0) -> Verdict:
    """The verdict of the only judge on one model."""
    (one,) = runner.run(build, ["tiny"], False, timeout=timeout)
    return one


def test_all_judges_and_models_run_in_order(add: Add, build: Path) -> None:
    add("zeta")
    add("alpha")
    (build / "notes.json").write_text("{}")
    verdicts = runner.run(build, [], False)
    assert [(one.file, one.judge) for one in verdicts] == [
        ("core.xml", "alpha"),
        ("core.xml", "zeta"),
        ("tiny.xml", "alpha"),
        ("tiny.xml", "zeta"),
    ]


def test_quick_runs_the_quick_ones_only(add: Add, build: Path) -> None:
    add("fast")
    add("slow", quick=False)
    assert {one.judge for one in runner.run(build, [], True)} == {"fast"}
    assert {one.judge for one in runner.run(build, [], False)} == {"fast", "slow"}


def test_models_and_judges_can_be_chosen(add: Add, build: Path) -> None:
    add("alpha")
    add("beta")
    (one,) = runner.run(build, ["core"], False, judges=["beta"])
    assert (one.judge, one.file) == ("beta", "core.xml")


@pytest.mark.parametrize(
    ("models", "judges", "message"),
    [
        (["absent"], [], "absent"),
        ([], ["absent"], "absent"),
        (["core", "absent"], [], "there are: core, tiny"),
    ],
)
def test_what_is_asked_for_must_be_there(
    add: Add, build: Path, models: list[str], judges: list[str], message: str
) -> None:
    add("alpha")
    with pytest.raises(runner.NothingToJudgeError, match=message):
        runner.run(build, models, False, judges=judges)


def test_no_judge_is_an_error(add: Add, build: Path) -> None:
    with pytest.raises(runner.NothingToJudgeError, match="no judge"):
        runner.run(build, [], False)
    add("slow", quick=False)
    assert runner.main([str(build), "--quick"]) == 2


def test_no_model_is_an_error(add: Add, tmp_path: Path) -> None:
    add("alpha")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert runner.main([str(empty)]) == 2
    assert list(empty.iterdir()) == []


def test_two_judges_of_one_name_are_an_error(add: Add, build: Path) -> None:
    add("alpha")
    add("alpha", module="other")
    with pytest.raises(ImportError, match="same name"):
        runner.run(build, [], False)


def test_a_module_that_cannot_be_imported_is_an_error(add: Add, build: Path) -> None:
    add("alpha")
    add("beta", body=PASS + "import absent_library\n")
    assert runner.main([str(build)]) == 2


@pytest.mark.parametrize("isolated", [False, True])
@pytest.mark.parametrize(
    ("body", "rule", "message"),
    [
        ("    raise ValueError('bad file')\n", "exception", "ValueError: bad file"),
        ("    open(build / 'absent')\n", "exception", "FileNotFoundError"),
        ("    sys.exit(0)\n", "exception", "SystemExit: 0"),
        ("    return None\n", "no verdict", "returned None"),
    ],
)
def test_a_judge_that_breaks_has_failed(
    add: Add, build: Path, isolated: bool, body: str, rule: str, message: str
) -> None:
    add("alpha", body, isolated=isolated)
    one = only(build)
    assert one.status == "failed"
    assert one.findings[0].rule == rule
    assert message in one.findings[0].message


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("    os.kill(os.getpid(), signal.SIGSEGV)\n", "SIGSEGV"),
        ("    os.abort()\n", "SIGABRT"),
        ("    os._exit(0)\n", "code 0 and without a verdict"),
        (f"    import atexit; atexit.register(os._exit, 3)\n{PASS}", "code 3"),
        ("    print('last words', file=sys.stderr, flush=True); os._exit(3)\n", "code 3.*last words"),
    ],
)
def test_a_crash_is_a_finding(add: Add, build: Path, body: str, message: str) -> None:
    add("alpha", body, isolated=True)
    one = only(build)
    assert (one.status, one.findings[0].rule) == ("failed", "crash")
    assert re.search(message, one.findings[0].message)


def test_a_crash_leaves_the_other_judges_running(add: Add, build: Path) -> None:
    add("alpha", "    os.abort()\n", isolated=True)
    add("beta", isolated=True)
    assert [one.status for one in runner.run(build, ["tiny"], False)] == ["failed", "passed"]


def test_a_judge_that_takes_too_long_has_not_run(add: Add, build: Path) -> None:
    add("alpha", "    time.sleep(60)\n", isolated=True)
    one = only(build, timeout=0.5)
    assert (one.status, one.detail) == ("not run", "took longer than 0.5 s")


def test_an_isolated_verdict_arrives_whole(add: Add, build: Path) -> None:
    add("alpha", "    print('noise', flush=True)\n" + FAIL, isolated=True)
    add("beta", FAIL)
    apart, here = runner.run(build, ["tiny"], False)
    assert apart.findings == here.findings == (Finding("IGF1", "rule 7", "is wrong"),)


def test_findings_and_passed_do_not_go_together(add: Add, build: Path) -> None:
    add("alpha", "    return Verdict(NAME, '', 'tiny.xml', 'passed', '', (Finding('', 'r', 'm'),))\n")
    assert only(build).status == "failed"


NOT_RUN = "    return not_run(NAME, '', model + '.xml', 'no Java')\n"
NOTHING = "    return Verdict(NAME, '', model + '.xml', 'not applicable', 'no experiments')\n"


@pytest.mark.parametrize(
    ("bodies", "options", "code"),
    [
        ([PASS, PASS], [], 0),
        ([PASS, FAIL], [], 1),
        ([PASS, NOT_RUN], [], 1),
        ([PASS, NOT_RUN], ["--quick"], 1),
        ([PASS, NOT_RUN], ["--no-strict"], 0),
        ([NOT_RUN, NOT_RUN], ["--no-strict"], 1),
        ([NOT_RUN, FAIL], ["--no-strict"], 1),
        ([PASS, NOTHING], [], 0),
        ([NOTHING, NOTHING], [], 1),
    ],
)
def test_the_exit_code(add: Add, build: Path, bodies: list[str], options: list[str], code: int) -> None:
    for name, body in zip(("alpha", "beta"), bodies, strict=True):
        add(name, body)
    assert runner.main([str(build), *options]) == code


def test_the_json_file_is_sorted_and_the_same_twice(add: Add, build: Path) -> None:
    add("zeta", FAIL)
    add("alpha")
    path = build / "validation.json"
    runner.main([str(build)])
    first = path.read_bytes()
    runner.main([str(build)])
    assert path.read_bytes() == first
    data = json.loads(first)
    assert [(one["file"], one["judge"]) for one in data] == sorted((one["file"], one["judge"]) for one in data)
    assert data[1]["findings"] == [{"subject": "IGF1", "rule": "rule 7", "message": "is wrong", "severity": "error"}]
    assert sorted(one.name for one in build.iterdir()) == [
        "core.model.json",
        "tiny.model.json",
        "validation.json",
    ]


def test_a_failed_write_leaves_the_old_file(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = build / "validation.json"
    path.write_text("old")

    def broken(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="disk full"):
        report.write_json([], path)
    assert path.read_text() == "old"
    assert not list(build.glob(".validation*"))


def test_the_screen_names_file_id_rule_and_counts(add: Add, build: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = "[Finding(f'form{n}', 'rule [bold]', 'wrong') for n in range(12)]"
    add("alpha", f"    return verdict(NAME, 'tool 1', model + '.xml', {many}, 'seen')\n")
    add("beta")
    runner.main([str(build), "--model", "tiny"])
    shown = capsys.readouterr()
    assert "tiny.xml  alpha  [rule [bold]]  12 findings" in shown.out
    assert "    form4: wrong" in shown.out
    assert "form5" not in shown.out
    assert "... and 7 more of this rule" in shown.out
    assert "1 passed, 1 failed" in shown.out
    assert "tool 1" in shown.out
    assert "[1/2] tiny  alpha: failed" in shown.err
    assert "[2/2] tiny  beta: passed" in shown.err


def test_many_rules_are_capped_with_a_count(capsys: pytest.CaptureFixture[str]) -> None:
    findings = tuple(Finding("", f"rule {n:02}", "wrong") for n in range(report.SHOWN_RULES + 3))
    report.show([Verdict("alpha", "", "tiny.xml", "failed", "", findings)], report.console())
    assert "... and 3 findings of 3 other rules" in capsys.readouterr().out


def test_the_real_judges_are_found_and_named_once() -> None:
    judges = runner.discover()
    assert {"agree", "copasi import", "roadrunner load", "same curves"} <= {one.name for one in judges}
    isolated = {one.name for one in judges if one.isolated}
    assert {"copasi import", "same curves"} <= isolated
    quick = {one.name for one in judges if one.quick}
    assert "agree" in quick
    assert not quick & {"copasi import", "same curves", "roadrunner load"}


SAMPLING = """
SAMPLES = True
def judge(build, model, sample=False):
    return verdict(NAME, 'tool 1', model + '.xml', [], 'a sample' if sample else 'everything')
"""


@pytest.mark.parametrize("isolated", [False, True])
def test_a_judge_that_samples_is_told_to_and_others_are_not(add: Add, build: Path, isolated: bool) -> None:
    add("alpha", PASS + SAMPLING, isolated=isolated)
    add("beta", isolated=isolated)
    assert [one.detail for one in runner.run(build, ["tiny"], False, sample=True)] == ["a sample", ""]
    assert [one.detail for one in runner.run(build, ["tiny"], False)] == ["everything", ""]
    runner.main([str(build), "--sample", "--model", "tiny"])
    assert json.loads((build / "validation.json").read_text())[0]["detail"] == "a sample"
