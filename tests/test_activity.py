"""The signs of the activity flow: each rule on a model that shows it alone, and the published models as a whole."""

from __future__ import annotations

from functools import cache

import helpers
import pytest
import verb_models as v

from igf1r_model.activity import influences
from igf1r_model.activity.actors import _fewest
from igf1r_model.dsl import Module, Part, inhibitor, protein
from igf1r_model.loading import assembled
from igf1r_model.model import Form

EGFR = protein("EGFR", "P00533", hgnc=3236, phospho="Y1092")
IGFBP3 = protein("IGFBP3", "P17936", hgnc=5472)


def signs(module: Module) -> dict[tuple[str, str], str]:
    """The sign of each influence in a model of one module."""
    return {(one.source, one.target): one.sign for one in influences(assembled(v.plan("model", module)))}


@cache
def published(model: str) -> dict[tuple[str, str], str]:
    return {(one.source, one.target): one.sign for one in influences(helpers.models()[model])}


@pytest.fixture
def m() -> Module:
    return Module("example", "an example", go=v.GO)


def acting_kinase(m: Module) -> tuple[Form, Form]:
    """A kinase that has something to do once it is phosphorylated."""
    kinase = m.form("kinase", v.AKT1, at=v.CYTOSOL, initial=v.SOME)
    upstream = m.form("upstream", v.IGF1R, at=v.MEMBRANE, initial=v.SOME)
    active = m.phosphorylate("activates", upstream, kinase, "T308", gives="kinase_p", k=v.SECOND, evidence=v.SAID)
    substrate = m.form("substrate", v.FOXO3, at=v.CYTOSOL, initial=v.SOME)
    m.phosphorylate("acts", active, substrate, "T32", gives="substrate_p", k=v.SECOND, evidence=v.SAID)
    return kinase, active


def test_a_kinase_that_brings_its_target_nearer_to_acting_raises_it(m: Module) -> None:
    acting_kinase(m)
    assert signs(m)["IGF1R", "AKT1"] == "+"


def test_of_a_target_that_does_nothing_in_the_model_nothing_is_told(m: Module) -> None:
    acting_kinase(m)
    assert signs(m)["AKT1", "FOXO3"] == "?"


def test_a_phosphatase_lowers_what_a_kinase_raises(m: Module) -> None:
    kinase, active = acting_kinase(m)
    phosphatase = m.form("phosphatase", v.PTPN1, at=v.CYTOSOL, initial=v.SOME)
    m.dephosphorylate("comes_off", phosphatase, active, gives=kinase, k=v.SECOND, evidence=v.SAID)
    assert signs(m)["PTPN1", "AKT1"] == "-"


def test_a_modification_that_is_a_detour_lowers(m: Module) -> None:
    kinase, _ = acting_kinase(m)
    brake = m.form("brake", v.PTPN1, at=v.CYTOSOL, initial=v.SOME)
    off = m.phosphorylate(
        "disables", brake, kinase, "S473", gives="kinase_off", shown="AKT1 off", k=v.SECOND, evidence=v.SAID
    )
    m.dephosphorylate("recovers", None, off, gives=kinase, k=v.FIRST, evidence=v.SAID)
    assert signs(m)["PTPN1", "AKT1"] == "-"


def test_an_inhibitor_of_what_raises_lowers_and_the_other_way_round(m: Module) -> None:
    acting_kinase(m)
    brake = m.form("brake", v.PTPN1, at=v.CYTOSOL, initial=v.SOME)
    made = m.form("made", EGFR, at=v.CYTOSOL)
    m.synthesise("makes", made, k=v.ZEROTH, evidence=v.SAID, when=[inhibitor(brake, Ki=v.HALF)])
    assert signs(m)["PTPN1", "EGFR"] == "-"


def test_a_ligand_raises_the_receptor_that_acts_with_it_and_not_the_other_way_round(m: Module) -> None:
    ligand, receptor = m.input("ligand", v.IGF1, v.MEDIUM), m.form("receptor", v.IGF1R, at=v.MEMBRANE, initial=v.SOME)
    bound = m.bind("binds", ligand, receptor, gives="bound", kon=v.SECOND, Kd=v.HALF, evidence=v.SAID)
    adaptor = m.form("adaptor", v.IRS1, at=v.CYTOSOL, initial=v.SOME)
    m.phosphorylate("acts", bound, adaptor, "Y612", gives="adaptor_p", k=v.SECOND, evidence=v.SAID)
    m.phosphorylate(
        "acts_alone", receptor, adaptor, "Y896", gives="adaptor_q", shown="IRS1 q", k=v.SECOND, evidence=v.SAID
    )
    found = signs(m)
    assert found["IGF1", "IGF1R"] == "+"
    assert ("IGF1R", "IGF1") not in found


