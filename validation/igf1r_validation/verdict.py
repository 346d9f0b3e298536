"""What a judge says: findings about one file, and the verdict they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Status = Literal["passed", "failed", "not run", "not applicable"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a judge objects to.

    Attributes:
        subject: id of the element the finding is about (empty for the whole file).
        rule: the rule or the tool's message number, as the judge names it.
        message: what is wrong, in one line.
        severity: both make the verdict fail; the word says how the tool ranked it.
    """

    subject: str
    rule: str
    message: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one judge on one file.

    Attributes:
        judge: the judge's name, for example ``libsbml``.
        tool: software and version that did the reading.
        file: name of the file below ``build/``.
        status: ``passed``, ``failed``, ``not run`` (a judge that could not run never passes) or ``not applicable``
            (the model has nothing that this judge judges).
        detail: what was measured, in a few words.
        findings: everything that was objected to.
    """

    judge: str
    tool: str
    file: str
    status: Status
    detail: str = ""
    findings: tuple[Finding, ...] = ()


def verdict(judge: str, tool: str, file: str, findings: Iterable[Finding], detail: str = "") -> Verdict:
    """Pass when nothing was found, fail otherwise."""
    found = tuple(findings)
    return Verdict(judge, tool, file, "failed" if found else "passed", detail, found)


def not_run(judge: str, tool: str, file: str, why: str) -> Verdict:
    """Say that the judge could not run, and why."""
    return Verdict(judge, tool, file, "not run", why)


def not_applicable(judge: str, tool: str, file: str, why: str) -> Verdict:
    """Say that there is nothing in the model that this judge could judge, and why."""
    return Verdict(judge, tool, file, "not applicable", why)
