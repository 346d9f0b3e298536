"""The model as plain data: the only thing that the DSL, the checks and the exporters share.

Everything is frozen and made of tuples, so a model can be hashed, compared and exported in any order
without surprise. What each class must hold, and which format needs it, is told in docs/architecture.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from igf1r_model.drawing import Layout
from igf1r_model.expressions import Expression

if TYPE_CHECKING:  # experiments cite the sources of the model, and their doses are theirs
    from igf1r_model.dosing import Dosing
    from igf1r_model.protocol import Experiment


class Basis(StrEnum):
    """Where a number comes from."""

    MEASURED = "measured"
    FROM_MODEL = "from_model"
    FITTED = "fitted"
    DERIVED = "derived"
    ASSUMED = "assumed"


class Kind(StrEnum):
    """What a molecule is."""

    PROTEIN = "protein"
    ANTIBODY = "antibody"
    FAMILY = "family"
    SMALL_MOLECULE = "small_molecule"
    DRUG = "drug"


class Role(StrEnum):
    """How a controller acts. Alternatives (catalyst, activator) add; conditions (the rest) multiply."""

    CATALYST = "catalyst"
    ACTIVATOR = "activator"
    ESSENTIAL_ACTIVATOR = "essential_activator"
    INHIBITOR = "inhibitor"


class Effect(StrEnum):
    """What a process does to its participants."""

    MOVES = "moves"
    MARKS = "marks"
    BINDS = "binds"
    RELEASES = "releases"
    MAKES = "makes"
    DESTROYS = "destroys"


ALTERNATIVES: Final = (Role.CATALYST, Role.ACTIVATOR)


@dataclass(frozen=True, slots=True)
class Source:
    """A paper or data set. `curie` is for example ``pubmed:19225456``; `key` is how it is cited in notes."""

    key: str
    curie: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a statement is believed: a paper, if there is one, and an ECO term; `note` is for the reader."""

    eco: str
    source: Source | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, its basis and its source.

    `unit` is as the source gives it; exporters write the coherent unit (nmol, litre, second).
    `at` locates the number in the source; `why` is the reason of an assumed or derived value.
    Where calibration may change the number it has `bounds`, and a `start` that it is searched from.
    """

    value: float
    unit: str
    basis: Basis
    source: Source | None = None
    at: str = ""
    why: str = ""
    low: float | None = None
    high: float | None = None
    bounds: tuple[float, float] | None = None
    start: float | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A named kinetic constant, one parameter in every format.

    `role` (kon, kcat ...) is its place in the law and decides its SBO term, unless `sbo` names a better one.
    """

    id: str
    name: str
    role: str
    quantity: Quantity
    sbo: str = ""
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """A kind of cell, where the GO place alone cannot tell two compartments apart."""

    id: str
    name: str
    term: str


@dataclass(frozen=True, slots=True)
class Place:
    """A compartment: a GO cellular component with a volume; `tag` marks forms there that need telling apart."""

    id: str
    name: str
    go: str
    volume: Quantity
    membrane: bool = False
    tag: str = ""
    cell: Cell | None = None
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Site:
    """A residue in UniProt numbering (``Y1161``) and the PSI-MOD term of its modified state."""

    name: str
    mod: str

    @property
    def position(self) -> int:
        """The residue's number."""
        return int(self.name[1:])


@dataclass(frozen=True, slots=True)
class Molecule:
    """A protein, family, small molecule or drug, with its identity and cross-references as CURIEs."""

    id: str
    name: str
    kind: Kind
    identity: str
    xrefs: tuple[str, ...] = ()
    gene: str = ""
    sites: tuple[Site, ...] = ()
    members: tuple[Molecule, ...] = ()
    currency: bool = False
    origin: str = field(default="", compare=False)


class MarkKind(StrEnum):
    """What distinguishes two states of one molecule."""

    RESIDUE = "residue"
    UNPLACED = "unplaced"
    ACTIVE = "active"
    CLEAVED = "cleaved"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One difference from the plain molecule: a modified residue, a modification of unknown place, activity."""

    kind: MarkKind
    site: str = ""
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """`count` copies of a molecule, all with the same marks, inside a form."""

    molecule: Molecule
    count: int = 1
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A molecule or complex in one state at one place: an SBML species, a BioPAX physical entity.

    `bonds` are pairs of indices into `parts`; a pair of equal indices is the contact inside a homodimer.
    `input` marks ligands and drugs that a user doses; `fixed` keeps the amount constant.
    """

    id: str
    name: str
    place: Place
    parts: tuple[Part, ...]
    bonds: tuple[tuple[int, int], ...] = ()
    initial: Quantity = Quantity(0.0, "nM", Basis.ASSUMED, why="absent unless it is made or dosed")
    input: bool = False
    fixed: bool = False
    origin: str = ""

    @property
    def is_complex(self) -> bool:
        """Whether the form has more than one molecule in it."""
        return len(self.parts) > 1 or self.parts[0].count > 1

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark of every part, in order, without repeats."""
        return tuple(dict.fromkeys(mark for part in self.parts for mark in part.marks))

    @property
    def state(self) -> tuple[object, ...]:
        """What makes two forms the same thing: place, parts with marks, bonds; in whatever order they were joined."""
        parts = [(part.molecule.id, part.count, tuple(sorted(part.marks))) for part in self.parts]
        ends = [*self.bonds, *((j, i) for i, j in self.bonds if i != j)]
        touching = (tuple(sorted(parts[j] for start, j in ends if start == i)) for i in range(len(parts)))
        return (self.place.id, *sorted(zip(parts, touching, strict=True)))


@dataclass(frozen=True, slots=True)
class Family:
    """Forms that act as one controller ("any active receptor"); never a reactant."""

    id: str
    name: str
    members: tuple[Form, ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """A form that is used up or made, and how many of it."""

    form: Form
    count: int = 1


@dataclass(frozen=True, slots=True)
class Control:
    """Something that makes a process faster or slower without being used up.

    `constants` name its part of the law: ``k`` (second order), ``kcat`` and ``Km`` (Michaelis-Menten),
    ``K`` (half-saturation of an essential activator), ``Ki`` (half-inhibition).
    `itself` is an autocatalytic reactant: BioPAX needs it as a controller, SBML must not have it as a modifier.
    """

    role: Role
    by: Form | Family
    constants: tuple[Constant, ...]
    evidence: tuple[Evidence, ...]
    itself: bool = False

    @property
    def members(self) -> tuple[Form, ...]:
        """The controlling forms: the family's members, or the one form."""
        return self.by.members if isinstance(self.by, Family) else (self.by,)


