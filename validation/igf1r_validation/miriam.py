"""The identifier prefixes of our files: a table, a list COPASI can load, the short form of a URI.

python-copasi comes without any MIRIAM list, so every URI is unknown to it and papers are lost on
re-export. The table gives it the prefixes of the project and nothing else: any other is a finding.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
QUALIFIER_SPACES = frozenset({"http://biomodels.net/biology-qualifiers/", "http://biomodels.net/model-qualifiers/"})
SBO_NAME = "Systems Biology Ontology"
SBO_SPACE = "http://biomodels.net/SBO/"


@dataclass(frozen=True, slots=True)
class Prefix:
    """One collection: its prefix, the pattern of its ids, and whether ids repeat the prefix (GO:...)."""

    name: str
    pattern: str
    embedded: bool = False


PREFIXES = (
    Prefix("uniprot", r"^[A-Z][A-Z0-9]{5,9}$"),
    Prefix("uniprot.isoform", r"^[A-Z][A-Z0-9]{5,9}-\d+$"),
    Prefix("hgnc", r"^\d{1,5}$"),
    Prefix("ncbigene", r"^\d+$"),
    Prefix("fplx", r"^[A-Za-z0-9_]+$"),
    Prefix("chebi", r"^CHEBI:\d+$", True),
    Prefix("pubchem.compound", r"^\d+$"),
    Prefix("chembl.compound", r"^CHEMBL\d+$"),
    Prefix("drugbank", r"^DB\d{5}$"),
    Prefix("mesh", r"^[A-Z]\d+$"),
    Prefix("go", r"^GO:\d{7}$", True),
    Prefix("mod", r"^MOD:\d{5}$", True),
    Prefix("eco", r"^ECO:\d{7}$", True),
    Prefix("sbo", r"^SBO:\d{7}$", True),
    Prefix("taxonomy", r"^\d+$"),
    Prefix("pubmed", r"^\d+$"),
    Prefix("doi", r"^10\.\d+/\S+$"),
    Prefix("pmc", r"^PMC\d+$"),
    Prefix("reactome", r"^R-[A-Z]{3}-\d+(\.\d+)?$"),
    Prefix("ec-code", r"^\d+(\.(\d+|-)){3}$"),
    Prefix("doid", r"^DOID:\d+$", True),
    Prefix("bto", r"^BTO:\d{7}$", True),
    Prefix("cellosaurus", r"^CVCL_[A-Z0-9]{4}$"),
    Prefix("mamo", r"^MAMO_\d{7}$"),
    Prefix("orcid", r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"),
    Prefix("spdx", r"^[A-Za-z0-9.-]+$"),
)


def resource_list() -> str:
    """The table as the XML list that COPASI loads."""
    rows = "\n".join(_datatype(number, prefix) for number, prefix in enumerate(PREFIXES))
    return f"<miriam>\n{rows}\n</miriam>\n"


def _datatype(number: int, prefix: Prefix) -> str:
    embedded = "True" if prefix.embedded else "False"
    name, old = prefix.name, ""
    if name == "sbo":
        # COPASI annotates what has an sboTerm, finds the collection by this name, and knows the old form.
        name, old = SBO_NAME, f'<uri deprecated="true">{SBO_SPACE}</uri>'
    return (
        f'<datatype id="MIR:{number:08d}" pattern={quoteattr(prefix.pattern)} '
        f'namespaceEmbeddedInPattern="{embedded}">'
        f"<name>{name}</name><uris><uri>urn:miriam:{prefix.name}</uri>{old}</uris></datatype>"
    )


def curie(uri: str) -> str:
    """The short form of a compact, path or old SBO URI: ``uniprot:P08069``, ``GO:0005886``."""
    if uri.startswith(SBO_SPACE):
        return uri.removeprefix(SBO_SPACE)
    tail = uri.partition("identifiers.org/")[2] or uri.removeprefix("urn:miriam:")
    prefix, slash, local = tail.partition("/")
    if not slash or ":" in prefix:
        return tail
    repeats_prefix = local.lower().startswith(f"{prefix.lower()}:")
    return local if repeats_prefix else f"{prefix}:{local}"


def terms(element: etree._Element) -> Counter[tuple[str, str]]:
    """The (qualifier, curie) pairs of the element's own CV terms, with how often each is there."""
    found: Counter[tuple[str, str]] = Counter()
    for block in element.iterfind(f"{{*}}annotation/{{{RDF}}}RDF/{{{RDF}}}Description/*"):
        name = etree.QName(block)
        if name.namespace in QUALIFIER_SPACES:
            items = block.iterfind(f"{{{RDF}}}Bag/{{{RDF}}}li")
            found.update((name.localname, curie(item.get(f"{{{RDF}}}resource", ""))) for item in items)
    return found
