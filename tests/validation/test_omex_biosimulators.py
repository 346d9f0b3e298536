"""The command that runs BioSimulators' validator prints every message and its ending says whether there are errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from igf1r_validation import biosimulators

FOUND: tuple[list[str], list[str]] = (["no title"], ["a repeated task"])


def test_messages_stand_after_what_they_are_about() -> None:
    nested = [["The file `a` is wrong.", [["Model `m`.", [["No id."], ["No  name."]]], ["No plot."]]], ["No licence."]]
    assert list(biosimulators.lines(nested)) == [
        "The file `a` is wrong. Model `m`. No id.",
        "The file `a` is wrong. Model `m`. No name.",
        "The file `a` is wrong. No plot.",
        "No licence.",
    ]


def test_messages_of_nothing_are_none() -> None:
    assert list(biosimulators.lines([])) == []


@pytest.mark.parametrize(("found", "code"), [(FOUND, 1), (([], FOUND[1]), 0), (([], []), 0)])
def test_all_is_printed_and_errors_make_it_fail(
    found: tuple[list[str], list[str]],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(biosimulators, "findings", lambda path: found)
    path = tmp_path / "a.omex"
    path.write_bytes(b"")
    assert biosimulators.main([str(path)]) == code
    printed = capsys.readouterr().out
    assert printed.startswith(f"{path}: {len(found[0])} errors, {len(found[1])} warnings\n")
    assert all(f"error: {line}" in printed for line in found[0])
    assert all(f"warning: {line}" in printed for line in found[1])


def test_without_the_validator_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(biosimulators, "PACKAGE", "no_such_package")
    path = tmp_path / "a.omex"
    path.write_bytes(b"")
    assert biosimulators.main([str(path)]) == 2
    assert "pip install 'igf1r-model[biosimulators]'" in capsys.readouterr().err


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert biosimulators.main([str(tmp_path / "none.omex")]) == 2
    assert "none.omex" in capsys.readouterr().err


def test_a_good_archive_has_no_errors(tmp_path: Path) -> None:
    pytest.importorskip("biosimulators_utils")
    omex_model = pytest.importorskip("omex_model")
    assert biosimulators.findings(omex_model.build(tmp_path) / "fits.omex")[0] == []
