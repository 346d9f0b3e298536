"""The judges' own tables: what a form must be annotated with; units, formulas, URIs."""

from __future__ import annotations

from typing import Any

import pytest

from igf1r_validation.identifiers import PATTERNS, curie, objection, uri
from igf1r_validation.sbml_expected import species_sbo, species_terms
from igf1r_validation.sbml_formula import of_text
from igf1r_validation.sbml_units import unit

Terms = list[tuple[str, tuple[str, ...]]]


def molecule(kind: str, identity: str, xrefs: tuple[str, ...] = (), members: tuple[str, ...] = ()) -> dict[str, Any]:
    """A molecule of the manifest, as far as annotations need it."""
    return {"kind": kind, "identity": identity, "xrefs": list(xrefs), "members": list(members)}


MOLECULES = {
    "IRS1": molecule("protein", "uniprot:P35568", ("hgnc:6125", "chembl.compound:CHEMBL1")),
    "AKT1": molecule("protein", "uniprot:P31749", ("hgnc:391",)),
    "AKT2": molecule("protein", "uniprot:P31751", ("hgnc:392",)),
    "AKT": molecule("family", "fplx:AKT", (), ("AKT1", "AKT2")),
    "RAS": molecule("family", "fplx:RAS"),
    "PIP3": molecule("small_molecule", "CHEBI:16618", ("pubchem.compound:1",)),
    "drug": molecule("drug", "pubchem.compound:11640390", ("chembl.compound:CHEMBL2", "drugbank:DB06075")),
    "antibody": molecule("antibody", "chembl.compound:CHEMBL3", ("drugbank:DB00001",)),
}
P, S, NO_SITE = "MOD:00048", "MOD:00046", {"kind": "active", "site": "", "mod": ""}


def mark(mod: str, site: str = "Y1") -> dict[str, str]:
    """A modified residue."""
    return {"kind": "residue", "site": site, "mod": mod}


def form(*parts: tuple[str, int, list[dict[str, str]]]) -> dict[str, Any]:
    """A form of the manifest, as far as annotations need it."""
    return {"parts": [{"molecule": name, "count": count, "marks": marks} for name, count, marks in parts]}


def one(qualifier: str, *curies: str) -> Terms:
    """Terms of one qualifier, one resource each."""
    return [(f"bqbiol:{qualifier}", (one,)) for one in curies]


