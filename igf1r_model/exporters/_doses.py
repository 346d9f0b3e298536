"""Later doses in words: what the slots of a model are called, what they mean, and who gives such doses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from igf1r_model.dosing import MOST, Dosing, slots, unsayable
from igf1r_model.model import Form, Model
from igf1r_model.protocol import Act

NOUNS: Final = {Act.SET: "dose", Act.ADD: "addition"}
ORDINALS: Final = ("", "second ", "third ")
assert len(ORDINALS) == MOST


def title(dosing: Dosing, form: Form) -> str:
    """What a slot is called: ``IGF1, second later dose``."""
    return f"{form.name}, {ORDINALS[dosing.number - 1]}later {NOUNS[dosing.act]}"


def time_meaning(dosing: Dosing, form: Form) -> str:
    """What the time of a slot means."""
    done = "given" if dosing.act is Act.SET else "added"
    return f"When {form.name} is {done}, in seconds from the start of the run. 0: not given."


def amount_meaning(dosing: Dosing, form: Form) -> str:
    """What the concentration of a slot means."""
    done = f"{form.name} is set to" if dosing.act is Act.SET else f"is added to {form.name}"
    return f"The concentration (nM) that {done} at {dosing.time}. Without effect while that is 0: not given."


def papers(model: Model) -> Mapping[Dosing, tuple[str, ...]]:
    """The papers of the experiments that use a slot, each once; none in a context, which has no experiments."""
    known = [form.id for form in model.forms]
    found: dict[Dosing, dict[str, None]] = {dosing: {} for dosing in model.dosings}
    for one in model.experiments:
        for arm in one.arms:
            for dosing in () if unsayable(arm, known) else slots(arm):
                found[dosing].update(dict.fromkeys(source.curie for source in one.sources))
    return {dosing: tuple(curies) for dosing, curies in found.items()}
