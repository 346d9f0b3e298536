"""A drug that is not there changes nothing; one that saturates takes its targets' catalysis away."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_validation.sanity_bench import Bench
from igf1r_validation.sanity_content import AWAKE, Content, Json, Scenario, awake
from igf1r_validation.verdict import Finding

SATURATING = 1e6  # times Ki
TAKEN = 0.999  # of the catalysed rate, at least
KI_FACTOR = 10.0
# A form that is not there under ligand catalyses nothing, and no drug could show that it takes that away.
ABSENT_NM, RAISED_NM = 1e-6, 1.0
NUMERICAL = 1e-12  # of a rate: differences below it are rounding
ALTERNATIVES = ("catalyst", "activator")


def judge_drugs(bench: Bench, content: Content) -> Iterator[Finding]:
    """Both checks, before and after a day under ligands.

    Raises:
        RuntimeError: by libRoadRunner, when it cannot integrate.
    """
    manifest = content.manifest
    if not manifest["inhibitions"]:
        return
    none = {f"[{one['drug']}]": 0.0 for one in manifest["inhibitions"]}
    settings = awake(content) | none
    bench.start(settings)
    early = list(_absent(bench, manifest, "at the start"))
    bench.run(Scenario(AWAKE, settings))
    bench.set(none)
    late = _absent(bench, manifest, "after a day")
    yield from {one.subject: one for one in (*late, *early)}.values()
    _raise(bench, manifest, none)
    for inhibition in manifest["inhibitions"]:
        yield from _saturating(bench, manifest, inhibition)


def _absent(bench: Bench, manifest: Json, when: str) -> Iterator[Finding]:
    """All rates stay the same to the last digit."""
    before = bench.rates()
    for inhibition in manifest["inhibitions"]:
        old = bench.values([inhibition["Ki"]])
        bench.set({symbol: value * KI_FACTOR for symbol, value in old.items()})
        after = bench.rates()
        bench.set(old)
        changed = [one for one in before if before[one] != after[one]]
        if changed:
            one = changed[0]
            told = f"without {inhibition['drug']}, {inhibition['Ki']} times {KI_FACTOR:g} changes"
            rates = f"the rate of {one} {when} from {before[one]:.6g} to {after[one]:.6g} nmol/s"
            yield Finding(inhibition["id"], "no drug, no effect", f"{told} {rates}{_others(len(changed) - 1)}")


def _others(number: int) -> str:
    return f", and {number} more" if number else ""


def _raise(bench: Bench, manifest: Json, none: dict[str, float]) -> None:
    """Every form but the drugs is there."""
    values = bench.values([f"[{form['id']}]" for form in manifest["forms"]])
    bench.set({symbol: RAISED_NM for symbol, value in values.items() if value < ABSENT_NM and symbol not in none})


def _saturating(bench: Bench, manifest: Json, inhibition: Json) -> Iterator[Finding]:
    """What the drug leaves of its targets' part in each process that it acts on."""
    targets, only = set(inhibition["targets"]), set(inhibition["only"])
    acted_on = [
        process
        for process in manifest["processes"]
        if (not only or process["id"] in only) and targets & _members(process, ("catalyst",))
    ]
    if not acted_on:
        yield Finding(inhibition["id"], "saturating drug", "its targets catalyse 0 processes that it may act on")
    for process in acted_on:
        part, left = _parts(bench, inhibition, process)
        if not part > 0:
            told = f"its targets add {part:.3g} nmol/s to the rate of {process['id']}, so there is nothing to take"
            yield Finding(inhibition["id"], "saturating drug", told)
        elif not left <= (1 - TAKEN) * part:
            dose = f"{inhibition['drug']} at {SATURATING:g} Ki takes {1 - left / part:.4%}"
            told = f"{dose} of what its targets do in {process['id']}, not {TAKEN:.1%}"
            yield Finding(inhibition["id"], "saturating drug", told)


def _parts(bench: Bench, inhibition: Json, process: Json) -> tuple[float, float]:
    """The targets' part of a rate (nmol/s), without the drug and with it.

    Other enzymes of the same process are taken out meanwhile: the drug may hit them too, by another constant.
    """
    catalysts = _members(process, ("catalyst",))
    reactants = {one["form"] for one in process["reactants"]}
    needed = reactants | _members(process, ("essential_activator", "inhibitor"))
    others = _members(process, ALTERNATIVES) - set(inhibition["targets"]) - needed
    targets = catalysts & set(inhibition["targets"])
    drug, Ki = f"[{inhibition['drug']}]", inhibition["Ki"]
    changed = [drug, *(f"[{one}]" for one in sorted(others | targets))]
    before = bench.values(changed)
    bench.set({f"[{one}]": 0.0 for one in others})
    free = bench.rates()[process["id"]]
    bench.set({drug: SATURATING * bench.values([Ki])[Ki]})
    drugged = bench.rates()[process["id"]]
    bench.set({drug: 0.0} | {f"[{one}]": 0.0 for one in targets})
    without = bench.rates()[process["id"]]
    bench.set(before)
    noise = NUMERICAL * abs(free)
    return (free - without if abs(free - without) > noise else 0.0), drugged - without - noise


def _members(process: Json, roles: tuple[str, ...]) -> set[str]:
    return {form for control in process["controls"] if control["role"] in roles for form in control["members"]}
