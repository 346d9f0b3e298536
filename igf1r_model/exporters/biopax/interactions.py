"""Processes as conversions and template reactions, their controls, and the pathway that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from igf1r_model.exporters.biopax.entities import HUMAN, SOURCE, Entities
from igf1r_model.exporters.biopax.individuals import Individuals, Property, link, text
from igf1r_model.exporters.biopax.references import evidence, publication, relation
from igf1r_model.kinetics import drugs_by_target, drugs_in
from igf1r_model.model import Control, Effect, Form, Inhibition, Model, ModuleInfo, Process, Role
from igf1r_model.sentences import sentence

BY_EFFECTS: Final = ""  # the verb alone does not decide the class
# Every verb that BioPAX knows, with the class of its interaction.
VERBS: Final[dict[str, str]] = {
    "bind": "ComplexAssembly",
    "unbind": "ComplexAssembly",
    "phosphorylate": "BiochemicalReaction",
    "autophosphorylate": "BiochemicalReaction",
    "dephosphorylate": "BiochemicalReaction",
    "ubiquitinate": "BiochemicalReaction",
    "activate": "BiochemicalReaction",
    "deactivate": "BiochemicalReaction",
    "load_gtp": "BiochemicalReaction",
    "hydrolyse_gtp": "BiochemicalReaction",
    "convert_ATP": "BiochemicalReaction",
    "convert_water": "BiochemicalReaction",
    "convert_plain": "BiochemicalReaction",
    "translocate": "Transport",
    "internalise": "Transport",
    "synthesise": "TemplateReaction",
    "degrade": "Degradation",
    "change": BY_EFFECTS,
}
LONGEST_NAME: Final = 25


class Interactions:
    """Writes the processes of a model and collects, per process, the ids that belong to its pathway step."""

    def __init__(self, owl: Individuals, entities: Entities, model: Model) -> None:
        self.owl = owl
        self.entities = entities
        self.model = model
        self.drugs = drugs_by_target(model.inhibitions)
        self.steps: dict[str, list[str]] = {}

    def process(self, process: Process) -> None:
        """The interaction of a process, and its controls."""
        kind = class_of(process)
        self.steps[process.id] = [process.id]
        common = [
            text("displayName", process.name), text("comment", sentence(process)), link("dataSource", SOURCE),
            link("evidence", evidence(self.owl, process.id, process.evidence)),
            link("xref", relation(self.owl, process.go)),
        ]  # fmt: skip
        sides = self._template(process) if kind == "TemplateReaction" else self._conversion(process, kind)
        self.owl.add(kind, process.id, *common, *sides)
        for control in process.controls:
            for form in control.members:
                self._control(process, kind, control, form)

    def _template(self, process: Process) -> Iterator[Property]:
        form = process.products[0].form
        yield link("product", form.id)
        molecule = form.parts[0].molecule
        if molecule.gene:
            yield link("template", self.entities.gene(molecule))
            yield text("templateDirection", "FORWARD")

    def _conversion(self, process: Process, kind: str) -> Iterator[Property]:
        yield text("conversionDirection", "REVERSIBLE" if process.reversible else "LEFT-TO-RIGHT")
        if process.ec and kind == "BiochemicalReaction":
            yield text("eCNumber", process.ec)
        left = [(p.form.id, p.count) for p in process.reactants] + [(m.id, n) for m, n in process.currency_in]
        right = [(p.form.id, p.count) for p in process.products] + [(m.id, n) for m, n in process.currency_out]
        for side, participants in (("left", left), ("right", right)):
            for entity, count in participants:
                yield link(side, entity)
                yield link("participantStoichiometry", self.entities.stoichiometry(entity, count))

    def _control(self, process: Process, kind: str, control: Control, form: Form) -> None:
        """One control for each member: BioPAX wants one controller in each."""
        owner = f"control.{process.id}.{form.id}"
        sign = "INHIBITION" if control.role is Role.INHIBITOR else "ACTIVATION"
        catalysis = control.role is Role.CATALYST and kind != "TemplateReaction"
        self.owl.add(
            "TemplateReactionRegulation" if kind == "TemplateReaction" else "Catalysis" if catalysis else "Control",
            owner, text("displayName", _shortened(f"by {form.name}")), text("controlType", sign),
            link("controlled", process.id), link("controller", form.id), link("dataSource", SOURCE),
            link("evidence", evidence(self.owl, owner, control.evidence)),
            *([text("catalysisDirection", "LEFT-TO-RIGHT")] if catalysis else []),
        )  # fmt: skip
        self.steps[process.id].append(owner)
        if catalysis:
            for inhibition in drugs_in(process, self.drugs).get(form.id, ()):
                self._modulation(process, owner, inhibition)

    def _modulation(self, process: Process, catalysis: str, inhibition: Inhibition) -> None:
        """A drug acts on the catalysis, not on the reaction: Paxtools would drop the latter."""
        owner = f"{catalysis}.{inhibition.drug.id}"
        mechanism = "INHIBITION-COMPETITIVE" if inhibition.competitive else "INHIBITION-NONCOMPETITIVE"
        self.owl.add(
            "Modulation", owner, text("displayName", _shortened(f"by {inhibition.drug.name}")),
            text("controlType", mechanism), link("controlled", catalysis), link("controller", inhibition.drug.id),
            link("dataSource", SOURCE), link("evidence", evidence(self.owl, owner, inhibition.evidence)),
        )  # fmt: skip
        self.steps[process.id].append(owner)

    # The pathway.

    def pathways(self) -> None:
        """The root pathway, with one sub-pathway for each module."""
        after = _followers(self.model)
        children = [self._module(module, after) for module in self.model.modules if module.processes]
        remark = "Kinetic laws and constants are not part of BioPAX: they stand in the SBML file under the same ids."
        self._pathway(f"pathway.{self.model.id}", _shortened(self.model.id), self.model.name,
                      *(link("pathwayComponent", child) for child in children), text("comment", remark),
                      text("comment", self.model.description))  # fmt: skip

    def _module(self, module: ModuleInfo, after: dict[str, list[str]]) -> str:
        properties = [link("pathwayComponent", part) for process in module.processes for part in self.steps[process]]
        inside = set(module.processes)
        for process in module.processes:
            following = [link("nextStep", f"step.{other}") for other in after[process] if other in inside]
            parts = [link("stepProcess", part) for part in self.steps[process]]
            properties.append(link("pathwayOrder", self.owl.add("PathwayStep", f"step.{process}", *parts, *following)))
        return self._pathway(f"pathway.{module.id}", _shortened(module.title), module.title, *properties,
                             link("xref", relation(self.owl, module.go)))  # fmt: skip

    def _pathway(self, id: str, name: str, title: str, *properties: Property) -> str:
        papers = [link("xref", publication(self.owl, curie)) for curie in described_by(self.model)]
        return self.owl.add("Pathway", id, text("displayName", name), text("standardName", title),
                            link("organism", HUMAN), link("dataSource", SOURCE),
                            link("evidence", evidence(self.owl, id, ())), *papers, *properties)  # fmt: skip


def class_of(process: Process) -> str:
    """The BioPAX class of a process: by its verb, or for a composite step by what it does."""
    kind = VERBS[process.verb]
    if kind != BY_EFFECTS:
        return kind
    effects = set(process.effects)
    if Effect.MARKS in effects:
        return "TransportWithBiochemicalReaction" if Effect.MOVES in effects else "BiochemicalReaction"
    if effects & {Effect.BINDS, Effect.RELEASES}:
        return "ComplexAssembly"
    return "Transport" if Effect.MOVES in effects else "BiochemicalReaction"


def described_by(model: Model) -> list[str]:
    """The papers that the whole model rests on."""
    return [curie for term in model.terms if term.qualifier == "bqmodel:isDescribedBy" for curie in term.curies]


def _followers(model: Model) -> dict[str, list[str]]:
    """For each process the others that use what it makes."""
    users: dict[str, list[str]] = {}
    for process in model.processes:
        for participant in process.reactants:
            users.setdefault(participant.form.id, []).append(process.id)
    return {
        process.id: list(
            dict.fromkeys(u for p in process.products for u in users.get(p.form.id, ()) if u != process.id)
        )
        for process in model.processes
    }


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 3].rstrip() + "..."
