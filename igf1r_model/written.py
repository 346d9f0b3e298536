"""What a build wrote about a model, for whoever simulates it: its experiments, and what can be read and set.

Two files are enough, ``<model>.xml`` and ``<model>.experiments.json`` beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from igf1r_model.model import Source
from igf1r_model.protocol import Act, Arm, Change, Datum, Experiment, Series

EXPERIMENTS: Final = ".experiments.json"
FOLDERS: Final = (".", "variants")  # of a build, where models with experiments are

Json = dict[str, Any]
Rest = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Readable:
    """Something that has a value at every time: a form, or an observable."""

    id: str
    name: str
    unit: str
    is_form: bool


@dataclass(frozen=True, slots=True)
class Medium:
    """A context: what differs from the SBML file in the resting cell, and what is then put into its medium."""

    values: Mapping[str, float]
    doses: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Written:
    """A model's two files, read.

    Attributes:
        model: the id.
        sbml: the text of the SBML file.
        readable: forms and observables by id, forms first.
        constants: ids of constants and switches.
        inputs: ids of ligands and drugs, which are doses.
        contexts, experiments: by id; the context without an id is the model as it stands.
    """

    model: str
    sbml: str
    readable: Mapping[str, Readable]
    constants: frozenset[str]
    inputs: tuple[str, ...]
    contexts: Mapping[str, Medium]
    experiments: Mapping[str, Experiment]

    @property
    def forms(self) -> tuple[str, ...]:
        """The ids of all forms."""
        return tuple(one.id for one in self.readable.values() if one.is_form)

    @property
    def observables(self) -> tuple[str, ...]:
        """The ids of all observables."""
        return tuple(one.id for one in self.readable.values() if not one.is_form)


def located(model: str, out: Path) -> Path:
    """The SBML file of a model in a build folder.

    Raises:
        FileNotFoundError: saying what there is, or that nothing was built.
    """
    for folder in FOLDERS:
        path = out / folder / f"{model}.xml"
        if path.is_file():
            return path
    there = [path.name.removesuffix(EXPERIMENTS) for folder in FOLDERS for path in _described(out / folder)]
    if not there:
        raise FileNotFoundError(f"there are no models with experiments in {out}; type: make")
    raise FileNotFoundError(f"no model is called {model} in {out}; there are {', '.join(there)}")


def _described(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{EXPERIMENTS}"))


def read(model_xml: Path) -> Written:
    """A model's two files.

    Raises:
        FileNotFoundError: naming the file that is not there.
        ValueError: naming the file that cannot be read.
    """
    told = model_xml.with_name(f"{model_xml.stem}{EXPERIMENTS}")
    for path in (model_xml, told):
        if not path.is_file():
            raise FileNotFoundError(f"there is no file {path}; type: make")
    sbml = model_xml.read_text(encoding="utf-8")
    try:
        root = ElementTree.fromstring(sbml)
    except ElementTree.ParseError as error:
        raise ValueError(f"{model_xml} cannot be read ({error}); type: make") from error
    try:
        content: Json = json.loads(told.read_text(encoding="utf-8"))
        contexts = {id: Medium(one["values"], one["doses"]) for id, one in content["contexts"].items()}
        rests = {id: tuple(one.items()) for id, one in content.get("rests", {}).items()}
        experiments = [_experiment(one, rests) for one in content["experiments"]]
        inputs = tuple(content["inputs"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{told} cannot be read ({type(error).__name__}: {error}); type: make") from error
    return Written(
        model_xml.stem, sbml, {one.id: one for one in _readable(root)}, frozenset(_constants(root)), inputs,
        {"": Medium({}, {}), **contexts}, {one.id: one for one in experiments},
    )  # fmt: skip


def _readable(root: ElementTree.Element) -> Iterator[Readable]:
    for species in root.iterfind(".//{*}species"):
        yield Readable(species.attrib["id"], species.get("name", ""), "nM", True)
    units = {one.attrib["id"]: one.get("name", "") for one in root.iterfind(".//{*}unitDefinition")}
    for parameter in _parameters(root):
        if parameter.get("constant") == "false":
            unit = parameter.get("units", "")
            yield Readable(parameter.attrib["id"], parameter.get("name", ""), units.get(unit, unit), False)


def _constants(root: ElementTree.Element) -> Iterator[str]:
    return (one.attrib["id"] for one in _parameters(root) if one.get("constant") == "true")


def _parameters(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return root.iterfind("./{*}model/{*}listOfParameters/{*}parameter")


def _experiment(told: Json, rests: Mapping[str, Rest]) -> Experiment:
    series = told["series"]
    return Experiment(
        told["id"], told["name"], told["question"],
        reads=tuple(read["id"] for read in told["reads"]),
        times=tuple(map(float, told["times"])),
        arms=tuple(_arm(one, rests) for one in told["arms"]),
        sources=tuple(Source(curie, curie) for curie in told["sources"]),
        series=Series(series["target"], tuple(map(float, series["values"])), float(series["at"])) if series else None,
        data=tuple(_datum(one) for one in told["data"]),
    )  # fmt: skip


def _arm(told: Json, rests: Mapping[str, Rest]) -> Arm:
    changes, cell = (tuple(_change(one) for one in told[key]) for key in ("changes", "cell"))
    return Arm(told["id"], told["name"], changes, told["context"], cell, rests[told["rest"]] if "rest" in told else ())


def _change(told: Json) -> Change:
    act, value, at = Act(told["act"]), float(told["value"]), float(told["at"])
    return Change(told["target"], act, value, told["unit"], at, told.get("why", ""))


def _datum(told: Json) -> Datum:
    at, value, error = float(told["at"]), float(told["value"]), float(told["error"])
    return Datum(told["arm"], told["read"], at, value, error, told.get("dose"), told.get("scale", ""))
