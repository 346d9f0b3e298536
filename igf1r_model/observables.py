"""What experiments measure, as formulas over all forms of a molecule: a fraction of it, or how much there is.

A curator says which molecule and what about it; the forms are looked up when the model is put together, so a
new form of the molecule is counted without an edit here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from igf1r_model.expressions import Expression, Number, Operation, Symbol, fold, parse
from igf1r_model.model import Cell, Form, MarkKind, Molecule, Observable, Part, Place


@dataclass(frozen=True, slots=True)
class Readout(ABC):
    """Which forms of a molecule count.

    Attributes:
        id, name: of the observable; `meaning` tells a reader what is measured.
        of: the molecule, or several that are counted together (ERK1 and ERK2).
        sites: residues that must all be modified, ``"T308 S473"``; for several molecules one text for each.
        active: the molecule must be in its active state.
        with_: another molecule that must be in the same complex, or several of which one must be.
        places: where; anywhere in the cell if empty.
        cell: which cell, where the model has a second one; by default the first, and what is outside of cells.
    """

    id: str
    name: str
    of: Molecule | tuple[Molecule, ...]
    meaning: str
    sites: str | tuple[str, ...] = ""
    active: bool = False
    with_: Molecule | tuple[Molecule, ...] = ()
    places: tuple[Place, ...] = ()
    cell: Cell | None = None
    origin: str = ""

    def located(self, origin: str) -> Self:
        """The same, with the file and line where it was declared."""
        return replace(self, origin=origin)

    def selected(self, forms: Iterable[Form]) -> list[tuple[Form, int]]:
        """The forms that count, each with its number of molecules."""
        return [(f, n) for f in self._here(forms) if (n := sum(p.count for p in f.parts if self._counts(f, p)))]

    def all_of(self, forms: Iterable[Form]) -> list[tuple[Form, int]]:
        """Every form of the molecule, each with its number of molecules."""
        return [(f, n) for f in self._here(forms) if (n := sum(p.count for p in f.parts if self._is_of(p)))]

    def observable(self, forms: Sequence[Form]) -> Observable:
        """The observable in a model that has these forms.

        Raises:
            LookupError: when no form counts.
        """
        chosen = self.selected(forms)
        if not chosen:
            raise LookupError(f"no form of the model is what {self.id} measures ({self.meaning})")
        unit, formula = self._formula(chosen, forms)
        return Observable(self.id, self.name, unit, formula, self.meaning, self.origin)

    @abstractmethod
    def _formula(self, chosen: list[tuple[Form, int]], forms: Sequence[Form]) -> tuple[str, Expression]:
        """The unit and the formula, from the forms that count and all others."""

    def _here(self, forms: Iterable[Form]) -> Iterator[Form]:
        return (form for form in forms if form.place.cell == self.cell)

    def _is_of(self, part: Part) -> bool:
        return part.molecule.id in self._sites_wanted()

    def _sites_wanted(self) -> dict[str, set[str]]:
        """For each molecule the residues that must be modified."""
        molecules = self.of if isinstance(self.of, tuple) else (self.of,)
        texts = self.sites if isinstance(self.sites, tuple) else (self.sites,) * len(molecules)
        return {molecule.id: set(text.split()) for molecule, text in zip(molecules, texts, strict=True)}

    def _is_with(self, form: Form) -> bool:
        partners = self.with_ if isinstance(self.with_, tuple) else (self.with_,)
        return not partners or any(p.molecule.id == partner.id for p in form.parts for partner in partners)

    def _counts(self, form: Form, part: Part) -> bool:
        marked = {mark.site for mark in part.marks}
        return (
            self._is_of(part)
            and self._sites_wanted()[part.molecule.id] <= marked
            and (not self.active or any(mark.kind is MarkKind.ACTIVE for mark in part.marks))
            and self._is_with(form)
            and (not self.places or form.place in self.places)
        )


class Fraction(Readout):
    """The share of a molecule's copies that are in the state asked for, 0 to 1."""

    def _formula(self, chosen: list[tuple[Form, int]], forms: Sequence[Form]) -> tuple[str, Expression]:
        everything = self.all_of(forms)
        scattered = len({form.place.id for form, _ in everything}) > 1
        parts = _sum(chosen, scattered)
        return "dimensionless", Operation("/", parts, _sum(everything, scattered))


@dataclass(frozen=True, slots=True)
class Total(Readout):
    """How much of a molecule is in the state asked for, as nM in the volume of the place `per`."""

    per: Place | None = None

    def _formula(self, chosen: list[tuple[Form, int]], forms: Sequence[Form]) -> tuple[str, Expression]:
        del forms  # only the chosen ones count
        per = self.per or chosen[0][0].place
        scattered = any(form.place.id != per.id for form, _ in chosen)
        total = _sum(chosen, scattered)
        return "nM", Operation("/", total, Symbol(per.id)) if scattered else total


def _sum(counted: Iterable[tuple[Form, int]], by_amount: bool) -> Expression:
    return fold("+", (_term(form, number, by_amount) for form, number in counted))


def _term(form: Form, number: int, by_amount: bool) -> Expression:
    factors: list[Expression] = [Number(number)] if number > 1 else []
    factors.append(Symbol(form.id))
    if by_amount:
        factors.append(Symbol(form.place.id))
    return fold("*", factors)


@dataclass(frozen=True, slots=True)
class Index:
    """A documented formula of other observables: ``"(pAKT + survivin/50)/(1 + activeCASP3/10)"``; dimensionless.

    Attributes:
        id, name, meaning: as of any observable.
        formula: ids of observables, plain numbers, + - * / and brackets; `unit` is what comes out.
    """

    id: str
    name: str
    formula: str
    meaning: str
    unit: str = "dimensionless"
    origin: str = ""

    def located(self, origin: str) -> Self:
        """The same, with the file and line where it was declared."""
        return replace(self, origin=origin)

    def observable(self, forms: Sequence[Form]) -> Observable:
        """The observable.

        Raises:
            ValueError: when the formula cannot be read.
        """
        del forms  # it is made of other observables
        return Observable(self.id, self.name, self.unit, parse(self.formula), self.meaning, self.origin)