def test_who_only_holds_a_ligand_lowers_it_and_is_no_target_itself(m: Module) -> None:
    ligand, receptor = m.input("ligand", v.IGF1, v.MEDIUM), m.form("receptor", v.IGF1R, at=v.MEMBRANE, initial=v.SOME)
    carrier = m.form("carrier", IGFBP3, at=v.MEDIUM, initial=v.SOME)
    bound = m.bind("binds", ligand, receptor, gives="bound", kon=v.SECOND, Kd=v.HALF, evidence=v.SAID)
    m.bind("holds", ligand, carrier, gives="held", kon=v.SECOND, Kd=v.HALF, evidence=v.SAID)
    adaptor = m.form("adaptor", v.IRS1, at=v.CYTOSOL, initial=v.SOME)
    m.phosphorylate("acts", bound, adaptor, "Y612", gives="adaptor_p", k=v.SECOND, evidence=v.SAID)
    found = signs(m)
    assert found["IGFBP3", "IGF1"] == "-"
    assert ("IGF1", "IGFBP3") not in found


def test_a_drug_lowers_its_target_and_nothing_else_in_the_targets_complex(m: Module) -> None:
    ligand, receptor = m.input("ligand", v.IGF1, v.MEDIUM), m.form("receptor", v.IGF1R, at=v.MEMBRANE, initial=v.SOME)
    bound = m.bind("binds", ligand, receptor, gives="bound", kon=v.SECOND, Kd=v.HALF, evidence=v.SAID)
    adaptor = m.form("adaptor", v.IRS1, at=v.CYTOSOL, initial=v.SOME)
    either = m.family("either", receptor, bound)
    m.phosphorylate("acts", either, adaptor, "Y612", gives="adaptor_p", k=v.SECOND, evidence=v.SAID)
    compound = m.input("compound", v.LINSITINIB, v.MEDIUM)
    m.inhibit("slows", compound, either, Ki=v.HALF, evidence=v.SAID)
    found = signs(m)
    assert found["linsitinib", "IGF1R"] == "-"
    assert ("linsitinib", "IGF1") not in found


def test_what_all_controllers_have_in_common_acts() -> None:
    assert _fewest([form("A", "X"), form("B", "X")]) == {"X"}
    assert _fewest([form("A", "X", "Y"), form("B", "X", "Y")]) == {"X", "Y"}
    assert _fewest([form("A"), form("A", "C"), form("B", "C"), form("B"), form("A", "D")]) == {"A", "B"}


def form(*names: str) -> Form:
    parts = tuple(Part(protein(name, "P00533")) for name in names)
    return Form("_".join(names), "", v.CYTOSOL, parts)


@pytest.mark.parametrize(
    ("source", "sign", "target"),
    [
        ("IGF1R", "+", "IRS1"),
        ("AKT1", "-", "TSC2"),
        ("MAPK1", "-", "SOS1"),
        ("RPS6KB1", "-", "IRS1"),
        ("IGFBP3", "-", "IGF1"),
        ("gefitinib", "-", "EGFR"),
        ("sirolimus", "-", "MTOR"),
        ("trastuzumab", "-", "ERBB2"),
        ("NRG1", "+", "ERBB3"),
        ("AKT1", "-", "CDKN1B"),
        ("RB1", "-", "E2F1"),
        ("MTOR", "+", "AKT1"),
        ("PLCG1", "+", "MAPK1"),
        ("CYCS", "+", "APAF1"),
    ],
)
def test_the_full_model_shows_what_is_known(source: str, sign: str, target: str) -> None:
    assert published("igf1r_full")[source, target] == sign


@pytest.mark.parametrize(
    ("source", "target"),
    [("IGF1R", "IGF1"), ("linsitinib", "EGFR"), ("trastuzumab", "SHC1"), ("EGF", "SHC1"), ("MLST8", "RPS6KB1")],
)
def test_the_full_model_shows_no_bystander(source: str, target: str) -> None:
    assert (source, target) not in published("igf1r_full")


@pytest.mark.parametrize("model", helpers.models())
def test_nothing_acts_on_a_drug_but_the_protein_that_it_needs(model: str) -> None:
    medicines = {m.id for m in helpers.models()[model].molecules if m.kind in ("drug", "antibody")}
    assert {(s, sign) for (s, t), sign in published(model).items() if t in medicines} <= {("FKBP1A", "+")}


@pytest.mark.parametrize("model", helpers.models())
def test_no_influence_is_said_to_be_both(model: str) -> None:
    assert "+-" not in published(model).values()
