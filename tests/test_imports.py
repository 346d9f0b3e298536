"""Who may import whom: pathway -> dsl -> model <- checks, exporters, simulate; writers and judges share nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import helpers
import pytest

WRITERS, JUDGES = "igf1r_model", "igf1r_validation"
LANGUAGE = tuple(
    f"igf1r_model.{name}" for name in ("dsl", "module", "builder", "controls", "observables", "processes", "nouns")
)
MACHINERY = tuple(
    f"igf1r_model.{name}"
    for name in ("assembly", "loading", "build", "cli", "baseline", "calibration", "calibrate", "fitting", "interop")
)
PATHWAY, CHECKS, EXPORTERS = "igf1r_model.pathway", "igf1r_model.checks", "igf1r_model.exporters"
HELPERS = ("_xml", "_uris", "_annotations", "_network", "_looks", "_starts", "_doses")
SHARED = tuple(f"{EXPORTERS}.{name}" for name in HELPERS)

# A module and all below it; what it must not import. The first line that fits a module counts, besides ALWAYS.
MUST_NOT: dict[str, tuple[str, ...]] = {
    "igf1r_model.model": (WRITERS,),
    "igf1r_model.simulate": (PATHWAY, CHECKS, EXPORTERS, *LANGUAGE, *MACHINERY),
    CHECKS: (PATHWAY, EXPORTERS, *LANGUAGE, *MACHINERY),
    "igf1r_model.activity": (PATHWAY, CHECKS, EXPORTERS, *LANGUAGE, *MACHINERY, "igf1r_model.simulate"),
    "igf1r_model.drawing": (WRITERS,),
    "igf1r_model.layout": (PATHWAY, CHECKS, EXPORTERS, *LANGUAGE, *MACHINERY, "igf1r_model.simulate"),
    EXPORTERS: (PATHWAY, CHECKS, *LANGUAGE, *MACHINERY, "igf1r_model.simulate"),
    "igf1r_model.dsl": (PATHWAY, CHECKS, EXPORTERS, *MACHINERY),
    "igf1r_model.module": (PATHWAY, CHECKS, EXPORTERS, *MACHINERY, "igf1r_model.dsl"),
    "igf1r_model.builder": (PATHWAY, CHECKS, EXPORTERS, *MACHINERY, "igf1r_model.dsl", "igf1r_model.module"),
    JUDGES: (WRITERS,),
}
MAY_IN_SPITE = {
    "igf1r_model.model": (
        "igf1r_model.dosing",
        "igf1r_model.drawing",
        "igf1r_model.expressions",
        "igf1r_model.protocol",
    ),
    EXPORTERS: (),
}
PATHWAY_MAY = ("igf1r_model.dsl", PATHWAY)
PATHWAY_INIT_MAY = (*PATHWAY_MAY, "igf1r_model.assembly", "igf1r_model.model")
MAY_CALL_JUDGES = ("igf1r_model.cli", "igf1r_model.build")


def files() -> Iterator[tuple[str, Path]]:
    """Every module of both packages, by its full name."""
    for base, package in ((helpers.ROOT, WRITERS), (helpers.ROOT / "validation", JUDGES)):
        for path in sorted((base / package).rglob("*.py")):
            yield ".".join(path.relative_to(base).with_suffix("").parts).removesuffix(".__init__"), path


MODULES = dict(files())


def imports(module: str, source: str, is_package: bool) -> Iterator[str]:
    """What a source imports, wherever in it: modules, and names that may be modules (``from a import b``)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = module.split(".") if is_package else module.split(".")[:-1]
            above = parts[: len(parts) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from (str(arg.value) for arg in node.args if isinstance(arg, ast.Constant))


def is_in(module: str, packages: tuple[str, ...]) -> bool:
    """Whether a module is one of some packages or below one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def violations(module: str, source: str, is_package: bool = False) -> list[str]:
    """The imports of a module that the rule forbids."""
    wanted = [name for name in imports(module, source, is_package) if is_in(name, (WRITERS, JUDGES))]
    return [name for name in wanted if _forbidden(module, name)]


def _forbidden(module: str, name: str) -> bool:
    if is_in(module, (PATHWAY,)):
        return not is_in(name, PATHWAY_INIT_MAY if module == PATHWAY else PATHWAY_MAY)
    if is_in(module, (WRITERS,)) and is_in(name, (JUDGES,)):
        return module not in MAY_CALL_JUDGES
    if is_in(module, (EXPORTERS,)) and is_in(name, (EXPORTERS,)):
        return not _same_format(module, name)
    layer = next((one for one in MUST_NOT if is_in(module, (one,))), "")
    return is_in(name, MUST_NOT.get(layer, ())) and not is_in(name, MAY_IN_SPITE.get(layer, ()))


def _same_format(module: str, name: str) -> bool:
    """An exporter uses the shared helpers, the list of formats, and what is in its own package."""
    own = ".".join(module.split(".")[:3])
    return is_in(name, (*SHARED, own)) or name == f"{EXPORTERS}.formats"


def test_both_packages_are_looked_at() -> None:
    assert {"igf1r_model.dsl", "igf1r_model.exporters.sbml.reactions", "igf1r_validation.runner"} <= MODULES.keys()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_it_may(module: str) -> None:
    path = MODULES[module]
    assert violations(module, path.read_text(encoding="utf-8"), path.name == "__init__.py") == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("igf1r_model.exporters.sbml.groups", "from igf1r_model import dsl"),
        ("igf1r_model.exporters.sbml.groups", "from igf1r_model.exporters.biopax import entities"),
        ("igf1r_model.exporters.sbml.groups", "from ..biopax.entities import Entities"),
        ("igf1r_model.exporters.sbml.groups", "from ... import dsl"),
        ("igf1r_model.exporters.sbml.groups", "def f():\n    import igf1r_model.pathway.places as p"),
        ("igf1r_model.exporters.new", "from igf1r_model.exporters import sbml"),
        ("igf1r_model.layout.whole", "from igf1r_model.exporters import svg"),
        ("igf1r_model.activity.potency", "from igf1r_model.exporters import _network"),
        ("igf1r_model.exporters.new", "from igf1r_model.checks import check"),
        ("igf1r_model.exporters.new", "from importlib import import_module\nimport_module('igf1r_model.pathway')"),
        ("igf1r_model.pathway.mtor", "from igf1r_model.model import Process"),
        ("igf1r_model.pathway.mtor", "from igf1r_model.exporters import formats"),
        ("igf1r_model.pathway", "from igf1r_model.kinetics import rate_law"),
        ("igf1r_model.model", "from igf1r_model.kinetics import coherent"),
        ("igf1r_model.dsl", "import igf1r_model.checks"),
        ("igf1r_model.checks.ids", "from igf1r_model.dsl import Module"),
        ("igf1r_model.simulate", "from igf1r_model.exporters import sbml"),
        ("igf1r_model.sentences", "from igf1r_validation.runner import main"),
        ("igf1r_validation.agree", "import igf1r_model"),
        ("igf1r_validation.agree", "from igf1r_model.units import parse_unit"),
    ],
)
def test_the_rule_finds_an_import_that_breaks_it(module: str, source: str) -> None:
    assert len(violations(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("igf1r_model.exporters.sbml.groups", "from igf1r_model.exporters._xml import element"),
        ("igf1r_model.exporters.sbml.groups", "from igf1r_model.exporters.sbml.tables import UNITS"),
        ("igf1r_model.exporters.sbml.groups", "from . import tables"),
        ("igf1r_model.exporters.new", "from igf1r_model.kinetics import coherent"),
        ("igf1r_model.pathway.mtor", "from igf1r_model.pathway import molecules as m"),
        ("igf1r_model.build", "from igf1r_validation.runner import main"),
        ("igf1r_model.model", "from igf1r_model.expressions import Expression\nimport enum"),
    ],
)
def test_the_rule_lets_pass_what_is_meant_to_be(module: str, source: str) -> None:
    assert violations(module, source) == []
