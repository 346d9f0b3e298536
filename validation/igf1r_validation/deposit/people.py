"""Points 12 to 14: what is said of the model as a whole, who made it, its notes and its name."""

from __future__ import annotations

import re
from typing import Any, Final

from igf1r_validation import identifiers, sbml_common
from igf1r_validation.deposit.case import Case
from igf1r_validation.deposit.line import Line
from igf1r_validation.deposit.metadata import ORCID

WANTED: Final = {
    "organism": ("taxonomy:9606",),
    "publication": ("pubmed:", "doi:"),
    "GO process": ("GO:",),
    "Reactome pathway": ("reactome:",),
    "disease": ("DOID:",),
    "modelling approach": ("mamo:",),
    "cell line": ("BTO:", "cellosaurus:"),
}
FRAMEWORK: Final = "SBO:0000293"
NAME: Final = re.compile(r"[A-Z][A-Za-z-]+\d{4} - \S.*")
SAYS: Final = {"licence CC0": "CC0", "how to cite": "cite", "figures": "igure"}  # in the notes, after the description
COMMAND: Final = 'make deposit MODEL={} CREATOR="Family,Given,Organisation,ORCID"'
PAPER: Final = (
    "no peer-reviewed paper describes this model yet, and BioModels curates only what repeats a paper's result: "
    "submit it as non-curated, or add the paper to the terms of the model when there is one"
)
AUTHOR: Final = (
    "BioModels names a model after its paper, AuthorYear - Topic Method; without a paper no author and year "
    "can be given, and the curators set the name"
)
E_MAIL: Final = "give the e-mail of a person as a fifth part of the creator, or to the curators when you submit"


def _terms(case: Case) -> Line:
    model = case.document.getModel()
    terms = sbml_common.terms(model) if model is not None else ()
    curies = [identifiers.curie(one) for _, addresses in terms for one in addresses]
    found = {what: [curie for curie in curies if curie.startswith(some)] for what, some in WANTED.items()}
    wrong = [f"no {what} ({' or '.join(WANTED[what])}...) among the terms of the model"
             for what, some in found.items() if not some]  # fmt: skip
    told = ", ".join(f"{what} {' '.join(some)}" for what, some in found.items())
    return case.line(12, "terms of the model", told, wrong=wrong)


def _paper(case: Case) -> Line:
    built_from = "the publication that is named is what the model was built from"
    return Line(12, "a peer-reviewed paper of this model", "open", built_from, PAPER)


def _people(model: Any) -> list[tuple[str, str, str, str]]:
    """Creators as (family, given, organisation, e-mail)."""
    if model is None or not model.isSetModelHistory():
        return []
    history = model.getModelHistory()
    found = (history.getCreator(n) for n in range(history.getNumCreators()))
    return [(one.getFamilyName(), one.getGivenName(), one.getOrganisation(), one.getEmail()) for one in found]


def _creators(case: Case) -> Line:
    title = "creators, dates, framework"
    model, wrong = case.document.getModel(), []
    people = _people(model)
    if model is None or not people:
        return case.line(13, title, "", wrong=["the SBML file names no creator"])
    for family, given, organisation, _ in people:
        if not (family and given and organisation):
            wrong.append(f"a creator lacks family, given or organisation: {family}, {given}, {organisation}")
    history = model.getModelHistory()
    if not history.isSetCreatedDate() or not history.getNumModifiedDates():
        wrong.append("created or modified is missing")
    if model.getSBOTermID() != FRAMEWORK:
        wrong.append(f"the SBO term of the model is {model.getSBOTermID() or 'missing'}, not {FRAMEWORK}")
    persons = [person for person in people if person[0] != person[2]]
    wrong += _orcid(case) if persons else []
    names = "; ".join(f"{given} {family} ({organisation})" for family, given, organisation, _ in people)
    line = case.line(13, title, f"{names}, {FRAMEWORK}", wrong=wrong)
    if line.status != "green" or persons:
        return line
    do = f"name yourself: {COMMAND.format(case.model)}"
    return Line(13, title, "open", f"the creator is the project as an organisation, no person; {FRAMEWORK}", do)


def _orcid(case: Case) -> list[str]:
    """The ORCID stands in the notes and in the metadata of the archive, and is the same."""
    model = case.document.getModel()
    in_notes = set(ORCID.findall(model.getNotesString()))
    if not in_notes:
        return ["the notes have no ORCID (https://orcid.org/...)"]
    metadata = case.packed.get("metadata.rdf", b"").decode("utf-8", "replace")
    missing = [one for one in sorted(in_notes) if one not in metadata]
    return [f"the ORCID {one} is in the notes, not in metadata.rdf" for one in missing]


def _e_mail(case: Case) -> Line:
    title = "e-mail of a person"
    mails = [mail for *_, mail in _people(case.document.getModel()) if "@" in mail]
    if mails:
        return Line(13, title, "green", ", ".join(mails))
    return Line(13, title, "open", "no creator has one", E_MAIL)


def _notes(case: Case) -> Line:
    model = case.document.getModel()
    notes = " ".join(re.sub(r"<[^>]+>", " ", model.getNotesString()).split()) if model is not None else ""
    description = " ".join(str(case.manifest["description"]).split())
    said = {"description": bool(description) and _escaped(description) in notes}
    rest = notes.replace(_escaped(description), "") if description else notes
    said |= {what: word in (notes if what == "figures" else rest) for what, word in SAYS.items()}
    wrong = [f"the notes of the model have no {what}" for what, there in said.items() if not there]
    derived = case.text(f"{case.model}.xml").count("<bqmodel:isDerivedFrom>")
    told = f"{len(notes):,} characters: {', '.join(said)}; {derived} isDerivedFrom"
    return case.line(14, "notes of the model", told, wrong=wrong)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _name(case: Case) -> Line:
    title, name = "name of the model", str(case.manifest["name"])
    if NAME.fullmatch(name):
        return Line(14, title, "green", name)
    return Line(14, title, "open", name, AUTHOR)


POINTS: Final = ((12, _terms), (12, _paper), (13, _creators), (13, _e_mail), (14, _notes), (14, _name))
