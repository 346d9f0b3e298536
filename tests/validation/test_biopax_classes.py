"""Which class of interaction the judge wants of a composite step: shedding a part across places is no transport."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from igf1r_validation.biopax_arrival_processes import expected_class

PHOSPHO = {"kind": "residue", "site": "S1", "mod": "MOD:00046"}


def form(name: str, place: str, *molecules: str, marked: str = "") -> dict[str, Any]:
    """A form of some molecules, one of which may bear a mark."""
    parts = [{"molecule": m, "count": 1, "marks": [PHOSPHO] if m == marked else []} for m in molecules]
    return {"id": name, "place": place, "parts": parts}


FORMS = (
    form("RS", "membrane", "R", "S"),
    form("R", "membrane", "R"),
    form("S", "cytosol", "S"),
    form("S_p", "cytosol", "S", marked="S"),
    form("N", "nucleus", "S"),
)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (("RS",), ("R", "S_p"), "BiochemicalReaction"),
        (("RS",), ("R", "S"), "ComplexAssembly"),
        (("R", "S"), ("RS",), "ComplexAssembly"),
        (("N",), ("S_p",), "TransportWithBiochemicalReaction"),
        (("N",), ("S",), "Transport"),
    ],
)
def test_class_of_a_composite_step(left: tuple[str, ...], right: tuple[str, ...], wanted: str) -> None:
    source = SimpleNamespace(forms={one["id"]: one for one in FORMS})
    sides = ([{"form": name, "count": 1} for name in side] for side in (left, right))
    process = dict(zip(("reactants", "products"), sides, strict=True)) | {"verb": "change"}
    assert expected_class(cast(Any, source), process) == wanted