MODIFIED = form(("IRS1", 1, [mark(P), mark(P, "Y2"), mark(S)]))
COMPLEX = form(("AKT", 1, [mark(S)]), ("PIP3", 3, []), ("AKT1", 1, []))
CASES: dict[str, tuple[dict[str, Any], int, Terms]] = {
    "protein": (form(("IRS1", 1, [])), 252, one("is", "uniprot:P35568", "hgnc:6125")),
    "modified protein": (
        MODIFIED,
        252,
        one("isVersionOf", "uniprot:P35568", "hgnc:6125") + one("hasProperty", P, S),
    ),
    "active protein": (form(("IRS1", 1, [NO_SITE])), 252, one("isVersionOf", "uniprot:P35568", "hgnc:6125")),
    "family": (form(("AKT", 1, [])), 252, [("bqbiol:hasVersion", ("uniprot:P31749", "uniprot:P31751"))]),
    "modified family": (
        form(("AKT", 1, [mark(S)])),
        252,
        [("bqbiol:hasVersion", ("uniprot:P31749", "uniprot:P31751")), *one("hasProperty", S)],
    ),
    "family without members": (form(("RAS", 1, [])), 252, one("isVersionOf", "fplx:RAS")),
    "small molecule": (form(("PIP3", 1, [])), 247, one("is", "CHEBI:16618", "pubchem.compound:1")),
    "drug": (
        form(("drug", 1, [])),
        247,
        one("is", "pubchem.compound:11640390", "chembl.compound:CHEMBL2", "drugbank:DB06075"),
    ),
    "antibody": (form(("antibody", 1, [])), 252, one("is", "chembl.compound:CHEMBL3", "drugbank:DB00001")),
    "homodimer": (form(("IRS1", 2, [])), 297, one("hasPart", "uniprot:P35568")),
    "protein complex": (
        form(("IRS1", 1, [mark(P)]), ("AKT1", 1, [mark(P)])),
        297,
        [("bqbiol:hasPart", ("uniprot:P35568", "uniprot:P31749")), *one("hasProperty", P)],
    ),
    "complex with others": (
        COMPLEX,
        253,
        [("bqbiol:hasPart", ("uniprot:P31749", "uniprot:P31751", "CHEBI:16618")), *one("hasProperty", S)],
    ),
    "complex with a memberless family": (
        form(("RAS", 1, []), ("IRS1", 1, [])),
        297,
        [("bqbiol:hasPart", ("fplx:RAS", "uniprot:P35568"))],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_form_is_annotated_by_its_parts(case: tuple[dict[str, Any], int, Terms]) -> None:
    subject, term, terms = case
    assert species_sbo(subject, MOLECULES) == term
    assert species_terms(subject, MOLECULES) == terms


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("1/(nM*s)", "1e9 litre^1 mole^-1 second^-1"),
        ("nM^-1*s^-1", "1e9 litre^1 mole^-1 second^-1"),
        ("nmol/litre", "1e-9 litre^-1 mole^1"),
        ("nM", "1e-9 litre^-1 mole^1"),
        ("nM/nM", "1e0"),
        ("dimensionless", "1e0"),
        ("1/min", "no coherent unit: '1/min'"),
        ("1/(nM*s", "no coherent unit: '1/(nM*s'"),
        ("nM s", "no coherent unit: 'nM s'"),
        ("", "no coherent unit: ''"),
    ],
)
def test_a_unit_has_one_normal_form(text: str, normal: str) -> None:
    assert unit(text) == normal


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a + b + c", "a + (b + c)"),
        ("V*(k*a*b - q*c)", "V * (k * (a * b) - q * c)"),
        ("2*a", "2 dimensionless * a"),
        ("1e-3*a", "0.001*a"),
        ("exp(-a)/(1 + a^2)", "exp(-a) / (1 + pow(a, 2))"),
    ],
)
def test_formulas_that_say_the_same_are_equal(left: str, right: str) -> None:
    assert of_text(left) == of_text(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a - b - c", "a - (b - c)"),
        ("a*b + c", "a*(b + c)"),
        ("a - b", "b - a"),
        ("a/b", "b/a"),
        ("-a", "a"),
        ("2*a", "2 nM * a"),
        ("exp(a)", "sin(a)"),
        ("f(a)", "g(a)"),
        ("Pi*a", "pi*a"),
        ("time", "avogadro"),
        ("a +", "a"),
    ],
)
def test_formulas_that_differ_are_not(left: str, right: str) -> None:
    assert of_text(left) != of_text(right)


CURIES = [
    "uniprot:P08069",
    "uniprot.isoform:P08069-2",
    "uniprot:A0A024R161",
    "hgnc:5465",
    "ncbigene:3480",
    "fplx:AKT",
    "CHEBI:30616",
    "pubchem.compound:11640390",
    "chembl.compound:CHEMBL1091644",
    "drugbank:DB06075",
    "GO:0005886",
    "MOD:00048",
    "ECO:0000304",
    "taxonomy:9606",
    "pubmed:17898809",
    "doi:10.1073/pnas.86.18.6898",
    "pmc:PMC1234",
    "reactome:R-HSA-2404192",
    "ec-code:2.7.10.1",
    "DOID:1612",
    "BTO:0000093",
    "cellosaurus:CVCL_0031",
    "mamo:MAMO_0000046",
    "orcid:0000-0002-1825-0097",
    "spdx:CC0-1.0",
    "mesh:C551528",
]


def test_every_registered_prefix_is_tried() -> None:
    assert {one.partition(":")[0] for one in CURIES} == set(PATTERNS)


@pytest.mark.parametrize("identifier", CURIES)
def test_a_curie_comes_back_from_its_uri(identifier: str) -> None:
    assert objection(identifier) == ""
    assert curie(uri(identifier)) == identifier
    assert curie(uri(identifier, "path")) == identifier


def test_the_path_form_repeats_the_prefix_of_ontologies() -> None:
    assert uri("GO:0005886", "path") == "http://identifiers.org/go/GO:0005886"
    assert uri("pubmed:1", "path") == "http://identifiers.org/pubmed/1"


@pytest.mark.parametrize(
    "identifier",
    [
        *(
            "uniprot:p08069",
            "uniprot:P08069-2",
            "uniprot.isoform:P08069",
            "uniprot:IGF1R",
            "hgnc:HGNC:5465",
            "GO:5886",
            "MOD:48",
        ),
        *("pubmed:017", "ec-code:2.7", "MONDO:1", "x", ""),
    ],
)
def test_a_malformed_curie_is_objected_to(identifier: str) -> None:
    assert objection(identifier)
