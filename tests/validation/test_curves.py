"""COPASI and libRoadRunner compute the same curves; a difference between them is found and named."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree

from igf1r_validation import same_curves
from igf1r_validation.verdict import Verdict

pytest.importorskip("COPASI")
pytest.importorskip("roadrunner")

Engine = Callable[[str, Sequence[str]], same_curves.Curves]

UNITS = {
    "nmol": [("mole", 1, -9)],
    "area": [("metre", 2, 0)],
    "nM": [("mole", 1, -9), ("litre", -1, 0)],
    "per_s": [("second", -1, 0)],
    "per_nM_s": [("mole", -1, -9), ("litre", 1, 0), ("second", -1, 0)],
}
PLACES = {"medium": 2.1e-9, "membrane": 2e-12}
SPECIES = {
    "L": ("medium", 0.0),
    "R": ("membrane", 20.75),
    "LR": ("membrane", 0.0),
    "S": ("membrane", 100.0),
    "pS": ("membrane", 0.0),
}
CONSTANTS = {
    "kon": (3.5e-4, "per_nM_s"),
    "koff": (1e-3, "per_s"),
    "kcat": (0.05, "per_s"),
    "Km": (30.0, "nM"),
    "kdephos": (0.002, "per_s"),
    "kbasal": (1e-5, "per_s"),
}
REACTIONS = {
    "binds": (["L", "R"], ["LR"], [], "membrane*(kon*L*R - koff*LR)"),
    "phosphorylates": (["S"], ["pS"], ["LR"], "membrane*(kbasal*S + kcat*LR*S/(Km + S))"),
    "dephosphorylates": (["pS"], ["S"], [], "membrane*kdephos*pS"),
}


def sbml(species: dict[str, tuple[str, float]] = SPECIES, places: dict[str, float] = PLACES) -> str:
    """Five species in two places whose volumes differ a thousandfold."""
    body = "".join(
        [
            _list("UnitDefinitions", [_unit(name, parts) for name, parts in UNITS.items()]),
            _list("Compartments", [_compartment(name, size) for name, size in places.items()]),
            _list("Species", [_species(name, *value) for name, value in species.items()]),
            _list("Parameters", [_parameter(name, *value) for name, value in CONSTANTS.items()]),
            _list("Reactions", [_reaction(name, *value) for name, value in REACTIONS.items()]),
        ]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">'
        '<model id="five" name="five" substanceUnits="nmol" timeUnits="second" volumeUnits="litre" '
        f'areaUnits="area" lengthUnits="metre" extentUnits="nmol">{body}</model></sbml>\n'
    )


def _list(name: str, items: list[str]) -> str:
    return f"<listOf{name}>{''.join(items)}</listOf{name}>" if items else ""


def _unit(name: str, parts: list[tuple[str, int, int]]) -> str:
    units = [f'<unit kind="{kind}" exponent="{power}" scale="{scale}" multiplier="1"/>' for kind, power, scale in parts]
    return f'<unitDefinition id="{name}" name="{name}">{_list("Units", units)}</unitDefinition>'


def _compartment(name: str, size: float) -> str:
    return f'<compartment id="{name}" name="{name}" spatialDimensions="3" size="{size}" units="litre" constant="true"/>'


def _species(name: str, place: str, value: float) -> str:
    return (
        f'<species id="{name}" name="{name}" compartment="{place}" initialConcentration="{value}" '
        'substanceUnits="nmol" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>'
    )


def _parameter(name: str, value: float, unit: str) -> str:
    return f'<parameter id="{name}" name="{name}" value="{value}" units="{unit}" constant="true"/>'


def _reaction(name: str, reactants: list[str], products: list[str], modifiers: list[str], law: str) -> str:
    import libsbml

    def side(kind: str, ids: list[str]) -> str:
        references = [f'<speciesReference species="{one}" stoichiometry="1" constant="true"/>' for one in ids]
        return _list(kind, references)

    controls = [f'<modifierSpeciesReference species="{one}"/>' for one in modifiers]
    math = libsbml.writeMathMLToString(libsbml.parseL3Formula(law)).partition("?>")[2]
    return (
        f'<reaction id="{name}" name="{name}" reversible="false" fast="false">{side("Reactants", reactants)}'
        f"{side('Products', products)}{_list('Modifiers', controls)}"
        f"<kineticLaw>{math}</kineticLaw></reaction>"
    )


def write(build: Path, text: str, inputs: tuple[str, ...] = ("L",)) -> None:
    """Write the model and the part of its manifest that names the inputs."""
    groups = [{"id": "group_inputs", "name": "Inputs", "members": list(inputs)}] if inputs else []
    (build / "five.xml").write_text(text, encoding="utf-8")
    (build / "five.model.json").write_text(json.dumps({"id": "five", "groups": groups, "forms": []}), encoding="utf-8")


def judged(build: Path, text: str, inputs: tuple[str, ...] = ("L",)) -> Verdict:
    """The verdict on a text."""
    write(build, text, inputs)
    return same_curves.judge(build, "five")


def listening(monkeypatch: pytest.MonkeyPatch, change: Callable[[str], str]) -> None:
    """Make libRoadRunner misread the file: it sees the changed text."""
    honest = same_curves.roadrunner_curves
    monkeypatch.setattr(same_curves, "roadrunner_curves", lambda text, ids: honest(change(text), ids))


def test_both_engines_agree_undosed_and_dosed(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml())
    assert verdict.findings == ()
    assert verdict.status == "passed"
    worst = r"worst of 5 species \w+ \d\.\de-\d\d"
    assert re.fullmatch(f"as written: {worst}; 1 inputs at 10 nM: {worst}", verdict.detail)


def test_the_dose_does_something(tmp_path: Path) -> None:
    text = same_curves.with_doses(sbml().encode(), ["L"]).decode()
    for engine in (same_curves.copasi_curves, same_curves.roadrunner_curves):
        assert engine(text, ["pS"])["pS"][-1] > 90 > 1 > engine(sbml(), ["pS"])["pS"][-1] > 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('size="2.1e-09"', 'size="2.1e-12"'),
        ('size="2e-12"', 'size="4e-12"'),
        ('value="0.00035"', 'value="0.00036"'),
        ('value="30.0"', 'value="30.1"'),
        ('id="R" name="R" compartment="membrane"', 'id="R" name="R" compartment="medium"'),
        (
            'stoichiometry="1" constant="true"/></listOfProducts>',
            'stoichiometry="2" constant="true"/></listOfProducts>',
        ),
    ],
)
def test_an_engine_that_reads_another_model_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    assert old in sbml()
    listening(monkeypatch, lambda text: text.replace(old, new))
    verdict = judged(tmp_path, sbml())
    assert verdict.status == "failed"
    assert {one.rule for one in verdict.findings} == {"difference"}


def test_a_finding_names_run_species_and_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listening(monkeypatch, lambda text: text.replace('value="1e-05"', 'value="2e-05"'))
    found = [(one.subject, one.message) for one in judged(tmp_path, sbml()).findings]
    assert ("pS", "as written: 5.0e-01 at 600 s") in found


def test_a_difference_in_the_dosed_run_alone_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listening(monkeypatch, lambda text: text.replace('value="0.001"', 'value="0.0011"'))
    verdict = judged(tmp_path, sbml())
    assert verdict.findings
    assert all(one.message.startswith("1 inputs at 10 nM") for one in verdict.findings)
    assert judged(tmp_path, sbml(), inputs=()).status == "passed"


def test_a_model_without_inputs_says_so(tmp_path: Path) -> None:
    assert judged(tmp_path, sbml(), inputs=()).detail.endswith("; the manifest names no inputs")


SLOTS = {"when": (0.0, "second"), "how_much": (0.0, "nM")}
DOSE = """<listOfEvents><event useValuesFromTriggerTime="true"><trigger initialValue="false" persistent="true">
<math xmlns="http://www.w3.org/1998/Math/MathML" xmlns:sbml="http://www.sbml.org/sbml/level3/version1/core">
<apply><and/><apply><gt/><ci>when</ci><cn sbml:units="second">0</cn></apply><apply><geq/><csymbol encoding="text"
definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol><ci>when</ci></apply></apply></math></trigger>
<listOfEventAssignments><eventAssignment variable="L"><math xmlns="http://www.w3.org/1998/Math/MathML">
<ci>how_much</ci></math></eventAssignment></listOfEventAssignments></event></listOfEvents></model>"""


def with_a_slot(build: Path, slot: tuple[str, str] = ("when", "how_much")) -> Verdict:
    """The verdict on the model with a slot for a later dose of L, which the manifest names."""
    parameters = "".join(_parameter(name, *value) for name, value in SLOTS.items())
    text = sbml().replace("</listOfParameters>", f"{parameters}</listOfParameters>").replace("</model>", DOSE)
    write(build, text, ())
    path = build / "five.model.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["dosings"] = [{"time": slot[0], "amount": slot[1]}]
    path.write_text(json.dumps(content), encoding="utf-8")
    return same_curves.judge(build, "five")


def test_both_engines_agree_on_a_later_dose(tmp_path: Path) -> None:
    verdict = with_a_slot(tmp_path)
    assert verdict.findings == ()
    assert re.search(r"; 1 later doses of 10 nM: worst of 5 species \w+ \d\.\de-\d\d$", verdict.detail)


@pytest.mark.parametrize(("old", "new"), [('value="300"', 'value="900"'), ("<ci>how_much</ci>", "<cn>9</cn>")])
def test_an_engine_that_doses_otherwise_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    listening(monkeypatch, lambda text: text.replace(old, new))
    found = with_a_slot(tmp_path).findings
    assert {one.rule for one in found} == {"difference"}
    assert all(one.message.startswith("1 later doses of 10 nM") for one in found)


def test_an_engine_that_doses_without_a_time_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_60 = DOSE.replace("<ci>when</ci>", '<cn sbml:units="second">60</cn>').replace("how_much", "kcat")
    listening(monkeypatch, lambda text: text.replace(DOSE.removesuffix("</model>"), at_60.removesuffix("</model>")))
    assert "as written" in {one.message.partition(":")[0] for one in with_a_slot(tmp_path).findings}


def test_a_slot_that_is_no_parameter_is_found(tmp_path: Path) -> None:
    found = with_a_slot(tmp_path, ("when", "which")).findings
    assert [(one.subject, one.rule) for one in found] == [("which", "slot")]


def test_slots_are_used_one_after_another_and_never_at_an_output_time() -> None:
    slots = [(f"t{n}", f"c{n}") for n in range(30)]
    parameters = "".join(f'<parameter id="{id}" value="0"/>' for slot in slots for id in slot)
    text = f"<sbml><model><listOfParameters>{parameters}</listOfParameters></model></sbml>"
    root = etree.fromstring(same_curves.with_slots(text.encode(), slots))
    values = {one.get("id"): float(one.get("value", "")) for one in root.iter("parameter")}
    times = [values[time] for time, _ in slots]
    step = same_curves.SECONDS / (same_curves.POINTS - 1)
    assert all(0 < time < same_curves.SECONDS and time % step for time in times)
    assert len(set(times)) == same_curves.SLOTS_A_DAY
    assert {values[amount] for _, amount in slots} == {same_curves.DOSE_NM}


def test_an_input_that_is_no_species_is_found(tmp_path: Path) -> None:
    verdict = judged(tmp_path, sbml(), inputs=("L", "IGF9"))
    assert [(one.subject, one.rule) for one in verdict.findings] == [("IGF9", "input")]


def test_inputs_come_from_the_group_and_from_the_flag(tmp_path: Path) -> None:
    path = tmp_path / "five.model.json"
    groups = [{"id": "group_inputs", "members": ["L"]}, {"id": "receptor", "members": ["R"]}]
    forms = [{"id": "L", "input": True}, {"id": "drug", "input": True}, {"id": "R", "input": False}]
    path.write_text(json.dumps({"groups": groups, "forms": forms}))
    assert same_curves.read_inputs(path) == ["L", "drug"]


@pytest.mark.parametrize(
    "flags", ['boundaryCondition="true" constant="false"', 'boundaryCondition="true" constant="true"']
)
def test_a_fixed_species_is_compared_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: str) -> None:
    place = 'id="L" name="L" compartment="medium" initialConcentration="0.0" substanceUnits="nmol" '
    free = f'{place}hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"'
    assert free in sbml()
    text = sbml().replace(free, f'{place}hasOnlySubstanceUnits="false" {flags}')
    assert judged(tmp_path, text).findings == ()
    listening(monkeypatch, lambda seen: seen.replace('initialConcentration="10.0"', 'initialConcentration="10.1"'))
    assert "L" in {one.subject for one in judged(tmp_path, text).findings}


def test_a_species_far_below_a_nanomolar_is_resolved(tmp_path: Path) -> None:
    trace = {**SPECIES, "R": ("membrane", 2e-6), "S": ("membrane", 1e-5)}
    assert judged(tmp_path, sbml(trace)).findings == ()


def test_smaller_volumes_agree_too(tmp_path: Path) -> None:
    assert judged(tmp_path, sbml(places={"medium": 1e-12, "membrane": 1e-15})).findings == ()


def test_a_model_without_species_does_not_pass(tmp_path: Path) -> None:
    empty = sbml({}).partition("<listOfReactions>")[0] + "</model></sbml>"
    assert judged(tmp_path, empty, inputs=()).status == "failed"


@pytest.mark.parametrize(
    ("one", "other", "floor", "difference"),
    [
        (1.0, 1.0, 1e-6, 0.0),
        (1.0, 1.1, 1e-6, 0.1 / 1.1),
        (0.0, 0.0, 1e-6, 0.0),
        (0.0, 1e-9, 1e-6, 1e-3),
        (-1.0, 1.0, 1e-6, 2.0),
        (math.nan, 1.0, 1e-6, math.inf),
        (1.0, math.nan, 1e-6, math.inf),
        (math.inf, math.inf, 1e-6, math.inf),
    ],
)
def test_the_relative_difference(one: float, other: float, floor: float, difference: float) -> None:
    assert same_curves.relative_difference(one, other, floor) == pytest.approx(difference)


@pytest.mark.parametrize(("factor", "passes"), [(1 + 0.9e-4, True), (1 + 1.1e-4, False)])
def test_the_tolerance_is_one_in_ten_thousand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, factor: float, passes: bool
) -> None:
    honest = same_curves.copasi_curves

    def scaled(text: str, ids: Sequence[str]) -> same_curves.Curves:
        return {name: [value * factor for value in values] for name, values in honest(text, ids).items()}

    monkeypatch.setattr(same_curves, "copasi_curves", scaled)
    assert (judged(tmp_path, sbml()).status == "passed") is passes


@pytest.mark.parametrize("values", [[1.0] * 144, [1.0] * 144 + [math.nan], []])
def test_a_run_that_stops_or_breaks_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, values: list[float]
) -> None:
    monkeypatch.setattr(same_curves, "copasi_curves", lambda text, ids: dict.fromkeys(ids, values))
    monkeypatch.setattr(same_curves, "roadrunner_curves", lambda text, ids: dict.fromkeys(ids, values))
    assert {one.subject for one in judged(tmp_path, sbml()).findings} == set(SPECIES)


@pytest.mark.parametrize(("noise", "passes"), [(1e-20, True), (0.9e-13, True), (1.1e-13, False), (1e-3, False)])
def test_a_species_that_nothing_makes_may_be_noise_but_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noise: float, passes: bool
) -> None:
    none, some = [0.0] * same_curves.POINTS, [noise] * same_curves.POINTS
    monkeypatch.setattr(same_curves, "copasi_curves", lambda text, ids: dict.fromkeys(ids, none))
    monkeypatch.setattr(same_curves, "roadrunner_curves", lambda text, ids: dict.fromkeys(ids, some))
    assert (judged(tmp_path, sbml()).status == "passed") is passes


@pytest.mark.parametrize(("values", "floor"), [([0.0, 20.0], 2e-5), ([-3.0, 1.0], 3e-6), ([0.0], 1e-9), ([1e-4], 1e-9)])
def test_the_floor_is_a_millionth_of_the_peak_or_of_a_molecule(values: list[float], floor: float) -> None:
    assert same_curves.floor_of(values) == pytest.approx(floor)


@pytest.mark.parametrize("engine", [same_curves.copasi_curves, same_curves.roadrunner_curves])
@pytest.mark.parametrize("name", ["ABSOLUTE_TOLERANCE", "RELATIVE_TOLERANCE"])
def test_each_tolerance_reaches_each_engine(monkeypatch: pytest.MonkeyPatch, engine: Engine, name: str) -> None:
    text = same_curves.with_doses(sbml().encode(), ["L"]).decode()
    fine = engine(text, list(SPECIES))
    monkeypatch.setattr(same_curves, name, 1e-2)
    assert engine(text, list(SPECIES)) != fine


def test_what_copasi_cannot_import_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"COPASI|SBML"):
        judged(tmp_path, '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core"/>')
