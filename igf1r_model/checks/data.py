"""Published numbers: what carries them must be something that a fit, and PEtab v1, can say."""

from __future__ import annotations

from collections.abc import Iterator

from igf1r_model.issues import Issue
from igf1r_model.model import Model
from igf1r_model.protocol import Act, Arm, Experiment


def data_can_be_fitted(model: Model) -> Iterator[Issue]:
    """An arm with data is one rest and one treatment at time 0, by values that are known before it is run."""
    for one in model.experiments:
        for arm in one.arms:
            if any(datum.arm == arm.id for datum in one.data):
                yield from (Issue(f"{one.id}.{arm.id}", told, one.origin) for told in _of_arm(arm, one, model))
        for scale in sorted({datum.scale for datum in one.data if datum.scale}):
            if not scale.isascii() or not scale.isidentifier() or "__" in scale:
                told = f"the scale {scale!r} is no id: a letter, then letters, digits and single underscores"
                yield Issue(one.id, told, one.origin)


def _of_arm(arm: Arm, one: Experiment, model: Model) -> Iterator[str]:
    forms = {form.id for form in model.forms}
    estimated = {constant.id for constant in model.constants if constant.quantity.bounds is not None}
    for change in arm.changes:
        if change.at > 0:
            yield f"has data, so {change.target} cannot change at {change.at:g} s; only at time 0 (PEtab v1)"
        if change.target in forms and change.act is not Act.SET:
            yield f"has data, so {change.target} must be set with dose(...), not added to or scaled"
    if one.series is not None and one.series.at > 0:
        yield f"has data, so the dose of {one.series.target} cannot be given at {one.series.at:g} s; only at time 0"
    for change in (*arm.cell, *arm.changes):
        if change.target in estimated and change.act is not Act.SET and change.value:
            told = "which is estimated; PEtab v1 can set it or scale it by 0, or the number must be assumed"
            yield f"has data and scales {change.target}, {told}"
