"""Experiments as a curator writes them: arms of treated cells, what is read of them, and when.

    rebound = experiment(
        "rapamycin_rebound", "Rapamycin and IRS1", "Does AKT rise when rapamycin takes the feedback away?",
        reads="pS6K pAKT", until=hours(48), every=hours(1), sources=(OREILLY_2006,),
        arms=(
            arm("control", dose(IGF1, 10)),
            arm("rapamycin", dose(IGF1, 10), dose(sirolimus, 20, at=hours(24))),
        ),
    )

An arm starts at the ligand-free rest of its context, with the medium of the context. If its `cell` is changed, it
first comes to rest with those changes and without doses. Changes at one time happen in the order in which they are
written. What is read at a time is read before the changes of that time, at time 0 after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from igf1r_model.issues import Issue, origin
from igf1r_model.model import Constant, Form, Model, Source, Switch
from igf1r_model.protocol import Act, Arm, Change, Datum, Experiment, Series

Target = Form | Constant | Switch | str

ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*")  # becomes part of file names
SHAPE: Final = "a letter, then letters, digits and single underscores, none at the end"


def minutes(number: float) -> float:
    """So many minutes, in seconds."""
    return 60.0 * number


def hours(number: float) -> float:
    """So many hours, in seconds."""
    return 3600.0 * number


def days(number: float) -> float:
    """So many days, in seconds."""
    return 86_400.0 * number


def dose(form: Target, nM: float, at: float = 0.0) -> Change:
    """Set the concentration of a ligand or drug in the medium, in nM; 0 washes it out."""
    return Change(_id(form), Act.SET, nM, "nM", at)


def add(form: Target, nM: float, at: float = 0.0) -> Change:
    """Add so much to what is there, in nM."""
    return Change(_id(form), Act.ADD, nM, "nM", at)


def scaled(target: Target, factor: float, *, why: str, at: float = 0.0) -> Change:
    """Multiply a constant or a concentration: a block that leaves 5 % is 0.05, an overexpression 5."""
    return Change(_id(target), Act.SCALE, factor, "dimensionless", at, why)


def switched_to(switch: Switch | str, on: bool, *, why: str, at: float = 0.0) -> Change:
    """Turn a contested mechanism on or off."""
    return Change(_id(switch), Act.SET, float(on), "dimensionless", at, why)


def arm(
    id: str, *changes: Change | Sequence[Change], context: str = "", cell: Sequence[Change] = (), name: str = ""
) -> Arm:
    """One way of treating one kind of cell; a sequence of changes (a block of several constants) counts as written."""
    flat = [one for given in changes for one in ((given,) if isinstance(given, Change) else given)]
    return Arm(id, name or id.replace("_", " "), tuple(flat), context, tuple(cell))


def doses(form: Target, *values: float, at: float = 0.0) -> Series:
    """A dose response: every arm once for each of these concentrations (nM)."""
    return Series(_id(form), tuple(map(float, values)), at)


def published(
    arm: str, read: Target, values: Mapping[float, float], error: float, *, dose: float | None = None, scale: str = ""
) -> tuple[Datum, ...]:
    """Published numbers of one arm by time (s), with their standard error; `scale` if they are relative."""
    return tuple(Datum(arm, _id(read), at, value, error, dose, scale) for at, value in values.items())


def published_doses(
    arm: str, read: Target, values: Mapping[float, float], error: float, *, at: float, scale: str = ""
) -> tuple[Datum, ...]:
    """Published numbers of one arm by dose (nM), read at one time (s)."""
    return tuple(Datum(arm, _id(read), at, value, error, dose, scale) for dose, value in values.items())


def experiment(
    id: str, name: str, question: str, *, reads: str, arms: Sequence[Arm], until: float = 0.0, every: float = 0.0,
    times: Sequence[float] = (), series: Series | None = None, sources: Sequence[Source] = (),
    data: Sequence[Datum | Sequence[Datum]] = (),
) -> Experiment:  # fmt: skip
    """Arms that are compared, with the observables or forms to read (ids in one text) and when.

    Times (s) are given one by one, or from 0 to `until` in steps of `every`; `until` alone reads the end.
    """
    flat = [one for given in data for one in ((given,) if isinstance(given, Datum) else given)]
    return Experiment(
        id, name, question, tuple(reads.split()), _times(until, every, times), tuple(arms), tuple(sources), series,
        tuple(flat), origin(),
    )  # fmt: skip


def _times(until: float, every: float, times: Sequence[float]) -> tuple[float, ...]:
    steps = round(until / every) if every > 0 else 0
    regular = [every * step for step in range(steps + 1)] if steps else []
    end = [until] if until > 0 and (not regular or regular[-1] < until) else []
    return tuple(sorted({*map(float, times), *regular, *end}))


def _id(target: Target) -> str:
    return target if isinstance(target, str) else target.id


def _known(model: Model) -> dict[str, str]:
    """What a change can act on, with its kind."""
    known = {form.id: "form" for form in model.forms} | {one.id: "constant" for one in model.constants}
    return known | {one.id: "switch" for one in model.switches}


# What must be true of experiments before anything is written.


def experiment_issues(model: Model) -> Iterator[Issue]:
    """Experiments read and change only what the model has, at times that are there."""
    seen: dict[str, str] = {}
    files: dict[str, tuple[str, str]] = {}
    for one in model.experiments:
        told = [*_told_of_ids(one, seen), *_told_of_files(one, files), *_told_of_targets(one, model)]
        told += [*_told_of_times(one), *_told_of_series(one), *_told_of_data(one)]
        yield from (Issue(where, message, one.origin) for where, message in told)


def _told_of_ids(one: Experiment, seen: dict[str, str]) -> Iterator[tuple[str, str]]:
    if not ID.fullmatch(one.id):
        yield one.id, f"{one.id!r} given; the id of an experiment is {SHAPE}"
    if one.id.lower() in seen:
        other = seen[one.id.lower()]
        also = f": {other!r} and {one.id!r} differ in capitals only" if other != one.id else ""
        yield one.id, f"two experiments have this id{also}"
    seen[one.id.lower()] = one.id
    if not one.arms or not one.reads:
        yield one.id, "an experiment needs arms and something to read"
    for arm in one.arms:
        if not ID.fullmatch(arm.id):
            yield f"{one.id}.{arm.id}", f"{arm.id!r} given; the id of an arm is {SHAPE}"
    for id in sorted({arm.id for arm in one.arms if [other.id for other in one.arms].count(arm.id) > 1}):
        yield f"{one.id}.{id}", "two arms have this id"


def _told_of_files(one: Experiment, files: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each arm has files of its own, also where capitals do not count; `files` are those of the arms before."""
    for id in dict.fromkeys(arm.id for arm in one.arms):
        name = f"{one.id}__{id}"
        owner, other = files.setdefault(name.lower(), (one.id, id))
        told_already = (owner, other) == (one.id, id) or (owner != one.id and owner.lower() == one.id.lower())
        if not told_already:
            why = "ids must differ in more than capitals and underscores at their ends"
            yield f"{one.id}.{id}", f"{owner}.{other} would have files of the same name, {name}; {why}"


