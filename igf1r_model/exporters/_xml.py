"""XML from names, attributes and children. Nobody else escapes or concatenates XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPECIAL: Final = re.compile('[&<>"]')
ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

Attributes = Mapping[str, str]


def escape(text: str) -> str:
    """Text that may stand in an element or an attribute."""
    return SPECIAL.sub(lambda found: ESCAPES[found.group()], text) if SPECIAL.search(text) else text


def element(name: str, attributes: Attributes | None = None, *children: str) -> str:
    """An element on lines of its own, with children that are XML already. Without children it is empty."""
    head = _head(name, attributes)
    inner = "".join(children)
    return f"<{head}>\n{inner}</{name}>\n" if inner else f"<{head}/>\n"


def leaf(name: str, text: str, attributes: Attributes | None = None) -> str:
    """An element with nothing but text in it."""
    return f"<{_head(name, attributes)}>{escape(text)}</{name}>\n"


def _head(name: str, attributes: Attributes | None) -> str:
    if not attributes:
        return name
    return name + "".join([f' {key}="{escape(value)}"' for key, value in attributes.items()])


def number(value: float) -> str:
    """A number with at most 15 significant digits, as C's ``%.15g`` writes it."""
    return f"{value:.15g}"
