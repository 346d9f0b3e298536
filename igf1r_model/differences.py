"""What differs between manifests, thing by thing, in lines that a biologist reads."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from igf1r_model.baseline import WHY as AT_REST
from igf1r_model.identifiers import label

Json = dict[str, Any]
Models = dict[str, Json]
Field = Callable[[Json], str | list[str]]

START: Final = "start"

# What a reader is told of each kind of thing


@dataclass(frozen=True, slots=True)
class Kind:
    """A list in the manifest: what its things are called, what is said of one that comes or goes, what may change.

    A field without a name is the thing's value. A field that is a list is compared as a set.
    """

    word: str
    key: str
    says: Callable[[Json], str]
    fields: Mapping[str, Field]


def _text(key: str) -> Field:
    return lambda item: str(item[key])


def _list(key: str) -> Field:
    return lambda item: [str(one) for one in item[key]]


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _with_source(value: str, item: Json) -> str:
    """A value and where it comes from; of a steady state, which is computed, what was declared for it."""
    if _at_rest(item):
        return _joined(item["why"].removeprefix(AT_REST).removeprefix("; ") or "nothing declared", item["source"])
    return _joined(value, item["basis"], item["source"], f"({item['at']})" if item["at"] else "")


def _at_rest(item: Json) -> bool:
    return str(item.get("why", "")).startswith(AT_REST)


def _start(form: Json) -> str:
    return _with_source(f"{form['initial_nM']:.12g} nM", form)


def _value(item: Json) -> str:
    unit = "" if item["unit"] == "dimensionless" else item["unit"]
    return _with_source(_joined(f"{item['value']:.12g}", unit), item)


def _believed(item: Json) -> str:
    """The evidence in brackets, if there is any."""
    evidence = ", ".join([*item["papers"], *item["eco"]])
    return f"({evidence})" if evidence else ""


def _parts(form: Json) -> str:
    """Molecules with their marks: ``2 IGF1R (Y1161 MOD:00048), IGF1``."""
    return ", ".join(_part(part) for part in form["parts"])


def _part(part: Json) -> str:
    count = str(part["count"]) if part["count"] > 1 else ""
    marks = ", ".join(_joined(mark["site"] or mark["kind"], mark["mod"]) for mark in part["marks"])
    return _joined(count, part["molecule"], f"({marks})" if marks else "")


def _bonds(form: Json) -> list[str]:
    names = [part["molecule"] for part in form["parts"]]
    return [f"{names[a]}-{names[b]} [{a}, {b}]" for a, b in form["bonds"]]


def _participants(process: Json) -> str:
    sides = (process["reactants"], process["products"])
    left, right = (" + ".join(_counted(one["form"], one["count"]) for one in side) or "nothing" for side in sides)
    return f"{left} => {right}"


def _currency(process: Json) -> list[str]:
    used = [f"uses {_counted(molecule, count)}" for molecule, count in process["currency_in"]]
    return used + [f"gives {_counted(molecule, count)}" for molecule, count in process["currency_out"]]


def _counted(name: str, count: int) -> str:
    return name if count == 1 else f"{count} {name}"


def _controls(process: Json) -> list[str]:
    head = f"control.{process['id']}."
    return [_joined(one["role"], one["id"].removeprefix(head), _believed(one)) for one in process["controls"]]


def _terms(model: Json) -> list[str]:
    return [f"{term['qualifier']} {curie}" for term in model["terms"] for curie in term["curies"]]


EVIDENCE: Final[Mapping[str, Field]] = {"papers": _list("papers"), "ECO": _list("eco")}
KINDS: Final = (
    Kind("process", "processes", lambda one: _joined(one["sentence"], _believed(one)), {
        "sentence": _text("sentence"), "participants": _participants, "small molecules": _currency,
        "controls": _controls, "law": _text("law"), "switch": _text("switch"), **EVIDENCE,
        "GO": _text("go"), "EC": _text("ec"), "place": _text("place"), "module": _text("module"),
    }),
    Kind("form", "forms", lambda one: f"{_parts(one)} in {one['place']}, {_start(one)}", {
        "state": _parts, "contacts": _bonds, "place": _text("place"), START: _start,
        "input": _text("input"), "fixed": _text("fixed"),
    }),
    Kind("family", "families", lambda one: ", ".join(one["members"]), {"members": _list("members")}),
    Kind("constant", "constants", _value, {"": _value, "SBO": _text("sbo")}),
    Kind("observable", "observables", lambda one: f"{one['meaning']} = {one['formula']}", {
        "formula": _text("formula"), "unit": _text("unit"), "meaning": _text("meaning"),
    }),
    Kind("molecule", "molecules", lambda one: _joined(one["identity"], *one["xrefs"], one["gene"]), {
        "identity": _text("identity"), "other identifiers": _list("xrefs"), "gene": _text("gene"),
        "name": _text("name"), "kind": _text("kind"), "members": _list("members"),
    }),
    Kind("place", "places", lambda one: f"{one['name']} {one['go']}, {one['litres']:.12g} litres", {
        "name": _text("name"), "GO": _text("go"), "litres": _text("litres"), "cell": _text("cell"),
    }),
    Kind("switch", "switches", lambda one: f"{one['value']}, {one['why']}", {
        "": _text("value"), "name": _text("name"), "reason": _text("why"),
    }),
    Kind("inhibition", "inhibitions", lambda one: f"{one['drug']} inhibits {', '.join(one['targets'])}", {
        "drug": _text("drug"), "targets": _list("targets"), "Ki": _text("Ki"),
        "competitive": _text("competitive"), "only in": _list("only"), **EVIDENCE,
    }),
    Kind("context", "contexts", lambda one: f"{one['name']}, {one['why']}", {
        "name": _text("name"), "reason": _text("why"),
    }),
    Kind("later dose", "dosings", lambda one: f"{one['act']} {one['form']}", {
        "form": _text("form"), "act": _text("act"), "papers": _list("papers"),
    }),
    Kind("setting", "settings", _value, {"": _value}),
    Kind("annotation of", "itself", lambda _: "", {"": _terms}),
)  # fmt: skip


# The comparison


def difference(old: Models, new: Models) -> list[str]:
    """What changed from some models to others: models, then what each has, then the papers of all."""
    both = [id for id in new if id in old]
    said = {id: list(_changes(_flat(old[id]), _flat(new[id]))) for id in both}
    same = [id for id in both if not said[id]]
    lines = [f"+ model {id}: {_size(new[id])}" for id in new if id not in old]
    lines += [f"- model {id}: {_size(old[id])}" for id in old if id not in new]
    lines += [*_by_models(said), *_papers(old, new)]
    return [*lines, f"nothing changed in {', '.join(same)}"] if same else lines


def _size(model: Json) -> str:
    return ", ".join(f"{len(model[key])} {key}" for key in ("processes", "forms", "constants"))


def _by_models(said: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Lines under the names of the models that share them."""
    sharing: dict[str, list[str]] = {}
    for id, lines in said.items():
        for line in lines:
            sharing.setdefault(line, []).append(id)
    groups: dict[str, list[str]] = {}
    for line, ids in sharing.items():
        groups.setdefault(", ".join(ids), []).append(line)
    for names, lines in groups.items():
        yield f"{names}:"
        yield from lines


