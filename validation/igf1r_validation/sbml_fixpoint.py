"""The judge fixpoint: libSBML writes back the canonical XML that it read, so it read nothing leniently."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile, zip_longest
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common
from igf1r_validation.sbml_common import MATHML
from igf1r_validation.verdict import Finding, Verdict, not_run, verdict

NAME: Final = "fixpoint"
QUICK: Final = True
ISOLATED: Final = False
# MathML trims the text of its tokens: `<ci> A </ci>` and `<ci>A</ci>` say the same.
TOKENS: Final = tuple(f"{{{MATHML}}}{name}" for name in ("ci", "cn", "csymbol", "sep"))
# What a finding shows of two differing texts: so many characters, from so many before the difference.
SHOWN: Final = 160
BEFORE: Final = 60


def judge(build: Path, model: str) -> Verdict:
    """Compare the file with what libSBML writes after reading it."""
    path = build / f"{model}.xml"
    tool = sbml_common.tool("libsbml", "lxml")
    if reason := sbml_common.obstacle(("libsbml", "lxml"), path):
        return not_run(NAME, tool, path.name, reason)
    return verdict(NAME, tool, path.name, _findings(path), "canonical XML compared after read and write")


def _findings(path: Path) -> Iterator[Finding]:
    import libsbml
    from lxml import etree

    try:
        ours = _significant(path.read_bytes())
    except etree.XMLSyntaxError as error:
        yield Finding("", "not XML", str(error))
        return
    back = libsbml.writeSBMLToString(libsbml.readSBMLFromFile(str(path)))
    theirs = _significant(back.encode("utf-8"))
    if _canonical(ours) != _canonical(theirs):
        yield _difference(ours, theirs)


def _significant(text: bytes) -> Any:
    """The document without comments, instructions and white space that means nothing."""
    from lxml import etree

    root = etree.fromstring(text, etree.XMLParser(remove_comments=True, remove_pis=True))
    for element in root.iter():
        parent = element.getparent()
        element.text = _meaning(element.text, element.tag in TOKENS)
        element.tail = _meaning(element.tail, parent is not None and parent.tag in TOKENS)
    return root


def _meaning(text: str | None, token: bool) -> str | None:
    if text is None or not text.strip():
        return None
    return text.strip() if token else text


def _canonical(element: Any) -> bytes:
    from lxml import etree

    text: bytes = etree.tostring(element, method="c14n", with_tail=False)
    return text


def _difference(ours: Any, theirs: Any) -> Finding:
    """The first place, in document order, where the two trees differ."""
    path, around = _name(ours), ours
    while (inside := _first_difference(ours, theirs)) is not None:
        ours, theirs = inside
        path += f"/{_name(theirs if ours is None else ours)}"
        around = around if ours is None else ours
    written, read = _text(ours), _text(theirs)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(written, read, strict=False))
    start = max(0, sum(1 for _ in same) - BEFORE)
    message = f"{path}: written {_shown(written, start)}, read as {_shown(read, start)}"
    return Finding(_subject(around), "changed", message)


def _first_difference(ours: Any, theirs: Any) -> tuple[Any, Any] | None:
    """The first pair of children that differ, None for a missing one, if the elements themselves do not."""
    if ours is None or theirs is None or _head(ours) != _head(theirs):
        return None
    pairs = zip_longest(ours, theirs)
    return next((pair for pair in pairs if _deep(pair[0]) != _deep(pair[1])), None)


def _head(element: Any) -> tuple[object, ...]:
    return element.tag, dict(element.attrib), element.text, element.tail, element.nsmap


def _deep(element: Any) -> tuple[bytes, str | None]:
    return (b"", None) if element is None else (_canonical(element), element.tail)


def _name(element: Any) -> str:
    """Name of an element as a path shows it, with its id where it has one."""
    from lxml import etree

    local = etree.QName(element).localname
    key = element.get("id") or element.get("metaid")
    return f"{local}[{key}]" if key else str(local)


def _subject(element: Any) -> str:
    """The id of the nearest element around it that has one."""
    around = [element, *element.iterancestors()]
    return next((str(one.get("id")) for one in around if one.get("id")), "")


def _text(element: Any) -> str:
    return "nothing" if element is None else _canonical(element).decode("utf-8") + (element.tail or "")


def _shown(text: str, start: int) -> str:
    """A piece of an element's text around the place of difference."""
    before, after = "..." if start else "", "..." if len(text) > start + SHOWN else ""
    return f"{before}{text[start : start + SHOWN]}{after}"
