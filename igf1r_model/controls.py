"""Controllers as a curator writes them: ``by=[catalyst(AKT1_pp, k=...)]``, ``when=[essential(PIP3, K=...)]``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from igf1r_model.model import Constant, Evidence, Family, Form, Quantity, Role

Given = Quantity | Constant
Controller = Form | Family


@dataclass(frozen=True, slots=True)
class ControlSpec:
    """A controller before its process is known; `numbers` become its constants."""

    role: Role
    by: Controller
    numbers: tuple[tuple[str, Given], ...]
    evidence: tuple[Evidence, ...]


def _spec(role: Role, by: Controller, evidence: Sequence[Evidence], **numbers: Given | None) -> ControlSpec:
    given = tuple((name, number) for name, number in numbers.items() if number is not None)
    return ControlSpec(role, by, given, tuple(evidence))


def catalyst(
    by: Controller,
    *,
    k: Given | None = None,
    kcat: Given | None = None,
    Km: Given | None = None,
    evidence: Sequence[Evidence] = (),
) -> ControlSpec:
    """An enzyme: ``k`` for ``k*E*S``, or ``kcat`` and ``Km`` where it saturates. Alternatives add."""
    return _spec(Role.CATALYST, by, evidence, k=k, kcat=kcat, Km=Km)


def activator(by: Controller, *, k: Given, evidence: Sequence[Evidence] = ()) -> ControlSpec:
    """Something that speeds a process without catalysing it (a GTPase, a transcription factor). Alternatives add."""
    return _spec(Role.ACTIVATOR, by, evidence, k=k)


def essential(by: Controller, *, K: Given, evidence: Sequence[Evidence] = ()) -> ControlSpec:
    """Something without which the process does not run: a factor ``A/(K + A)``."""
    return _spec(Role.ESSENTIAL_ACTIVATOR, by, evidence, K=K)


def inhibitor(by: Controller, *, Ki: Given, evidence: Sequence[Evidence] = ()) -> ControlSpec:
    """Something that slows the process: a factor ``1/(1 + I/Ki)``."""
    return _spec(Role.INHIBITOR, by, evidence, Ki=Ki)