@dataclass(frozen=True, slots=True)
class Switch:
    """A contested mechanism: a dimensionless 0/1 constant that multiplies the processes it governs."""

    id: str
    name: str
    on: bool
    why: str


@dataclass(frozen=True, slots=True)
class Inhibition:
    """A drug that slows every catalysis by its targets by ``1/(1 + drug/Ki)``; it has no reaction of its own.

    `only` names the processes it acts on, where it spares the others (rapamycin and 4E-BP1).
    """

    id: str
    drug: Form
    targets: tuple[Form, ...]
    Ki: Constant
    evidence: tuple[Evidence, ...]
    competitive: bool = True
    only: tuple[str, ...] = ()
    origin: str = ""

    def acts_on(self, process: str) -> bool:
        """Whether the drug slows its targets in this process."""
        return not self.only or process in self.only


@dataclass(frozen=True, slots=True)
class Process:
    """One thing that happens, with its participants, controls, constants, law and evidence.

    `law` is in nmol/s and is set when the model is put together; `origin` is the file and line of the DSL call.
    """

    id: str
    name: str
    verb: str
    module: str
    place: Place
    reactants: tuple[Participant, ...]
    products: tuple[Participant, ...]
    controls: tuple[Control, ...]
    constants: tuple[Constant, ...]
    effects: tuple[Effect, ...]
    go: str
    evidence: tuple[Evidence, ...]
    reversible: bool = False
    currency_in: tuple[tuple[Molecule, int], ...] = ()
    currency_out: tuple[tuple[Molecule, int], ...] = ()
    ec: str = ""
    switch: Switch | None = None
    times: Constant | None = None
    origin: str = ""
    law: Expression | None = None


@dataclass(frozen=True, slots=True)
class Observable:
    """Something that experiments measure, as a formula of forms; `unit` is nM or dimensionless."""

    id: str
    name: str
    unit: str
    formula: Expression
    meaning: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that a context changes: the initial amount of a form, a constant, or a switch, by its id."""

    target: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Context:
    """A kind of cell and its medium: values only, with their provenance; the model itself is always the same."""

    id: str
    name: str
    why: str
    settings: tuple[Setting, ...]
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ModuleInfo:
    """A module's id, title and GO process, and the ids of what it brought in.

    `others` are its families, inhibitions and observables.
    """

    id: str
    title: str
    go: str
    forms: tuple[str, ...]
    processes: tuple[str, ...]
    others: tuple[str, ...] = ()
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Creator:
    """Who made the model, as a vCard wants it."""

    family: str
    given: str
    organisation: str
    email: str


@dataclass(frozen=True, slots=True)
class Term:
    """An annotation of the whole model: a qualifier (``bqbiol:hasTaxon``) and CURIEs."""

    qualifier: str
    curies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """What calibration found besides the constants: the sums of squares and the factors of relative data.

    `misfit` is the sum of ((data - model)/error)^2, `penalty` that of the prior. Both belong to the calibrated values.
    """

    misfit: float
    penalty: float
    scales: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A whole model, in the order in which its modules were written; `context` names the one it was put into.

    `fit` is there while the model is what was calibrated: not if another one was, or if it has changed since.
    `dosings` are the later doses that its experiments give; a context has them too.
    """

    id: str
    name: str
    description: str
    created: str
    modified: str
    creators: tuple[Creator, ...]
    terms: tuple[Term, ...]
    modules: tuple[ModuleInfo, ...]
    places: tuple[Place, ...]
    molecules: tuple[Molecule, ...]
    forms: tuple[Form, ...]
    families: tuple[Family, ...]
    constants: tuple[Constant, ...]
    processes: tuple[Process, ...]
    observables: tuple[Observable, ...]
    switches: tuple[Switch, ...] = ()
    inhibitions: tuple[Inhibition, ...] = ()
    contexts: tuple[Context, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    dosings: tuple[Dosing, ...] = ()
    context: str = ""
    fit: Fit | None = None
    origin: str = field(default="", compare=False)
    layout: Layout | None = field(default=None, compare=False)
