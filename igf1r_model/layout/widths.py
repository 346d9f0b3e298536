"""How wide a text is: from a table, so that a layout does not depend on the fonts of a machine.

The widths are those of a usual sans-serif face, in thousandths of the size of the letters.
"""

from __future__ import annotations

from math import ceil
from typing import Final

BY_WIDTH: Final = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    334: "()-`r{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
WIDTHS: Final = {letter: width for width, letters in BY_WIDTH.items() for letter in letters}
OTHER: Final = 720  # a letter that the table does not know


def text_width(text: str, size: int) -> int:
    """The width of a line of text in pixels, for letters of a size."""
    return ceil(sum(WIDTHS.get(letter, OTHER) for letter in text) * size / 1000)
