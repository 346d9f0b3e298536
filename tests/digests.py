"""Prints a digest of every file of every model: run by `test_same_bytes.py` under other circumstances."""

from __future__ import annotations

import hashlib

import helpers

from igf1r_model.exporters import all_files


def main() -> None:
    """One line a file: its path and the SHA-256 of its bytes."""
    for model in helpers.models().values():
        for path, content in all_files(helpers.drawn(model)).items():
            print(path, hashlib.sha256(content).hexdigest())


if __name__ == "__main__":
    main()
