"""What the SBML of a model must say, worked out from the manifest by the judges' own tables.

One record per element: its kind and id, and the fields that are demanded of it. The judges `sbml_arrival`
and `sbml_triples` compare these records with what libSBML and rdflib read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from igf1r_validation.identifiers import uri
from igf1r_validation.sbml_expected_events import events
from igf1r_validation.sbml_expected_reactions import reactions
from igf1r_validation.sbml_record import Fields, Record, Term, annotated, cited, number, sbo
from igf1r_validation.sbml_units import unit

BASIS_ECO: Final = {
    "measured": "ECO:0000269",
    "from_model": "ECO:0000304",
    "fitted": "ECO:0000305",
    "derived": "ECO:0000305",
    "assumed": "ECO:0000306",
}
PROTEINS: Final = ("protein", "antibody", "family")


def records(manifest: dict[str, Any]) -> list[Record]:
    """Everything the manifest knows, as records of what the file must say."""
    molecules = {molecule["id"]: molecule for molecule in manifest["molecules"]}
    found: list[Record] = [_model(manifest)]
    found += [_compartment(place) for place in manifest["places"]]
    dosed = {dosing["form"] for dosing in manifest.get("dosings", ())}
    found += [_species(form, molecules, dosed) for form in manifest["forms"]]
    found += [_constant(constant) for constant in manifest["constants"]]
    found += [_switch(switch) for switch in manifest.get("switches", ())]
    for observable in manifest["observables"]:
        found += _observable(observable)
    found += reactions(manifest)
    found += events(manifest, {one["id"]: species_terms(one, molecules) for one in manifest["forms"]})
    found += [_group(group) for group in manifest["groups"]]
    style = manifest["uri_style"]
    return [(kind, key, _with_uris(fields, style)) for kind, key, fields in found]


def _with_uris(fields: Fields, style: str) -> Fields:
    """The same fields, CURIEs spelt as URIs, CV terms sorted because their order means nothing."""
    terms: Any = fields["terms"]
    spelt = sorted((qualifier, tuple(uri(curie, style) for curie in curies)) for qualifier, curies in terms)
    return fields | {"terms": tuple(spelt)}


def _model(manifest: dict[str, Any]) -> Record:
    creators = [(c["family"], c["given"], c["organisation"], c["email"]) for c in manifest["creators"]]
    fields: Fields = {
        "name": manifest["name"],
        "metaid": f"meta_{manifest['id']}",
        "sbo": sbo(293),
        "substance units": unit("nmol"),
        "extent units": unit("nmol"),
        "time units": unit("s"),
        "volume units": unit("litre"),
        "creators": tuple(creators),
        "created": manifest["created"],
        "modified": manifest["modified"],
        "notes": manifest["description"],
        "terms": tuple((term["qualifier"], tuple(term["curies"])) for term in manifest["terms"]),
    }
    return "model", manifest["id"], fields


def _compartment(place: dict[str, Any]) -> Record:
    fields = annotated(place, sbo(290), [("bqbiol:is", (place["go"],))])
    return (
        "compartment",
        place["id"],
        fields
        | {
            "size": number(place["litres"]),
            "units": unit("litre"),
            "dimensions": 3,
            "constant": True,
        },
    )


def _species(form: dict[str, Any], molecules: dict[str, Any], dosed: set[str]) -> Record:
    """A form; what an event sets is no constant, even if no process changes it."""
    fields = annotated(form, sbo(species_sbo(form, molecules)), species_terms(form, molecules))
    return (
        "species",
        form["id"],
        fields
        | {
            "compartment": form["place"],
            "initial concentration": number(form["initial_nM"]),
            "units": unit("nmol"),
            "only substance units": False,
            "boundary condition": form["fixed"],
            "constant": form["fixed"] and form["id"] not in dosed,
            "notes": form["why"],
        },
    )


def _is_complex(form: dict[str, Any]) -> bool:
    return len(form["parts"]) > 1 or form["parts"][0]["count"] > 1


def species_sbo(form: dict[str, Any], molecules: dict[str, Any]) -> int:
    """Protein, protein complex, complex with other parts, or small molecule."""
    proteins = all(molecules[part["molecule"]]["kind"] in PROTEINS for part in form["parts"])
    if _is_complex(form):
        return 297 if proteins else 253
    return 252 if proteins else 247


def species_terms(form: dict[str, Any], molecules: dict[str, Any]) -> list[Term]:
    """What a form is, is a version of or consists of, and the modifications that it carries."""
    marks = [mark for part in form["parts"] for mark in part["marks"]]
    mods = dict.fromkeys(mark["mod"] for mark in marks if mark["mod"])
    if _is_complex(form):
        parts = [molecules[part["molecule"]] for part in form["parts"]]
        identities = dict.fromkeys(curie for part in parts for curie in _identities(part, molecules))
        terms: list[Term] = [("bqbiol:hasPart", tuple(identities))]
    else:
        terms = _single(molecules[form["parts"][0]["molecule"]], bool(marks), molecules)
    return terms + [("bqbiol:hasProperty", (mod,)) for mod in mods]


def _identities(molecule: dict[str, Any], molecules: dict[str, Any]) -> list[str]:
    """A molecule's own identity; of a family with members, theirs."""
    return [molecules[member]["identity"] for member in molecule["members"]] or [molecule["identity"]]


