"""Each defect that the sanity judge claims to find is planted in a good model, in its SBML or its manifest."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from igf1r_model.assembly import Plan
from igf1r_model.dsl import (
    Fraction,
    Module,
    Part,
    Switch,
    activator,
    antibody,
    assumed,
    catalyst,
    drug,
    ev,
    paper,
    place,
    protein,
)
from igf1r_model.exporters import formats
from igf1r_model.expressions import infix, parse
from igf1r_model.loading import assembled
from igf1r_model.model import Model, Quantity, Term
from igf1r_validation import sanity, sanity_bench
from igf1r_validation.sanity_content import LIGANDS, REST, Content, conserved, given_back, read, scenarios
from igf1r_validation.verdict import Finding, Verdict

pytest.importorskip("roadrunner")

SAID = [ev(paper("KISELYOV_2009", 19225456))]
MEDIUM = place("medium", "medium", "GO:0005576", assumed(2.1, "nL", why="a dish"))
MEMBRANE = place("membrane", "plasma membrane", "GO:0005886", assumed(2, "pL", why="a cell"), membrane=True)
CYTOSOL = place("cytosol", "cytosol", "GO:0005829", assumed(1.5, "pL", why="a cell"))
IGF1 = protein("IGF1", "P05019", hgnc=5464, gene=3479)
IGF1R = protein("IGF1R", "P08069", hgnc=5465, gene=3480, phospho="Y1161")
IRS1 = protein("IRS1", "P35568", hgnc=6125, gene=3667, phospho="Y612 S307")
AKT1 = protein("AKT1", "P31749", hgnc=391, gene=207)
DATE = "2026-11-22T00:00:00Z"
TERMS = (Term("bqbiol:hasTaxon", ("taxonomy:9606",)), Term("bqmodel:isDescribedBy", ("pubmed:17898809",)))
CONTESTED = Switch("contested", "contested feedback", False, "two papers disagree")


def number(value: float, unit: str) -> Quantity:
    return assumed(value, unit, why="an example")


SOME, FIRST, SECOND = number(10, "nM"), number(0.01, "1/s"), number(1e-3, "1/(nM*s)")


def module(source: float) -> Module:
    """At rest a kinase keeps half of IRS1 phosphorylated; a receptor adds to it under its ligand."""
    m = Module("example", "an example", go="GO:0048009")
    ligand = m.input("ligand", IGF1, MEDIUM)
    compound = m.input("compound", drug("linsitinib", "drugbank:DB06075"), MEDIUM)
    blocker = m.input("blocker", antibody("trastuzumab", "drugbank:DB00072"), MEDIUM)
    receptor = m.form("receptor", Part(IGF1R, 2), at=MEMBRANE, initial=SOME)
    kinase = m.form("kinase", AKT1, at=CYTOSOL, initial=SOME)
    irs = m.form("irs", IRS1, at=CYTOSOL, initial=SOME)
    bound = m.bind("binds", ligand, receptor, gives="bound", kon=SECOND, Kd=SOME, evidence=SAID)
    m.bind("blocks", blocker, receptor, gives="blocked", contact=(blocker.parts[0].molecule, IGF1R), kon=SECOND,
           Kd=SOME, evidence=SAID)  # fmt: skip
    active = m.autophosphorylate("activates", bound, "Y1161", on=IGF1R, gives="active", k=FIRST, evidence=SAID)
    m.dephosphorylate("deactivates", None, active, "Y1161", gives=bound, k=FIRST, evidence=SAID)
    irs_p = m.phosphorylate(
        "both",
        [catalyst(active, k=SECOND), catalyst(kinase, k=SECOND)],
        irs,
        "Y612",
        gives="irs_p",
        at=CYTOSOL,
        evidence=SAID,
    )
    m.dephosphorylate("recovers", None, irs_p, "Y612", gives=irs, k=FIRST, evidence=SAID)
    m.phosphorylate(
        "kinase_only",
        kinase,
        irs,
        "S307",
        gives="irs_pS",
        shown="IRS1 pS307",
        k=SECOND,
        switch=CONTESTED,
        evidence=SAID,
    )
    m.dephosphorylate("recovers_S", None, m.forms[-1], "S307", gives=irs, k=FIRST, evidence=SAID)
    m.synthesise("source", ligand, k=number(source, "nM/s"), evidence=SAID)
    m.degrade("sink", ligand, by=[activator(active, k=number(1e-9, "1/(nM*s)"))], evidence=SAID)
    m.inhibit("on_receptor", compound, m.family("receptors", bound, active), Ki=SOME, evidence=SAID)
    m.inhibit("on_kinase", compound, kinase, Ki=number(2, "uM"), evidence=SAID, only=["both"])
    m.observe(Fraction("pIGF1R", "pIGF1R", IGF1R, "share of IGF1R phosphorylated", sites="Y1161"))
    m.observe(Fraction("pIRS1", "pIRS1", IRS1, "share of IRS1 phosphorylated", sites="Y612"))
    return m


def made(source: float = 0.0) -> Model:
    model = assembled(Plan("good", "good", (module(source),), "An example.", DATE, DATE, TERMS))
    return starting(model, irs_p=10)


@pytest.fixture(scope="module")
def good() -> Model:
    return made()


def in_context(model: Model, name: str, **nM: float) -> Model:
    return replace(starting(model, **nM), id=f"good__{name}", context=name)


def starting(model: Model, **nM: float) -> Model:
    """The model with other amounts at the start."""
    forms = (replace(form, initial=number(nM[form.id], "nM")) if form.id in nM else form for form in model.forms)
    return replace(model, forms=tuple(forms))


def with_law(model: Model, process: str, old: str, new: str) -> Model:
    """The model with a text in a rate law replaced, as a wrong exporter would write it."""

    def changed(law: Any) -> Any:
        assert old in infix(law), "there is nothing to replace, so nothing would be planted"
        return parse(infix(law).replace(old, new))

    processes = (replace(p, law=changed(p.law)) if p.id == process else p for p in model.processes)
    return replace(model, processes=tuple(processes))


def written(model: Model, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for name in ("sbml", "manifest"):
        form = formats()[name]
        (folder / f"{model.id}{form.SUFFIX}").write_bytes(form.export(model).encode())
    return folder


def judged(model: Model, folder: Path) -> Verdict:
    return sanity.judge(written(model, folder), model.id)


def found(verdict: Verdict) -> dict[tuple[str, str], str]:
    assert verdict.status == ("failed" if verdict.findings else "passed")
    return {(one.rule, one.subject): one.message for one in verdict.findings}


Json = dict[str, Any]


def judged_by(model: Model, folder: Path, edit: Callable[[Json], object]) -> dict[tuple[str, str], str]:
    """What is found when the manifest says something else than the SBML."""
    path = written(model, folder) / f"{model.id}.model.json"
    manifest = json.loads(path.read_text("utf-8"))
    edit(manifest)
    path.write_text(json.dumps(manifest), "utf-8")
    return found(sanity.judge(folder, model.id))


def one(things: list[Json], id: str) -> Json:
    return next(thing for thing in things if thing["id"] == id)


def test_a_good_model_passes_and_the_detail_says_what_was_done(good: Model, tmp_path: Path) -> None:
    verdict = judged(good, tmp_path)
    assert verdict.findings == ()
    assert verdict.status == "passed"
    assert verdict.tool.startswith("libRoadRunner 2.")
    assert verdict.detail.startswith("5 scenarios, 5 conserved molecules, 2 inhibitions, largest drift at rest ")


def test_the_scenarios(good: Model, tmp_path: Path) -> None:
    planned = {one.name: dict(one.settings) for one in scenarios(read(written(good, tmp_path), "good"))}
    none, fed = {"[compound]": 0.0, "[blocker]": 0.0}, {"[ligand]": 10.0}
    assert planned == {
        REST: {"[ligand]": 0.0} | none,
        LIGANDS: fed | none,
        "ligands, switches on": fed | none | {"contested": 1.0},
        "ligands, all drugs": fed | {"[compound]": 1000.0, "[blocker]": 1000.0},
        "ligands, all mechanisms and sources on": fed | none | {"contested": 1.0, "k__source": 1e-4},
    }


# 1: rest


def test_a_model_that_does_not_start_at_rest_is_found(good: Model, tmp_path: Path) -> None:
    said = found(judged(starting(good, irs_p=9.0, irs=11.0), tmp_path))
    assert list(said) == [("rest", "irs_p")]
    assert said["rest", "irs_p"] == (
        "without ligands it drifts by 11.11% in a day, 9 to 10 nM (1 more drift); type: make baseline"
    )


@pytest.mark.parametrize(("drift", "passes"), [(0.9e-2, True), (1.1e-2, False)])
def test_one_percent_is_the_limit(good: Model, tmp_path: Path, drift: float, passes: bool) -> None:
    verdict = judged(starting(good, irs=10.0 / (1 + drift), irs_p=10.0 * (1 + drift / (1 + drift))), tmp_path)
    assert (verdict.status == "passed") is passes


@pytest.mark.parametrize(("nM", "passes"), [(0.9e-6, True), (1.1e-5, False)])
def test_a_rare_species_may_drift(good: Model, tmp_path: Path, nM: float, passes: bool) -> None:
    """irs_pS recovers to irs; 1e-6 of the 10 nM that is most plentiful in its place does not count."""
    assert (judged(starting(good, irs_pS=nM), tmp_path).status == "passed") is passes


def test_a_dose_in_a_context_is_not_there_at_rest(good: Model, tmp_path: Path) -> None:
    written(good, tmp_path)
    dosed = in_context(good, "dosed", ligand=3)
    assert found(judged(dosed, tmp_path)) == {}
    assert [scenario.name for scenario in scenarios(read(tmp_path, dosed.id))][:3] == [REST, "as written", LIGANDS]


def test_an_autocrine_ligand_must_start_at_its_steady_state(tmp_path: Path) -> None:
    source = made(1e-9)
    said = found(judged(in_context(source, "autocrine"), tmp_path))
    assert said["rest", "ligand"].endswith(
        "the model makes this input itself, so it must start at its own steady state"
    )
    kept = found(judged(in_context(source, "autocrine", ligand=1e-3), tmp_path))
    assert ("rest", "ligand") not in kept
    assert ("rest", "bound") in kept


# 2: no negative amounts


def test_a_concentration_below_zero_is_found(good: Model, tmp_path: Path) -> None:
    said = found(judged(with_law(good, "kinase_only", "*irs", "*1000"), tmp_path))
    assert said["not negative", "irs"] == "ligands, switches on: the concentration falls to -420 nM"
    assert said.keys() <= {("not negative", "irs"), ("not negative", "irs_p")}


@pytest.mark.parametrize(
    ("values", "subjects"),
    [
        ([1.0, -0.9e-9], []),
        ([1.0, -1.1e-9], ["A"]),
        ([1.0, float("nan")], ["A"]),
        ([float("nan"), 1.0], ["A"]),
    ],
)
def test_what_counts_as_negative(values: list[float], subjects: list[str]) -> None:
    runs = [sanity_bench.Run("fine", {"[A]": [0.0, 1.0]}), sanity_bench.Run("bad", {"[A]": values})]
    objections = list(sanity.negative(runs, {"forms": [{"id": "A"}]}))
    assert [one.subject for one in objections] == subjects
    assert all(one.message.startswith("bad: ") for one in objections)


# 3: conservation


def test_a_molecule_that_is_lost_is_found(good: Model, tmp_path: Path) -> None:
    """The manifest says that IRS1 only changes state; in the SBML nothing gives the phosphorylated one back."""
    path = written(good, tmp_path) / "good.xml"
    before = path.read_text("utf-8")
    (product,) = [line for line in before.splitlines() if 'id="product__recovers__irs"' in line]
    path.write_text(before.replace(product, product.replace('stoichiometry="1"', 'stoichiometry="0.9"')), "utf-8")
    assert path.read_text("utf-8") != before
    said = found(sanity.judge(tmp_path, "good"))
    assert "no process makes or destroys it, and its total over 3 forms changes by" in said["conserved", "IRS1"]


def test_totals_are_amounts_and_count_copies() -> None:
    manifest = {
        "forms": [
            {"id": "A", "place": "big", "fixed": False, "parts": [{"molecule": "M", "count": 1}]},
            {"id": "AA", "place": "small", "fixed": False, "parts": [{"molecule": "M", "count": 2}]},
        ],
        "processes": [{"reactants": [{"form": "A", "count": 2}], "products": [{"form": "AA", "count": 1}]}],
    }
    assert conserved(manifest) == {"M": {"A": 1, "AA": 2}}
    volumes = {"big": 2.0, "small": 1.0}
    kept = sanity_bench.Run("kept", {"[A]": [4.0, 3.0], "[AA]": [0.0, 1.0]})
    lost = sanity_bench.Run("lost", {"[A]": [4.0, 3.0], "[AA]": [0.0, 1.0 - 1e-5]})
    assert list(sanity.lost([kept], manifest, volumes)) == []
    (finding,) = sanity.lost([kept, lost], manifest, volumes)
    assert finding == Finding(
        "M", "conserved", "lost: no process makes or destroys it, and its total over 2 forms changes by 2.50e-06"
    )


@pytest.mark.parametrize(
    ("process", "fixed", "expected"),
    [
        ({"reactants": [{"form": "A", "count": 2}], "products": [{"form": "AA", "count": 1}]}, False, True),
        ({"reactants": [{"form": "A", "count": 1}], "products": [{"form": "AA", "count": 1}]}, False, False),
        ({"reactants": [{"form": "A", "count": 1}], "products": []}, False, False),
        ({"reactants": [], "products": [{"form": "AA", "count": 1}]}, False, False),
        ({"reactants": [{"form": "A", "count": 2}], "products": [{"form": "AA", "count": 1}]}, True, False),
    ],
)
def test_what_is_conserved(process: Json, fixed: bool, expected: bool) -> None:
    forms = [
        {"id": "A", "fixed": fixed, "parts": [{"molecule": "M", "count": 1}]},
        {"id": "AA", "fixed": False, "parts": [{"molecule": "M", "count": 2}]},
    ]
    assert ("M" in conserved({"forms": forms, "processes": [process]})) is expected


# 4: every form can come into being


def test_a_form_that_nothing_makes_is_found(good: Model, tmp_path: Path) -> None:
    said = found(judged(starting(good, receptor=0.0), tmp_path))
    makers = {subject: message for (rule, subject), message in said.items() if rule == "reachable"}
    assert makers.keys() == {"receptor", "bound", "active", "blocked"}
    assert makers["receptor"] == ("it starts at 0 nM, is no input, and none of 2 processes that could make it can run")


def test_a_reversible_process_makes_what_it_takes(good: Model, tmp_path: Path) -> None:
    assert "reachable" not in {rule for rule, _ in found(judged(starting(good, receptor=0, bound=10), tmp_path))}


# 5: every process runs


def test_a_process_that_never_runs_is_found(good: Model, tmp_path: Path) -> None:
    said = found(judged(with_law(good, "sink", "membrane", "0*membrane"), tmp_path))
    assert said == {("process runs", "sink"): "its rate is at most 0 nM/s in all 8 scenarios"}


def test_a_drug_that_shuts_off_what_another_one_needs_gets_a_day_of_its_own(good: Model, tmp_path: Path) -> None:
    """Blocking runs only while the compound is absent: with all drugs at once it would look dead."""
    assert found(judged(with_law(good, "blocks", "kon__blocks", "(1000 - compound)*kon__blocks"), tmp_path)) == {}


@pytest.mark.parametrize("lever", ["contested", "k__source", "compound", "ligand"])
def test_each_lever_is_pulled(good: Model, tmp_path: Path, lever: str) -> None:
    """A process that needs a switch, a source, a drug or a ligand runs in one scenario or another."""
    alone = with_law(good, "recovers", "k__recovers", f"(k__recovers + {lever}*1e-9)")
    assert found(judged(alone, tmp_path)) == {}
    gone = with_law(good, "kinase_only", "contested*", f"{lever}*")
    assert ("process runs", "kinase_only") not in found(judged(gone, tmp_path))


def test_what_a_context_takes_away_is_given_back(good: Model, tmp_path: Path) -> None:
    """Without the model itself beside it nobody knows that the kinase is only missing here."""
    without = in_context(good, "without", kinase=0, irs=20, irs_p=0)
    alone = found(judged(without, tmp_path / "alone"))
    assert {subject for rule, subject in alone if rule == "reachable"} == {"kinase"}
    assert ("process runs", "kinase_only") in alone
    written(good, tmp_path)
    assert found(judged(without, tmp_path / "contexts")) == {}
    assert found(judged(without, tmp_path)) == {}


def test_a_constant_that_a_context_turns_off_gets_the_value_of_the_model(good: Model, tmp_path: Path) -> None:
    content = read(written(good, tmp_path), "good")
    off = json.loads(json.dumps(content.manifest))
    one(off["constants"], "k__recovers")["value"] = 0.0
    assert given_back(Content(off, content.origin)) == {"k__recovers": 0.01, "k__source": 1e-4}


@pytest.mark.parametrize(("left", "back"), [(1e-5, {"k": 0.01}), (1e-4, {})])
def test_a_context_knocks_out_what_it_leaves_less_than_a_thousandth_of(left: float, back: dict[str, float]) -> None:
    empty: dict[str, Any] = {"forms": [], "processes": [], "switches": []}
    model, context = ({**empty, "constants": [{"id": "k", "value": value}]} for value in (0.01, left))
    assert given_back(Content(context, model)) == back


# 6: every observable responds


def test_an_observable_that_never_changes_is_found(good: Model, tmp_path: Path) -> None:
    def still(formula: str) -> Model:
        observables = (replace(o, formula=parse(formula)) if o.id == "pIRS1" else o for o in good.observables)
        return replace(good, observables=tuple(observables))

    for formula in ("kinase/(kinase + kinase)", "kinase/kinase - 1", "(kinase - kinase)/(kinase - kinase)"):
        said = found(judged(still(formula), tmp_path))
        assert said == {("observable responds", "pIRS1"): "it changes by at most 0.00e+00 against rest in 4 scenarios"}


@pytest.mark.parametrize(("change", "responds"), [(0.9e-6, False), (1.1e-6, True), (float("nan"), True)])
def test_how_much_an_observable_must_respond(change: float, responds: bool) -> None:
    runs = [sanity_bench.Run(REST, {"O": [1.0, 1.0]}), sanity_bench.Run(LIGANDS, {"O": [1.0, 1.0 + change]})]
    assert (not list(sanity.unresponsive(runs, {"observables": [{"id": "O"}]}))) is responds


# 7: a drug that is not there changes nothing


def test_an_affinity_that_counts_without_its_drug_is_found(good: Model, tmp_path: Path) -> None:
    said = found(judged(with_law(good, "both", "compound/Ki__on_kinase", "(compound + 1)/Ki__on_kinase"), tmp_path))
    message = said["no drug, no effect", "on_kinase"]
    assert message.startswith("without compound, Ki__on_kinase times 10 changes the rate of both at the start from ")
    assert ("no drug, no effect", "on_receptor") not in said


def test_it_is_looked_for_where_only_the_ligand_leads_to(good: Model, tmp_path: Path) -> None:
    said = found(judged(with_law(good, "sink", "*active", "*active*(1 + Ki__on_receptor)"), tmp_path))
    assert "the rate of sink after a day from" in said["no drug, no effect", "on_receptor"]


# 8: a saturating drug takes its targets' activity


@pytest.mark.parametrize(
    ("process", "old", "new", "inhibition", "takes"),
    [
        ("activates", "compound/Ki__on_receptor", "0*compound/Ki__on_receptor", "on_receptor", "0.0000%"),
        ("both", "compound/Ki__on_receptor", "0*compound/Ki__on_receptor", "on_receptor", "0.0000%"),
        ("both", "compound/Ki__on_receptor", "compound/(2000*Ki__on_receptor)", "on_receptor", "99.8004%"),
        ("both", "compound/Ki__on_kinase", "0*compound/Ki__on_kinase", "on_kinase", "0.0000%"),
        ("both", "Ki__on_receptor", "Ki__on_kinase", "on_receptor", "99.9800%"),
    ],
)
def test_a_drug_that_leaves_activity_is_found(
    good: Model, tmp_path: Path, process: str, old: str, new: str, inhibition: str, takes: str
) -> None:
    said = found(judged(with_law(good, process, old, new), tmp_path))
    if takes == "99.9800%":  # the wrong constant alone still lets it saturate
        assert said == {}
        return
    assert said == {
        ("saturating drug", inhibition): f"compound at 1e+06 Ki takes {takes} of what its targets do in {process}, "
        "not 99.9%"
    }


OWN, OTHER = "k__activates/(1 + compound/Ki__on_receptor)", "k_kinase__both*kinase/(1 + compound/Ki__on_kinase)"
TRANS = "k_kinase__both*active/(1 + compound/Ki__on_receptor)"


@pytest.mark.parametrize(("speed", "catalyst"), [(f"{OWN} + {OTHER}", "kinase"), (f"k__activates + {TRANS}", "active")])
def test_an_enzyme_beside_others_is_judged_on_its_own_part(
    good: Model, tmp_path: Path, speed: str, catalyst: str
) -> None:
    """The receptor activates itself and the kinase helps; or it has a speed of its own, and active ones help."""

    def edit(manifest: Json) -> None:
        controls = one(manifest["processes"], "activates")["controls"]
        added = {"role": "catalyst", "members": [catalyst], "self": False}
        controls[:] = [*controls, added] if catalyst == "kinase" else [added]
        one(manifest["inhibitions"], "on_kinase")["only"] += ["activates"] if catalyst == "kinase" else []

    assert judged_by(with_law(good, "activates", OWN, speed), tmp_path, edit) == {}


def test_only_the_processes_it_may_act_on_count(good: Model, tmp_path: Path) -> None:
    said = judged_by(good, tmp_path, lambda manifest: one(manifest["inhibitions"], "on_kinase").update(only=[]))
    assert said == {
        ("saturating drug", "on_kinase"): "compound at 1e+06 Ki takes 0.0000% of what its targets do in kinase_only, "
        "not 99.9%"
    }


def test_an_inhibition_of_nothing_is_found(good: Model, tmp_path: Path) -> None:
    said = judged_by(good, tmp_path, lambda manifest: one(manifest["inhibitions"], "on_kinase").update(only=["sink"]))
    assert said == {("saturating drug", "on_kinase"): "its targets catalyse 0 processes that it may act on"}
    said = found(judged(with_law(good, "kinase_only", "kinase*", "irs/irs*"), tmp_path))
    assert said == {}
    said = judged_by(
        with_law(good, "kinase_only", "kinase*", "irs/irs*"),
        tmp_path,
        lambda manifest: one(manifest["inhibitions"], "on_kinase").update(only=["kinase_only"]),
    )
    assert said["saturating drug", "on_kinase"].startswith("its targets add 0 nmol/s to the rate of kinase_only")


# Files that cannot be judged


def test_what_cannot_be_loaded_or_run_is_found(good: Model, tmp_path: Path) -> None:
    assert {rule for rule, _ in found(judged(with_law(good, "sink", "membrane", "1/0*membrane"), tmp_path))} >= {
        "simulate"
    }
    (tmp_path / "good.xml").write_text("<sbml/>")
    assert list(found(sanity.judge(tmp_path, "good"))) == [("load", "")]


@pytest.mark.parametrize("kind", ["forms", "processes", "constants", "switches", "observables"])
def test_what_the_sbml_does_not_have_is_found(good: Model, tmp_path: Path, kind: str) -> None:
    said = judged_by(good, tmp_path, lambda manifest: manifest[kind][0].update(id="nobody"))
    assert said == {("missing", "nobody"): f"it is one of the manifest's {kind}, and not in the SBML"}


def test_without_libroadrunner_it_does_not_pass(good: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "roadrunner", None)
    assert judged(good, tmp_path).status == "not run"


def test_a_scenario_starts_from_the_file_whatever_went_before(good: Model, tmp_path: Path) -> None:
    fixed = replace(good, forms=tuple(replace(form, fixed=form.id == "compound") for form in good.forms))
    content = read(written(fixed, tmp_path), "good")
    bench = sanity_bench.Bench((tmp_path / "good.xml").read_text("utf-8"), content.manifest)
    planned = list(scenarios(content))
    first = [bench.run(scenario) for scenario in planned]
    assert [bench.run(scenario) for scenario in reversed(planned)] == first[::-1]
    assert [run.curves["[compound]"][-1] for run in first] == [0.0, 0.0, 0.0, 1000.0, 0.0]
