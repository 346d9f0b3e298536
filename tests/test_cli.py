"""The command line: quick to help, clear about what is wrong, and one sentence for each process."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import tiny

from igf1r_model import cli, loading

HEAVY = (
    "libsbml", "roadrunner", "COPASI", "pybiopax", "rdflib", "lxml", "bioregistry", "numpy", "scipy", "igf1r_validation"
)  # fmt: skip
HELP = """
import json, sys
from igf1r_model.cli import main
try:
    main(["--help"])
except SystemExit as ended:
    print(json.dumps({"code": ended.code, "modules": sorted(sys.modules)}))
"""


def in_a_new_process(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)


def test_help_comes_without_loading_what_it_does_not_need() -> None:
    *told, last = in_a_new_process(HELP).stdout.splitlines()
    ended = json.loads(last)
    assert ended["code"] == 0
    loaded = {module.split(".")[0] for module in ended["modules"]}
    assert loaded.isdisjoint(HEAVY)
    assert [module for module in ended["modules"] if module.startswith("igf1r_model.")] == ["igf1r_model.cli"]
    assert any("add-paper" in line for line in told)


def test_building_itself_needs_no_library_of_the_field() -> None:
    program = (
        "import json, sys\n"
        "from igf1r_model.exporters import sbml, biopax\nimport igf1r_model.build, igf1r_model.loading\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    loaded = {module.split(".")[0] for module in json.loads(in_a_new_process(program).stdout)}
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "command",
    [
        "build",
        "validate",
        "baseline",
        "calibrate",
        "deposit",
        "describe",
        "add-id",
        "add-paper",
    ],
)
def test_every_command_has_help_and_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0
    assert f"igf1r-model {command}" in capsys.readouterr().out
    assert f"\n  igf1r-model {command} " in cli.EXAMPLES


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["biuld"], "invalid choice: 'biuld'"),
        ([], "the following arguments are required: COMMAND"),
        (["build", "--ouput", "x"], "unrecognized arguments: --ouput"),
        (["add-id", "uniprot:P08069"], "the following arguments are required: label"),
    ],
)
def test_a_wrong_command_ends_with_2_and_says_what_is_wrong(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.fixture
def only_tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "load_models", lambda file: tiny.MODELS)


def test_describe_says_each_process_as_a_sentence(only_tiny: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["describe", "tiny"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "receptor.IGF1_binds_IGF1R: IGF1 and IGF1R bind and form IGF1:IGF1R.",
        "receptor.IGF1R_activates: IGF1:IGF1R phosphorylates itself to IGF1:p-IGF1R.",
        "receptor.IGF1R_phosphorylates_IRS1: IRS1 is phosphorylated to p-IRS1, catalysed by IGF1:p-IGF1R.",
    ]


def test_describe_knows_its_models(only_tiny: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["describe", "huge"]) == 2
    assert capsys.readouterr().err == "igf1r-model: no model is called huge; there are tiny\n"


def test_validate_passes_every_model_named_on_to_the_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def judge(words: list[str]) -> int:
        given.append(words)
        return 1

    monkeypatch.setattr("igf1r_validation.runner.main", judge)
    assert cli.main(["validate", "--quick", "--out", "there", "--model", "one", "--model", "two"]) == 1
    assert cli.main(["validate"]) == 1
    assert cli.main(["validate", "--sample"]) == 1
    assert given == [["there", "--quick", "--model", "one", "two"], ["build"], ["build", "--sample"]]
