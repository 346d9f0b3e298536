"""Two files that say the same agree; each way in which one can drift from the other is found and named."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from igf1r_validation import agree
from igf1r_validation.verdict import Verdict

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PLACES = {"medium": "GO:0005576", "membrane": "GO:0005886", "cytosol": "GO:0005829"}
# form: name, place, qualifier of its proteins in SBML, proteins
FORMS = {
    "IGF1": ("IGF1", "medium", "is", ["P05019"]),
    "IGF1R": ("IGF1R", "membrane", "is", ["P08069"]),
    "IGF1R_IGF1": ("IGF1R:IGF1", "membrane", "hasPart", ["P08069", "P05019"]),
    "pIGF1R": ("p-IGF1R:IGF1", "membrane", "hasPart", ["P08069", "P05019"]),
    "IRS1": ("IRS1", "cytosol", "is", ["P35568"]),
    "pIRS1": ("p-IRS1", "cytosol", "isVersionOf", ["P35568"]),
    "RAS": ("RAS", "membrane", "hasVersion", ["P01112", "P01116"]),
    "drug": ("linsitinib", "cytosol", "is", []),
}
# process: name, class, left, right, papers
PROCESSES: dict[str, tuple[str, str, dict[str, int], dict[str, int], list[str]]] = {
    "binds": ("IGF1 binds", "ComplexAssembly", {"IGF1": 1, "IGF1R": 2}, {"IGF1R_IGF1": 1}, ["3003744"]),
    "self_phosphorylates": ("self", "BiochemicalReaction", {"IGF1R_IGF1": 1}, {"pIGF1R": 1}, ["34191793"]),
    "phosphorylates": (
        "IRS1 gets P",
        "BiochemicalReaction",
        {"IRS1": 1},
        {"pIRS1": 1},
        ["17898809", "3003744"],
    ),
    "makes_IRS1": ("IRS1 is made", "TemplateReaction", {}, {"IRS1": 1}, ["17898809"]),
    "degrades": ("RAS is lost", "Degradation", {"RAS": 1}, {}, ["17898809"]),
}
# process, controller, class, SBO term, controlType, papers
CONTROLS = [
    ("self_phosphorylates", "IGF1R_IGF1", "Catalysis", "", "ACTIVATION", ["34191793"]),
    ("phosphorylates", "pIGF1R", "Catalysis", "SBO:0000460", "ACTIVATION", ["17898809"]),
    ("phosphorylates", "drug", "Modulation", "SBO:0000206", "INHIBITION-COMPETITIVE", ["34191793"]),
    ("makes_IRS1", "RAS", "TemplateReactionRegulation", "SBO:0000459", "ACTIVATION", ["3003744"]),
]
CURRENCY = {"ATP": "left", "ADP": "right"}


def sbml() -> str:
    """The SBML file, as the exporter writes it but for what this judge does not read."""
    places = "".join(f'<compartment id="{one}">{_terms([("is", go)])}</compartment>' for one, go in PLACES.items())
    species = "".join(
        f'<species id="{form}" name="{name}" compartment="{place}">'
        f"{_terms([*((how, f'uniprot:{one}') for one in proteins), ('hasProperty', 'uniprot:Q00000')])}"
        "</species>"
        for form, (name, place, how, proteins) in FORMS.items()
    )
    reactions = "".join(_reaction(process, *facts) for process, facts in PROCESSES.items())
    return (
        '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"><model id="mini">'
        f"<listOfCompartments>{places}</listOfCompartments><listOfSpecies>{species}</listOfSpecies>"
        f"<listOfReactions>{reactions}</listOfReactions></model></sbml>"
    )


def _terms(terms: Sequence[tuple[str, str]]) -> str:
    blocks = "".join(
        f'<q:{name}><r:Bag><r:li r:resource="https://identifiers.org/{curie}"/></r:Bag></q:{name}>'
        for name, curie in terms
    )
    spaces = f'xmlns:r="{RDF}" xmlns:q="http://biomodels.net/biology-qualifiers/"'
    return f"<annotation><r:RDF {spaces}><r:Description>{blocks}</r:Description></r:RDF></annotation>"


def _reaction(
    process: str,
    name: str,
    kind: str,
    left: Mapping[str, int],
    right: Mapping[str, int],
    papers: Sequence[str],
) -> str:
    modifiers = "".join(
        f'<modifierSpeciesReference species="{form}" sboTerm="{sbo}">'
        f"{_terms([('isDescribedBy', f'pubmed:{one}') for one in found])}</modifierSpeciesReference>"
        for owner, form, _, sbo, _, found in CONTROLS
        if owner == process and sbo
    )
    described = _terms([("isDescribedBy", f"pubmed:{one}") for one in papers] + [("hasProperty", "ECO:0000314")])
    reversible = "true" if kind == "ComplexAssembly" else "false"
    return (
        f'<reaction id="{process}" name="{name}" reversible="{reversible}">{described}'
        f"{_side('Reactants', left)}{_side('Products', right)}"
        f"<listOfModifiers>{modifiers}</listOfModifiers></reaction>"
    )


def _side(name: str, participants: Mapping[str, int]) -> str:
    items = "".join(
        f'<speciesReference species="{form}" stoichiometry="{number}"/>' for form, number in participants.items()
    )
    return f"<listOf{name}>{items}</listOf{name}>" if items else ""


def owl() -> str:
    """The BioPAX file, with the helpers that must not be taken for forms and processes."""
    proteins = sorted({one for *_, ids in FORMS.values() for one in ids})
    parts = [_individual("ProteinReference", f"ref.{one}", xref=[f"xref.{one}"]) for one in proteins]
    parts += [_xref("UnificationXref", f"xref.{one}", "uniprot", one) for one in proteins]
    parts += [_individual("CellularLocationVocabulary", f"place.{one}", xref=[f"xref.{one}"]) for one in PLACES]
    parts += [_xref("UnificationXref", f"xref.{one}", "go", go) for one, go in PLACES.items()]
    papers = {one for *_, found in (*PROCESSES.values(), *CONTROLS) for one in found}
    parts += [_xref("PublicationXref", f"xref.pubmed_{one}", "pubmed", one) for one in sorted(papers)]
    for molecule in CURRENCY:
        parts.append(_individual("SmallMolecule", molecule, entityReference=[f"ref.{molecule}"]))
        parts.append(_individual("SmallMoleculeReference", f"ref.{molecule}"))
    parts += [_entity(form, *facts) for form, facts in FORMS.items()]
    parts += [_conversion(process, *facts) for process, facts in PROCESSES.items()]
    parts += [_control(*facts) for facts in CONTROLS]
    spaces = f'xmlns:rdf="{RDF}" xmlns:bp="http://www.biopax.org/release/biopax-level3.owl#"'
    base = 'xml:base="https://w3id.org/igf1r-model/mini#"'
    return f"<rdf:RDF {spaces} {base}><!-- mini -->{''.join(parts)}</rdf:RDF>"


def _individual(kind: str, identity: str, text: Mapping[str, str] | None = None, **links: Sequence[str]) -> str:
    literals = "".join(f"<bp:{name}>{value}</bp:{name}>" for name, value in (text or {}).items())
    pointers = "".join(f'<bp:{name} rdf:resource="#{one}"/>' for name, targets in links.items() for one in targets)
    return f'<bp:{kind} rdf:ID="{identity}">{literals}{pointers}</bp:{kind}>'


def _xref(kind: str, identity: str, db: str, number: str) -> str:
    return _individual(kind, identity, {"db": db, "id": number})


def _entity(form: str, name: str, place: str, how: str, proteins: Sequence[str]) -> str:
    facts, where = {"displayName": name}, [f"place.{place}"]
    if how == "hasPart":
        inner = [f"part.{form}.{number}" for number, _ in enumerate(proteins)]
        states = "".join(
            _individual("Protein", part, entityReference=[f"ref.{protein}"])
            for part, protein in zip(inner, proteins, strict=True)
        )
        return states + _individual("Complex", form, facts, cellularLocation=where, component=inner)
    if how == "hasVersion":
        members = [f"ref.{one}" for one in proteins]
        family = _individual("ProteinReference", f"ref.{form}", memberEntityReference=members)
        return family + _individual("Protein", form, facts, cellularLocation=where, entityReference=[f"ref.{form}"])
    kind = "Protein" if proteins else "SmallMolecule"
    references = [f"ref.{one}" for one in proteins]
    return _individual(kind, form, facts, cellularLocation=where, entityReference=references)


def _conversion(
    process: str,
    name: str,
    kind: str,
    left: Mapping[str, int],
    right: Mapping[str, int],
    papers: Sequence[str],
) -> str:
    facts = {"displayName": name} | ({"conversionDirection": "REVERSIBLE"} if kind == "ComplexAssembly" else {})
    stoichiometry = "".join(
        _individual(
            "Stoichiometry",
            f"stoich.{process}.{form}",
            {"stoichiometricCoefficient": f"{number}.0"},
            physicalEntity=[form],
        )
        for form, number in {**left, **right}.items()
    )
    if kind == "TemplateReaction":  # BioPAX counts the participants of conversions only
        stoichiometry = ""
    small = kind == "BiochemicalReaction"
    links = {
        "left": [*left, *(["ATP"] if small else [])],
        "product" if kind == "TemplateReaction" else "right": [*right, *(["ADP"] if small else [])],
        "participantStoichiometry": [f"stoich.{process}.{form}" for form in {**left, **right} if stoichiometry],
        "evidence": [f"ev.{process}"],
    }
    evidence = _individual("Evidence", f"ev.{process}", xref=[f"xref.pubmed_{one}" for one in papers])
    return stoichiometry + evidence + _individual(kind, process, facts, **links)


def _control(process: str, form: str, kind: str, _: str, sign: str, papers: Sequence[str]) -> str:
    controlled = "control.phosphorylates.pIGF1R" if kind == "Modulation" else process
    name, note = f"control.{process}.{form}", f"ev.control.{process}.{form}"
    evidence = _individual("Evidence", note, xref=[f"xref.pubmed_{one}" for one in papers])
    links = {"controller": [form], "controlled": [controlled], "evidence": [note]}
    return evidence + _individual(kind, name, {"controlType": sign}, **links)


def manifest() -> dict[str, Any]:
    """The part of the manifest that this judge reads."""
    own = [{"self": True, "members": ["IGF1R_IGF1"], "papers": ["pubmed:34191793"]}]
    return {
        "molecules": [{"id": one, "currency": True} for one in CURRENCY] + [{"id": "IRS1", "currency": False}],
        "processes": [{"id": one, "controls": own if one == "self_phosphorylates" else []} for one in PROCESSES],
        "loses": {"xml": ["currency molecules"], "owl": ["rates", "amounts"]},
    }


def judged(build: Path, xml: str, biopax: str, content: Mapping[str, Any] | None = None) -> Verdict:
    """The verdict on two texts."""
    (build / "mini.xml").write_text(xml, encoding="utf-8")
    (build / "mini.owl").write_text(biopax, encoding="utf-8")
    (build / "mini.model.json").write_text(json.dumps(content or manifest()), encoding="utf-8")
    return agree.judge(build, "mini")


def rules(verdict: Verdict) -> list[tuple[str, str]]:
    """Who and what each finding is about."""
    return [(one.subject, one.rule) for one in verdict.findings]


def test_two_files_that_say_the_same_agree(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml(), owl())
    assert verdict.findings == ()
    assert verdict.status == "passed"
    assert verdict.detail == (
        "8 forms, 5 processes, 3 controls; declared losses (told in the manifest): 2 in owl, 1 in xml"
    )


def test_the_older_uris_say_the_same(tmp_path: Path) -> None:
    text = sbml()
    for prefix in ("uniprot", "pubmed"):
        text = text.replace(f"https://identifiers.org/{prefix}:", f"http://identifiers.org/{prefix}/")
    text = text.replace("https://identifiers.org/GO:", "http://identifiers.org/go/GO:")
    assert judged(tmp_path, text, owl()).findings == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('id="drug" name', 'id="remedy" name', [("drug", "form"), ("remedy", "form")]),
        ('id="degrades"', 'id="loses"', [("loses", "process"), ("degrades", "process")]),
        ('name="p-IRS1"', 'name="IRS1-P"', [("pIRS1", "form name")]),
        ('name="RAS is lost"', 'name="RAS goes"', [("degrades", "process name")]),
        ('name="IRS1" compartment="cytosol"', 'name="IRS1" compartment="membrane"', [("IRS1", "form place")]),
        ("GO:0005576", "GO:0005615", [("IGF1", "form place")]),
        ("uniprot:P01116", "uniprot:P01111", [("RAS", "form uniprot")]),
        ('"IGF1R" stoichiometry="2"', '"IGF1R" stoichiometry="1"', [("binds", "process reactants")]),
        ('"pIRS1" stoichiometry="1"', '"pIRS1" stoichiometry="2"', [("phosphorylates", "process products")]),
        (' stoichiometry="2"', "", [("binds", "process reactants")]),
        (
            'name="IGF1 binds" reversible="true"',
            'name="IGF1 binds" reversible="false"',
            [("binds", "process reversible")],
        ),
        (
            'species="pIGF1R" sboTerm="SBO:0000460"',
            'species="pIGF1R" sboTerm="SBO:0000020"',
            [("phosphorylates - pIGF1R", "control"), ("phosphorylates + pIGF1R", "control")],
        ),
        (
            'species="drug" sboTerm="SBO:0000206"',
            'species="drug"',
            [("phosphorylates ? drug", "control"), ("phosphorylates - drug", "control")],
        ),
        (
            'species="RAS" sboTerm="SBO:0000459"',
            'species="IGF1" sboTerm="SBO:0000459"',
            [("makes_IRS1 + IGF1", "control"), ("makes_IRS1 + RAS", "control")],
        ),
    ],
)
def test_a_drift_of_the_sbml_file_is_found(tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert sbml().count(old) == 1
    assert sorted(rules(judged(tmp_path, sbml().replace(old, new), owl()))) == sorted(expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('rdf:ID="drug"', 'rdf:ID="drug.1"', [("drug", "form"), ("phosphorylates - drug", "control")]),
        ('rdf:ID="degrades"', 'rdf:ID="degrades.1"', [("degrades", "process")]),
        ("<bp:displayName>p-IRS1<", "<bp:displayName>IRS1<", [("pIRS1", "form name")]),
        ("<bp:displayName>self<", "<bp:displayName>other<", [("self_phosphorylates", "process name")]),
        ("GO:0005576", "GO:0005615", [("IGF1", "form place")]),
        (">P35568<", ">P35569<", [("IRS1", "form uniprot"), ("pIRS1", "form uniprot")]),
        ('<bp:memberEntityReference rdf:resource="#ref.P01112"/>', "", [("RAS", "form uniprot")]),
        ('<bp:component rdf:resource="#part.pIGF1R.1"/>', "", [("pIGF1R", "form uniprot")]),
        (">2.0<", ">1.0<", [("binds", "process reactants")]),
        ('<bp:product rdf:resource="#IRS1"/>', "", [("makes_IRS1", "process products")]),
        (
            '<bp:left rdf:resource="#RAS"/>',
            '<bp:right rdf:resource="#RAS"/>',
            [("degrades", "process reactants"), ("degrades", "process products")],
        ),
        (">REVERSIBLE<", ">LEFT-TO-RIGHT<", [("binds", "process reversible")]),
        (
            ">INHIBITION-COMPETITIVE<",
            ">ACTIVATION<",
            [("phosphorylates - drug", "control"), ("phosphorylates + drug", "control")],
        ),
        ('<bp:controller rdf:resource="#drug"/>', "", [("phosphorylates - drug", "control")]),
        (
            '<bp:controlled rdf:resource="#makes_IRS1"/>',
            '<bp:controlled rdf:resource="#degrades"/>',
            [("makes_IRS1 + RAS", "control"), ("degrades + RAS", "self-catalysis")],
        ),
        ('<bp:evidence rdf:resource="#ev.binds"/>', "", [("binds", "process papers")]),
        (
            '<bp:evidence rdf:resource="#ev.control.phosphorylates.pIGF1R"/>',
            '<bp:evidence rdf:resource="#ev.binds"/>',
            [("phosphorylates + pIGF1R", "control papers")],
        ),
    ],
)
def test_a_drift_of_the_biopax_file_is_found(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert owl().count(old) == 1
    assert sorted(rules(judged(tmp_path, sbml(), owl().replace(old, new)))) == sorted(expected)


@pytest.mark.parametrize("subject", ["binds", "self_phosphorylates", "phosphorylates", "makes_IRS1", "degrades"])
def test_a_paper_that_sbml_lacks_is_found(tmp_path: Path, subject: str) -> None:
    head, mark, tail = sbml().partition(f'<reaction id="{subject}"')
    changed = (
        head
        + mark
        + tail.replace("<q:isDescribedBy>", "<q:isPropertyOf>", 1).replace("</q:isDescribedBy>", "</q:isPropertyOf>", 1)
    )
    assert rules(judged(tmp_path, changed, owl())) == [(subject, "process papers")]


def test_a_controls_paper_that_sbml_lacks_is_found(tmp_path: Path) -> None:
    head, mark, tail = sbml().partition('species="drug" sboTerm')
    verdict = judged(tmp_path, head + mark + tail.replace("pubmed:34191793", "pubmed:1", 1), owl())
    (finding,) = verdict.findings
    assert (finding.subject, finding.rule) == ("phosphorylates - drug", "control papers")
    assert finding.message == "SBML says pubmed:1, BioPAX says pubmed:34191793"


def test_a_lost_self_catalysis_is_found(tmp_path: Path) -> None:
    text = owl().replace('<bp:controller rdf:resource="#IGF1R_IGF1"/>', "")
    assert rules(judged(tmp_path, sbml(), text)) == [("self_phosphorylates + IGF1R_IGF1", "self-catalysis")]


def test_a_paper_that_a_self_catalysis_lacks_is_found(tmp_path: Path) -> None:
    text = owl().replace('<bp:evidence rdf:resource="#ev.control.self_phosphorylates.IGF1R_IGF1"/>', "")
    (finding,) = judged(tmp_path, sbml(), text).findings
    assert (finding.subject, finding.rule) == ("self_phosphorylates + IGF1R_IGF1", "control papers")
    assert finding.message == "the manifest says pubmed:34191793, BioPAX says nothing"


def test_a_self_catalysis_that_the_model_does_not_have_is_found(tmp_path: Path) -> None:
    content = manifest()
    content["processes"][1]["controls"] = []
    verdict = judged(tmp_path, sbml(), owl(), content)
    assert rules(verdict) == [("self_phosphorylates + IGF1R_IGF1", "self-catalysis")]


def test_a_catalysis_by_a_form_that_is_not_consumed_is_no_self_catalysis(tmp_path: Path) -> None:
    old = '<bp:controller rdf:resource="#IGF1R_IGF1"/>'
    text = owl().replace(old, '<bp:controller rdf:resource="#RAS"/>')
    assert ("self_phosphorylates + RAS", "control") in rules(judged(tmp_path, sbml(), text))


def test_currency_is_left_out_only_where_the_manifest_says_so(tmp_path: Path) -> None:
    content = manifest()
    content["molecules"] = [{"id": "ADP", "currency": True}, {"id": "ATP", "currency": False}]
    found = rules(judged(tmp_path, sbml(), owl(), content))
    assert ("ATP", "form") in found
    assert ("phosphorylates", "process reactants") in found
    assert not any(subject == "ADP" for subject, _ in found)


def test_currency_is_known_by_its_reference_too(tmp_path: Path) -> None:
    text = owl().replace('rdf:ID="ATP"', 'rdf:ID="ATP_cytosol"').replace('"#ATP"', '"#ATP_cytosol"')
    assert judged(tmp_path, sbml(), text).findings == ()


def test_a_currency_molecule_that_is_a_species_is_compared(tmp_path: Path) -> None:
    text = sbml().replace("</listOfSpecies>", '<species id="ATP" name="ATP" compartment="cytosol"/></listOfSpecies>')
    found = rules(judged(tmp_path, text, owl()))
    assert ("ATP", "form name") in found
    assert ("phosphorylates", "process reactants") in found


def test_a_reaction_written_backwards_says_the_same(tmp_path: Path) -> None:
    text = owl()
    head, mark, tail = text.partition('<bp:Degradation rdf:ID="degrades">')
    turned = tail.replace("bp:left", "bp:right", 1)
    backwards = "<bp:conversionDirection>RIGHT-TO-LEFT</bp:conversionDirection>"
    assert judged(tmp_path, sbml(), head + mark + backwards + turned).findings == ()


def test_a_circle_of_controls_ends(tmp_path: Path) -> None:
    old = '<bp:controlled rdf:resource="#phosphorylates"/>'
    text = owl().replace(old, '<bp:controlled rdf:resource="#control.phosphorylates.drug"/>')
    found = rules(judged(tmp_path, sbml(), text))
    assert (" + pIGF1R", "control") in found
    assert ("phosphorylates + pIGF1R", "control") in found


def test_an_isoform_is_the_uniprot_id_of_sbml(tmp_path: Path) -> None:
    xml = sbml().replace("uniprot:P35568", "uniprot:P35568-2")
    text = owl().replace("<bp:db>uniprot</bp:db><bp:id>P35568<", "<bp:db>uniprot.isoform</bp:db><bp:id>P35568-2<")
    assert judged(tmp_path, xml, text).findings == ()


def test_two_empty_files_do_not_agree(tmp_path: Path) -> None:
    xml = '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core"><model/></sbml>'
    content: dict[str, Any] = {"molecules": [], "processes": [], "loses": {}}
    assert rules(judged(tmp_path, xml, f'<rdf:RDF xmlns:rdf="{RDF}"/>', content)) == [("", "content")]


@pytest.mark.parametrize("suffix", ["xml", "owl", "model.json"])
def test_a_missing_file_is_an_error(tmp_path: Path, suffix: str) -> None:
    judged(tmp_path, sbml(), owl())
    (tmp_path / f"mini.{suffix}").unlink()
    with pytest.raises(OSError, match=rf"mini\.{suffix}"):
        agree.judge(tmp_path, "mini")
