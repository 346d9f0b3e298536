"""One model loaded once into libRoadRunner, put back to what its file says before every scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from igf1r_validation.same_curves import ABSOLUTE_TOLERANCE, POINTS, RELATIVE_TOLERANCE, SECONDS
from igf1r_validation.sanity_content import Json, Scenario, Settings
from igf1r_validation.verdict import Finding


@dataclass(frozen=True, slots=True)
class Run:
    """A day of a scenario: concentrations by form in square brackets, rates by process, values by observable."""

    name: str
    curves: Mapping[str, Sequence[float]]


class Bench:
    """Sets, runs and reads the loaded model."""

    def __init__(self, sbml: str, manifest: Json) -> None:
        import roadrunner

        roadrunner.Config.setValue(roadrunner.Config.LLVM_BACKEND, roadrunner.Config.LLJIT)
        self.runner: Any = roadrunner.RoadRunner(sbml)
        integrator = self.runner.getIntegrator()
        integrator.setValue("relative_tolerance", RELATIVE_TOLERANCE)
        integrator.setValue("absolute_tolerance", ABSOLUTE_TOLERANCE)
        self.manifest = manifest
        self.processes: list[str] = list(self.runner.model.getReactionIds())
        self.selections = [f"[{form['id']}]" for form in manifest["forms"]]
        self.selections += [one["id"] for one in (*manifest["processes"], *manifest["observables"])]

    def missing(self) -> Iterator[Finding]:
        """What the manifest has and the SBML file has not; nothing can be judged then."""
        model = self.runner.model
        values = {*model.getGlobalParameterIds()}
        held = {
            "forms": {*model.getFloatingSpeciesIds(), *model.getBoundarySpeciesIds()},
            "processes": {*self.processes},
            "constants": values,
            "switches": values,
            "observables": values,
        }
        for kind, ids in held.items():
            for one in self.manifest[kind]:
                if one["id"] not in ids:
                    yield Finding(one["id"], "missing", f"it is one of the manifest's {kind}, and not in the SBML")

    def volumes(self) -> dict[str, float]:
        """The volume of each place in litres."""
        model = self.runner.model
        return dict(zip(model.getCompartmentIds(), map(float, model.getCompartmentVolumes()), strict=True))

    def start(self, settings: Settings) -> None:
        """Everything as in the file but for the settings."""
        self.runner.resetToOrigin()
        self.set(settings)

    def set(self, settings: Settings) -> None:
        """Change values where the model stands."""
        for symbol, value in settings.items():
            self.runner[symbol] = value

    def values(self, symbols: Sequence[str]) -> dict[str, float]:
        """Values where the model stands."""
        return {symbol: float(self.runner[symbol]) for symbol in symbols}

    def rates(self) -> dict[str, float]:
        """The rate of every process where the model stands, in nmol/s."""
        return dict(zip(self.processes, self.runner.model.getReactionRates().tolist(), strict=True))

    def run(self, scenario: Scenario) -> Run:
        """A day; the model stands at its end afterwards.

        Raises:
            RuntimeError: by libRoadRunner, when it cannot integrate.
        """
        self.start(scenario.settings)
        self.runner.timeCourseSelections = self.selections
        rows = self.runner.simulate(0, SECONDS, POINTS).tolist()
        return Run(scenario.name, dict(zip(self.selections, zip(*rows, strict=True), strict=True)))
