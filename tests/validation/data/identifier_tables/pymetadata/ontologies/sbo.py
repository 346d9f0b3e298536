"""As pymetadata writes SBO, a few terms."""

_terms: list[tuple[str, tuple[str, ...], str, str | None, tuple[str, ...], bool]] = [
    ("SBO_0000027", ("SBO_0000027",), "Michaelis constant", "what it is", (), False),
    ("SBO_0000041", ("SBO_0000041",), "mass action rate law for irreversible reactions", None, (), False),
    ("SBO_0000216", ("SBO_0000216",), "phosphorylation", None, (), False),
    ("SBO_0000256", ("SBO_0000256",), "biochemical parameter", None, (), False),
    ("SBO_0000014", ("SBO_0000014",), "enzyme", None, (), True),
    ("part_of", ("part_of",), "part of", None, (), False),
]
