"""Small models with constants to fit and data that known constants make, for the tests of calibration and PEtab."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from igf1r_model.assembly import Plan
from igf1r_model.dsl import (
    Module,
    Quantity,
    Total,
    arm,
    assumed,
    context,
    dose,
    doses,
    estimated,
    ev,
    experiment,
    minutes,
    paper,
    place,
    protein,
    published,
    published_doses,
    scaled,
)
from igf1r_model.model import Term
from igf1r_model.protocol import Experiment

SAID: Final = [ev(paper("KISELYOV_2009", 19225456))]
DATE: Final = "2026-11-22T00:00:00Z"
TERMS: Final = (Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",)))
MAKES, LOSES, ON, OFF = 0.01, 5e-4, 2e-4, 2e-3  # what the data are made with, in nM and s
CONSTANTS: Final = {"makes": MAKES, "loses": LOSES, "on": ON, "off": OFF}
TIMES: Final = tuple(minutes(n) for n in (0, 2, 5, 10, 20, 40))


def number(value: float, unit: str) -> Quantity:
    return assumed(value, unit, why="an example")


def guess(value: float, unit: str, factor: float = 10) -> Quantity:
    return estimated(value, unit, within=(value / factor, value * factor), why="a guess")


def rested(makes: float = MAKES, loses: float = LOSES) -> float:
    """The kinase of a cell without ligand."""
    return makes / loses


def active(at: float, ligand: float, *, makes: float = MAKES, on: float = ON) -> float:
    """The active kinase after so many seconds of ligand: it is activated and falls back, with turnover of both."""
    total, back = rested(makes), OFF + LOSES
    forth = on * ligand
    return total * forth / (forth + back) * (1 - math.exp(-(forth + back) * at))


def plan(given: Mapping[str, Quantity], experiments: tuple[Experiment, ...], id: str = "fits") -> Plan:
    """The model with these constants, the others known."""
    q = {name: number(value, "nM/s" if name == "makes" else "1/(nM*s)" if name == "on" else "1/s")
         for name, value in CONSTANTS.items()} | dict(given)  # fmt: skip
    m = Module("turnover", "turnover", go="GO:0048009")
    cytosol = place("cytosol", "cytosol", "GO:0005829", number(3, "pL"))
    molecule = protein("IGF1R", "P08069", hgnc=5465, gene=3480)
    ligand = m.input("ligand", protein("IGF1", "P05019"), cytosol)
    kinase = m.form("kinase", molecule, at=cytosol, initial=number(1, "nM"))
    lit = m.activate("is_activated", ligand, kinase, gives="lit", k=q["on"], evidence=SAID, go="GO:0048009")
    m.deactivate("falls_back", None, lit, gives=kinase, k=q["off"], evidence=SAID, go="GO:0048009")
    m.synthesise("is_made", kinase, k=q["makes"], evidence=SAID)
    m.degrade("is_lost", kinase, k=q["loses"], evidence=SAID)
    m.degrade("lit_is_lost", lit, k=number(LOSES, "1/s"), evidence=SAID)
    m.observe(Total("active", "active kinase", molecule, "kinase that is active", active=True))
    rich = context("rich", "rich", "a cell in a medium with ligand", {ligand: number(2, "nM")})
    return Plan(id, "Fits", (m,), "An example.", DATE, DATE, TERMS, contexts=(rich,), experiments=experiments)


def course(factor: float = 1.0, scale: str = "", error: float = 0.05) -> Experiment:
    """A time course at 10 nM, told as it is or times a factor."""
    values = {at: factor * active(at, 10) for at in TIMES}
    data = published("dosed", "active", values, error * factor, scale=scale)
    arms = (arm("dosed", dose("ligand", 10)),)
    return experiment("course", "course", "How fast?", reads="active", times=TIMES, arms=arms, data=(data,))


def rest(error: float = 0.05) -> Experiment:
    """What there is without ligand, and in a cell that makes thrice as much."""
    more = (scaled("k__is_lost", 0.25, why="an example"), scaled("k__lit_is_lost", 0.25, why="an example"))
    data = (
        *published("none", "kinase", {0.0: rested()}, error),
        *published("more", "kinase", {60.0: 4 * rested()}, error),
    )
    arms = (arm("none"), arm("more", cell=more))
    return experiment("resting", "resting", "How much?", reads="kinase", times=(0, 60), arms=arms, data=data)


def response(error: float = 0.05) -> Experiment:
    """A dose response of cells in the other medium, which is changed for the doses."""
    values = {nM: active(600, nM) for nM in (1.0, 10.0, 100.0)}
    data = published_doses("dosed", "active", values, error, at=600.0)
    half = scaled("k__falls_back", 0.5, why="an example")
    arms = (arm("dosed", context="rich"), arm("without_data", half, dose("ligand", 0, at=60)))
    return experiment("response", "response", "How much?", reads="active", times=(0, 600), arms=arms,
                      series=doses("ligand", 1, 10, 100), data=data)  # fmt: skip


def unmade() -> Experiment:
    """A cell that makes nothing any more: an estimated constant is set."""
    left = {600.0: rested() * math.exp(-LOSES * 600)}
    arms = (arm("none", scaled("k__is_made", 0, why="an example")),)
    data = published("none", "kinase", left, 0.05)
    return experiment("unmade", "unmade", "How long?", reads="kinase", times=(0, 600), arms=arms, data=data)


THREE: Final = {"on": guess(5e-4, "1/(nM*s)"), "off": guess(0.05, "1/min"), "makes": guess(0.02, "nM/s")}
PLAN: Final = plan(THREE, (course(3.0, "blot"), rest(), response()))
