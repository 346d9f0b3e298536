"""Points 15 to 18: simulations and figures, the archive, its metadata, and COPASI."""

from __future__ import annotations

from typing import Final

from igf1r_validation.deposit.case import Case
from igf1r_validation.deposit.line import Line, share

CURVES: Final = ("sedml", "sedml-rules", "sedml curves")
ARCHIVE: Final = ("omex", "omex-copasi", "omex-petab")
METADATA: Final = ("omex-metadata",)
IMPORT: Final = ("copasi import",)
JUDGES: Final = (*CURVES, *ARCHIVE, *METADATA, *IMPORT)
FIGURE: Final = (".svg", ".png", ".tsv")
CURATORS: Final = (
    "ask the curators of BioModels whether the entry takes the archive: the platform's pages list COMBINE archives as "
    "supported, its checker biomodels-qc 0.0.3 refuses an archive inside an entry. The files beside it hold the same"
)


def _details(case: Case, judges: tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(case.verdict(judge).detail for judge in judges))


def _figures(case: Case) -> Line:
    """Every experiment has a figure with its data, every arm that can be said in SED-ML has a file."""
    ids = [str(one["id"]) for one in case.experiments]
    wanted = [f"figures/{id}{ending}" for id in ids for ending in FIGURE]
    missing = [path for path in wanted if not (case.folder / path).is_file() or not (case.folder / path).stat().st_size]
    arms = [f"{one['id']}__{arm['id']}" for one in case.experiments for arm in one["arms"]]
    there = [arm for arm in arms if f"simulations/{arm}.sedml" in case.files]
    told = (
        f"{share(len(ids) - len({path.split('/')[1].split('.')[0] for path in missing}), len(ids), 'figures')} as SVG, "
        f"PNG and data; {share(len(there), len(arms), 'arms')} as SED-ML; {_details(case, CURVES)}"
    )
    wrong = [f"{path} is missing or empty" for path in missing]
    wrong += [] if there or not arms else ["no arm has a SED-ML file"]
    return case.line(15, "a SED-ML file for each figure; two engines agree", told, CURVES, wrong=wrong)


def _archive(case: Case) -> Line:
    return case.line(16, "archive, read and opened", _details(case, ARCHIVE), ARCHIVE)


def _entry(case: Case) -> Line:
    return Line(16, "archive in an entry of BioModels", "open", "both forms are in the folder", CURATORS)


def _metadata(case: Case) -> Line:
    return case.line(17, "metadata of the archive", _details(case, METADATA), METADATA)


def _import(case: Case) -> Line:
    return case.line(18, "COPASI keeps creators and annotations", _details(case, IMPORT), IMPORT)


POINTS: Final = ((15, _figures), (16, _archive), (16, _entry), (17, _metadata), (18, _import))