def _single(molecule: dict[str, Any], marked: bool, molecules: dict[str, Any]) -> list[Term]:
    if molecule["kind"] == "family":
        if molecule["members"]:
            return [("bqbiol:hasVersion", tuple(_identities(molecule, molecules)))]
        return [("bqbiol:isVersionOf", (molecule["identity"],))]
    # A protein's other cross-references say the same thing again; a drug's are what people search by.
    protein = molecule["kind"] == "protein"
    others = [xref for xref in molecule["xrefs"] if not protein or xref.startswith("hgnc:")]
    qualifier = "bqbiol:isVersionOf" if marked else "bqbiol:is"
    return [(qualifier, (curie,)) for curie in (molecule["identity"], *others)]


def _constant(constant: dict[str, Any]) -> Record:
    terms = cited([constant["source"]] if constant["source"] else [], [BASIS_ECO[constant["basis"]]])
    return (
        "parameter",
        constant["id"],
        annotated(constant, constant["sbo"], terms)
        | {
            "value": number(constant["value"]),
            "units": unit(constant["unit"]),
            "constant": True,
            "notes": constant["why"],
        },
    )


def _switch(switch: dict[str, Any]) -> Record:
    """A contested mechanism is a parameter, 0 or 1, of the curator's own making."""
    return (
        "parameter",
        switch["id"],
        annotated(switch, sbo(2), cited([], ["ECO:0000305"]))
        | {
            "value": number(switch["value"]),
            "units": unit("dimensionless"),
            "constant": True,
            "notes": switch["why"],
        },
    )


def _observable(observable: dict[str, Any]) -> Iterator[Record]:
    """A parameter and its rule. Their SBO terms are not in the manifest: `sbml_rules` tests the branch."""
    terms = tuple(cited([], ["ECO:0000305"]))
    parameter: Fields = {
        "name": observable["name"],
        "metaid": f"meta_{observable['id']}",
        "units": unit(observable["unit"]),
        "constant": False,
        "value": "",
        "terms": terms,
    }
    yield "parameter", observable["id"], parameter
    metaid = f"meta_rule__{observable['id']}"
    yield "rule", observable["id"], {"metaid": metaid, "terms": terms, "formula": observable["formula"]}


def _group(group: dict[str, Any]) -> Record:
    members = tuple(group["members"])
    fields = {"name": group["name"], "metaid": f"meta_{group['id']}", "terms": (), "members": members}
    return "group", group["id"], fields
