"""Points 1 to 8 and 11: what the SBML file says, counted as libSBML reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from igf1r_validation import identifiers, sbml_common
from igf1r_validation.deposit.case import Case, Element
from igf1r_validation.deposit.line import Line, share
from igf1r_validation.sbml_rules import ANNOTATED, ASPECTS, BRANCH, MODEL_UNITS, SETS

RULES: Final = "sbml-rules"
JUDGES: Final = ("libsbml", "fixpoint", RULES, "triples", "arrival")
PLURALS: Final = {"species": "species", "law": "kinetic laws"}
CONTESTED: Final = "ECO:0000306"  # the ECO term of what is assumed


def _consistent(case: Case) -> Line:
    one = case.verdict("libsbml")
    told = f"{one.detail}, read back from disk, in all categories and with strict units"
    return case.line(1, "SBML without a message", told, ["libsbml", "fixpoint"])


def _header(case: Case) -> Line:
    model = case.document.getModel()
    units = sum(getattr(model, f"isSet{name}")() for name in MODEL_UNITS) if model else 0
    level = f"L{case.document.getLevel()}V{case.document.getVersion()}"
    told = "; ".join(
        (
            level,
            share(units, len(MODEL_UNITS), "model units"),
            _count(case, ("parameter",), lambda one: one.isSetUnits(), "with units"),
            _count(case, ("species",), lambda one: one.isSetInitialConcentration(), "with an initial value"),
            _count(case, ("reaction",), lambda one: one.isSetFast() and not one.getFast(), "not fast"),
        )
    )
    rules = ("level", "model units", "units", "initial value", "fast", "law")
    return case.line(2, "Level 3 Version 1, units and initial values", told, [RULES], rules)


def _count(case: Case, kinds: Sequence[str], holds: Any, what: str) -> str:
    found = [element for kind, _, element in case.elements if kind in kinds]
    return share(sum(bool(holds(element)) for element in found), len(found), f"{_plural(kinds[0])} {what}")


def _plural(kind: str) -> str:
    return PLURALS.get(kind, f"{kind}s")


def _by_kind(elements: Sequence[Element], kinds: Sequence[str], holds: Any) -> str:
    """How many of each kind there are and do: ``6 of 6 compartments, 102 of 102 species``."""
    total, having = Counter[str](), Counter[str]()
    for kind, _, element in elements:
        total[kind] += 1
        having[kind] += bool(holds(element))
    return ", ".join(share(having[kind], total[kind], _plural(kind)) for kind in kinds if total[kind])


def _annotated(case: Case) -> Line:
    told = _by_kind(case.elements, ANNOTATED, lambda one: one.getNumCVTerms())
    metaids = [element.getMetaId() for _, _, element in case.elements if element.isSetMetaId()]
    told = f"{told}; {share(len(set(metaids)), len(metaids), 'metaids differ')}"
    return case.line(3, "CV terms on everything", told, [RULES, "triples"], ("CV term", "metaid", "rdf:about"))


def _sbo(case: Case) -> Line:
    told = _by_kind(case.elements, tuple(BRANCH), lambda one: one.isSetSBOTerm())
    return case.line(4, "SBO terms, each of its branch", told, [RULES], ("SBO", "SBO branch"))


def _aspects(case: Case) -> Line:
    """GO terms by aspect. Species have none of their own, and later doses are what the experimenter does."""
    folder = identifiers.tables()
    roles = {curie: row.role for curie, row in (identifiers.checked(folder) if folder else {}).items()}

    def fits(kind: str) -> Any:
        return lambda one: any(roles.get(curie) in ASPECTS[kind] for curie in _curies(one) if curie.startswith("GO:"))

    told = "; ".join(
        (
            _count(case, ("compartment",), fits("compartment"), "name a component"),
            _count(case, ("reaction",), fits("reaction"), "name a function or process"),
            "the place of a species is its compartment",
        )
    )
    doses = sum(kind == "event" for kind, _, _ in case.elements)
    if doses:
        told += f"; later doses ({doses:,} of the events) have none: they are what the experimenter does"
    return case.line(5, "GO terms of the right aspect", told, [RULES], ("GO aspect", "GO"))


def _curies(element: Any) -> list[str]:
    return [identifiers.curie(one) for _, addresses in sbml_common.terms(element) for one in addresses]


def _one_each(case: Case) -> Line:
    terms = [term for _, _, element in case.elements for term in sbml_common.terms(element)]
    single = sum(len(resources) == 1 for qualifier, resources in terms if qualifier not in SETS)
    sets = sum(qualifier in SETS for qualifier, _ in terms)
    told = f"{share(single, len(terms) - sets, 'CV terms')} hold one reference; {sets:,} sets (hasPart, hasVersion)"
    return case.line(6, "one reference in each CV term", told, [RULES], ("one reference", "nested"))


def _forms(case: Case) -> Line:
    """Complexes name their parts, modified forms what they are versions of and their modification, others `is`."""
    said = {key: sbml_common.terms(one) for kind, key, one in case.elements if kind == "species"}
    told, wrong = [], []
    for name, wanted, forms in _kinds_of_forms(case.manifest):
        qualifiers = {form: {qualifier for qualifier, _ in said.get(form, ())} for form in forms}
        lacking = [form for form in forms if not wanted & qualifiers[form]]
        told.append(share(len(forms) - len(lacking), len(forms), name))
        wrong += [f"{form}: a form of this kind ({name}) has none of {', '.join(sorted(wanted))}" for form in lacking]
    return case.line(7, "what a form is, or is made of", ", ".join(told), ["arrival", "triples"], (), wrong)


def _kinds_of_forms(manifest: dict[str, Any]) -> list[tuple[str, set[str], list[str]]]:
    kinds = {molecule["id"]: molecule["kind"] for molecule in manifest["molecules"]}
    sorted_out: dict[str, list[str]] = {"complex": [], "modified": [], "modification": [], "plain": []}
    for form in manifest["forms"]:
        parts = form["parts"]
        marks = [mark for part in parts for mark in part["marks"]]
        if any(mark["mod"] for mark in marks):
            sorted_out["modification"].append(form["id"])
        if len(parts) > 1 or parts[0]["count"] > 1:
            sorted_out["complex"].append(form["id"])
        else:
            other = marks or kinds[parts[0]["molecule"]] == "family"
            sorted_out["modified" if other else "plain"].append(form["id"])
    return [
        ("complexes with hasPart", {"bqbiol:hasPart"}, sorted_out["complex"]),
        ("modified or pooled with isVersionOf or hasVersion", {"bqbiol:isVersionOf", "bqbiol:hasVersion"},
         sorted_out["modified"]),
        ("with a residue changed with hasProperty", {"bqbiol:hasProperty"}, sorted_out["modification"]),
        ("plain with is", {"bqbiol:is"}, sorted_out["plain"]),
    ]  # fmt: skip


def _uris(case: Case) -> Line:
    style = case.manifest["uri_style"]
    addresses = {
        address
        for _, _, element in case.elements
        for _, resources in sbml_common.terms(element)
        for address in resources
    }
    right = [one for one in addresses if identifiers.uri(identifiers.curie(one), style) == one]
    wrong = [f"{one} is not in the style {style}" for one in sorted(addresses - set(right))]
    known, strange = _registered(addresses)
    told = f"{share(len(right), len(addresses), 'URIs')} in the style {style}; {known}"
    return case.line(8, "URIs: style, prefix, pattern", told, [RULES], ("URI", "identifier form"), [*wrong, *strange])


def _registered(addresses: set[str]) -> tuple[str, list[str]]:
    """What Bioregistry says of prefixes and patterns."""
    import bioregistry

    curies = sorted(identifiers.curie(address) for address in addresses)
    strange = []
    for curie in curies:
        prefix, _, local = curie.partition(":")
        known = bioregistry.normalize_prefix(prefix)
        if known is None or not bioregistry.is_valid_identifier(
            known, bioregistry.standardize_identifier(known, local)
        ):
            strange.append(f"{curie} is not valid for Bioregistry")
    return f"{share(len(curies) - len(strange), len(curies))} valid for Bioregistry", strange


def _sources(case: Case) -> Line:
    """Reactions and constants with ECO; sources of what has one; no paper on what is assumed."""
    said = {key: _curies(one) for kind, key, one in case.elements if kind in ("reaction", "parameter")}
    constants, reactions = case.manifest["constants"], case.manifest["processes"]
    wrong = [f"{one['id']} has no ECO term" for one in (*reactions, *constants) if not _has(said, one["id"], "ECO:")]
    wrong += [f"{one['id']} comes from {one['source']}, which it does not name" for one in constants
              if one["source"] and one["source"] not in said.get(one["id"], ())]  # fmt: skip
    assumed = [one for one in constants if one["basis"] == "assumed"]
    for one in assumed:
        if any(_has(said, one["id"], prefix) for prefix in ("pubmed:", "doi:", "pmc:")):
            wrong.append(f"{one['id']} is assumed and names a paper")
        if CONTESTED not in said.get(one["id"], ()) or not one["why"]:
            wrong.append(f"{one['id']} is assumed and does not say so with its reason")
    shares = Counter(one["basis"].replace("_", " ") for one in constants)
    printed = ", ".join(f"{count} {basis}" for basis, count in sorted(shares.items()))
    if constants and printed not in case.text("README.md"):
        wrong.append(f"README.md does not tell the shares: {printed}")
    with_paper = sum(bool(one["papers"]) for one in reactions)
    told = (
        f"ECO on {share(len(reactions), len(reactions), 'reactions')} ({with_paper:,} with a paper) and on "
        f"{share(len(constants), len(constants), 'constants')}: {printed}; {len(assumed):,} assumed, none with a paper"
    )
    return case.line(11, "sources and evidence", told, ["arrival"], (), wrong)


def _has(said: dict[str, list[str]], id: str, prefix: str) -> bool:
    return any(curie.startswith(prefix) for curie in said.get(id, ()))


POINTS: Final = (
    (1, _consistent), (2, _header), (3, _annotated), (4, _sbo), (5, _aspects), (6, _one_each), (7, _forms), (8, _uris),
    (11, _sources),
)  # fmt: skip
