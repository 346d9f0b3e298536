"""Forms from forms: what binding, marking, moving and splitting make of a molecule or complex.

Pure functions on parts and bonds. A `StateError` says in one sentence what is impossible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from igf1r_model.model import Form, Kind, Mark, MarkKind, Molecule, Part

Bonds = tuple[tuple[int, int], ...]
UBIQUITIN = "MOD:01148"


class StateError(ValueError):
    """A change that the form it is asked of cannot undergo."""


def find_part(form: Form, molecule: Molecule | None, sites: Iterable[str] = ()) -> int:
    """The index of the part meant: the only one, the named molecule's, or the only one that has the sites."""
    wanted = list(sites)
    if molecule is not None:
        return _of_molecule(form, molecule, wanted)
    candidates = [i for i, part in enumerate(form.parts) if _has_sites(part.molecule, wanted)]
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise StateError(_no_site(form, wanted))
    raise StateError(f"{form.id} has several parts that could be meant ({_names(form)}); say on=MOLECULE")


def _of_molecule(form: Form, molecule: Molecule, sites: Sequence[str]) -> int:
    for index, part in enumerate(form.parts):
        if part.molecule.id == molecule.id:
            if _has_sites(part.molecule, sites):
                return index
            raise StateError(_no_site(replace(form, parts=(part,)), sites))
    raise StateError(f"{form.id} has no part {molecule.id}; its parts: {_names(form)}")


def _has_sites(molecule: Molecule, sites: Sequence[str]) -> bool:
    return set(sites) <= {site.name for site in molecule.sites}


def _names(form: Form) -> str:
    return ", ".join(part.molecule.id for part in form.parts)


def _no_site(form: Form, sites: Sequence[str]) -> str:
    known = {site.name for part in form.parts for site in part.molecule.sites}
    missing = [site for site in sites if site not in known]
    have = ", ".join(f"{p.molecule.id} {' '.join(s.name for s in p.molecule.sites) or 'none'}" for p in form.parts)
    if missing:
        return f"{form.id} has no site {', '.join(missing)}; its sites: {have}"
    return f"no single part of {form.id} has the sites {', '.join(sites)}; its sites: {have}"


def residue_marks(molecule: Molecule, sites: Iterable[str]) -> tuple[Mark, ...]:
    """The marks of modified residues of a molecule."""
    mods = {site.name: site.mod for site in molecule.sites}
    return tuple(Mark(MarkKind.RESIDUE, site, mods[site]) for site in sites)


def marked(form: Form, index: int, marks: Iterable[Mark]) -> tuple[Part, ...]:
    """The parts of a form with marks added to one of them."""
    part = form.parts[index]
    new = tuple(marks)
    already = [mark.site or mark.kind for mark in new if mark in part.marks]
    if already:
        raise StateError(f"{form.id} already is modified at {', '.join(already)}")
    return _with_marks(form, index, (*part.marks, *new))


def marked_all(form: Form, sites: Mapping[Molecule, str]) -> tuple[Part, ...]:
    """The parts of a form with residues of several molecules modified at once (the two chains of a dimer)."""
    for molecule, text in sites.items():
        index = find_part(form, molecule, text.split())
        form = replace(form, parts=marked(form, index, residue_marks(molecule, text.split())))
    return form.parts


def unmarked(form: Form, index: int, gone: Callable[[Mark], bool], sites: Iterable[str] = ()) -> tuple[Part, ...]:
    """The parts of a form with the marks that `gone` selects taken off one of them; `sites` must be among them."""
    part = form.parts[index]
    left = tuple(mark for mark in part.marks if not gone(mark))
    missing = [site for site in sites if site not in {mark.site for mark in part.marks}]
    if left == part.marks or missing:
        has = ", ".join(mark.site or mark.kind for mark in part.marks) or "no marks"
        what = f"at {', '.join(missing)}" if missing else "of the kind"
        raise StateError(f"{form.id} has nothing {what} to lose; it has {has}")
    return _with_marks(form, index, left)


def _with_marks(form: Form, index: int, marks: tuple[Mark, ...]) -> tuple[Part, ...]:
    parts = list(form.parts)
    parts[index] = replace(parts[index], marks=tuple(sorted(marks, key=_mark_order)))
    return tuple(parts)


def _mark_order(mark: Mark) -> tuple[str, int, str]:
    return (mark.kind, int(mark.site[1:]) if mark.site else 0, mark.mod)


def joined(a: Form, b: Form, contact: tuple[Molecule, Molecule] | None) -> tuple[tuple[Part, ...], Bonds]:
    """The parts and bonds of the complex of two forms; two of the same form make a homodimer."""
    if a.id == b.id:
        if a.is_complex:
            raise StateError(f"two {a.id} cannot be joined: only single molecules make homodimers")
        return (replace(a.parts[0], count=2),), ((0, 0),)
    left = find_part(a, contact[0] if contact else None)
    right = find_part(b, contact[1] if contact else None)
    shift = len(a.parts)
    moved = tuple((i + shift, j + shift) for i, j in b.bonds)
    return (*a.parts, *b.parts), (*a.bonds, *moved, (left, right + shift))


def split(form: Form, molecule: Molecule) -> tuple[tuple[tuple[Part, ...], Bonds], tuple[tuple[Part, ...], Bonds]]:
    """A complex without one of its molecules: that part, and the rest with its bonds."""
    if not form.is_complex:
        raise StateError(f"{form.id} is a single molecule and cannot come apart")
    out = find_part(form, molecule)
    if len(form.parts) == 1:
        alone = (replace(form.parts[0], count=form.parts[0].count // 2),)
        return (alone, ()), (alone, ())
    keep = [i for i in range(len(form.parts)) if i != out]
    bonds = tuple((keep.index(i), keep.index(j)) for i, j in form.bonds if out not in (i, j))
    own = ((0, 0),) if (out, out) in form.bonds else ()
    return ((form.parts[out],), own), (tuple(form.parts[i] for i in keep), bonds)


def default_name(parts: Sequence[Part], tag: str) -> str:
    """A short readable name: ``IGF1:p-IGF1R@endo``."""
    name = ":".join(_prefix(part) + part.molecule.id.replace("_", "-") for part in parts)
    return f"{name}@{tag}" if tag else name


def _prefix(part: Part) -> str:
    kinds = {mark.kind for mark in part.marks}
    mods = {mark.mod for mark in part.marks if mark.mod}
    phospho = "p-" if mods - {UBIQUITIN} else ""
    return ("ub-" if UBIQUITIN in mods else "") + ("act-" if MarkKind.ACTIVE in kinds else "") + phospho


def counts(forms: Iterable[tuple[Form, int]]) -> dict[str, int]:
    """How many of each molecule are in some forms; currency molecules are not counted."""
    total: dict[str, int] = {}
    for form, number in forms:
        for part in form.parts:
            total[part.molecule.id] = total.get(part.molecule.id, 0) + part.count * number
    return total


def is_small(molecule: Molecule) -> bool:
    """Whether a molecule is no protein."""
    return molecule.kind in (Kind.SMALL_MOLECULE, Kind.DRUG)
