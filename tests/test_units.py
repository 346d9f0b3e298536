"""Units: read, compared and converted to nmol, litre and second; what cannot be read is told with what can."""

from __future__ import annotations

import math

import pytest

from igf1r_model.kinetics import coherent, initial_concentration, litres
from igf1r_model.model import Basis, Constant, Form, Kind, Molecule, Part, Place, Quantity
from igf1r_model.units import AVOGADRO, COHERENT, NAMED, UnitError, coherent_name, parse_unit

READ = {
    "1/s": (1, (0, 0, -1)),
    "1/min": (1 / 60, (0, 0, -1)),
    "1/h": (1 / 3600, (0, 0, -1)),
    "nM": (1, (1, -1, 0)),
    "uM": (1e3, (1, -1, 0)),
    "M": (1e9, (1, -1, 0)),
    "pM": (1e-3, (1, -1, 0)),
    "nmol/L": (1, (1, -1, 0)),
    "1/(nM*s)": (1, (-1, 1, -1)),
    "1/(M*s)": (1e-9, (-1, 1, -1)),
    "1/nM/min": (1 / 60, (-1, 1, -1)),
    "1/(nM*(min))": (1 / 60, (-1, 1, -1)),
    "nM/s": (1, (1, -1, -1)),
    "nmol/s": (1, (1, 0, -1)),
    "molecules": (1e9 / 6.02214076e23, (1, 0, 0)),
    "fL": (1e-15, (0, 1, 0)),
    "dimensionless": (1, (0, 0, 0)),
    "1": (1, (0, 0, 0)),
    "s*s/s": (1, (0, 0, 1)),
    "1/(nM^2*s)": (1, (-2, 2, -1)),
    "uM^2/min^3": (1e6 / 60**3, (2, -2, -3)),
    "s/s*s": (1, (0, 0, 1)),
    " nM / s ": (1, (1, -1, -1)),
}


@pytest.mark.parametrize("text", READ)
def test_a_unit_is_read(text: str) -> None:
    factor, dimension = READ[text]
    unit = parse_unit(text)
    assert unit.dimension == dimension
    assert math.isclose(unit.factor, factor, rel_tol=1e-12)


@pytest.mark.parametrize(
    "text", ["", "1/", "/s", "nm", "NM", "1/(nM*s", "1/nM*s)", "nM s", "nM^", "nM^9", "2*s", "()", "µM"]
)
def test_an_unreadable_unit_is_told_with_what_is_known(text: str) -> None:
    with pytest.raises(UnitError) as error:
        parse_unit(text)
    assert repr(text) in str(error.value)
    assert all(name in str(error.value) for name in NAMED)


def test_every_coherent_name_is_read_as_its_own_dimension_without_a_factor() -> None:
    for dimension, name in COHERENT.items():
        assert (parse_unit(name).factor, parse_unit(name).dimension) == (1.0, dimension), name


def test_a_unit_has_the_coherent_name_of_its_dimension() -> None:
    assert coherent_name(parse_unit("1/(uM*min)"), "1/(uM*min)") == "1/(nM*s)"
    with pytest.raises(UnitError, match=r"no quantity of the model has the dimension of 'nM\*nM'"):
        coherent_name(parse_unit("nM*nM"), "nM*nM")


def quantity(value: float, unit: str) -> Quantity:
    return Quantity(value, unit, Basis.ASSUMED, why="an example")


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (3.0, "1/min", (0.05, "1/s")),
        (0.3, "nM", (0.3, "nM")),
        (4.5e5, "1/(M*s)", (4.5e-4, "1/(nM*s)")),
        (2.0, "uM", (2000.0, "nM")),
        (7.2, "nM/h", (0.002, "nM/s")),
    ],
)
def test_a_constant_is_written_in_the_coherent_unit(value: float, unit: str, expected: tuple[float, str]) -> None:
    assert coherent(Constant("k", "k", "k", quantity(value, unit))) == expected


@pytest.mark.parametrize(("value", "unit"), [(30_110.7038, "molecules"), (25.0, "nM"), (0.025, "uM"), (5e-11, "nmol")])
def test_an_initial_amount_and_an_initial_concentration_are_the_same(value: float, unit: str) -> None:
    place = Place("cell", "cell", "GO:0005829", quantity(2, "pL"))
    molecule = Molecule("X", "X", Kind.PROTEIN, "uniprot:P05019")
    form = Form("X", "X", place, (Part(molecule),), initial=quantity(value, unit))
    assert litres(place) == 2e-12
    assert math.isclose(initial_concentration(form), 25.0, rel_tol=1e-9)


def test_a_nanomole_is_avogadro_s_number_of_molecules() -> None:
    assert math.isclose(parse_unit("molecules").factor * AVOGADRO * 1e-9, 1.0, rel_tol=1e-15)