def _told_of_targets(one: Experiment, model: Model) -> Iterator[tuple[str, str]]:
    known, readable = _known(model), {form.id for form in model.forms} | {item.id for item in model.observables}
    contexts = ["", *(item.id for item in model.contexts)]
    for read in one.reads:
        if read not in readable:
            yield f"{one.id}.{read}", f"{model.id} has no observable or form that can be read by this id"
    for here in one.arms:
        if here.context not in contexts:
            yield f"{one.id}.{here.id}", f"no context is called {here.context!r}; there are {', '.join(contexts[1:])}"
        for change in (*here.cell, *here.changes):
            if change.target not in known:
                yield f"{one.id}.{here.id}", f"{model.id} has no form, constant or switch {change.target!r}"
            elif change.unit == "nM" and known[change.target] != "form":
                yield f"{one.id}.{here.id}", f"{change.target} is a {known[change.target]}; a dose in nM is for forms"
    if one.series is not None and known.get(one.series.target) != "form":
        yield one.id, f"the dose that is varied, {one.series.target!r}, is no form of {model.id}"


def _told_of_times(one: Experiment) -> Iterator[tuple[str, str]]:
    end = one.times[-1] if one.times else 0.0
    if end <= 0 or one.times[0] < 0:
        yield one.id, "an experiment needs times after 0 at which it is read: until=, every= or times="
    for here in one.arms:
        for change in here.changes:
            if not 0 <= change.at < max(end, 1.0):
                yield f"{one.id}.{here.id}", f"{change.target} changes at {change.at:g} s; the arm ends at {end:g} s"
            if change.value < 0:
                yield f"{one.id}.{here.id}", f"{change.target}: {change.value:g} is less than nothing"
        if any(change.at for change in here.cell):
            yield f"{one.id}.{here.id}", "what the cell is changes before time 0; at= is for later changes"


def _told_of_series(one: Experiment) -> Iterator[tuple[str, str]]:
    if one.series is None:
        return
    end, values = one.times[-1] if one.times else 0.0, one.series.values
    if not 0 <= one.series.at < max(end, 1.0):
        told = f"is set at {one.series.at:g} s; allowed is from 0 to before the end, {end:g} s"
        yield one.id, f"the dose that is varied, {one.series.target}, {told}"
    given = ", ".join(f"{value:g}" for value in values) or "none"
    if not values or not all(value >= 0 for value in values) or list(values) != sorted(set(values)):
        yield one.id, f"the doses of a series are 0 or more, each higher than the one before; given are {given}"


def _told_of_data(one: Experiment) -> Iterator[tuple[str, str]]:
    arms, dosed = {here.id for here in one.arms}, one.series.values if one.series else (None,)
    for datum in one.data:
        there = datum.arm in arms and datum.read in one.reads and datum.at in one.times and datum.dose in dosed
        if not there:
            yield one.id, f"the published {datum.read} of {datum.arm} at {datum.at:g} s is not among what is read"
        elif datum.error <= 0:
            yield one.id, f"the published {datum.read} of {datum.arm} needs an error above 0"
