"""Where a changed cell rests, as the experiments file gives it, held against where libRoadRunner comes to rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from igf1r_validation.arms import Run
from igf1r_validation.behaviours.lab import Lab
from igf1r_validation.same_curves import TOLERANCE, floor_of, relative_difference


class RestingLab(Lab):
    """A lab that knows where the changed cells it ran came to rest."""

    _arrived: Mapping[str, float] = {}

    def _rest(self, cell: str) -> None:
        super()._rest(cell)
        self._arrived = dict(zip(self._species, self._rests[cell], strict=True))

    def stored_rest(self, run: Run) -> str:
        """The name of the rest that the file gives for the cell of an arm; empty if it gives none."""
        arm = next(one for one in self.experiments[run.experiment]["arms"] if one["id"] == run.arm)
        return str(arm.get("rest", ""))

    def wrong_rest(self, run: Run) -> tuple[str, ...]:
        """What is wrong with the stored rest of the arm that was run last; nothing if there is none."""
        name = self.stored_rest(run)
        if not name:
            return ()
        stored: Mapping[str, float] | None = self._told.get("rests", {}).get(name)
        if stored is None:
            return (f"{name} is not among the rests of the file",)
        return tuple(f"{name}: {told}" for told in differences(stored, self._arrived, self._told["inputs"]))


def differences(stored: Mapping[str, float], found: Mapping[str, float], inputs: Collection[str]) -> Iterator[str]:
    """Every form (nM) that is not listed, not known, or elsewhere. An input that is not listed is 0."""
    yield from (f"{id} is no form that can move" for id in stored if id not in found)
    for id, value in found.items():
        if id not in stored and id not in inputs:
            yield f"{id} is not listed"
            continue
        told = stored.get(id, 0.0)
        apart = relative_difference(told, value, floor_of((told, value)))
        if not apart < TOLERANCE:
            yield f"{id} {told:g} nM, it rests at {value:g} nM"
