"""What every verb has in common: making products, constants, controls and processes, and noting what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypedDict

from igf1r_model.controls import Controller, ControlSpec, Given
from igf1r_model.issues import Issue, PathwayError, origin
from igf1r_model.model import (
    ALTERNATIVES,
    Constant,
    Control,
    Evidence,
    Family,
    Form,
    Inhibition,
    Mark,
    MarkKind,
    Part,
    Participant,
    Place,
    Process,
    Quantity,
    Role,
    Switch,
)
from igf1r_model.observables import Index, Readout
from igf1r_model.processes import computed_effects, currency, default_go, default_place, needs_numbers
from igf1r_model.quantities import assumed, inferred
from igf1r_model.states import Bonds, StateError, default_name

By = Controller | Sequence[ControlSpec] | None
Gives = str | Form
State = tuple[tuple[Part, ...], Bonds]
ABSENT: Final = assumed(0.0, "nM", why="absent unless it is made or dosed")
NO_BASIS: Final = "says no basis; give measured(...), from_model(...), derived(...), estimated(...) or assumed(...)"
CONTROLLERS: Final = "takes a list of catalyst(...), activator(...), essential(...), inhibitor(...); by= also an enzyme"


class How(TypedDict, total=False):
    """What every verb takes besides its own arguments.

    `evidence` is demanded; `name` is the process's short name, `shown` that of the form it makes; `go` a GO
    process or function; `when` conditions; `switch` a contested mechanism; `at` the place whose volume counts;
    `times` a dimensionless constant that scales the whole rate (an allele, a mutation), 1 if nothing is special.
    """

    evidence: Sequence[Evidence]
    name: str
    shown: str
    go: str
    ec: str
    when: Sequence[ControlSpec]
    switch: Switch
    at: Place
    times: Constant


class Builder:
    """Collects what the verbs of a module declare, in order, and the issues they meet."""

    def __init__(self, id: str, title: str, go: str) -> None:
        self.id = id
        self.title = title
        self.go = go
        self.origin = origin()
        self.forms: list[Form] = []
        self.families: list[Family] = []
        self.processes: list[Process] = []
        self.inhibitions: list[Inhibition] = []
        self.readouts: list[Readout | Index] = []
        self.demands: list[tuple[tuple[str, ...], str, str]] = []
        self.issues: list[Issue] = []

    def issue(self, subject: str, message: str) -> None:
        """Note a problem; it is reported with all others when a model is put together."""
        found = Issue(f"{self.id}.{subject}", message, origin())
        if found not in self.issues:
            self.issues.append(found)

    def error(self, subject: str, message: str) -> PathwayError:
        """A problem to raise at once, with those already noted: nothing can stand in for what is wrong."""
        return PathwayError([*self.issues, Issue(f"{self.id}.{subject}", message, origin())])

    def reactant(self, subject: str, thing: object) -> Form:
        """The form given. A family is noted as wrong, and its first member stands in until the report."""
        if isinstance(thing, Form):
            return thing
        if isinstance(thing, Family):
            names = ", ".join(member.id for member in thing.members)
            self.issue(subject, f"the family {thing.id} cannot take part itself; loop over its members: {names}")
            return thing.members[0]
        raise self.error(subject, f"needs a form, was given {told(thing)}")

    def quantity(self, subject: str, role: str, number: object) -> Quantity:
        """The number given; one without a basis is noted, and another stands in until the report."""
        if isinstance(number, Quantity):
            return number
        self.issue(subject, f"{role}={number!r} {NO_BASIS}")
        return assumed(1.0, "nM", why="stands in for a number without a basis")

    def evidence(self, subject: str, given: object) -> tuple[Evidence, ...]:
        """The evidence given; what is none is noted, and a curator's word stands in until the report."""
        items = tuple(given) if isinstance(given, list | tuple) else (given,)
        for wrong in (item for item in items if not isinstance(item, Evidence)):
            self.issue(subject, f"evidence is ev(PAPER) or inferred('why'), in a list; was given {told(wrong)}")
        return tuple(item if isinstance(item, Evidence) else inferred("stands in") for item in items)

    def specs(self, subject: str, argument: str, given: object) -> tuple[ControlSpec, ...]:
        """The controllers given as ``by=[...]`` or ``when=[...]``."""
        items = tuple(given) if isinstance(given, list | tuple) else (given,)
        for item in items:
            if not isinstance(item, ControlSpec):
                raise self.error(subject, f"{argument}= {CONTROLLERS}; was given {told(item)}")
            if not isinstance(item.by, Form | Family):
                raise self.error(subject, f"a {item.role} is a form or family; was given {told(item.by)}")
        return items

    def product(
        self, subject: str, gives: Gives, where: Place, state: Callable[[], State], otherwise: Form, how: How
    ) -> Form:
        """The form that a verb makes: a new one under the id given, or the existing one that it must equal.

        An impossible change is noted, and a state like no other's, made from that of `otherwise`, stands in.
        """
        if not isinstance(gives, str | Form):
            raise self.error(subject, f"gives= takes the id of a new form, or a form; was given {told(gives)}")
        try:
            parts, bonds = state()
        except StateError as error:
            self.issue(subject, str(error))
            if isinstance(gives, Form):
                return gives
            unlike = (*otherwise.parts[0].marks, Mark(MarkKind.UNPLACED, mod=gives))
            parts, bonds = (replace(otherwise.parts[0], marks=unlike), *otherwise.parts[1:]), otherwise.bonds
            how = {"shown": gives[:20], **how}
        return self._made(subject, gives, where, (parts, bonds), how)

    def _made(self, subject: str, gives: Gives, where: Place, state: State, how: How) -> Form:
        if isinstance(gives, str):
            name = how.get("shown") or default_name(state[0], where.tag)
            new = Form(gives, name, where, *state, ABSENT, origin=origin())
            self.forms.append(new)
            return new
        made = Form(gives.id, gives.name, where, *state)
        if made.state != gives.state:
            self.issue(subject, f"gives {gives.id}, but makes {describe(made)}; {gives.id} is {describe(gives)}")
        return gives

    def process(
        self, verb: str, id: str, left: Sequence[tuple[Form, int]], right: Sequence[tuple[Form, int]],
        numbers: Mapping[str, Given | None], by: By, how: How, *, reversible: bool = False, itself: bool = False,
    ) -> None:  # fmt: skip
        """Declare a process. Numbers belong to the single catalyst if `by` is one, else to the process itself."""
        reactants, products = _participants(left), _participants(right)
        evidence = self.evidence(id, how.get("evidence", ()))
        own, specs = _who_has_the_numbers(numbers, self._by(id, by), evidence)
        specs = (*specs, *self.specs(id, "when", how.get("when", ())))
        roles = Counter([*own, *(role for spec in specs for role, _ in spec.numbers)])
        controls = [self._control(id, spec, roles, evidence) for spec in specs]
        if itself:
            controls.append(Control(Role.CATALYST, reactants[0].form, (), evidence, itself=True))
        constants = self._constants(id, own)
        self._demand_numbers(id, verb, own, specs)
        self._known_only(id, how)
        place = how.get("at") or default_place(reactants, products, controls)
        spent, released = currency(verb, reactants, products)
        self.processes.append(
            Process(
                id, how.get("name") or id.replace("_", " "), verb, self.id, place, reactants, products,
                tuple(controls), constants, computed_effects(reactants, products), how.get("go") or default_go(verb),
                evidence, reversible, spent, released, how.get("ec", ""), how.get("switch"),
                how.get("times"), origin(),
            )
        )  # fmt: skip

    def _control(self, process: str, spec: ControlSpec, roles: Counter[str], evidence: tuple[Evidence, ...]) -> Control:
        """A controller with its constants, which are named after it where the process has others of their kind."""
        alike = any(roles[role] > 1 or (role == "K" and roles["k"]) for role, _ in spec.numbers)  # ids ignore case
        tail = f"_{spec.by.id}" if alike else ""
        constants = self._constants(process, dict(spec.numbers), tail)
        return Control(spec.role, spec.by, constants, self.evidence(process, spec.evidence) or evidence)

    def _by(self, process: str, by: object) -> Controller | tuple[ControlSpec, ...]:
        if isinstance(by, Form | Family):
            return by
        return self.specs(process, "by", () if by is None else by)

    def _known_only(self, process: str, how: How) -> None:
        for name in set(how) - set(How.__annotations__):
            self.issue(
                process,
                f"does not know the argument {name}=; besides its own there are {', '.join(How.__annotations__)}",
            )

    def _constants(self, process: str, numbers: Mapping[str, Given], tail: str = "") -> tuple[Constant, ...]:
        made = (self.constant_of(process, role, number, tail) for role, number in numbers.items())
        return tuple(constant for constant in made if constant is not None)

    def constant_of(self, process: str, role: str, number: object, tail: str = "") -> Constant | None:
        """The constant that a number given inline becomes: ``<role>__<process>``."""
        if isinstance(number, Constant):
            if number.role != role:
                self.issue(process, f"{role}= was given the constant {number.id}, which is declared as {number.role}")
            return number
        if isinstance(number, Quantity):
            name = f"{role}{tail.replace('_', ' ')} of {process.replace('_', ' ')}"
            return Constant(f"{role}{tail}__{process}", name, role, number, origin=origin())
        self.issue(process, f"{role}={number!r} {NO_BASIS}")
        return None

    def _demand_numbers(self, id: str, verb: str, own: Mapping[str, object], specs: Iterable[ControlSpec]) -> None:
        """Every alternative needs its numbers; without one the process itself does."""
        alternatives: list[tuple[str, Mapping[str, object]]]
        alternatives = [(spec.by.id, dict(spec.numbers)) for spec in specs if spec.role in ALTERNATIVES]
        for name, roles in alternatives or [(id, own)]:
            missing = needs_numbers(verb, roles, by_enzyme=bool(alternatives))
            if missing:
                self.issue(id, f"{name} has no rate; give {missing}")


