"""Molecules as references with all their features; forms as proteins, small molecules and complexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from igf1r_model.exporters.biopax.individuals import Individuals, Property, decimal, integer, link, text
from igf1r_model.exporters.biopax.references import identity, relation, vocabulary
from igf1r_model.identifiers import asserted, label
from igf1r_model.model import Cell, Form, Kind, Mark, MarkKind, Model, Molecule, Part
from igf1r_model.states import default_name, is_small

HUMAN: Final = "organism"
SOURCE: Final = "provenance"
CYTOSOL: Final = "GO:0005829"  # where cofactors are
NUCLEUS: Final = "GO:0005634"  # where genes are
PROTEIN_LIKE: Final = (Kind.PROTEIN, Kind.ANTIBODY, Kind.FAMILY)


class Entities:
    """Writes the molecules and forms of a model; knows which features each molecule has in any of its forms."""

    def __init__(self, owl: Individuals, model: Model) -> None:
        self.owl = owl
        self.marks = _marks_by_molecule(model.forms)
        self.partners = _partners_by_molecule(model.forms)
        self.cells = _cells_by_molecule(model.forms)
        self.sites: dict[int, str] = {}
        self.parts: dict[object, str] = {}

    # Molecules.

    def molecule(self, molecule: Molecule) -> None:
        """The reference of a molecule, with every feature that any of its forms has."""
        features = [link("entityFeature", self._feature(molecule, mark)) for mark in self.marks.get(molecule.id, ())]
        features += [link("entityFeature", self._cell(molecule, cell)) for cell in self.cells.get(molecule.id, ())]
        held = self.partners.get(molecule.id, ())
        features += [link("entityFeature", self._bond(molecule.id, other)) for other in held]
        common = [text("displayName", molecule.id), text("standardName", molecule.name)]
        common += [link("xref", identity(self.owl, molecule.identity))]
        common += [link("xref", relation(self.owl, curie)) for curie in molecule.xrefs]
        common += [_user(curie) for curie in (molecule.identity, *molecule.xrefs) if asserted(curie)]
        if molecule.kind in PROTEIN_LIKE:
            members = [link("memberEntityReference", f"ref.{member.id}") for member in molecule.members]
            common += [link("organism", HUMAN), *members]
            self.owl.add("ProteinReference", f"ref.{molecule.id}", *common, *features)
        else:
            self.owl.add("SmallMoleculeReference", f"ref.{molecule.id}", *common, *features)
        if molecule.currency:
            self.owl.add("SmallMolecule", molecule.id, text("displayName", molecule.name), link("dataSource", SOURCE),
                         link("entityReference", f"ref.{molecule.id}"), self._location(CYTOSOL))  # fmt: skip

    def gene(self, molecule: Molecule) -> str:
        """The gene that a protein is expressed from, by its symbol: isoforms share it."""
        symbol = label(molecule.gene)
        symbol = symbol if symbol.isidentifier() else molecule.id
        name = text("displayName", f"{symbol} gene")
        reference = self.owl.once(
            "DnaRegionReference", f"ref.gene.{symbol}", name, link("organism", HUMAN),
            link("xref", identity(self.owl, molecule.gene)),
        )  # fmt: skip
        return self.owl.once("DnaRegion", f"gene.{symbol}", name, link("dataSource", SOURCE),
                             link("entityReference", reference), self._location(NUCLEUS))  # fmt: skip

    def _feature(self, molecule: Molecule, mark: Mark) -> str:
        if mark.kind is MarkKind.ACTIVE:
            return self.owl.once("EntityFeature", f"feature.{molecule.id}_active", text("comment", "active state"))
        if mark.kind is MarkKind.CLEAVED:
            return self.owl.once("FragmentFeature", f"feature.{molecule.id}_cleaved")
        kind = link("modificationType", vocabulary(self.owl, "SequenceModificationVocabulary", mark.mod))
        if mark.kind is MarkKind.UNPLACED:
            return self.owl.once("ModificationFeature", f"feature.{molecule.id}_{mark.mod.replace(':', '_')}", kind)
        where = link("featureLocation", self._site(molecule, mark.site))
        return self.owl.once("ModificationFeature", f"feature.{molecule.id}_{mark.site}", kind, where)

    def _cell(self, molecule: Molecule, cell: Cell) -> str:
        """What tells a protein of another cell from the same protein at the same GO place of the first."""
        where = text("comment", f"in the {cell.name}")
        return self.owl.once("EntityFeature", f"feature.{molecule.id}_{cell.id}", where)

    def _site(self, molecule: Molecule, site: str) -> str:
        """A position; Paxtools takes equal positions of two proteins for one object, so there is one."""
        position = int(site[1:])
        if position not in self.sites:
            status = text("positionStatus", "EQUAL")
            self.sites[position] = self.owl.add(
                "SequenceSite", f"site.{molecule.id}_{site}", integer("sequencePosition", position), status
            )
        return self.sites[position]

    def _bond(self, owner: str, other: str) -> str:
        """The feature by which one molecule holds another; it points at the feature that holds it back."""
        return self.owl.once("BindingFeature", f"bond.{owner}.{other}", link("bindsTo", f"bond.{other}.{owner}"))

    # Forms.

    def form(self, form: Form) -> None:
        """The physical entity of a form."""
        common = [text("displayName", form.name), link("dataSource", SOURCE), self._location(form.place.go)]
        if form.is_complex:
            self.owl.add("Complex", form.id, *common, *self._components(form))
            return
        part = form.parts[0]
        self.owl.add(_class(part.molecule), form.id, *common, link("entityReference", f"ref.{part.molecule.id}"),
                     *self._state(part, form.place.cell))  # fmt: skip

    def _components(self, form: Form) -> Iterator[Property]:
        counts: Counter[str] = Counter()
        for index, part in enumerate(form.parts):
            counts[self._part(form, index, part)] += part.count
        for component, count in counts.items():
            yield link("component", component)
            yield link("componentStoichiometry", self.stoichiometry(component, count))

    def _part(self, form: Form, index: int, part: Part) -> str:
        """A molecule inside a complex. Equal states in other complexes are the same object."""
        held = _partners(form, index)
        key = (part.molecule.id, part.marks, frozenset(held), form.place.id)
        if key not in self.parts:
            name = f"{default_name([Part(part.molecule, 1, part.marks)], '')} bound"
            self.parts[key] = self.owl.add(
                _class(part.molecule), f"part.{form.id}.{index + 1}", text("displayName", name),
                link("dataSource", SOURCE), self._location(form.place.go),
                link("entityReference", f"ref.{part.molecule.id}"), *self._state(part, form.place.cell),
                *(link("feature", self._bond(part.molecule.id, other)) for other in held),
            )  # fmt: skip
        return self.parts[key]

    def _state(self, part: Part, cell: Cell | None) -> Iterator[Property]:
        """The marks that are there, the residues known elsewhere that are not modified here, a cell of its own."""
        if cell is not None and not is_small(part.molecule):
            yield link("feature", self._cell(part.molecule, cell))
        for mark in part.marks:
            yield link("feature", self._feature(part.molecule, mark))
        for mark in self.marks.get(part.molecule.id, ()):
            if mark.kind is MarkKind.RESIDUE and mark not in part.marks:
                yield link("notFeature", self._feature(part.molecule, mark))

    def _location(self, go: str) -> Property:
        return link("cellularLocation", vocabulary(self.owl, "CellularLocationVocabulary", go))

    def stoichiometry(self, entity: str, count: int) -> str:
        """How many of an entity."""
        return self.owl.once("Stoichiometry", f"stoich.{entity}_{count}", link("physicalEntity", entity),
                             decimal("stoichiometricCoefficient", count))  # fmt: skip


def _class(molecule: Molecule) -> str:
    return "SmallMolecule" if is_small(molecule) else "Protein"


def _user(curie: str) -> Property:
    return text("comment", f"{curie} is asserted by the user, not confirmed by the project")


def _marks_by_molecule(forms: Iterable[Form]) -> dict[str, tuple[Mark, ...]]:
    found: dict[str, dict[Mark, None]] = {}
    for form in forms:
        for part in form.parts:
            found.setdefault(part.molecule.id, {}).update(dict.fromkeys(part.marks))
    return {molecule: tuple(marks) for molecule, marks in found.items()}


def _cells_by_molecule(forms: Iterable[Form]) -> dict[str, tuple[Cell, ...]]:
    found: dict[str, dict[Cell, None]] = {}
    for form in forms:
        for part in form.parts:
            if form.place.cell is not None and not is_small(part.molecule):
                found.setdefault(part.molecule.id, {})[form.place.cell] = None
    return {molecule: tuple(cells) for molecule, cells in found.items()}


def _partners_by_molecule(forms: Iterable[Form]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for form in forms:
        for index, part in enumerate(form.parts):
            found.setdefault(part.molecule.id, {}).update(dict.fromkeys(_partners(form, index)))
    return {molecule: tuple(partners) for molecule, partners in found.items()}


def _partners(form: Form, index: int) -> tuple[str, ...]:
    """The molecules that a part of a complex touches."""
    ends = [(i, j) for i, j in form.bonds if index in (i, j)]
    return tuple(dict.fromkeys(form.parts[j if i == index else i].molecule.id for i, j in ends))
