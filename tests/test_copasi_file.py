"""The COPASI file of a deposit, read back by COPASI: what it holds is what the build says."""

from __future__ import annotations

import builtins
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import helpers
import pytest

from igf1r_model import copasi_file
from igf1r_model.copasi_file import AS_WRITTEN, CopasiFileError, write_cps
from igf1r_model.engine import NotInstalledError, loaded
from igf1r_validation.copasi_import import load_resources

COPASI = pytest.importorskip("COPASI")
basico = pytest.importorskip("basico")

MODEL = "igf1r_core"
TOLERANCE, FLOOR = 1e-4, 1e-6  # of the project: relative, and of the peak
LEFT, WASHED = (f"Figure 3: IGF1 washed out, {arm} (10800 s)" for arm in ("left", "washed"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SBML file of a build, with a context of our own in its table and the COPASI file beside it."""
    folder = tmp_path_factory.mktemp("build")
    helpers.write(helpers.models()[MODEL], folder)
    with (folder / f"{MODEL}.interface.tsv").open("a", encoding="utf-8") as table:
        for target, value in (("IRS1", "3.5"), ("IGF1", "2"), ("K_PIP3_T308", "0.25")):
            table.write("\t".join(("context", "fewer", target, value, "nM", "", "derived", "", "why")) + "\n")
    write_cps(folder / f"{MODEL}.xml", folder / f"{MODEL}.cps")
    return folder / f"{MODEL}.xml"


def opened(path: Path) -> Any:
    """A COPASI file in COPASI, which says nothing about it."""
    load_resources(COPASI)
    COPASI.CCopasiMessage.clearDeque()
    data = COPASI.CRootContainer.addDatamodel()
    assert data.loadModel(str(path)), COPASI.CCopasiMessage.getAllMessageText()
    assert COPASI.CCopasiMessage.size() == 0, COPASI.CCopasiMessage.getAllMessageText()
    return data


@pytest.fixture
def data(built: Path) -> Iterator[Any]:
    """The COPASI file, read back."""
    data = opened(built.with_suffix(".cps"))
    yield data
    COPASI.CRootContainer.removeDatamodel(data)


def starts(data: Any) -> dict[str, float]:
    """Where every species and every constant starts."""
    model = data.getModel()
    fixed = COPASI.CModelEntity.Status_FIXED
    held = {one.getSBMLId(): one.getInitialConcentration() for one in model.getMetabolites()}
    return held | {v.getSBMLId(): v.getInitialValue() for v in model.getModelValues() if v.getStatus() == fixed}


def apply(data: Any, name: str) -> None:
    """Apply a set of values, as the button of COPASI does."""
    data.getModel().getModelParameterSets().getByName(name).updateModel()


def changed(data: Any, name: str) -> dict[str, float]:
    """What differs from the model as written once a set of values is applied."""
    before = starts(data)
    apply(data, name)
    return {id: value for id, value in starts(data).items() if value != pytest.approx(before[id], rel=1e-12)}


def test_the_model_stands_as_written(built: Path, data: Any) -> None:
    runner = loaded(built.read_text(encoding="utf-8"))
    there = starts(data)
    for id in runner.model.getFloatingSpeciesIds():
        assert there[id] == pytest.approx(runner[f"init([{id}])"], rel=1e-12)
    assert changed(data, AS_WRITTEN) == {}


def test_a_context_gives_all_its_values_and_no_other(data: Any) -> None:
    assert changed(data, "fewer") == pytest.approx({"IRS1": 3.5, "IGF1": 2.0, "K_PIP3_T308": 0.25})


def test_an_arm_gives_its_doses_at_the_start_and_later(data: Any) -> None:
    assert changed(data, LEFT) == pytest.approx({"IGF1": 10.0})
    apply(data, AS_WRITTEN)
    assert changed(data, WASHED) == pytest.approx({"IGF1": 10.0, "dose__IGF1__time": 600.0})


def test_as_written_brings_the_model_back(data: Any) -> None:
    before = starts(data)
    for name in ("fewer", WASHED, AS_WRITTEN):
        apply(data, name)
    assert starts(data) == pytest.approx(before, rel=1e-12)


def test_plots_are_the_figures_and_only_the_first_opens(built: Path, data: Any) -> None:
    told = json.loads(built.with_suffix("").with_suffix(".experiments.json").read_text(encoding="utf-8"))
    plots = [data.getPlotSpecification(number) for number in range(data.getNumPlotSpecifications())]
    shown = [sum(plot.getNumPlotItems() for plot in plots if _figure(plot) == n) for n in range(1, 5)]
    assert shown == [len(one["reads"]) for one in told["experiments"][:4]]
    assert [plot.getObjectName() for plot in plots if plot.isActive()] == ["Figure 1: IGF1 by dose"]
    first = plots[0]
    curves = basico.get_plot_dict(first, model=data)["curves"]
    assert [curve["name"] for curve in curves] == [f"{id} (dimensionless)" for id in ("pIGF1R", "pAKT", "pERK")]
    channels = [data.getObject(COPASI.CCommonName(cn)).getObjectDisplayName() for c in curves for cn in c["channels"]]
    assert channels == ["Time", "Values[pIGF1R]", "Time", "Values[pAKT]", "Time", "Values[pERK]"]


def _figure(plot: Any) -> int:
    return int(plot.getObjectName().removeprefix("Figure ").partition(":")[0])


def test_the_time_course_is_that_of_figure_1(data: Any) -> None:
    settings = basico.get_task_settings("Time-Course", model=data)
    assert (settings["problem"]["Duration"], settings["problem"]["StepNumber"]) == (7200.0, 120)
    assert settings["method"]["name"] == "Deterministic (LSODA)"
    assert (settings["method"]["Relative Tolerance"], settings["method"]["Absolute Tolerance"]) == (1e-9, 1e-20)


def test_the_scan_gives_the_curve_of_every_dose(built: Path, data: Any) -> None:
    (item,) = basico.get_scan_items(model=data)
    assert item["values"] == [0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0]
    rows = scanned(data, ["pIGF1R", "pAKT", "pERK"], built.parent / "scan.txt")
    runner = loaded(built.read_text(encoding="utf-8"))
    expected = []
    for dose in item["values"]:
        runner.resetAll()
        runner["init([IGF1])"] = dose
        expected += runner.simulate(0, 7200, 121, ["pIGF1R", "pAKT", "pERK"]).tolist()
    assert_same_curves(rows, expected)


def scanned(data: Any, reads: list[str], path: Path) -> list[list[float]]:
    """The rows that the scan puts out while it runs."""
    values = {one.getSBMLId(): one for one in data.getModel().getModelValues()}
    report = data.getReportDefinitionList().createReportDefinition("scan", "")
    report.setTaskType(COPASI.CTaskEnum.Task_scan)
    report.setIsTable(False)
    for read in reads:
        report.getBodyAddr().push_back(COPASI.CRegisteredCommonName(values[read].getValueReference().getCN()))
        report.getBodyAddr().push_back(COPASI.CRegisteredCommonName("String=\t"))
    task = data.getTask("Scan")
    task.getReport().setReportDefinition(report)
    task.getReport().setTarget(str(path))
    task.getReport().setAppend(False)
    assert task.process(True), COPASI.CCopasiMessage.getAllMessageText()
    return [[float(cell) for cell in line.split()] for line in path.read_text().splitlines() if line.strip()]


def assert_same_curves(rows: list[list[float]], expected: list[list[float]]) -> None:
    """All values differ by less than the tolerance of the project."""
    assert len(rows) == len(expected) == 7 * 121
    for got, wanted in zip(zip(*rows, strict=True), zip(*expected, strict=True), strict=True):
        floor = FLOOR * max(wanted)
        assert all(abs(g - w) <= TOLERANCE * max(abs(w), floor) for g, w in zip(got, wanted, strict=True))


def test_annotations_stay_in_the_file(built: Path) -> None:
    text = built.with_suffix(".cps").read_text(encoding="utf-8")
    papers = set(re.findall(r"identifiers.org/pubmed:(\d+)", built.read_text(encoding="utf-8")))
    assert papers
    assert [paper for paper in papers if paper not in text] == []


def test_no_folder_is_named_in_the_file(built: Path) -> None:
    text = built.with_suffix(".cps").read_text(encoding="utf-8")
    assert str(built.parent) not in text
    assert f'<SBMLReference file="{MODEL}.xml">' in text


def test_two_files_mean_the_same(built: Path, tmp_path: Path) -> None:
    write_cps(built, tmp_path / "again.cps")
    one, other = opened(built.with_suffix(".cps")), opened(tmp_path / "again.cps")
    assert starts(one) == starts(other)
    names = [[two["name"] for two in basico.get_parameter_sets(model=data)] for data in (one, other)]
    assert names[0] == names[1]
    assert basico.get_scan_items(model=one) == basico.get_scan_items(model=other)


def test_every_context_of_the_full_model_has_a_set(tmp_path: Path) -> None:
    table = tmp_path / "full.interface.tsv"
    model = helpers.models()["igf1r_full"]
    table.write_text(helpers.text("interface", model), encoding="utf-8")
    contexts = copasi_file._contexts(table)
    assert list(contexts) == [one.id for one in model.contexts if one.settings]  # the reference is the model as written
    rows = table.read_text(encoding="utf-8").splitlines()
    assert sum(map(len, contexts.values())) == sum(row.startswith("context\t") for row in rows)


def test_both_styles_of_uri_make_the_same_list_but_for_the_pattern() -> None:
    compact = copasi_file._collections("https://identifiers.org/GO:0005886 https://identifiers.org/uniprot:P08069")
    path = copasi_file._collections("http://identifiers.org/go/GO:0005886 http://identifiers.org/uniprot/P08069")
    assert compact == path
    assert '"^GO:.+$" namespaceEmbeddedInPattern="True"' in compact


def test_a_model_without_experiments_has_only_its_values(tmp_path: Path) -> None:
    helpers.write(helpers.models()["tiny"], tmp_path)
    told = json.loads((tmp_path / "tiny.experiments.json").read_text(encoding="utf-8")) | {"experiments": []}
    (tmp_path / "tiny.experiments.json").write_text(json.dumps(told), encoding="utf-8")
    write_cps(tmp_path / "tiny.xml", tmp_path / "tiny.cps")
    data = opened(tmp_path / "tiny.cps")
    assert data.getNumPlotSpecifications() == 0
    assert [one["name"] for one in basico.get_parameter_sets(model=data)] == [AS_WRITTEN]


@pytest.mark.parametrize("text", ["<html/>", "no XML", '<sbml xmlns="x" level="3">'])
def test_a_file_that_is_no_sbml_is_told(built: Path, tmp_path: Path, text: str) -> None:
    for path in built.parent.glob(f"{MODEL}.*"):
        shutil.copy(path, tmp_path)
    (tmp_path / f"{MODEL}.xml").write_text(text, encoding="utf-8")
    with pytest.raises(CopasiFileError, match=f"cannot import {MODEL}.xml"):
        write_cps(tmp_path / f"{MODEL}.xml", tmp_path / "x.cps")


def test_a_folder_that_is_not_there_is_told(built: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="missing"):
        write_cps(built, tmp_path / "missing" / "x.cps")


def test_without_basico_the_error_says_what_to_type(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = builtins.__import__

    def fails(name: str, *rest: Any) -> Any:
        if name == "basico":
            raise ModuleNotFoundError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", fails)
    with pytest.raises(NotInstalledError, match="pip install copasi-basico"):
        write_cps(tmp_path / "x.xml", tmp_path / "x.cps")
