"""What BioSimulators' own validator says of archives: ``python -m igf1r_validation.biosimulators build/*.omex``.

No judge, for it wants old packages (extra `biosimulators`) and warns of things that are right, such as every repeated
task. It reads the container, the metadata after its own schema, every model and every simulation with all XPaths.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

PACKAGE: Final = "biosimulators_utils"
LACKING: Final = "biosimulators-utils is not installed; type: pip install 'igf1r-model[biosimulators]'"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the findings for each archive: 0 no errors, 1 errors, 2 the validator is not there or a file is missing."""
    parser = argparse.ArgumentParser(prog="python -m igf1r_validation.biosimulators", description=__doc__)
    parser.add_argument("archive", nargs="+", type=Path)
    paths = parser.parse_args(argv).archive
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        print(f"there is no file {', '.join(missing)}", file=sys.stderr)
        return 2
    try:
        found = {path: findings(path) for path in paths}
    except ImportError as error:
        print(f"{LACKING} ({error})", file=sys.stderr)
        return 2
    for path, (errors, warned) in found.items():
        print(f"{path}: {len(errors)} errors, {len(warned)} warnings")
        for line in (*(f"  error: {one}" for one in errors), *(f"  warning: {one}" for one in warned)):
            print(line)
    return 1 if any(errors for errors, _ in found.values()) else 0


def findings(path: Path) -> tuple[list[str], list[str]]:
    """Errors and warnings of container, metadata, models and simulations of an archive, a line each.

    Raises:
        ImportError: when the validator is not installed.
    """
    with warnings.catch_warnings(action="ignore"), tempfile.TemporaryDirectory() as folder:
        reader = import_module(f"{PACKAGE}.combine.io").CombineArchiveReader()
        archive = reader.run(str(path), folder)
        said = [(reader.errors, reader.warnings), _metadata(archive, folder)]
        said.append(import_module(f"{PACKAGE}.combine.validation").validate(archive, folder))
        errors = [line for wrong, _ in said for line in lines(wrong)]
        return errors, [line for _, warned in said for line in lines(warned)]


def _metadata(archive: Any, folder: str) -> tuple[Any, Any]:
    schema = import_module(f"{PACKAGE}.omex_meta.data_model").OmexMetadataSchema.biosimulations
    config = import_module(f"{PACKAGE}.config").Config(OMEX_METADATA_SCHEMA=schema)
    read = import_module(f"{PACKAGE}.omex_meta.io").read_omex_meta_files_for_archive
    _, errors, warned = read(archive, folder, config=config)
    return errors, warned


def lines(nested: Any, before: str = "") -> Iterator[str]:
    """Each message at the end of the nested lists ``[message, [more]]``, after those it stands below."""
    for item in nested:
        told = " ".join(f"{before} {item[0]}".split())
        if len(item) > 1 and item[1]:
            yield from lines(item[1], told)
        else:
            yield told


if __name__ == "__main__":
    sys.exit(main())
