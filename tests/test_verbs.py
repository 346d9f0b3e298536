"""Each verb's text in both formats, side by side in `tests/verbs/`, as somebody has looked at it and accepted it."""

from __future__ import annotations

from pathlib import Path

import golden
import helpers
import pytest
import verb_models

from igf1r_model.dsl import Module
from igf1r_model.exporters import formats
from igf1r_validation.runner import run

NOUNS = {"form", "input", "family", "constant", "observe", "each"}


@pytest.mark.parametrize("name", verb_models.CASES)
def test_a_verb_is_written_as_accepted(name: str) -> None:
    accepted = golden.verb_file(name).read_text(encoding="utf-8")
    assert verb_models.texts(name) == accepted, "if this change is meant, look at it and type `make golden`"


@pytest.mark.parametrize("name", verb_models.CASES)
def test_a_verb_passes_every_quick_judge(name: str, tmp_path: Path) -> None:
    model = verb_models.model(name)
    helpers.write(model, tmp_path)
    for verdict in run(tmp_path, [name], quick=True):
        expected = "not applicable" if verdict.judge == "sedml-rules" else "passed"  # there are no experiments
        assert (verdict.status, verdict.findings) == (expected, ()), verdict


def test_every_verb_of_the_language_has_a_case() -> None:
    verbs = {name for name, thing in vars(Module).items() if callable(thing) and not name.startswith("_")} - NOUNS
    assert len(verbs) > 15
    assert {verb for verb in verbs if not any(case.startswith(verb) for case in verb_models.CASES)} == set()


def test_every_format_knows_the_same_verbs_and_each_has_a_case() -> None:
    said = {process.verb for name in verb_models.CASES for process in verb_models.model(name).processes}
    assert {name: set(form.VERBS) for name, form in formats().items()} == dict.fromkeys(formats(), said)


def test_there_is_no_text_without_a_verb() -> None:
    assert {path.stem for path in golden.VERBS.glob("*")} == set(verb_models.CASES)


def test_both_formats_stand_in_each_text() -> None:
    for name in verb_models.CASES:
        text = golden.verb_file(name).read_text(encoding="utf-8")
        assert text.count("<reaction ") == 1, name
        assert text.count('rdf:ID="it"') == 1, name
