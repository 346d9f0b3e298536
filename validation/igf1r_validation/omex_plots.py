"""Plots and scans as COPASI holds them, and as a SED-ML file demands them: by what each axis and each scan points at.

COPASI drops a curve silently whose data it does not find, and takes any attribute of a species for its concentration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from igf1r_validation.omex_archive import SEDML
from igf1r_validation.verdict import Finding

SED: Final = {"s": SEDML}
TIME: Final = "urn:sedml:symbol:time"
START: Final = "/@initialConcentration"
POINTS_AT: Final = {"species": "Metabolites[{}],Reference=Concentration", "parameter": "Values[{}],Reference=Value"}


def of_plots(data: Any, root: Any, name: str, sbml: bytes) -> Iterator[Finding]:
    """Plots with their curves; each curve has the data of the file on both axes."""
    plots = [data.getPlotSpecification(number) for number in range(data.getNumPlotSpecifications())]
    shown, written = [plot.getTitle() for plot in plots], root.findall(".//s:plot2D", SED)
    if shown != [plot.get("name", "") for plot in written]:
        yield Finding(name, "plots", f"the file has {[plot.get('name') for plot in written]}, COPASI shows {shown}")
        return
    names = _names(sbml)
    for held, plot in zip(plots, written, strict=True):
        curves = [_axes(held.getItem(number)) for number in range(held.getItems().size())]
        wanted = [_demanded(root, curve, names) for curve in plot.iterfind(".//s:curve", SED)]
        same = len(curves) == len(wanted) and all(
            is_.endswith(must) for found, demanded in zip(curves, wanted, strict=True)
            for is_, must in zip(found, demanded, strict=True)
        )  # fmt: skip
        if not same:
            yield Finding(name, "curves", f"{held.getTitle()}: the file has {wanted}, COPASI draws {curves}")


def _axes(item: Any) -> list[str]:
    """What a curve of COPASI has on its axes."""
    return [channel.getString() for channel in item.getChannels()]


def _demanded(root: Any, curve: Any, names: dict[str, str]) -> list[str]:
    """How the names of what a curve has on its axes must end."""
    return [_variable(root, curve.get(f"{axis}DataReference", ""), names) for axis in ("x", "y")]


def _variable(root: Any, generator: str, names: dict[str, str]) -> str:
    """What a data generator of one variable points at; `?` if it has more or the model has no such thing."""
    variables = root.findall(f".//s:dataGenerator[@id='{generator}']//s:variable", SED)
    if len(variables) != 1:
        return "?"
    if variables[0].get("symbol") == TIME:
        return "Reference=Time"
    target = variables[0].get("target", "")
    kind = target.rpartition("sbml:")[2].partition("[")[0]
    return POINTS_AT.get(kind, "?").format(names.get(_id(target), "?"))


def _id(target: str) -> str:
    """The id in an XPath."""
    return target.partition("@id='")[2].partition("'")[0]


def _names(sbml: bytes) -> dict[str, str]:
    """Names of species and parameters by id, as COPASI writes them in references."""
    from COPASI import CCommonName

    lists = ("listOfSpecies", "listOfParameters")
    things = [one for name in lists for one in etree.fromstring(sbml).iterfind(f"{{*}}model/{{*}}{name}/*")]
    return {one.get("id", ""): CCommonName.escape(one.get("name", "")) for one in things}


def of_scan(data: Any, root: Any, name: str, sbml: bytes) -> Iterator[Finding]:
    """A repeated task is a scan over the same values of the same species, and it is the task to run."""
    task = data.getTask("Scan")
    written = [float(value.text) for value in root.iterfind(".//s:repeatedTask//s:vectorRange/s:value", SED)]
    items = [task.getProblem().getScanItem(number) for number in range(task.getProblem().getNumberOfScanItems())]
    held = [float(value) for one in items for value in one.getParameter("Values").getStringValue().split()]
    if written != held:
        yield Finding(name, "scan", f"the file has the values {written}, COPASI {held}")
    repeated = root.find(".//s:repeatedTask", SED) is not None
    if task.isScheduled() != repeated:
        yield Finding(name, "scan", f"is {'' if task.isScheduled() else 'not '}the task that COPASI would run")
    targets = [change.get("target", "") for change in root.iterfind(".//s:repeatedTask//s:setValue", SED)]
    wanted = [f"Metabolites[{_names(sbml).get(_id(one), '?')}],Reference=InitialConcentration" for one in targets]
    varied = [one.getParameter("Object").getCNValue().getString() for one in items]
    wrong = [one for one in targets if not one.endswith(START)]
    if wrong or len(varied) != len(wanted) or not all(map(str.endswith, varied, wanted)):
        yield Finding(name, "scan", f"the file varies {targets}, COPASI {varied}")
