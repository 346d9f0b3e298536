"""What writing costs: our SBML and BioPAX writers beside the field's libraries, in one run on one machine.

    .venv/bin/python bench/writing.py            N = 1,000 and 10,000 annotated reactions, three runs each
    .venv/bin/python bench/writing.py --runs 1

CPU seconds (median), peak memory added by the writing, and the exponent of growth from the smaller to the larger N.
The libraries get what they need as objects; python-libsbml builds and writes the same document, every return code
checked and no look-up by id; pybiopax only writes what it has read, which is the cheaper part of its work.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, Final

from igf1r_model.assembly import Plan, draft
from igf1r_model.dsl import Module, assumed, ev, measured, paper, place, protein
from igf1r_model.exporters import biopax, formats, manifest, sbml
from igf1r_model.exporters._uris import uri, uri_style
from igf1r_model.exporters.sbml import tables
from igf1r_model.exporters.sbml.annotations import (
    constant_terms,
    evidence_terms,
    form_terms,
    place_terms,
    process_terms,
)
from igf1r_model.expressions import infix
from igf1r_model.kinetics import coherent, initial_concentration, litres
from igf1r_model.model import Model, Process, Term
from igf1r_model.sentences import provenance, sentence
from igf1r_model.terms import sbo_of

SIZES: Final = (1_000, 10_000)
MEGA: Final = 1024.0  # ru_maxrss is in kilobytes
DATE: Final = "2026-11-22T00:00:00Z"
Terms = Iterable[tuple[str, tuple[str, ...]]]


def synthetic(reactions: int) -> Model:
    """A model of that many reactions: each protein is made, phosphorylated by the one before it, and back, and lost."""
    cell = place("cell", "cell", "GO:0005829", assumed(1, "pL", why="a cell"))
    m = Module("line", "a line of kinases", go="GO:0048009")
    one, two = paper("ONE", 17898809), paper("TWO", 19225456)
    evidence, slow = [ev(one), ev(two)], assumed(1e-3, "1/s", why="a bench")
    kinase = m.form("first", protein("first", "P00000"), at=cell, initial=assumed(1, "nM", why="a bench"))
    for i in range(reactions // 4):
        molecule = protein(f"K{i}", f"Q{i:05d}", hgnc=i, gene=i, phospho="S1 S2")
        plain = m.form(f"K{i}", molecule, at=cell)
        m.synthesise(f"make_{i}", plain, k=measured(1e-3, "nM/s", one), evidence=evidence)
        kinase = m.phosphorylate(f"on_{i}", kinase, plain, "S1 S2", gives=f"K{i}_p", kcat=measured(1, "1/s", one),
                                 Km=measured(50, "nM", two), evidence=evidence)  # fmt: skip
        m.dephosphorylate(f"off_{i}", None, kinase, gives=plain, k=slow, evidence=evidence)
        m.degrade(f"lose_{i}", kinase, k=slow, evidence=evidence)
    terms = (Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",)))
    return draft(Plan("bench", "bench", (m,), "A bench.", DATE, DATE, terms))[0]


# The same document by python-libsbml.


def by_libsbml(model: Model) -> str:
    """The SBML built object by object."""
    import libsbml

    document = libsbml.SBMLDocument(3, 1)
    target = document.createModel(model.id)
    _filled(target, model.name, "SBO:0000293", [(term.qualifier, term.curies) for term in model.terms])
    for name, id in sbml.MODEL_UNITS.items():
        _done(getattr(target, f"set{name[0].upper()}{name[1:]}")(id))
    _units(target)
    _nouns(target, model)
    for process in model.processes:
        _reaction(target.createReaction(), process)
    return str(libsbml.writeSBMLToString(document))


def _done(code: int) -> None:
    if code != 0:
        raise RuntimeError(f"libSBML says {code}")


def _filled(element: Any, name: str, sbo: str, terms: Terms, notes: str = "") -> None:
    """Metaid, name, SBO term, notes and annotation."""
    import libsbml

    _done(element.setMetaId(f"meta_{element.getId()}"))
    _done(element.setSBOTerm(sbo))
    if name:
        _done(element.setName(name))
    if notes:
        _done(element.setNotes(f'<body xmlns="http://www.w3.org/1999/xhtml"><p>{notes}</p></body>'))
    for qualifier, curies in terms:
        kind, _, word = qualifier.partition(":")
        term = libsbml.CVTerm(libsbml.MODEL_QUALIFIER if kind == "bqmodel" else libsbml.BIOLOGICAL_QUALIFIER)
        if kind == "bqmodel":
            _done(term.setModelQualifierType(libsbml.ModelQualifierType_fromString(word)))
        else:
            _done(term.setBiologicalQualifierType(libsbml.BiolQualifierType_fromString(word)))
        for curie in curies:
            _done(term.addResource(uri(curie, uri_style())))
        _done(element.addCVTerm(term, True))


def _units(target: Any) -> None:
    import libsbml

    for id, name, factors in tables.UNITS.values():
        definition = target.createUnitDefinition()
        _done(definition.setId(id))
        _done(definition.setName(name))
        for kind, exponent, scale in factors:
            unit = definition.createUnit()
            _done(unit.setKind(libsbml.UnitKind_forName(kind)))
            _done(unit.setExponent(exponent))
            _done(unit.setScale(scale))
            _done(unit.setMultiplier(1.0))


def _nouns(target: Any, model: Model) -> None:
    for here in model.places:
        compartment = target.createCompartment()
        _set(compartment, Id=here.id, SpatialDimensions=3, Size=litres(here), Units="litre", Constant=True)
        _filled(compartment, here.name, "SBO:0000290", place_terms(here), provenance(here.volume))
    for form in model.forms:
        species = target.createSpecies()
        _set(species, Id=form.id, Compartment=form.place.id, InitialConcentration=initial_concentration(form),
             SubstanceUnits="unit__nmol", HasOnlySubstanceUnits=False, BoundaryCondition=form.fixed,
             Constant=form.fixed)  # fmt: skip
        _filled(species, form.name, tables.species_sbo(form), form_terms(form), provenance(form.initial))
    for constant in model.constants:
        parameter = target.createParameter()
        value, unit = coherent(constant)
        _set(parameter, Id=constant.id, Value=value, Units=tables.unit_id(unit), Constant=True)
        _filled(parameter, constant.name, sbo_of(constant), constant_terms(constant),
                provenance(constant.quantity))  # fmt: skip


def _set(element: Any, **values: object) -> None:
    for name, value in values.items():
        _done(getattr(element, f"set{name}")(value))


def _reaction(reaction: Any, process: Process) -> None:
    import libsbml

    assert process.law is not None
    _set(reaction, Id=process.id, Reversible=process.reversible, Fast=False, Compartment=process.place.id)
    _filled(reaction, process.name, tables.VERBS[process.verb], process_terms(process), sentence(process))
    for kind, sbo, side in (
        ("reactant", "SBO:0000010", process.reactants),
        ("product", "SBO:0000011", process.products),
    ):
        for participant in side:
            reference = getattr(reaction, f"create{kind.capitalize()}")()
            _set(reference, Id=f"{kind}__{process.id}__{participant.form.id}", Species=participant.form.id,
                 Stoichiometry=participant.count, Constant=True)  # fmt: skip
            _filled(reference, "", sbo, ())
    for control in process.controls:
        for form in control.members:
            modifier = reaction.createModifier()
            _set(modifier, Id=f"control__{process.id}__{form.id}", Species=form.id)
            _filled(modifier, "", tables.MODIFIERS[control.role], evidence_terms(control.evidence))
    law = reaction.createKineticLaw()
    _done(law.setMath(libsbml.parseL3Formula(infix(process.law))))


# Measuring.


def _pybiopax(model: Model) -> Callable[[], str]:
    import pybiopax

    objects = pybiopax.model_from_owl_str(biopax.export(model))
    return lambda: str(pybiopax.model_to_owl_str(objects))


WRITERS: Final[dict[str, Callable[[Model], Callable[[], str]]]] = {
    "igf1r-model, SBML": lambda model: lambda: sbml.export(model),
    "python-libsbml, SBML": lambda model: lambda: by_libsbml(model),
    "igf1r-model, BioPAX": lambda model: lambda: biopax.export(model),
    "pybiopax, BioPAX, writing only": _pybiopax,
    "igf1r-model, manifest": lambda model: lambda: manifest.export(model),
}


def measured_once(writer: str, reactions: int) -> dict[str, float]:
    """CPU seconds, peak memory added, size: this process is used for nothing else."""
    formats()  # imports are not writing
    write = WRITERS[writer](synthetic(reactions))
    WRITERS[writer](synthetic(4))()  # nor are those of the libraries
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    text = write()
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"seconds": seconds, "megabytes": peak / MEGA, "size": len(text) / 1e6}


def median(writer: str, reactions: int, runs: int) -> dict[str, float]:
    """The median of some runs, each in a process of its own."""
    command = [sys.executable, __file__, "--one", writer, str(reactions)]
    found = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(runs)]
    return {key: statistics.median(one[key] for one in found) for key in found[0]}


def table(runs: int) -> Iterable[str]:
    """The lines of the table, each as soon as it is measured."""
    small, large = SIZES
    yield f"| writer | CPU s, N={small:,} | CPU s, N={large:,} | exponent | peak MB, N={large:,} | file MB |"
    yield "|---|---|---|---|---|---|"
    for writer in WRITERS:
        few, many = (median(writer, size, runs) for size in SIZES)
        growth = math.log(many["seconds"] / few["seconds"], large / small)
        yield (f"| {writer} | {few['seconds']:.3f} | {many['seconds']:.3f} | {growth:.2f} | {many['megabytes']:.0f} "
               f"| {many['size']:.1f} |")  # fmt: skip


def main() -> None:
    """Print the table, or with ``--one`` a single measurement as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--one", nargs=2, metavar=("WRITER", "N"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measured_once(options.one[0], int(options.one[1]))))
        return
    for line in table(options.runs):
        print(line, flush=True)


if __name__ == "__main__":
    main()
