"""Places and molecules as a curator writes them."""

from __future__ import annotations

from igf1r_model.issues import Issue, PathwayError, origin
from igf1r_model.model import Cell, Kind, Molecule, Place, Quantity, Site

MOD_OF_RESIDUE = {"S": "MOD:00046", "T": "MOD:00047", "Y": "MOD:00048"}  # phosphoserine, -threonine, -tyrosine


def place(
    id: str, name: str, go: str, volume: Quantity, *, membrane: bool = False, tag: str = "", cell: Cell | None = None
) -> Place:
    """A compartment; `tag` is appended to the names of forms that also exist elsewhere (``p-IGF1R@endo``)."""
    return Place(id, name, go, _with_basis(id, volume), membrane, tag, cell, origin())


def _with_basis(id: str, volume: object) -> Quantity:
    if isinstance(volume, Quantity):
        return volume
    message = f"volume={volume!r} says no basis; give measured(...), from_model(...), derived(...) or assumed(...)"
    raise PathwayError([Issue(id, message, origin())])


def sites(text: str) -> tuple[Site, ...]:
    """Phosphosites in UniProt numbering: ``"Y1161 Y1165"``. Another modification is given as ``K48=MOD:01148``."""
    return tuple(_site(word) for word in text.split())


def _site(word: str) -> Site:
    name, _, mod = word.partition("=")
    if not (name[:1].isupper() and name[1:].isdecimal()):
        raise ValueError(
            f"{word!r} is no site; write residue and position, as in Y1161, with =MOD:... if it is no S, T, Y"
        )
    if not mod and name[0] not in MOD_OF_RESIDUE:
        raise ValueError(f"{name} is no S, T or Y; say how it is modified, as in {name}=MOD:01148")
    return Site(name, mod or MOD_OF_RESIDUE[name[0]])


def protein(
    symbol: str,
    uniprot: str,
    name: str = "",
    *,
    hgnc: str | int = "",
    gene: str | int = "",
    phospho: str = "",
    id: str = "",
) -> Molecule:
    """A human protein: HGNC symbol, UniProt accession, HGNC and NCBI gene numbers, phosphosites."""
    return Molecule(
        id or symbol,
        name or symbol,
        Kind.PROTEIN,
        f"uniprot:{uniprot}",
        (f"hgnc:{hgnc}",) if hgnc else (),
        f"ncbigene:{gene}" if gene else "",
        sites(phospho),
        origin=origin(),
    )


def family(id: str, fplx: str, name: str, *members: Molecule, phospho: str = "") -> Molecule:
    """Paralogues that the model does not tell apart, by their FamPlex entry."""
    return Molecule(id, name, Kind.FAMILY, f"fplx:{fplx}", sites=sites(phospho), members=members, origin=origin())


def small_molecule(id: str, identity: str, name: str = "", *xrefs: str) -> Molecule:
    """A metabolite or lipid; `identity` is its ChEBI CURIE."""
    return Molecule(id, name or id, Kind.SMALL_MOLECULE, identity, xrefs, origin=origin())


def drug(id: str, identity: str, name: str = "", *xrefs: str) -> Molecule:
    """A small-molecule drug by a ChEBI, PubChem, ChEMBL or DrugBank CURIE."""
    return Molecule(id, name or id, Kind.DRUG, identity, xrefs, origin=origin())


def antibody(id: str, identity: str, name: str = "", *xrefs: str) -> Molecule:
    """A therapeutic antibody by a DrugBank or ChEMBL CURIE."""
    return Molecule(id, name or id, Kind.ANTIBODY, identity, xrefs, origin=origin())


def currency(id: str, chebi: str, name: str) -> Molecule:
    """A cofactor that BioPAX shows and SBML leaves out."""
    return Molecule(id, name, Kind.SMALL_MOLECULE, chebi, currency=True)


ATP = currency("ATP", "CHEBI:30616", "ATP")
ADP = currency("ADP", "CHEBI:456216", "ADP")
WATER = currency("water", "CHEBI:15377", "water")
PHOSPHATE = currency("phosphate", "CHEBI:43474", "phosphate")
GTP = currency("GTP", "CHEBI:37565", "GTP")
GDP = currency("GDP", "CHEBI:58189", "GDP")
