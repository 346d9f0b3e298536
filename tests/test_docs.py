"""What the documentation says is there is there: files, commands, the example, and the lists that a reader trusts."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from helpers import ROOT, models

from igf1r_model.cli import EXAMPLES, main

TEXTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff", "build/README.md")
DOCS = [*(ROOT / name for name in TEXTS), *sorted((ROOT / "docs").glob("*.md"))]
IDS = [path.relative_to(ROOT).as_posix() for path in DOCS]
MACHINE_PATHS = re.compile(r"(?<![\w.:/])/(?:work|home|tmp|root|Users|opt|usr|var|mnt)\b|[A-Z]:\\|~/")
PATH = re.compile(r"(?:\.\./)?[\w.-]+(?:/[\w.-]+)*/?")
MADE = ("build/", "baseline/", ".venv", "my_build", "tiny_build", "old_build", "new_build", "contexts/", "variants/")
FILES = (".py", ".md", ".tsv", ".txt", ".cff", ".toml", ".lock", ".json", ".xml", ".owl")
BLOCK = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
ALL = pytest.mark.parametrize("path", DOCS, ids=IDS)


def code(path: Path) -> list[str]:
    """What a document shows as code: blocks line by line, and what stands in backquotes."""
    text = path.read_text(encoding="utf-8")
    lines = [line.strip() for block in BLOCK.findall(text) for line in block.splitlines()]
    return lines + re.findall(r"`([^`\n]+)`", BLOCK.sub("", text))


def blocks(path: Path) -> list[str]:
    return BLOCK.findall(path.read_text(encoding="utf-8"))


def exists(word: str, path: Path) -> bool:
    """A file may be named from the root, from the document, or by its last part alone."""
    name = word.rstrip("/")
    if any((base / name).exists() for base in (ROOT, path.parent)):
        return True
    return "/" not in name and any(name in found for found in FILE_NAMES)


FILE_NAMES = [
    {one.name for one in (ROOT / folder).rglob("*")}
    for folder in ("igf1r_model", "validation", "tests", "docs", "requirements")
]


def named_files(path: Path) -> list[str]:
    """Words in code that look like a file or folder of the project, but for what a build or a user makes."""
    words = [word for line in code(path) for word in line.split() if PATH.fullmatch(word)]
    looks = [word for word in words if word.endswith(FILES) or word.startswith(("igf1r_model/", "tests/", "docs/"))]
    skipped = ("build/", "my_", *MADE) if path.parent != ROOT / "build" else ("",)
    return [word for word in looks if not word.startswith((*skipped, "."))]


def test_the_readme_shows_the_tiny_model_as_it_is() -> None:
    tiny = (ROOT / "tests" / "tiny.py").read_text(encoding="utf-8")
    assert tiny in blocks(ROOT / "README.md")


@ALL
def test_every_link_leads_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith("http")]
    broken = []
    for link in links:
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@ALL
def test_every_file_that_is_named_exists(path: Path) -> None:
    made_up = {  # of a build, an older design, a user, a calibration
        "validation.json", "checks.py", "my_model.py", "my_pathway.py", "calibration.tsv", "behaviours.tsv",
        "values.tsv",
    }  # fmt: skip
    missing = [word for word in named_files(path) if word not in made_up and not exists(word, path)]
    assert missing == []


@ALL
def test_every_make_target_and_subcommand_exists(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    commands = {line.split()[1] for line in EXAMPLES.splitlines()[1:] if line}
    starts = [word for word in code(path) if re.match(r"(\S+=\S+ )?(make|(\.venv/bin/)?igf1r-model) [a-z]", word)]
    used = [re.sub(r"^\S+=\S+ ", "", word).split()[:2] for word in starts]
    unknown = [word for word in used if word[1] not in (targets if word[0] == "make" else commands)]
    assert unknown == []


@pytest.mark.parametrize("command", [line.split()[1] for line in EXAMPLES.splitlines()[1:] if line])
def test_every_subcommand_of_the_help_is_one_and_is_documented(command: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()), pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"igf1r-model {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


@ALL
def test_no_document_mentions_a_path_of_one_machine(path: Path) -> None:
    assert MACHINE_PATHS.findall(path.read_text(encoding="utf-8")) == []


TOPS = ("work", "home", "tmp", "root", "Users", "opt", "usr", "var", "mnt")


@pytest.mark.parametrize("text", [*(f"(/{top}/x)" for top in TOPS), "C:\\x", "~/x"])
def test_a_path_of_one_machine_is_found(text: str) -> None:
    assert MACHINE_PATHS.search(text)


def test_the_scope_names_every_model_switch_and_context() -> None:
    text = (ROOT / "docs" / "scope.md").read_text(encoding="utf-8")
    published = [model for name, model in models().items() if name != "tiny"]
    switches = [switch.id for model in published for switch in model.switches]
    wanted = [model.id for model in published] + switches + [one.id for model in published for one in model.contexts]
    assert [id for id in wanted if f"`{id}`" not in text] == []
    size = text.split("### Size")[1].split("##")[0]
    main_models = [models()[id] for id in ("igf1r_core", "igf1r_full")]
    sizes = [len(things) for model in main_models for things in (model.forms, model.processes)]
    assert [number for number in sizes if str(number) not in re.findall(r"\d+", size)] == []


def test_the_table_of_shares_is_what_its_command_prints() -> None:
    path = ROOT / "docs" / "scope.md"
    program = next(block for block in blocks(path) if block.startswith("from collections import Counter"))
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(program, str(path), "exec"), {})
    rows = printed.getvalue().splitlines()
    assert len(rows) == 2
    assert [row for row in rows if row not in path.read_text(encoding="utf-8")] == []


def test_every_judge_is_in_the_readme() -> None:
    from igf1r_validation.runner import discover

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [one.name for one in discover() if f"| `{one.name}` |" not in text] == []


def test_the_data_of_the_calibration_are_told_as_they_are() -> None:
    full = models()["igf1r_full"]
    told = (ROOT / "docs" / "numbers.md").read_text(encoding="utf-8")
    data = {one.id: len(one.data) for one in full.experiments if one.data}
    fitted = sum(constant.quantity.bounds is not None for constant in full.constants)
    assert f"The {fitted} estimated constants of `igf1r_full` are fitted to {sum(data.values())} data." in told
    assert {id: int(number) for id, number in re.findall(r"^\| `(\w+)` \| (\d+) \|", told, re.MULTILINE)} == data
    assert f"of the {sum(data.values())} data" in (ROOT / "README.md").read_text(encoding="utf-8")


RESULTS = ("pass", "fail", "not_applicable")
COUNTED = ("must", "should", "could", "not confirmed")
Row = Mapping[str, str]


def test_the_readme_tells_what_became_of_the_published_behaviours() -> None:
    """The failing rows, and the counts, are those of the last run of the judge."""
    from igf1r_validation.behaviours import entries

    table = ROOT / "build" / "behaviours.tsv"
    if not table.exists():
        pytest.skip("the judge of behaviours has not run; type: make test")
    with table.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))
    said = untold((ROOT / "README.md").read_text(encoding="utf-8"), rows, {one.id: one.priority for one in entries()})
    assert said == []


def untold(text: str, rows: Sequence[Row], priorities: Mapping[str, str]) -> list[str]:
    """What a README should say of behaviours between its two marks and does not, and what it says and should not."""
    told = text.partition("<!-- behaviours -->")[2].partition("<!-- /behaviours -->")[0]
    listed = re.findall(r"^- `([^`]+)`", told, re.MULTILINE)
    failing = [row["id"] for row in rows if row["result"] == "fail"]
    lines = [line for line in told.splitlines() if line.startswith("|")]
    return [
        *(f"missing: - `{id}`" for id in failing if id not in listed),
        *(f"does not fail, or twice: - `{id}`" for n, id in enumerate(listed) if id not in failing or id in listed[:n]),
        *(f"missing: {line}" for line in counts(rows, priorities) if line not in lines),
        *(f"wrong: {line}" for line in lines[2:] if line not in counts(rows, priorities)),
    ]


def counts(rows: Sequence[Row], priorities: Mapping[str, str]) -> list[str]:
    """The lines of the table of counts; a behaviour that is not confirmed counts in the last one only."""
    kinds = [priorities[row["id"]] if row["confirmed"] == "yes" else COUNTED[-1] for row in rows]
    found = Counter(zip(kinds, (row["result"] for row in rows), strict=True))
    return [f"| {kind} | {' | '.join(str(found[kind, result]) for result in RESULTS)} |" for kind in COUNTED]


def test_a_readme_that_is_wrong_about_behaviours_is_found() -> None:
    results = (("A1", "fail", "yes"), ("B1", "pass", "yes"), ("C1", "fail", "no"))
    rows = [dict(zip(("id", "result", "confirmed"), one, strict=True)) for one in results]
    priorities = {"A1": "must", "B1": "could", "C1": "must"}
    head = "| behaviours | pass | fail | not applicable |\n|---|---|---|---|\n"
    table = head + "".join(f"{line}\n" for line in counts(rows, priorities))
    assert "| must | 0 | 1 | 0 |\n" in table
    assert "| not confirmed | 0 | 1 | 0 |\n" in table
    good = f"<!-- behaviours -->\n{table}\n- `A1` why\n- `C1` why\n<!-- /behaviours -->\n- `B1` elsewhere"
    assert untold(good, rows, priorities) == []
    assert untold(good.replace("- `A1` why\n", ""), rows, priorities) == ["missing: - `A1`"]
    assert untold(good.replace("- `A1`", "- `A1`\n- `B1`"), rows, priorities) == ["does not fail, or twice: - `B1`"]
    assert untold(good.replace("- `A1`", "- `A1`\n- `A1`"), rows, priorities) == ["does not fail, or twice: - `A1`"]
    wrong = untold(good.replace("| must | 0 | 1", "| must | 1 | 0"), rows, priorities)
    assert wrong == ["missing: | must | 0 | 1 | 0 |", "wrong: | must | 1 | 0 | 0 |"]
    assert len(untold("no marks", rows, priorities)) == 2 + len(COUNTED)
