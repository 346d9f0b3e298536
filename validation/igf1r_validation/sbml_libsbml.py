"""The judge libsbml: all consistency checks of libSBML, modelling practice and strict units too."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from igf1r_validation import sbml_common
from igf1r_validation.verdict import Finding, Severity, Verdict, not_run, verdict

NAME: Final = "libsbml"
QUICK: Final = True
ISOLATED: Final = False
CATEGORIES: Final = (
    "GENERAL_CONSISTENCY",
    "IDENTIFIER_CONSISTENCY",
    "UNITS_CONSISTENCY",
    "MATHML_CONSISTENCY",
    "SBO_CONSISTENCY",
    "OVERDETERMINED_MODEL",
    "MODELING_PRACTICE",
)
Message = tuple[int, str, str, str, int]


def judge(build: Path, model: str) -> Verdict:
    """Read the file and run all of libSBML's checks; any message of any severity is a finding."""
    path = build / f"{model}.xml"
    tool = sbml_common.tool("libsbml")
    if reason := sbml_common.obstacle(("libsbml", "lxml"), path):
        return not_run(NAME, tool, path.name, reason)
    messages = _messages(path)
    return verdict(NAME, tool, path.name, _findings(path, messages), _counts(messages))


def _messages(path: Path) -> list[Message]:
    """What libSBML says on reading, in all categories, and with strict units."""
    import libsbml

    document = libsbml.readSBMLFromFile(str(path))
    for category in CATEGORIES:
        document.setConsistencyChecks(getattr(libsbml, f"LIBSBML_CAT_{category}"), True)
    document.checkInternalConsistency()
    document.checkConsistency()
    found = dict.fromkeys(_log(document))
    document.getErrorLog().clearLog()
    document.checkConsistencyWithStrictUnits()
    # Strict units say again, under another rank, what the first run said of units.
    said = {(number, text, line) for number, _, _, text, line in found}
    strict = [message for message in _log(document) if (message[0], *message[3:]) not in said]
    return [*found, *strict]


def _log(document: Any) -> Iterator[Message]:
    for index in range(document.getNumErrors()):
        error = document.getError(index)
        text = " ".join(error.getMessage().split())
        severity, category = error.getSeverityAsString(), error.getCategoryAsString()
        yield error.getErrorId(), severity, category, text, error.getLine()


def _counts(messages: list[Message]) -> str:
    severities = Counter(severity.lower() for _, severity, _, _, _ in messages)
    words = dict.fromkeys(("error", "warning", *sorted(severities)))
    return ", ".join(f"{severities[word]} {word}s" for word in words)


def _findings(path: Path, messages: list[Message]) -> Iterator[Finding]:
    owners = _owners(path) if messages else []
    for number, severity, category, text, line in messages:
        rank: Severity = "error" if severity in ("Error", "Fatal") else "warning"
        yield Finding(_owner(owners, line), str(number), f"line {line}, {category}: {text}", rank)


def _owners(path: Path) -> list[tuple[int, str]]:
    """Line and id of every element, in the order of the file; laws and rules have a metaid only."""
    from lxml import etree

    try:
        root: Any = etree.parse(path).getroot()
    except etree.XMLSyntaxError:
        return []
    named = [(one.sourceline, one.get("id") or one.get("metaid")) for one in root.iter("{*}*")]
    return [(line or 0, str(name).removeprefix("meta_")) for line, name in named if name]


def _owner(owners: list[tuple[int, str]], line: int) -> str:
    """The id of the last element that begins at or before a line."""
    position = bisect_right(owners, line, key=lambda owner: owner[0])
    return owners[position - 1][1] if position else ""
