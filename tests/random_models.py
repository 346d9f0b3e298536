"""Random small models, written in the DSL by hypothesis, step by step, from whatever forms are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Final

import verb_models as v
from hypothesis import assume
from hypothesis import strategies as st

from igf1r_model.assembly import Plan
from igf1r_model.controls import ControlSpec
from igf1r_model.dsl import (
    Fraction,
    Module,
    Part,
    Switch,
    Total,
    activator,
    assumed,
    catalyst,
    essential,
    ev,
    fitted,
    from_model,
    inferred,
    inhibitor,
    measured,
)
from igf1r_model.model import Evidence, Family, Form, MarkKind, Molecule, Place, Quantity, Role

PROTEINS: Final = (v.IGF1R, v.IRS1, v.AKT1, v.FOXO3, v.PTPN1, v.RAS)
PLACES: Final = (v.MEDIUM, v.MEMBRANE, v.ENDOSOME, v.CYTOSOL, v.NUCLEUS)
NUMBERS: Final = st.floats(1e-6, 1e6)
EVIDENCE: Final = st.lists(
    st.sampled_from([ev(v.PAPER), ev(v.OTHER, "ECO:0000314", "a note"), inferred("by likeness")]),
    min_size=1,
    max_size=3,
)


class Maker:
    """Writes one random model. Every step takes forms that are there and leaves at least one form more or one
    process more."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.module = Module("example", "an example", go=v.GO)
        self.numbers = count(1)

    def id(self, letter: str) -> str:
        return f"{letter}{next(self.numbers)}"

    # Numbers, evidence and the rest of what every verb takes.

    def quantity(self, unit: str) -> Quantity:
        value, why = self.draw(NUMBERS), "an example"
        basis: Callable[[], Quantity] = self.draw(
            st.sampled_from([
                lambda: measured(value, unit, v.PAPER, at="Table 1", low=value / 2, high=value * 2),
                lambda: from_model(value, unit, v.OTHER),
                lambda: fitted(value, unit, why=why),
                lambda: assumed(value, unit, why=why),
            ])
        )  # fmt: skip
        return basis()

    def how(self) -> dict[str, object]:
        said: dict[str, object] = {"evidence": self.evidence(), "go": v.GO}
        if self.draw(st.booleans()):
            said["switch"] = Switch(self.id("S"), self.id("switch "), self.draw(st.booleans()), "contested")
        return said

    def evidence(self) -> list[Evidence]:
        return self.draw(EVIDENCE)

    # Controllers.

    def controllers(self, order: int) -> dict[str, object]:
        """A basal rate, alternatives that add to it, conditions; each form controls in one way."""
        free = self.draw(st.permutations(self.module.forms))
        by = [self.alternative(form, order) for form in free[: self.draw(st.integers(0, 2))]]
        rest = free[len(by) : len(by) + self.draw(st.integers(0, 2))]
        found: dict[str, object] = {"when": [self.condition(form) for form in rest]}
        if by:
            found["by"] = by
        if not by or self.draw(st.booleans()):
            found["k"] = self.quantity(self.rate_unit(order))
        return found

    @staticmethod
    def rate_unit(order: int) -> str:
        return ("nM/s", "1/s", "1/(nM*s)")[order]

    def alternative(self, form: Form, order: int) -> ControlSpec:
        if order and self.draw(st.booleans()):
            return catalyst(form, kcat=self.quantity("1/min"), Km=self.quantity("uM"), evidence=self.evidence())
        kind = catalyst if order and self.draw(st.booleans()) else activator
        return kind(form, k=self.quantity(self.rate_unit(order + 1)))

    def condition(self, form: Form) -> ControlSpec:
        if self.draw(st.booleans()):
            return essential(form, K=self.quantity("nM"), evidence=self.evidence())
        return inhibitor(form, Ki=self.quantity("nM"))

    def family_of_two(self) -> Family:
        members = self.draw(st.permutations(self.module.forms))[:2]
        return self.module.family(self.id("F"), *members)

    # Forms.

    def start(self) -> None:
        for molecule in self.draw(st.permutations(PROTEINS))[: self.draw(st.integers(2, 4))]:
            unit = self.draw(st.sampled_from(["nM", "molecules", "uM"]))
            self.module.form(self.id("X"), Part(molecule, self.draw(st.integers(1, 2))), at=self.place(),
                             initial=self.quantity(unit), shown=self.id("x"))  # fmt: skip

    def place(self) -> Place:
        return self.draw(st.sampled_from(PLACES))

    def any_form(self, fits: Callable[[Form], bool] = lambda _: True) -> Form:
        fitting = [form for form in self.module.forms if fits(form)]
        assume(fitting)
        return self.draw(st.sampled_from(fitting))

    def new(self, verb: Callable[..., object], *arguments: object, **more: object) -> None:
        """Say a verb. A form that is there already under another id is given instead of a new one."""
        forms, processes, id = len(self.module.forms), len(self.module.processes), self.id("P")
        more |= {"shown": self.id("x")}
        verb(id, *arguments, gives=self.id("X"), **more)
        made = self.module.forms[-1]
        known = next((form for form in self.module.forms[:forms] if form.state == made.state), None)
        if known is not None:
            del self.module.forms[forms:], self.module.processes[processes:]
            verb(id, *arguments, gives=known, **more)

    # Steps.

    def bind(self) -> None:
        a, b = self.any_form(), self.any_form()
        assume(not (a is b and a.is_complex))
        # To the rules of Paxtools, which do not count a complex's parts, A + A2 -> A3 is no change.
        molecules = {form: {part.molecule.id for part in form.parts} for form in (a, b)}
        assume(
            not any(form.is_complex and mine == set().union(*molecules.values()) for form, mine in molecules.items())
        )
        contact = (self.molecule_of(a), self.molecule_of(b))
        self.new(self.module.bind, a, b, contact=contact, kon=self.quantity("1/(M*s)"), Kd=self.quantity("pM"),
                 **self.how())  # fmt: skip

    def molecule_of(self, form: Form) -> Molecule:
        return self.draw(st.sampled_from(form.parts)).molecule

    def phosphorylate(self) -> None:
        form = self.any_form(lambda form: any(self.free_sites(part) for part in form.parts))
        part = next(part for part in form.parts if self.free_sites(part))
        assume(sum(other.molecule.id == part.molecule.id for other in form.parts) == 1)
        sites = " ".join(self.draw(st.lists(st.sampled_from(self.free_sites(part)), min_size=1, unique=True)))
        by: Form | Family | None = self.draw(st.sampled_from([None, self.family_of_two(), *self.module.forms]))
        k = self.quantity("1/(nM*s)" if by else "1/s")
        self.new(self.module.phosphorylate, by, form, sites, on=part.molecule, k=k, **self.how())

    @staticmethod
    def free_sites(part: Part) -> list[str]:
        taken = {mark.site for mark in part.marks}
        return [site.name for site in part.molecule.sites if site.name not in taken]

    def autophosphorylate(self) -> None:
        form = self.any_form(lambda form: any(self.free_sites(part) for part in form.parts[:1]))
        assume(sum(other.molecule.id == form.parts[0].molecule.id for other in form.parts) == 1)
        sites = " ".join(self.free_sites(form.parts[0]))
        self.new(self.module.autophosphorylate, form, sites, on=form.parts[0].molecule, k=self.quantity("1/s"),
                 **self.how())  # fmt: skip

    def dephosphorylate(self) -> None:
        form = self.any_form(lambda form: any(mark.kind is MarkKind.RESIDUE for mark in form.marks))
        self.new(self.module.dephosphorylate, None, form, k=self.quantity("1/h"), **self.how())

    def translocate(self) -> None:
        form, to = self.any_form(), self.place()
        assume(form.place is not to)
        self.new(self.module.translocate, form, to, **self.controllers(1), **self.how())

    def degrade(self) -> None:
        self.module.degrade(self.id("P"), self.any_form(), **self.controllers(1), **self.how())  # type: ignore[arg-type]

    def synthesise(self) -> None:
        form = self.any_form(lambda form: not form.is_complex and bool(form.parts[0].molecule.gene) and not form.marks)
        self.module.synthesise(self.id("P"), form, **self.controllers(0), **self.how())  # type: ignore[arg-type]

    def inhibit(self) -> None:
        """A drug for one of the catalysts, if there is any."""
        catalysts = [
            control.by
            for process in self.module.processes
            for control in process.controls
            if control.role is Role.CATALYST
        ]
        if catalysts:
            drug = self.module.input(self.id("X"), v.LINSITINIB, self.place(), shown=self.id("x"))
            target = self.draw(st.sampled_from(catalysts))
            self.module.inhibit(self.id("I"), drug, target, Ki=self.quantity("nM"), evidence=self.evidence(),
                                competitive=self.draw(st.booleans()))  # fmt: skip

    def use_all(self) -> None:
        """Forms that nothing uses yet are degraded: what no process mentions does not belong into a model."""
        used = {p.form.id for process in self.module.processes for p in (*process.reactants, *process.products)}
        for form in self.module.forms:
            if form.id not in used and not form.input:
                self.module.degrade(self.id("P"), form, k=self.quantity("1/s"), evidence=self.evidence())

    def observe(self) -> None:
        kind = self.draw(st.sampled_from([Fraction, Total]))
        of = self.molecule_of(self.any_form())
        self.module.observe(kind(self.id("O"), self.id("observable "), of, "an example"))

    def steps(self) -> Iterator[Callable[[], None]]:
        """What comes next; the first step always makes a process."""
        first = (self.bind, self.translocate, self.degrade)
        more = (self.phosphorylate, self.autophosphorylate, self.dephosphorylate, self.synthesise, self.observe)
        yield self.draw(st.sampled_from(first))
        yield from self.draw(st.lists(st.sampled_from([*first, *more]), max_size=6))
        yield self.use_all
        if self.draw(st.booleans()):
            yield self.inhibit


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A random model."""
    maker = Maker(draw)
    maker.start()
    for step in maker.steps():
        step()
    return v.plan("random", maker.module)
