"""Helpers that plant one defect in the good BioPAX fixture."""

from __future__ import annotations

import json
import re
from pathlib import Path

from igf1r_validation.biopax_schema import XSD

DATA = Path(__file__).parent / "data"
GOOD = (DATA / "biopax_small.owl").read_text("utf-8")
MANIFEST = json.loads((DATA / "biopax_small.model.json").read_text("utf-8"))
DEPHOSPHORYLATION = "control.PTPN1_dephosphorylates_IRS1.PTPN1"


def edit(name: str, old: str, new: str) -> str:
    """The good file with a text changed inside one object, or anywhere when no object is named."""
    if not name:
        assert old in GOOD
        return GOOD.replace(old, new, 1)
    block = re.search(rf'<bp:\w+ rdf:ID="{re.escape(name)}">\n.*?\n</bp:\w+>\n', GOOD, re.DOTALL)
    assert block
    assert old in block[0], (name, old)
    return GOOD.replace(block[0], block[0].replace(old, new, 1))


def add(xml: str) -> str:
    """The good file with one more object."""
    return GOOD.replace("</rdf:RDF>", f"{xml}\n</rdf:RDF>")


def before(name: str, lines: str) -> str:
    """The good file with more lines at the head of one object."""
    block = re.search(rf'<bp:\w+ rdf:ID="{re.escape(name)}">\n', GOOD)
    assert block
    return GOOD.replace(block[0], block[0] + lines)


def text(name: str, value: str, datatype: str = "string") -> str:
    """A line with a text value."""
    return f' <bp:{name} rdf:datatype="{XSD}{datatype}">{value}</bp:{name}>\n'


def link(name: str, value: str) -> str:
    """A line with a link."""
    return f' <bp:{name} rdf:resource="#{value}"/>\n'
