"""What both networks say alike: of a molecule, of evidence, and of the model as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from igf1r_model.drawing import Drawing, Shows
from igf1r_model.exporters._network import Node, Value
from igf1r_model.identifiers import label
from igf1r_model.model import Evidence, Kind, Model, Molecule

TYPES: Final[dict[Kind, str]] = {  # the words of NDEx, where it has one
    Kind.PROTEIN: "protein",
    Kind.ANTIBODY: "antibody",
    Kind.FAMILY: "proteinfamily",
    Kind.SMALL_MOLECULE: "smallmolecule",
    Kind.DRUG: "drug",
}
RIGHTS: Final = "CC0 1.0"


def about(model: Model, title: str, description: str) -> dict[str, Value]:
    """What the network as a whole says of itself; the version is the date of the last change."""
    terms = {term.qualifier: term.curies for term in model.terms}
    return {
        "name": title,
        "description": description,
        "version": model.modified[:10],
        "organism": ", ".join(label(curie) for curie in terms.get("bqbiol:hasTaxon", ())),
        "reference": ", ".join(terms.get("bqmodel:isDescribedBy", ())),
        "rights": RIGHTS,
    }


def members(molecule: Molecule) -> tuple[Molecule, ...]:
    """The molecules that a molecule stands for: those of a family, else itself."""
    return molecule.members or (molecule,)


def symbols(molecules: Iterable[Molecule]) -> tuple[str, ...]:
    """Gene symbols, each once: what expression data are joined by."""
    return unique(label(c) for one in molecules for m in members(one) for c in m.xrefs if c.startswith("hgnc:"))


def identities(molecules: Iterable[Molecule]) -> tuple[str, ...]:
    """The identities of molecules, those of its members for a family, each once."""
    return unique(member.identity for molecule in molecules for member in members(molecule))


def papers(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The papers of some evidence, each once."""
    return unique(item.source.curie for item in evidence if item.source is not None)


def codes(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The evidence codes, each once."""
    return unique(item.eco for item in evidence)


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Texts in their order, each once."""
    return tuple(dict.fromkeys(items))


def placed(nodes: Iterable[Node], drawing: Drawing | None) -> tuple[Node, ...]:
    """The nodes where the drawing has them; a network has coordinates for all its nodes or for none."""
    plain = tuple(nodes)
    if drawing is None:
        return plain
    boxes = {glyph.id: glyph.box for glyph in drawing.glyphs}
    for glyph in drawing.glyphs:  # a thing that is drawn several times lies where it was drawn first
        boxes.setdefault(_own_id(glyph.shows, glyph.of), glyph.box)
    if any(node.id not in boxes for node in plain):
        return plain
    found = ((node, boxes[node.id]) for node in plain)
    return tuple(
        Node(node.id, node.values, (box.x + box.width // 2, box.y + box.height // 2), (box.width, box.height))
        for node, box in found
    )


def _own_id(shows: Shows, of: str) -> str:
    return f"{shows}.{of}" if shows in (Shows.SOURCE, Shows.SINK) else of
