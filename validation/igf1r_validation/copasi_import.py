"""COPASI reads the SBML file without a word, and keeps its creators, annotations, names and layout."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from igf1r_validation import miriam
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

if TYPE_CHECKING:
    from types import ModuleType

NAME = "copasi import"
QUICK = False
ISOLATED = True  # COPASI has crashed on bad input: it must not take the other judges with it

KEPT = ("compartment", "species", "parameter", "reaction", "event")
UNREAD = ("event",)  # COPASI 4.48 reads no annotation of an event; those of its parameters it keeps
DRAWN = ("layout", *(f"{kind}Glyph" for kind in ("compartment", "species", "reaction", "speciesReference", "text")))
VCARD = "http://www.w3.org/2001/vcard-rdf/3.0#"


def judge(build: Path, model: str) -> Verdict:
    """Import the SBML file into COPASI, write it out again, and compare."""
    file = f"{model}.xml"
    try:
        import COPASI
    except ImportError as error:
        return not_run(NAME, "COPASI", file, str(error))
    tool = f"COPASI (python-copasi {version('python-copasi')})"
    load_resources(COPASI)
    COPASI.CCopasiMessage.clearDeque()
    data = COPASI.CRootContainer.addDatamodel()
    imported = data.importSBML(str(build / file))
    found = [*_messages(COPASI)]
    if not imported:
        return verdict(NAME, tool, file, [*found, Finding("", "import", "COPASI could not import the file")])
    before = etree.parse(build / file).getroot()
    after = etree.fromstring(data.exportSBMLToString(3, 1).encode())
    found += [*_counts(before, data.getModel()), *_creators(before, after), *_elements(before, after)]
    found += _drawings(before, after)
    return verdict(NAME, tool, file, found, _detail(before, data.getModel()))


def load_resources(copasi: ModuleType) -> None:
    """Give COPASI the project's own list of identifier collections; python-copasi has none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "miriam.xml"
        path.write_text(miriam.resource_list(), encoding="utf-8")
        resources = copasi.CRootContainer.getMiriamResources()
        loaded = resources.updateMIRIAMResourcesFromFile(None, str(path))
    if not loaded or resources.getResourceList().size() != len(miriam.PREFIXES):
        raise RuntimeError("COPASI did not take the list of identifier collections")


def _messages(copasi: ModuleType) -> Iterator[Finding]:
    """Every message of the deque, filtered ones too: what COPASI hides from users is still our fault."""
    while copasi.CCopasiMessage.size():
        message = copasi.CCopasiMessage.getFirstMessage()
        # The first line is the severity and the time; without the time two runs say the same.
        text = " ".join(message.getText().partition("\n")[2].split())
        yield Finding("", f"message {message.getNumber()}", text or message.getText())


def _counts(before: etree._Element, model: Any) -> Iterator[Finding]:
    held = {
        "compartment": model.getCompartments().size(),
        "species": model.getMetabolites().size(),
        "reaction": model.getReactions().size(),
        "event": model.getEvents().size(),
    }
    for tag, number in held.items():
        written = sum(1 for _ in before.iterfind(_path(tag)))
        if number != written:
            yield Finding("", "count", f"the file has {written} {tag} elements, COPASI holds {number}")


def _path(tag: str) -> str:
    parent = "listOfSpecies" if tag == "species" else f"listOf{tag.capitalize()}s"
    return f"{{*}}model/{{*}}{parent}/{{*}}{tag}"


def _creators(before: etree._Element, after: etree._Element) -> Iterator[Finding]:
    written, kept = _people(before), _people(after)
    if written != kept:
        yield Finding("", "creators", f"written {sorted(written.elements())}, kept {sorted(kept.elements())}")


def _people(root: etree._Element) -> Counter[tuple[str, ...]]:
    """Creators as (family, given, e-mail, organisation), from the model's own RDF."""
    rdf = f"{{{miriam.RDF}}}"
    path = f"{{*}}model/{{*}}annotation/{rdf}RDF/{rdf}Description/{{*}}creator//{rdf}li"
    parts = ("Family", "Given", "EMAIL", "Orgname")
    return Counter(
        tuple((person.findtext(f".//{{{VCARD}}}{part}") or "").strip() for part in parts)
        for person in root.iterfind(path)
    )


def _elements(before: etree._Element, after: etree._Element) -> Iterator[Finding]:
    kept = _by_id(after)
    for name, element in _by_id(before).items():
        if name not in kept:
            yield Finding(name, "element", "lost on import")
            continue
        if element.get("name") != kept[name].get("name"):
            yield Finding(name, "name", f"{element.get('name')!r} became {kept[name].get('name')!r}")
        if etree.QName(element).localname not in UNREAD:
            yield from _term_changes(name, miriam.terms(element), miriam.terms(kept[name]))


def _drawings(before: etree._Element, after: etree._Element) -> Iterator[Finding]:
    """Layouts and glyphs that COPASI did not keep."""
    for tag in DRAWN:
        written, kept = (sum(1 for _ in root.iter(f"{{*}}{tag}")) for root in (before, after))
        if written != kept:
            yield Finding("", "layout", f"the file has {written} {tag} elements, COPASI kept {kept}")


def _by_id(root: etree._Element) -> dict[str, etree._Element]:
    """The model and its elements that COPASI annotates, by id."""
    elements = [*root.iterfind("{*}model"), *(item for tag in KEPT for item in root.iterfind(_path(tag)))]
    return {element.get("id", ""): element for element in elements}


def _term_changes(name: str, written: Counter[tuple[str, str]], kept: Counter[tuple[str, str]]) -> Iterator[Finding]:
    for (qualifier, curie), count in (written - kept).items():
        yield Finding(name, "annotation lost", f"{qualifier} {curie} ({count} of {written[qualifier, curie]})")
    for qualifier, curie in kept - written:
        # COPASI itself repeats the sboTerm attribute as an annotation.
        if not curie.startswith("SBO:"):
            yield Finding(name, "annotation gained", f"{qualifier} {curie}")


def _detail(before: etree._Element, model: Any) -> str:
    elements = [one for one in _by_id(before).values() if etree.QName(one).localname not in UNREAD]
    annotations = sum(miriam.terms(element).total() for element in elements)
    return (
        f"{model.getMetabolites().size()} species, {model.getReactions().size()} reactions, "
        f"{annotations} annotations, {_people(before).total()} creators"
    )
