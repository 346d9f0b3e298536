"""A deposit to be checked: its files, the same files where the judges look for them, and their verdicts."""

from __future__ import annotations

import json
import shutil
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common
from igf1r_validation.deposit import metadata
from igf1r_validation.deposit.line import Line, Status
from igf1r_validation.runner import Judge, NothingToJudgeError, Task, discover, perform
from igf1r_validation.verdict import Finding, Verdict, not_run

MANIFEST: Final = "_model.json"
FOLDERS: Final = ("simulations", "maps")  # in a build both are in the folder of the model's name
BROKEN: Final = ("exception", "crash", "no verdict", "not XML", "model")  # count against every point of a judge
PATIENCE_SECONDS: Final = 7200.0  # for a judge; every SED-ML file of igf1r_full is run in two engines
Element = tuple[str, str, Any]
Perform = Callable[[Task, float], Verdict]
Watch = Callable[[Verdict, float], None]


class Case:
    """A deposit.

    Args:
        folder: of the deposit.
        bench: an empty folder, for the files under the names that a build gives them.
        perform: has a judge look at a model.
        watch: is told each verdict, and how many seconds it took.

    Raises:
        NothingToJudgeError: when the folder is not the deposit of one model.
    """

    def __init__(
        self, folder: Path, bench: Path, perform: Perform = perform, watch: Watch = lambda verdict, seconds: None
    ) -> None:
        self.folder, self.bench, self._perform, self._watch = folder, bench, perform, watch
        self.model = named(folder)
        self._verdicts: dict[str, Verdict] = {}
        self._judges: dict[str, Judge] = {judge.name: judge for judge in (*discover(), metadata.JUDGE)}
        for path in self.files:
            target = bench / in_build(path, self.model)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / path, target)

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The paths of all files of the deposit."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        return tuple(sorted(found))

    def text(self, path: str) -> str:
        """A file of the deposit; empty where there is none."""
        there = self.folder / path
        return there.read_text(encoding="utf-8", errors="replace") if there.is_file() else ""

    def verdict(self, judge: str) -> Verdict:
        """What a judge says of the deposit; each is asked once."""
        if judge not in self._verdicts:
            self._verdicts[judge] = self._judged(judge)
        return self._verdicts[judge]

    def _judged(self, name: str) -> Verdict:
        if name not in self._judges:
            return not_run(name, "", self.model, f"there is no judge called {name}")
        began = time.monotonic()
        found = self._perform(Task(self._judges[name], self.bench, self.model), PATIENCE_SECONDS)
        self._watch(found, time.monotonic() - began)
        return found

    @cached_property
    def packed(self) -> dict[str, bytes]:
        """The files of the archive by their paths there; none where it is no archive."""
        try:
            with zipfile.ZipFile(self.folder / f"{self.model}.omex") as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except (OSError, zipfile.BadZipFile):
            return {}

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The content of the model, as its manifest has it."""
        return sbml_common.manifest(self.bench, self.model)

    @cached_property
    def experiments(self) -> list[dict[str, Any]]:
        """The experiments of the model."""
        told = json.loads(self.text(f"{self.model}_experiments.json") or '{"experiments": []}')
        return list(told["experiments"])

    @cached_property
    def document(self) -> Any:
        """The SBML file as libSBML reads it."""
        import libsbml

        return libsbml.readSBMLFromFile(str(self.folder / f"{self.model}.xml"))

    @cached_property
    def elements(self) -> list[Element]:
        """Every element of the SBML file that may be annotated, with its kind and id."""
        model = self.document.getModel()
        return list(sbml_common.elements(model)) if model is not None else []

    def line(
        self, point: int, title: str, told: str, judges: Sequence[str] = (), rules: Sequence[str] = (),
        wrong: Sequence[str] = (),
    ) -> Line:  # fmt: skip
        """A point that judges decide (by some of their rules, or all), and what else was found wrong."""
        verdicts = [self.verdict(judge) for judge in judges]
        tools = tuple(dict.fromkeys(one.tool for one in verdicts if one.tool))
        objections = [*wrong, *(_told(one, found) for one in verdicts for found in _counting(one, rules))]
        idle = [f"{one.judge}: {one.detail}" for one in verdicts if one.status == "not run"]
        status: Status = "red" if objections else "not run" if idle else "green"
        return Line(point, title, status, _few(objections) or "; ".join(idle) or told, "", tools)


def _counting(one: Verdict, rules: Sequence[str]) -> list[Finding]:
    """The findings of a verdict that count against a point; a verdict that failed without any counts too."""
    if one.status == "failed" and not one.findings:
        return [Finding("", "failed", one.detail)]
    return [found for found in one.findings if not rules or found.rule in rules or found.rule in BROKEN]


def _told(one: Verdict, found: Finding) -> str:
    return f"{one.judge} [{found.rule}] {found.subject}: {found.message}".replace(" : ", " ")


def _few(objections: Sequence[str]) -> str:
    if not objections:
        return ""
    more = f" (and {len(objections) - 1} more)" if len(objections) > 1 else ""
    return f"{objections[0]}{more}"


def named(folder: Path) -> str:
    """The model that a folder is the deposit of.

    Raises:
        NothingToJudgeError: when it is none, or of several.
    """
    found = [path.name.removesuffix(MANIFEST) for path in sorted(folder.glob(f"*{MANIFEST}"))]
    if len(found) != 1:
        raise NothingToJudgeError(f"{folder} is no deposit: it has {len(found)} files *{MANIFEST}, must have one")
    return found[0]


def in_build(path: str, model: str) -> str:
    """Where a build has a file of a deposit: ``M_model.json`` is ``M.model.json``, ``simulations/x`` is ``M/x``."""
    folder, _, rest = path.partition("/")
    if rest and folder in FOLDERS:
        return f"{model}/{rest}"
    if not rest and path.startswith(f"{model}_"):
        return f"{model}.{path.removeprefix(f'{model}_').replace('_', '.')}"
    return path
