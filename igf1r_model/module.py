"""The verbs of the pathway: `Module` (the language as a whole is `igf1r_model.dsl`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product as combinations
from typing import Unpack

from igf1r_model.builder import ABSENT, Builder, By, Gives, How, State, told
from igf1r_model.controls import Controller, Given
from igf1r_model.issues import origin
from igf1r_model.model import (
    Constant,
    Effect,
    Evidence,
    Family,
    Form,
    Inhibition,
    Mark,
    MarkKind,
    Molecule,
    Part,
    Place,
    Quantity,
)
from igf1r_model.observables import Index, Readout
from igf1r_model.quantities import assumed
from igf1r_model.states import (
    UBIQUITIN,
    default_name,
    find_part,
    joined,
    marked,
    marked_all,
    residue_marks,
    split,
    unmarked,
)

SOME_PHOSPHOSITE = "MOD:00696"  # phosphorylated residue, position unknown


class Module(Builder):
    """A part of the pathway that is written and read as one, and taken into a model or left out as one."""

    # Nouns.

    def form(
        self, id: str, *parts: Molecule | Part, at: Place, initial: Quantity = ABSENT, shown: str = "",
        input: bool = False, fixed: bool = False, bonds: Sequence[tuple[int, int]] | None = None,
    ) -> Form:  # fmt: skip
        """Declare a form that is there from the start: a molecule, or a complex whose parts hold on in a row."""
        if not parts or not all(isinstance(part, Molecule | Part) for part in parts):
            given = ", ".join(told(part) for part in parts) or "none"
            raise self.error(id, f"a form is made of molecules, protein(...) and the like; was given {given}")
        whole = tuple(part if isinstance(part, Part) else Part(part) for part in parts)
        own = tuple((i, i) for i, part in enumerate(whole) if part.count > 1)
        chain = tuple((i, i + 1) for i in range(len(whole) - 1))
        held = own + chain if bonds is None else tuple(bonds)
        name = shown or default_name(whole, at.tag)
        new = Form(id, name, at, whole, held, self.quantity(id, "initial", initial), input, fixed, origin())
        self.forms.append(new)
        return new

    def input(self, id: str, molecule: Molecule, at: Place, shown: str = "") -> Form:
        """Declare a ligand or drug that the user doses; none is there by default."""
        none = assumed(0.0, "nM", why="no dose unless the user gives one")
        return self.form(id, molecule, at=at, initial=none, input=True, shown=shown)

    def family(self, id: str, *members: Form, name: str = "") -> Family:
        """Declare a set of forms that control together; their effects add, by amount."""
        if not members:
            raise self.error(id, "a family needs members; name at least one form")
        new = Family(id, name or id.replace("_", " "), tuple(self.reactant(id, one) for one in members), origin())
        self.families.append(new)
        return new

    def constant(self, id: str, role: str, quantity: Quantity, name: str = "", sbo: str = "") -> Constant:
        """Declare a constant that several processes share; `role` is the argument it stands for (``k``, ``Kd``)."""
        number = self.quantity(id, role, quantity)
        return Constant(id, name or id.replace("_", " "), role, number, sbo, origin())

    def observe(self, readout: Readout | Index) -> None:
        """Declare something that experiments measure."""
        self.readouts.append(readout.located(origin()))

    def each(self, *families: Family | Sequence[Form], verb: str) -> Iterator[tuple[Form, ...]]:
        """Loop over a family, or all combinations of several, and demand that `verb` is said for every one."""
        here = origin()
        every = list(combinations(*(f.members if isinstance(f, Family) else f for f in families)))
        self.demands += ((tuple(form.id for form in forms), verb, here) for forms in every)
        return iter(every)

    # Binding.

    def bind(
        self, id: str, a: Form, b: Form, *, gives: Gives, kon: Given, Kd: Given,
        contact: tuple[Molecule, Molecule] | None = None, **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """Two forms bind reversibly: ``kon*(A*B - Kd*AB)``. `contact` says which parts touch where it is not plain."""
        a, b = self.reactant(id, a), self.reactant(id, b)
        where = next((form.place for form in (a, b) if form.place.membrane), a.place)
        result = self.product(id, gives, where, lambda: joined(a, b, contact), a, how)
        left = [(a, 2)] if a.id == b.id else [(a, 1), (b, 1)]
        self.process("bind", id, left, [(result, 1)], {"kon": kon, "Kd": Kd}, None, how, reversible=True)
        return result

    def unbind(
        self, id: str, whole: Form, molecule: Molecule, *, gives: tuple[Gives, Gives], k: Given, **how: Unpack[How]
    ) -> tuple[Form, Form]:
        """A complex loses one molecule for good; `gives` is that molecule's form, then the rest."""
        whole = self.reactant(id, whole)
        free = self.product(id, gives[0], whole.place, lambda: split(whole, molecule)[0], whole, {**how, "shown": ""})
        left = self.product(id, gives[1], whole.place, lambda: split(whole, molecule)[1], whole, how)
        self.process("unbind", id, [(whole, 1)], [(free, 1), (left, 1)], {"k": k}, None, how)
        return free, left

    # Modification.

    def phosphorylate(
        self, id: str, by: By, substrate: Form, sites: str, *, gives: Gives, k: Given | None = None,
        kcat: Given | None = None, Km: Given | None = None, on: Molecule | None = None, **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """A kinase phosphorylates residues (``"T308"``); no sites given means that they are unknown."""
        substrate = self.reactant(id, substrate)
        result = self._mark(id, substrate, _placed(sites, SOME_PHOSPHOSITE), on, gives, how)
        self._turn("phosphorylate", id, by, substrate, result, {"k": k, "kcat": kcat, "Km": Km}, how)
        return result

    def autophosphorylate(
        self, id: str, form: Form, sites: str | Mapping[Molecule, str], *, gives: Gives, k: Given,
        on: Molecule | None = None, **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """A kinase phosphorylates itself, in first order; the two chains of a heterodimer are given as a mapping."""
        form = self.reactant(id, form)
        if isinstance(sites, str):
            result = self._mark(id, form, _placed(sites, SOME_PHOSPHOSITE), on, gives, how)
        else:
            result = self.product(id, gives, form.place, lambda: (marked_all(form, sites), form.bonds), form, how)
        self.process("autophosphorylate", id, [(form, 1)], [(result, 1)], {"k": k}, None, how, itself=True)
        return result

    def dephosphorylate(
        self, id: str, by: By, substrate: Form, sites: str = "", *, gives: Gives, k: Given | None = None,
        on: Molecule | None = None, **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """Phosphate comes off the residues given, or off all; ``by=None`` is a phosphatase nobody has named."""
        substrate = self.reactant(id, substrate)
        wanted = sites.split()

        def gone(mark: Mark) -> bool:
            return mark.site in wanted if wanted else bool(mark.mod) and mark.mod != UBIQUITIN

        result = self._unmark(id, substrate, gone, on, gives, how, wanted)
        self._turn("dephosphorylate", id, by, substrate, result, {"k": k}, how)
        return result

    def ubiquitinate(
        self, id: str, by: By, substrate: Form, *, gives: Gives, k: Given | None = None, on: Molecule | None = None,
        **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """Ubiquitin is put on lysines that are not assigned."""
        substrate = self.reactant(id, substrate)
        result = self._mark(id, substrate, Mark(MarkKind.UNPLACED, mod=UBIQUITIN), on, gives, how)
        self._turn("ubiquitinate", id, by, substrate, result, {"k": k}, how)
        return result

    # Activity without a covalent change.

    def activate(
        self, id: str, by: By, form: Form, *, gives: Gives, k: Given | None = None, on: Molecule | None = None,
        **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """A form becomes active without a covalent change."""
        form = self.reactant(id, form)
        result = self._mark(id, form, Mark(MarkKind.ACTIVE), on, gives, how)
        self._turn("activate", id, by, form, result, {"k": k}, how)
        return result

    def deactivate(
        self, id: str, by: By, form: Form, *, gives: Gives, k: Given | None = None, on: Molecule | None = None,
        **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """An active form falls back."""
        form = self.reactant(id, form)
        result = self._unmark(id, form, _is_active, on, gives, how)
        self._turn("deactivate", id, by, form, result, {"k": k}, how)
        return result

    def load_gtp(
        self, id: str, by: By, form: Form, *, gives: Gives, k: Given | None = None, kcat: Given | None = None,
        Km: Given | None = None, on: Molecule | None = None, **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """A small GTPase exchanges GDP for GTP and becomes active."""
        form = self.reactant(id, form)
        result = self._mark(id, form, Mark(MarkKind.ACTIVE), on, gives, how)
        self._turn("load_gtp", id, by, form, result, {"k": k, "kcat": kcat, "Km": Km}, how)
        return result

    def hydrolyse_gtp(
        self, id: str, by: By, form: Form, *, gives: Gives, k: Given | None = None, on: Molecule | None = None,
        **how: Unpack[How],
    ) -> Form:  # fmt: skip
        """A small GTPase hydrolyses its GTP and becomes inactive."""
        form = self.reactant(id, form)
        result = self._unmark(id, form, _is_active, on, gives, how)
        self._turn("hydrolyse_gtp", id, by, form, result, {"k": k}, how)
        return result

    # Conversion, movement, turnover.

    def convert(
        self, id: str, by: By, substrate: Form, result: Form, *, k: Given | None = None, kcat: Given | None = None,
        Km: Given | None = None, spends: str = "", **how: Unpack[How],
    ) -> None:  # fmt: skip
        """One small molecule becomes another; `spends` is ``ATP`` for a kinase, ``water`` for a phosphatase."""
        substrate, result = self.reactant(id, substrate), self.reactant(id, result)
        self._turn(f"convert_{spends or 'plain'}", id, by, substrate, result, {"k": k, "kcat": kcat, "Km": Km}, how)

    def translocate(
        self, id: str, form: Form, to: Place, *, gives: Gives, k: Given | None = None, by: By = None, **how: Unpack[How]
    ) -> Form:
        """A form moves to another place, unchanged."""
        form = self.reactant(id, form)
        result = self.product(id, gives, to, lambda: (form.parts, form.bonds), form, how)
        self._turn("translocate", id, by, form, result, {"k": k}, how)
        return result

    def internalise(
        self, id: str, form: Form, to: Place, *, gives: Gives, k: Given | None = None, by: By = None, **how: Unpack[How]
    ) -> Form:
        """A receptor is taken up from the surface."""
        form = self.reactant(id, form)
        result = self.product(id, gives, to, lambda: (form.parts, form.bonds), form, how)
        self._turn("internalise", id, by, form, result, {"k": k}, how)
        return result

    def synthesise(self, id: str, form: Form, *, k: Given | None = None, by: By = None, **how: Unpack[How]) -> None:
        """A form is made: basal `k` in nM/s, and transcription factors as activators."""
        form = self.reactant(id, form)
        self.process("synthesise", id, [], [(form, 1)], {"k": k}, by, how)

    def degrade(self, id: str, form: Form, *, k: Given | None = None, by: By = None, **how: Unpack[How]) -> None:
        """A form is lost for good."""
        form = self.reactant(id, form)
        self.process("degrade", id, [(form, 1)], [], {"k": k}, by, how)

    def change(
        self, id: str, reactants: Sequence[Form], products: Sequence[Form], *, effects: set[Effect],
        k: Given | None = None, kcat: Given | None = None, Km: Given | None = None, by: By = None, **how: Unpack[How],
    ) -> None:  # fmt: skip
        """Several things at once (phosphorylated and exported, phosphorylated and released), with the effects named."""
        left = [(self.reactant(id, form), 1) for form in reactants]
        right = [(self.reactant(id, form), 1) for form in products]
        self.process("change", id, left, right, {"k": k, "kcat": kcat, "Km": Km}, by, how)
        really = set(self.processes[-1].effects)
        if really != effects:
            self.issue(id, f"says that it {_words(effects)}, but by its forms it {_words(really)}")

    def inhibit(
        self,
        id: str,
        drug: Form,
        target: Controller,
        *,
        Ki: Given,
        evidence: Sequence[Evidence],
        competitive: bool = True,
        only: Sequence[str] = (),
    ) -> None:
        """A drug slows every catalysis by its target in rapid equilibrium, or `only` that in the processes named."""
        targets = target.members if isinstance(target, Family) else (self.reactant(id, target),)
        drug, said = self.reactant(id, drug), self.evidence(id, evidence)
        constant = self.constant_of(id, "Ki", Ki)
        if constant is not None:
            self.inhibitions.append(Inhibition(id, drug, targets, constant, said, competitive, tuple(only), origin()))

    # What verbs are made of.

    def _turn(
        self, verb: str, id: str, by: By, left: Form, right: Form, numbers: dict[str, Given | None], how: How
    ) -> None:
        self.process(verb, id, [(left, 1)], [(right, 1)], numbers, by, how)

    def _mark(self, id: str, form: Form, mark: Mark | list[str], on: Molecule | None, gives: Gives, how: How) -> Form:
        def after() -> State:
            names = mark if isinstance(mark, list) else []
            index = find_part(form, on, names)
            new = residue_marks(form.parts[index].molecule, names) if names else [mark]
            return marked(form, index, [m for m in new if isinstance(m, Mark)]), form.bonds

        return self.product(id, gives, form.place, after, form, how)

    def _unmark(
        self, id: str, form: Form, gone: Callable[[Mark], bool], on: Molecule | None, gives: Gives, how: How,
        sites: Sequence[str] = (),
    ) -> Form:  # fmt: skip
        def after() -> State:
            bearing = [i for i, part in enumerate(form.parts) if any(map(gone, part.marks))]
            if len(bearing) > 1 and on is None and not sites:
                return tuple(replace(p, marks=tuple(m for m in p.marks if not gone(m))) for p in form.parts), form.bonds
            index = bearing[0] if len(bearing) == 1 and on is None else find_part(form, on, sites)
            return unmarked(form, index, gone, sites), form.bonds

        return self.product(id, gives, form.place, after, form, how)


def _placed(sites: str, unplaced: str) -> Mark | list[str]:
    return sites.split() or Mark(MarkKind.UNPLACED, mod=unplaced)


def _is_active(mark: Mark) -> bool:
    return mark.kind is MarkKind.ACTIVE


def _words(effects: set[Effect]) -> str:
    return ", ".join(sorted(effects)) or "does nothing"
