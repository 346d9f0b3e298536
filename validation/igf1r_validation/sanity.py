"""The model behaves as a cell must: it rests without ligands, loses nothing, and every part of it does something.

Simulated with libRoadRunner from the written SBML; the manifest says what to dose, to switch on and to expect.
A process, form or observable that a context silences is judged with what the context took away given back.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from operator import mul
from pathlib import Path

from igf1r_validation.same_curves import NOTHING_NM, SECONDS, relative_difference
from igf1r_validation.sanity_bench import Bench, Run
from igf1r_validation.sanity_content import (
    REST,
    Content,
    Json,
    Scenario,
    conserved,
    drugs_of,
    inputs,
    read,
    scenarios,
    single_drugs,
    unreachable,
)
from igf1r_validation.sanity_drugs import judge_drugs
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME = "sanity"
QUICK = False
ISOLATED = True

DRIFT = 0.01  # of a concentration in a day without ligands, at most
# Rarer than a millionth of what is most plentiful in its place, or than this many nM, a species may drift.
RARE, RARE_NM = 1e-6, 1e-6
CONSERVED = 1e-6  # relative change of a total, at most
RESPONDS = 1e-6  # relative change of an observable against rest, more than


def judge(build: Path, model: str) -> Verdict:
    """Let the model live through its scenarios, one day each, and look at what happened."""
    file = f"{model}.xml"
    try:
        import roadrunner  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "libRoadRunner", file, str(error))
    tool = f"libRoadRunner {version('libroadrunner')}"
    content = read(build, model)
    try:
        bench = Bench((build / file).read_text(encoding="utf-8"), content.manifest)
    except RuntimeError as error:
        return verdict(NAME, tool, file, [Finding("", "load", str(error))])
    if missing := list(bench.missing()):
        return verdict(NAME, tool, file, missing)
    found: list[Finding] = []
    runs = _runs(bench, _with_own_ligands(bench, scenarios(content)), found)
    if silent(runs, content.manifest):
        runs += _runs(bench, single_drugs(content), found)
    runs += _runs(bench, [drugs_of(process, content) for process in silent(runs, content.manifest)], found)
    found += _judged(runs, bench, content)
    found += _drugs(bench, content)
    return verdict(NAME, tool, file, found, _detail(runs, content.manifest))


def _runs(bench: Bench, planned: Iterable[Scenario], found: list[Finding]) -> list[Run]:
    """The scenarios that could be simulated; the others are findings."""
    runs = []
    for scenario in planned:
        try:
            runs.append(bench.run(scenario))
        except RuntimeError as error:
            found.append(Finding("", "simulate", f"{scenario.name}: {error}"))
    return runs


def _with_own_ligands(bench: Bench, planned: Iterable[Scenario]) -> Iterator[Scenario]:
    """At rest an input that the cells make themselves (an autocrine ligand) is no dose: it starts as written."""
    for scenario in planned:
        if scenario.name != REST:
            yield scenario
            continue
        bench.start(scenario.settings)
        own = {f"[{one}]" for one in _made(bench.manifest, bench.rates())}
        kept = {symbol: value for symbol, value in scenario.settings.items() if symbol not in own}
        yield Scenario(scenario.name, kept)


def _made(manifest: Json, rates: dict[str, float]) -> set[str]:
    litres = {place["id"]: place["litres"] for place in manifest["places"]}
    return {
        product["form"]
        for process in manifest["processes"]
        if rates[process["id"]] * SECONDS > NOTHING_NM * litres[process["place"]]
        for product in process["products"]
    }


def _drugs(bench: Bench, content: Content) -> list[Finding]:
    try:
        return list(judge_drugs(bench, content))
    except RuntimeError as error:
        return [Finding("", "simulate", f"drugs: {error}")]


def _judged(runs: Sequence[Run], bench: Bench, content: Content) -> Iterator[Finding]:
    manifest = content.manifest
    yield from drifting(runs, manifest)
    yield from negative(runs, manifest)
    yield from lost(runs, manifest, bench.volumes())
    yield from unreachable(content)
    for process, largest in silent(runs, manifest).items():
        told = f"its rate is at most {largest:.3g} nM/s in all {len(runs)} scenarios"
        yield Finding(process, "process runs", told)
    yield from unresponsive(runs, manifest)


def drifts(run: Run, manifest: Json) -> dict[str, float]:
    """By species that is there: its largest change in the day, relative to its start."""
    starts: dict[str, float] = {}
    for form in manifest["forms"]:
        start = run.curves[f"[{form['id']}]"][0]
        starts[form["place"]] = max(start, starts.get(form["place"], 0.0))
    found = {}
    for form in manifest["forms"]:
        curve = run.curves[f"[{form['id']}]"]
        floor = max(RARE * starts[form["place"]], RARE_NM)
        if max(curve) > floor:
            found[form["id"]] = max(abs(value - curve[0]) for value in curve) / max(curve[0], floor)
    return found


def drifting(runs: Sequence[Run], manifest: Json) -> Iterator[Finding]:
    """The species that drifts most at rest, and how many others do."""
    for run in (run for run in runs if run.name == REST):
        found = {one: drift for one, drift in drifts(run, manifest).items() if not drift <= DRIFT}
        if found:
            worst = max(found, key=lambda one: found[one])
            curve = run.curves[f"[{worst}]"]
            told = f"without ligands it drifts by {found[worst]:.2%} in a day, {curve[0]:.4g} to {curve[-1]:.4g} nM"
            more = f" ({len(found) - 1} more drift)" if len(found) > 1 else ""
            yield Finding(worst, "rest", f"{told}{more}; {_remedy(worst, manifest)}")


def _remedy(form: str, manifest: Json) -> str:
    if form in inputs(manifest):
        return "the model makes this input itself, so it must start at its own steady state"
    return "type: make baseline"


def negative(runs: Sequence[Run], manifest: Json) -> Iterator[Finding]:
    """Species that fall below zero, or to no number, in any scenario."""
    for form in manifest["forms"]:
        lows = ((_lowest(run.curves[f"[{form['id']}]"]), run.name) for run in runs)
        lowest, where = min(lows, default=(0.0, ""))
        if lowest < -NOTHING_NM:
            told = "to no number" if math.isinf(lowest) else f"to {lowest:.3g} nM"
            yield Finding(form["id"], "not negative", f"{where}: the concentration falls {told}")


def _lowest(curve: Sequence[float]) -> float:
    return min(curve) if all(map(math.isfinite, curve)) else -math.inf


def lost(runs: Sequence[Run], manifest: Json, volumes: dict[str, float]) -> Iterator[Finding]:
    """Molecules that no process makes or destroys, and whose total changes all the same."""
    litres = {form["id"]: volumes[form["place"]] for form in manifest["forms"]}
    for molecule, forms in conserved(manifest).items():
        weights = {f"[{form}]": count * litres[form] for form, count in forms.items()}
        floor = NOTHING_NM * min(weights.values())
        worst, where = max(((_change(run, weights, floor), run.name) for run in runs), default=(0.0, ""))
        if worst > CONSERVED:
            told = f"no process makes or destroys it, and its total over {len(forms)} forms changes by {worst:.2e}"
            yield Finding(molecule, "conserved", f"{where}: {told}")


def _change(run: Run, weights: dict[str, float], floor: float) -> float:
    """The largest relative difference of a total from its start."""
    points = zip(*(run.curves[symbol] for symbol in weights), strict=True)
    totals = [sum(map(mul, weights.values(), values)) for values in points]
    return max(relative_difference(total, totals[0], floor) for total in totals)


def silent(runs: Sequence[Run], manifest: Json) -> dict[str, float]:
    """Processes that turn over nothing in a day of any scenario, with their largest rate in nM/s."""
    litres = {place["id"]: place["litres"] for place in manifest["places"]}
    found = {}
    for process in manifest["processes"]:
        rates = (abs(rate) for run in runs for rate in run.curves[process["id"]] if math.isfinite(rate))
        largest = max(rates, default=0.0) / litres[process["place"]]
        if largest * SECONDS < NOTHING_NM:
            found[process["id"]] = largest
    return found


def unresponsive(runs: Sequence[Run], manifest: Json) -> Iterator[Finding]:
    """Observables that are the same in every scenario."""
    rest = [run for run in runs if run.name == REST]
    others = [run for run in runs if run.name != REST]
    for observable in manifest["observables"] if rest else ():
        id = observable["id"]
        largest = max((_response(run.curves[id], rest[0].curves[id]) for run in others), default=0.0)
        if not largest > RESPONDS:
            told = f"it changes by at most {largest:.2e} against rest in {len(others)} scenarios"
            yield Finding(id, "observable responds", told)


def _response(curve: Sequence[float], rest: Sequence[float]) -> float:
    """The largest relative difference; what is no number in both is no difference."""
    pairs = ((one, other) for one, other in zip(curve, rest, strict=True) if math.isfinite(one) or math.isfinite(other))
    return max((relative_difference(one, other, NOTHING_NM) for one, other in pairs), default=0.0)


def _detail(runs: Sequence[Run], manifest: Json) -> str:
    said = [f"{len(runs)} scenarios", f"{len(conserved(manifest))} conserved molecules"]
    said += [f"{len(manifest['inhibitions'])} inhibitions"] if manifest["inhibitions"] else []
    for run in runs:
        if run.name == REST and (found := drifts(run, manifest)):
            worst = max(found, key=lambda one: found[one])
            said.append(f"largest drift at rest {worst} {found[worst]:.1e}")
    return ", ".join(said)
