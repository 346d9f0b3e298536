"""The judge omex-metadata: pyomexmeta reads every statement of metadata.rdf without a word, and none is one too few.

pyomexmeta prints what it dislikes and goes on, so all that it prints or logs is a finding. rdflib reads the same file;
its statements are held against the model's manifest. Readers of archives ignore what is not in Dublin Core 1.1, and
resources without a label; neither library tells.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from igf1r_validation.omex_archive import METADATA, Archive, NoArchiveError, opened
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "omex-metadata"
QUICK: Final = False
ISOLATED: Final = True  # pyomexmeta prints through C, and has crashed on files that are no RDF
READS: Final = ".omex"

ABOUT: Final = "http://omex-library.org/{}.omex"
DC: Final = "http://purl.org/dc/elements/1.1/"
LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
PERSON: Final = "http://xmlns.com/foaf/0.1/name"
KEYWORD: Final = "http://prismstandard.org/namespaces/basic/2.0/keyword"
TAXON: Final = "http://biomodels.net/biology-qualifiers/hasTaxon"
ENCODES: Final = "http://biomodels.net/biology-qualifiers/encodes"
PAPER: Final = "http://biomodels.net/model-qualifiers/isDescribedBy"
LITERALS: Final = tuple(f"{DC}{name}" for name in ("title", "abstract", "description", "created", "modified"))
THINGS: Final = (TAXON, ENCODES, PAPER, f"{DC}license", f"{DC}creator")
MANY: Final = (KEYWORD, *THINGS[:3], f"{DC}creator")
LICENCE: Final = "spdx:CC0-1.0"

Json = dict[str, Any]


def judge(build: Path, model: str) -> Verdict:
    """Read the metadata with both libraries and compare them with the manifest."""
    file = f"{model}.omex"
    try:
        import pyomexmeta  # noqa: F401
        import rdflib  # noqa: F401
    except ImportError as error:
        return not_run(NAME, "pyomexmeta, rdflib", file, str(error))
    tool = f"pyomexmeta {version('pyomexmeta')}, rdflib {version('rdflib')}"
    manifest = json.loads((build / f"{model}.model.json").read_text(encoding="utf-8"))
    try:
        archive = opened(build / file)
    except NoArchiveError as error:
        return verdict(NAME, tool, file, [Finding("", "no archive", str(error))])
    count, found = findings(archive, manifest)
    return verdict(NAME, tool, file, found, f"{count} statements")


def findings(
    archive: Archive, manifest: Json, creators: Iterable[tuple[str, str]] | None = None
) -> tuple[int, list[Finding]]:
    """How many statements there are, and what is wrong with them.

    `creators` are names and ORCID (empty if there is none); by default they are those of the manifest, without.
    """
    if METADATA not in archive.contents:
        return 0, [Finding(METADATA, "missing", "is not in the archive")]
    graph = _graph(archive.contents[METADATA])
    if isinstance(graph, str):  # pyomexmeta would crash on it
        return 0, [Finding(METADATA, "no RDF", graph)]
    people = list(creators) if creators is not None else _people(manifest)
    found = [*_of_pyomexmeta(archive.contents[METADATA], graph), *_of_statements(graph, manifest["id"])]
    return len(graph), [*found, *_of_values(graph, manifest, people)]


def _graph(content: bytes) -> Any:
    """The statements, or why they cannot be read."""
    from rdflib import Graph

    graph = Graph()
    try:
        graph.parse(data=content, format="xml", publicID="urn:archive")
    except Exception as error:  # rdflib and its XML reader raise many kinds; each means: this is no RDF
        return " ".join(str(error).split())
    return graph if len(graph) else "there is no statement in it"


def _of_pyomexmeta(content: bytes, graph: Any) -> Iterator[Finding]:
    """Whatever it says is wrong, and it must hold what rdflib holds."""
    import pyomexmeta
    from rdflib import Graph
    from rdflib.compare import isomorphic

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / METADATA
        path.write_bytes(content)
        printed, text = _silently(lambda: pyomexmeta.RDF.from_file(str(path), "rdfxml").to_string("ntriples"))
    if printed or len(pyomexmeta.Logger()):
        yield Finding(METADATA, "pyomexmeta", f"says {printed or 'something to its log'}")
    held = Graph()
    held.parse(data=text, format="nt")
    if not isomorphic(graph, held):
        yield Finding(METADATA, "pyomexmeta", f"holds {len(held)} statements, the file has {len(graph)}, or others")


def _silently(read: Callable[[], str]) -> tuple[str, str]:
    """What is printed meanwhile, by C too, and what is returned."""
    with tempfile.TemporaryFile() as said:
        saved = [(number, os.dup(number)) for number in (1, 2)]
        for number, _ in saved:
            os.dup2(said.fileno(), number)
        try:
            result = read()
        finally:
            for number, copy in saved:
                os.dup2(copy, number)
                os.close(copy)
        said.seek(0)
        return " ".join(said.read().decode("utf-8", "replace").split()), result


def _of_statements(graph: Any, model: str) -> Iterator[Finding]:
    """Statements that readers would ignore, or about something else than this archive."""
    from rdflib import BNode, Literal

    about = ABOUT.format(model)
    for subject, predicate, value in graph:
        if isinstance(subject, BNode):
            continue
        name = str(predicate)
        if str(subject) != about:
            yield Finding(METADATA, "about", f"{name} is said of {subject}, must be of {about}")
        if name not in (*LITERALS, KEYWORD, *THINGS):
            yield Finding(METADATA, "ignored", f"no reader takes {name}")
        elif (name in THINGS) == isinstance(value, Literal):
            yield Finding(METADATA, "ignored", f"{name} must have {'a resource' if name in THINGS else 'a text'}")
    counts = Counter(str(predicate) for subject, predicate, _ in graph if not isinstance(subject, BNode))
    for name, count in counts.items():
        if count > 1 and name not in MANY:
            yield Finding(METADATA, "twice", f"{name} is there {count} times")


def _of_values(graph: Any, manifest: Json, people: list[tuple[str, str]]) -> Iterator[Finding]:
    """Texts, organisms, papers, processes, licence and creators are those of the model."""
    dates = {f"{DC}{event}": manifest[event][:10] for event in ("created", "modified")}
    wanted = {f"{DC}title": manifest["name"], f"{DC}abstract": manifest["description"], **dates}
    for name, text in wanted.items():
        yield from _differs(name, _texts(graph, name), [text])
    for name in (f"{DC}description", KEYWORD):
        if not all(_texts(graph, name)) or not _texts(graph, name):
            yield Finding(METADATA, "missing", f"there is no {name}, or an empty one")
    for name, curies in _terms(manifest).items():
        yield from _differs(name, [one["identifier"] for one in _things(graph, name)], curies)
        for one in _things(graph, name):
            if not one["label"] or one["label"] == one["identifier"]:
                yield Finding(METADATA, "label", f"{name} {one['identifier']} has no label, so readers ignore it")
    found = [(one["label"], one["name"], one["identifier"]) for one in _things(graph, f"{DC}creator")]
    yield from _differs(
        f"{DC}creator", found, [(name, name, f"orcid:{orcid}" if orcid else "") for name, orcid in people]
    )


def _differs(name: str, found: list[Any], wanted: list[Any]) -> Iterator[Finding]:
    if sorted(found) != sorted(wanted):
        yield Finding(METADATA, "missing" if len(found) < len(wanted) else "other", f"{name} is {found}, not {wanted}")


def _terms(manifest: Json) -> dict[str, list[str]]:
    """What must be said of the archive, from the annotations of the whole model."""
    terms = [(term["qualifier"], curie) for term in manifest["terms"] for curie in term["curies"]]
    return {
        TAXON: [curie for qualifier, curie in terms if qualifier == "bqbiol:hasTaxon"],
        PAPER: [curie for qualifier, curie in terms if qualifier == "bqmodel:isDescribedBy"],
        ENCODES: [curie for _, curie in terms if curie.startswith("GO:")],
        f"{DC}license": [LICENCE],
    }


def _people(manifest: Json) -> list[tuple[str, str]]:
    """An organisation stands in the manifest with its name as family name."""
    return [
        (one["organisation"] if one["family"] == one["organisation"] else f"{one['given']} {one['family']}", "")
        for one in manifest["creators"]
    ]


def _texts(graph: Any, name: str) -> list[str]:
    from rdflib import URIRef

    return [str(value) for value in graph.objects(None, URIRef(name))]


def _things(graph: Any, name: str) -> list[dict[str, str]]:
    """Label, name and short identifier of every resource under a predicate."""
    from rdflib import URIRef

    from igf1r_validation.miriam import curie

    parts = {"label": LABEL, "name": PERSON, "identifier": f"{DC}identifier"}
    found = [
        {part: str(graph.value(node, URIRef(uri)) or "") for part, uri in parts.items()}
        for node in graph.objects(None, URIRef(name))
    ]
    return [{**one, "identifier": curie(one["identifier"])} for one in found]
