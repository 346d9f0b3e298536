"""Who deposits a model, as ``--creator`` names them: family, given name, organisation, ORCID and perhaps an e-mail."""

from __future__ import annotations

from dataclasses import dataclass, replace

from igf1r_model.exporters import omex
from igf1r_model.model import Creator, Model

FORM = '"Family,Given,Organisation,ORCID" or "Family,Given,Organisation,ORCID,e-mail"'


@dataclass(frozen=True, slots=True)
class Depositor:
    """A person; `email` may be empty.

    Raises:
        ValueError: when a part is missing, the ORCID or its check digit is wrong, or the e-mail is none.
    """

    family: str
    given: str
    organisation: str
    orcid: str
    email: str = ""

    def __post_init__(self) -> None:
        if not (self.family and self.given and self.organisation and self.orcid):
            raise ValueError(f"a part of the creator is empty; it is given as {FORM}")
        if self.email and not all(self.email.partition("@")):
            raise ValueError(f"{self.email!r} is no e-mail; the creator is given as {FORM}")
        omex.Creator(self.family, self.given, self.organisation, self.orcid)  # checks the ORCID

    @property
    def uri(self) -> str:
        """The ORCID as people write it."""
        return f"https://orcid.org/{self.orcid}"


def read(text: str) -> Depositor:
    """The person that ``--creator`` names.

    Raises:
        ValueError: saying what is wrong with it.
    """
    parts = [part.strip() for part in text.split(",")]
    if not 4 <= len(parts) <= 5:
        raise ValueError(f"{text!r} has {len(parts)} parts; the creator is given as {FORM}")
    return Depositor(*parts)


def named(model: Model, person: Depositor | None) -> Model:
    """The model as it is deposited: its notes name the person with the ORCID, and say where its figures are.

    SBML has no place for an ORCID beside the name, so it stands in the description, which becomes the notes.
    """
    said = [model.description, *_figures(model)]
    if person is None:
        return replace(model, description=" ".join(said))
    said.append(f"Deposited by {person.given} {person.family} ({person.organisation}), {person.uri}.")
    creator = Creator(person.family, person.given, person.organisation, person.email)
    return replace(model, description=" ".join(said), creators=(creator,))


def makers(person: Depositor | None) -> tuple[omex.Creator, ...]:
    """Whom the metadata of the archive names; nobody given leaves those of the model."""
    if person is None:
        return ()
    return (omex.Creator(person.family, person.given, person.organisation, person.orcid),)


def _figures(model: Model) -> list[str]:
    if not model.experiments:
        return []
    last, first = len(model.experiments), model.experiments[0]
    told = f"Figure 1 ({first.name})" if last == 1 else f"Figures 1 ({first.name}) to {last} are the experiments"
    return [f"{told}; README.md lists them, SED-ML files repeat them."]