def _flat(model: Json) -> Json:
    """A manifest with its own annotations, and the settings of its contexts, as lists like any other."""
    flat = model | {"itself": [{"id": model["id"], "terms": model.get("terms", [])}]}
    if "contexts" in model:
        settings = [(one["id"], setting) for one in model["contexts"] for setting in one["settings"]]
        flat["settings"] = [{**setting, "id": f"{setting['target']} in {context}"} for context, setting in settings]
    return flat


def _changes(old: Json, new: Json) -> Iterator[str]:
    """One line for everything that changed in a model."""
    missing = [kind.key for kind in KINDS if (kind.key in old) != (kind.key in new)]
    if missing:
        yield f"({', '.join(missing)}: in one of the two manifests only, an older one has none; not compared)"
    for kind in KINDS:
        if kind.key in old and kind.key in new:
            yield from _changes_of_kind(kind, *({one["id"]: one for one in side[kind.key]} for side in (old, new)))
    yield from _steady_state(old, new)


def _changes_of_kind(kind: Kind, old: Models, new: Models) -> Iterator[str]:
    """In the order of the new model; what is gone comes last."""
    for id, item in new.items():
        if id not in old:
            yield f"+ {kind.word} {id}: {kind.says(item)}"
        else:
            yield from _changes_of_thing(kind, old[id], item)
    for id, item in old.items():
        if id not in new:
            yield f"- {kind.word} {id}: {kind.says(item)}"


