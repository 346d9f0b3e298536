"""COPASI imports a good file without a message and keeps all of it; every loss and every message is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree

from igf1r_validation import copasi_import, miriam
from igf1r_validation.verdict import Verdict

pytest.importorskip("COPASI")

COMPACT = "https://identifiers.org/"
EXAMPLES = {
    "uniprot": "uniprot:P08069",
    "uniprot.isoform": "uniprot.isoform:P06213-2",
    "hgnc": "hgnc:5465",
    "ncbigene": "ncbigene:3480",
    "fplx": "fplx:AKT",
    "chebi": "CHEBI:30616",
    "pubchem.compound": "pubchem.compound:11640390",
    "chembl.compound": "chembl.compound:CHEMBL3545110",
    "drugbank": "drugbank:DB06075",
    "mesh": "mesh:C551528",
    "go": "GO:0005886",
    "mod": "MOD:00048",
    "eco": "ECO:0000304",
    "sbo": "SBO:0000252",
    "taxonomy": "taxonomy:9606",
    "pubmed": "pubmed:17898809",
    "doi": "doi:10.1093/comjnl/3.3.175",
    "pmc": "pmc:PMC6219541",
    "reactome": "reactome:R-HSA-2404192",
    "ec-code": "ec-code:2.7.10.1",
    "doid": "DOID:1612",
    "bto": "BTO:0000093",
    "cellosaurus": "cellosaurus:CVCL_0031",
    "mamo": "mamo:MAMO_0000046",
    "orcid": "orcid:0000-0001-2345-6789",
    "spdx": "spdx:CC0-1.0",
}
CREATOR = """<dcterms:creator><rdf:Bag><rdf:li rdf:parseType="Resource">
<vCard:N rdf:parseType="Resource"><vCard:Family>Franklin</vCard:Family>
<vCard:Given>Rosalind</vCard:Given></vCard:N>
<vCard:EMAIL>r.franklin@example.org</vCard:EMAIL>
<vCard:ORG rdf:parseType="Resource"><vCard:Orgname>Birkbeck</vCard:Orgname></vCard:ORG>
</rdf:li></rdf:Bag></dcterms:creator>
<dcterms:created rdf:parseType="Resource">
<dcterms:W3CDTF>2026-11-22T00:00:00Z</dcterms:W3CDTF></dcterms:created>
<dcterms:modified rdf:parseType="Resource">
<dcterms:W3CDTF>2026-11-22T00:00:00Z</dcterms:W3CDTF></dcterms:modified>"""
SPACES = (
    f'xmlns:rdf="{miriam.RDF}" xmlns:bqbiol="http://biomodels.net/biology-qualifiers/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:vCard="http://www.w3.org/2001/vcard-rdf/3.0#"'
)
MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">'
DOSE = (
    f'<trigger initialValue="false" persistent="true">{MATH}<apply><geq/><csymbol encoding="text" '
    'definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol><cn>60</cn></apply></math></trigger>'
    f'<listOfEventAssignments><eventAssignment variable="IGF1R">{MATH}<cn>1</cn></math></eventAssignment>'
    "</listOfEventAssignments>"
)
VALUE = 'substanceUnits="nmol" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"'


def annotation(identity: str, terms: Iterable[tuple[str, str]], history: str = "") -> str:
    """The RDF of one element: one block per reference, as the exporter writes it."""
    blocks = "".join(
        f'<bqbiol:{name}><rdf:Bag><rdf:li rdf:resource="{uri}"/></rdf:Bag></bqbiol:{name}>' for name, uri in terms
    )
    about = f'<rdf:Description rdf:about="#meta_{identity}">{history}{blocks}</rdf:Description>'
    return f"<annotation><rdf:RDF {SPACES}>{about}</rdf:RDF></annotation>"


def element(tag: str, identity: str, attributes: str, *terms: tuple[str, str], body: str = "") -> str:
    """An element with a metaid, a name and annotations."""
    uris = [(name, uri if uri.startswith("http") else COMPACT + uri) for name, uri in terms]
    return (
        f'<{tag} metaid="meta_{identity}" id="{identity}" name="{identity} name" {attributes}>'
        f"{annotation(identity, uris)}{body}</{tag}>"
    )


def sbml(*more: tuple[str, str]) -> str:
    """Two forms, one process, every kind of element COPASI annotates; ``more`` terms on the receptor."""
    identity = [("is", "uniprot:P08069"), ("is", "hgnc:5465"), ("isDescribedBy", "pubmed:17898809"), *more]
    law = '<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/>'
    sides = (
        '<listOfReactants><speciesReference species="IGF1R" stoichiometry="1" constant="true"/>'
        "</listOfReactants><listOfProducts>"
        '<speciesReference species="pIGF1R" stoichiometry="1" constant="true"/>'
        "</listOfProducts>"
        f"{law}<ci>membrane</ci><ci>k</ci><ci>IGF1R</ci></apply></math></kineticLaw>"
    )
    evidence = [
        ("isVersionOf", "GO:0046777"),
        ("isDescribedBy", "pubmed:3003744"),
        ("hasProperty", "ECO:0000314"),
    ]
    lists = {
        "UnitDefinitions": '<unitDefinition id="nmol" name="nmol"><listOfUnits>'
        '<unit kind="mole" exponent="1" scale="-9" multiplier="1"/></listOfUnits></unitDefinition>'
        '<unitDefinition id="area" name="area"><listOfUnits>'
        '<unit kind="metre" exponent="2" scale="0" multiplier="1"/></listOfUnits></unitDefinition>'
        '<unitDefinition id="per_s" name="1/s"><listOfUnits><unit kind="second" exponent="-1" scale="0" '
        'multiplier="1"/></listOfUnits></unitDefinition>',
        "Compartments": element(
            "compartment",
            "membrane",
            'spatialDimensions="3" size="2e-12" units="litre" constant="true" sboTerm="SBO:0000290"',
            ("is", "GO:0005886"),
        ),
        "Species": element(
            "species",
            "IGF1R",
            f'compartment="membrane" initialConcentration="20" sboTerm="SBO:0000252" {VALUE}',
            *identity,
        )
        + element(
            "species",
            "pIGF1R",
            f'compartment="membrane" initialConcentration="0" sboTerm="SBO:0000252" {VALUE}',
            ("isVersionOf", "uniprot:P08069"),
            ("hasProperty", "MOD:00048"),
        ),
        "Parameters": element(
            "parameter",
            "k",
            'value="0.1" units="per_s" constant="true" sboTerm="SBO:0000035"',
            ("hasProperty", "ECO:0000306"),
        ),
        "Reactions": element("reaction", "phosphorylates", 'reversible="false" fast="false"', *evidence, body=sides),
        "Events": element(
            "event", "dose", 'useValuesFromTriggerTime="true"', ("hasProperty", "ECO:0000305"), body=DOSE
        ),
    }
    body = "".join(f"<listOf{name}>{content}</listOf{name}>" for name, content in lists.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">'
        '<model metaid="meta_two" id="two" name="Two forms" substanceUnits="nmol" timeUnits="second" '
        'volumeUnits="litre" areaUnits="area" lengthUnits="metre" extentUnits="nmol">'
        f"{annotation('two', [('hasTaxon', COMPACT + 'taxonomy:9606')], CREATOR)}{body}</model></sbml>\n"
    )


def judged(build: Path, text: str) -> Verdict:
    """The verdict on a text."""
    (build / "two.xml").write_text(text, encoding="utf-8")
    return copasi_import.judge(build, "two")


def path_style(curie: str) -> str:
    """The older form of a URI, in which OBO ids repeat their prefix."""
    prefix, _, local = curie.partition(":")
    tail = f"{prefix.lower()}/{curie}" if prefix.isupper() else f"{prefix}/{local}"
    return f"http://identifiers.org/{tail}"


def test_a_good_file_passes_and_says_what_was_read(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml())
    assert verdict.findings == ()
    assert verdict.status == "passed"
    assert verdict.detail == "2 species, 1 reactions, 11 annotations, 1 creators"


def test_the_examples_cover_the_table() -> None:
    assert list(EXAMPLES) == [prefix.name for prefix in miriam.PREFIXES]


@pytest.mark.parametrize("style", ["compact", "path"])
def test_every_prefix_is_known_and_kept_in_both_styles(tmp_path: Path, style: str) -> None:
    terms = [
        (
            "isDescribedBy" if name in {"pubmed", "doi"} else "hasProperty",
            curie if style == "compact" else path_style(curie),
        )
        for name, curie in EXAMPLES.items()
        if name not in {"pubmed", "uniprot", "hgnc"}  # the receptor has these anyway
    ]
    verdict = judged(tmp_path, sbml(*terms))
    assert verdict.findings == ()
    assert f"{11 + len(terms)} annotations" in verdict.detail


@pytest.mark.parametrize("curie", EXAMPLES.values())
def test_a_uri_has_one_short_form(curie: str) -> None:
    assert miriam.curie(COMPACT + curie) == miriam.curie(path_style(curie)) == curie


def test_the_old_sbo_form_has_the_same_short_form() -> None:
    assert miriam.curie("http://biomodels.net/SBO/SBO:0000252") == "SBO:0000252"


@pytest.mark.parametrize("curie", ["HGNC:5465", "go:GO:0005886", "chebi:CHEBI:30616", "MONDO:0005148", "nonsense:1"])
def test_an_unknown_collection_is_found(tmp_path: Path, curie: str) -> None:
    verdict = judged(tmp_path, sbml(("hasProperty", curie)))
    assert any(one.rule == "message 9304" and curie in one.message for one in verdict.findings)


def test_without_a_prefix_in_the_list_its_terms_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    others = tuple(prefix for prefix in miriam.PREFIXES if prefix.name != "pubmed")
    monkeypatch.setattr(miriam, "PREFIXES", others)
    verdict = judged(tmp_path, sbml())
    lost = {(one.subject, one.message) for one in verdict.findings if one.rule == "annotation lost"}
    assert ("IGF1R", "isDescribedBy pubmed:17898809 (1 of 1)") in lost
    assert any(one.rule == "message 9304" for one in verdict.findings)


def test_a_paper_said_by_an_evidence_code_is_found(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml(("isDescribedBy", "ECO:0000304")))
    assert any("ECO:0000304" in one.message and one.rule == "annotation lost" for one in verdict.findings)


def test_a_term_under_two_qualifiers_is_found_for_copasi_keeps_one(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml(("hasProperty", "uniprot:P08069")))
    assert [(one.subject, one.rule) for one in verdict.findings] == [("IGF1R", "annotation lost")]


def test_a_gained_term_is_found_unless_it_is_an_sbo_term() -> None:
    kept = Counter({("is", "uniprot:P08069"): 1, ("is", "SBO:0000252"): 1})
    (finding,) = copasi_import._term_changes("IGF1R", Counter(), kept)
    assert (finding.rule, finding.message) == ("annotation gained", "is uniprot:P08069")


def test_a_missing_model_unit_is_a_message(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml().replace(' areaUnits="area"', "", 1))
    assert [one.rule.partition(" ")[0] for one in verdict.findings] == ["message"]
    assert "SBML (91)" in verdict.findings[0].message


def test_messages_carry_no_time(tmp_path: Path) -> None:
    text = sbml(("hasProperty", "nonsense:1"))
    assert judged(tmp_path, text) == judged(tmp_path, text)
    assert not any("2026-" in one.message or "WARNING" in one.message for one in judged(tmp_path, text).findings)


def test_creators_of_another_vcard_are_found(tmp_path: Path) -> None:
    other = sbml().replace("http://www.w3.org/2001/vcard-rdf/3.0#", "http://www.w3.org/2006/vcard/ns#")
    (tmp_path / "two.xml").write_text(other, encoding="utf-8")
    root = etree.fromstring(other.encode())
    assert copasi_import._people(root) != copasi_import._people(etree.fromstring(sbml().encode()))
    assert any(one.rule == "creators" for one in copasi_import.judge(tmp_path, "two").findings)


def test_a_creator_that_is_lost_is_found(tmp_path: Path) -> None:
    person = CREATOR.partition("<rdf:Bag>")[2].partition("</rdf:Bag>")[0]
    nameless = person.replace("vCard:Family", "vCard:Surname")
    verdict = judged(tmp_path, sbml().replace(person, person + nameless))
    assert any(one.rule == "creators" for one in verdict.findings)


def test_a_name_that_copasi_changes_is_found(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml().replace('name="pIGF1R name"', 'name="IGF1R name"'))
    assert [one.rule for one in verdict.findings] == ["name"]
    assert verdict.findings[0].message.startswith("'IGF1R name' became 'IGF1R name")


def test_copasi_keeps_the_name_of_an_event_and_reads_no_annotation_of_it(tmp_path: Path) -> None:
    copasi = pytest.importorskip("COPASI")
    copasi_import.load_resources(copasi)
    data = copasi.CRootContainer.addDatamodel()
    assert data.importSBMLFromString(sbml())
    event = data.getModel().getEvents().get(0)
    assert event.getObjectName() == "dose name"
    assert "ECO" not in event.getMiriamAnnotation()  # when this fails, UNREAD is to be empty
    assert judged(tmp_path, sbml()).findings == ()


def test_an_event_that_is_lost_or_renamed_is_found() -> None:
    before, after = (etree.fromstring(sbml().encode()) for _ in range(2))
    event = after.find("{*}model/{*}listOfEvents/{*}event")
    assert event is not None
    event.set("name", "dose_1")
    assert [(one.subject, one.rule) for one in copasi_import._elements(before, after)] == [("dose", "name")]
    event.set("id", "other")
    assert [(one.subject, one.rule) for one in copasi_import._elements(before, after)] == [("dose", "element")]


def test_a_nested_annotation_is_not_taken_for_kept() -> None:
    text = sbml()
    nested = text.replace("<annotation>", '<annotation><copasi:x xmlns:copasi="urn:x">', 1).replace(
        "</annotation>", "</copasi:x></annotation>", 1
    )
    assert miriam.terms(etree.fromstring(nested.encode())[0]).total() == 0
    assert miriam.terms(etree.fromstring(text.encode())[0]).total() == 1


def test_a_file_that_is_no_sbml_fails(tmp_path: Path) -> None:
    verdict = judged(tmp_path, "<html/>")
    assert any(one.rule == "import" for one in verdict.findings)


def test_counts_are_compared(tmp_path: Path) -> None:
    root = etree.fromstring(sbml().encode())
    species = root.find("{*}model/{*}listOfSpecies")
    assert species is not None
    species.remove(species[1])

    class Held:
        """A COPASI model of the whole file, so with one species more than the shorter one has."""

        def __getattr__(self, name: str) -> object:
            sizes = {"getCompartments": 1, "getMetabolites": 2, "getReactions": 1, "getEvents": 1}
            return lambda: type("List", (), {"size": lambda _: sizes[name]})()

    (one,) = copasi_import._counts(root, Held())
    assert one.message == "the file has 1 species elements, COPASI holds 2"
