"""Drugs that slow catalyses, and contested mechanisms under a switch: written alike in every format, judged fully."""

from __future__ import annotations

import json
import re
from pathlib import Path

import helpers
import pytest
import verb_models as v
from lxml import etree

from igf1r_model.dsl import Module, Part, Switch, activator, catalyst, essential, ev, inhibitor
from igf1r_model.issues import PathwayError
from igf1r_model.loading import assembled
from igf1r_model.model import Form, Model

NAME = "drugged"
SWITCH = Switch("contested", "contested feedback", False, "two papers disagree")
MORE, OTHERS = ev(v.OTHER, "ECO:0000314"), ev(v.PAPER)


@pytest.fixture(scope="module")
def model() -> Model:
    """A receptor that phosphorylates itself and, with AKT1, IRS1; one drug for both, by two constants."""
    m = Module("example", "an example", go=v.GO)
    compound, irs = m.input("compound", v.LINSITINIB, v.MEDIUM), m.input("irs", v.IRS1, v.CYTOSOL)
    dimer = m.form("dimer", Part(v.IGF1R, 2), at=v.MEMBRANE, input=True)  # without a dose all is at rest
    kinase = m.form("kinase", v.AKT1, at=v.CYTOSOL, initial=v.SOME)
    active = m.autophosphorylate("itself", dimer, "Y1161", gives="dimer_p", k=v.FIRST, evidence=v.SAID)
    m.phosphorylate(
        "both", [catalyst(active, k=v.SECOND), catalyst(kinase, k=v.SECOND)], irs, "Y612", gives="irs_p",
        switch=SWITCH, evidence=v.SAID,
    )  # fmt: skip
    m.degrade("loss", irs, by=[activator(active, k=v.SECOND)], evidence=v.SAID)
    m.degrade("spared", irs, by=[catalyst(kinase, k=v.SECOND)], evidence=v.SAID)
    receptors = m.family("receptors", dimer, active)
    m.inhibit("compound_inhibits_receptors", compound, receptors, Ki=v.number(35, "nM"), evidence=[MORE])
    m.inhibit(
        "compound_inhibits_kinase", compound, kinase, Ki=v.number(2, "uM"), evidence=[OTHERS], competitive=False,
        only=["both"],
    )  # fmt: skip
    return assembled(v.plan(NAME, m))


@pytest.fixture
def folder(model: Model, tmp_path: Path) -> Path:
    helpers.write(model, tmp_path)
    return tmp_path


def test_no_judge_objects(folder: Path) -> None:
    found = helpers.objections(folder, NAME, quick=False)
    if found.get("biopax-sif") == "tests/required_sif.tsv is not there":
        del found["biopax-sif"]
    assert found == {}


def test_sbml_names_a_drug_once_on_each_reaction_that_its_targets_catalyse(folder: Path) -> None:
    tree = etree.parse(folder / f"{NAME}.xml")
    drugs = {one.get("id"): one for one in tree.iter("{*}modifierSpeciesReference") if one.get("species") == "compound"}
    assert list(drugs) == ["control__itself__compound", "control__both__compound"]
    assert [one.get("sboTerm") for one in drugs.values()] == ["SBO:0000206", "SBO:0000207"]
    assert [papers(one) for one in drugs.values()] == [["1380456"], ["1380456", "19225456"]]


def papers(element: etree._Element) -> list[str]:
    """The PubMed ids in an element's annotation."""
    return re.findall(r"pubmed:(\d+)", etree.tostring(element, encoding="unicode"))


def test_biopax_has_a_modulation_of_each_catalysis(folder: Path) -> None:
    text = (folder / f"{NAME}.owl").read_text("utf-8")
    modulations = dict(re.findall(r'<bp:Modulation rdf:ID="([^"]*)">.*?>(INHIBITION-\w+)<', text, re.DOTALL))
    assert modulations == {
        "control.itself.dimer.compound": "INHIBITION-COMPETITIVE",
        "control.both.dimer_p.compound": "INHIBITION-COMPETITIVE",
        "control.both.kinase.compound": "INHIBITION-NONCOMPETITIVE",
    }
    assert [text.count(f'"#{catalysis.rpartition(".")[0]}"') >= 1 for catalysis in modulations] == [True] * 3


def test_the_manifest_lists_inhibitions_and_switches(folder: Path) -> None:
    manifest = json.loads((folder / f"{NAME}.model.json").read_text("utf-8"))
    assert manifest["inhibitions"][0] == {
        "id": "compound_inhibits_receptors",
        "drug": "compound",
        "targets": ["dimer", "dimer_p"],
        "Ki": "Ki__compound_inhibits_receptors",
        "competitive": True,
        "only": [],
        "papers": ["pubmed:1380456"],
        "eco": ["ECO:0000314"],
    }
    assert manifest["switches"] == [{"id": "contested", "name": SWITCH.name, "value": 0, "why": SWITCH.why}]


def test_the_law_is_slowed_where_a_target_catalyses_and_nowhere_else(folder: Path) -> None:
    processes = json.loads((folder / f"{NAME}.model.json").read_text("utf-8"))["processes"]
    laws = {process["id"]: process["law"] for process in processes}
    receptors, kinase = (f"(1 + compound/Ki__compound_inhibits_{who})" for who in ("receptors", "kinase"))
    assert laws == {
        "itself": f"membrane*(k__itself/{receptors})*dimer",
        "both": f"contested*membrane*(k_dimer_p__both*(dimer_p/{receptors}) + k_kinase__both*(kinase/{kinase}))*irs",
        "loss": "membrane*k__loss*dimer_p*irs",
        "spared": "cytosol*k__spared*kinase*irs",
    }


