"""Prints a digest of every format of every model: run by `test_same_bytes.py` under other circumstances."""

from __future__ import annotations

import hashlib

import helpers

from igf1r_model.exporters import formats


def main() -> None:
    """One line a file: model, format, SHA-256 of its bytes."""
    for model in helpers.models():
        for format in formats():
            print(model, format, hashlib.sha256(helpers.exported(format, model).encode()).hexdigest())


if __name__ == "__main__":
    main()
