"""The formats. Every module or package here with SUFFIX, LOSES, VERBS and export() is one; underscore is a helper.

A new format is one file: a docstring whose first line says what it is for, `SUFFIX`, `LOSES` (what the format
cannot say; anything else lost is a bug), `VERBS` (the table of verbs it knows) and `export(model) -> text`. A format
that is several files has `files(model) -> {path: text}` instead, with paths below the build folder; one that packs
what the others wrote has `bundle(model, files) -> {path: bytes}`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from typing import Final, Protocol, cast

from igf1r_model.issues import Issue
from igf1r_model.model import Model

REQUIRED: Final = ("SUFFIX", "LOSES", "VERBS")
WRITES: Final = ("export", "files", "bundle")  # one of them


class Format(Protocol):
    """What a format's module has."""

    SUFFIX: str
    LOSES: tuple[str, ...]
    VERBS: Collection[str]

    def export(self, model: Model) -> str:
        """The model as text, in the format."""

    def files(self, model: Model) -> Mapping[str, str]:
        """The model as several texts, by their paths below the build folder."""

    def bundle(self, model: Model, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """What other formats wrote, packed."""


def formats() -> dict[str, Format]:
    """Every format by its name, in alphabetical order.

    Raises:
        ImportError: naming the module, when one lacks something that a format must have.
    """
    return {name: _load(name) for name in _names()}


def _names() -> Iterator[str]:
    return (found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))


def _load(name: str) -> Format:
    module = import_module(f"{__name__}.{name}")
    missing = [attribute for attribute in REQUIRED if not hasattr(module, attribute)]
    if not any(hasattr(module, one) for one in WRITES):
        missing.append(" or ".join(WRITES))
    if missing:
        raise ImportError(f"exporters/{name} is no format: it lacks {', '.join(missing)}")
    return cast(Format, module)


def all_files(model: Model) -> dict[str, bytes]:
    """What all formats make of a model, by the paths of the files below the build folder; bundles come last."""
    made: dict[str, bytes] = {}
    for form in formats().values():
        made |= {path: text.encode() for path, text in written(form, model).items()}
    for form in formats().values():
        if hasattr(form, "bundle"):
            made |= form.bundle(model, made)
    return made


def written(form: Format, model: Model) -> dict[str, str]:
    """What a format by itself makes of a model: the text of each file, by its path; a bundle makes none."""
    if hasattr(form, "files"):
        return dict(form.files(model))
    return {f"{model.id}{form.SUFFIX}": form.export(model)} if hasattr(form, "export") else {}


def unknown_verbs(model: Model) -> list[Issue]:
    """Processes whose verb some format does not know."""
    return [
        Issue(f"{process.module}.{process.id}", f"the format {name} does not know the verb {process.verb!r}; it knows "
              f"{', '.join(form.VERBS)}", process.origin)
        for name, form in formats().items()
        for process in model.processes
        if process.verb not in form.VERBS
    ]  # fmt: skip
