"""The SED-ML files of a model: one for each arm that can be said, with what the experiments file tells, nothing loose.

COPASI breaks down on a path that leads nowhere, and libSEDML does not look at references; so both are checked here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from math import isfinite
from pathlib import Path

from lxml import etree

from igf1r_validation.sedml_expected import Sbml, Wanted, expected, same
from igf1r_validation.verdict import Finding, Verdict, not_applicable, verdict

NAME = "sedml-rules"
QUICK = True
ISOLATED = False
READS = ".sedml"

SEDML = "http://sed-ml.org/sed-ml/level1/version4"
LANGUAGE = "urn:sedml:language:sbml.level-3.version-1"
TIME = "urn:sedml:symbol:time"
LSODA = "KISAO:0000560"
TOLERANCES = {"KISAO:0000209": 1e-9, "KISAO:0000211": 1e-20}
SIMULATIONS = ("uniformTimeCourse", "oneStep", "steadyState", "analysis")
# Which element an attribute must name.
REFERENCES = {
    "modelReference": ("model",),
    "simulationReference": SIMULATIONS,
    "taskReference": ("task", "repeatedTask"),
    "task": ("task",),
    "range": ("vectorRange",),
    "dataReference": ("dataGenerator",),
    "xDataReference": ("dataGenerator",),
    "yDataReference": ("dataGenerator",),
}
STARTS = {"species": "initialConcentration", "parameter": "value"}

Found = Iterator[tuple[str, str]]  # rule and message


def judge(build: Path, model: str) -> Verdict:
    """Hold every file against its own rules, the SBML file and the experiments file."""
    tool, file = f"own rules (lxml {version('lxml')})", f"{model}/*.sedml"
    sbml = Sbml(build / f"{model}.xml")
    wanted, lost = expected(build / f"{model}.experiments.json", sbml)
    there = {path.stem: path for path in sorted((build / model).glob("*.sedml"))}
    if not wanted and not lost and not there:
        return not_applicable(NAME, tool, file, "there are no experiments")
    found = [Finding(name, "missing", "this arm has no SED-ML file") for name in wanted if name not in there]
    found += [Finding(name, "stray", "no arm that can be said is called so") for name in there if name not in wanted]
    for name in (name for name in there if name in wanted):
        problems = _of_file(there[name], build / f"{model}.xml", sbml, wanted[name])
        found += [Finding(name, rule, message) for rule, message in problems]
    told = ", ".join(f"{number} ({reason})" for reason, number in sorted(lost.items()))
    return verdict(NAME, tool, file, found, f"{len(there)} files" + (f"; arms without: {told}" if told else ""))


def _of_file(path: Path, model: Path, sbml: Sbml, wanted: Wanted) -> Found:
    try:
        root = etree.parse(path).getroot()
    except etree.XMLSyntaxError as error:
        yield "xml", str(error)
        return
    if root.tag != f"{{{SEDML}}}sedML" or (root.get("level"), root.get("version")) != ("1", "4"):
        yield "level", "is no SED-ML Level 1 Version 4"
        return
    yield from _of_parts(root, wanted)
    yield from _of_model(root, path, model)
    yield from _of_references(root)
    yield from _of_outputs(root)
    yield from _of_targets(root, sbml)
    yield from _of_times(root, wanted)
    yield from _of_content(root, wanted)
    yield from _of_values(root, sbml, wanted)


def _of_parts(root: etree._Element, wanted: Wanted) -> Found:
    """One model, one time course, one task, around which another varies the dose of a series."""
    counts = {"model": 1, "uniformTimeCourse": 1, "task": 1, "repeatedTask": int(bool(wanted.doses)), "report": 1}
    for tag, number in counts.items():
        found = len(_all(root, tag))
        if found != number:
            yield "parts", f"has {found} {tag} elements; {number} are needed"
    for tag in SIMULATIONS[1:]:
        if _all(root, tag):
            yield "parts", f"has a simulation {tag}; COPASI runs one time course only"
    for algorithm in _all(root, "algorithm"):
        if algorithm.get("kisaoID") != LSODA:
            yield "algorithm", f"is {algorithm.get('kisaoID')}; COPASI takes {LSODA} without a message"
        given = {p.get("kisaoID"): _number(p.get("value")) for p in _all(algorithm, "algorithmParameter")}
        if given != TOLERANCES:
            yield "algorithm", f"its parameters are {given}, not {TOLERANCES}"


def _of_model(root: etree._Element, path: Path, model: Path) -> Found:
    for one in _all(root, "model"):
        if one.get("language") != LANGUAGE:
            yield "source", f"the language is {one.get('language')}, not {LANGUAGE}"
        source = path.parent / one.get("source", "")
        if not source.is_file() or source.resolve() != model.resolve():
            yield "source", f"{one.get('source')!r} is not the SBML file of the model"


def _of_references(root: etree._Element) -> Found:
    """Ids are unique, and what is named is there."""
    ids = Counter(one.get("id", "") for one in root.iter("{*}*") if one.get("id"))
    yield from (("ids", f"{id} is the id of {number} elements") for id, number in ids.items() if number > 1)
    kind_of = {one.get("id"): _tag(one) for one in root.iter(f"{{{SEDML}}}*") if one.get("id")}
    for one in root.iter(f"{{{SEDML}}}*"):
        for attribute in sorted(map(str, one.attrib.keys() & REFERENCES.keys())):
            name, kinds = one.get(attribute), REFERENCES[attribute]
            if kind_of.get(name) not in kinds:
                yield "references", f"{_tag(one)}: {attribute} {name} is no {' or '.join(kinds)}"
    for one in (*_all(root, "dataGenerator"), *_all(root, "setValue")):
        known = {variable.get("id") for variable in _all(one, "variable")} | {one.get("range")}
        used = {(symbol.text or "").strip() for symbol in one.iter("{*}ci")}
        if not used or not used <= known:
            yield (
                "references",
                f"{_tag(one)} {one.get('id', '')} computes with {', '.join(sorted(used - known)) or '-'}",
            )
    outer = {one.get("id") for one in _all(root, "repeatedTask") or _all(root, "task")}
    for variable in _all(root, "variable"):
        if variable.get("taskReference") not in outer:
            yield (
                "references",
                f"{variable.get('id')} is read of {variable.get('taskReference')}, not of the outer task",
            )


def _of_outputs(root: etree._Element) -> Found:
    used = {one.get(name) for one in root.iter("{*}*") for name in REFERENCES if name.lower().endswith("datareference")}
    for one in _all(root, "dataGenerator"):
        if one.get("id") not in used:
            yield "unused", f"the data generator {one.get('id')} is in no output"
    plots = _all(root, "plot2D")
    if not plots:
        yield "outputs", "there is no plot"
    for output, part in (*((plot, "curve") for plot in plots), *((one, "dataSet") for one in _all(root, "report"))):
        if not _all(output, part):
            yield "outputs", f"{output.get('id')} has no {part}"


def _of_targets(root: etree._Element, sbml: Sbml) -> Found:
    prefix = root.nsmap.get("sbml")
    for one in (*_all(root, "variable"), *_all(root, "changeAttribute"), *_all(root, "setValue")):
        target = one.get("target")
        if target is None:
            if one.get("symbol") != TIME:
                yield "target", f"{one.get('id')} has neither a target nor the symbol of time"
            continue
        found = sbml.finds(target, prefix)
        if found != 1:
            told = found if isinstance(found, str) else f"finds {found} things in the SBML file, not one"
            yield "target", f"{target} {told}"
        elif _tag(one) != "variable" and _started(target) not in sbml.values:
            yield "target", f"{target} is no value at which a form or constant starts"
    for one in _all(root, "changeAttribute"):
        if not isfinite(_number(one.get("newValue"))):
            yield "number", f"{one.get('newValue')!r} is no number for {one.get('target')}"


def _of_times(root: etree._Element, wanted: Wanted) -> Found:
    steps = {"initialTime": 0.0, "outputStartTime": 0.0, "outputEndTime": wanted.end, "numberOfSteps": wanted.steps}
    for one in _all(root, "uniformTimeCourse"):
        for name, value in steps.items():
            if not same(_number(one.get(name)), value):
                yield "times", f"{name} is {one.get(name)}; the experiment needs {value:g}"


def _of_content(root: etree._Element, wanted: Wanted) -> Found:
    """Title, what is read, and the doses of a series."""
    for plot in _all(root, "plot2D"):
        if not plot.get("name", "").startswith(wanted.title):
            yield "title", f"{plot.get('id')} is called {plot.get('name')!r}, not {wanted.title!r}"
    reads = ("time", *wanted.reads)
    drawn = [curve.get("yDataReference", "").removeprefix("dg_") for curve in _all(root, "curve")]
    for what, found in (("the report", _read_of(root)), ("the plots", ("time", *drawn))):
        if sorted(found) != sorted(reads):
            yield "reads", f"{what} has {', '.join(found)}; the experiment reads {', '.join(reads)}"
    doses = tuple(_number(value.text) for value in root.iter(f"{{{SEDML}}}value"))
    if doses != wanted.doses:
        yield "doses", f"the doses are {_list(doses)}; those of the experiment {_list(wanted.doses)}"
    for one in _all(root, "setValue"):
        if _started(one.get("target", "")) != wanted.varied:
            yield "doses", f"{one.get('target')} is varied; the experiment varies {wanted.varied or 'nothing'}"


def _read_of(root: etree._Element) -> list[str]:
    """What the data sets hold, by what their variables point at; a label that says something else is told."""
    generators = {one.get("id"): one for one in _all(root, "dataGenerator")}
    read = []
    for one in _all(root, "dataSet"):
        generator = generators.get(one.get("dataReference"))
        pointed = [_pointed(variable) for variable in _all(generator, "variable")] if generator is not None else []
        read.append(one.get("label", "") if pointed == [one.get("label")] else f"{one.get('label')} of {pointed}")
    return read


def _pointed(variable: etree._Element) -> str:
    return "time" if variable.get("symbol") == TIME else _id(variable.get("target", ""))


def _of_values(root: etree._Element, sbml: Sbml, wanted: Wanted) -> Found:
    """Every value at the start is that of the experiment; what is not changed is that of the SBML file."""
    own, targets = sbml.values, [_started(one.get("target", "")) for one in _all(root, "changeAttribute")]
    yield from (("values", f"{id} is changed twice") for id, number in Counter(targets).items() if number > 1)
    given = {id: _number(one.get("newValue")) for id, one in zip(targets, _all(root, "changeAttribute"), strict=True)}
    for id in dict.fromkeys((*wanted.values, *given)):
        right = wanted.values.get(id, own.get(id, float("nan")))
        value = given.get(id, own.get(id, float("nan")))
        if not same(value, right):
            yield "values", f"{id} starts at {value:.12g}, in the experiment at {right:.12g}"


def _all(root: etree._Element, tag: str) -> list[etree._Element]:
    return list(root.iter(f"{{{SEDML}}}{tag}"))


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _id(target: str) -> str:
    """The id in a path to an element or its attribute."""
    return target.partition("[@id='")[2].partition("'")[0]


def _started(target: str) -> str:
    """The id of what starts at a value, if the path is to that value."""
    kind = target.partition("[@id='")[0].rpartition(":")[2]
    return _id(target) if target.endswith(f"/@{STARTS.get(kind, '-')}") else ""


def _number(text: str | None) -> float:
    try:
        return float(text or "nan")
    except ValueError:
        return float("nan")


def _list(values: Iterable[float]) -> str:
    return ", ".join(f"{value:g}" for value in values) or "none"
