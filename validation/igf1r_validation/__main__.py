"""``python -m igf1r_validation BUILD_DIR``: judge the files of a build."""

from __future__ import annotations

import sys

from igf1r_validation.runner import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