DRUG = 'id="control__both__compound" sboTerm="SBO:0000207" species="compound">'
KINASE = 'id="control__both__kinase" sboTerm="SBO:0000460" species="kinase">'
SWITCHED = 'sboTerm="SBO:0000002" value="0" units="dimensionless" constant="true"'
DEFECTS = {
    "the drug's SBO term": ("xml", DRUG, DRUG.replace("207", "206"), {"arrival"}),
    "another branch of SBO": ("xml", DRUG, DRUG.replace("207", "010"), {"arrival", "sbml-rules"}),
    "another modifier": ("xml", DRUG, DRUG.replace('"compound">', '"irs_p">'), {"agree", "arrival"}),
    "a drug's id": ("xml", DRUG, DRUG.replace("both__compound", "both_compound"), {"arrival"}),
    "switched on": ("xml", SWITCHED, SWITCHED.replace('"0"', '"1"'), {"arrival"}),
    "a switch with a unit": ("xml", SWITCHED, SWITCHED.replace("dimensionless", "second"), {"arrival", "libsbml"}),
    "a switch that varies": ("xml", SWITCHED, SWITCHED.replace("true", "false"), {"arrival"}),
    "the switch's SBO term": ("xml", SWITCHED, SWITCHED.replace("0002", "0009"), {"arrival"}),
    "the reason of a switch": ("xml", SWITCH.why, "two papers agree", {"arrival"}),
    "a law without its switch": ("xml", "<ci>contested</ci>\n", "", {"arrival"}),
    "a law without its drug": ("xml", "<ci>compound</ci>", "<ci>kinase</ci>", {"arrival"}),
    "the kind of inhibition": ("owl", "INHIBITION-NONCOMPETITIVE", "INHIBITION-COMPETITIVE", {"biopax-arrival"}),
    "an inhibition left out of the manifest": ("model.json", '"drug": "compound"', '"drug": "irs"', {"arrival"}),
    "a switch left out of the manifest": ("model.json", '"id": "contested"', '"id": "other"', {"arrival", "triples"}),
    "a process that is spared": (
        "model.json",
        '"both"\n   ]',
        '"spared"\n   ]',
        {"arrival", "biopax-arrival", "triples"},
    ),
    "a paper of the inhibition": ("model.json", '"pubmed:1380456"', '"pubmed:1"', {"arrival", "triples"}),
}


@pytest.mark.parametrize(("suffix", "old", "new", "judges"), DEFECTS.values(), ids=DEFECTS)
def test_a_planted_defect_is_found(folder: Path, suffix: str, old: str, new: str, judges: set[str]) -> None:
    path = folder / f"{NAME}.{suffix}"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert judges <= helpers.objections(folder, NAME).keys()


def test_the_drug_cannot_be_missing_from_the_sbml(folder: Path) -> None:
    path = folder / f"{NAME}.xml"
    text = path.read_text("utf-8")
    start = text.index(f'<modifierSpeciesReference metaid="meta_{DRUG[4:26]}')
    end = text.index("</modifierSpeciesReference>\n", start) + len("</modifierSpeciesReference>\n")
    path.write_text(text[:start] + text[end:], "utf-8")
    assert {"agree", "arrival", "triples"} <= helpers.objections(folder, NAME).keys()


# What cannot be written is refused.


def issues(say: str) -> list[str]:
    """What is wrong with a model that says something more, in the words of the DSL."""
    m = Module("example", "an example", go=v.GO)
    compound = m.input("compound", v.LINSITINIB, v.MEDIUM)
    kinase: Form = m.form("kinase", v.AKT1, at=v.CYTOSOL, initial=v.SOME)
    irs = m.form("irs", v.IRS1, at=v.CYTOSOL, initial=v.SOME)
    names = {**vars(v), "m": m, "compound": compound, "kinase": kinase, "irs": irs, "Ki": v.number(35, "nM"),
             "essential": essential, "inhibitor": inhibitor, "catalyst": catalyst}  # fmt: skip
    exec(say, names)
    with pytest.raises(PathwayError) as caught:
        assembled(v.plan("refused", m))
    return [f"{issue.where}: {issue.message}" for issue in caught.value.issues]


PHOSPHORYLATE = 'm.phosphorylate("it", kinase, irs, "Y612", gives="irs_p", k=SECOND, evidence=SAID'
REFUSED = {
    "a drug twice on one target": (
        f'{PHOSPHORYLATE})\nfor i in "12":\n    m.inhibit("drug" + i, compound, kinase, Ki=Ki, evidence=SAID)',
        "example.it: compound inhibits kinase more than once; give one Ki",
    ),
    "a drug that is a controller too": (
        f'{PHOSPHORYLATE}, when=[inhibitor(compound, Ki=Ki)])\nm.inhibit("d", compound, kinase, Ki=Ki, evidence=SAID)',
        "example.it: compound controls it in more than one way; choose one",
    ),
    "a controller in two roles": (
        f"{PHOSPHORYLATE}, when=[essential(kinase, K=HALF)])",
        "example.it: kinase controls it in more than one way; choose one",
    ),
    "a number without a place in the law": (
        'm.bind("it", kinase, irs, gives="whole", kon=SECOND, Kd=HALF, when=[catalyst(compound, k=Ki)], evidence=SAID)',
        "example.it: the law of bind has no place for k__it",
    ),
    "an identifier that nobody knows": (
        f'{PHOSPHORYLATE})\nm.inhibit("drugged", compound, kinase, Ki=Ki, evidence=[ev(paper("NOBODY", 1))])',
        "drugged: nobody has confirmed pubmed:1;",
    ),
}


@pytest.mark.parametrize(("say", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_no_file_could_say_is_refused(say: str, expected: str) -> None:
    assert [found for found in issues(say) if expected in found]