def _participants(forms: Iterable[tuple[Form, int]]) -> tuple[Participant, ...]:
    """One participant for each form; a form that is listed twice takes part twice."""
    total: dict[str, Participant] = {}
    for form, count in forms:
        before = total[form.id].count if form.id in total else 0
        total[form.id] = Participant(form, before + count)
    return tuple(total.values())


def _who_has_the_numbers(
    numbers: Mapping[str, Given | None], by: Controller | tuple[ControlSpec, ...], evidence: tuple[Evidence, ...]
) -> tuple[dict[str, Given], tuple[ControlSpec, ...]]:
    given = {role: number for role, number in numbers.items() if number is not None}
    if isinstance(by, Form | Family):
        return {}, (ControlSpec(Role.CATALYST, by, tuple(given.items()), evidence),)
    return given, by


def told(thing: object) -> str:
    """What a curator gave, for messages: ``IRS1, a Molecule``."""
    return f"{getattr(thing, 'id', None) or repr(thing)}, a {type(thing).__name__}"


def describe(form: Form) -> str:
    """A form's parts, marks and place in words, for messages."""
    parts = [
        f"{part.count if part.count > 1 else ''}{part.molecule.id}"
        + "".join(f"-{mark.site or mark.kind}" for mark in part.marks)
        for part in form.parts
    ]
    return f"{':'.join(parts)} in {form.place.id}"