def _changes_of_thing(kind: Kind, old: Json, new: Json) -> Iterator[str]:
    for name, field in kind.fields.items():
        if name == START and _at_rest(old) != _at_rest(new):
            continue  # it came to its steady state or lost it, which is told in one line for all
        try:
            told = _step(field(old), field(new))
        except KeyError:
            continue  # the manifest of an older version does not hold it
        if told:
            head = f"{new['id']}, {name}" if name else new["id"]
            yield f"~ {kind.word} {head}: {told}"


def _step(old: str | list[str], new: str | list[str]) -> str:
    """From what to what, or what came to a list and what went; empty when nothing did."""
    if isinstance(old, str) or isinstance(new, str):
        return f"{old or 'none'} -> {new or 'none'}" if old != new else ""
    came, gone = [one for one in new if one not in old], [one for one in old if one not in new]
    return ", ".join([*(f"+ {one}" for one in came), *(f"- {one}" for one in gone)])


def _steady_state(old: Json, new: Json) -> Iterator[str]:
    """One line for all the starting values that are computed."""
    before = {form["id"]: form for form in old["forms"]}
    both = [(before[form["id"]], form) for form in new["forms"] if form["id"] in before]
    computed = [(a["initial_nM"], b["initial_nM"], b["id"]) for a, b in both if _at_rest(a) or _at_rest(b)]
    changed = [one for one in computed if one[0] != one[1]]
    if changed:
        start, end, id = max(changed, key=lambda one: _relative(one[0], one[1]))
        share = _relative(start, end)
        told = f"{id} {start:.4g} -> {end:.4g} nM" + (f", by {100 * share:.3g} %" if share < math.inf else "")
        yield f"~ steady state: {len(changed)} of {len(computed)} starting values changed, the most {told}"


def _relative(old: float, new: float) -> float:
    return abs(new - old) / old if old else math.inf


def _papers(old: Models, new: Models) -> Iterator[str]:
    """Papers that nothing cited before, or nothing cites any more."""
    before, after = (dict.fromkeys(paper for model in side.values() for paper in _cited(model)) for side in (old, new))
    lines = [f"+ paper {_titled(paper)}" for paper in after if paper not in before]
    lines += [f"- paper {_titled(paper)}" for paper in before if paper not in after]
    if lines:
        yield "papers of all models:"
        yield from lines


def _cited(model: Json) -> Iterator[str]:
    """What its processes, their controls, its inhibitions and its numbers cite."""
    controls = [control for process in model["processes"] for control in process["controls"]]
    for believed in (*model["processes"], *controls, *model.get("inhibitions", ())):
        yield from believed["papers"]
    settings = [setting for context in model.get("contexts", ()) for setting in context["settings"]]
    for number in (*model["forms"], *model["constants"], *settings):
        yield from filter(None, [number["source"]])


def _titled(paper: str) -> str:
    """A paper with its title, where the tables have one."""
    title = label(paper)
    return paper if title == paper else f"{paper}: {title}"
