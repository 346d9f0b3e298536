"""``python -m igf1r_model`` is ``igf1r-model``."""

import sys

from igf1r_model.cli import main

sys.exit(main())
