"""XML from names, attributes and children. Nobody else escapes or concatenates XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPECIAL: Final = re.compile('[&<>"]').search
ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

Attributes = Mapping[str, str] | str  # a text is what `fixed` made


def escape(text: str) -> str:
    """Text that may stand in an element or an attribute."""
    return text.translate(ESCAPES) if SPECIAL(text) else text


def fixed(attributes: Mapping[str, str]) -> str:
    """Attributes that many elements have, written once."""
    return "".join([f' {key}="{escape(value)}"' for key, value in attributes.items()])


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
    if isinstance(attributes, str):
        return name + attributes
    for key, value in attributes.items():  # most values need no escaping: a call saved for each
        name += f' {key}="{escape(value) if SPECIAL(value) else value}"'
    return name


def number(value: float) -> str:
    """A number with at most 15 significant digits, as C's ``%.15g`` writes it."""
    return f"{value:.15g}"
