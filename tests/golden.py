"""Accepted output: the ids of every published model, and each verb's text in both formats.

python tests/golden.py      accept what is written now; look at the difference before you commit it
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

import verb_models

from igf1r_model.loading import assembled, load_models
from igf1r_model.model import Model


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """What scripts refer to."""


HERE: Final = Path(__file__).parent
IDS: Final = HERE / "golden" / "ids.txt"
VERBS: Final = HERE / "verbs"


def expected() -> dict[Path, str]:
    """Every accepted file with the text that it should have now."""
    files = {IDS: ids_of_all_models()}
    return files | {verb_file(name): verb_models.texts(name) for name in verb_models.CASES}


def verb_file(name: str) -> Path:
    """Where a verb's text stands."""
    return VERBS / f"{name}.txt"


def ids_of_all_models() -> str:
    """One line for each id: ``model kind id``, in alphabetical order, so that a rename is one line."""
    models = [assembled(plan) for plan in load_models(None).values()]
    return "".join(f"{model.id} {kind} {id}\n" for model in models for kind, id in sorted(ids(model)))


def ids(model: Model) -> Iterator[tuple[str, str]]:
    """What things a model has, and their ids: these are what other people's scripts refer to."""
    things: dict[str, tuple[Named, ...]] = {
        "module": model.modules, "place": model.places, "molecule": model.molecules, "form": model.forms,
        "family": model.families, "constant": model.constants, "process": model.processes,
        "observable": model.observables, "switch": model.switches, "inhibition": model.inhibitions,
        "dosing": model.dosings,
    }  # fmt: skip
    return ((kind, thing.id) for kind, group in things.items() for thing in group)


def main() -> None:
    """Write what is accepted from now on, and say what changed."""
    files = expected()
    for path in set(VERBS.glob("*.txt")) - set(files):
        path.unlink()
        print(f"removed {path.relative_to(HERE.parent)}")
    for path, text in files.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
            print(f"rewrote {path.relative_to(HERE.parent)}")


if __name__ == "__main__":
    main()
