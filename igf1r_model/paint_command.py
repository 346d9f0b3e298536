"""The command ``paint``: the map of a model coloured by simulated amounts, as pictures and as a column in CX2."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from igf1r_model import baseline
from igf1r_model.clock import parse, told
from igf1r_model.exporters import svg
from igf1r_model.layout import laid_out
from igf1r_model.loading import assembled, chosen, load_models
from igf1r_model.model import Model
from igf1r_model.results import Key, Result
from igf1r_model.simulate import Bench
from igf1r_model.written import located

LOW: Final = (255, 255, 255)
HIGH: Final = (178, 24, 43)  # dark red on white: read without colour vision, and in print
ABSENT: Final = 1e-9  # nM; a form that never has more has no colour
COLUMN: Final = "simulated_nM"


def paint(arguments: Namespace) -> int:
    """Run the command.

    Raises:
        OSError, ValueError: when something that was named is not there.
        SimulationError: when the simulation fails.
    """
    path, at = located(arguments.model, arguments.out), parse(arguments.at)
    model = laid_out(baseline.apply(assembled(chosen(load_models(None), [arguments.model])[arguments.model])))
    arms = (arguments.arm,) if arguments.arm else ()
    result = Bench(path).run(arguments.experiment, arms=arms, also_at=(at,), every_form=True)
    folder = arguments.to or path.parent / arguments.model / "painted"
    folder.mkdir(parents=True, exist_ok=True)
    for key in result.curves:
        for file, text in _painted(model, result, key, at, path.with_suffix(".cx2"), arguments.sheets):
            (folder / file).write_bytes(text.encode())
            print(f"{folder / file} written")
    return 0


def _painted(model: Model, result: Result, key: Key, at: float, cx2: Path, sheets: bool) -> Iterator[tuple[str, str]]:
    """The pictures and the network of one arm, by file name."""
    assert model.layout is not None
    forms = [form.id for form in model.forms if form.id in result.curves[key]]
    now = {form: float(result.curves[key][form][result.index(at)]) for form in forms}
    most = {form: max(float(max(curves[form])) for curves in result.curves.values()) for form in forms}
    arm, dose = key
    name = f"{result.experiment.id}.{arm}{'' if dose is None else f'.{dose:g}nM'}.{at:.0f}s"
    legend = (f"{result.experiment.name}, {arm}, {told(at)}", "white: none, red: the most in this experiment")
    colours = {form: shade(now[form] / most[form]) for form in now if most[form] > ABSENT}
    yield f"{name}.svg", svg.coloured(model, model.layout.whole, colours, legend)
    for drawing in model.layout.sheets if sheets else ():
        yield f"{name}.{drawing.id}.svg", svg.coloured(model, drawing, colours, legend)
    if cx2.exists():
        yield f"{name}.cx2", with_column(cx2.read_text(encoding="utf-8"), now)


def shade(share: float) -> str:
    """A colour between white (0) and red (1)."""
    part = min(max(share, 0.0), 1.0)
    mixed = (round(low + part * (high - low)) for low, high in zip(LOW, HIGH, strict=True))
    return "#" + "".join(f"{one:02x}" for one in mixed)


def with_column(cx2: str, values: Mapping[str, float]) -> str:
    """A CX2 file with one more attribute of its nodes: the amount (nM) of each form."""
    aspects: list[dict[str, Any]] = json.loads(cx2)
    found = {name: content for aspect in aspects for name, content in aspect.items()}
    found["attributeDeclarations"][0].setdefault("nodes", {})[COLUMN] = {"d": "double"}
    for node in found["nodes"]:
        id = node["v"].get("model_id")
        if id in values:
            node["v"][COLUMN] = float(f"{values[id]:.6g}")
    return json.dumps(aspects, ensure_ascii=False) + "\n"
