"""A small model with figures and a calibration problem, and the files of its build: what an archive is made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import fit_models as f

from igf1r_model.exporters import formats, written
from igf1r_model.exporters.omex import bundle
from igf1r_model.layout import laid_out
from igf1r_model.loading import assembled
from igf1r_model.model import Model

ID: Final = "fits"
DOSES: Final = (0.1, 1.0, 10.0)
Files = dict[str, bytes]

HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<sedML xmlns="http://sed-ml.org/sed-ml/level1/version4" xmlns:sbml="http://www.sbml.org/sbml/level3/version1/core"
 level="1" version="4">
<listOfModels>
<model id="model" language="urn:sedml:language:sbml.level-3.version-1" source="../fits.xml"/>
</listOfModels>
<listOfSimulations>
<uniformTimeCourse id="simulation" initialTime="0" outputStartTime="0" outputEndTime="2400" numberOfSteps="60">
<algorithm kisaoID="KISAO:0000560" name="LSODA">
<listOfAlgorithmParameters>
<algorithmParameter kisaoID="KISAO:0000209" value="1e-9"/>
<algorithmParameter kisaoID="KISAO:0000211" value="1e-20"/>
</listOfAlgorithmParameters>
</algorithm>
</uniformTimeCourse>
</listOfSimulations>
<listOfTasks>
<task id="task" modelReference="model" simulationReference="simulation"/>
"""
SCAN: Final = """<repeatedTask id="doses" range="dose" resetModel="true">
<listOfRanges><vectorRange id="dose">{values}</vectorRange></listOfRanges>
<listOfChanges>
<setValue target="/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='ligand']/@initialConcentration"
 modelReference="model" range="dose"><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>dose</ci></math></setValue>
</listOfChanges>
<listOfSubTasks><subTask order="1" task="task"/></listOfSubTasks>
</repeatedTask>
"""
TAIL: Final = """</listOfTasks>
<listOfDataGenerators>
<dataGenerator id="dg_time" name="time">
<listOfVariables><variable id="v_time" symbol="urn:sedml:symbol:time" taskReference="{task}"/></listOfVariables>
<math xmlns="http://www.w3.org/1998/Math/MathML"><ci>v_time</ci></math>
</dataGenerator>
<dataGenerator id="dg_lit" name="lit">
<listOfVariables>
<variable id="v_lit" target="/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='lit']" taskReference="{task}"/>
</listOfVariables>
<math xmlns="http://www.w3.org/1998/Math/MathML"><ci>v_lit</ci></math>
</dataGenerator>
</listOfDataGenerators>
<listOfOutputs>
<plot2D id="figure" name="Figure 1: {name}">
<listOfCurves>
<curve id="curve" logX="false" logY="false" xDataReference="dg_time" yDataReference="dg_lit"/>
</listOfCurves>
</plot2D>
</listOfOutputs>
</sedML>
"""


def simulation(name: str, doses: tuple[float, ...] = ()) -> bytes:
    """A figure of the example in SED-ML, of one dose or of several."""
    values = "".join(f"<value>{value:g}</value>" for value in doses)
    scan = SCAN.format(values=values) if doses else ""
    return (HEAD + scan + TAIL.format(task="doses" if doses else "task", name=name)).encode()


@cache
def model() -> Model:
    """The model, with its layout."""
    return laid_out(assembled(f.PLAN))


@cache
def files() -> Files:
    """What a build writes of it, but for the archive; the simulations are written here, by hand."""
    made = {path: text.encode() for form in formats().values() for path, text in written(form, model()).items()}
    made = {path: content for path, content in made.items() if not path.endswith(".sedml")}
    for name, doses in (("course__dosed", DOSES), ("resting__none", ())):
        made[f"{ID}/{name}.sedml"] = simulation(name, doses)
    return made


def build(folder: Path) -> Path:
    """The example on disk, with its archive."""
    for path, content in (files() | dict(bundle(model(), files()))).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def contents(archive: bytes) -> Files:
    """The files of an archive by their names, in their order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def replanted(path: Path, change: Callable[[Files], Files]) -> None:
    """Change what is in an archive; the zip file stays as it should be."""
    changed = change(contents(path.read_bytes()))
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in changed.items():
            archive.writestr(info(name), content, zipfile.ZIP_DEFLATED, 9)


def info(name: str) -> zipfile.ZipInfo:
    """The head of an entry as it must be."""
    made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.create_system, made.external_attr = 3, 0o100644 << 16
    return made
